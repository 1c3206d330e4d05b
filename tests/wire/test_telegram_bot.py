"""The whole bot on Telegram: its own process, the real client library, a pretend Bot API on the loopback."""

import itertools

import pytest
import pytest_asyncio

from tests.wire import telegram_faults as trouble
from tests.wire.bot_process import BotProcess
from tests.wire.slowness import slowness
from tests.wire.telegram_server import TOKEN, running
from tests.wire.telegram_state import Membership

# One bot and one Telegram for all stories: each has people of its own.
pytestmark = [pytest.mark.wire, pytest.mark.asyncio(loop_scope="module")]

MIRA = 13
TOWN, STAFF = -1001, -1002
CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true}
places:
  lobby: {telegram: "@riverside"}
  staff: {telegram: "-1002"}
team: {moderators: {telegram: chat-admins}, managers: ["telegram:13"]}
guidelines:
  kind: {en: "Argue with ideas, not people.", pl: "Spieramy się z poglądami, nie z ludźmi."}
welcome: {text: {en: "Hi {name}, welcome to {community}!"}, agree: required, together: 50}
rules:
  swearing: {words: [en, pl], guideline: kind, do: [delete, warn], mode: on}
  ads: {links: all, allow: [python.org], guideline: kind, do: [delete, warn], mode: on}
  flood: {messages: 5, within: 10s, guideline: kind, do: [delete, mute 10m], mode: on}
ladder: {2 strikes: mute 1h}
"""
BAD = "co za kurwa dzień"


ids = itertools.count(100)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server():
    async with running() as server:
        server.people.person(MIRA, "Mira")
        server.people.group(TOWN, "Riverside", owner=MIRA, username="riverside")
        server.people.group(STAFF, "Staff", members=(), owner=MIRA)
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(server, tmp_path_factory):
    folder = tmp_path_factory.mktemp("telegram")
    bot = BotProcess(folder, CONFIG, TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_URL=server.url)
    try:
        bot.start()
        await server.until(
            lambda: server.calls_of("setMyCommands") and server.updates._poller, why="a bot that listens"
        )
        yield bot
    finally:
        bot.close()
        print(bot.printed)
    assert TOKEN not in bot.printed
    assert server.faults == []


@pytest.fixture
def someone(server):
    """A member nobody has met before: her name is hers alone."""

    def someone(name, *, inside=True, **fields):
        person = next(ids)
        server.people.person(person, f"{name}{person}", **fields)
        if inside:
            server.state.chats[TOWN].members[person] = Membership("member")
        return person

    return someone


def name(server, person):
    return server.state.persons[person].name


async def started(server, person):
    server.people.start(person)
    await server.until(lambda: server.texts(person))
    return person


def cases(bot, person):
    return bot.rows("SELECT number, sanction, rule FROM cases WHERE user = ? ORDER BY number", f"telegram:{person}")


def buttons(message):
    return [b["text"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for b in row]


def standing(server, person):
    return server.state.membership(server.state.chats[TOWN], person).status


def about(server, chat, person):
    return [m for m in server.sent_to(chat) if name(server, person) in m["text"]]


async def test_a_newcomer_is_greeted_with_guidelines_and_an_agree_button_and_kept_from_posting_before(
    server, bot, someone
):
    noor, ana = someone("Noor", inside=False), someone("Ana")
    server.people.join(TOWN, noor)
    (greeting,) = await server.until(lambda: about(server, TOWN, noor))
    assert "Argue with ideas" in greeting["text"]
    assert buttons(greeting) == ["I agree", "English", "Polski"]
    early = server.people.say(TOWN, noor, "hello everybody")
    await server.until(lambda: not server.exists(TOWN, early))
    server.people.press(TOWN, greeting["message_id"], noor, "I agree")
    await server.until(lambda: bot.rows("SELECT 1 FROM acceptances WHERE agreed != ''"))
    after = server.people.say(TOWN, noor, "hello again")
    marker = server.people.say(TOWN, ana, BAD)
    await server.until(lambda: not server.exists(TOWN, marker))
    assert server.exists(TOWN, after)


async def test_a_bad_message_goes_its_author_is_told_and_the_second_one_mutes(server, bot, someone):
    ana = await started(server, someone("Ana"))
    first = server.people.say(TOWN, ana, BAD)
    await server.until(lambda: not server.exists(TOWN, first))
    await server.until(lambda: any("Riverside" in t and "warned" in t for t in server.texts(ana)))
    second = server.people.say(TOWN, ana, "kurwa mać")
    await server.until(lambda: not server.exists(TOWN, second))
    await server.until(lambda: server.state.membership(server.state.chats[TOWN], ana).status == "restricted")
    assert [case[1] for case in cases(bot, ana)] == ["warn", "mute"]
    cards = await server.until(lambda: about(server, STAFF, ana))
    assert len(cards) == 1, "one card for a burst"
    first_case = cases(bot, ana)[0][0]
    receipts = "SELECT 1 FROM intents WHERE case_number = ? AND state != 'done'"
    await server.until(lambda: not bot.rows(receipts, first_case))


async def test_who_cannot_be_reached_in_private_is_told_by_a_line_without_content(server, bot, someone):
    bob = someone("Bob", language="pl")
    message = server.people.say(TOWN, bob, BAD)
    await server.until(lambda: not server.exists(TOWN, message))
    (line,) = await server.until(lambda: about(server, TOWN, bob))
    assert "kurwa" not in line["text"]
    url = line["reply_markup"]["inline_keyboard"][0][0]["url"]
    server.people.start(bob, url.partition("start=")[2])
    await server.until(lambda: any("Spieramy się" in text for text in server.texts(bob)))


async def test_the_same_update_twice_makes_one_case(server, bot, someone):
    ana, bob = someone("Ana"), someone("Bob")
    message = server.people.say(TOWN, ana, BAD)
    await server.until(lambda: not server.exists(TOWN, message))
    await server.until(lambda: cases(bot, ana))
    server.updates.repeat(
        next(u["update_id"] for u in server.updates.history if u.get("message", {}).get("message_id") == message)
    )
    marker = server.people.say(TOWN, bob, "pierdolony spam")
    await server.until(lambda: not server.exists(TOWN, marker))
    assert len(cases(bot, ana)) == 1


async def test_a_report_disappears_and_reaches_the_moderators_who_settle_it(server, bot, someone):
    ana, bob = await started(server, someone("Ana")), someone("Bob")
    rude = server.people.say(TOWN, bob, "you are all stupid")
    report = server.people.say(TOWN, ana, "/report rude", reply_to=rude)
    await server.until(lambda: not server.exists(TOWN, report))
    (card,) = await server.until(lambda: about(server, STAFF, bob))
    assert "Complaint" in card["text"]
    assert name(server, ana) not in card["text"]
    server.people.press(STAFF, card["message_id"], MIRA, "Mute 1 h")
    await server.until(lambda: server.state.membership(server.state.chats[TOWN], bob).status == "restricted")
    await server.until(lambda: any("agreed and have acted" in text for text in server.texts(ana)))
    assert not about(server, TOWN, ana)


async def test_the_card_by_reply_comes_in_private_and_acts_after_asking_why(server, bot, someone):
    bob = await started(server, someone("Bob"))
    await started(server, MIRA)
    rude = server.people.say(TOWN, bob, "you are all stupid")
    asked = server.people.say(TOWN, MIRA, "/card", reply_to=rude)
    await server.until(lambda: not server.exists(TOWN, asked))
    (card,) = await server.until(lambda: about(server, MIRA, bob))
    assert buttons(card) == ["Warn", "Mute 10 min", "Mute 1 h", "Mute 1 d", "Kick", "Ban", "Note", "History"]
    server.people.press(MIRA, card["message_id"], MIRA, "Warn")
    await server.until(lambda: any("Why?" in text for text in server.texts(MIRA)))
    server.people.say(MIRA, MIRA, "kind")
    await server.until(lambda: [act for _, act, _ in cases(bot, bob)] == ["warn"])
    await server.until(lambda: any("Argue with ideas" in text for text in server.texts(bob)))
    assert not about(server, TOWN, bob)


@pytest.mark.long
async def test_after_a_restart_old_buttons_take_back_and_a_mute_that_ended_meanwhile_is_lifted(server, bot, someone):
    bob, cal = await started(server, someone("Bob")), await started(server, someone("Cal"))
    loud = server.people.say(TOWN, bob, "LOUD")
    server.people.say(TOWN, MIRA, "/mute 2h too loud", reply_to=loud)
    rude = server.people.say(TOWN, cal, "RUDE")
    server.people.say(TOWN, MIRA, "/mute tomorrow 12:00 too rude", reply_to=rude)
    (card,) = await server.until(lambda: about(server, STAFF, bob))
    await server.until(lambda: about(server, STAFF, cal))
    assert "LOUD" in card["text"]
    await server.until(lambda: (standing(server, bob), standing(server, cal)) == ("restricted", "restricted"))
    bot.kill()
    bot.is_later(f"telegram:{cal}")
    bot.start()
    await server.until(lambda: standing(server, cal) == "member")
    assert standing(server, bob) == "restricted"
    server.people.press(STAFF, card["message_id"], MIRA, "Take back")
    await server.until(lambda: standing(server, bob) == "member")


async def test_killed_between_decision_and_effect_it_acts_once_after_the_restart(server, bot, someone):
    ana = await started(server, someone("Ana"))
    server.trouble.add("deleteMessages", trouble.Hang(), times=1)
    server.trouble.add("deleteMessage", trouble.Hang(), times=1)
    message = server.people.say(TOWN, ana, BAD)
    await server.until(lambda: cases(bot, ana))
    bot.kill()
    assert server.exists(TOWN, message)
    server.trouble.clear()
    bot.start()
    await server.until(lambda: not server.exists(TOWN, message))
    await server.until(lambda: any("warned" in t for t in server.texts(ana)))
    await server.until(lambda: about(server, STAFF, ana))
    assert len(cases(bot, ana)) == 1
    assert len([t for t in server.texts(ana) if "warned" in t]) == 1


@pytest.mark.long  # the folder itself is locked in tests/adapters/files/test_data_dir.py
async def test_a_second_bot_on_the_same_data_is_refused(server, bot, tmp_path):
    second = BotProcess(tmp_path, CONFIG, TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_URL=server.url)
    second.data = bot.data
    second.start()
    try:
        assert await second.ended() == 1
        assert "Another bot" in second.printed
    finally:
        second.close()


async def test_ctrl_c_ends_it_within_two_seconds(server, bot):
    for _ in range(3):  # a busy machine may be slow once; a bot that waits for something is slow each time
        code, seconds = await bot.interrupt()
        assert code == 0
        if seconds < 2 * slowness():
            return
        bot.start()
        await server.until(lambda: server.updates._poller, why="a bot that listens again")
    pytest.fail("Ctrl-C took longer than two seconds, three times")
