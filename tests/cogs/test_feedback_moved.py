"""The board as staff move it on: states that are held and told, merges, removals, and what is told of a week."""

from datetime import time, timedelta

from bot.core.actions import Delete, Whisper
from bot.core.feedback import FeedbackState
from bot.core.routing import Lane, lane
from bot.core.ui import Button
from bot.domain.care.board import BATCH, HOLD, PAUSE
from bot.runtime.care import Board, Digest
from tests.build import ANN, BOB, BOSS, MOD, person
from tests.cogs.ideas import D_IDEAS, IDEAS, board, brings, cards, counts, entry, merges, sees
from tests.fakes.clock import StillClock
from tests.fakes.town import CY, DANA, LOBBY, STAFF


async def sets(bot, who, number, state, note=""):
    await sees(bot, who, number)
    await bot.presses(who, f"feedback-state-{state}")
    return await bot.fills(who, note=note)


async def test_a_state_is_held_for_a_minute_and_then_told_once_quietly_and_in_each_ones_language(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    await bot.presses(DANA, "button-feedback-vote", D_IDEAS)
    await bot.asks(DANA, "language", language="pl")
    said = await sets(bot, MOD, 1, "planned", "In spring.")
    assert "planned" in said
    await bot.waits(seconds=HOLD.total_seconds() - 1)
    assert not any("Wood" in one for one in bot.told(DANA.user))
    await bot.waits(seconds=1)
    [told] = [one for one in bot.told(DANA.user) if "Wood" in one]
    assert "In spring." in told
    assert "discord.example" in told
    assert "planned" not in told
    [hers] = [one for one in bot.told(ANN.user) if "is now: planned" in one]
    assert "telegram.example" in hers
    quiet = [one for one in bot.did(Whisper) if one.quiet]
    assert {lane(one) for one in quiet} == {Lane.BULK}
    assert "planned" in cards(bot)[0]
    await bot.waits(hours=1)
    assert len([one for one in bot.did(Whisper) if one.quiet]) == 2


async def test_indecisive_staff_are_told_about_once(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    await sets(bot, MOD, 1, "planned")
    await bot.waits(seconds=30)
    await sets(bot, MOD, 1, "started")
    await bot.waits(minutes=2)
    [told] = [one for one in bot.told(ANN.user) if "is now" in one]
    assert "started" in told


async def test_a_state_that_is_taken_back_is_told_to_nobody(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    await sets(bot, MOD, 1, "declined", "No.")
    assert "as it was" in await bot.presses(MOD, "button-feedback-take-back")
    assert (await entry(bot)).note == ""
    await bot.waits(minutes=2)
    assert not any("is now" in one for one in bot.told(ANN.user))
    assert "open" in cards(bot)[0]


async def test_after_the_minute_it_cannot_be_taken_back(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    await sets(bot, MOD, 1, "declined", "No.")
    await bot.waits(minutes=2)
    assert "Too late" in await bot.presses(MOD, "button-feedback-take-back")
    assert (await entry(bot)).state is FeedbackState.DECLINED


async def test_what_is_over_takes_no_votes(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    button, shown = bot.button("button-feedback-vote", IDEAS)
    await sets(bot, MOD, 1, "completed")
    assert "over" in await bot.presses_token(BOB, button.token, IDEAS, shown.ref)
    assert await counts(bot) == {1: 1}


async def test_many_are_told_some_at_a_time_each_once(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    crowd = [person(f"P{n}", str(1000 + n)) for n in range(BATCH + 5)]
    for who in crowd:
        bot.telegram.members[LOBBY.space, who.user] = who
        await bot.presses(who, "button-feedback-vote", IDEAS)
    await sets(bot, MOD, 1, "planned")
    await bot.waits(seconds=HOLD.total_seconds())
    assert sum(one.quiet for one in bot.did(Whisper)) == BATCH
    await bot.waits(seconds=PAUSE.total_seconds())
    await bot.waits(seconds=PAUSE.total_seconds())
    quiet = [one.user for one in bot.did(Whisper) if one.quiet]
    assert sorted(quiet) == sorted({ANN.user, *(who.user for who in crowd)})


async def test_members_cannot_set_states_and_see_no_buttons_for_it(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    await sees(bot, MOD, 1)
    button, shown = bot.button("feedback-state-planned")
    await bot.presses_token(BOB, button.token, shown.ref.place)
    assert (await entry(bot)).state is FeedbackState.OPEN
    said = await sees(bot, BOB, 1)
    assert "Brought by" not in said
    _, mine = bot.button("button-feedback-for")
    assert not any("state" in getattr(b.label, "key", "") for row in mine.rows for b in row if isinstance(b, Button))


async def test_a_merge_counts_each_person_once_and_its_undoing_gives_the_votes_back(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    await brings(bot, BOB, "Planks")
    for place_number in (1, 2):
        await sees(bot, CY, place_number)
        await bot.presses(CY, "button-feedback-for")
    assert await counts(bot) == {1: 2, 2: 2}
    assert "#1 counts as the same as #2" in await merges(bot, MOD, 1, 2)
    assert await counts(bot) == {1: 2, 2: 3}
    await bot.waits(minutes=2)
    assert any("duplicate" in one for one in bot.told(ANN.user))
    assert "The same as #2" in next(card for card in cards(bot) if "Wood" in card)
    assert "3 votes" in next(card for card in cards(bot) if "Planks" in card)
    await sets(bot, MOD, 2, "planned")
    await bot.waits(minutes=2)
    assert len([one for one in bot.told(CY.user) if "is now: planned" in one]) == 1
    assert any("is now: planned" in one for one in bot.told(ANN.user))
    await sees(bot, MOD, 1)
    await bot.presses(MOD, "button-feedback-part")
    assert await counts(bot) == {1: 2, 2: 2}
    assert (await entry(bot)).state is FeedbackState.OPEN


async def test_an_entry_is_not_merged_into_itself_nor_into_what_is_not_there(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    await brings(bot, ANN, "Paint")
    assert "own duplicate" in await merges(bot, MOD, 1, 1)
    assert "no entry 77" in await merges(bot, MOD, 1, 77)
    assert "no entry" in await merges(bot, MOD, 1, "x")
    await merges(bot, MOD, 1, 2)
    assert "own duplicate" in await merges(bot, MOD, 2, 1)


async def test_a_merge_can_be_taken_back_within_the_minute(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    await brings(bot, BOB, "Paint")
    await merges(bot, MOD, 1, 2)
    await bot.presses(MOD, "button-feedback-take-back")
    assert await counts(bot) == {1: 1, 2: 1}
    await bot.waits(minutes=2)
    assert not any("is now" in one for one in bot.told(ANN.user))


async def test_staff_remove_an_entry_with_its_words_and_what_was_merged_into_it_stands_again(town):
    bot = await board(town)
    await brings(bot, ANN, "Wood")
    await brings(bot, BOB, "Planks")
    await merges(bot, MOD, 1, 2)
    await bot.waits(minutes=2)
    await sees(bot, MOD, 2)
    assert "cannot be undone" in await bot.presses(MOD, "button-feedback-remove")
    await bot.presses(MOD, "button-feedback-remove-sure")
    assert (await entry(bot, 2)).title == ""
    assert await counts(bot) == {1: 1}
    await bot.waits(seconds=5)
    assert not any("Planks" in card for card in (*cards(bot), *cards(bot, D_IDEAS)))
    assert len(bot.did(Delete)) == 2
    assert (await entry(bot)).state is FeedbackState.OPEN


async def test_the_list_has_pages_states_and_a_search(town):
    bot = await board(town)
    for title in ("Wood", "Paint", "Glue", "Nails", "Screws", "Lamps", "A big oven"):
        await brings(bot, ANN, title)
    await bot.presses(BOB, "button-feedback-vote", IDEAS)
    await bot.asks(BOB, "feedback")
    said = await bot.presses(BOB, "button-feedback-board")
    assert "7 entries" in said
    assert said.splitlines()[1].startswith("#7 A big oven · 2 votes")
    assert "Page 1 of 2" in said
    assert "Wood" in await bot.presses(BOB, "button-feedback-on")
    await sets(bot, MOD, 3, "planned")
    await bot.asks(BOB, "feedback")
    await bot.presses(BOB, "button-feedback-board")
    said = await bot.presses(BOB, "feedback-state-planned")
    assert "Glue" in said
    assert "Wood" not in said
    assert "A big oven" in await bot.asks(BOB, "feedback", words="ovens")
    assert "Nothing found" in await bot.asks(BOB, "feedback", words="zeppelin")


async def test_managers_get_the_board_as_a_table_without_formulas_and_others_do_not(town):
    bot = await board(town)
    await brings(bot, ANN, "=1+1", "words, with a comma")
    await bot.asks(BOSS, "feedback", words="words")
    await bot.presses(BOSS, "button-feedback-export")
    [file] = next(e.action.files for e in reversed(bot.ledger) if getattr(e.action, "files", ()))
    assert "'=1+1" in file.content
    assert '"words, with a comma"' in file.content
    button, shown = bot.button("button-feedback-export")
    await bot.presses_token(BOB, button.token, shown.ref.place)
    assert sum(bool(getattr(e.action, "files", ())) for e in bot.ledger) == 1
    await bot.asks(BOB, "feedback", words="words")
    _, mine = bot.button("button-feedback-idea")
    assert "button-feedback-export" not in {getattr(b.label, "key", "") for row in mine.rows for b in row}


async def test_a_week_is_reported_on_its_day_once_also_after_a_restart(town, tmp_path):
    clock, file = StillClock(), tmp_path / "town.db"
    plan = Board("ideas", 50, Digest("staff", 0, time(9)), timedelta(days=60))
    bot = await board(town, plan=plan, clock=clock, file=file)
    await brings(bot, ANN, "Wood")
    await sets(bot, MOD, 1, "planned")
    clock.pass_by(days=5)
    again = await board(town, plan=plan, clock=clock, file=file)
    assert again.sends(STAFF) == []
    await again.engine.scheduler.fire_due()
    await again.engine.outbox.idle()
    [report] = again.sends(STAFF)
    assert "New: 1" in report
    assert "#1 Wood · 1 vote · planned" in report
    assert "1 vote more" in report
    await again.waits(days=1)
    assert len(again.sends(STAFF)) == 1
    await again.waits(days=70)
    assert "Untouched for long: 1" in again.sends(STAFF)[-1]


async def test_after_a_restart_what_was_held_is_told_and_buttons_still_work(town, tmp_path):
    clock, file = StillClock(), tmp_path / "town.db"
    bot = await board(town, clock=clock, file=file)
    await brings(bot, ANN, "Wood")
    button, shown = bot.button("button-feedback-vote", IDEAS)
    await sets(bot, MOD, 1, "planned")
    again = await board(town, clock=clock, file=file, platforms=bot.platforms)
    assert "Votes now: 2" in await again.presses_token(BOB, button.token, IDEAS, shown.ref)
    await again.waits(minutes=2)
    assert sum("is now: planned" in one for one in again.told(ANN.user)) == 1
    assert sum("is now: planned" in one for one in again.told(BOB.user)) == 1
    assert "2 votes" in cards(again)[0]
