"""Instant run-off: who is liked least goes, round by round, until somebody has more than half.

The law of ties. Of those with the fewest votes goes who had fewer in the latest earlier round in which they differed;
if they never did, the one that stands last in the poll. When all who are left are level, nobody goes: it is a tie
between them. Ballots that name nobody who is left no longer count towards the half.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Ranking = tuple[int, ...]
"""Options by their index, the most liked first; not all need to be named."""
Round = Mapping[int, int]
"""Votes of each option that is left."""


@dataclass(frozen=True, slots=True)
class RunOff:
    """Every round, who went after each (the last round has nobody), and who won: several when they tied."""

    rounds: tuple[Round, ...]
    gone: tuple[int, ...]
    winners: tuple[int, ...]


def run_off(ballots: Mapping[Ranking, int], options: int) -> RunOff:
    """Count ballots, each with how often it was cast (or what it weighs); without any there is no winner."""
    left = list(range(options))
    piles = {ranking: many for ranking, many in ballots.items() if many > 0}
    rounds: list[Round] = []
    gone: list[int] = []
    while True:
        votes = _votes(piles, left)
        rounds.append(votes)
        cast = sum(votes.values())
        if not cast:
            return RunOff(tuple(rounds), tuple(gone), ())
        winners = _decided(votes, cast)
        if winners:
            return RunOff(tuple(rounds), tuple(gone), winners)
        loser = _least(votes, rounds)
        gone.append(loser)
        left.remove(loser)


def _votes(piles: Mapping[Ranking, int], left: Sequence[int]) -> Round:
    votes = dict.fromkeys(left, 0)
    for ranking, many in piles.items():
        first = next((option for option in ranking if option in votes), None)
        if first is not None:
            votes[first] += many
    return votes


def _decided(votes: Round, cast: int) -> tuple[int, ...]:
    """Who has more than half; or all, when they are level."""
    most = max(votes.values())
    ahead = tuple(option for option, many in votes.items() if many == most)
    return ahead if 2 * most > cast or len(ahead) == len(votes) else ()


def _least(votes: Round, rounds: Sequence[Round]) -> int:
    fewest = min(votes.values())
    last = [option for option, many in votes.items() if many == fewest]
    for earlier in reversed(rounds[:-1]):
        fewest = min(earlier[option] for option in last)
        last = [option for option in last if earlier[option] == fewest]
    return last[-1]
