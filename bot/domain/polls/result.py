"""From running counts to a result: votes of each option, who leads, and whether it counts at all."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.polls import Poll, PollKind
from bot.domain.polls.choice import unpacked
from bot.domain.polls.run_off import Ranking, RunOff, run_off


@dataclass(frozen=True, slots=True)
class Counted:
    """How a poll stands: ``votes`` by option (first choices of a ranked one), ``people`` who took part.

    ``unlinked`` of them have linked no accounts, so that nobody knows whether two of them are one person.
    """

    votes: tuple[int, ...]
    people: int
    unlinked: int
    cast: int = 0
    """What all ballots weigh together."""
    winners: tuple[int, ...] = ()
    quorate: bool = True
    run_off: RunOff | None = None

    def share(self, option: int) -> float:
        """Which part of all ballots names an option, from 0 to 1."""
        return self.votes[option] / self.cast if self.cast else 0.0


def counted(poll: Poll, values: Mapping[str, int], people: int, unlinked: int, *, final: bool) -> Counted:
    """Add up what was chosen, each value with its weight.

    Only the ``final`` count of a ranked poll is a run-off: until then its first choices are shown.
    """
    rankings: dict[Ranking, int] = {unpacked(value): many for value, many in values.items()}
    ranked = poll.kind is PollKind.RANKED
    votes = [0] * len(poll.options)
    for choice, many in rankings.items():
        for option in choice[:1] if ranked else choice:
            votes[option] += many
    quorate = people >= poll.quorum
    off = run_off(rankings, len(poll.options)) if ranked and final else None
    winners = _winners(poll, votes) if off is None else off.winners
    cast = sum(rankings.values())
    return Counted(tuple(votes), people, unlinked, cast, winners if quorate else (), quorate, off)


def _winners(poll: Poll, votes: list[int]) -> tuple[int, ...]:
    if poll.kind is PollKind.QUIZ:
        return () if poll.right is None else (poll.right,)
    most = max(votes)
    return tuple(option for option, many in enumerate(votes) if many == most) if most else ()
