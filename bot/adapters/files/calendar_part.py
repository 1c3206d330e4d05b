"""What managers write of the content calendar: who must agree, when it is quiet, and posts that come again."""

# pydantic copies defaults, and the linter does not know our base class for a model

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from bot.adapters.files.fields import Between, Name, OnOff, Slug, Text
from bot.adapters.files.localised import localised
from bot.adapters.files.section import Section
from bot.core.posts import Missed
from bot.domain.calendar.plan import Plan, Standing
from bot.domain.calendar.wording import read_repeat

_ANY_DAY = datetime(2026, 1, 1)  # noqa: DTZ001  # only whether it can be read is asked here


def repeat(value: Any) -> str:  # noqa: ANN401  # whatever stands in the file
    """Read "monday 10:00"; raises ValueError for what is no repetition."""
    read_repeat(str(value), _ANY_DAY)
    return " ".join(str(value).split())


def places(value: Any) -> list[Any]:  # noqa: ANN401  # same
    """Take one place for a list of one."""
    return value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType] - checked next


Every = Annotated[
    str,
    BeforeValidator(repeat),
    WithJsonSchema({"type": "string", "examples": ["monday 10:00", "every 2 weeks friday 18:00", "daily 8:00"]}),
]
_PLACE = {"type": "string"}
Places = Annotated[
    list[Slug],
    BeforeValidator(places),
    Field(min_length=1, max_length=20),
    WithJsonSchema({"anyOf": [_PLACE, {"type": "array", "items": _PLACE, "minItems": 1}]}),
]


class PostPart(Section):
    """A post that comes again."""

    every: Every
    """When: "monday 10:00", "monthly on the 1st 9:00", "last friday 17:00", or a rule of RFC 5545 and a time."""
    in_: Annotated[Places, Field(alias="in")]
    """The place or places it goes to, by their names under `places`."""
    text: Text
    name: Slug | None = None
    """Its name in the calendar; numbered if left out."""
    in_crisis: Literal["hold", "post"] = "hold"
    """hold: it waits while there is a storm."""
    about: Slug | None = None
    """The pillar it belongs to, if your style has a mix."""
    owner: Name | None = None
    """Who answers for it."""


class CalendarPart(Section):
    """The content calendar: /calendar and /post."""

    approval: OnOff = False
    """on: nothing that was typed into /post goes out before a second person has agreed to exactly that."""
    quiet: Between | None = None
    """Hours in which posts wait: 22:00-08:00."""
    missed: Missed = Missed.LATE
    """What becomes of a post whose time passed while the bot was away: skip, late, or ask."""

    def plan(self, parts: list[PostPart], own: str) -> Plan:
        standing = tuple(
            Standing(
                part.name or f"{number}",
                part.every,
                tuple(part.in_),
                localised(part.text, own),
                part.in_crisis == "hold",
                part.about or "",
                part.owner or "",
            )
            for number, part in enumerate(parts, 1)
        )
        return Plan(self.approval, self.quiet, self.missed, standing)
