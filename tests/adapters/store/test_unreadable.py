"""Rows of a cog that is gone: set aside with a word in the log, and everything else goes on."""

import logging
from datetime import timedelta

from bot.adapters.store.store import open_store
from bot.core.actions import Delete, Send
from bot.core.decisions import Decision, decide
from bot.core.people import Rank
from bot.core.receipts import Done
from bot.core.record import Timer
from bot.core.text import say
from bot.core.ui import Button
from bot.runtime.codec import core_codec
from bot.runtime.community import Privacy
from bot.runtime.queue import PressRow, State
from tests.contracts.stores import HOME, MESSAGE, NOW, PLACE, Knock

KNOCK = Send(PLACE, say("card"), ((Button(say("knock"), Knock(1)),),))


async def test_a_button_nobody_understands_any_more_is_unknown(file, codec):
    async with open_store(file, codec) as store:
        await store.presses.keep([PressRow("a", HOME, Knock(1), Rank.GUEST, NOW)])
    async with open_store(file, core_codec()) as store:
        assert await store.presses.find("a") is None


async def test_a_decision_that_cannot_be_read_is_given_up_and_others_go_on(file, codec, caplog):
    async with open_store(file, codec) as store:
        await store.ledger.commit(HOME, "", decide(KNOCK, Delete((MESSAGE,)), case=1), NOW)
        sound = await store.ledger.commit(HOME, "", decide(Delete((MESSAGE,)), case=1), NOW)
    async with open_store(file, core_codec()) as store:
        with caplog.at_level(logging.CRITICAL):
            assert await store.ledger.unfinished() == (sound,)
            await store.ledger.settle(sound[0].id, State.DONE, Done(), 1)
            assert [did.step for did in await store.cases.receipts(HOME, 1)] == [Delete((MESSAGE,))] * 2
        assert await store.ledger.unfinished() == ()


async def test_a_timer_that_cannot_be_read_does_not_hold_up_the_others(file, codec, caplog):
    async with open_store(file, codec) as store:
        rows = (Timer("knock", "1", NOW, {"press": Knock(1)}), Timer("unmute", "2", NOW))
        await store.ledger.commit(HOME, "", Decision(rows), NOW)
    async with open_store(file, core_codec()) as store:
        with caplog.at_level(logging.CRITICAL):
            assert [timer.kind for timer in await store.timers.due(NOW, most=5)] == ["unmute"]
            assert [timer.kind for timer in await store.timers.due(NOW, most=1)] == ["unmute"]


async def test_an_old_step_that_cannot_be_read_is_forgotten_whole(file, codec):
    async with open_store(file, codec) as store:
        (knock,) = await store.ledger.commit(HOME, "", decide(KNOCK, case=1), NOW - timedelta(days=31))
        await store.ledger.settle(knock.id, State.DONE, Done(), 1)
    async with open_store(file, core_codec()) as store:
        await store.purge(HOME, NOW, Privacy(timedelta(days=30)))
    async with open_store(file, codec) as store:
        assert await store.cases.receipts(HOME, 1) == ()
