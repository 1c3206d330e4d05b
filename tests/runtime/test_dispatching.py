"""One event, one committed decision: nothing twice, nothing lost, and a fault in a cog ends neither."""

import asyncio
from dataclasses import replace

import pytest

from bot.core.actions import Delete, Send
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import MemberLeft, MessageDeleted, MessagePosted
from bot.core.ids import ChannelRef, Place, SpaceRef
from bot.core.interactions import FormSubmitted, Ticket
from bot.core.record import Timer
from bot.core.text import Rich
from bot.runtime.cog import Cog, guards
from tests.build import ANN, MOD, NOON, post
from tests.fakes.town import DANA, DORA, LOBBY, Noted, words
from tests.runtime.shaky import Shaky


class Second(Cog):
    name = "second"

    @guards(MessagePosted)
    async def guard(self, scene, event) -> Decision:
        return decide(Send(event.message.place, Rich(("second",)))) if event.message.text == "blorp" else NOTHING


# --- once --------------------------------------------------------------------------------------------------------


async def test_the_same_event_twice_does_nothing_twice(town):
    bot = await town(words())
    for _ in range(2):
        await bot.says(ANN, "blorp", key="posted/1", n="m1")
    assert len(await bot.cases()) == 1
    assert len(bot.did(Delete)) == 1


async def test_not_even_after_a_restart(town, tmp_path):
    for _ in range(2):
        bot = await town(words(), file=tmp_path / "bot.db")
        await bot.says(ANN, "blorp", key="posted/1", n="m1")
    assert len(await bot.cases()) == 1
    assert not bot.did(Delete)


async def test_only_so_many_keys_are_remembered(town, monkeypatch):
    monkeypatch.setattr("bot.runtime.dispatcher.REMEMBERED_KEYS", 2)
    noted = Noted()
    bot = await town(trace=noted)
    for key in ("a", "b", "c", "a"):
        await bot.says(ANN, "hi", key=key)
    assert len(noted.entries) == 4


async def test_decisions_are_told_to_who_listens_with_what_was_done(town):
    noted = Noted()
    bot = await town(words(), trace=noted)
    await bot.says(ANN, "blorp")
    told = [type(entry).__name__ for entry in noted.entries]
    assert told == ["Arrived", "Judged", "Decided", "Acted", "Acted", "Acted"]


# --- faults in cogs ----------------------------------------------------------------------------------------------


async def test_a_fault_in_a_cog_is_answered_privately_with_a_number_and_the_stream_goes_on(town, caplog):
    bot = await town(cogs=(Shaky,))
    answer = await bot.asks(DANA, "shake")
    assert "Something went wrong on our side" in answer
    number = answer.split()[-1]
    assert number in caplog.text
    assert bot.engine.dispatcher.failures == 1
    assert "I am well" in await bot.asks(DORA, "ping")
    assert "1 fault of mine" not in bot.heard_by(DORA.user)  # the fake host does not tell


async def test_a_fault_behind_a_button_is_answered_too(town):
    bot = await town(cogs=(Shaky,))
    await bot.asks(DANA, "show", text="break")
    assert "Something went wrong" in await bot.presses(DANA, "knock")


async def test_a_fault_over_a_message_harms_nobody(town, caplog):
    bot = await town(words(), cogs=(Shaky,))
    await bot.says(ANN, "break")
    assert not bot.ledger
    await bot.says(ANN, "blorp")
    assert bot.did(Delete)


async def test_a_guard_that_stops_keeps_the_event_from_the_others(town):
    bot = await town(words(), cogs=(Second, Shaky))
    await bot.says(ANN, "blorp")
    assert "second" not in bot.sends(LOBBY)
    await bot.says(MOD, "blorp")
    assert "second" in bot.sends(LOBBY)
    await bot.says(ANN, "echo")
    assert "echo" in bot.sends(LOBBY)


async def test_a_cog_that_is_switched_off_sees_nothing(town):
    bot = await town(cogs=(Shaky,))
    await bot.asks(DANA, "show")
    bot.changes(cogs={"shaky": False})
    await bot.says(ANN, "echo")
    assert not bot.sends(LOBBY)
    assert "no longer works" in await bot.presses(DANA, "knock")
    assert "I do not know /show" in await bot.asks(DANA, "show")


async def test_events_that_nobody_cares_for_pass(town):
    bot = await town()
    await bot.take(MessageDeleted("d", post().ref, NOON))
    await bot.take(MemberLeft("l", LOBBY.space, ANN.user, NOON))
    assert not bot.ledger


async def test_a_step_that_cannot_be_composed_does_not_hold_up_those_after_it(town, caplog):
    bot = await town(cogs=(Shaky,))
    await bot.says(ANN, "later")
    await bot.says(ANN, "nobody")
    assert bot.sends(LOBBY) == ["after", "after"]
    assert "shaky-breaks" in caplog.text
    assert not await bot.store.ledger.unfinished()


# --- timers ------------------------------------------------------------------------------------------------------


async def test_a_timer_whose_cog_fails_stays_and_others_do_not_wait(town):
    Shaky.calls = 0
    bot = await town(cogs=(Shaky,))
    timers = (
        Timer("shaky", "broken", NOON),
        Timer("shaky", "fine", NOON),
        Timer("unknown", "x", NOON),
        Timer("vanish", "y", NOON),
    )
    await bot.store.ledger.commit(bot.key, "", Decision(rows=timers), NOON)
    await bot.waits(seconds=1)
    assert bot.sends(LOBBY) == ["fine"]
    await bot.waits(seconds=10)
    assert bot.sends(LOBBY) == ["fine"]
    await bot.waits(seconds=31)
    assert bot.sends(LOBBY) == ["fine", "broken"]
    assert await bot.store.timers.next_due() is None


# --- buttons -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "token",
    ["", "v1-0000000000000000-AAAAAAAAAAA", "x" * 300, "v1-0000000000000000-AAAAAAAAAA!", "v2-1-1"],
)
async def test_a_forged_button_is_denied(town, token):
    bot = await town()
    assert "no longer works" in await bot.presses_token(
        DANA, token, Place(ChannelRef(DANA.user.platform, "d1"), SpaceRef(DANA.user.platform, "g"))
    )


async def test_a_genuine_token_with_another_id_is_forged(town):
    bot = await town(cogs=(Shaky,))
    await bot.asks(DANA, "show")
    button, shown = bot.button("knock")
    forged = button.token[:3] + ("0" if button.token[3] != "0" else "1") + button.token[4:]
    assert "no longer works" in await bot.presses_token(DANA, forged, shown.ref.place)
    assert await bot.presses_token(DANA, button.token, shown.ref.place) == "come in"


async def test_a_button_that_expired_is_denied(town):
    bot = await town(cogs=(Shaky,))
    await bot.asks(DANA, "show")
    await bot.waits(days=91)
    assert "no longer works" in await bot.presses(DANA, "knock")


async def test_a_button_that_works_once_works_once(town):
    bot = await town(cogs=(Shaky,))
    await bot.asks(DANA, "show", text="once")
    assert await bot.presses(DANA, "knock") == "come in"
    assert "no longer works" in await bot.presses(DORA, "knock")


async def test_of_two_presses_at_once_one_counts(town):
    bot = await town(cogs=(Shaky,))
    await bot.asks(DANA, "show", text="once")
    button, shown = bot.button("knock")
    real = bot.store.presses.find

    async def find(press_id):
        return replace(await real(press_id), used_at=None)

    presses = bot.engine.dispatcher._interactions._presses
    presses.find = find
    for who in (DANA, DORA):
        await bot.presses_token(who, button.token, shown.ref.place)
    assert sorted(a.split()[0] for a in bot.answers()[-2:]) == ["This", "come"]


async def test_a_button_works_after_a_restart(town, tmp_path):
    bot = await town(cogs=(Shaky,), file=tmp_path / "bot.db")
    await bot.asks(DANA, "show")
    button, shown = bot.button("knock")
    again = await town(cogs=(Shaky,), file=tmp_path / "bot.db")
    assert await again.presses_token(DANA, button.token, shown.ref.place) == "come in"


async def test_a_form_is_judged_like_a_button(town):
    bot = await town(cogs=(Shaky,))
    await bot.asks(DANA, "show")
    button, shown = bot.button("knock")

    async def submit(token, who=DANA, key="f"):
        await bot.take(FormSubmitted(key, token, shown.ref.place, who, {"text": "filled"}, Ticket(key), NOON))
        return bot.heard_by(who.user)

    assert await submit(button.token, key="f1") == "filled"
    assert "no longer works" in await submit("forged", key="f2")
    bot.changes(cogs={"shaky": False})
    assert "no longer works" in await submit(button.token, key="f3")


async def test_events_of_one_community_are_decided_in_order(town):
    bot = await town(words())
    await asyncio.gather(*(bot.says(ANN, "blorp") for _ in range(5)))
    assert [c.number for c in await bot.cases()] == [5, 4, 3, 2, 1]
