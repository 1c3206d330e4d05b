"""Deadlines, promises, duties and ratings in the record: the last word counts, and in time they are forgotten."""

from dataclasses import replace
from datetime import time, timedelta

from bot.adapters.store.tables.levels import KEEP_DEADLINES, KEEP_PROMISES, KEEP_RATINGS
from bot.core.conversations import Conversation, TalkState
from bot.core.decisions import Decision
from bot.core.levels import Deadline, Duty, Goal, Matter, Promise, PromiseState
from bot.core.linking import Linked
from bot.core.ratings import Publishing, Rating, Score
from bot.runtime.community import Privacy
from bot.runtime.timekeeping import Load
from tests.build import ANN, BOB, MOD, NOON, later
from tests.fakes.stores import memory_store
from tests.fakes.town import DANA

DUE = Deadline(Matter.CONVERSATION, 4, Goal.ANSWER, NOON, later(hours=4), "billing", 1, later(hours=4))
WORD = Promise(4, MOD.user, "Mo", NOON, later(hours=2))
RATED = Rating(1, 4, ANN.user, NOON, "billing", Score.GOOD, later(minutes=1), "thanks", Publishing.GIVEN)
MONTH = timedelta(days=30)


async def write(store, *rows, home="oaks"):
    await store.ledger.commit(home, "", Decision(rows=rows), NOON)


async def test_deadlines_are_found_while_they_run_and_once_they_are_late():
    async with memory_store() as store:
        table = store.timekeeping.deadlines
        sooner = replace(DUE, matter=Matter.COMPLAINT, due=later(hours=3), wakes_at=None)
        over = replace(DUE, number=5, ended_at=later(hours=1), wakes_at=None)
        await write(store, DUE, sooner, over, replace(DUE, goal=Goal.SOLUTION, due=later(days=3)))
        assert await table.find("oaks", Matter.CONVERSATION, 4, Goal.ANSWER) == DUE
        assert await table.find("elms", Matter.CONVERSATION, 4, Goal.ANSWER) is None
        assert await table.late("oaks", later(hours=4)) == (sooner, DUE)
        assert await table.late("oaks", later(hours=4), most=1) == (sooner,)
        assert await table.late("elms", later(hours=4)) == ()
        await write(store, replace(DUE, stage=2, wakes_at=None))
        assert (await table.find("oaks", Matter.CONVERSATION, 4, Goal.ANSWER)).stage == 2


async def test_of_a_conversation_the_last_promise_counts():
    async with memory_store() as store:
        await write(store, WORD)
        await write(store, replace(WORD, state=PromiseState.KEPT))
        assert await store.timekeeping.promises.find("oaks", 4) == replace(WORD, state=PromiseState.KEPT)
        assert await store.timekeeping.promises.find("elms", 4) is None


async def test_duties_and_loads_are_those_of_one_community():
    async with memory_store() as store:
        night = Duty(MOD.user, start=time(22), end=time(6, 30))
        await write(store, Duty(MOD.user, off=True), Duty(BOB.user, off=True))
        await write(store, night)
        assert await store.timekeeping.duties.all("oaks") == {MOD.user: night, BOB.user: Duty(BOB.user, off=True)}
        assert await store.timekeeping.duties.all("elms") == {}
        talk = Conversation(1, ANN.user, "Ann", NOON, NOON, owner=MOD.user, owner_name="Mo")
        await write(
            store, talk, replace(talk, number=2, at=later(hours=1), state=TalkState.RESOLVED), replace(talk, number=3)
        )
        await write(store, replace(talk, number=4, owner=None), replace(talk, number=5, owner=BOB.user))
        loads = await store.timekeeping.duties.loads("oaks")
        assert loads == {MOD.user: Load(2, later(hours=1)), BOB.user: Load(1, NOON)}
        assert await store.timekeeping.duties.loads("elms") == {}


async def test_a_person_is_asked_once_over_all_her_accounts():
    async with memory_store() as store:
        await write(store, *(Linked(who.user, "p", NOON) for who in (ANN, DANA)), RATED)
        assert await store.ratings.next_number("oaks") == 1
        assert await store.ratings.next_number("oaks") == 2
        assert await store.ratings.find("oaks", 1) == RATED
        assert await store.ratings.find("elms", 1) is None
        assert await store.ratings.asked("oaks", DANA.user) == NOON
        assert await store.ratings.asked("oaks", BOB.user) is None
        assert await store.ratings.asked("elms", ANN.user) is None


async def test_ratings_are_counted_from_a_day_on_and_reviews_need_a_yes():
    async with memory_store() as store:
        silent = Rating(2, 5, BOB.user, later(days=1))
        await write(store, RATED, silent, replace(RATED, number=3, leave=Publishing.WITHDRAWN, asked_at=later(days=-9)))
        assert await store.ratings.since("oaks", NOON) == (silent, RATED)
        assert await store.ratings.reviews("oaks") == (RATED,)


async def test_words_go_first_and_then_the_rest_but_for_what_may_be_shown():
    async with memory_store() as store:
        private = replace(RATED, number=2, leave=Publishing.REFUSED)
        gone = replace(DUE, number=9, ended_at=NOON, wakes_at=None)
        await write(store, RATED, private, DUE, gone, WORD)
        await store.purge("oaks", NOON + MONTH + timedelta(minutes=1), Privacy(MONTH))
        assert await store.ratings.find("oaks", 1) == RATED
        assert await store.ratings.find("oaks", 2) == replace(private, comment="")
        assert await store.timekeeping.promises.find("oaks", 4) == WORD
        await store.purge("oaks", WORD.until + KEEP_PROMISES + timedelta(minutes=1), Privacy(MONTH))
        assert await store.timekeeping.promises.find("oaks", 4) is None
        assert await store.timekeeping.deadlines.find("oaks", Matter.CONVERSATION, 9, Goal.ANSWER) == gone
        assert KEEP_RATINGS == KEEP_DEADLINES
        await store.purge("oaks", NOON + KEEP_RATINGS + timedelta(minutes=1), Privacy(MONTH))
        assert await store.ratings.find("oaks", 1) == RATED
        assert await store.ratings.find("oaks", 2) is None
        assert await store.timekeeping.deadlines.find("oaks", Matter.CONVERSATION, 9, Goal.ANSWER) is None
        assert await store.timekeeping.deadlines.find("oaks", Matter.CONVERSATION, 4, Goal.ANSWER) == DUE
