"""Choices, counts, and what people and staff see of them."""

import csv
import io
import json
import struct
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.ids import DISCORD
from bot.core.people import Rank
from bot.core.polls import Poll, PollKind, PollState
from bot.core.text import Lines, Say, plain
from bot.domain.polls.card import buttons, card, closed_card, manage_rows, outcome
from bot.domain.polls.choice import packed, pressed, unpacked
from bot.domain.polls.export import Ballot, as_csv, as_json
from bot.domain.polls.picture import picture
from bot.domain.polls.presses import ManagePoll, Unvote, Vote
from bot.domain.polls.result import counted
from bot.domain.polls.told import told
from tests.build import ANN, NOON, ROOM, room

POLL = Poll(
    1, ANN.user, "Ann", "Where?", ("here", "there", "=up"), PollKind.ONE, NOON, NOON + timedelta(days=1), (ROOM,)
)
BOTH = replace(POLL, places=(ROOM, room("d", on=DISCORD)))


def of(kind=PollKind.ONE, **more):
    return replace(POLL, kind=kind, **more)


def keys(body):
    match body:
        case Lines(parts):
            return [key for part in parts for key in keys(part)]
        case Say(key):
            return [key]
        case _:
            return [plain(body.spans)]


@pytest.mark.parametrize(
    ("kind", "before", "option", "after"),
    [
        (PollKind.ONE, (), 1, (1,)),
        (PollKind.ONE, (0,), 1, (1,)),
        (PollKind.ONE, (1,), 1, ()),
        (PollKind.SEVERAL, (2,), 1, (1, 2)),
        (PollKind.SEVERAL, (1, 2), 1, (2,)),
        (PollKind.RANKED, (2,), 1, (2, 1)),
        (PollKind.RANKED, (2, 1, 0), 1, (2, 0)),
        (PollKind.QUIZ, (), 1, (1,)),
        (PollKind.QUIZ, (0,), 1, (0,)),
    ],
)
def test_what_pressing_an_option_does(kind, before, option, after):
    assert pressed(kind, before, option) == after
    assert unpacked(packed(after)) == after


def test_counts_shares_and_winners():
    result = counted(POLL, {"0": 3, "1": 1}, 4, 2, final=False)
    assert (result.votes, result.winners, result.people, result.unlinked) == ((3, 1, 0), (0,), 4, 2)
    assert result.share(0) == 0.75
    several = counted(of(PollKind.SEVERAL), {"0,1": 2, "1": 1}, 3, 0, final=True)
    assert (several.votes, several.winners, several.share(1)) == ((2, 3, 0), (1,), 1.0)
    assert counted(POLL, {}, 0, 0, final=True).winners == ()
    assert counted(POLL, {}, 0, 0, final=True).share(0) == 0.0


def test_a_ranked_poll_shows_first_choices_until_it_is_over():
    values = {"0,1": 2, "1": 2, "2,1": 1}
    assert counted(of(PollKind.RANKED), values, 5, 0, final=False).run_off is None
    final = counted(of(PollKind.RANKED), values, 5, 0, final=True)
    assert (final.votes, final.winners) == ((2, 2, 1), (1,))
    assert "poll-run-off" in keys(closed_card(of(PollKind.RANKED), final))
    first = counted(of(PollKind.RANKED), {"0": 2}, 2, 0, final=True)
    assert "poll-run-off" not in keys(closed_card(of(PollKind.RANKED), first))


def test_without_a_quorum_nobody_wins():
    result = counted(of(quorum=5), {"0": 4}, 4, 0, final=True)
    assert outcome(of(quorum=5), result).key == "poll-no-quorum"
    assert not result.winners
    assert outcome(of(quorum=4), counted(of(quorum=4), {"0": 4}, 4, 0, final=True)).key == "poll-winner"


def test_who_won_is_said_in_a_sentence():
    assert outcome(POLL, counted(POLL, {}, 0, 0, final=True)).key == "poll-nobody"
    assert outcome(POLL, counted(POLL, {"0": 1, "2": 1}, 2, 0, final=True)).args["options"] == "here, =up"
    quiz = of(PollKind.QUIZ, right=1, explanation="It is so.")
    right = counted(quiz, {"0": 3, "1": 1}, 4, 0, final=True)
    assert outcome(quiz, right).args == {"option": "there", "count": 1}
    assert keys(closed_card(quiz, right))[-1] == "It is so."
    assert counted(of(PollKind.QUIZ), {"0": 1}, 1, 0, final=True).winners == ()


def test_a_card_shows_counts_unless_they_are_hidden():
    stands = counted(POLL, {"0": 1}, 1, 1, final=False)
    assert "▓" in " ".join(keys(card(POLL, stands)))
    hidden = card(of(hidden=True), stands)
    assert "▓" not in " ".join(keys(hidden))
    assert "poll-hidden" in keys(hidden)
    assert "poll-people-open" in keys(card(POLL, stands))
    assert "poll-people-anonymous-linked" in keys(card(replace(BOTH, anonymous=True), stands))


@pytest.mark.parametrize("many", [2, 4, 5, 8, 9, 20])
def test_a_card_of_any_size_fits_into_one_message_and_its_buttons_below_it(many):
    poll = of(options=tuple(f"{n}{'x' * 98}" for n in range(many)), question="q" * 300, kind=PollKind.RANKED)
    rows = buttons(poll)
    assert len(rows) <= 5
    assert all(len(row) <= 5 for row in rows)
    assert [b.press for row in rows for b in row] == [*(Vote(1, n) for n in range(many)), Unvote(1)]
    assert all(len(plain(b.label.spans)) <= 64 for row in rows[:-1] for b in row)
    assert all(button.rank is Rank.MEMBER for row in rows for button in row)
    shown = sum(len(line) + 1 for line in keys(card(poll, counted(poll, {}, 0, 0, final=False))))
    assert shown < 1900


def test_buttons_keep_their_names_and_no_other_poll_has_them():
    names = [b.name for row in buttons(POLL) for b in row]
    assert len(set(names)) == 3
    assert not set(names) & {b.name for row in buttons(replace(POLL, number=2)) for b in row}


def test_who_may_do_what_with_a_poll():
    open_now = replace(POLL, state=PollState.OPEN)
    (mine,) = manage_rows(open_now, Rank.MEMBER, only_author=True)
    assert [(b.press, b.only) for b in mine] == [(ManagePoll(1, "close"), ANN.user)]
    (staffs,) = manage_rows(POLL, Rank.MODERATOR, only_author=False)
    assert [b.press.how for b in staffs] == ["withdraw", "csv", "json"]
    assert all(b.rank is Rank.MODERATOR for b in staffs)


def words(body):
    return keys(body)[0]


def test_the_answer_names_a_choice_only_where_it_is_open():
    assert told(POLL, (1,)).args == {"options": "there"}
    assert told(of(PollKind.RANKED), (1, 0)).args == {"options": "there > here"}
    assert told(of(anonymous=True), (1,)) == Say("poll-counted")
    assert told(of(PollKind.RANKED, anonymous=True), (1, 0)).args == {"count": 2}
    assert told(POLL, ()).key == "poll-taken-back"
    assert len(told(of(PollKind.SEVERAL, options=("a" * 100, "b" * 100)), (0, 1)).args["options"]) == 100


def test_a_quiz_answers_at_once_unless_that_would_tell():
    quiz = of(PollKind.QUIZ, right=1, explanation="Because.")
    assert keys(told(quiz, (1,))) == ["poll-quiz-right", "Because."]
    assert keys(told(quiz, (0,))) == ["poll-quiz-wrong", "Because."]
    assert keys(told(replace(quiz, explanation=""), (0,))) == ["poll-quiz-wrong"]
    assert told(replace(quiz, hidden=True), (0,)).key == "poll-chosen"
    assert told(replace(quiz, anonymous=True), (0,)).key == "poll-counted"


BALLOTS = (Ballot("=Ann", "telegram:7", "2", 1),)


def test_an_open_poll_is_exported_with_names_that_no_spreadsheet_runs():
    result = counted(POLL, {"2": 1}, 1, 0, final=True)
    rows = list(csv.reader(io.StringIO(as_csv(POLL, result, BALLOTS).content)))
    assert ["'=up", "1", "1.0000"] in rows
    assert ["'=Ann", "telegram:7", "'=up", "1"] in rows
    told = json.loads(as_json(POLL, result, BALLOTS).content)
    assert told["ballots"] == [{"name": "=Ann", "account": "telegram:7", "choice": ["=up"], "weight": 1}]
    assert told["winners"] == ["=up"]


def test_an_anonymous_poll_is_exported_with_counts_alone_whatever_is_handed_in():
    secret = of(PollKind.RANKED, anonymous=True)
    result = counted(secret, {"2": 1}, 1, 0, final=True)
    for file in (as_csv(secret, result, BALLOTS), as_json(secret, result, BALLOTS)):
        assert "Ann" not in file.content
        assert "telegram:7" not in file.content
    assert json.loads(as_json(secret, result, ()).content)["rounds"] == [{"here": 0, "there": 0, "=up": 1}]


@pytest.mark.parametrize("many", [2, 20])
def test_the_picture_is_a_png_with_a_bar_for_each_option(many):
    poll = of(options=tuple(map(str, range(many))))
    file = picture(counted(poll, {"0": 3, "1": 1}, 4, 0, final=True), 1)
    width, height = struct.unpack(">II", file.data[16:24])
    assert file.data.startswith(b"\x89PNG")
    assert (file.name, width) == ("poll-1.png", 640)
    assert height > many * 30
