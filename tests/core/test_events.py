"""Events know where they belong."""

from typing import get_args

import pytest

from bot.core.actions import Sanction
from bot.core.events import (
    AbilityLost,
    Event,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionChanged,
    RightsChanged,
    SanctionLifted,
    ServiceLine,
    SpaceReady,
    ThreadNamed,
    TimerFired,
    space_of,
)
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted
from bot.core.native_filters import NativelyBlocked
from bot.core.native_polls import Manner, PollRecounted, PollVoted
from tests.build import ANN, NOON, PRESS, ROOM, SPACE, direct, post, ref

ALONE = direct(ANN.user)
IN_A_SPACE = [
    MessagePosted("k", post("hi")),
    MessageEdited("k", post("hi")),
    MessageDeleted("k", ref(), NOON),
    NativelyBlocked("k", post("hi")),
    ReactionChanged("k", ref(), ANN, "+", NOON),
    PollVoted("k", ref(), ANN, (0,), Manner.WHOLE, NOON),
    PollRecounted("k", ref(), NOON),
    ThreadNamed("k", ROOM, "hi", ANN, NOON),
    MemberRenamed("k", SPACE, ANN, NOON),
    SanctionLifted("k", SPACE, ANN.user, Sanction.MUTE, ANN.user, "Ann", NOON),
    MemberJoined("k", SPACE, ANN, NOON),
    MemberLeft("k", SPACE, ANN.user, NOON),
    RightsChanged("k", SPACE, present=True, at=NOON),
    SpaceReady("k", SPACE, NOON),
    JoinRequested("k", SPACE, ANN, NOON),
    ServiceLine("k", ref(), True, NOON),
    AbilityLost("k", SPACE, "mute", NOON),
    CommandInvoked("k", "help", ROOM, ANN, {}, PRESS, NOON),
    ButtonPressed("k", "t", ROOM, ANN, PRESS, NOON),
    FormSubmitted("k", "t", ROOM, ANN, {}, PRESS, NOON),
]
NOWHERE = [
    MessagePosted("k", post("hi", place=ALONE)),
    MessageDeleted("k", ref(place=ALONE), NOON),
    CommandInvoked("k", "help", ALONE, ANN, {}, PRESS, NOON),
    ButtonPressed("k", "t", ALONE, ANN, PRESS, NOON),
    FormSubmitted("k", "t", ALONE, ANN, {}, PRESS, NOON),
    TimerFired("k", "oaks", "vanish", "m1", at=NOON),
]


@pytest.mark.parametrize("event", IN_A_SPACE, ids=lambda e: type(e).__name__)
def test_an_event_in_a_space_names_it(event):
    assert space_of(event) == SPACE


@pytest.mark.parametrize("event", NOWHERE, ids=lambda e: type(e).__name__)
def test_private_chats_and_timers_belong_to_no_space(event):
    assert space_of(event) is None


def test_no_kind_of_event_was_forgotten_here():
    assert {type(e) for e in (*IN_A_SPACE, *NOWHERE)} == set(get_args(Event))


def test_a_message_is_in_the_place_of_its_name():
    assert post("hi").place == ROOM
