"""What the bot did and why, told while it happens, to whoever listens."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from bot.core.actions import Action
from bot.core.decisions import Decision
from bot.core.events import Event
from bot.core.receipts import Receipt
from bot.domain.moderation.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Arrived:
    """An event came in, before anybody looked at it."""

    event: Event
    at: datetime


@dataclass(frozen=True, slots=True)
class Judged:
    """A message was judged: every rule's answer is in the verdict."""

    verdict: Verdict
    at: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that is now safely in the store."""

    event: Event
    decision: Decision
    at: datetime


@dataclass(frozen=True, slots=True)
class Acted:
    """An action was carried out or refused."""

    community: str
    action: Action
    receipt: Receipt
    at: datetime


@dataclass(frozen=True, slots=True)
class Reloaded:
    """The config file changed: applied, or refused with faults for people to read."""

    community: str
    faults: tuple[str, ...]
    at: datetime


Entry: TypeAlias = Arrived | Judged | Decided | Acted | Reloaded


class Trace(Protocol):
    """Listens; must not raise and must not wait."""

    def note(self, entry: Entry) -> None: ...


class Silence:
    """Nobody listens."""

    def note(self, entry: Entry) -> None:
        """Drop it."""
