"""authorise, tokens, marks and the registry: small decisions as tables."""

from dataclasses import dataclass, replace

import pytest

from bot.core.actions import Ask as AskForm
from bot.core.actions import Delete, Send
from bot.core.commands import command
from bot.core.decisions import NOTHING
from bot.core.interactions import Ticket
from bot.core.people import Rank
from bot.core.text import say
from bot.core.ui import Button, Field, Form, LinkButton, Press
from bot.runtime.authorise import ALLOWED, Ask, Denied, authorise
from bot.runtime.cog import Cog, composes, pressed
from bot.runtime.presses import Keyring, Sealer
from bot.runtime.registry import presses_of, register
from tests.build import ANN, BOB, BOSS, MOD, NOON, ROOM, ref

UNTOUCHABLE = replace(BOB, untouchable=True)


@pytest.mark.parametrize(
    ("actor", "ask", "why"),
    [
        (None, Ask(Rank.GUEST), "error-default-deny"),
        (ANN, Ask(Rank.MEMBER), None),
        (ANN, Ask(Rank.MODERATOR), "error-rank"),
        (MOD, Ask(Rank.MODERATOR), None),
        (ANN, Ask(Rank.GUEST, only=ANN.user), None),
        (BOSS, Ask(Rank.GUEST, only=ANN.user), "error-button-not-yours"),
        (MOD, Ask(Rank.MODERATOR, ANN, acts_on_target=True), None),
        (MOD, Ask(Rank.MODERATOR, None, acts_on_target=True), "error-target-unknown"),
        (MOD, Ask(Rank.MODERATOR, MOD, acts_on_target=True), "error-self"),
        (MOD, Ask(Rank.MODERATOR, BOSS, acts_on_target=True), "error-outranked"),
        (BOSS, Ask(Rank.MODERATOR, UNTOUCHABLE, acts_on_target=True), "error-untouchable"),
        (ANN, Ask(Rank.MODERATOR, BOB, acts_on_target=True), "error-rank"),
    ],
)
def test_one_question_for_every_entry(actor, ask, why):
    ruling = authorise(actor, ask)
    assert (ruling.why.key if isinstance(ruling, Denied) else None) == why
    assert ruling is ALLOWED or why


@dataclass(frozen=True, slots=True)
class Ring(Press):
    pass


BUTTON = Button(say("plain", text="x"), Ring(), rank=Rank.HELPER, only=ANN.user)
LINK = LinkButton(say("plain", text="y"), "https://example.org")


def test_every_button_gets_a_token_that_only_this_bot_can_write():
    sealer = Sealer(Keyring(b"new", (b"old",)))
    sealed, rows = sealer.seal(Send(ROOM, say("plain", text="z"), ((BUTTON, LINK),)), "home", NOON)
    (row,) = rows
    token = sealed.rows[0][0].token
    assert len(token) <= 64
    assert sealer.open(token) == row.id
    assert (row.community, row.rank, row.only, row.expires_at) == ("home", Rank.HELPER, ANN.user, NOON + BUTTON.lasts)
    assert sealed.rows[0][1] == LINK
    assert Sealer(Keyring(b"other")).open(token) is None


def test_tokens_of_an_older_key_are_still_accepted():
    token = Sealer(Keyring(b"old")).seal(Send(ROOM, say("x"), ((BUTTON,),)), "home", NOON)[0].rows[0][0].token
    assert Sealer(Keyring(b"new", (b"old",))).open(token)
    assert Sealer(Keyring(b"new")).open(token) is None


def test_a_form_is_sealed_by_its_submit_button_and_what_has_none_is_left_alone():
    sealer = Sealer(Keyring(b"k"))
    form = Form(say("x"), (Field("a", say("y")),), BUTTON)
    sealed, rows = sealer.seal(AskForm(Ticket("t"), ROOM, ANN.user, form), "home", NOON)
    assert sealed.form.submit.token
    assert len(rows) == 1
    for action in (Send(ROOM, say("x")), Delete((ref(),))):
        assert sealer.seal(action, "home", NOON) == (action, ())


class One(Cog):
    name = "one"

    @command("go")
    async def go(self, ctx):
        return NOTHING

    @pressed(Ring)
    async def ring(self, ctx, press):
        return NOTHING

    @composes("card")
    async def card(self, scene, report, args):
        return ()


class Same(One):
    name = "same"


def test_two_cogs_that_claim_the_same_thing_are_refused():
    assert presses_of([One]) == (Ring,)
    with pytest.raises(ValueError, match="cogs 'one' and 'same' both claim 'go'"):
        register([One(), Same()])


def test_what_cogs_declare_is_found_in_the_order_of_names():
    assert [spec.path for spec in One().commands()] == ["go"]
    assert One.create(None).learned("home", ()) is None
