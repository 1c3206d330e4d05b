"""Files in a conversation: what is kept of them, which are new after an edit, and how each side reads of them."""

from dataclasses import replace

import pytest

from bot.core.attachments import Attachment, Enclosure
from bot.core.conversations import TalkEntry, TalkKind, files_of
from bot.core.ids import TELEGRAM
from bot.core.text import Say, say
from bot.domain.care import conversation as care
from bot.domain.care import desk, moves, replies
from tests.build import ANN, MOD, NOON, post

PHOTO = Enclosure(TELEGRAM, "photo:1", "a.jpg", Attachment.PHOTO, 2_500)
ENTRY = TalkEntry(3, 1, TalkKind.MEMBER, NOON, "help", ANN.user, "Ann", carries=("poll",), enclosures=(PHOTO,))
TALK = care.opened(3, ANN, NOON)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "a.jpg"),
        (1, "a.jpg (1 B)"),
        (999, "a.jpg (999 B)"),
        (2_500, "a.jpg (2 kB)"),
        (34_000_000, "a.jpg (34.0 MB)"),
    ],
)
def test_a_size_is_written_as_people_read_it(size, shown):
    assert replace(PHOTO, size=size).shown == shown


def test_a_file_is_kept_once_and_what_is_none_in_words():
    message = replace(
        post("look", by=ANN),
        attachments=3,
        carries=frozenset({Attachment.PHOTO, Attachment.POLL}),
        also=("a.jpg", "Tea or coffee?"),
        enclosures=(PHOTO,),
    )
    words = moves.words_of(message)
    assert words.carries == ("2 files", "poll", "Tea or coffee?")
    assert words.enclosures == (PHOTO,)
    moved = care.heard(TALK, ANN, words, NOON)
    assert moved.said[0].things == ("2 files", "poll", "Tea or coffee?", "a.jpg (2 kB)")


def test_an_edit_tells_new_files_from_those_that_only_got_another_id():
    same, new = replace(PHOTO, native="photo:2"), replace(PHOTO, name="b.jpg")
    assert care.added((PHOTO,), (same, new)) == (1,)
    unchanged = care.edited(TALK, ENTRY, moves.Words("help", enclosures=(same,)), NOON)
    assert isinstance(unchanged, Say)
    assert care.edited(TALK, ENTRY, moves.Words("help", enclosures=(same, new)), NOON).said[0].enclosures == (same, new)


def test_an_answer_may_be_a_file_alone_but_not_nothing_and_not_too_long():
    assert replies.drafted(TALK, MOD, " ", NOON, (PHOTO,)).said[0].enclosures == (PHOTO,)
    assert replies.drafted(TALK, MOD, " ", NOON).key == "inbox-empty"
    assert replies.drafted(TALK, MOD, "x" * 4001, NOON).key == "inbox-too-long"


def test_both_sides_read_of_a_file_and_of_one_that_did_not_come():
    why = say("refusal-too-large")
    assert desk.sent_on(ENTRY, PHOTO).args["file"] == desk.sent_to(PHOTO, "Riverside").args["file"] == "a.jpg (2 kB)"
    assert [part.key for part in desk.not_sent_on(ENTRY, PHOTO, why).parts] == [why.key, "inbox-file-lost"]
    assert desk.never_came(ENTRY, PHOTO, why).parts[1].key == "inbox-file-not-passed-on"
    assert desk.never_came(replace(ENTRY, kind=TalkKind.TEAM), PHOTO, why).parts[1].key == "inbox-file-not-for-you"
    alone = replace(ENTRY, text="", carries=())
    assert len(desk.answer(alone, "Riverside", signed=False).parts) == 1
    assert len(desk.held(alone, 10).parts[1].parts) == 1


def test_messages_with_files_are_numbered_where_no_entry_and_no_thread_is():
    assert [files_of(seq) for seq in (1, 2)] == [-2, -3]
