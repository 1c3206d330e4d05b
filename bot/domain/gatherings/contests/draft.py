"""From what was typed to a contest, or every reason why it cannot be one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.contests import JudgedBy, Judges, Law
from bot.core.durations import parse_duration
from bot.core.giveaways import Conditions
from bot.core.ids import DISCORD, UserRef
from bot.core.moments import NoMoment, Planned, read_moment, refused
from bot.core.people import Rank
from bot.core.text import Say, say, visible
from bot.domain.gatherings.line import Key, Typed
from bot.domain.gatherings.reading import (
    LONGEST,
    MOST_WINNERS,
    SHORTEST,
    House,
    Strange,
    conditions,
    count,
    end,
    flag,
    rank_named,
    role_named,
    span,
    too_long,
)

LONGEST_TITLE = 150
LONGEST_BRING = 800
LONGEST_PRIZES = 300
MOST_EACH = 10
"""So many may one person bring at most."""
MOST_JUDGES = 20
_WORDS = {
    JudgedBy.VOTES: "votes głosy głosowanie голоса голосование votos vota",
    JudgedBy.JURY: "jury жюри jurado juria",
    Law.MEAN: "mean average średnia среднее media mesatarja",
    Law.SUM: "sum suma сумма shuma",
}
_MEANS = {word: meant for meant, words in _WORDS.items() for word in words.split()}
_SHOWN = frozenset(["open", "shown", "jawne", "открыто", "abierto", "hapur"])
_ACCOUNT = re.compile(r"(discord|telegram):\d{1,30}")
_MENTION = re.compile(r"<@!?(\d{1,30})>")


@dataclass(frozen=True, slots=True)
class Judging:
    """How the community has contests judged, unless somebody says otherwise."""

    by: JudgedBy = JudgedBy.VOTES
    lasts: timedelta = timedelta(days=3)
    law: Law = Law.MEAN
    most: int = 1
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A contest that is in order; ``twice``: it ends at an hour that comes twice, the first time."""

    title: str
    bring: str
    prizes: str
    winners: int
    closes_at: datetime
    judged_until: datetime
    conditions: Conditions
    claim_within: timedelta
    judging: Judging
    judges: Judges
    hidden: bool
    everywhere: bool
    twice: bool = False

    @property
    def words(self) -> str:
        """All that its host wrote and everybody will read."""
        return f"{self.title}\n{self.bring}\n{self.prizes}"


@dataclass(frozen=True, slots=True)
class _Rest:
    """What can only be read whole: one strange setting spoils it."""

    conditions: Conditions
    claim_within: timedelta
    judging: Judging
    judges: Judges
    hidden: bool


def drafted(typed: Typed, now: datetime, house: House, usual: Judging) -> Draft | tuple[Say, ...]:
    """Judge what was typed; with faults, all of them."""
    faults = list(_words(typed))
    winners = count(typed[Key.WINNERS], MOST_WINNERS)
    if not winners:
        faults.append(say("giveaway-fault-winners", given=typed[Key.WINNERS][:20], most=MOST_WINNERS))
    if typed[Key.MOST] and not count(typed[Key.MOST], MOST_EACH):
        faults.append(say("contest-fault-most", given=typed[Key.MOST][:20], most=MOST_EACH))
    closes = end(typed[Key.UNTIL], now, house) or say("contest-fault-lasts", shortest=SHORTEST, longest=LONGEST)
    judged = None if isinstance(closes, Say) else _judged(typed[Key.JUDGING], closes.at, house, usual)
    faults += [fault for fault in (closes, judged) if isinstance(fault, Say)]
    rest = _rest(typed, house, usual)
    if isinstance(rest, Say):
        faults.append(rest)
    if faults or isinstance(closes, Say) or not isinstance(judged, Planned) or isinstance(rest, Say):
        return tuple(faults)
    return Draft(
        typed[Key.TITLE],
        typed[Key.BRING],
        typed[Key.PRIZE],
        winners,
        closes.at,
        judged.at,
        rest.conditions,
        rest.claim_within,
        rest.judging,
        rest.judges,
        rest.hidden,
        flag(typed[Key.EVERYWHERE], house.everywhere),
        closes.twice or judged.twice,
    )


def _words(typed: Typed) -> Iterator[Say]:
    if not visible(typed[Key.TITLE]):
        yield say("contest-fault-no-title")
    lengths = ((Key.TITLE, LONGEST_TITLE), (Key.BRING, LONGEST_BRING), (Key.PRIZE, LONGEST_PRIZES))
    for key, most in lengths:
        long = too_long(typed[key], most)
        if long is not None:
            yield long


def _judged(given: str, closes_at: datetime, house: House, usual: Judging) -> Planned | Say:
    """When the judging ends: a span counts from the end of submissions."""
    lasts = parse_duration(given) if given else usual.lasts
    until = Planned(closes_at + min(lasts, 2 * LONGEST)) if lasts is not None else None
    if until is None:
        read = read_moment(given, closes_at, house.zone)
        if isinstance(read, NoMoment):
            return refused(read, given)
        until = read
    if not SHORTEST <= until.at - closes_at <= LONGEST:
        return say("contest-fault-judging", shortest=SHORTEST, longest=LONGEST)
    return until


def _rest(typed: Typed, house: House, usual: Judging) -> _Rest | Say:
    try:
        return _Rest(
            conditions(typed, house),
            span(typed, Key.CLAIM, house.claim_within),
            _judging(typed, usual),
            _judges(typed[Key.JURY]),
            hidden=typed[Key.COUNTS].casefold() not in _SHOWN,
        )
    except Strange as strange:
        return say("contest-fault-setting", given=strange.given)


def _judging(typed: Typed, usual: Judging) -> Judging:
    by, law = usual.by, usual.law
    if typed[Key.JURY]:
        by = JudgedBy.JURY
    if typed[Key.JUDGED]:
        meant = _MEANS.get(typed[Key.JUDGED].casefold())
        if not isinstance(meant, JudgedBy):
            raise Strange(Key.JUDGED, typed[Key.JUDGED])
        by = meant
    if typed[Key.LAW]:
        counted = _MEANS.get(typed[Key.LAW].casefold())
        if not isinstance(counted, Law):
            raise Strange(Key.LAW, typed[Key.LAW])
        law = counted
    most = count(typed[Key.MOST], MOST_EACH) if typed[Key.MOST] else usual.most
    return Judging(by, usual.lasts, law, most, flag(typed[Key.REVIEW], usual.reviewed))


def _judges(given: str) -> Judges:
    """Who is named there: ranks, roles and accounts; moderators where nobody is."""
    named = dict.fromkeys(_judge(word) for word in re.split(r"[\s,;]+", given) if word)
    accounts = tuple(one for one in named if isinstance(one, UserRef))
    roles = tuple(one for one in named if isinstance(one, str))
    ranks = [one for one in named if isinstance(one, Rank)]
    if len(named) > MOST_JUDGES:
        raise Strange(Key.JURY, given)
    return Judges(accounts, roles, min(ranks, default=None)) if named else Judges(rank=Rank.MODERATOR)


def _judge(word: str) -> UserRef | str | Rank:
    if _ACCOUNT.fullmatch(word):
        return UserRef.parse(word)
    mention = _MENTION.fullmatch(word)
    if mention is not None:
        return UserRef(DISCORD, mention[1])
    found = role_named(word) or rank_named(word.rstrip("s"))
    if found is None or (isinstance(found, Rank) and found < Rank.HELPER):
        raise Strange(Key.JURY, word)
    return found
