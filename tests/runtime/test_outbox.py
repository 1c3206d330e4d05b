"""From intents to receipts: none lost, none done twice unseen, and no chat waits for another."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.adapters.store.tables.running import intents
from bot.core.actions import Answer, Delete, Edit, Pardon, Punish, Sanction, Send, Whisper
from bot.core.capabilities import Capabilities, Capability
from bot.core.decisions import Asker, Intent, Later, Reply, decide
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, Place, Platform, SpaceRef
from bot.core.interactions import Ticket
from bot.core.receipts import Refusal, Refused, Trouble
from bot.core.text import say
from bot.core.ui import LinkButton
from bot.runtime.cog import Cog, composes
from bot.runtime.effects import Effect, effect, is_fleeting, is_important, may_repeat, vanishes
from bot.runtime.outbox import MOST_TRIES
from bot.runtime.queue import State
from tests.build import ANN, BOB, MOD, NOON, later, posted, ref
from tests.fakes.clock import StillClock
from tests.fakes.town import D_LOBBY, DANA, DORA, LOBBY, STAFF, Noted, messengers, open_town, words

LOST = Trouble("the line broke", maybe_done=True, retry_after=timedelta(0))
NOT_SENT = Trouble("429", maybe_done=False, retry_after=timedelta(0))


def note(place=LOBBY, text="hello", **more):
    return Send(place, say("plain", text=text), **more)


async def carry(bot, *steps, wait=True):
    queued = await bot.store.ledger.commit(bot.key, "", decide(*steps), bot.clock.now())
    bot.engine.outbox.accept(queued)
    if wait:
        await bot.engine.outbox.idle()
    return queued


async def states(bot, queued):
    """How these intents ended, straight from the table."""
    ids = [q.id for q in queued]
    statement = select(intents.c.state, intents.c.tries).where(intents.c.id.in_(ids)).order_by(intents.c.id)
    rows = await bot.store.ledger._engines.read(lambda c: c.execute(statement))
    return [(State(row.state), row.tries) for row in rows]


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


async def until(holds, within=30.0):
    async with asyncio.timeout(within):
        while not holds():  # noqa: ASYNC110  # a condition with a deadline
            await asyncio.sleep(0.005)


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


# --- crashes -----------------------------------------------------------------------------------------------------


async def crashed_and_started_again(file, *steps, sending=False, hours=0):
    """Commit with one bot that never acts; then start another on the same file, and let it finish."""
    clock = StillClock()
    platforms = messengers()
    async with AsyncExitStack() as stack:
        dead = await open_town(stack, platforms=platforms, file=file, clock=clock)
        queued = await dead.store.ledger.commit(dead.key, "key", decide(*steps), clock.now())
        if sending:
            for item in queued:
                await dead.store.ledger.sending(item.id)
    clock.pass_by(hours=hours)
    stack = AsyncExitStack()
    bot = await open_town(stack, platforms=platforms, file=file, clock=clock)
    await bot.engine.recover()
    await bot.engine.outbox.idle()
    return bot, queued, stack


async def test_after_a_crash_between_commit_and_effect_it_happens_once(tmp_path):
    bot, queued, stack = await crashed_and_started_again(tmp_path / "bot.db", note(), Delete((ref("m1", LOBBY),)))
    async with stack:
        assert bot.sends(LOBBY) == ["hello"]
        assert await states(bot, queued) == [(State.DONE, 1), (State.DONE, 1)]
        await bot.engine.recover()
        await bot.engine.outbox.idle()
        assert len(bot.ledger) == 2


async def test_after_a_crash_in_the_middle_of_sending_nobody_knows(tmp_path):
    bot, queued, stack = await crashed_and_started_again(tmp_path / "bot.db", note(), sending=True)
    async with stack:
        assert not bot.ledger
        assert await states(bot, queued) == [(State.UNKNOWN, 0)]


async def test_after_such_a_crash_what_matters_is_repeated_visibly(tmp_path):
    bot, _, stack = await crashed_and_started_again(tmp_path / "bot.db", note(important=True), sending=True)
    async with stack:
        assert bot.sends(LOBBY) == ["(repeat)\nhello"]


async def test_what_was_repeated_once_is_not_marked_twice(tmp_path):
    clock, platforms = StillClock(), messengers()
    platforms[0].fails(Send, LOST)
    async with AsyncExitStack() as stack:
        dead = await open_town(stack, platforms=platforms, file=tmp_path / "bot.db", clock=clock)
        (item,) = await dead.store.ledger.commit(dead.key, "key", decide(note(important=True)), clock.now())
        await dead.store.ledger.sending(item.id)
    async with AsyncExitStack() as stack:
        bot = await open_town(stack, platforms=platforms, file=tmp_path / "bot.db", clock=clock)
        await bot.engine.recover()
        await bot.engine.outbox.idle()
        assert bot.sends(LOBBY) == ["(repeat)\nhello"]


@pytest.mark.parametrize(("hours", "expected"), [(0, ["hello"]), (1, [])])
async def test_a_nonce_lets_it_be_sent_again_only_while_it_holds(tmp_path, hours, expected):
    bot, _, stack = await crashed_and_started_again(tmp_path / "bot.db", note(D_LOBBY), sending=True, hours=hours)
    async with stack:
        assert bot.sends(D_LOBBY) == expected


async def test_what_is_natural_is_simply_done_again_after_a_crash(tmp_path):
    act = Punish(LOBBY.space, ANN.user, Sanction.BAN)
    bot, _, stack = await crashed_and_started_again(tmp_path / "bot.db", act, sending=True)
    async with stack:
        assert bot.telegram.sanctions == {(LOBBY.space, ANN.user): Sanction.BAN}


async def test_a_whole_story_goes_on_after_a_crash_without_anything_twice(tmp_path):
    clock, platforms = StillClock(), messengers()
    async with AsyncExitStack() as stack:
        bot = await open_town(stack, platforms=platforms, file=tmp_path / "bot.db", clock=clock)
        platforms[0].fails(Punish, ZeroDivisionError())
        await bot.asks(MOD, "ban", member=ANN)
        assert platforms[0].sanctions == {}
    async with AsyncExitStack() as stack:
        bot = await open_town(stack, platforms=platforms, file=tmp_path / "bot.db", clock=clock)
        await bot.engine.recover()
        await bot.engine.outbox.idle()
        assert platforms[0].sanctions == {(LOBBY.space, ANN.user): Sanction.BAN}
        assert len(bot.told(ANN.user)) == 1
        assert bot.told(MOD.user) == ["Ann was banned: case 1."]
        assert len(bot.standing(STAFF)) == 1


# --- tables ------------------------------------------------------------------------------------------------------

NONCE = Capabilities(frozenset({Capability.NONCE}))
PLAIN = Capabilities(frozenset())
TICKET = Ticket("t")


@pytest.mark.parametrize(
    ("action", "can", "expected"),
    [
        (Delete((ref(),)), PLAIN, Effect.NATURAL),
        (Edit(ref(), say("plain")), PLAIN, Effect.NATURAL),
        (Punish(LOBBY.space, ANN.user, Sanction.BAN), PLAIN, Effect.NATURAL),
        (Pardon(LOBBY.space, ANN.user, Sanction.BAN), PLAIN, Effect.NATURAL),
        (note(), PLAIN, Effect.PLAIN),
        (note(), NONCE, Effect.KEYED),
        (Whisper(ANN.user, say("plain")), NONCE, Effect.KEYED),
        (Answer(TICKET, LOBBY, ANN.user, say("plain")), NONCE, Effect.PLAIN),
    ],
)
def test_every_action_has_a_class_of_effects(action, can, expected):
    assert effect(action, can) is expected


@pytest.mark.parametrize(
    ("kind", "minutes", "expected"),
    [(Effect.NATURAL, 60, True), (Effect.KEYED, 2, True), (Effect.KEYED, 3, False), (Effect.PLAIN, 0, False)],
)
def test_what_may_be_repeated_unseen(kind, minutes, expected):
    assert may_repeat(kind, NOON, later(minutes=minutes)) is expected


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (Delete((ref(),)), True),
        (Pardon(LOBBY.space, BOB.user, Sanction.BAN), True),
        (Punish(LOBBY.space, BOB.user, Sanction.KICK), True),
        (Punish(LOBBY.space, BOB.user, Sanction.BAN), False),
        (Edit(ref(), say("plain")), False),
    ],
)
def test_for_whom_not_there_means_that_it_worked(action, expected):
    assert vanishes(action) is expected


def test_only_what_is_said_can_matter():
    assert is_important(note(important=True))
    assert not is_important(note())
    assert not is_important(Delete((ref(),)))


PRESSED = Ticket("t", is_press=True)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (Answer(PRESSED, LOBBY, ANN.user, say("plain")), True),
        (Answer(TICKET, LOBBY, ANN.user, say("plain")), False),  # words that were typed are answered also later
        (Answer(PRESSED, LOBBY, ANN.user, say("plain"), ((LinkButton(say("plain"), "https://e.org"),),)), False),
        (Answer(PRESSED, Place(ChannelRef(TELEGRAM, "5")), ANN.user, say("plain")), False),
        (note(), False),
        (Later("speak"), False),
    ],
)
def test_only_words_for_a_press_in_a_group_die_with_the_process(step, expected):
    assert is_fleeting(step) is expected


async def test_an_answer_that_nothing_is_lost_by_is_said_and_not_kept(town):
    bot = await town()
    answer = Answer(PRESSED, LOBBY, ANN.user, say("plain", text="counted"))
    queued = await carry(bot, answer)
    assert [(one.is_kept, one.name) for one in queued] == [(False, f"{bot.key}/{queued[0].group}")]
    assert bot.answers()[-1:] == ["counted"]
    assert await bot.store.ledger.unfinished() == ()
    assert await states(bot, queued) == []


async def test_beside_other_steps_such_an_answer_is_kept_in_its_order(town):
    bot = await town()
    queued = await carry(bot, Answer(PRESSED, LOBBY, ANN.user, say("plain", text="counted")), note())
    assert await states(bot, queued) == [(State.DONE, 1)] * 2


# --- turns


class Speaker(Cog):
    """Says its words in the lobby; a later of the same turn may follow out of it."""

    name = "speaker"

    @composes("speak")
    async def speak(self, scene, report, args):
        says = [Intent(note(text=word)) for word in args["words"]]
        then = Later("speak", {"words": args["then"], "then": ()}, turn="talk") if args["then"] else None
        return (*says, Intent(then)) if then else says


def speaking(*said, then=()):
    return Later("speak", {"words": said, "then": then}, turn="talk")


async def test_a_turn_may_go_on_in_what_grew_from_it(town):
    bot = await town(cogs=(Speaker,))
    async with asyncio.timeout(5):
        await carry(bot, speaking("one", then=("two",)))
    assert bot.sends(LOBBY) == ["one", "two"]


async def test_what_a_crash_left_of_a_turn_goes_on_before_what_came_later(town):
    bot = await town(cogs=(Speaker,))
    gate = bot.telegram.holds(LOBBY)
    await carry(bot, speaking("one", "two"), wait=False)
    for _ in range(50):
        await asyncio.sleep(0)
    await carry(bot, note(D_LOBBY, "first of all"), speaking("three"), wait=False)
    for _ in range(50):
        await asyncio.sleep(0)
    await bot.engine.outbox.drain(timedelta(0))  # killed while "one" was on its way
    gate.set()
    assert await bot.engine.outbox.recover() >= 2
    async with asyncio.timeout(5):
        await bot.engine.outbox.idle()
    said = [word for word in bot.sends(LOBBY) if word != "one"]
    assert said == ["two", "three"]


async def test_two_turns_that_want_each_other_after_a_crash_do_not_wait_for_ever(town):
    bot = await town(cogs=(Speaker,))
    gate = bot.telegram.holds(LOBBY)
    other = replace(speaking("c"), turn="other")
    for steps in ((speaking("a"), other), (replace(other, args={"words": ("b",), "then": ()}), speaking("d"))):
        await carry(bot, *steps, wait=False)
        for _ in range(50):
            await asyncio.sleep(0)
    await bot.engine.outbox.drain(timedelta(0))
    gate.set()
    await bot.engine.outbox.recover()
    async with asyncio.timeout(5):
        await bot.engine.outbox.idle()
    assert {"c", "d"} <= set(bot.sends(LOBBY))
