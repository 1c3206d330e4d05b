"""Signatures are those of Standard Webhooks, checked by code that shares nothing with what signs."""

import base64
import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.outbound.signing import BadSecret, headers

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
TWO = "whsec_" + base64.b64encode(b"2" * 32).decode()


def verified(head: dict[str, str], body: bytes, secret: str, now: int) -> bool:
    """What a receiver does, as docs/departments.md tells it."""
    if abs(now - int(head["webhook-timestamp"])) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = b".".join([head["webhook-id"].encode(), head["webhook-timestamp"].encode(), body])
    wanted = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(wanted, one) for one in head["webhook-signature"].split())


def test_the_published_example_has_the_published_signature():
    # The vector of the reference libraries: github.com/standard-webhooks/standard-webhooks, "sign function works".
    head = headers(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert head == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


@given(st.binary(max_size=200), st.integers(0, 2**33))
def test_whatever_is_sent_can_be_verified_and_nothing_else(body, at):
    head = headers(SECRET, "msg_1", at, body)
    assert verified(head, body, SECRET, at + 299)
    assert not verified(head, body + b" ", SECRET, at)
    assert not verified(head, body, TWO, at)
    assert not verified(head, body, SECRET, at + 301)
    assert not verified({**head, "webhook-id": "msg_2"}, body, SECRET, at)


def test_while_one_secret_replaces_another_both_sign():
    head = headers(f"{TWO} {SECRET}", "msg_1", 1, b"{}")
    assert verified(head, b"{}", SECRET, 1)
    assert verified(head, b"{}", TWO, 1)


@pytest.mark.parametrize(
    "secret", ["", "  ", "whsec_", "whsec_!!!!", "whsec_c2hvcnQ=", base64.b64encode(b"x" * 65).decode()]
)
def test_a_secret_that_is_none_is_refused_without_being_repeated(secret):
    with pytest.raises(BadSecret) as refused:
        headers(secret, "msg_1", 1, b"{}")
    assert not secret.strip() or secret not in str(refused.value)
