"""Protocols have no behaviour; what they raise has words."""

import pytest

from bot.core.ports import PlatformRefused


def test_a_platform_that_will_not_have_us_says_what_to_do_about_it():
    with pytest.raises(PlatformRefused, match="Message Content") as refused:
        raise PlatformRefused("Switch on the Message Content intent.")
    assert refused.value.remedy == "Switch on the Message Content intent."
