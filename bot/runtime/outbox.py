"""From intents to receipts: each decision's steps in order, none lost, none done twice unseen."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, nullcontext
from dataclasses import replace
from datetime import timedelta
from weakref import WeakValueDictionary

from bot.core.actions import Action, Send, Whisper
from bot.core.capabilities import Capabilities
from bot.core.decisions import Decision, Intent, Later, Reply, Report, Step, answer_for
from bot.core.ports import Clock
from bot.core.receipts import Done, Receipt, Refusal, Refused, Trouble
from bot.core.record import Row
from bot.core.routing import where
from bot.core.text import lines, say
from bot.runtime.delivery import Delivery
from bot.runtime.effects import Effect, effect, is_important, may_repeat, vanishes
from bot.runtime.queue import Ledger, Queued, State
from bot.runtime.trace import Acted, Trace

log = logging.getLogger(__name__)

Compose = Callable[[Queued, Later, Report], Awaitable[Decision]]
Learn = Callable[[str, Sequence[Row]], None]
MOST_TRIES = 8
TOO_OLD = timedelta(hours=24)
SLOWEST_RETRY = 60.0
_FINISHED = frozenset({State.DONE, State.REFUSED, State.UNKNOWN, State.DEAD})


class Outbox:
    """Carries out what was committed. One task per decision, so that no chat waits for another."""

    def __init__(self, delivery: Delivery, ledger: Ledger, clock: Clock, trace: Trace) -> None:
        self._delivery = delivery
        self._ledger = ledger
        self._clock = clock
        self._trace = trace
        self._compose: Compose | None = None
        self._learn: Learn = lambda _community, _rows: None
        self._running: set[asyncio.Task[None]] = set()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def composes_with(self, compose: Compose, learn: Learn = lambda _community, _rows: None) -> None:
        """Say who composes Later steps, and who hears of the rows they write; the dispatcher knows the cogs."""
        self._compose = compose
        self._learn = learn

    def accept(self, group: Sequence[Queued]) -> None:
        """Start on a decision that was just committed."""
        if group:
            task = asyncio.create_task(self._carry_out(group), name=f"outbox {group[0].group}")
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def recover(self) -> int:
        """Take up what a crash left behind; answers with the number of decisions."""
        groups = await self._ledger.unfinished()
        for group in groups:
            self.accept(group)
        return len(groups)

    async def drain(self, within: timedelta) -> None:
        """Give what is under way this long; the rest goes on at the next start."""
        if self._running:
            await asyncio.wait(self._running, timeout=within.total_seconds())
        for task in tuple(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def idle(self) -> None:
        """Wait until everything accepted so far, and what grew from it, is finished."""
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)

    async def _carry_out(self, group: Sequence[Queued]) -> None:
        report: list[tuple[Step, Receipt]] = []
        held = frozenset(_turn_of(item.step) for item in group if item.state in _FINISHED) - {""}
        try:
            # What a crash left of a turn goes on before anything else of it.
            async with AsyncExitStack() as turns:
                for turn in sorted(held):
                    await turns.enter_async_context(self._turn(turn))
                for item in group:
                    if (turn := _turn_of(item.step)) not in held and turn and item.state not in _FINISHED:
                        # Whoever holds one turn and waits for another could wait for ever.
                        held = frozenset[str]()
                        await turns.aclose()
                    await self._advance(item, report, held)
        except Exception:
            log.exception("intents of %s stopped; they go on at the next start", group[0].group)

    async def _advance(self, item: Queued, report: list[tuple[Step, Receipt]], held: frozenset[str]) -> None:
        if item.state in _FINISHED:
            report.append((item.step, item.receipt or Done()))
            return
        match item.step:
            case Reply() | Later() as step:
                turn = _turn_of(step)
                async with nullcontext() if turn in held or not turn else self._turn(turn):
                    for grown in await self._expand(item, step, tuple(report)):
                        await self._advance(grown, report, held | {turn})
            case action:
                report.append((action, await self._settle(item, action)))

    def _turn(self, name: str) -> asyncio.Lock:
        lock = self._turns.get(name)
        if lock is None:
            lock = self._turns[name] = asyncio.Lock()
        return lock

    async def _expand(self, item: Queued, step: Reply | Later, report: Report) -> tuple[Queued, ...]:
        if isinstance(step, Reply):
            return await self._ledger.expand(item, (Intent(answer_for(step, report), item.case),), self._clock.now())
        assert self._compose is not None
        made = await self._compose(item, step, report)
        grown = await self._ledger.expand(item, made.intents, self._clock.now(), made.rows)
        if made.rows:
            self._learn(item.community, made.rows)
        return grown

    async def _settle(self, item: Queued, action: Action) -> Receipt:
        can = await self._delivery.capabilities(where(action))
        kind = effect(action, can or Capabilities(frozenset()))
        now = self._clock.now()
        repeated = item.state is State.SENDING and not may_repeat(kind, item.created_at or now, now)
        if repeated:
            if not is_important(action):
                unknown = Refused(Refusal.UNREACHABLE, "stopped in the middle; nobody knows")
                return await self._write(item, action, State.UNKNOWN, unknown, item.tries)
            action = _repeated(action)
        if kind is not Effect.NATURAL and item.is_kept:
            await self._ledger.sending(item.id)
        return await self._try(item, action, kind, repeated=repeated)

    async def _try(self, item: Queued, action: Action, kind: Effect, *, repeated: bool) -> Receipt:
        tries, lost_before = item.tries, False
        while True:
            tries += 1
            attempt = await self._delivery.attempt(item.community, action, item.name)
            if isinstance(attempt, Done):
                return await self._write(item, action, State.DONE, attempt, tries)
            if isinstance(attempt, Refused):
                if lost_before and attempt.why is Refusal.GONE and vanishes(action):
                    return await self._write(item, action, State.DONE, Done(), tries)
                return await self._write(item, action, State.REFUSED, attempt, tries)
            lost_before |= attempt.maybe_done
            started = item.created_at or self._clock.now()
            lost = attempt.maybe_done and not may_repeat(kind, started, self._clock.now())
            if lost and not is_important(action):
                unknown = Refused(Refusal.UNREACHABLE, attempt.detail)
                return await self._write(item, action, State.UNKNOWN, unknown, tries)
            if tries >= MOST_TRIES or self._clock.now() - started > TOO_OLD:
                return await self._write(item, action, State.DEAD, Refused(Refusal.GONE, attempt.detail), tries)
            if lost and not repeated:
                action, repeated = _repeated(action), True
            await asyncio.sleep(_pause(attempt, tries))

    async def _write(self, item: Queued, action: Action, state: State, receipt: Receipt, tries: int) -> Receipt:
        if item.is_kept:
            await self._ledger.settle(item.id, state, receipt, tries)
        if state in {State.UNKNOWN, State.DEAD}:
            log.warning("intent %s of %s ended as %s: %s", item.name, item.group, state, receipt)
        self._trace.note(Acted(item.community, action, receipt, self._clock.now()))
        return receipt


def _turn_of(step: Step) -> str:
    return step.turn if isinstance(step, Later) else ""


def _pause(trouble: Trouble, tries: int) -> float:
    if trouble.retry_after is not None:
        return trouble.retry_after.total_seconds()
    return random.uniform(0.2, min(SLOWEST_RETRY, 2.0**tries))  # noqa: S311  # jitter, not a secret


def _repeated(action: Action) -> Action:
    if isinstance(action, Send | Whisper):
        return replace(action, body=lines(say("answer-repeat"), action.body))
    return action
