"""The engine: where things are, who keeps a messenger running, and what a new config changes."""

import asyncio
from dataclasses import replace

import pytest

from bot.core.actions import Delete
from bot.core.decisions import Decision
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, Place, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.ports import PlatformRefused
from bot.core.record import Binding
from bot.runtime.community import Community, Team
from bot.runtime.context import Scene
from bot.runtime.directory import Directory, lift
from bot.runtime.languages import Languages
from bot.runtime.trace import Silence
from tests.build import ANN, BOSS, MOD, NOON
from tests.fakes.town import (
    D_LOBBY,
    DANA,
    DORA,
    GUILD,
    LOBBY,
    MANAGERS,
    STAFF,
    WITH_MANAGERS,
    messengers,
    riverside,
    words,
)


async def test_commands_are_published_on_every_messenger_and_follow_the_config(town):
    bot = await town()
    assert "report" in bot.discord.published
    await bot.engine.reconfigure(replace(bot.engine.parts.communities[0], cogs={"reports": False}))
    assert "report" not in bot.discord.published
    assert "help" in bot.telegram.published


async def test_an_essential_cog_cannot_be_switched_off(town):
    bot = await town(cogs={})
    bot.changes(cogs={"basics": False, "cases": False})
    assert "I am well" in await bot.asks(DORA, "ping")


async def test_a_new_config_counts_from_the_next_event_on(town):
    bot = await town()
    await bot.says(ANN, "blorp")
    await bot.engine.reconfigure(riverside(words()))
    await bot.says(ANN, "blorp")
    assert len(bot.did(Delete)) == 1
    await bot.engine.reconfigure(Community("nobody", "Nobody", "v"))


async def test_a_new_config_is_not_resolved_on_a_messenger_that_is_not_connected(town):
    bot = await town(ready=False)
    await bot.engine.ready(bot.telegram)
    await bot.engine.reconfigure(riverside(words()))
    assert {name for _, name in bot.engine.communities.get(bot.key).directory.pins} == {TELEGRAM}


async def test_places_are_pinned_so_that_a_renamed_channel_stays_the_same(town, tmp_path, caplog):
    bot = await town(file=tmp_path / "bot.db", places=WITH_MANAGERS)
    platforms = messengers()
    for platform in platforms:
        platform.places.clear()
    again = await town(
        file=tmp_path / "bot.db", platforms=platforms, places={**WITH_MANAGERS, "news": {TELEGRAM: "#gone"}}
    )
    found = again.engine.communities.get(bot.key).directory
    assert found.place("lobby", TELEGRAM) == LOBBY
    assert found.place("news", TELEGRAM) is None
    assert "'#gone' is no place I can find" in caplog.text


async def test_a_place_without_a_space_is_pinned_as_such(town, tmp_path):
    channel = Place(ChannelRef(TELEGRAM, "99"))
    for _ in range(2):
        platforms = messengers()
        platforms[0].places["#news"] = channel
        bot = await town(file=tmp_path / "bot.db", platforms=platforms, places={"news": {TELEGRAM: "#news"}})
        assert bot.engine.communities.get(bot.key).directory.place("news") == channel


async def test_bound_spaces_and_roles_of_moderators_are_known_after_a_restart(town, tmp_path):
    bot = await town(file=tmp_path / "bot.db")
    other = SpaceRef(TELEGRAM, "5")
    await bot.store.ledger.commit(bot.key, "", Decision(rows=(Binding(other, BOSS.user, NOON),)), NOON)
    platforms = messengers()
    platforms[1].roles["@Moderators"] = "777"
    team = Team(moderators={DISCORD: "@Moderators"})
    again = await town(file=tmp_path / "bot.db", platforms=platforms, team=team)
    found = again.engine.communities.get(bot.key).directory
    assert other in found.spaces
    assert found.moderator_roles == {(DISCORD, "777")}
    dana = replace(DANA, roles=frozenset({"777"}))
    assert lift(dana, team, found).rank is Rank.MODERATOR


# --- keeping a messenger running ---------------------------------------------------------------------------------


async def test_whatever_ends_a_client_library_it_starts_again(town, monkeypatch, caplog):
    naps = []

    async def nap(seconds):
        naps.append(seconds)
        if len(naps) == 3:
            bot.clock.pass_by(hours=1)

    bot = await town(ready=False)

    async def breaks(sink, ready):
        await ready()
        if len(naps) == 3:
            bot.clock.pass_by(hours=1)
        raise ConnectionResetError

    async def ends(sink, ready):
        return None

    async def refuses(sink, ready):
        raise PlatformRefused("Put a new token into .env.")

    bot.telegram.runs.extend([breaks, ends, breaks, breaks, refuses])
    monkeypatch.setattr("bot.runtime.engine.asyncio.sleep", nap)
    with pytest.raises(PlatformRefused, match="new token"):
        await bot.engine.supervise(bot.telegram)
    assert bot.engine.delivery.is_connected(TELEGRAM)
    assert [round(n) for n in naps[:3]] == [pytest.approx(1, abs=1), pytest.approx(2, abs=1), pytest.approx(4, abs=1)]
    assert naps[3] < 1.3  # it ran for long before: the patience is fresh
    assert "ConnectionResetError" in caplog.text


async def test_what_the_messenger_hands_over_is_taken(town):
    bot = await town(words(), ready=False)

    async def one(sink, ready):
        from tests.build import posted

        await ready()
        await sink(posted("blorp", by=ANN, place=LOBBY))
        await asyncio.Event().wait()

    bot.telegram.runs.append(one)
    task = asyncio.create_task(bot.engine.supervise(bot.telegram))
    from tests.runtime.test_outbox import until

    await until(lambda: bot.did(Delete))
    task.cancel()
    assert bot.engine.events == 1


# --- who somebody is ---------------------------------------------------------------------------------------------


async def test_members_are_looked_up_in_the_space_it_is_about(town):
    bot = await town(team=Team(managers=frozenset({BOSS.user}), moderator_ids=frozenset({UserRef(DISCORD, "404")})))
    home = bot.engine.communities.get(bot.key)
    scene = Scene(home.community, home.directory, NOON)
    members = bot.engine.members
    assert await members.find(scene, LOBBY.space, ANN.user) == ANN
    assert await members.find(scene, GUILD, ANN.user) is None
    assert await members.find(scene, LOBBY.space, UserRef(TELEGRAM, "404")) is None
    assert (await members.find(scene, GUILD, BOSS.user)).rank is Rank.MANAGER
    assert (await members.find(scene, GUILD, UserRef(DISCORD, "404"))).rank is Rank.MODERATOR
    assert (await members.best(scene, MOD.user)).rank is Rank.MODERATOR
    assert await members.best(scene, UserRef(TELEGRAM, "404")) is None
    assert (await members.in_space(scene, DORA, LOBBY.space, GUILD)).rank is Rank.GUEST
    assert (await members.in_space(scene, DORA, GUILD, GUILD)).rank is Rank.MODERATOR
    assert (await members.in_space(scene, MOD, LOBBY.space, STAFF.space)).name == "Mo"


def test_the_directory_knows_what_is_where():
    pins = {
        ("lobby", TELEGRAM): LOBBY,
        ("staff", TELEGRAM): STAFF,
        ("lobby", DISCORD): D_LOBBY,
        ("managers", TELEGRAM): MANAGERS,
    }
    where = Directory(pins)
    assert where.place("lobby", DISCORD) == D_LOBBY
    assert where.place("staff", DISCORD) == STAFF
    assert where.place("news") is None
    assert where.staff_for(DISCORD, managers=True) == MANAGERS
    assert where.role_of(replace(LOBBY, thread="7")) == "lobby"
    assert where.role_of(Place(ChannelRef(TELEGRAM, "404"))) == ""
    assert where.is_staff(MANAGERS)
    assert where.home(STAFF) == LOBBY.space
    assert where.home(D_LOBBY) == GUILD
    assert Directory({("staff", TELEGRAM): STAFF}).home(STAFF) == STAFF.space
    assert Directory({("staff", TELEGRAM): STAFF, ("lobby", DISCORD): D_LOBBY}).home(STAFF) == STAFF.space


async def test_languages_are_kept_within_bounds(monkeypatch):
    monkeypatch.setattr("bot.runtime.languages.MANY", 1)

    class People:
        asked = 0

        async def language(self, community, user):
            People.asked += 1

        async def locale(self, community, user):
            return ""

    languages = Languages(People())
    languages.heard(ANN.user, "pl")
    languages.heard(DANA.user, "pl-PL")
    languages.heard(DANA.user, "")
    home = riverside()
    assert await languages.of(home, None) == "en"
    assert await languages.of(home, ANN.user) == "en"  # forgotten to make room
    assert await languages.of(home, DANA.user) == "pl"
    assert await languages.of(home, DANA.user) == "pl"
    assert await languages.of(home, DANA.user, in_public=True) == "en"
    assert People.asked == 2
    assert Silence().note(None) is None
    assert Member(ANN.user, "Ann").rank is Rank.MEMBER
