from datetime import timedelta

import pytest

from bot.adapters.playground.commands import Around, parse
from bot.adapters.playground.manners import Blocked
from bot.adapters.playground.world import GENERAL, private
from bot.core.commands import CommandSpec, Kind, Menu, Param
from bot.core.events import MessagePosted
from bot.core.interactions import CommandInvoked, Missing, Unknown, Wrong
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.terms import Term
from bot.core.text import File
from tests.adapters.playground.stage import Stage, who
from tests.build import ANN, BOB, post


def spec(path, *params, **more):
    return CommandSpec(path, params, Rank.MEMBER, True, lambda *_: None, **more)


MUTE = spec(
    "mute",
    Param("member", Kind.MEMBER),
    Param("duration", Kind.DURATION, required=False),
    Param("reason", Kind.REST, required=False),
)
REPORT = spec("report", Param("message", Kind.MESSAGE), Param("reason", Kind.REST, False), menu=Menu.MESSAGE)
CONFIG = spec("config", Param("what", Kind.CHOICE, choices=("get", "check")))
CHECK = spec("config check", Param("file", Kind.FILE))
CASE = spec("case", Param("number", Kind.INTEGER, False), Param("title", Kind.TEXT, False))
CASES = spec(
    "cases",
    Param("by", Kind.MEMBER, required=False),
    Param("since", Kind.TERM, required=False),
    Param("until", Kind.TERM, required=False),
    Param("reason", Kind.REST, required=False),
)
NOTE = spec("case note", Param("number", Kind.INTEGER), Param("text", Kind.REST))
FOUND = {"since": Term(timedelta(days=2)), "until": Term(timedelta(hours=9))}
ALL = (MUTE, REPORT, CONFIG, CHECK, CASE, CASES, NOTE)
SAID = post("rude", by=BOB)


def typed(line, **more):
    return parse(line, ALL, Around({"@Ann": ANN}.get, **more))


@pytest.mark.parametrize(
    ("line", "path", "values"),
    [
        ("/mute @Ann 10m be kind", "mute", {"member": ANN, "duration": timedelta(minutes=10), "reason": "be kind"}),
        ("/mute @Ann be kind", "mute", {"member": ANN, "reason": "be kind"}),
        ("/mute @Ann", "mute", {"member": ANN}),
        ("/Config GET", "config", {"what": "get"}),
        ("/case 7", "case", {"number": 7}),
        ('/case "two words"', "case", {"title": "two words"}),
        ("/case", "case", {}),
        ("/cases by:@Ann", "cases", {"by": ANN}),
        ("/case@townkeeper 7", "case", {"number": 7}),
        ("/case@Townkeeper_bot", "case", {}),
        ("/case_note 7 so it was", "case note", {"number": 7, "text": "so it was"}),
        ("/case_note@townkeeperbot 7 so it was", "case note", {"number": 7, "text": "so it was"}),
        ("/cases until:9h since:2d by: @Ann rude", "cases", FOUND | {"by": ANN, "reason": "rude"}),
        ("/cases since: the party", "cases", {"reason": "since: the party"}),
    ],
)
def test_a_typed_line_is_read_by_the_kinds_of_its_parameters(line, path, values):
    assert (typed(line).path, typed(line).values, typed(line).fault) == (path, values, None)


def test_a_reply_names_the_message_and_the_member():
    assert typed("/report rude", reply=SAID).values == {"message": SAID, "reason": "rude"}
    assert typed("/mute 1h", reply=SAID).values == {"member": BOB, "duration": timedelta(hours=1)}


def test_the_longest_path_wins_and_underscores_do_too():
    file = File("c.yaml", "version: 1")
    for line in ("/config check", "/config_check"):
        assert typed(line, file=file).values == {"file": file}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("/mute", Missing("member")),
        ("/mute @Nobody", Wrong("member", "@Nobody")),
        ("/report", Missing("message")),
        ("/config what", Wrong("what", "what")),
        ("/config check", Missing("file")),
        ("/nothing at all", Unknown("nothing")),
        ("/case@other_bot", Unknown("case@other_bot")),
        ("/", Unknown("")),
        ("/config get it", Wrong("what", "it")),
        ("/cases since:soon", Wrong("since", "soon")),
        ("/cases by:@Nobody", Wrong("by", "@Nobody")),
    ],
)
def test_what_cannot_be_read_is_said_with_its_reason(line, fault):
    assert typed(line).fault == fault


@pytest.fixture
async def stage():
    async with Stage(*ALL).playing() as stage:
        yield stage


async def test_a_slash_command_leaves_no_message_on_discord_and_is_one_on_telegram(stage):
    for side, writer in ((stage.discord, "Nadia"), (stage.telegram, "Marta")):
        name = next(p.name for p in side.side.people.values())
        side.inbound.post(who(side, writer).id, GENERAL, f"/mute @{name} 1h")
    discord, telegram = await stage.heard()
    assert isinstance(discord, CommandInvoked)
    assert (discord.message, len(stage.discord.side.posts)) == (None, 0)
    assert telegram.message is not None
    assert isinstance(telegram.values["member"], Member)
    assert telegram.actor.rank is Rank.MODERATOR


async def test_an_unknown_command_in_public_is_the_messengers_own_affair(stage):
    assert isinstance(stage.discord.inbound.post(who(stage.discord, "Mo").id, GENERAL, "/dance"), Blocked)
    stage.telegram.inbound.post(who(stage.telegram, "Sam").id, GENERAL, "/dance")
    (event,) = await stage.heard()
    assert isinstance(event, MessagePosted)


async def test_an_unknown_command_in_private_is_answered_by_the_bot(stage):
    for side, name in ((stage.discord, "Mo"), (stage.telegram, "Sam")):
        person = who(side, name)
        side.inbound.post(person.id, private(person.id), "/dance")
    assert [e.fault for e in await stage.heard()] == [Unknown("dance")] * 2


async def test_start_alone_asks_for_help(stage):
    sam = who(stage.telegram, "Sam")
    stage.telegram.inbound.post(sam.id, private(sam.id), "/start")
    (event,) = await stage.heard()
    assert event.path == "help"


async def test_the_menu_of_a_message_is_offered_on_discord_only(stage):
    assert stage.discord.menu() == (("report", "menu-report"),)
    assert stage.telegram.menu() == ()
    went = stage.discord.inbound.post(who(stage.discord, "Mo").id, GENERAL, "hello")
    stage.discord.inbound.pick(who(stage.discord, "Ala").id, went.post, "report")
    picked = (await stage.heard())[-1]
    assert picked.path == "report"
    assert isinstance(picked.values["message"], Message)
    assert isinstance(stage.discord.inbound.pick("x", went.post, "mute"), Blocked)


async def test_a_deep_link_typed_by_hand_is_a_press(stage):
    sam = who(stage.telegram, "Sam")
    stage.telegram.inbound.post(sam.id, private(sam.id), "/start t1")
    (event,) = await stage.heard()
    assert event.token == "t1"


async def test_commands_are_offered_with_their_help(stage):
    assert [help_text for _, help_text in stage.discord.offered()][:2] == ["command-mute", "command-report"]
