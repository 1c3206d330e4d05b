"""What managers write of their voice: terms, spellings, forms of address, how loud, and what a calendar is made of."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

from datetime import timedelta
from functools import partial
from typing import Annotated, Any, Literal, cast

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from bot.adapters.files.fields import Duration, Name, OnOff, Percent, Slug
from bot.adapters.files.section import Section
from bot.adapters.files.storm_part import limit
from bot.domain.calendar.address import LANGUAGES, Address
from bot.domain.calendar.mix import Mix, Most
from bot.domain.calendar.style import Guide
from bot.domain.storm.plan import Limit

_TERM = {"type": "string", "minLength": 1, "maxLength": 60}


def banned(value: Any) -> dict[str, str]:  # noqa: ANN401  # whatever stands in the file
    """Read terms that are not used: a list, or each with what is said instead."""
    given: list[tuple[object, object]]
    if isinstance(value, list):
        given = [(term, None) for term in cast("list[object]", value)]
    elif isinstance(value, dict):
        given = list(cast("dict[object, object]", value).items())
    else:
        raise ValueError("write a list of terms, or each with what to say instead: {cheap: affordable}")  # noqa: TRY004  # pydantic reads it
    return dict(_term(term, instead) for term, instead in given)


def _term(term: object, instead: object) -> tuple[str, str]:
    if not isinstance(term, str) or not term.strip() or not isinstance(instead, str | None):
        raise ValueError("a term is a word or a few; put it in quotes if it looks like a number")
    return term.strip(), (instead or "").strip()


Banned = Annotated[
    dict[str, str],
    BeforeValidator(banned),
    Field(max_length=500),
    WithJsonSchema({"anyOf": [{"type": "array", "items": _TERM}, {"type": "object", "additionalProperties": _TERM}]}),
]
SoMany = Annotated[
    Limit,
    BeforeValidator(partial(limit, least=1)),
    WithJsonSchema({"type": "string", "pattern": r"^\d+ in .+$", "examples": ["2 in 7d"]}),
]


class AddressPart(Section):
    """How readers are spoken to; English knows no difference."""

    pl: Address | None = None
    """informal (ty) or formal (Pan, Pani)."""
    ru: Address | None = None
    """informal (ты) or formal (вы)."""
    es: Address | None = None
    """informal (tú) or formal (usted)."""
    sq: Address | None = None
    """informal (ti) or formal (ju)."""

    def forms(self) -> dict[str, Address]:
        named = ((language, getattr(self, language)) for language in LANGUAGES)
        return {language: form for language, form in named if form is not None}


class MixPart(Section):
    """What the calendar should be made of; `check-config` and whoever approves a post are told what does not fit."""

    owner: Literal["required", "optional"] = "optional"
    """Must every post have somebody who answers for it?"""
    pillars: Annotated[dict[Slug, Percent], Field(max_length=12)] = {}
    """What posts are about, and which share of them each is: {news: 40%, people: 60%}."""
    at_most: Annotated[dict[Slug, SoMany], Field(max_length=12)] = {}
    """So many of a kind in so long: {promotion: 2 in 7d}."""
    over: Duration = timedelta(days=30)
    """How long a stretch shares are counted over."""

    @model_validator(mode="after")
    def _adds_up(self) -> "MixPart":
        if self.pillars and not 0.99 <= sum(self.pillars.values()) <= 1.01:
            raise ValueError(f"the shares of the pillars add up to {sum(self.pillars.values()):.0%}, not to 100%")
        for kind in self.at_most if self.pillars else ():
            if kind not in self.pillars:
                raise ValueError(f'"{kind}" is none of the pillars: {", ".join(self.pillars)}')
        return self

    def mix(self) -> Mix:
        limits = {kind: Most(most.count, most.within) for kind, most in self.at_most.items()}
        return Mix(self.pillars, limits, self.owner == "required", self.over)


class StylePart(Section):
    """How everything sounds that goes out in the community's name.

    Slips are shown by `check-config`; only a post that is to be approved is held back by one.
    """

    banned: Banned = {}
    """Terms that are not used, and what is said instead: {cheap: affordable}."""
    wanted: Annotated[list[Name], Field(max_length=200)] = []
    """Names and words that are always spelt just so: [e-mail, Riverside Makers]."""
    address: AddressPart = AddressPart()
    """Formal or informal, for each language."""
    exclamations: Annotated[int, Field(ge=0, le=50)] | None = None
    """At most so many exclamation marks in a text."""
    emoji: Annotated[int, Field(ge=0, le=50)] | None = None
    """At most so many emoji in a text."""
    longest: Annotated[int, Field(ge=40, le=4000)] | None = None
    """At most so many characters in a post or an answer."""
    tracking: OnOff = True
    """May links carry parameters that tell who followed them (utm_source, fbclid)? off proposes them without."""
    signature: Annotated[str, Field(max_length=80)] = ""
    """What every post ends with."""
    mix: MixPart = MixPart()

    def guide(self) -> Guide:
        return Guide(
            self.banned,
            tuple(self.wanted),
            self.address.forms(),
            self.exclamations,
            self.emoji,
            self.longest,
            self.tracking,
            self.signature.strip(),
        )
