"""What people press at an event."""

from dataclasses import dataclass

from bot.core.ui import Press


@dataclass(frozen=True, slots=True)
class Attend(Press):
    """I come, maybe, or I cannot; see ``seats``."""

    meeting: int
    answer: str


@dataclass(frozen=True, slots=True)
class ToCalendar(Press):
    """Give me the event as a file; ``meeting`` 0 means all that are to come."""

    meeting: int


@dataclass(frozen=True, slots=True)
class AskHost(Press):
    """I have a question."""

    meeting: int


@dataclass(frozen=True, slots=True)
class BeingThere(Press):
    """I am here."""

    meeting: int


@dataclass(frozen=True, slots=True)
class MyZone(Press):
    """My clock is another one."""


@dataclass(frozen=True, slots=True)
class Felt(Press):
    """How it was, from 1 to 5."""

    meeting: int
    face: int


@dataclass(frozen=True, slots=True)
class NewMeeting(Press):
    """The form of a new event."""


@dataclass(frozen=True, slots=True)
class ChangeMeeting(Press):
    """Change what was announced."""

    meeting: int


@dataclass(frozen=True, slots=True)
class CancelMeeting(Press):
    """It does not take place."""

    meeting: int


@dataclass(frozen=True, slots=True)
class ManageMeeting(Press):
    """Show staff the ``questions``, the ``code``, or who comes as ``csv``."""

    meeting: int
    how: str
