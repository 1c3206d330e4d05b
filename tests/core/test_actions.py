"""Every action has a lane, a place and, when it speaks to one person, a reader."""

from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest

from bot.core.actions import (
    Action,
    Answer,
    Ask,
    Audience,
    CloseThread,
    Delete,
    Edit,
    OpenThread,
    Pardon,
    Punish,
    RemoveThread,
    Sanction,
    Schedule,
    Send,
    Whisper,
)
from bot.core.doors import Admit, GiveRole, Invite, SetPace, SetRights, Snapshot, Survey
from bot.core.ids import ChannelRef, Place
from bot.core.native_filters import SetFilters
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.routing import Lane, lane, reader, where
from bot.core.text import say
from bot.core.ui import Button, Field, Form, Press
from tests.build import ANN, BOB, NOON, PRESS, ROOM, SPACE, P, direct, ref, room

HI = say("hi")
FORM = Form(HI, (Field("why", HI),), Button(HI, Press()))
ALONE = direct(ANN.user)
OTHER = room("2")
SPACE_ITSELF = Place(ChannelRef(P, SPACE.native), SPACE)

TABLE = [
    (Send(ROOM, HI), Lane.NOTICE, ROOM, None),
    (Send(ROOM, HI, reader=ANN.user), Lane.NOTICE, ROOM, ANN.user),
    (Send(ALONE, HI, reader=ANN.user), Lane.NOTICE, ALONE, ANN.user),
    (Send(ALONE, HI), Lane.NOTICE, ALONE, None),
    (Answer(PRESS, ROOM, ANN.user, HI), Lane.ANSWER, ROOM, ANN.user),
    (Answer(PRESS, ROOM, ANN.user, HI, audience=Audience.EVERYONE), Lane.ANSWER, ROOM, None),
    (Whisper(ANN.user, HI), Lane.NOTICE, ALONE, ANN.user),
    (Whisper(ANN.user, HI, quiet=True), Lane.BULK, ALONE, ANN.user),
    (Ask(PRESS, ROOM, ANN.user, FORM), Lane.ANSWER, ROOM, ANN.user),
    (Edit(ref(place=OTHER), HI), Lane.NOTICE, OTHER, None),
    (Delete((ref(place=OTHER), ref(place=ROOM))), Lane.PUNISH, OTHER, None),
    (Punish(SPACE, BOB.user, Sanction.MUTE), Lane.PUNISH, SPACE_ITSELF, None),
    (Pardon(SPACE, BOB.user, Sanction.MUTE), Lane.PUNISH, SPACE_ITSELF, None),
    (OpenThread(OTHER, "Ann", HI), Lane.NOTICE, OTHER, None),
    (CloseThread(OTHER), Lane.NOTICE, OTHER, None),
    (RemoveThread(OTHER), Lane.PUNISH, OTHER, None),
    (SetFilters(SPACE), Lane.BULK, SPACE_ITSELF, None),
    (Schedule(SPACE, "Tea", "", "", NOON, NOON), Lane.BULK, SPACE_ITSELF, None),
    (OpenPoll(OTHER, "Q?", ("a", "b"), NOON), Lane.NOTICE, OTHER, None),
    (ClosePoll(ref()), Lane.NOTICE, ROOM, None),
    (Survey(SPACE), Lane.PUNISH, SPACE_ITSELF, None),
    (SetRights(SPACE, Snapshot("")), Lane.PUNISH, SPACE_ITSELF, None),
    (SetPace(OTHER, timedelta(seconds=10)), Lane.PUNISH, OTHER, None),
    (Admit(SPACE, BOB.user), Lane.PUNISH, SPACE_ITSELF, None),
    (GiveRole(SPACE, BOB.user, "member"), Lane.PUNISH, SPACE_ITSELF, None),
    (Invite(SPACE), Lane.PUNISH, SPACE_ITSELF, None),
]


@pytest.mark.parametrize(("action", "in_lane", "at", "spoken_to"), TABLE)
def test_where_an_action_goes_and_whom_it_speaks_to(action, in_lane, at, spoken_to):
    assert lane(action) is in_lane
    assert where(action) == at
    assert reader(action) == spoken_to


def test_no_kind_of_action_was_forgotten_here():
    assert {type(row[0]) for row in TABLE} == set(get_args(Action))


def test_what_protects_people_goes_before_what_is_said_to_them():
    assert Lane.PUNISH < Lane.ANSWER < Lane.NOTICE < Lane.BULK


def test_an_action_is_changed_by_making_another():
    loud = Send(ROOM, HI)
    assert replace(loud, silent=True) != loud
    assert not loud.silent
