"""Events: what was announced, how far each is, what was asked, and whose clock is which."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, Select, and_, delete, insert, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen, next_number
from bot.adapters.store.tables.meetings import host_questions, meetings, own_zones
from bot.core.ids import UserRef
from bot.core.meetings import HostQuestion, HostQuestionsGone, Meeting, MeetingState, OwnZone
from bot.runtime.codec import Codec


class MeetingTable:
    """Meetings, read; they have numbers of their own."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """A number no meeting of this community has had."""
        return await next_number(self._engines, self._codec, community, "event")

    async def find(self, community: str, number: int) -> Meeting | None:
        found = await self._all(_of(community).where(meetings.c.number == number))
        return found[0] if found else None

    async def ahead(self, community: str) -> tuple[Meeting, ...]:
        """Those that are not over, in the order of time."""
        ours = _of(community).where(meetings.c.state == MeetingState.AHEAD.value)
        return await self._all(ours.order_by(meetings.c.starts_at, meetings.c.number))

    async def latest(self, community: str, most: int) -> tuple[Meeting, ...]:
        """The newest first."""
        return await self._all(_of(community).order_by(meetings.c.number.desc()).limit(most))

    async def questions(self, community: str, number: int) -> tuple[HostQuestion, ...]:
        """What was asked, the oldest first."""
        asked = host_questions.c
        ours = select(host_questions).where(asked.community == community, asked.meeting == number)
        rows = (await self._engines.read(lambda c: c.execute(ours.order_by(asked.seq)))).all()
        return tuple(HostQuestion(r.meeting, UserRef.parse(r.account), r.name, r.question, r.at) for r in rows)

    async def zone(self, community: str, user: UserRef) -> str | None:
        """The name of her clock."""
        hers = select(own_zones.c.zone).where(own_zones.c.community == community, own_zones.c.user == str(user))
        found: str | None = (await self._engines.read(lambda c: c.execute(hers))).scalar()
        return found

    async def zones(self, community: str) -> Mapping[UserRef, str]:
        """Everybody who has set a clock, and its name."""
        all_of_them = select(own_zones.c.user, own_zones.c.zone).where(own_zones.c.community == community)
        rows = (await self._engines.read(lambda c: c.execute(all_of_them))).all()
        return {UserRef.parse(row.user): row.zone for row in rows}

    async def _all(self, statement: Select[Any]) -> tuple[Meeting, ...]:
        return tuple(map(self._meeting, (await self._engines.read(lambda c: c.execute(statement))).all()))

    def _meeting(self, row: Row[Any]) -> Meeting:
        kept = self._codec.unpack_as(row.meeting, Meeting)
        return replace(kept, state=MeetingState(row.state), version=row.version)


async def write_meeting(pen: Pen, row: Meeting) -> None:
    """Keep a new meeting (version 1), or the next version of a known one; Conflict when somebody was first."""
    values = {
        "state": row.state.value,
        "starts_at": row.starts_at,
        "meeting": pen.codec.pack(row),
        "version": row.version,
    }
    await pen.keep(meetings, {"number": row.number}, row.version - 1, values, row.subject)


async def write_host_question(pen: Pen, row: HostQuestion) -> None:
    new = {
        "community": pen.community,
        "meeting": row.meeting,
        "seq": await pen.next("host question"),
        "account": str(row.by),
        "name": row.by_name,
        "question": row.question,
        "at": row.at,
    }
    await pen.connection.execute(insert(host_questions), new)


async def drop_host_questions(pen: Pen, row: HostQuestionsGone) -> None:
    asked = host_questions.c
    these = and_(asked.community == pen.community, asked.meeting == row.meeting)
    await pen.connection.execute(delete(host_questions).where(these))


async def write_own_zone(pen: Pen, row: OwnZone) -> None:
    await pen.put(own_zones, user=str(row.user), zone=row.zone)


def _of(community: str) -> Select[Any]:
    return select(meetings).where(meetings.c.community == community)
