"""From what was typed to a giveaway, or every reason why it cannot be one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.core.durations import parse_duration
from bot.core.giveaways import Conditions
from bot.core.moments import NoMoment, Planned, read_moment, refused
from bot.core.people import Rank
from bot.core.text import Say, say
from bot.domain.gatherings.giveaways.line import Key, Typed

LONGEST_PRIZE = 300
LONGEST_QUESTION = 200
LONGEST_ANSWER = 200
MOST_WINNERS = 50
SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=90)
"""No longer than buttons live."""
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A giveaway that is in order; ``twice``: it ends at an hour that comes twice, the first time."""

    prize: str
    winners: int
    closes_at: datetime
    conditions: Conditions
    claim_within: timedelta
    everywhere: bool
    twice: bool = False


class _Fault(Exception):  # noqa: N818  # it is caught a few lines further down
    def __init__(self, why: Say) -> None:
        super().__init__(why.key)
        self.why = why


def drafted(typed: Typed, now: datetime, house: House) -> Draft | tuple[Say, ...]:
    """Judge what was typed; with faults, all of them."""
    faults = [*_prize(typed[Key.PRIZE]), *_question(typed)]
    winners = _winners(typed[Key.WINNERS])
    closes = _closes(typed[Key.UNTIL], now, house)
    try:
        conditions, claim = _conditions(typed, house), _span(typed, Key.CLAIM, house.claim_within)
    except _Fault as fault:
        faults.append(fault.why)
        conditions, claim = Conditions(), timedelta(0)
    faults += [fault for fault in (winners, closes) if isinstance(fault, Say)]
    if faults or isinstance(winners, Say) or isinstance(closes, Say):
        return tuple(faults)
    everywhere = _flag(typed[Key.EVERYWHERE], house.everywhere)
    return Draft(typed[Key.PRIZE], winners, closes.at, conditions, claim, everywhere, closes.twice)


def _prize(prize: str) -> Iterator[Say]:
    if not prize:
        yield say("giveaway-fault-no-prize")
    if len(prize) > LONGEST_PRIZE:
        yield say("giveaway-fault-long", given=prize[:40], count=len(prize), most=LONGEST_PRIZE)


def _question(typed: Typed) -> Iterator[Say]:
    question, answer = typed[Key.QUESTION], typed[Key.ANSWER]
    if bool(question) != bool(answer):
        yield say("giveaway-fault-question")
    for words, most in ((question, LONGEST_QUESTION), (answer, LONGEST_ANSWER)):
        if len(words) > most:
            yield say("giveaway-fault-long", given=words[:40], count=len(words), most=most)


def _winners(given: str) -> int | Say:
    many = int(given) if given.isascii() and given.isdigit() and len(given) <= 6 else 0 if given else 1
    return many if 1 <= many <= MOST_WINNERS else say("giveaway-fault-winners", given=given[:20], most=MOST_WINNERS)


def _closes(given: str, now: datetime, house: House) -> Planned | Say:
    closes = read_moment(given, now, house.zone) if given else Planned(now + house.lasts)
    if isinstance(closes, NoMoment):
        return refused(closes, given)
    if not SHORTEST <= closes.at - now <= LONGEST:
        return say("giveaway-fault-lasts", shortest=SHORTEST, longest=LONGEST)
    return closes


def _conditions(typed: Typed, house: House) -> Conditions:
    return Conditions(
        _span(typed, Key.MEMBER_FOR, house.member_for),
        _span(typed, Key.ACCOUNT_FOR, timedelta(0)),
        _rank(typed[Key.RANK]),
        _role(typed[Key.ROLE]),
        _flag(typed[Key.LINKED], otherwise=False),
        typed[Key.QUESTION],
        tuple(one for part in typed[Key.ANSWER].split("|") if (one := folded(part))),
    )


def folded(answer: str) -> str:
    """An answer as it is compared: small and capital letters, spaces and a final mark make no difference."""
    return " ".join(answer.casefold().split()).strip(" .,!?;:\"'")


def _span(typed: Typed, key: Key, otherwise: timedelta) -> timedelta:
    given = typed[key]
    if not given:
        return otherwise
    span = timedelta(0) if given.casefold() in NEVER else parse_duration(given)
    if span is None or span > timedelta(days=3660):
        raise _Fault(say("giveaway-fault-setting", given=f"{key}:{given}"[:60]))
    return span


def _rank(given: str) -> Rank:
    if given and given.casefold() not in _RANKS:
        raise _Fault(say("giveaway-fault-setting", given=f"rank:{given}"[:60]))
    return _RANKS.get(given.casefold(), Rank.MEMBER)


def _role(given: str) -> str:
    found = _ROLE.fullmatch(given)
    if given and found is None:
        raise _Fault(say("giveaway-fault-setting", given=f"role:{given}"[:60]))
    return "" if found is None else found[1]


def _flag(given: str, otherwise: bool) -> bool:
    return given.casefold() not in NEVER if given else otherwise
