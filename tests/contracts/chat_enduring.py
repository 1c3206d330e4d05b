"""Whatever goes wrong between the bot and the network comes back as a value, and the stream goes on."""

import asyncio
from contextlib import suppress

import pytest

from bot.core.actions import Answer, Ask, Audience, Delete, Edit, Pardon, Punish, Sanction, Send, Whisper
from bot.core.events import MessagePosted
from bot.core.interactions import ButtonPressed
from bot.core.ports import PlatformRefused
from bot.core.receipts import Done, Refused, Trouble
from bot.core.text import Rich
from tests.contracts.chat_asking import AGREE, FORM

EVERY_KIND = ("send", "answer", "whisper", "ask", "edit", "delete", "punish", "pardon")


def rich(*spans):
    return Rich(spans)


class Enduring:
    """For adapters with a wire. The stage is a ``Wired`` one."""

    async def test_the_same_event_delivered_twice_has_the_same_key(self, stage):
        ada = await stage.person()
        await stage.post(ada, "echo")
        first = await stage.heard(MessagePosted)
        await stage.again()
        assert (await stage.heard(MessagePosted, many=2)).key == first.key

    async def test_a_press_delivered_twice_has_the_same_key(self, stage):
        ada = await stage.person()
        sent = await stage.perform(Send(stage.place, rich("?"), ((AGREE,),)))
        await stage.press(ada, sent.message, "agree")
        first = await stage.heard(ButtonPressed)
        await stage.again()
        assert (await stage.heard(ButtonPressed, many=2)).key == first.key

    @pytest.mark.parametrize("trouble", ["unavailable", "page", "garbled", "reset", "lost"])
    async def test_who_does_not_know_says_that_it_may_have_happened(self, stage, trouble):
        stage.order(trouble)
        attempt = await stage.perform(Send(stage.place, rich("hello")))
        if isinstance(attempt, Done):  # tried again within
            assert stage.seen(attempt.message)
            return
        assert isinstance(attempt, Trouble)
        assert attempt.maybe_done or not stage.standing(stage.place)
        assert attempt.detail

    @pytest.mark.long  # it waits for real seconds
    async def test_one_error_is_waited_out_or_told(self, stage):
        stage.order("error")
        attempt = await stage.perform(Send(stage.place, rich("hello")))
        assert isinstance(attempt, Done | Trouble)
        assert len(stage.standing(stage.place)) == isinstance(attempt, Done)

    @pytest.mark.long  # it waits for real seconds
    async def test_a_long_flood_is_told_with_its_time_and_a_short_one_waited_out(self, stage):
        stage.order("short flood")
        assert isinstance(await stage.perform(Send(stage.place, rich("hello"))), Done)
        stage.order("flood")
        attempt = await stage.perform(Send(stage.place, rich("hello again")))
        assert isinstance(attempt, Trouble)
        assert not attempt.maybe_done
        assert attempt.retry_after.total_seconds() > 30
        assert len(stage.standing(stage.place)) == 1

    @pytest.mark.parametrize("trouble", ["unavailable", "reset"])
    @pytest.mark.parametrize("kind", EVERY_KIND)
    async def test_no_action_raises_whatever_the_network_does(self, stage, kind, trouble):
        ada = await stage.person()
        action = await self._action(stage, kind, ada)
        stage.order(trouble, times=3)
        attempt = await stage.perform(action)
        assert isinstance(attempt, Done | Refused | Trouble)
        assert not isinstance(attempt, Refused), attempt

    async def test_the_stream_of_events_is_mended(self, stage):
        ada = await stage.person()
        await stage.post(ada, "before")
        await stage.heard(MessagePosted)
        await stage.shake()
        await stage.post(ada, "after")
        assert (await stage.heard(MessagePosted, lambda e: e.message.text == "after")).message.author.user == ada.user

    async def test_one_event_that_nobody_can_take_does_not_stop_the_next(self, stage):
        ada = await stage.person()
        stage.poison = "poisoned"
        await stage.post(ada, "poisoned")
        await stage.post(ada, "wholesome")
        await stage.heard(MessagePosted, lambda e: e.message.text == "wholesome")
        assert not [e for e in stage.events if isinstance(e, MessagePosted) and e.message.text == "poisoned"]

    async def test_a_name_that_nothing_has_is_none(self, stage):
        assert await stage.platform.find_place("#no-such-place-anywhere") is None
        assert await stage.platform.find_place("") is None
        assert await stage.platform.find_role("No Such Role", (stage.space,)) is None

    async def _action(self, stage, kind, ada):
        if kind in {"answer", "ask"}:
            event = await stage.invoked(ada, "fill")
            if kind == "ask":
                return Ask(event.ticket, event.place, ada.user, FORM)
            return Answer(event.ticket, event.place, ada.user, rich("hi"), audience=Audience.EVERYONE)
        sent = await stage.perform(Send(stage.place, rich("first")))
        return {
            "send": Send(stage.place, rich("hi")),
            "whisper": Whisper(ada.user, rich("hi")),
            "edit": Edit(sent.message, rich("second")),
            "delete": Delete((sent.message,)),
            "punish": Punish(stage.space, ada.user, Sanction.MUTE),
            "pardon": Pardon(stage.space, ada.user, Sanction.MUTE),
        }[kind]


class Living:
    """How an adapter begins and ends."""

    async def test_it_ends_when_it_is_told_to_and_does_nothing_afterwards(self, stage):
        before = asyncio.all_tasks()
        platform = stage.another()
        ready = asyncio.Event()

        async def on_ready():
            ready.set()

        running = asyncio.create_task(platform.run(stage.sink, on_ready))
        async with asyncio.timeout(30):
            await ready.wait()
        running.cancel()
        async with asyncio.timeout(30):
            with suppress(asyncio.CancelledError):
                await running
        await stage.until(lambda: not self._of_the_adapter(before), "an end of all its tasks")

    async def test_a_token_that_is_none_ends_it_with_the_remedy(self, stage):
        with pytest.raises(PlatformRefused) as refused:
            async with asyncio.timeout(30):
                await stage.stranger_to_it().run(stage.sink, stage.ready)
        assert "token" in refused.value.remedy.lower()
        assert len(refused.value.remedy.split()) > 5

    async def test_before_it_runs_it_does_nothing_and_says_so(self, stage):
        attempt = await stage.another().perform(Send(stage.place, rich("hello")), lambda body: body.spans, "n")
        assert isinstance(attempt, Trouble)
        assert not attempt.maybe_done
        assert not stage.standing(stage.place)

    @staticmethod
    def _of_the_adapter(before):
        names = {
            getattr(task.get_coro(), "__module__", "") or repr(task.get_coro()) for task in asyncio.all_tasks() - before
        }
        return [name for name in names if "bot/adapters" in name or "bot.adapters" in name]
