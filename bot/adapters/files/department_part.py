"""What managers write of departments: who takes care of what, and how their own systems and mailboxes hear of it."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from bot.adapters.files.fields import Account, OnOff, Slug, Text
from bot.adapters.files.localised import localised
from bot.adapters.files.place_part import PlacePart
from bot.adapters.files.section import Section, Short
from bot.domain.care.department import Department, Hook, MailServer

LOCAL = ("localhost", "127.0.0.1", "::1")
"""The only servers to which mail may go without TLS."""
_ADDRESS = re.compile(r"[^@\s<>,;:\"()\[\]\\]{1,64}@[A-Za-z0-9.-]{1,190}")
_PORTS = {"starttls": 587, "implicit": 465, "none": 25}


def secret_name(value: str) -> str:
    """Refuse what looks like the secret itself; the value is not repeated."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,31}", value) or value.lower().startswith("whsec"):
        raise ValueError(
            "this is a name, such as sales; the secret itself goes into .env: TOWNKEEPER_SECRET__SALES=..."
        )
    return value.lower()


def mail_address(value: str) -> str:
    """Read one address, without a name beside it."""
    if not _ADDRESS.fullmatch(value) or not value.isascii():
        raise ValueError("an address looks like sales@example.org")
    return value


def hook_address(value: str) -> str:
    """Read an address to post to."""
    parts = urlsplit(value)
    if parts.scheme not in {"https", "http"} or not parts.hostname:
        raise ValueError("an address looks like https://example.org/hooks/sales")
    if parts.username or parts.password or parts.fragment:
        raise ValueError("write no password and no # into an address; what is signed needs none")
    return value


SecretName = Annotated[str, AfterValidator(secret_name)]
MailAddress = Annotated[str, AfterValidator(mail_address)]


class HookPart(Section):
    url: Annotated[str, AfterValidator(hook_address), Field(max_length=500)]
    """Where news is posted: https://..."""
    secret_from: SecretName
    """A name: with `secret_from: sales` the secret is TOWNKEEPER_SECRET__SALES in .env or the environment."""
    allow_private: OnOff = False
    """May the address lie within your own network, and be http? Otherwise only public addresses are written to."""


class MailToPart(Short):
    to: MailAddress
    """Who gets a mail when something comes in."""


class DepartmentPart(Section):
    """A queue with its own place, people and questions; a category or /handover sends conversations there."""

    title: Text | None = None
    """What members and team call it; the key if left out."""
    place: PlacePart | None = None
    """Where its conversations are shown; with all others if left out."""
    people: Annotated[list[Account], Field(max_length=50)] = []
    """Accounts of the team that hear in private when something comes in."""
    form: Annotated[dict[Slug, Text], Field(max_length=5)] = {}
    """Questions, in this order, for categories of this department that ask nothing themselves."""
    webhook: HookPart | None = None
    """A system of yours that is told, signed, until it answers; its answer can move the conversation on."""
    mail: MailToPart | None = None
    """A mailbox that is told. Needs a `mail` section."""
    cases: OnOff = False
    """May this department see a member's cases, by number and act, when a conversation comes in?"""

    def settings(self, key: str, own: str) -> Department:
        hook = self.webhook
        return Department(
            key,
            localised(self.title or {own: key}, own),
            tuple(self.people),
            tuple((name, localised(question, own)) for name, question in self.form.items()),
            None if hook is None else Hook(hook.url, hook.secret_from, hook.allow_private),
            "" if self.mail is None else self.mail.to,
            self.cases,
        )


class MailPart(Section):
    """How mail leaves, for departments that want some. The password never stands here."""

    server: Annotated[str, Field(pattern=r"^[A-Za-z0-9.:-]{1,200}$")]
    """The SMTP server: smtp.example.org"""
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    """587 with starttls, 465 with implicit, if left out."""
    tls: Literal["starttls", "implicit", "none"] = "starttls"
    """How it is encrypted; none only on this very machine."""
    from_: Annotated[MailAddress, Field(alias="from")]
    """Whom mails are from."""
    user: Annotated[str, Field(max_length=200)] = ""
    """Who logs in; nobody if left out."""
    password_from: SecretName = "smtp"  # noqa: S105  # the name of one
    """A name: the password is TOWNKEEPER_SECRET__SMTP in .env or the environment, unless another name stands here."""

    def settings(self) -> MailServer:
        port = self.port or _PORTS[self.tls]
        return MailServer(self.server, port, self.from_, self.tls, self.user, self.password_from)
