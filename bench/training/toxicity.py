"""Makes the toxicity weights that ship: `python -m bench.training.toxicity`; two minutes, and nothing but Python.

Everything that it reads lies in `bench/data`, with its sources and licences in SOURCES.md there.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from bench.toxicity_texts import Text, davidson, irc, plain_sentences, poleval, scored_words, sms
from bench.training.logistic import Example, Weights, calibrated, frequent_words, packed
from bench.training.machine import Machine
from bot.domain.moderation.models.linear import About, Linear
from bot.domain.moderation.models.toxicity import NAMES

FOLDER = Path(__file__).parents[2] / "bot" / "adapters" / "files" / "weights"
CREDIT = {
    "en": "Trained on: hate-speech-and-offensive-language (c) 2017 T. Davidson, MIT; words scored by "
    "alt-profanity-check 1.9.1 (c) 2018 V. Zhou, 2021 M. Kotoglou, D. Mistriotis, MIT; as clean text "
    "irc-disentanglement (J. K. Kummerfeld et al.), CC BY 4.0, and SMS Spam Collection (T. A. Almeida, J. M. Gómez "
    "Hidalgo), CC BY 4.0. Changed: only weights of hashed parts of words are left.",
    "pl": "Trained on: PolEval 2019 task 6, cyberbullying-Polish (c) M. Ptaszyński et al., BSD-3-Clause. Changed: only "
    "weights of hashed parts of words are left.",
}
MACHINES = {"en": Machine(passes=5, balance=0.5), "pl": Machine(passes=5)}
PRIOR = 0.25
"""The share of attacks that probabilities are meant for: the sets were collected by looking for attacks."""
MOST_UNKNOWN = 0.6


def main() -> None:
    """Train and write."""
    for language in ("en", "pl"):
        model = made(language, clean_and_toxic(language))
        out = FOLDER / f"toxicity_{language}.bin"
        out.write_bytes(model.pack())
        marks = ", ".join(f"{name} {weight:+.2f}" for name, weight in model.marks.items())
        print(f"{out.name}: {out.stat().st_size} bytes, {model.about.version}; {marks}")


def clean_and_toxic(language: str) -> list[Text]:
    """Everything that a model may be trained on."""
    if language == "pl":
        return [*poleval(), *plain_sentences("pl")]
    return [*davidson(), *irc(), *sms(), *scored_words(), *5 * tuple(plain_sentences("en"))]


def made(language: str, texts: Sequence[Text]) -> Linear:
    """Train on these texts; probabilities are calibrated on a fifth of them, left out of a training of its own."""
    examples = examples_of(texts)
    held, rest = examples[::5], [example for at, example in enumerate(examples) if at % 5]
    machine = MACHINES[language]
    platt = calibrated(_at_prior(machine.train(rest), held))
    return packed_for(language, machine.train(examples), examples, platt)


def packed_for(language: str, weights: Weights, examples: Sequence[Example], platt: tuple[float, float]) -> Linear:
    """Make the file's model; its version is a hash of its weights."""
    digest = hashlib.sha256(repr(weights.grams).encode()).hexdigest()[:8]
    about = About("toxicity", f"1-{digest}", (language,), CREDIT[language], MOST_UNKNOWN)
    return packed(weights, about, NAMES, frequent_words(examples), platt)


def examples_of(texts: Sequence[Text]) -> list[Example]:
    return [(text.features, text.label) for text in texts]


def _at_prior(weights: Weights, held: Sequence[Example]) -> list[tuple[float, bool]]:
    """Every n-th of what there is too much of, so that attacks have the share that is meant."""
    margins = {answer: [weights.margin(f) for f, label in held if label is answer] for answer in (False, True)}
    yes, no = len(margins[True]), len(margins[False])
    wanted_no = round(yes / PRIOR - yes)
    if wanted_no > no:
        margins[True] = margins[True][: max(1, round(no * PRIOR / (1 - PRIOR)))]
    else:
        margins[False] = margins[False][:wanted_no]
    return [(margin, answer) for answer, some in margins.items() for margin in some]


if __name__ == "__main__":
    main()
