"""A reported message: the conversation it begins, its card, its verdict; pure, as tables."""

from dataclasses import replace

import pytest

from bot.core.cases import Evidence
from bot.core.complaints import Complaint, ComplaintState
from bot.core.conversations import Conversation, Fate, Priority, TalkKind, TalkState
from bot.core.people import Rank
from bot.core.text import Bold, Localised
from bot.domain.care.complaint import (
    MOST_WORDS,
    Open,
    Reported,
    begun,
    ended,
    face,
    is_settled,
    joined,
    joins,
    outcome,
    reporters,
    settled,
    waiting_line,
    written,
)
from bot.domain.care.conversation import edited, heard, merged, resolved, unheard
from bot.domain.care.department import Department
from bot.domain.care.desk import mirrored, person, title, transcript
from bot.domain.care.moves import Words
from bot.domain.care.passing import passed
from bot.domain.care.replies import drafted, released
from tests.build import ANN, BOB, BOSS, MOD, NOON, ROOM, SPACE, later, ref
from tests.domain.cases.test_cases import keys

PLAIN = Complaint(3, ANN.user, "Ann", NOON, conversation=8)
ABOUT = replace(PLAIN, about=BOB.user, about_name="Bob", space=SPACE, evidence=(Evidence("bad", message=ref("m")),))
JUDGED = settled(ABOUT, MOD, ComplaintState.DECLINED)
NAMELESS = replace(ANN, name="")
TALK = begun(ABOUT, NAMELESS, 8, NOON).now
CARD = ["inbox-state-open", "inbox-card-priority", "inbox-card-free"]


def pressed(talk, about):
    return [[button.label.key.removeprefix("button-") for button in row] for row in face(talk, Reported(about)).rows]


# --- its life


def test_it_begins_with_the_message_and_then_what_the_reporter_wrote():
    moved = begun(replace(ABOUT, text="look"), ANN, 8, later(hours=1), ("photo",))
    first, second = moved.said
    assert (first.what, first.message, first.carries, first.text, first.by) == (
        "reported",
        ref("m"),
        ("photo",),
        "",
        None,
    )
    assert (second.kind, second.text, second.by_name, second.fate) == (TalkKind.MEMBER, "look", "Ann", Fate.KEPT)
    talk = moved.now
    assert (talk.number, talk.report, talk.entries, talk.priority) == (8, 3, 2, Priority.HIGH)
    assert (talk.at, talk.waiting_since, talk.kept_from) == (NOON, NOON, None)
    assert begun(replace(ABOUT, for_managers=True), ANN, 8, NOON).now.kept_from == BOB.user
    assert begun(PLAIN, ANN, 8, NOON).said[0].message is None


def test_a_reporter_whom_the_team_is_not_to_know_has_no_name_whatever_she_says():
    assert TALK.is_nameless
    assert not Conversation(1, ANN.user, "", NOON, NOON).is_nameless, "only reports have no name"
    said = heard(TALK, ANN, Words("and again"), NOON)
    assert (said.now.person_name, said.said[0].by_name) == ("", "")
    assert unheard(TALK, ANN, Words("more"), NOON).said[0].by_name == ""
    assert edited(said.now, said.said[0], Words("anew"), NOON).said[0].by_name == ""
    assert joins(TALK, BOB, " me too ", NOON).said[-1].by_name == ""
    named = begun(ABOUT, ANN, 8, NOON).now
    assert joins(named, BOB, "me too", NOON).said[-1].by_name == "Bob"
    assert [entry.what for entry in joins(named, BOB, " ", NOON).said] == ["reported-too"]


def test_nothing_that_the_team_reads_tells_who_it_was():
    said = heard(TALK, ANN, Words("and again"), NOON).said[0]
    assert keys(mirrored(said)) == ["inbox-from", "Rich"]
    assert mirrored(said).parts[0].args["who"].key == person(TALK).key == "inbox-reporter"
    assert person(begun(ABOUT, ANN, 8, NOON).now) == Bold("Ann")
    told = transcript(TALK, (said,), written(Reported(ABOUT, ("photo",), "https://chat.example/m")))
    assert "Ann" not in told.content + title(TALK)
    assert str(ANN.user) not in told.content
    assert told.content.splitlines()[1:4] == [
        f"# reported: Bob ({BOB.user}) https://chat.example/m",
        "#   bad",
        "#   photo",
    ]


def test_a_transcript_tells_which_rules_were_broken_and_nothing_of_what_is_gone():
    assert written(Reported(replace(ABOUT, rules=("ads", "flood")))).splitlines()[0].endswith("[ads, flood]")
    assert written(Reported(PLAIN)) == "# reported:\n"


def test_a_verdict_settles_it_and_resolves_its_conversation():
    done = settled(ABOUT, BOSS, ComplaintState.UPHELD)
    assert (done.state, done.owner, outcome(done).key, outcome(done).args["number"]) == (
        ComplaintState.UPHELD,
        BOSS.user,
        "outcome-upheld",
        8,
    )
    over = ended(TALK, done, BOSS, NOON)
    assert (over.now.state, over.now.owner, [one.what for one in over.said]) == (
        TalkState.RESOLVED,
        BOSS.user,
        ["upheld", "resolved"],
    )
    hers = replace(TALK, owner=MOD.user, owner_name="Mo")
    assert ended(hers, done, BOSS, NOON).now.owner == MOD.user
    again = ended(over.now, done, BOSS, NOON)
    assert [one.what for one in again.said] == ["upheld"], "what is over does not end twice"
    by_itself = settled(replace(ABOUT, owner=MOD.user), None, ComplaintState.CLOSED)
    assert (by_itself.owner, is_settled(by_itself), is_settled(ABOUT)) == (MOD.user, True, False)


def test_only_a_verdict_ends_the_wait():
    asked = drafted(TALK, MOD, "When was that?", NOON)
    out = released(asked.now, asked.said[0], later(minutes=1)).now
    assert (out.state, out.waiting_since, out.answered_at) == (TalkState.OPEN, NOON, later(minutes=1))


def test_it_stays_a_conversation_of_its_own():
    other = Conversation(9, ANN.user, "Ann", NOON, NOON)
    assert merged(TALK, other, MOD, NOON, same_person=True).key == "complaint-stays"
    assert merged(other, TALK, MOD, NOON, same_person=True).key == "complaint-stays"
    sales = Department("sales", Localised({"en": "Sales"}))
    assert passed(TALK, MOD, sales, "", NOON).key == "complaint-stays"


def test_others_join_once_and_their_words_stand_beside_the_first():
    both = joined(joined(replace(ABOUT, text="one"), BOB.user, " two "), BOB.user)
    assert (both.others, both.text) == ((BOB.user,), "one\ntwo")
    assert joined(both, ANN.user).others == (BOB.user,)
    assert reporters(both) == (ANN.user, BOB.user)
    assert len(joined(both, ANN.user, "x" * 9000).text) == MOST_WORDS
    assert replace(both, conversation=None).known_as == 3


# --- its card


@pytest.mark.parametrize(
    ("complaint", "name", "more", "expected"),
    [
        (PLAIN, "", {}, ["complaint-title"]),
        (PLAIN, "Ann", {}, ["complaint-title", "complaint-by"]),
        (replace(PLAIN, text="x"), "", {}, ["complaint-title", "Rich"]),
        (ABOUT, "", {}, ["complaint-title-about", "complaint-message", "Rich"]),
        (PLAIN, "", {"things": ("photo",)}, ["complaint-title", "complaint-message", "inbox-carries"]),
        (PLAIN, "", {"link": "https://x.example"}, ["complaint-title", "complaint-message", "Rich"]),
        (replace(PLAIN, rules=("ads",)), "", {}, ["complaint-title", "complaint-rules"]),
        (replace(PLAIN, others=(BOB.user,)), "", {}, ["complaint-title", "complaint-reporters"]),
        (settled(PLAIN, MOD, ComplaintState.CLOSED), "", {}, ["complaint-title", "complaint-state-closed"]),
        (settled(PLAIN, None, ComplaintState.CLOSED), "", {}, ["complaint-title"]),
    ],
)
def test_what_staff_read(complaint, name, more, expected):
    talk = begun(complaint, replace(ANN, name=name), 8, NOON).now
    talk = replace(talk, owner=None, owner_name="")
    assert keys(face(talk, Reported(complaint, **more)).body) == [*expected, *CARD]


@pytest.mark.parametrize(
    ("complaint", "changes", "expected"),
    [
        (PLAIN, {}, [["reply", "claim"], ["uphold", "decline"]]),
        (ABOUT, {}, [["delete", "warn"], ["mute", "ban"], ["reply", "claim"], ["uphold", "decline"]]),
        (replace(ABOUT, evidence=()), {}, [["warn", "mute"], ["ban"], ["reply", "claim"], ["uphold", "decline"]]),
        (ABOUT, {"owner": MOD.user}, [["delete", "warn"], ["mute", "ban"], ["reply"], ["uphold", "decline"]]),
        (JUDGED, {"state": TalkState.RESOLVED}, [["reply"]]),
        (JUDGED, {}, [["reply", "claim"], ["resolve"]]),
    ],
    ids=["about nobody", "new", "without the message", "taken", "over", "opened again"],
)
def test_what_staff_can_press(complaint, changes, expected):
    talk = replace(TALK, **changes)
    assert pressed(talk, complaint) == expected
    buttons = [button for row in face(talk, Reported(complaint)).rows for button in row]
    assert {one.rank for one in buttons} == {Rank.MODERATOR}
    acts = [one for one in buttons if getattr(one.press, "how", "") in {"delete", "warn", "mute", "ban"}]
    assert {one.space for one in acts} <= {complaint.space}
    assert {one.space for one in buttons if one not in acts} == {None}, "on any messenger"


def test_what_is_about_a_moderator_is_for_managers():
    about_staff = replace(ABOUT, for_managers=True)
    assert {(b.rank, b.space) for row in face(TALK, Reported(about_staff)).rows for b in row} == {(Rank.MANAGER, SPACE)}
    line = waiting_line(ROOM, about_staff)
    assert keys(line.body) == ["complaint-waits"]
    assert set(line.body.args) == {"number"}
    assert (line.rows[0][0].press, line.rows[0][0].rank) == (Open(3), Rank.MANAGER)


def test_an_end_without_a_verdict_is_one_like_any_other():
    assert resolved(TALK, MOD, NOON).now.state is TalkState.RESOLVED
