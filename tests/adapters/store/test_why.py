"""Explanations, tallies and recordings: written with decisions, forgotten in time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.store import recordings
from bot.adapters.store.store import open_store
from bot.core.cases import Explained, Overturned
from bot.core.decisions import Decision
from bot.core.lessons import Recorded
from bot.core.why import Clue, Count, Explanation, RuleAnswer
from bot.runtime.community import Privacy
from bot.runtime.stores import Tally
from tests.build import post
from tests.contracts.stores import HOME, NOW, a_case

KEEP = timedelta(days=30)
WHY = Explanation(
    (
        RuleAnswer("words", "words", "on", "hit", 3, "kind", (Clue("bl0rp", "blorp", "leet", 4, 9, "strong", "en"),)),
        RuleAnswer("flood", "flood", "on", "clean", 9, count=Count(2, 6, timedelta(seconds=10))),
    ),
    "v1",
    1,
    2,
)


@pytest.fixture
async def store(file, codec):
    async with open_store(file, codec) as store:
        yield store


async def write(store, *rows, community=HOME):
    await store.ledger.commit(community, "", Decision(rows=rows), NOW)


async def heard(store, at=NOW - KEEP, community=HOME):
    return [one async for one in store.recordings.since(community, at)]


async def test_an_explanation_is_kept_with_its_case(store):
    await write(store, a_case(), Explained(1, WHY, NOW))
    assert await store.whys.find(HOME, 1) == WHY
    assert await store.whys.find(HOME, 2) is None
    assert await store.whys.find("elsewhere", 1) is None


async def test_words_leave_an_explanation_in_time_and_the_answers_stay(store):
    await write(store, Explained(1, WHY, NOW - KEEP - timedelta(seconds=1)), Explained(2, WHY, NOW))
    await store.purge(HOME, NOW, Privacy(KEEP))
    assert await store.whys.find(HOME, 1) == WHY.without_words()
    assert "blorp" not in str(WHY.without_words())
    assert await store.whys.find(HOME, 2) == WHY


async def test_a_rules_tally_counts_its_own_verdicts_and_those_that_were_wrong(store):
    auto = [a_case(number, rule="swearing") for number in (1, 2, 3)]
    by_hand = a_case(4, rule="", by=a_case().user)
    back = replace(auto[0], number=5, undoes=1, by=a_case().user)
    await write(store, *auto, by_hand, back, a_case(6, rule="flood"))
    twice = Overturned(1, "swearing", NOW)
    await write(store, twice, twice)
    assert await store.whys.tallies(HOME) == {"swearing": Tally(3, 1), "flood": Tally(1, 0)}
    assert await store.whys.tallies("elsewhere") == {}


async def test_recorded_chat_comes_back_in_order_a_page_at_a_time(store, monkeypatch):
    monkeypatch.setattr(recordings, "_PAGE", 2)
    said = [Recorded(replace(post(str(n)), sent_at=NOW + timedelta(seconds=n // 2)), "lobby") for n in range(5)]
    await write(store, *said)
    await write(store, said[0], community="elsewhere")
    assert await heard(store) == said
    assert await heard(store, NOW + timedelta(seconds=1)) == said[2:]


async def test_what_cannot_be_read_is_left_out(store, file, caplog):
    await write(store, Recorded(replace(post("a"), sent_at=NOW)), Recorded(replace(post("b"), sent_at=NOW)))
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE recorded SET posted = '{}' WHERE id = 1")
    assert [one.message.text for one in await heard(store)] == ["b"]
    assert "cannot be read" in caplog.text


async def test_recorded_chat_is_forgotten_in_time_and_at_once_where_none_is_recorded(store):
    old = Recorded(replace(post("old"), sent_at=NOW - timedelta(days=8)))
    new = Recorded(replace(post("new"), sent_at=NOW - timedelta(days=1)))
    await write(store, old, new)
    await store.purge(HOME, NOW, Privacy(KEEP, timedelta(days=7)))
    assert [one.message.text for one in await heard(store)] == ["new"]
    await store.purge(HOME, NOW, Privacy(KEEP))
    assert await heard(store) == []
