"""The feedback board in the record: votes are kept by account and counted by person, whatever is merged or linked."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.store.store import open_store
from bot.adapters.store.target import read_target
from bot.core.decisions import Decision
from bot.core.feedback import Feedback, FeedbackKind, FeedbackState, FeedbackUnvote, FeedbackVote
from bot.core.ids import DISCORD, UserRef
from bot.core.linking import Linked, Unlinked
from bot.domain.care.board import merged, parted, removed, stands, votes, withdrawn
from bot.runtime.codec import core_codec
from bot.runtime.queue import Conflict
from tests.build import ANN, BOB, NOON
from tests.fakes.stores import memory_store

HOME = "oaks"
USERS = [UserRef(DISCORD, str(n)) for n in range(4)]
ENTRIES = (1, 2, 3, 4)


def entry(number, **more):
    return Feedback(number, FeedbackKind.IDEA, ANN.user, "Ann", NOON, f"Title {number}", "words", NOON, **more)


async def write(store, *rows, at=NOON):
    await store.ledger.commit(HOME, "", Decision(rows=rows), at)


async def counted(store):
    return {one.entry.number: one.votes for one in await store.feedback.standings(HOME)}


async def test_an_entry_is_written_over_only_in_the_version_that_was_read():
    async with memory_store() as store:
        await write(store, entry(1))
        first = await store.feedback.find(HOME, 1)
        assert first == entry(1, version=1)
        assert await store.feedback.find("elms", 1) is None
        await write(store, replace(first, state=FeedbackState.PLANNED, note="soon"))
        with pytest.raises(Conflict):
            await write(store, replace(first, state=FeedbackState.DECLINED))
        with pytest.raises(Conflict):
            await write(store, entry(1))
        assert (await store.feedback.find(HOME, 1)).state is FeedbackState.PLANNED


async def test_a_removed_entry_keeps_no_votes_and_takes_none():
    async with memory_store() as store:
        await write(store, entry(1), FeedbackVote(1, BOB.user, NOON))
        await write(store, *removed(await store.feedback.find(HOME, 1), (), NOON))
        assert await store.feedback.standings(HOME) == ()
        assert (await store.feedback.sheet(HOME, 1)).ballots == ()
        with pytest.raises(Conflict):
            await write(store, FeedbackVote(1, BOB.user, NOON))


async def test_it_is_told_how_much_somebody_brought_and_what_she_voted_for():
    async with memory_store() as store:
        later = NOON + timedelta(hours=1)
        await write(store, entry(1), replace(entry(2), at=later))
        await write(store, FeedbackVote(1, BOB.user, later), FeedbackVote(2, BOB.user, NOON))
        assert await store.feedback.sent(HOME, (ANN.user, BOB.user), NOON) == 2
        assert await store.feedback.sent(HOME, (ANN.user,), later) == 1
        assert await store.feedback.sent(HOME, (BOB.user,), NOON) == 0
        assert list(await store.feedback.voted_by(HOME, (BOB.user,))) == [1, 2]
        assert await store.feedback.sheet(HOME, 9) is None
        assert await store.feedback.next_number(HOME) == 1


@pytest.mark.long
async def test_two_hundred_votes_at_once_and_a_merge_among_them_end_exactly_right(tmp_path):
    people = [UserRef(DISCORD, str(n)) for n in range(100)]
    async with open_store(read_target(f"sqlite:///{tmp_path}/town.db"), core_codec()) as store:
        await write(store, entry(1), entry(2))

        async def join():
            one, two = [await store.feedback.find(HOME, number) for number in (1, 2)]
            await write(store, *merged(one, two, NOON))

        cast = [write(store, FeedbackVote(number, user, NOON)) for number in (1, 2) for user in people]
        await asyncio.gather(*cast[:120], join(), *cast[120:])
        assert await counted(store) == {1: 100, 2: 100}
        await write(store, parted(await store.feedback.find(HOME, 1), NOON))
        assert await counted(store) == {1: 100, 2: 100}


async def test_of_two_merges_that_would_make_a_circle_the_second_conflicts():
    async with memory_store() as store:
        await write(store, entry(1), entry(2))
        one, two = [await store.feedback.find(HOME, number) for number in (1, 2)]
        await write(store, *merged(one, two, NOON))
        with pytest.raises(Conflict):
            await write(store, *merged(two, one, NOON))


class Model:
    """The law in a few lines: votes of accounts for entries, who is one person, and what points where."""

    def __init__(self):
        self.votes = set()
        self.person = {user: user for user in USERS}
        self.into = {}

    def root(self, number):
        return self.root(self.into[number]) if number in self.into else number

    def below(self, number):
        return {one for one in ENTRIES if one == number or (one in self.into and self._leads(one, number))}

    def _leads(self, one, number):
        up = self.into.get(one)
        return up == number or (up is not None and self._leads(up, number))

    def counts(self):
        return {n: len({self.person[user] for e, user in self.votes if e in self.below(n)}) for n in ENTRIES}

    def accounts(self, user):
        return {one for one in USERS if self.person[one] == self.person[user]}


async def play(store, model, step):
    what, number, user, other = step
    sheet = await store.feedback.sheet(HOME, model.root(number))
    accounts = await store.fairness.links.accounts(HOME, user)
    match what:
        case "vote":
            if not stands(sheet.ballots, accounts):
                assert not {(e, u) for e, u in model.votes if e in model.below(sheet.entry.number) and u in accounts}
                await write(store, FeedbackVote(number, user, NOON))
                model.votes.add((number, user))
        case "unvote":
            await write(store, *withdrawn(sheet.ballots, accounts))
            gone = model.below(sheet.entry.number), model.accounts(user)
            model.votes = {(e, u) for e, u in model.votes if not (e in gone[0] and u in gone[1])}
        case "link":
            mate = USERS[other % len(USERS)]
            if mate != user and len(accounts) == 1 and len(model.accounts(mate)) == 1:
                await write(store, Linked(user, f"{user}", NOON), Linked(mate, f"{user}", NOON))
                model.person[mate] = model.person[user]
        case "unlink":
            if len(accounts) > 1:
                await write(store, Unlinked(user))
                for one in model.accounts(user):
                    model.person[one] = one
        case "merge":
            mine, up = await store.feedback.find(HOME, number), await store.feedback.find(HOME, model.root(other))
            pair = merged(mine, up, NOON)
            if isinstance(pair, tuple):
                await write(store, *pair)
                model.into[number] = up.number
        case "part":
            mine = parted(await store.feedback.find(HOME, number), NOON)
            if isinstance(mine, Feedback):
                await write(store, mine)
                del model.into[number]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("vote", "vote", "unvote", "link", "unlink", "merge", "part")),
        st.sampled_from(ENTRIES),
        st.sampled_from(USERS),
        st.sampled_from(ENTRIES),
    ),
    max_size=14,
)


def told(steps):
    async def story():
        async with memory_store() as store:
            model = Model()
            await write(store, *(entry(number) for number in ENTRIES))
            for step in steps:
                await play(store, model, step)
                assert await counted(store) == model.counts()
                for number in ENTRIES:
                    sheet = await store.feedback.sheet(HOME, number)
                    assert votes(sheet.ballots) == model.counts()[number]
                    assert {one.number for one in sheet.entries} == model.below(number)

    asyncio.run(story())


@settings(max_examples=20)
@given(STEPS)
def test_votes_links_and_merges_in_any_order_count_as_a_plain_model_says(steps):
    told(steps)


@pytest.mark.long
@settings(max_examples=100)
@given(STEPS)
def test_many_more_orders_of_votes_links_and_merges_count_as_the_model_says(steps):
    told(steps)


async def test_a_vote_that_is_taken_back_while_merged_is_not_given_back_by_the_undoing():
    async with memory_store() as store:
        await write(store, entry(1), entry(2), FeedbackVote(1, BOB.user, NOON))
        await write(store, *merged(*[await store.feedback.find(HOME, number) for number in (1, 2)], NOON))
        sheet = await store.feedback.sheet(HOME, 2)
        rows = withdrawn(sheet.ballots, (BOB.user,))
        assert rows == (FeedbackUnvote(1, BOB.user),)
        await write(store, *rows)
        await write(store, parted(await store.feedback.find(HOME, 1), NOON))
        assert await counted(store) == {1: 0, 2: 0}
