"""Who waits for whom: windows and pauses per chat, the urgent first, no chat for another."""

import asyncio

import pytest

from bot.adapters.telegram.flood import FloodControl, Gate, turn
from bot.adapters.telegram.transport import FloodedError, pause_of
from bot.core.routing import Lane


class Line:
    """Calls through a flood control, noted in the order they were let through."""

    def __init__(self, patience=5.0):
        self.control = FloodControl(patience)
        self.passed = []
        self.floods = {}

    async def call(self, name, chat, lane=Lane.ANSWER, endpoint="sendMessage"):
        async def callback():
            if self.floods.get(chat):
                raise FloodedError(self.floods.pop(chat))
            self.passed.append(name)
            return True

        data = {"chat_id": chat} if chat else {}
        return await self.control.process_request(callback, (), {}, endpoint, data, turn(lane))


async def settled():
    for _ in range(20):
        await asyncio.sleep(0)


async def test_the_urgent_pass_first_when_the_pause_is_over():
    line = Line()
    line.floods[-1] = 0.05
    first = asyncio.create_task(line.call("first", -1, Lane.BULK))
    await settled()
    waiting = [
        asyncio.create_task(line.call(str(lane), -1, lane))
        for lane in (Lane.BULK, Lane.NOTICE, Lane.PUNISH, Lane.ANSWER)
    ]
    await asyncio.gather(first, *waiting)
    assert [name for name in line.passed if name != "first"] == ["0", "1", "2", "3"]


async def test_one_chats_429_never_delays_another():
    line = Line()
    line.floods[-1] = 0.5
    flooded = asyncio.create_task(line.call("flooded", -1))
    await settled()
    await line.call("other", -2)
    assert line.passed == ["other"]
    await flooded
    assert line.passed == ["other", "flooded"]


async def test_a_long_pause_is_told_at_once_and_not_asked_for_again():
    line = Line(patience=1.0)
    line.floods[-1] = 30
    for _ in range(2):
        with pytest.raises(FloodedError) as flooded:
            await line.call("late", -1)
        assert 29 < flooded.value.seconds <= 30
    assert line.passed == []


async def test_twenty_messages_a_minute_go_to_a_group_and_punishments_do_not_count_the_minutes():
    line = Line(patience=0.05)
    for n in range(20):
        await line.call(f"message {n}", -1)
    with pytest.raises(FloodedError):
        await line.call("one more", -1)
    await line.call("ban", -1, Lane.PUNISH, "banChatMember")
    await line.call("question", -1, endpoint="getChatMember")
    assert line.passed[20:] == ["ban", "question"]


@pytest.mark.long  # it waits for real seconds
async def test_thirty_a_second_go_over_all_and_the_urgent_jump_the_queue():
    line = Line()
    started = asyncio.get_running_loop().time()
    calls = [asyncio.create_task(line.call(n, n, Lane.BULK)) for n in range(1, 35)]
    await settled()
    assert len(line.passed) == 30
    await line.call("ban", -1, Lane.PUNISH)
    await asyncio.gather(*calls)
    assert line.passed[30] == "ban"
    assert asyncio.get_running_loop().time() - started > 0.9


async def test_who_gives_up_waiting_does_not_keep_the_place():
    gate = Gate(1, 0.1)
    await gate.enter(Lane.ANSWER)
    tired = asyncio.create_task(gate.enter(Lane.ANSWER))
    await settled()
    tired.cancel()
    await asyncio.wait_for(gate.enter(Lane.BULK), 30)
    assert tired.cancelled()


async def test_gates_of_quiet_chats_are_forgotten(monkeypatch):
    monkeypatch.setattr("bot.adapters.telegram.flood.MOST_GATES", 3)
    monkeypatch.setattr("bot.adapters.telegram.flood.PER_PERSON", (5, 0.001))
    line = Line()
    for n in range(1, 20):
        await line.call(n, n)
        await asyncio.sleep(0.002)
    assert len(line.control._chats) <= 3


@pytest.mark.parametrize(
    ("body", "header", "seconds"),
    [
        (b'{"parameters": {"retry_after": 7}}', "", 7),
        (b"<html>", "9", 9),
        (b"{}", "", 5),
        (b"[]", "soon", 5),
    ],
)
def test_the_pause_is_read_wherever_it_stands(body, header, seconds):
    assert pause_of(body, header) == seconds
