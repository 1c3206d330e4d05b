"""What people add to a case after it was filed, and the claim that lets only one of two be first."""

from typing import Any, assert_never

from sqlalchemy import ColumnElement, Row, exists, or_, select, update

from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.cases import case_entries, cases, claims
from bot.core.cases import CaseEntry, Claim, EntryKind, moment_of
from bot.core.ids import UserRef
from bot.runtime.queue import Conflict


async def write_entry(pen: Pen, entry: CaseEntry) -> None:
    """Add to a case; Conflict when it is not there, or what is changed is no longer what was read."""
    this = (cases.c.community == pen.community, cases.c.number == entry.number)
    changes = _changing(entry)
    if changes is None:
        there = await pen.connection.scalar(select(cases.c.number).where(*this)) is not None
    else:
        before, after = changes
        there = (await pen.connection.execute(update(cases).where(*this, before).values(after))).rowcount == 1
    if not there:
        raise Conflict(f"case {entry.number} of {pen.community} is not what was read")
    added = case_entries.insert().values(
        community=pen.community,
        number=entry.number,
        kind=entry.kind.value,
        text=entry.text,
        before=entry.before,
        by=str(entry.by),
        by_name=entry.by_name,
        at=entry.at,
    )
    await pen.connection.execute(added)


def _changing(entry: CaseEntry) -> tuple[ColumnElement[bool], dict[str, object]] | None:
    """What must still stand in the case, and what shall; None for what changes nothing in it."""
    match entry.kind:
        case EntryKind.NOTE | EntryKind.ALONG:
            return None
        case EntryKind.REASON:
            return cases.c.reason == entry.before, {"reason": entry.text}
        case EntryKind.GUIDELINE:
            return cases.c.guideline == entry.before, {"guideline": entry.text}
        case EntryKind.UNTIL:
            before, after = moment_of(entry.before), moment_of(entry.text)
            return cases.c.until.is_not_distinct_from(before), {"until": after}
    assert_never(entry.kind)


async def write_claim(pen: Pen, claim: Claim) -> None:
    """Be first; Conflict when somebody was, and what she filed still stands."""
    if await pen.once(claims, name=claim.name, number=claim.case, until=claim.until):
        return
    same = cases.c.community == claims.c.community
    undone = exists().where(same, cases.c.undoes == claims.c.number)
    own = exists().where(same, cases.c.number == claims.c.number, cases.c.by == str(claim.by))
    mine = (claims.c.community == pen.community, claims.c.name == claim.name)
    free = or_(claims.c.until <= claim.at, undone, own)
    taken = update(claims).where(*mine, free).values(number=claim.case, until=claim.until)
    if (await pen.connection.execute(taken)).rowcount != 1:
        raise Conflict(f"somebody was first with {claim.name} in {pen.community}")


def entry_of(row: Row[Any]) -> CaseEntry:
    """Read one row."""
    return CaseEntry(row.number, EntryKind(row.kind), row.text, UserRef.parse(row.by), row.by_name, row.at, row.before)
