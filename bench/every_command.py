"""Every command that there is, with the plainest values it takes, so that none goes unmeasured."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from bench.full_record import LOBBY_PLACE, MANAGER, MODERATOR, STAFF_PLACE, member
from bot.core.commands import CommandSpec, Kind, Param
from bot.core.ids import MessageRef, Place
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.terms import Term
from bot.core.text import File
from bot.runtime.clock import SystemClock
from bot.runtime.registry import Registry

WORDS = frozenset({Kind.TEXT, Kind.REST})
HOUR = timedelta(hours=1)


def beside(registry: Registry, named: frozenset[str]) -> Iterator[CommandSpec]:
    """The commands that a table does not name, in the order of their names."""
    return (spec for path, (_, spec) in sorted(registry.commands.items()) if path not in named)


def who(rank: Rank, number: int) -> Member:
    """Somebody who may: anybody, a moderator or a manager."""
    if rank >= Rank.MANAGER:
        return MANAGER
    return MODERATOR if rank > Rank.MEMBER else member(number)


def whereabouts(rank: Rank) -> Place:
    """Where such people give it: the team among themselves, everybody else in the lobby."""
    return STAFF_PLACE if rank > Rank.MEMBER else LOBBY_PLACE


def plain_values(spec: CommandSpec, number: int) -> dict[str, object]:
    """What it demands, words where it takes any, and the conversation it is about."""
    given = (p for p in spec.params if p.required or p.kind in WORDS or p.name == "conversation")
    return {p.name: _VALUES[p.kind](p, number) for p in given}


def _message(number: int) -> Message:
    ref = MessageRef(LOBBY_PLACE, str(number + 1))
    return Message(ref, member(number + 1), "some words", SystemClock().now())


_VALUES: Mapping[Kind, Callable[[Param, int], object]] = {
    Kind.TEXT: lambda _, number: str(number + 1),
    Kind.REST: lambda _, number: str(number + 1),
    Kind.INTEGER: lambda _, number: number + 1,
    Kind.FLAG: lambda _, __: True,
    Kind.DURATION: lambda _, __: HOUR,
    Kind.TERM: lambda _, __: Term(HOUR),
    Kind.CHOICE: lambda param, _: param.choices[0],
    Kind.MEMBER: lambda _, number: member(number),
    Kind.MESSAGE: lambda _, number: _message(number),
    Kind.FILE: lambda _, __: File("plan.csv", ""),
}
"""Something that fits: numbers are small, people and messages exist."""
