"""Mail to a department: plain text through the SMTP server of the config, under an id that stays the same."""

import asyncio
import ssl
import unicodedata
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime
from ipaddress import ip_address

import aiosmtplib

from bot.adapters.outbound.secrets import Secrets, missing
from bot.domain.care.department import MailServer
from bot.runtime.deliveries import Failed, Hopeless, MailParcel, Outcome, Parcel, Taken

TIMEOUT = 45.0
"""Seconds for all of one try."""
_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, "no answer in time"),
    (ssl.SSLError, "the certificate is not accepted"),
    (aiosmtplib.SMTPConnectError, "no connection"),
    (aiosmtplib.SMTPServerDisconnected, "the connection broke"),
    (aiosmtplib.SMTPException, "the server does not offer what is asked of it (TLS, login)"),
    (Exception, "the connection broke"),
)
"""Words of our own, the first that fits: what a server says may repeat what it was told."""


class NotThisMachine(Exception):  # noqa: N818  # it reads as what happened
    """Without TLS, words would leave this machine as they are."""


def is_loopback(host: str) -> bool:
    """Whether an address is this very machine."""
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


class MailCarrier:
    """One connection for each letter; there are few of them."""

    def __init__(
        self,
        secrets: Secrets,
        timeout: float = TIMEOUT,
        tls: ssl.SSLContext | None = None,
        is_here: Callable[[str], bool] = is_loopback,
    ) -> None:
        self._secrets = secrets
        self._timeout = timeout
        self._tls = tls
        self._is_here = is_here

    async def carry(self, parcel: Parcel) -> Outcome:
        """Send it once."""
        assert isinstance(parcel, MailParcel)
        server = parcel.server
        password = self._secrets(server.secret)
        if server.user and password is None:
            return Hopeless(missing(server.secret))
        try:
            async with asyncio.timeout(self._timeout):
                await self._send(parcel, password or "")
        except NotThisMachine:
            return Hopeless("without TLS mail goes to this very machine only")
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as trouble:
            return _refused(trouble)
        return Taken()

    async def _send(self, parcel: MailParcel, password: str) -> None:
        server = parcel.server
        client = aiosmtplib.SMTP(
            hostname=server.server,
            port=server.port,
            timeout=self._timeout,
            use_tls=server.tls == "implicit",
            # Asked for, never merely hoped for: a server that offers none gets nothing.
            start_tls=server.tls == "starttls",
            tls_context=self._tls,
        )
        async with client:
            if server.tls == "none" and not self._is_here(_peer(client)):
                raise NotThisMachine
            if server.user:
                await client.login(server.user, password)
            await client.send_message(composed(parcel), sender=server.sender, recipients=[parcel.to])


def composed(parcel: MailParcel) -> EmailMessage:
    """The message; whatever stands in names, a header stays one line."""
    message = EmailMessage(policy=WIRE)
    message["From"] = parcel.server.sender
    message["To"] = parcel.to
    message["Subject"] = _one_line(parcel.subject)
    message["Date"] = format_datetime(parcel.at)
    message["Message-ID"] = f"<{parcel.id}@{_domain(parcel.server)}>"
    # RFC 3834: nobody's holiday notice shall answer to it.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_storable(parcel.text), charset="utf-8", cte="quoted-printable")
    return message


def _one_line(text: str) -> str:
    signs = (" " if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} else sign for sign in text)
    return " ".join("".join(signs).split())


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\x00", "")


def _domain(server: MailServer) -> str:
    return server.sender.rpartition("@")[2]


def _peer(client: aiosmtplib.SMTP) -> str:
    peer = client.transport.get_extra_info("peername") if client.transport is not None else None
    return str(peer[0]) if peer else ""


def _refused(trouble: Exception) -> Outcome:
    """RFC 5321, 4.2.1: from 500 on the server will not take it, however often it is asked."""
    if isinstance(trouble.__cause__, ssl.SSLError):
        trouble = trouble.__cause__
    if isinstance(trouble, aiosmtplib.SMTPRecipientsRefused):
        trouble = trouble.recipients[0]
    if isinstance(trouble, aiosmtplib.SMTPResponseException):
        why = f"SMTP {trouble.code}"
        return Hopeless(why) if trouble.code >= 500 else Failed(why)
    return Failed(next(why for kind, why in _WORDS if isinstance(trouble, kind)))
