"""What the inbox costs with 10,000 open conversations and 1,000,000 stored messages: `python3 -m bench.inbox`.

A member's message: from the moment the bot has it until it has been handed to the messenger for the staff's place, on a
messenger that answers at once. Export and forgetting: everything about one person, from the question to the answer.
"""

import argparse
import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.full_inbox import EACH, SAID, TALKS, fill, home_of, person
from bench.full_record import Instantly, full_record
from bot.core.events import Event, MessagePosted
from bot.core.ids import MessageRef
from bot.core.interactions import CommandInvoked, Ticket
from bot.core.messages import Message
from bot.runtime.clock import SystemClock
from bot.serving import Made

MESSAGE, EXPORT = 20.0, 2000.0
"""Milliseconds: the median of a member's message, and the longest export."""


def main() -> None:
    """Measure and print a table; the exit code is 1 when an aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="how many messages are written (default: 200)")
    raise SystemExit(asyncio.run(_run(parser.parse_args().times)))


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds: in processor time, the database included, so that other programs do not count; and on the wall."""

    own: float
    wall: float


async def _run(times: int) -> int:
    async with full_record(fill) as (made, chat):
        print(f"{TALKS:,} open conversations, {SAID:,} stored messages; milliseconds\n")
        print("| | own work | its p95 | its longest | wall | aim |\n| --- | ---: | ---: | ---: | ---: | --- |")
        await _said(made, chat, -1)
        said = [await _said(made, chat, number) for number in range(times)]
        exported = [await _timed(made, _command(number)) for number in range(5)]
        for answer in chat.answers[-len(exported) :]:
            assert answer.files, "nothing was exported"
    _told("a member’s message at the staff’s place", said, f"median under {MESSAGE:.0f}")
    _told(f"export of one person ({EACH} messages)", exported, f"under {EXPORT:.0f}")
    missed = statistics.median(one.own for one in said) >= MESSAGE or max(one.own for one in exported) >= EXPORT
    print("\nan aim is missed" if missed else "\nall aims are met")
    return 1 if missed else 0


async def _said(made: Made, chat: Instantly, number: int) -> Took:
    which, text = number * 7919 % TALKS + 1, f"one more word {number}"
    chat.sent.clear()
    wall, began = time.perf_counter(), time.process_time()
    await _timed(made, _posted(which, text, 10**7 + number))
    own, then = chat.sent_at
    assert any(text in str(action.body) for action in chat.sent), "it did not reach the team"
    return Took(1000 * (own - began), 1000 * (then - wall))


async def _timed(made: Made, event: Event) -> Took:
    wall, began = time.perf_counter(), time.process_time()
    await made.engine.dispatcher.handle(event)
    await made.engine.outbox.idle()
    return Took(1000 * (time.process_time() - began), 1000 * (time.perf_counter() - wall))


def _posted(which: int, text: str, native: int) -> Event:
    ref = MessageRef(home_of(which), str(native))
    return MessagePosted(f"bench:{native}", Message(ref, person(which), text, SystemClock().now()))


def _command(number: int) -> Event:
    which, key = number * 991 + 17, f"bench:mydata:{number}"
    place, who = home_of(which), person(which)
    return CommandInvoked(key, "mydata", place, who, {"what": "export"}, Ticket(key), SystemClock().now())


def _told(title: str, took: Sequence[Took], aim: str) -> None:
    own, wall = sorted(one.own for one in took), statistics.median(one.wall for one in took)
    p95 = own[int(len(own) * 0.95)]
    print(f"| {title} | {statistics.median(own):.1f} | {p95:.1f} | {own[-1]:.1f} | {wall:.1f} | {aim} |")


if __name__ == "__main__":
    main()
