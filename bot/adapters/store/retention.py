"""Forgetting in time: people's words leave the record, what was decided stays."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store.deadlines import forget_deadlines
from bot.adapters.store.engine import Engines
from bot.adapters.store.ledger import UNFINISHED
from bot.adapters.store.ratings import forget_ratings
from bot.adapters.store.tables.care import (
    SETTLED,
    complaints,
    conversation_entries,
    conversation_messages,
    conversations,
    given_answers,
)
from bot.adapters.store.tables.cases import cases, claims, explanations, held
from bot.adapters.store.tables.fairness import OVER, appeals, link_codes, link_tries
from bot.adapters.store.tables.learning import recorded
from bot.adapters.store.tables.members import arrivals
from bot.adapters.store.tables.outbound import letters
from bot.adapters.store.tables.running import events, intents, presses
from bot.adapters.store.wordless import bare_evidence, bare_step, bare_why, empty_list, empty_map
from bot.core.consents import HeldState
from bot.core.conversations import TalkState
from bot.core.deliveries import LetterState
from bot.runtime.codec import Codec

KEEP_KEYS = timedelta(days=8)
"""No platform delivers an event again after that: Telegram keeps updates for a day, Discord interactions for less."""
KEEP_ARRIVALS = timedelta(days=90)
"""No rule about newcomers looks back further than anybody is new."""
KEEP_GIVEN_ANSWERS = timedelta(days=90)
"""Long enough to see which entries are not enough."""
KEEP_CODES = timedelta(days=1)
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
    keep_evidence: timedelta
    keep_recorded: timedelta | None = None

    async def apply(self) -> None:
        """Forget what is due, a batch at a time, so that decisions are not held up."""
        await self.engines.write(self._keys_and_presses)
        await self.engines.write(self._passing_intents)
        await self.engines.write(self._recorded)
        await self.engines.write(self._arrivals)
        await self.engines.write(self._given_answers)
        await self.engines.write(self._letters)
        await self.engines.write(self._levels)
        await self.engines.write(self._codes)
        await self.engines.write(self._appeals)
        await self.engines.write(self._held)
        for step in (self._cases, self._explanations, self._complaints, self._conversations, self._intents):
            while await self.engines.write(step) == _BATCH:
                pass

    async def _keys_and_presses(self, connection: AsyncConnection) -> None:
        long_ago = self.now - KEEP_KEYS
        await connection.execute(
            delete(events).where(events.c.community == self.community, events.c.seen_at < long_ago)
        )
        # A used button is remembered a while longer, so that a second press hears "used", not "unknown".
        over = or_(presses.c.expires_at < self.now, and_(presses.c.once, presses.c.used_at < long_ago))
        await connection.execute(delete(claims).where(claims.c.community == self.community, claims.c.until < long_ago))
        await connection.execute(delete(presses).where(presses.c.community == self.community, over))

    async def _passing_intents(self, connection: AsyncConnection) -> None:
        old = intents.c.created_at < self.now - min(KEEP_KEYS, self.keep_evidence)
        of_nothing = (intents.c.case_number.is_(None), intents.c.complaint_number.is_(None))
        await connection.execute(delete(intents).where(*self._finished(), old, *of_nothing))

    async def _cases(self, connection: AsyncConnection) -> int:
        old = (cases.c.community == self.community, cases.c.has_words, cases.c.at < self._limit)
        rows = (await connection.execute(select(cases.c.number, cases.c.evidence).where(*old).limit(_BATCH))).all()
        for row in rows:
            evidence = bare_evidence(self.codec, row.evidence)
            this = (cases.c.community == self.community, cases.c.number == row.number)
            await connection.execute(update(cases).where(*this).values(evidence=evidence, has_words=False))
        return len(rows)

    async def _recorded(self, connection: AsyncConnection) -> None:
        limit = self.now if self.keep_recorded is None else self.now - self.keep_recorded
        old = (recorded.c.community == self.community, recorded.c.at <= limit)
        await connection.execute(delete(recorded).where(*old))

    async def _arrivals(self, connection: AsyncConnection) -> None:
        old = (arrivals.c.community == self.community, arrivals.c.at < self.now - KEEP_ARRIVALS)
        await connection.execute(delete(arrivals).where(*old))

    async def _given_answers(self, connection: AsyncConnection) -> None:
        old = (given_answers.c.community == self.community, given_answers.c.at < self.now - KEEP_GIVEN_ANSWERS)
        await connection.execute(delete(given_answers).where(*old))

    async def _letters(self, connection: AsyncConnection) -> None:
        mine, state = letters.c.community == self.community, letters.c.state
        arrived = and_(state == LetterState.DONE.value, letters.c.due_at < self.now - KEEP_KEYS)
        given_up = and_(state == LetterState.DEAD.value, letters.c.due_at < self.now - KEEP_DEAD_LETTERS)
        await connection.execute(delete(letters).where(mine, or_(arrived, given_up)))

    async def _levels(self, connection: AsyncConnection) -> None:
        await forget_deadlines(connection, self.community, self.now)
        await forget_ratings(connection, self.community, self.now, self._limit)

    async def _codes(self, connection: AsyncConnection) -> None:
        old = self.now - KEEP_CODES
        mine = link_codes.c.community == self.community
        await connection.execute(delete(link_codes).where(mine, link_codes.c.expires_at < old))
        await connection.execute(
            delete(link_tries).where(link_tries.c.community == self.community, link_tries.c.at < old)
        )

    async def _appeals(self, connection: AsyncConnection) -> None:
        # One that is open is still needed by those who have to judge it.
        old = (appeals.c.community == self.community, appeals.c.has_words, appeals.c.at < self._limit)
        blank = {"text": "", "answer": "", "has_words": False, "version": appeals.c.version + 1}
        await connection.execute(update(appeals).where(*old, appeals.c.state.in_(OVER)).values(blank))

    async def _held(self, connection: AsyncConnection) -> None:
        over = held.c.state != HeldState.WAITING.value
        blank = empty_map(self.codec, "")
        old = (held.c.community == self.community, over, held.c.at < self._limit, held.c.order != blank)
        await connection.execute(update(held).where(*old).values(order=blank))

    async def _explanations(self, connection: AsyncConnection) -> int:
        same, limit = explanations.c.community == self.community, self._limit
        columns = select(explanations.c.number, explanations.c.why)
        old = columns.where(same, explanations.c.has_words, explanations.c.at < limit).limit(_BATCH)
        rows = (await connection.execute(old)).all()
        for row in rows:
            why = bare_why(self.codec, row.why)
            this = update(explanations).where(same, explanations.c.number == row.number)
            await connection.execute(this.values(why=why, has_words=False))
        return len(rows)

    async def _complaints(self, connection: AsyncConnection) -> int:
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

    async def _conversations(self, connection: AsyncConnection) -> int:
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

    async def _intents(self, connection: AsyncConnection) -> int:
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
        return self.now - self.keep_evidence
