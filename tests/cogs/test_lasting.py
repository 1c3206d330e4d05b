"""What goes on after an act: ended in time, renewed, waiting for who left, and undone exactly."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Pardon, Punish, Sanction
from bot.core.events import SanctionLifted
from bot.core.terms import Term
from bot.core.text import Localised
from bot.domain.moderation.policy import Act, Do
from bot.runtime.community import Reason
from tests.build import ANN, BOSS, MOD, later, post
from tests.fakes.town import LOBBY, STAFF, words

HOUR = Term(timedelta(hours=1))
DAY = Term(timedelta(days=1))
FOREVER = Term()


def state(bot):
    return bot.telegram.sanctions.get((LOBBY.space, ANN.user))


async def test_a_mute_ends_in_time(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR)
    await bot.waits(minutes=59)
    assert state(bot) is Sanction.MUTE
    await bot.waits(minutes=1)
    assert state(bot) is None


@pytest.mark.parametrize("act", ["mute", "ban"])
async def test_the_end_of_an_older_one_is_not_the_end_of_a_newer(town, act):
    bot = await town()
    await bot.asks(MOD, act, member=ANN, lasts=HOUR)
    await bot.waits(minutes=5)
    await bot.asks(MOD, act, member=ANN, lasts=FOREVER)
    await bot.waits(days=2)
    assert not bot.did(Pardon)


async def test_longer_than_discord_allows_is_renewed_and_then_ends(town):
    bot = await town()
    answer = await bot.asks(MOD, "mute", member=ANN, lasts=Term(timedelta(days=60)))
    assert "at most 28 days at once; I renew it" in answer
    for _ in range(59):
        await bot.waits(days=1)
    assert [p.until for p in bot.did(Punish)] == [later(days=60)] * 3
    assert not bot.did(Pardon)
    await bot.waits(days=1)
    assert len(bot.did(Pardon)) == 1
    await bot.waits(days=90)
    assert len(bot.did(Punish)) == 3


async def test_who_leaves_and_comes_back_is_muted_still(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=DAY)
    bot.telegram.sanctions.clear()
    await bot.joins(ANN)
    assert bot.did(Punish)[-1].until == later(days=1)
    assert state(bot) is Sanction.MUTE
    await bot.waits(days=1)
    await bot.joins(ANN)
    assert len(bot.did(Punish)) == 2


@pytest.mark.parametrize(("act", "ends"), [("mute", "unmute"), ("ban", "unban")])
async def test_ended_by_hand_it_is_a_case_and_the_timer_is_off(town, act, ends):
    bot = await town()
    await bot.asks(MOD, act, member=ANN, lasts=DAY)
    assert await bot.asks(BOSS, ends, member=ANN) in {"Ann can write again: case 2.", "Ann may come back: case 2."}
    assert state(bot) is None
    assert (await bot.case(2)).strikes == 0
    await bot.waits(days=2)
    assert len(bot.did(Pardon)) == 1


async def test_taking_back_a_later_mute_brings_the_earlier_one_back(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=DAY)
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR)
    await bot.presses(MOD, "button-undo", STAFF)
    assert bot.did(Punish)[-1].until == later(days=1)
    await bot.waits(hours=23)
    assert state(bot) is Sanction.MUTE
    await bot.waits(hours=1)
    assert state(bot) is None


async def test_taking_back_an_earlier_mute_leaves_the_later_alone(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR)
    first, shown = bot.button("button-undo", STAFF)
    await bot.asks(MOD, "mute", member=ANN, lasts=DAY)
    await bot.presses_token(MOD, first.token, STAFF, shown.ref)
    assert not bot.did(Pardon)
    await bot.waits(hours=2)
    assert state(bot) is Sanction.MUTE


async def test_taking_back_an_end_mutes_again_for_what_is_left(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=DAY)
    await bot.asks(MOD, "unmute", member=ANN)
    await bot.waits(hours=1)
    await bot.presses(MOD, "button-undo", STAFF)
    assert (state(bot), bot.did(Punish)[-1].until) == (Sanction.MUTE, later(days=1))
    await bot.waits(hours=23)
    assert state(bot) is None


async def test_a_soft_ban_takes_messages_along_and_lets_them_come_back(town):
    bot = await town()
    assert "may come back: case 1" in await bot.asks(MOD, "softban", member=ANN, reason="spam")
    (ban,) = bot.did(Punish)
    assert (ban.sanction, ban.purge) == (Sanction.BAN, timedelta(days=1))
    assert state(bot) is None
    assert (await bot.case()).sanction is Sanction.SOFTBAN


async def test_two_moderators_at_once_make_one_case_and_the_second_hears_who_was_first(town):
    bot = await town()
    await bot.asks(MOD, "ban", member=ANN)
    assert "Mo was first: case 1" in await bot.asks(BOSS, "ban", member=ANN)
    assert len(await bot.cases()) == 1
    await bot.waits(seconds=11)
    assert "Ann was banned: case 2" in await bot.asks(BOSS, "ban", member=ANN)


async def test_what_was_taken_back_may_be_done_again_at_once(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN)
    await bot.presses(MOD, "button-undo", STAFF)
    assert "Ann was warned: case 3" in await bot.asks(BOSS, "warn", member=ANN)


async def test_a_note_is_for_the_staff_alone(town):
    bot = await town()
    assert await bot.asks(MOD, "note", member=ANN, reason="was ill") == "Noted about Ann: case 1. Only staff see it."
    assert bot.told(ANN.user) == []
    assert "Case 1: note about Ann" in bot.standing(STAFF)[0].words
    assert "Write what I should remember" in await bot.asks(MOD, "note", member=ANN)


async def test_evidence_is_hers_or_none(town):
    bot = await town()
    rude = post("rude words", by=ANN)
    await bot.asks(MOD, "warn", member=ANN, message=rude)
    await bot.asks(MOD, "note", member=BOSS, message=rude, reason="x")
    assert [e.text for e in (await bot.case(1)).evidence] == ["rude words"]
    assert "The message: https://" in bot.standing(STAFF)[0].words


async def test_a_channel_can_only_be_banned(town):
    bot = await town()
    channel = replace(ANN, is_channel=True)
    bot.telegram.members[LOBBY.space, ANN.user] = channel
    assert "is a channel" in await bot.asks(MOD, "mute", member=channel, lasts=HOUR)
    await bot.asks(MOD, "ban", member=channel)
    assert bot.did(Punish)[0].is_channel


async def test_a_time_that_is_over_is_refused_with_what_was_understood(town):
    bot = await town(timezone="Europe/Warsaw")
    answer = await bot.asks(MOD, "mute", member=ANN, lasts=Term(days=0, clock=(9, 0)))
    assert "2026-01-01 09:00" in answer
    await bot.asks(MOD, "mute", member=ANN, lasts=Term(weekday=4, clock=(18, 0)))
    assert (await bot.case()).until == later(hours=29)


async def test_a_kick_or_a_warning_leaves_nothing_to_end(town):
    bot = await town()
    await bot.asks(MOD, "kick", member=ANN)
    await bot.joins(ANN)
    assert len(bot.did(Punish)) == 1


@pytest.mark.parametrize(
    ("written", "guideline", "kept", "told"),
    [
        ("ads", "no-ads", "You advertised.", "Powód: Reklama."),
        ("ads: twice", "no-ads", "You advertised. twice", "Powód: Reklama. twice"),
        ("kind", "kind", "", "Spieramy się"),
        ("kind: you shouted", "kind", "you shouted", "Powód: you shouted"),
        ("tired", "", "Sleep on it.", "Powód: Sleep on it."),
        ("kind of rude", "", "kind of rude", "Powód: kind of rude"),
        ("note: this", "", "note: this", "Powód: note: this"),
    ],
)
async def test_a_short_name_says_the_whole_reason_in_her_language(town, written, guideline, kept, told):
    reasons = {
        "ads": Reason(Localised({"en": "You advertised.", "pl": "Reklama."}), "no-ads"),
        "tired": Reason(Localised({"en": "Sleep on it."})),
    }
    bot = await town(reasons=reasons)
    await bot.asks(ANN, "language", language="pl")
    await bot.asks(MOD, "warn", member=ANN, reason=written)
    case = await bot.case()
    assert (case.guideline, case.reason) == (guideline, kept)
    assert told in bot.told(ANN.user)[-1]


@pytest.mark.parametrize(
    ("held", "ends"), [(DAY, later(days=1)), (FOREVER, None), (Term(timedelta(minutes=9)), later(hours=1))]
)
async def test_no_rule_cuts_a_mute_short_so_that_nobody_edits_herself_free(town, held, ends):
    bot = await town(words(Do(Act.MUTE, timedelta(hours=1))))
    before = await bot.says(ANN, "hello")
    await bot.asks(MOD, "mute", member=ANN, lasts=held)
    await bot.edits(ANN, before, "blorp")
    assert (await bot.case(2)).until == bot.did(Punish)[-1].until == ends


@pytest.mark.parametrize(("act", "sanction"), [("mute", Sanction.MUTE), ("ban", Sanction.BAN)])
async def test_what_somebody_ends_in_the_app_is_over_and_does_not_come_back(town, act, sanction):
    bot = await town()
    await bot.asks(MOD, act, member=ANN, lasts=FOREVER)
    bot.telegram.sanctions.clear()
    ended = SanctionLifted("by hand", LOBBY.space, ANN.user, sanction, BOSS.user, "Boss", bot.clock.now())
    await bot.take(ended)
    case = await bot.case(2)
    assert (case.sanction, case.by, case.user_name) == (Sanction(f"un{act}"), BOSS.user, "Ann")
    assert "Boss" in bot.standing(STAFF)[-1].words
    await bot.waits(days=60)
    assert state(bot) is None
    await bot.take(replace(ended, key="again"))
    assert await bot.case(3) is None, "what does not hold cannot be ended"
