"""What buttons of the inbox and of the feedback board carry."""

from dataclasses import dataclass

from bot.core.feedback import Feedback, FeedbackKind, FeedbackState
from bot.core.ui import Press


@dataclass(frozen=True, slots=True)
class OfConversation(Press):
    """Something about a conversation, by its number."""

    conversation: int


@dataclass(frozen=True, slots=True)
class OfEntry(Press):
    """Something about an entry of the board, by its number."""

    number: int


# --- the inbox


@dataclass(frozen=True, slots=True)
class Begin(Press):
    """Let me write to the team about this category; empty where there are none, or for the choice between them."""

    category: str = ""


@dataclass(frozen=True, slots=True)
class Written(Press):
    """What somebody wrote to the team about this category."""

    category: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class WriteBack(OfConversation):
    """Give me a form for an answer."""


@dataclass(frozen=True, slots=True)
class AtDesk(OfConversation):
    """Do something with a conversation: claim, snooze, resolve."""

    how: str


@dataclass(frozen=True, slots=True)
class TakeBack(OfConversation):
    """Do not send this answer."""

    entry: int


@dataclass(frozen=True, slots=True)
class SendAgain(OfConversation):
    """Try once more to send this answer."""

    entry: int


@dataclass(frozen=True, slots=True)
class SendFileAgain(OfConversation):
    """Try once more to send this file of an entry on."""

    entry: int
    file: int


# --- the board


@dataclass(frozen=True, slots=True)
class OpenFeedback(Press):
    """Show me what I can bring, and the board."""


@dataclass(frozen=True, slots=True)
class BringFeedback(Press):
    """Give me a form for something to suggest, with what was typed before."""

    kind: FeedbackKind
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class PostFeedback(Press):
    """Put this on the board, for nothing there is the same. It has its number already: pressed twice it is one."""

    number: int
    kind: FeedbackKind
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class VoteFor(OfEntry):
    """I am for it; with ``turns``, pressed again, no more."""

    turns: bool = True


@dataclass(frozen=True, slots=True)
class SeeEntry(OfEntry):
    """Show me an entry."""


@dataclass(frozen=True, slots=True)
class SetState(OfEntry):
    """Say how far it is; the form asks for a note."""

    state: FeedbackState


@dataclass(frozen=True, slots=True)
class OnBoard(OfEntry):
    """Do something with an entry: merge, part, remove, or remove for sure."""

    how: str


@dataclass(frozen=True, slots=True)
class TakeStateBack(OfEntry):
    """Let the entry be what it was, unless something has happened to it since: then ``version`` is another."""

    version: int
    before: Feedback
