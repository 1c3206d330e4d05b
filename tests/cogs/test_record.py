"""The record in chat: one case and what people add to it, all of a person's, and what was searched for, on pages."""

from datetime import timedelta

import pytest

from bot.core.actions import Sanction
from bot.core.cases import Case
from bot.core.decisions import Decision
from bot.core.people import Rank
from bot.core.terms import Term
from bot.domain.cases import listing
from tests.build import ANN, BOB, BOSS, MOD, NOON, person
from tests.fakes.town import LOBBY, STAFF

HOUR = Term(timedelta(hours=1))


async def filed(bot, many, **more):
    """So many warnings for Ann, an hour apart."""
    for number in await bot.store.cases.next_numbers(bot.key, many):
        at = NOON - timedelta(hours=many - number)
        case = Case(number, LOBBY.space, ANN.user, "Ann", Sanction.WARN, at, MOD.user, "Mo", reason=f"why {number}")
        await bot.store.ledger.commit(bot.key, "", Decision(rows=(case,)), NOON)


@pytest.mark.parametrize("which", ["2", "#2", "last", ""])
async def test_a_case_is_found_by_its_number_or_as_the_last(town, which):
    bot = await town()
    await filed(bot, 2)
    assert "Case 2: warning for Ann" in await bot.asks(MOD, "case", STAFF, which=which)


async def test_what_is_no_case_is_said(town):
    bot = await town()
    assert "Nothing on record" in await bot.asks(MOD, "case", STAFF)
    assert "There is no case 9" in await bot.asks(MOD, "case", STAFF, which="9")
    assert "cannot read “seven”" in await bot.asks(MOD, "case", STAFF, which="seven")
    assert "There is no case 9" in await bot.asks(MOD, "case edit", STAFF, number="9", reason="x")
    assert "Nothing on record" in await bot.asks(MOD, "case note", STAFF, number="nine", text="x")


async def test_an_edit_keeps_what_stood_there_and_shows_on_the_staffs_card(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN, reason="rude")
    assert "reason of case 1 is changed" in await bot.asks(MOD, "case edit", STAFF, number="1", reason="very rude")
    assert (await bot.case()).reason == "very rude"
    (card,) = [shown.words for shown in bot.standing(STAFF) if "warning for" in shown.words]
    assert "Reason: very rude" in card
    assert "before: rude" in card


async def test_in_one_line_it_is_the_same(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN, reason="rude")
    await bot.asks(MOD, "case", STAFF, which="1 edit very\nrude")
    await bot.asks(BOSS, "case", STAFF, which="last note says she is sorry")
    shown = await bot.asks(MOD, "case", STAFF, which="1")
    assert "Reason: very\nrude" in shown
    assert "Note by Bea" in shown
    assert "says she is sorry" in shown


async def test_two_edits_of_the_same_reason_are_both_in_the_history(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN, reason="a")
    await bot.asks(MOD, "case edit", STAFF, number="1", reason="b")
    await bot.asks(BOSS, "case edit", STAFF, number="1", reason="c")
    assert [(entry.before, entry.text) for entry in await bot.store.cases.entries(bot.key, 1)] == [
        ("a", "b"),
        ("b", "c"),
    ]


async def test_the_history_of_somebody_with_many_cases_has_pages_that_turn_in_place(town):
    bot = await town()
    await filed(bot, 23)
    first = await bot.asks(MOD, "history", STAFF, member=ANN)
    assert first.splitlines()[0] == "On record about Ann, newest first:"
    assert [line.split(" ")[0] for line in first.splitlines()[1:]] == [str(n) for n in range(23, 13, -1)]
    second = await bot.presses(MOD, "button-older", STAFF)
    assert [line.split(" ")[0] for line in second.splitlines()[1:]] == [str(n) for n in range(13, 3, -1)]
    last = await bot.presses(MOD, "button-older", STAFF)
    assert [line.split(" ")[0] for line in last.splitlines()[1:]] == ["3", "2", "1"]
    assert bot.ledger[-1].action.over is not None
    again = await bot.presses(MOD, "button-newer", STAFF)
    assert again == second
    assert await bot.presses(MOD, "button-newer", STAFF) == first


async def test_cases_are_searched_by_everything_that_is_given(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN, reason="kind")
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR, reason="sold COINS")
    await bot.waits(days=8)
    await bot.asks(BOSS, "warn", member=BOB, reason="coins again")

    async def found(**wanted):
        shown = await bot.asks(MOD, "cases", STAFF, **wanted)
        return [line.split(" ")[0] for line in shown.splitlines()[1:]]

    assert await found() == ["3", "2", "1"]
    assert await found(member=ANN) == ["2", "1"]
    assert await found(by=BOSS) == ["3"]
    assert await found(act="mute") == ["2"]
    assert await found(since=Term(timedelta(days=7))) == ["3"]
    assert await found(reason="coins") == ["3", "2"]
    assert await found(reason="kind") == ["1"]
    assert await found(member=BOB, reason="sold") == []


async def test_only_staff_read_the_record(town):
    bot = await town()
    bot.telegram.members[LOBBY.space, BOB.user] = person("Bob", "9", Rank.HELPER)
    for path, values in {"history": {"member": ANN}, "cases": {}, "case": {}}.items():
        assert "Only the staff" in await bot.asks(ANN, path, **values)


async def test_words_are_found_a_leaf_of_the_record_at_a_time(town, monkeypatch):
    monkeypatch.setattr(listing, "LEAF", 5)
    bot = await town()
    await filed(bot, 12)
    assert "Nothing fits from case 8 on" in await bot.asks(MOD, "cases", STAFF, reason="why 2")
    shown = await bot.asks(MOD, "cases", STAFF, reason="why 5")
    assert "Nothing fits from case 8 on" in shown
    assert "5 · " in await bot.presses(MOD, "button-older", STAFF)
    assert [line.split(" ")[0] for line in (await bot.asks(MOD, "cases", STAFF, act="warn")).splitlines()[1:]] == [
        "12",
        "11",
        "10",
        "9",
        "8",
    ]


async def test_nothing_since_then_is_nothing(town):
    bot = await town()
    await filed(bot, 2)
    await bot.waits(days=30)
    assert "Nothing on record" in await bot.asks(MOD, "cases", STAFF, since=Term(timedelta(days=1)))
