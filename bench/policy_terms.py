"""What long word lists cost: the whole policy with 50,000 terms beside the same policy with 800, in turns."""

import statistics
from collections.abc import Callable
from dataclasses import replace

from bench.words_speed import TERMS, made_up
from bot.domain.moderation.policy import Policy
from bot.domain.moderation.triggers import Words

_FEW, _MANY, _ROUNDS = 800, 50_000, 5


def print_terms(policy: Policy, cost: Callable[[Policy], float]) -> None:
    """Print what a message costs with each, as ``cost`` measures it in microseconds, and the ratio of one run."""
    policies = {terms: _with_terms(policy, terms) for terms in (_FEW, _MANY)}
    took: dict[int, list[float]] = {terms: [] for terms in policies}
    for _ in range(_ROUNDS):
        for terms, each in policies.items():
            took[terms].append(cost(each))
    few, many = (statistics.median(took[terms]) for terms in (_FEW, _MANY))
    print("\n| the whole policy, its words replaced by | us a message, as it comes |\n| --- | ---: |")
    print(f"| {_FEW:,} made-up terms | {few:.1f} |\n| {_MANY:,} made-up terms | {many:.1f} |")
    print(f"\n{TERMS.line(many / few, 'the whole policy')}")


def _with_terms(policy: Policy, terms: int) -> Policy:
    lexicon = made_up(terms)
    rules = (
        replace(rule, trigger=replace(rule.trigger, lexicon=lexicon)) if isinstance(rule.trigger, Words) else rule
        for rule in policy.rules
    )
    return replace(policy, rules=tuple(rules))
