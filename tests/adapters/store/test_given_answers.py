"""Given answers in the record: the latest word counts, and after some months none is left."""

from dataclasses import replace
from datetime import timedelta

from bot.core.answers import GivenAnswer, Outcome
from bot.core.decisions import Decision
from bot.runtime.community import Privacy
from tests.build import ANN, BOB, NOON
from tests.fakes.stores import memory_store

ONE = GivenAnswer("a", "hours", ANN.user, NOON)


async def test_they_are_written_over_found_and_forgotten():
    async with memory_store() as store:
        later = GivenAnswer("b", "dogs", ANN.user, NOON + timedelta(hours=1))
        rows = (ONE, later, replace(ONE, outcome=Outcome.CONTAINED), replace(later, id="c", user=BOB.user))
        await store.ledger.commit("oaks", "", Decision(rows=rows), NOON)
        given = store.given_answers
        assert await given.find("oaks", "a") == replace(ONE, outcome=Outcome.CONTAINED)
        assert await given.find("elms", "a") is None
        assert await given.latest("oaks", ANN.user) == later
        assert await given.latest("elms", ANN.user) is None
        assert [one.id for one in await given.since("oaks", NOON + timedelta(minutes=1))] in (["b", "c"], ["c", "b"])
        await store.purge("oaks", NOON + Privacy().keep_answers + timedelta(minutes=1), Privacy(timedelta(days=30)))
        assert await given.find("oaks", "a") is None
        assert await given.find("oaks", "b") == later
