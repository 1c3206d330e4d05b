"""Newcomers are greeted, asked to agree, and - where it is required - kept from posting before."""

from dataclasses import replace

import pytest

from bot.core.actions import Delete, Send
from bot.core.ids import TELEGRAM
from bot.core.people import Rank
from bot.core.text import Localised
from bot.runtime.community import Agree, Guideline, Welcome
from tests.build import ANN, BOB, MOD, later, person, space
from tests.fakes.town import D_LOBBY, DANA, GUILD, LOBBY, STAFF

TEXT = Localised({"en": "Hi {name}, welcome to {community}!", "pl": "Cześć {name}, witamy w {community}!"})
ASKED = Welcome(TEXT, Agree.ASKED)
REQUIRED = Welcome(TEXT, Agree.REQUIRED)


async def test_a_newcomer_is_greeted_where_she_joined_with_guidelines_and_buttons(town):
    bot = await town(welcome=ASKED)
    await bot.joins(ANN)
    (greeting,) = bot.standing(LOBBY)
    assert greeting.words.startswith("Hi Ann, welcome to Riverside!")
    assert "1. Argue with ideas." in greeting.words
    assert "Please read it" in greeting.words
    keys = [[button.label.key for button in row] for row in greeting.rows]
    assert keys == [["button-agree"], ["language-en", "language-pl"]]
    assert not bot.standing(D_LOBBY)


async def test_the_greeting_is_public_so_it_comes_in_the_language_of_the_community(town):
    bot = await town(welcome=ASKED)
    await bot.joins(replace(ANN, locale="pl"))
    assert bot.standing(LOBBY)[0].words.startswith("Hi Ann")


async def test_a_language_she_chose_herself_counts_in_public_too(town):
    bot = await town(welcome=ASKED)
    await bot.asks(ANN, "language", language="pl")
    await bot.joins(ANN)
    assert bot.standing(LOBBY)[0].words.startswith("Cześć Ann, witamy w Riverside!")
    assert "1. Spieramy się" in bot.standing(LOBBY)[0].words


async def test_the_language_button_under_the_greeting_is_hers_alone(town):
    bot = await town(welcome=ASKED)
    await bot.joins(ANN)
    assert "somebody else" in await bot.presses(BOB, "language-pl")
    assert "po polsku" in await bot.presses(ANN, "language-pl")


async def test_a_greeting_goes_away_when_the_managers_want_it_so(town):
    bot = await town(welcome=replace(ASKED, delete_after=later(minutes=10) - later()))
    await bot.joins(ANN)
    await bot.waits(minutes=9)
    assert bot.standing(LOBBY)
    await bot.waits(minutes=2)
    assert not bot.standing(LOBBY)


@pytest.mark.parametrize(
    ("who", "where", "settings"),
    [
        (replace(ANN, is_bot=True), LOBBY.space, ASKED),
        (ANN, LOBBY.space, None),
        (MOD, STAFF.space, ASKED),
        (person("Zed", "90"), space("5"), ASKED),
    ],
    ids=["bots", "switched-off", "the staff's own group", "a space that is nobody's"],
)
async def test_nobody_is_greeted_for(town, who, where, settings):
    bot = await town(welcome=settings)
    await bot.joins(who, where)
    assert not bot.ledger


async def test_without_a_lobby_on_this_messenger_nobody_is_greeted(town):
    bot = await town(welcome=ASKED, places={"lobby": {TELEGRAM: "#lobby"}})
    await bot.joins(DANA)
    assert not bot.ledger


async def test_without_guidelines_there_is_nothing_to_agree_to(town):
    bot = await town(welcome=REQUIRED, guidelines=(), guidelines_version="")
    await bot.joins(ANN)
    assert [b.label.key for row in bot.standing(LOBBY)[0].rows for b in row] == ["language-en", "language-pl"]
    await bot.says(ANN, "hello")
    assert not bot.did(Delete)


async def test_who_speaks_one_language_only_is_offered_no_other(town):
    bot = await town(welcome=Welcome(TEXT), languages=("en",))
    await bot.joins(ANN)
    assert bot.standing(LOBBY)[0].rows == ()


async def test_agreeing_is_stored_with_the_version_that_was_agreed_to(town):
    bot = await town(welcome=ASKED)
    await bot.joins(ANN)
    assert "enjoy Riverside" in await bot.presses(ANN, "button-agree")
    found = await bot.store.people.acceptance(bot.key, LOBBY.space, ANN.user)
    assert (found.asked, found.agreed) == ("g1", "g1")


async def test_nobody_agrees_for_somebody_else(town):
    bot = await town(welcome=ASKED)
    await bot.joins(ANN)
    assert "somebody else" in await bot.presses(BOB, "button-agree")
    assert (await bot.store.people.acceptance(bot.key, LOBBY.space, ANN.user)).agreed == ""


async def test_where_agreeing_is_required_she_cannot_post_before(town):
    bot = await town(welcome=REQUIRED)
    await bot.joins(ANN)
    hello = await bot.says(ANN, "hello")
    assert [d.messages for d in bot.did(Delete)] == [(hello,)]
    assert "please read this and press" in bot.told(ANN.user)[0]
    await bot.presses(ANN, "button-agree", LOBBY)
    await bot.says(ANN, "hello again")
    assert len(bot.did(Delete)) == 1


async def test_she_cannot_slip_it_in_by_editing(town):
    bot = await town(welcome=REQUIRED)
    await bot.joins(ANN)
    hello = await bot.says(ANN, "hello")
    await bot.edits(ANN, hello, "hello!")
    assert len(bot.did(Delete)) == 2


async def test_she_is_reminded_once_a_minute_not_at_every_message(town):
    bot = await town(welcome=REQUIRED)
    await bot.joins(ANN)
    for _ in range(3):
        await bot.says(ANN, "hello")
    assert (len(bot.did(Delete)), len(bot.told(ANN.user))) == (3, 1)
    await bot.waits(minutes=2)
    await bot.says(ANN, "hello")
    assert len(bot.told(ANN.user)) == 2


async def test_whom_the_bot_cannot_write_to_a_short_public_line_tells(town):
    bot = await town(welcome=REQUIRED)
    bot.telegram.unreachable.add(ANN.user)
    await bot.joins(ANN)
    await bot.says(ANN, "hello")
    assert "please agree to the guidelines first" in bot.sends(LOBBY)[-1]
    button, _ = bot.button("button-read", LOBBY)
    assert button.deep
    await bot.waits(minutes=2)
    assert len(bot.standing(LOBBY)) == 1  # the greeting; the line is gone


async def test_where_it_is_only_asked_she_may_post_before(town):
    bot = await town(welcome=ASKED)
    await bot.joins(ANN)
    await bot.says(ANN, "hello")
    assert not bot.did(Delete)


async def test_who_was_here_before_the_bot_is_not_locked_out(town):
    bot = await town(welcome=REQUIRED)
    await bot.says(BOB, "hello")
    assert not bot.ledger


async def test_staff_and_bots_are_not_locked_out(town):
    bot = await town(welcome=REQUIRED)
    helper = person("Hel", "91", Rank.HELPER)
    for who in (helper, MOD):
        await bot.joins(who)
        await bot.says(who, "hello")
    await bot.says(replace(ANN, is_bot=True), "beep")
    assert not bot.did(Delete)


async def test_members_are_asked_again_when_the_guidelines_change_once(town):
    bot = await town(welcome=REQUIRED)
    await bot.joins(ANN)
    await bot.presses(ANN, "button-agree")
    bot.changes(guidelines_version="g2", guidelines=(Guideline("new", 1, Localised({"en": "Be brief."})),))
    await bot.says(ANN, "one")
    await bot.says(ANN, "two")
    assert not bot.did(Delete)
    assert len(bot.told(ANN.user)) == 1
    assert "Our guidelines have changed" in bot.told(ANN.user)[0]
    assert "Be brief." in bot.told(ANN.user)[0]
    await bot.presses(ANN, "button-agree")
    assert (await bot.store.people.acceptance(bot.key, LOBBY.space, ANN.user)).agreed == "g2"


async def test_who_cannot_be_written_to_is_asked_again_by_a_short_public_line(town):
    bot = await town(welcome=REQUIRED)
    bot.telegram.unreachable.add(ANN.user)
    await bot.joins(ANN)
    await bot.presses(ANN, "button-agree")
    bot.changes(guidelines_version="g2")
    await bot.says(ANN, "one")
    assert "notice for you" in bot.sends(LOBBY)[-1]


async def test_a_button_of_older_guidelines_shows_the_new_ones_instead(town):
    bot = await town(welcome=REQUIRED)
    await bot.joins(ANN)
    bot.changes(guidelines_version="g2")
    assert "Our guidelines have changed" in await bot.presses(ANN, "button-agree", LOBBY)
    assert (await bot.store.people.acceptance(bot.key, LOBBY.space, ANN.user)).agreed == ""


async def test_who_comes_back_having_agreed_is_not_asked_again(town):
    bot = await town(welcome=REQUIRED)
    await bot.joins(ANN)
    await bot.presses(ANN, "button-agree")
    await bot.joins(ANN)
    keys = [b.label.key for row in bot.standing(LOBBY)[-1].rows for b in row]
    assert "button-agree" not in keys
    await bot.says(ANN, "hello")
    assert not bot.did(Delete)


async def test_each_messenger_greets_in_its_own_lobby(town):
    bot = await town(welcome=ASKED)
    await bot.joins(DANA)
    assert [s.place for s in bot.did(Send)] == [D_LOBBY]
    assert (await bot.store.people.acceptance(bot.key, GUILD, DANA.user)).asked == "g1"


async def test_the_guidelines_can_be_read_and_agreed_to_at_any_time(town):
    bot = await town(welcome=ASKED)
    assert "1. Argue with ideas." in await bot.asks(DANA, "rules")
    await bot.presses(DANA, "button-agree", D_LOBBY)
    assert (await bot.store.people.acceptance(bot.key, GUILD, DANA.user)).agreed == "g1"


@pytest.mark.parametrize(
    ("community", "expected"),
    [
        ({"guidelines": ()}, "has not written down any guidelines"),
        ({"welcome": None}, "This is what we ask"),
        ({"welcome": Welcome(TEXT)}, "This is what we ask"),
    ],
)
async def test_rules_offer_nothing_to_agree_to_where_nobody_asks(town, community, expected):
    bot = await town(**community)
    assert expected in await bot.asks(DANA, "rules")
    assert not bot.standing(D_LOBBY)


async def test_where_everybody_stands_is_read_from_the_store_after_a_restart(town, tmp_path):
    bot = await town(welcome=REQUIRED, file=tmp_path / "bot.db")
    await bot.joins(ANN)
    again = await town(welcome=REQUIRED, file=tmp_path / "bot.db")
    await again.says(ANN, "hello")
    assert len(again.did(Delete)) == 1


async def test_memory_of_who_was_reminded_is_bounded(town, monkeypatch):
    monkeypatch.setattr("bot.cogs.welcome.MANY", 1)
    bot = await town(welcome=REQUIRED)
    for who in (ANN, BOB):
        await bot.joins(who)
        await bot.says(who, "hello")
    assert len(bot.told(BOB.user)) == 1
