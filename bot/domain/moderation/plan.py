"""The same verdict for less: whom to ask is looked up by what one look at a message told.

`verdict.judge` says what a verdict is. A plan leaves out whoever could not find anything, as its `needs` say.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from bot.core.people import Member
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import ALWAYS, Mode, Only, Policy, Rule
from bot.domain.moderation.sample import Sample, Source
from bot.domain.moderation.text import signs
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import Passed, Verdict, applies, ask, judge

_Asked: TypeAlias = tuple[int, Rule, Callable[[Sample, History], Hit | None]]
"""A rule, its place among all, and how it is asked."""
_MOST = 10_000
"""Courses remembered; a community meets a few hundred."""


@dataclass(frozen=True, slots=True)
class _Course:
    """What becomes of messages with the same signs, by people of the same rank, under the same conditions.

    ``outcomes`` if nobody finds anything, and ``asked`` are those who may.
    """

    outcomes: tuple[Hit | Passed, ...]
    asked: tuple[_Asked, ...]


@dataclass(frozen=True, slots=True)
class _Conditions:
    """The conditions of a policy, each with a bit, by what all of them together may be ruled out with.

    Most messages are by members of long standing on a day without a crisis, and that is seen without asking each.
    """

    of_newcomers: tuple[tuple[Only, int], ...]
    of_crises: tuple[tuple[Only, int], ...]
    others: tuple[tuple[Only, int], ...]
    most_messages: int
    longest: timedelta

    @classmethod
    def of(cls, policy: Policy) -> "_Conditions":
        every = dict.fromkeys(rule.only for rule in policy.rules if rule.only != ALWAYS)
        bits = tuple((only, 1 << bit) for bit, only in enumerate(every))
        newcomers = tuple(each for each in bits if each[0].first_messages or each[0].member_for_less_than is not None)
        crises = tuple(each for each in bits if each[0].crisis > 0 and each not in newcomers)
        return cls(
            newcomers,
            crises,
            tuple(each for each in bits if each not in newcomers and each not in crises),
            max((only.first_messages for only, _ in newcomers), default=0),
            max((only.member_for_less_than or timedelta() for only, _ in newcomers), default=timedelta()),
        )

    @property
    def every(self) -> tuple[tuple[Only, int], ...]:
        return (*self.of_newcomers, *self.of_crises, *self.others)

    def holding(self, seen: Sample, history: History) -> int:
        """Give the bits of those that hold."""
        asked = self.others
        if history.crisis:
            asked += self.of_crises
        if self.of_newcomers and self._is_new(seen, history):
            asked += self.of_newcomers
        hold = 0
        for only, bit in asked:
            if applies(only, seen, history):
                hold |= bit
        return hold

    def _is_new(self, seen: Sample, history: History) -> bool:
        joined = seen.message.author.joined_at or history.joined_at(seen)
        if joined is not None and seen.message.sent_at - joined < self.longest:
            return True
        nth = history.nth(seen)
        return nth is not None and nth <= self.most_messages


class Plan:
    """Judges by one policy."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._roles = frozenset[str]().union(*(rule.spared_roles for rule in policy.rules))
        self._users = frozenset(user for rule in policy.rules for user in rule.spared_users)
        self._conditions = _Conditions.of(policy)
        self._courses: dict[tuple[int, int, int], _Course] = {}

    def judge(self, seen: Sample, history: History, given_up: Collection[str] = ()) -> Verdict:
        """Answer as `verdict.judge` does."""
        author = seen.message.author
        if author.untouchable or given_up or seen.source is not Source.MESSAGE:
            return judge(seen, history, self._policy, given_up)
        if (self._users or self._roles) and self._may_be_spared(author):
            return judge(seen, history, self._policy, given_up)
        key = seen.signs | history.signs_of(seen), author.rank, self._conditions.holding(seen, history)
        course = self._courses.get(key) or self._made(key)
        found: dict[int, Hit | Passed] | None = None
        for place, rule, find in course.asked:
            try:
                outcome: Hit | Passed | None = find(seen, history)
            except Exception:  # noqa: BLE001  # ask() says what a broken trigger is
                outcome = ask(rule, seen, history)
            if outcome is not None:
                found = found or {}
                found[place] = outcome
        if found is None:
            return Verdict(seen, self._policy.rules, course.outcomes, True)
        outcomes = [found.get(place, outcome) for place, outcome in enumerate(course.outcomes)]
        return Verdict.with_(seen, self._policy.rules, tuple(outcomes))

    def _made(self, key: tuple[int, int, int]) -> _Course:
        if len(self._courses) >= _MOST:
            self._courses.clear()
        told, rank, hold = key
        holding = {only for only, bit in self._conditions.every if hold & bit} | {ALWAYS}
        outcomes = tuple(_certain(rule, rank, holding) for rule in self._policy.rules)
        asked = tuple(
            (place, rule, rule.trigger.find)
            for place, rule in enumerate(self._policy.rules)
            if outcomes[place] is Passed.CLEAN and may_find(rule, told)
        )
        course = self._courses[key] = _Course(outcomes, asked)
        return course

    def _may_be_spared(self, author: Member) -> bool:
        return author.user in self._users or not self._roles.isdisjoint(author.roles)


def _certain(rule: Rule, rank: int, holding: Collection[Only]) -> Passed:
    """Why it need not be asked about any such message; clean where nothing speaks against it."""
    if rule.mode is Mode.OFF:
        return Passed.OFF
    if rank >= rule.spares:
        return Passed.SPARED
    return Passed.CLEAN if Source.MESSAGE in rule.looks_at and rule.only in holding else Passed.NOT_HERE


def may_find(rule: Rule, seen: int) -> bool:
    """Whether a message with these signs could be something to this rule; a trigger that names no needs always may."""
    needs: int = getattr(rule.trigger, "needs", signs.NOTHING)
    return not needs or bool(needs & seen)
