"""What every store keeps of contests: each version over the one that was read, submissions in order, gone when told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.attachments import Attachment, Enclosure
from bot.core.contests import (
    Contest,
    ContestState,
    JudgedBy,
    Judges,
    Law,
    Stood,
    Submission,
    SubmissionsForgotten,
    SubmissionState,
)
from bot.core.decisions import Decision
from bot.core.giveaways import Conditions, PassedOver, Prized
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.privacy import Forget
from bot.runtime.queue import Conflict
from tests.build import NOON

HOME = "home"
MARA, ILIR = UserRef(DISCORD, "1"), UserRef(TELEGRAM, "2")
HERE = Place(ChannelRef(DISCORD, "20"), SpaceRef(DISCORD, "10"))
CONTEST = Contest(
    1,
    MARA,
    "Mara",
    "The river at dusk",
    "A picture",
    "A book",
    2,
    NOON,
    NOON + timedelta(days=1),
    NOON + timedelta(days=2),
    (HERE,),
    Conditions(member_for=timedelta(days=7)),
    timedelta(days=3),
    JudgedBy.JURY,
    Law.SUM,
    Judges((ILIR,), ("77",), Rank.MODERATOR),
    version=1,
)
BROUGHT = Submission(
    1,
    1,
    ILIR,
    "Ilir",
    NOON,
    "Dusk",
    "https://example.org",
    Enclosure(TELEGRAM, "f1", "dusk.jpg", Attachment.PHOTO, 100),
    MessageRef(HERE, "30"),
    version=1,
)
PLAIN = Submission(1, 2, MARA, "Mara", NOON, "Words alone", state=SubmissionState.WAITING, version=1)


async def write(store, *rows):
    await store.ledger.commit(HOME, "", Decision(rows=rows), NOON)


class ContestContract:
    """Inherit, and give a fixture ``store``."""

    async def test_a_contest_is_kept_whole_and_moves_over_the_version_that_was_read(self, store):
        await write(store, CONTEST)
        assert await store.contests.find(HOME, 1) == CONTEST
        assert await store.contests.find("elsewhere", 1) is None
        won = (Prized("2", NOON),)
        done = CONTEST.moved(
            state=ContestState.CLOSED, standing=(Stood(2, "9", 1),), won=won, passed=(PassedOver("1", "left"),)
        )
        await write(store, done)
        assert await store.contests.find(HOME, 1) == done
        assert done.settled == {1, 2}
        with pytest.raises(Conflict):
            await write(store, CONTEST.moved(state=ContestState.CANCELLED))

    async def test_those_that_run_are_told_from_those_that_are_over(self, store):
        others = (ContestState.JUDGING, ContestState.CLOSED, ContestState.CANCELLED)
        await write(store, CONTEST, *(replace(CONTEST, number=n, state=s) for n, s in enumerate(others, 2)))
        assert [one.number for one in await store.contests.running(HOME)] == [1, 2]
        assert [one.number for one in await store.contests.latest(HOME, 3)] == [4, 3, 2]

    async def test_numbers_never_come_again(self, store):
        assert [await store.contests.next_number(HOME) for _ in range(2)] == [1, 2]
        assert [await store.contests.next_submission(HOME, 1) for _ in range(2)] == [1, 2]
        assert await store.contests.next_submission(HOME, 2) == 1

    async def test_submissions_are_kept_in_order_and_move_over_the_version_that_was_read(self, store):
        await write(store, PLAIN, BROUGHT, replace(PLAIN, contest=2))
        assert await store.contests.submissions(HOME, 1) == (BROUGHT, PLAIN)
        assert await store.contests.submission(HOME, 1, 3) is None
        out = BROUGHT.moved(SubmissionState.DISQUALIFIED, "not her own")
        await write(store, out)
        assert await store.contests.submission(HOME, 1, 1) == out
        with pytest.raises(Conflict):
            await write(store, BROUGHT.moved(SubmissionState.WITHDRAWN))

    async def test_submissions_go_when_their_time_is_over_and_those_of_one_person_when_she_asks(self, store):
        await write(store, CONTEST, BROUGHT, PLAIN, replace(PLAIN, contest=2))
        await write(store, Forget((MARA,), ("gone:x1",), ("Mara",), NOON))
        assert await store.contests.submissions(HOME, 1) == (BROUGHT,)
        assert str((await store.contests.find(HOME, 1)).by) == "gone:x1"
        await write(store, SubmissionsForgotten(1))
        assert await store.contests.submissions(HOME, 1) == ()
