"""An appeal from its button to its outcome: judged by somebody else, in time, and exactly that act taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Ask, Pardon, Punish, Sanction, Whisper
from bot.core.appeals import AppealState
from bot.core.complaints import Complaint
from bot.core.decisions import Decision
from bot.core.linking import Linked
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused
from bot.core.record import Audit
from bot.core.terms import Term
from bot.runtime.community import Team
from tests.build import ANN, BOB, BOSS, MOD, direct, post
from tests.cogs.appealing import LEA, appeal, appealed, judges, town_with
from tests.fakes.town import CY, D_LOBBY, DANA, LOBBY, STAFF, words

HOUR = timedelta(hours=1)


async def banned(town, **more):
    bot = await town_with(town, **more)
    await bot.asks(MOD, "ban", member=ANN, reason="spam")
    await bot.presses(ANN, "button-appeal")
    await bot.fills(ANN, text="it was not me")
    return bot


# --- filing ------------------------------------------------------------------------------------------------------


async def test_an_appeal_comes_before_the_moderators_with_what_happened_and_what_she_says(town):
    bot = await appealed(town)
    assert "Your appeal against case 1 is number 1." in bot.heard_by(ANN.user)
    card = bot.standing(STAFF)[-1]
    for part in (
        "Appeal 1: somebody says that case 1",
        "warning for Ann",
        "blorp",
        "I was quoting",
        "Nobody has taken",
    ):
        assert part in card.words
    labels = [[b.label.key for b in row] for row in card.rows]
    assert labels == [["button-overturn", "button-stand"], ["button-take"]]
    assert await bot.complaint() is None


async def test_an_appeal_is_for_the_one_it_befell(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    assert "somebody else" in await bot.presses(BOB, "button-appeal")
    assert "no case 1 of yours" in await bot.asks(BOB, "appeal", number=1, text="let me see")


async def test_too_little_is_refused_kindly_and_nothing_typed_is_lost(town):
    bot = await appealed(town, text=" no ")
    assert await appeal(bot) is None
    assert "in a few words" in bot.heard_by(ANN.user)
    assert "no" in bot.heard_by(ANN.user).splitlines()
    await bot.presses(ANN, "button-again")
    assert bot.did(Ask)[-1].form.fields[0].value == "no"
    await bot.fills(ANN, text="no, it was a quote")
    assert (await appeal(bot)).text == "no, it was a quote"


async def test_what_was_typed_is_shown_again_when_the_case_was_taken_back_meanwhile(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    await bot.presses(ANN, "button-appeal")
    await bot.presses(MOD, "button-undo", STAFF)
    heard = await bot.fills(ANN, text="a long story")
    assert "taken back already, by case 2" in heard
    assert "a long story" in heard


async def test_a_case_has_one_open_appeal(town):
    bot = await appealed(town)
    assert "is number 1" in await bot.asks(ANN, "appeal", number=1, text="and another thing")
    assert await appeal(bot, 2) is None
    await bot.presses(ANN, "button-withdraw")
    assert (await appeal(bot)).state is AppealState.WITHDRAWN
    assert "Withdrawn." in bot.standing(STAFF)[-1].words
    await bot.asks(ANN, "appeal", number=1, text="after all")
    assert (await appeal(bot, 2)).state is AppealState.FILED


async def test_a_withdrawn_appeal_is_not_withdrawn_twice(town):
    bot = await appealed(town)
    button, shown = bot.button("button-withdraw")
    await bot.presses_token(ANN, button.token, shown.ref.place)
    assert "no longer works" in await bot.presses_token(ANN, button.token, shown.ref.place)


async def test_numbers_are_shared_with_complaints_so_that_each_names_one_thing(town):
    bot = await appealed(town)
    await bot.asks(BOB, "report", message=post("loud", by=CY, place=LOBBY))
    assert (await bot.complaint(2)).number == 2
    await bot.presses(MOD, "button-take", STAFF)
    assert isinstance(await bot.complaint(2), Complaint)
    assert (await appeal(bot)).state in {AppealState.FILED, AppealState.TAKEN}


@pytest.mark.parametrize("who", [ANN, DANA])
async def test_in_private_somebody_who_is_in_no_space_any_more_can_appeal(town, who):
    bot = await town_with(town, words())
    place, platform = (LOBBY, bot.telegram) if who is ANN else (D_LOBBY, bot.discord)
    await bot.says(who, "blorp", place)
    platform.members.pop((place.space, who.user))
    await bot.asks(who, "appeal", direct(who.user))
    await bot.fills(who, text="I was quoting")
    assert (await appeal(bot)).user == who.user


async def test_of_several_cases_she_chooses(town):
    bot = await town_with(town, words())
    assert "nothing on record" in await bot.asks(ANN, "appeal")
    await bot.says(ANN, "blorp")
    bot.clock.pass_by(minutes=5)
    await bot.asks(MOD, "mute", member=ANN, lasts=Term(HOUR))
    assert await bot.asks(ANN, "appeal") == "Which case is it about?"
    await bot.presses(ANN, "appeal-choice-mute")
    await bot.fills(ANN, text="why me")
    assert (await appeal(bot)).case == 2


async def test_a_number_that_is_no_case_is_refused(town):
    bot = await town()
    assert "no case 77 of yours" in await bot.asks(ANN, "appeal", number=77)
    assert "no case 77 of yours" in await bot.asks(ANN, "appeal", number=77, text="please look")


# --- judging -----------------------------------------------------------------------------------------------------


async def test_overturning_takes_back_exactly_that_case_and_tells_her_why(town):
    bot = await banned(town)
    assert "Appeal 1 is settled" in await judges(bot, LEA, "overturn", answer="wrong account")
    assert await bot.store.cases.undone_by(bot.key, 1) == 2
    assert len(bot.did(Pardon)) == 1
    assert bot.telegram.sanctions == {}
    assert "you were right" in bot.told(ANN.user)[-1]
    assert "wrong account" in bot.told(ANN.user)[-1]
    assert any("Taken back by case 2." in shown.words for shown in bot.standing(STAFF))
    card = next(s for s in bot.standing(STAFF) if "Appeal 1" in s.words)
    assert "Judged by Lea: taken back." in card.words
    assert card.rows == ()
    assert (await appeal(bot)).outcome == 2


async def test_she_hears_it_in_her_language(town):
    bot = await banned(town)
    await bot.asks(ANN, "language", direct(ANN.user), language="pl")
    await judges(bot, LEA, "stand", answer="")
    assert "pozostaje" in bot.told(ANN.user)[-1]


async def test_a_later_sanction_stays(town):
    bot = await banned(town)
    bot.clock.pass_by(minutes=1)
    await bot.asks(BOSS, "ban", member=ANN, reason="again")
    await judges(bot, LEA, "overturn")
    assert not bot.did(Pardon)
    assert bot.telegram.sanctions == {(LOBBY.space, ANN.user): Sanction.BAN}


async def test_reducing_cuts_it_short_as_a_linked_case(town):
    bot = await banned(town)
    assert "not shorter" in await judges(bot, LEA, "reduce", lasts="for ever")
    await bot.presses(LEA, "button-again")
    assert bot.did(Ask)[-1].form.fields[0].value == "for ever"
    await bot.fills(LEA, lasts="2d", answer="enough is enough")
    milder = await bot.case(2)
    assert (milder.sanction, milder.undoes, milder.until - milder.at) == (Sanction.BAN, 1, timedelta(days=2))
    assert bot.did(Punish)[-1].until == milder.until
    assert "milder" in bot.told(ANN.user)[-1]
    assert "You have been banned from Riverside until" in bot.told(ANN.user)[-1]
    assert "Case 2: makes case 1 about Ann milder" in "\n".join(shown.words for shown in bot.standing(STAFF))
    assert "Made milder by case 2." in await bot.asks(BOSS, "case", STAFF, which="1")
    assert "makes 1 milder" in await bot.asks(BOSS, "history", STAFF, member=ANN)
    await bot.waits(days=2, minutes=1)
    assert bot.telegram.sanctions == {}


async def test_reduced_to_nothing_it_is_over_now(town):
    bot = await banned(town)
    await judges(bot, LEA, "reduce", lasts="0")
    assert bot.did(Pardon)
    assert (await appeal(bot)).state is AppealState.REDUCED


async def test_who_acted_does_not_judge_where_there_is_somebody_else(town):
    bot = await banned(town)
    assert "somebody else judges" in await bot.presses(MOD, "button-stand", STAFF)
    await judges(bot, BOSS, "stand")
    assert (await appeal(bot)).state is AppealState.UPHELD


async def test_a_team_of_one_judges_itself(town):
    bot = await town(team=Team())
    await bot.asks(MOD, "warn", member=ANN)
    await bot.presses(ANN, "button-appeal")
    await bot.fills(ANN, text="unfair")
    await judges(bot, MOD, "overturn")
    assert (await appeal(bot)).state is AppealState.OVERTURNED


async def test_who_acted_lately_and_still_moderates_counts_as_somebody_else(town):
    bot = await town_with(town, team=Team())
    seen = Audit(LEA.user, "warn", "", bot.clock.now())
    await bot.store.ledger.commit(bot.key, "", Decision(rows=(seen,)), bot.clock.now())
    await bot.asks(MOD, "warn", member=ANN)
    await bot.presses(ANN, "button-appeal")
    await bot.fills(ANN, text="unfair")
    assert "somebody else judges" in await bot.presses(MOD, "button-stand", STAFF)
    bot.telegram.members[LOBBY.space, LEA.user] = replace(LEA, rank=Rank.MEMBER)
    await judges(bot, MOD, "stand")
    assert (await appeal(bot)).state is AppealState.UPHELD


async def test_no_button_of_the_card_is_for_members(town):
    bot = await appealed(town)
    for label in ("button-take", "button-overturn", "button-stand"):
        assert "Only the staff" in await bot.presses(CY, label, STAFF)
    assert (await appeal(bot)).version == 1


async def test_nobody_judges_herself_or_who_stands_above(town):
    bot = await appealed(town)
    bot.telegram.members[LOBBY.space, ANN.user] = replace(ANN, rank=Rank.MODERATOR)
    bot.telegram.members[STAFF.space, ANN.user] = replace(ANN, rank=Rank.MODERATOR)
    assert "to yourself" in await bot.presses(ANN, "button-stand", STAFF)
    assert "rank here is below yours" in await bot.presses(MOD, "button-stand", STAFF)


async def test_taking_it_shows_on_the_card_and_the_second_judge_hears_who_was_first(town):
    bot = await appealed(town)
    assert "is yours now" in await bot.presses(LEA, "button-take", STAFF)
    assert "Lea is looking into it." in bot.standing(STAFF)[-1].words
    button, shown = bot.button("button-stand", STAFF)
    await judges(bot, LEA, "stand")
    assert "settled already, by Lea" in await bot.presses_token(MOD, button.token, STAFF, shown.ref)


async def test_what_is_taken_back_elsewhere_meanwhile_is_settled_and_told_once(town):
    bot = await appealed(town)
    await bot.presses(MOD, "button-undo", STAFF)
    over = await appeal(bot)
    assert (over.state, over.outcome, over.owner) == (AppealState.OVERTURNED, 2, MOD.user)
    assert sum("you were right" in told for told in bot.told(ANN.user)) == 1
    assert await bot.case(3) is None
    await bot.waits(days=30)
    assert (await appeal(bot)).state is AppealState.OVERTURNED
    assert sum("you were right" in told for told in bot.told(ANN.user)) == 1


async def test_what_is_ended_by_hand_settles_the_appeal_against_it(town):
    bot = await banned(town)
    await bot.asks(LEA, "unban", member=ANN)
    over = await appeal(bot)
    assert (over.state, over.outcome, over.owner) == (AppealState.OVERTURNED, 2, LEA.user)


async def test_an_end_of_something_else_settles_nothing(town):
    bot = await banned(town)
    await bot.asks(LEA, "unmute", member=ANN)
    assert (await appeal(bot)).state is AppealState.FILED
    await judges(bot, LEA, "overturn")
    assert (await appeal(bot)).outcome == 3


async def test_who_judges_at_the_same_moment_settles_it_alone(town):
    bot = await appealed(town)
    await judges(bot, MOD, "overturn")
    assert sum("you were right" in told for told in bot.told(ANN.user)) == 1


async def test_an_overturned_appeal_counts_against_its_rule_as_it_was_fine_does(town):
    bot = await appealed(town)
    await judges(bot, MOD, "overturn")
    assert (await bot.store.whys.tallies(bot.key))["swearing"].overturned == 1


async def test_a_refusal_of_the_messenger_is_told_to_both(town):
    bot = await banned(town)
    bot.telegram.fails(Pardon, Refused(Refusal.FORBIDDEN))
    assert "would not lift it" in await judges(bot, LEA, "overturn")
    assert "moderator has to do that by hand" in bot.told(ANN.user)[-1]


async def test_whom_no_message_reaches_is_told_on_the_other_messenger_if_she_linked_it(town):
    bot = await banned(town)
    rows = (Linked(ANN.user, "p", bot.clock.now()), Linked(DANA.user, "p", bot.clock.now()))
    await bot.store.ledger.commit(bot.key, "", Decision(rows=rows), bot.clock.now())
    bot.telegram.fails(Whisper, Refused(Refusal.UNREACHABLE))
    await judges(bot, LEA, "stand")
    assert "it stands" in bot.told(DANA.user)[-1]


async def test_from_a_linked_account_she_appeals_against_what_befell_the_other(town):
    bot = await town_with(town)
    await bot.asks(MOD, "ban", member=ANN, reason="spam")
    rows = (Linked(ANN.user, "p", bot.clock.now()), Linked(DANA.user, "p", bot.clock.now()))
    await bot.store.ledger.commit(bot.key, "", Decision(rows=rows), bot.clock.now())
    await bot.asks(DANA, "appeal", direct(DANA.user), text="it was not me", number=1)
    card = bot.standing(STAFF)[-1]
    assert "ban of Ann" in card.words
    assert "Dana" not in card.words
    await judges(bot, LEA, "overturn")
    assert "you were right" in bot.told(DANA.user)[-1]
    assert bot.did(Pardon)[0].user == ANN.user
