"""From a complaint to a rating across messengers: claimed, answered, handed to support, closed, rated, all on record."""

import pytest
import pytest_asyncio

from tests.wire.both import between
from tests.wire.discord_server import discord_server
from tests.wire.telegram_server import running
from tests.wire.telegram_state import Membership

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

MIRA, OLA, TOWN = 13, 14, -1001
CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true}
places:
  lobby: {discord: "#general", telegram: "@riverside"}
  staff: {discord: "#staff"}
  inbox: {discord: "#inbox"}
team: {moderators: {discord: "@Moderators", telegram: chat-admins}}
departments: {support: {title: {en: Support, pl: Wsparcie}, place: {discord: "#support"}}}
"""


class Office:
    """Two networks and one bot; Ola is on Telegram and reads Polish, dora moderates on Discord."""

    def __init__(self, telegram, discord, town, bot):
        self.telegram, self.discord, self.town, self.bot = telegram, discord, town, bot
        self.dora = town.member("dora", roles=[town.role("Moderators", moderate_members=True)])

    async def heard(self, words):
        """The newest message of the bot to Ola that holds these words."""
        await self.telegram.until(lambda: any(words in text for text in self.telegram.texts(OLA)), why=words)
        return [one for one in self.telegram.sent_to(OLA) if words in one.get("text", "")][-1]

    async def thread(self, forum):
        names = await self.discord.until(lambda: self.town.threads(forum), what=f"a thread in {forum}")
        return f"{forum}/{names[-1]}"

    async def shown(self, thread, words):
        await self.discord.until(lambda: any(words in text for text in self.town.texts(thread)), what=words)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def office(tmp_path_factory):
    async with running() as telegram, discord_server() as discord:
        telegram.people.person(MIRA, "Mira")
        telegram.people.person(OLA, "Ola", language="pl")
        telegram.people.group(TOWN, "Riverside", owner=MIRA, username="riverside")
        telegram.state.chats[TOWN].members[OLA] = Membership("member")
        town = discord.town("Riverside")
        town.forum("inbox")
        town.forum("support")
        bot = between(tmp_path_factory.mktemp("support"), CONFIG, telegram, discord)
        try:
            office = Office(telegram, discord, town, bot)
            bot.start()
            await discord.ready()
            await discord.until(discord.world.commands, what="commands")
            telegram.people.start(OLA)
            yield office
        finally:
            bot.close()
            print(bot.printed)


async def test_a_complaint_goes_its_whole_way_over_both_messengers_and_every_step_is_on_record(office):
    office.telegram.people.say(OLA, OLA, "/complain Drzwi są zamknięte")
    inbox = await office.thread("inbox")
    await office.shown(inbox, "Drzwi są zamknięte")
    await office.dora.press(office.town.by_bot(inbox)[0], "I take it")
    await office.shown(inbox, "dora takes care")
    await office.dora.invoke(inbox, "reply", answer="I look into it")
    await office.heard("I look into it")
    await office.dora.invoke(inbox, "handover", department="support", note="the old key is at the desk")
    support = await office.thread("support")
    await office.shown(support, "the old key is at the desk")
    await office.heard("Wsparcie")
    office.telegram.people.say(OLA, OLA, "Dziękuję!")
    await office.shown(support, "Dziękuję!")
    await office.dora.invoke(support, "reply", answer="It is open now")
    await office.heard("It is open now")
    await office.dora.invoke(support, "resolve")
    await office.heard("jest zamknięta")
    asked = await office.heard("Jak było?")
    office.telegram.people.press(OLA, asked["message_id"], OLA, "🙂 Dobrze")
    await office.discord.until(lambda: office.bot.rows("SELECT score FROM ratings WHERE score IS NOT NULL"))
    kinds = office.bot.rows("SELECT kind, what, text FROM conversation_entries ORDER BY number, seq")
    events = [what for kind, what, _ in kinds if kind == "event"]
    assert events == ["claimed", "handed", "resolved", "rated"]
    assert [text for kind, _, text in kinds if kind == "team"] == ["I look into it", "It is open now"]
    assert [text for kind, _, text in kinds if kind == "member"] == ["Drzwi są zamknięte", "Dziękuję!"]
    assert office.bot.rows("SELECT state, department FROM conversations") == [("resolved", "support")]
    assert not any("old key" in text for text in office.telegram.texts(OLA))
    assert office.discord.gaps == []
