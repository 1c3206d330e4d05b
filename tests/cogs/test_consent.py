"""Beyond one's hourly share a second person has to agree; a lone moderator waits ten minutes for herself."""

from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Delete, Punish, Sanction
from bot.core.consents import HeldState
from bot.core.decisions import Decision
from bot.core.linking import Linked
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused
from bot.core.terms import Term
from bot.runtime.community import Team
from tests.build import ANN, BOB, BOSS, MOD, person
from tests.fakes.town import CY, DORA, LOBBY, PLACES, STAFF, messengers, open_town, riverside

LEA = person("Lea", "20", Rank.MODERATOR)
FEW = {"ban": 1, "kick": 1, "purge": 1}


def team(*managers, caps=None):
    return Team(managers=frozenset(who.user for who in managers), caps=FEW if caps is None else caps)


async def town_of(town, *managers, **more):
    bot = await town(team=team(*managers), **more)
    for space in (LOBBY.space, STAFF.space):
        bot.telegram.members[space, LEA.user] = LEA
    return bot


async def beyond(town, *managers, **more):
    """Mo has banned Bob, and wants to ban Ann too."""
    bot = await town_of(town, *managers, **more)
    await bot.asks(MOD, "ban", member=BOB)
    await bot.asks(MOD, "ban", member=ANN, reason="spam", lasts=Term(timedelta(days=2)))
    return bot


async def held(bot, number=1):
    return await bot.store.fairness.held.find(bot.key, number)


async def audit(bot):
    return [(entry.act, entry.by) for entry in await bot.store.fairness.audits.page(bot.key, 20)]


async def test_what_is_beyond_ones_share_waits_and_nothing_happens(town):
    bot = await beyond(town, BOSS)
    assert "You have used up your share of 1 within an hour" in bot.heard_by(MOD.user)
    assert len(bot.did(Punish)) == 1
    assert not await bot.cases(ANN.user)
    card = bot.standing(STAFF)[-1]
    assert "Mo wants to do something beyond the hourly share:" in card.words
    assert "ban: Ann" in card.words
    assert [b.label.key for row in card.rows for b in row] == ["button-consent", "button-refuse"]


async def test_a_second_person_agrees_and_it_is_done_in_the_name_of_the_first(town):
    bot = await beyond(town, BOSS)
    assert "Number 1 is done" in await bot.presses(LEA, "button-consent", STAFF)
    (case,) = await bot.cases(ANN.user)
    assert (case.by, case.sanction, case.reason) == (MOD.user, Sanction.BAN, "spam")
    assert case.until == case.at + timedelta(days=2)
    assert "You have been banned" in bot.told(ANN.user)[0]
    assert any("Lea agreed to number 1." in shown.words for shown in bot.standing(STAFF))
    assert ("consent", LEA.user) in await audit(bot)
    assert (await held(bot)).state is HeldState.CONSENTED


async def test_a_length_counts_from_when_it_is_done_and_the_card_tells_it(town):
    bot = await beyond(town, BOSS)
    assert {"For 2 days", "Reason: spam"} <= set(bot.standing(STAFF)[-1].words.splitlines())
    bot.clock.pass_by(hours=20)
    await bot.presses(LEA, "button-consent", STAFF)
    (case,) = await bot.cases(ANN.user)
    assert case.until == case.at + timedelta(days=2)
    assert [act.until for act in bot.did(Punish)][-1] == case.until


async def test_what_was_wanted_until_a_day_that_is_over_is_not_done_any_more(town):
    bot = await town_of(town, BOSS)
    await bot.asks(MOD, "ban", member=BOB)
    await bot.asks(MOD, "ban", member=ANN, reason="kind", lasts=Term(clock=(20, 0)))
    assert {"Until 2026-01-01 20:00 UTC", "Guideline 1: Argue with ideas."} <= set(
        bot.standing(STAFF)[-1].words.splitlines()
    )
    bot.clock.pass_by(hours=9)
    assert "cannot be done any more" in await bot.presses(LEA, "button-consent", STAFF)
    assert not await bot.cases(ANN.user)


async def test_the_second_press_hears_who_was_first(town):
    bot = await beyond(town, BOSS)
    button, shown = bot.button("button-consent", STAFF)
    await bot.presses(LEA, "button-refuse", STAFF)
    assert "decided already, by Lea" in await bot.presses_token(BOSS, button.token, STAFF, shown.ref)
    assert any("Lea refused number 1." in shown.words for shown in bot.standing(STAFF))
    assert len(bot.did(Punish)) == 1


async def test_from_three_on_nobody_agrees_with_herself(town):
    bot = await beyond(town, BOSS, LEA)
    bot.clock.pass_by(hours=1)
    assert "Somebody else has to agree" in await bot.presses(MOD, "button-consent", STAFF)
    assert len(bot.did(Punish)) == 1


@pytest.mark.parametrize("managers", [(), (BOSS,)], ids=["alone", "two"])
async def test_whoever_is_nearly_alone_agrees_with_herself_after_ten_minutes_and_it_is_marked(town, managers):
    bot = await beyond(town, *managers)
    assert "not before" in await bot.presses(MOD, "button-consent", STAFF)
    bot.clock.pass_by(minutes=10)
    assert "Number 1 is done" in await bot.presses(MOD, "button-consent", STAFF)
    assert len(bot.did(Punish)) == 2
    assert ("consent to oneself", MOD.user) in await audit(bot)
    assert any("agreed to number 1 alone" in shown.words for shown in bot.standing(STAFF))


async def test_ones_other_account_is_no_second_person(town):
    team_of_both = Team(moderator_ids=frozenset({DORA.user}), managers=frozenset({BOSS.user, LEA.user}), caps=FEW)
    bot = await town(team=team_of_both)
    rows = (Linked(MOD.user, "p", bot.clock.now()), Linked(DORA.user, "p", bot.clock.now()))
    await bot.store.ledger.commit(bot.key, "", Decision(rows=rows), bot.clock.now())
    await bot.asks(MOD, "ban", member=BOB)
    await bot.asks(MOD, "ban", member=ANN)
    assert "Somebody else has to agree" in await bot.presses(DORA, "button-consent", STAFF)


async def test_it_waits_through_a_restart(tmp_path):
    platforms = messengers()
    async with AsyncExitStack() as stack:
        bot = await open_town(stack, riverside(team=team(BOSS)), file=tmp_path / "b.db", platforms=platforms)
        await bot.asks(MOD, "ban", member=BOB)
        await bot.asks(MOD, "ban", member=ANN)
        button, shown = bot.button("button-consent", STAFF)
        now = bot.clock
    async with AsyncExitStack() as stack:
        bot = await open_town(stack, riverside(team=team(BOSS)), file=tmp_path / "b.db", platforms=platforms, clock=now)
        assert "is done" in await bot.presses_token(BOSS, button.token, STAFF, shown.ref)
        assert (await bot.cases(ANN.user))[0].by == MOD.user


async def test_after_an_hour_the_share_is_whole_again(town):
    bot = await town_of(town, BOSS)
    await bot.asks(MOD, "kick", member=BOB)
    bot.clock.pass_by(minutes=61)
    assert "was kicked" in await bot.asks(MOD, "kick", member=ANN)


async def test_each_kind_has_a_share_of_its_own_and_soft_bans_count_as_kicks(town):
    bot = await town_of(town, BOSS)
    await bot.asks(MOD, "ban", member=BOB)
    assert "was kicked" in await bot.asks(MOD, "kick", member=ANN)
    assert "waits as number 1" in await bot.asks(MOD, "softban", member=CY)
    assert "kick with clean-up: Cy" in bot.standing(STAFF)[-1].words
    assert "was warned" in await bot.asks(MOD, "warn", member=CY)


async def test_what_was_taken_back_counts_all_the_same(town):
    bot = await town_of(town, BOSS)
    await bot.asks(MOD, "ban", member=BOB)
    await bot.presses(MOD, "button-undo", STAFF)
    assert "waits as number 1" in await bot.asks(MOD, "ban", member=ANN)


async def test_without_the_word_in_config_there_is_no_cap(town):
    bot = await town(team=team(BOSS, caps={}))
    for who in (ANN, BOB, CY):
        assert "was banned" in await bot.asks(MOD, "ban", member=who)


async def test_nobody_agrees_to_what_she_could_not_do_herself(town):
    bot = await beyond(town, BOSS)
    bot.telegram.members[LOBBY.space, ANN.user] = replace(ANN, rank=Rank.MODERATOR)
    assert "cannot be done any more" in await bot.presses(LEA, "button-consent", STAFF)
    assert (await held(bot)).state is HeldState.WAITING


async def test_who_lost_her_rank_meanwhile_does_nothing_any_more(town):
    bot = await beyond(town, BOSS)
    bot.telegram.members[LOBBY.space, MOD.user] = replace(MOD, rank=Rank.MEMBER)
    assert "cannot be done any more" in await bot.presses(LEA, "button-consent", STAFF)
    assert len(bot.did(Punish)) == 1


async def test_what_somebody_else_did_meanwhile_is_not_done_twice(town):
    bot = await beyond(town, BOSS)
    await bot.asks(LEA, "ban", member=ANN)
    assert "cannot be done any more" in await bot.presses(BOSS, "button-consent", STAFF)


async def test_members_cannot_agree(town):
    bot = await beyond(town, BOSS)
    assert "Only the staff" in await bot.presses(CY, "button-consent", STAFF)


async def test_a_refusal_of_the_messenger_is_told(town):
    bot = await beyond(town, BOSS)
    bot.telegram.fails(Punish, Refused(Refusal.FORBIDDEN))
    assert "Nothing happened to Ann" in await bot.presses(LEA, "button-consent", STAFF)


async def test_after_a_day_nothing_is_done(town):
    bot = await beyond(town, BOSS)
    await bot.waits(days=1, minutes=1)
    assert "waited for too long" in bot.sends(STAFF)[-1]
    assert (await held(bot)).state is HeldState.EXPIRED


async def test_what_is_decided_expires_no_more(town):
    bot = await beyond(town, BOSS)
    await bot.presses(LEA, "button-refuse", STAFF)
    before = len(bot.ledger)
    await bot.waits(days=2)
    assert len(bot.ledger) == before


async def test_without_a_staff_place_the_buttons_stand_in_the_answer(town):
    bot = await beyond(town, places={"lobby": PLACES["lobby"]})
    bot.clock.pass_by(minutes=10)
    assert "is done" in await bot.presses(MOD, "button-consent")
    assert (await bot.cases(ANN.user))[0].sanction is Sanction.BAN


async def test_a_purge_beyond_ones_share_waits_too_and_removes_exactly_what_was_shown(town):
    bot = await town_of(town, BOSS)
    for _ in range(2):
        refs = [await bot.says(ANN, text) for text in ("one", "two")]
        await bot.asks(MOD, "purge", count=2)
        await bot.presses(MOD, "button-go")
    assert "waits as number 1" in bot.heard_by(MOD.user)
    assert len(bot.did(Delete)) == 1
    later = await bot.says(BOB, "three")
    assert "remove 2 messages" in bot.standing(STAFF)[-1].words
    await bot.presses(LEA, "button-consent", STAFF)
    gone = [ref for action in bot.did(Delete)[1:] for ref in action.messages]
    assert set(gone) == set(refs)
    assert later not in gone
    assert [act for act, who in await audit(bot) if who == MOD.user].count("purge") == 2


async def test_many_at_once_are_one_act_that_waits(town):
    bot = await town(team=team(BOSS, caps={"ban": 1}))
    for space in (LOBBY.space, STAFF.space):
        bot.telegram.members[space, LEA.user] = LEA
    for who in (ANN, BOB):
        await bot.joins(who)
    await bot.asks(MOD, "massban", joined=timedelta(minutes=5))
    await bot.presses(MOD, "button-go")
    assert "ban: 2 people" in bot.standing(STAFF)[-1].words
    assert not bot.did(Punish)
    bot.telegram.fails(Punish, Refused(Refusal.OUTRANKED))
    report = await bot.presses(LEA, "button-consent", STAFF)
    assert len(bot.did(Punish)) == 1
    assert "Banned: 1 person" in report
    assert "Ann" in report
    assert ("massban", MOD.user) in await audit(bot)
