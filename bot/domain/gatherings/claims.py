"""Winners are told, and claim what they won in time; the same for whatever can be won."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.giveaways import PassedOver, Prized
from bot.core.ids import UserRef

Won = tuple[Prized, ...]


def told(won: Won, within: timedelta, now: datetime) -> Won:
    """Winners are told now, so that the time in which they have to claim begins; without one it is theirs at once."""
    fresh = Prized("", now + within) if within else Prized("", claimed=True)
    return tuple(one if one.is_told else replace(fresh, code=one.code) for one in won)


def claimed(won: Won, code: str) -> Won:
    """She wants it."""
    return tuple(replace(one, claimed=True) if one.code == code else one for one in won)


def without(won: Won, code: str) -> Won:
    """Somebody who had won does not win after all; those behind move up."""
    return tuple(one for one in won if one.code != code)


def ever_won(won: Won, passed: Iterable[PassedOver]) -> tuple[str, ...]:
    """What has won up to now, also what went on to the next: nobody wins twice."""
    return (*(one.code for one in won), *(one.code for one in passed if one.had_won))


def hers(won: Won, owners: Mapping[str, UserRef], accounts: Collection[UserRef], now: datetime) -> Prized | None:
    """What one of these accounts has won and can still claim, or has claimed."""
    mine = next((one for one in won if one.code in owners and owners[one.code] in accounts), None)
    if mine is None or (mine.until is not None and mine.until <= now and not mine.claimed):
        return None
    return mine
