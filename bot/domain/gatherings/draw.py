"""A draw that anybody can check: promised before it begins, decided by all who took part, shown whole afterwards.

When a contest starts, a seed is chosen and its SHA-256 is published: the commitment. When it closes, the list of
entries is frozen. Each entry's place comes from HMAC-SHA256 with the seed as the key and, as the message, the contest,
the digest of the frozen list and the entry: the smallest comes first. Nobody but the host knows the seed, and not even
the host knows an order before the last entry is in. A reroll takes the next place; nothing is drawn twice.
"""

import hashlib
import heapq
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

VERSION = 1
_SEED = re.compile(r"[0-9a-f]{64}")
_ENTRY = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ENTRIES = re.compile(r"(?:[A-Za-z0-9_-]{1,64}\n)*")


class NoDraw(ValueError):  # noqa: N818  # it reads as what happened
    """What was given is no draw; the message says why."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything that is needed to draw again.

    ``contest`` is the name under which it was announced, ``seed`` 64 hexadecimal digits, ``entries`` the codes that
    entrants were given, ``winners`` in the order of their places. ``passed_over`` holds entries that came first and
    could not win, each with the reason: they had left, were banned, or did not claim in time.
    """

    contest: str
    commitment: str
    seed: str
    entries: tuple[str, ...]
    winners: tuple[str, ...]
    passed_over: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a proof that does not hold: ``what`` is a short name, ``detail`` says it in words."""

    what: str
    detail: str


def commitment(seed: str) -> str:
    """Give what is published before the first entry: the SHA-256 of the seed's 32 bytes, in hexadecimal digits."""
    return hashlib.sha256(_bytes(seed)).hexdigest()


def digest(entries: Iterable[str]) -> str:
    """Give the SHA-256 of the frozen list: the entries sorted by their bytes, each on a line that ends with LF."""
    return hashlib.sha256(_lines(sorted(entries)).encode()).hexdigest()


def ranking(contest: str, seed: str, entries: Collection[str], first: int | None = None) -> tuple[str, ...]:
    """Give all entries, or the ``first`` so many, in the order of their places.

    The order in which they are given does not matter. Raises NoDraw for a seed or an entry that is none, and for an
    entry that stands twice.
    """
    frozen = sorted(entries)
    _check(frozen)
    numbered = zip(_numbers(_bytes(seed), f"{contest}\n{digest(frozen)}\n", frozen), frozen, strict=True)
    ordered = sorted(numbered) if first is None else heapq.nsmallest(first, numbered)
    return tuple(entry for _, entry in ordered)


def draw(
    contest: str, seed: str, entries: Collection[str], many: int, barred: Collection[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the first ``many`` entries that may win, and those before them that may not, each by their places."""
    winners, passed = list[str](), list[str]()
    for entry in ranking(contest, seed, entries):
        if len(winners) == many:
            break
        (passed if entry in barred else winners).append(entry)
    return tuple(winners), tuple(passed)


def doubts(proof: Proof, promised: str = "") -> tuple[Doubt, ...]:
    """Draw again and tell what does not hold; nothing means that the draw is as it should be.

    ``promised`` is the commitment as it was announced at the start, for who kept it.
    """
    try:
        found = list(_about_seed(proof, promised))
        winners, passed = draw(
            proof.contest, proof.seed, proof.entries, len(proof.winners), {entry for entry, _ in proof.passed_over}
        )
    except NoDraw as fault:
        return (Doubt("unreadable", str(fault)),)
    if winners != proof.winners:
        found.append(Doubt("winners", f"the places say {', '.join(winners) or 'nobody'}"))
    decided = set(proof.winners) | {entry for entry, _ in proof.passed_over}
    # Where something was decided about everybody, those behind the last winner came up, too: there were too few.
    known = set(proof.entries)
    expected = known if decided >= known else known.intersection(passed)
    extra = [entry for entry, _ in proof.passed_over if entry not in expected]
    if extra:
        found.append(Doubt("passed over", f"nothing was to be decided about {', '.join(extra)}"))
    return tuple(found)


def _lines(frozen: Sequence[str]) -> str:
    return "".join([f"{entry}\n" for entry in frozen])


def _check(frozen: Sequence[str]) -> None:
    """Raise NoDraw for what is no list; one pattern looks at all of it, for there may be very many."""
    if len(set(frozen)) < len(frozen):
        raise NoDraw("an entry stands twice in the list")
    text = _lines(frozen)
    if text.count("\n") != len(frozen) or not _ENTRIES.fullmatch(text):
        wrong = next(entry for entry in frozen if not _ENTRY.fullmatch(entry))
        raise NoDraw(f"{wrong!r} is no entry")


def _numbers(seed: bytes, before: str, frozen: Sequence[str]) -> Iterator[bytes]:
    """The HMAC-SHA256 of each: its two hashes are begun once and copied, which takes half the time of ``hmac``."""
    key = seed.ljust(hashlib.sha256().block_size, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in key) + before.encode())
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in key))
    for entry in frozen:
        inside, outside = inner.copy(), outer.copy()
        inside.update(entry.encode())
        outside.update(inside.digest())
        yield outside.digest()


def _about_seed(proof: Proof, promised: str) -> Iterable[Doubt]:
    made = commitment(proof.seed)
    if made != proof.commitment:
        yield Doubt("commitment", f"the SHA-256 of the seed is {made}")
    if promised and promised.strip().lower() != made:
        yield Doubt("promise", "the seed is not the one that was promised at the start")


def _bytes(seed: str) -> bytes:
    if not _SEED.fullmatch(seed):
        raise NoDraw("a seed has 64 hexadecimal digits, in lower case")
    return bytes.fromhex(seed)
