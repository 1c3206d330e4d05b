"""Giveaways, contests and events with 100,000 people: `python3 -m bench.gatherings` measures presses and the end.

Own work of an entry or an answer is what it takes until it is safely in the store and its reply is decided: processor
time with the database. The draw is timed on the wall: reading all entries, freezing them, ranking them, looking the
winners up, and having everything in the store, until the announcements may go out. So is the end of a contest:
counting 100,000 votes for 200 submissions.
"""

import argparse
import asyncio
import sqlite3
import statistics
import time
import tracemalloc
from contextlib import closing
from dataclasses import replace
from datetime import UTC, timedelta

from bench.full_record import LOBBY_PLACE, MODERATOR, Instantly, full_record, member
from bot.core.contests import Contest, ContestState, Submission
from bot.core.decisions import Decision
from bot.core.events import TimerFired
from bot.core.giveaways import Conditions
from bot.core.ids import UserRef
from bot.core.interactions import ButtonPressed, CommandInvoked, Ticket
from bot.core.meetings import Meeting, MeetingKind
from bot.core.people import Member, Rank
from bot.core.ui import Button
from bot.domain.gatherings.contests.moves import END
from bot.domain.gatherings.giveaways.moves import CLOSE
from bot.domain.meetings.moves import announced
from bot.domain.meetings.seats import ANSWERS
from bot.runtime.clock import SystemClock
from bot.serving import Made

ENTRANTS = 100_000
WINNERS = 3
LIMIT = 2.0
"""Milliseconds of own work for an entry, at the median."""
DRAW_LIMIT = 1.0
"""Seconds for the whole draw, and for the end of a contest."""
SUBMISSIONS = 200
MEMORY_LIMIT = 64.0
"""MiB that counting the votes may take."""


def main() -> None:
    """Measure and print; the exit code is 1 when a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=500, help="how many people enter (default: 500)")
    raise SystemExit(asyncio.run(_run(parser.parse_args().times)))


async def _run(times: int) -> int:
    async with full_record() as (made, chat):
        button = await _started(made, chat)
        _filled(made, chat)
        median, p95 = await _entered(made, button, times)
        drawn = await _drawn(made)
        decided, memory = await _decided(made, chat)
        answer, answer_p95 = await _answered(made, chat, times)
    print(f"{ENTRANTS:,} entrants\n")
    print("| what                              |   median |      p95 |    limit |")
    print("| --------------------------------- | -------: | -------: | -------: |")
    print(f"| an entry, own work, {times} times     | {median:5.2f} ms | {p95:5.2f} ms | {LIMIT:5.2f} ms |")
    print(f"| the draw, on the wall, once       | {drawn:6.2f} s |          | {DRAW_LIMIT:6.2f} s |")
    print(f"| the end of a contest, on the wall | {decided:6.2f} s |          | {DRAW_LIMIT:6.2f} s |")
    print(f"| ... and the memory it takes       | {memory:4.0f} MiB |          | {MEMORY_LIMIT:4.0f} MiB |")
    print(f"| an answer to an event, own work   | {answer:5.2f} ms | {answer_p95:5.2f} ms | {LIMIT:5.2f} ms |")
    slow = max(median, answer) > LIMIT or max(drawn, decided) > DRAW_LIMIT
    return 1 if slow or memory > MEMORY_LIMIT else 0


async def _started(made: Made, chat: Instantly) -> Button:
    home = made.engine.communities.get(made.engine.parts.communities[0].key)
    assert home is not None
    home.community = replace(home.community, contests=replace(home.community.contests, who=Rank.MODERATOR))
    values = {"prize": f"A book winners:{WINNERS} member_for:7d"}
    key = "bench:giveaway"
    event = CommandInvoked(key, "giveaway", LOBBY_PLACE, MODERATOR, values, Ticket(key), SystemClock().now())
    await made.engine.take(event)
    await made.engine.outbox.idle()
    button = next(row[0] for sent in reversed(chat.sent) for row in sent.rows if "enter" in getattr(row[0], "name", ""))
    assert isinstance(button, Button)
    return button


def _filled(made: Made, chat: Instantly) -> None:
    """Everybody is in; written at once."""
    key = made.engine.parts.communities[0].key
    with closing(sqlite3.connect(chat.file, timeout=30)) as record, record:
        rows = ((key, "giveaway 1", *_entry(n), n) for n in range(ENTRANTS))
        record.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, 1, 0, ?, ?, ?)", rows)


def _entry(number: int) -> tuple[str, str, str, str]:
    who = member(number)
    return str(who.user), f"{number:04d}-{number * 7919 % 10**8:08d}", str(who.user), who.name


async def _entered(made: Made, button: Button, times: int) -> tuple[float, float]:
    return await _pressed(made, button, times, "enter")


async def _decided(made: Made, chat: Instantly) -> tuple[float, float]:
    """The end of a contest, twice: on the wall, and with an eye on memory, which makes everything slower."""
    spent = await _ended(made, chat, 1)
    tracemalloc.start()
    await _ended(made, chat, 2)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return spent, peak / 2**20


async def _ended(made: Made, chat: Instantly, number: int) -> float:
    key, now = made.engine.parts.communities[0].key, SystemClock().now()
    judged = now + timedelta(days=1)
    contest = Contest(
        number,
        MODERATOR.user,
        "Mo",
        "The river",
        "a picture",
        "",
        WINNERS,
        now,
        now,
        judged,
        (LOBBY_PLACE,),
        Conditions(),
        timedelta(0),
        state=ContestState.JUDGING,
        version=1,
    )
    brought = [
        Submission(number, n, member(n).user, f"Member {n}", now, f"Words {n}", version=1)
        for n in range(1, SUBMISSIONS + 1)
    ]
    await made.store.ledger.commit(key, "", Decision(rows=(contest, *brought)), now)
    with closing(sqlite3.connect(chat.file, timeout=30)) as record, record:
        everybody = ((n, member(n)) for n in range(ENTRANTS))
        rows = (
            (key, contest.votes, str(m.user), str(n * 7919 % SUBMISSIONS + 1), n % 3 == 0, str(m.user), m.name, n)
            for n, m in everybody
        )
        record.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?)", rows)
    fired = TimerFired(f"bench:end {number}", key, END, contest.subject, {"number": number}, at=judged)
    tracemalloc.reset_peak()
    began = time.perf_counter()
    await made.engine.dispatcher.handle(fired)
    spent = time.perf_counter() - began
    over = await made.store.contests.find(key, number)
    assert over is not None
    assert sum(one.ballots for one in over.standing) > ENTRANTS - SUBMISSIONS - 1
    await made.engine.outbox.idle()
    return spent


async def _answered(made: Made, chat: Instantly, times: int) -> tuple[float, float]:
    """Everybody has answered an event; newcomers do, one after the other."""
    key, now = made.engine.parts.communities[0].key, SystemClock().now()
    span = (now + timedelta(days=1), now + timedelta(days=1, hours=1))
    meeting = Meeting(1, MODERATOR.user, "Mo", "Town hall", "", "", MeetingKind.MEETING, *span, (LOBBY_PLACE,))
    begun = announced(meeting, (), UTC, now, native=False)
    made.engine.outbox.accept(await made.store.ledger.commit(key, "", begun, now) or ())
    await made.engine.outbox.idle()
    with closing(sqlite3.connect(chat.file, timeout=30)) as record, record:
        everybody = ((n, member(n)) for n in range(ENTRANTS))
        rows = ((key, "event 1", str(m.user), ANSWERS[n % len(ANSWERS)], str(m.user), m.name, n) for n, m in everybody)
        record.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, 1, 0, ?, ?, ?)", rows)
    button = next(row[0] for sent in reversed(chat.sent) for row in sent.rows if sent.place == LOBBY_PLACE)
    assert isinstance(button, Button)
    return await _pressed(made, button, times, "answer")


async def _pressed(made: Made, button: Button, times: int, what: str) -> tuple[float, float]:
    own: list[float] = []
    for number in range(-20, times):
        key = f"bench:{what}:{number}"
        who = Member(UserRef(LOBBY_PLACE.platform, f"9{number + 1000:09d}"), "New")
        ticket = Ticket(key, is_press=True)
        press = ButtonPressed(key, button.token, LOBBY_PLACE, who, ticket, SystemClock().now())
        began = time.process_time()
        await made.engine.dispatcher.handle(press)
        if number >= 0:  # before that it warms up
            own.append((time.process_time() - began) * 1000)
        await made.engine.outbox.idle()
    return statistics.median(own), sorted(own)[int(len(own) * 0.95)]


async def _drawn(made: Made) -> float:
    key = made.engine.parts.communities[0].key
    now = SystemClock().now() + timedelta(days=8)
    fired = TimerFired("bench:close", key, CLOSE, "giveaway 1", {"number": 1}, at=now)
    began = time.perf_counter()
    await made.engine.dispatcher.handle(fired)
    spent = time.perf_counter() - began
    drawn = await made.store.giveaways.find(key, 1)
    assert drawn is not None
    assert drawn.entrants >= ENTRANTS
    await made.engine.outbox.idle()
    return spent


if __name__ == "__main__":
    main()
