"""What the team sees of a conversation: an ordinary card, or that of the message it began with."""

from typing import Self

from bot.core.conversations import Conversation
from bot.core.decisions import Later
from bot.domain.care import complaint, desk
from bot.domain.care.complaint import Reported
from bot.domain.care.desk import Face
from bot.runtime.arriving import to_team
from bot.runtime.conversations import Conversations
from bot.runtime.services import Host, Services
from bot.runtime.stores import Complaints

CARDS, PRIVATE, OVER = "complaint-refresh", "complaint-card", "complaint-over"
"""What follows from a report: its cards elsewhere, a card for each manager, an end without a verdict."""


class Faces:
    """Reads what a card tells beside its conversation."""

    def __init__(self, talks: Conversations, complaints: Complaints, host: Host) -> None:
        self._talks = talks
        self._complaints = complaints
        self._host = host

    @classmethod
    def of(cls, services: Services) -> Self:
        return cls(services.conversations, services.complaints, services.host)

    async def face(self, community: str, talk: Conversation) -> Face:
        """What its card says, and its buttons."""
        about = await self.reported(community, talk)
        return desk.face(talk) if about is None else complaint.face(talk, about)

    async def written(self, community: str, talk: Conversation) -> str:
        """The message that it is about, as its transcript begins; empty for an ordinary conversation."""
        about = await self.reported(community, talk)
        return "" if about is None else complaint.written(about)

    async def reported(self, community: str, talk: Conversation) -> Reported | None:
        """The message that it is about; None for an ordinary conversation, and where nothing is kept of it any more."""
        found = None if talk.report is None else await self._complaints.find(community, talk.report)
        if found is None:
            return None
        first = await self._talks.entry(community, talk.number, 1)
        message = next((piece.message for piece in found.evidence if piece.message is not None), None)
        link = "" if message is None else self._host.link(message)
        return Reported(found, () if first is None else first.carries, link)


def about_report(complaint: int, composer: str = CARDS) -> Later:
    """What follows for the report of this number."""
    return Later(composer, {"complaint": complaint}, turn=f"complaint {complaint}")


def cards_after(talk: Conversation, *, over: bool) -> tuple[Later, ...]:
    """Every card of a conversation as it is now; one that is ``over`` is put away, and its report with it."""
    card = to_team("inbox-card", talk.number, close=over)
    return (card,) if talk.report is None else (card, about_report(talk.report, OVER if over else CARDS))
