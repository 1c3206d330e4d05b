"""The law of lowering: afterwards nothing needs what the place lacks, nothing private is public, and it ends."""

from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.actions import (
    Action,
    Answer,
    Ask,
    Audience,
    CloseThread,
    Delete,
    Edit,
    OpenThread,
    Pardon,
    Punish,
    Sanction,
    Send,
    Whisper,
)
from bot.core.capabilities import Capabilities, Capability, Limits
from bot.core.lowering import VANISH, after_refusal, lower, needs, short_line
from bot.core.receipts import Refusal, Refused
from bot.core.routing import where
from bot.core.text import File, Rich, say
from bot.core.ui import Button, Field, Form, LinkButton, Press, Reveal
from tests.build import ANN, BOB, PRESS, ROOM, SPACE, TYPED, can, direct, ref, room

HI = say("hi")
SECRET = Rich(("a secret of Ann's",))
OPEN = Button(say("open"), Press(), private=True)
LINK = LinkButton(say("rules"), "https://example.org")
ROWS = ((OPEN, LINK), (Button(say("agree"), Press()),))
FORM = Form(say("appeal"), (Field("why", SECRET), Field("more", HI)), OPEN)
ALONE = direct(ANN.user)
LINE = Send(ROOM, say("line"))

FILES = (File("community.yaml", "version: 1"),)

ONLY = [
    replace(Answer(ticket, place, ANN.user, SECRET), rows=rows, among_staff=among_staff)
    for ticket in (PRESS, TYPED)
    for place in (ROOM, ALONE)
    for rows in ((), ROWS)
    for among_staff in (False, True)
]
ACTIONS = [
    *ONLY,
    Answer(PRESS, ROOM, ANN.user, SECRET, files=FILES),
    Answer(PRESS, ROOM, ANN.user, HI, ROWS, Audience.EVERYONE),
    Send(ROOM, HI),
    Send(ROOM, HI, ROWS),
    Send(ALONE, HI, ROWS),
    Whisper(ANN.user, SECRET),
    Whisper(ANN.user, SECRET, ROWS, otherwise=LINE),
    Ask(PRESS, ROOM, ANN.user, FORM),
    Ask(TYPED, ALONE, ANN.user, FORM),
    Edit(ref(), HI, ROWS),
    Delete((ref("1"),)),
    Delete(tuple(ref(str(n)) for n in range(7))),
    Delete(tuple(ref(str(n), room(str(n % 3))) for n in range(7))),
    Punish(SPACE, BOB.user, Sanction.BAN),
    Pardon(SPACE, BOB.user, Sanction.BAN),
    OpenThread(ROOM, "Ann", HI, ROWS, otherwise=LINE),
    CloseThread(ROOM),
]
LEANT_ON = frozenset().union(*map(needs, ACTIONS)) | {Capability.DEEP_LINK}
REST = sorted(set(Capability) - LEANT_ON)
"""What lowering must not look at; that it does not is a test of its own, so the subsets need not be doubled by them."""
SUBSETS = [
    Capabilities(frozenset(some), Limits(delete_batch=3))
    for some in chain.from_iterable(combinations(sorted(LEANT_ON), n) for n in range(len(LEANT_ON) + 1))
]
some_action = st.sampled_from(ACTIONS)
some_can = st.builds(
    Capabilities, st.frozensets(st.sampled_from(Capability)), st.builds(Limits, delete_batch=st.integers(1, 9))
)


def carried_out(action: Action, here, there, *, refusals=()):
    """Everything that is natively done in the end: steps moved elsewhere are lowered there, refusals have fallbacks."""
    todo, done, refusals = [action], [], list(refusals)
    while todo:
        step = todo.pop(0)
        at = where(step)
        fits = lower(step, there if at.is_direct else here)
        if not fits:
            fallback = after_refusal(step, Refused(Refusal.UNREACHABLE))
            todo += [fallback] if fallback else []
        for fit in fits:
            if where(fit) != at:
                todo.append(fit)
                continue
            why = refusals.pop() if refusals else None
            fallback = after_refusal(fit, Refused(why)) if why else None
            todo += [fallback] if fallback else []
            done += [] if why else [fit]
        assert len(done) < 50
    return done


def is_public(action: Action):
    match action:
        case Send(place=place):
            return not place.is_direct
        case Answer(place=place, audience=audience):
            return audience is Audience.EVERYONE and not place.is_direct
        case _:
            return False


def shown(action):
    """What everybody who reads it sees: its body and its buttons' labels, not what waits behind them."""
    labels = [b.label for row in action.rows for b in row]
    return [action.body, *labels]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda a: type(a).__name__)
def test_nothing_that_is_left_needs_what_the_place_lacks(action):
    here = where(action)
    for place in SUBSETS:
        for step in lower(action, place):
            if where(step) == here:
                assert not needs(step) or needs(step) & place.has, (place.has, step)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda a: type(a).__name__)
def test_lowering_twice_changes_nothing_more(action):
    here = where(action)
    for place in SUBSETS:
        for step in lower(action, place):
            if where(step) == here:
                assert lower(step, place) == (step,)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda a: type(a).__name__)
def test_what_depends_on_rights_is_never_lowered_away(action):
    for place in SUBSETS:
        meant = lower(action, place)
        for n in range(len(REST) + 1):
            assert lower(action, replace(place, has=place.has | set(REST[:n]))) == meant
            assert lower(action, replace(place, has=place.has | set(REST[n:]))) == meant


def test_lowering_looks_at_what_actions_need_and_at_deep_links():
    assert {
        Capability.PRIVATE_ANSWER,
        Capability.ALERT,
        Capability.WHISPER,
        Capability.DEEP_LINK,
        Capability.FORM,
        Capability.THREADS,
    } == LEANT_ON


@pytest.mark.parametrize("action", ACTIONS, ids=lambda a: type(a).__name__)
def test_a_place_that_can_do_everything_gets_what_was_meant(action):
    all_of_it = Capabilities(frozenset(Capability))
    lowered = lower(action, all_of_it)
    if isinstance(action, Delete) and len({m.place for m in action.messages}) > 1:
        assert len(lowered) == 3
    else:
        assert lowered == (action,)


@given(some_action, some_can, some_can, st.lists(st.sampled_from(Refusal), max_size=6))
def test_what_is_private_is_never_shown_in_public(action, here, there, refusals):
    for step in carried_out(action, here, there, refusals=refusals):
        if is_public(step) and not (isinstance(action, Answer) and action.among_staff):
            assert SECRET not in shown(step), step


@given(some_action, some_can, some_can, st.lists(st.sampled_from(Refusal), max_size=6))
def test_a_public_line_of_a_private_answer_opens_for_its_reader_alone_and_vanishes(action, here, there, refusals):
    for step in carried_out(action, here, there, refusals=refusals):
        buttons = [b for row in getattr(step, "rows", ()) for b in row if isinstance(b, Button)]
        if any(isinstance(b.press, Reveal) for b in buttons):
            assert [(b.only, b.private) for b in buttons] == [(ANN.user, True)]
            assert (step.vanish_after, step.silent) == (VANISH, True)


@given(some_can, st.lists(st.builds(ref, st.text("0123456789", min_size=1), st.sampled_from([ROOM, room("2")]))))
def test_no_message_is_lost_or_deleted_twice_when_a_deletion_is_cut(place, messages):
    action = Delete((ref("first"), *messages), "spam")
    steps = [s for first in lower(action, place) for s in lower(first, place)]
    assert sorted(m.native for s in steps for m in s.messages) == sorted(m.native for m in action.messages)
    assert all(len({m.place for m in s.messages}) == 1 for s in steps)
    assert all(len(s.messages) <= place.limits.delete_batch for s in steps)
    assert {s.reason for s in steps} == {"spam"}


PRIVATELY = Answer(TYPED, ROOM, ANN.user, SECRET, ROWS)
AT_A_PRESS = Answer(PRESS, ROOM, ANN.user, SECRET)
TO_LINE = short_line(ROOM, ANN.user, say("line-something-for-you"), SECRET, ROWS)


def test_an_answer_that_cannot_be_private_here_is_whispered_with_a_line_in_reserve():
    assert lower(PRIVATELY, can()) == (Whisper(ANN.user, SECRET, ROWS, otherwise=TO_LINE),)


def test_a_press_may_be_answered_by_a_pop_up_but_buttons_fit_into_none():
    assert lower(AT_A_PRESS, can(Capability.ALERT)) == (AT_A_PRESS,)
    (whisper,) = lower(replace(AT_A_PRESS, rows=ROWS), can(Capability.ALERT))
    assert (whisper.user, whisper.rows) == (ANN.user, ROWS)


def test_a_file_goes_along_when_an_answer_has_to_move():
    with_file = replace(AT_A_PRESS, files=FILES)
    (whisper,) = lower(with_file, can(Capability.ALERT))
    assert whisper.files == FILES
    assert after_refusal(with_file, Refused(Refusal.TOO_LATE)).files == FILES


def test_a_typed_command_has_no_pop_up():
    (whisper,) = lower(PRIVATELY, can(Capability.ALERT))
    assert isinstance(whisper, Whisper)


def test_among_staff_an_answer_may_be_said_aloud():
    aloud = replace(PRIVATELY, among_staff=True)
    assert lower(aloud, can()) == (replace(aloud, audience=Audience.EVERYONE),)


def test_in_a_private_chat_no_public_line_is_held_in_reserve():
    (whisper,) = lower(replace(PRIVATELY, place=ALONE), can(Capability.WHISPER))
    assert whisper.otherwise is None


def test_nothing_is_left_of_a_whisper_where_nobody_can_be_whispered_to():
    assert lower(Whisper(ANN.user, SECRET, otherwise=LINE), can()) == ()


def test_a_form_becomes_its_first_question_asked_in_private():
    place = can(Capability.PRIVATE_ANSWER)
    assert lower(Ask(TYPED, ROOM, ANN.user, FORM), place) == (Answer(TYPED, ROOM, ANN.user, SECRET),)
    assert isinstance(lower(Ask(TYPED, ROOM, ANN.user, FORM), can())[0], Whisper)
    assert lower(Ask(TYPED, ROOM, ANN.user, FORM), can(Capability.FORM)) == (Ask(TYPED, ROOM, ANN.user, FORM),)


@pytest.mark.parametrize(
    ("has", "deep"),
    [
        ([Capability.DEEP_LINK], True),
        ([Capability.DEEP_LINK, Capability.ALERT], True),
        ([Capability.DEEP_LINK, Capability.PRIVATE_ANSWER], False),
        ([], False),
    ],
)
def test_a_private_button_becomes_a_deep_link_only_where_its_answer_could_not_be_private(has, deep):
    (sent,) = lower(Send(ROOM, HI, ROWS), can(*has))
    (opened, link), (agree,) = sent.rows
    assert opened.deep is deep
    assert link == LINK
    assert not agree.deep


def test_buttons_that_are_nobodys_secret_stay_as_they_are():
    plain = Send(ROOM, HI, ((LINK, Button(say("agree"), Press())),))
    assert lower(plain, can(Capability.DEEP_LINK)) == (plain,)


def test_the_short_line_holds_nothing_but_the_way_to_the_content():
    assert shown(TO_LINE) == [say("line-something-for-you"), say("button-read")]
    ((button,),) = TO_LINE.rows
    assert (button.press, button.only, button.private) == (Reveal(SECRET, ROWS), ANN.user, True)


WHISPER = Whisper(ANN.user, SECRET, otherwise=LINE)


@pytest.mark.parametrize(
    ("action", "why", "instead"),
    [
        (PRIVATELY, Refusal.TOO_LATE, Whisper(ANN.user, SECRET, ROWS, otherwise=TO_LINE)),
        (PRIVATELY, Refusal.GONE, Whisper(ANN.user, SECRET, ROWS, otherwise=TO_LINE)),
        (PRIVATELY, Refusal.UNSUPPORTED, Whisper(ANN.user, SECRET, ROWS, otherwise=TO_LINE)),
        (PRIVATELY, Refusal.FORBIDDEN, None),
        (replace(PRIVATELY, audience=Audience.EVERYONE), Refusal.TOO_LATE, Send(ROOM, SECRET, ROWS)),
        (replace(PRIVATELY, audience=Audience.EVERYONE), Refusal.FORBIDDEN, None),
        (WHISPER, Refusal.UNREACHABLE, LINE),
        (WHISPER, Refusal.FORBIDDEN, None),
        (replace(WHISPER, otherwise=None), Refusal.UNREACHABLE, None),
        (LINE, Refusal.FORBIDDEN, None),
        (Delete((ref(),)), Refusal.GONE, None),
    ],
)
def test_after_a_no_there_is_one_thing_left_to_try_or_none(action, why, instead):
    assert after_refusal(action, Refused(why)) == instead


def test_capabilities_are_asked_by_name():
    assert Capability.BAN in can(Capability.BAN)
    assert Capability.KICK not in can(Capability.BAN)


def test_what_is_too_much_for_a_pop_up_is_said_aloud_only_among_staff():
    asked = replace(PRIVATELY, among_staff=True)
    assert after_refusal(asked, Refused(Refusal.UNSUPPORTED)) == replace(asked, audience=Audience.EVERYONE)
    assert isinstance(after_refusal(replace(asked, among_staff=False), Refused(Refusal.UNSUPPORTED)), Whisper)


def test_where_there_are_no_threads_a_conversation_begins_with_a_message_and_closing_is_nothing():
    thread = OpenThread(ROOM, "Ann", SECRET, ROWS, otherwise=LINE)
    assert lower(thread, can()) == (Send(ROOM, SECRET, ROWS, important=True),)
    assert lower(thread, can(Capability.THREADS)) == (thread,)
    assert lower(CloseThread(ROOM), can()) == ()
    assert lower(CloseThread(ROOM), can(Capability.THREADS)) == (CloseThread(ROOM),)


def test_where_there_are_no_more_threads_the_other_place_gets_it():
    thread = OpenThread(ROOM, "Ann", SECRET, otherwise=LINE)
    assert after_refusal(thread, Refused(Refusal.FORBIDDEN)) == LINE
    assert after_refusal(replace(thread, otherwise=None), Refused(Refusal.FORBIDDEN)) is None
