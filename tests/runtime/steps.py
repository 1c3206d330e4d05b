"""Steps that an outbox carries out, and how they stand in the store."""

from datetime import timedelta

from sqlalchemy import select

from bot.adapters.store.tables.running import intents
from bot.core.actions import Send
from bot.core.decisions import decide
from bot.core.receipts import Trouble
from bot.core.text import say
from bot.runtime.queue import State
from tests.fakes.town import LOBBY

LOST = Trouble("the line broke", maybe_done=True, retry_after=timedelta(0))


def note(place=LOBBY, text="hello", **more):
    return Send(place, say("plain", text=text), **more)


async def carry(bot, *steps, wait=True):
    queued = await bot.store.ledger.commit(bot.key, "", decide(*steps), bot.clock.now())
    bot.engine.outbox.accept(queued)
    if wait:
        await bot.engine.outbox.idle()
    return queued


async def states(bot, queued):
    """How these intents ended, straight from the table."""
    ids = [q.id for q in queued]
    statement = select(intents.c.state, intents.c.tries).where(intents.c.id.in_(ids)).order_by(intents.c.id)
    rows = await bot.store.ledger._engines.read(lambda c: c.execute(statement))
    return [(State(row.state), row.tries) for row in rows]
