"""Discord's AutoMod through the real client library: our rules in it, theirs left alone, its executions heard."""

from dataclasses import replace

import discord
import pytest

from bot.core.capabilities import Capability
from bot.core.native_filters import NativeFilter, NativelyBlocked, SetFilters
from bot.core.people import Rank
from bot.core.receipts import Done, Refusal, Refused
from tests.adapters.discord.world import KeyVoice, place, running, space, user

pytestmark = pytest.mark.wire

SWEARING = NativeFilter("swearing", ("blorp", "gnarf gnarf"), ("blorp fish",))
RULES = "/guilds/{}/auto-moderation/rules"
WRITING = {"POST", "PATCH", "DELETE"}


async def put(platform, town, *filters):
    wanted = SetFilters(space(town), filters, (place(town, "staff"),))
    return await platform.perform(wanted, KeyVoice(), "n")


def rules(town):
    return {rule.name: rule for rule in town.model.auto_mod_rules.values()}


def writes(server):
    return [r for r in server.ledger if r.method in WRITING and "/auto-moderation/" in r.path]


def theirs(server, town, name, creator=1, keyword="fish"):
    body = {"name": name, "event_type": 1, "trigger_type": 1, "actions": [{"type": 1}], "enabled": True}
    body["trigger_metadata"] = {"keyword_filter": [keyword]}
    return server.world.backend.create_auto_mod_rule(town.id, creator, body)


async def test_our_rules_are_made_changed_and_removed_and_asked_for_only_when_they_differ(server, town, platform):
    moderators = town.role("Moderators", moderate_members=True)
    assert await put(platform, town, SWEARING) == Done()
    made = rules(town)["Townkeeper: swearing"]
    assert made.trigger_metadata["keyword_filter"] == ["blorp", "gnarf gnarf"]
    assert made.trigger_metadata["allow_list"] == ["blorp fish"]
    assert [action["type"] for action in made.actions] == [1]
    assert moderators.id in made.exempt_roles
    assert made.exempt_channels == [town.channel("staff").id]
    await put(platform, town, SWEARING)
    assert len(writes(server)) == 1
    await put(platform, town, replace(SWEARING, words=("blorp",)))
    assert rules(town)["Townkeeper: swearing"].trigger_metadata["keyword_filter"] == ["blorp"]
    assert len(rules(town)) == 1
    await put(platform, town)
    assert rules(town) == {}
    assert [r.method for r in writes(server)] == ["POST", "PATCH", "DELETE"]


async def test_rules_of_others_stay_as_they_are_whatever_they_are_called(server, town, platform):
    theirs(server, town, "No fish")
    theirs(server, town, "Townkeeper: swearing", keyword="theirs")
    await put(platform, town, SWEARING)
    await put(platform, town)
    assert sorted(rules(town)) == ["No fish", "Townkeeper: swearing"]
    assert rules(town)["Townkeeper: swearing"].trigger_metadata == {"keyword_filter": ["theirs"]}


async def test_what_finds_no_room_beside_rules_of_others_is_left_out(server, town, platform):
    for number in range(5):
        theirs(server, town, f"theirs {number}")
    assert await put(platform, town, SWEARING, replace(SWEARING, name="swearing (2)")) == Done()
    assert [name for name in rules(town) if name.startswith("Townkeeper")] == ["Townkeeper: swearing"]


async def test_a_role_that_the_rule_spares_is_exempt_and_one_that_is_gone_is_not_named(server, town, platform):
    bakers = town.role("Bakers")
    spared = frozenset({str(bakers.id), "123456789012345678", "chat-admins"})
    await put(platform, town, replace(SWEARING, spares=Rank.OWNER, spared_roles=spared))
    assert rules(town)["Townkeeper: swearing"].exempt_roles == [bakers.id]


async def test_without_manage_server_it_is_refused_and_not_claimed(server, town, platform):
    town.bot_may(manage_guild=False)
    await server.until(lambda: not _may_manage(platform, town))
    refused = await put(platform, town, SWEARING)
    assert isinstance(refused, Refused)
    assert refused.why is Refusal.FORBIDDEN
    able = await platform.capabilities(place(town, "general"))
    assert Capability.FILTER not in able
    assert NativelyBlocked not in able.sees


async def test_a_space_without_the_bot_has_no_filter_to_set(town, platform):
    elsewhere = SetFilters(replace(space(town), native="1"))
    assert await platform.perform(elsewhere, KeyVoice(), "n") == Refused(Refusal.GONE, "the bot is not in this server")


async def test_a_message_that_was_held_back_is_heard_with_its_author_and_the_filter(server, town, platform, listener):
    await put(platform, town, SWEARING)
    ada = town.member("ada")
    ada.post("general", "you Blorp")
    (event,) = await server.until(lambda: listener.of(NativelyBlocked))
    assert (event.filter, event.listed, event.message.text.strip()) == ("swearing", "blorp", "you Blorp")
    assert event.message.author.user == user(ada)
    assert event.message.ref.place == place(town, "general")
    assert event.message.ref.native == ""
    server.gateway.repeat("AUTO_MODERATION_ACTION_EXECUTION")
    await server.until(lambda: len(listener.of(NativelyBlocked)) == 2)
    first, second = listener.of(NativelyBlocked)
    assert first.key == second.key


async def test_after_a_restart_a_filter_is_known_by_asking_and_others_are_nobodys(server, town):
    async with running(server) as (platform, _):
        await put(platform, town, SWEARING)
    other = theirs(server, town, "No fish")
    async with running(server) as (_, listener):
        ada = town.member("ada")
        ada.post("general", "blorp")
        ada.post("general", "fish")
        await server.until(lambda: len(listener.of(NativelyBlocked)) == 2)
        assert [e.filter for e in listener.of(NativelyBlocked)] == ["swearing", ""]
        execution = {"guild_id": str(town.id), "action": {"type": 1}, "rule_id": "5", "rule_trigger_type": 1}
        execution |= {"user_id": str(ada.id), "channel_id": str(town.channel("general").id), "content": "x"}
        execution |= {"message_id": "77", "matched_keyword": None, "matched_content": None}
        server.gateway.inject("AUTO_MODERATION_ACTION_EXECUTION", execution)
        flagged = {"type": 2, "metadata": {"channel_id": "1"}}
        server.gateway.inject("AUTO_MODERATION_ACTION_EXECUTION", execution | {"action": flagged, "content": "y"})
        await server.until(lambda: len(listener.of(NativelyBlocked)) == 3)
        gone = listener.of(NativelyBlocked)[-1]
        assert (gone.filter, gone.message.ref.native) == ("", "77")
        assert other.id


def _may_manage(platform, town) -> bool:
    guild: discord.Guild | None = platform.line.guild(space(town))
    return guild is not None and guild.me.guild_permissions.manage_guild
