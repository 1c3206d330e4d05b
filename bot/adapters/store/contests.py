"""Contests: how far each is, and what was brought to it."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Row, Select, delete, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen, next_number
from bot.adapters.store.tables.contests import contests, submissions
from bot.core.attachments import Enclosure
from bot.core.contests import Contest, ContestState, Submission, SubmissionsForgotten, SubmissionState
from bot.core.ids import MessageRef, UserRef
from bot.runtime.codec import Codec

_RUNNING = (ContestState.OPEN.value, ContestState.JUDGING.value)


class ContestTable:
    """Contests and submissions, read; contests have numbers of their own."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """A number no contest of this community has had."""
        return await next_number(self._engines, self._codec, community, "contest")

    async def find(self, community: str, number: int) -> Contest | None:
        found = await self._contests(_of(community).where(contests.c.number == number))
        return found[0] if found else None

    async def running(self, community: str) -> tuple[Contest, ...]:
        """Those that take submissions or are judged, in order."""
        return await self._contests(_of(community).where(contests.c.state.in_(_RUNNING)).order_by(contests.c.number))

    async def latest(self, community: str, most: int) -> tuple[Contest, ...]:
        """The newest first, whatever became of them."""
        return await self._contests(_of(community).order_by(contests.c.number.desc()).limit(most))

    async def next_submission(self, community: str, contest: int) -> int:
        """A number that nothing in this contest has had."""
        return await next_number(self._engines, self._codec, community, f"contest {contest}")

    async def submission(self, community: str, contest: int, number: int) -> Submission | None:
        found = await self._submissions(_brought(community, contest).where(submissions.c.number == number))
        return found[0] if found else None

    async def submissions(self, community: str, contest: int) -> tuple[Submission, ...]:
        """Everything that was brought, whatever became of it, the oldest first."""
        return await self._submissions(_brought(community, contest).order_by(submissions.c.number))

    async def _contests(self, statement: Select[Any]) -> tuple[Contest, ...]:
        return tuple(map(self._contest, (await self._engines.read(lambda c: c.execute(statement))).all()))

    async def _submissions(self, statement: Select[Any]) -> tuple[Submission, ...]:
        return tuple(map(self._submission, (await self._engines.read(lambda c: c.execute(statement))).all()))

    def _contest(self, row: Row[Any]) -> Contest:
        kept = self._codec.unpack_as(row.contest, Contest)
        return replace(kept, state=ContestState(row.state), version=row.version)

    def _submission(self, row: Row[Any]) -> Submission:
        return Submission(
            row.contest,
            row.number,
            UserRef.parse(row.account),
            row.name,
            row.at,
            row.text,
            row.link,
            self._codec.unpack_as(row.file, Enclosure) if row.file else None,
            self._codec.unpack_as(row.message, MessageRef) if row.message else None,
            SubmissionState(row.state),
            row.why,
            row.version,
        )


async def write_contest(pen: Pen, row: Contest) -> None:
    """Keep a new contest (version 1), or the next version of a known one; Conflict when somebody was first."""
    values = {"state": row.state.value, "contest": pen.codec.pack(row), "version": row.version}
    await pen.keep(contests, {"number": row.number}, row.version - 1, values, row.subject)


async def write_submission(pen: Pen, row: Submission) -> None:
    """Keep a new submission (version 1), or the next version of a known one; Conflict when somebody was first."""
    values: dict[str, object] = {"state": row.state.value, "why": row.why, "version": row.version}
    if row.version == 1:
        file = "" if row.file is None else pen.codec.pack(row.file)
        message = "" if row.message is None else pen.codec.pack(row.message)
        values |= {"at": row.at, "text": row.text, "link": row.link, "file": file, "message": message}
        values |= {"account": str(row.by), "name": row.by_name}
    key = {"contest": row.contest, "number": row.number}
    await pen.keep(submissions, key, row.version - 1, values, row.subject)


async def forget_submissions(pen: Pen, row: SubmissionsForgotten) -> None:
    of = submissions.c
    await pen.connection.execute(delete(submissions).where(of.community == pen.community, of.contest == row.contest))


def _of(community: str) -> Select[Any]:
    return select(contests).where(contests.c.community == community)


def _brought(community: str, contest: int) -> Select[Any]:
    return select(submissions).where(submissions.c.community == community, submissions.c.contest == contest)
