"""A case as steps, as a notice and as a card: pure, as tables."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Delete, Pardon, Punish, Sanction, Send, Whisper
from bot.core.cases import Case, Evidence
from bot.core.decisions import Asker, Later, Reply
from bot.core.interactions import Ticket
from bot.core.people import Rank
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import Lines, Localised, Say, say
from bot.domain.cases.acts import SwitchOn, Undo, place_of, saved, steps, undoing
from bot.domain.cases.card import CardFacts, card, card_rows, receipt_line
from bot.domain.cases.notice import Cite, Disagree, Manner, notice, tell
from bot.domain.cases.standing import state_of
from tests.build import ANN, MOD, NOON, ROOM, SPACE, later, ref, room, space

CASE = Case(7, SPACE, ANN.user, "Ann", Sanction.WARN, NOON)
CITE = Cite(2, Localised({"en": "Be kind."}))
HOUR = timedelta(hours=1)


def keys(body):
    """The keys of every phrase in a body, in order."""
    if isinstance(body, Lines):
        return [key for part in body.parts for key in keys(part)]
    return [body.key] if isinstance(body, Say) else [type(body).__name__]


def a_case(sanction=Sanction.WARN, **more):
    return replace(CASE, sanction=sanction, **more)


# --- acts --------------------------------------------------------------------------------------------------------

TOLD = Whisper(ANN.user, say("x"))


@pytest.mark.parametrize(
    ("sanction", "told", "delete", "kinds"),
    [
        (Sanction.NOTE, None, (), []),
        (Sanction.WARN, TOLD, (), [Whisper]),
        (Sanction.WARN, TOLD, (ref(),), [Delete, Whisper]),
        (Sanction.MUTE, TOLD, (), [Whisper, Punish, Later]),
        (Sanction.KICK, None, (ref(),), [Delete, Punish]),
        (Sanction.BAN, TOLD, (ref(), ref()), [Delete, Whisper, Punish, Later]),
        (Sanction.SOFTBAN, TOLD, (), [Whisper, Punish, Pardon, Later]),
        (Sanction.UNMUTE, TOLD, (), [Pardon, Whisper]),
        (Sanction.UNBAN, TOLD, (), [Pardon, Whisper]),
    ],
)
def test_delete_tell_punish_in_this_order(sanction, told, delete, kinds):
    assert [type(step) for step in steps(a_case(sanction), told, delete)] == kinds


def test_the_punishment_is_that_of_the_case():
    (act,) = steps(a_case(Sanction.BAN, until=later(days=1)), None, reason="why", is_channel=True)
    assert act == Punish(SPACE, ANN.user, Sanction.BAN, "why", later(days=1), is_channel=True)


@pytest.mark.parametrize(
    ("sanction", "lifted"),
    [
        (Sanction.NOTE, False),
        (Sanction.WARN, False),
        (Sanction.MUTE, True),
        (Sanction.KICK, False),
        (Sanction.BAN, True),
        (Sanction.SOFTBAN, True),
    ],
)
def test_taking_back_is_a_case_of_its_own(sanction, lifted):
    before = a_case(sanction, strikes=2, reason="why", evidence=(Evidence("x"),), until=later(days=1), guideline="kind")
    back, timers, acts = undoing(before, 8, MOD.user, "Mo", later(hours=1), (before,))
    assert len(timers) == int(lifted)
    assert (back.number, back.undoes, back.by, back.at) == (8, 7, MOD.user, later(hours=1))
    assert (back.sanction, back.strikes, back.reason, back.evidence, back.until) == (Sanction.NOTE, 0, "", (), None)
    assert acts == ((Pardon(SPACE, ANN.user, state_of(sanction), "case 7 was taken back"),) if lifted else ())


@pytest.mark.parametrize(("text", "message", "many"), [("", None, 0), ("x", None, 1), ("", ref("m"), 1)])
def test_an_empty_message_is_no_evidence(text, message, many):
    assert len(saved(text, message)) == many


def test_a_public_line_is_said_only_in_the_space_it_is_about():
    assert place_of(SPACE, ROOM) == ROOM
    assert place_of(space("2"), ROOM) is None
    assert place_of(SPACE, room("2")) is None


# --- notice ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "cite", "expected"),
    [
        (a_case(Sanction.NOTE), None, ["notice-note", "notice-case"]),
        (a_case(), CITE, ["notice-warn", "notice-guideline", "notice-case"]),
        (a_case(reason="why"), None, ["notice-warn", "notice-reason", "notice-case"]),
        (a_case(Sanction.MUTE, until=NOON), None, ["notice-mute", "notice-case"]),
        (a_case(Sanction.MUTE), None, ["notice-mute-forever", "notice-case"]),
        (a_case(Sanction.UNMUTE, reason="why"), None, ["notice-unmute"]),
        (a_case(reason="why"), Cite(0, None, CITE.text), ["notice-warn", "notice-reason", "notice-case"]),
        (a_case(Sanction.KICK, evidence=(Evidence("x"),)), None, ["notice-kick", "Rich", "notice-case"]),
        (a_case(Sanction.BAN, until=NOON), None, ["notice-ban", "notice-case"]),
        (a_case(Sanction.BAN, evidence=(Evidence(""),)), None, ["notice-ban-forever", "notice-case"]),
    ],
)
def test_what_a_member_is_told(case, cite, expected):
    assert keys(notice(case, "Riverside", cite)) == expected


@pytest.mark.parametrize(
    ("case", "aloud", "line"),
    [
        (a_case(), None, None),
        (a_case(evidence=(Evidence("secret"),)), ROOM, "line-message-removed"),
        (a_case(), ROOM, "line-notice-for-you"),
        (a_case(evidence=(Evidence("secret"),), by=MOD.user), ROOM, "line-notice-for-you"),
    ],
)
def test_the_notice_is_private_and_its_public_line_has_no_content(case, aloud, line):
    told = tell(case, "Riverside", CITE, Manner(aloud=aloud))
    assert told.important
    (button,) = told.rows[0]
    assert (button.press, button.only, button.rank) == (Disagree(7), ANN.user, Rank.GUEST)
    assert (told.otherwise.body.key if told.otherwise else None) == line
    if told.otherwise:
        assert set(told.otherwise.body.args) == {"who"}
        assert told.otherwise.rows[0][0].only == ANN.user


def test_where_nothing_is_said_in_private_the_line_is_all_and_without_a_place_there_is_none():
    line = tell(a_case(), "Riverside", CITE, Manner(private=False, aloud=ROOM, stays=timedelta(seconds=20)))
    assert (line.body.key, line.vanish_after) == ("line-notice-for-you", timedelta(seconds=20))
    assert tell(a_case(), "Riverside", CITE, Manner(private=False, aloud=ROOM, stays=None)) is None
    assert tell(a_case(), "Riverside", CITE, Manner(private=False)) is None


# --- card --------------------------------------------------------------------------------------------------------

ASKER = Asker(Ticket("t"), ROOM, MOD.user)


@pytest.mark.parametrize(
    ("step", "receipt", "expected"),
    [
        (Delete((ref(),)), Done(), "did-deleted"),
        (Delete((ref(),)), None, "did-deleted-pending"),
        (Delete((ref(),)), Refused(Refusal.FORBIDDEN), "did-deleted-refused"),
        (TOLD, Done(), "did-told"),
        (TOLD, Done(aloud=True), "did-told-aloud"),
        (TOLD, Refused(Refusal.UNREACHABLE), "did-told-refused"),
        (Punish(SPACE, ANN.user, Sanction.MUTE), Done(), "did-mute"),
        (Punish(SPACE, ANN.user, Sanction.KICK), Refused(Refusal.OUTRANKED), "did-kick-refused"),
        (Punish(SPACE, ANN.user, Sanction.BAN), None, "did-ban-pending"),
        (Pardon(SPACE, ANN.user, Sanction.BAN), Done(), "did-pardoned"),
        (Send(ROOM, say("x")), Done(), None),
        (Reply(ASKER, say("x")), Done(), None),
        (Later("x"), Done(), None),
    ],
)
def test_the_card_speaks_from_receipts_only(step, receipt, expected):
    line = receipt_line(step, receipt)
    assert (line.key if line else None) == expected


def facts(**more):
    return CardFacts(**{"cite": None, "did": (), **more})


@pytest.mark.parametrize(
    ("case", "shown", "expected"),
    [
        (a_case(), facts(), ["card-title-warn"]),
        (a_case(), facts(again=2), ["card-title-warn", "card-repeated"]),
        (a_case(), facts(cite=CITE, asks=True), ["card-title-warn", "card-guideline", "card-asks"]),
        (a_case(rule="r", evidence=(Evidence("x", "x"),)), facts(), ["card-title-warn", "card-rule", "Rich"]),
        (a_case(rule="r"), facts(), ["card-title-warn", "card-rule"]),
        (a_case(Sanction.NOTE, by=MOD.user, by_name="Mo"), facts(), ["card-title-noted", "card-by"]),
        (a_case(by=MOD.user, by_name="Mo", reason="w"), facts(), ["card-title-warn", "card-by", "card-reason"]),
        (a_case(), facts(undone_by=9), ["card-title-warn", "card-undone"]),
        (a_case(), facts(undone_by=9, milder=True), ["card-title-warn", "card-milder"]),
        (a_case(Sanction.NOTE, undoes=3), facts(), ["card-title-undone"]),
        (a_case(undoes=3), facts(), ["card-title-milder"]),
        (a_case(rule="r"), facts(watched=True), ["card-watched", "card-rule"]),
        (a_case(), facts(did=((Later("x"), None), (TOLD, Done()))), ["card-title-warn", "did-told"]),
    ],
)
def test_what_staff_see(case, shown, expected):
    assert keys(card(case, shown)) == expected


@pytest.mark.parametrize(
    ("case", "shown", "press", "rank"),
    [
        (a_case(), facts(), Undo(7), Rank.MODERATOR),
        (a_case(rule="r"), facts(watched=True), SwitchOn("r"), Rank.MANAGER),
        (a_case(), facts(undone_by=9), None, None),
        (a_case(undoes=3), facts(), None, None),
    ],
)
def test_what_staff_can_press(case, shown, press, rank):
    buttons = [button for row in card_rows(case, shown) for button in row]
    assert [(b.press, b.rank, b.space) for b in buttons] == ([(press, rank, SPACE)] if press else [])
