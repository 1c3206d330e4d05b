"""Whom an order about newcomers hits: a table of who is spared, and what staff are shown before anything happens."""

from dataclasses import replace

import pytest

from bot.core.people import Rank
from bot.core.text import say
from bot.domain.storm.incident import Arrival
from bot.domain.storm.sieve import NAMED, Known, Sieved, Spared, listed, once, preview, spared
from tests.build import NOON, SPACE, later, person

ZOE = person("Zoe", "90", Rank.MEMBER)


def arrival(number: int) -> Arrival:
    who = person(f"New {number}", str(number))
    return Arrival(NOON, SPACE, who.user, who.name)


def keys(body) -> list[str]:
    """The phrases of a preview, in their order."""
    return [line.key for line in body.parts]


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (Known(ZOE), None),
        (Known(None), None),
        (Known(replace(ZOE, rank=Rank.TRUSTED)), None),
        (Known(replace(ZOE, rank=Rank.HELPER)), Spared.TEAM),
        (Known(replace(ZOE, rank=Rank.MODERATOR), has_left=True, is_judged=True), Spared.TEAM),
        (Known(replace(ZOE, untouchable=True)), Spared.TEAM),
        (Known(replace(ZOE, is_bot=True)), Spared.TEAM),
        (Known(ZOE, has_left=True), Spared.LEFT),
        (Known(None, has_left=True, is_judged=True), Spared.LEFT),
        (Known(ZOE, is_judged=True), Spared.JUDGED),
    ],
)
def test_the_team_who_left_and_who_was_judged_already_are_spared(known, why):
    assert spared(known) is why


def test_whoever_left_and_came_again_is_one_person_who_came_last():
    first, again = arrival(1), replace(arrival(1), at=later(minutes=1))
    assert once([first, arrival(2), again]) == (again, arrival(2))


def test_a_preview_names_the_first_and_counts_the_others():
    everybody = tuple(map(arrival, range(NAMED + 3)))
    shown = preview(7, "kick", Sieved(everybody, ((arrival(99), Spared.TEAM), (arrival(98), Spared.TEAM))))
    named = ["storm-would-who"] * NAMED
    assert keys(shown) == ["storm-would-kick", *named, "and-more", "storm-spared-team", "storm-would-later"]
    assert shown.parts[0] == say("storm-would-kick", number=7, count=NAMED + 3)
    assert shown.parts[NAMED + 1] == say("and-more", count=3)
    assert shown.parts[NAMED + 2] == say("storm-spared-team", count=2)


def test_a_preview_that_names_everybody_counts_no_others():
    assert "and-more" not in keys(preview(7, "mute", Sieved(tuple(map(arrival, range(NAMED))))))


def test_a_preview_of_nobody_promises_nothing():
    shown = preview(7, "kick", Sieved((), ((arrival(1), Spared.LEFT),)))
    assert keys(shown) == ["storm-nobody-left", "storm-spared-left"]


def test_the_list_has_everybody_with_the_reason_of_whom_it_spares():
    content = listed(7, Sieved((arrival(1),), ((arrival(2), Spared.JUDGED),))).content.removeprefix("\ufeff")
    head, hit, out = content.splitlines()
    assert head == "joined (UTC),name,account,spared"
    assert hit == f"{NOON:%Y-%m-%d %H:%M:%S},New 1,telegram:1,"
    assert out == f"{NOON:%Y-%m-%d %H:%M:%S},New 2,telegram:2,judged"
