"""Settings as people write them, read: spans, ranks, roles, yes or no, an end, and who may take part."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.core.durations import parse_duration
from bot.core.giveaways import Conditions
from bot.core.moments import NoMoment, Planned, read_moment, refused
from bot.core.people import Rank
from bot.core.text import Say, say
from bot.domain.gatherings.line import Key, Typed

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=90)
"""No longer than buttons live."""
MOST_WINNERS = 50
NEVER = frozenset(["no", "off", "none", "nie", "нет", "jo", "0"])
_RANKS = {rank.name.lower(): rank for rank in (Rank.MEMBER, Rank.TRUSTED, Rank.HELPER, Rank.MODERATOR)}
_ROLE = re.compile(r"(?:<@&)?(\d{1,30})>?")


@dataclass(frozen=True, slots=True)
class House:
    """What the community decided: how long it takes entries, who may enter, and its clock."""

    lasts: timedelta
    member_for: timedelta
    claim_within: timedelta
    everywhere: bool
    zone: tzinfo


class Strange(Exception):  # noqa: N818  # it is always caught a few lines further up
    """A setting that cannot be read; ``given`` is what stood there."""

    def __init__(self, key: Key, given: str) -> None:
        self.given = f"{key}:{given}"[:60]
        super().__init__(self.given)


def end(given: str, now: datetime, house: House) -> Planned | Say | None:
    """When it ends, or why there is no such time; None where that is too soon or too far away."""
    closes = read_moment(given, now, house.zone) if given else Planned(now + house.lasts)
    if isinstance(closes, NoMoment):
        return refused(closes, given)
    return closes if SHORTEST <= closes.at - now <= LONGEST else None


def count(given: str, most: int) -> int:
    """A number from 1 to ``most``, 1 where nothing was said, and 0 where it is none."""
    many = int(given) if given.isascii() and given.isdigit() and len(given) <= 6 else 0 if given else 1
    return many if 1 <= many <= most else 0


def too_long(words: str, most: int) -> Say | None:
    """That something has more characters than it may have."""
    if len(words) <= most:
        return None
    return say("giveaway-fault-long", given=words[:40], count=len(words), most=most)


def conditions(typed: Typed, house: House) -> Conditions:
    """Who may take part; raises Strange."""
    return Conditions(
        span(typed, Key.MEMBER_FOR, house.member_for),
        span(typed, Key.ACCOUNT_FOR, timedelta(0)),
        _rank(typed[Key.RANK]),
        _role(typed[Key.ROLE]),
        flag(typed[Key.LINKED], otherwise=False),
        invites=flag(typed[Key.INVITES], otherwise=False),
    )


def span(typed: Typed, key: Key, otherwise: timedelta) -> timedelta:
    """How long; raises Strange."""
    given = typed[key]
    if not given:
        return otherwise
    span = timedelta(0) if given.casefold() in NEVER else parse_duration(given)
    if span is None or span > timedelta(days=3660):
        raise Strange(key, given)
    return span


def flag(given: str, otherwise: bool) -> bool:
    """Yes, unless it says no in some language."""
    return given.casefold() not in NEVER if given else otherwise


def rank_named(given: str) -> Rank | None:
    """The rank of this name."""
    return _RANKS.get(given.casefold())


def role_named(given: str) -> str | None:
    """The id of a role of Discord, as it is mentioned there or alone."""
    found = _ROLE.fullmatch(given)
    return None if found is None else found[1]


def _rank(given: str) -> Rank:
    rank = rank_named(given)
    if given and rank is None:
        raise Strange(Key.RANK, given)
    return rank or Rank.MEMBER


def _role(given: str) -> str:
    role = role_named(given)
    if given and role is None:
        raise Strange(Key.ROLE, given)
    return role or ""
