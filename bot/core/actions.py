"""What should happen, as intent. Adapters carry these out in their own best way."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum, auto
from typing import TypeAlias

from bot.core.attachments import Enclosure
from bot.core.doors import DoorAction
from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.interactions import Ticket
from bot.core.native_filters import SetFilters
from bot.core.native_polls import PollAction
from bot.core.text import Body, File
from bot.core.ui import Form, Rows


class Audience(Enum):
    """Who should see it."""

    EVERYONE = auto()
    ONLY_ACTOR = auto()


@dataclass(frozen=True, slots=True)
class Send:
    """Say something somewhere; with ``vanish_after`` the runtime takes it away again.

    ``reader`` is the person it speaks to, when it speaks to one: in public it is said in the language she chose, if
    she chose any. An ``enclosure`` is sent on with it: one each, so that every file has a receipt of its own.
    """

    place: Place
    body: Body
    rows: Rows = ()
    reply_to: MessageRef | None = None
    reader: UserRef | None = None
    silent: bool = False
    important: bool = False
    vanish_after: timedelta | None = None
    files: tuple[File, ...] = ()
    enclosure: Enclosure | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer the command, press or form that ``ticket`` stands for.

    A private answer that cannot be private never shows its content in public; only where ``among_staff`` is set
    (the command was given in the staff's own place) may it be said aloud. ``over`` is the bot's own answer whose button
    was pressed: the new one takes its place, as pages do.
    """

    ticket: Ticket
    place: Place
    actor: UserRef
    body: Body
    rows: Rows = ()
    audience: Audience = Audience.ONLY_ACTOR
    among_staff: bool = False
    files: tuple[File, ...] = ()
    over: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class Whisper:
    """Tell one person something in private; ``otherwise`` is said where they cannot be reached.

    What is ``quiet`` is told to many, rings nobody's telephone and lets everything else pass first.
    """

    user: UserRef
    body: Body
    rows: Rows = ()
    otherwise: Send | None = None
    important: bool = False
    files: tuple[File, ...] = ()
    quiet: bool = False
    enclosure: Enclosure | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """Put a form before the person behind ``ticket``."""

    ticket: Ticket
    place: Place
    actor: UserRef
    form: Form


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace a message of the bot's own."""

    message: MessageRef
    body: Body
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove messages; lowering cuts them into the platform's batches."""

    messages: tuple[MessageRef, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemoveThread:
    """Take a thread or forum topic away, with all that stands in it; ``place`` is the thread itself."""

    place: Place
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpenThread:
    """Open a thread or forum topic at ``place`` that begins with ``body``; the receipt's message stands in it.

    Where there are no threads, or no more, it is a message there; ``otherwise`` is said where even that cannot be.
    """

    place: Place
    title: str
    body: Body
    rows: Rows = ()
    otherwise: Send | None = None


@dataclass(frozen=True, slots=True)
class CloseThread:
    """Close a thread or forum topic, its content stays; ``reopen`` takes that back. ``place`` is the thread itself."""

    place: Place
    reopen: bool = False


class Sanction(StrEnum):
    """What can befall a member, mildest first; then what ends a mute or a ban before its time.

    A soft ban is a ban that takes recent messages along and is lifted at once.
    """

    NOTE = "note"
    WARN = "warn"
    MUTE = "mute"
    KICK = "kick"
    SOFTBAN = "softban"
    BAN = "ban"
    UNMUTE = "unmute"
    UNBAN = "unban"


@dataclass(frozen=True, slots=True)
class Punish:
    """Apply a mute, kick or ban on the platform itself; ``until`` None means for good.

    ``purge`` is how far back a ban takes the member's messages along, where the platform can (Discord: a week at most).
    """

    space: SpaceRef
    user: UserRef
    sanction: Sanction
    reason: str = ""
    until: datetime | None = None
    is_channel: bool = False
    purge: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Pardon:
    """Lift a mute or a ban."""

    space: SpaceRef
    user: UserRef
    sanction: Sanction
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Keep an event among the messenger's own: a new one, or without changes where it stands as ``known`` already.

    The receipt's message names it, and says how many are interested there. Done twice it is one event, so its words
    must tell it from any other. ``off``: it does not take place.
    """

    space: SpaceRef
    title: str
    about: str
    where: str
    starts_at: datetime
    ends_at: datetime
    known: MessageRef | None = None
    off: bool = False


Action: TypeAlias = (
    Send
    | Answer
    | Whisper
    | Ask
    | Edit
    | Delete
    | Punish
    | Pardon
    | OpenThread
    | CloseThread
    | RemoveThread
    | SetFilters
    | Schedule
    | PollAction
    | DoorAction
)
