"""The gate and a storm by hand on both messengers: one bot, two real clients, kills in between."""

import re
from contextlib import asynccontextmanager
from types import SimpleNamespace

import pytest

from tests.wire.both import between
from tests.wire.discord_server import discord_server
from tests.wire.telegram_people import NotAllowedError
from tests.wire.telegram_server import running

pytestmark = [pytest.mark.wire, pytest.mark.long]

MIRA = 13
TOWN, STAFF = -1001, -1002
CONFIG = """
community: {{name: Riverside, live: true}}
places:
  lobby: {{telegram: "@riverside", discord: "#general"}}
  staff: {{telegram: "-1002", discord: "#staff"}}
team: {{moderators: {{telegram: chat-admins, discord: "@Moderators"}}}}
gate: {{{gate}, within: 1h, clean_up: [joins], unverified: {{discord: "@New"}}}}
"""
QUESTION = 'ask: question, question: "What do we make here?", answers: [boats]'
LINK = re.compile(r"https://t\.me/\+\w+")
SUM = re.compile(r"(\d+) ([+−-]) (\d+)")


@asynccontextmanager
async def both(folder, gate):
    """A town on each messenger, and one bot in both."""
    async with running() as telegram, discord_server() as discord:
        telegram.people.person(MIRA, "Mira")
        telegram.people.group(TOWN, "Riverside", owner=MIRA, username="riverside")
        telegram.people.group(STAFF, "Staff", members=(), owner=MIRA)
        town = discord.town("Riverside")
        staff, new = town.role("Moderators", moderate_members=True), town.role("New")
        bot = between(folder, CONFIG.format(gate=gate), telegram, discord)
        scene = SimpleNamespace(telegram=telegram, discord=discord, town=town, staff=staff, new=new, bot=bot)
        try:
            await started(scene)
            yield scene
        finally:
            bot.close()
            print(bot.printed[-3000:])
        assert "fault" not in bot.printed
        assert telegram.faults == []


async def started(on):
    on.bot.start()
    await on.discord.ready()
    await on.discord.until(lambda: on.discord.world.commands() or on.discord.world.commands(on.town.id))
    await on.telegram.until(lambda: on.telegram.calls_of("setMyCommands") and on.telegram.updates._poller, why="a bot")


async def again(on, *due):
    """Killed, with timers that came due meanwhile, and started again."""
    on.bot.kill()
    for kind, about in due:
        on.bot.comes_due(kind, about)
    await on.discord.until(lambda: not on.discord.gateway.connected)
    on.bot.start()


def status(on, person):
    return on.telegram.state.membership(on.telegram.state.chats[TOWN], person).status


def stranger(on, number, name):
    return on.telegram.people.person(number, name)


async def pressed(on, chat, words, label, person):
    found = await on.telegram.until(lambda: [m for m in on.telegram.sent_to(chat) if words in m.get("text", "")])
    on.telegram.people.press(chat, found[-1]["message_id"], person, label)


async def says(on, chat, words):
    return (await on.telegram.until(lambda: [t for t in on.telegram.texts(chat) if words in t]))[-1]


async def test_on_telegram_one_comes_by_the_link_answers_and_is_let_in(tmp_path):
    async with both(tmp_path, QUESTION) as on:
        on.telegram.people.say(STAFF, MIRA, "/gate")
        first = LINK.search(await says(on, STAFF, "asks to join"))[0]
        await pressed(on, STAFF, first, "New link, end this one", MIRA)
        town = on.telegram.state.chats[TOWN]
        await on.telegram.until(lambda: town.invite_links and first not in town.invite_links)
        (link,) = town.invite_links
        await says(on, STAFF, link)
        ann, bob = stranger(on, 100, "Ann"), stranger(on, 101, "Bob")
        with pytest.raises(NotAllowedError):
            on.telegram.people.ask_to_join(TOWN, ann, link=first)
        on.telegram.people.ask_to_join(TOWN, ann, link=link)
        await pressed(on, ann, "Before you come into Riverside", "Let me in", ann)
        await says(on, ann, "What do we make here?")
        assert status(on, ann) == "left", "she waits outside"
        on.telegram.people.say(ann, ann, "cakes")
        await pressed(on, ann, "2 more tries", "Let me in", ann)
        await on.telegram.until(lambda: len([t for t in on.telegram.texts(ann) if "What do we make" in t]) == 2)
        on.telegram.people.say(ann, ann, "Boats!")
        await on.telegram.until(lambda: status(on, ann) == "member")
        on.telegram.people.ask_to_join(TOWN, bob, link=link)
        await says(on, bob, "Before you come into Riverside")
        await again(on, ("gate-out", f"telegram:{bob}"))
        declined = await on.telegram.until(lambda: on.telegram.calls_of("declineChatJoinRequest"))
        assert [call.params["user_id"] for call in declined] == [bob]


async def test_on_telegram_who_comes_in_otherwise_is_held_and_removed_when_nothing_is_answered(tmp_path):
    async with both(tmp_path, "ask: picture") as on:
        ann, bob = stranger(on, 100, "Ann"), stranger(on, 101, "Bob")
        lines = [on.telegram.people.join(TOWN, person) for person in (ann, bob)]
        await on.telegram.until(lambda: status(on, ann) == status(on, bob) == "restricted")
        await on.telegram.until(lambda: not any(on.telegram.exists(TOWN, line) for line in lines), why="no join lines")
        (line,) = await on.telegram.until(lambda: [m for m in on.telegram.sent_to(TOWN) if "Ann" in m["text"]])
        url = line["reply_markup"]["inline_keyboard"][0][0].get("url", "")
        if url:
            on.telegram.people.start(ann, url.partition("start=")[2])
        else:
            on.telegram.people.start(ann)
            await on.telegram.until(lambda: on.telegram.texts(ann))
            on.telegram.people.press(TOWN, line["message_id"], ann, "Let me in")
        await on.telegram.until(lambda: on.telegram.calls_of("sendPhoto") or on.telegram.calls_of("sendDocument"))
        await pressed(on, ann, "How much is it?", "In words, please", ann)
        await on.telegram.until(lambda: any(SUM.search(text) for text in on.telegram.texts(ann)))
        words = next(text for text in on.telegram.texts(ann) if SUM.search(text))
        await pressed(on, ann, words, solved(words), ann)
        await on.telegram.until(lambda: status(on, ann) == "member")
        await again(on, ("gate-out", f"telegram:{bob}"))
        await on.telegram.until(lambda: status(on, bob) == "left", why="removed, and not banned")


async def test_on_discord_a_role_holds_newcomers_until_they_have_answered(tmp_path):
    async with both(tmp_path, QUESTION) as on:
        ana, bo, cy = (on.town.member(name) for name in ("Ana", "Bo", "Cy"))
        line = await at_the_gate(on, ana)
        await on.discord.until(lambda: on.new.id in ana._member.role_ids)
        asked = await ana.press(line, "Let me in")
        await on.discord.until(lambda: asked.modal, what="a form")
        done = await ana.submit(asked, answer="boats")
        await on.discord.until(lambda: done.answered)
        assert done.private
        await on.discord.until(lambda: on.new.id not in ana._member.role_ids)
        line = await at_the_gate(on, bo)
        for _ in range(3):
            asked = await bo.press(line, "Let me in")
            await on.discord.until(lambda asked=asked: asked.modal, what="a form")
            done = await bo.submit(asked, answer="cakes")
            await on.discord.until(lambda done=done: done.answered)
        await on.discord.until(lambda: bo.id not in on.town.model.members, what="Bo outside")
        await at_the_gate(on, cy)
        await again(on, ("gate-out", f"discord:{cy.id}"))
        await on.discord.until(lambda: cy.id not in on.town.model.members, what="Cy outside")
        assert not on.town.bans


async def test_on_discord_a_sum_comes_as_a_picture_or_in_words(tmp_path):
    async with both(tmp_path, "ask: picture") as on:
        ana = on.town.member("Ana")
        shown = await ana.press(await at_the_gate(on, ana), "Let me in")
        await on.discord.until(lambda: shown.answered)
        assert shown.private
        worded = await ana.press(shown.messages[0], "In words, please")
        await on.discord.until(lambda: worded.answered)
        done = await ana.press(worded.messages[0], solved(worded.texts[0]))
        await on.discord.until(lambda: done.answered)
        await on.discord.until(lambda: on.new.id not in ana._member.role_ids)
        assert done.private


async def test_what_a_moderator_shut_on_both_opens_in_time_also_after_a_kill(tmp_path):
    async with both(tmp_path, "ask: button") as on:
        town, lobby = on.telegram.state.chats[TOWN], on.town.channel("general")._channel
        usual = dict(town.permissions)
        on.telegram.people.say(STAFF, MIRA, "/raid_on 30m")
        await on.telegram.until(lambda: not town.permissions["can_invite_users"], why="a shut group")
        await on.discord.until(lambda: on.discord.rest.incidents.invites_paused(on.town.id), what="paused invites")
        await on.discord.until(lambda: lobby.rate_limit_per_user == 30, what="slow mode")
        await on.telegram.until(lambda: on.bot.rows("SELECT 1 FROM notes WHERE name LIKE 'before:%'"))
        await again(on, ("storm-return", ""))
        await on.telegram.until(lambda: town.permissions == usual, why="everything as it was")
        await on.discord.until(lambda: not on.discord.rest.incidents.invites_paused(on.town.id))
        await on.discord.until(lambda: lobby.rate_limit_per_user == 0, what="no slow mode")
        await on.telegram.until(lambda: [t for t in on.telegram.texts(STAFF) if "Storm 1 is over" in t])
        await on.discord.until(lambda: [t for t in on.town.texts("staff") if "Storm 1 is over" in t])


async def at_the_gate(on, person):
    """The line with the button that is hers."""
    mine = [m for m in on.town.by_bot("general") if f"<@{person.id}>" in m.content]
    if not mine:
        mine = await on.discord.until(
            lambda: [m for m in on.town.by_bot("general") if f"<@{person.id}>" in m.content], what="a line at the gate"
        )
    return mine[-1]


def solved(words):
    left, _, right = SUM.search(words).groups()
    return str(int(left) + int(right))
