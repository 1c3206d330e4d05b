"""An event elsewhere: the messenger's own one beside the card, and the file for calendars; what is in the way is told."""

from itertools import count

import pytest

from bot.core.actions import Schedule
from bot.core.events import RightsChanged
from bot.core.ids import MessageRef
from bot.core.receipts import Done, Refusal, Refused
from bot.runtime.meetings import MeetingPlan
from tests.build import ANN, MOD
from tests.cogs.test_events import FORM, announced, card, meeting, says
from tests.fakes.town import D_LOBBY, GUILD, STAFF

_numbers = count(1)


@pytest.fixture
async def bot(town):
    return await town(events=MeetingPlan(feed="/srv/feed"), timezone="Europe/Warsaw")


def native(bot):
    return [e.action for e in bot.discord.ledger if isinstance(e.action, Schedule)]


def heard(bot, words):
    return len([e for e in bot.ledger if words in e.words])


async def allows(bot):
    """Discord says that the bot's rights have changed."""
    await bot.take(RightsChanged(f"rights/{next(_numbers)}", GUILD, True, bot.clock.now()))
    await bot.waits(seconds=1)


async def test_the_messengers_own_event_follows_and_its_interested_stand_apart(bot):
    place = D_LOBBY
    ref = MessageRef(place, "900")
    bot.discord.fails(Schedule, Done(ref, interested=3), times=9)
    await announced(bot)
    assert [(one.title, one.where, one.known) for one in native(bot)] == [("Tea", "The barn", None)]
    await says(bot, ANN, "yes")
    await bot.waits(seconds=6)
    assert "Coming: 1" in card(bot).words
    assert "Interested in Discord’s own event: 3 (not part" in card(bot).words
    await bot.presses(MOD, "button-event-change", STAFF)
    await bot.fills(MOD, place=STAFF, **{**FORM, "title": "Coffee"})
    assert (native(bot)[-1].title, native(bot)[-1].known) == ("Coffee", ref)
    await bot.presses(MOD, "button-event-cancel", STAFF)
    assert (native(bot)[-1].off, native(bot)[-1].known) == (True, ref)


async def test_without_the_right_the_card_stands_alone_and_that_is_said_once(bot):
    bot.discord.fails(Schedule, Refused(Refusal.FORBIDDEN), times=9)
    await announced(bot)
    await announced(bot, title="Cake")
    staff = [e.words for e in bot.ledger if "with their cards alone" in e.words]
    assert len(staff) == 1
    assert await meeting(bot, 2) is not None


@pytest.mark.parametrize("by", ["rights", "edit", "hour"])
async def test_it_is_added_as_soon_as_the_right_is_there(bot, by):
    bot.discord.fails(Schedule, Refused(Refusal.FORBIDDEN), times=1)
    await announced(bot)
    ref = MessageRef(D_LOBBY, "900")
    bot.discord.fails(Schedule, Done(ref, interested=0), times=9)
    match by:
        case "rights":
            await allows(bot)
        case "edit":
            await bot.presses(MOD, "button-event-change", STAFF)
            await bot.fills(MOD, place=STAFF, **{**FORM, "title": "Coffee"})
        case _:
            await bot.waits(hours=1)
    assert native(bot)[-1].known is None
    assert len(native(bot)) == 2
    await bot.waits(hours=1)
    assert native(bot)[-1].known == ref
    await allows(bot)
    assert len(native(bot)) == 3


async def test_a_feed_that_cannot_be_written_is_told_once_tried_again_and_told_when_it_works(bot):
    bot.host.full = True
    await announced(bot)
    await bot.waits(seconds=1)
    await announced(bot, title="Cake")
    await bot.waits(hours=2)
    assert heard(bot, "No space left on device") == 1
    bot.host.full = False
    await bot.waits(hours=1)
    await bot.waits(hours=2)
    assert heard(bot, "can be written again") == 1
    assert "Cake" in bot.host.feeds["/srv/feed/events.ics"]
