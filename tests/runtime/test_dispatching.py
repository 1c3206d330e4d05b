"""One event, one committed decision: nothing twice, nothing lost, and a fault in a cog ends neither."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.core.actions import Delete, Send
from bot.core.commands import command
from bot.core.decisions import NOTHING, Decision, Intent, Later, decide
from bot.core.events import MemberLeft, MessageDeleted, MessagePosted
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, Place, SpaceRef
from bot.core.interactions import FormSubmitted, Ticket
from bot.core.linking import LinkCode
from bot.core.record import Note, Timer
from bot.core.text import OneTime, Rich, say
from bot.core.ui import Button, Press
from bot.runtime.codes import Codes
from bot.runtime.cog import Cog, composes, due, filled, guards, on, pressed
from bot.runtime.queue import Conflict, StoreFailed
from tests.build import ANN, BOB, MOD, NOON, invoked, person, post
from tests.cogs.test_automod import FLOOD
from tests.cogs.test_welcome import REQUIRED
from tests.fakes.memory import MEMORY
from tests.fakes.platform import FakePlatform
from tests.fakes.town import DANA, DORA, LOBBY, PLACES, STAFF, Noted, messengers, open_town, riverside, words


@dataclass(frozen=True, slots=True)
class Knock(Press):
    how: str = ""


class Shaky(Cog):
    """Breaks where it is told to."""

    name = "shaky"
    calls = 0

    @command("shake")
    async def shake(self, ctx) -> Decision:
        """Break."""
        raise ZeroDivisionError

    @command("show")
    async def show(self, ctx, text: str = "") -> Decision:
        """Show a button."""
        button = Button(say("plain", text="knock"), Knock(text), once=text == "once")
        return decide(Send(ctx.place, say("plain", text="door"), ((button,),)))

    @pressed(Knock)
    async def knock(self, ctx, press) -> Decision:
        if press.how == "break":
            raise ZeroDivisionError
        return ctx.answer(say("plain", text="come in"))

    @filled(Knock)
    async def fill(self, ctx, press, values) -> Decision:
        return ctx.answer(say("plain", text=values["text"]))

    @guards(MessagePosted)
    async def guard(self, scene, event) -> Decision:
        match event.message.text:
            case "break":
                raise ZeroDivisionError
            case "later":
                steps = (Later("shaky-breaks"), Send(event.message.place, say("plain", text="after")))
                return Decision(intents=tuple(Intent(step) for step in steps))
            case "nobody":
                return decide(Later("nobody-composes-this"), Send(event.message.place, say("plain", text="after")))
            case "note":
                return decide(rows=(Note("shaky", "x", "1"),))
        return NOTHING

    @on(MessagePosted)
    async def heard(self, scene, event) -> Decision:
        if event.message.text == "echo":
            return decide(Send(event.message.place, Rich(("echo",))))
        return NOTHING

    @composes("shaky-breaks")
    async def breaks(self, scene, report, args):
        raise ZeroDivisionError

    @due("shaky")
    async def rings(self, scene, event) -> Decision:
        Shaky.calls += 1
        if event.subject == "broken" and Shaky.calls < 3:
            raise ZeroDivisionError
        return decide(Send(LOBBY, Rich((event.subject,))))


class Second(Cog):
    name = "second"

    @guards(MessagePosted)
    async def guard(self, scene, event) -> Decision:
        return decide(Send(event.message.place, Rich(("second",)))) if event.message.text == "blorp" else NOTHING


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


# --- the store ---------------------------------------------------------------------------------------------------


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


# --- several communities -----------------------------------------------------------------------------------------


HILL = Place(ChannelRef(TELEGRAM, "21"), SpaceRef(TELEGRAM, "21"))
HILL_STAFF = Place(ChannelRef(TELEGRAM, "22"), SpaceRef(TELEGRAM, "22"))


async def two_towns(stack, file=MEMORY):
    first = riverside(words(), places={k: {TELEGRAM: v[TELEGRAM]} for k, v in PLACES.items()})
    hill = replace(
        riverside(words(), places={"lobby": {TELEGRAM: "#hill"}, "staff": {TELEGRAM: "#hill-staff"}}),
        key="hill",
        name="Hill",
    )
    platforms = messengers()
    platforms[0].places |= {"#hill": HILL, "#hill-staff": HILL_STAFF}
    platforms[0].members[HILL.space, BOB.user] = BOB
    del platforms[0].members[LOBBY.space, BOB.user]
    return await open_town(stack, first, hill, platforms=platforms, file=file, cogs=(Shaky,))


def direct(who):
    return Place(ChannelRef(who.user.platform, who.user.native))


async def test_each_space_belongs_to_one_community():
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack)
        await bot.says(BOB, "blorp", HILL)
        assert (await bot.store.cases.of("hill", BOB.user))[0].number == 1
        assert await bot.cases(BOB.user) == ()
        assert bot.standing(HILL_STAFF)
        assert not bot.standing(STAFF)


async def test_a_private_button_finds_its_community_also_after_a_restart(tmp_path):
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack, tmp_path / "bot.db")
        await bot.says(BOB, "blorp", HILL)
        button, _ = bot.button("button-appeal", direct(BOB))
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack, tmp_path / "bot.db")
        await bot.presses_token(BOB, button.token, direct(BOB))
        await bot.fills(BOB, text="it was not me")
        assert await bot.store.fairness.appeals.find("hill", 1) is not None


async def test_who_was_banned_finds_the_community_of_her_case_in_private_and_by_her_code_on_the_other_messenger():
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack)
        await bot.says(BOB, "blorp", HILL)
        for space in [key for key in bot.telegram.members if key[1] == BOB.user]:
            del bot.telegram.members[space]
        bot.engine.communities._seen_in.clear()
        await bot.asks(BOB, "appeal", direct(BOB), number=1, text="it was not me")
        assert await bot.store.fairness.appeals.find("hill", 1) is not None
        kept = LinkCode("ABCDE", BOB.user, "Bob", bot.clock.now() + timedelta(days=1))
        await bot.store.ledger.commit("hill", "", Decision(rows=(kept,)), bot.clock.now())
        code = Codes((bot.engine.parts.keys.current,)).spelt(OneTime("ABCDE"))
        stranger = person("Bobby", "999", on=DISCORD)
        assert "called Bob. Is it you?" in await bot.asks(stranger, "link", direct(stranger), link_code=code)


async def test_a_private_command_finds_the_community_that_knows_the_person():
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack)
        assert "Hill" in await bot.asks(BOB, "help", direct(BOB))
        await bot.says(ANN, "hi")
        assert "Riverside" in await bot.asks(ANN, "help", direct(ANN))
        before = len(bot.ledger)
        stranger = replace(ANN, user=replace(ANN.user, native="999"))
        await bot.engine.take(replace_command(stranger))
        assert len(bot.ledger) == before


def replace_command(who):
    return invoked("help", who, direct(who))


async def test_a_button_of_one_community_is_foreign_in_the_other():
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack)
        await bot.asks(ANN, "show", LOBBY)
        button, _ = bot.button("knock", LOBBY)
        assert "no longer works" in await bot.presses_token(BOB, button.token, HILL)


async def test_a_timer_of_a_community_that_is_not_served_does_nothing(town):
    bot = await town(cogs=(Shaky,))
    await bot.store.ledger.commit("elsewhere", "", Decision(rows=(Timer("shaky", "x", NOON),)), NOON)
    await bot.waits(seconds=1)
    assert not bot.ledger


async def test_without_any_community_an_invitation_is_not_answered():
    async with AsyncExitStack() as stack:
        platforms = (FakePlatform(TELEGRAM), messengers()[1])
        bot = await open_town(stack, platforms=platforms)
        bot.engine.communities._homes.clear()
        await bot.is_added(SpaceRef(TELEGRAM, "50"), ANN.user)
        assert not bot.ledger


async def test_only_so_many_people_are_remembered(monkeypatch):
    monkeypatch.setattr("bot.runtime.communities.MANY", 1)
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack)
        await bot.says(ANN, "hi")
        await bot.says(BOB, "hi", HILL)
        assert bot.engine.communities._seen_in == {BOB.user: "hill"}


async def test_events_of_one_community_are_decided_in_order(town):
    bot = await town(words())
    await asyncio.gather(*(bot.says(ANN, "blorp") for _ in range(5)))
    assert [c.number for c in await bot.cases()] == [5, 4, 3, 2, 1]
