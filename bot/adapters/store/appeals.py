"""Appeals: written whole, and only over the version that was read."""

from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy import case as when

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.cases import cases
from bot.adapters.store.tables.fairness import OVER, appeals
from bot.core.appeals import Appeal, AppealState
from bot.core.ids import UserRef
from bot.runtime.fairness import AppealTally
from bot.runtime.queue import Conflict


class AppealTable:
    """Appeals, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def find(self, community: str, number: int) -> Appeal | None:
        statement = select(appeals).where(appeals.c.community == community, appeals.c.number == number)
        row = (await self._engines.read(lambda c: c.execute(statement))).first()
        return None if row is None else _appeal(row)

    async def about(self, community: str, case: int) -> Appeal | None:
        """Give the newest appeal about a case."""
        this = (appeals.c.community == community, appeals.c.case_number == case)
        statement = select(appeals).where(*this).order_by(appeals.c.number.desc()).limit(1)
        row = (await self._engines.read(lambda c: c.execute(statement))).first()
        return None if row is None else _appeal(row)

    async def tallies(self, community: str) -> tuple[AppealTally, ...]:
        """Count how appeals ended, by rule and by moderator."""

        def ended(state: AppealState) -> Any:  # noqa: ANN401  # an expression of the database's
            return func.sum(when((appeals.c.state == state.value, 1), else_=0))

        wrong = ended(AppealState.OVERTURNED)
        same = (appeals.c.community == cases.c.community) & (appeals.c.case_number == cases.c.number)
        judged = (AppealState.UPHELD.value, AppealState.REDUCED.value, AppealState.OVERTURNED.value)
        statement = (
            select(cases.c.rule, cases.c.by, func.max(cases.c.by_name))
            .add_columns(ended(AppealState.UPHELD), ended(AppealState.REDUCED), wrong)
            .join_from(appeals, cases, same)
            .where(appeals.c.community == community, appeals.c.state.in_(judged))
            .group_by(cases.c.rule, cases.c.by)
            .order_by(wrong.desc(), cases.c.rule, cases.c.by)
        )
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(
            AppealTally(rule, None if by is None else UserRef.parse(by), name, int(up), int(less), int(over))
            for rule, by, name, up, less, over in rows
        )


async def write_appeal(pen: Pen, appeal: Appeal) -> None:
    """File a new appeal (version 0), or write over the version that was read; Conflict when it is another now.

    Conflict too when another appeal about the same case is open.
    """
    if appeal.version == 0:
        this = (appeals.c.community == pen.community, appeals.c.case_number == appeal.case)
        is_open = select(appeals.c.number).where(*this, appeals.c.state.not_in(OVER))
        if await pen.connection.scalar(is_open) is not None:
            raise Conflict(f"somebody appealed against case {appeal.case} of {pen.community} first")
    what = f"appeal {appeal.number}"
    await pen.keep(appeals, {"number": appeal.number}, appeal.version, _values(appeal), what)


def _values(appeal: Appeal) -> dict[str, Any]:
    return {
        "case_number": appeal.case,
        "user": str(appeal.user),
        "user_name": appeal.user_name,
        "at": appeal.at,
        "due_at": appeal.due,
        "text": appeal.text,
        "state": appeal.state.value,
        "owner": None if appeal.owner is None else str(appeal.owner),
        "owner_name": appeal.owner_name,
        "answer": appeal.answer,
        "outcome": appeal.outcome,
        "escalated": appeal.escalated,
        "version": appeal.version + 1,
        "has_words": bool(appeal.text or appeal.answer),
    }


def _appeal(row: Row[Any]) -> Appeal:
    return Appeal(
        number=row.number,
        case=row.case_number,
        user=UserRef.parse(row.user),
        user_name=row.user_name,
        at=row.at,
        due=row.due_at,
        text=row.text,
        state=AppealState(row.state),
        owner=None if row.owner is None else UserRef.parse(row.owner),
        owner_name=row.owner_name,
        answer=row.answer,
        outcome=row.outcome,
        escalated=row.escalated,
        version=row.version,
    )
