"""What a platform can do, in one place, right now."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.events import Event


class Capability(StrEnum):
    """One native ability that an action may lean on."""

    SEND = "send"
    PRIVATE_ANSWER = "private-answer"
    """An answer that only the asker sees (ephemeral), or a place that is private anyway."""
    ALERT = "alert"
    """A press can be answered by a short private pop-up without buttons."""
    WHISPER = "whisper"
    DEEP_LINK = "deep-link"
    """A link can carry a token into the private chat with the bot."""
    FORM = "form"
    BUTTONS = "buttons"
    EDIT = "edit"
    DELETE = "delete"
    REMOVE_THREAD = "remove-thread"
    MUTE = "mute"
    KICK = "kick"
    BAN = "ban"
    THREADS = "threads"
    """Threads or forum topics can be opened and closed here."""
    FILTER = "filter"
    """The messenger has a filter of its own, and the bot may set it."""
    RIGHTS = "rights"
    """What everybody may do here can be set."""
    PACE = "pace"
    """The platform itself has a slow mode that the bot may set."""
    ADMIT = "admit"
    """Those who ask to join can be let in or sent away."""
    ROLES = "roles"
    """Roles can be given and taken."""
    RESEND = "resend"
    """A file that this messenger has already is sent again by its id, without its bytes."""
    SCHEDULE = "schedule"
    """The messenger has events of its own, and the bot may make them."""
    NONCE = "nonce"
    """A message sent again with the same nonce within a few minutes appears only once."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes: text in the platform's own units, ``file`` in bytes that may be sent."""

    text: int = 2000
    buttons_per_row: int = 5
    rows: int = 5
    delete_batch: int = 100
    file: int = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Capabilities:
    """An adapter's promise for one place: abilities, limits, and the events it will ever see there."""

    has: frozenset[Capability]
    limits: Limits = field(default_factory=Limits)
    sees: frozenset[type[Event]] = frozenset()

    def __contains__(self, capability: Capability) -> bool:
        return capability in self.has
