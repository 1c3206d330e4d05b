"""The config file's `storm:` and `gate:`: what a manager may write, and the plans they become."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

import re
from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from bot.adapters.files.fields import Duration, Name, Text
from bot.adapters.files.grammar import duration
from bot.adapters.files.localised import localised
from bot.adapters.files.section import Section
from bot.core.doors import Right
from bot.core.ids import DISCORD
from bot.domain.gate.plan import GatePlan, Kind
from bot.domain.storm.plan import Cause, Level, Limit, Newcomers, Plan, Playbook

WORDS_RAISE = Limit(3, timedelta(minutes=1))
"""So many messages with one of the words of a level raise it."""
_LIMIT = re.compile(r"(\d{1,6})\s+in\s+(.+)")


def limit(value: Any, least: int = 2) -> Limit:  # noqa: ANN401  # whatever stands in the file
    """Read "20 in 1m"; raises ValueError for anything else."""
    if isinstance(value, Limit):
        return value
    read = _LIMIT.fullmatch(value.strip()) if isinstance(value, str) else None
    if read is None or not least <= int(read[1]) <= 100_000:
        raise ValueError('write how many in what time, such as "20 in 1m"')
    return Limit(int(read[1]), duration(read[2]))


Many = Annotated[
    Limit,
    BeforeValidator(limit),
    WithJsonSchema({"type": "string", "pattern": r"^\d+ in .+$", "examples": ["20 in 1m"]}),
]


def level_number(value: Any) -> int:  # noqa: ANN401  # whatever stands in the file
    """Read the number of a level; raises ValueError for any other than 1, 2 and 3."""
    if str(value) not in {"1", "2", "3"}:
        raise ValueError("levels are 1, 2 and 3")
    return int(value)


Number = Annotated[int, BeforeValidator(level_number), WithJsonSchema({"type": "string", "enum": ["1", "2", "3"]})]


class LevelPart(Section):
    joins: Many | None = None
    """So many people who come in raise this level: "20 in 1m". Without any limit a level is raised by hand only."""
    messages: Many | None = None
    """So many messages from everybody together."""
    reports: Many | None = None
    """So many /report."""
    says: list[Name] = []
    """Three messages within a minute that hold one of these words raise this level too."""
    pace: Duration | None = None
    """One message per person in this time: slow mode on Discord, and the bot's own throttle everywhere."""
    shut: list[Literal["join", "invite", "speak", "media", "links"]] = []
    """What nobody may do meanwhile: join (Discord: invites are paused), invite, speak, media, links (previews)."""
    links: Annotated[Literal["on", "off"], BeforeValidator(lambda v: {True: "on", False: "off"}.get(v, v))] = "on"
    """off: messages with links are taken away, but for those of helpers and moderators."""
    statement: Text | None = None
    """What the bot says in the lobby when this level begins."""
    call_staff: bool = True
    """A card with buttons in the staff place."""
    hold_posts: bool = True
    """Scheduled posts and feeds wait."""

    def level(self, own: str) -> Level:
        named = {Cause.JOINS: self.joins, Cause.MESSAGES: self.messages, Cause.REPORTS: self.reports}
        limits = {cause: many for cause, many in named.items() if many is not None}
        if self.says:
            limits[Cause.WORDS] = WORDS_RAISE
        shut = frozenset(map(Right, self.shut))
        said = None if self.statement is None else localised(self.statement, own)
        playbook = Playbook(self.pace, shut, self.links == "off", said, self.call_staff, self.hold_posts)
        return Level(limits, tuple(self.says), playbook)


class StormPart(Section):
    """What counts as a storm, and what is done about one. Without it, only /raid on, off and status exist."""

    levels: Annotated[dict[Number, LevelPart], Field(min_length=1)]
    """From 1 (uneasy) to 3 (under attack); each has its limits and its playbook."""
    newcomers: Literal["ask", "leave", "gate", "mute", "kick"] = "ask"
    """What befalls who came in with the storm: ask moderators, leave them, back to the gate, mute, or kick."""
    look_back: Duration = timedelta(minutes=10)
    """Whoever came in this long before the storm belongs to it as well."""
    calm_after: Duration = timedelta(minutes=10)
    """So long it must be calm, before a level is left."""
    longest: Duration = timedelta(hours=12)
    """After this everything opens again, whatever happens."""

    def plan(self, own: str) -> Plan:
        levels = {number: part.level(own) for number, part in sorted(self.levels.items())}
        return Plan(levels, Newcomers(self.newcomers), self.look_back, self.calm_after, self.longest)


class GateRolePart(Section):
    discord: Name | None = None
    """A role: "@Member", or its id."""


class GatePart(Section):
    """Newcomers are asked before they can write. They are removed, not banned, when they never answer."""

    ask: Literal["button", "question", "picture"] = "button"
    """A button, your own question, or a sum as a picture (in words for who cannot see it)."""
    question: Text | None = None
    """Your own question."""
    answers: list[Name] = []
    """What counts as right, in any of your languages; capitals do not matter."""
    tries: Annotated[int, Field(ge=1, le=10)] = 3
    """So many wrong answers, then they are removed."""
    within: Duration = timedelta(minutes=10)
    """So long they have."""
    role: GateRolePart = GateRolePart()
    """Given to whoever passed: let your channels be seen with it only."""
    unverified: GateRolePart = GateRolePart()
    """Or the other way round: given on arrival, taken when they pass."""
    clean_up: list[Literal["joins", "leaves"]] = []
    """The messenger's own lines that are taken away: "... joined", "... left"."""

    @model_validator(mode="after")
    def _whole(self) -> "GatePart":
        if self.ask == "question" and not (self.question and self.answers):
            raise ValueError('"ask: question" needs a question and its answers')
        return self

    def plan(self, own: str) -> GatePlan:
        return GatePlan(
            ask=Kind(self.ask),
            question=None if self.question is None else localised(self.question, own),
            answers=tuple(self.answers),
            tries=self.tries,
            within=self.within,
            role={DISCORD: self.role.discord} if self.role.discord else {},
            unverified={DISCORD: self.unverified.discord} if self.unverified.discord else {},
            hides_joins="joins" in self.clean_up,
            hides_leaves="leaves" in self.clean_up,
        )
