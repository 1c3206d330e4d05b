"""What every store keeps of the calendar: posts by number, by time and by source, and where they stand."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.decisions import Decision
from bot.core.ids import DISCORD, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.posts import Approval, CopyState, Listed, Post, PostCopy, PostState, Wording
from bot.runtime.queue import Conflict
from tests.build import NOON

HOME = "home"
NEWS = Place(ChannelRef(DISCORD, "20"), SpaceRef(DISCORD, "10"))
PRESS = Place(ChannelRef(DISCORD, "21"), SpaceRef(DISCORD, "10"))


def post(number, days=0.0, **more):
    words = (Wording("Hello"), Wording("Cześć", "pl", "discord"))
    return Post(number, f"Post {number}", UserRef(DISCORD, "1"), "Mara", words, ("news",), **{
        "state": PostState.SCHEDULED, "at": NOON + timedelta(days=days), **more,
    })  # fmt: skip


async def write(store, *rows):
    await store.ledger.commit(HOME, "", Decision(rows=rows), NOON)


class PostContract:
    """Inherit, and give a fixture ``store``."""

    async def test_a_post_comes_back_whole_and_moves_on_version_by_version(self, store):
        agreed = Approval(UserRef(DISCORD, "2"), "Ilir", NOON, "m", alone=True)
        first = post(1, rule="FREQ=DAILY", start="2026-01-01T12:00", approval=agreed, submitted_at=NOON)
        await write(store, first)
        found = await store.posts.find(HOME, 1)
        assert found == replace(first, version=1)
        assert await store.posts.find("elsewhere", 1) is None
        await write(store, replace(found, state=PostState.PUBLISHED))
        assert (await store.posts.find(HOME, 1)).state is PostState.PUBLISHED
        with pytest.raises(Conflict):
            await write(store, replace(found, title="too late"))

    async def test_numbers_are_never_given_twice(self, store):
        assert await store.posts.next_number(HOME) < await store.posts.next_number(HOME)

    async def test_they_are_found_by_time_state_and_source(self, store):
        again = post(3, rule="FREQ=DAILY", start="2026-01-01T12:00")
        gone = post(4, state=PostState.WITHDRAWN)
        await write(store, post(2, 1), post(1, 0), again, gone, post(5, 2), post(6, source="feed_x 1", at=None))
        found = await store.posts.within(HOME, NOON, NOON + timedelta(days=2))
        assert [one.number for one in found] == [1, 2]
        assert [one.number for one in await store.posts.recurring(HOME)] == [3]
        assert [one.number for one in await store.posts.in_state(HOME, PostState.SCHEDULED, 2)] == [6, 5]
        assert [one.number for one in await store.posts.by_source(HOME, "feed_")] == [6]
        assert not await store.posts.by_source(HOME, "feed%")

    async def test_an_overview_counts_what_goes_out_once_and_names_the_first_of_each_stretch(self, store):
        again = post(9, rule="FREQ=DAILY", start="2026-01-01T12:00")
        gone = post(8, state=PostState.WITHDRAWN)
        await write(store, post(3, 0.5), post(1, 0.5), post(2, 0), post(4, 2), post(5, 3), again, gone)
        edges = [NOON + timedelta(days=days) for days in range(4)]
        glances = await store.posts.glances(HOME, edges, 2)
        assert [glance.many for glance in glances] == [3, 0, 1]
        assert [[one.number for one in glance.first] for glance in glances] == [[2, 1], [], [4]]
        assert glances[2].first == (Listed(4, "Post 4", NOON + timedelta(days=2)),)
        assert await store.posts.repeating(HOME) == (Listed(9, "Post 9", NOON, "FREQ=DAILY", "2026-01-01T12:00"),)
        assert [glance.many for glance in await store.posts.glances("elsewhere", edges, 2)] == [0, 0, 0]

    async def test_copies_are_those_of_the_last_time(self, store):
        stands = MessageRef(NEWS, "5")
        await write(store, PostCopy(1, NOON, NEWS), PostCopy(1, NOON, PRESS))
        await write(store, PostCopy(1, NOON, NEWS, CopyState.SENT, stands), PostCopy(2, NOON, NEWS))
        both = {PostCopy(1, NOON, NEWS, CopyState.SENT, stands), PostCopy(1, NOON, PRESS)}
        assert set(await store.posts.copies(HOME, 1)) == both
        later = PostCopy(1, NOON + timedelta(days=1), NEWS, CopyState.FAILED, None, "forbidden")
        await write(store, later)
        assert await store.posts.copies(HOME, 1) == (later,)
