"""Pure decisions of the adapter: text, rights, errors, commands, addresses."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import aiohttp
import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.discord import endpoints, rights
from bot.adapters.discord.budget import BudgetSpent
from bot.adapters.discord.commands import Offer, locales
from bot.adapters.discord.line import Offline
from bot.adapters.discord.refusals import verdict
from bot.adapters.discord.render import LONGEST, escape, markdown, messages
from bot.adapters.discord.views import buttons
from bot.core.commands import CommandSpec, Kind, Param
from bot.core.ids import DISCORD, UserRef
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused, Trouble
from bot.core.text import Bold, Code, Link, Mention, Moment, Quote, Rich, say
from bot.core.ui import Button, Press
from tests.adapters.discord.world import KeyVoice, KeyVoices

ADA = UserRef(DISCORD, "42")


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        (("plain - text, with #signs (and) 1. numbers",), "plain - text, with #signs (and) 1. numbers"),
        (("*a* _b_ ~~c~~ `d` ||e||",), r"\*a\* \_b\_ \~\~c\~\~ \`d\` \|\|e\|\|"),
        (("[free](https://e.org/a_b)",), r"\[free](https://e.org/a_b)"),
        (("see https://e.org/a_b_c now",), "see https://e.org/a_b_c now"),
        (("# big\n> quote\n- point\n-# small",), "\\# big\n\\> quote\n\\- point\n\\-# small"),
        (("@everyone <@1> <#2> <t:3> a@b <3",), "@\u200beveryone <\u200b@1> <\u200b#2> <\u200bt:3> a@b <3"),
        ((Bold("a*b"), " ", Bold("")), r"**a\*b**"),
        ((Code("x`y"),), "`xˋy`"),
        (("said:", Quote("one\ntwo")), "said:\n> one\n> two"),
        (("said:\n", Quote("one"), "\nnext"), "said:\n> one\nnext"),
        ((Quote("one"), "", "next", Quote("two")), "> one\nnext\n> two"),
        ((Link("here [x]", "https://e.org/ >"),), "[here ［x］](<https://e.org/%20%3E>)"),
        ((Link("https://e.org", "https://e.org"),), "<https://e.org>"),
        ((Mention(ADA, "ada"), Mention(UserRef(DISCORD, "x"), "a_b")), r"<@42>a\_b"),
        ((Moment(datetime(2026, 1, 1, tzinfo=UTC)),), "<t:1767225600:f>"),
    ],
)
def test_spans_become_markdown(spans, shown):
    assert markdown(spans) == shown


@given(st.text(alphabet="ab \n\\*_é😀", max_size=500), st.integers(20, 60), st.sampled_from([str, Bold, Quote]))
def test_a_text_in_several_messages_keeps_every_word_and_every_mark(text, longest, span):
    parts = messages((span(text),), longest)
    assert all(len(part) <= longest for part in parts)
    marks = {str: "", Bold: "**", Quote: ">"}[span]
    shown = "".join(
        "".join(part.removeprefix(marks).removesuffix("**" if span is Bold else "") for part in parts).split()
    )
    whole = escape(text) if span is not Quote else "".join(map(escape, text.splitlines()))
    assert shown.replace(">", "") == "".join(whole.split())


@given(st.text(max_size=200))
def test_escaped_text_pings_nobody(text):
    shown = escape(text)
    assert "@everyone" not in shown
    assert "@here" not in shown
    assert "<@" not in shown


def test_a_cut_never_parts_a_backslash_from_its_sign():
    assert messages(("a" * (LONGEST - 1) + "*",)) == ["a" * (LONGEST - 1), r"\*"]


def test_a_label_cannot_lead_elsewhere():
    home = "https://example.org/"
    assert markdown((Link("a](https://evil.example)", home),)) == "a](https://evil.example) (<https://example.org/>)"
    assert markdown((Link("[a](b)\nc", home),)) == "[［a］(b) c](<https://example.org/>)"


P = discord.Permissions


@pytest.mark.parametrize(
    ("permissions", "expected"),
    [
        ((), Rank.MEMBER),
        ((P(send_messages=True), P(mention_everyone=True)), Rank.MEMBER),
        ((P(kick_members=True),), Rank.MODERATOR),
        ((P(ban_members=True),), Rank.MODERATOR),
        ((P(manage_messages=True),), Rank.MODERATOR),
        ((P(), P(moderate_members=True)), Rank.MODERATOR),
        ((P(manage_guild=True),), Rank.MANAGER),
        ((P(administrator=True),), Rank.MANAGER),
    ],
)
def test_permissions_make_a_rank(permissions, expected):
    assert rights.rank(is_owner=False, permissions=permissions) is expected
    assert rights.rank(is_owner=True, permissions=permissions) is Rank.OWNER


def test_who_is_still_screened_is_a_guest_unless_they_hold_rights():
    assert rights.rank(is_owner=False, permissions=(), pending=True) is Rank.GUEST
    held = (P(kick_members=True),)
    assert rights.rank(is_owner=False, permissions=held, pending=True) is Rank.MODERATOR


@pytest.mark.parametrize("rank", list(Rank))
def test_a_command_is_hidden_from_exactly_those_below_its_rank(rank):
    hidden_behind = rights.native(rank)
    if rank < Rank.MODERATOR:
        assert hidden_behind is None
    else:
        assert rights.rank(is_owner=False, permissions=[hidden_behind]) >= min(rank, Rank.MANAGER)


def http_error(status, code, kind=discord.HTTPException):
    return kind(SimpleNamespace(status=status, reason="x"), {"code": code, "message": "no"})


@pytest.mark.parametrize(
    ("status", "code", "why"),
    [
        (403, 50007, Refusal.UNREACHABLE),
        (403, 50278, Refusal.UNREACHABLE),
        (403, 50013, Refusal.FORBIDDEN),
        (403, 50001, Refusal.FORBIDDEN),
        (403, 1, Refusal.FORBIDDEN),
        (401, 0, Refusal.FORBIDDEN),
        (404, 10008, Refusal.GONE),
        (404, 10062, Refusal.GONE),
        (401, 50027, Refusal.GONE),
        (400, 50034, Refusal.TOO_LATE),
        (400, 50035, Refusal.UNSUPPORTED),
        (400, 200000, Refusal.FORBIDDEN),
    ],
)
def test_discords_codes_have_a_meaning(status, code, why):
    refused = verdict(http_error(status, code))
    assert isinstance(refused, Refused)
    assert refused.why is why
    assert "no" in refused.detail


@pytest.mark.parametrize(
    ("failure", "maybe_done", "wait"),
    [
        (http_error(503, 0, discord.DiscordServerError), True, None),
        (http_error(429, 0), False, None),
        (discord.RateLimited(45.0), False, timedelta(seconds=45)),
        (BudgetSpent("answers", timedelta(minutes=3)), False, timedelta(minutes=3)),
        (Offline(), False, None),
        (TimeoutError(), True, None),
        (aiohttp.ServerDisconnectedError(), True, None),
        (ConnectionResetError(), True, None),
    ],
)
def test_trouble_says_whether_it_may_have_happened(failure, maybe_done, wait):
    trouble = verdict(failure)
    assert isinstance(trouble, Trouble)
    assert (trouble.maybe_done, trouble.retry_after) == (maybe_done, wait)


def spec(path, *params, rank=Rank.MEMBER):
    return CommandSpec(path, params, rank, True, handler=None)


def test_a_command_that_is_also_a_group_is_offered_beside_its_children():
    offer = Offer((spec("case", Param("number", Kind.INTEGER)), spec("case note")), KeyVoices())
    (root,) = offer.payload
    assert [option["name"] for option in root["options"]] == ["show", "note"]
    assert offer.by_path(["case", "show"]).path == "case"
    assert offer.by_path(["case", "note"]).path == "case note"


def test_required_options_come_first_and_long_words_are_cut():
    class Wordy(KeyVoices):
        def of(self, language):
            return lambda body: ("word " * 40,)

    offer = Offer((spec("x", Param("b", Kind.REST, required=False), Param("a", Kind.FLAG)),), Wordy())
    options = offer.payload[0]["options"]
    assert [option["name"] for option in options] == ["a", "b"]
    assert {len(options[0]["description"]), len(options[0]["description_localizations"]["ru"])} == {100}


def test_the_stamp_changes_with_what_is_offered_and_with_nothing_else():
    one, same = Offer((spec("x"),), KeyVoices()), Offer((spec("x"),), KeyVoices())
    other = Offer((spec("x", rank=Rank.MANAGER),), KeyVoices())
    assert one.stamp == same.stamp != other.stamp


@pytest.mark.parametrize(("language", "native"), [("pl", ("pl",)), ("es", ("es-ES", "es-419")), ("sq", ()), ("en", ())])
def test_languages_become_discords_locales(language, native):
    assert tuple(locales(language)) == native


async def test_rows_that_are_too_long_are_broken_and_views_are_not_kept():
    row = tuple(Button(say(f"b{number}"), Press(), token=f"t{number}") for number in range(7))
    view = buttons((row,), KeyVoice())
    assert [len(components["components"]) for components in view.to_components()] == [5, 2]
    assert view.is_finished()
    assert buttons((), KeyVoice()) is None
    assert buttons(((Button(Rich(("x" * 99,)), Press(), token="t"),),), KeyVoice()).children[0].label[-1] == "…"


@pytest.mark.parametrize(
    ("given", "base"),
    [
        (None, "https://discord.com/api/v10"),
        ("http://proxy:8080", "http://proxy:8080/api/v10"),
        ("http://proxy:8080/", "http://proxy:8080/api/v10"),
        ("http://proxy:8080/api", "http://proxy:8080/api/v10"),
        ("http://proxy:8080/api/v10/", "http://proxy:8080/api/v10"),
    ],
)
def test_addresses_are_taken_in_any_common_spelling(given, base):
    assert endpoints.lead_to(given, "ws://proxy/gw" if given else None) is not None or given is None
    assert base == discord.http.Route.BASE
    endpoints.lead_to(None, None)
    assert str(discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY) == "wss://gateway.discord.gg/"
