"""Newcomers in the record: kept for a while, the latest word counts."""

from datetime import timedelta

import pytest

from bot.adapters.store.arrivals import MOST
from bot.core.decisions import Decision
from bot.core.record import Arrival, Invited
from bot.runtime.community import Privacy
from tests.build import ANN, BOB, MOD, NOON, SPACE
from tests.fakes.stores import memory_store
from tests.fakes.town import CY


@pytest.fixture
async def store():
    async with memory_store() as opened:
        yield opened


async def keep(store, *rows, community="oaks"):
    await store.ledger.commit(community, "", Decision(rows=rows), NOON)


async def test_a_newcomer_is_kept_once_with_what_was_counted_last(store):
    await keep(store, Arrival(SPACE, ANN.user, NOON))
    await keep(store, Arrival(SPACE, ANN.user, NOON, 2))
    await keep(store, Arrival(SPACE, BOB.user, NOON - timedelta(days=1)), community="elms")
    assert await store.arrivals.of("oaks") == (Arrival(SPACE, ANN.user, NOON, 2),)


async def test_whom_somebody_brought_in_is_known_the_latest_first_and_for_a_while(store):
    early = Invited(SPACE, CY.user, ANN.user, NOON - Privacy().keep_arrivals)
    await keep(store, early, Invited(SPACE, BOB.user, ANN.user, NOON), Invited(SPACE, MOD.user, BOB.user, NOON))
    await keep(store, Invited(SPACE, BOB.user, ANN.user, NOON))
    assert await store.arrivals.invited("oaks", (ANN.user,), 5) == (BOB.user, CY.user)
    assert await store.arrivals.invited("oaks", (ANN.user, BOB.user), 1) == (BOB.user,)
    assert await store.arrivals.invited("elms", (ANN.user,), 5) == ()
    await store.purge("oaks", NOON + timedelta(seconds=1), Privacy(timedelta(days=30)))
    assert await store.arrivals.invited("oaks", (ANN.user,), 5) == (BOB.user,)


async def test_the_earliest_comes_first_and_who_is_new_no_more_is_forgotten(store):
    early = Arrival(SPACE, BOB.user, NOON - Privacy().keep_arrivals)
    await keep(store, Arrival(SPACE, ANN.user, NOON), early)
    assert (await store.arrivals.of("oaks"))[0] == early
    await store.purge("oaks", NOON + timedelta(seconds=1), Privacy(timedelta(days=30)))
    assert [one.user for one in await store.arrivals.of("oaks")] == [ANN.user]
    assert MOST
