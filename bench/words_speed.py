"""What the default word rule costs: five languages, strong words, on mixed chat, beside other filters in the same run.

Start it with `python3 -m bench.words_speed`; `--chat FILE` measures on your own chat (JSON lines).
"""

import argparse
import gc
import platform
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import islice, product
from pathlib import Path

from bench.aims import Aim
from bench.evasion_chat import LANGUAGES, chat
from bench.peers import Filter, peers
from bot.adapters.files.lexicons import load_lexicon, quickest
from bot.domain.moderation.text.index import build_index
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import Entry, Severity

FASTER = Aim("times as fast as better-profanity 0.7", 1000)
TERMS = Aim("cost at 50,000 terms beside that at 800", 1.5, at_most=True)
START = Aim("s of processor time to start, from what was kept", 1, at_most=True)
LOCALES = Path(__file__).resolve().parents[1] / "locales"


def main() -> None:
    """Measure and print tables."""
    options = _options()
    texts = list(islice(chat(options.seed, options.chat), options.size))
    print(f"Python {platform.python_version()}; {len(texts)} messages, seed {options.seed}; processor time\n")
    _print_speed(texts, options.rounds)
    _print_terms(texts, options.rounds)
    print_start()
    _print_hostile()


def _print_speed(texts: list[str], rounds: int) -> None:
    lexicon = load_lexicon(LOCALES, LANGUAGES)
    first = _once(lambda text: lexicon.find(read(text), LANGUAGES), texts)
    filters: dict[str, Filter] = {
        "read": read,
        "read and find": lambda text: lexicon.find(read(text), LANGUAGES),
        **dict(peers()),
        "str.casefold, the floor": str.casefold,
    }
    medians = _in_turns(filters, texts, rounds)
    base = medians.get("better-profanity 0.7")
    print("| | us a message | messages a second | times better-profanity |\n| --- | ---: | ---: | ---: |")
    for name, took in [("read and find, all of it for the first time", first), *medians.items()]:
        print(f"| {name} | {took:.2f} | {1e6 / took:,.0f} | {f'{base / took:,.0f}' if base else '-'} |")
    if base:
        print("\n" + FASTER.line(base / medians["read and find"]))


def _print_terms(texts: list[str], rounds: int) -> None:
    filters: dict[str, Filter] = {}
    for terms in (800, 50_000):
        lexicon = made_up(terms)
        filters[f"{terms} terms"] = partial(_found, lexicon)
    took = _in_turns(filters, texts, rounds)
    few, many = took.values()
    print("\n| read and find with | us a message |\n| --- | ---: |")
    print("\n".join(f"| {name} | {each:.2f} |" for name, each in took.items()) + f"\n| ratio | {many / few:.2f} |")
    print("\n" + TERMS.line(many / few))


def made_up(terms: int) -> Lexicon:
    """Give a lexicon of so many words that nobody listed.

    They are drawn, so that as great a share of them is said by chance however many there are. That is more words for a
    longer list, and finding them is part of what it costs.
    """
    return quickest(build_index(Entry(word, "en") for word in islice(_made_up(), terms)))


def _found(lexicon: Lexicon, text: str) -> object:
    return lexicon.find(read(text), ("en",))


def print_start() -> None:
    """Print what compiling five languages costs, and reading what was compiled before."""
    print("\n| start with five languages | s |\n| --- | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("the first time, compiled", "again, from what was kept"):
            began = time.process_time()
            load_lexicon(LOCALES, LANGUAGES, cache=Path(folder))
            took = time.process_time() - began
            print(f"| {name} | {took:.2f} |")
    print("\n" + START.line(took))


def _print_hostile() -> None:
    lexicon = load_lexicon(LOCALES, LANGUAGES)
    took: dict[str, float] = {}
    for unit in _HOSTILE:
        text = (unit * 4096)[:4096]
        lexicon.memory.clear()
        took[unit] = min(_once(lambda one: lexicon.find(read(one), LANGUAGES, Severity.MILD), [text]) for _ in range(3))
    print("\n| 4,096 characters of | ms |\n| --- | ---: |")
    for unit, us in sorted(took.items(), key=lambda each: -each[1])[:8]:
        print(f"| `{unit[:8]!r}` | {us / 1000:.1f} |")


_HOSTILE = (
    *(
        "a.a.",
        "п.и.",
        "f u ",
        "a",
        "aaa ",
        "f*f*",
        "a1",
        "fuсk ",
        "f\u0301\u0302",
        "ffuucckk ",
        "f<b>u",
        "vv ",
        "wh re ",
    ),
    *(
        "🔥f",
        "\\f",
        "`f",
        "a[.]",
        "put as ",
        "f\nu\n",
        "s1s1 ",
        "k u r ",
        "fuck",
        "f||",
        "х у й ",
        "ﷺ",
        "a_",
        "@@a",
        "fu*k ",
    ),
    "".join(map(chr, range(0xA0, 0xA0 + 4096))),
    "".join(map(chr, range(0x1D400, 0x1D400 + 1024))),
)


def _in_turns(filters: dict[str, Filter], texts: list[str], rounds: int) -> dict[str, float]:
    """Let them take turns, so that what else the machine does meets all alike; a slow one gets fewer messages."""
    share = {name: texts if _once(each, texts[:20]) < 1000 else texts[:40] for name, each in filters.items()}
    took: dict[str, list[float]] = {name: [] for name in filters}
    for _ in range(rounds):
        for name, each in filters.items():
            took[name].append(_once(each, share[name]))
    return {name: statistics.median(each) for name, each in took.items()}


def _once(each: Filter, texts: list[str]) -> float:
    gc.collect()
    gc.disable()
    began = time.process_time()
    for text in texts:
        each(text)
    spent = time.process_time() - began
    gc.enable()
    return spent / len(texts) * 1e6


def peers_alone(texts: list[str], rounds: int = 3) -> dict[str, float]:
    """What other filters need for a message of these, in microseconds."""
    return _in_turns(dict(peers()), texts, rounds)


def _made_up() -> Iterator[str]:
    """Draw words of two to four syllables, each once; a syllable may end in a consonant."""
    dice = random.Random(800)  # noqa: S311 - the same words in every run
    drawn: set[str] = set()
    syllables = ["".join(each) for each in product("bcdfghjklmnprstvwz", "aeiou", ("", "", "n", "r", "s", "l"))]
    while True:
        word = "".join(dice.choices(syllables, k=dice.choice((2, 3, 3, 4))))
        if len(word) > 4 and word not in drawn:
            drawn.add(word)
            yield word


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What the default word rule costs.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--size", type=int, default=4000, help="messages in each round")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--chat", type=Path, help="a file of JSON lines to measure on")
    return parser.parse_args()


if __name__ == "__main__":
    main()
