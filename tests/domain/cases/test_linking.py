"""Who may be linked with whom."""

from dataclasses import replace

import pytest

from bot.core.ids import DISCORD
from bot.core.linking import LinkCode
from bot.core.text import OneTime
from bot.domain.cases.linking import Couple, LinkNow, Unlink, consent, is_somebody, linked, objection, offer
from tests.build import ANN, BOB, NOON, later, person

DANA = person("Dana", "70", on=DISCORD)
CODE = LinkCode("ABCDE", DANA.user, "Dana", later(minutes=15))


def couple(code=CODE, there=(DANA.user,), here=(ANN.user,)):
    return Couple(code, there, here)


@pytest.mark.parametrize(
    ("two", "why"),
    [
        (couple(), None),
        (couple(replace(CODE, expires_at=NOON)), "link-wrong"),
        (couple(replace(CODE, user=ANN.user)), "link-other-messenger"),
        (couple(replace(CODE, user=BOB.user)), "link-other-messenger"),
        (couple(here=(ANN.user, DANA.user)), "link-already"),
        (couple(here=(ANN.user, BOB.user)), "link-one-only"),
        (couple(there=(DANA.user, BOB.user)), "link-one-only"),
    ],
)
def test_two_accounts_are_linked_only_when_nothing_speaks_against_it(two, why):
    found = objection(two, ANN, NOON)
    assert (None if found is None else found.key) == why


@pytest.mark.parametrize("what", ["is_bot", "is_channel", "untouchable"])
def test_only_a_person_can_be_linked(what):
    assert is_somebody(ANN)
    assert not is_somebody(replace(ANN, **{what: True}))


def test_consent_is_for_one_account_once_and_not_for_long():
    _, ((yes,),) = consent(CODE, ANN.user)
    assert (yes.press, yes.only, yes.once) == (LinkNow("ABCDE"), ANN.user, True)
    _, ((back,),) = linked(ANN.user)
    assert (back.press, back.only) == (Unlink(), ANN.user)
    assert offer(OneTime("ABCDE"), NOON).parts[0].args["code"] == OneTime("ABCDE")
