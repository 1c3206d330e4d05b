"""How many hidden words the default lists still find, by language and by trick, and how often they are wrong.

Start it with `python3 -m bench.evasion`. `--corpora DIR` adds the chat that people labelled clean and whose licence
keeps it out of this repository; `--clean FILE` counts what fires in your own clean chat (JSON lines).
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from bench.aims import Aim
from bench.evasion_alarms import alarm_lines
from bench.evasion_chat import LANGUAGES, chat, line_of
from bench.evasion_newer import NEWER
from bench.evasion_tricks import TRICKS, Trick
from bench.peers import peers
from bot.adapters.files.lexicons import load_lexicon
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import Severity

LOCALES = Path(__file__).resolve().parents[1] / "locales"
MOST_BESIDE = 25
"""Words of each language that are also shown to other filters, of which one takes long."""


@dataclass(slots=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0
    missed: list[str] = field(default_factory=list[str])

    def count(self, word: str, hidden: str, *, found: bool) -> None:
        self.part += found
        self.whole += 1
        if not found:
            self.missed.append(f"{word} as {hidden!r}")

    @property
    def value(self) -> float:
        return self.part / self.whole


def main() -> None:
    """Measure and print tables."""
    options = _options()
    lexicon = load_lexicon(LOCALES, LANGUAGES)
    for title, severity, shortest, aim in (
        ("core words: the first of each strong family", Severity.STRONG, 3, 0.97),
        ("all reviewed words of four letters and more", Severity.MEDIUM, 4, 0.90),
    ):
        words = {one: _words(lexicon, one, severity, shortest, core=shortest == 3) for one in LANGUAGES}
        told = _recall(lexicon, words, severity, options, TRICKS)
        _print_recall(title, TRICKS, told, options.missed)
        lowest = min(_mean(told, TRICKS, one) for one in LANGUAGES)
        print("\n" + Aim(f"mean recall over the tricks in every language, {title.split(':')[0]}", aim).line(lowest))
        later = _recall(lexicon, words, severity, options, NEWER)
        _print_recall(f"{title}; tricks that the reader was not written for", NEWER, later, options.missed)
        if shortest == 3:
            _print_peers(lexicon, words, options)
    for line in alarm_lines(lambda text: lexicon.find(read(text), LANGUAGES), options.seed, options.corpora):
        print(line, flush=True)
    if options.clean:
        _print_alarms(lexicon, options.clean, options.seed)


def _words(lexicon: Lexicon, language: str, severity: Severity, shortest: int, *, core: bool) -> list[str]:
    """Choose words as a list gives them; of the core words those that moderators are shown for a family."""
    entries = [
        entry
        for entry in lexicon.index.entries
        if entry.language == language and entry.kind == "word" and entry.severity >= severity and not entry.accents
    ]
    found = {entry.word.casefold() for entry in entries if not core or entry.word == entry.shown}
    return sorted(word for word in found if len(word) >= shortest and word.isalpha())


def _recall(
    lexicon: Lexicon,
    words: dict[str, list[str]],
    severity: Severity,
    options: argparse.Namespace,
    tricks: Mapping[str, Trick],
) -> dict[tuple[str, str], Share]:
    recall: defaultdict[tuple[str, str], Share] = defaultdict(Share)
    for language, choice in words.items():
        source = random.Random(f"{options.seed} {language}")  # noqa: S311 - for a repeatable mix, not for secrets
        for _ in range(options.size):
            before, after, word = line_of(language, source), line_of(language, source), source.choice(choice)
            for trick, hide in (("plain", None), *tricks.items()):
                hidden = hide(word, source) if hide else word
                if hidden is not None:
                    text = f"{before} {hidden} {after}"
                    # The lines around hold nothing that fires: the last table shows it.
                    recall[trick, language].count(
                        word, hidden, found=bool(lexicon.find(read(text), LANGUAGES, severity))
                    )
    return recall


def _mean(recall: Mapping[tuple[str, str], Share], tricks: Mapping[str, Trick], language: str) -> float:
    values = [recall[trick, language].value for trick in tricks if (trick, language) in recall]
    return sum(values) / len(values)


def _print_recall(title: str, tricks: Mapping[str, Trick], recall: dict[tuple[str, str], Share], missed: int) -> None:
    print(f"\n{title}: recall\n\n| trick | {' | '.join(LANGUAGES)} |\n| --- |{' ---: |' * len(LANGUAGES)}")
    for trick in ("plain", *tricks):
        cells = [f"{recall[trick, one].value:.2f}" if (trick, one) in recall else "-" for one in LANGUAGES]
        print(f"| {trick} | {' | '.join(cells)} |")
    means = [f"{_mean(recall, tricks, language):.3f}" for language in LANGUAGES]
    print(f"| **mean of the tricks** | {' | '.join(means)} |")
    for (trick, language), share in sorted(recall.items()):
        if missed and share.missed:
            print(f"{language}, {trick}: {'; '.join(share.missed[:missed])}")


def _print_peers(lexicon: Lexicon, words: dict[str, list[str]], options: argparse.Namespace) -> None:
    """Compare with each filter on words that it knows itself when nobody hides them: lists are not the question."""
    print("\ncore words that the other filter finds when nobody hides them: recall over all tricks\n")
    print(f"| filter | {' | '.join(LANGUAGES)} |\n| --- |{' ---: |' * len(LANGUAGES)}")
    for name, finds in peers():
        theirs: list[str] = []
        ours: list[str] = []
        for language, choice in words.items():
            hidden = list(_hidden([word for word in choice if finds(word)], language, options))
            theirs.append(_share(finds(text) for text in hidden))
            ours.append(_share(bool(lexicon.find(read(text), LANGUAGES)) for text in hidden))
        print(f"| {name} | {' | '.join(theirs)} |\n| ours, on the same | {' | '.join(ours)} |")


def _hidden(words: list[str], language: str, options: argparse.Namespace) -> Iterator[str]:
    source = random.Random(f"{options.seed} {language} beside others")  # noqa: S311 - the same
    for word in source.sample(words, min(len(words), MOST_BESIDE)):
        yield from filter(None, (hide(word, source) for hide in TRICKS.values()))


def _share(found: Iterable[object]) -> str:
    answers = [bool(one) for one in found]
    return f"{sum(answers) / len(answers):.2f}" if answers else "-"


def _print_alarms(lexicon: Lexicon, clean: Path, seed: int) -> None:
    texts = list(islice(chat(seed, clean), len(clean.read_text(encoding="utf-8").splitlines())))
    fired = sum(bool(lexicon.find(read(text), LANGUAGES)) for text in texts)
    print(f"\n{clean}: {fired} of {len(texts)} fire ({100 * fired / len(texts):.2f} %)")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How many hidden words are found.")
    parser.add_argument("--size", type=int, default=150, help="words of each language, each in every trick")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--missed", type=int, default=0, help="how many misses of each kind to print")
    parser.add_argument("--corpora", type=Path, help="a folder with toxicity/ and spam/, for what may not be copied")
    parser.add_argument("--clean", type=Path, help="a file of JSON lines with clean chat")
    return parser.parse_args()


if __name__ == "__main__":
    main()
