"""The laws by which a contest is decided: who is before whom, and why. No order of ballots changes anything.

Votes: more votes come first. Points: the higher mean or sum comes first; a mean of fewer than half of the judges who
judged at all comes after every other. Those that are level: more ballots come first, then what was brought earlier.
What nobody gave a ballot to is not placed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.core.contests import Law, Stood

LEAST, BEST = 1, 10
"""The points that a judge can give."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote for a submission, or the points that a judge gives it; of one person's ballots the latest counts."""

    person: str
    submission: int
    points: int = 1
    seq: int = 0


def by_votes(authors: Mapping[int, str], ballots: Iterable[Ballot]) -> tuple[Stood, ...]:
    """Count one vote for each person, none for her own submission; ``authors`` says whose each one is."""
    latest = _latest((ballot.person, 0, ballot) for ballot in ballots)
    votes: dict[int, int] = defaultdict(int)
    for ballot in latest:
        if _counts(authors, ballot):
            votes[ballot.submission] += 1
    order = sorted(votes, key=lambda one: (-votes[one], one))
    return tuple(Stood(one, str(votes[one]), votes[one]) for one in order)


def by_points(authors: Mapping[int, str], ballots: Iterable[Ballot], law: Law) -> tuple[Stood, ...]:
    """Count the points of each judge for each submission that is not her own."""
    latest = _latest((ballot.person, ballot.submission, ballot) for ballot in ballots)
    points: dict[int, list[int]] = defaultdict(list)
    judges: set[str] = set()
    for ballot in latest:
        if _counts(authors, ballot):
            points[ballot.submission].append(ballot.points)
            judges.add(ballot.person)

    def rank(one: int) -> tuple[bool, Fraction, int, int]:
        # Whoever brought something cannot judge it, and that must not be held against it.
        asked = len(judges - {authors[one]})
        few = law is Law.MEAN and 2 * len(points[one]) < asked
        return few, -_score(points[one], law), -len(points[one]), one

    return tuple(Stood(one, _shown(_score(points[one], law)), len(points[one])) for one in sorted(points, key=rank))


def _latest(keyed: Iterable[tuple[str, int, Ballot]]) -> tuple[Ballot, ...]:
    latest: dict[tuple[str, int], Ballot] = {}
    for person, about, ballot in keyed:
        known = latest.get((person, about))
        if known is None or known.seq < ballot.seq:
            latest[person, about] = ballot
    return tuple(latest.values())


def _counts(authors: Mapping[int, str], ballot: Ballot) -> bool:
    return ballot.submission in authors and authors[ballot.submission] != ballot.person


def _score(points: Sequence[int], law: Law) -> Fraction:
    return Fraction(sum(points), len(points) if law is Law.MEAN else 1)


def _shown(score: Fraction) -> str:
    return f"{float(score):.2f}".rstrip("0").rstrip(".")
