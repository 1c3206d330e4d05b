"""A press at a poll with 100,000 ballots: `python3 -m bench.polls`.

Own work is what it takes until the press is counted and safely in the store, and its answer is decided; then the answer
goes out on a messenger that answers at once. Processor time with the database; the clock on the wall stands beside.
"""

import argparse
import asyncio
import sqlite3
import statistics
import time
from contextlib import closing

from bench.full_record import LOBBY_PLACE, MODERATOR, Instantly, full_record, member
from bot.core.ids import UserRef
from bot.core.interactions import ButtonPressed, CommandInvoked, Ticket
from bot.core.people import Member
from bot.core.polls import Poll
from bot.core.ui import Button, Rows
from bot.runtime.clock import SystemClock
from bot.serving import Made

BALLOTS = 100_000
LIMIT = 2.0
"""Milliseconds, at the median."""
KINDS = ("one", "ranked", "one anonymous:yes")


def main() -> None:
    """Measure and print a table; the exit code is 1 when a median is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=500, help="how many presses for each kind (default: 500)")
    raise SystemExit(asyncio.run(_run(parser.parse_args().times)))


async def _run(times: int) -> int:
    print(f"{BALLOTS:,} ballots in each poll; milliseconds of {times} presses\n")
    print("| poll                | own work | its p95  | wall     | answered |")
    print("| ------------------- | -------: | -------: | -------: | -------: |")
    slow = 0
    async with full_record() as (made, chat):
        for number, kind in enumerate(KINDS, 1):
            rows = await _asked(made, chat, number, kind)
            await _filled(made, chat, number)
            slow += await _measured(made, rows, times, kind)
    print(f"\n{'every median is' if not slow else f'{slow} are not'} under {LIMIT:.0f} ms")
    return 1 if slow else 0


async def _asked(made: Made, chat: Instantly, number: int, kind: str) -> Rows:
    key = f"bench:poll:{number}"
    values = {"ask": f"Where? here there nowhere kind:{kind}"}
    now = SystemClock().now()
    await made.engine.take(CommandInvoked(key, "poll", LOBBY_PLACE, MODERATOR, values, Ticket(key), now))
    await made.engine.outbox.idle()
    return chat.sent[-1].rows


async def _filled(made: Made, chat: Instantly, number: int) -> None:
    """Everybody has voted; written at once, before anybody's count is in memory."""
    key = made.engine.parts.communities[0].key
    poll = await made.store.polls.find(key, number)
    assert isinstance(poll, Poll)
    with closing(sqlite3.connect(chat.file, timeout=30)) as record, record:
        ballots = ((key, poll.subject, *_ballot(poll, n), n) for n in range(BALLOTS))
        record.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, 1, 0, ?, ?, ?)", ballots)


def _ballot(poll: Poll, number: int) -> tuple[str, str, str, str]:
    """Who, what, and for an open poll the account and its name."""
    who = member(number)
    if poll.anonymous:
        return f"{number:032x}", str(number % 3), "", ""
    return str(who.user), str(number % 3), str(who.user), who.name


async def _measured(made: Made, rows: Rows, times: int, kind: str) -> bool:
    buttons = [button for row in rows for button in row if isinstance(button, Button)]
    own: list[float] = []
    wall: list[float] = []
    whole: list[float] = []
    for number in range(-20, times):
        press = _press(buttons[number % 3].token, number)
        clock, began = time.perf_counter(), time.process_time()
        await made.engine.dispatcher.handle(press)
        spent, passed = time.process_time() - began, time.perf_counter() - clock
        await made.engine.outbox.idle()
        if number >= 0:  # before that it warms up
            own.append(spent * 1000)
            wall.append(passed * 1000)
            whole.append((time.perf_counter() - clock) * 1000)
    p95 = sorted(own)[int(len(own) * 0.95)]
    median = statistics.median(own)
    line = (median, p95, statistics.median(wall), statistics.median(whole))
    print(f"| {kind:<19} | " + " | ".join(f"{value:8.2f}" for value in line) + " |", flush=True)
    return median > LIMIT


def _press(token: str, number: int) -> ButtonPressed:
    key = f"bench:vote:{number}:{time.perf_counter_ns()}"
    who: Member = member(number % BALLOTS) if number % 2 else Member(UserRef(LOBBY_PLACE.platform, key), "New")
    return ButtonPressed(key, token, LOBBY_PLACE, who, Ticket(key, is_press=True), SystemClock().now())


if __name__ == "__main__":
    main()
