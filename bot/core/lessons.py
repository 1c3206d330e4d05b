"""What is kept to try out rules and to teach the models: recorded messages and moderators' verdicts."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.messages import Message


@dataclass(frozen=True, slots=True)
class Recorded:
    """A message as it was judged, kept for trying out rules where a community asked for that.

    ``role`` is what the place is called in the config.
    """

    message: Message
    role: str = ""
    is_edit: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """A verdict of moderators on a message, as a model takes it: numbers instead of words.

    ``about`` names the message; a later lesson about it takes the place of this one, and one without a ``label`` takes
    it back. ``features`` (and ``beside``: some that nobody minded then) can be read by a model of the same ``scheme``.
    """

    model: str
    about: str
    label: bool | None
    at: datetime
    features: bytes = b""
    beside: tuple[bytes, ...] = ()
    variant: str = ""
    scheme: int = 1
