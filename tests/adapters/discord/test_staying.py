"""Staying connected: drops, refusals, restarts, gaps, and the budgets that Discord watches."""

import asyncio
import json
import threading
from datetime import UTC, datetime, timedelta

import discord
import pytest
from discord.gateway import KeepAliveHandler

from bot.adapters.discord.budget import AnswerBudget, BudgetSpent, IdentifyBudget
from bot.core.actions import Send
from bot.core.events import MessagePosted
from bot.core.ports import PlatformRefused
from bot.core.receipts import Trouble
from tests.adapters.discord.world import KeyVoice, Listener, MemoryShelf, StoppedClock, build, place, rich, running
from tests.wire import discord_faults as trouble

pytestmark = pytest.mark.wire
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def texts(listener):
    return [event.message.text for event in listener.of(MessagePosted)]


async def test_a_drop_is_resumed_through_the_configured_gateway(server, town, listener):
    await server.gateway.drop(4000)
    town.member("ada").post("general", "meanwhile")
    await server.until(lambda: texts(listener) == ["meanwhile"])
    await server.until(lambda: listener.ready == 2)
    assert (server.gateway.resumes, server.gateway.identifies, server.gateway.strayed) == (1, 1, 0)


async def test_op_7_is_obeyed(server, town, listener):
    server.gateway.ask_to_reconnect()
    await server.until(lambda: listener.ready == 2)
    assert (server.gateway.resumes, server.gateway.strayed) == (1, 0)


async def test_what_was_missed_while_the_session_was_lost_is_read_from_the_history(server, town, monkeypatch):
    monkeypatch.setattr(discord.Client, "before_identify_hook", _at_once)
    ada = town.member("ada")
    quiet = ada.post("staff", "long ago")
    async with running(server) as (_, listener):
        ada.post("general", "one")
        await server.until(lambda: texts(listener) == ["one"])
        server.gateway.invalidate()
        ada.post("general", "two")
        ada.post("general", "three")
        await server.until(lambda: texts(listener) == ["one", "two", "three"])
        assert server.gateway.identifies == 2
        assert server.ledger.of("GET", rf"/channels/{quiet.channel_id}/messages") == []


async def test_a_gap_over_a_restart_is_read_too_and_deletions_in_it_are_not_missed(server, town):
    shelf, ada = MemoryShelf(), town.member("ada")
    async with running(server, shelf=shelf) as (_, listener):
        ada.post("general", "one")
        await server.until(lambda: texts(listener) == ["one"])
    gone = ada.post("general", "two")
    ada.delete(gone)
    ada.post("general", "three")
    async with running(server, shelf=shelf) as (_, listener):
        await server.until(lambda: texts(listener) == ["three"])


async def test_a_message_counts_as_read_only_when_its_decision_is_kept(server, town):
    class Stuck(Listener):
        async def sink(self, event):
            await asyncio.sleep(30)

    shelf, ada = MemoryShelf(), town.member("ada")
    async with running(server, shelf=shelf) as (_, listener):
        ada.post("general", "one")
        await server.until(lambda: texts(listener) == ["one"])
    async with running(server, shelf=shelf, listener=Stuck()):
        ada.post("general", "two")
    async with running(server, shelf=shelf) as (_, listener):
        await server.until(lambda: texts(listener) == ["two"])


async def test_an_event_that_fails_does_not_stop_the_next(server, town, caplog):
    class Failing(Listener):
        async def sink(self, event):
            if isinstance(event, MessagePosted) and event.message.text == "bad":
                raise ValueError("no")
            await super().sink(event)

    ada = town.member("ada")
    async with running(server, listener=Failing()) as (_, listener):
        ada.post("general", "bad")
        ada.post("general", "good")
        await server.until(lambda: texts(listener) == ["good"])
    assert "update 1 of" in caplog.text


@pytest.mark.parametrize("status", [500, 503])
@pytest.mark.long  # it waits for real seconds
async def test_a_login_that_fails_on_discords_side_is_tried_again(server, town, status):
    server.fail(trouble.broken("GET", "/users/@me", status, times=1))
    async with running(server) as (_, listener):
        assert listener.ready == 1


async def test_a_first_gateway_connect_that_fails_is_tried_again(server, town, monkeypatch):
    monkeypatch.setattr(discord.backoff.ExponentialBackoff, "delay", lambda self: 0.01)
    monkeypatch.setattr(discord.Client, "before_identify_hook", _at_once)
    refuse = [True]
    handle = server.gateway._identify

    async def refuse_once(connection, data):
        if refuse.pop() if refuse else False:
            connection.socket._req.transport.abort()
            return
        await handle(connection, data)

    server.gateway._identify = refuse_once
    async with running(server) as (_, listener):
        assert listener.ready == 1


async def test_a_bad_token_stops_with_the_remedy(server, town):
    server.rest.token = "another"
    with pytest.raises(PlatformRefused, match="Reset Token"):
        async with running(server):
            pass


@pytest.mark.parametrize(
    ("code", "words"), [(4004, "Reset Token"), (4014, "Message Content Intent"), (4013, "Update Townkeeper")]
)
async def test_a_close_that_no_restart_can_mend_stops_with_the_remedy(server, town, code, words):
    async with running(server) as (_, listener):
        await server.gateway.drop(code)
        await server.until(listener.task.done)
        with pytest.raises(PlatformRefused, match=words):
            listener.task.result()


async def test_missing_intents_stop_with_the_two_steps(server, town):
    server.gateway.approved = discord.Intents.default()
    with pytest.raises(PlatformRefused, match="Server Members Intent") as refused:
        async with running(server):
            pass
    assert "1." in refused.value.remedy
    assert "2." in refused.value.remedy


async def test_no_heartbeat_outlives_its_client(server, town):
    """discord.py's thread would hand its next heartbeat to a loop that is gone."""
    server.gateway.heartbeat_ms = 5
    before = set(threading.enumerate())
    async with running(server):
        await server.until(lambda: server.gateway.heartbeats > 2)
    async with running(server):
        for connection in server.gateway._connections:
            connection.socket._req.transport.abort()
    assert [thread for thread in set(threading.enumerate()) - before if isinstance(thread, KeepAliveHandler)] == []


async def test_nothing_asks_for_presences_and_nobody_is_cached(server, town, platform):
    identify = next(payload["d"] for payload in server.gateway.payloads if payload["op"] == 2)
    wanted = discord.Intents._from_value(identify["intents"])
    assert (wanted.members, wanted.message_content, wanted.moderation) == (True, True, True)
    assert not wanted.presences
    assert not any(payload["op"] == 8 for payload in server.gateway.payloads)  # no member chunks asked for


async def test_identifies_are_counted_over_restarts_and_stop_at_the_limit():
    shelf, clock = MemoryShelf(), StoppedClock(NOON)
    for _ in range(3):
        await IdentifyBudget(shelf, clock, most=3).spend()
    with pytest.raises(BudgetSpent) as spent:
        await IdentifyBudget(shelf, clock, most=3).spend()
    assert spent.value.wait == timedelta(hours=24)
    clock.at += timedelta(hours=24)
    await IdentifyBudget(shelf, clock, most=3).spend()
    assert len(json.loads(shelf.kept["discord-identifies"])) == 1


async def test_a_spent_identify_budget_keeps_the_bot_away(server, town, caplog):
    now = datetime.now(UTC).timestamp()  # noqa: TID251  # the adapter's clock is the real one
    shelf = MemoryShelf(discord_identifies=json.dumps([now] * 800))
    listener = Listener()
    task = asyncio.create_task(build(server, shelf=shelf).run(listener.sink, listener.on_ready))
    await server.until(lambda: "budget of identifies is spent" in caplog.text)
    assert (server.gateway.identifies, task.done()) == (0, False)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize(
    ("status", "scope", "counts"), [(403, "", 1), (429, "user", 1), (429, "shared", 0), (404, "", 0)]
)
def test_invalid_answers_are_those_that_are_our_fault(status, scope, counts):
    budget = AnswerBudget(StoppedClock(NOON), most=1)
    budget.note(status, scope)
    if counts:
        with pytest.raises(BudgetSpent):
            budget.check()
    else:
        budget.check()


def test_invalid_answers_are_forgiven_after_ten_minutes():
    clock = StoppedClock(NOON)
    budget = AnswerBudget(clock, most=2)
    budget.note(403)
    clock.at += timedelta(minutes=9)
    budget.note(403)
    with pytest.raises(BudgetSpent) as spent:
        budget.check()
    assert spent.value.wait == timedelta(minutes=1)
    clock.at += timedelta(minutes=1)
    budget.check()


async def test_the_budget_of_invalid_answers_is_counted_on_the_wire(server, town, platform):
    platform._answers._most = 2
    closed = Send(place(town, "general"), rich("x"))
    town.bot_may_in("general", send_messages=False)
    for _ in range(2):
        await platform.perform(closed, KeyVoice(), "n")
    asked = len(server.ledger)
    attempt = await platform.perform(closed, KeyVoice(), "n")
    assert isinstance(attempt, Trouble)
    assert not attempt.maybe_done
    assert attempt.retry_after > timedelta(minutes=9)
    assert len(server.ledger) == asked


async def _at_once(self, shard_id, *, initial=False):
    """discord.py would wait five seconds before it identifies again."""
