"""Appeals in time: reminders, managers, an end; how often they were right, and the notices that lead to them."""

from datetime import timedelta

from bot.core.actions import Punish, Whisper
from bot.core.appeals import AppealState
from bot.core.decisions import Decision
from bot.core.record import Audit
from bot.runtime.community import Appeals
from tests.build import ANN, BOB, BOSS, MOD, direct
from tests.cogs.appealing import LEA, appeal, appealed, judges, town_with
from tests.fakes.town import D_STAFF, MANAGERS, PLACES, STAFF, WITH_MANAGERS


def said(bot, key):
    return any(key in words for place in (STAFF, MANAGERS, D_STAFF) for words in bot.sends(place))


# --- time --------------------------------------------------------------------------------------------------------


async def test_moderators_are_reminded_then_managers_are_asked_then_it_expires(town):
    bot = await appealed(
        town, places=WITH_MANAGERS, appeals=Appeals(deadline=timedelta(days=2), remind=timedelta(days=1))
    )
    await bot.waits(days=1, minutes=1)
    assert "Appeal 1 against case 1 waits" in bot.sends(STAFF)[-1]
    await bot.waits(days=1)
    assert (await appeal(bot)).escalated
    assert "managers were asked" in bot.standing(MANAGERS)[-1].words
    await bot.waits(days=2, minutes=1)
    assert (await appeal(bot)).state is AppealState.EXPIRED
    assert "nobody looked at case 1 in time" in bot.told(ANN.user)[-1]
    await bot.asks(ANN, "appeal", number=1, text="please look")
    assert (await appeal(bot, 2)).state is AppealState.FILED


async def test_without_a_place_of_their_own_managers_are_asked_in_private(town):
    bot = await appealed(town)
    await bot.waits(days=3, minutes=1)
    assert "Appeal 1" in bot.told(BOSS.user)[-1]
    await judges(bot, BOSS, "stand", direct(BOSS.user))
    assert (await appeal(bot)).state is AppealState.UPHELD


async def test_once_nobody_else_came_a_manager_judges_her_own_act(town):
    bot = await town_with(town)
    await bot.asks(BOSS, "warn", member=ANN)
    seen = Audit(LEA.user, "warn", "", bot.clock.now())
    await bot.store.ledger.commit(bot.key, "", Decision(rows=(seen,)), bot.clock.now())
    await bot.presses(ANN, "button-appeal")
    await bot.fills(ANN, text="unfair")
    assert "somebody else judges" in await bot.presses(BOSS, "button-stand", STAFF)
    await bot.waits(days=3, minutes=1)
    await judges(bot, BOSS, "overturn", STAFF)
    assert (await appeal(bot)).state is AppealState.OVERTURNED


async def test_what_is_settled_reminds_nobody(town):
    bot = await appealed(town)
    await judges(bot, MOD, "stand")
    before = len(bot.ledger)
    await bot.waits(days=9)
    assert len(bot.ledger) == before


async def test_without_reminders_and_staff_place_it_still_waits_in_the_record(town):
    bot = await appealed(town, places={"lobby": PLACES["lobby"]}, appeals=Appeals(remind=None))
    await bot.waits(days=2)
    assert (await appeal(bot)).state is AppealState.FILED


async def test_a_reminder_without_a_staff_place_goes_nowhere(town):
    bot = await appealed(town, places={"lobby": PLACES["lobby"]})
    await bot.waits(days=1, minutes=1)
    assert not said(bot, "waits")


# --- stats and notices -------------------------------------------------------------------------------------------


async def test_how_often_appeals_were_right_is_told_by_rule_and_moderator(town):
    bot = await appealed(town)
    assert "No appeal has been judged yet" in await bot.asks(MOD, "appeals")
    await judges(bot, MOD, "overturn")
    await bot.asks(MOD, "warn", member=BOB)
    await bot.presses(BOB, "button-appeal")
    await bot.fills(BOB, text="unfair")
    await judges(bot, LEA, "stand")
    told = await bot.asks(MOD, "appeals")
    assert "Rule swearing: 1 judged, 1 taken back (100 %), 0 made milder" in told
    assert "Mo: 1 judged, 0 taken back (0 %)" in told


async def test_the_notice_of_a_ban_comes_first_with_button_code_and_address(town):
    bot = await town(appeals=Appeals(address="https://example.org/appeal"))
    await bot.asks(MOD, "ban", member=ANN)
    notice = bot.told(ANN.user)[0]
    assert "https://example.org/appeal" in notice
    assert "“/link " in notice
    kinds = [type(e.action) for e in bot.telegram.ledger]
    assert kinds.index(Whisper) < kinds.index(Punish)


async def test_a_mild_notice_carries_no_code(town):
    bot = await town(appeals=Appeals(address="https://example.org/appeal"))
    await bot.asks(MOD, "warn", member=ANN)
    assert "/link" not in bot.told(ANN.user)[0]
    assert "example.org" not in bot.told(ANN.user)[0]
