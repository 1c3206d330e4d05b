"""What every store keeps of gatherings: one entry each, counted exactly, sealed for good."""

import pytest

from bot.core.decisions import Decision
from bot.core.gatherings import CardsGone, CardShown, EntriesSealed, Entry, EntryMoved, Put
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.runtime.gatherings import Tally, Told
from bot.runtime.queue import Conflict
from tests.build import NOON

HOME, POLL = "home", "poll 1"
MARA, ILIR = UserRef(DISCORD, "1"), UserRef(TELEGRAM, "2")
CARD = MessageRef(Place(ChannelRef(DISCORD, "20"), SpaceRef(DISCORD, "10")), "30")


def entry(who, value, before=None, **more):
    old = None if before is None else Put(before)
    return Entry(POLL, str(who), None if value is None else Put(value), old, **more)


async def write(store, *rows):
    await store.ledger.commit(HOME, "", Decision(rows=rows), NOON)


async def told(store):
    return [one async for one in store.gatherings.entries(HOME, POLL)]


class GatheringContract:
    """Inherit, and give a fixture ``store``."""

    async def test_an_entry_is_put_in_changed_and_taken_back(self, store):
        await write(store, entry(MARA, "0", account=MARA, name="Mara"), entry(ILIR, "1"))
        assert await store.gatherings.entry(HOME, POLL, str(MARA)) == Put("0")
        assert await store.gatherings.entry("elsewhere", POLL, str(MARA)) is None
        await write(store, entry(MARA, "1", "0", account=MARA, name="Mara"))
        assert await store.gatherings.tally(HOME, POLL) == Tally({"1": 2}, {"1": 2}, 2)
        # The oldest first: Mara's was changed last.
        assert await told(store) == [Told(str(ILIR), Put("1")), Told(str(MARA), Put("1"), str(MARA), "Mara")]
        await write(store, entry(ILIR, None, "1"))
        assert await store.gatherings.entry(HOME, POLL, str(ILIR)) is None

    @pytest.mark.parametrize(("value", "before"), [("1", None), ("1", "2"), (None, "2")])
    async def test_who_decided_on_what_no_longer_stands_has_to_decide_again(self, store, value, before):
        await write(store, entry(MARA, "0"))
        with pytest.raises(Conflict):
            await write(store, entry(MARA, value, before))
        assert await store.gatherings.entry(HOME, POLL, str(MARA)) == Put("0")

    async def test_weights_and_who_is_linked_are_counted(self, store):
        heavy = Entry(POLL, "p1", Put("0", 3, linked=True))
        await write(store, heavy, entry(MARA, "0"), entry(ILIR, "1"))
        assert await store.gatherings.tally(HOME, POLL) == Tally({"0": 2, "1": 1}, {"0": 4, "1": 1}, 2)

    async def test_of_two_entries_of_one_person_the_newer_counts(self, store):
        await write(store, entry(MARA, "0"), entry(ILIR, "1"), entry(MARA, "2", "0"))
        await write(store, EntryMoved(POLL, str(MARA), "p", linked=True), EntryMoved(POLL, str(ILIR), "p", linked=True))
        assert await told(store) == [Told("p", Put("2", linked=True))]
        await write(store, EntryMoved(POLL, "nobody", "p", linked=True), EntryMoved(POLL, "x", "y", linked=True))
        assert await told(store) == [Told("p", Put("2", linked=True))]
        await write(store, EntryMoved(POLL, "p", str(ILIR), linked=False))
        assert await told(store) == [Told(str(ILIR), Put("2"))]

    async def test_what_is_sealed_keeps_its_counts_and_nobody(self, store):
        await write(store, entry(MARA, "0"), entry(ILIR, "1"), Entry(POLL, "p", Put("1", 2, linked=True)))
        before = await store.gatherings.tally(HOME, POLL)
        await write(store, EntriesSealed(POLL))
        assert await store.gatherings.tally(HOME, POLL) == before == Tally({"0": 1, "1": 2}, {"0": 1, "1": 3}, 2)
        assert await told(store) == []
        assert await store.gatherings.entry(HOME, POLL, str(MARA)) is None

    async def test_many_entries_come_a_page_at_a_time(self, store, monkeypatch):
        monkeypatch.setattr("bot.adapters.store.gatherings.PAGE", 2)
        await write(store, *(entry(f"discord:{n}", "0") for n in range(5)))
        assert [one.who for one in await told(store)] == [f"discord:{n}" for n in range(5)]

    async def test_cards_are_known_until_they_are_gone(self, store):
        await write(store, CardShown(POLL, CARD), CardShown(POLL, CARD))
        assert await store.gatherings.cards(HOME, POLL) == (CARD,)
        assert await store.gatherings.cards("elsewhere", POLL) == ()
        await write(store, CardsGone(POLL))
        assert await store.gatherings.cards(HOME, POLL) == ()
