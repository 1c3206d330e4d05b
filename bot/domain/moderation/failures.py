"""A rule that breaks again and again is given up until its managers change it."""

from bot.domain.moderation.policy import Rule
from bot.domain.moderation.verdict import Verdict

IN_A_ROW = 5


class Failures:
    """Counts how often each rule of one policy broke in a row. ``given_up`` are the names not to ask any more.

    ``are_none``: no rule broke since it last answered.
    """

    def __init__(self) -> None:
        self.given_up: frozenset[str] = frozenset()
        self.are_none = True
        self._in_a_row: dict[str, int] = {}

    def note(self, verdict: Verdict) -> tuple[Rule, ...]:
        """Count what broke over this message; answers with the rules that are given up because of it."""
        if self.are_none and verdict.is_sound:
            return ()
        broke = [finding.rule for finding in verdict.findings if finding.failed]
        asked = {finding.rule.name for finding in verdict.findings if finding.answered}
        self._in_a_row = {name: times for name, times in self._in_a_row.items() if name not in asked}
        for rule in broke:
            self._in_a_row[rule.name] = self._in_a_row.get(rule.name, 0) + 1
        self.are_none = not self._in_a_row
        lost = tuple(rule for rule in broke if self._in_a_row[rule.name] >= IN_A_ROW)
        self.given_up |= {rule.name for rule in lost}
        return lost
