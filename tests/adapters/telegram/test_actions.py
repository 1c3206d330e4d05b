"""Actions against the pretend Telegram: what the adapter does there, and what it says about it."""

import asyncio

import pytest

from bot.core.actions import Answer, Ask, Audience, Delete, Edit, Punish, Sanction, Send, Whisper
from bot.core.events import MessagePosted
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted
from bot.core.people import Rank
from bot.core.receipts import Done, Refusal, Refused, Trouble
from bot.core.text import Bold, Mention, Moment, Rich, say
from bot.core.ui import Button, Field, Form, LinkButton, Press, Tone
from tests.adapters.telegram.desk import (
    ANA,
    BOB,
    CREW,
    MIRA,
    PlainVoice,
    at_work,
    message_ref,
    now,
    place,
    space,
    text,
    user,
)
from tests.wire import telegram_faults as trouble

AGREE = Button(say("agree"), Press(), Tone.GOOD, token="v1-agree")
READ = Button(say("read"), Press(), deep=True, token="v1-read")


# ---- saying


async def test_a_message_is_sent_with_entities_and_buttons(server, desk):
    body = Rich((Bold("😀 hi"), " ", Mention(user(ANA), "Ana")))
    home = LinkButton(say("home"), "https://example.org/x")
    receipt = await desk.perform(Send(place(CREW), body, ((AGREE, READ), (home,)), silent=True))
    (sent,) = server.sent_to(CREW)
    assert receipt == Done(message_ref(CREW, sent["message_id"]))
    assert sent["text"] == "😀 hi Ana"
    assert [(e["type"], e["offset"], e["length"]) for e in sent["entities"]] == [
        ("bold", 0, 5),
        ("text_mention", 6, 3),
    ]
    (agree, read), (link,) = sent["reply_markup"]["inline_keyboard"]
    assert (agree["callback_data"], agree["style"]) == ("v1-agree", "success")
    assert read["url"] == "https://t.me/townkeeper_bot?start=v1-read"
    assert link["url"] == "https://example.org/x"
    assert server.calls_of("sendMessage")[0].params["disable_notification"] is True


async def test_a_link_that_telegram_refuses_as_a_button_stands_in_the_text(server, desk):
    local = LinkButton(say("dashboard"), "http://localhost:8080/in")
    assert isinstance(await desk.perform(Send(place(CREW), text("here"), ((local,),))), Done)
    assert server.texts(CREW) == ["here\ndashboard: http://localhost:8080/in"]


async def test_a_long_text_becomes_several_messages_with_the_buttons_last(server, desk):
    receipt = await desk.perform(Send(place(CREW), text("word " * 2000), ((AGREE,),)))
    sent = server.sent_to(CREW)
    assert [("reply_markup" in message) for message in sent] == [False, False, True]
    assert receipt == Done(message_ref(CREW, sent[-1]["message_id"]))
    assert " ".join(message["text"] for message in sent) == ("word " * 2000).strip()


async def test_text_whose_formatting_is_refused_is_sent_plain(server, desk):
    server.trouble.add("sendMessage", trouble.Answers(400, "Bad Request: ENTITY_DATE_INVALID"))
    assert isinstance(await desk.perform(Send(place(CREW), Rich((Moment(now()),)))), Done)
    assert [("entities" in call.params) for call in server.calls_of("sendMessage")] == [True, True]
    assert server.sent_to(CREW)[0].get("entities") is None


async def test_what_is_said_goes_into_its_topic(server, desk):
    server.people.group(-1003, "Forum", is_forum=True)
    topic = server.people.topic(-1003, "Staff")
    await desk.perform(Send(place(-1003, str(topic)), text("hi")))
    assert server.sent_to(-1003)[0]["message_thread_id"] == topic
    server.state.chats[-1003].topics.clear()
    assert await desk.perform(Send(place(-1003, str(topic)), text("hi"))) == Refused(
        Refusal.GONE, "Message thread not found"
    )


async def test_an_edit_replaces_and_the_same_edit_again_is_done(server, desk):
    sent = await desk.perform(Send(place(CREW), text("open"), ((AGREE,),)))
    edit = Edit(sent.message, text("closed"))
    assert await desk.perform(edit) == Done(sent.message)
    assert server.texts(CREW) == ["closed"]
    assert "reply_markup" not in server.sent_to(CREW)[0]
    assert isinstance(await desk.perform(edit), Done)
    theirs = server.people.say(CREW, ANA, "mine")
    refused = await desk.perform(Edit(message_ref(CREW, theirs), text("yours")))
    assert refused.why is Refusal.TOO_LATE


async def test_a_whisper_reaches_whom_started_the_bot_and_nobody_else(server, desk):
    assert (await desk.perform(Whisper(user(ANA), text("psst")))).why is Refusal.UNREACHABLE
    server.people.start(ANA)
    assert isinstance(await desk.perform(Whisper(user(ANA), text("psst"))), Done)
    server.people.block(ANA)
    assert (await desk.perform(Whisper(user(ANA), text("psst")))).why is Refusal.UNREACHABLE
    assert server.texts(ANA) == ["psst"]


async def test_a_whisper_to_whom_speaks_as_a_chat_never_reaches_that_chat(server, desk):
    server.people.say_anonymously(CREW, "/report")
    event = await desk.next(CommandInvoked)
    assert event.actor.user == user(CREW)
    assert (await desk.perform(Whisper(event.actor.user, text("secret")))).why is Refusal.UNREACHABLE
    assert (await desk.perform(Ask(event.ticket, event.place, event.actor.user, APPEAL))).why is Refusal.UNREACHABLE
    assert not server.sent_to(CREW)


async def test_a_reply_to_what_is_gone_is_said_all_the_same(server, desk):
    receipt = await desk.perform(Send(place(CREW), text("hi"), reply_to=message_ref(CREW, 4000)))
    assert isinstance(receipt, Done)


# ---- answering


async def pressed(server, desk, label="agree", by=ANA):
    sent = await desk.perform(Send(place(CREW), text("rules"), ((AGREE,),)))
    query = server.people.press(CREW, int(sent.message.native), by, label)
    event = await desk.next(ButtonPressed, len(desk.of(ButtonPressed)) + 1)
    return query, event


async def test_a_press_is_answered_by_a_pop_up_for_the_presser_alone(server, desk):
    query, event = await pressed(server, desk)
    assert (event.token, event.actor.user, event.ticket.is_press) == ("v1-agree", user(ANA), True)
    answer = Answer(event.ticket, event.place, user(ANA), text("Thank you"))
    assert await desk.perform(answer) == Done()
    assert server.state.callbacks[query] == {"text": "Thank you", "alert": True, "url": None}
    assert (await desk.perform(answer)).why is Refusal.GONE


@pytest.mark.parametrize(("words", "rows"), [("x" * 201, ()), ("short", ((AGREE,),))])
async def test_what_is_too_much_for_a_pop_up_is_refused_but_the_press_acknowledged(server, desk, words, rows):
    query, event = await pressed(server, desk)
    receipt = await desk.perform(Answer(event.ticket, event.place, user(ANA), text(words), rows))
    assert receipt.why is Refusal.UNSUPPORTED
    assert server.state.callbacks[query]["text"] == ""
    assert len(server.sent_to(CREW)) == 1


async def test_a_press_nobody_answers_is_acknowledged_before_its_writer_gives_up(server, desk):
    desk.platform._outbound.presses._patience = 0.2
    query, _ = await pressed(server, desk)
    await server.until(lambda: server.state.callbacks[query] is not None)


async def test_a_public_answer_stands_in_the_place_below_the_command(server, desk):
    number = server.people.say(CREW, MIRA, "/help")
    event = await desk.next(CommandInvoked)
    everyone = Answer(event.ticket, event.place, user(MIRA), text("Commands"), audience=Audience.EVERYONE)
    await desk.perform(everyone)
    assert server.sent_to(CREW)[0]["reply_to_message"]["message_id"] == number
    private = Answer(event.ticket, event.place, user(MIRA), text("Commands"))
    assert (await desk.perform(private)).why is Refusal.UNSUPPORTED
    assert len(server.sent_to(CREW)) == 1


async def test_an_answer_in_the_private_chat_is_a_message(server, desk):
    server.people.start(ANA, "v1-token")
    event = await desk.next(ButtonPressed)
    await desk.perform(Answer(event.ticket, event.place, user(ANA), text("Case 7"), ((AGREE,),)))
    assert server.texts(ANA) == ["Case 7"]


# ---- forms

APPEAL = Form(
    say("appeal"),
    (Field("what", say("what-happened")), Field("more", say("anything-else"), required=False)),
    Button(say("send"), Press(), token="v1-form"),
)


async def test_a_form_is_asked_question_by_question_and_submitted_once(server, desk):
    server.people.start(ANA, "v1-appeal")
    event = await desk.next(ButtonPressed)
    assert isinstance(await desk.perform(Ask(event.ticket, event.place, user(ANA), APPEAL)), Done)
    question = server.sent_to(ANA)[0]
    assert question["text"] == "appeal\n\nwhat-happened"
    assert server.state.chats[ANA].markups[question["message_id"]]["force_reply"] is True
    server.people.say(ANA, ANA, "it was a joke")
    await server.until(lambda: server.texts(ANA)[-1] == "anything-else\nform-optional")
    server.people.say(ANA, ANA, "-")
    form = await desk.next(FormSubmitted)
    assert (form.token, form.values) == ("v1-form", {"what": "it was a joke", "more": ""})
    server.people.say(ANA, ANA, "and another thing")
    assert (await desk.next(MessagePosted)).message.text == "and another thing"
    assert len(desk.of(FormSubmitted)) == 1


async def test_a_form_outlives_a_restart(server):
    async with at_work(server) as desk:
        server.people.start(ANA, "v1-appeal")
        event = await desk.next(ButtonPressed)
        await desk.perform(Ask(event.ticket, event.place, user(ANA), APPEAL))
    async with at_work(server, desk.shelf) as again:
        server.people.say(ANA, ANA, "it was a joke")
        await server.until(lambda: "form-optional" in server.texts(ANA)[-1])
        server.people.say(ANA, ANA, "no more")
        assert (await again.next(FormSubmitted)).values == {"what": "it was a joke", "more": "no more"}


async def test_a_command_leaves_the_form(server, desk):
    server.people.start(ANA, "v1-appeal")
    event = await desk.next(ButtonPressed)
    await desk.perform(Ask(event.ticket, event.place, user(ANA), APPEAL))
    server.people.say(ANA, ANA, "/help")
    await desk.next(CommandInvoked)
    server.people.say(ANA, ANA, "hello")
    await desk.next(MessagePosted)
    assert not desk.of(FormSubmitted)


async def test_a_form_asked_by_a_command_in_a_group_is_private_where_it_can_be(server, desk):
    server.people.start(ANA)
    server.people.say(CREW, ANA, "/report")
    event = await desk.next(CommandInvoked, 2)
    await desk.perform(Ask(event.ticket, event.place, user(ANA), APPEAL))
    assert server.texts(ANA) == ["appeal\n\nwhat-happened"]
    assert not server.sent_to(CREW)


async def test_a_form_that_must_be_asked_in_public_is_tidied_away(server, desk):
    server.people.say(CREW, ANA, "/report")
    event = await desk.next(CommandInvoked)
    one = Form(say("appeal"), (Field("what", say("what-happened")),), APPEAL.submit)
    receipt = await desk.perform(Ask(event.ticket, event.place, user(ANA), one))
    server.people.say(CREW, BOB, "me too", reply_to=int(receipt.message.native))
    server.people.say(CREW, ANA, "not an answer")
    answer = server.people.say(CREW, ANA, "spam over there", reply_to=int(receipt.message.native))
    form = await desk.next(FormSubmitted)
    assert (form.actor.user, form.values) == (user(ANA), {"what": "spam over there"})
    await server.until(lambda: not server.exists(CREW, answer))
    assert not server.sent_to(CREW)
    assert len(desk.of(MessagePosted)) == 2


# ---- trouble


@pytest.mark.parametrize(
    ("fault", "maybe_done"),
    [
        (trouble.Html(502), True),
        (trouble.Answers(500, "Internal Server Error"), True),
        (trouble.CutAfter(), True),
        (trouble.Garbage(), True),
        (trouble.Flood(40), False),
    ],
    ids=repr,
)
async def test_trouble_says_whether_it_may_have_happened(server, desk, fault, maybe_done):
    server.trouble.add("sendMessage", fault)
    attempt = await desk.perform(Send(place(CREW), text("hi")))
    assert isinstance(attempt, Trouble)
    assert attempt.maybe_done is maybe_done
    assert (attempt.retry_after is not None) is isinstance(fault, trouble.Flood)


async def test_a_server_that_is_not_there_did_nothing(server):
    async with at_work(server) as desk:
        await server.stop()
        attempt = await desk.perform(Send(place(CREW), text("hi")))
    assert attempt == Trouble(attempt.detail, maybe_done=False)


async def test_before_the_connection_stands_nothing_is_done(server):
    from tests.adapters.telegram.desk import Desk

    desk = Desk(server)
    assert await desk.platform.perform(Send(place(CREW), text("hi")), PlainVoice(), "n") == Trouble(
        "Telegram is not connected", maybe_done=False
    )
    assert not (await desk.platform.capabilities(place(CREW))).has


@pytest.mark.long  # it waits for real seconds
async def test_a_short_flood_is_waited_out_and_another_chat_does_not_wait(server, desk):
    server.people.group(-1003, "Elsewhere", members=(BOB,))
    server.trouble.flood_chat(CREW, 1)
    flooded = asyncio.create_task(desk.perform(Send(place(CREW), text("late"))))
    await server.until(lambda: server.calls_of("sendMessage"))
    ban = await desk.perform(Punish(space(-1003), user(BOB), Sanction.BAN))
    assert ban == Done()
    assert not flooded.done()
    assert isinstance(await flooded, Done)
    assert server.texts(CREW) == ["late"]


async def test_a_group_that_heard_enough_still_sees_spam_deleted_at_once(server, desk):
    spam = server.people.say(CREW, ANA, "spam")
    for n in range(20):
        await desk.perform(Send(place(CREW), text(f"notice {n}")))
    assert await asyncio.wait_for(desk.perform(Delete((message_ref(CREW, spam),))), 20) == Done()
    ban = Punish(space(CREW), user(ANA), Sanction.BAN)
    assert await asyncio.wait_for(desk.perform(ban), 20) == Done()


# ---- administrators who act without a name


async def test_a_press_by_an_administrator_without_a_name_does_not_give_her_away(server, desk):
    server.people.promote(CREW, ANA, "can_restrict_members", by=MIRA, anonymous=True)
    server.people.start(ANA)
    await desk.next(CommandInvoked)
    await desk.perform(Send(place(CREW), text("card"), ((AGREE,),)))
    shown = server.sent_to(CREW)[-1]
    server.people.press(CREW, shown["message_id"], ANA, shown["reply_markup"]["inline_keyboard"][0][0]["text"])
    event = await desk.next(ButtonPressed)
    assert (event.actor.name, event.actor.handle, event.actor.anonymous) == ("", "", True)
    assert (event.actor.user, event.actor.rank) == (user(ANA), Rank.MODERATOR)
    known = await desk.platform.member(space(CREW), user(ANA))
    assert (known.name, known.anonymous) == ("", True)
    before = len(server.sent_to(CREW))
    assert isinstance(await desk.perform(Ask(event.ticket, event.place, user(ANA), APPEAL)), Done)
    assert len(server.sent_to(CREW)) == before
    assert "what-happened" in server.sent_to(ANA)[-1]["text"]


async def test_the_bot_itself_is_never_to_be_punished(server, desk):
    me = await desk.platform.member(space(CREW), user(123456))
    assert me is None or me.untouchable


async def test_what_was_typed_before_stands_in_the_question(server, desk):
    server.people.start(ANA, "v1-appeal")
    event = await desk.next(ButtonPressed)
    again = Form(say("appeal"), (Field("what", say("what-happened"), value="my words"),), APPEAL.submit)
    await desk.perform(Ask(event.ticket, event.place, user(ANA), again))
    assert server.sent_to(ANA)[0]["text"] == "appeal\n\nwhat-happened\n\nmy words\n\nform-keep"
