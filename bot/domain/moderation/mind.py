"""What is kept in mind about one community from one message to the next."""

from bot.domain.moderation.failures import Failures
from bot.domain.moderation.history import History
from bot.domain.moderation.plan import Plan
from bot.domain.moderation.policy import Policy, Rule
from bot.domain.moderation.sample import Sample, Source
from bot.domain.moderation.verdict import Verdict


class Mind:
    """Remembers what was said and which rules broke; rules that were changed are tried again."""

    def __init__(self) -> None:
        self.history = History()
        self._failures = Failures()
        self._policy = Policy()
        self._plan = Plan(self._policy)

    def judge(self, seen: Sample, policy: Policy) -> tuple[Verdict, tuple[Rule, ...]]:
        """Judge by the policy as it is now; answers with the rules, too, that are given up after this."""
        if policy is not self._policy:
            self._policy, self._plan, self._failures = policy, Plan(policy), Failures()
            self.history.keep = policy.memory
        if seen.source is Source.MESSAGE and not seen.is_edit:
            self.history.remember(seen)
        failures = self._failures
        verdict = self._plan.judge(seen, self.history, failures.given_up)
        if verdict.is_quiet and failures.are_none:
            return verdict, ()
        return verdict, failures.note(verdict)
