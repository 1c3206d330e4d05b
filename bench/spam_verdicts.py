"""What a community's own verdicts add, in a chat that the model was not trained on.

*As they come*: a moderator sees what the rule shows (a score of a half or more) and what members report (spam that went
through); the first so many of those are the verdicts, each with messages beside it that nobody minded. *Asked for*: of
the same half of the chat, what the bot asks about itself (`/teach`): what it is least sure of, five at a time. All that
was said later is judged then. No weight is trained on any of it, and nothing of it is asked about.
"""

import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from multiprocessing import get_context

from bench.aims import Aim
from bench.measures import auc, recall
from bench.spam_texts import Text
from bot.core.lessons import Lesson
from bot.domain.moderation.models.asking import least_sure
from bot.domain.moderation.models.learnt import Learnt
from bot.domain.moderation.models.linear import Linear
from bot.domain.moderation.models.taught import BESIDE, RATE, Lessons

STEPS = (0, 10, 25, 50, 100, 200)
DRAWS = 5
ALARMS = 0.009
AIM = Aim("recall after 50 verdicts that the bot asked for, in a chat it was not trained on", 0.95)
_AT_A_TIME = 5
_NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
_Figures = tuple[float, float]


@dataclass(slots=True)
class _Chat:
    """A chat in the order of one draw: what is said until enough verdicts are given, and what is judged then."""

    heard: list[Text]
    judged: list[Text]


def verdict_lines(model: Linear, spam: Sequence[Text], clean: Sequence[Text], draws: int = DRAWS) -> Iterator[str]:
    """Give the lines of the tables."""
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        told = list(pool.map(partial(_drawn, model, spam, clean), range(draws)))
    yield f"A chat it was not trained on (ru_antispambot, clean half of ru_group), after own verdicts; {draws} draws"
    yield ""
    yield "| verdicts | as they come: AUC | recall at 0.9 % false alarms | asked for: AUC | recall |"
    yield "| --: | --: | --: | --: | --: |"
    means = {step: [_mean([draw[step][at] for draw in told]) for at in range(4)] for step in STEPS}
    for step, figures in means.items():
        yield f"| {step} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"
    every = _mean([draw[-1][1] for draw in told])
    yield ""
    yield f"With a verdict on every message of the first half (some {len([*spam, *clean]) // 2}): recall {every:.3f}"
    yield ""
    yield AIM.line(means[50][3])
    yield ""


def _drawn(model: Linear, spam: Sequence[Text], clean: Sequence[Text], draw: int) -> dict[int, tuple[float, ...]]:
    """Figures of one draw by the number of verdicts; under -1 those with a verdict on everything."""
    chat = _chat(spam, clean, draw)
    came, asked = dict(_as_they_come(model, chat)), dict(_asked_for(model, chat))
    figures: dict[int, tuple[float, ...]] = {step: (*came[step], *asked[step]) for step in STEPS}
    return figures | {-1: _figures(model, _learnt(model, chat.heard), chat.judged)}


def _chat(spam: Sequence[Text], clean: Sequence[Text], draw: int) -> _Chat:
    said = [*spam, *clean]
    random.Random(draw).shuffle(said)  # noqa: S311 - for repeatable draws
    half = len(said) // 2
    return _Chat(said[:half], said[half:])


def _as_they_come(model: Linear, chat: _Chat) -> Iterator[tuple[int, _Figures]]:
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


def _asked_for(model: Linear, chat: _Chat) -> Iterator[tuple[int, _Figures]]:
    lessons, answered, learnt = Lessons(), list[Text](), None
    open_ = list(chat.heard)
    for step in STEPS:
        while len(answered) < step:
            found = [(text.features, model.margin(text.features, learnt)) for text in open_]
            many = min(_AT_A_TIME, step - len(answered))
            chosen = list(islice(least_sure(found, [one.features for one in answered]), many))
            if not chosen:
                return
            answered += [open_[at] for at in chosen]
            open_ = [text for at, text in enumerate(open_) if at not in set(chosen)]
            for text in answered[len(lessons) :]:
                lessons.take(_lesson(text, len(lessons), ()))
            learnt = lessons.learnt(lambda _: model).get("")
        yield step, _figures(model, learnt, chat.judged)


def _learnt(model: Linear, texts: Sequence[Text]) -> Learnt:
    """Learn from more than ever counts in a community, by the same steps."""
    learnt = Learnt(RATE)
    for text in [*texts] * 3:
        learnt.learn(model, text.features, label=text.label)
    return learnt


def _lesson(text: Text, number: int, quiet: Sequence[Text]) -> Lesson:
    beside = tuple(one.features.packed() for one in quiet)
    at = _NOON + timedelta(minutes=number)
    return Lesson("spam", f"m{number}", text.label, at, text.features.packed(), beside)


def _figures(model: Linear, learnt: Learnt | None, judged: Sequence[Text]) -> _Figures:
    scored = [(model.margin(text.features, learnt), text.label) for text in judged]
    return auc(scored), recall(scored, ALARMS)


def _mean(figures: Sequence[float]) -> float:
    return sum(figures) / len(figures)
