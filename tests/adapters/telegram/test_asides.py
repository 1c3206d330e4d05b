"""Reactions and forum topics on Telegram."""

import pytest

from bot.core.actions import CloseThread, OpenThread, RemoveThread
from bot.core.capabilities import Capability
from bot.core.events import MessagePosted, ReactionChanged, ThreadNamed
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import Rich
from tests.adapters.telegram.desk import ANA, BOB, CREW, message_ref, place, user
from tests.wire import telegram_faults as trouble


def topic(server, thread, by, **what):
    chat, person = server.state.chats[CREW], server.state.persons[by]
    message = {"message_id": thread, "date": server.state.now(), "chat": chat.json(), "from": person.json()}
    server.updates.push_raw({"message": message | {"message_thread_id": thread, "is_topic_message": True} | what})


async def test_a_reaction_is_heard_with_who_added_it(server, desk):
    number = server.people.say(CREW, ANA, "look")
    server.people.react(CREW, number, BOB, "👀")
    event = await desk.next(ReactionChanged)
    assert (event.by.user, event.emoji, event.message) == (user(BOB), "👀", message_ref(CREW, number))


@pytest.mark.parametrize(
    "change",
    [
        {"old_reaction": [{"type": "emoji", "emoji": "👀"}], "new_reaction": []},
        {"old_reaction": [{"type": "paid"}], "new_reaction": [{"type": "paid"}]},
        {"user": None, "actor_chat": {"id": CREW, "type": "supergroup", "title": "Crew"}},
        {"chat": {"id": ANA, "type": "private", "first_name": "Ana"}},
    ],
)
async def test_reactions_taken_back_unnamed_or_in_private_are_none(server, desk, change):
    number = server.people.say(CREW, ANA, "look")
    chat = server.state.chats[CREW].json()
    content = {"chat": chat, "message_id": number, "date": server.state.now(), "old_reaction": []}
    content |= {"user": server.state.persons[BOB].json()}
    content |= {"new_reaction": [{"type": "custom_emoji", "custom_emoji_id": "7"}]} | change
    server.updates.push_raw({"message_reaction": {k: v for k, v in content.items() if v is not None}})
    server.people.react(CREW, number, BOB, "x")
    assert (await desk.next(ReactionChanged)).emoji == "x"


async def test_a_topic_is_heard_when_it_is_opened_and_when_it_is_called_otherwise(server, desk):
    topic(server, 900, ANA, forum_topic_created={"name": "bread", "icon_color": 1})
    opened = await desk.next(ThreadNamed)
    assert (opened.title, opened.by.user, opened.place) == ("bread", user(ANA), place(CREW, "900"))
    topic(server, 900, BOB, forum_topic_edited={"name": "cake"})
    renamed = await desk.next(ThreadNamed, 2)
    assert (renamed.title, renamed.by.user, renamed.renamed) == ("cake", user(BOB), False)
    topic(server, 900, BOB, forum_topic_edited={"icon_custom_emoji_id": "1"})
    await desk.next(MessagePosted, 3)
    assert len(desk.of(ThreadNamed)) == 2


async def test_a_topic_goes_and_one_that_is_gone_counts_as_removed(server, desk):
    server.state.chats[CREW].is_forum = True
    thread = server.people.topic(CREW, "bread")
    assert await desk.perform(RemoveThread(place(CREW, str(thread)))) == Done()
    assert thread not in server.state.chats[CREW].topics
    assert await desk.perform(RemoveThread(place(CREW, str(thread)))) == Done()


async def test_what_is_no_topic_or_may_not_be_deleted_stays(server, desk):
    assert await desk.perform(RemoveThread(place(CREW))) == Refused(Refusal.UNSUPPORTED, "this is no topic")
    server.trouble.add("deleteForumTopic", trouble.Answers(400, "Bad Request: not enough rights"))
    refused = await desk.perform(RemoveThread(place(CREW, "5")))
    assert refused.why is Refusal.FORBIDDEN


async def test_a_topic_is_opened_with_words_and_closed_and_opened_again(server, desk):
    chat = server.state.chats[CREW]
    chat.is_forum = True
    chat.members[server.state.me.id].rights["can_manage_topics"] = True
    assert Capability.THREADS in await desk.platform.capabilities(place(CREW))
    opened = await desk.perform(OpenThread(place(CREW), "#1  " + "Ann " * 99, Rich(("hello",))))
    thread = int(opened.message.place.thread)
    assert len(chat.topics[thread]["name"]) <= 128
    said = chat.messages[int(opened.message.native)]
    assert (said["text"], said["message_thread_id"]) == ("hello", thread)
    assert await desk.perform(CloseThread(opened.message.place)) == Done()
    assert chat.topics[thread]["closed"]
    assert await desk.perform(CloseThread(opened.message.place, reopen=True)) == Done()
    assert await desk.perform(CloseThread(opened.message.place, reopen=True)) == Done()
    assert not chat.topics[thread]["closed"]


async def test_a_group_without_topics_says_so_when_it_is_asked_for_one(server, desk):
    refused = await desk.perform(OpenThread(place(CREW), "Ann", Rich(("hello",))))
    assert isinstance(refused, Refused)
    assert await desk.perform(CloseThread(place(CREW))) == Refused(Refusal.UNSUPPORTED, "this is no topic")
    gone = await desk.perform(CloseThread(place(CREW, "77")))
    assert isinstance(gone, Refused)
