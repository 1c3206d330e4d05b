"""What a digest says, and to whom it may go."""

from datetime import timedelta

import pytest

from bot.core.digests import DigestWish
from bot.core.ids import DISCORD, TELEGRAM
from bot.core.text import Localised
from bot.core.ui import Button
from bot.domain.calendar.digest import (
    LONGEST_ITEM,
    MOST_ITEMS,
    TERMS,
    AgreeDigest,
    DigestPlan,
    Item,
    LeaveDigest,
    digest,
    invitation,
    may_send,
    panel,
)
from tests.build import ANN, NOON, user

PLAN = DigestPlan({"events": Localised({"en": "Events"}), "releases": Localised({"en": "Releases"})})
WISH = DigestWish(ANN.user, ("events",), TERMS, NOON)


def item(about="events", text="Come.", link="https://example.org/1"):
    return Item(about, {TELEGRAM: Localised({"en": text})}, {TELEGRAM: link})


def buttons(rows):
    return [button for row in rows for button in row if isinstance(button, Button)]


@pytest.mark.parametrize(
    ("wish", "hers", "may"),
    [
        (WISH, (WISH,), True),
        (WISH, (), False),
        (DigestWish(ANN.user, ("events",), "0", NOON), (WISH,), False),
        (WISH, (DigestWish(user("70", DISCORD), ("events",), TERMS, NOON + timedelta(hours=1)), WISH), False),
        (WISH, (DigestWish(user("70", DISCORD), ("events",), TERMS, NOON - timedelta(hours=1)), WISH), True),
    ],
)
def test_it_goes_to_who_agreed_to_these_terms_and_to_the_account_where_she_chose_last(wish, hers, may):
    assert may_send(wish, hers) is may


@pytest.mark.parametrize("nothing", [(), (item("releases"),), (Item("events", {DISCORD: Localised({"en": "x"})}, {}),)])
def test_there_is_no_digest_without_news_for_her(nothing):
    assert digest(WISH, nothing) is None


def test_it_is_cut_where_it_is_long():
    said = digest(WISH, [item(text="word " * 100), *[item(link="")] * MOST_ITEMS])
    first = said.parts[1].parts[0].texts["en"]
    assert len(first) <= LONGEST_ITEM
    assert first.endswith("word…")
    assert said.parts[-1].args["count"] == 1


def test_nothing_is_agreed_to_before_something_is_chosen_and_a_yes_is_its_own_button():
    _, rows = panel(PLAN, ("gone",), ANN.user, agreed=False)
    assert not any(isinstance(one.press, AgreeDigest | LeaveDigest) for one in buttons(rows))
    _, rows = panel(PLAN, ("events", "gone"), ANN.user, agreed=True)
    assert AgreeDigest(("events",), TERMS) in [one.press for one in buttons(rows)]
    assert all(one.only == ANN.user for one in buttons(rows))


def test_there_is_no_invitation_to_nothing():
    assert invitation(None) == ()
    assert buttons(invitation(PLAN))[0].private
