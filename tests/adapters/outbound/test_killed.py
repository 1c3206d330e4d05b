"""Killed after a letter arrived and before that was written down, it goes out again: under the same key."""

import asyncio
import signal
import subprocess
import sys
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.adapters.outbound.secrets import Secrets
from bot.adapters.outbound.webhook import WebhookCarrier
from bot.core.deliveries import LetterState, LetterTried, Way
from bot.core.text import Localised
from bot.domain.care.department import Department, Hook
from bot.runtime.care import Category, Inbox
from tests.adapters.outbound.receiver import Receiver, says
from tests.adapters.outbound.test_signing import SECRET, verified
from tests.build import ANN, direct
from tests.fakes.clock import StillClock
from tests.fakes.town import open_town, riverside

HOME = direct(ANN.user)
ROOT = Path(__file__).resolve().parents[3]
KILLED = (
    "import asyncio, sys; from tests.adapters.outbound.test_killed import a_life; asyncio.run(a_life(*sys.argv[1:]))"
)


class Dying:
    """A ledger whose owner is killed when it wants to write down that a letter went out."""

    def __init__(self, ledger):
        self._ledger = ledger

    def __getattr__(self, name):
        return getattr(self._ledger, name)

    async def commit(self, community, key, decision, now):
        if any(isinstance(row, LetterTried) for row in decision.rows):
            signal.raise_signal(signal.SIGKILL)
        return await self._ledger.commit(community, key, decision, now)


def dying(store):
    store.ledger = Dying(store.ledger)
    return store


async def a_bot(stack, file, url, **more):
    hook = Hook(url, "sales", allow_private=True)
    sales = Department("sales", Localised({"en": "Sales"}), webhook=hook)
    categories = {"prices": Category("prices", Localised({"en": "Prices"}), "sales")}
    home = riverside(departments={"sales": sales}, inbox=Inbox(categories=categories))
    carriers = {Way.WEBHOOK: WebhookCarrier(Secrets({"sales": SecretStr(SECRET)}))}
    return await open_town(stack, home, file=file, carriers=carriers, **more)


async def a_life(file, url):
    """Ask, and die while the answer to the letter is written down."""
    async with AsyncExitStack() as stack:
        bot = await a_bot(stack, Path(file), url, stores=dying)
        await bot.asks(ANN, "ask", HOME)
        await bot.presses(ANN, "Prices", HOME)
        await bot.fills(ANN, text="What are ten?")
        await carries(bot)


async def carries(bot):
    await bot.engine.courier.carry_due()
    await bot.engine.courier.idle()
    await bot.engine.scheduler.fire_due()
    await bot.engine.outbox.idle()


@pytest.mark.long
async def test_what_was_sent_and_not_written_down_is_sent_again_under_the_same_key(tmp_path):
    file = tmp_path / "town.db"
    async with Receiver([says()]) as receiver, AsyncExitStack() as stack:
        life = await asyncio.create_subprocess_exec(
            sys.executable, "-c", KILLED, str(file), receiver.url, cwd=ROOT, stderr=subprocess.PIPE
        )
        async with asyncio.timeout(60):
            _, said = await life.communicate()
        assert life.returncode == -signal.SIGKILL, said.decode()
        assert len(receiver.got) == 1
        bot = await a_bot(stack, file, receiver.url, clock=StillClock())
        await carries(bot)
        await carries(bot)
        (first, body), (second, again) = receiver.got
        assert first["webhook-id"] == second["webhook-id"]
        assert body == again
        assert (await bot.store.deliveries.find(bot.key, first["webhook-id"])).state is LetterState.DONE


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        (b'{"status": "working", "note": "By Friday."}', "Sales is working on your question number 1.\nBy Friday."),
        (b'{"status": "working", "admin": true}', "Thank you. The team has it as number 1"),
    ],
)
async def test_from_a_members_question_to_the_answer_of_a_departments_system(tmp_path, said, heard):
    async with Receiver([says(500), says(200, said)]) as receiver, AsyncExitStack() as stack:
        bot = await a_bot(stack, tmp_path / "town.db", receiver.url)
        await bot.asks(ANN, "ask", HOME)
        await bot.presses(ANN, "Prices", HOME)
        await bot.fills(ANN, text="What are ten?")
        await carries(bot)
        bot.clock.pass_by(seconds=10)
        await carries(bot)
        assert bot.heard_by(ANN.user).startswith(heard)
        for head, body in receiver.got:
            low = {name.lower(): text for name, text in head.items()}
            assert verified(low, body, SECRET, int(bot.clock.now().timestamp()))
