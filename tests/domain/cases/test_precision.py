"""How often a rule is right, and what staff are told of one that is not."""

import pytest

from bot.core.people import Rank
from bot.domain.cases.acts import OnlyWatch, SwitchOn
from bot.domain.cases.precision import is_too_low, precision, proposal, switched


@pytest.mark.parametrize(
    ("verdicts", "overturned", "floor", "low"),
    [(29, 29, 0.8, False), (30, 6, 0.8, False), (30, 7, 0.8, True), (30, 4, 0.9, True), (0, 0, 0.9, False)],
)
def test_thirty_verdicts_count_against_the_floor(verdicts, overturned, floor, low):
    assert is_too_low(verdicts, overturned, floor) is low
    assert 0 <= precision(verdicts, overturned) <= 1


@pytest.mark.parametrize(
    ("told", "key", "press"),
    [(proposal, "precision-low", OnlyWatch("a")), (switched, "precision-watches", SwitchOn("a"))],
)
def test_managers_get_one_button(told, key, press):
    body, ((button,),) = told("a", 30, 7)
    assert (body.key, body.args["overturned"]) == (key, 7)
    assert (button.press, button.rank) == (press, Rank.MANAGER)
