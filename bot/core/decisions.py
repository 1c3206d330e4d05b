"""What a handler gives back: what to write, what should happen, and how to answer once the receipts are in.

A handler decides; the runtime commits all of it in one transaction with the event's key, and only then acts.
Everything in a decision is data, so that a crash in between is finished at the next start.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.core.actions import Action, Answer, Audience, Pardon, Punish, Whisper
from bot.core.ids import Place, UserRef
from bot.core.interactions import Ticket
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.core.record import Row
from bot.core.text import Body, File, Say
from bot.core.ui import Rows


@dataclass(frozen=True, slots=True)
class Asker:
    """Whom an answer goes to, and how."""

    ticket: Ticket
    place: Place
    user: UserRef
    private: bool = True
    among_staff: bool = False

    def answer(self, body: Body, rows: Rows = (), files: tuple[File, ...] = ()) -> Answer:
        audience = Audience.ONLY_ACTOR if self.private else Audience.EVERYONE
        return Answer(self.ticket, self.place, self.user, body, rows, audience, self.among_staff, files)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that waits for the receipts of the intents before it.

    ``refused`` is a phrase that takes ``why``; it is said when a punishment or a pardon was refused. ``untold`` is
    said when the member could not be told.
    """

    to: Asker
    done: Body
    untold: Body | None = None
    refused: Say | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Something to compose when the receipts before it are in: ``composer`` names a cog's method.

    Laters of the same ``turn`` wait for each other, so that a second card finds the first one sent.
    """

    composer: str
    args: Mapping[str, object] = field(default_factory=dict[str, object])
    turn: str = ""


Step: TypeAlias = Action | Reply | Later


@dataclass(frozen=True, slots=True)
class Intent:
    """One step, and the case whose receipts it joins, or the complaint whose card it is.

    Of a ``conversation`` it carries this ``entry`` to the other side, or without one opens the place where it is shown:
    the ledger writes down what became of that, and which message shows it.
    """

    step: Step
    case: int | None = None
    complaint: int | None = None
    conversation: int | None = None
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Rows to write and intents to carry out, in this order.

    ``stop`` keeps the event from cogs that come later. Later steps follow when the intents have their receipts.
    """

    rows: tuple[Row, ...] = ()
    intents: tuple[Intent, ...] = ()
    stop: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.rows or self.intents)

    def and_then(self, other: "Decision") -> "Decision":
        """Both, this one first."""
        if other is NOTHING:  # as nearly always, and for every message from everybody who is asked
            return self
        if self is NOTHING:
            return other
        return Decision(self.rows + other.rows, self.intents + other.intents, self.stop or other.stop)


NOTHING = Decision()


def decide(*steps: Step, rows: Sequence[Row] = (), case: int | None = None, stop: bool = False) -> Decision:
    """Shorthand: steps in order, all of them receipts of ``case`` where one is given."""
    return Decision(tuple(rows), tuple(Intent(step, case) for step in steps), stop)


Report: TypeAlias = Sequence[tuple[Step, Receipt]]
"""The steps of one decision that were carried out, with their receipts."""


def answer_for(reply: Reply, report: Report) -> Answer:
    """Choose what may honestly be said, given what really happened."""
    for step, receipt in report:
        if isinstance(step, Punish | Pardon) and isinstance(receipt, Refused) and reply.refused is not None:
            told = Say(reply.refused.key, {**reply.refused.args, "why": refusal(receipt.why)})
            return reply.to.answer(told)
    untold = any(isinstance(s, Whisper) and not was_told(r) for s, r in report)
    return reply.to.answer(reply.untold if untold and reply.untold is not None else reply.done)


def was_told(receipt: Receipt) -> bool:
    return isinstance(receipt, Done) and not receipt.aloud


def refusal(why: Refusal) -> Say:
    """The phrase for a refusal, to be put into a sentence."""
    return Say(f"refusal-{why}")
