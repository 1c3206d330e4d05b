"""The examples beside a rule, tried when the file is read: a rule that does not do what its author meant is refused."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.adapters.files.faults import Fault
from bot.adapters.files.rule_part import RulePart
from bot.adapters.files.tree import Tree
from bot.adapters.files.validate import fault_at
from bot.core.ids import ChannelRef, MessageRef, Place, Platform, UserRef
from bot.core.messages import Message
from bot.core.people import Member
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Rule
from bot.domain.moderation.sample import Sample, sample
from bot.domain.moderation.triggers.hit import Hit

_NOWHERE = Platform("example")
_REF = MessageRef(Place(ChannelRef(_NOWHERE, "0")), "0")
_SOMEBODY = Member(UserRef(_NOWHERE, "0"), "somebody")
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def failing_examples(tree: Tree, rule: Rule, part: RulePart) -> Iterator[Fault]:
    """Find examples that should fire and do not, or fire and should not."""
    for at, text in enumerate(part.match):
        if not find_in(rule, text):
            what = f'{rule.name}: this example should fire, and does not: "{text}"'
            yield fault_at(tree, ("rules", rule.name, "match", at), what)
    for at, text in enumerate(part.pass_):
        if hit := find_in(rule, text):
            what = f'{rule.name}: this example should pass, and fires on "{hit.found}"'
            yield fault_at(tree, ("rules", rule.name, "pass", at), what)


def find_in(rule: Rule, text: str) -> Hit | None:
    """Ask one rule about a bare text, whoever wrote it and wherever."""
    return rule.trigger.find(_sample(text), History())


def _sample(text: str) -> Sample:
    return sample(Message(_REF, _SOMEBODY, text, _EPOCH))
