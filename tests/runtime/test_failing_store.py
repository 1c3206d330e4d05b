"""A store that fails: what could not be written is neither believed nor lost."""

import pytest

from bot.core.actions import Delete
from bot.core.events import MessagePosted
from bot.runtime.queue import Conflict, StoreFailed
from tests.build import ANN
from tests.cogs.test_automod import FLOOD
from tests.cogs.test_welcome import REQUIRED
from tests.fakes.town import STAFF, words
from tests.runtime.shaky import Shaky


class Unsteady:
    """A store whose ledger fails as often as it is told to, before or after it wrote."""

    def __init__(self, store):
        self._store = store
        self.ledger = self
        self.raises = []
        self.reads_fail = False

    def __getattr__(self, name):
        return getattr(self._store, name)

    @property
    def cases(self):
        return self if self.reads_fail else self._store.cases

    async def commit(self, community, key, decision, now):
        if key and self.raises:
            raise self.raises.pop(0)
        return await self._store.ledger.commit(community, key, decision, now)

    async def expand(self, *given):
        return await self._store.ledger.expand(*given)

    async def sending(self, *given):
        return await self._store.ledger.sending(*given)

    async def settle(self, *given):
        return await self._store.ledger.settle(*given)

    async def unfinished(self):
        return await self._store.ledger.unfinished()


async def unsteady(town, *rules, **more):
    made = []

    def between(store):
        made.append(Unsteady(store))
        return made[0]

    bot = await town(*rules, stores=between, **more)
    return bot, made[0]


async def test_a_store_that_fails_is_raised_so_that_the_event_is_not_confirmed_and_comes_again(town):
    bot, store = await unsteady(town, words())
    store.raises.append(StoreFailed("disk full"))
    with pytest.raises(StoreFailed):
        await bot.says(ANN, "blorp", key="posted/1", n="m1")
    assert not bot.ledger
    await bot.says(ANN, "blorp", key="posted/1", n="m1")
    assert len(bot.did(Delete)) == 1


async def test_a_flood_that_could_not_be_written_is_judged_anew_when_it_comes_again(town):
    bot, store = await unsteady(town, FLOOD)
    await bot.says(ANN, "1")
    await bot.says(ANN, "2")
    store.raises.append(StoreFailed("disk full"))
    with pytest.raises(StoreFailed):
        await bot.says(ANN, "3", key="posted/3", n="third")
    await bot.says(ANN, "3", key="posted/3", n="third")
    assert len(await bot.cases()) == 1
    assert len((await bot.cases())[0].evidence) == 1
    assert len(bot.did(Delete)[0].messages) == 3


async def test_what_was_not_written_is_not_believed(town):
    bot, store = await unsteady(town, welcome=REQUIRED)
    await bot.joins(ANN)
    store.raises.append(StoreFailed("disk full"))
    with pytest.raises(StoreFailed):
        await bot.presses(ANN, "button-agree")
    await bot.says(ANN, "hello")
    assert bot.did(Delete)


async def test_a_store_that_fails_while_a_cog_reads_is_no_fault_of_the_cog(town):
    bot = await town(words())

    async def strikes(community, user, since):
        raise StoreFailed("locked")

    automod = next(cog for cog, _ in bot.engine.registry.guards[MessagePosted] if cog.name == "automod")
    real = automod._sentencing._cases
    automod._sentencing._cases = type("Away", (), {"strikes": staticmethod(strikes)})()
    with pytest.raises(StoreFailed):
        await bot.says(ANN, "blorp", key="posted/1", n="m1")
    automod._sentencing._cases = real
    await bot.says(ANN, "blorp", key="posted/1", n="m1")
    assert bot.did(Delete)
    assert bot.engine.dispatcher.failures == 0


async def test_a_store_that_fails_while_a_card_is_drawn_leaves_the_card_for_the_next_start(town):
    bot = await town(words())
    cases, _ = bot.engine.registry.composers["case-card"]
    real = cases._cases

    class Away:
        async def find(self, *given):
            raise StoreFailed("locked")

    cases._cases = Away()
    await bot.says(ANN, "blorp")
    assert not bot.standing(STAFF)
    cases._cases = real
    await bot.engine.recover()
    await bot.engine.outbox.idle()
    assert bot.standing(STAFF)
    assert len(bot.did(Delete)) == 1


async def test_after_a_conflict_it_is_decided_again_on_what_stands_then(town):
    bot, store = await unsteady(town, words())
    store.raises.append(Conflict("somebody was first"))
    await bot.says(ANN, "blorp")
    assert len(await bot.cases()) == 1


async def test_a_conflict_without_end_is_given_up_and_logged(town, caplog):
    bot, store = await unsteady(town, cogs=(Shaky,))
    store.raises.extend([Conflict("again")] * 5)
    await bot.says(ANN, "note")
    assert "was given up" in caplog.text
    await bot.says(ANN, "note")
    assert await bot.store.notes.note(bot.key, "shaky", "x") == "1"


async def test_a_message_that_is_decided_twice_counts_once_towards_a_flood(town):
    bot, store = await unsteady(town, FLOOD, cogs=(Shaky,))
    store.raises.extend([Conflict("x")] * 3)
    await bot.says(ANN, "note")
    assert not await bot.cases()
