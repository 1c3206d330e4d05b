"""What a community asks and brings, on the wire: the shipped process answers from the FAQ and keeps one board on both."""

import pytest
import pytest_asyncio

from tests.wire.both import between
from tests.wire.discord_server import discord_server
from tests.wire.telegram_server import running
from tests.wire.telegram_state import Membership

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

MIRA, OLA = 13, 14
TOWN, IDEAS = -1001, -1002
CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true}
places:
  lobby: {discord: "#general", telegram: "@riverside"}
  staff: {discord: "#staff"}
  ideas: {discord: "#ideas", telegram: "@riverside_ideas"}
team: {moderators: {discord: "@Moderators", telegram: chat-admins}}
faq:
  entries:
    hours:
      questions: {en: [When is the workshop open?, opening hours], pl: [Kiedy pracownia jest otwarta?]}
      answer: {en: "Every day from 9 to 17.", pl: "Codziennie od 9 do 17."}
feedback: {in: ideas}
"""


class Both:
    """Two networks and one bot; Ola is on Telegram and reads Polish, ann is on Discord."""

    def __init__(self, telegram, discord, town):
        self.telegram, self.discord, self.town = telegram, discord, town
        self.ann = town.member("ann")

    async def told(self, words):
        """The newest message of the bot to Ola that holds these words."""
        await self.telegram.until(lambda: any(words in text for text in self.telegram.texts(OLA)), why=words)
        return [one for one in self.telegram.sent_to(OLA) if words in one.get("text", "")][-1]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def both(tmp_path_factory):
    async with running() as telegram, discord_server() as discord:
        telegram.people.person(MIRA, "Mira")
        telegram.people.person(OLA, "Ola", language="pl")
        for chat, name in ((TOWN, "riverside"), (IDEAS, "riverside_ideas")):
            telegram.people.group(chat, name, owner=MIRA, username=name)
            telegram.state.chats[chat].members[OLA] = Membership("member")
        town = discord.town("Riverside", ("general", "staff", "ideas"))
        bot = between(tmp_path_factory.mktemp("care"), CONFIG, telegram, discord)
        try:
            both = Both(telegram, discord, town)
            bot.start()
            await discord.ready()
            await discord.until(discord.world.commands, what="commands")
            telegram.people.start(OLA)
            yield both
        finally:
            bot.close()
            print(bot.printed)


async def test_the_faq_answers_word_for_word_on_both_messengers_and_to_the_asker_alone(both):
    outcome = await both.ann.invoke("general", "faq", question="what are your opening hours")
    await both.discord.until(lambda: outcome.answered)
    assert outcome.private
    assert "Every day from 9 to 17." in outcome.texts[0]
    both.telegram.people.say(OLA, OLA, "/faq kiedy otwarta jest pracownia")
    answer = await both.told("Codziennie od 9 do 17.")
    both.telegram.people.press(OLA, answer["message_id"], OLA, "To pomogło")
    await both.told("Dobrze wiedzieć")
    assert both.discord.gaps == []


async def test_an_idea_from_telegram_is_voted_for_on_discord_and_counted_on_both(both):
    both.telegram.people.say(OLA, OLA, "/feedback")
    panel = await both.told("Co chcesz zgłosić")
    both.telegram.people.press(OLA, panel["message_id"], OLA, "Mam pomysł")
    await both.told("W kilku słowach")
    both.telegram.people.say(OLA, OLA, "Ciemny motyw @riverside")
    await both.told("Więcej, jeśli chcesz")
    both.telegram.people.say(OLA, OLA, "Żeby **oczy** odpoczęły")
    await both.told("To numer 1 na tablicy")
    await both.discord.until(lambda: both.town.by_bot("ideas"), what="a card")
    card = both.town.by_bot("ideas")[0]
    await both.telegram.until(lambda: any("Idea #1" in text for text in both.telegram.texts(IDEAS)))
    assert not any("@riverside" in text for text in both.telegram.texts(IDEAS))
    outcome = await both.ann.press(card, "I am for it · 1")
    await both.discord.until(lambda: outcome.answered)
    assert "Votes now: 2" in outcome.texts[0]
    await both.telegram.until(lambda: any("2 votes" in text for text in both.telegram.texts(IDEAS)))
    await both.discord.until(lambda: "2 votes" in both.town.by_bot("ideas")[0].content)
    assert both.discord.gaps == []
