"""A handler's typed signature is the declaration of its command."""

from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Literal, Optional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.arguments import named, read_value
from bot.core.commands import Between, Kind, Menu, Param, Rest, Suggest, command, spec_of
from bot.core.decisions import NOTHING
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.text import File


def suggest(typed):
    return ["links", "words"]


class Everything:
    """One parameter of every kind."""

    @command("mute it", rank=Rank.MODERATOR, target="member", hides=True, menu=Menu.MEMBER)
    async def everything(
        self,
        ctx,
        member: Member,
        span: timedelta,
        how: Literal["soft", "Hard"],
        many: Annotated[int, Between(1, 100)],
        rule: Annotated[str, Suggest(suggest)],
        loud: bool = False,
        message: Message | None = None,
        upload: File | None = None,
        note: str = "",
        reason: Annotated[str, Rest()] = "",
    ):
        return NOTHING

    @command("ping", private=False, asks=True)
    async def ping(self, ctx):
        return NOTHING

    async def unmarked(self, ctx):
        return NOTHING


SPEC = spec_of(Everything.everything)


def declared(hint, default=...):
    """The one parameter of a command whose handler is annotated with ``hint``."""

    async def handler(self, ctx, value=default):
        return NOTHING

    handler.__annotations__["value"] = hint
    if default is ...:
        handler.__defaults__ = None
    (param,) = spec_of(command("x")(handler)).params
    return param


def test_the_kind_of_each_parameter_is_read_from_its_type():
    assert SPEC.params == (
        Param("member", Kind.MEMBER),
        Param("span", Kind.DURATION),
        Param("how", Kind.CHOICE, choices=("soft", "Hard")),
        Param("many", Kind.INTEGER, between=Between(1, 100)),
        Param("rule", Kind.TEXT, suggest=suggest),
        Param("loud", Kind.FLAG, required=False),
        Param("message", Kind.MESSAGE, required=False),
        Param("upload", Kind.FILE, required=False),
        Param("note", Kind.TEXT, required=False),
        Param("reason", Kind.REST, required=False),
    )


def test_what_the_mark_says_stands_in_the_spec():
    assert (SPEC.path, SPEC.rank, SPEC.private, SPEC.target) == ("mute it", Rank.MODERATOR, True, "member")
    assert (SPEC.hides, SPEC.menu, SPEC.asks) == (True, Menu.MEMBER, False)
    ping = spec_of(Everything.ping)
    assert (ping.rank, ping.private, ping.asks, ping.params, ping.menu) == (Rank.MEMBER, False, True, (), None)


def test_a_marked_method_stays_the_method_it_was():
    assert spec_of(Everything().everything) is SPEC
    assert SPEC.handler is Everything.everything


def test_a_method_without_a_mark_is_no_command():
    assert spec_of(Everything.unmarked) is None
    assert spec_of("ping") is None


def test_usage_shows_what_one_would_type():
    assert SPEC.usage() == "/mute it <member> <span> <how> <many> <rule> [loud] [message] [upload] [note] [reason]"
    assert spec_of(Everything.ping).usage() == "/ping"


def test_help_keys_have_hyphens_as_fluent_wants_them():
    assert SPEC.help_key == "command-mute-it"
    assert Param("keep_for", Kind.TEXT).help_key == "param-keep-for"


@pytest.mark.parametrize(
    "hint",
    [
        str | None,
        Optional[str],  # noqa: UP045  # somebody's cog may still write it so
        Annotated[str | None, "a note to readers"],
        Annotated[str, "a note to readers"] | None,
    ],
)
def test_an_optional_parameter_is_of_the_kind_it_wraps(hint):
    assert declared(hint, None) == Param("value", Kind.TEXT, required=False)


@pytest.mark.parametrize(
    "hint", [Annotated[str, Rest()] | None, Annotated[str | None, Rest()], Annotated[Annotated[str, Rest()], "x"]]
)
def test_a_mark_counts_wherever_it_stands(hint):
    assert declared(hint).kind is Kind.REST


@pytest.mark.parametrize("hint", [float, list[str], Member | Message, int | str | None, None, "Rank"])
def test_a_type_without_a_native_control_is_refused_when_the_cog_is_read(hint):
    with pytest.raises(TypeError, match=r"'value': no native control"):
        declared(hint)


@pytest.mark.parametrize("target", ["nobody", "reason"])
def test_a_target_must_be_one_of_the_members(target):
    async def warn(self, ctx, member: Member, reason: str = ""):
        return NOTHING

    with pytest.raises(TypeError, match=f"warn: no member parameter is called '{target}'"):
        command("warn", target=target)(warn)


CHOICE = Param("how", Kind.CHOICE, choices=("soft", "Hard"))


@pytest.mark.parametrize(
    ("param", "word", "value"),
    [
        (Param("n", Kind.INTEGER), "7", 7),
        (Param("n", Kind.INTEGER), "-7", -7),
        (Param("n", Kind.INTEGER), "007", 7),
        (Param("n", Kind.INTEGER), "+7", None),
        (Param("n", Kind.INTEGER), "--7", None),
        (Param("n", Kind.INTEGER), "7.0", None),
        (Param("n", Kind.INTEGER), "-", None),
        (Param("n", Kind.INTEGER), "", None),
        (Param("n", Kind.INTEGER), "²", None),
        (Param("n", Kind.INTEGER), "٣", None),
        (Param("n", Kind.INTEGER), "9" * 18, 10**18 - 1),
        (Param("n", Kind.INTEGER), "9" * 19, None),
        (Param("n", Kind.INTEGER, between=Between(1, 3)), "1", 1),
        (Param("n", Kind.INTEGER, between=Between(1, 3)), "3", 3),
        (Param("n", Kind.INTEGER, between=Between(1, 3)), "0", None),
        (Param("n", Kind.INTEGER, between=Between(1, 3)), "4", None),
        (Param("for", Kind.DURATION), "1h30m", timedelta(minutes=90)),
        (Param("for", Kind.DURATION), "soon", None),
        (CHOICE, "SOFT", "soft"),
        (CHOICE, "hard", "Hard"),
        (CHOICE, "so", None),
        (Param("loud", Kind.FLAG), "Yes", True),
        (Param("loud", Kind.FLAG), "on", True),
        (Param("loud", Kind.FLAG), "off", False),
        (Param("loud", Kind.FLAG), "NO", False),
        (Param("loud", Kind.FLAG), "maybe", None),
        (Param("rule", Kind.TEXT), "Links", "Links"),
        (Param("reason", Kind.REST), "he did, twice", "he did, twice"),
        (Param("member", Kind.MEMBER), "@ann", None),
        (Param("message", Kind.MESSAGE), "1", None),
        (Param("upload", Kind.FILE), "community.yaml", None),
    ],
)
def test_a_typed_word_is_read_or_refused(param, word, value):
    assert read_value(param, word) == value


@given(st.sampled_from(Kind), st.text(max_size=30))
def test_reading_never_fails_whatever_was_typed(kind, word):
    read_value(Param("x", kind, choices=("a", "B")), word)


@pytest.mark.parametrize(
    ("menu", "menus"),
    [(None, ()), (Menu.MEMBER, (Menu.MEMBER,)), (Menu.BOTH, (Menu.MEMBER, Menu.MESSAGE))],
)
def test_a_command_can_stand_in_both_menus(menu, menus):
    assert replace(SPEC, menu=menu).menus == menus


@pytest.mark.parametrize(
    ("line", "name", "word", "close"),
    [
        ("since:7d rude", "since", "7d", True),
        ("Since: 7d", "since", "7d", False),
        ("by:@mo", "by", "@mo", True),
        ("since:", "since", "", False),
    ],
)
def test_a_line_names_what_it_gives(line, name, word, close):
    found = named((Param("by", Kind.MEMBER), Param("since", Kind.TERM)), line)
    assert (found.param.name, found.word, found.close) == (name, word, close)


@pytest.mark.parametrize("line", ["since 7d", "reason: rude", "until:7d", "", ":"])
def test_words_of_ones_own_name_nothing(line):
    assert named((Param("since", Kind.TERM), Param("reason", Kind.REST)), line) is None
