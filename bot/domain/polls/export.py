"""What staff get of a poll as a file: an open one with names, an anonymous one with counts alone."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.polls import Poll
from bot.core.sheets import sheet
from bot.core.text import File
from bot.domain.polls.choice import unpacked
from bot.domain.polls.result import Counted


@dataclass(frozen=True, slots=True)
class Ballot:
    """One ballot of an open poll."""

    name: str
    account: str
    value: str
    weight: int


def as_csv(poll: Poll, counted: Counted, ballots: Sequence[Ballot]) -> File:
    """Give the counts, then the ballots, if they may be seen."""
    rows: list[Sequence[object]] = [("option", "votes", "share")]
    for number, option in enumerate(poll.options):
        rows.append((option, counted.votes[number], f"{counted.share(number):.4f}"))
    rows += [(), ("people", counted.people)]
    if not poll.anonymous:
        rows += [(), ("name", "account", "choice", "weight")]
        rows += [(b.name, b.account, _chosen(poll, b.value), b.weight) for b in ballots]
    return File(f"poll-{poll.number}.csv", sheet(rows))


def as_json(poll: Poll, counted: Counted, ballots: Sequence[Ballot]) -> File:
    """Give the same for programs."""
    told: dict[str, object] = {
        "poll": poll.number,
        "question": poll.question,
        "kind": poll.kind.value,
        "anonymous": poll.anonymous,
        "state": poll.state.value,
        "opens_at": poll.opens_at.isoformat(),
        "closes_at": poll.closes_at.isoformat(),
        "quorum": poll.quorum,
        "people": counted.people,
        "unlinked": counted.unlinked,
        "options": [
            {"option": option, "votes": counted.votes[number], "share": round(counted.share(number), 4)}
            for number, option in enumerate(poll.options)
        ],
        "winners": [poll.options[number] for number in counted.winners],
    }
    if counted.run_off is not None:
        rounds = [{poll.options[n]: many for n, many in votes.items()} for votes in counted.run_off.rounds]
        told["rounds"] = rounds
    if not poll.anonymous:
        told["ballots"] = [
            {
                "name": ballot.name,
                "account": ballot.account,
                "choice": [poll.options[number] for number in unpacked(ballot.value)],
                "weight": ballot.weight,
            }
            for ballot in ballots
        ]
    return File(f"poll-{poll.number}.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def _chosen(poll: Poll, value: str) -> str:
    return " > ".join(poll.options[number] for number in unpacked(value))
