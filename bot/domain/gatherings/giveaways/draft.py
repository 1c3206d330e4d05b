"""From what was typed to a giveaway, or every reason why it cannot be one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.giveaways import Conditions
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
    span,
    too_long,
)

LONGEST_PRIZE = 300
LONGEST_QUESTION = 200
LONGEST_ANSWER = 200


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

    @property
    def words(self) -> str:
        """All that its host wrote and everybody will read."""
        return f"{self.prize}\n{self.conditions.question}"


def drafted(typed: Typed, now: datetime, house: House) -> Draft | tuple[Say, ...]:
    """Judge what was typed; with faults, all of them."""
    faults = [*_prize(typed[Key.PRIZE]), *_question(typed)]
    winners = count(typed[Key.WINNERS], MOST_WINNERS)
    closes = end(typed[Key.UNTIL], now, house) or say("giveaway-fault-lasts", shortest=SHORTEST, longest=LONGEST)
    try:
        who, claim = _conditions(typed, house), span(typed, Key.CLAIM, house.claim_within)
    except Strange as strange:
        faults.append(say("giveaway-fault-setting", given=strange.given))
        who, claim = Conditions(), timedelta(0)
    if not winners:
        faults.append(say("giveaway-fault-winners", given=typed[Key.WINNERS][:20], most=MOST_WINNERS))
    if isinstance(closes, Say):
        return (*faults, closes)
    if faults:
        return tuple(faults)
    everywhere = flag(typed[Key.EVERYWHERE], house.everywhere)
    return Draft(typed[Key.PRIZE], winners, closes.at, who, claim, everywhere, closes.twice)


def _prize(prize: str) -> Iterator[Say]:
    if not visible(prize):
        yield say("giveaway-fault-no-prize")
    long = too_long(prize, LONGEST_PRIZE)
    if long is not None:
        yield long


def _question(typed: Typed) -> Iterator[Say]:
    question, answer = typed[Key.QUESTION], typed[Key.ANSWER]
    if bool(question) != bool(_answers(answer)):
        yield say("giveaway-fault-question")
    for words, most in ((question, LONGEST_QUESTION), (answer, LONGEST_ANSWER)):
        long = too_long(words, most)
        if long is not None:
            yield long


def _conditions(typed: Typed, house: House) -> Conditions:
    answers = _answers(typed[Key.ANSWER])
    return replace(conditions(typed, house), question=typed[Key.QUESTION], answers=answers)


def _answers(given: str) -> tuple[str, ...]:
    """The right ones, as they are compared; marks alone are no answer that anybody could give."""
    return tuple(one for part in given.split("|") if (one := folded(part)))


def folded(answer: str) -> str:
    """An answer as it is compared: small and capital letters, spaces and a final mark make no difference."""
    return " ".join(answer.casefold().split()).strip(" .,!?;:\"'")
