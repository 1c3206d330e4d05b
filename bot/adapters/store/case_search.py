"""What is asked of the record, as statements: each finds its way by an index, however long the record is."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Executable, Select, and_, bindparam, case, exists, func, or_, select

from bot.adapters.store.links import ANY_ACCOUNT, ANY_NAME
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
_EVER = datetime(1, 1, 1, tzinfo=UTC)

Asked: TypeAlias = tuple[Executable, Mapping[str, object]]
"""A statement that was made once, because to make it takes longer than to run it; and what it is run with."""

_OURS = cases.c.community == bindparam("community")
_ACTING = (
    select(cases)
    .where(_OURS, cases.c.user == bindparam("user"), cases.c.space == bindparam("space"))
    .where(cases.c.sanction.in_(bindparam("kinds", expanding=True)), *_STANDS)
    # Not simply by number: SQLite would then walk through all that befell her, in order, for the few of these kinds.
    .order_by((cases.c.number + 0).desc())
    .limit(bindparam("most"))
)
_COUNTED = case((cases.c.at >= bindparam("since"), cases.c.strikes), else_=0)
_TALLYING = (
    select(cases.c.sanction, func.count().label("many"), func.sum(_COUNTED).label("strikes"))
    .where(_OURS, cases.c.user.in_(ANY_NAME), *_STANDS)
    .group_by(cases.c.sanction)
)
_ACTED = (
    select(func.count())
    .select_from(cases)
    .where(_OURS, cases.c.by.in_(ANY_ACCOUNT), cases.c.at >= bindparam("since"))
    .where(cases.c.sanction.in_(bindparam("kinds", expanding=True)), UNDOES_NOTHING)
)
_CLAIMING = (
    select(cases)
    .join(claims, and_(claims.c.community == cases.c.community, claims.c.number == cases.c.number))
    .where(claims.c.community == bindparam("community"), claims.c.name == bindparam("name"))
    .where(claims.c.until > bindparam("now"), ~TAKEN_BACK)
)


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


def acting(community: str, space: SpaceRef, user: UserRef, of: Collection[Sanction], most: int) -> Asked:
    """The newest acts of these kinds that stand, newest first."""
    kinds = [sanction.value for sanction in of]
    return _ACTING, {"community": community, "user": str(user), "space": str(space), "kinds": kinds, "most": most}


def tallying(community: str, user: UserRef, alias: str, since: datetime | None) -> Asked:
    """How often each kind of act befell a person, and the strikes of it since then; ``alias`` stands for her, too."""
    return _TALLYING, {"community": community, "user": str(user), "alias": alias, "since": since or _EVER}


def claiming(community: str, name: str, now: datetime) -> Asked:
    """The case that holds a claim still."""
    return _CLAIMING, {"community": community, "name": name, "now": now}


def acted(community: str, by: UserRef, of: Collection[Sanction], since: datetime) -> Asked:
    """How many acts of these kinds somebody did by hand since then; what takes another back is none."""
    kinds = [sanction.value for sanction in of]
    return _ACTED, {"community": community, "user": str(by), "since": since, "kinds": kinds}


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
