"""Which questions of a channel still wait for an answer, and what counts as one."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.ids import UserRef
from bot.core.messages import Message
from bot.core.people import Rank

MOST = 50
"""Questions of one channel that are kept in mind; an older one is noticed in its time whatever is said meanwhile."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question: its message, the thread it stands in, and who asked."""

    native: str
    thread: str
    user: UserRef


def written(waiting: Iterable[Waiting]) -> str | None:
    """Write them down, a line for each; None for none at all."""
    return "\n".join(f"{one.native} {one.thread or '-'} {one.user}" for one in waiting) or None


def read(text: str | None) -> tuple[Waiting, ...]:
    """Read what was written."""
    listed = (line.split(" ", 2) for line in (text or "").splitlines())
    return tuple(
        Waiting(native, "" if thread == "-" else thread, UserRef.parse(user)) for native, thread, user in listed
    )


def asked(waiting: tuple[Waiting, ...], message: Message) -> tuple[Waiting, ...]:
    """One more question waits."""
    new = Waiting(message.ref.native, message.place.thread or "", message.author.user)
    return (*waiting, new)[-MOST:]


def answered(waiting: tuple[Waiting, ...], message: Message) -> tuple[Waiting, ...]:
    """The questions that this message answers.

    Somebody else's reply answers the message it replies to. What a helper says after a question, in the same place and
    to nobody else, answers whatever waits there. Nobody answers herself.
    """
    others = tuple(one for one in waiting if one.user != message.author.user)
    if message.reply_to is not None:
        return tuple(one for one in others if one.native == message.reply_to.native)
    if message.author.rank < Rank.HELPER:
        return ()
    return tuple(one for one in others if one.thread == (message.place.thread or ""))
