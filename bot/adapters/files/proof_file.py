"""The proof of a draw as a file: JSON with every value as plain text, so that it can be checked by hand."""

import json
from pathlib import Path
from typing import Any, cast

from bot.domain.gatherings.draw import VERSION, NoDraw, Proof, digest

MOST_BYTES = 64 * 1024 * 1024


def read(path: Path) -> Proof:
    """Read a proof; raises NoDraw with what is wrong, OSError where there is no file."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise NoDraw(f"the file is larger than {MOST_BYTES // 1024 // 1024} MiB")
    try:
        said = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise NoDraw(f"this is no JSON: {fault}") from None
    if not isinstance(said, dict):
        raise NoDraw("this is no proof of a draw")
    proof = _proof(cast("dict[str, Any]", said))
    if cast("dict[str, Any]", said).get("entries_sha256") != digest(proof.entries):
        raise NoDraw("entries_sha256 is not that of the entries: the list was changed after it was frozen")
    return proof


def _proof(said: dict[str, Any]) -> Proof:
    if said.get("version") != VERSION:
        raise NoDraw(f"this is no proof of a draw that this version knows (version {VERSION})")
    try:
        passed = tuple((_text(one["entry"]), _text(one["why"])) for one in _listed(said["passed_over"]))
        return Proof(
            _text(said["contest"]),
            _text(said["commitment"]),
            _text(said["seed"]),
            tuple(map(_text, _listed(said["entries"]))),
            tuple(map(_text, _listed(said["winners"]))),
            passed,
        )
    except KeyError as missing:
        raise NoDraw(f"{missing} is missing") from None
    except TypeError:
        raise NoDraw("a list or a text stands where another kind of value should") from None


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value  # pyright: ignore[reportUnknownVariableType] - each of it is looked at next


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    try:
        value.encode()
    except UnicodeEncodeError:
        raise NoDraw("half of a sign stands in a text") from None
    return value
