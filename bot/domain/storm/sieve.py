"""Whom an order about newcomers would hit, and whom it spares and why: shown before anything happens."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.people import Member, Rank
from bot.core.sheets import sheet
from bot.core.text import Body, File, Lines, Mention, Moment, lines, say
from bot.domain.storm.incident import Arrival

NAMED = 15
"""So many are named in the preview itself; of more there is a list."""


class Spared(StrEnum):
    """Why somebody is left alone."""

    TEAM = "team"
    LEFT = "left"
    """They are gone again by themselves."""
    JUDGED = "judged"
    """Since they came, something befell them already, or a moderator took that back."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a newcomer when it is decided about her; ``member`` None where nobody was asked."""

    member: Member | None
    has_left: bool = False
    is_judged: bool = False


@dataclass(frozen=True, slots=True)
class Sieved:
    """Who stays in the sieve, and who falls through."""

    hit: tuple[Arrival, ...] = ()
    spared: tuple[tuple[Arrival, Spared], ...] = ()


def spared(known: Known) -> Spared | None:
    """Why this one is spared; None when nothing speaks for her."""
    member = known.member
    if member is not None and (member.rank >= Rank.HELPER or member.untouchable or member.is_bot):
        return Spared.TEAM
    if known.has_left:
        return Spared.LEFT
    return Spared.JUDGED if known.is_judged else None


def once(people: Iterable[Arrival]) -> tuple[Arrival, ...]:
    """Everybody once, as she came last: who leaves and comes again is one person."""
    return tuple({(one.space, one.user): one for one in people}.values())


def preview(number: int, how: str, found: Sieved) -> Lines:
    """Whom it would befall, since when they are here, and who is spared."""
    named = [say("storm-would-who", who=Mention(one.user, one.name), at=Moment(one.at)) for one in found.hit[:NAMED]]
    more = len(found.hit) - NAMED
    return lines(
        say(f"storm-would-{how}", number=number, count=len(found.hit)) if found.hit else say("storm-nobody-left"),
        *named,
        say("and-more", count=more) if more > 0 else None,
        *spared_lines(Counter(why for _, why in found.spared)),
        say("storm-would-later") if found.hit else None,
    )


def spared_lines(counted: Counter[Spared]) -> Sequence[Body]:
    """How many are spared, by reason."""
    return [say(f"storm-spared-{why}", count=counted[why]) for why in Spared if counted[why]]


def listed(number: int, found: Sieved) -> File:
    """Everybody, one in a row, for a list that is too long to be read in a chat."""
    everybody = [*((one, "") for one in found.hit), *((one, why.value) for one, why in found.spared)]
    rows = [(f"{one.at:%Y-%m-%d %H:%M:%S}", one.name, str(one.user), why) for one, why in everybody]
    return File(f"storm-{number}.csv", sheet([("joined (UTC)", "name", "account", "spared"), *rows]))
