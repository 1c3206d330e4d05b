"""Posts of the calendar whose time came while something was down."""

from datetime import timedelta

import pytest

from bot.core.actions import Delete, Edit
from bot.core.ids import DISCORD, TELEGRAM
from bot.core.posts import CopyState, Missed, PostState
from bot.core.receipts import Refusal, Refused
from bot.core.text import File
from bot.domain.calendar.plan import Plan
from tests.build import MOD
from tests.cogs.planned import copies, post, writes
from tests.fakes.town import D_LOBBY, LOBBY, STAFF


async def test_it_survives_a_restart_on_the_way(town, tmp_path):
    file = tmp_path / "t.db"
    bot = await town(file=file)
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    again = await town(file=file)
    again.clock.at = bot.clock.at + timedelta(hours=2)
    await again.waits(seconds=1)
    assert again.sends(LOBBY) == ["Come along."]
    assert {one.place.platform for one in await again.store.posts.copies(again.key, 1)} == {DISCORD, TELEGRAM}


async def test_the_calendar_goes_into_a_file_and_comes_back_as_drafts(town):
    bot = await town()
    await writes(bot, when="daily 18:00")
    await bot.presses(MOD, "button-post-schedule")
    await bot.asks(MOD, "post export", STAFF, form="csv", span="month")
    made = next(e.action.files[0] for e in reversed(bot.ledger) if getattr(e.action, "files", ()))
    assert "Come along." in made.content
    assert "New drafts: 1" in await bot.asks(MOD, "post import", STAFF, file=made)
    assert (await post(bot, 2)).state is PostState.DRAFT
    await bot.asks(MOD, "post import", STAFF, file=made)
    assert await post(bot, 3) is None
    assert "cannot take" in await bot.asks(MOD, "post import", STAFF, file=File("x.csv", "a,b\n"))
    await bot.asks(MOD, "post export", STAFF)
    made = next(e.action.files[0] for e in reversed(bot.ledger) if getattr(e.action, "files", ()))
    assert "RRULE:FREQ=DAILY" in made.content


async def test_a_post_waits_for_its_messenger_to_connect_and_not_for_ever(town, tmp_path):
    file = tmp_path / "t.db"
    bot = await town(file=file)
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    again = await town(file=file, ready=False)
    again.clock.at = bot.clock.at + timedelta(hours=2)
    await again.waits(seconds=1)
    assert (await post(again)).state is PostState.SCHEDULED
    await again.engine.ready(again.telegram)
    await again.waits(seconds=10)
    assert again.sends(LOBBY) == []
    await again.waits(minutes=6)
    assert again.sends(LOBBY) == ["Come along."]
    assert await copies(again) == {LOBBY: CopyState.SENT}


@pytest.mark.parametrize(("missed", "said"), [(Missed.LATE, 1), (Missed.SKIP, 0), (Missed.ASK, 0)])
async def test_what_was_due_while_it_was_down_is_late_also_when_the_messengers_connect_later_still(
    town, tmp_path, missed, said
):
    file = tmp_path / "t.db"
    bot = await town(file=file, calendar=Plan(missed=missed))
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    again = await town(file=file, calendar=Plan(missed=missed), ready=False)
    again.clock.at = bot.clock.at + timedelta(hours=5)
    await again.waits(seconds=1)
    assert again.sends(STAFF) == []
    await again.engine.ready(again.telegram)
    await again.engine.ready(again.discord)
    await again.waits(seconds=5)
    assert again.sends(LOBBY).count("Come along.") == said
    assert any("Hello" in words for words in again.sends(STAFF)) is not bool(said)


async def test_what_cannot_be_changed_or_taken_away_is_told_and_taken_away_by_trying_again(town):
    bot = await town()
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(hours=2)
    bot.telegram.fails(Edit, Refused(Refusal.FORBIDDEN))
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-change")
    await bot.fills(MOD, title="Hello", text="Come tomorrow.", when="")
    await bot.waits(seconds=1)
    assert "could not be changed in 1 of 2 places" in bot.sends(STAFF)[-1]
    bot.telegram.fails(Delete, Refused(Refusal.TOO_LATE))
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-remove")
    await bot.waits(seconds=1)
    assert "could not be taken away in 1 of 2 places" in bot.sends(STAFF)[-1]
    assert await copies(bot) == {LOBBY: CopyState.FAILED, D_LOBBY: CopyState.WITHDRAWN}
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-remove")
    await bot.waits(seconds=1)
    assert set((await copies(bot)).values()) == {CopyState.WITHDRAWN}


async def test_what_stands_twice_in_a_file_is_one_post_however_often_the_file_comes(town):
    bot = await town()
    one = "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260401T100000Z\r\nSUMMARY:{}\r\nEND:VEVENT\r\n"
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
    file = File("x.ics", head + one.format("Old") + one.format("New") + "END:VCALENDAR\r\n")
    for _ in range(2):
        assert "New drafts: 1" in await bot.asks(MOD, "post import", STAFF, file=file)
    assert (await post(bot)).title == "New"
    assert await post(bot, 2) is None


async def test_a_file_given_again_leaves_alone_what_is_on_its_way(town):
    bot = await town()
    table = File("posts.csv", "title,text,at\nTea,Come along.,2026-02-01 10:00\n")
    assert "New drafts: 1" in await bot.asks(MOD, "post import", STAFF, file=table)
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-schedule")
    assert "left as it is" in await bot.asks(MOD, "post import", STAFF, file=table)
    assert (await post(bot)).state is PostState.SCHEDULED
