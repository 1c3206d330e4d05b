"""The feedback board: entries written over the version that was read, votes as they were given, counted by person."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import CTE, Row, and_, delete, func, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen, next_number
from bot.adapters.store.tables.fairness import links
from bot.adapters.store.tables.feedback import feedback, feedback_votes
from bot.core.feedback import Feedback, FeedbackKind, FeedbackState, FeedbackUnvote, FeedbackVote
from bot.core.ids import UserRef
from bot.domain.care.board import Author, Ballot, Standing
from bot.runtime.codec import Codec
from bot.runtime.feedback import Sheet
from bot.runtime.queue import Conflict

MOST = 5_000
"""As many entries as are listed, the latest of them."""
_PERSON = func.coalesce(links.c.person, feedback_votes.c.user)
"""Accounts of one person have one name; an account that nobody linked stands for itself."""
_LINKED = and_(links.c.community == feedback_votes.c.community, links.c.user == feedback_votes.c.user)


class FeedbackTable:
    """The board, read."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """Give a number no entry of this community has had."""
        return await next_number(self._engines, self._codec, community, "feedback")

    async def find(self, community: str, number: int) -> Feedback | None:
        this = select(feedback).where(feedback.c.community == community, feedback.c.number == number)
        row = (await self._engines.read(lambda c: c.execute(this))).one_or_none()
        return None if row is None else _entry(row)

    async def sheet(self, community: str, number: int) -> Sheet | None:
        """Give an entry with all that is merged into it, and every vote among them, the earliest first."""
        below = _below(community, number)
        same = and_(feedback.c.community == community, feedback.c.number == below.c.number)
        every = select(feedback).join(below, same).order_by(feedback.c.number)
        found = [_entry(row) for row in (await self._engines.read(lambda c: c.execute(every))).all()]
        if not found:
            return None
        entries = sorted(found, key=lambda one: one.number != number)
        cast_in = and_(feedback_votes.c.community == community, feedback_votes.c.number == below.c.number)
        votes = (
            select(feedback_votes.c.number, feedback_votes.c.user, feedback_votes.c.at, _PERSON.label("person"))
            .join(below, cast_in)
            .outerjoin(links, _LINKED)
            .order_by(feedback_votes.c.at, feedback_votes.c.user, feedback_votes.c.number)
        )
        rows = (await self._engines.read(lambda c: c.execute(votes))).all()
        ballots = tuple(Ballot(r.number, UserRef.parse(r.user), r.person, r.at) for r in rows)
        return Sheet(tuple(entries), ballots, await self._authors(community, below))

    async def _authors(self, community: str, below: CTE) -> tuple[Author, ...]:
        same = and_(feedback.c.community == community, feedback.c.number == below.c.number)
        linked = and_(links.c.community == feedback.c.community, links.c.user == feedback.c.author)
        person = func.coalesce(links.c.person, feedback.c.author).label("person")
        who = select(feedback.c.author, person).join(below, same).outerjoin(links, linked).order_by(feedback.c.number)
        rows = (await self._engines.read(lambda c: c.execute(who))).all()
        return tuple(Author(UserRef.parse(row.author), row.person) for row in rows)

    async def standings(self, community: str) -> tuple[Standing, ...]:
        """Give every entry that is not removed, with the number of people for it, by number."""
        listed = (
            select(feedback)
            .where(feedback.c.community == community, feedback.c.state != FeedbackState.REMOVED.value)
            .where(feedback.c.title != "")
            .order_by(feedback.c.number.desc())
            .limit(MOST)
        )
        entries = [_entry(row) for row in (await self._engines.read(lambda c: c.execute(listed))).all()]
        counted = await self._counts(community)
        nothing: tuple[int, datetime | None] = (0, None)
        return tuple(Standing(one, *counted.get(one.number, nothing)) for one in reversed(entries))

    async def _counts(self, community: str) -> dict[int, tuple[int, datetime | None]]:
        below = _below(community)
        cast_in = and_(feedback_votes.c.community == community, feedback_votes.c.number == below.c.number)
        many = (
            select(
                below.c.root,
                func.count(func.distinct(_PERSON)).label("votes"),
                func.max(feedback_votes.c.at).label("latest"),
            )
            .join(below, cast_in)
            .outerjoin(links, _LINKED)
            .group_by(below.c.root)
        )
        rows = (await self._engines.read(lambda c: c.execute(many))).all()
        return {row.root: (row.votes, row.latest) for row in rows}

    async def gained(self, community: str, since: datetime) -> Mapping[int, int]:
        """Count people whose first vote for an entry, or for what is merged into it, is not older."""
        below = _below(community)
        cast_in = and_(feedback_votes.c.community == community, feedback_votes.c.number == below.c.number)
        firsts = (
            select(below.c.root, func.min(feedback_votes.c.at).label("first"))
            .join(below, cast_in)
            .outerjoin(links, _LINKED)
            .group_by(below.c.root, _PERSON)
            .subquery()
        )
        many = select(firsts.c.root, func.count().label("many")).where(firsts.c.first >= since).group_by(firsts.c.root)
        rows = (await self._engines.read(lambda c: c.execute(many))).all()
        return {row.root: row.many for row in rows}

    async def sent(self, community: str, accounts: Collection[UserRef], since: datetime) -> int:
        """Count what these accounts have brought since then."""
        hers = (feedback.c.community == community, feedback.c.author.in_(map(str, accounts)), feedback.c.at >= since)
        many = select(func.count()).select_from(feedback).where(*hers)
        return int((await self._engines.read(lambda c: c.execute(many))).scalar_one())

    async def brought_by(self, community: str, accounts: Collection[UserRef]) -> Sequence[int]:
        """Give the entries of these accounts that stand on the board, by number."""
        hers = (feedback.c.community == community, feedback.c.author.in_(map(str, accounts)), feedback.c.title != "")
        numbers = select(feedback.c.number).where(*hers).order_by(feedback.c.number)
        return (await self._engines.read(lambda c: c.scalars(numbers))).all()

    async def voted_by(self, community: str, accounts: Collection[UserRef], most: int = 50) -> Sequence[int]:
        """Give the entries that these accounts voted for, the latest first."""
        hers = (feedback_votes.c.community == community, feedback_votes.c.user.in_(map(str, accounts)))
        latest = func.max(feedback_votes.c.at).desc()
        numbers = select(feedback_votes.c.number).where(*hers).group_by(feedback_votes.c.number)
        ordered = numbers.order_by(latest, feedback_votes.c.number).limit(most)
        return (await self._engines.read(lambda c: c.scalars(ordered))).all()


async def write_feedback(pen: Pen, row: Feedback) -> None:
    """File a new entry (version 0), or write over the version that was read; Conflict when it is another now.

    What is removed loses its words and its votes at once.
    """
    await pen.keep(feedback, {"number": row.number}, row.version, _values(row), f"feedback {row.number}")
    if row.state is FeedbackState.REMOVED:
        votes = (feedback_votes.c.community == pen.community, feedback_votes.c.number == row.number)
        await pen.connection.execute(delete(feedback_votes).where(*votes))


async def write_feedback_vote(pen: Pen, row: FeedbackVote) -> None:
    """Keep a vote; the first of an account for an entry counts. Conflict when the entry is gone."""
    this = (feedback.c.community == pen.community, feedback.c.number == row.number)
    there = select(feedback.c.number).where(*this, feedback.c.state != FeedbackState.REMOVED.value)
    if await pen.connection.scalar(there) is None:
        raise Conflict(f"feedback {row.number} of {pen.community} is gone")
    await pen.once(feedback_votes, number=row.number, user=str(row.user), at=row.at)


async def drop_feedback_vote(pen: Pen, row: FeedbackUnvote) -> None:
    hers = (feedback_votes.c.community == pen.community, feedback_votes.c.number == row.number)
    await pen.connection.execute(delete(feedback_votes).where(*hers, feedback_votes.c.user == str(row.user)))


def _below(community: str, number: int | None = None) -> CTE:
    """Pairs of an entry (``root``) and every one that is merged into it at last, itself among them."""
    first = select(feedback.c.number.label("root"), feedback.c.number).where(feedback.c.community == community)
    if number is not None:
        first = first.where(feedback.c.number == number)
    below = first.cte("below", recursive=True)
    up = and_(feedback.c.community == community, feedback.c.merged_into == below.c.number)
    return below.union_all(select(below.c.root, feedback.c.number).join(below, up))


def _values(row: Feedback) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "author": str(row.author),
        "author_name": row.author_name,
        "at": row.at,
        "title": row.title,
        "text": row.text,
        "moved_at": row.moved_at,
        "state": row.state.value,
        "note": row.note,
        "told": row.told.value,
        "was": row.was.value,
        "merged_into": row.merged_into,
        "version": row.version + 1,
    }


def _entry(row: Row[Any]) -> Feedback:
    return Feedback(
        number=row.number,
        kind=FeedbackKind(row.kind),
        author=UserRef.parse(row.author),
        author_name=row.author_name,
        at=row.at,
        title=row.title,
        text=row.text,
        moved_at=row.moved_at,
        state=FeedbackState(row.state),
        note=row.note,
        told=FeedbackState(row.told),
        was=FeedbackState(row.was),
        merged_into=row.merged_into,
        version=row.version,
    )
