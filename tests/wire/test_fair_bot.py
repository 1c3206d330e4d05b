"""Appeals by people who were banned, and one person on both messengers: one bot, two real clients, the loopback."""

import itertools
import re

import pytest
import pytest_asyncio

from tests.wire.both import MIRA, STAFF, TOWN
from tests.wire.discord_people import Outcome
from tests.wire.telegram_state import Membership

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

LEO = 14
CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true}
places:
  lobby: {telegram: "@riverside", discord: "#general"}
  staff: {telegram: "-1002", discord: "#staff"}
team:
  moderators: {telegram: chat-admins, discord: "@Moderators"}
  managers: ["telegram:13"]
guidelines: {kind: "Argue with ideas, not people."}
appeals: {address: "https://example.org/appeal"}
"""
CODE = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{7}\b")
ids = itertools.count(100)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram(telegram):
    telegram.people.person(LEO, "Leo")
    telegram.state.chats[TOWN].members[LEO] = Membership("administrator", {"can_restrict_members": True})
    return telegram


def member(telegram, name):
    person = next(ids)
    telegram.people.person(person, f"{name}{person}")
    telegram.state.chats[TOWN].members[person] = Membership("member")
    return person


def status(telegram, person):
    return telegram.state.membership(telegram.state.chats[TOWN], person).status


def standing(telegram, chat, words, label):
    """The message with these words and this button that stands in a chat now."""
    found = [m for m in telegram.state.chats[chat].messages.values() if words in m.get("text", "")]
    labels = [[b["text"] for row in m.get("reply_markup", {}).get("inline_keyboard", []) for b in row] for m in found]
    return next((m for m, has in zip(found, labels, strict=True) if label in has), None)


async def pressed(telegram, chat, words, label, person):
    shown = await telegram.until(lambda: standing(telegram, chat, words, label))
    telegram.people.press(chat, shown["message_id"], person, label)


async def asked(telegram, chat, words):
    """The number of the question that was put in a chat."""
    found = await telegram.until(lambda: [m for m in telegram.sent_to(chat) if words in m["text"]])
    return found[-1]["message_id"]


def case_of(bot, person):
    ((number,),) = bot.rows("SELECT number FROM cases WHERE user = ?", person)
    return number


async def test_on_telegram_a_banned_person_appeals_in_private_and_somebody_else_takes_the_ban_back(telegram, bot):
    ana = member(telegram, "Ana")
    telegram.people.start(ana)
    await telegram.until(lambda: telegram.texts(ana))
    rude = telegram.people.say(TOWN, ana, "buy my things")
    telegram.people.say(TOWN, LEO, "/ban", reply_to=rude)
    await telegram.until(lambda: status(telegram, ana) == "kicked")
    notice = await telegram.until(lambda: next((text for text in telegram.texts(ana) if "banned" in text), None))
    assert "https://example.org/appeal" in notice
    assert CODE.search(notice)
    await pressed(telegram, ana, "banned", "This is a mistake", ana)
    await asked(telegram, ana, "Why do you think so?")
    telegram.people.say(ana, ana, "somebody else used my phone")
    ban = case_of(bot, f"telegram:{ana}")
    await telegram.until(lambda: any(f"Your appeal against case {ban}" in text for text in telegram.texts(ana)))
    await pressed(telegram, STAFF, "somebody else used my phone", "Take it back", MIRA)
    question = await asked(telegram, STAFF, "Your words to them")
    telegram.people.say(STAFF, MIRA, "We believe you.", reply_to=question)
    await telegram.until(lambda: status(telegram, ana) == "left")
    await telegram.until(lambda: any("you were right" in text and "We believe" in text for text in telegram.texts(ana)))
    ((state, outcome),) = bot.rows("SELECT state, outcome FROM appeals WHERE case_number = ?", ban)
    assert (state, outcome) == ("overturned", ban + 1)


async def test_on_discord_a_banned_person_presses_the_button_in_the_direct_conversation(discord, town, bot):
    bob, dora = town.member("Bob"), town.member("Dora", roles=[town.staff])
    done = await dora.invoke("general", "ban", member=bob, reason="kind")
    await discord.until(lambda: done.answered)
    await discord.until(lambda: bob.banned)
    notice = await discord.until(lambda: next((one for one in bob.dms if "banned" in one.content), None))
    form = await bob.press(notice, "This is a mistake")
    await discord.until(lambda: form.modal)
    filed = Outcome(await bob.user.submit_modal(form.result, {"text": "it was a joke among friends"}))
    await discord.until(lambda: filed.answered)
    assert any("Your appeal against case" in text for text in filed.texts)
    mo = town.member("Mo", roles=[town.staff])
    card = await discord.until(lambda: next((m for m in town.by_bot("staff") if "among friends" in m.content), None))
    own = await dora.press(card, "It stands")
    await discord.until(lambda: own.answered)
    assert any("somebody else judges" in text for text in own.texts)
    verdict = await mo.press(card, "Take it back")
    await discord.until(lambda: verdict.modal)
    await mo.submit(verdict, answer="")
    await discord.until(lambda: not bob.banned)


async def test_one_person_links_both_messengers(telegram, discord, town, bot):
    ana, dana = member(telegram, "Ana"), town.member("Dana")
    telegram.people.start(ana)
    given = await dana.invoke("general", "link")
    await discord.until(lambda: given.answered)
    assert given.private
    code = CODE.search(given.texts[0])[0]
    telegram.people.say(ana, ana, f"/link {code.lower()}")
    await pressed(telegram, ana, "called Dana", "Yes, both are mine", ana)
    await telegram.until(lambda: any("one person here now" in text for text in telegram.texts(ana)))
    await discord.until(lambda: any("linked now" in text for text in dana.told))
    linked = bot.rows("SELECT user FROM links ORDER BY user")
    assert linked == [(f"discord:{dana.id}",), (f"telegram:{ana}",)]
    assert code.encode() not in b"".join(file.read_bytes() for file in bot.data.glob("*.db*"))


async def test_another_end_of_a_mute_reaches_both_messengers(telegram, discord, town, bot):
    loud, bob = member(telegram, "Loud"), town.member("Lou")
    said = telegram.people.say(TOWN, loud, "LOUD")
    telegram.people.say(TOWN, MIRA, "/mute 2h too loud", reply_to=said)
    await telegram.until(lambda: status(telegram, loud) == "restricted")
    held = telegram.state.chats[TOWN].members
    before = held[loud].until
    telegram.people.say(STAFF, MIRA, f"/case {case_of(bot, f'telegram:{loud}')} edit lasts:3h kind: much too loud")
    await telegram.until(lambda: held[loud].until > before + 3000)
    await telegram.until(lambda: any("much too loud" in text for text in telegram.texts(STAFF)))
    dora = town.member("Dora", roles=[town.staff])
    done = await dora.invoke("general", "mute", member=bob, lasts="2h", reason="kind")
    await discord.until(lambda: done.answered)
    before = bob.muted_until
    changed = await dora.invoke("staff", "case edit", number=str(case_of(bot, f"discord:{bob.id}")), lasts="1h")
    await discord.until(lambda: changed.answered)
    assert "now lasts until" in changed.texts[0]
    assert bob.muted_until < before
    await discord.until(lambda: any("changed how long this lasts" in text for text in bob.told))
