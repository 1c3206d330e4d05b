"""Quick hands: the card about a person, its buttons, the form, and what was said before acting."""

from dataclasses import replace
from datetime import timedelta

from bot.core.actions import Ask, Punish, Sanction
from bot.core.decisions import Decision
from bot.core.linking import Linked
from bot.core.people import Rank
from bot.core.terms import Term
from tests.build import ANN, BOSS, MOD, NOON, later, person, post
from tests.fakes.town import D_LOBBY, DANA, DORA, LOBBY, STAFF

HOUR = Term(timedelta(hours=1))


async def test_the_card_tells_who_somebody_is_and_what_is_on_record(town):
    bot = await town()
    known = replace(ANN, joined_at=NOON - timedelta(days=3), created_at=NOON - timedelta(days=400))
    bot.telegram.members[LOBBY.space, ANN.user] = known
    await bot.asks(ANN, "language", language="pl")
    await bot.asks(MOD, "warn", member=ANN, reason="rude")
    await bot.asks(MOD, "note", member=ANN, reason="was ill")
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR)
    card = await bot.asks(MOD, "card", STAFF, member=ANN)
    assert card.splitlines()[0] == "Ann (telegram:7), member"
    assert "(3 days)" in card
    assert "(400 days)" in card
    assert "Language: pl" in card
    assert "On record: 3 · warnings: 1 · notes: 1 · strikes now: 2" in card
    assert "Muted until" in card
    assert "rude" in card


async def test_the_card_names_the_accounts_of_the_same_person(town):
    bot = await town()
    await bot.store.ledger.commit(
        bot.key, "", Decision((Linked(ANN.user, "p", NOON), Linked(DANA.user, "p", NOON))), NOON
    )
    card = await bot.asks(MOD, "card", STAFF, member=ANN)
    assert card.count(str(DANA.user)) == 1


async def test_a_button_asks_for_a_reason_and_says_what_happened_before(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN)
    await bot.waits(minutes=1)
    await bot.asks(MOD, "card", STAFF, member=ANN)
    await bot.presses(MOD, "hand-mute-1h", STAFF)
    assert bot.ledger[-1].words == "Mute 1 h: Ann – already 1 warning"
    answer = await bot.fills(MOD, reason="kind")
    until = "Until 2026-01-01 13:01 UTC"
    assert answer.splitlines() == ["Ann was muted: case 2.", until, "There was 1 warning before."]
    case = await bot.case(2)
    assert (case.sanction, case.guideline, case.until) == (Sanction.MUTE, "kind", later(minutes=61))


async def test_from_a_message_the_evidence_goes_along(town):
    bot = await town()
    rude = post("you are all stupid", by=DANA, place=D_LOBBY)
    await bot.asks(DORA, "card", D_LOBBY, message=rude)
    await bot.presses(DORA, "hand-warn", D_LOBBY)
    assert bot.ledger[-1].words == "Warn: Dana"
    await bot.fills(DORA, reason="")
    (evidence,) = (await bot.case()).evidence
    assert (evidence.text, evidence.message) == ("you are all stupid", rude.ref)
    assert evidence.link.endswith(rude.ref.native)


async def test_a_channel_can_be_banned_and_noted(town):
    bot = await town()
    channel = person("News", "-100", is_channel=True)
    await bot.asks(MOD, "card", STAFF, member=channel)
    labels = [button.label.key for shown in bot.standing(STAFF) for row in shown.rows for button in row]
    assert labels == ["hand-ban", "hand-note", "hand-history"]


async def test_rank_is_judged_when_it_is_pressed_and_when_the_form_comes(town):
    bot = await town()
    await bot.asks(MOD, "card", STAFF, member=ANN)
    assert "Only the staff" in await bot.presses(ANN, "hand-ban", STAFF)
    await bot.presses(MOD, "hand-ban", STAFF)
    bot.telegram.members[LOBBY.space, ANN.user] = replace(ANN, rank=Rank.MANAGER)
    assert "rank here is below" in await bot.fills(MOD, reason="x")
    await bot.asks(MOD, "card", STAFF, member=BOSS)
    assert "rank here is below" in await bot.presses(MOD, "hand-ban", STAFF)
    assert not bot.did(Punish)


async def test_the_history_is_one_touch_away(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN, reason="rude")
    await bot.asks(MOD, "card", STAFF, member=ANN)
    assert "On record about Ann" in await bot.presses(MOD, "hand-history", STAFF)


async def test_without_anybody_it_says_how(town):
    bot = await town()
    assert "Answer somebody’s message" in await bot.asks(MOD, "card", STAFF)
    assert not bot.did(Ask)


async def test_strikes_are_told(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN)
    assert await bot.asks(MOD, "strikes", member=ANN) == "Ann has 1 strike at present."
