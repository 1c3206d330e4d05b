"""What a trigger answers with."""

from dataclasses import dataclass

from bot.core.ids import MessageRef
from bot.domain.moderation.text.reading import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """Proof that a trigger fired: what was found (as it was written), what it was read as, in which messages.

    ``conceals`` are parts of the text that nobody shall read again, not even staff on a card. ``failed`` marks a rule
    that broke over the message and holds it back (``on_failure: closed``); nothing was found then. ``score`` is how
    sure a model is.
    """

    found: str
    read_as: str
    messages: tuple[MessageRef, ...]
    conceals: tuple[Span, ...] = ()
    failed: bool = False
    score: float | None = None
