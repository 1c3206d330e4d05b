"""What staff ask for in a group of Telegram: cards stand where they were asked for, and a form comes to whoever asked."""

import pytest
import pytest_asyncio

from tests.wire.bot_process import BotProcess
from tests.wire.telegram_server import TOKEN, running

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

MIRA, OLA, TOWN, STAFF = 13, 14, -1001, -1002
CONFIG = """
community: {name: Riverside, languages: [en], live: true}
places:
  lobby: {telegram: "@riverside"}
  staff: {telegram: "-1002"}
team: {moderators: {telegram: chat-admins}, managers: ["telegram:13", "telegram:14"]}
posts:
  - {name: week, every: "daily 3:30", in: lobby, text: {en: "What are you making?"}}
"""
FORM = (
    ("What is it called?", "Tea"),
    ("When does it begin?", "3d"),
    ("Until when?", "2h"),
    ("A place or a link", "The barn"),
    ("seats: 20", "-"),
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def both(tmp_path_factory):
    async with running() as telegram:
        for person, name in ((MIRA, "Mira"), (OLA, "Ola")):
            telegram.people.person(person, name)
        telegram.people.group(TOWN, "Riverside", (OLA,), owner=MIRA, username="riverside")
        telegram.people.group(STAFF, "Staff", (OLA,), owner=MIRA)
        where = {"TELEGRAM__TOKEN": TOKEN, "TELEGRAM__API_URL": telegram.url}
        bot = BotProcess(tmp_path_factory.mktemp("staff"), CONFIG, **where)
        try:
            bot.start()
            await telegram.until(lambda: telegram.calls_of("setMyCommands") and telegram.updates._poller, why="a bot")
            telegram.people.start(MIRA)
            yield telegram, bot
        finally:
            bot.close()
            print(bot.printed[-4000:])


async def asked(telegram, chat, words):
    """The newest message in a chat with these words."""

    def found():
        return [one for one in telegram.sent_to(chat) if words in one.get("text", "")]

    return (await telegram.until(found, why=words))[-1]


async def test_a_card_and_the_calendar_both_stand_where_the_team_asked_for_them(both):
    telegram, bot = both
    await telegram.until(lambda: bot.rows("SELECT state FROM posts") == [("scheduled",)], why="a post")
    telegram.people.say(STAFF, MIRA, "/post_show 1")
    card = await asked(telegram, STAFF, "Post 1: week")
    assert card["reply_markup"]["inline_keyboard"]
    telegram.people.say(STAFF, MIRA, "/calendar week")
    page = await asked(telegram, STAFF, "The week from")
    telegram.people.press(STAFF, page["message_id"], MIRA, "Month")
    turned = telegram.state.chats[STAFF].messages[page["message_id"]]
    await telegram.until(lambda: "The month from" in turned["text"], why="the page turned")
    assert not [text for text in telegram.texts(MIRA) if "Post 1" in text or "The week" in text]


@pytest.mark.parametrize(("who", "where"), [(MIRA, MIRA), (OLA, TOWN)])
async def test_a_form_comes_in_private_or_in_the_group_to_who_never_wrote_to_the_bot(both, who, where):
    telegram, bot = both
    before = len(bot.rows("SELECT number FROM meetings"))
    telegram.people.say(TOWN, who, "/event_new")
    for question, answer in FORM:
        put = await asked(telegram, where, question)
        telegram.people.say(where, who, answer, **({} if where == who else {"reply_to": put["message_id"]}))
    await telegram.until(lambda: len(bot.rows("SELECT number FROM meetings")) == before + 1, why="an event")
