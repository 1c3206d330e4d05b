"""What somebody asks of the bot itself: commands, presses and forms, with a ticket for the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.core.ids import MessageRef, Place
from bot.core.people import Member


@dataclass(frozen=True, slots=True)
class Ticket:
    """A way to answer whoever asked: an interaction on Discord, a callback query or a message on Telegram."""

    native: str
    is_press: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A required argument was not given; the rest was read."""

    param: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """An argument was given that cannot be read."""

    param: str
    given: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No command of this name."""

    name: str


Fault: TypeAlias = Missing | Wrong | Unknown


@dataclass(frozen=True, slots=True)
class CommandInvoked:
    """A command, its arguments read by type; with a ``fault`` the runtime answers with the usage instead.

    ``message`` is the command's own message where the platform has one (Telegram), ``reply_to`` what that answers.
    """

    key: str
    path: str
    place: Place
    actor: Member
    values: Mapping[str, object]
    ticket: Ticket
    at: datetime
    message: MessageRef | None = None
    fault: Fault | None = None
    reply_to: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class ButtonPressed:
    """Somebody pressed a button of ``message``, or opened a deep link with the same token, which has no message."""

    key: str
    token: str
    place: Place
    actor: Member
    ticket: Ticket
    at: datetime
    message: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class FormSubmitted:
    key: str
    token: str
    place: Place
    actor: Member
    values: Mapping[str, str]
    ticket: Ticket
    at: datetime


Interaction: TypeAlias = CommandInvoked | ButtonPressed | FormSubmitted
