"""What waits for the team, as a list on pages: the most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.conversations import Conversation
from bot.core.people import Rank
from bot.core.text import Lines, lines, say
from bot.core.ui import Button, Press, Rows
from bot.domain.care.desk import line

PAGE = 20


@dataclass(frozen=True, slots=True)
class SeeInbox(Press):
    """Show me this page of what waits for the team, counted from 0."""

    page: int = 0


def pages_of(total: int) -> int:
    """How many pages so many conversations fill."""
    return max(1, -(-total // PAGE))


def listed(found: Sequence[Conversation], total: int, page: int) -> Lines:
    """One page, of so many conversations in all."""
    pages = pages_of(total)
    head = say("inbox-page", count=total, page=page + 1, pages=pages) if pages > 1 else None
    return lines(head, *map(line, found))


def turning(total: int, page: int) -> Rows:
    """The buttons to the pages beside it, for the team."""
    wanted = [("back", page - 1)] if page else []
    wanted += [("on", page + 1)] if page + 1 < pages_of(total) else []
    row = tuple(Button(say(f"button-inbox-{way}"), SeeInbox(there), rank=Rank.MODERATOR) for way, there in wanted)
    return (row,) if row else ()
