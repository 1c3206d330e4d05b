"""Quick hands: who somebody is, at a glance, and the buttons that act on her."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.actions import Sanction
from bot.core.cases import Case, Evidence, Search
from bot.core.ids import SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.text import Body, Lines, Mention, Moment, Say, lines, say
from bot.core.ui import Button, Field, Form, Press, Rows, Tone
from bot.domain.cases.listing import Turn, line_of

RECENT = 3
"""Cases on the card; the history has the rest."""
SPANS = {"mute-10m": timedelta(minutes=10), "mute-1h": timedelta(hours=1), "mute-1d": timedelta(days=1)}
_HANDS = (
    (("warn", Tone.PLAIN), ("mute-10m", Tone.PLAIN), ("mute-1h", Tone.PLAIN), ("mute-1d", Tone.PLAIN)),
    (("kick", Tone.DANGER), ("ban", Tone.DANGER), ("note", Tone.PLAIN)),
)
_CHANNEL = ((("ban", Tone.DANGER), ("note", Tone.PLAIN)),)


@dataclass(frozen=True, slots=True)
class Hand(Press):
    """Ask for a reason, then do this to that person; ``evidence`` is the message from whose menu the card came."""

    user: UserRef
    name: str
    how: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """What staff see of somebody: who she is here, and what the record says. ``holds`` are a mute or a ban of now."""

    member: Member
    space: SpaceRef
    language: str = ""
    accounts: Sequence[UserRef] = ()
    tally: Mapping[Sanction, int] | None = None
    strikes: int = 0
    holds: Sequence[Case] = ()
    recent: Sequence[Case] = ()


def sanction_of(how: str) -> tuple[Sanction, timedelta | None]:
    """What a button of the card does, and for how long."""
    if how in SPANS:
        return Sanction.MUTE, SPANS[how]
    return Sanction(how), None


def portrait(person: Person, now: datetime) -> Lines:
    """The card as text."""
    member = person.member
    return lines(
        say("person-who", who=Mention(member.user, member.name), id=str(member.user), rank=_rank(member)),
        _since("person-joined", member.joined_at, now),
        _since("person-created", member.created_at, now),
        say("person-language", language=person.language) if person.language else None,
        *(say("person-account", id=str(account)) for account in person.accounts if account != member.user),
        _counts(person),
        *map(_holding, person.holds),
        *map(line_of, person.recent[:RECENT]),
    )


def hands(person: Person, evidence: tuple[Evidence, ...] = ()) -> Rows:
    """The buttons of the card; every one asks for a reason first, and is judged anew in the person's space."""
    member, space = person.member, person.space

    def button(how: str, tone: Tone) -> Button:
        press = Hand(member.user, member.name, how, evidence)
        return Button(say(f"hand-{how}"), press, tone, Rank.MODERATOR, space)

    history = Button(say("hand-history"), Turn(Search(member.user), anew=True), rank=Rank.MODERATOR, space=space)
    rows = tuple(tuple(button(*one) for one in row) for row in (_CHANNEL if member.is_channel else _HANDS))
    return (*rows[:-1], (*rows[-1], history))


def form(press: Hand, warnings: int, space: SpaceRef, by: UserRef) -> Form:
    """The form for the reason; its title says what happened to her before."""
    sanction, _ = sanction_of(press.how)
    what = say(f"hand-{press.how}")
    title: Body = say("hand-form", what=what, who=press.name)
    if warnings:
        title = say("hand-form-warned", what=what, who=press.name, count=warnings)
    reason = Field("reason", say("hand-reason"), long=True, required=sanction is Sanction.NOTE)
    return Form(title, (reason,), Button(say("button-send"), press, rank=Rank.MODERATOR, space=space, only=by))


def _rank(member: Member) -> Say:
    return say(f"rank-{member.rank.name.lower()}")


def _since(key: str, at: datetime | None, now: datetime) -> Say | None:
    if at is None:
        return None
    return say(key, at=Moment(at), days=max(0, (now - at).days))


def _counts(person: Person) -> Say:
    tally = person.tally or {}
    cases = sum(tally.values())
    notes, warnings = tally.get(Sanction.NOTE, 0), tally.get(Sanction.WARN, 0)
    return say("person-counts", cases=cases, warnings=warnings, notes=notes, strikes=person.strikes)


def _holding(case: Case) -> Say:
    if case.until is None:
        return say(f"person-{case.sanction}-forever", case=case.number)
    return say(f"person-{case.sanction}", case=case.number, until=Moment(case.until))
