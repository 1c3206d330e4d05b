"""How well attacks are told from the rest, beside a linear model of the same texts: `python -m bench.toxicity`.

Five folds; the threshold for macro-F1 is chosen on four of them. `--corpora DIR` adds the sets whose licences keep
them out of this repository (docs/models.md says which); they are measured, and nothing is trained on them but the
lessons of a pretended community, which are thrown away.
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bench.aims import Aim
from bench.measures import auc
from bench.toxicity_texts import HELD_OUT, IDENTITIES, Text, davidson, labelled, poleval, text_of
from bench.training.machine import Machine
from bench.training.toxicity import FOLDER, MACHINES, packed_for
from bot.domain.moderation.models.features import Features
from bot.domain.moderation.models.learnt import Learnt
from bot.domain.moderation.models.linear import Linear
from bot.domain.moderation.models.toxicity import plain_model, score_of

FOLDS = 5
SEED = 2026
VERDICTS = 50
CLEAN_BESIDE, RATE = 1, 0.05
"""Messages that nobody minded, taken along with each verdict, and how far one moves the model: as the bot does."""
REFERENCE = {
    "en_davidson": (".981 / .911", ".82"),
    "pl_poleval": (".870 / .696", ".59"),
    "en_olid": (".792 / .714", ".58"),
    "en_hateval": (".850 / .766", ".62"),
    "ru_2ch": (".942 / .867", ".69"),
    "es_offendes": (".889 / .772", ".60"),
    "sq_comments": (".849 / .745", ".56"),
}
"""What this project measured before it had a model: a linear model trained on the set itself (five folds, characters
2-5 and words 1-2 hashed, scikit-learn), AUC / macro-F1; and macro-F1 of word lists alone, which may not all ship."""
FOREIGN = {"en_olid": "en", "en_hateval": "en", "ru_2ch": "ru", "es_offendes": "es", "sq_comments": "sq"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what was measured on which set, with AUC and macro-F1."""

    name: str
    what: str
    scored: Sequence[tuple[float, bool]]

    def markdown(self) -> str:
        """Write it as a row, with what was measured before beside it."""
        linear, words = REFERENCE[self.name]
        return (
            f"| {self.name} | {self.what} | {auc(self.scored):.3f} | {macro_f1(self.scored):.3f} | {linear} | {words} |"
        )


def main() -> None:
    """Measure and print."""
    options = _options()
    print(f"Seed {SEED}, {FOLDS} folds.\n")
    for line in rows(options.corpora):
        print(line, flush=True)


def rows(corpora: Path | None = None) -> list[str]:
    """Everything as lines of Markdown."""
    head = "| set | what | AUC | macro-F1 | linear before, AUC / macro-F1 | lists alone before, macro-F1 |"
    table = [head, "| --- | --- | ---: | ---: | ---: | ---: |"]
    with ProcessPoolExecutor(2) as pool:
        own = list(pool.map(_trained, [(language, is_bare) for language in ("en", "pl") for is_bare in (True, False)]))
    table += [row.markdown() for row in own]
    aims = _aims(own)
    lessons: list[str] = []
    for name in FOREIGN if corpora else ():
        assert corpora is not None
        texts = labelled(_file(corpora, name), FOREIGN[name])
        lists, ours = _as_it_ships(name, texts)
        table += [lists.markdown(), ours.markdown()]
        aims += [_above_lists(ours)] if FOREIGN[name] not in {"en", "pl"} else []
        lessons.append(_taught(name, texts))
    if not corpora:
        aims.append("- ru, es and sq are measured with `--corpora` only: no licence lets their sets be copied.")
    return [*table, "", *aims, "", *_taught_table(lessons), *_identities()]


def _aims(own: Sequence[Row]) -> list[str]:
    """What is trained on lawful sets is held against letters and words alone, trained on the same."""
    return [
        Aim(f"AUC on {ours.name}, that of letters and words alone", auc(bare.scored)).line(auc(ours.scored))
        for bare, ours in zip(own[::2], own[1::2], strict=True)
    ]


def _above_lists(ours: Row) -> str:
    """Where nothing may be trained on, the start is held against what lists alone were measured with before."""
    return Aim(f"macro-F1 on {ours.name} from the start, above lists alone", float(REFERENCE[ours.name][1])).line(
        macro_f1(ours.scored)
    )


def macro_f1(scored: Sequence[tuple[float, bool]]) -> float:
    """Over five folds, with the threshold that is best on the other four. Scores come in the order of the texts."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for fold in range(FOLDS):
        limit = _best_limit([one for at, one in enumerate(scored) if at % FOLDS != fold])
        counts.update((score > limit, label) for score, label in scored[fold::FOLDS])
    return _f1(counts[True, True], counts[True, False], counts[False, True], counts[False, False])


def _trained(asked: tuple[str, bool]) -> Row:
    """A model of the set itself, of letters and words alone, or with what ships beside them."""
    language, is_bare = asked
    name, texts = ("en_davidson", davidson()) if language == "en" else ("pl_poleval", poleval())
    scored = _folded(texts, language, MACHINES[language], is_bare=is_bare)
    return Row(name, "linear, letters and words" if is_bare else "**what ships**, trained on four folds", scored)


def _folded(texts: Sequence[Text], language: str, machine: Machine, *, is_bare: bool) -> list[tuple[float, bool]]:
    examples = [(_without_marks(text.features) if is_bare else text.features, text.label) for text in texts]
    scored: list[tuple[float, bool]] = [(0.0, False)] * len(texts)
    calibrated = shipped(language)
    assert calibrated is not None
    platt = calibrated.slope, calibrated.offset
    for fold in range(FOLDS):
        rest = [one for at, one in enumerate(examples) if at % FOLDS != fold]
        weights = machine.train(rest)
        model = packed_for(language, weights, rest, platt)
        for at in range(fold, len(examples), FOLDS):
            scored[at] = score_of(model, examples[at][0]), examples[at][1]
    return scored


def _without_marks(features: Features) -> Features:
    return Features(features.grams, words=features.words)


def _as_it_ships(name: str, texts: Sequence[Text]) -> list[Row]:
    """The lists alone, then what ships from the start, untouched by the set."""
    words = [(float(not {"strong", "medium"}.isdisjoint(text.marks)), text.label) for text in texts]
    model = shipped(FOREIGN[name])
    what = "**what ships**, never saw the set" if model else "**what ships**: words and who is meant"
    return [
        Row(name, "reviewed lists alone, from medium", words),
        Row(name, what, [(score_of(model, text.features), text.label) for text in texts]),
    ]


def _taught(name: str, texts: Sequence[Text]) -> str:
    """One line: AUC on what no verdict was about, after 0, 50, 100, 150 and 200 of them, half of them attacks."""
    model = shipped(FOREIGN[name])
    source = random.Random(f"{SEED} {name}")  # noqa: S311 - for a repeatable draw
    order = list(texts)
    source.shuffle(order)
    attacks = [text for text in order if text.label][: 2 * VERDICTS]
    clean = [text for text in order if not text.label]
    fine, beside = clean[: 2 * VERDICTS], clean[2 * VERDICTS : 2 * VERDICTS * (1 + 2 * CLEAN_BESIDE)]
    used = {id(text) for text in (*attacks, *fine, *beside)}
    rest = [text for text in order if id(text) not in used]
    cells: list[str] = []
    for many in range(0, 4 * VERDICTS + 1, VERDICTS):
        learnt = _lessons(model, attacks[: many // 2], fine[: many // 2], beside[: many * CLEAN_BESIDE])
        scored = [(score_of(model, text.features, learnt), text.label) for text in rest]
        cells.append(f"{auc(scored):.3f} / {macro_f1(scored):.3f}")
    return f"| {name} | {' | '.join(cells)} |"


def _lessons(model: Linear | None, attacks: Sequence[Text], fine: Sequence[Text], beside: Sequence[Text]) -> Learnt:
    """Lessons as the bot takes them: in turns, gone through three times."""
    learnt, base = Learnt(RATE), model or plain_model()
    both = [*attacks, *fine, *beside]
    random.Random(SEED).shuffle(both)  # noqa: S311 - for a repeatable order
    for text in both * 3:
        learnt.learn(base, text.features, label=text.label)
    return learnt


def _taught_table(lines: Sequence[str]) -> list[str]:
    if not lines:
        return []
    many = " | ".join(str(n) for n in range(0, 4 * VERDICTS + 1, VERDICTS))
    head = f"AUC / macro-F1 on the rest after so many verdicts of a community, each with {CLEAN_BESIDE} clean message:"
    return [head, "", f"| set | {many} |", f"| --- |{' ---: |' * 5}", *lines, ""]


def _identities() -> list[str]:
    lines = ["Who people say they are, by the models that ship (highest score; no list names any of it):", ""]
    for language, sentences in HELD_OUT.items():
        scores = sorted(identity_scores(language), reverse=True)
        highest = ", ".join(f"{who} {score:.2f}" for score, who in scores[:5])
        lines.append(f"- {language}: {len(scores)} sentences such as *{sentences[0].format('...')}*: {highest}")
    return lines


def identity_scores(language: str) -> list[tuple[float, str]]:
    """The score of every plain sentence about who somebody is."""
    model = shipped(language)
    said = [(who, sentence.format(who)) for who in IDENTITIES[language].split("|") for sentence in HELD_OUT[language]]
    return [(score_of(model, text_of(text, language, label=False).features), who) for who, text in said]


def shipped(language: str) -> Linear | None:
    """Give the model that ships for a language, if one does."""
    path = FOLDER / f"toxicity_{language}.bin"
    return Linear.parse(path.read_bytes()) if path.exists() else None


def _best_limit(scored: Sequence[tuple[float, bool]]) -> float:
    """The threshold with the best macro-F1: the scores are gone through once, from the highest."""
    ranked = sorted(scored, reverse=True)
    yes = sum(label for _, label in ranked)
    found = alarms = 0
    best, limit = _f1(0, 0, yes, len(ranked) - yes), 1.0
    for (score, label), (following, _) in pairwise([*ranked, (-1.0, False)]):
        found, alarms = found + label, alarms + (not label)
        if score != following and (now := _f1(found, alarms, yes - found, len(ranked) - yes - alarms)) > best:
            best, limit = now, (score + following) / 2
    return limit


def _f1(found: int, alarms: int, missed: int, passed: int) -> float:
    wrong = (alarms + missed) / 2
    return (found / max(1e-9, found + wrong) + passed / max(1e-9, passed + wrong)) / 2


def _file(corpora: Path, name: str) -> Path:
    packed = corpora / "toxicity" / f"{name}.jsonl.gz"
    return packed if packed.exists() else packed.with_suffix("")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.toxicity", description=__doc__)
    parser.add_argument("--corpora", type=Path, help="a folder with labelled sets that may not be copied")
    return parser.parse_args()


if __name__ == "__main__":
    main()
