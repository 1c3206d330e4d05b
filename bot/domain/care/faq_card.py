"""An answer from the FAQ as people see it: its text, its buttons, and an honest count of what became of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.answers import GivenAnswer, Outcome
from bot.core.ids import UserRef
from bot.core.people import Rank
from bot.core.text import Body, Lines, Localised, Quote, Rich, lines, say
from bot.core.ui import Button, Press, Rows, Tone
from bot.domain.care.answers import Entry

A_DAY = timedelta(days=1)
"""Who comes to the team within a day was not helped; who says nothing for so long went away."""
LASTS = timedelta(days=7)
LONGEST_QUESTION = 500


@dataclass(frozen=True, slots=True)
class Helped(Press):
    """That was what I wanted to know; ``conversation`` is the one that the answer was given in, 0 if none."""

    answer: str
    conversation: int = 0


@dataclass(frozen=True, slots=True)
class PersonPlease(Press):
    """I want a person; ``conversation`` is the one that the answer was given in, 0 if none."""

    answer: str
    entry: str
    question: str
    conversation: int = 0


@dataclass(frozen=True, slots=True)
class WrongAnswer(Press):
    """This entry, as it was written (``mark``), must not be said again."""

    answer: str
    entry: str
    mark: str


def id_of(user: UserRef, now: datetime) -> str:
    """A name for an answer: nobody is given two at once."""
    return f"{user} {now.isoformat()}"


def shown(entry: Entry, language: str) -> Lines:
    """The answer in the language that was asked in, where there is one, word for word and with its source."""
    texts = entry.answer.texts
    body = Localised({language: texts[language]}) if language in texts else entry.answer
    return lines(body, say("faq-source", source=entry.source) if entry.source else None)


def rows_of(
    given: GivenAnswer, entry: Entry, question: str, *, only: UserRef | None, staff: bool, conversation: int = 0
) -> Rows:
    """The asker's two buttons, and one for staff where staff see it."""
    person = PersonPlease(given.id, entry.key, question[:LONGEST_QUESTION], conversation)
    hers = (
        Button(say("button-helped"), Helped(given.id, conversation), Tone.GOOD, only=only, lasts=LASTS),
        Button(say("button-person"), person, only=only, private=True, lasts=LASTS),
    )
    return (hers, (wrong_button(given, entry),)) if staff else (hers,)


def wrong_button(given: GivenAnswer, entry: Entry) -> Button:
    press = WrongAnswer(given.id, entry.key, entry.mark)
    return Button(say("button-wrong-answer"), press, Tone.DANGER, rank=Rank.MODERATOR, private=True)


def person_row(question: str, only: UserRef) -> Rows:
    """For a question that has no answer."""
    press = PersonPlease("", "", question[:LONGEST_QUESTION])
    return ((Button(say("button-person-please"), press, only=only, private=True, lasts=LASTS),),)


def asked_for_a_person(given: GivenAnswer, entry: Entry, name: str, question: str) -> tuple[Body, Rows]:
    """What staff see when an answer was not enough."""
    body = lines(say("faq-not-enough", who=name, entry=entry.key), Rich((Quote(question),)))
    return body, ((wrong_button(given, entry),),)


def helped(given: GivenAnswer) -> GivenAnswer:
    """She says that it was enough."""
    return replace(given, outcome=Outcome.CONTAINED) if given.outcome is Outcome.GIVEN else given


def came_back(given: GivenAnswer, now: datetime) -> GivenAnswer:
    """She comes to the team after all: whoever said that it helped before did not mean it."""
    if now - given.at > A_DAY:
        return given
    match given.outcome:
        case Outcome.GIVEN:
            return replace(given, outcome=Outcome.HANDED)
        case Outcome.CONTAINED:
            return replace(given, outcome=Outcome.FALSE)
        case _:
            return given


def found_wrong(given: GivenAnswer) -> GivenAnswer:
    """Staff say that the answer was wrong; whoever has a person already is no false success."""
    return given if given.outcome is Outcome.HANDED else replace(given, outcome=Outcome.FALSE)


@dataclass(frozen=True, slots=True)
class Tally:
    """``waiting`` are those of the last day that nobody said anything about: they count as nothing yet."""

    given: int = 0
    contained: int = 0
    handed: int = 0
    abandoned: int = 0
    false: int = 0
    waiting: int = 0
    worst: tuple[tuple[str, int], ...] = ()
    """Entries that were not enough most often, and how often."""


def tally(given: Iterable[GivenAnswer], now: datetime) -> Tally:
    """Count each answer once; silence is no success."""
    listed = tuple(given)
    counts = Counter(one.outcome for one in listed)
    silent = [one for one in listed if one.outcome is Outcome.GIVEN]
    abandoned = sum(now - one.at > A_DAY for one in silent)
    missed = Counter(one.entry for one in listed if one.outcome in {Outcome.HANDED, Outcome.FALSE})
    worst = sorted(missed.items(), key=lambda pair: (-pair[1], pair[0]))[:5]
    return Tally(
        len(listed),
        counts[Outcome.CONTAINED],
        counts[Outcome.HANDED],
        abandoned,
        counts[Outcome.FALSE],
        len(silent) - abandoned,
        tuple(worst),
    )


def told(one: Tally, days: int) -> Lines:
    """The count for managers."""
    counts = say(
        "faq-stats",
        days=days,
        given=one.given,
        contained=one.contained,
        handed=one.handed,
        abandoned=one.abandoned,
        false=one.false,
        waiting=one.waiting,
    )
    return lines(counts, *(say("faq-stats-entry", entry=entry, count=count) for entry, count in one.worst))
