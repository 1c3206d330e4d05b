"""What a trigger answers with."""

from dataclasses import dataclass

from bot.core.ids import MessageRef


@dataclass(frozen=True, slots=True)
class Hit:
    """Proof that a trigger fired: what was found (as it was written), what it was read as, in which messages."""

    found: str
    read_as: str
    messages: tuple[MessageRef, ...]
