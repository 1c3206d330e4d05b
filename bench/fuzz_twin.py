"""Throws texts at the compiled twin that is built with the address and undefined-behaviour sanitizers, for so long.

Start it with `python3 -m bench.fuzz_twin --seconds 600` (processor time). It needs gcc with its sanitizers. The twin is
given what it is made for, any Unicode and hostile texts with the shipped lists, and must say what Python says; then
tables that chance has changed, of which nothing is asked but that nobody reads or writes where nothing belongs to it.
"""

import argparse
import os
import random
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.machinery import ExtensionFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any, cast

from bench.chatter import LINES
from bench.evasion_chat import LANGUAGES
from bench.hostile import hostile
from bot.adapters.files import compiler
from bot.adapters.files.lexicons import load_lexicon
from bot.domain.moderation.models import features
from bot.domain.moderation.models.weights import Weights, known_words
from bot.domain.moderation.text.glance import Memory, candidates_once
from bot.domain.moderation.text.look import look
from bot.domain.moderation.text.passes import UNREAD
from bot.domain.moderation.text.reading import Reading, read
from bot.domain.moderation.text.twin import Twin, look_of, tells_of

LOCALES = Path(__file__).resolve().parents[1] / "locales"
CHECKS = ("-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer")
_INSIDE = "FUZZ_TWIN"
_NUMBERS = (features.MOST_TOKENS, features.LONGEST_WORD, features._WORD_SALT, features._MASK)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]


def main() -> None:
    """Build it and begin anew with the sanitizers loaded; there, throw."""
    options = _options()
    if inside := os.environ.get(_INSIDE):
        _throw(_loaded(Path(inside)), options.seconds, options.seed)
        return
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "twin.so"
        include = sysconfig.get_path("include")
        built = ["gcc", *CHECKS, "-shared", "-fPIC", f"-I{include}", str(compiler.SOURCES / "twin.c"), "-o", str(made)]
        subprocess.run(built, check=True)  # noqa: S603 - our own
        names = ("libasan.so", "libubsan.so")
        found = [subprocess.check_output(["gcc", f"-print-file-name={name}"], text=True).strip() for name in names]  # noqa: S603, S607
        # Without pools every object has borders of its own, and whoever steps over one is seen.
        more = {"LD_PRELOAD": " ".join(found), "ASAN_OPTIONS": "detect_leaks=0", "PYTHONMALLOC": "malloc"}
        environment = {**os.environ, **more, _INSIDE: str(made), compiler.SWITCH: "1"}
        command = [sys.executable, "-m", "bench.fuzz_twin", *sys.argv[1:]]
        raise SystemExit(subprocess.run(command, env=environment, check=False).returncode)  # noqa: S603 - this very file


def _throw(twin: Twin, seconds: float, seed: int) -> None:
    lexicon = load_lexicon(LOCALES, LANGUAGES)
    eye, tells = look_of(twin), tells_of(twin, lexicon.index)
    rounds = texts = 0
    while time.process_time() < seconds:
        chance = random.Random(f"{seed} {rounds}")  # noqa: S311 - for repeatable texts
        for text in _texts(chance, lexicon.index.folded):
            try:
                _same(twin, eye, Memory(lexicon.index, tells), Memory(lexicon.index), text, chance)
            except AssertionError:
                raise SystemExit(f"seed {seed}, round {rounds}: Python says something else of {text!r}") from None
            texts += 1
        _with_broken_tables(twin, lexicon, chance)
        rounds += 1
    print(
        f"seed {seed}: {rounds:,} rounds, {texts:,} texts, {time.process_time():.0f} s of processor time, nothing found"
    )


def _texts(chance: random.Random, words: tuple[str, ...]) -> list[str]:
    """Make some of each kind, short ones mostly: what matters is how things stand beside each other."""
    hard = list(hostile(chance.randrange(10**9), chance.choice((60, 300, 700))).values())
    made = chance.sample(hard, 12) + [_any(chance) for _ in range(12)]
    for _ in range(24):
        pieces = [
            chance.choice((*words[:: len(words) // 500], *LINES, *hard))[: chance.randrange(1, 60)] for _ in range(6)
        ]
        made.append(chance.choice(("", " ", "*", ".", "vv", "<b>", "\u0301", "\u200d")).join(pieces))
    made += [_changed(chance, text) for text in made]
    return [*made, chance.choice(hard) * 40, _any(chance) * 30]


def _any(chance: random.Random) -> str:
    ranges = ((0, 0x80), (0x80, 0x500), (0x2000, 0x3100), (0xD7F0, 0xE010), (0xFE00, 0x10000), (0x10000, 0x110000))
    return "".join(chr(chance.randrange(*chance.choice(ranges))) for _ in range(chance.randrange(80)))


def _changed(chance: random.Random, text: str) -> str:
    signs = list(text)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(signs) + 1)
        signs[at : at + chance.randrange(2)] = chance.choice("aфz0@$!*#.-<>`\\ \n\u200d❤ﬂñvv\U0001f525")
    return "".join(signs)


def _same(twin: Twin, eye: Callable[[str], Any], fast: Memory, slow: Memory, text: str, chance: random.Random) -> None:
    told, expected = eye(text[:6000]), look(text[:6000])
    assert (told is None) == (expected is None)
    if told is not None and expected is not None:
        assert (told[0], told[1], told[3]) == (expected[0], expected[1], expected[3])
    seen = read(text) if told is None else Reading(text[:6000], *told)
    found, more = set(candidates_once(fast, seen)), set(candidates_once(slow, read(text)))
    # Where Python has to compare too much, the twin may have spared it that: then more is found with it.
    assert found == more or UNREAD in {one.entry for one in more}
    tokens, pairs = features.spelt_of(text)
    assert twin.spelt(text, _NUMBERS) == (tokens, pairs)
    weights = Weights(_WEIGHTS, known_words(list(map(features.number_of, tokens[::2]))))
    expected_weight = weights.weighed(text)
    features.parts_with(twin)
    try:
        assert weights.weighed(text) == expected_weight
    finally:
        features.parts_with(None)
    for word in chance.sample(tokens, min(3, len(tokens))):
        twin.parts(word, chance.choice((1, 7, features.SIZE - 1, 2**32 - 1)))


_WEIGHTS = random.Random(1).randbytes(features.SIZE)  # noqa: S311 - any


class _Broken:
    """Hands on tables that were changed, to what would be made of them; says what came of it."""

    def __init__(self, twin: Twin, chance: random.Random) -> None:
        self._twin, self._chance = twin, chance

    def eye(self, tables: tuple[bytes, ...], numbers: tuple[int, ...]) -> Any:  # noqa: ANN401 - what the twin gives
        return self._twin.eye(self._changed(tables), numbers)

    def lists(self, tables: tuple[bytes, ...], numbers: tuple[int, ...]) -> Any:  # noqa: ANN401 - what the twin gives
        return self._twin.lists(self._changed(tables), tuple(self._chance.choice((one, 0, 5)) for one in numbers))

    def _changed(self, tables: tuple[bytes, ...]) -> tuple[bytes, ...]:
        made = [bytearray(table) for table in tables]
        for table in self._chance.sample(made, 3):
            for _ in range(self._chance.randrange(1, 200)):
                if table:
                    table[self._chance.randrange(len(table))] = self._chance.choice((0, 10, 32, 45, 255, 97, 57))
            if self._chance.random() < 0.3:
                del table[self._chance.randrange(len(table) + 1) :]
        return tuple(map(bytes, made))


def _with_broken_tables(twin: Twin, lexicon: Any, chance: random.Random) -> None:  # noqa: ANN401 - a lexicon
    broken = cast(Twin, _Broken(twin, chance))
    looks = [text[:6000] for text in _texts(chance, lexicon.index.folded)]
    with suppress(TypeError, ValueError):  # refused, as it should be
        eye = look_of(broken)
        for text in looks:
            eye(text)
    with suppress(TypeError, ValueError):
        tells = tells_of(broken, lexicon.index)
        for told in filter(None, map(look, looks)):
            tells(told[1], told[3])
            tells(chance.randbytes(chance.randrange(300)), chance.randbytes(chance.randrange(300)))


def _loaded(path: Path) -> Twin:
    loader = ExtensionFileLoader(compiler.NAME, str(path))
    spec = spec_from_loader(compiler.NAME, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return cast(Twin, module)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Throw texts at the compiled twin, with sanitizers.")
    parser.add_argument("--seconds", type=float, default=600, help="processor time")
    parser.add_argument("--seed", type=int, default=2026)
    return parser.parse_args()


if __name__ == "__main__":
    main()
