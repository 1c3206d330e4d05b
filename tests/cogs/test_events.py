"""/event from the form to the survey: announced, joined on both messengers, moved, reminded of, checked into, cancelled."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from bot.core.actions import Answer, Ask, Edit, Whisper
from bot.core.meetings import MeetingState
from bot.domain.meetings.presses import Attend
from bot.runtime.meetings import MeetingPlan
from tests.build import ANN, BOB, MOD, NOON, direct
from tests.cogs.test_polls import link
from tests.fakes.town import CY, D_LOBBY, DANA, DORA, LOBBY, STAFF

FORM = {"title": "Tea", "starts": "3d", "ends": "2h", "where": "The barn", "more": "kind: offline\nBring a cup."}


@pytest.fixture
def plan():
    return MeetingPlan(feed="/srv/feed")


@pytest.fixture
async def bot(town, plan):
    return await town(events=plan, timezone="Europe/Warsaw")


async def announced(bot, **more):
    await bot.asks(MOD, "event new", STAFF)
    return await bot.fills(MOD, place=STAFF, **{**FORM, **more})


def card(bot, place=LOBBY):
    return next(
        c
        for c in bot.standing(place)
        if any(isinstance(b.press, Attend) for row in c.rows for b in row if hasattr(b, "press"))
    )


async def says(bot, who, answer, place=LOBBY):
    shown = card(bot, place)
    button = next(b for row in shown.rows for b in row if getattr(b.press, "answer", "") == answer)
    return await bot.presses_token(who, button.token, place, shown.ref)


async def privately(bot, who, label):
    """Press what leads into the private chat, as it does on Telegram."""
    button, _ = bot.button(label, LOBBY)
    return await bot.presses_token(who, button.token, direct(who.user))


async def counts(bot, number=1, what=""):
    return (await bot.store.gatherings.tally(bot.key, f"event {number}{what}")).many


async def meeting(bot, number=1):
    return await bot.store.meetings.find(bot.key, number)


async def test_it_is_announced_on_both_messengers_and_counted_as_one(bot):
    assert "Event 1 is announced" in await announced(bot)
    for place in (LOBBY, D_LOBBY):
        assert "Bring a cup." in card(bot, place).words
        assert "The barn" in card(bot, place).words
        assert "(Europe/Warsaw)" in card(bot, place).words
    assert "You have a seat" in await says(bot, ANN, "yes")
    assert "maybe" in await says(bot, BOB, "maybe")
    assert "You have a seat" in await says(bot, DANA, "yes", D_LOBBY)
    await bot.waits(seconds=6)
    assert all("Coming: 2 · maybe: 1 · waiting: 0" in card(bot, place).words for place in (LOBBY, D_LOBBY))
    await link(bot, ANN, DANA)
    await bot.waits(seconds=6)
    assert await counts(bot) == {"yes": 1, "maybe": 1}
    assert "Coming: 1" in card(bot).words


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"title": " "}, "no name"),
        ({"where": ""}, "no place"),
        ({"starts": "2025-01-01 10:00"}, "is over already"),
        ({"starts": "whenever"}, "do not understand the time"),
        ({"starts": "2026-03-29 02:30"}, "does not exist"),
        ({"ends": "2025-01-01 10:00"}, "is not after the start"),
        ({"ends": "40d"}, "An event lasts"),
        ({"more": "seats: 0"}, "Seats are a number"),
        ({"more": "kind: party"}, "I do not know the kind"),
        ({"more": "repeats: sometimes"}, "how often"),
    ],
)
async def test_what_cannot_be_is_refused_and_what_was_typed_comes_back(bot, wrong, why):
    assert why in await announced(bot, **wrong)
    assert await meeting(bot) is None
    await bot.presses(MOD, "button-change-it", STAFF)
    form = bot.did(Ask)[-1].form
    assert {field.name: field.value for field in form.fields} == {**FORM, **wrong}


async def test_a_wait_list_moves_up_in_the_order_of_joining_and_each_is_told_once(bot):
    await announced(bot, more="seats: 1")
    await says(bot, ANN, "yes")
    assert "You are the first" in await says(bot, BOB, "yes")
    assert "One person is before you" in await says(bot, CY, "yes")
    assert "You are the first" in await says(bot, BOB, "yes")  # pressing again keeps her turn
    await says(bot, ANN, "no")
    assert await counts(bot) == {"no": 1, "yes": 1, "wait": 1}
    assert [words for words in bot.told(BOB.user) if "A seat became free" in words]
    assert not [words for words in bot.told(CY.user) if "A seat became free" in words]
    await bot.asks(MOD, "event list", STAFF, event=1)
    await bot.presses(MOD, "button-event-change", STAFF)
    await bot.fills(MOD, place=STAFF, **{**FORM, "more": "seats: 2"})
    await bot.waits(seconds=1)
    assert await counts(bot) == {"no": 1, "yes": 2}
    assert len([words for words in bot.told(BOB.user) if "A seat became free" in words]) == 1
    assert len([words for words in bot.told(CY.user) if "A seat became free" in words]) == 1


async def test_reminders_come_once_by_each_persons_clock_and_not_twice_after_a_long_sleep(bot):
    await announced(bot)
    await says(bot, ANN, "yes")
    await says(bot, DANA, "maybe", D_LOBBY)
    await says(bot, BOB, "no")
    await privately(bot, ANN, "button-event-zone")
    assert "do not know the time zone" in await bot.fills(ANN, zone="Atlantis")
    await privately(bot, ANN, "button-event-zone")
    assert "Asia/Tokyo" in await bot.fills(ANN, zone="tokyo")
    await bot.waits(days=2, minutes=1)
    await bot.waits(seconds=1)
    reminders = [words for words in bot.told(ANN.user) if "A reminder" in words]
    assert len(reminders) == 1
    assert "21:00 – 23:00 (Asia/Tokyo)" in reminders[0]
    assert "(Europe/Warsaw)" in next(words for words in bot.told(DANA.user) if "A reminder" in words)
    assert not [words for words in bot.told(BOB.user) if "A reminder" in words]
    await bot.waits(hours=23, minutes=30)
    await bot.waits(seconds=1)
    assert len([words for words in bot.told(ANN.user) if "A reminder" in words]) == 2


async def test_a_reminder_after_the_start_is_none(bot):
    await announced(bot)
    await says(bot, ANN, "yes")
    await bot.waits(days=3, minutes=1)
    assert not [words for words in bot.told(ANN.user) if "A reminder" in words]
    assert "On now" in card(bot).words


async def test_moving_tells_everybody_once_quietly_and_cancelling_too(bot):
    await announced(bot)
    for who in (ANN, BOB):
        await says(bot, who, "yes")
    await says(bot, CY, "no")
    await bot.presses(MOD, "button-event-change", STAFF)
    assert bot.did(Ask)[-1].form.fields[0].value == "Tea"
    assert "changed" in await bot.fills(MOD, place=STAFF, **{**FORM, "where": "The mill"})
    await bot.waits(seconds=1)
    assert "The mill" in card(bot).words
    for who, many in ((ANN, 1), (BOB, 1), (CY, 0)):
        assert len([words for words in bot.told(who.user) if "has changed" in words]) == many
    assert all(w.quiet for w in bot.did(Whisper) if "changed" in str(w.body))
    assert (await meeting(bot)).sequence == 1
    assert "cancelled" in await bot.presses(MOD, "button-event-cancel", STAFF)
    await bot.waits(seconds=1)
    for who, many in ((ANN, 1), (BOB, 1), (CY, 0)):
        assert len([words for words in bot.told(who.user) if "is cancelled" in words]) == many
    edits = [e.action for e in bot.ledger if isinstance(e.action, Edit) and e.words.startswith("Cancelled")]
    assert {edit.message.place for edit in edits} == {LOBBY, D_LOBBY}
    assert all(not edit.rows for edit in edits)
    await bot.waits(days=4)
    assert (await meeting(bot)).state is MeetingState.CANCELLED


async def test_the_feed_and_files_follow_with_one_uid_and_a_growing_sequence(bot):
    await announced(bot)
    await bot.waits(seconds=1)
    (first,) = Calendar.from_ical(bot.host.feeds["/srv/feed/events.ics"]).walk("VEVENT")
    assert first.decoded("dtstart") == NOON + timedelta(days=3)
    await says(bot, ANN, "yes")
    await privately(bot, ANN, "button-event-calendar")
    (file,) = [a for a in bot.did(Answer) if a.files][-1].files
    assert str(Calendar.from_ical(file.content).walk("VEVENT")[0]["uid"]) == str(first["uid"])
    await bot.presses(MOD, "button-event-cancel", STAFF)
    await bot.waits(seconds=1)
    (last,) = Calendar.from_ical(bot.host.feeds["/srv/feed/events.ics"]).walk("VEVENT")
    assert (str(last["uid"]), str(last["status"]), last["sequence"]) == (str(first["uid"]), "CANCELLED", 1)
    await bot.asks(MOD, "event feed", STAFF)
    assert [a for a in bot.did(Answer) if a.files][-1].files[0].name == "events.ics"


async def test_questions_reach_the_host_with_the_code_when_it_begins(bot):
    await announced(bot)
    await says(bot, ANN, "yes")
    await privately(bot, ANN, "button-event-ask")
    assert "will get your question" in await bot.fills(ANN, question="Is there milk?")
    for number in range(3):
        await privately(bot, ANN, "button-event-ask")
        heard = await bot.fills(ANN, question=f"And sugar {number}?")
    assert "3 questions already" in heard
    await bot.presses(MOD, "button-event-questions", STAFF)
    assert "Ann: Is there milk?" in bot.heard_by(MOD.user)
    await bot.waits(days=3)
    (told,) = [words for words in bot.told(MOD.user) if "begins" in words]
    assert "Is there milk?" in told
    assert (await meeting(bot)).code in told


async def test_who_checks_in_is_counted_once_and_who_guesses_is_stopped(bot):
    await announced(bot)
    await says(bot, ANN, "yes")
    await says(bot, BOB, "yes")
    await privately(bot, ANN, "button-event-check-in")
    assert "from an hour before" in bot.heard_by(ANN.user)
    await bot.waits(days=3, minutes=5)
    code = (await meeting(bot)).code
    for _ in range(2):
        await privately(bot, ANN, "button-event-check-in")
        assert "counted as being" in await bot.fills(ANN, code=code.lower())
    assert await counts(bot, what=" came") == {"came": 1}
    for left in range(4, -1, -1):
        await privately(bot, BOB, "button-event-check-in")
        heard = await bot.fills(BOB, code="WRONG1")
        assert "too many wrong" in heard if not left else "not the code" in heard
    await privately(bot, BOB, "button-event-check-in")
    assert "too many wrong" in await bot.fills(BOB, code=code)
    assert await counts(bot, what=" came") == {"came": 1}
    await bot.asks(MOD, "event list", STAFF, event=1)
    assert "Checked in: 1" in bot.heard_by(MOD.user)
    await bot.presses(MOD, "button-event-csv", STAFF)
    (file,) = [a for a in bot.did(Answer) if a.files][-1].files
    assert "Ann,telegram:1,yes,yes" in file.content.replace(str(ANN.user), "telegram:1")
    assert f"Bob,{BOB.user},yes,no" in file.content
    # Afterwards those who were there are asked, once.
    await bot.waits(hours=2)
    await bot.waits(seconds=1)
    assert len([words for words in bot.told(ANN.user) if "How was" in words]) == 1
    assert not [words for words in bot.told(BOB.user) if "How was" in words]
    assert "Thank you" in await bot.presses(ANN, "😀", direct(ANN.user))
    assert await counts(bot, what=" felt") == {"5": 1}
    assert (await meeting(bot)).state is MeetingState.OVER
    assert "Event 1 is over" in await bot.presses(MOD, "button-event-cancel", STAFF)


async def test_what_comes_again_is_announced_when_one_ends_at_the_same_hour_over_the_change_of_clocks(bot):
    await announced(bot, starts="2026-10-20 18:00", more="repeats: weekly")
    bot.clock.pass_by(days=(datetime(2026, 10, 20, tzinfo=UTC) - bot.clock.now()).days)
    await bot.waits(days=2)
    second = await meeting(bot, 2)
    assert second.starts_at == datetime(2026, 10, 27, 17, tzinfo=UTC)  # 18:00 in Warsaw, by winter time
    assert second.code != (await meeting(bot)).code
    assert "Tea" in card(bot).words
    assert await meeting(bot, 3) is None


async def test_after_ninety_days_nobody_knows_who_it_was(bot):
    await announced(bot)
    await says(bot, ANN, "yes")
    await privately(bot, ANN, "button-event-ask")
    await bot.fills(ANN, question="Is there milk?")
    await bot.waits(days=4)
    await bot.waits(days=91)
    assert [one async for one in bot.store.gatherings.entries(bot.key, "event 1")] == []
    assert await bot.store.meetings.questions(bot.key, 1) == ()
    assert await counts(bot) == {"yes": 1}


async def test_members_cannot_announce(bot):
    assert "Only the staff" in await bot.asks(ANN, "event new")
    assert "Event 1 is announced" in await announced_by(bot, DORA)


async def announced_by(bot, who):
    await bot.asks(who, "event new", D_LOBBY)
    return await bot.fills(who, place=D_LOBBY, **FORM)
