"""Every act of the staff leaves a line, and only managers read them."""

from datetime import timedelta

from bot.core.terms import Term
from tests.build import ANN, BOB, BOSS, MOD
from tests.fakes.town import STAFF, words

HOUR = timedelta(hours=1)


async def lines(bot):
    return [(e.by_name, e.act, e.detail) for e in await bot.store.fairness.audits.page(bot.key, 50)]


async def test_commands_buttons_and_forms_leave_a_line_each(town):
    bot = await town(words())
    await bot.asks(MOD, "mute", member=ANN, lasts=Term(HOUR))
    await bot.presses(MOD, "button-undo", STAFF)
    await bot.says(BOB, "blorp")
    await bot.presses(BOB, "button-appeal")
    await bot.fills(BOB, text="it was a quote")
    await bot.presses(MOD, "button-stand", STAFF)
    await bot.fills(MOD, answer="no")
    acts = [(name, act) for name, act, _ in await lines(bot)]
    assert acts == [("Mo", "judged stand"), ("Mo", "undo"), ("Mo", "mute")]
    assert (await lines(bot))[2][2] == "case 1: mute of telegram:7 until 2026-01-01 13:00"
    assert "takes back case 1 of telegram:7" in (await lines(bot))[1][2]


async def test_what_members_do_and_what_changes_nothing_leaves_none(town):
    bot = await town(words())
    await bot.asks(ANN, "report", text="it is loud")
    await bot.asks(ANN, "language", language="pl")
    await bot.asks(MOD, "case", number=1)
    await bot.asks(ANN, "ban", member=BOB)
    await bot.says(ANN, "blorp")
    assert await lines(bot) == []


async def test_managers_turn_its_pages_and_nobody_else(town):
    bot = await town()
    assert "nothing in the audit" in await bot.asks(BOSS, "audit")
    for n in range(14):
        await bot.asks(MOD, "note", member=ANN, reason=f"seen {n}")
    first = await bot.asks(BOSS, "audit")
    assert first.count("Mo, note case") == 12
    assert (await bot.presses(BOSS, "button-older")).count("Mo, note case") == 2
    assert "Only the staff" in await bot.asks(MOD, "audit")


async def test_no_words_of_anybody_stand_in_it(town):
    bot = await town(words())
    await bot.asks(MOD, "warn", member=ANN, reason="a very private reason")
    assert not any("private" in detail for _, _, detail in await lines(bot))


async def test_removed_messages_are_counted(town):
    bot = await town()
    from tests.build import post
    from tests.fakes.town import LOBBY

    await bot.asks(ANN, "report", message=post("bad", by=BOB, place=LOBBY), text="look")
    await bot.presses(MOD, "button-delete", STAFF)
    assert "1 messages removed" in (await lines(bot))[0][2]


async def test_storms_by_hand_leave_the_name_of_who_raised_and_ended_them(town):
    bot = await town()
    await bot.asks(MOD, "raid on", lasts=HOUR)
    await bot.asks(MOD, "raid off")
    assert [(name, act) for name, act, _ in await lines(bot)] == [("Mo", "raid off"), ("Mo", "raid on")]
