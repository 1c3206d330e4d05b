"""A rule as a manager writes it: one key that says what it looks for, and everything else beside it."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

from datetime import timedelta
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from bot.adapters.files.fields import (
    Account,
    Between,
    Deed,
    Duration,
    Kinds,
    Language,
    Marks,
    Mode,
    Name,
    OnOff,
    Percent,
    PersonalKinds,
    RoleId,
    ScriptNames,
    Slug,
    Sources,
    Spoken,
    Ways,
)
from bot.adapters.files.section import Section, Short


class OnlyPart(Section):
    member_for_less_than: Duration | None = None
    """The rule looks only at members who joined this recently."""
    account_younger_than: Duration | None = None
    """The rule looks only at accounts made this recently. Telegram does not tell, so there it looks at nobody."""
    first_messages: Annotated[int, Field(ge=1, le=100)] | None = None
    """The rule looks only at the first so many messages of somebody who came in while the bot was here."""
    places: Annotated[list[Slug], Field(min_length=1)] | None = None
    """The rule looks only here; names from `places`."""
    crisis: Annotated[int, Field(ge=1, le=3)] | None = None
    """The rule looks only while the community is in a crisis, from this level on (1 to 3)."""
    between: Between | None = None
    """The rule looks only at this time of day, in the community's time zone: "22:00-06:00"."""


class SparePart(Section):
    rank: Literal["trusted", "helper", "moderator", "manager"] | None = None
    """From this rank on; helpers and whoever is above them if left out."""
    roles: list[RoleId] = []
    """Whoever holds one of these roles, by id."""
    users: list[Account] = []
    """Single accounts, as in `managers`."""


class DuplicatesPart(Short):
    same: Annotated[int, Field(ge=2, le=100)]
    """How often the same is posted ..."""
    within: Duration = timedelta(minutes=1)
    """... in this time; one minute if left out."""
    people: Annotated[int, Field(ge=1, le=100)] = 1
    """By how many different people at least; 1: by one and the same."""


class MentionsPart(Short):
    words: ClassVar[dict[str, dict[str, Any]]] = {"everyone": {"everyone": True}}

    people: Annotated[int, Field(ge=2, le=100)] | None = None
    """How many different people are named, in one message ..."""
    within: Duration | None = None
    """... or in this time."""
    everyone: bool = False
    """@everyone and @here too, also by people who have no right to call."""


class CapsPart(Short):
    share: Percent
    """How many of the letters are capitals ..."""
    letters: Annotated[int, Field(ge=4, le=1000)] = 12
    """... in a message of at least so many letters."""


class LengthPart(Short):
    characters: Annotated[int, Field(ge=1, le=6000)] | None = None
    """So many characters in one message."""
    lines: Annotated[int, Field(ge=2, le=2000)] | None = None
    """So many lines in one message."""


class SpamPart(Short):
    score: Percent = 0.9
    """How sure the model must be: 90% if left out."""


class ToxicityPart(Short):
    score: Percent = 0.9
    """How sure it must be: 90% if left out."""
    languages: Annotated[list[Language], Field(min_length=1)] | None = None
    """The languages that people here write in; those of the community if left out."""


class PrecisionPart(Short):
    floor: Percent = 0.8
    """What share of its decisions should stand; counted from 30 decisions on."""
    by_itself: OnOff = False
    """Below that, on: it only watches from then on, and moderators hear of it. Off: moderators are asked."""


class RulePart(Section):
    words: Annotated[list[Name] | None, Field(min_length=1, max_length=5000)] = None
    """Trigger: words. en, pl, ru, es, sq stand for their reviewed lists; anything else is a word of your own."""
    from_: Annotated[Literal["mild", "medium", "strong"] | None, Field(alias="from")] = None
    """How bad a word of the reviewed lists must be; strong if left out."""
    except_: Annotated[list[Name] | None, Field(alias="except")] = None
    """Words that are fine here."""
    links: Literal["invites", "all", "shorteners", "look-alikes"] | None = None
    """Trigger: links. `invites` to other communities; `all`; `shorteners`, which hide where they lead; `look-alikes`
    of well-known domains and of those in `allow`."""
    allow: list[Name] | None = None
    """Links: these are fine. A domain, or a domain and the start of a path: `discord.gg/riverside`.
    Posted via bots: these bots may help."""
    deny: list[Name] | None = None
    """Links: only these are not, or with `shorteners` these too."""
    messages: Annotated[int, Field(ge=2, le=100)] | None = None
    """Trigger: so many messages ..."""
    reactions: Annotated[int, Field(ge=2, le=100)] | None = None
    """Trigger: so many reactions added by one member, to whatever messages ..."""
    within: Duration | None = None
    """... in this time."""
    shorter_than: Annotated[int, Field(ge=2, le=500)] | None = None
    """Only messages of fewer characters than this count."""
    duplicates: DuplicatesPart | None = None
    """Trigger: the same words again, however they are dressed, in any place of the community."""
    mentions: MentionsPart | None = None
    """Trigger: calling many people, or `everyone`."""
    pattern: Annotated[str, Field(min_length=1, max_length=512)] | None = None
    """Trigger: a pattern in RE2 syntax, tried on folded text (lower case, disguises undone)."""
    caps: CapsPart | None = None
    """Trigger: shouting. `70%` of the letters are capitals."""
    emoji: Annotated[int, Field(ge=2, le=500)] | None = None
    """Trigger: so many emoji in one message."""
    zalgo: Marks | None = None
    """Trigger: heaps of marks upon letters; `on`, or how many upon one letter."""
    length: LengthPart | None = None
    """Trigger: so many characters, or lines, in one message."""
    attachments: Kinds | None = None
    """Trigger: attachments of these kinds, or `any`. `program` is whatever a double click would run."""
    posted: Ways | None = None
    """Trigger: how it was posted. `forwarded`, `via-bot`, or `as-channel` instead of as a person."""
    scripts: ScriptNames | None = None
    """Trigger: writing in any other script than these."""
    speaks: Spoken | None = None
    """Trigger: a message of five words or more that is surely in none of these languages, by code: `[en, de]`."""
    spam: SpamPart | None = None
    """Trigger: what a model takes for spam, this sure of it: `90%`. It knows English and Russian, learns from your
    moderators' verdicts, and holds its tongue about other languages. Best with `only: {first_messages: 3}`."""
    toxicity: ToxicityPart | None = None
    """Trigger: attacks on people, this sure of it: `90%`. English and Polish have a small model; everywhere it weighs
    the listed words, whom they are said to, and what your moderators' verdicts taught it."""
    personal_data: PersonalKinds | None = None
    """Trigger: telephone numbers, mail addresses, card numbers. They are shown to nobody, not even on cards."""
    looks_at: Sources | None = None
    """`messages`, what members are called (`names`), what threads and topics are called (`titles`), or several.
    Messages if left out."""
    only: OnlyPart = OnlyPart()
    """When the rule looks at all; every condition must hold."""
    spare: SparePart = SparePart()
    """Whom it does not touch."""
    guideline: Slug | None = None
    """Which guideline it breaks; the notice cites it."""
    do: Annotated[list[Deed], Field(min_length=1)] | None = None
    """delete, warn, mute 10m, kick, ban, ask moderators. Left out: delete and warn."""
    strikes: Annotated[int, Field(ge=0, le=20)] = 1
    """How many strikes it counts on the ladder."""
    mode: Mode = "watch"
    """off; watch (staff see what it would have done); on."""
    on_failure: Literal["open", "closed"] = "open"
    """If the rule itself breaks over a message: open lets it pass, closed removes it and asks moderators."""
    precision: PrecisionPart | None = None
    """How often the rule must be right: 90%. What people take back, and appeals that are upheld, count against it."""
    match: list[str] = []
    """Examples that must fire; tried whenever the file is read."""
    pass_: Annotated[list[str], Field(alias="pass")] = []
    """Examples that must not."""
