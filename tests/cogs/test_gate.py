"""Newcomers at the gate, on pretend messengers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Ask, Delete, Pardon, Punish, Sanction, Send, Whisper
from bot.core.capabilities import Capability
from bot.core.doors import Admit, GiveRole, Invite
from bot.core.events import JoinRequested, MemberLeft, ServiceLine
from bot.core.ids import DISCORD
from bot.core.receipts import Refusal, Refused
from bot.core.terms import Term
from bot.core.text import Localised
from bot.domain.gate.plan import GatePlan, Kind, is_right
from bot.domain.storm.plan import Newcomers, Plan
from tests.build import ANN, BOB, MOD, NOON, direct, ref
from tests.fakes.town import D_LOBBY, DANA, DORA, GUILD, LOBBY, STAFF

BUTTON = GatePlan()
QUESTION = GatePlan(Kind.QUESTION, Localised({"en": "What do we make here?"}), ("things", "Boats"))
PICTURE = GatePlan(Kind.PICTURE)
ROLES = GatePlan(role={DISCORD: "@Member"}, unverified={DISCORD: "@New"})


async def requests(bot, who):
    bot.telegram.members.pop((LOBBY.space, who.user), None)
    await bot.take(JoinRequested(f"asks/{who.user}/{bot.clock.now()}", LOBBY.space, who, bot.clock.now()))


async def test_a_button_is_enough_where_the_community_thinks_so(town):
    bot = await town(gate=BUTTON)
    await bot.joins(ANN)
    assert bot.telegram.sanctions[LOBBY.space, ANN.user] is Sanction.MUTE
    assert "Welcome, Ann!" in bot.sends(LOBBY)[-1]
    assert "Thank you" in await bot.presses(ANN, "button-gate", LOBBY)
    assert not bot.telegram.sanctions
    await bot.waits(minutes=20)
    assert not [a for a in bot.did(Punish) if a.sanction is Sanction.KICK]


async def test_who_does_not_answer_is_removed_and_not_banned(town):
    bot = await town(gate=BUTTON)
    await bot.joins(ANN)
    await bot.waits(minutes=11)
    assert [a.sanction for a in bot.did(Punish)] == [Sanction.MUTE, Sanction.KICK]
    await bot.joins(ANN)
    assert bot.telegram.sanctions[LOBBY.space, ANN.user] is Sanction.MUTE


async def test_who_is_muted_passes_the_gate_and_is_muted_still(town):
    bot = await town(gate=BUTTON)
    await bot.joins(ANN)
    await bot.asks(MOD, "mute", member=ANN, lasts=Term(timedelta(hours=2)))
    assert "Thank you" in await bot.presses(ANN, "button-gate", LOBBY)
    assert not bot.did(Pardon)
    assert bot.did(Punish)[-1].until == NOON + timedelta(hours=2)
    await bot.waits(hours=2, minutes=1)
    assert not bot.telegram.sanctions


async def test_who_passed_once_may_come_and_go(town):
    bot = await town(gate=BUTTON)
    await bot.joins(ANN)
    await bot.presses(ANN, "button-gate", LOBBY)
    await bot.take(MemberLeft("left/1", LOBBY.space, ANN.user, bot.clock.now()))
    await bot.joins(ANN)
    assert len(bot.did(Punish)) == 1


async def test_nobody_presses_for_somebody_else_or_without_waiting(town):
    bot = await town(gate=BUTTON)
    await bot.joins(ANN)
    await bot.presses(BOB, "button-gate", LOBBY)
    assert bot.telegram.sanctions[LOBBY.space, ANN.user] is Sanction.MUTE
    button, shown = bot.button("button-gate", LOBBY)
    await bot.presses(ANN, "button-gate", LOBBY)
    assert "in already" in await bot.presses_token(ANN, button.token, LOBBY, shown.ref)


async def test_the_communitys_own_question_has_limited_tries(town):
    bot = await town(gate=QUESTION)
    await bot.joins(ANN)
    await bot.presses(ANN, "button-gate", direct(ANN.user), token=bot.button("button-gate", LOBBY)[0].token)
    assert [e.words for e in bot.ledger if isinstance(e.action, Ask)] == ["Before you come in"]
    assert "2 more tries" in await bot.fills(ANN, answer="cakes")
    assert "one more try" in await bot.fills(ANN, answer="cakes")
    await bot.fills(ANN, answer="cakes")
    assert "join again" in bot.answers()[-1]
    assert bot.did(Punish)[-1].sanction is Sanction.KICK


@pytest.mark.parametrize("given", ["boats", " BOATS! ", "Things."])
async def test_the_right_answer_opens(town, given):
    bot = await town(gate=QUESTION)
    await bot.joins(ANN)
    await bot.presses(ANN, "button-gate", direct(ANN.user), token=bot.button("button-gate", LOBBY)[0].token)
    assert "Thank you" in await bot.fills(ANN, answer=given)
    assert not bot.telegram.sanctions


def test_what_counts_as_right():
    assert is_right("  Two  Words ", ("two words",))
    assert not is_right("", ("two",))


async def test_a_sum_is_shown_as_a_picture_and_in_words(town):
    bot = await town(gate=PICTURE)
    await bot.joins(DANA)
    await bot.presses(DANA, "button-gate", D_LOBBY)
    shown = next(e for e in reversed(bot.ledger) if getattr(e.action, "files", ()))
    (file,) = shown.action.files
    assert file.data.startswith(b"\x89PNG")
    assert not any(sign.isdigit() for sign in shown.words)
    buttons = [b for row in shown.action.rows for b in row]
    wrong = next(b for b in buttons if not getattr(b.press, "is_right", True))
    words = await bot.presses_token(DANA, buttons[-1].token, D_LOBBY)
    asked = [b for row in bot.ledger[-1].action.rows for b in row]
    right = next(b for b in asked if b.press.is_right)
    left, plus, other, *_ = words.removeprefix("How much is ").split()
    assert plus == "+"
    assert right.label.args["text"] == str(int(left) + int(other))
    assert "2 more tries" in await bot.presses_token(DANA, wrong.token, D_LOBBY)
    assert "Thank you" in await bot.presses_token(DANA, right.token, D_LOBBY)


async def test_on_discord_roles_keep_people_out(town):
    bot = await town(gate=ROLES)
    await bot.joins(DANA)
    assert bot.discord.given[GUILD, DANA.user] == {"@New"}
    await bot.presses(DANA, "button-gate", D_LOBBY)
    assert bot.discord.given[GUILD, DANA.user] == {"@Member"}
    assert not bot.did(Punish)
    assert not bot.did(Pardon)


async def test_where_nothing_else_keeps_them_from_writing_the_bot_does(town):
    bot = await town(gate=BUTTON)
    await bot.joins(DANA)
    said = await bot.says(DANA, "hi", D_LOBBY)
    assert [a.messages for a in bot.did(Delete)] == [(said,)]
    await bot.presses(DANA, "button-gate", D_LOBBY)
    await bot.says(DANA, "hi", D_LOBBY)
    assert len(bot.did(Delete)) == 1


async def test_who_asks_to_join_is_asked_in_private_and_let_in(town):
    bot = await town(gate=BUTTON)
    await requests(bot, ANN)
    assert "Before you come into Riverside" in bot.told(ANN.user)[-1]
    assert "Thank you" in await bot.presses(ANN, "button-gate", direct(ANN.user))
    assert [a.welcome for a in bot.did(Admit)] == [True]
    await bot.joins(ANN)
    assert not bot.did(Punish)
    bot.clock.pass_by(seconds=5)
    await requests(bot, ANN)
    assert len(bot.did(Admit)) == 2, "who passed once is let in at once"


async def test_who_asks_to_join_and_never_answers_is_sent_away(town):
    bot = await town(gate=BUTTON)
    await requests(bot, ANN)
    await bot.waits(minutes=11)
    assert [a.welcome for a in bot.did(Admit)] == [False]


async def test_the_link_is_made_once_and_handed_out_until_somebody_wants_another(town):
    bot = await town(gate=BUTTON)
    assert "https://t.me/+1" in await bot.asks(MOD, "gate", STAFF)
    assert "https://t.me/+1" in await bot.asks(DORA, "gate", D_LOBBY), "also from where such links do not exist"
    assert "https://t.me/+2" in await bot.presses(MOD, "button-new-link", STAFF)
    assert [a.ends for a in bot.did(Invite)] == ["", "https://t.me/+1"]
    assert "https://t.me/+2" in await bot.asks(MOD, "gate", STAFF)


async def test_where_no_link_can_be_made_it_is_said(town):
    bot = await town(gate=BUTTON)
    bot.telegram.fails(Invite, Refused(Refusal.FORBIDDEN))
    assert "could not make the link" in await bot.asks(MOD, "gate", STAFF)
    bot.telegram.can = replace(bot.telegram.can, has=bot.telegram.can.has - {Capability.ADMIT})
    assert "I need the right to invite" in await bot.asks(MOD, "gate", STAFF)
    bot.changes(gate=None)
    assert "no gate here" in await bot.asks(MOD, "gate", STAFF)
    assert not bot.did(Invite)


async def test_lines_about_comings_and_goings_are_taken_away_many_at_once(town):
    bot = await town(gate=replace(BUTTON, hides_joins=True))
    lines = [ref(f"s{n}", LOBBY) for n in range(5)]
    for number, line in enumerate(lines):
        await bot.take(ServiceLine(f"line/{number}", line, number != 4, bot.clock.now()))
    await bot.waits(seconds=3)
    assert [ref for a in bot.did(Delete) for ref in a.messages] == lines[:4]


async def test_in_a_storm_there_is_one_line_for_all(town):
    bot = await town(gate=BUTTON, storm=Plan(newcomers=Newcomers.GATE))
    await bot.joins(BOB)
    await bot.asks(MOD, "raid on", STAFF)
    before = len(bot.sends(LOBBY))
    await bot.joins(ANN)
    await bot.waits(seconds=6)
    assert bot.telegram.sanctions[LOBBY.space, ANN.user] is Sanction.MUTE
    assert bot.sends(LOBBY)[before:] == ["New here? Please press the button; then you can take part."]
    assert "Thank you" in await bot.presses(ANN, "button-gate", LOBBY)


async def test_what_was_right_and_could_not_be_opened_is_told(town):
    bot = await town(gate=BUTTON)
    await bot.joins(ANN)
    bot.telegram.fails(Pardon, Refused(Refusal.FORBIDDEN))
    assert "A moderator will help" in await bot.presses(ANN, "button-gate", LOBBY)


async def test_without_a_gate_nothing_happens(town):
    bot = await town()
    await bot.joins(ANN)
    await requests(bot, BOB)
    await bot.take(ServiceLine("line/x", ref(), True, bot.clock.now()))
    await bot.take(MemberLeft("left/x", LOBBY.space, ANN.user, bot.clock.now()))
    assert not [e for e in bot.ledger if isinstance(e.action, Punish | Admit | GiveRole | Whisper | Send | Delete)]
    assert Capability.ADMIT in bot.telegram.can


async def test_whoever_helps_here_is_not_stopped(town):
    bot = await town(gate=BUTTON)
    await bot.joins(MOD)
    assert not bot.did(Punish)


async def test_a_storm_does_not_stop_twice_whom_the_gate_has_stopped(town):
    bot = await town(gate=BUTTON, storm=Plan(newcomers=Newcomers.GATE))
    await bot.joins(ANN)
    await bot.asks(MOD, "raid on", STAFF)
    await bot.joins(BOB)
    for _ in range(3):
        await bot.waits(seconds=4)
    assert sorted(a.user for a in bot.did(Punish)) == sorted([ANN.user, BOB.user])


async def test_a_storm_sends_those_who_came_just_before_to_the_gate(town):
    bot = await town(storm=Plan(newcomers=Newcomers.GATE))
    await bot.joins(ANN)
    bot.changes(gate=BUTTON)
    await bot.asks(MOD, "raid on", STAFF)
    for _ in range(3):
        await bot.waits(seconds=4)
    assert [a.user for a in bot.did(Punish)] == [ANN.user]
    assert "Thank you" in await bot.presses(ANN, "button-gate", LOBBY)
