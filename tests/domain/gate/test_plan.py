"""What counts as a right answer."""

import pytest

from bot.domain.gate.plan import is_right


@pytest.mark.parametrize(("given", "right"), [("boats", True), (" BOATS!", True), ("boat", False), ("", False)])
def test_capitals_blanks_and_full_stops_do_not_matter(given, right):
    assert is_right(given, ("Boats", "little  things.")) is right
