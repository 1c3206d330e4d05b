"""Names of places and roles, capabilities per place, and people looked up."""

import pytest

from bot.adapters.discord.names import paste
from bot.core.capabilities import Capability
from bot.core.events import MessagePosted
from bot.core.ids import DISCORD, ChannelRef, Place, SpaceRef, UserRef
from bot.core.people import Rank
from tests.adapters.discord.world import Listener, build, place, running, space, user

pytestmark = pytest.mark.wire
RIGHTS = {Capability.DELETE, Capability.MUTE, Capability.KICK, Capability.BAN}


async def test_a_place_is_found_by_name_link_mention_and_id(server, town, platform):
    general = town.channel("general").id
    names = [
        "#general",
        "general",
        "#General",
        f"https://discord.com/channels/{town.id}/{general}",
        f"https://ptb.discord.com/channels/{town.id}/{general}/",
        f"<#{general}>",
        str(general),
    ]
    assert {await platform.find_place(name) for name in names} == {place(town, "general")}
    assert paste(place(town, "general")) == names[3]
    assert await platform.find_place(platform.paste(place(town, "general"))) == place(town, "general")


async def test_a_thread_is_found_by_its_link(server, town, platform):
    thread = town.thread("general", "ideas", town.member("ada"))
    found = await platform.find_place(f"https://discord.com/channels/{town.id}/{thread.id}")
    assert found == Place(place(town, "general").channel, space(town), str(thread.id))
    assert await platform.find_place(platform.paste(found)) == found


async def test_no_place_and_several_places_are_none(server, town, platform):
    assert await platform.find_place("#nowhere") is None
    assert await platform.find_place("https://discord.com/channels/1/999999999999999999") is None
    server.town("Elsewhere")
    await server.until(lambda: len(platform.line.guilds()) == 2)
    assert await platform.find_place("#general") is None


async def test_a_role_is_found_by_name_mention_and_id(server, town, platform):
    role = town.role("Moderators")
    await server.until(lambda: len(platform.line.guilds()[0].roles) == 3)
    for name in ("@Moderators", "moderators", f"<@&{role.id}>", str(role.id)):
        assert await platform.find_role(name, [space(town)]) == str(role.id)
    assert await platform.find_role("@everyone", [space(town)]) is None
    assert await platform.find_role("@Moderators", [SpaceRef(DISCORD, "1")]) is None


async def test_capabilities_follow_the_rights_of_the_moment(server, town, platform):
    general = place(town, "general")
    can = await platform.capabilities(general)
    assert can.has >= RIGHTS | {Capability.SEND, Capability.PRIVATE_ANSWER, Capability.FORM}
    assert Capability.DEEP_LINK not in can
    assert MessagePosted in can.sees
    town.bot_may(ban_members=False, kick_members=False)
    town.bot_may_in("general", manage_messages=False, send_messages=False)
    await server.until(lambda: not platform.line.guilds()[0].me.guild_permissions.ban_members)
    ada = town.member("ada")  # whatever comes next over the wire comes after the overwrite
    can = await platform.capabilities(general)
    await server.until(lambda: platform.people.knows(town.id, ada.id))
    can = await platform.capabilities(general)
    assert can.has & (RIGHTS | {Capability.SEND}) == {Capability.MUTE}
    staff = await platform.capabilities(place(town, "staff"))
    assert {Capability.SEND, Capability.DELETE} <= staff.has


async def test_a_hidden_channel_shows_nothing_and_the_space_itself_can_be_asked(server, town, platform):
    town.bot_may_in("staff", view_channel=False)
    ada = town.member("ada")
    await server.until(lambda: platform.people.knows(town.id, ada.id))
    hidden = await platform.capabilities(place(town, "staff"))
    assert MessagePosted not in hidden.sees
    assert not hidden.has & {Capability.SEND, Capability.DELETE}
    whole = await platform.capabilities(Place(ChannelRef(DISCORD, str(town.id)), space(town)))
    assert whole.has >= RIGHTS
    stranger = Place(ChannelRef(DISCORD, "5"), SpaceRef(DISCORD, "5"))
    assert (await platform.capabilities(stranger)).has == frozenset()


async def test_private_places_can_do_what_private_places_can(platform):
    can = await platform.capabilities(Place(ChannelRef(DISCORD, "5")))
    assert can.has == {
        Capability.SEND,
        Capability.PRIVATE_ANSWER,
        Capability.WHISPER,
        Capability.BUTTONS,
        Capability.EDIT,
        Capability.FORM,
        Capability.NONCE,
    }


async def test_an_unknown_member_is_fetched_and_nobody_is_assumed(server, town):
    chief = town.member("chief", roles=[town.role("Chief", manage_guild=True)])
    async with running(server) as (platform, _):
        assert (await platform.member(space(town), user(chief))).rank is Rank.MANAGER
        assert (await platform.member(space(town), user(town.owner()))).rank is Rank.OWNER
        assert len(server.ledger.of("GET", r"/guilds/\d+/members/\d+")) == 2
        assert (await platform.member(space(town), user(chief))).rank is Rank.MANAGER
        assert len(server.ledger.of("GET", r"/guilds/\d+/members/\d+")) == 2
        assert await platform.member(space(town), UserRef(DISCORD, "99")) is None
    with pytest.raises(ConnectionError):
        await platform.member(space(town), user(chief))


async def test_while_offline_nothing_is_lowered_away(server, town):
    platform = build(server)
    can = await platform.capabilities(place(town, "general"))
    assert can.has >= RIGHTS | {Capability.SEND}


async def test_who_cannot_get_ready_does_not_listen_and_tries_again(server, town, caplog):
    class Unready(Listener):
        async def on_ready(self):
            await super().on_ready()
            if self.ready == 1:
                raise ValueError("the store is away")

    ada = town.member("ada")
    async with running(server, listener=Unready()) as (_, listener):
        await server.until(lambda: listener.ready == 2)
        ada.post("general", "hello")
        await server.until(lambda: listener.of(MessagePosted))
    assert "connecting anew" in caplog.text


async def test_the_bot_itself_is_never_to_be_punished(server, town):
    async with running(server) as (platform, _):
        me = UserRef(DISCORD, str(server.world.backend.bot_user.id))
        assert (await platform.member(space(town), me)).untouchable
