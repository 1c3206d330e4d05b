"""Forgetting in time: people's words leave the record, what was decided stays."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import ColumnElement, and_, delete, or_, select, update

from bot.adapters.store.at_once import Transaction
from bot.adapters.store.engine import Engines
from bot.adapters.store.erasing import delete_rows, write_forget_rest
from bot.adapters.store.ledger import UNFINISHED
from bot.adapters.store.pen import Pen
from bot.adapters.store.ratings import forget_comments
from bot.adapters.store.tables import DECLARED
from bot.adapters.store.tables.care import (
    SETTLED,
    complaints,
    conversation_entries,
    conversation_messages,
    conversations,
)
from bot.adapters.store.tables.cases import cases, claims, explanations, held
from bot.adapters.store.tables.declared import Kept
from bot.adapters.store.tables.fairness import OVER, appeals
from bot.adapters.store.tables.learning import recorded
from bot.adapters.store.tables.outbound import letters
from bot.adapters.store.tables.running import intents, presses
from bot.adapters.store.wordless import bare_evidence, bare_step, bare_why, empty_list, empty_map
from bot.core.consents import HeldState
from bot.core.conversations import TalkState
from bot.core.deliveries import LetterState
from bot.core.privacy import Ends, ForgetRest
from bot.runtime.codec import Codec
from bot.runtime.community import Privacy

KEEP_KEYS = timedelta(days=8)
"""No platform delivers an event again after that: Telegram keeps updates for a day, Discord interactions for less."""
KEEP_DEAD_LETTERS = timedelta(days=90)
"""Long enough to notice them; what did arrive is needed only as long as its decision could come again."""
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Retention:
    """What one community keeps, and for how long."""

    engines: Engines
    codec: Codec
    community: str
    now: datetime
    keeps: Privacy

    async def apply(self) -> None:
        """Forget what is due, a batch at a time, so that decisions are not held up."""
        await self.engines.write(self._used)
        await self.engines.write(self._passing_intents)
        await self.engines.write(self._recorded)
        await self.engines.write(self._letters)
        await self.engines.write(self._ratings)
        await self.engines.write(self._appeals)
        await self.engines.write(self._held)
        for step in (self._cases, self._explanations, self._complaints, self._conversations, self._intents):
            while await self.engines.write(step) == _BATCH:
                pass
        for kept in DECLARED.values():
            limit = self._oldest(kept)
            while limit is not None and await self.engines.write(partial(self._aged, kept, limit)) == _BATCH:
                pass
        await self.engines.write(self._erased)

    def _oldest(self, kept: Kept) -> datetime | None:
        if kept.keeps.ends is not Ends.AGED or not kept.aged_by:
            return None
        span = kept.keeps.span or self.keeps.span(kept.keeps.option)
        return self.now if span is None else self.now - span

    async def _aged(self, kept: Kept, limit: datetime, connection: Transaction) -> int:
        """Delete what has had its time, with everything that is a detail of it."""
        over = () if kept.over is None else (kept.over,)
        old = (kept.table.c.community == self.community, kept.table.c[kept.aged_by] < limit, *over)
        statement = select(kept.table).where(*old).limit(_BATCH)
        rows = (await connection.execute(statement, {"now": self.now})).mappings().all()
        if rows:
            await delete_rows(Pen(connection, self.codec, self.community), kept.table, rows)
        return len(rows)

    async def _erased(self, connection: Transaction) -> None:
        await write_forget_rest(Pen(connection, self.codec, self.community), ForgetRest(self.now))

    async def _used(self, connection: Transaction) -> None:
        long_ago = self.now - KEEP_KEYS
        # A used button is remembered a while longer, so that a second press hears "used", not "unknown".
        over = or_(presses.c.expires_at < self.now, and_(presses.c.once, presses.c.used_at < long_ago))
        await connection.execute(delete(claims).where(claims.c.community == self.community, claims.c.until < long_ago))
        await connection.execute(delete(presses).where(presses.c.community == self.community, over))

    async def _passing_intents(self, connection: Transaction) -> None:
        old = intents.c.created_at < self.now - min(KEEP_KEYS, self.keeps.keep_evidence)
        of_nothing = (intents.c.case_number.is_(None), intents.c.complaint_number.is_(None))
        await connection.execute(delete(intents).where(*self._finished(), old, *of_nothing))

    async def _cases(self, connection: Transaction) -> int:
        old = (cases.c.community == self.community, cases.c.has_words, cases.c.at < self._limit)
        rows = (await connection.execute(select(cases.c.number, cases.c.evidence).where(*old).limit(_BATCH))).all()
        for row in rows:
            evidence = bare_evidence(self.codec, row.evidence)
            this = (cases.c.community == self.community, cases.c.number == row.number)
            await connection.execute(update(cases).where(*this).values(evidence=evidence, has_words=False))
        return len(rows)

    async def _recorded(self, connection: Transaction) -> None:
        limit = self.now if self.keeps.record_for_replay is None else self.now - self.keeps.record_for_replay
        old = (recorded.c.community == self.community, recorded.c.at <= limit)
        await connection.execute(delete(recorded).where(*old))

    async def _letters(self, connection: Transaction) -> None:
        mine, state = letters.c.community == self.community, letters.c.state
        arrived = and_(state == LetterState.DONE.value, letters.c.due_at < self.now - KEEP_KEYS)
        given_up = and_(state == LetterState.DEAD.value, letters.c.due_at < self.now - KEEP_DEAD_LETTERS)
        await connection.execute(delete(letters).where(mine, or_(arrived, given_up)))

    async def _ratings(self, connection: Transaction) -> None:
        await forget_comments(connection, self.community, self._limit)

    async def _appeals(self, connection: Transaction) -> None:
        # One that is open is still needed by those who have to judge it.
        old = (appeals.c.community == self.community, appeals.c.has_words, appeals.c.at < self._limit)
        blank = {"text": "", "answer": "", "has_words": False, "version": appeals.c.version + 1}
        await connection.execute(update(appeals).where(*old, appeals.c.state.in_(OVER)).values(blank))

    async def _held(self, connection: Transaction) -> None:
        over = held.c.state != HeldState.WAITING.value
        blank = empty_map(self.codec, "")
        old = (held.c.community == self.community, over, held.c.at < self._limit, held.c.order != blank)
        await connection.execute(update(held).where(*old).values(order=blank))

    async def _explanations(self, connection: Transaction) -> int:
        same, limit = explanations.c.community == self.community, self._limit
        columns = select(explanations.c.number, explanations.c.why)
        old = columns.where(same, explanations.c.has_words, explanations.c.at < limit).limit(_BATCH)
        rows = (await connection.execute(old)).all()
        for row in rows:
            why = bare_why(self.codec, row.why)
            this = update(explanations).where(same, explanations.c.number == row.number)
            await connection.execute(this.values(why=why, has_words=False))
        return len(rows)

    async def _complaints(self, connection: Transaction) -> int:
        # An open complaint is still needed by those who have to settle it.
        old = (complaints.c.community == self.community, complaints.c.has_words, complaints.c.at < self._limit)
        columns = select(complaints.c.number, complaints.c.evidence)
        settled = columns.where(*old, complaints.c.state.in_(SETTLED)).limit(_BATCH)
        rows = (await connection.execute(settled)).all()
        for row in rows:
            evidence = bare_evidence(self.codec, row.evidence)
            this = (complaints.c.community == self.community, complaints.c.number == row.number)
            # The version too: whoever read the words before must not write them back.
            blank = {"text": "", "evidence": evidence, "has_words": False, "version": complaints.c.version + 1}
            await connection.execute(update(complaints).where(*this).values(blank))
        return len(rows)

    async def _conversations(self, connection: Transaction) -> int:
        # One that goes on is still needed by those who answer it.
        mine = conversations.c.community == self.community
        over = (conversations.c.state == TalkState.RESOLVED.value, conversations.c.touched_at < self._limit)
        old = select(conversations.c.number).where(mine, *over, conversations.c.has_words).limit(_BATCH)
        numbers = (await connection.scalars(old)).all()
        for number in numbers:
            entries = (conversation_entries.c.community == self.community, conversation_entries.c.number == number)
            blank = {"text": "", "carries": empty_list(self.codec, "")}
            await connection.execute(update(conversation_entries).where(*entries).values(blank))
            messages = (conversation_messages.c.community == self.community, conversation_messages.c.number == number)
            await connection.execute(delete(conversation_messages).where(*messages))
            this = update(conversations).where(mine, conversations.c.number == number)
            # The version too: whoever read the words before must not write them back.
            await connection.execute(this.values(has_words=False, version=conversations.c.version + 1))
        return len(numbers)

    async def _intents(self, connection: Transaction) -> int:
        old = (*self._finished(), intents.c.has_words, intents.c.created_at < self._limit)
        rows = (await connection.execute(select(intents.c.id, intents.c.step).where(*old).limit(_BATCH))).all()
        for row in rows:
            step = bare_step(self.codec, row.step)
            if step is None:
                await connection.execute(delete(intents).where(intents.c.id == row.id))
                continue
            blank = update(intents).where(intents.c.id == row.id).values(step=step, has_words=False)
            await connection.execute(blank)
        return len(rows)

    def _finished(self) -> tuple[ColumnElement[bool], ...]:
        return intents.c.community == self.community, intents.c.state.not_in(UNFINISHED)

    @property
    def _limit(self) -> datetime:
        return self.now - self.keeps.keep_evidence
