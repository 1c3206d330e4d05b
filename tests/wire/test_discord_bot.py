"""The whole bot on Discord: its own process, the real client library, a pretend Discord on the loopback."""

import pytest
import pytest_asyncio

from tests.wire.bot_process import BotProcess
from tests.wire.discord_faults import Fault
from tests.wire.discord_server import TOKEN, discord_server

# One bot and one Discord for all stories: each has people of its own.
pytestmark = [pytest.mark.wire, pytest.mark.asyncio(loop_scope="module")]

CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true}
places:
  lobby: {discord: "#general"}
  staff: {discord: "#staff"}
team: {moderators: {discord: "@Moderators"}}
guidelines:
  kind: {en: "Argue with ideas, not people.", pl: "Spieramy się z poglądami, nie z ludźmi."}
welcome: {text: {en: "Hi {name}, welcome to {community}!"}, agree: required, together: 50}
rules:
  swearing: {words: [en, pl], guideline: kind, do: [delete, warn], mode: on}
  flood: {messages: 5, within: 10s, guideline: kind, do: [delete, mute 10m], mode: on}
ladder: {2 strikes: mute 1h}
"""
BAD = "co za kurwa dzień"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server():
    async with discord_server() as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(server):
    return server.town("Riverside")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(server, town, tmp_path_factory):
    town.staff = town.role("Moderators", moderate_members=True)
    bot = BotProcess(
        tmp_path_factory.mktemp("discord"),
        CONFIG,
        DISCORD__TOKEN=TOKEN,
        DISCORD__API_URL=server.api_url,
        DISCORD__GATEWAY_URL=server.gateway_url,
    )
    try:
        bot.start()
        await server.ready()
        await server.until(lambda: server.world.commands() or server.world.commands(town.id), what="commands")
        yield bot
    finally:
        bot.close()
        print(bot.printed)
    assert TOKEN not in bot.printed


def cases(bot, person):
    return bot.rows("SELECT number, sanction, rule FROM cases WHERE user = ? ORDER BY number", f"discord:{person.id}")


def about(town, channel, person):
    return [m for m in town.by_bot(channel) if f"<@{person.id}>" in m.content]


def labels(message):
    return [part["label"] for row in message.components for part in row["components"]]


async def newcomer(server, town, name, **how):
    """Somebody who has joined and agreed, so that she may write."""
    person = town.member(name, **how)
    (greeting,) = await server.until(lambda: about(town, "general", person))
    outcome = await person.press(greeting, "I agree")
    await server.until(lambda: outcome.answered, what="an answer to I agree")
    return person


async def test_a_newcomer_is_greeted_with_guidelines_and_an_agree_button_and_kept_from_posting_before(
    server, town, bot
):
    ana = town.member("Ana")
    (greeting,) = await server.until(lambda: about(town, "general", ana))
    assert "Argue with ideas" in greeting.content
    assert labels(greeting) == ["I agree", "English", "Polski"]
    early = ana.post("general", "hello everybody")
    await server.until(lambda: early not in town.messages("general"))
    outcome = await ana.press(greeting, "I agree")
    await server.until(lambda: outcome.answered)
    assert outcome.private
    assert bot.rows("SELECT 1 FROM acceptances WHERE agreed != ''")
    ana.post("general", "hello again")
    gone = ana.post("general", BAD)
    await server.until(lambda: gone not in town.messages("general"))
    assert "hello again" in town.texts("general")


async def test_a_bad_message_goes_its_author_is_told_and_the_second_one_mutes(server, town, bot):
    ana = await newcomer(server, town, "Ana")
    first = ana.post("general", BAD)
    await server.until(lambda: first not in town.messages("general"))
    await server.until(lambda: any("warned" in text for text in ana.told))
    second = ana.post("general", "kurwa mać")
    await server.until(lambda: second not in town.messages("general"))
    await server.until(lambda: ana.muted_until)
    (warned, first_act), (muted, second_act) = (case[:2] for case in cases(bot, ana))
    assert (first_act, second_act) == ("warn", "mute")
    await server.until(lambda: any(f"Case {muted}:" in m.content for m in about(town, "staff", ana)))
    assert len(about(town, "staff", ana)) == 1, "one card for a burst"
    undone = "SELECT 1 FROM intents WHERE case_number IN (?, ?) AND state != 'done'"
    await server.until(lambda: bot.rows(undone, warned, muted) == [])


async def test_an_edit_is_judged_too_and_closed_private_messages_lead_to_a_line_without_content(server, town, bot):
    ana = await newcomer(server, town, "Ana", locale="pl")
    ana.close_dms()
    message = ana.post("general", "a fine day")
    ana.edit(message, BAD)
    await server.until(lambda: message not in town.messages("general"))
    line = await server.until(
        lambda: next((m for m in about(town, "general", ana) if "was removed" in m.content), None)
    )
    assert "kurwa" not in line.content
    outcome = await ana.press(line, "Read it")
    await server.until(lambda: outcome.answered)
    assert outcome.private
    assert "Spieramy się" in outcome.texts[0]


async def test_a_report_from_the_menu_reaches_the_moderators_who_settle_it(server, town, bot):
    ana, bob = await newcomer(server, town, "Ana"), await newcomer(server, town, "Bob")
    mira = town.member("Mira", roles=[town.staff])
    rude = bob.post("general", "you are all stupid")
    reported = await ana.menu("general", "Report to the moderators", rude)
    await server.until(lambda: reported.answered)
    assert reported.private
    (card,) = await server.until(lambda: about(town, "staff", bob))
    assert "Complaint" in card.content
    assert str(ana.id) not in card.content
    denied = await ana.press(card, "Ban")
    await server.until(lambda: denied.answered)
    assert not bob.banned
    await mira.press(card, "Mute 1 h")
    await server.until(lambda: bob.muted_until)
    await server.until(lambda: any("agreed and have acted" in text for text in ana.told))


async def test_a_moderator_warns_by_command_and_hears_what_really_happened(server, town, bot):
    bob = await newcomer(server, town, "Bob")
    mira = town.member("Mira", roles=[town.staff])
    outcome = await mira.invoke("general", "warn", member=bob, reason="kind")
    await server.until(lambda: outcome.answered)
    assert outcome.private
    ((number, act, _),) = cases(bot, bob)
    assert (act, f"case {number}" in outcome.texts[0]) == ("warn", True)
    assert any("Argue with ideas" in text for text in bob.told)
    itself = await mira.invoke("general", "warn", member=mira)
    await server.until(lambda: itself.answered)
    assert cases(bot, mira) == []


async def test_the_card_from_the_menu_of_a_message_acts_through_a_form(server, town, bot):
    bob = await newcomer(server, town, "Bob")
    mira = town.member("Mira", roles=[town.staff])
    rude = bob.post("general", "you are all stupid")
    card = await mira.menu("general", "Townkeeper: card", rude)
    await server.until(lambda: card.answered, what="a card")
    assert card.private
    assert f"discord:{bob.id}" in card.texts[0]
    asked = await mira.press(card.messages[0], "Warn")
    await server.until(lambda: asked.modal, what="a form")
    assert asked.modal["title"] == "Warn: Bob"
    done = await mira.submit(asked, reason="kind")
    await server.until(lambda: done.answered, what="an answer")
    ((number, act, _),) = cases(bot, bob)
    assert (act, f"case {number}" in done.texts[0]) == ("warn", True)
    await server.until(lambda: any("Argue with ideas" in text for text in bob.told))
    listed = await mira.press(card.messages[0], "History")
    await server.until(lambda: listed.answered)
    assert f"{number} · " in listed.texts[0]
    again = await mira.menu("general", "Townkeeper: card", bob)
    await server.until(lambda: again.answered)
    assert "warnings: 1" in again.texts[0]
    asked = await mira.press(again.messages[0], "Mute 10 min")
    await server.until(lambda: asked.modal)
    assert asked.modal["title"] == "Mute 10 min: Bob – already 1 warning"


@pytest.mark.long
async def test_after_a_restart_old_buttons_take_back_and_a_mute_that_ended_meanwhile_is_lifted(server, town, bot):
    bob, cal = await newcomer(server, town, "Bob"), await newcomer(server, town, "Cal")
    mira = town.member("Mira", roles=[town.staff])
    await mira.invoke("general", "mute", member=bob, lasts="2h", reason="loud")
    await mira.invoke("general", "mute", member=cal, lasts="tomorrow 12:00")
    (card,) = await server.until(lambda: about(town, "staff", bob))
    await server.until(lambda: about(town, "staff", cal))
    await server.until(lambda: bob.muted_until and cal.muted_until)
    bot.kill()
    bot.is_later(f"discord:{cal.id}")
    await server.until(lambda: not server.gateway.connected)
    bot.start()
    await server.until(lambda: not cal.muted_until)
    assert bob.muted_until
    undone = await mira.press(card, "Take back")
    await server.until(lambda: undone.answered)
    assert "is taken back" in undone.texts[0]
    assert not bob.muted_until


@pytest.mark.long  # on Telegram it is looked at each time
async def test_killed_between_decision_and_effect_it_acts_once_after_the_restart(server, town, bot):
    ana = await newcomer(server, town, "Ana")
    server.fail(Fault("hanging", "DELETE", r".*/messages/.*", seconds=60))
    message = ana.post("general", BAD)
    await server.until(lambda: cases(bot, ana))
    bot.kill()
    assert message in town.messages("general")
    server.rest.faults.clear()
    bot.start()
    await server.until(lambda: message not in town.messages("general"))
    await server.until(lambda: about(town, "staff", ana))
    assert len(cases(bot, ana)) == 1
    assert len([text for text in ana.told if "warned" in text]) == 1


async def test_the_same_event_twice_makes_one_case(server, town, bot):
    ana = await newcomer(server, town, "Ana")
    message = ana.post("general", BAD)
    await server.until(lambda: message not in town.messages("general"))
    server.gateway.repeat("MESSAGE_CREATE")
    marker = ana.post("general", "kurwa mać")
    await server.until(lambda: marker not in town.messages("general"))
    assert len(cases(bot, ana)) == 2
