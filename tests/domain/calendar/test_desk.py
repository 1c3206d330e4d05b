"""The card of a post: its words, its places, and the buttons that make sense."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.adapters.files.locales import load_voices
from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.posts import Approval, CopyState, Post, PostCopy, PostState, Wording
from bot.core.text import plain
from bot.domain.calendar.desk import breaches_told, card, rows, slips_told
from bot.domain.calendar.mix import Breach, MixRule
from bot.domain.calendar.style import Guide, lint
from tests.fakes.town import LOCALES

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
EVA = UserRef(TELEGRAM, "1")
NEWS = Place(ChannelRef(TELEGRAM, "5"), SpaceRef(TELEGRAM, "5"), "7")
POST = Post(3, "Fair", EVA, "Eva", (Wording("Come."), Wording("Chodź.", "pl", "telegram")), ("news",), at=NOON)
ENGLISH = load_voices(LOCALES).of("en")


def buttons(post, copies=(), *, needs_approval=False):
    return [button.press.how for row in rows(post, copies, needs_approval=needs_approval) for button in row]


@pytest.mark.parametrize(
    ("state", "at", "needs", "shown"),
    [
        (PostState.DRAFT, NOON, False, ["schedule", "publish", "change", "word", "withdraw"]),
        (PostState.DRAFT, None, False, ["publish", "change", "word", "withdraw"]),
        (PostState.DRAFT, NOON, True, ["submit", "change", "word", "withdraw"]),
        (PostState.REVIEW, NOON, True, ["approve", "back", "change", "word", "withdraw"]),
        (PostState.SCHEDULED, NOON, True, ["publish", "change", "word", "withdraw"]),
        (PostState.WITHDRAWN, NOON, True, []),
    ],
)
def test_buttons_are_those_that_make_sense(state, at, needs, shown):
    assert buttons(replace(POST, state=state, at=at), needs_approval=needs) == shown


def test_what_failed_can_be_tried_again_even_while_the_next_time_waits():
    failed = PostCopy(3, NOON, NEWS, CopyState.FAILED, None, "forbidden")
    assert buttons(replace(POST, state=PostState.SCHEDULED), [failed])[0] == "retry"
    assert buttons(replace(POST, state=PostState.FAILED), [failed]).count("retry") == 1


def test_the_card_says_everything():
    agreed = Approval(EVA, "Eva", NOON, "m", alone=True)
    copies = [
        PostCopy(3, NOON, NEWS, CopyState.SENT, MessageRef(NEWS, "9")),
        PostCopy(3, NOON, NEWS, CopyState.FAILED, None, "forbidden"),
    ]
    shown = plain(ENGLISH(card(replace(POST, approval=agreed, pillar="people", rule="FREQ=DAILY"), copies)))
    for part in (
        "Post 3: Fair",
        "FREQ=DAILY",
        "[pl, telegram]",
        "people",
        "alone",
        "stands there",
        "do not have the right",
    ):
        assert part in shown
    plainly = plain(ENGLISH(card(replace(POST, by=None, at=None))))
    assert "Written by" not in plainly
    assert "When" not in plainly


def test_many_slips_are_counted():
    found = [("en", slip) for slip in lint("asap " * 12, "en", Guide(banned={"asap": ""}))]
    told = [plain(ENGLISH(one)) for one in slips_told(found)]
    assert len(told) == 9
    assert told[-1] == "and 4 more"
    assert told[0].endswith("rather: nothing.")
    assert len(slips_told(found[:2])) == 2


def test_what_does_not_fit_is_told():
    said = breaches_told([Breach(MixRule.OWNER, "3"), Breach(MixRule.AT_MOST, "3", "ads", "3", "2")])
    assert "3, at most 2" in plain(ENGLISH(said[1]))
