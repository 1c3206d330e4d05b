"""Makes the spam weights that ship: `python -m bench.training.spam --corpora DIR`; a minute, and nothing but Python.

Trained on English short messages and comments (CC BY 4.0), English technical chat (clean, CC BY 4.0) and a Russian
Telegram group (MIT, from `--corpora`: its licence lets weights ship, and its messages are people's own).
"""

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.spam_texts import Text, features, irc, russian_group, sms, youtube
from bench.training.logistic import Example, calibrated, frequent_words, packed, train
from bench.training.spam_offers import offers
from bot.domain.moderation.models.features import mark_number
from bot.domain.moderation.models.linear import About, Linear
from bot.domain.moderation.models.spam_marks import NAMES

OUT = Path(__file__).parents[2] / "bot" / "adapters" / "files" / "weights" / "spam.bin"
CREDIT = (
    "Trained on: SMS Spam Collection (T. A. Almeida, J. M. Gómez Hidalgo) and YouTube Spam Collection (T. C. Alberto, "
    "T. A. Almeida), UCI Machine Learning Repository, CC BY 4.0; irc-disentanglement (J. K. Kummerfeld et al.), CC BY "
    "4.0; monalenka/telegram-spam-classifier-bot, MIT. Changed: only weights of hashed parts of words are left."
)
MOST_UNKNOWN = 0.6
_FOLDS = 3
_MADE_UP = 2500
_UNSEEN = {"hidden-link": "link", "forwarded": "", "via-bot": ""}
"""Marks that no training text can have, and the mark that they count like."""


def main() -> None:
    """Train and write."""
    options = argparse.ArgumentParser(prog="python -m bench.training.spam", description=__doc__)
    options.add_argument("--corpora", type=Path, required=True, help="the folder with spam/ru_group.jsonl.gz")
    corpora = options.parse_args().corpora
    model = made([*sms(), *youtube(), *irc(), *russian_group(corpora), *made_up()], ("en", "ru"))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(model.pack())
    print(f"{OUT}: {OUT.stat().st_size} bytes, {model.about.version}, slope {model.slope:.2f}, {model.offset:.2f}")
    strongest = sorted(model.marks.items(), key=lambda one: -abs(one[1]))[:25]
    print(", ".join(f"{name} {weight:+.2f}" for name, weight in strongest))


def made_up() -> list[Text]:
    """Give made-up offers, all of them spam."""
    return [Text(text, label=True, features=features(text)) for text in offers(_MADE_UP)]


def made(texts: Sequence[Text], languages: tuple[str, ...]) -> Linear:
    """Train on these texts, calibrated on what each third of them gets from the other two."""
    examples: list[Example] = [(text.features, text.label) for text in texts]
    weights = train(examples)
    for mark, like in _UNSEEN.items():
        weights.marks[mark_number(mark)] = weights.marks.get(mark_number(like), 0.0) if like else 0.0
    digest = hashlib.sha256("\n".join(text.text for text in texts).encode()).hexdigest()[:8]
    about = About("spam", f"1-{digest}", languages, CREDIT, MOST_UNKNOWN)
    return packed(weights, about, NAMES, frequent_words(examples), calibrated(list(_left_out(examples))))


def _left_out(examples: Sequence[Example]) -> Iterator[tuple[float, bool]]:
    order = list(range(len(examples)))
    random.Random(1).shuffle(order)  # noqa: S311 - for a repeatable draw
    for fold in range(_FOLDS):
        out = set(order[fold::_FOLDS])
        weights = train([examples[at] for at in order if at not in out])
        yield from ((weights.margin(examples[at][0]), examples[at][1]) for at in sorted(out))


if __name__ == "__main__":
    main()
