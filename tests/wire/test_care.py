"""What a community asks and brings, on the wire: the shipped process answers from the FAQ and keeps one board on desk."""

import pytest
import pytest_asyncio

from tests.wire.both import MIRA
from tests.wire.desk import OLA

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

IDEAS = -1003
CHANNELS = ("general", "staff", "ideas")
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


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram(telegram):
    telegram.people.group(IDEAS, "Ideas", owner=MIRA, username="riverside_ideas")
    return telegram


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ann(town):
    return town.member("ann")


async def test_the_faq_answers_word_for_word_on_both_messengers_and_to_the_asker_alone(desk, ann):
    outcome = await ann.invoke("general", "faq", question="what are your opening hours")
    await desk.discord.until(lambda: outcome.answered)
    assert outcome.private
    assert "Every day from 9 to 17." in outcome.texts[0]
    desk.telegram.people.say(OLA, OLA, "/faq kiedy otwarta jest pracownia")
    answer = await desk.heard("Codziennie od 9 do 17.")
    desk.telegram.people.press(OLA, answer["message_id"], OLA, "To pomogło")
    await desk.heard("Dobrze wiedzieć")
    assert desk.discord.gaps == []


async def test_an_idea_from_telegram_is_voted_for_on_discord_and_counted_on_both(desk, ann):
    desk.telegram.people.say(OLA, OLA, "/feedback")
    panel = await desk.heard("Co chcesz zgłosić")
    desk.telegram.people.press(OLA, panel["message_id"], OLA, "Mam pomysł")
    await desk.heard("W kilku słowach")
    desk.telegram.people.say(OLA, OLA, "Ciemny motyw @riverside")
    await desk.heard("Więcej, jeśli chcesz")
    desk.telegram.people.say(OLA, OLA, "Żeby **oczy** odpoczęły")
    await desk.heard("To numer 1 na tablicy")
    await desk.discord.until(lambda: desk.town.by_bot("ideas"), what="a card")
    card = desk.town.by_bot("ideas")[0]
    await desk.telegram.until(lambda: any("Idea #1" in text for text in desk.telegram.texts(IDEAS)))
    assert not any("@riverside" in text for text in desk.telegram.texts(IDEAS))
    outcome = await ann.press(card, "I am for it · 1")
    await desk.discord.until(lambda: outcome.answered)
    assert "Votes now: 2" in outcome.texts[0]
    await desk.telegram.until(lambda: any("2 votes" in text for text in desk.telegram.texts(IDEAS)))
    await desk.discord.until(lambda: "2 votes" in desk.town.by_bot("ideas")[0].content)
    assert desk.discord.gaps == []
