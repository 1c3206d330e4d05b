"""From a complaint to a rating across messengers: claimed, answered, handed to support, closed, rated, all on record."""

import pytest

from tests.wire.desk import OLA

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

FORUMS = ("inbox", "support")
CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true}
places:
  lobby: {discord: "#general", telegram: "@riverside"}
  staff: {discord: "#staff"}
  inbox: {discord: "#inbox"}
team: {moderators: {discord: "@Moderators", telegram: chat-admins}}
departments: {support: {title: {en: Support, pl: Wsparcie}, place: {discord: "#support"}}}
"""


async def test_a_complaint_goes_its_whole_way_over_both_messengers_and_every_step_is_on_record(desk):
    desk.telegram.people.say(OLA, OLA, "/complain Drzwi są zamknięte")
    inbox = await desk.thread("inbox")
    await desk.shown(inbox, "Drzwi są zamknięte")
    await desk.dora.press(desk.town.by_bot(inbox)[0], "I take it")
    await desk.shown(inbox, "dora takes care")
    await desk.dora.invoke(inbox, "reply", answer="I look into it")
    await desk.heard("I look into it")
    await desk.dora.invoke(inbox, "handover", department="support", note="the old key is at the desk")
    support = await desk.thread("support")
    await desk.shown(support, "the old key is at the desk")
    await desk.heard("Wsparcie")
    desk.telegram.people.say(OLA, OLA, "Dziękuję!")
    await desk.shown(support, "Dziękuję!")
    await desk.dora.invoke(support, "reply", answer="It is open now")
    await desk.heard("It is open now")
    await desk.dora.invoke(support, "resolve")
    await desk.heard("jest zamknięta")
    asked = await desk.heard("Jak było?")
    desk.telegram.people.press(OLA, asked["message_id"], OLA, "🙂 Dobrze")
    await desk.discord.until(lambda: desk.bot.rows("SELECT score FROM ratings WHERE score IS NOT NULL"))
    kinds = desk.bot.rows("SELECT kind, what, text FROM conversation_entries ORDER BY number, seq")
    events = [what for kind, what, _ in kinds if kind == "event"]
    assert events == ["claimed", "handed", "resolved", "rated"]
    assert [text for kind, _, text in kinds if kind == "team"] == ["I look into it", "It is open now"]
    assert [text for kind, _, text in kinds if kind == "member"] == ["Drzwi są zamknięte", "Dziękuję!"]
    assert desk.bot.rows("SELECT state, department FROM conversations") == [("resolved", "support")]
    assert not any("old key" in text for text in desk.telegram.texts(OLA))
    assert desk.discord.gaps == []
