"""Judge one message by every rule, and be able to say why."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Mode, Only, Policy, Rule
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.triggers.hit import Hit


class Passed(StrEnum):
    """Why a rule let a message through."""

    CLEAN = "clean"
    OFF = "off"
    SPARED = "spared"
    NOT_HERE = "not-here"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's answer: a hit, or the reason there was none."""

    rule: Rule
    outcome: Hit | Passed


@dataclass(frozen=True, slots=True)
class Verdict:
    """Every rule's answer to one message."""

    seen: Sample
    findings: tuple[Finding, ...]

    @property
    def is_clean(self) -> bool:
        """Whether no rule fired, not even one that only watches."""
        for finding in self.findings:  # noqa: SIM110 - any() costs twice as much, at every message
            if isinstance(finding.outcome, Hit):
                return False
        return True

    @property
    def hits(self) -> tuple[tuple[Rule, Hit], ...]:
        """Rules that fired and may act."""
        return self._hits(Mode.ON)

    @property
    def watched(self) -> tuple[tuple[Rule, Hit], ...]:
        """Rules that fired but only watch."""
        return self._hits(Mode.WATCH)

    def _hits(self, mode: Mode) -> tuple[tuple[Rule, Hit], ...]:
        return tuple((f.rule, f.outcome) for f in self.findings if isinstance(f.outcome, Hit) and f.rule.mode is mode)


def judge(seen: Sample, history: History, policy: Policy) -> Verdict:
    """Ask every rule. Reads, decides, changes nothing."""
    return Verdict(seen, tuple([Finding(rule, _ask(rule, seen, history)) for rule in policy.rules]))


def _ask(rule: Rule, seen: Sample, history: History) -> Hit | Passed:
    if rule.mode is Mode.OFF:
        return Passed.OFF
    author = seen.message.author
    if author.rank >= rule.spares or author.untouchable:
        return Passed.SPARED
    if not _applies(rule.only, seen):
        return Passed.NOT_HERE
    try:
        return rule.trigger.find(seen, history) or Passed.CLEAN
    except Exception:  # noqa: BLE001  # one broken trigger must not switch the others off; the verdict says so
        return Passed.BROKEN


def _applies(only: Only, seen: Sample) -> bool:
    if only.member_for_less_than is not None and not _is_new(only.member_for_less_than, seen):
        return False
    return not only.places or seen.role in only.places


def _is_new(span: timedelta, seen: Sample) -> bool:
    joined = seen.message.author.joined_at
    return joined is not None and seen.message.sent_at - joined < span
