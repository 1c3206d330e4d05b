"""How good a score is at telling two kinds of texts apart."""

from collections.abc import Sequence
from typing import TypeAlias

Scored: TypeAlias = Sequence[tuple[float, bool]]
"""Scores, each with the right answer."""


def auc(scored: Scored) -> float:
    """Give the probability that a text of the kind is scored higher than another one; ties count half."""
    ranked = sorted(scored, key=lambda one: one[0])
    yes = sum(label for _, label in ranked)
    no, total, at = len(ranked) - yes, 0.0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        total += sum(label for _, label in ranked[at:end]) * (at + end + 1) / 2
        at = end
    return (total - yes * (yes + 1) / 2) / (yes * no)


def threshold(clean: Sequence[float], alarms: float) -> float:
    """Give the score that at most this share of clean texts exceeds."""
    ranked = sorted(clean, reverse=True)
    return ranked[min(int(alarms * len(ranked)), len(ranked) - 1)]


def recall(scored: Scored, alarms: float) -> float:
    """Give the share that is found when at most this share of the others is taken for it."""
    limit = threshold([score for score, label in scored if not label], alarms)
    found = [score > limit for score, label in scored if label]
    return sum(found) / len(found)
