"""A calendar with 10,000 posts: how soon it opens, and how late its posts go out: `python3 -m bench.calendar`.

It opens in each of its views, from the command to the answer handed to the messenger. Then posts come due by the clock
on the wall, some each second for twenty seconds, and how late each is sent is measured from its own time.
"""

import argparse
import asyncio
import statistics
import time
from dataclasses import replace
from datetime import datetime, timedelta

from bench.full_record import MODERATOR, STAFF_PLACE, Instantly, full_record
from bot.core.decisions import Decision
from bot.core.ids import TELEGRAM
from bot.core.interactions import CommandInvoked, Ticket
from bot.core.posts import Post, PostState, Wording
from bot.core.receipts import Attempt
from bot.core.record import Row
from bot.core.text import Voice
from bot.domain.calendar.overview import Span
from bot.domain.calendar.post import timer_of
from bot.runtime.clock import SystemClock
from bot.serving import Made

POSTS, RECURRING, DUE, A_SECOND = 10_000, 200, 400, 20
OPENS, LATE = 100.0, 1_000.0
"""Milliseconds: to open, at the median, and to be late, of 99 in a hundred."""


def main() -> None:
    """Measure and print a table; the exit code is 1 when a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15, help="how often each view is opened (default: 15)")
    raise SystemExit(asyncio.run(_run(parser.parse_args().times)))


async def _run(times: int) -> int:
    async with full_record(_nothing) as (made, chat):
        home = made.engine.communities.get(made.engine.parts.communities[0].key)
        assert home is not None
        home.community = replace(home.community, places={"lobby": {TELEGRAM: "lobby"}, "staff": {TELEGRAM: "staff"}})
        await _filled(made)
        print(f"{POSTS:,} posts within a year, {RECURRING} of them come again; milliseconds\n")
        print("| view    | own work | wall     |")
        print("| ------- | -------: | -------: |")
        slow = [await _opened(made, span, times) > OPENS for span in Span]
        late = await _published(made, chat)
    print(f"\n{DUE} posts due at {A_SECOND} a second: late by {statistics.median(late):.0f} ms at the median, ", end="")
    p99 = sorted(late)[int(len(late) * 0.99)]
    print(f"{p99:.0f} ms of 99 in a hundred, {max(late):.0f} ms at most")
    missed = any(slow) or p99 > LATE or len(late) < DUE
    print(f"\n{'within' if not missed else 'NOT within'} {OPENS:.0f} ms to open and {LATE:.0f} ms late")
    return 1 if missed else 0


def _nothing(*_: object) -> None:
    """Leave the record of cases empty; this is about posts."""


async def _filled(made: Made) -> None:
    now = SystemClock().now()
    rows: list[Row] = []
    for number in range(1, POSTS + 1):
        again = number <= RECURRING
        rule, start = (
            ("FREQ=DAILY;INTERVAL=3", f"2026-01-01T1{number // 60}:{number % 60:02}:00") if again else ("", "")
        )
        at = now + timedelta(days=1, minutes=number * 50)
        state = PostState.SCHEDULED
        words = (Wording(f"Words of post {number}."), Wording(f"Słowa wpisu {number}.", "pl"))
        rows.append(Post(number, f"Post {number}", None, "", words, ("lobby",), state, at, rule, start))
    key = made.engine.parts.communities[0].key
    for begin in range(0, len(rows), 500):
        await made.store.ledger.commit(key, "", Decision(rows=tuple(rows[begin : begin + 500])), now)


async def _opened(made: Made, span: Span, times: int) -> float:
    own: list[float] = []
    wall: list[float] = []
    for number in range(times):
        key = f"bench:calendar:{span}:{number}"
        asked = CommandInvoked(
            key, "calendar", STAFF_PLACE, MODERATOR, {"span": span.value}, Ticket(key), SystemClock().now()
        )
        clock, began = time.perf_counter(), time.process_time()
        await made.engine.take(asked)
        await made.engine.outbox.idle()
        own.append(1000 * (time.process_time() - began))
        wall.append(1000 * (time.perf_counter() - clock))
    print(f"| {span:<7} | {statistics.median(own):8.1f} | {statistics.median(wall):8.1f} |", flush=True)
    return statistics.median(own)


async def _published(made: Made, chat: Instantly) -> list[float]:
    """Let posts come due, and look at the clock when each is sent."""
    store, key = made.store, made.engine.parts.communities[0].key
    begins = SystemClock().now() + timedelta(seconds=3)
    times: dict[str, datetime] = {}
    rows: list[Row] = []
    for number in range(DUE):
        at = begins + timedelta(seconds=number / A_SECOND)
        words = f"Due {number}."
        post = Post(
            POSTS + 1 + number, words, None, "", (Wording(words),), ("lobby",), PostState.SCHEDULED, at, holds=False
        )
        times[words] = at
        rows += (post, timer_of(replace(post, version=1)))
    await store.ledger.commit(key, "", Decision(rows=tuple(rows)), SystemClock().now())
    late: list[float] = []
    perform = chat.perform

    async def watched(action: object, voice: Voice, nonce: str) -> Attempt:
        words = "".join(getattr(getattr(action, "body", None), "texts", {}).values())
        if words in times:
            late.append(1000 * (SystemClock().now() - times.pop(words)).total_seconds())
        return await perform(action, voice, nonce)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    chat.perform = watched  # type: ignore[method-assign, assignment]  # pyright: ignore[reportAttributeAccessIssue]
    running = asyncio.create_task(made.engine.scheduler.run())
    deadline = time.monotonic() + DUE / A_SECOND + 60
    while times and time.monotonic() < deadline:  # noqa: ASYNC110  # it is measured, and nothing waits for it
        await asyncio.sleep(0.1)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await made.engine.outbox.idle()
    return late or [float("inf")]


if __name__ == "__main__":
    main()
