"""The pretend Telegram keeps Telegram's own rules, or the tests built on it would prove nothing."""

import asyncio
import json

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, RetryAfter

from tests.wire import telegram_faults as trouble
from tests.wire.telegram_people import marks
from tests.wire.telegram_schema import faults_of_update
from tests.wire.telegram_server import TOKEN, running
from tests.wire.telegram_state import NotAllowedError
from tests.wire.witnesses import WaitedInVainError

ANA, BOB, MIRA, CREW = 11, 12, 13, -1001
EVERYTHING = ["message", "edited_message", "callback_query", "chat_member", "my_chat_member"]


@pytest.fixture
async def server():
    async with running() as server:
        people = server.people
        people.person(ANA, "Ana", language="pl")
        people.person(BOB, "Bob")
        people.person(MIRA, "Mira")
        people.group(CREW, "Riverside", members=(ANA, BOB), owner=MIRA, is_forum=True)
        yield server


@pytest.fixture
async def call(server):
    """Call a method as any client would, with form fields; the answer's status and body."""
    async with aiohttp.ClientSession() as http:

        async def call(method, token=TOKEN, **params):
            fields = {k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()}
            async with http.post(f"{server.url}/bot{token}/{method}", data=fields) as response:
                return response.status, await response.json(content_type=None)

        yield call


async def taken(call, **params):
    status, body = await call("getUpdates", **params)
    return [next(k for k in u if k != "update_id") for u in body["result"]] if status == 200 else body


async def test_updates_stay_until_the_offset_passes_them(server, call):
    server.people.say(CREW, ANA, "one")
    server.people.say(CREW, ANA, "two")
    _, first = await call("getUpdates")
    _, again = await call("getUpdates")
    assert first == again
    _, rest = await call("getUpdates", offset=first["result"][0]["update_id"] + 1)
    assert [u["message"]["text"] for u in rest["result"]] == ["two"]
    assert server.confirmed(first["result"][0]["update_id"])


async def test_updates_nobody_asked_for_never_arrive(server, call):
    server.people.leave(CREW, BOB)
    assert await taken(call) == []
    await call("getUpdates", allowed_updates=EVERYTHING)
    server.people.join(CREW, BOB)
    assert await taken(call) == ["chat_member", "message"]


async def test_a_bot_that_is_no_admin_hears_no_chat_member(server, call):
    await call("getUpdates", allowed_updates=EVERYTHING)
    server.people.set_bot_rights(CREW, by=MIRA)
    server.people.add_bot(CREW, by=MIRA)
    server.people.leave(CREW, BOB)
    assert await taken(call) == ["my_chat_member", "my_chat_member"]


async def test_a_long_poll_ends_with_the_first_update(server, call):
    poll = asyncio.create_task(call("getUpdates", timeout=5))
    await server.until(lambda: server.updates._poller)
    server.people.say(CREW, ANA, "hi")
    _, body = await poll
    assert body["result"][0]["message"]["text"] == "hi"


async def test_a_second_poller_ends_the_first_with_409(server, call):
    first = asyncio.create_task(call("getUpdates", timeout=5))
    await server.until(lambda: server.updates._poller)
    await call("getUpdates")
    status, body = await first
    assert status == 409
    assert "terminated by other getUpdates" in body["description"]


@pytest.mark.parametrize(
    ("method", "params", "code", "words"),
    [
        ("sendMessage", {"chat_id": ANA, "text": "hi"}, 403, "can't initiate conversation"),
        ("sendMessage", {"chat_id": 999, "text": "hi"}, 400, "chat not found"),
        ("sendMessage", {"chat_id": CREW, "text": "  "}, 400, "text is empty"),
        ("sendMessage", {"chat_id": CREW, "text": "😀" * 2049}, 400, "too long"),
        ("sendMessage", {"chat_id": CREW, "text": "a", "tekst": "b"}, 400, "unknown parameters"),
        ("sendMessage", {"chat_id": CREW}, 400, "text"),
        ("sendMessage", {"chat_id": CREW, "text": "a", "message_thread_id": 1}, 400, "thread not found"),
        ("sendMessage", {"chat_id": CREW, "text": "a", "parse_mode": "HTML"}, 400, "entities only"),
        ("restrictChatMember", {"chat_id": CREW, "user_id": MIRA, "permissions": {}}, 400, "chat owner"),
        ("banChatMember", {"chat_id": CREW, "user_id": 555}, 400, "PARTICIPANT_ID_INVALID"),
        ("deleteMessages", {"chat_id": CREW, "message_ids": list(range(101))}, 400, "wrong number"),
        ("setMyCommands", {"commands": [{"command": "a-b", "description": "x"}]}, 400, "COMMAND_INVALID"),
        ("noSuchThing", {}, 404, "Not Found"),
    ],
)
async def test_what_telegram_refuses_is_refused(call, method, params, code, words):
    status, body = await call(method, **params)
    assert status == code
    assert words in body["description"]


async def test_a_wrong_token_is_unauthorized(call):
    assert (await call("getMe", token="123456:wrong"))[0] == 401


async def test_a_person_who_started_the_bot_can_be_written_to_until_she_blocks_it(server, call):
    server.people.start(ANA, "appeal-1")
    assert (await call("sendMessage", chat_id=ANA, text="hello"))[0] == 200
    server.people.block(ANA)
    status, body = await call("sendMessage", chat_id=ANA, text="hello")
    assert (status, body["description"]) == (403, "Forbidden: bot was blocked by the user")


async def test_a_muted_member_cannot_write_and_can_again_afterwards(server, call):
    await call("restrictChatMember", chat_id=CREW, user_id=ANA, permissions={"can_send_messages": False})
    with pytest.raises(NotAllowedError):
        server.people.say(CREW, ANA, "hm")
    usual = server.state.chats[CREW].permissions
    await call("restrictChatMember", chat_id=CREW, user_id=ANA, permissions=usual)
    assert server.people.say(CREW, ANA, "hm")


async def test_a_ban_takes_the_messages_and_keeps_her_out(server, call):
    number = server.people.say(CREW, BOB, "spam")
    await call("banChatMember", chat_id=CREW, user_id=BOB)
    assert not server.exists(CREW, number)
    with pytest.raises(NotAllowedError):
        server.people.join(CREW, BOB)
    await call("unbanChatMember", chat_id=CREW, user_id=BOB, only_if_banned=True)
    assert server.people.join(CREW, BOB)


async def test_an_unban_of_a_present_member_throws_her_out_unless_only_if_banned(server, call):
    await call("unbanChatMember", chat_id=CREW, user_id=ANA, only_if_banned=True)
    assert server.people.say(CREW, ANA, "still here")
    await call("unbanChatMember", chat_id=CREW, user_id=ANA)
    assert server.state.membership(server.state.chats[CREW], ANA).status == "left"


async def test_rights_are_needed_to_delete_what_others_wrote(server, call):
    theirs = server.people.say(CREW, ANA, "hi")
    server.people.set_bot_rights(CREW, "can_restrict_members", by=MIRA)
    assert (await call("deleteMessage", chat_id=CREW, message_id=theirs))[0] == 400
    server.people.set_bot_rights(CREW, "can_delete_messages", by=MIRA)
    assert (await call("deleteMessages", chat_id=CREW, message_ids=[theirs, 4000]))[0] == 200
    assert not server.exists(CREW, theirs)


async def test_privacy_mode_hides_what_is_not_meant_for_a_plain_member_bot(server, call):
    server.state.reads_all = False
    server.people.add_bot(CREW, by=MIRA)
    await call("getUpdates", offset=-1)
    server.people.say(CREW, ANA, "between us")
    server.people.say(CREW, ANA, "/help")
    _, body = await call("getUpdates", allowed_updates=["message"])
    assert [u["message"]["text"] for u in body["result"] if "message" in u] == ["/help"]


async def test_topics_look_as_odd_as_they_do_on_telegram(server, call):
    thread = server.people.topic(CREW, "Ideas")
    server.people.say(CREW, ANA, "in a topic", thread=thread)
    _, body = await call("getUpdates")
    message = body["result"][0]["message"]
    assert message["is_topic_message"]
    assert "forum_topic_created" in message["reply_to_message"]
    assert (await call("sendMessage", chat_id=CREW, text="a", message_thread_id=thread))[0] == 200


async def test_a_button_is_answered_once_and_late_answers_are_refused(server, call):
    markup = {"inline_keyboard": [[{"text": "Agree", "callback_data": "v1.1"}]]}
    _, body = await call("sendMessage", chat_id=CREW, text="Rules", reply_markup=markup)
    query = server.people.press(CREW, body["result"]["message_id"], ANA, "Agree")
    assert (await call("answerCallbackQuery", callback_query_id=query, text="Thanks"))[0] == 200
    assert server.state.callbacks[query]["text"] == "Thanks"
    assert (await call("answerCallbackQuery", callback_query_id=query))[0] == 400


async def test_a_menu_is_the_narrowest_one_in_ones_own_language(server, call):
    await call("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    await call("setMyCommands", commands=[{"command": "help", "description": "Pomoc"}], language_code="pl")
    staff = {"type": "all_chat_administrators"}
    await call("setMyCommands", commands=[{"command": "ban", "description": "Ban"}], scope=staff)
    assert server.api.menu(CREW, ANA) == {"help": "Pomoc"}
    assert server.api.menu(CREW, BOB) == {"help": "Help"}
    assert server.api.menu(CREW, MIRA) == {"ban": "Ban"}


async def test_the_same_update_can_come_twice_and_a_broken_one_can_come(server, call):
    server.people.say(CREW, ANA, "hi")
    _, body = await call("getUpdates")
    last = body["result"][0]["update_id"]
    server.updates.repeat(last)
    server.updates.push_raw({"message": 42})
    _, body = await call("getUpdates")
    assert [u["update_id"] for u in body["result"]] == [last, last, last + 1]
    server.updates.history.clear()  # so that the strict end does not complain about the broken one


async def test_faults_come_when_they_are_ordered_and_are_used_up(server, call):
    server.trouble.add("getMe", trouble.Flood(3))
    server.trouble.add("getMe", trouble.Answers(500, "Internal Server Error"))
    server.trouble.add("getMe", trouble.Html(502))
    status, body = await call("getMe")
    assert (status, body["parameters"]) == (429, {"retry_after": 3})
    assert (await call("getMe"))[0] == 500
    with pytest.raises(ValueError, match="Expecting value"):
        await call("getMe")
    server.trouble.add("getMe", trouble.Cut())
    with pytest.raises(aiohttp.ClientError):
        await call("getMe")
    assert (await call("getMe"))[0] == 200
    assert [c.code for c in server.calls_of("getMe")] == [429, 500, 502, 499, 200]


async def test_a_lost_answer_leaves_the_work_done(server, call):
    server.trouble.add("sendMessage", trouble.CutAfter())
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=CREW, text="hello")
    assert server.texts(CREW) == ["hello"]


async def test_one_flooded_chat_does_not_flood_another(server, call):
    server.people.start(ANA)
    server.trouble.flood_chat(CREW, 30)
    assert (await call("sendMessage", chat_id=CREW, text="a"))[0] == 429
    assert (await call("sendMessage", chat_id=ANA, text="a"))[0] == 200


async def test_python_telegram_bot_understands_this_server(server, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    bot = Bot(TOKEN, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")
    async with bot:
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
        sent = await bot.send_message(CREW, "hi", reply_markup=keyboard)
        assert sent.chat.title == "Riverside"
        held = await bot.get_chat_member(CREW, MIRA)
        assert held.status == "creator"
        document = await bot.send_document(CREW, b"version: 1", filename="community.yaml")
        file = await bot.get_file(document.document.file_id)
        assert await file.download_as_bytearray() == b"version: 1"
        with pytest.raises(Forbidden):
            await bot.send_message(ANA, "hi")
        with pytest.raises(BadRequest):
            await bot.delete_message(CREW, 4000)
        server.trouble.flood_chat(CREW, 5)
        with pytest.raises(RetryAfter):
            await bot.send_message(CREW, "hi")


async def test_special_senders_look_as_on_telegram(server, call):
    server.people.say_anonymously(CREW, "as the group")
    server.people.say_as_channel(CREW, -1009, "News", "as a channel")
    server.people.forward_from_linked_channel(CREW, -1009, "News", "from the channel")
    _, body = await call("getUpdates")
    assert [u["message"]["from"]["id"] for u in body["result"]] == [1087968824, 136817688, 777000]


async def test_migration_tells_the_new_number(server, call):
    server.people.group(-44, "Small", members=(ANA,), kind="group")
    server.people.migrate(-44, -1044)
    status, body = await call("sendMessage", chat_id=-44, text="hi")
    assert (status, body["parameters"]) == (400, {"migrate_to_chat_id": -1044})


def test_marks_count_in_utf16_units():
    assert marks("😀 /ban@x @mira_b") == [
        {"type": "bot_command", "offset": 3, "length": 6},
        {"type": "mention", "offset": 10, "length": 7},
    ]


async def test_who_waits_in_vain_reads_the_last_calls_and_what_was_not_fetched(server, call):
    server.people.start(ANA)
    await call("sendMessage", chat_id=ANA, text="Hello, Ana")
    server.people.say(ANA, ANA, "anybody there?")
    with pytest.raises(WaitedInVainError) as told:
        await server.until(lambda: False, 0.05, "an answer")
    said = str(told.value)
    assert said.startswith("an answer did not come about within 0.05 s")
    assert "sendMessage" in said
    assert "Hello, Ana" in said
    assert f"message in {ANA} from {ANA}: 'anybody there?'" in said
    assert "not asking for updates" in said


def test_updates_that_differ_in_numbers_and_words_only_are_judged_once_and_all_others_for_themselves():
    chat = {"id": CREW, "type": "supergroup", "title": "Riverside"}
    message = {"message_id": 1, "date": 5, "chat": chat, "text": "hello"}
    assert faults_of_update({"update_id": 1, "message": message}) == []
    assert faults_of_update({"update_id": 2, "message": message | {"text": "and again", "message_id": 2}}) == []
    assert faults_of_update({"update_id": 3, "message": message | {"mood": "fine"}})
    assert faults_of_update({"update_id": 4, "message": message | {"chat": chat | {"is_forum": "perhaps"}}})
    assert faults_of_update({"update_id": 5, "message": message | {"message_id": "one"}})
