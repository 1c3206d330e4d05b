"""/help, /ping, /whoami, /here, /language, /bind and /config: small, private, and for whom they are."""

import pytest

from bot.core.actions import Delete, Punish, Whisper
from bot.core.events import MemberJoined
from bot.core.ids import TELEGRAM, ChannelRef, Place, SpaceRef
from bot.core.interactions import Missing, Unknown, Wrong
from bot.core.people import Rank
from bot.core.privacy import Forget
from bot.core.text import File
from bot.runtime.services import ConfigCheck
from tests.build import ANN, BOB, BOSS, MOD, person, post
from tests.fakes.town import D_LOBBY, DANA, DORA, LOBBY, STAFF, messengers

NEW = SpaceRef(TELEGRAM, "50")
NEW_ROOM = Place(ChannelRef(TELEGRAM, "50"), NEW)


def direct(who):
    return Place(ChannelRef(who.user.platform, who.user.native))


async def test_help_shows_members_what_they_can_do_and_nothing_else(town):
    bot = await town()
    shown = await bot.asks(DANA, "help")
    assert "This is what I can do for you in Riverside" in shown
    assert "/report" in shown
    assert "/ban" not in shown
    assert "/ban" in await bot.asks(DORA, "help")
    assert "/config apply" not in bot.heard_by(DORA.user)


async def test_help_leaves_out_what_is_switched_off(town):
    bot = await town()
    bot.changes(cogs={"reports": False})
    assert "/report " not in (await bot.asks(DANA, "help")).replace("/report,", "")
    assert "I do not know /report" in await bot.asks(DANA, "report", text="x")


async def test_ping_and_whoami_answer(town):
    bot = await town()
    assert "I am well" in await bot.asks(DORA, "ping")
    assert 'Dana, your rank here: member. Your account to me: "discord:70"' in await bot.asks(DANA, "whoami")
    assert "moderator" in await bot.asks(DORA, "whoami")


async def test_a_private_answer_in_a_telegram_group_goes_to_her_alone(town):
    bot = await town()
    await bot.asks(ANN, "whoami")
    assert [type(e.action) for e in bot.ledger] == [Whisper]
    bot.telegram.unreachable.add(ANN.user)
    await bot.asks(ANN, "whoami")
    (line,) = bot.standing(LOBBY)
    assert line.words == "The answer is ready. Only the person who asked can open it."


@pytest.mark.parametrize(("role", "expected"), [("lobby", "lobby:"), ("STAFF", "staff:"), ("{evil}", "staff:")])
async def test_here_gives_the_line_to_paste(town, role, expected):
    bot = await town()
    shown = await bot.asks(DORA, "here", role=role)
    assert f'{expected} {{discord: "#lobby"}}' in shown
    assert "in the group or channel" in await bot.asks(DORA, "here", direct(DORA))


async def test_suggestions_follow_what_is_typed(town):
    bot = await town()
    specs = {spec.path: spec for spec in bot.engine.offered()}
    assert specs["here"].params[0].suggest("st") == ("staff",)
    assert specs["language"].params[0].suggest("p") == ("pl",)


async def test_a_language_is_chosen_among_the_communitys(town):
    bot = await town()
    assert "Which language" in await bot.asks(DANA, "language")
    assert [b.label.key for row in bot.standing(D_LOBBY)[0].rows for b in row] == ["language-en", "language-pl"]
    assert "en, pl" in await bot.asks(DANA, "language", language="de")
    assert "po polsku" in await bot.asks(DANA, "language", language="PL")
    assert await bot.store.people.language(bot.key, DANA.user) == "pl"


async def test_the_messengers_own_language_counts_until_she_chooses(town):
    bot = await town()
    polish = person("Dana", "70", on=DANA.user.platform, locale="pl-PL")
    await bot.asks(polish, "help")
    assert bot.discord.ledger[-1].language == "pl"
    await bot.asks(polish, "language", language="en")
    await bot.asks(polish, "help")
    assert bot.discord.ledger[-1].language == "en"


async def test_after_a_restart_she_is_spoken_to_as_before_until_she_is_forgotten(town, tmp_path):
    file = tmp_path / "town.db"
    polish = person("Dana", "70", on=DANA.user.platform, locale="pl-PL")
    first = await town(file=file)
    await first.asks(polish, "help")
    await first.asks(polish, "help")
    assert await first.store.people.locale(first.key, DANA.user) == "pl-PL"

    again = await town(file=file)
    again.clock.at = first.clock.at
    await again.asks(DORA, "warn", member=DANA, reason="Shouting")
    assert [e.language for e in again.ledger if isinstance(e.action, Whisper) and e.action.user == DANA.user] == ["pl"]

    again.engine.languages.learn(again.key, [Forget((DANA.user,), ("someone",), (), again.clock.at)])
    assert [row.locale for row in again.engine.languages.unkept(again.key, polish)] == ["pl-PL"]


async def test_bind_with_the_hosts_code_makes_a_space_the_communitys(town):
    platforms = messengers()
    platforms[0].members[NEW, ANN.user] = ANN
    bot = await town(platforms=platforms)
    assert "That is not the code" in await bot.asks(ANN, "bind", NEW_ROOM, code="WRONG")
    assert "belongs to Riverside now" in await bot.asks(ANN, "bind", NEW_ROOM, code=" k7qx-2m9p ")
    assert NEW in bot.engine.communities.get(bot.key).directory.spaces
    assert await bot.store.spaces.bound() == {NEW: bot.key}
    assert "already" in await bot.asks(ANN, "bind", NEW_ROOM, code=bot.host.code)
    assert "in the group that you want to bind" in await bot.asks(ANN, "bind", direct(ANN), code=bot.host.code)


async def test_the_code_does_not_stay_in_the_group(town):
    bot = await town()
    typed = post("/bind", by=ANN, place=NEW_ROOM).ref
    await bot.asks(ANN, "bind", NEW_ROOM, code="x", message_ref=typed)
    assert [d.messages for d in bot.did(Delete)] == [(typed,)]


async def test_in_a_space_that_is_nobodys_the_bot_is_silent_but_tells_who_added_it(town):
    bot = await town()
    await bot.says(ANN, "hello", NEW_ROOM)
    await bot.engine.take(MemberJoined("j", NEW, BOB, bot.clock.now()))
    await bot.is_added(NEW, None)
    await bot.is_added(NEW, ANN.user, present=False)
    await bot.is_added(LOBBY.space, ANN.user)
    assert not bot.ledger
    await bot.is_added(NEW, ANN.user)
    assert "write /bind with the code" in bot.told(ANN.user)[0]


# --- /config -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["get", "upload", "check", "difference", "apply"])
async def test_config_is_for_managers(town, what):
    bot = await town()
    assert "Only the staff" in await bot.asks(MOD, f"config {what}", STAFF)


async def test_managers_get_the_file(town):
    bot = await town()
    await bot.asks(BOSS, "config get", direct(BOSS))
    assert bot.ledger[-1].action.files == (File("community.yaml", "version: 1\n"),)


async def test_an_uploaded_file_waits_until_it_is_applied(town):
    bot = await town()
    here = direct(BOSS)
    assert "no uploaded file" in await bot.asks(BOSS, "config difference", here)
    assert "no uploaded file" in await bot.asks(BOSS, "config apply", here)
    assert "what would change" in await bot.asks(BOSS, "config upload", here, file=File("new.yaml", "version: 2\n"))
    assert bot.host.applied == []
    assert "+ version: 2" in await bot.asks(BOSS, "config difference", here)
    assert "The config is fine." in await bot.asks(BOSS, "config check", here)
    button, shown = bot.button("button-apply", here)
    assert "the new config counts" in await bot.presses_token(BOSS, button.token, here, shown.ref)
    assert bot.host.applied == ["version: 2\n"]
    assert "no longer works" in await bot.presses_token(BOSS, button.token, here, shown.ref)
    assert "no uploaded file" in await bot.asks(BOSS, "config apply", here)


async def test_a_command_applies_it_too(town):
    bot = await town()
    await bot.asks(BOSS, "config upload", STAFF, file=File("new.yaml", "version: 2\n"))
    assert "the new config counts" in await bot.asks(BOSS, "config apply", STAFF)


async def test_a_broken_file_changes_nothing_and_is_not_kept(town):
    bot = await town()
    answer = await bot.asks(BOSS, "config upload", STAFF, file=File("new.yaml", "broken"))
    assert "There is 1 fault" in answer
    assert "community.yaml:1:1" in answer
    assert "no uploaded file" in await bot.asks(BOSS, "config apply", STAFF)


async def test_what_became_wrong_after_the_upload_is_refused_when_applied(town):
    bot = await town()
    await bot.asks(BOSS, "config upload", STAFF, file=File("new.yaml", "version: 2\n"))

    async def check(community, text):
        return ConfigCheck(("broken meanwhile",))

    bot.host.check_config = check
    for what in ("check", "difference", "apply"):
        assert "broken meanwhile" in await bot.asks(BOSS, f"config {what}", STAFF)
    assert bot.host.applied == []


async def test_an_upload_that_changes_nothing_says_so(town):
    bot = await town()
    assert "says the same" in await bot.asks(BOSS, "config upload", STAFF, file=File("x.yaml", bot.host.text))


async def test_among_staff_where_no_private_answer_is_possible_it_may_be_said_aloud(town):
    bot = await town()
    assert "The config is fine." in await bot.asks(BOSS, "config check", STAFF)
    assert bot.ledger[-1].place == STAFF


# --- wrong input -------------------------------------------------------------------------------------------------


async def test_an_unknown_command_is_answered_privately(town):
    bot = await town()
    assert "I do not know /frobnicate" in await bot.asks(DANA, "frobnicate")
    assert "I do not know /mutee" in await bot.asks(DORA, "mute", fault=Unknown("mutee"))


@pytest.mark.parametrize(
    ("fault", "said"),
    [(Missing("lasts"), "Something is missing: lasts"), (Wrong("lasts", "soon"), "“soon” does not fit here: lasts")],
)
async def test_a_wrong_argument_is_answered_with_the_usage(town, fault, said):
    bot = await town()
    answer = await bot.asks(DORA, "mute", member=DANA, fault=fault)
    assert said in answer
    assert "/mute <member> <lasts> [reason]" in answer


async def test_usage_is_not_shown_to_whom_the_command_is_not_for(town):
    bot = await town()
    assert "Only the staff" in await bot.asks(DANA, "mute", fault=Missing("lasts"))


async def test_a_missing_span_can_be_picked_from_buttons(town):
    bot = await town()
    await bot.asks(MOD, "mute", STAFF, member=ANN, fault=Missing("lasts"))
    assert "for somebody else" in await bot.presses(BOSS, "1h", STAFF)
    assert "Ann was muted" in await bot.presses(MOD, "1h", STAFF)
    (muted,) = bot.did(Punish)
    assert (muted.until - bot.clock.now()).total_seconds() == 3600


async def test_what_is_missing_and_cannot_be_picked_has_no_buttons(town):
    bot = await town()
    await bot.asks(DORA, "warn", fault=Missing("member"))
    await bot.asks(DORA, "warn", fault=Missing("nothing"))
    assert not bot.standing(D_LOBBY)


async def test_who_lost_her_rank_cannot_finish_what_she_began(town):
    bot = await town()
    await bot.asks(MOD, "mute", STAFF, member=ANN, fault=Missing("lasts"))
    bot.telegram.members[LOBBY.space, MOD.user] = person("Mo", "8", Rank.MEMBER)
    assert "Only the staff" in await bot.presses(MOD, "1h", STAFF)
