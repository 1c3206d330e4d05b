"""A message read once; every trigger works on the same reading."""

from dataclasses import dataclass

from bot.core.events import Message
from bot.domain.moderation.text.hosts import Host, hosts
from bot.domain.moderation.text.reading import Reading, read


@dataclass(frozen=True, slots=True)
class Sample:
    """The message, everything a reader could see in it as one text, and what was read there.

    ``role`` is what the place is called in the config (lobby, news ...). An edit is judged, but it is no new message.
    """

    message: Message
    reading: Reading
    hosts: tuple[Host, ...]
    role: str = ""
    is_edit: bool = False

    @property
    def text(self) -> str:
        """All that was read, parts on lines of their own; spans of evidence point into it."""
        return self.reading.text


def sample(message: Message, role: str = "", *, is_edit: bool = False) -> Sample:
    """Read ``message`` once."""
    text = "\n".join((message.text, *message.also)) if message.also else message.text
    return Sample(message, read(text), hosts(text, message.links), role, is_edit)
