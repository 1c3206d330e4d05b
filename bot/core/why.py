"""Why a message was stopped or let through: every rule's answer as plain values, kept with the case they led to."""

from dataclasses import dataclass, replace
from datetime import timedelta

HIT = "hit"
FAILED = "failed"
"""The outcomes of a rule that fired, and of one that broke and holds the message back; others say why it passed."""
ABSTAINED = "abstained"
"""The outcome of a rule whose model knows too little of the language to say anything."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing a rule found: how it was written, what it was read as, and where it stands in the saved text.

    ``how`` names the disguise of a word, ``score`` is what a model gave; each is empty where it has no meaning.
    """

    written: str
    read_as: str = ""
    how: str = ""
    start: int | None = None
    end: int | None = None
    severity: str = ""
    language: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """What a rule counts: so many of so many, within this time, and for some rules by so many people of so many."""

    seen: int
    most: int
    within: timedelta
    people: int = 0
    most_people: int = 0


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """One rule's answer; ``line`` is where it stands in the config file, 0 where nobody knows; ``score`` a model's."""

    rule: str
    trigger: str
    mode: str
    outcome: str
    line: int = 0
    guideline: str = ""
    clues: tuple[Clue, ...] = ()
    count: Count | None = None
    score: float | None = None

    @property
    def fired(self) -> bool:
        return self.outcome in {HIT, FAILED}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Every rule's answer to one message, under which config, and the strikes the member had and got."""

    answers: tuple[RuleAnswer, ...]
    config: str = ""
    prior: int = 0
    added: int = 0
    crisis: int = 0

    @property
    def fired(self) -> tuple[RuleAnswer, ...]:
        return tuple(answer for answer in self.answers if answer.fired)

    def without_words(self) -> "Explanation":
        """Give the same answers without anybody's words."""
        return replace(self, answers=tuple(replace(a, clues=tuple(map(_blank, a.clues))) for a in self.answers))


def _blank(clue: Clue) -> Clue:
    return replace(clue, written="", read_as="")
