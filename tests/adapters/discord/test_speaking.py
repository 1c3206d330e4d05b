"""What the core wants done, on Discord's side of the wire."""

from datetime import timedelta

import discord
import pytest

from bot.core.actions import Delete, Edit, Pardon, Punish, Sanction, Send, Whisper
from bot.core.ids import DISCORD, MessageRef, UserRef
from bot.core.receipts import Done, Refusal, Refused, Trouble
from bot.core.text import Bold, Link, Mention, say
from bot.core.ui import Button, LinkButton, Press, Tone
from tests.adapters.discord.world import KeyVoice, place, ref, rich, running, space, user
from tests.wire import discord_faults as trouble
from tests.wire.slowness import slowness

pytestmark = pytest.mark.wire
VOICE = KeyVoice()
SENDS = r"/channels/\d+/messages"


async def perform(platform, action, nonce="n-1"):
    return await platform.perform(action, VOICE, nonce)


async def test_text_arrives_escaped_and_pings_nobody(server, town, platform):
    ada = town.member("ada")
    body = rich("*Hi* ", Mention(user(ada), "ada"), " @everyone ", Bold("a_b"), " ", Link("x", "https://e.org"))
    receipt = await perform(platform, Send(place(town, "general"), body))
    (message,) = town.by_bot("general")
    assert message.content == (f"\\*Hi\\* <@{ada.id}> @\u200beveryone **a\\_b** [x](<https://e.org>)")
    assert receipt == Done(MessageRef(place(town, "general"), str(message.id)))
    (request,) = server.ledger.sends()
    assert request.body["allowed_mentions"] == {"parse": []}
    assert (request.body["nonce"], request.body["enforce_nonce"]) == ("n-1", True)
    assert message.ping_user_ids == []


async def test_long_text_becomes_several_messages_with_different_short_nonces(server, town, platform):
    text = "\n".join(f"line {number}" for number in range(600))
    await perform(platform, Send(place(town, "general"), rich(text)), nonce="x" * 25)
    assert "\n".join(town.texts("general")) == text
    nonces = [request.body["nonce"] for request in server.ledger.sends()]
    assert len(set(nonces)) == len(nonces) > 2
    assert all(len(nonce) <= 25 for nonce in nonces)


async def test_the_same_intent_tried_twice_is_said_once(server, town, platform):
    server.fail(trouble.answer_lost("POST", SENDS))
    action = Send(place(town, "general"), rich("once"))
    first = await perform(platform, action)
    assert isinstance(first, Trouble)
    assert first.maybe_done
    assert isinstance(await perform(platform, action), Done)
    assert town.texts("general") == ["once"]


async def test_buttons_carry_their_sealed_token(server, town, platform):
    row = (
        Button(say("yes"), Press(), Tone.GOOD, token="v1.abc"),
        LinkButton(say("read"), "https://e.org"),
    )
    await perform(platform, Send(place(town, "general"), rich("?"), (row,)))
    (components,) = town.by_bot("general")[0].components
    assert [(b["label"], b["style"]) for b in components["components"]] == [("yes", 3), ("read", 5)]
    assert components["components"][0]["custom_id"] == "v1.abc"


async def test_a_reply_to_what_is_gone_is_still_said(server, town, platform):
    ada = town.member("ada")
    message = ada.post("general", "hm")
    to = ref(town, "general", message)
    await perform(platform, Send(place(town, "general"), rich("one"), reply_to=to))
    assert town.by_bot("general")[0].reference["message_id"] == str(message.id)
    ada.delete(message)
    receipt = await perform(platform, Send(place(town, "general"), rich("two"), reply_to=to), "n-2")
    assert isinstance(receipt, Done)


async def test_an_edit_replaces_text_and_buttons(server, town, platform):
    row = (Button(say("yes"), Press(), token="v1.abc"),)
    sent = await perform(platform, Send(place(town, "general"), rich("open"), (row,)))
    assert isinstance(await perform(platform, Edit(sent.message, rich("closed"))), Done)
    (message,) = town.by_bot("general")
    assert (message.content, message.components) == ("closed", [])


async def test_a_whisper_reaches_who_takes_it_and_is_unreachable_for_who_does_not(server, town, platform):
    ada, bob = town.member("ada"), town.member("bob")
    receipt = await perform(platform, Whisper(user(ada), rich("psst")))
    assert ada.told == ["psst"]
    assert receipt.message.place.is_direct
    await perform(platform, Edit(receipt.message, rich("psst!")))
    assert ada.told == ["psst!"]
    bob.close_dms()
    refused = await perform(platform, Whisper(user(bob), rich("psst")), "n-2")
    assert refused.why is Refusal.UNREACHABLE


async def test_many_messages_are_deleted_at_once_and_gone_ones_count_as_deleted(server, town, platform):
    ada = town.member("ada")
    posted = [ada.post("general", str(number)) for number in range(5)]
    ada.delete(posted[0])
    refs = tuple(ref(town, "general", message) for message in posted)
    assert await perform(platform, Delete(refs, "case 7: spam")) == Done()
    assert town.texts("general") == []
    (request,) = server.ledger.of("POST", SENDS + "/bulk-delete")
    assert request.reason == "case 7: spam"
    assert await perform(platform, Delete(refs[:1])) == Done()


async def test_messages_older_than_two_weeks_go_one_by_one(server, town, platform):
    ada = town.member("ada")
    backend = server.world.backend
    old = discord.utils.time_snowflake(backend.clock.now() - timedelta(days=20))
    posted = [ada.post("general", "old"), ada.post("general", "new")]
    moved = backend.messages[posted[0].channel_id].pop(posted[0].id)
    moved.id = old
    backend.messages[moved.channel_id][old] = moved
    refs = tuple(ref(town, "general", message) for message in (moved, posted[1]))
    assert await perform(platform, Delete(refs)) == Done()
    assert town.texts("general") == []
    assert server.ledger.of("POST", SENDS + "/bulk-delete") == []


async def test_when_discord_finds_them_too_old_after_all_they_go_one_by_one(server, town, platform):
    ada = town.member("ada")
    refs = tuple(ref(town, "general", ada.post("general", str(number))) for number in range(3))
    server.fail(trouble.refused("POST", SENDS + "/bulk-delete", 400, 50034))
    assert await perform(platform, Delete(refs)) == Done()
    assert town.texts("general") == []
    town.bot_may(manage_messages=False)
    kept = ref(town, "general", ada.post("general", "kept"))
    assert (await perform(platform, Delete((kept,)))).why is Refusal.FORBIDDEN


async def test_a_mute_lasts_until_its_time_and_at_most_28_days(server, town, platform):
    ada = town.member("ada")
    until = server.world.backend.clock.now() + timedelta(hours=2)
    mute = Punish(space(town), user(ada), Sanction.MUTE, "flood", until)
    assert await perform(platform, mute) == Done()
    assert ada.muted_until == until
    forever = Punish(space(town), user(ada), Sanction.MUTE, "flood")
    assert await perform(platform, forever) == Done()
    assert ada.muted_until - server.world.backend.clock.now() > timedelta(days=27)
    assert await perform(platform, Pardon(space(town), user(ada), Sanction.MUTE)) == Done()
    assert ada.muted_until is None


async def test_kick_ban_and_unban_with_reason_and_without_purge(server, town, platform):
    ada, bob = town.member("ada"), town.member("bob")
    assert await perform(platform, Punish(space(town), user(ada), Sanction.KICK, "case 1")) == Done()
    assert not ada.here
    ban = Punish(space(town), user(bob), Sanction.BAN, "case 2\nłódź")
    assert await perform(platform, ban) == Done()
    assert town.bans == {bob.id: "case 2 łódź"}
    (request,) = server.ledger.of("PUT", r"/guilds/\d+/bans/\d+")
    assert request.query == {"delete_message_seconds": "0"}
    pardon = Pardon(space(town), user(bob), Sanction.BAN)
    assert await perform(platform, pardon) == Done()
    assert await perform(platform, pardon) == Done()
    assert town.bans == {}


async def test_who_left_cannot_be_kicked(server, town, platform):
    ada = town.member("ada")
    ada.leave()
    refused = await perform(platform, Punish(space(town), user(ada), Sanction.KICK))
    assert refused.why is Refusal.GONE


async def test_lacking_a_right_and_being_outranked_are_told_apart(server, town, platform):
    chief = town.member("chief", roles=[town.role("Chief", administrator=True)])
    town.owner()
    kick_owner = Punish(space(town), user(town.owner()), Sanction.KICK)
    assert (await perform(platform, kick_owner)).why is Refusal.OUTRANKED
    mute_chief = Punish(space(town), user(chief), Sanction.MUTE)
    assert (await perform(platform, mute_chief)).why is Refusal.OUTRANKED
    town.bot_may(kick_members=False)
    await server.until(lambda: not platform.line.guilds()[0].me.guild_permissions.kick_members)
    assert (await perform(platform, kick_owner)).why is Refusal.FORBIDDEN


async def test_who_stands_above_the_bots_role_is_out_of_reach_until_the_roles_are_moved(server, town, platform):
    elder, cook = town.role("Elder"), town.role("Cook")
    ada, bob = town.member("ada", roles=[elder]), town.member("bob", roles=[cook])
    kick = Punish(space(town), user(ada), Sanction.KICK)

    async def moved(position):
        server.world.backend.reorder_roles(town.id, [{"id": elder.id, "position": position}])
        known = platform.line.guilds()[0].get_role

        def is_moved():
            forgotten = not platform.people.knows(town.id, ada.id)
            return forgotten and known(elder.id) is not None and known(elder.id).position == position

        await server.until(is_moved)
        return [(await platform.member(space(town), user(who))).out_of_reach for who in (ada, bob)]

    assert await moved(50) == [True, False]
    assert (await perform(platform, kick)).why is Refusal.OUTRANKED
    crown = town.role("Crown")
    server.world.backend.reorder_roles(town.id, [{"id": crown.id, "position": 60}])
    assert await moved(50) == [True, False]
    server.world.backend.add_member_role(town.id, server.world.backend.bot_user.id, crown.id)
    await server.until(lambda: not platform.people.knows(town.id, ada.id))
    await server.until(lambda: platform.line.guilds()[0].me.top_role.id == crown.id)
    assert not (await platform.member(space(town), user(ada))).out_of_reach
    assert await perform(platform, kick) == Done()


async def test_a_channel_that_is_gone_and_one_that_is_closed(server, town, platform):
    nowhere = MessageRef(place(town, "general"), "1")
    assert (await perform(platform, Edit(nowhere, rich("x")))).why is Refusal.GONE
    town.bot_may_in("general", send_messages=False)
    refused = await perform(platform, Send(place(town, "general"), rich("x")))
    assert refused.why is Refusal.FORBIDDEN


@pytest.mark.parametrize(
    ("fault", "maybe_done"),
    [
        (trouble.broken("POST", SENDS, 503), True),
        (trouble.aborted("POST", SENDS), True),
        (trouble.garbled("POST", SENDS), True),
        (trouble.hanging("POST", SENDS), True),
        (trouble.rate_limited("POST", SENDS, retry_after=90), False),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
async def test_trouble_comes_back_as_a_value(server, town, fault, maybe_done):
    async with running(server, deadline=0.3 * slowness()) as (platform, _):
        server.fail(fault)
        attempt = await perform(platform, Send(place(town, "general"), rich("x")))
        assert isinstance(attempt, Trouble)
        assert attempt.maybe_done is maybe_done
        assert (attempt.retry_after is not None) is (fault.name == "rate limited")


async def test_a_short_rate_limit_is_waited_out(server, town, platform):
    server.fail(trouble.rate_limited("POST", SENDS, retry_after=0.05))
    assert isinstance(await perform(platform, Send(place(town, "general"), rich("x"))), Done)


async def test_without_a_connection_nothing_is_done(server, town):
    async with running(server) as (platform, _):
        pass
    attempt = await perform(platform, Whisper(UserRef(DISCORD, "1"), rich("x")))
    assert attempt == Trouble("Offline", maybe_done=False)


async def test_a_refusal_says_what_discord_said(server, town, platform):
    refused = await perform(platform, Send(place(town, "general"), rich("")))
    assert isinstance(refused, Refused)
    assert refused.why is Refusal.UNSUPPORTED
    assert "50035" in refused.detail or "50006" in refused.detail
