"""What every store keeps of events: each version in turn, what was asked, and whose clock is which."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.decisions import Decision
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, Place, SpaceRef, UserRef
from bot.core.meetings import HostQuestion, HostQuestionsGone, Meeting, MeetingKind, MeetingState, OwnZone
from bot.runtime.queue import Conflict
from tests.build import NOON

HOME = "home"
MARA, ILIR = UserRef(DISCORD, "1"), UserRef(TELEGRAM, "2")
BARN = Place(ChannelRef(DISCORD, "20"), SpaceRef(DISCORD, "10"))


def meeting(number, days=1.0, **more):
    starts = NOON + timedelta(days=days)
    first = Meeting(
        number, MARA, "Mara", "Tea", "Bring a cup.", "The barn", MeetingKind.OFFLINE, starts,
        starts + timedelta(hours=2), (BARN,), seats=3, code="ABC-DEF", rule="FREQ=WEEKLY", version=1,
    )  # fmt: skip
    return replace(first, **more)


async def write(store, *rows):
    await store.ledger.commit(HOME, "", Decision(rows=rows), NOON)


class MeetingContract:
    """Inherit, and give a fixture ``store``."""

    async def test_an_event_comes_back_whole_and_moves_on_version_by_version(self, store):
        first = meeting(1)
        await write(store, first)
        assert await store.meetings.find(HOME, 1) == first
        assert await store.meetings.find("elsewhere", 1) is None
        moved = replace(first, title="Coffee", sequence=1, version=2)
        await write(store, moved)
        assert await store.meetings.find(HOME, 1) == moved
        with pytest.raises(Conflict):
            await write(store, replace(first, title="too late", version=2))
        assert (await store.meetings.find(HOME, 1)).title == "Coffee"

    async def test_numbers_of_events_are_never_given_twice(self, store):
        assert await store.meetings.next_number(HOME) < await store.meetings.next_number(HOME)

    async def test_events_are_found_by_time_while_they_are_ahead_and_the_newest_whatever_became_of_them(self, store):
        over, off = meeting(1, state=MeetingState.OVER), meeting(2, state=MeetingState.CANCELLED)
        await write(store, over, off, meeting(3, 5), meeting(4, 2))
        assert [one.number for one in await store.meetings.ahead(HOME)] == [4, 3]
        assert [one.number for one in await store.meetings.latest(HOME, 3)] == [4, 3, 2]
        assert await store.meetings.ahead("elsewhere") == ()

    async def test_questions_stand_in_the_order_in_which_they_came_until_they_are_gone(self, store):
        asked = [HostQuestion(1, who, who.native, f"Why {n}?", NOON) for n, who in enumerate((MARA, ILIR, MARA))]
        await write(store, *asked, HostQuestion(2, ILIR, "Ilir", "And you?", NOON))
        assert await store.meetings.questions(HOME, 1) == tuple(asked)
        await write(store, HostQuestionsGone(1))
        assert await store.meetings.questions(HOME, 1) == ()
        assert len(await store.meetings.questions(HOME, 2)) == 1

    async def test_a_clock_of_ones_own_is_the_one_set_last(self, store):
        await write(store, OwnZone(MARA, "Europe/Warsaw"), OwnZone(ILIR, "Asia/Kathmandu"))
        await write(store, OwnZone(MARA, "America/New_York"))
        assert await store.meetings.zone(HOME, MARA) == "America/New_York"
        assert await store.meetings.zone(HOME, ILIR) == "Asia/Kathmandu"
        assert await store.meetings.zone("elsewhere", MARA) is None
