"""What a community's own verdicts add, in a chat that the model was not trained on.

A moderator sees what the rule shows (a score of a half or more) and what members report (spam that went through); the
first so many of those are the verdicts, each with messages beside it that nobody minded. All else is judged then.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bench.measures import auc, recall
from bench.spam_texts import Text
from bench.training.spam import made
from bot.core.lessons import Lesson
from bot.domain.moderation.models.learnt import Learnt
from bot.domain.moderation.models.linear import Linear
from bot.domain.moderation.models.taught import BESIDE, Lessons

STEPS = (0, 10, 25, 50, 100, 200)
DRAWS = 5
ALARMS = 0.009
_NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@dataclass(slots=True)
class _Chat:
    """A chat in the order of one draw: what is said until enough verdicts are given, and what is judged then."""

    heard: list[Text]
    judged: list[Text]


def verdict_lines(base: Sequence[Text], spam: Sequence[Text], clean: Sequence[Text]) -> Iterator[str]:
    """Give the lines of the table."""
    model = made(base, ("en", "ru"))
    told: dict[int, list[tuple[float, float]]] = {step: [] for step in STEPS}
    for draw in range(DRAWS):
        for step, figures in _drawn(model, _chat(spam, clean, draw)):
            told[step].append(figures)
    yield f"A chat it was not trained on (ru_antispambot, clean half of ru_group), after own verdicts; {DRAWS} draws"
    yield ""
    yield "| verdicts | AUC | recall at 0.9 % false alarms |"
    yield "| --: | --: | --: |"
    for step, each in told.items():
        mean = (sum(figures[at] for figures in each) / len(each) for at in (0, 1))
        yield f"| {step} | " + " | ".join(f"{figure:.3f}" for figure in mean) + " |"
    yield ""


def _chat(spam: Sequence[Text], clean: Sequence[Text], draw: int) -> _Chat:
    said = [*spam, *clean]
    random.Random(draw).shuffle(said)  # noqa: S311 - for repeatable draws
    half = len(said) // 2
    return _Chat(said[:half], said[half:])


def _drawn(model: Linear, chat: _Chat) -> Iterator[tuple[int, tuple[float, float]]]:
    lessons, learnt, quiet = Lessons(), None, list[Text]()
    steps = iter(STEPS)
    wanted = next(steps)
    for text in chat.heard:
        while len(lessons) == wanted:
            learnt = lessons.learnt(lambda _: model).get("")
            yield wanted, _figures(model, learnt, chat.judged)
            wanted = next(steps, -1)
        if wanted < 0:
            return
        if text.label or model.margin(text.features, learnt) >= 0:
            lessons.take(_lesson(text, len(lessons), quiet[-BESIDE:]))
            if len(lessons) % 10 == 0:
                learnt = lessons.learnt(lambda _: model).get("")
        else:
            quiet.append(text)


def _lesson(text: Text, number: int, quiet: Sequence[Text]) -> Lesson:
    beside = tuple(one.features.packed() for one in quiet)
    at = _NOON + timedelta(minutes=number)
    return Lesson("spam", f"m{number}", text.label, at, text.features.packed(), beside)


def _figures(model: Linear, learnt: Learnt | None, judged: Sequence[Text]) -> tuple[float, float]:
    scored = [(model.margin(text.features, learnt), text.label) for text in judged]
    return auc(scored), recall(scored, ALARMS)
