"""The classes of effects: what may be repeated unseen, and what is said only once."""

import pytest

from bot.core.actions import Answer, Delete, Edit, Pardon, Punish, Sanction, Whisper
from bot.core.capabilities import Capabilities, Capability
from bot.core.decisions import Later
from bot.core.ids import TELEGRAM, ChannelRef, Place
from bot.core.interactions import Ticket
from bot.core.text import say
from bot.core.ui import LinkButton
from bot.runtime.effects import Effect, effect, is_fleeting, is_important, may_repeat, vanishes
from bot.runtime.queue import State
from tests.build import ANN, BOB, NOON, later, ref
from tests.fakes.town import LOBBY
from tests.runtime.steps import carry, note, states

NONCE = Capabilities(frozenset({Capability.NONCE}))
PLAIN = Capabilities(frozenset())
TICKET = Ticket("t")


@pytest.mark.parametrize(
    ("action", "can", "expected"),
    [
        (Delete((ref(),)), PLAIN, Effect.NATURAL),
        (Edit(ref(), say("plain")), PLAIN, Effect.NATURAL),
        (Punish(LOBBY.space, ANN.user, Sanction.BAN), PLAIN, Effect.NATURAL),
        (Pardon(LOBBY.space, ANN.user, Sanction.BAN), PLAIN, Effect.NATURAL),
        (note(), PLAIN, Effect.PLAIN),
        (note(), NONCE, Effect.KEYED),
        (Whisper(ANN.user, say("plain")), NONCE, Effect.KEYED),
        (Answer(TICKET, LOBBY, ANN.user, say("plain")), NONCE, Effect.PLAIN),
    ],
)
def test_every_action_has_a_class_of_effects(action, can, expected):
    assert effect(action, can) is expected


@pytest.mark.parametrize(
    ("kind", "minutes", "expected"),
    [(Effect.NATURAL, 60, True), (Effect.KEYED, 2, True), (Effect.KEYED, 3, False), (Effect.PLAIN, 0, False)],
)
def test_what_may_be_repeated_unseen(kind, minutes, expected):
    assert may_repeat(kind, NOON, later(minutes=minutes)) is expected


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (Delete((ref(),)), True),
        (Pardon(LOBBY.space, BOB.user, Sanction.BAN), True),
        (Punish(LOBBY.space, BOB.user, Sanction.KICK), True),
        (Punish(LOBBY.space, BOB.user, Sanction.BAN), False),
        (Edit(ref(), say("plain")), False),
    ],
)
def test_for_whom_not_there_means_that_it_worked(action, expected):
    assert vanishes(action) is expected


def test_only_what_is_said_can_matter():
    assert is_important(note(important=True))
    assert not is_important(note())
    assert not is_important(Delete((ref(),)))


PRESSED = Ticket("t", is_press=True)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (Answer(PRESSED, LOBBY, ANN.user, say("plain")), True),
        (Answer(TICKET, LOBBY, ANN.user, say("plain")), False),  # words that were typed are answered also later
        (Answer(PRESSED, LOBBY, ANN.user, say("plain"), ((LinkButton(say("plain"), "https://e.org"),),)), False),
        (Answer(PRESSED, Place(ChannelRef(TELEGRAM, "5")), ANN.user, say("plain")), False),
        (note(), False),
        (Later("speak"), False),
    ],
)
def test_only_words_for_a_press_in_a_group_die_with_the_process(step, expected):
    assert is_fleeting(step) is expected


async def test_an_answer_that_nothing_is_lost_by_is_said_and_not_kept(town):
    bot = await town()
    answer = Answer(PRESSED, LOBBY, ANN.user, say("plain", text="counted"))
    queued = await carry(bot, answer)
    assert [(one.is_kept, one.name) for one in queued] == [(False, f"{bot.key}/{queued[0].group}")]
    assert bot.answers()[-1:] == ["counted"]
    assert await bot.store.ledger.unfinished() == ()
    assert await states(bot, queued) == []


async def test_beside_other_steps_such_an_answer_is_kept_in_its_order(town):
    bot = await town()
    queued = await carry(bot, Answer(PRESSED, LOBBY, ANN.user, say("plain", text="counted")), note())
    assert await states(bot, queued) == [(State.DONE, 1)] * 2
