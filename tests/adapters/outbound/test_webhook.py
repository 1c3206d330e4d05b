"""What becomes of a posted letter, whatever the other side does."""

import asyncio
import json
import ssl
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.adapters.outbound.secrets import Secrets
from bot.adapters.outbound.webhook import LARGEST_BODY, WebhookCarrier
from bot.core.deliveries import Progress
from bot.domain.care.department import Hook
from bot.runtime.deliveries import Failed, Hopeless, Taken, Unwanted, WebhookParcel
from tests.adapters.outbound.receiver import Receiver, babbles, hangs, hangs_up, says, stops_in_the_middle
from tests.adapters.outbound.test_signing import SECRET, verified
from tests.build import NOON

BODY = json.dumps({"type": "conversation.opened", "data": {"person": "Zażółć"}}).encode()
SECRETS = Secrets({"Sales": SecretStr(SECRET), "empty": SecretStr(""), "bad": SecretStr("whsec_hunter2")})


@pytest.fixture
async def receiver():
    async with Receiver([says()]) as receiver:
        yield receiver


def parcel(url, *, allow_private=True, secret="sales", body=BODY):
    return WebhookParcel("msg_1", Hook(url, secret, allow_private), body, NOON)


async def posted(receiver, *answers, patience=5.0, **more):
    receiver.answers[:] = answers or [says()]
    async with asyncio.timeout(60):
        return await WebhookCarrier(SECRETS, patience).carry(parcel(receiver.url, **more))


async def test_it_arrives_signed_and_whole(receiver):
    assert await posted(receiver) == Taken()
    ((head, body),) = receiver.got
    assert body == BODY
    low = {name.lower(): text for name, text in head.items()}
    assert verified(low, body, SECRET, int(NOON.timestamp()))
    assert (low["webhook-id"], low["content-type"]) == ("msg_1", "application/json; charset=utf-8")


async def test_every_try_has_the_same_id_and_its_own_time(receiver):
    first = parcel(receiver.url)
    for one in (first, replace(first, at=NOON + timedelta(hours=1))):
        await WebhookCarrier(SECRETS).carry(one)
    ids = {head["webhook-id"] for head, _ in receiver.got}
    times = [int(head["webhook-timestamp"]) for head, _ in receiver.got]
    assert ids == {"msg_1"}
    assert times[1] - times[0] == 3600


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
async def test_every_two_hundred_is_taken(receiver, status):
    assert await posted(receiver, says(status)) == Taken()


@pytest.mark.parametrize("status", [400, 401, 404, 500, 502, 503])
async def test_every_other_no_is_tried_again(receiver, status):
    assert await posted(receiver, says(status, b"secret details")) == Failed(f"HTTP {status}")


async def test_gone_means_never_again(receiver):
    assert await posted(receiver, says(410)) == Unwanted("HTTP 410")


@pytest.mark.parametrize(
    ("text", "wait"),
    [("120", timedelta(minutes=2)), ("soon", None), ("-1", None), ("9" * 10, None), ("٣", None), ("", None)],
)
async def test_who_is_busy_may_say_how_long(receiver, text, wait):
    answer = says(429, Retry_After=text) if text.isascii() else says(429)
    assert await posted(receiver, answer) == Failed("HTTP 429", wait)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_redirects_are_not_followed(receiver, status):
    outcome = await posted(receiver, says(status, Location=receiver.url))
    assert outcome == Failed(f"HTTP {status}: redirects are not followed")
    assert len(receiver.got) == 1


async def test_who_hangs_is_left_alone_after_a_while(receiver):
    assert await posted(receiver, hangs, patience=0.3) == Failed("no answer in time")


async def test_who_hangs_up_is_tried_again(receiver):
    assert await posted(receiver, hangs_up) == Failed("the connection broke")


async def test_nobody_there_is_tried_again(receiver):
    await receiver.__aexit__()
    assert await posted(receiver) == Failed("no connection")


async def test_an_answer_without_end_is_taken_and_not_read(receiver):
    assert await posted(receiver, babbles) == Taken()


async def test_what_was_taken_stays_taken_when_the_answer_stops_in_the_middle(receiver):
    assert await posted(receiver, stops_in_the_middle, patience=0.3) == Taken()


async def test_packed_answers_are_not_unpacked(receiver):
    assert await posted(receiver, says(200, b"\x1f\x8bjunk", Content_Encoding="gzip")) == Taken()


@pytest.mark.parametrize(
    ("body", "taken"),
    [
        (b'{"status": "working"}', Taken(Progress.WORKING)),
        (b'{"status": "resolved", "note": "By Friday.\\nBye"}', Taken(Progress.RESOLVED, "By Friday.\nBye")),
        ('{"status": "received", "note": " zażółć\u202e\x00 "}'.replace("\x00", "\\u0000").encode(), None),
        (b'{"status": "done"}', Taken()),
        (b'{"status": "working", "note": 5}', Taken()),
        (b'{"status": "working", "by": "me"}', Taken()),
        (b'{"note": "hi"}', Taken()),
        (b'["working"]', Taken()),
        (b"OK", Taken()),
        (b'{"status": "working"', Taken()),
        (b"\xff\xfe", Taken()),
        (b'{"status": "working", "note": "' + b"x" * 501 + b'"}', Taken()),
        (b'{"status": "working"}' + b" " * 9000, Taken()),
        (b"[" * 5000, Taken()),
    ],
)
async def test_an_answer_counts_when_it_is_exactly_what_was_asked_for(receiver, body, taken):
    expected = taken or Taken(Progress.RECEIVED, "zażółć")
    assert await posted(receiver, says(200, body)) == expected


async def test_the_own_network_is_not_written_to_unless_the_config_says_so(receiver):
    refused = Hopeless("the address is not a public one (allow_private)")
    assert await posted(receiver, allow_private=False) == refused
    port = receiver.url.split(":")[2]
    odd = ("127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0")
    for host in odd:
        outcome = await WebhookCarrier(SECRETS).carry(parcel(f"http://{host}:{port}", allow_private=False))
        assert isinstance(outcome, Hopeless | Failed), host
    assert receiver.got == []


async def test_a_name_that_leads_home_is_refused_by_what_is_connected_to(receiver):
    port = receiver.url.split(":")[2]
    outcome = await WebhookCarrier(SECRETS).carry(parcel(f"http://localhost:{port}", allow_private=False))
    assert outcome == Hopeless("the address is not a public one (allow_private)")
    assert receiver.got == []


@pytest.mark.parametrize(
    ("secret", "why"),
    [("none", "TOWNKEEPER_SECRET__NONE is not set"), ("empty", "TOWNKEEPER_SECRET__EMPTY is not set")],
)
async def test_without_its_secret_nothing_leaves(receiver, secret, why):
    assert await posted(receiver, secret=secret) == Hopeless(why)
    assert receiver.got == []


async def test_a_bad_secret_and_too_much_to_say_are_told_without_either(receiver):
    bad = await posted(receiver, secret="bad")
    assert isinstance(bad, Hopeless)
    assert "hunter2" not in bad.why
    assert await posted(receiver, body=b"x" * (LARGEST_BODY + 1)) == Hopeless("there is too much to send")
    assert receiver.got == []


async def test_an_address_that_cannot_be_read_is_hopeless():
    outcome = await WebhookCarrier(SECRETS).carry(parcel("http://"))
    assert isinstance(outcome, Hopeless | Failed)


async def test_a_certificate_that_nobody_vouches_for_is_not_accepted():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("loopback.pem"))
    runner = web.AppRunner(web.Application(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()
    port = site._server.sockets[0].getsockname()[1]
    try:
        outcome = await WebhookCarrier(SECRETS).carry(parcel(f"https://127.0.0.1:{port}/"))
    finally:
        await runner.cleanup()
    assert outcome == Failed("the certificate is not accepted")
