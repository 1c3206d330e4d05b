"""How much one person may do within an hour, and who may agree to more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Sanction
from bot.core.cases import Case, Evidence
from bot.core.consents import Held, HeldState
from bot.core.text import Localised, Mention, OneTime
from bot.domain.cases.caps import (
    ALONE_AFTER,
    Consent,
    cap_of,
    card,
    card_rows,
    decided,
    messages_of,
    objection,
    orders_of,
    outcome,
    packed,
)
from bot.domain.cases.notice import Cite, Ways, notice
from bot.domain.cases.order import Order
from tests.build import ANN, BOB, MOD, NOON, SPACE, later, ref

CAPS = {"ban": 10, "kick": 20, "purge": 5}
BAN = Order(ANN, Sanction.BAN, later(days=2), "spam", "kind", Cite(1, Localised({"en": "x"})), (Evidence("y"),))


def held(*orders, **more):
    return replace(Held(1, SPACE, MOD.user, "Mo", "ban", NOON, {"orders": packed(orders), "place": None}), **more)


@pytest.mark.parametrize(
    ("orders", "caps", "cap"),
    [
        ([BAN], CAPS, ("ban", 10)),
        ([replace(BAN, sanction=Sanction.SOFTBAN)], CAPS, ("kick", 20)),
        ([replace(BAN, sanction=Sanction.WARN)], CAPS, None),
        ([BAN], {}, None),
        ([], CAPS, None),
    ],
)
def test_bans_and_kicks_have_a_cap(orders, caps, cap):
    assert cap_of(orders, caps) == cap


@pytest.mark.parametrize(
    ("same", "people", "minutes", "why"),
    [
        (False, 9, 0, None),
        (True, 3, 60, "consent-own"),
        (True, 2, 9, "consent-wait"),
        (True, 2, 10, None),
        (True, 1, 10, None),
    ],
)
def test_who_is_nearly_alone_agrees_with_herself_after_ten_minutes(same, people, minutes, why):
    found = objection(held(BAN), people, NOON + timedelta(minutes=minutes), same=same)
    assert (None if found is None else found.key) == why
    assert timedelta(minutes=10) == ALONE_AFTER


def test_what_is_wanted_is_kept_whole():
    other = replace(BAN, member=BOB, cite=None)
    assert orders_of(held(BAN, other)) == (BAN, other)
    assert messages_of(held(BAN)) == ()
    purge = replace(held(), order={"messages": (ref("m"),)}, act="purge")
    assert (orders_of(purge), messages_of(purge)) == ((), (ref("m"),))


def keys(body):
    return [part.key for part in body.parts]


def test_the_card_says_who_wants_what():
    told = ["consent-card", "consent-ban", "card-until", "card-guideline", "card-reason", "consent-number"]
    assert keys(card(held(BAN))) == told
    assert "consent-lasts" in keys(card(held(replace(BAN, span=timedelta(days=1)))))
    bare = replace(BAN, reason="", until=None, cite=None)
    two = ["consent-card", "consent-many-ban", "massban-who", "massban-who", "consent-number"]
    assert keys(card(held(bare, bare))) == two
    assert keys(card(held(*[bare] * 12)))[-3:] == ["massban-who", "and-more", "consent-number"]
    newcomers = {"many": 12, "some": (Mention(ANN.user, "Ann"),)}
    assert keys(card(replace(held(), act="sift", order=newcomers)))[1:4] == [
        "consent-many-kick",
        "massban-who",
        "and-more",
    ]
    assert keys(card(replace(held(), order={"messages": ()})))[1] == "consent-purge"
    ((yes, no),) = card_rows(held(BAN))
    assert (yes.press, no.press) == (Consent(1, "consent"), Consent(1, "refuse"))
    assert (yes.space, no.space) == (SPACE, SPACE)


def test_how_it_ended_is_said():
    assert outcome(held(BAN)).key == "consent-expired"
    assert outcome(decided(held(BAN), HeldState.REFUSED, BOB)).key == "consent-refused"
    agreed = decided(held(BAN), HeldState.CONSENTED, BOB)
    assert (agreed.second, agreed.second_name) == (BOB.user, "Bob")
    assert outcome(agreed).key == "consent-given"
    assert outcome(agreed, alone=True).key == "consent-given-alone"


def test_a_notice_names_the_ways_that_are_left():
    case = Case(1, SPACE, ANN.user, "Ann", Sanction.BAN, NOON)
    told = notice(case, "Riverside", None, Ways("https://example.org", OneTime("ABCDE")))
    assert keys(told)[-2:] == ["notice-code", "notice-address"]
