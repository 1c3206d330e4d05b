"""A contest on both messengers: brought and voted on there, frozen and decided while the bot was down, each once."""

import pytest
import pytest_asyncio

from tests.wire.both import MIRA, TOWN
from tests.wire.telegram_state import Membership

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

ANA, BEN = 21, 22
PICTURE = b"\xff\xd8 the river at dusk " * 500
CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true}
places:
  lobby: {telegram: "@riverside", discord: "#general"}
  staff: {telegram: "-1002", discord: "#staff"}
team:
  moderators: {telegram: chat-admins, discord: "@Moderators"}
  managers: ["telegram:13"]
contests: {everywhere: on}
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram(telegram):
    for person, name in ((ANA, "Ana"), (BEN, "Ben")):
        telegram.people.person(person, name)
        telegram.state.chats[TOWN].members[person] = Membership("member")
    return telegram


def photographed(telegram, person, answers):
    """Somebody answers the card with a photo."""
    file_id = telegram.api.keep_file("dusk.jpg", PICTURE)
    size = {"file_id": file_id, "file_unique_id": file_id, "width": 9, "height": 9, "file_size": len(PICTURE)}
    telegram.people.say(TOWN, person, None, photo=[size], caption="Dusk", reply_to=answers)


def said_on(telegram, town, words):
    """Where on each messenger something with these words stands."""
    here = [m for m in telegram.sent_to(TOWN) if words in m.get("text", "")]
    return here, [m for m in town.by_bot("general") if words in m.content]


async def test_it_is_brought_voted_on_and_decided_on_both_messengers_with_the_bot_down(telegram, discord, town, bot):
    telegram.people.say(TOWN, MIRA, '/contest title:"The river" bring:"a picture" until:2h judging:1d prizes:"A book"')
    await telegram.until(lambda: all(said_on(telegram, town, "The river")), why="the cards")
    (here, *_), (there, *_) = said_on(telegram, town, "The river")
    photographed(telegram, ANA, here["message_id"])
    dana = town.member("Dana")
    pressed = await dana.press(there, "I take part")
    await discord.until(lambda: pressed.modal, what="the form")
    sent = await dana.submit(pressed, text="Mist", link="https://example.org/mist.jpg")
    await discord.until(lambda: sent.answered, what="an answer to the form")
    assert sent.private
    await telegram.until(lambda: bot.rows("SELECT count(*) FROM submissions")[0][0] == 2, why="both submissions")

    bot.kill()
    bot.comes_due("contest-close")
    bot.start()
    await telegram.until(lambda: all(said_on(telegram, town, "by Ana")), why="what is voted on")
    await telegram.until(lambda: all(said_on(telegram, town, "by Dana")), why="what is voted on")
    (file,) = [one for m in town.by_bot("general") for one in m.attachments]
    assert discord.world.backend.cdn.get(file["url"] if isinstance(file, dict) else file.url) == PICTURE
    await telegram.until(lambda: len([m for m in telegram.sent_to(TOWN) if m.get("photo")]) == 1, why="the picture")
    (hers, *_), (also, *_) = said_on(telegram, town, "by Ana")
    await discord.until(lambda: bot.rows("SELECT count(*) FROM cards WHERE subject LIKE '%entry%'")[0][0] == 4)

    vote = await dana.press(also, "This one")
    await discord.until(lambda: vote.answered, what="an answer to the vote")
    assert "Your vote is for submission" in vote.texts[0]
    own = telegram.people.press(TOWN, hers["message_id"], ANA, "This one")
    assert "your own" in (await telegram.until(lambda: telegram.state.callbacks[own]))["text"]
    other = telegram.people.press(TOWN, hers["message_id"], BEN, "This one")
    assert "Your vote" in (await telegram.until(lambda: telegram.state.callbacks[other]))["text"]

    bot.kill()
    bot.comes_due("contest-end")
    bot.start()
    await telegram.until(lambda: all(said_on(telegram, town, "is decided")), why="the result")
    results = said_on(telegram, town, "is decided")
    assert [len(said) for said in results] == [1, 1]
    assert "Ana" in results[0][0]["text"]
    assert "2 votes" in results[1][0].content
    claim = telegram.people.press(TOWN, results[0][0]["message_id"], ANA, "Claim the prize")
    assert "It is yours" in (await telegram.until(lambda: telegram.state.callbacks[claim]))["text"]
