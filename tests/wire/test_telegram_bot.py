"""The whole bot on Telegram: its own process, the real client library, a pretend Bot API on the loopback."""

import pytest

from tests.wire import telegram_faults as trouble
from tests.wire.bot_process import BotProcess
from tests.wire.telegram_server import TOKEN, running

pytestmark = pytest.mark.wire

ANA, BOB, MIRA, NEW = 11, 12, 13, 14
TOWN, STAFF = -1001, -1002
CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true}
places:
  lobby: {telegram: "@riverside"}
  staff: {telegram: "-1002"}
team: {moderators: {telegram: chat-admins}, managers: ["telegram:13"]}
guidelines:
  kind: {en: "Argue with ideas, not people.", pl: "Spieramy się z poglądami, nie z ludźmi."}
welcome: {text: {en: "Hi {name}, welcome to {community}!"}, agree: required}
rules:
  swearing: {words: [en, pl], guideline: kind, do: [delete, warn], mode: on}
  ads: {links: all, allow: [python.org], guideline: kind, do: [delete, warn], mode: on}
  flood: {messages: 5, within: 10s, guideline: kind, do: [delete, mute 10m], mode: on}
ladder: {2 strikes: mute 1h}
"""
BAD = "co za kurwa dzień"


@pytest.fixture
async def server():
    async with running() as server:
        people = server.people
        people.person(ANA, "Ana")
        people.person(BOB, "Bob", language="pl")
        people.person(MIRA, "Mira")
        people.person(NEW, "Noor")
        people.group(TOWN, "Riverside", members=(ANA, BOB), owner=MIRA, username="riverside")
        people.group(STAFF, "Staff", members=(), owner=MIRA)
        yield server


@pytest.fixture
async def bot(server, tmp_path):
    bot = BotProcess(tmp_path, CONFIG, TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_URL=server.url)
    try:
        bot.start()
        await server.until(
            lambda: server.calls_of("setMyCommands") and server.updates._poller, 20, "a bot that listens"
        )
        yield bot
    finally:
        bot.close()
        print(bot.printed)
    assert TOKEN not in bot.printed
    assert server.faults == []


def cases(bot):
    return bot.rows("SELECT number, sanction, rule FROM cases ORDER BY number")


def receipts(bot, case):
    return bot.rows("SELECT state, step FROM intents WHERE case_number = ? ORDER BY id", case)


def buttons(message):
    return [b["text"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for b in row]


async def test_a_newcomer_is_greeted_with_guidelines_and_an_agree_button_and_kept_from_posting_before(server, bot):
    server.people.join(TOWN, NEW)
    greeting = await server.until(lambda: next((m for m in server.sent_to(TOWN) if "Noor" in m["text"]), None))
    assert "Argue with ideas" in greeting["text"]
    assert buttons(greeting) == ["I agree", "English", "Polski"]
    early = server.people.say(TOWN, NEW, "hello everybody")
    await server.until(lambda: not server.exists(TOWN, early))
    server.people.press(TOWN, greeting["message_id"], NEW, "I agree")
    await server.until(lambda: bot.rows("SELECT 1 FROM acceptances WHERE agreed != ''"))
    after = server.people.say(TOWN, NEW, "hello again")
    marker = server.people.say(TOWN, ANA, BAD)
    await server.until(lambda: not server.exists(TOWN, marker))
    assert server.exists(TOWN, after)


async def test_a_bad_message_goes_its_author_is_told_and_the_second_one_mutes(server, bot):
    server.people.start(ANA)
    await server.until(lambda: server.texts(ANA))
    first = server.people.say(TOWN, ANA, BAD)
    await server.until(lambda: not server.exists(TOWN, first))
    await server.until(lambda: any("Riverside" in t and "warned" in t for t in server.texts(ANA)))
    second = server.people.say(TOWN, ANA, "kurwa mać")
    await server.until(lambda: not server.exists(TOWN, second))
    await server.until(lambda: server.state.membership(server.state.chats[TOWN], ANA).status == "restricted")
    assert [case[1] for case in cases(bot)] == ["warn", "mute"]
    cards = await server.until(lambda: [t for t in server.texts(STAFF) if "Case" in t])
    assert len(cards) == 1, "one card for a burst"
    await server.until(lambda: all(state == "done" for state, _ in receipts(bot, 1)))


async def test_who_cannot_be_reached_in_private_is_told_by_a_line_without_content(server, bot):
    message = server.people.say(TOWN, BOB, BAD)
    await server.until(lambda: not server.exists(TOWN, message))
    line = await server.until(lambda: next(iter(server.sent_to(TOWN)), None))
    assert "Bob" in line["text"]
    assert "kurwa" not in line["text"]
    url = line["reply_markup"]["inline_keyboard"][0][0]["url"]
    server.people.start(BOB, url.partition("start=")[2])
    await server.until(lambda: any("Spieramy się" in text for text in server.texts(BOB)))


async def test_the_same_update_twice_makes_one_case(server, bot):
    message = server.people.say(TOWN, ANA, BAD)
    await server.until(lambda: not server.exists(TOWN, message))
    await server.until(lambda: cases(bot))
    server.updates.repeat(
        next(u["update_id"] for u in server.updates.history if u.get("message", {}).get("message_id") == message)
    )
    marker = server.people.say(TOWN, BOB, "pierdolony spam")
    await server.until(lambda: not server.exists(TOWN, marker))
    assert [case[2] for case in cases(bot)] == ["swearing", "swearing"]


async def test_a_report_disappears_and_reaches_the_moderators_who_settle_it(server, bot):
    server.people.start(ANA)
    rude = server.people.say(TOWN, BOB, "you are all stupid")
    report = server.people.say(TOWN, ANA, "/report rude", reply_to=rude)
    await server.until(lambda: not server.exists(TOWN, report))
    card = await server.until(lambda: next((m for m in server.sent_to(STAFF) if "Complaint" in m["text"]), None))
    assert "Ana" not in card["text"]
    server.people.press(STAFF, card["message_id"], MIRA, "Mute 1 h")
    await server.until(lambda: server.state.membership(server.state.chats[TOWN], BOB).status == "restricted")
    await server.until(lambda: any("agreed and have acted" in text for text in server.texts(ANA)))
    assert not any("Ana" in text for text in server.texts(TOWN))


async def test_killed_between_decision_and_effect_it_acts_once_after_the_restart(server, bot):
    server.people.start(ANA)
    await server.until(lambda: server.texts(ANA))
    server.trouble.add("deleteMessages", trouble.Hang(), times=1)
    server.trouble.add("deleteMessage", trouble.Hang(), times=1)
    message = server.people.say(TOWN, ANA, BAD)
    await server.until(lambda: cases(bot))
    bot.kill()
    assert server.exists(TOWN, message)
    server.trouble.clear()
    bot.start()
    await server.until(lambda: not server.exists(TOWN, message))
    await server.until(lambda: any("warned" in t for t in server.texts(ANA)))
    await server.until(lambda: any("Case 1" in t for t in server.texts(STAFF)))
    assert len(cases(bot)) == 1
    assert len([t for t in server.texts(ANA) if "warned" in t]) == 1


async def test_ctrl_c_ends_it_within_two_seconds(server, bot):
    for _ in range(3):  # a busy machine may be slow once; a bot that waits for something is slow each time
        code, seconds = await bot.interrupt()
        assert code == 0
        if seconds < 2:
            return
        bot.start()
        await server.until(lambda: server.updates._poller, why="a bot that listens again")
    pytest.fail("Ctrl-C took longer than two seconds, three times")
