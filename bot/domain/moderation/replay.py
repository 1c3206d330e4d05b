"""A policy over chat that was: whom it would have hit, rule by rule; it decides, and nothing is done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.ids import UserRef
from bot.core.lessons import Recorded
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Policy
from bot.domain.moderation.sample import Sample, sample
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import judge

SHOWN = 80
HIDDEN = "•"


@dataclass(frozen=True, slots=True)
class Struck:
    """A rule that would have fired on the ``nth`` message, counted from 0."""

    nth: int
    rule: str
    mode: str
    who: UserRef
    name: str
    at: datetime
    found: str
    text: str


@dataclass(frozen=True, slots=True)
class Sum:
    """One rule over the whole chat: how many messages of how many people, the first few of them by name."""

    rule: str
    mode: str
    messages: int
    people: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Between two policies: what only the later one hits, and what only the earlier one did."""

    more: tuple[Struck, ...]
    fewer: tuple[Struck, ...]


def replay(chat: Iterable[Recorded], policies: Sequence[Policy]) -> tuple[int, tuple[tuple[Struck, ...], ...]]:
    """Read the chat once, in its order, before every policy; gives its length and whom each would have hit.

    Whatever was done then, the chat stays as it is: nobody is muted, so more may be hit than would have been.
    """
    histories = [History(policy.memory) for policy in policies]
    struck: list[list[Struck]] = [[] for _ in policies]
    length = 0
    for nth, one in enumerate(chat):
        length = nth + 1
        seen = sample(one.message, one.role, is_edit=one.is_edit)
        for policy, history, hits in zip(policies, histories, struck, strict=True):
            if not one.is_edit:
                history.remember(seen)
            hits.extend(_hits(nth, seen, history, policy))
    return length, tuple(map(tuple, struck))


def sums(struck: Iterable[Struck], names: int = 5) -> tuple[Sum, ...]:
    """Count by rule, in the order in which rules first fired."""
    by_rule: dict[tuple[str, str], list[Struck]] = {}
    for one in struck:
        by_rule.setdefault((one.rule, one.mode), []).append(one)
    return tuple(_sum(rule, mode, hits, names) for (rule, mode), hits in by_rule.items())


def change(before: Sequence[Struck], after: Sequence[Struck]) -> Change:
    """Compare message by message: which rule it was that fired counts for nothing here."""
    hit_before, hit_after = ({one.nth for one in each} for each in (before, after))
    more = {one.nth: one for one in reversed(after) if one.nth not in hit_before}
    fewer = {one.nth: one for one in reversed(before) if one.nth not in hit_after}
    return Change(tuple(more[nth] for nth in sorted(more)), tuple(fewer[nth] for nth in sorted(fewer)))


def _hits(nth: int, seen: Sample, history: History, policy: Policy) -> list[Struck]:
    fired = [(f.rule, f.outcome) for f in judge(seen, history, policy).findings if isinstance(f.outcome, Hit)]
    text = _excerpt(seen, [hit for _, hit in fired]) if fired else ""
    author, at = seen.message.author, seen.message.sent_at
    return [
        Struck(nth, rule.name, rule.mode.value, author.user, author.name, at, hit.found, text)
        for rule, hit in fired
        if not hit.failed
    ]


def _excerpt(seen: Sample, hits: Iterable[Hit]) -> str:
    text = seen.text
    for span in (span for hit in hits for span in hit.conceals):
        text = text[: span.start] + HIDDEN * (span.end - span.start) + text[span.end :]
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1] + "…"


def _sum(rule: str, mode: str, hits: Sequence[Struck], names: int) -> Sum:
    people = {one.who: one.name for one in hits}
    return Sum(rule, mode, len(hits), len(people), tuple(people.values())[:names])
