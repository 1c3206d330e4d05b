"""The laws by which a contest is decided: who is before whom, and why. No order of ballots changes anything.

Votes: more votes come first. Points: the higher mean or sum comes first; a mean of fewer than half of the judges who
judged at all comes after every other. Those that are level: more ballots come first, then what was brought earlier.
What nobody gave a ballot to is not placed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from bot.core.contests import Law, Stood

LEAST, BEST = 1, 10
"""The points that a judge can give."""

Vote: TypeAlias = tuple[str, int, int]
"""Whose it is, for which submission, and a number that is higher the later it came. There may be very many."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """The points that a judge gives a submission; of those that one gives it the latest count."""

    person: str
    submission: int
    points: int = 1
    seq: int = 0


def by_votes(authors: Mapping[int, str], given: Iterable[Vote]) -> tuple[Stood, ...]:
    """Count the latest vote of each person, and none for her own submission; ``authors`` says whose each one is."""
    latest: dict[str, tuple[int, int]] = {}
    for person, submission, seq in given:
        known = latest.get(person)
        if known is None or known[0] < seq:
            latest[person] = (seq, submission)
    for_others = (one for person, (_, one) in latest.items() if authors.get(one, person) != person)
    votes = Counter(for_others)
    order = sorted(votes, key=lambda one: (-votes[one], one))
    return tuple(Stood(one, str(votes[one]), votes[one]) for one in order)


def by_points(authors: Mapping[int, str], ballots: Iterable[Ballot], law: Law) -> tuple[Stood, ...]:
    """Count the points of each judge for each submission that is not her own."""
    latest: dict[tuple[str, int], Ballot] = {}
    for ballot in ballots:
        about = (ballot.person, ballot.submission)
        known = latest.get(about)
        if known is None or known.seq < ballot.seq:
            latest[about] = ballot
    points: dict[int, list[int]] = defaultdict(list)
    judges: set[str] = set()
    for ballot in latest.values():
        if authors.get(ballot.submission, ballot.person) != ballot.person:
            points[ballot.submission].append(ballot.points)
            judges.add(ballot.person)

    def rank(one: int) -> tuple[bool, Fraction, int, int]:
        # Whoever brought something cannot judge it, and that must not be held against it.
        asked = len(judges - {authors[one]})
        few = law is Law.MEAN and 2 * len(points[one]) < asked
        return few, -_score(points[one], law), -len(points[one]), one

    return tuple(Stood(one, _shown(_score(points[one], law)), len(points[one])) for one in sorted(points, key=rank))


def _score(points: Sequence[int], law: Law) -> Fraction:
    return Fraction(sum(points), len(points) if law is Law.MEAN else 1)


def _shown(score: Fraction) -> str:
    return f"{float(score):.2f}".rstrip("0").rstrip(".")
