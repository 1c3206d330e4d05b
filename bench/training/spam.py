"""Makes the spam weights that ship: `python -m bench.training.spam --corpora DIR`; a minute, and nothing but Python.

One model for Latin letters, trained on English short messages and comments (CC BY 4.0) and technical chat (clean, CC BY
4.0), and one for Cyrillic ones, trained on the clean messages of a Russian Telegram group (MIT, from `--corpora`: its
licence lets weights ship, and its messages are people's own); both on made-up offers in their language. That group's
spam was translated by a machine from e-mail, and a model that learns from it finds less of what Telegram sees.
"""

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from bench.spam_texts import Text, irc, russian_group, sms, text_of, youtube
from bench.training.logistic import Example, Ways, calibrated, frequent_words, packed, train
from bench.training.spam_offers import offers
from bot.domain.moderation.models.features import mark_number
from bot.domain.moderation.models.linear import About, Linear
from bot.domain.moderation.models.spam_marks import CYRILLIC, NAMES

OUT = Path(__file__).parents[2] / "bot" / "adapters" / "files" / "weights"
_LATIN_CREDIT = (
    "Trained on: SMS Spam Collection (T. A. Almeida, J. M. Gómez Hidalgo) and YouTube Spam Collection (T. C. Alberto, "
    "T. A. Almeida), UCI Machine Learning Repository, CC BY 4.0; irc-disentanglement (J. K. Kummerfeld et al.), CC BY "
    "4.0. Changed: only weights of hashed parts of words are left."
)
_CYRILLIC_CREDIT = (
    "Trained on: clean messages of monalenka/telegram-spam-classifier-bot f17aa00, MIT. Changed: only weights of "
    "hashed parts of words are left."
)
MOST_UNKNOWN = 0.6
_FOLDS = 3
_MADE_UP = 9000
_WAYS = Ways(balance=1)
_UNSEEN = {"hidden-link": "link", "forwarded": "", "via-bot": ""}
"""Marks that no training text can have, and the mark that they count like."""


def main() -> None:
    """Train and write."""
    options = argparse.ArgumentParser(prog="python -m bench.training.spam", description=__doc__)
    options.add_argument("--corpora", type=Path, required=True, help="the folder with spam/ru_group.jsonl.gz")
    corpora = options.parse_args().corpora
    OUT.mkdir(exist_ok=True)
    _write("spam.bin", made(latin(), "en"))
    _write(f"spam_{CYRILLIC}.bin", made(cyrillic([text for text in russian_group(corpora) if not text.label]), "ru"))


def _write(name: str, model: Linear) -> None:
    path = OUT / name
    path.write_bytes(model.pack())
    print(f"{path}: {path.stat().st_size} bytes, {model.about.version}, slope {model.slope:.2f}, {model.offset:.2f}")
    strongest = sorted(model.marks.items(), key=lambda one: -abs(one[1]))[:25]
    print(", ".join(f"{name} {weight:+.2f}" for name, weight in strongest))


def latin() -> list[Text]:
    """Give what the model for Latin letters learns from."""
    return [*sms(), *youtube(), *irc(), *made_up("")]


def cyrillic(clean: Sequence[Text]) -> list[Text]:
    """Give what the model for Cyrillic letters learns from: these clean messages, and made-up offers."""
    return [*clean, *made_up(CYRILLIC)]


@cache
def made_up(alphabet: str) -> list[Text]:
    """Give made-up offers in an alphabet, all of them spam."""
    every = (text_of(text, label=True) for text in offers(_MADE_UP))
    return [text for text in every if text.alphabet == alphabet]


def made(texts: Sequence[Text], language: str) -> Linear:
    """Train on these texts, calibrated on what each third of them gets from the other two."""
    examples: list[Example] = [(text.features, text.label) for text in texts]
    weights = train(examples, _WAYS)
    for mark, like in _UNSEEN.items():
        weights.marks[mark_number(mark)] = weights.marks.get(mark_number(like), 0.0) if like else 0.0
    digest = hashlib.sha256("\n".join(text.text for text in texts).encode()).hexdigest()[:8]
    credit = _CYRILLIC_CREDIT if language == "ru" else _LATIN_CREDIT
    about = About("spam", f"2-{digest}", (language,), credit, MOST_UNKNOWN)
    return packed(weights, about, NAMES, frequent_words(examples), calibrated(list(_left_out(examples))))


def _left_out(examples: Sequence[Example]) -> Iterator[tuple[float, bool]]:
    order = list(range(len(examples)))
    random.Random(1).shuffle(order)  # noqa: S311 - for a repeatable draw
    for fold in range(_FOLDS):
        out = set(order[fold::_FOLDS])
        weights = train([examples[at] for at in order if at not in out], _WAYS)
        yield from ((weights.margin(examples[at][0]), examples[at][1]) for at in sorted(out))


if __name__ == "__main__":
    main()
