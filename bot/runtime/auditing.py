"""The audit writes itself: what a moderator decides and changes leaves a line, in the same transaction."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.core.actions import Delete
from bot.core.appeals import Appeal
from bot.core.cases import Case, CaseEntry, EntryKind
from bot.core.complaints import Complaint
from bot.core.consents import Held
from bot.core.decisions import Decision
from bot.core.feedback import Feedback
from bot.core.ids import UserRef
from bot.core.people import Rank
from bot.core.record import Audit, Row
from bot.core.ui import Press
from bot.runtime.context import Context

LONGEST = 2000
_WORD = re.compile("(?<=[a-z])(?=[A-Z])")


def audited(decision: Decision, ctx: Context, rank: Rank, act: str) -> Decision:
    """The same decision with its line in the audit.

    Nothing is added for what anybody may do, for what changed nothing, and where the cog wrote a line itself.
    """
    if rank < Rank.MODERATOR or any(isinstance(row, Audit) for row in decision.rows):
        return decision
    changed = "; ".join(_changes(decision))
    if not (decision.rows or changed):
        return decision
    line = line_of(ctx, act, changed)
    return replace(decision, rows=(*decision.rows, line))


def line_of(ctx: Context, act: str, detail: str, by: tuple[UserRef, str] | None = None) -> Audit:
    """A line about what is done now; ``by`` is who does it, and under which name, if not whoever asks."""
    user, name = (ctx.actor.user, ctx.actor.name) if by is None else by
    return Audit(user, act, detail[:LONGEST], ctx.now, name)


def act_of(press: Press) -> str:
    """What pressing a button is called in the audit: ``Undo`` is "undo", ``Judging(how="take")`` "judging take"."""
    name = _WORD.sub(" ", type(press).__name__).lower()
    how = getattr(press, "how", "")
    return f"{name} {how}" if isinstance(how, str) and how else name


def _changes(decision: Decision) -> Iterator[str]:
    yield from (said for row in decision.rows if (said := _row(row)))
    gone = sum(len(i.step.messages) for i in decision.intents if isinstance(i.step, Delete))
    if gone:
        yield f"{gone} messages removed"


def _row(row: Row) -> str:  # noqa: PLR0911  # one line for each kind of row
    match row:
        case Case(undoes=int() as undone):
            return f"case {row.number} ({row.sanction}) takes back case {undone} of {row.user}"
        case Case():
            until = f" until {row.until:%Y-%m-%d %H:%M}" if row.until is not None else ""
            return f"case {row.number}: {row.sanction} of {row.user}{until}"
        case CaseEntry():
            tells = row.kind in {EntryKind.UNTIL, EntryKind.GUIDELINE}
            return f"case {row.number} {row.kind}" + (f": {row.before or '-'} to {row.text or '-'}" if tells else "")
        case Complaint() | Feedback():
            return f"{type(row).__name__.lower()} {row.number} {row.state}"
        case Appeal():
            return f"appeal {row.number} against case {row.case} {row.state}"
        case Held():
            return f"number {row.number} ({row.act} by {row.by}) {row.state}"
        case _:
            return ""
