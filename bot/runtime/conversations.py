"""What conversations ask of storage, and the bot's own first try at an answer."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeAlias

from bot.core.conversations import Conversation, TalkEntry, TalkKind
from bot.core.decisions import Decision
from bot.core.ids import MessageRef, Place, UserRef
from bot.runtime.context import Scene


class Conversations(Protocol):
    """Conversations, read; they have numbers of their own."""

    async def next_number(self, community: str) -> int: ...

    async def find(self, community: str, number: int) -> Conversation | None: ...

    async def of(self, community: str, user: UserRef) -> Conversation | None:
        """The newest conversation with a person, of all her linked accounts; not one that was merged away.

        Whoever is blocked in any is blocked: then it is that one.
        """
        ...

    async def same_person(self, community: str, one: UserRef, other: UserRef) -> bool: ...

    async def unresolved(
        self, community: str, most: int = 20, skip: int = 0, manager: UserRef | None = None
    ) -> tuple[Conversation, ...]:
        """What is not resolved and has come to people: the most urgent first, then who has waited longest.

        What is about somebody of the team is left out, unless ``manager`` reads it, whom it is not about.
        """
        ...

    async def count_unresolved(self, community: str, manager: UserRef | None = None) -> int:
        """How many of these there are."""
        ...

    async def owned_by(self, community: str, user: UserRef) -> tuple[Conversation, ...]:
        """What this account takes care of and is not resolved."""
        ...

    async def unshown(self, community: str) -> tuple[int, ...]:
        """The conversations with something new that no step was made for yet, and reports that nobody can see."""
        ...

    async def entries(self, community: str, number: int, most: int = 1000) -> tuple[TalkEntry, ...]:
        """What was said, in order, what was said in those merged into it first; the newest ``most``."""
        ...

    async def entry(self, community: str, number: int, seq: int) -> TalkEntry | None: ...

    async def waiting(self, community: str, number: int, kind: TalkKind) -> tuple[TalkEntry, ...]:
        """What is new and has to be carried to the other side, in order."""
        ...

    async def is_unsent(self, community: str, number: int) -> bool:
        """Whether an answer of the team can still be taken back, or is about to go out."""
        ...

    async def heard_after(self, community: str, number: int, seq: int) -> datetime | None:
        """When the member first wrote something for the team after this entry; None if she did not."""
        ...

    async def said_in(self, community: str, message: MessageRef) -> TalkEntry | None:
        """The entry that this very message became."""
        ...

    async def at(self, community: str, place: Place) -> int | None:
        """The conversation that this thread shows."""
        ...

    async def shown_in(self, community: str, message: MessageRef) -> int | None:
        """The conversation that this message of the bot's belongs to."""
        ...

    async def shown(self, community: str, number: int) -> tuple[MessageRef, ...]:
        """Every message that shows something of it to the team."""
        ...

    async def home(self, community: str, number: int) -> MessageRef | None:
        """The message that a conversation begins with at the team's; its place is where the rest is shown."""
        ...

    async def mirror(self, community: str, number: int, seq: int) -> MessageRef | None:
        """The message that shows an entry to the team."""
        ...


FirstTry: TypeAlias = Callable[[Scene, Conversation, TalkEntry], Awaitable[Decision | None]]
"""Asked when a conversation begins, before the team is: a decision answers instead, None hands over to people.

The decision comes on top of the conversation's own rows, which are kept either way, so that what the bot answered can
be judged later; the conversation is then shown to the team as soon as the member writes again.
"""


class FirstTries:
    """Who may try before a person is asked, in the order they were added."""

    def __init__(self) -> None:
        self._tries: list[FirstTry] = []

    def add(self, attempt: FirstTry) -> None:
        """Ask this one too; a cog does so when it is made."""
        self._tries.append(attempt)

    @property
    def known(self) -> Sequence[FirstTry]:
        return tuple(self._tries)

    async def __call__(self, scene: Scene, talk: Conversation, entry: TalkEntry) -> Decision | None:
        """The first decision that anybody gives."""
        for attempt in self._tries:
            decision = await attempt(scene, talk, entry)
            if decision is not None:
                return decision
        return None
