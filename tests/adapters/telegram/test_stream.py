"""The stream of Telegram's updates: confirmed when its decisions are kept, and outliving whatever breaks."""

import asyncio
import logging
import sqlite3

import pytest

from bot.adapters.telegram.intake import is_outage
from bot.core.events import MessagePosted
from bot.core.interactions import CommandInvoked
from bot.core.ports import PlatformRefused
from tests.adapters.telegram.desk import (
    ANA,
    BOB,
    CREW,
    MIRA,
    QUICK,
    Desk,
    MemoryShelf,
    RealClock,
    at_work,
    user,
)
from tests.wire import telegram_faults as trouble
from tests.wire.telegram_server import TOKEN


async def test_the_offset_moves_only_when_the_sink_has_returned(server, desk):
    desk.gate.clear()
    server.people.say(CREW, ANA, "hello")
    await asyncio.wait_for(desk.entered.wait(), 30)
    update = server.updates.history[-1]["update_id"]
    assert not server.confirmed(update)
    desk.gate.set()
    await server.until(lambda: server.confirmed(update))


async def test_what_was_not_confirmed_comes_again_with_the_same_key(server):
    shelf = MemoryShelf()
    async with at_work(server, shelf) as desk:
        desk.gate.clear()
        server.people.say(CREW, ANA, "hello")
        await asyncio.wait_for(desk.entered.wait(), 30)
    async with at_work(server, shelf) as desk:
        first = (await desk.next(MessagePosted)).key
        server.updates.repeat(server.updates.history[-1]["update_id"])
        assert (await desk.next(MessagePosted, 2)).key == first


async def test_the_start_never_asks_for_an_old_offset(server):
    server.people.say(CREW, ANA, "old")
    async with at_work(server) as desk:
        await desk.next(MessagePosted)
    server.updates.jump_to(3)
    async with at_work(server) as desk:
        server.people.say(CREW, ANA, "numbered anew")
        assert (await desk.next(MessagePosted)).message.text == "numbered anew"


async def test_a_stop_confirms_what_is_done(server):
    async with at_work(server) as desk:
        server.people.say(CREW, ANA, "hello")
        polls = len(server.calls_of("getUpdates"))
        await server.until(lambda: desk.events and len(server.calls_of("getUpdates")) > polls)
        await server.until(lambda: server.updates._poller)  # the next poll began, so the batch is done
        server.updates.repeat(server.updates.history[-1]["update_id"])
        await desk.next(MessagePosted, 2)
        await server.until(lambda: server.updates._poller)
    assert not server.updates.waiting
    assert server.calls_of("getUpdates")[-1].params["timeout"] == 0


async def test_a_broken_update_is_counted_and_the_stream_goes_on(server, desk, caplog):
    server.updates.push_raw({"message": {"chat": 42, "text": "hm"}})
    server.updates.push_raw({"message": 7})
    server.updates.push_raw({"something_new": {}})
    server.people.say(CREW, ANA, "after")
    await desk.next(MessagePosted)
    await server.until(lambda: desk.platform.intake.counts.malformed == 2)
    assert f"{server.updates.history[0]['update_id']}" in caplog.text
    server.updates.history[:] = server.updates.history[3:]


async def test_a_store_that_is_away_for_a_while_loses_nothing(server, desk):
    desk.failing = 3
    server.people.say(CREW, ANA, "one")
    server.people.say(CREW, ANA, "two")
    await desk.next(MessagePosted, 2)
    assert [event.message.text for event in desk.events] == ["one", "two"]


async def test_a_poison_update_is_given_up_and_others_flow(server, desk):
    desk.failing = 12
    server.people.say(CREW, ANA, "poison")
    server.people.say(CREW, ANA, "fine")
    assert (await desk.next(MessagePosted)).message.text == "fine"
    assert desk.platform.intake.counts.given_up == 1


async def test_a_full_disk_is_waited_out_however_long_it_takes(server, desk):
    desk.failing, desk.fault = 20, OSError("no space left on device")
    server.people.say(CREW, ANA, "one")
    await server.until(lambda: desk.failing < 5)
    assert not server.confirmed(server.updates.history[-1]["update_id"])
    assert (await desk.next(MessagePosted)).message.text == "one"


@pytest.mark.parametrize(("error", "outage"), [(ValueError(), False), (sqlite3.OperationalError(), True)])
def test_an_outage_is_known_by_its_cause(error, outage):
    wrapped = RuntimeError()
    wrapped.__cause__ = error
    assert is_outage(wrapped) is outage


async def test_an_update_that_raises_a_question_nobody_answers_is_given_up(server, desk):
    server.trouble.add("getChatMember", trouble.Html(502), times=5)
    server.people.say(CREW, MIRA, f"/warn {BOB}")
    server.people.say(CREW, MIRA, "hello")
    await desk.next(MessagePosted)
    assert not desk.of(CommandInvoked)
    assert desk.platform.intake.counts.given_up == 1


async def test_one_slow_chat_does_not_hold_up_another(server, desk):
    server.people.group(-1003, "Elsewhere", members=(BOB,), owner=MIRA)
    server.people.say(CREW, ANA, "warm")
    server.people.say(-1003, BOB, "up")
    await desk.next(MessagePosted, 2)
    server.trouble.add("getChatMember", trouble.Hang(), when=lambda params: params["chat_id"] == CREW)
    server.people.say(CREW, MIRA, f"/warn {BOB}")
    server.people.say(-1003, BOB, "meanwhile")
    assert (await desk.next(MessagePosted, 3)).message.text == "meanwhile"


@pytest.mark.parametrize(
    "fault",
    [
        trouble.Html(502),
        trouble.Html(404),
        trouble.Answers(500, "Internal Server Error"),
        trouble.Answers(409, "Conflict: terminated by other getUpdates request"),
        pytest.param(trouble.Flood(1), marks=pytest.mark.long),
        trouble.Cut(),
        trouble.Garbage(),
        trouble.Garbage(b"[]"),
    ],
    ids=repr,
)
async def test_polling_survives_trouble_and_says_so_once(server, desk, caplog, fault):
    caplog.set_level(logging.INFO)
    times = 1 if isinstance(fault, trouble.Flood) else 3
    server.trouble.add("getUpdates", fault, times=times)
    server.people.say(CREW, ANA, "first")
    polls = len(server.calls_of("getUpdates"))
    await server.until(lambda: len(server.calls_of("getUpdates")) >= polls + 1 + times)
    server.people.say(CREW, ANA, "second")
    await desk.next(MessagePosted, 2)
    assert caplog.text.count("no updates from Telegram") == 1
    assert caplog.text.count("coming again") == 1


async def test_a_refused_token_stops_this_messenger_with_a_remedy_and_without_the_token(server, caplog):
    caplog.set_level(logging.DEBUG)
    server.token = "123456:another"
    desk = Desk(server)
    server.token = TOKEN
    with pytest.raises(PlatformRefused, match="BotFather") as refused:
        await desk.platform.run(desk.sink, desk.ready)
    assert "another" not in caplog.text + str(refused.value)


async def test_a_token_that_is_revoked_while_running_stops_it_too(server):
    desk = Desk(server)
    server.trouble.add("getUpdates", trouble.Answers(401, "Unauthorized"))
    with pytest.raises(PlatformRefused, match="BotFather"):
        await desk.platform.run(desk.sink, desk.ready)
    assert desk.readies == 1


async def test_trouble_at_the_start_is_outlived(server):
    server.trouble.add("getMe", trouble.Html(502), times=2)
    server.trouble.add("deleteWebhook", trouble.Cut())
    async with at_work(server) as desk:
        server.people.say(CREW, ANA, "hello")
        await desk.next(MessagePosted)
    assert desk.readies == 1


async def test_no_log_line_ever_holds_the_token(server, caplog):
    caplog.set_level(logging.DEBUG)
    server.trouble.add("getMe", trouble.Html(502))
    server.trouble.add("getUpdates", trouble.Cut())
    async with at_work(server) as desk:
        server.people.say(CREW, ANA, "/help")
        await desk.next(CommandInvoked)
    assert TOKEN not in caplog.text
    assert TOKEN.split(":")[1] not in caplog.text


async def test_names_outlive_a_restart(server):
    shelf = MemoryShelf()
    async with at_work(server, shelf) as desk:
        server.people.say(CREW, BOB, "hi")
        await desk.next(MessagePosted)
    async with at_work(server, shelf) as desk:
        server.people.say(CREW, MIRA, "/warn @Bob")
        assert (await desk.next(CommandInvoked)).values["member"].user == user(BOB)


def test_the_api_url_may_end_with_a_slash():
    from bot.adapters.telegram.platform import TelegramPlatform

    platform = TelegramPlatform(TOKEN, MemoryShelf(), RealClock(), "http://127.0.0.1:1/", QUICK)
    assert platform._poll_url == f"http://127.0.0.1:1/bot{TOKEN}/getUpdates"
