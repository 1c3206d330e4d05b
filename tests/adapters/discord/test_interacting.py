"""Commands, menus, buttons and forms, from a person's hand to the answer in front of her."""

import asyncio
from datetime import timedelta

import pytest

from bot.core.actions import Answer, Ask, Audience, Edit, Send, Whisper
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted, Ticket, Wrong
from bot.core.people import Rank
from bot.core.receipts import Done, Refusal, Trouble
from bot.core.text import say
from bot.core.ui import Button, Field, Form, Press
from tests.adapters.discord.cog import SPECS
from tests.adapters.discord.world import KeyVoice, Listener, place, ref, rich, running, user
from tests.wire import discord_faults as trouble
from tests.wire.slowness import slowness

pytestmark = pytest.mark.wire
VOICE = KeyVoice()


@pytest.fixture
async def adapter(server, town):
    async with running(server, specs=SPECS, before_defer=0.3) as (platform, listener):
        await server.until(server.world.commands)
        yield platform, listener


@pytest.fixture
def moderator(town):
    return town.member("mod", roles=[town.role("Moderators", moderate_members=True)], locale="pl")


async def answer(platform, event, text, rows=(), audience=Audience.ONLY_ACTOR):
    action = Answer(event.ticket, event.place, event.actor.user, rich(text), rows, audience)
    return await platform.perform(action, VOICE, "n")


async def test_a_command_arrives_with_its_values_typed(server, town, platform, listener, moderator):
    ada = town.member("ada")
    outcome = await moderator.invoke("general", "mute", member=ada, duration="1d12h", reason="flood")
    (event,) = await server.until(lambda: listener.of(CommandInvoked))
    assert event.path == "mute"
    assert event.values["member"].user == user(ada)
    assert event.values["member"].rank is Rank.MEMBER
    assert event.values["duration"] == timedelta(hours=36)
    assert event.values["reason"] == "flood"
    assert (event.actor.rank, event.actor.locale) == (Rank.MODERATOR, "pl")
    assert event.key == f"discord:{outcome.record.id}"
    assert isinstance(await answer(platform, event, "done"), Done)
    assert outcome.texts == ["done"]
    assert outcome.private


async def test_optional_values_are_left_out_and_unreadable_ones_named(server, town, listener, moderator):
    ada = town.member("ada")
    await moderator.invoke("general", "warn", member=ada)
    await moderator.invoke("general", "mute", member=ada, duration="soon")
    await server.until(lambda: len(listener.of(CommandInvoked)) == 2)
    warn, mute = listener.of(CommandInvoked)
    assert set(warn.values) == {"member"}
    assert mute.fault == Wrong("duration", "soon")


async def test_a_member_who_left_is_a_guest_and_is_asked_for(server, town, platform, listener, moderator):
    ada = town.member("ada")
    await moderator.menu("general", "en menu-warn", ada)
    (first,) = await server.until(lambda: listener.of(CommandInvoked))
    assert first.values["member"].rank is Rank.MEMBER
    ada.leave()
    await server.until(lambda: not platform.people.knows(town.id, ada.id))
    server.gateway.repeat("INTERACTION_CREATE")
    await server.until(lambda: len(listener.of(CommandInvoked)) == 2)
    assert listener.of(CommandInvoked)[1].values["member"].rank is Rank.GUEST


async def test_groups_choices_ranges_and_booleans_come_back_as_they_were_declared(server, town, listener):
    boss = town.member("boss", roles=[town.role("Bosses", manage_guild=True)])
    await boss.invoke("general", "config apply", number=3)
    await boss.invoke("general", "config check")
    await boss.invoke("general", "language", language="pl")
    await server.until(lambda: len(listener.of(CommandInvoked)) == 3)
    seen = [(event.path, dict(event.values)) for event in listener.of(CommandInvoked)]
    assert seen == [("config apply", {"number": 3}), ("config check", {}), ("language", {"language": "pl"})]


async def test_suggestions_come_while_one_types(server, town, platform, moderator):
    typed = await moderator.type_into("general", "help", "topic", "ban")
    await server.until(lambda: typed.choices == ["ban!"])
    spans = await moderator.type_into("general", "mute", "duration", "1")
    await server.until(lambda: spans.choices == ["10m", "1h", "12h", "1d", "14d"])


async def test_a_message_menu_carries_the_message(server, town, platform, listener):
    ada, bob = town.member("ada"), town.member("bob")
    spam = bob.post("general", "spam", embeds=[{"title": "offer"}])
    outcome = await ada.menu("general", "en menu-report", spam)
    (event,) = await server.until(lambda: listener.of(CommandInvoked))
    message = event.values["message"]
    assert message.ref == ref(town, "general", spam)
    assert (message.text, message.also, message.author.user) == ("spam", ("offer",), user(bob))
    form = Form(
        say("form-title"), (Field("why", say("form-why"), long=True),), Button(say("ok"), Press(), token="v1.f")
    )
    asked = await platform.perform(Ask(event.ticket, event.place, event.actor.user, form), VOICE, "n")
    assert asked == Done()
    done = await ada.submit(outcome, why="it is spam")
    (submitted,) = await server.until(lambda: listener.of(FormSubmitted))
    assert (submitted.token, submitted.values) == ("v1.f", {"why": "it is spam"})
    await answer(platform, submitted, "thank you")
    assert done.texts == ["thank you"]
    assert done.private


async def test_a_slash_command_names_a_message_by_its_link(server, town, listener):
    ada, bob = town.member("ada"), town.member("bob")
    spam = bob.post("general", "spam")
    link = f"https://discord.com/channels/{town.id}/{spam.channel_id}/{spam.id}"
    await ada.invoke("staff", "report", message=link)
    await ada.invoke("staff", "report", message="this one")
    await server.until(lambda: len(listener.of(CommandInvoked)) == 2)
    good, bad = listener.of(CommandInvoked)
    assert good.values["message"].text == "spam"
    assert bad.fault == Wrong("message", "this one")


async def test_a_slow_command_is_deferred_with_its_privacy(server, town, platform, listener):
    ada = town.member("ada")
    outcome = await ada.invoke("general", "help")
    (event,) = await server.until(lambda: listener.of(CommandInvoked))
    await server.until(lambda: outcome.record.loading)
    assert outcome.private
    assert outcome.texts == []
    await answer(platform, event, "at last")
    await answer(platform, event, "and more")
    assert outcome.texts == ["at last", "and more"]


@pytest.mark.parametrize(
    ("path", "values", "audience"),
    [("help", {}, Audience.EVERYONE), ("language", {"language": "pl"}, Audience.ONLY_ACTOR)],
)
async def test_an_answer_never_takes_the_place_of_a_defer_of_other_privacy(
    server, town, platform, listener, path, values, audience
):
    """The defer vanishes; where Discord then refuses the follow-up, the runtime says it another way."""
    outcome = await town.member("ada").invoke("general", path, **values)
    (event,) = await server.until(lambda: listener.of(CommandInvoked))
    await server.until(lambda: outcome.record.loading)
    receipt = await answer(platform, event, "words", audience=audience)
    assert receipt.why is Refusal.GONE
    assert outcome.result.response is None
    assert "words" not in town.texts("general")


async def test_a_command_that_may_ask_is_not_deferred(server, town, platform, listener):
    ada, bob = town.member("ada"), town.member("bob")
    outcome = await ada.menu("general", "en menu-report", bob.post("general", "spam"))
    (event,) = await server.until(lambda: listener.of(CommandInvoked))
    await asyncio.sleep(0.4)  # longer than the adapter waits before it defers
    assert not outcome.acknowledged
    await answer(platform, event, "noted")
    assert outcome.texts == ["noted"]


async def test_a_press_is_acknowledged_even_without_an_answer(server, town, platform, listener):
    ada = town.member("ada")
    row = (Button(say("agree"), Press(), token="v1.agree"),)
    await platform.perform(Send(place(town, "general"), rich("?"), (row,)), VOICE, "n")
    (message,) = town.by_bot("general")
    outcome = await ada.press(message, "agree")
    (event,) = await server.until(lambda: listener.of(ButtonPressed))
    assert (event.token, event.message, event.ticket.is_press) == ("v1.agree", ref(town, "general", message), True)
    await server.until(lambda: outcome.acknowledged)
    assert outcome.texts == ["?"]  # nothing but the message itself
    edit = Edit(event.message, rich("agreed"))
    assert isinstance(await platform.perform(edit, VOICE, "n"), Done)
    await answer(platform, event, "welcome")
    assert [message.ephemeral for message in outcome.result.followups] == [True]
    asked = Ask(event.ticket, event.place, event.actor.user, Form(say("t"), (), row[0]))
    assert (await platform.perform(asked, VOICE, "n")).why is Refusal.TOO_LATE


async def test_what_nobody_answers_does_not_seem_to_think_for_ever(server, town):
    ada = town.member("ada")
    async with running(server, specs=SPECS, before_defer=0.05, ticket=0.1) as (platform, listener):
        await server.until(server.world.commands)
        outcome = await ada.invoke("general", "help")
        await server.until(lambda: outcome.record.loading)
        await server.until(lambda: outcome.result.response is None)
        (event,) = listener.of(CommandInvoked)
        assert (await answer(platform, event, "too late")).why is Refusal.GONE


async def test_an_answer_that_hangs_comes_back_as_trouble(server, town):
    ada = town.member("ada")
    async with running(server, specs=SPECS, deadline=0.3 * slowness()) as (platform, listener):
        await server.until(server.world.commands)
        await ada.invoke("general", "help")
        (event,) = await server.until(lambda: listener.of(CommandInvoked))
        server.fail(trouble.hanging("POST", r"/interactions/\d+/[^/]+/callback"))
        attempt = await answer(platform, event, "hello")
        assert isinstance(attempt, Trouble)
        assert attempt.maybe_done


async def test_a_ticket_of_a_former_life_is_gone(server, town, platform):
    ada = town.member("ada")
    action = Answer(Ticket("123"), place(town, "general"), user(ada), rich("late"))
    assert (await platform.perform(action, VOICE, "n")).why is Refusal.GONE


async def test_a_button_in_private_answers_in_private(server, town, platform, listener):
    ada = town.member("ada")
    row = (Button(say("appeal"), Press(), token="v1.appeal"),)
    await platform.perform(Whisper(user(ada), rich("case 7"), (row,)), VOICE, "n")
    (message,) = ada.dms
    outcome = await ada.press(message, "appeal")
    (event,) = await server.until(lambda: listener.of(ButtonPressed))
    assert event.place.is_direct
    assert event.place.channel.native == str(ada.id)
    assert event.actor.rank is Rank.MEMBER
    await answer(platform, event, "heard")
    assert outcome.texts[-1] == "heard"


async def test_slow_events_of_one_space_do_not_hold_up_another(server, town):
    class Slow(Listener):
        async def sink(self, event):
            if event.place.space == place(town, "general").space:
                await asyncio.sleep(30)
            await super().sink(event)

    other = server.town("Elsewhere")
    ada, bob = town.member("ada"), other.member("bob")
    async with running(server, specs=SPECS, listener=Slow()) as (_, listener):
        await server.until(server.world.commands)
        await ada.invoke("general", "help")
        await bob.invoke("general", "help")
        await server.until(lambda: listener.of(CommandInvoked))
        assert listener.of(CommandInvoked)[0].actor.name == "bob"
