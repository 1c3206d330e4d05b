"""What moderators do by hand: told first, filed, answered from receipts, taken back, and over in time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Delete, Pardon, Punish, Sanction, Send, Whisper
from bot.core.decisions import Decision, decide
from bot.core.ids import ChannelRef, Place, SpaceRef
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused
from bot.core.record import Binding, Timer
from bot.core.terms import Term
from bot.core.text import say
from bot.core.ui import Button
from bot.domain.cases.acts import Undo
from bot.domain.cases.standing import LIFT
from bot.runtime.community import Notices, Team
from tests.build import ANN, BOB, BOSS, MOD, NOON, person
from tests.fakes.town import CY, D_LOBBY, DANA, DORA, GUILD, LOBBY, STAFF, words

HOUR = timedelta(hours=1)
ACTS = {
    "warn": ({}, "Ann was warned: case 1.", "You have been warned"),
    "mute": (
        {"lasts": Term(HOUR)},
        "Ann was muted: case 1.\nUntil 2026-01-01 13:00 UTC",
        "You cannot write in Riverside until",
    ),
    "kick": ({}, "Ann was kicked: case 1.", "You may come back"),
    "ban": ({}, "Ann was banned: case 1.", "You have been banned from Riverside."),
}


@pytest.mark.parametrize("act", ACTS)
async def test_each_act_tells_the_member_and_answers_from_receipts(town, act):
    values, done, told = ACTS[act]
    bot = await town()
    assert await bot.asks(MOD, act, member=ANN, reason="enough", **values) == done
    assert told in bot.told(ANN.user)[0]
    assert "Reason: enough" in bot.told(ANN.user)[0]
    case = await bot.case()
    assert (case.sanction, case.by, case.reason, case.strikes) == (Sanction(act), MOD.user, "enough", 1)
    titles = {"warn": "warning for", "mute": "mute for", "kick": "kick of", "ban": "ban of"}
    assert f"Case 1: {titles[act]} Ann" in bot.standing(STAFF)[0].words
    assert [p.sanction for p in bot.did(Punish)] == ([] if act == "warn" else [Sanction(act)])


@pytest.mark.parametrize("act", ["mute", "kick", "ban"])
async def test_she_is_told_before_it_happens(town, act):
    bot = await town()
    await bot.asks(MOD, act, member=ANN, **ACTS[act][0])
    kinds = [type(e.action) for e in bot.telegram.ledger]
    assert kinds.index(Whisper) < kinds.index(Punish)


@pytest.mark.parametrize("act", ACTS)
async def test_the_moderator_hears_when_the_member_could_not_be_told(town, act):
    bot = await town()
    bot.telegram.unreachable.add(ANN.user)
    assert "could not reach them" in await bot.asks(MOD, act, member=ANN, **ACTS[act][0])
    assert "notice for you" in bot.sends(LOBBY)[0]


@pytest.mark.parametrize("act", ["mute", "kick", "ban"])
async def test_nobody_is_told_banned_when_the_messenger_refused(town, act):
    bot = await town()
    bot.telegram.fails(Punish, Refused(Refusal.FORBIDDEN))
    answer = await bot.asks(MOD, act, member=ANN, **ACTS[act][0])
    assert answer == "Nothing happened to Ann: I do not have the right to do that here. Case 1 says so."
    assert f"✗ not {act}" in bot.standing(STAFF)[0].words


async def test_a_reason_that_is_the_key_of_a_guideline_cites_it_in_her_language(town):
    bot = await town()
    await bot.asks(ANN, "language", language="pl")
    await bot.asks(MOD, "warn", member=ANN, reason=" kind ")
    assert "Spieramy się z poglądami." in bot.told(ANN.user)[-1]
    assert (await bot.case()).guideline == "kind"
    assert "Guideline 1: Argue with ideas." in bot.standing(STAFF)[0].words


@pytest.mark.parametrize(
    ("actor", "target", "why"),
    [
        (MOD, MOD, "error-self"),
        (MOD, person("Max", "81", Rank.MODERATOR), "error-outranked"),
        (MOD, BOSS, "error-outranked"),
        (BOSS, replace(MOD, untouchable=True), "error-untouchable"),
        (MOD, None, "error-target-unknown"),
        (ANN, BOB, "error-rank"),
    ],
)
@pytest.mark.parametrize("act", ACTS)
async def test_hierarchy_holds_for(town, act, actor, target, why):
    bot = await town()
    for space in (LOBBY.space, STAFF.space):
        if target is not None:
            bot.telegram.members[space, target.user] = target
    await bot.asks(actor, act, member=target, **ACTS[act][0])
    answer = bot.ledger[-1].action
    assert answer.body.key == why
    assert not bot.did(Punish)
    assert not await bot.cases()


async def test_an_account_that_config_makes_a_manager_is_above_a_moderator_wherever_it_is(town):
    bot = await town()
    absent = replace(BOSS, rank=Rank.MEMBER)
    del bot.telegram.members[LOBBY.space, BOSS.user]
    assert "rank here is below yours" in await bot.asks(MOD, "ban", member=absent)


async def test_an_uncached_target_is_asked_for_and_never_assumed_an_outsider(town):
    bot = await town()
    await bot.asks(MOD, "ban", member=replace(BOSS, rank=Rank.GUEST))
    assert BOSS.user in bot.telegram.asked_for
    assert not bot.did(Punish)


async def test_who_left_can_still_be_banned(town):
    bot = await town()
    del bot.telegram.members[LOBBY.space, ANN.user]
    assert await bot.asks(MOD, "ban", member=ANN) == "Ann was banned: case 1."


@pytest.mark.parametrize(
    ("act", "lasts"),
    [
        ("mute", timedelta(seconds=5)),
        ("mute", timedelta(days=3651)),
        ("ban", timedelta(seconds=5)),
        ("ban", timedelta(days=3651)),
    ],
)
async def test_spans_that_no_messenger_keeps_are_refused(town, act, lasts):
    bot = await town()
    assert "can last from" in await bot.asks(MOD, act, member=ANN, lasts=Term(lasts))
    assert not await bot.cases()


async def test_acts_from_the_staffs_group_are_about_the_lobby_and_say_nothing_there(town):
    bot = await town()
    bot.telegram.unreachable.add(ANN.user)
    await bot.asks(MOD, "kick", STAFF, member=ANN)
    assert bot.did(Punish)[0].space == LOBBY.space
    assert not any("notice for you" in words for words in bot.sends(STAFF))


async def test_where_nothing_may_be_said_in_public_nothing_is(town):
    bot = await town(notices=Notices(public_for=None))
    bot.telegram.unreachable.add(ANN.user)
    await bot.asks(MOD, "warn", member=ANN)
    assert not bot.sends(LOBBY)


async def test_the_public_line_vanishes_after_the_time_the_managers_wrote(town):
    bot = await town(notices=Notices(public_for=timedelta(seconds=20)))
    bot.telegram.unreachable.add(ANN.user)
    await bot.asks(MOD, "warn", member=ANN)
    await bot.waits(seconds=21)
    assert bot.did(Delete)


async def test_in_a_private_chat_there_is_nobody_to_sanction(town):
    bot = await town()
    direct = Place(ChannelRef(MOD.user.platform, MOD.user.native))
    assert "only in a group" in await bot.asks(MOD, "warn", direct, member=ANN)


async def test_a_case_can_be_looked_up_by_staff_only(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN, reason="enough")
    assert "Case 1: warning for Ann" in await bot.asks(MOD, "case", STAFF, which="1")
    assert "There is no case 7" in await bot.asks(MOD, "case", STAFF, which="7")
    assert "Only the staff" in await bot.asks(ANN, "case", which="1")


async def test_taking_back_lifts_the_mute_and_the_strike_and_says_so_on_both_cards(town):
    bot = await town(words())
    await bot.asks(MOD, "mute", member=ANN, lasts=Term(HOUR))
    assert "Case 1 is taken back, by case 2." in await bot.presses(MOD, "button-undo", STAFF)
    assert bot.telegram.sanctions == {}
    back = await bot.case(2)
    assert (back.undoes, back.by) == (1, MOD.user)
    assert await bot.store.cases.strikes(bot.key, ANN.user, None) == 0
    cards = [shown.words for shown in bot.standing(STAFF)]
    assert any("Taken back by case 2." in card for card in cards)
    assert any("takes back case 1 about Ann" in card for card in cards)
    assert all(shown.rows == () for shown in bot.standing(STAFF))


async def test_taking_back_a_warning_has_nothing_to_lift(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN)
    await bot.presses(MOD, "button-undo", STAFF)
    assert not bot.did(Pardon)


async def test_what_was_taken_back_stays_so(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN)
    button, shown = bot.button("button-undo", STAFF)
    await bot.presses_token(MOD, button.token, STAFF, shown.ref)
    assert "taken back already, by case 2" in await bot.presses_token(MOD, button.token, STAFF, shown.ref)


async def test_taking_back_that_the_messenger_refuses_is_said(town):
    bot = await town()
    await bot.asks(MOD, "ban", member=ANN)
    bot.telegram.fails(Pardon, Refused(Refusal.FORBIDDEN))
    assert "would not lift it" in await bot.presses(MOD, "button-undo", STAFF)


async def test_nobody_takes_back_what_befell_herself_or_her_seniors(town):
    bot = await town(team=Team(managers=frozenset({BOSS.user}), moderator_ids=frozenset({CY.user})))
    await bot.asks(BOSS, "warn", member=CY)
    assert "to yourself" in await bot.presses(CY, "button-undo", STAFF)
    assert "rank here is below yours" in await bot.presses(MOD, "button-undo", STAFF)
    assert "taken back" in await bot.presses(BOSS, "button-undo", STAFF)


async def test_a_members_press_on_a_card_is_denied(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN)
    assert "Only the staff" in await bot.presses(BOB, "button-undo", STAFF)


async def test_rank_counts_where_the_target_is_not_where_the_button_stands(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN)
    assert "Only the staff" in await bot.presses(DORA, "button-undo", STAFF)
    bot.changes(team=Team(moderator_ids=frozenset({DORA.user})))
    assert "Case 1 is taken back" in await bot.presses(DORA, "button-undo", STAFF)


async def test_a_ban_for_a_while_ends_in_time(town):
    bot = await town()
    await bot.asks(MOD, "ban", member=ANN, lasts=Term(timedelta(days=1)))
    await bot.waits(hours=23, minutes=59)
    assert not bot.did(Pardon)
    await bot.waits(minutes=1)
    (lifted,) = bot.did(Pardon)
    assert (lifted.space, lifted.user, lifted.sanction) == (LOBBY.space, ANN.user, Sanction.BAN)
    await bot.waits(days=1)
    assert len(bot.did(Pardon)) == 1


async def test_an_older_ban_that_ends_does_not_lift_a_newer_one(town):
    bot = await town()
    await bot.asks(MOD, "ban", member=ANN, lasts=Term(timedelta(days=1)))
    await bot.asks(MOD, "ban", member=ANN)
    await bot.waits(days=2)
    assert not bot.did(Pardon)


async def test_a_longer_ban_replaces_the_timer_of_the_shorter(town):
    bot = await town()
    await bot.asks(MOD, "ban", member=ANN, lasts=Term(timedelta(days=1)))
    await bot.asks(MOD, "ban", member=ANN, lasts=Term(timedelta(days=3)))
    await bot.waits(days=2)
    assert not bot.did(Pardon)
    await bot.waits(days=1)
    assert len(bot.did(Pardon)) == 1


async def test_a_ban_that_was_taken_back_is_not_lifted_twice(town):
    bot = await town()
    await bot.asks(MOD, "ban", member=ANN, lasts=Term(timedelta(days=1)))
    await bot.presses(MOD, "button-undo", STAFF)
    await bot.waits(days=2)
    assert len(bot.did(Pardon)) == 1


async def test_a_newer_ban_in_another_space_does_not_keep_the_older_one_for_ever(town):
    bot = await town()
    other = SpaceRef(LOBBY.platform, "5")
    await bot.store.ledger.commit(bot.key, "", Decision(rows=(Binding(other, BOSS.user, NOON),)), NOON)
    bot.engine.communities.bind(bot.key, other)
    bot.telegram.members[other, MOD.user] = MOD
    await bot.asks(MOD, "ban", member=ANN, lasts=Term(timedelta(days=1)))
    await bot.asks(MOD, "ban", Place(ChannelRef(LOBBY.platform, "5"), other), member=ANN)
    await bot.waits(days=2)
    assert [p.space for p in bot.did(Pardon)] == [LOBBY.space]


async def test_the_end_of_a_ban_whose_case_is_gone_is_quiet(town):
    bot = await town()
    rows = (Timer(LIFT, "a", NOON, {"case": 99}), Timer(LIFT, "b", NOON, {"case": "x"}))
    await bot.store.ledger.commit(bot.key, "", Decision(rows=rows), NOON)
    await bot.waits(seconds=1)
    assert not bot.ledger
    assert await bot.store.timers.next_due() is None


async def test_undoing_a_case_that_is_not_there_is_said(town):
    bot = await town()
    button = Button(say("button-undo"), Undo(99), rank=Rank.MODERATOR, space=LOBBY.space)
    shown = decide(Send(STAFF, say("plain", text="x"), ((button,),)))
    queued = await bot.store.ledger.commit(bot.key, "", shown, NOON)
    bot.engine.outbox.accept(queued)
    await bot.engine.outbox.idle()
    assert "There is no case 99" in await bot.presses(MOD, "button-undo", STAFF)


async def test_on_discord_the_same_commands_answer_privately_in_place(town):
    bot = await town()
    assert await bot.asks(DORA, "warn", D_LOBBY, member=DANA) == "Dana was warned: case 1."
    assert (await bot.case()).space == GUILD
