"""The host's secrets, by name: they come from the environment, and leave it only as a signature or a login."""

from collections.abc import Mapping

from pydantic import SecretStr

VARIABLE = "TOWNKEEPER_SECRET__"


class Secrets:
    """Looks secrets up; says which is missing, and never what one is."""

    def __init__(self, known: Mapping[str, SecretStr]) -> None:
        self._known = {name.lower(): secret for name, secret in known.items()}

    def __call__(self, name: str) -> str | None:
        secret = self._known.get(name.lower())
        return None if secret is None else secret.get_secret_value() or None


def missing(name: str) -> str:
    """What people read who have to set it."""
    return f"{VARIABLE}{name.upper()} is not set"
