"""Open questions to the bot: each can be answered as long as the messenger remembers it."""

from dataclasses import dataclass

from bot.adapters.playground.posts import Post
from bot.core.interactions import Ticket

MOST = 500


@dataclass(frozen=True, slots=True)
class Open:
    """Who asked, where, and at which post."""

    chat: str
    person: str
    post: int | None
    is_press: bool


class Tickets:
    """Remembers the latest questions; after a restart it knows none of the old ones, as a real messenger would."""

    def __init__(self) -> None:
        self._open: dict[str, Open] = {}

    def open(self, native: str, chat: str, person: str, post: Post | None, *, is_press: bool) -> Ticket:
        self._open[native] = Open(chat, person, post.id if post is not None else None, is_press)
        while len(self._open) > MOST:
            del self._open[next(iter(self._open))]
        return Ticket(native, is_press)

    def find(self, ticket: Ticket) -> Open | None:
        return self._open.get(ticket.native)
