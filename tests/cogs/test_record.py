"""The record in chat: one case and what people add to it, all of a person's, and what was searched for, on pages."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Pardon, Punish, Sanction
from bot.core.cases import Case, CaseEntry, EntryKind, until_text
from bot.core.decisions import Decision
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused
from bot.core.terms import Term
from bot.domain.cases import listing
from bot.runtime.queue import Conflict
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
    for number in ("nine", "-1", "9" * 30):
        assert f"cannot read “{number}”" in await bot.asks(MOD, "case note", STAFF, number=number, text="x")
        assert f"cannot read “{number}”" in await bot.asks(MOD, "case edit", STAFF, number=number, reason="x")
    assert "Nothing on record" in await bot.asks(MOD, "case edit", STAFF, number="last", reason="x")


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
    assert await found(until=Term(timedelta(days=7))) == ["2", "1"]
    assert await found(until=Term(timedelta(days=7)), act="mute") == ["2"]
    assert await found(since=Term(days=0)) == await found(until=Term(days=0), since=Term(days=0)) == ["3"]
    assert await found(until=Term(timedelta(days=9))) == []
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


async def test_words_are_looked_for_only_within_the_time_that_is_meant(town, monkeypatch):
    monkeypatch.setattr(listing, "LEAF", 5)
    bot = await town()
    await filed(bot, 20)  # the last of them now, and one an hour before the other
    since, until = Term(timedelta(hours=13)), Term(timedelta(hours=4))
    shown = await bot.asks(MOD, "cases", STAFF, reason="why", since=since, until=until)
    assert [line.split(" ")[0] for line in shown.splitlines()[1:]] == ["15", "14", "13", "12", "11"]
    assert "7 · " in await bot.presses(MOD, "button-older", STAFF)
    assert "button-older" not in str(bot.ledger[-1].action)


async def test_a_time_that_cannot_be_meant_is_said(town):
    bot = await town()
    await filed(bot, 2)
    day, year = Term(timedelta(days=1)), Term(on=(2120, 1, 1))
    assert "still to come" in await bot.asks(MOD, "cases", STAFF, since=year)
    assert "before it begins" in await bot.asks(MOD, "cases", STAFF, since=day, until=Term(timedelta(days=2)))
    assert (await bot.asks(MOD, "cases", STAFF, since=Term(), until=year)).startswith("Cases, newest first")


async def test_nothing_since_then_is_nothing(town):
    bot = await town()
    await filed(bot, 2)
    await bot.waits(days=30)
    assert "Nothing on record" in await bot.asks(MOD, "cases", STAFF, since=Term(timedelta(days=1)))
    assert "Nothing on record" in await bot.asks(MOD, "cases", STAFF, since=Term(timedelta(days=1)), act="warn")


# --- another end, another guideline ------------------------------------------------------------------------------


async def test_a_mute_lasts_as_long_as_it_says_after_an_edit_counted_from_its_beginning(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=Term(timedelta(days=1)), reason="loud")
    bot.clock.pass_by(hours=1)
    assert "now lasts until" in await bot.asks(MOD, "case edit", STAFF, number="1", lasts=Term(timedelta(hours=2)))
    assert (await bot.case()).until == NOON + timedelta(hours=2)
    assert [act.until for act in bot.did(Punish)] == [NOON + timedelta(days=1), NOON + timedelta(hours=2)]
    assert "The team has changed how long this lasts." in bot.told(ANN.user)[-1]
    (card,) = [shown.words for shown in bot.standing(STAFF) if "mute for" in shown.words]
    assert "Time changed by" in card
    await bot.waits(minutes=59)
    assert not bot.did(Pardon)
    await bot.waits(minutes=2)
    assert len(bot.did(Pardon)) == 1
    again = await bot.asks(MOD, "case edit", STAFF, number="1", lasts=Term(timedelta(hours=9)))
    assert "does not hold any more" in again


async def test_an_end_that_is_moved_away_is_no_end_any_more(town):
    bot = await town()
    await bot.asks(MOD, "ban", member=ANN, lasts=HOUR)
    assert "now lasts for good" in await bot.asks(MOD, "case edit", STAFF, number="1", lasts=Term())
    assert (await bot.case()).until is None
    await bot.waits(days=300)
    assert not bot.did(Pardon)
    assert "now lasts until" in await bot.asks(BOSS, "case edit", STAFF, number="1", lasts=Term(days=1))
    await bot.waits(days=1)
    assert len(bot.did(Pardon)) == 1


async def test_in_one_line_a_time_is_named_and_the_rest_reads_like_any_reason(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR, reason="loud")
    told = await bot.asks(MOD, "case", STAFF, which="1 edit lasts:40d kind: 2h of shouting")
    assert [line.split(" ")[0] for line in told.splitlines()] == ["The", "The", "Case", "Discord"]
    case = await bot.case()
    assert (case.guideline, case.reason, case.until) == ("kind", "2h of shouting", NOON + timedelta(days=40))
    await bot.asks(MOD, "case", STAFF, which="1 edit 2h of shouting again")
    assert ((await bot.case()).reason, (await bot.case()).until) == ("2h of shouting again", NOON + timedelta(days=40))
    assert "cannot read" in await bot.asks(MOD, "case", STAFF, which="1 edit lasts:soon")
    assert "What shall I change?" in await bot.asks(MOD, "case edit", STAFF, number="1")
    assert "What shall I change?" in await bot.asks(MOD, "case edit", STAFF, number="1", reason="kind")


async def test_what_has_no_time_or_would_be_over_keeps_the_end_it_has(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN)
    assert "no time to change" in await bot.asks(MOD, "case edit", STAFF, number="1", lasts=HOUR)
    await bot.asks(MOD, "mute", member=BOB, lasts=Term(timedelta(hours=3)))
    bot.clock.pass_by(hours=2)
    assert "over already" in await bot.asks(MOD, "case edit", STAFF, number="2", lasts=HOUR)
    too_long = Term(timedelta(days=4000))
    assert "It can last from" in await bot.asks(MOD, "case edit", STAFF, number="2", lasts=too_long)
    await bot.asks(MOD, "unmute", member=BOB)
    assert "does not hold" in await bot.asks(MOD, "case edit", STAFF, number="2", lasts=Term(timedelta(hours=9)))
    assert (await bot.case(2)).until == NOON + timedelta(hours=3)


async def test_nobody_moves_the_end_of_what_befell_a_senior_and_a_refusal_is_told(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR)
    bot.telegram.members[LOBBY.space, ANN.user] = replace(ANN, rank=Rank.MODERATOR)
    before = await bot.asks(MOD, "case edit", STAFF, number="1", lasts=Term(timedelta(days=1)))
    assert "lasts until" not in before
    bot.telegram.members[LOBBY.space, ANN.user] = ANN
    bot.telegram.fails(Punish, Refused(Refusal.FORBIDDEN))
    heard = len(bot.told(ANN.user))
    told = await bot.asks(MOD, "case edit", STAFF, number="1", lasts=Term(timedelta(days=1)))
    assert "It is on record" in told
    assert len(bot.told(ANN.user)) == heard


async def test_nobody_rewrites_what_is_on_record_about_herself_or_a_senior(town):
    bot = await town()
    await bot.asks(BOSS, "warn", member=MOD, reason="rude")
    for who, number in ((MOD, "1"), (person("Max", "81", Rank.MODERATOR), "1")):
        bot.telegram.members[LOBBY.space, who.user] = who
        await bot.asks(who, "case edit", STAFF, number=number, reason="a joke")
        assert (await bot.case()).reason == "rude"
    assert "is changed" in await bot.asks(BOSS, "case edit", STAFF, number="1", reason="very rude")


async def test_of_two_who_change_the_same_the_second_must_look_again(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR, reason="kind")
    wrong = until_text(NOON)
    for kind, before in ((EntryKind.UNTIL, wrong), (EntryKind.UNTIL, ""), (EntryKind.GUIDELINE, "no-ads")):
        entry = CaseEntry(1, kind, "", MOD.user, "Mo", NOON, before)
        with pytest.raises(Conflict):
            await bot.store.ledger.commit(bot.key, "", Decision(rows=(entry,)), NOON)
