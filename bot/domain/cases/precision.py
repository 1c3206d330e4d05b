"""How often a rule is right, measured by what people took back; one that is often wrong should rather watch."""

from bot.core.people import Rank
from bot.core.text import Body, say
from bot.core.ui import Button, Rows
from bot.domain.cases.acts import OnlyWatch, SwitchOn

ENOUGH = 30
"""Fewer verdicts say nothing of a rule."""
FLOOR = 0.8
AGAIN = 10
"""Further verdicts before the same is proposed once more."""


def precision(verdicts: int, overturned: int) -> float:
    """The share of a rule's verdicts that stands; a rule without any was never wrong."""
    return 1.0 if not verdicts else 1 - overturned / verdicts


def is_too_low(verdicts: int, overturned: int, floor: float = FLOOR) -> bool:
    """Whether staff should be asked about the rule."""
    return verdicts >= ENOUGH and precision(verdicts, overturned) < floor


def proposal(rule: str, verdicts: int, overturned: int) -> tuple[Body, Rows]:
    """Ask staff whether the rule should only watch: never more than a proposal, whatever the rule is about."""
    button = Button(say("button-watch"), OnlyWatch(rule), rank=Rank.MANAGER)
    return say("precision-low", rule=rule, overturned=overturned, verdicts=verdicts), ((button,),)


def switched(rule: str, verdicts: int, overturned: int) -> tuple[Body, Rows]:
    """Tell staff that the rule watches from now on, as its config wants it then; a button takes that back."""
    button = Button(say("button-switch-on"), SwitchOn(rule), rank=Rank.MANAGER)
    return say("precision-watches", rule=rule, overturned=overturned, verdicts=verdicts), ((button,),)
