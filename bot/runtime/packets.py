"""What a packet is made of, read from the record."""

from bot.core.conversations import Conversation, TalkEntry
from bot.core.levels import Goal, Matter
from bot.domain.care.department import Department
from bot.domain.care.packet import Packet, packet
from bot.runtime.conversations import Conversations
from bot.runtime.stores import Cases
from bot.runtime.timekeeping import Deadlines


class Packets:
    """Reads what the next owner of a conversation needs, and no more than its department may see."""

    def __init__(self, talks: Conversations, cases: Cases, deadlines: Deadlines) -> None:
        self._talks = talks
        self._cases = cases
        self._deadlines = deadlines

    async def find(self, community: str, number: int) -> Conversation | None:
        return await self._talks.find(community, number)

    async def of(
        self, community: str, talk: Conversation, queue: Department | None, *, upto: int | None = None
    ) -> Packet:
        """All of a conversation, or what there was of it up to that entry."""
        return await self._made(community, talk, queue, await self._talks.entries(community, talk.number), upto)

    async def of_one(self, community: str, talk: Conversation, queue: Department, seq: int) -> Packet:
        """A single entry of it."""
        entry = await self._talks.entry(community, talk.number, seq)
        return await self._made(community, talk, queue, () if entry is None else (entry,), seq)

    async def _made(
        self,
        community: str,
        talk: Conversation,
        queue: Department | None,
        entries: tuple[TalkEntry, ...],
        upto: int | None,
    ) -> Packet:
        cases = await self._cases.of(community, talk.person) if queue is not None and queue.cases else ()
        answer = await self._deadlines.find(community, Matter.CONVERSATION, talk.number, Goal.ANSWER)
        solution = await self._deadlines.find(community, Matter.CONVERSATION, talk.number, Goal.SOLUTION)
        running = [one.due for one in (answer, solution) if one is not None and one.runs]
        return packet(talk, entries, cases, upto=upto, deadline=min(running, default=None))
