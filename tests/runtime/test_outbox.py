"""From intents to receipts: none lost, none done twice unseen, and no chat waits for another."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Answer, Delete, Send, Whisper
from bot.core.capabilities import Capability
from bot.core.decisions import Asker, Reply, decide
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, Place, Platform, SpaceRef
from bot.core.interactions import Ticket
from bot.core.receipts import Refusal, Refused, Trouble
from bot.core.text import say
from bot.runtime.outbox import MOST_TRIES
from bot.runtime.queue import State
from tests.build import ANN, NOON, posted, ref
from tests.fakes.town import D_LOBBY, DANA, DORA, LOBBY, STAFF, Noted, words
from tests.runtime.steps import LOST, carry, note, states
from tests.waiting import until

NOT_SENT = Trouble("429", maybe_done=False, retry_after=timedelta(0))


# --- trouble -----------------------------------------------------------------------------------------------------


async def test_what_was_surely_not_done_is_tried_again(town):
    bot = await town()
    bot.telegram.fails(Send, NOT_SENT, times=3)
    queued = await carry(bot, note())
    assert bot.sends(LOBBY) == ["hello"]
    assert await states(bot, queued) == [(State.DONE, 4)]


@pytest.mark.long  # it waits for real seconds
async def test_without_a_time_from_the_messenger_the_pause_is_short_and_random(town):
    bot = await town()
    bot.telegram.fails(Send, Trouble("503", maybe_done=False))
    await carry(bot, note())
    assert bot.sends(LOBBY) == ["hello"]


async def test_after_eight_tries_it_is_a_dead_letter(town, caplog):
    bot = await town()
    bot.telegram.fails(Send, NOT_SENT, times=99)
    queued = await carry(bot, note(), note(D_LOBBY))
    assert await states(bot, queued) == [(State.DEAD, MOST_TRIES), (State.DONE, 1)]
    assert "ended as dead" in caplog.text


async def test_after_a_day_it_is_a_dead_letter(town):
    bot = await town()
    bot.telegram.fails(Send, NOT_SENT)
    queued = await bot.store.ledger.commit(bot.key, "", decide(note()), NOON)
    bot.clock.pass_by(hours=25)
    bot.engine.outbox.accept(queued)
    await bot.engine.outbox.idle()
    assert await states(bot, queued) == [(State.DEAD, 1)]


async def test_a_message_that_may_have_arrived_is_not_sent_again_unless_it_matters(town):
    bot = await town()
    bot.telegram.fails(Send, LOST, after_effect=True)
    queued = await carry(bot, note())
    assert len(bot.standing(LOBBY)) == 1
    assert await states(bot, queued) == [(State.UNKNOWN, 1)]


async def test_one_that_matters_is_repeated_and_says_so(town):
    bot = await town()
    bot.telegram.fails(Send, LOST, times=2, after_effect=True)
    await carry(bot, note(important=True))
    assert [shown.words for shown in bot.standing(LOBBY)] == ["hello", "(repeat)\nhello", "(repeat)\nhello"]


async def test_where_the_messenger_knows_our_nonce_it_is_repeated_unseen(town):
    bot = await town()
    bot.discord.fails(Send, LOST, after_effect=True)
    queued = await carry(bot, note(D_LOBBY))
    assert len(bot.standing(D_LOBBY)) == 1
    assert await states(bot, queued) == [(State.DONE, 2)]
    first, second = bot.discord.ledger
    assert first.nonce == second.nonce
    assert len(first.nonce) <= 25


async def test_what_is_natural_is_repeated_and_gone_then_means_done(town):
    bot = await town()
    bot.telegram.fails(Delete, LOST)
    bot.telegram.fails(Delete, Refused(Refusal.GONE))
    queued = await carry(bot, Delete((ref("m1", LOBBY),)))
    assert await states(bot, queued) == [(State.DONE, 2)]


async def test_gone_at_the_first_try_is_said_as_it_is(town):
    bot = await town()
    bot.telegram.fails(Delete, Refused(Refusal.GONE))
    queued = await carry(bot, Delete((ref("m1", LOBBY),)))
    assert await states(bot, queued) == [(State.REFUSED, 1)]


async def test_a_bug_in_an_adapter_leaves_the_step_for_the_next_start(town, caplog):
    bot = await town()
    bot.telegram.fails(Send, ZeroDivisionError())
    queued = await carry(bot, note())
    assert "go on at the next start" in caplog.text
    assert await states(bot, queued) == [(State.SENDING, 0)]


async def test_a_batch_of_a_deletion_that_is_refused_does_not_keep_the_others(town):
    bot = await town()
    bot.telegram.fails(Delete, Refused(Refusal.TOO_LATE))
    queued = await carry(bot, Delete(tuple(ref(f"m{n}", LOBBY) for n in range(7))))
    assert [len(e.action.messages) for e in bot.telegram.ledger] == [3, 3, 1]
    assert await states(bot, queued) == [(State.REFUSED, 1)]


# --- fallbacks ---------------------------------------------------------------------------------------------------


async def test_an_answer_that_came_too_late_becomes_a_whisper(town):
    bot = await town()
    bot.discord.fails(Answer, Refused(Refusal.TOO_LATE))
    await bot.asks(DORA, "ping")
    assert "I am well" in bot.told(DORA.user)[0]


async def test_a_whisper_that_became_a_line_says_aloud(town):
    noted = Noted()
    bot = await town(trace=noted)
    bot.telegram.unreachable.add(ANN.user)
    await carry(bot, Whisper(ANN.user, say("plain", text="x"), otherwise=note()))
    assert noted.entries[-1].receipt.aloud


async def test_when_the_fallback_is_refused_too_the_first_refusal_counts(town):
    noted = Noted()
    bot = await town(trace=noted)
    bot.telegram.unreachable.add(ANN.user)
    bot.telegram.fails(Send, Refused(Refusal.FORBIDDEN))
    await carry(bot, Whisper(ANN.user, say("plain", text="x"), otherwise=note()))
    assert noted.entries[-1].receipt == Refused(Refusal.UNREACHABLE)


async def test_trouble_in_the_fallback_is_trouble(town):
    bot = await town()
    bot.telegram.unreachable.add(ANN.user)
    bot.telegram.fails(Send, NOT_SENT)
    await carry(bot, Whisper(ANN.user, say("plain", text="x"), otherwise=note()))
    assert bot.sends(LOBBY) == ["hello"]


async def test_where_whispering_is_impossible_the_line_is_said(town):
    bot = await town()
    real = bot.telegram.capabilities

    async def mute_in_private(place):
        can = await real(place)
        return replace(can, has=can.has - {Capability.WHISPER})

    bot.telegram.capabilities = mute_in_private
    await carry(bot, Whisper(ANN.user, say("plain", text="x"), otherwise=note()))
    assert bot.sends(LOBBY) == ["hello"]


async def test_what_is_for_a_messenger_that_is_not_connected_is_refused(town):
    bot = await town()
    nowhere = Place(ChannelRef(Platform("pigeons"), "1"), SpaceRef(Platform("pigeons"), "1"))
    queued = await carry(bot, note(nowhere))
    assert await states(bot, queued) == [(State.REFUSED, 1)]


async def test_what_is_for_a_community_that_is_not_served_any_more_is_refused(town):
    bot = await town()
    queued = await bot.store.ledger.commit("elsewhere", "", decide(note()), NOON)
    bot.engine.outbox.accept(queued)
    await bot.engine.outbox.idle()
    assert await states(bot, queued) == [(State.REFUSED, 1)]


async def test_before_a_messenger_is_connected_its_actions_wait_and_no_others(town):
    bot = await town(ready=False)
    await bot.engine.ready(bot.discord)
    await carry(bot, note(LOBBY), wait=False)
    await carry(bot, note(D_LOBBY), wait=False)
    await until(lambda: bot.discord.ledger)
    assert not bot.telegram.ledger
    assert bot.engine.delivery.is_connected(DISCORD)
    assert not bot.engine.delivery.is_connected(TELEGRAM)
    await bot.engine.ready(bot.telegram)
    await bot.engine.outbox.idle()
    assert bot.sends(LOBBY) == ["hello"]


async def test_the_slow_effect_of_one_chat_never_holds_up_another(town):
    bot = await town(words())
    gate = bot.telegram.holds(LOBBY)
    slow = asyncio.create_task(bot.says(ANN, "blorp"))
    await bot.engine.take(posted("blorp", by=DANA, place=D_LOBBY))
    await until(lambda: any(isinstance(e.action, Delete) for e in bot.discord.ledger))
    assert not bot.telegram.ledger
    gate.set()
    await slow
    assert [type(e.action) for e in bot.telegram.ledger][:2] == [Delete, Whisper]


async def test_draining_gives_what_is_under_way_its_time_and_leaves_the_rest(town):
    bot = await town()
    bot.telegram.holds(LOBBY)
    queued = await carry(bot, note(), wait=False)
    await bot.engine.outbox.drain(timedelta(seconds=0.05))
    assert await states(bot, queued) == [(State.SENDING, 0)]
    await bot.engine.outbox.drain(timedelta(seconds=1))


# --- answers from receipts ---------------------------------------------------------------------------------------


async def test_an_answer_waits_for_what_it_speaks_of(town):
    bot = await town()
    asker = Asker(Ticket("t"), D_LOBBY, DANA.user)
    reply = Reply(asker, say("plain", text="done"), untold=say("plain", text="untold"))
    bot.discord.unreachable.add(DANA.user)
    await carry(bot, Whisper(DANA.user, say("plain", text="x")), reply)
    assert bot.answers() == ["untold"]


async def test_steps_of_the_same_turn_wait_for_each_other(town):
    bot = await town(words())
    await asyncio.gather(*(bot.says(ANN, "blorp") for _ in range(4)))
    assert len(bot.standing(STAFF)) == 1
    assert "4 times in a row" in bot.standing(STAFF)[0].words
