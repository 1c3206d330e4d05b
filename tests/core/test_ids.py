"""Refs are opaque names that survive being written down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, MessageRef, Place, Platform, SpaceRef, UserRef
from tests.build import ROOM, SPACE, direct, user

NAMES = st.text(min_size=1)


@given(st.sampled_from([UserRef, SpaceRef, ChannelRef]), NAMES.filter(lambda n: ":" not in n), NAMES)
def test_a_ref_is_read_back_as_it_was_written(kind, platform, native):
    ref = kind(Platform(platform), native)
    again = kind.parse(str(ref))
    assert again == ref
    assert type(again) is kind


def test_only_the_first_colon_parts_platform_from_id():
    assert UserRef.parse("discord:1:2") == UserRef(DISCORD, "1:2")


@pytest.mark.parametrize("text", ["", ":", "discord", "discord:", ":7", "7"])
def test_what_is_not_a_ref_is_refused_with_what_was_given(text):
    with pytest.raises(ValueError, match="platform:id") as refused:
        UserRef.parse(text)
    assert repr(text) in str(refused.value)


def test_refs_of_different_kinds_are_never_equal_though_their_ids_are():
    assert UserRef(TELEGRAM, "1") != SpaceRef(TELEGRAM, "1")
    assert UserRef(TELEGRAM, "1") != UserRef(DISCORD, "1")
    assert len({UserRef(TELEGRAM, "1"), SpaceRef(TELEGRAM, "1"), ChannelRef(TELEGRAM, "1")}) == 3


def test_refs_sort_by_platform_and_then_by_id():
    assert sorted([user("2"), user("1"), user("1", DISCORD)]) == [user("1", DISCORD), user("1"), user("2")]


def test_a_place_without_a_space_is_a_private_chat():
    assert direct(user("7")).is_direct
    assert not ROOM.is_direct
    assert ROOM.platform == TELEGRAM


def test_messages_of_two_threads_are_two_messages():
    thread = Place(ROOM.channel, SPACE, "5")
    assert MessageRef(ROOM, "1") != MessageRef(thread, "1")


def test_refs_are_frozen_and_take_nothing_else():
    with pytest.raises(AttributeError):
        user("7").native = "8"
    with pytest.raises((AttributeError, TypeError)):
        user("7").name = "Ann"
