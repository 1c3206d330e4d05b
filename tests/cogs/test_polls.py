"""/poll from the line to the result: asked, voted on by anybody once, closed by itself, exported without saying too much."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Answer, Ask, Edit, Send
from bot.core.people import Rank
from bot.core.polls import PollState
from bot.core.receipts import Refusal, Refused
from bot.domain.polls.presses import Vote
from bot.runtime.polls import PollPlan
from tests.build import ANN, BOB, BOSS, MOD, direct
from tests.fakes.town import CY, D_LOBBY, DANA, LOBBY, STAFF, words

MEMBERS = PollPlan(Rank.MEMBER)
CODE = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{7}\b")


@pytest.fixture
def plan():
    return MEMBERS


@pytest.fixture
async def bot(town, plan):
    return await town(words(), polls=plan, timezone="Europe/Warsaw")


async def asked(bot, line="Where? here there", who=ANN, place=None, **more):
    return await bot.asks(who, "poll", place, ask=line, **more)


def cards(bot):
    return [
        card
        for place in (LOBBY, D_LOBBY)
        for card in bot.standing(place)
        if any(isinstance(b.press, Vote) for row in card.rows for b in row)
    ]


def option(card, number):
    return next(b for row in card.rows for b in row if b.press == Vote(b.press.poll, number))


async def votes(bot, who, number, place=LOBBY):
    card = next(c for c in cards(bot) if c.ref.place == place)
    return await bot.presses_token(who, option(card, number).token, place, card.ref)


async def poll(bot, number=1):
    return await bot.store.polls.find(bot.key, number)


async def tally(bot, number=1):
    return (await bot.store.gatherings.tally(bot.key, f"poll {number}")).many


async def test_a_question_and_options_are_enough_and_it_closes_after_a_day(bot):
    assert "Poll 1 is up" in await asked(bot, 'Where? here "over there"')
    (card,) = cards(bot)
    assert "2. over there" in card.words
    assert "Nobody has voted yet" in card.words
    assert "here" in await votes(bot, BOB, 0)
    await bot.waits(seconds=2)
    assert "here\n▓▓▓▓▓▓▓▓▓▓ 1 (100%)" in cards(bot)[0].words
    await bot.waits(hours=24)
    assert (await poll(bot)).state is PollState.CLOSED
    assert not cards(bot)
    result = bot.did(Send)[-1]
    assert result.files[0].name == "poll-1.png"
    assert "“here” wins" in bot.sends(LOBBY)[-1]
    assert await bot.store.gatherings.cards(bot.key, "poll 1") == ()


async def test_a_vote_is_changed_and_taken_back(bot):
    await asked(bot)
    for pressed, counts in ((0, {"0": 1}), (1, {"1": 1}), (1, {}), (0, {"0": 1})):
        await votes(bot, BOB, pressed)
        assert await tally(bot) == counts


async def test_who_has_her_data_deleted_takes_her_ballot_along_and_may_vote_anew(bot):
    await asked(bot, who=MOD)
    await votes(bot, ANN, 0)
    await votes(bot, BOB, 1)
    await bot.asks(ANN, "mydata", direct(ANN.user), what="delete")
    await bot.presses(ANN, "button-forget-me", direct(ANN.user))
    assert await tally(bot) == {"1": 1}
    await votes(bot, ANN, 1)
    await bot.waits(seconds=6)
    assert await tally(bot) == {"1": 2}
    assert "2 (100%)" in cards(bot)[0].words


async def test_several_and_ranked_ballots_grow_and_go_with_one_button(bot):
    await asked(bot, "Which? a b c kind:ranked")
    await votes(bot, BOB, 2)
    assert "c > a" in await votes(bot, BOB, 0)
    assert await tally(bot) == {"2,0": 1}
    assert "taken back" in await bot.presses(BOB, "button-take-back-vote", LOBBY)
    assert "no vote of yours" in await bot.presses(BOB, "button-take-back-vote", LOBBY)
    assert await tally(bot) == {}


async def test_a_poll_stands_on_both_messengers_with_one_result_and_one_ballot_for_a_person(bot):
    await asked(bot, "Where? here there everywhere:yes")
    assert {card.ref.place for card in cards(bot)} == {LOBBY, D_LOBBY}
    await votes(bot, ANN, 0)
    await votes(bot, DANA, 1, D_LOBBY)
    await votes(bot, BOB, 1)
    await bot.waits(seconds=6)
    assert all("3 people have voted, 3 without linked accounts" in card.words for card in cards(bot))
    # Ann says that Dana is her: of the two ballots the newer counts.
    await link(bot, ANN, DANA)
    assert await tally(bot) == {"1": 2}
    await bot.waits(seconds=6)
    assert all("2 people have voted, 1 without linked accounts" in card.words for card in cards(bot))
    await votes(bot, ANN, 0)
    assert await tally(bot) == {"0": 1, "1": 1}
    # Apart again: the ballot stays with the account that is left, and who left may vote anew.
    await bot.asks(ANN, "unlink")
    assert await bot.store.gatherings.entry(bot.key, "poll 1", str(DANA.user)) is not None
    await votes(bot, ANN, 0)
    assert await tally(bot) == {"0": 2, "1": 1}


async def link(bot, one, other):
    """``one`` shows a code, ``other`` gives it and says yes."""
    code = CODE.search(await bot.asks(one, "link", direct(one.user)))[0]
    await bot.asks(other, "link", direct(other.user), link_code=code)
    assert "one person here now" in await bot.presses(other, "button-link", direct(other.user))


@pytest.mark.parametrize("plan", [PollPlan(Rank.MEMBER, anonymous=True, weights={Rank.MODERATOR: 3})])
async def test_an_anonymous_poll_keeps_nobody_and_forgets_even_the_hashes(bot):
    await asked(bot, "Where? here there everywhere:yes")
    assert (await poll(bot)).salt
    heard = await votes(bot, BOB, 0)
    assert "here" not in heard
    await votes(bot, MOD, 0)
    kept = [entry async for entry in bot.store.gatherings.entries(bot.key, "poll 1")]
    assert len({entry.who for entry in kept}) == 2
    assert all((entry.account, entry.name, entry.put.weight) == ("", "", 1) for entry in kept)
    assert all(str(who.user) not in entry.who for entry in kept for who in (BOB, MOD))
    assert not [a for a in bot.did(Answer) if "here" in str(a.body) and a.actor == BOB.user]
    # Linking merges what is anonymous, too.
    await link(bot, MOD, DANA)
    await votes(bot, DANA, 1, D_LOBBY)
    assert await tally(bot) == {"0": 1, "1": 1}
    await bot.waits(hours=25)
    assert (await poll(bot)).salt == ""
    assert [entry async for entry in bot.store.gatherings.entries(bot.key, "poll 1")] == []
    assert await tally(bot) == {"0": 1, "1": 1}
    for how in ("csv", "json"):
        await bot.asks(MOD, "polls", STAFF, poll=1)
        await bot.presses(MOD, f"button-poll-{how}", STAFF)
        (file,) = [a for a in bot.did(Answer) if a.files][-1].files
        assert "Bob" not in file.content
        assert "telegram" not in file.content


async def test_staff_get_an_open_poll_with_names(bot):
    await asked(bot)
    await votes(bot, BOB, 1)
    listed = await bot.asks(MOD, "polls", STAFF)
    assert "1 · open" in listed
    assert "here" in await bot.asks(MOD, "polls", STAFF, poll=1)
    await bot.presses(MOD, "button-poll-json", STAFF)
    (file,) = [a for a in bot.did(Answer) if a.files][-1].files
    assert json.loads(file.content)["ballots"] == [
        {"name": "Bob", "account": "telegram:9", "choice": ["there"], "weight": 1}
    ]
    assert "no poll 7" in await bot.asks(MOD, "polls", STAFF, poll=7)


async def test_after_ninety_days_an_open_poll_has_counts_and_no_names(bot):
    await asked(bot)
    await votes(bot, BOB, 1)
    await bot.waits(hours=25)
    assert [e.name async for e in bot.store.gatherings.entries(bot.key, "poll 1")] == ["Bob"]
    await bot.waits(days=91)
    assert [e.name async for e in bot.store.gatherings.entries(bot.key, "poll 1")] == []
    assert await tally(bot) == {"1": 1}


@pytest.mark.parametrize("plan", [PollPlan(Rank.MEMBER, weights={Rank.MODERATOR: 3})])
async def test_ballots_weigh_by_rank_where_the_config_says_so(bot):
    await asked(bot)
    await votes(bot, BOB, 0)
    await votes(bot, CY, 0)
    await votes(bot, MOD, 1)
    await bot.waits(seconds=2)
    assert "there\n▓▓▓▓▓▓░░░░ 3 (60%)" in cards(bot)[0].words


async def test_a_result_is_hidden_until_it_is_over_and_a_quorum_is_asked_for(bot):
    await asked(bot, "Where? here there hidden:yes quorum:2")
    await votes(bot, BOB, 0)
    await bot.waits(seconds=6)
    assert "▓" not in cards(bot)[0].words
    await bot.waits(hours=25)
    assert "does not count: 1 took part, 2 were needed" in bot.sends(LOBBY)[-1]


async def test_what_is_hidden_is_hidden_from_staff_too_until_it_is_over(bot):
    await asked(bot, "Where? here there hidden:yes")
    await votes(bot, BOB, 1)
    shown = await bot.asks(MOD, "polls", STAFF, poll=1)
    assert "there" in shown
    assert not {"wins", "▓"} & set(shown.split())
    assert "100%" not in shown
    assert "once it is closed" in await bot.presses(MOD, "button-poll-csv")
    await bot.waits(days=1)
    assert "“there” wins" in await bot.asks(MOD, "polls", STAFF, poll=1)
    await bot.presses(MOD, "button-poll-csv")
    assert [step for step in bot.did(Answer) if step.files]


async def test_staff_see_how_an_open_poll_stands_and_no_winner_yet(bot):
    await asked(bot)
    await votes(bot, BOB, 0)
    shown = await bot.asks(MOD, "polls", STAFF, poll=1)
    assert "1 (100%)" in shown
    assert "wins" not in shown


async def test_of_a_poll_that_nobody_voted_in_that_is_said_once(bot):
    await asked(bot)
    await votes(bot, BOB, 0)
    await votes(bot, BOB, 0)
    await bot.waits(days=1)
    assert bot.sends(LOBBY)[-1].endswith("Nobody has voted.")


async def test_a_quiz_says_at_once_who_was_right_and_has_one_try(bot):
    await asked(bot, 'Two and two? three four kind:quiz right:2 because:"Count it."')
    heard = await votes(bot, BOB, 0)
    assert "right is “four”" in heard
    assert "Count it." in heard
    assert "answered already" in await votes(bot, BOB, 1)
    assert "Right!" in await votes(bot, CY, 1)
    await bot.waits(hours=25)
    assert "Right is “four”; one person knew" in bot.sends(LOBBY)[-1]


async def test_a_planned_poll_comes_by_itself_and_can_be_taken_away_before(bot):
    assert "planned" in await asked(bot, "Where? here there starts:2h")
    await asked(bot, "When? now later starts:3h")
    assert not cards(bot)
    await bot.asks(MOD, "polls", STAFF, poll=2)
    assert "will not be published" in await bot.presses(MOD, "button-poll-withdraw", STAFF)
    await bot.waits(hours=4)
    (card,) = cards(bot)
    assert "Where?" in card.words
    assert (await poll(bot, 2)).state is PollState.WITHDRAWN


async def test_its_author_closes_it_and_a_late_press_is_told_so(bot):
    await asked(bot)
    (card,) = cards(bot)
    token = option(card, 0).token
    assert "is closed" in await bot.presses(ANN, "button-poll-close")
    assert "is closed" in await bot.presses_token(BOB, token, LOBBY, card.ref)
    assert await tally(bot) == {}


async def test_the_deadline_counts_also_while_the_timer_is_late(bot):
    await asked(bot, "Where? here there closes:1h")
    bot.clock.pass_by(hours=2)
    assert "is closed" in await votes(bot, BOB, 0)
    await bot.waits(seconds=1)
    assert (await poll(bot)).state is PollState.CLOSED


FAULTS = (
    ("Where? here", "at least two options"),
    ("Where? " + " ".join(f"o{n}" for n in range(400)), "400 options"),
    ("Where? here Here", "there twice"),
    (f"{'x' * 5000} a b", "5000 characters"),
    ('Where? a b closes:"today 9:00"', "over already"),
    ('Where? a b closes:"2026-03-29 2:30"', "does not exist"),
    ("Where? a b kind:odd", "do not understand"),
    ("Where? blorp b", "A rule of this community forbids"),
)


@pytest.mark.parametrize(("line", "why"), FAULTS)
async def test_what_cannot_be_a_poll_is_refused_and_the_form_comes_back_filled(bot, line, why):
    assert why in (await asked(bot, line)).replace("\u202f", "").replace(",", "")
    assert await poll(bot) is None
    await bot.presses(ANN, "button-change-it")
    form = bot.did(Ask)[-1].form
    question, options = form.fields[0].value, form.fields[1].value
    assert question == line.split(" ")[0]
    assert options.split("\n")[0] == line.split(" ")[1]
    await bot.fills(ANN, question="Where?", options="here\nthere", closes="2h", how="")
    assert (await poll(bot)).options == ("here", "there")


async def test_without_words_it_asks_by_a_form_and_publishes_where_it_was_asked_for(bot):
    await bot.asks(ANN, "poll")
    await bot.fills(ANN, question="Where?", options="here | there", closes="friday 18:00", how="anonymous, quorum 2")
    made = await poll(bot)
    assert (made.anonymous, made.quorum, made.places) == (True, 2, (LOBBY,))


async def test_options_of_the_slash_command_are_enough_too(bot):
    await asked(bot, "Where to go?", options="a b | c d", closes="2h", how="several", who=DANA)
    made = await poll(bot)
    assert (made.options, made.kind, made.places) == (("a b", "c d"), "several", (D_LOBBY,))
    assert made.closes_at - made.opens_at == timedelta(hours=2)


@pytest.mark.parametrize("plan", [PollPlan()])
async def test_who_may_hold_polls_is_said_in_the_config(bot):
    assert "cannot hold polls" in await asked(bot)
    assert "is up" in await asked(bot, who=MOD)


async def test_a_member_has_a_few_open_at_most_and_staff_as_many_as_they_like(bot):
    for _ in range(3):
        assert "is up" in await asked(bot)
    assert "3 polls open already" in await asked(bot)
    for _ in range(4):
        assert "is up" in await asked(bot, who=BOSS)


async def test_a_poll_asked_for_among_staff_stands_in_the_lobby(bot):
    await asked(bot, who=MOD, place=STAFF)
    assert (await poll(bot)).places == (LOBBY,)


async def test_a_place_that_is_gone_is_told_to_the_author_and_the_other_one_has_its_poll(bot):
    bot.discord.gone.add(D_LOBBY)
    await asked(bot, "Where? here there everywhere:yes")
    assert any("could not put poll 1 everywhere" in words for words in bot.told(ANN.user))
    assert [card.ref.place for card in cards(bot)] == [LOBBY]


async def test_a_card_that_somebody_deleted_does_not_keep_the_poll_from_ending(bot):
    await asked(bot)
    bot.telegram.fails(Edit, Refused(Refusal.GONE))
    await votes(bot, BOB, 0)
    await bot.waits(seconds=2)
    await bot.waits(hours=25)
    assert "“here” wins" in bot.sends(LOBBY)[-1]


async def test_in_a_storm_a_card_is_edited_once_in_a_while(bot):
    await asked(bot)
    members = [replace(BOB, user=replace(BOB.user, native=str(n))) for n in range(100, 200)]
    for n, who in enumerate(members):
        await votes(bot, who, n % 2)
        await bot.waits(seconds=0.1)
    await bot.waits(seconds=6)
    assert len(bot.did(Edit)) <= 4
    assert "50 (50%)" in cards(bot)[0].words
    assert await tally(bot) == {"0": 50, "1": 50}


def test_a_ballots_weight_is_that_of_the_highest_rank_below():
    plan = PollPlan(weights={Rank.TRUSTED: 2, Rank.MODERATOR: 3})
    assert [plan.weight(rank) for rank in Rank] == [1, 1, 2, 2, 3, 3, 3]
