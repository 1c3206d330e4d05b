"""A fuse for what the platform forbids: few calls, one notice, whole again when the rights change."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import CloseThread, Delete, OpenThread, Pardon, Punish, RemoveThread, Sanction, Send
from bot.core.capabilities import Capability
from bot.core.doors import Admit, GiveRole, Invite, SetPace, SetRights, Snapshot, Survey
from bot.core.native_filters import SetFilters
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import say
from bot.runtime.breaker import MOST_REFUSALS, NOT_TRIED, RESTS, Breaker, Key, key_of
from tests.build import ANN, NOON, ROOM, SPACE, can, direct, later, ref, room
from tests.fakes.town import LOBBY, STAFF, words

NO = Refused(Refusal.FORBIDDEN)
MUTE = Key(SPACE, Capability.MUTE)
MAY, MAY_NOT = can(Capability.MUTE), can()


@pytest.fixture
def fuse():
    breaker = Breaker()
    breaker.told = []
    breaker.tells(lambda space, ability: breaker.told.append((space, ability)))
    return breaker


def test_one_refusal_is_enough_where_the_right_is_gone(fuse):
    fuse.note(MUTE, NO, MAY_NOT, NOON)
    assert fuse.is_blown(MUTE, MAY_NOT, NOON)
    assert not fuse.is_blown(MUTE, MAY, NOON), "the right is there again"
    assert not fuse.is_blown(Key(SPACE, Capability.BAN), MAY_NOT, NOON)
    fuse.note(MUTE, NO, MAY_NOT, NOON)
    assert fuse.told == [(SPACE, Capability.MUTE)]


def test_it_takes_several_where_the_right_seems_to_be_there(fuse):
    for _ in range(MOST_REFUSALS):
        assert not fuse.is_blown(MUTE, MAY, NOON)
        fuse.note(MUTE, NO, MAY, NOON)
    assert fuse.is_blown(MUTE, MAY, NOON)
    assert not fuse.is_blown(MUTE, MAY, NOON + RESTS)
    assert not fuse.is_blown(MUTE, MAY_NOT, NOON + RESTS)


def test_one_locked_channel_does_not_silence_the_others(fuse):
    here, there = Key(SPACE, Capability.DELETE, "1"), Key(SPACE, Capability.DELETE, "2")
    fuse.note(here, NO, can(), NOON)
    assert fuse.is_blown(here, can(), NOON)
    assert not fuse.is_blown(there, can(Capability.DELETE), NOON)


def test_what_works_again_mends_it_and_so_do_new_rights(fuse):
    for _ in range(MOST_REFUSALS - 1):
        fuse.note(MUTE, NO, MAY, NOON)
    fuse.note(MUTE, Done(), MAY, NOON)
    fuse.note(MUTE, NO, MAY, NOON)
    assert not fuse.is_blown(MUTE, MAY, NOON)
    fuse.note(MUTE, NO, MAY_NOT, NOON)
    fuse.mend(room("2").space)
    assert fuse.is_blown(MUTE, MAY_NOT, NOON)
    fuse.mend(SPACE)
    assert not fuse.is_blown(MUTE, MAY_NOT, NOON)


def test_fuses_do_not_pile_up(fuse):
    for number in range(5_000):
        fuse.turn(Key(SPACE, Capability.DELETE, str(number)))
    assert len(fuse._fuses) <= 2_000


@pytest.mark.parametrize(
    ("action", "key"),
    [
        (Punish(SPACE, ANN.user, Sanction.BAN), Key(SPACE, Capability.BAN)),
        (Pardon(SPACE, ANN.user, Sanction.MUTE), MUTE),
        (Punish(SPACE, ANN.user, Sanction.WARN), None),
        (Delete((ref(place=ROOM),)), Key(SPACE, Capability.DELETE, "1")),
        (Delete((ref(place=direct(ANN.user)),)), None),
        (SetRights(SPACE, Snapshot("")), Key(SPACE, Capability.RIGHTS)),
        (SetPace(ROOM, timedelta()), Key(SPACE, Capability.PACE, "1")),
        (SetPace(direct(ANN.user), timedelta()), None),
        (Admit(SPACE, ANN.user), Key(SPACE, Capability.ADMIT)),
        (Invite(SPACE), Key(SPACE, Capability.ADMIT)),
        (GiveRole(SPACE, ANN.user, "x"), Key(SPACE, Capability.ROLES)),
        (RemoveThread(ROOM), Key(SPACE, Capability.REMOVE_THREAD, "1")),
        (OpenThread(ROOM, "a", say("hi")), Key(SPACE, Capability.THREADS, "1")),
        (CloseThread(ROOM), Key(SPACE, Capability.THREADS, "1")),
        (SetFilters(SPACE), Key(SPACE, Capability.FILTER)),
        (Survey(SPACE), None),
        (Send(ROOM, say("hi")), None),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_an_action_leans_on(action, key):
    assert key_of(action) == key


async def test_a_demoted_bot_asks_a_few_times_says_so_once_and_records_what_it_did_not_try(town):
    bot = await town(words())
    bot.telegram.can = replace(bot.telegram.can, has=bot.telegram.can.has - {Capability.DELETE})
    bot.telegram.fails(Delete, NO, times=1000)
    for number in range(30):
        await bot.says(ANN, f"blorp {number}", LOBBY)
    tried = [e for e in bot.telegram.ledger if isinstance(e.action, Delete)]
    assert len(tried) <= MOST_REFUSALS
    assert len([t for t in bot.sends(STAFF) if "no longer allowed to delete messages" in t]) == 1
    last = (await bot.cases())[0]
    receipts = await bot.store.cases.receipts(bot.key, last.number)
    assert any(isinstance(did.receipt, Refused) and did.receipt.detail == NOT_TRIED for did in receipts)
    bot.telegram.faults.clear()
    await bot.is_added(LOBBY.space, None)
    bad = await bot.says(ANN, "blorp again", LOBBY)
    assert bad in [one for action in bot.did(Delete) for one in action.messages]
    assert later()
