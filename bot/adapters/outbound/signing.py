"""Signatures after Standard Webhooks 1.0.0: HMAC-SHA256 over id, time and body, so that none can be replaced.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import base64
import binascii
import hmac

PREFIX = "whsec_"
SHORTEST, LONGEST = 24, 64
"""Bytes of a secret: 192 to 512 bits."""


class BadSecret(ValueError):  # noqa: N818  # it is an answer to a person
    """A secret that cannot sign; the message never repeats it."""


def headers(secrets: str, name: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The three headers of one try; ``timestamp`` is in seconds, and is that of the try.

    ``secrets`` holds one, or several with spaces between while one replaces another: each signs. Raises BadSecret.
    """
    if not secrets.split():
        raise BadSecret("a secret is whsec_ and Base64")
    signed = f"{name}.{timestamp}.".encode() + body
    signatures = (f"v1,{_signature(key(secret), signed)}" for secret in secrets.split())
    return {
        "webhook-id": name,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signatures),
    }


def key(secret: str) -> bytes:
    """The bytes of a secret as it is written: ``whsec_`` and Base64. Raises BadSecret."""
    try:
        found = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError):
        raise BadSecret("a secret is whsec_ and Base64") from None
    if not SHORTEST <= len(found) <= LONGEST:
        raise BadSecret(f"a secret has {SHORTEST} to {LONGEST} bytes")
    return found


def _signature(secret: bytes, signed: bytes) -> str:
    return base64.b64encode(hmac.digest(secret, signed, "sha256")).decode()
