"""What is kept in mind from one message to the next."""

from datetime import timedelta

from bot.domain.moderation.failures import IN_A_ROW
from bot.domain.moderation.mind import Mind
from bot.domain.moderation.policy import Mode, Policy, Rule
from bot.domain.moderation.sample import name_sample, sample
from bot.domain.moderation.triggers import Duplicates
from bot.domain.moderation.verdict import Passed
from tests.build import ANN, NOON, SPACE, post
from tests.domain.moderation.test_conditions import Broken

HOUR = timedelta(hours=1)


def test_it_remembers_messages_but_no_edits_and_no_names():
    mind, policy = Mind(), Policy((Rule("r", Duplicates(2, HOUR), mode=Mode.ON),))
    seen = [sample(post("the same again")), sample(post("the same again", at=3000))]
    assert mind.judge(seen[0], policy)[0].is_clean
    mind.judge(sample(post("the same again"), is_edit=True), policy)
    mind.judge(name_sample(ANN, SPACE, NOON), policy)
    assert mind.judge(seen[1], policy)[0].hits[0][1].messages == tuple(s.message.ref for s in seen)


def test_a_rule_that_is_given_up_is_tried_again_when_the_rules_change():
    mind, policy = Mind(), Policy((Rule("r", Broken(), mode=Mode.ON),))
    lost = [mind.judge(sample(post("break")), policy)[1] for _ in range(IN_A_ROW + 1)]
    assert lost == [()] * (IN_A_ROW - 1) + [policy.rules, ()]
    assert mind.judge(sample(post("break")), policy)[0].outcomes == (Passed.GIVEN_UP,)
    assert mind.judge(sample(post("break")), Policy(policy.rules))[0].outcomes == (Passed.BROKEN,)
