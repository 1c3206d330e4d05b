"""Domains that want to be taken for another one."""

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import ClassVar, Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.text.letters import latin_skeleton, shown
from bot.domain.moderation.text.links import TOO_MANY
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.triggers.known_domains import INNOCENT, KNOWN
from bot.domain.moderation.triggers.links import is_listed

_SHORTEST = 6
"""Letters; shorter names have too many honest neighbours one letter away."""
_SECOND_LEVEL = frozenset({"com", "co", "org", "net", "gov", "edu", "ac"})
# What a hasty eye joins.
_JOINED = (("rn", "m"), ("vv", "w"), ("cl", "d"))


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """Fires on a domain that reads like a well-known one, or one of ``allow``, but is written differently.

    Other alphabets, figures for letters, "rn" for "m", or one letter added, dropped, changed or moved. The name
    before the ending decides: a well-known name with another ending is not an imitation but mostly the same firm.
    """

    allow: frozenset[str] = frozenset()
    kind: Literal["lookalikes"] = "lookalikes"
    needs: ClassVar[int] = signs.LINKED
    names: dict[str, str] = field(init=False, repr=False, compare=False)
    """What is imitated: from the name as the eye takes it to the domain."""
    near: dict[int, tuple[tuple[str, str], ...]] = field(init=False, repr=False, compare=False)
    """The same by length, each name also where one letter more or less would put it."""

    def __post_init__(self) -> None:
        known = {_eye(label(name)): name for name in chain(KNOWN, self.allow) if len(label(name)) >= _SHORTEST - 1}
        object.__setattr__(self, "names", known)
        sizes = range(max(map(len, known)) + 2)
        near = {size: tuple(one for one in known.items() if abs(len(one[0]) - size) <= 1) for size in sizes}
        object.__setattr__(self, "near", near)

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the domain, and the one that it imitates."""
        del history
        for host in seen.hosts:
            if host.name == TOO_MANY:
                return Hit(TOO_MANY, TOO_MANY, (seen.message.ref,))
            if is_listed(host.name, self.allow) or is_listed(host.name, _WELL_KNOWN):
                continue
            if meant := self._imitated(label(host.name)):
                written = seen.text[host.span.start : host.span.end] or host.name
                return Hit(written, meant, (seen.message.ref,))
        return None

    def _imitated(self, name: str) -> str:
        eye = _eye(name)
        meant = self.names.get(eye)
        if meant is not None:
            return "" if name == label(meant) else meant
        if len(eye) < _SHORTEST or name in INNOCENT:
            return ""
        return next((domain for known, domain in self.near.get(len(eye), ()) if is_one_off(eye, known)), "")


_WELL_KNOWN = frozenset(KNOWN)


def label(host: str) -> str:
    """The part of a domain that somebody registered, without its ending: ``example`` of ``www.example.co.uk``."""
    parts = host.partition("/")[0].split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else parts[0]


def is_one_off(one: str, other: str) -> bool:
    """Whether one letter added, dropped or changed, or two neighbours swapped, make one of the other."""
    if (one[0] != other[0] and one[-1] != other[-1]) or abs(len(one) - len(other)) > 1 or one == other:
        return False
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    at = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    if len(longer) > len(shorter):
        return longer[at + 1 :] == shorter[at:]
    if longer[at + 1 :] == shorter[at + 1 :]:
        return True
    return longer[at : at + 2] == shorter[at : at + 2][::-1] and longer[at + 2 :] == shorter[at + 2 :]


@lru_cache(maxsize=4096)
def _eye(name: str) -> str:
    """What a hasty eye takes a name for."""
    flat = "".join(map(shown, unicodedata.normalize("NFKC", name)))
    for pair, letter in _JOINED:
        flat = flat.replace(pair, letter)
    return latin_skeleton(flat)
