"""Mail leaves through a real server on the loopback: encrypted as asked, once in any mailbox, and with honest headers."""

import asyncio
import email
import ssl
from contextlib import asynccontextmanager
from dataclasses import replace
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, AuthResult
from pydantic import SecretStr

from bot.adapters.outbound.mail import MailCarrier, composed, is_loopback
from bot.adapters.outbound.secrets import Secrets
from bot.domain.care.department import MailServer
from bot.runtime.deliveries import Failed, Hopeless, MailParcel, Taken
from tests.build import NOON

PEM = Path(__file__).with_name("loopback.pem")
SECRETS = Secrets({"smtp": SecretStr("correct horse")})
SERVER = MailServer("127.0.0.1", 0, "bot@example.org", "none", "", "smtp")
PARCEL = MailParcel("msg_1", SERVER, "sales@example.org", "[Riverside] #1 Zoë", "Zażółć gęślą.\n.\nEnd.", NOON)


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(PEM))


def serving() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PEM)
    return context


class Mailbox:
    """Takes mail, or says what it is told to say."""

    def __init__(self, *, at_rcpt="250 OK", at_data="250 OK"):
        self.at_rcpt, self.at_data = at_rcpt, at_data
        self.got = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802  # the library's name
        if self.at_rcpt.startswith("2"):
            envelope.rcpt_tos.append(address)
        return self.at_rcpt

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.got.append(envelope)
        return self.at_data


@asynccontextmanager
async def smtp(mailbox, *, implicit=False, **more):
    loop = asyncio.get_running_loop()
    made = lambda: SMTP(mailbox, hostname="loopback", loop=loop, **more)  # noqa: E731
    server = await loop.create_server(made, "127.0.0.1", 0, ssl=serving() if implicit else None)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def sent(port, parcel=PARCEL, *, trust=None, patience=5.0, **server):
    letter = replace(parcel, server=replace(parcel.server, port=port, **server))
    async with asyncio.timeout(60):
        return await MailCarrier(SECRETS, patience, trust).carry(letter)


def read(envelope):
    return email.message_from_bytes(envelope.content, policy=default)


async def test_it_arrives_as_plain_text_with_an_id_that_stays():
    mailbox = Mailbox()
    async with smtp(mailbox) as port:
        assert await sent(port) == Taken()
        assert await sent(port) == Taken()
    first, second = map(read, mailbox.got)
    assert first["message-id"] == second["message-id"] == "<msg_1@example.org>"
    assert (first["from"], first["to"], first["subject"]) == ("bot@example.org", PARCEL.to, PARCEL.subject)
    assert first["auto-submitted"] == "auto-generated"
    assert first["date"].datetime == NOON
    assert first.get_content_type() == "text/plain"
    assert first.get_content().replace("\r\n", "\n").strip() == PARCEL.text
    assert (mailbox.got[0].mail_from, mailbox.got[0].rcpt_tos) == ("bot@example.org", ["sales@example.org"])


@pytest.mark.parametrize("breaker", ["\r\n", "\n", "\r", "\u2028", "\x0b", "\x85", "\x00", "\ud800"])
async def test_nobodys_name_becomes_a_header(breaker):
    mailbox = Mailbox()
    name = f"Ann{breaker}Bcc: everybody@example.com{breaker}{breaker}Body"
    async with smtp(mailbox) as port:
        assert await sent(port, replace(PARCEL, subject=name, text=f"x{breaker}y")) == Taken()
    message = read(mailbox.got[0])
    assert message["bcc"] is None
    assert message["subject"].startswith("Ann Bcc: everybody@example.com")
    assert mailbox.got[0].rcpt_tos == ["sales@example.org"]


def test_a_long_subject_in_any_letters_stays_one_header():
    message = composed(replace(PARCEL, subject="Żółw " * 60))
    raw = message.as_bytes()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert email.message_from_bytes(raw, policy=default)["subject"] == ("Żółw " * 60).strip()


# --- encryption


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
async def test_encrypted_it_arrives_where_the_certificate_is_trusted(tls):
    mailbox = Mailbox()
    how = {"implicit": True} if tls == "implicit" else {"tls_context": serving(), "require_starttls": True}
    async with smtp(mailbox, **how) as port:
        assert await sent(port, trust=trusting(), tls=tls) == Taken()
        assert await sent(port, tls=tls) == Failed("the certificate is not accepted")
    assert len(mailbox.got) == 1


async def test_a_server_without_starttls_gets_nothing():
    mailbox = Mailbox()
    async with smtp(mailbox) as port:
        outcome = await sent(port, trust=trusting(), tls="starttls")
    assert outcome == Failed("the server does not offer what is asked of it (TLS, login)")
    assert mailbox.got == []


async def test_without_tls_only_this_machine_is_written_to():
    mailbox, asked = Mailbox(), []

    def elsewhere(host):
        asked.append(host)
        return False

    async with smtp(mailbox) as port:
        letter = replace(PARCEL, server=replace(SERVER, port=port))
        outcome = await MailCarrier(SECRETS, 5.0, is_here=elsewhere).carry(letter)
    assert outcome == Hopeless("without TLS mail goes to this very machine only")
    assert (asked, mailbox.got) == (["127.0.0.1"], [])


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("::1", True), ("::1%lo", True), ("10.0.0.1", False), ("", False), ("x", False)],
)
def test_this_machine_is_known_by_its_address(host, here):
    assert is_loopback(host) is here


# --- logging in


class Gate:
    """Knows one user with one password."""

    def __init__(self):
        self.tried = []

    def __call__(self, server, session, envelope, mechanism, data):
        self.tried.append((data.login, data.password))
        return AuthResult(success=(data.login, data.password) == (b"bot", b"correct horse"), handled=False)


async def test_it_logs_in_with_the_hosts_password():
    mailbox, gate = Mailbox(), Gate()
    login = {"authenticator": gate, "auth_required": True, "tls_context": serving()}
    async with smtp(mailbox, **login) as port:
        assert await sent(port, trust=trusting(), tls="starttls", user="bot") == Taken()
        assert await sent(port, trust=trusting(), tls="starttls", user="mallory") == Hopeless("SMTP 535")
        assert await sent(port, trust=trusting(), tls="starttls") == Hopeless("SMTP 530")
    assert len(mailbox.got) == 1
    assert gate.tried[0] == (b"bot", b"correct horse")


async def test_without_its_password_nothing_is_tried():
    outcome = await sent(1, user="bot", secret="other")
    assert outcome == Hopeless("TOWNKEEPER_SECRET__OTHER is not set")


# --- what servers say


@pytest.mark.parametrize(
    ("says", "outcome"),
    [
        ({"at_rcpt": "450 mailbox busy, secret detail"}, Failed("SMTP 450")),
        ({"at_rcpt": "550 no such user, secret detail"}, Hopeless("SMTP 550")),
        ({"at_data": "451 try again"}, Failed("SMTP 451")),
        ({"at_data": "554 spam"}, Hopeless("SMTP 554")),
    ],
)
async def test_four_hundreds_are_tried_again_and_five_hundreds_are_not(says, outcome):
    async with smtp(Mailbox(**says)) as port:
        assert await sent(port) == outcome


async def test_nobody_there_is_tried_again():
    async with smtp(Mailbox()) as port:
        pass
    assert await sent(port) == Failed("no connection")


@asynccontextmanager
async def a_bare_server(meet):
    """Not even a mail server; whoever came is sent away at the end."""
    met = []

    async def come(_, writer):
        met.append(writer)
        await meet(writer)

    server = await asyncio.start_server(come, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for writer in met:
            writer.transport.abort()
        await asyncio.sleep(0)


async def test_who_hangs_is_left_alone_after_a_while():
    async def hang(_):
        pass

    async with a_bare_server(hang) as port:
        assert await sent(port, patience=0.3) == Failed("no answer in time")


async def test_who_hangs_up_is_tried_again():
    async def hang_up(writer):
        writer.close()

    async with a_bare_server(hang_up) as port:
        assert isinstance(await sent(port), Failed)
