"""Complaints: written whole, and only over the version that was read."""

from typing import Any, cast

from sqlalchemy import Row, select

from bot.adapters.store.cases import evidence_in
from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen, next_number
from bot.adapters.store.tables.care import SETTLED, complaint_messages, complaints
from bot.adapters.store.tables.running import intents
from bot.core.complaints import Complaint, ComplaintState
from bot.core.ids import MessageRef, SpaceRef, UserRef
from bot.core.receipts import Done
from bot.runtime.codec import Codec
from bot.runtime.queue import State


class ComplaintTable:
    """Complaints, read."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """Give a number no complaint of this community has had."""
        return await next_number(self._engines, self._codec, community, "complaint")

    async def find(self, community: str, number: int) -> Complaint | None:
        statement = select(complaints).where(complaints.c.community == community, complaints.c.number == number)
        row = (await self._engines.read(lambda c: c.execute(statement))).first()
        return None if row is None else _complaint(row, self._codec)

    async def open_about(self, community: str, message: MessageRef) -> Complaint | None:
        """Give the oldest unsettled complaint that has this message among its evidence."""
        same = (complaint_messages.c.community == complaints.c.community) & (
            complaint_messages.c.number == complaints.c.number
        )
        statement = (
            select(complaints)
            .join(complaint_messages, same)
            .where(complaint_messages.c.community == community, complaint_messages.c.message == _address(message))
            .where(complaints.c.state.not_in(SETTLED))
            .order_by(complaints.c.number)
            .limit(1)
        )
        row = (await self._engines.read(lambda c: c.execute(statement))).first()
        return None if row is None else _complaint(row, self._codec)

    async def strays(self, community: str) -> tuple[Complaint, ...]:
        """Give the unsettled complaints that are no conversation yet."""
        alone = (complaints.c.conversation.is_(None), complaints.c.state.not_in(SETTLED))
        statement = select(complaints).where(complaints.c.community == community, *alone).order_by(complaints.c.number)
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(_complaint(row, self._codec) for row in rows)

    async def cards(self, community: str, number: int) -> tuple[MessageRef, ...]:
        """Give the messages that show this complaint to staff: what its intents sent."""
        statement = (
            select(intents.c.receipt)
            .where(intents.c.community == community, intents.c.complaint_number == number)
            .where(intents.c.state == State.DONE.value)
            .order_by(intents.c.id)
        )
        packed = (await self._engines.read(lambda c: c.scalars(statement))).all()
        sent = [self._codec.unpack_as(receipt, Done).message for receipt in packed]
        return tuple(dict.fromkeys(message for message in sent if message is not None))


async def write_complaint(pen: Pen, complaint: Complaint) -> None:
    """File a new complaint (version 0), or write over the version that was read; Conflict when it is another now."""
    values, what = _values(pen.codec, complaint), f"complaint {complaint.number}"
    await pen.keep(complaints, {"number": complaint.number}, complaint.version, values, what)
    for piece in complaint.evidence:
        if piece.message is not None:
            await pen.once(complaint_messages, message=_address(piece.message), number=complaint.number)


def _values(codec: Codec, complaint: Complaint) -> dict[str, Any]:
    return {
        "reporter": str(complaint.reporter),
        "reporter_name": complaint.reporter_name,
        "at": complaint.at,
        "text": complaint.text,
        "space": None if complaint.space is None else str(complaint.space),
        "about": None if complaint.about is None else str(complaint.about),
        "about_name": complaint.about_name,
        "evidence": codec.pack(complaint.evidence),
        "for_managers": complaint.for_managers,
        "state": complaint.state.value,
        "owner": None if complaint.owner is None else str(complaint.owner),
        "owner_name": complaint.owner_name,
        "case_number": complaint.case,
        "others": codec.pack(complaint.others),
        "version": complaint.version + 1,
        "has_words": bool(complaint.text or complaint.evidence),
        "conversation": complaint.conversation,
        "rules": codec.pack(complaint.rules),
    }


def _complaint(row: Row[Any], codec: Codec) -> Complaint:
    return Complaint(
        number=row.number,
        reporter=UserRef.parse(row.reporter),
        reporter_name=row.reporter_name,
        at=row.at,
        text=row.text,
        space=None if row.space is None else SpaceRef.parse(row.space),
        about=None if row.about is None else UserRef.parse(row.about),
        about_name=row.about_name,
        evidence=evidence_in(codec, row.evidence),
        for_managers=row.for_managers,
        state=ComplaintState(row.state),
        owner=None if row.owner is None else UserRef.parse(row.owner),
        owner_name=row.owner_name,
        case=row.case_number,
        others=cast("tuple[UserRef, ...]", codec.unpack_as(row.others, tuple)),
        version=row.version,
        conversation=row.conversation,
        rules=() if row.rules is None else cast("tuple[str, ...]", codec.unpack_as(row.rules, tuple)),
    )


def _address(message: MessageRef) -> str:
    # Without the thread and the space: platforms do not always name them for the same message.
    return f"{message.place.channel}/{message.native}"
