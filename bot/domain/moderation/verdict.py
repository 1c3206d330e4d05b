"""Judge one message by every rule, and be able to say why."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from bot.core.people import Member
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Mode, OnFailure, Only, Policy, Rule
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.triggers.hit import Hit


class Passed(StrEnum):
    """Why a rule let a message through."""

    CLEAN = "clean"
    OFF = "off"
    SPARED = "spared"
    NOT_HERE = "not-here"
    BROKEN = "broken"
    GIVEN_UP = "given-up"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's answer: a hit, or the reason there was none."""

    rule: Rule
    outcome: Hit | Passed

    @property
    def answered(self) -> bool:
        """Whether the trigger was asked and came to an end."""
        outcome = self.outcome
        return outcome is Passed.CLEAN or (isinstance(outcome, Hit) and not outcome.failed)

    @property
    def failed(self) -> bool:
        """Whether the rule broke, so that this says nothing of the message."""
        return _failed(self.outcome)


def _failed(outcome: Hit | Passed) -> bool:
    return outcome.failed if isinstance(outcome, Hit) else outcome is Passed.BROKEN


class Verdict(NamedTuple):  # made for every message, and several times as fast as a frozen dataclass
    """Every rule's answer to one message: ``outcomes`` in the order of ``rules``.

    ``is_quiet`` says that no rule fired or broke, so that nobody needs to look through all of them.
    """

    seen: Sample
    rules: tuple[Rule, ...]
    outcomes: tuple[Hit | Passed, ...]
    is_quiet: bool

    @classmethod
    def with_(cls, seen: Sample, rules: tuple[Rule, ...], outcomes: tuple[Hit | Passed, ...]) -> "Verdict":
        """Put a verdict together from answers."""
        return cls(seen, rules, outcomes, Hit not in map(type, outcomes) and Passed.BROKEN not in outcomes)

    @classmethod
    def of(cls, seen: Sample, findings: Sequence[Finding]) -> "Verdict":
        """Put a verdict together from answers that stand beside their rules."""
        return cls.with_(seen, tuple(f.rule for f in findings), tuple(f.outcome for f in findings))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The answers, each with its rule."""
        return tuple(map(Finding, self.rules, self.outcomes))

    @property
    def is_clean(self) -> bool:
        """Whether no rule fired, not even one that only watches."""
        return self.is_quiet or Hit not in map(type, self.outcomes)

    @property
    def is_sound(self) -> bool:
        """Whether no rule broke."""
        return self.is_quiet or not any(map(_failed, self.outcomes))

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


def judge(seen: Sample, history: History, policy: Policy, given_up: Collection[str] = ()) -> Verdict:
    """Ask every rule but those that were ``given_up``. Reads, decides, changes nothing."""
    outcomes = [_unasked(rule, seen, history, given_up) or ask(rule, seen, history) for rule in policy.rules]
    return Verdict.with_(seen, policy.rules, tuple(outcomes))


def ask(rule: Rule, seen: Sample, history: History) -> Hit | Passed:
    """What its trigger finds, whatever the rule's conditions; a trigger that breaks is an answer, too."""
    try:
        return rule.trigger.find(seen, history) or Passed.CLEAN
    except Exception as error:  # noqa: BLE001  # one broken trigger must not switch the others off; the verdict says so
        history.broke.append((rule.name, error))
        return _broken(rule, seen)


def _unasked(rule: Rule, seen: Sample, history: History, given_up: Collection[str]) -> Passed | None:
    """Why the trigger need not be asked, if there is a reason."""
    if rule.mode is Mode.OFF:
        return Passed.OFF
    if _spares(rule, seen.message.author):
        return Passed.SPARED
    if seen.source not in rule.looks_at or not applies(rule.only, seen, history):
        return Passed.NOT_HERE
    return Passed.GIVEN_UP if rule.name in given_up else None


def _broken(rule: Rule, seen: Sample) -> Hit | Passed:
    if rule.on_failure is OnFailure.OPEN or rule.mode is not Mode.ON:
        return Passed.BROKEN
    return Hit("", "", (seen.message.ref,), failed=True)


def _spares(rule: Rule, author: Member) -> bool:
    if author.rank >= rule.spares or author.untouchable:
        return True
    if rule.spared_users and author.user in rule.spared_users:
        return True
    return bool(rule.spared_roles) and not rule.spared_roles.isdisjoint(author.roles)


def applies(only: Only, seen: Sample, history: History) -> bool:
    """Whether every condition that is named holds for this message."""
    return (
        (not only.places or seen.role in only.places)
        and history.crisis >= only.crisis
        and (only.hours is None or only.hours.hold(seen.message.sent_at))
        and (not only.first_messages or _is_among_first(only.first_messages, history.nth(seen)))
        and (only.member_for_less_than is None or _is_younger(history.joined_at(seen), only.member_for_less_than, seen))
        and (
            only.account_younger_than is None
            or _is_younger(seen.message.author.created_at, only.account_younger_than, seen)
        )
    )


def _is_among_first(many: int, nth: int | None) -> bool:
    return nth is not None and nth <= many


def _is_younger(since: datetime | None, span: timedelta, seen: Sample) -> bool:
    return since is not None and seen.message.sent_at - since < span
