from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.playground.manners import Blocked, Went
from bot.adapters.playground.posts import Kind
from bot.adapters.playground.world import GENERAL, STAFF, Standing, private
from bot.core.actions import Answer, Ask, Audience, Delete, Edit, Pardon, Punish, Sanction, Send, Whisper
from bot.core.capabilities import Capability
from bot.core.events import MemberJoined, MemberLeft, MessageDeleted, MessageEdited, MessagePosted
from bot.core.interactions import ButtonPressed, FormSubmitted
from bot.core.people import Rank
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import File
from bot.core.ui import Button, Field, Form, LinkButton, Press
from tests.adapters.playground.stage import VOICE, Stage, posts, rich, user, who


def button(label="Press", token="t1", **more):
    return Button(rich(label), Press(), token=token, **more)


async def perform(platform, action, nonce=""):
    return await platform.perform(action, VOICE, nonce)


@pytest.fixture
async def stage():
    async with Stage().playing() as stage:
        yield stage


@pytest.fixture(params=["discord", "telegram"])
def side(stage, request):
    return getattr(stage, request.param)


async def test_what_people_write_becomes_one_event_with_a_key_of_its_own(stage, side):
    ivan = next(iter(side.side.people.values()))
    first = side.inbound.post(ivan.id, GENERAL, "hello")
    side.inbound.post(ivan.id, GENERAL, "hello again", first.post)
    one, two = await stage.heard()
    assert isinstance(one, MessagePosted)
    assert one.message.text == "hello"
    assert one.message.author.rank is Rank.MEMBER
    assert two.message.reply_to == one.message.ref
    assert one.key != two.key


async def test_an_edit_is_an_event_and_only_ones_own_messages_can_be_edited(stage, side):
    first, second, *_ = side.side.people.values()
    went = side.inbound.post(first.id, GENERAL, "hello")
    assert isinstance(side.inbound.edit(second.id, went.post, "mine now"), Blocked)
    side.inbound.edit(first.id, went.post, "hallo")
    side.inbound.edit(first.id, went.post, "ahoj")
    events = await stage.heard()
    assert [type(e) for e in events] == [MessagePosted, MessageEdited, MessageEdited]
    assert len({e.key for e in events}) == 3


async def test_telegram_never_tells_of_a_deletion_and_discord_does(stage):
    for side in stage.platforms:
        someone = next(iter(side.side.people.values()))
        went = side.inbound.post(someone.id, GENERAL, "oops")
        side.inbound.delete(someone.id, went.post)
    told = [e for e in await stage.heard() if isinstance(e, MessageDeleted)]
    assert [e.ref.place.platform for e in told] == [stage.discord.name]


async def test_staff_places_are_for_staff(stage, side):
    member, moderator = side.side.people.values(), None
    member = next(p for p in side.side.people.values() if p.rank is Rank.MEMBER)
    moderator = next(p for p in side.side.people.values() if p.rank is Rank.MODERATOR)
    assert "cannot see" in side.inbound.post(member.id, STAFF, "hi").why
    assert isinstance(side.inbound.post(moderator.id, STAFF, "hi"), Went)
    assert "somebody else" in side.inbound.post(member.id, private(moderator.id), "hi").why
    assert "nobody" in side.inbound.post("x", GENERAL, "hi").why
    assert "nothing" in side.inbound.post(member.id, GENERAL, "  ").why


async def test_a_newcomer_joins_and_an_earlier_one_of_that_name_leaves(stage, side):
    first = side.inbound.join()
    for _ in range(3):
        last = side.inbound.join()
    assert (first.name, last.name) == (last.name, first.name)
    assert first.id != last.id
    events = await stage.heard()
    assert [type(e) for e in events] == [MemberJoined] * 3 + [MemberLeft, MemberJoined]
    assert side.side.people[first.id].standing is Standing.OUTSIDE


async def test_sending_and_whispering_reach_whom_they_can(stage):
    for side in stage.platforms:
        assert isinstance(await perform(side, Send(side.side.place(STAFF), rich("card"))), Done)
    ala, tomek, elira = user(stage.discord, "Ala"), user(stage.telegram, "Tomek"), user(stage.telegram, "Elira")
    assert isinstance(await perform(stage.discord, Whisper(ala, rich("psst"))), Done)
    assert isinstance(await perform(stage.telegram, Whisper(elira, rich("psst"))), Done)
    refused = await perform(stage.telegram, Whisper(tomek, rich("psst")))
    assert refused == Refused(Refusal.UNREACHABLE)
    stage.telegram.inbound.post(tomek.native, private(tomek.native), "/start")
    assert isinstance(await perform(stage.telegram, Whisper(tomek, rich("psst"))), Done)


async def test_a_private_answer_is_for_one_reader_on_discord_and_refused_in_a_telegram_group(stage):
    async def answer(platform, event):
        ticket = replace(event.ticket)
        here = event.place, event.actor.user
        receipts.append(await perform(platform, Answer(ticket, *here, rich("secret"))))
        receipts.append(await perform(platform, Answer(ticket, *here, rich("loud"), audience=Audience.EVERYONE)))

    receipts = []
    stage.answer = answer
    for side in stage.platforms:
        place = side.side.place(GENERAL)
        sent = await perform(side, Send(place, rich("pick"), ((button(),),)))
        someone = next(iter(side.side.people.values()))
        side.inbound.press(someone.id, int(sent.message.native), "t1")
        await stage.heard()
        secret = posts(side)[1]
        assert secret.only == someone.id
        assert secret.kind is (Kind.POPUP if side is stage.telegram else Kind.MESSAGE)
        assert posts(side)[2].only == ""
    assert all(isinstance(r, Done) for r in receipts)


async def test_an_answer_in_a_telegram_group_that_needs_more_than_a_popup_is_refused(stage):
    async def answer(platform, event):
        rows = ((button(token="t2"),),)
        got.append(await perform(platform, Answer(event.ticket, event.place, event.actor.user, rich("x"), rows)))
        got.append(await perform(platform, Answer(event.ticket, event.place, event.actor.user, rich("x" * 201))))

    got = []
    stage.answer = answer
    side = stage.telegram
    sent = await perform(side, Send(side.side.place(GENERAL), rich("pick"), ((button(),),)))
    side.inbound.press(who(side, "Tomek").id, int(sent.message.native), "t1")
    await stage.heard()
    assert [r.why for r in got] == [Refusal.UNSUPPORTED] * 2


async def test_a_question_from_before_a_restart_cannot_be_answered(stage, side):
    actor = user(side, next(iter(side.side.people.values())).name)
    from bot.core.interactions import Ticket

    old = Answer(Ticket("long ago"), side.side.place(GENERAL), actor, rich("hello"))
    assert (await perform(side, old)).why is Refusal.GONE
    form = Form(rich("Why"), (), button())
    assert (await perform(side, Ask(Ticket("long ago"), side.side.place(GENERAL), actor, form))).why is Refusal.GONE


async def test_a_deep_button_opens_the_private_chat_with_its_token(stage):
    side = stage.telegram
    place = side.side.place(GENERAL)
    sent = await perform(side, Send(place, rich("something for you"), ((button(deep=True),),)))
    tomek = who(side, "Tomek")
    went = side.inbound.press(tomek.id, int(sent.message.native), "t1")
    assert went.opens == private(tomek.id)
    (pressed,) = await stage.heard()
    assert isinstance(pressed, ButtonPressed)
    assert pressed.token == "t1"
    assert pressed.place.is_direct
    assert who(side, "Tomek").reachable


async def test_buttons_that_are_gone_or_somebody_elses_cannot_be_pressed(stage, side):
    one, two, *_ = side.side.people.values()
    sent = await perform(
        side, Whisper(user(side, "Elira" if side is stage.telegram else "Ala"), rich("x"), ((button(),),))
    )
    number = int(sent.message.native)
    other = next(p for p in (one, two) if private(p.id) != side.side.posts[number].chat)
    assert isinstance(side.inbound.press(other.id, number, "t1"), Blocked)
    assert isinstance(side.inbound.press(one.id, number, "forged"), Blocked)
    await perform(side, Delete((sent.message,)))
    assert isinstance(side.inbound.press(one.id, number, "t1"), Blocked)


async def test_a_form_is_filled_in_by_the_one_it_was_put_before(stage, side):
    async def answer(platform, event):
        if isinstance(event, ButtonPressed):
            questions = (Field("why", rich("Why?"), long=True, longest=5), Field("more", rich("More?"), required=False))
            form = Form(rich("Appeal"), questions, button("Send", "form-token"))
            await perform(platform, Ask(event.ticket, event.place, event.actor.user, form))

    stage.answer = answer
    one, two, *_ = side.side.people.values()
    sent = await perform(side, Send(side.side.place(GENERAL), rich("appeal?"), ((button(),),)))
    side.inbound.press(one.id, int(sent.message.native), "t1")
    await stage.heard()
    form = posts(side)[-1]
    assert isinstance(side.inbound.fill(two.id, form.id, {"why": "x"}), Blocked)
    assert "Why?" in side.inbound.fill(one.id, form.id, {"why": " "}).why
    assert isinstance(side.inbound.fill(one.id, form.id, {"why": "because", "other": "x"}), Went)
    submitted = (await stage.heard())[-1]
    assert isinstance(submitted, FormSubmitted)
    assert (submitted.token, submitted.values) == ("form-token", {"why": "becau", "more": ""})
    assert isinstance(side.inbound.fill(one.id, form.id, {"why": "x"}), Blocked)


async def test_the_bot_edits_its_own_messages_only(stage, side):
    someone = next(iter(side.side.people.values()))
    went = side.inbound.post(someone.id, GENERAL, "mine")
    theirs = side.side.ref(side.side.posts[went.post])
    assert (await perform(side, Edit(theirs, rich("x")))).why is Refusal.FORBIDDEN
    own = await perform(
        side, Send(side.side.place(GENERAL), rich("x"), ((LinkButton(rich("look"), "https://x.example"),),))
    )
    assert isinstance(await perform(side, Edit(own.message, rich("y"))), Done)
    assert posts(side)[-1].text == ("y",)
    await perform(side, Delete((own.message,)))
    assert (await perform(side, Edit(own.message, rich("z")))).why is Refusal.GONE


async def test_deleting_what_is_gone_is_done(stage, side):
    sent = await perform(side, Send(side.side.place(GENERAL), rich("x")))
    assert await perform(side, Delete((sent.message,))) == Done()
    assert await perform(side, Delete((sent.message, replace(sent.message, native="999")))) == Done()
    assert posts(side)[0].deleted_by == "townkeeper"


async def test_a_muted_member_cannot_write_until_the_time_is_over(stage, side):
    someone = next(iter(side.side.people.values()))
    until = stage.clock.now() + timedelta(minutes=10)
    mute = Punish(side.side.space, user(side, someone.name), Sanction.MUTE, until=until)
    assert await perform(side, mute) == Done()
    assert "muted until 2026-01-01 12:10" in side.inbound.post(someone.id, GENERAL, "hm").why
    assert isinstance(side.inbound.post(someone.id, private(someone.id), "why?"), Went)
    stage.clock.forward(minutes=11)
    assert isinstance(side.inbound.post(someone.id, GENERAL, "back"), Went)
    await perform(side, replace(mute, until=None))
    await perform(side, Pardon(side.side.space, user(side, someone.name), Sanction.MUTE))
    assert isinstance(side.inbound.post(someone.id, GENERAL, "thanks"), Went)


async def test_a_ban_puts_out_and_a_pardon_lets_come_back(stage, side):
    someone = next(iter(side.side.people.values()))
    target = user(side, someone.name)
    await perform(side, Punish(side.side.space, target, Sanction.BAN))
    await perform(side, Punish(side.side.space, target, Sanction.BAN))
    left = [e for e in await stage.heard() if isinstance(e, MemberLeft)]
    assert [e.user for e in left] == [target]
    assert (await perform(side, Punish(side.side.space, target, Sanction.MUTE))).why is Refusal.GONE
    await perform(side, Pardon(side.side.space, target, Sanction.BAN))
    assert side.side.people[someone.id].standing is Standing.OUTSIDE
    assert "not in" in side.inbound.post(someone.id, GENERAL, "hi").why


async def test_on_discord_a_banned_person_cannot_be_told_afterwards(stage):
    ala = user(stage.discord, "Ala")
    await perform(stage.discord, Punish(stage.discord.side.space, ala, Sanction.KICK))
    assert (await perform(stage.discord, Whisper(ala, rich("sorry")))).why is Refusal.UNREACHABLE


async def test_the_messenger_protects_its_administrators(stage, side):
    moderator = next(p for p in side.side.people.values() if p.rank is Rank.MODERATOR)
    refused = await perform(side, Punish(side.side.space, user(side, moderator.name), Sanction.BAN))
    assert refused == Refused(Refusal.OUTRANKED)
    nobody = replace(user(side, moderator.name), native="nobody")
    assert (await perform(side, Punish(side.side.space, nobody, Sanction.BAN))).why is Refusal.GONE
    assert (await perform(side, Pardon(side.side.space, nobody, Sanction.BAN))).why is Refusal.GONE


async def test_the_same_nonce_is_carried_out_once(stage, side):
    say_it = Send(side.side.place(GENERAL), rich("once"))
    first = await perform(side, say_it, "n1")
    assert await perform(side, say_it, "n1") == first
    assert len(posts(side)) == 1


async def test_files_come_with_answers(stage, side):
    reader = user(side, "Ala" if side is stage.discord else "Elira")
    await perform(side, Whisper(reader, rich("the config"), files=(File("community.yaml", "version: 1"),)))
    assert posts(side, private(reader.native))[0].files[0].content == "version: 1"


async def test_each_side_can_do_what_its_messenger_can(stage):
    discord = await stage.discord.capabilities(stage.discord.side.place(GENERAL))
    telegram = await stage.telegram.capabilities(stage.telegram.side.place(GENERAL))
    assert Capability.PRIVATE_ANSWER in discord
    assert Capability.DEEP_LINK not in discord
    assert MessageDeleted in discord.sees
    assert {Capability.ALERT, Capability.DEEP_LINK, Capability.BAN} <= telegram.has
    assert Capability.PRIVATE_ANSWER not in telegram
    assert MessageDeleted not in telegram.sees
    for side in stage.platforms:
        direct = await side.capabilities(side.side.place(private("x")))
        assert Capability.PRIVATE_ANSWER in direct
        assert Capability.DELETE not in direct


@pytest.mark.parametrize(
    ("name", "chat"),
    [
        ("#general", GENERAL),
        ("@riverside_makers", GENERAL),
        ("#news", GENERAL),
        ("#staff", STAFF),
        ("@riverside_staff", STAFF),
        ("#mod-chat", STAFF),
        ("https://discord.com/channels/1001/2002", STAFF),
        ("https://t.me/c/1234567890/7", STAFF),
    ],
)
async def test_every_name_of_a_place_resolves(side, name, chat):
    assert side.side.chat(await side.find_place(name)) == chat


async def test_what_the_config_says_about_a_name_counts_more_than_its_sound(side):
    side.know({"lobby": {side.dialect: "#moderately-chatty"}, "staff": {side.dialect: "#den"}})
    assert side.side.chat(await side.find_place("#moderately-chatty")) == GENERAL
    assert side.side.chat(await side.find_place("#den")) == STAFF


async def test_what_is_pasted_into_the_config_is_found_again(side):
    for chat in (GENERAL, STAFF):
        place = side.side.place(chat)
        assert await side.find_place(side.paste(place)) == place


async def test_members_are_found_with_their_rank_where_they_are(side):
    moderator = next(p for p in side.side.people.values() if p.rank is Rank.MODERATOR)
    member = next(p for p in side.side.people.values() if p.rank is Rank.MEMBER)
    found = await side.member(side.side.space, user(side, moderator.name))
    assert found.rank is Rank.MODERATOR
    assert await side.find_role("@Moderators", ()) in found.roles
    assert (await side.member(side.side.space, user(side, member.name))).rank is Rank.MEMBER
    staff = side.side.place(STAFF).space
    known_there = await side.member(staff, user(side, member.name))
    assert (known_there is None) == (staff != side.side.space)
    assert await side.member(side.side.space, replace(user(side, member.name), native="?")) is None


async def test_starting_over_gives_everybody_a_clean_record(stage, side):
    before = set(side.side.people)
    side.inbound.post(next(iter(before)), GENERAL, "hello")
    stage.world.start_over()
    assert not side.side.posts
    assert not before & set(side.side.people)


async def test_one_event_that_fails_does_not_end_the_stream(stage, side, caplog):
    async def answer(platform, event):
        raise RuntimeError("a bug")

    stage.answer = answer
    someone = next(iter(side.side.people.values()))
    side.inbound.post(someone.id, GENERAL, "one")
    side.inbound.post(someone.id, GENERAL, "two")
    assert len(await stage.heard()) == 2
    assert "a bug" in caplog.text
