"""What is asked of the record, as statements: each finds its way by an index, however long the record is."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select

from bot.adapters.store.tables.cases import cases, claims
from bot.core.actions import Sanction
from bot.core.cases import Search
from bot.core.ids import SpaceRef, UserRef

_taker = cases.alias("taker")
TAKEN_BACK = exists().where(_taker.c.community == cases.c.community, _taker.c.undoes == cases.c.number)
UNDOES_NOTHING = func.coalesce(cases.c.undoes, 0) == 0
"""Not "IS NULL": SQLite would take that for a key, and look through every case that undoes nothing."""
_BEFELL = or_(UNDOES_NOTHING, cases.c.sanction != Sanction.NOTE.value)
"""What only takes another case back befell nobody; what put a milder act in its place did."""
_STANDS = (_BEFELL, ~TAKEN_BACK)


def searching(community: str, wanted: Search, most: int, accounts: Sequence[str] = ()) -> Select[Any]:
    """Cases that fit, newest first; with ``after``, those that follow it, oldest first.

    ``accounts`` are those of the person that is wanted.
    """
    statement = select(cases).where(cases.c.community == community, *_conditions(wanted)).limit(most)
    if wanted.user is not None:
        statement = statement.where(cases.c.user.in_(accounts))
    order = cases.c.number.asc() if wanted.after is not None else cases.c.number.desc()
    return statement.order_by(order)


def beginning(community: str, since: datetime) -> Select[Any]:
    """The number of the first case of a time; numbers grow with time, so that the rest need not be looked at."""
    later = (cases.c.community == community, cases.c.at >= since)
    return select(cases.c.number).where(*later).order_by(cases.c.at).limit(1)


def acting(community: str, space: SpaceRef, user: UserRef, of: Collection[Sanction]) -> Select[Any]:
    """The newest acts of these kinds that stand, newest first."""
    hers = (cases.c.community == community, cases.c.user == str(user), cases.c.space == str(space))
    kinds = cases.c.sanction.in_([sanction.value for sanction in of])
    return select(cases).where(*hers, kinds, *_STANDS).order_by(cases.c.number.desc())


def tallying(community: str, accounts: Sequence[str], since: datetime | None) -> Select[Any]:
    """How often each kind of act befell a person with these accounts, and the strikes of it since then."""
    hers = (cases.c.community == community, cases.c.user.in_(accounts), *_STANDS)
    counts = cases.c.strikes if since is None else case((cases.c.at >= since, cases.c.strikes), else_=0)
    columns: list[ColumnElement[Any]] = [
        cases.c.sanction,
        func.count().label("many"),
        func.sum(counts).label("strikes"),
    ]
    return select(*columns).where(*hers).group_by(cases.c.sanction)


def claiming(community: str, name: str, now: datetime) -> Select[Any]:
    """The case that holds a claim still."""
    held = and_(claims.c.community == cases.c.community, claims.c.number == cases.c.number)
    mine = (claims.c.community == community, claims.c.name == name, claims.c.until > now)
    return select(cases).join(claims, held).where(*mine, ~TAKEN_BACK)


def _conditions(wanted: Search) -> list[ColumnElement[bool]]:
    fits: list[ColumnElement[bool]] = []
    if wanted.by is not None:
        fits.append(cases.c.by == str(wanted.by))
    if wanted.sanction is not None:
        fits.append(cases.c.sanction == wanted.sanction.value)
    if wanted.guideline:
        fits.append(cases.c.guideline == wanted.guideline)
    if wanted.text:
        fits.append(cases.c.reason.icontains(wanted.text, autoescape=True))
    return fits + _spans(wanted)


def _spans(wanted: Search) -> list[ColumnElement[bool]]:
    fits: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        fits.append(cases.c.at >= wanted.since)
    if wanted.until is not None:
        fits.append(cases.c.at < wanted.until)
    if wanted.floor is not None:
        fits.append(cases.c.number >= wanted.floor)
    if wanted.before is not None:
        fits.append(cases.c.number < wanted.before)
    if wanted.after is not None:
        fits.append(cases.c.number > wanted.after)
    return fits
