"""A verdict for each line of a stream, in the order of the lines, by as many processes as there are cores.

Whoever types gets an answer to each line at once. What comes in piles is shared out: the rules are loaded once, and the
other processes are copies of this one, so that they start in a hundredth of a second and know what it knows.
"""

import gc
import json
import os
import select
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import lru_cache
from io import BufferedReader
from multiprocessing import get_context
from typing import Any, BinaryIO, TypeAlias, cast

from bot.core.languages import LANGUAGES

LONGEST_LINE = 1_000_000
"""Bytes of one line of a stream; a message has 4,096 characters, and what is longer is no message."""
Judge: TypeAlias = Callable[[str, str], dict[str, Any]]
_Lines: TypeAlias = Sequence[tuple[int, bytes]]
_CHUNK = 1 << 16
_PILE = 100
"""Lines that came at once: so many are worth another process."""
_AHEAD = 3
"""Piles for each process that are read before the first of them is answered: a bound on memory."""
_SHAPE = 'this should be an object with a text: {"text": "...", "language": "en"}'
_encoded = json.JSONEncoder(ensure_ascii=False).encode
_decoded = json.JSONDecoder().raw_decode
_KEYS = {"hits", "scores"}
_BLANKS = " \t\r"
_BEGINNING = b'{"'
"""Whatever begins so is UTF-8, and needs no look at what else it might be."""
_judges: list[Judge] = []  # of a process that helps


def stream(judge: Judge, source: BinaryIO, out: BinaryIO, helpers: int | None = None) -> None:
    """Answer every line; one that cannot be read is answered with an error, and the next one follows.

    ``helpers`` are further processes, as many as there are cores if left out, none for one core.
    """
    crowd = _Crowd(judge, out, _cores() if helpers is None else helpers)
    try:
        for lines in arriving(source):
            crowd.take(lines)
            if not _waits(source):
                crowd.finish()
        crowd.finish()
    except BrokenPipeError:
        # Whoever read has had enough. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    finally:
        crowd.leave()


class _Crowd:
    """The processes, and the piles that are not answered yet, in order."""

    def __init__(self, judge: Judge, out: BinaryIO, helpers: int) -> None:
        self._judge = judge
        self._out = out
        self._helpers = helpers
        self._pool: ProcessPoolExecutor | None = None
        self._open: deque[Future[bytes]] = deque()
        self._is_first = True

    def take(self, lines: _Lines) -> None:
        # The first pile is answered here: then the copies have heard the most frequent words already.
        if self._helpers < 2 or self._is_first or len(lines) < _PILE:
            self.finish()
            self._say(_answered(self._judge, lines))
            if self._is_first:
                # All that was read to judge stays; looking through it again and again is wasted, here and in copies.
                gc.freeze()
            self._is_first = False
            return
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._helpers, get_context("fork"), _judges.append, (self._judge,))
        self._open.append(self._pool.submit(_helped, lines))
        while len(self._open) > _AHEAD * self._helpers:
            self._say(self._open.popleft().result())

    def finish(self) -> None:
        """Wait for what is open."""
        while self._open:
            self._say(self._open.popleft().result())

    def leave(self) -> None:
        gc.unfreeze()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _say(self, answers: bytes) -> None:
        self._out.write(answers)
        self._out.flush()


def _cores() -> int:
    """How many processes may run at once; one where a process cannot be copied safely."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _helped(lines: _Lines) -> bytes:
    return _answered(_judges[0], lines)


def _answered(judge: Judge, lines: _Lines) -> bytes:
    return b"".join(_said(judge, raw, number) for number, raw in lines if raw.strip())


def arriving(source: BinaryIO) -> Iterator[list[tuple[int, bytes]]]:
    """Give the lines that are there, with their numbers: one answer at once for a person, many at a time for a file."""
    number, rest = 0, b""
    while chunk := cast("BufferedReader", source).read1(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        # What is too long is too long already; no more of it has to be kept.
        rest = rest[: LONGEST_LINE + 1]
        yield list(enumerate(whole, number + 1))
        number += len(whole)
    yield [(number + 1, rest)]


def _waits(source: BinaryIO) -> bool:
    """Whether more can be read right now; what is no file of the system holds all there will be."""
    try:
        return bool(select.select([source.fileno()], [], [], 0)[0])
    except OSError:
        return True


def _said(judge: Judge, raw: bytes, number: int) -> bytes:
    try:
        text, language = _asked(raw)
    except ValueError as wrong:
        answer: dict[str, Any] = {"line": number, "error": str(wrong)}
    else:
        answer = judge(text, language)
    return _written(answer).encode("utf-8", "backslashreplace") + b"\n"


def _written(answer: dict[str, Any]) -> str:
    """Write an answer; that nothing was found, as nearly always, is said in the same words every time."""
    if answer.keys() != _KEYS or answer["hits"]:
        return _encoded(answer)
    scores: dict[str, float | None] = answer["scores"]
    return _quiet(tuple(scores)) % tuple(["null" if score is None else repr(score) for score in scores.values()])


@lru_cache
def _quiet(names: tuple[str, ...]) -> str:
    """Give what is written around the scores of models of these names."""
    scores = ", ".join(_encoded(name).replace("%", "%%") + ": %s" for name in names)
    return f'{{"hits": [], "scores": {{{scores}}}}}'


def _asked(raw: bytes) -> tuple[str, str]:
    if len(raw) > LONGEST_LINE:
        raise ValueError(f"the line is longer than {LONGEST_LINE} bytes")
    try:
        asked = _object(raw)
    except (ValueError, RecursionError) as broken:
        raise ValueError(f"this is no JSON: {broken}") from None
    given = cast("dict[str, object]", asked) if isinstance(asked, dict) else {}
    text, language = given.get("text"), str(given.get("language") or "")
    if not isinstance(text, str):
        raise ValueError(_SHAPE)  # noqa: TRY004 - one kind of answer for every line that cannot be read
    if language not in {"", *LANGUAGES}:
        raise ValueError(f"the language should be one of {', '.join(LANGUAGES)}, or left out")
    return text, language


def _object(raw: bytes) -> object:
    """Read one line; what is not as plain as nearly every line is goes the long way. Raises ValueError for no JSON."""
    if raw.startswith(_BEGINNING):
        line = raw.decode("utf-8", "surrogatepass")
        asked, end = _decoded(line)
        if not line[end:].strip(_BLANKS):
            return cast("object", asked)
    return json.loads(raw)
