"""Typed lines as commands: tables of what people write."""

from datetime import timedelta

import pytest

from bot.adapters.telegram.arguments import Replied, Whom, read
from bot.adapters.telegram.commands import CommandBook, Typed, menu_pages, native_name, typed
from bot.adapters.telegram.places import read_name, role_of
from bot.core.commands import Kind, Param
from bot.core.interactions import Missing, Wrong
from bot.core.terms import Term
from tests.adapters.telegram.desk import SPECS, PlainVoices, spec

CASES = spec(
    "cases",
    Param("member", Kind.MEMBER, required=False),
    Param("by", Kind.MEMBER, required=False),
    Param("since", Kind.TERM, required=False),
    Param("until", Kind.TERM, required=False),
    Param("reason", Kind.REST, required=False),
)
PURGE = spec(
    "purge",
    Param("member", Kind.MEMBER, required=False),
    Param("count", Kind.INTEGER, required=False),
    Param("since", Kind.DURATION, required=False),
    Param("containing", Kind.REST, required=False),
)
BOOK = CommandBook((*SPECS, CASES, PURGE))
FOUND = {"by": Whom(None, "mod"), "since": Term(timedelta(days=2)), "until": Term(timedelta(hours=9))}


def reading(text, *, replied=False, entities=()):
    found = BOOK.find(typed({"text": text, "entities": list(entities)}))
    assert found
    return read(*found, replied=replied)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("/help", Typed("help", "", "")),
        ("/Help@Townkeeper_Bot", Typed("help", "townkeeper_bot", "")),
        ("/warn  @ann  being\nloud ", Typed("warn", "", "@ann  being\nloud")),
        ("help", None),
        ("/", None),
        ("/ help", None),
        ("//help", None),
        ("/помощь", None),
        ("see /help", None),
    ],
)
def test_a_line_that_begins_with_a_slash_is_a_command(text, line):
    assert typed({"text": text}) == line


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("/purge 20", {"count": 20}),
        ("/purge 20 casino", {"count": 20, "containing": "casino"}),
        ("/purge 20 10m", {"count": 20, "since": timedelta(minutes=10)}),
        ("/purge 10 minutes", {"since": timedelta(minutes=10)}),
        ("/purge 2 часа казино", {"since": timedelta(hours=2), "containing": "казино"}),
    ],
)
def test_a_number_that_begins_a_time_is_no_count(text, values):
    assert reading(text).values == values


@pytest.mark.parametrize(
    ("text", "replied", "values", "fault"),
    [
        ("/warn @ann", False, {"member": Whom(None, "ann")}, None),
        ("/warn 123456 being loud", False, {"member": Whom(123456), "reason": "being loud"}, None),
        ("/warn telegram:123456", False, {"member": Whom(123456)}, None),
        ("/warn", True, {"member": Whom()}, None),
        ("/warn being loud", True, {"member": Whom(), "reason": "being loud"}, None),
        ("/warn @bob instead", True, {"member": Whom(None, "bob"), "reason": "instead"}, None),
        ("/warn", False, {}, Missing("member")),
        ("/warn somebody", False, {}, Wrong("member", "somebody")),
        ("/mute 10m", True, {"member": Whom(), "duration": timedelta(minutes=10)}, None),
        ("/mute @ann", False, {"member": Whom(None, "ann")}, Missing("duration")),
        ("/mute @ann soon", False, {"member": Whom(None, "ann")}, Wrong("duration", "soon")),
        ("/ban @ann 1d spam", False, {"member": Whom(None, "ann"), "duration": timedelta(1), "reason": "spam"}, None),
        ("/ban @ann spam again", False, {"member": Whom(None, "ann"), "reason": "spam again"}, None),
        ("/language PL", False, {"language": "pl"}, None),
        ("/language klingon", False, {}, Wrong("language", "klingon")),
        ("/report", True, {"message": Replied()}, None),
        ("/report spam", False, {"reason": "spam"}, None),
        ("/case_note 12 spoke with her", False, {"number": 12, "reason": "spoke with her"}, None),
        ("/cases by:@mod", False, {"by": Whom(None, "mod")}, None),
        ("/cases until:9h by:@mod since:2d rude", False, FOUND | {"reason": "rude"}, None),
        ("/cases @ann By: @mod since: 2d until:9h", False, FOUND | {"member": Whom(None, "ann")}, None),
        ("/cases by:@mod", True, {"member": Whom(), "by": Whom(None, "mod")}, None),
        ("/cases since:soon", False, {}, Wrong("since", "soon")),
        ("/cases by:nobody since:2d", False, {}, Wrong("by", "nobody")),
        ("/cases since: the party", False, {"reason": "since: the party"}, None),
        ("/config check", False, {}, None),
        ("/config_check", False, {}, None),
    ],
)
def test_arguments_are_read_by_type(text, replied, values, fault):
    got = reading(text, replied=replied)
    shown = {name: type(value) if isinstance(value, Replied) else value for name, value in got.values.items()}
    expected = {name: type(value) if isinstance(value, Replied) else value for name, value in values.items()}
    assert (shown, got.fault) == (expected, fault)


def test_a_person_picked_from_the_list_may_have_no_handle_and_a_name_of_two_words():
    ann = {"type": "text_mention", "offset": 9, "length": 7, "user": {"id": 4242, "first_name": "Ann"}}
    got = reading("/warn 😀 Ann Lee spam", entities=[ann])
    assert got.fault == Wrong("member", "😀")
    ann["offset"] = 6
    got = reading("/warn Ann Lee spam", entities=[ann])
    assert got.values == {"member": Whom(4242), "reason": "spam"}
    got = reading("/warn @bob like Ann Lee", entities=[ann | {"offset": 16}])
    assert got.values["reason"] == "like Ann Lee"


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("/language pl", False),
        ("/help", False),
        ("/help cheap coins", True),
        ("/report cheap coins", True),
        ("/language cheap", True),
    ],
)
def test_words_of_ones_own_are_noticed(text, prose):
    assert reading(text).has_prose is prose


def test_unknown_commands_are_not_found():
    assert BOOK.find(Typed("roll", "", "2d6")) is None


def test_names_fit_telegram():
    assert native_name("config check") == "config_check"
    assert native_name("case-note") == "case_note"
    assert len(native_name("x" * 50)) == 32


def test_menus_stay_within_a_hundred_entries_and_the_description_within_its_limit():
    pages = list(menu_pages([spec(f"command{n}") for n in range(130)], PlainVoices()))
    assert {(page.scope.type, page.language) for page in pages} == {
        (scope, language)
        for scope in ("all_private_chats", "all_group_chats", "all_chat_administrators")
        for language in ("", "en", "pl")
    }
    assert all(len(page.entries) == 100 for page in pages)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("@riverside", ("@riverside", None)),
        ("@riverside/7", ("@riverside", 7)),
        ("https://t.me/riverside", ("@riverside", None)),
        ("t.me/riverside/7", ("@riverside", 7)),
        ("https://t.me/c/1234567890/7", (-1001234567890, 7)),
        ("https://t.me/c/1234567890", (-1001234567890, None)),
        ("-1001234567890", (-1001234567890, None)),
        (" -1001234567890/7 ", (-1001234567890, 7)),
        ("#general", None),
        ("https://discord.com/channels/1/2", None),
        ("", None),
    ],
)
def test_places_are_named_in_many_ways(name, found):
    assert read_name(name) == found


@pytest.mark.parametrize(
    ("name", "role"), [("chat-admins", "chat-admins"), ("Chat-Admins ", "chat-admins"), ("@Mods", None)]
)
def test_the_only_role_is_that_of_administrators(name, role):
    assert role_of(name) == role
