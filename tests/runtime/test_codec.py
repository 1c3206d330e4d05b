"""The codec: what goes in comes out, and what is strange is refused."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum, auto
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.actions import Answer, Ask, Delete, Edit, Pardon, Punish, Send, Whisper
from bot.core.cases import Case, CaseEvidence
from bot.core.complaints import Complaint
from bot.core.decisions import Decision, Later, Reply
from bot.core.ids import ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.receipts import Done, Refused
from bot.core.record import Acceptance, Note, Timer
from bot.core.text import Lines, Localised, Rich, Say
from bot.core.ui import Press
from bot.runtime.codec import Codec, core_codec


@dataclass(frozen=True, slots=True)
class Settle(Press):
    complaint: int
    how: str = "upheld"


@dataclass(frozen=True, slots=True)
class Bag:
    things: object


class Colour(Enum):
    RED = auto()
    GREEN = auto()


codec = core_codec([Settle, Bag, Colour])

names = st.text(min_size=1, max_size=8)
times = st.datetimes(
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))]),
    min_value=datetime(2, 1, 1),  # noqa: DTZ001  # hypothesis adds the zone
    max_value=datetime(9998, 1, 1),  # noqa: DTZ001
)
bodies = st.recursive(
    st.builds(Say, names, st.dictionaries(names, names | st.integers() | st.timedeltas(), max_size=3))
    | st.builds(Localised, st.dictionaries(st.sampled_from(["en", "pl", "$"]), names), st.just({}))
    | st.builds(Rich, st.tuples(names)),
    lambda inner: st.builds(Lines, st.tuples(inner, inner)),
    max_leaves=3,
)
presses = st.builds(Settle, st.integers())
plain = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | times
    | st.timedeltas()
    | st.sampled_from(Colour)
)
trees = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(), inner, max_size=3) | st.builds(Bag, inner)
    ),
    max_leaves=8,
)


def of(kind):
    return st.builds(kind)


st.register_type_strategy(datetime, times)
for body in (Say, Lines, Localised, Rich):
    st.register_type_strategy(
        body,
        bodies.filter(lambda b, body=body: isinstance(b, body))
        if body is not Lines
        else st.builds(Lines, st.tuples(bodies)),
    )
st.register_type_strategy(Press, presses)

steps = st.one_of(*map(of, [Send, Answer, Whisper, Ask, Edit, Delete, Punish, Pardon, Reply]))
rows = st.one_of(*map(of, [Case, CaseEvidence, Complaint, Acceptance, Note]))
rest = st.one_of(*map(of, [Done, Refused, Member, Decision]))


@given(trees)
@settings(max_examples=200)
def test_any_tree_of_values_comes_back_as_it_went_in(value):
    assert codec.unpack(codec.pack(value)) == value


@given(steps | rows | rest)
@settings(max_examples=100)
def test_everything_a_decision_can_hold_comes_back_as_it_went_in(value):
    back = codec.unpack(codec.pack(value))
    assert back == value
    assert type(back) is type(value)


@given(st.frozensets(st.text() | st.integers()))
def test_a_set_comes_back_and_is_written_the_same_way_every_time(value):
    assert codec.unpack(codec.pack(value)) == value
    assert codec.pack(value) == codec.pack(frozenset(sorted(value, key=str, reverse=True)))


def test_later_and_timers_hold_any_argument():
    args = {"who": UserRef("discord", "1"), "when": datetime(2025, 1, 2, tzinfo=UTC), "how": (1, None, Rank.MODERATOR)}
    for value in (Later("moderation.card", args), Timer("unmute", "x", datetime(2025, 1, 2, tzinfo=UTC), args)):
        assert codec.unpack(codec.pack(value)) == value


def test_refs_keep_their_kind():
    place = Place(ChannelRef("telegram", "5"), SpaceRef("telegram", "5"))
    back = codec.unpack(codec.pack(MessageRef(place, "7")))
    assert type(back.place.channel) is ChannelRef
    assert type(back.place.space) is SpaceRef


def test_keys_are_sorted_and_words_stay_readable():
    assert codec.pack({"b": "żółć", "a": 1}) == '{"a":1,"b":"żółć"}'
    assert codec.pack(MappingProxyType({"a": Colour.RED})) == '{"a":{"$":"Colour","name":"RED"}}'


def test_half_a_surrogate_pair_and_a_nul_survive_and_can_be_encoded():
    packed = codec.pack("a\ud800\x00b")
    assert packed.encode()
    assert "\x00" not in packed
    assert codec.unpack(packed) == "a\ud800\x00b"


def test_equal_moments_are_written_alike_in_any_zone():
    noon = datetime(2025, 6, 1, 12, tzinfo=UTC)
    assert codec.pack(noon) == codec.pack(noon.astimezone(timezone(timedelta(hours=2))))


def test_a_field_that_is_newer_than_the_row_takes_its_default():
    assert codec.unpack('{"$":"Settle","complaint":3}') == Settle(3, "upheld")


@pytest.mark.parametrize(
    "packed",
    [
        "",
        "{",
        '{"$":"Nobody"}',
        '{"$":7}',
        '{"$":["Settle"]}',
        '{"$":"Settle","complaint":3,"price":1}',
        '{"$":"Settle"}',
        '{"$":"Colour","name":"BLUE"}',
        '{"$":"Colour"}',
        '{"$":"datetime","at":5}',
        '{"$":"datetime","at":"soon"}',
        '{"$":"datetime","at":"2025-01-01T00:00:00"}',
        '{"$":"timedelta","us":"1"}',
        '{"$":"timedelta","us":99999999999999999999999999}',
        '{"$":"frozenset","of":5}',
        '{"$":"frozenset","of":[{"a":1}]}',
    ],
)
def test_what_was_not_written_by_this_codec_is_refused(packed):
    with pytest.raises(ValueError):
        codec.unpack(packed)


class Stranger:
    pass


@pytest.mark.parametrize(
    "value",
    [
        Stranger(),
        [1, 2],
        {1: "a"},
        {Rank.GUEST: "a"},
        datetime(2025, 1, 1),  # noqa: DTZ001  # naive on purpose
        float("nan"),
        b"bytes",
        Bag(Stranger()),
        {"a": {1, 2}},
    ],
)
def test_what_could_not_be_read_back_is_not_written(value):
    with pytest.raises(ValueError):
        codec.pack(value)


def test_a_value_of_another_type_is_refused_where_one_type_is_wanted():
    assert codec.unpack_as(codec.pack(Done()), Done) == Done()
    with pytest.raises(ValueError, match="Done stands where Case should"):
        codec.unpack_as(codec.pack(Done()), Case)


def test_two_types_of_one_name_are_refused_and_the_same_type_twice_is_not():
    @dataclass(frozen=True, slots=True)
    class Case(Press):
        pass

    with pytest.raises(ValueError, match="two kinds of value are called Case"):
        core_codec([Case])
    assert core_codec([Settle, Settle]).unpack('{"$":"Settle","complaint":3}') == Settle(3)


def test_only_dataclasses_and_enums_can_be_registered():
    with pytest.raises(ValueError, match="neither a dataclass nor an enum"):
        Codec([Stranger])
