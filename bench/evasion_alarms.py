"""Where the word lists fire and should not: on chat that people labelled clean, and on innocent words.

People call a good deal of swearing clean. A message with a listed word in it, written as it is, is found on purpose and
counted by itself; the others hold none, so whatever fires there took something else for one.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench.aims import Aim
from bench.evasion_chat import LANGUAGES, chat, line_of
from bench.spam_texts import rows_of
from bot.domain.moderation.text.words import WordHit

DATA = Path(__file__).resolve().parent / "data"
INNOCENT = Path(__file__).resolve().parents[1] / "tests" / "domain" / "moderation" / "text" / "innocent"
ALARMS = Aim("% of labelled clean chat without a listed word that fires, in any language", 0.5, at_most=True)
ACCUSED = Aim("innocent words that fire", 0, at_most=True)
MOST = 8000
"""Texts of each language."""
_OWN = {
    "en": (("en_irc.jsonl.gz", 4000), ("en_sms.jsonl.gz", 4000)),
    "pl": (("pl_poleval.jsonl.gz", MOST),),
}
_GIVEN = {
    "en": (("toxicity/en_olid.jsonl.gz", MOST),),
    "ru": (("toxicity/ru_2ch.jsonl.gz", 4000), ("spam/ru_group.jsonl.gz", 4000)),
    "es": (("toxicity/es_offendes.jsonl.gz", MOST),),
    "sq": (("toxicity/sq_comments.jsonl", MOST),),
}
_CLEAN = "NO"
"""What the people behind the Spanish set called clean; they had another class for swearing that is fine."""


def alarm_lines(finds: Callable[[str], Sequence[WordHit]], seed: int, corpora: Path | None) -> Iterator[str]:
    """Give the lines of both tables; ``finds`` gives the listed words in a text."""
    made_up = list(islice(chat(seed), 20_000))
    yield f"\nclean chat, made up: {sum(bool(finds(text)) for text in made_up)} of {len(made_up)} fire\n"
    yield "| chat that people labelled clean | texts | hold a listed word, % | of the others fire, % |"
    yield "| --- | --: | --: | --: |"
    worst = 0.0
    for language in LANGUAGES:
        texts = list(_clean(language, corpora))
        if not texts:
            yield f"| {language} | needs `--corpora` | - | - |"
            continue
        told = [finds(text) for text in texts]
        plain = sum(any(hit.how == "plain" for hit in hits) for hits in told)
        share = 100 * (sum(map(bool, told)) - plain) / (len(texts) - plain)
        worst = max(worst, share)
        yield f"| {language} | {len(texts)} | {100 * plain / len(texts):.2f} | {share:.2f} |"
    yield "\n" + ALARMS.line(worst)
    yield "\n| innocent words: places, names, inflections, technical words | words | fire |\n| --- | --: | --: |"
    accused: list[str] = []
    for language in LANGUAGES:
        words = innocent(language)
        source = random.Random(f"{seed} {language} innocent")  # noqa: S311 - for repeatable lines
        found = [word for word in words if finds(word) or finds(f"{line_of(language, source)} {word}")]
        accused += found
        yield f"| {language} | {len(words)} | {len(found)} |"
    yield "\n" + ACCUSED.line(len(accused), ", ".join(accused))


def innocent(language: str) -> list[str]:
    """Give the words of our own list; a line that begins with # says what follows."""
    lines = INNOCENT.joinpath(f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(word for line in lines if not line.startswith("#") for word in line.split()))


def _clean(language: str, corpora: Path | None) -> Iterator[str]:
    files = [(DATA / name, most) for name, most in _OWN.get(language, ())]
    if corpora is not None:
        files += [(corpora / name, most) for name, most in _GIVEN.get(language, ())]
    for path, most in files:
        texts = (row["text"] for row in rows_of(path) if not row["label"] and row.get("class", _CLEAN) == _CLEAN)
        yield from islice(texts, most)
