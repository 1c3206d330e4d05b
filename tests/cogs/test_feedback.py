"""Stories of the board: brought by a form, looked for first, voted for once, moved by staff, and told to who cared."""

import re

import pytest

from bot.core.actions import Edit
from bot.core.decisions import Decision
from bot.core.linking import Linked
from bot.core.people import Rank
from bot.runtime.care import Board
from bot.runtime.gatherings import EVERY
from tests.build import ANN, BOB, BOSS, MOD, direct, person
from tests.cogs.ideas import D_IDEAS, IDEAS, board, brings, cards, counts, entry
from tests.fakes.town import CY, DANA, words


async def test_an_idea_is_posted_on_both_messengers_with_its_authors_vote(town):
    bot = await board(town)
    said = await brings(bot, ANN, "A dark  mode", "My eyes hurt at night.")
    assert "number 1" in said
    for place in (IDEAS, D_IDEAS):
        [card] = cards(bot, place)
        assert "A dark mode" in card
        assert "My eyes hurt at night." in card
        assert "1 vote" in card
    assert await counts(bot) == {1: 1}


async def test_without_a_board_in_the_config_it_says_so(town):
    bot = await town()
    assert "no board" in await bot.asks(ANN, "feedback")


async def test_what_is_there_already_is_shown_first_and_a_vote_for_it_replaces_a_second_entry(town):
    bot = await board(town)
    await brings(bot, ANN, "Dark mode for the website")
    await brings(bot, ANN, "A shelf for wood")
    said = await brings(bot, BOB, "Please add a dark mode", "The site is too bright")
    assert "Dark mode for the website" in said
    assert "shelf" not in said
    assert "Votes now: 2" in await bot.presses(BOB, "button-feedback-instead")
    assert await counts(bot) == {1: 2, 2: 1}


async def test_no_mine_is_new_posts_what_was_typed_once_however_often_it_is_pressed(town):
    bot = await board(town)
    await brings(bot, ANN, "Dark mode for the website")
    await brings(bot, BOB, "Dark mode for the app", "Not the site: the app.")
    button, shown = bot.button("button-feedback-new")
    assert "number 2" in await bot.presses_token(BOB, button.token, shown.ref.place)
    assert "already" in await bot.presses_token(BOB, button.token, shown.ref.place)
    assert (await entry(bot, 2)).text == "Not the site: the app."
    assert len(cards(bot)) == 2


async def test_what_the_rules_forbid_is_not_posted_and_what_was_typed_is_kept(town):
    bot = await board(town, words())
    said = await brings(bot, ANN, "A blorp button", "for everybody")
    assert "guideline 1" in said
    assert cards(bot) == []
    await bot.presses(ANN, "button-change-it")
    [form] = [e.action.form for e in bot.ledger if hasattr(e.action, "form")][-1:]
    assert [field.value for field in form.fields] == ["A blorp button", "for everybody"]
    assert "number 1" in await bot.fills(ANN, title="A better button", text="for everybody")


async def test_an_entry_needs_a_title_and_a_day_has_its_limit(town):
    bot = await board(town, plan=Board("ideas", per_day=2))
    assert "a few words" in await brings(bot, ANN, "  ", "only words")
    await brings(bot, ANN, "Wood")
    await brings(bot, ANN, "Paint")
    assert "2 entries a day" in await brings(bot, ANN, "Glue")
    assert "number" in await brings(bot, BOB, "Nails")
    await bot.waits(hours=25)
    assert "number" in await brings(bot, ANN, "Glue")


async def test_a_member_of_two_accounts_shares_one_day(town):
    bot = await board(town, plan=Board("ideas", per_day=1))
    await link(bot)
    await brings(bot, ANN, "Wood")
    assert "One entry a day" in await brings(bot, DANA, "Paint")


async def link(bot):
    rows = (Linked(ANN.user, "p", bot.clock.now()), Linked(DANA.user, "p", bot.clock.now()))
    await bot.store.ledger.commit(bot.key, "", Decision(rows=rows), bot.clock.now())


async def becomes_one(bot, here, there):
    """By the code and the yes, as people do it."""
    said = await bot.asks(there, "link", direct(there.user))
    code = re.search(r"\b[2-9A-Z]{5}-[2-9A-Z]{7}\b", said)[0]
    await bot.asks(here, "link", direct(here.user), link_code=code)
    await bot.presses(here, "button-link", direct(here.user))


async def test_words_on_a_card_call_nobody_and_are_no_markup(town):
    bot = await board(town)
    await brings(bot, ANN, "Hello @everyone **bold**", "@mod look")
    [card] = cards(bot)
    assert "@everyone" not in card
    assert "@mod" not in card
    assert "everyone **bold**" in card


async def test_a_vote_counts_once_and_a_second_press_takes_it_back(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    assert "Votes now: 2" in await bot.presses(BOB, "button-feedback-vote", IDEAS)
    assert "taken back" in await bot.presses(BOB, "button-feedback-vote", IDEAS)
    assert "Votes now: 2" in await bot.presses(DANA, "button-feedback-vote", D_IDEAS)
    assert await counts(bot) == {1: 2}


async def test_somebody_who_is_no_member_has_no_vote(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    await bot.presses(person("Gus", "666", Rank.GUEST), "button-feedback-vote", IDEAS)
    assert await counts(bot) == {1: 1}


async def test_many_votes_of_a_moment_are_one_edit_of_each_card(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    for who in (BOB, CY, MOD, BOSS):
        await bot.presses(who, "button-feedback-vote", IDEAS)
    assert bot.did(Edit) == []
    await bot.waits(seconds=EVERY.total_seconds())
    assert len(bot.did(Edit)) == 2
    assert "5 votes" in cards(bot)[0]
    assert "5 votes" in cards(bot, D_IDEAS)[0]
    await bot.presses(BOB, "button-feedback-vote", IDEAS)
    await bot.waits(seconds=EVERY.total_seconds())
    assert "4 votes" in cards(bot)[0]


async def test_linking_makes_two_votes_one_and_unlinking_makes_them_two_again(town):
    bot = await board(town)
    await brings(bot, BOB, "Wood")
    await bot.presses(ANN, "button-feedback-vote", IDEAS)
    await bot.presses(DANA, "button-feedback-vote", D_IDEAS)
    assert await counts(bot) == {1: 3}
    await becomes_one(bot, ANN, DANA)
    assert await counts(bot) == {1: 2}
    await bot.waits(seconds=5)
    assert "2 votes" in cards(bot)[0]
    assert "taken back" in await bot.presses(ANN, "button-feedback-vote", IDEAS)
    assert await counts(bot) == {1: 1}
    await bot.presses(ANN, "button-feedback-vote", IDEAS)
    await bot.asks(DANA, "unlink")
    await bot.waits(seconds=5)
    assert await counts(bot) == {1: 2}


async def test_the_contact_panel_leads_to_the_board_where_there_is_one(town):
    bot = await board(town)
    await bot.asks(BOSS, "contact")
    assert "bring to Riverside" in await bot.presses(ANN, "button-feedback-open")
    bare = await town()
    await bare.asks(BOSS, "contact")
    with pytest.raises(AssertionError, match="button-feedback-open"):
        bare.button("button-feedback-open")
