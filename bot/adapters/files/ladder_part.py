"""The config file's `ladder:`: what so many strikes lead to, against all guidelines or against one."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

from collections.abc import Mapping
from typing import Any

from pydantic import model_validator
from pydantic.json_schema import JsonSchemaValue

from bot.adapters.files.fields import Duration, Rung, Slug, Strikes
from bot.adapters.files.section import Section
from bot.core.actions import Sanction
from bot.domain.moderation.policy import Act, Do, Ladder, Policy, Rule, Step

_SANCTIONS = {Act.WARN: Sanction.WARN, Act.MUTE: Sanction.MUTE, Act.KICK: Sanction.KICK, Act.BAN: Sanction.BAN}


class LadderPart(Section):
    steps: dict[Strikes, Rung] = {}
    forget_after: Duration | None = None
    own: dict[Slug, dict[Strikes, Rung]] = {}

    def policy(self, rules: tuple[Rule, ...]) -> Policy:
        """What follows from these rules."""
        ladders = {guideline: _ladder(steps) for guideline, steps in self.own.items()}
        return Policy(rules, _ladder(self.steps), self.forget_after, ladders)

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
        if not isinstance(value, dict):
            return value
        given = dict[str, Any](value)  # pyright: ignore[reportUnknownArgumentType] - its shape is checked next
        own = {key: given[key] for key in given if isinstance(given[key], dict)}
        steps = {key: rung for key, rung in given.items() if key not in own}
        forget = steps.pop("forget after", None)
        return {"steps": steps, "own": own} | ({} if forget is None else {"forget_after": forget})

    @classmethod
    def __get_pydantic_json_schema__(cls, *_: object) -> JsonSchemaValue:
        rung: JsonSchemaValue = {"type": "string", "examples": ["warn", "mute 1h", "kick", "ban", "ask moderators"]}
        steps = {r"^\d{1,3} strikes?$": rung}
        own = {
            "type": "object",
            "description": "What strikes against one guideline lead to, beside the common ladder.",
            "patternProperties": steps,
            "additionalProperties": False,
        }
        return {
            "type": "object",
            "description": "What so many strikes lead to, and when strikes are forgotten.",
            "properties": {"forget after": {"type": "string", "examples": ["90d"]}},
            "patternProperties": steps | {"^[a-z0-9][a-z0-9_-]{0,31}$": own},
            "additionalProperties": False,
        }


def _ladder(steps: Mapping[int, Do]) -> Ladder:
    return tuple(_step(strikes, do) for strikes, do in sorted(steps.items()))


def _step(strikes: int, do: Do) -> Step:
    return Step(strikes, _SANCTIONS.get(do.act, Sanction.NOTE), do.lasts, asks=do.act is Act.ASK)
