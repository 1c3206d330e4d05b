"""Exported chat, in the shapes that people have."""

import json
from datetime import UTC, datetime

import pytest

from bot.adapters.files.chat_export import ChatRefused, read_chat
from bot.core.ids import DISCORD, TELEGRAM, UserRef


@pytest.fixture
def read(tmp_path):
    def read(written):
        file = tmp_path / "chat.json"
        file.write_text(written if isinstance(written, str) else json.dumps(written), "utf-8")
        return read_chat(file)

    return read


TELEGRAM_CHAT = {
    "name": "Riverside",
    "type": "public_supergroup",
    "id": 77,
    "messages": [
        {"id": 1, "type": "service", "action": "join_group_by_link", "date": "2026-01-01T12:00:00", "text": ""},
        {
            "id": 3,
            "type": "message",
            "date": "2026-01-01T12:00:02",
            "date_unixtime": "1767268802",
            "from": "Ann",
            "from_id": "user7",
            "text": ["see ", {"type": "text_link", "text": "this", "href": "https://example.com"}, "!"],
            "forwarded_from": "Somebody",
            "via_bot": "@gif",
            "file_name": "plan.pdf",
        },
        {"id": 2, "type": "message", "date": "2026-01-01T12:00:01", "from": None, "from_id": "channel9", "text": "hi"},
    ],
}


def test_a_chat_of_telegram_desktop(read):
    first, second = read(TELEGRAM_CHAT)
    assert (first.message.text, first.message.author.name, first.message.author.is_channel) == ("hi", "?", True)
    assert first.message.sent_at == datetime(2026, 1, 1, 12, 0, 1, tzinfo=UTC)
    message = second.message
    assert (message.text, message.links, message.also) == ("see this!", ("https://example.com",), ("plan.pdf",))
    assert (message.author.user, message.author.name) == (UserRef(TELEGRAM, "7"), "Ann")
    assert (message.forwarded, message.via_bot) == (True, "gif")
    assert message.place.space.native == "77"


def test_all_chats_of_telegram_desktop(read):
    assert len(read({"about": "x", "chats": {"list": [TELEGRAM_CHAT, TELEGRAM_CHAT]}})) == 4


def test_a_channel_of_discord(read):
    (one,) = read(
        {
            "guild": {"id": "1"},
            "channel": {"id": "20", "name": "general"},
            "messages": [
                {
                    "id": "5",
                    "timestamp": "2026-01-01T12:00:00.5+00:00",
                    "content": "look",
                    "author": {"id": "70", "name": "dana", "nickname": "Dana", "isBot": False},
                    "attachments": [{"fileName": "a.png"}],
                    "embeds": [{"title": "T", "description": ""}],
                    "mentions": [{"id": "71", "name": "x"}],
                },
                {"id": "6", "timestamp": "2026-01-01T12:00:01+00:00", "content": "beep", "author": {"isBot": True}},
            ],
        }
    )
    message = one.message
    assert (message.text, message.also, message.author.name) == ("look", ("T", "a.png"), "Dana")
    assert (message.author.user, message.mentions) == (UserRef(DISCORD, "70"), (UserRef(DISCORD, "71"),))


def test_a_line_for_each_message(read):
    line = '{"text": "b", "author": "Ann", "at": "2026-01-01T12:00:00Z", "place": "lobby"}'
    first, second, third = read(f'{line}\n\n{{"text": "c"}}\n{{"text": "a", "at": "2026-01-01T11:00:00"}}\n')
    assert [one.message.text for one in (first, second, third)] == ["a", "b", "c"]
    assert (second.role, second.message.author.name, third.message.author.name) == ("lobby", "Ann", "somebody")


def test_one_line_alone_is_a_chat_too(read):
    assert [one.message.text for one in read('{"text": "a"}')] == ["a"]


@pytest.mark.parametrize(
    "written",
    [
        "nope",
        "[1, 2]",
        '{"text": 5}',
        '{"author": "x"}',
        '{"text": "a", "at": "soon"}',
        {"messages": [{"type": "message"}]},
        {"messages": 5},
        {"channel": {}, "messages": [{}]},
        {"chats": []},
    ],
)
def test_what_is_no_chat_is_refused_with_its_name(read, written):
    with pytest.raises(ChatRefused, match=r"chat\.json"):
        read(written)
