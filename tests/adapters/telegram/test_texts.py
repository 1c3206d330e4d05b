"""Spam hides wherever a reader looks: every such place is read, with its links."""

import pytest

from bot.adapters.telegram import texts
from bot.adapters.telegram.chats import Chats
from bot.core.attachments import Attachment
from tests.adapters.telegram.desk import MemoryShelf


def message(**fields):
    return {"message_id": 1, "date": 1, "chat": {"id": -1001, "type": "supergroup"}, **fields}


HIDING_PLACES = [
    ({"caption": "casino", "photo": [{"file_id": "x"}]}, "text"),
    ({"poll": {"question": "casino", "options": []}}, "also"),
    ({"poll": {"question": "q", "options": [{"text": "casino", "voter_count": 0}]}}, "also"),
    ({"poll": {"question": "q", "options": [], "explanation": "casino"}}, "also"),
    ({"reply_markup": {"inline_keyboard": [[{"text": "casino", "url": "https://x.example"}]]}}, "also"),
    ({"document": {"file_id": "x", "file_name": "casino"}}, "also"),
    ({"audio": {"file_id": "x", "title": "casino"}}, "also"),
    ({"audio": {"file_id": "x", "performer": "casino"}}, "also"),
    ({"quote": {"text": "casino", "position": 0}}, "also"),
    ({"external_reply": {"origin": {"type": "hidden_user", "sender_user_name": "casino"}}}, "also"),
    ({"forward_origin": {"type": "channel", "chat": {"id": -1, "title": "casino"}}}, "also"),
    ({"forward_origin": {"type": "hidden_user", "sender_user_name": "casino"}}, "also"),
    ({"contact": {"phone_number": "1", "first_name": "casino"}}, "also"),
    ({"venue": {"title": "casino", "address": "x"}}, "also"),
    ({"venue": {"title": "x", "address": "casino"}}, "also"),
    ({"game": {"title": "x", "description": "casino"}}, "also"),
    ({"checklist": {"title": "x", "tasks": [{"id": 1, "text": "casino"}]}}, "also"),
    ({"sticker": {"file_id": "x", "set_name": "casino"}}, "also"),
    ({"forum_topic_created": {"name": "casino", "icon_color": 1}}, "also"),
    ({"rich_message": {"blocks": [{"type": "paragraph", "text": [{"text": "casino"}]}]}}, "also"),
]


@pytest.mark.parametrize(("fields", "where"), HIDING_PLACES, ids=lambda value: next(iter(value), None))
def test_a_word_is_found_in_each_place_a_reader_looks(fields, where):
    raw = message(**fields)
    assert texts.says_something(raw)
    found = texts.own_text(raw) if where == "text" else texts.other_texts(raw)
    assert "casino" in found


def test_the_bot_a_message_came_through_is_named():
    via = {"id": 5, "is_bot": True, "first_name": "Coins", "username": "coins_bot"}
    assert "@coins_bot" in texts.other_texts(message(text="hi", via_bot=via))


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        ({"text": "see x.example", "entities": [{"type": "url", "offset": 4, "length": 9}]}, "x.example"),
        (
            {
                "text": "😀 here",
                "entities": [{"type": "text_link", "offset": 3, "length": 4, "url": "https://x.example"}],
            },
            "https://x.example",
        ),
        (
            {"caption": "😀 x.example", "caption_entities": [{"type": "url", "offset": 3, "length": 9}]},
            "x.example",
        ),
        ({"reply_markup": {"inline_keyboard": [[{"text": "a", "url": "tg://join?invite=x"}]]}}, "tg://join?invite=x"),
        ({"text": "a", "link_preview_options": {"url": "https://x.example"}}, "https://x.example"),
        (
            {"quote": {"text": "q", "entities": [{"type": "text_link", "url": "https://x.example"}]}},
            "https://x.example",
        ),
    ],
)
def test_links_are_found_however_they_are_shown(fields, link):
    assert link in texts.links(message(**fields))


async def test_people_named_are_known_by_number():
    chats = Chats(MemoryShelf())
    chats.remember({"id": 7, "username": "Bob_B"})
    raw = message(
        text="@bob_b and Ana @stranger",
        entities=[
            {"type": "mention", "offset": 0, "length": 6},
            {"type": "text_mention", "offset": 11, "length": 3, "user": {"id": 9, "first_name": "Ana"}},
            {"type": "mention", "offset": 15, "length": 9},
        ],
    )
    assert texts.mentioned(raw, chats) == (7, 9)


async def test_people_named_whom_nobody_knows_are_counted():
    chats = Chats(MemoryShelf())
    chats.remember({"id": 7, "username": "Bob_B"})
    names = "@bob_b @one @One @two"
    marks = [
        {"type": "mention", "offset": names.index(n), "length": len(n)} for n in ("@bob_b", "@one", "@One", "@two")
    ]
    assert texts.strangers(message(text=names, entities=marks), chats) == 2
    assert texts.strangers(message(text="nobody"), chats) == 0


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({"text": "hi"}, set()),
        ({"photo": [{"file_id": "x"}]}, {Attachment.PHOTO}),
        ({"document": {"file_id": "x", "file_name": "a.jpg.EXE", "mime_type": "image/jpeg"}}, {Attachment.PROGRAM}),
        ({"document": {"file_id": "x"}}, {Attachment.FILE}),
        ({"animation": {"file_id": "x"}, "document": {"file_id": "x", "file_name": "a.mp4"}}, {Attachment.ANIMATION}),
        ({"video_note": {"file_id": "x"}}, {Attachment.VIDEO}),
        ({"venue": {"title": "x"}, "location": {}}, {Attachment.LOCATION}),
        ({"poll": {"question": "q", "options": []}}, {Attachment.POLL}),
        ({"contact": {"phone_number": "1"}}, {Attachment.CONTACT}),
        ({"story": {"id": 1}}, {Attachment.STORY}),
    ],
)
def test_what_hangs_on_a_message_is_known_by_its_kind(fields, kinds):
    assert texts.carries(message(**fields)) == kinds


@pytest.mark.parametrize(
    ("fields", "bot"),
    [
        ({}, ""),
        ({"via_bot": {"id": 5, "is_bot": True, "first_name": "Coins", "username": "coins_bot"}}, "coins_bot"),
        ({"via_bot": {"id": 5, "is_bot": True, "first_name": "Coins"}}, "5"),
    ],
)
def test_the_bot_that_wrote_for_somebody_is_known(fields, bot):
    assert texts.via_bot(message(text="hi", **fields)) == bot


def test_service_messages_say_nothing():
    assert not texts.says_something(message(pinned_message=message(text="casino")))
    assert not texts.says_something(message(new_chat_title="casino"))


def test_a_message_made_to_exhaust_is_read_only_so_far():
    options = [{"text": f"option {n}"} for n in range(100_000)]
    assert len(texts.other_texts(message(poll={"question": "q", "options": options}))) <= texts.MOST_TEXTS


def test_an_entity_beyond_the_text_or_within_a_pair_does_no_harm():
    assert texts.slice_of("😀x", {"offset": 1, "length": 50}) == "\ufffdx"
    assert texts.slice_of("abc", {"offset": 9, "length": 5}) == ""
