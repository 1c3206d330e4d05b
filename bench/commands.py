"""What each command costs with 100,000 cases and 100,000 members in the store: `python3 -m bench.commands`.

A command's own work is what it takes until it is decided and safely in the store; then come its effects, on a messenger
that answers at once. Both in processor time, the database included, so that other programs do not count; the clock on
the wall stands beside them. Some commands are given in several ways; every other one that there is, with plain values.
"""

import argparse
import asyncio
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeGuard

from bench.every_command import beside, plain_values, whereabouts, who
from bench.full_record import BUSY, CASES, LOBBY_PLACE, MEMBERS, MODERATOR, MUCH, STAFF_PLACE, full_record, member
from bot.core.actions import Answer
from bot.core.commands import CommandSpec
from bot.core.events import Event
from bot.core.ids import TELEGRAM, UserRef
from bot.core.interactions import ButtonPressed, CommandInvoked, Ticket
from bot.core.people import Member, Rank
from bot.core.terms import Term
from bot.core.text import say
from bot.core.ui import Button, LinkButton
from bot.runtime.clock import SystemClock
from bot.runtime.engine import Engine

LIMIT = 10.0
"""Milliseconds, at the median."""
Values = Callable[[int], Mapping[str, object]]
HOUR = Term(timedelta(hours=1))
COMMANDS: tuple[tuple[str, str, Values], ...] = (
    ("/note", "note", lambda n: {"member": member(n), "reason": "was ill"}),
    ("/warn", "warn", lambda n: {"member": member(n), "reason": "kind"}),
    ("/mute 1h", "mute", lambda n: {"member": member(n), "lasts": HOUR, "reason": "loud"}),
    ("/unmute", "unmute", lambda n: {"member": member(n)}),
    ("/kick", "kick", lambda n: {"member": member(n)}),
    ("/softban", "softban", lambda n: {"member": member(n)}),
    ("/ban", "ban", lambda n: {"member": member(n)}),
    ("/unban", "unban", lambda n: {"member": member(n)}),
    (f"/warn (who has {MUCH} cases)", "warn", lambda _: {"member": BUSY, "reason": "again"}),
    ("/case", "case", lambda _: {}),
    ("/case 12345", "case", lambda n: {"which": str(n * 37 % CASES + 1)}),
    ("/case edit", "case edit", lambda n: {"number": str(n * 37 % CASES + 1), "reason": f"new words {n}"}),
    ("/case edit, another end", "case edit", lambda n: {"number": str(CASES - 8 * n - 7), "lasts": Term()}),
    ("/case note", "case note", lambda n: {"number": str(n * 37 % CASES + 1), "text": f"new words {n}"}),
    ("/history", "history", lambda n: {"member": member(n)}),
    (f"/history (who has {MUCH} cases)", "history", lambda _: {"member": BUSY}),
    ("/cases", "cases", lambda _: {}),
    ("/cases, a person's mutes", "cases", lambda _: {"member": BUSY, "act": "mute"}),
    ("/cases, by a moderator", "cases", lambda n: {"by": _moderator(n)}),
    ("/cases, by one who never acted", "cases", lambda n: {"by": member(n)}),
    ("/cases, bans of a week", "cases", lambda _: {"act": "ban", "since": Term(timedelta(days=7))}),
    ("/cases, of a guideline", "cases", lambda _: {"reason": "no-ads"}),
    ("/cases, with words", "cases", lambda n: {"reason": f"happened in {CASES - n}"}),
    ("/cases, with words nobody wrote", "cases", lambda _: {"reason": "xylophone"}),
    (f"/card (who has {MUCH} cases)", "card", lambda _: {"member": BUSY}),
    ("/strikes", "strikes", lambda _: {"member": BUSY}),
    ("/purge (nothing to find)", "purge", lambda _: {"count": 5}),
    ("/massban (nobody came)", "massban", lambda _: {"joined": timedelta(minutes=10)}),
)


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of one command: until it was decided, until all was done, and the latter on the wall."""

    own: float
    whole: float
    wall: float


def main() -> None:
    """Measure and print a table; the exit code is 1 when a median is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=40, help="how often each command is given (default: 40)")
    raise SystemExit(asyncio.run(_run(parser.parse_args().times)))


async def _run(times: int) -> int:
    slow = 0
    print(f"{CASES:,} cases, {MEMBERS:,} members; milliseconds, medians of {times}\n")
    print(f"| {'command':<34} | own work | its p95  | effects  | wall     |")
    print(f"| {'-' * 34} | -------: | -------: | -------: | -------: |")
    async with full_record() as (made, chat):
        for title, path, values in COMMANDS:
            took = [await _timed(made.engine, _command(path, values(n), n)) for n in range(times)]
            slow += _told(title, took)
        slow += _told(f"Older, {MUCH} cases", await _pages(made.engine, chat.answers, times))
        for spec in beside(made.engine.registry, frozenset(path for _, path, _ in COMMANDS)):
            took = [await _timed(made.engine, _plain(spec, n)) for n in range(times)]
            slow += _told(f"/{spec.path}", took)
        if made.engine.dispatcher.failures:
            raise SystemExit("this run proves nothing: there were faults")
    verdict = "the own work of every command is" if not slow else f"{slow} are not"
    print(f"\n{verdict} under {LIMIT:.0f} ms")
    return 1 if slow else 0


async def _pages(engine: Engine, answers: list[Answer], times: int) -> list[Took]:
    """Turn the pages of a long history, from the first to the last and again."""
    took: list[Took] = []
    while len(took) < times:
        await _timed(engine, _command("history", {"member": BUSY}, 10**6 + len(took)))
        while len(took) < times:
            token = next((b.token for row in answers[-1].rows for b in row if _is_older(b)), None)
            if token is None:
                break
            took.append(await _timed(engine, _press(token, len(took))))
    return took


def _is_older(button: Button | LinkButton) -> TypeGuard[Button]:
    return isinstance(button, Button) and button.label == say("button-older")


async def _timed(engine: Engine, event: Event) -> Took:
    wall, began = time.perf_counter(), time.process_time()
    await engine.dispatcher.handle(event)
    own = time.process_time() - began
    await engine.outbox.idle()
    whole = time.process_time() - began
    return Took(own * 1000, whole * 1000, (time.perf_counter() - wall) * 1000)


def _told(title: str, took: list[Took]) -> bool:
    """Print one line; whether it was too slow."""
    own = [one.own for one in took]
    median, p95 = statistics.median(own), sorted(own)[int(len(own) * 0.95)]
    whole, wall = statistics.median(one.whole for one in took), statistics.median(one.wall for one in took)
    print(f"| {title:<34} | {median:8.2f} | {p95:8.2f} | {whole:8.2f} | {wall:8.2f} |", flush=True)
    return median > LIMIT


def _command(path: str, values: Mapping[str, object], number: int) -> Event:
    key = f"bench:{path}:{number}:{time.perf_counter_ns()}"
    place = LOBBY_PLACE if path == "purge" else STAFF_PLACE
    return CommandInvoked(key, path, place, MODERATOR, values, Ticket(key), _now())


def _plain(spec: CommandSpec, number: int) -> Event:
    key = f"bench:{spec.path}:{number}:{time.perf_counter_ns()}"
    values, actor = plain_values(spec, number), who(spec.rank, number)
    return CommandInvoked(key, spec.path, whereabouts(spec.rank), actor, values, Ticket(key), _now())


def _press(token: str, number: int) -> Event:
    key = f"bench:press:{number}:{time.perf_counter_ns()}"
    return ButtonPressed(key, token, STAFF_PLACE, MODERATOR, Ticket(key, is_press=True), _now())


def _moderator(number: int) -> Member:
    """One of the forty who acted."""
    return Member(UserRef(TELEGRAM, str(number % 40 + 10)), "A moderator", Rank.MODERATOR)


def _now() -> datetime:
    return SystemClock().now()


if __name__ == "__main__":
    main()
