"""The adapter against the pretend Telegram, over a real socket: what happens there becomes events here."""

import pytest

from bot.core.actions import Sanction
from bot.core.capabilities import Capability
from bot.core.events import MemberJoined, MemberLeft, MessageEdited, MessagePosted, RightsChanged, SanctionLifted
from bot.core.interactions import ButtonPressed, CommandInvoked, Missing, Unknown, Wrong
from bot.core.people import Rank
from tests.adapters.telegram.desk import (
    ANA,
    BOB,
    CREW,
    MIRA,
    MemoryShelf,
    PlainVoices,
    at_work,
    message_ref,
    place,
    space,
    spec,
    user,
)
from tests.wire import telegram_faults as trouble
from tests.wire.telegram_state import Membership


async def test_a_message_becomes_an_event_with_its_author_and_rank(server, desk):
    number = server.people.say(CREW, ANA, "hello https://example.org")
    message = (await desk.next(MessagePosted)).message
    assert message.ref == message_ref(CREW, number)
    assert (message.text, message.links) == ("hello https://example.org", ("https://example.org",))
    assert (message.author.user, message.author.name, message.author.rank) == (user(ANA), "Ana", Rank.MEMBER)
    assert (message.author.handle, message.author.locale) == ("ana", "pl")
    server.people.say(CREW, MIRA, "hi")
    owner = (await desk.next(MessagePosted, 2)).message.author
    assert (owner.rank, owner.roles, owner.name) == (Rank.OWNER, frozenset({"chat-admins"}), "Mira Lis")


async def test_an_edit_is_heard_and_has_a_key_of_its_own(server, desk):
    number = server.people.say(CREW, ANA, "hello")
    server.people.edit(CREW, number, "buy coins")
    edited = await desk.next(MessageEdited)
    assert edited.message.text == "buy coins"
    assert edited.key != (await desk.next(MessagePosted)).key


async def test_joining_and_leaving_is_heard_once(server, desk):
    server.people.leave(CREW, BOB)
    assert (await desk.next(MemberLeft)).user == user(BOB)
    server.people.join(CREW, BOB)
    server.people.say(CREW, BOB, "back again")
    await desk.next(MessagePosted)
    (joined,) = desk.of(MemberJoined)
    assert (joined.space, joined.member.user, joined.member.name) == (space(CREW), user(BOB), "Bob")


async def test_who_was_brought_in_by_hand_is_told_from_who_came_alone_and_who_was_let_in(server, desk):
    crew, ways = server.state.chats[CREW], ((MIRA, {}), (BOB, {}), (MIRA, {"via_join_request": True}))
    for actor, more in ways:
        server.people.leave(CREW, BOB)
        server.people.change(crew, BOB, actor, Membership("member"), **more)
    await server.until(lambda: len(desk.of(MemberJoined)) == len(ways))
    assert [joined.added_by for joined in desk.of(MemberJoined)] == [user(MIRA), None, None]


async def test_a_mute_or_a_ban_that_people_end_in_the_app_is_heard_with_who_did_it(server, desk):
    crew = server.state.chats[CREW]
    for held, freed, sanction in (
        (Membership("restricted", {}, {}), Membership("member"), Sanction.MUTE),
        (Membership("kicked"), Membership("left"), Sanction.BAN),
    ):
        server.people.change(crew, BOB, MIRA, held)
        server.people.change(crew, BOB, MIRA, freed)
        (ended,) = await server.until(
            lambda wanted=sanction: [e for e in desk.of(SanctionLifted) if e.sanction is wanted]
        )
        assert (ended.space, ended.user, ended.by, ended.by_name) == (space(CREW), user(BOB), user(MIRA), "Mira Lis")


async def test_what_the_bot_ends_and_a_ban_in_the_place_of_a_mute_are_no_such_thing(server, desk):
    crew = server.state.chats[CREW]
    muted = Membership("restricted", {}, {})
    for new, by in (
        (muted, MIRA),
        (Membership("member"), server.state.me.id),
        (muted, MIRA),
        (Membership("kicked"), MIRA),
    ):
        server.people.change(crew, BOB, by, new)
    server.people.say(CREW, ANA, "all heard")
    await desk.next(MessagePosted)
    assert desk.of(SanctionLifted) == []


async def test_where_the_bot_is_no_admin_service_messages_tell_who_came(server, desk):
    server.people.set_bot_rights(CREW, by=MIRA)
    server.people.add_bot(CREW, by=MIRA)
    server.people.leave(CREW, BOB)
    server.people.join(CREW, BOB)
    assert (await desk.next(MemberJoined)).member.user == user(BOB)


async def test_promotion_counts_from_the_next_message_on(server, desk):
    server.people.say(CREW, ANA, "one")
    server.people.promote(CREW, ANA, "can_restrict_members", by=MIRA)
    server.people.say(CREW, ANA, "two")
    server.people.demote(CREW, ANA, by=MIRA)
    server.people.say(CREW, ANA, "three")
    await desk.next(MessagePosted, 3)
    ranks = [event.message.author.rank for event in desk.of(MessagePosted)]
    assert ranks == [Rank.MEMBER, Rank.MODERATOR, Rank.MEMBER]


async def test_while_telegram_does_not_name_the_admins_nobody_can_be_punished_or_obeyed(server, desk):
    server.trouble.add("getChatAdministrators", trouble.Html(502), times=50)
    server.people.say(CREW, MIRA, "hi")
    author = (await desk.next(MessagePosted)).message.author
    assert (author.untouchable, author.rank) == (True, Rank.MEMBER)


async def test_special_senders_are_never_to_be_punished_but_strange_channels_are(server, desk):
    server.state.chats[CREW].linked_chat = -1009
    server.people.say_anonymously(CREW, "as the group")
    server.people.forward_from_linked_channel(CREW, -1009, "News", "/ban @bob")
    server.people.say_as_channel(CREW, -1009, "News", "as our channel")
    server.people.say_as_channel(CREW, -1666, "Coins", "buy")
    await desk.next(MessagePosted, 4)
    authors = [event.message.author for event in desk.of(MessagePosted)]
    assert [author.untouchable for author in authors] == [True, True, True, False]
    assert all(author.is_channel for author in authors)
    assert authors[3].user == user(-1666)
    assert not desk.of(CommandInvoked)


async def test_whoever_speaks_as_the_group_has_the_least_rank_of_those_who_may(server, desk):
    server.people.say_anonymously(CREW, "nobody may, by our list")
    await desk.next(MessagePosted)
    server.people.promote(CREW, ANA, "can_promote_members", by=MIRA, anonymous=True)
    server.people.say_anonymously(CREW, "a manager, at least a moderator")
    server.people.promote(CREW, BOB, by=MIRA, anonymous=True, title="Baker")
    server.people.say_anonymously(CREW, "or one with a mere title")
    await desk.next(MessagePosted, 3)
    ranks = [event.message.author.rank for event in desk.of(MessagePosted)]
    assert ranks == [Rank.HELPER, Rank.MODERATOR, Rank.HELPER]


async def test_while_telegram_does_not_name_the_linked_channel_none_is_punished(server, desk):
    server.trouble.add("getChat", trouble.Html(502))
    server.people.say_as_channel(CREW, -1666, "Coins", "buy")
    server.people.say_as_channel(CREW, -1666, "Coins", "buy")
    await desk.next(MessagePosted, 2)
    assert [event.message.author.untouchable for event in desk.of(MessagePosted)] == [True, False]


async def test_a_command_reads_its_arguments_and_finds_people(server, desk):
    server.people.say(CREW, BOB, "hi")
    await desk.next(MessagePosted)
    number = server.people.say(CREW, MIRA, "/mute@townkeeper_bot @bob 10m being loud")
    command = await desk.next(CommandInvoked)
    assert (command.path, command.fault, command.message) == ("mute", None, message_ref(CREW, number))
    assert command.values["member"].user == user(BOB)
    assert command.values["reason"] == "being loud"
    assert command.actor.rank is Rank.OWNER


async def test_a_reply_stands_for_its_author_and_its_message(server, desk):
    spam = server.people.say(CREW, BOB, "cheap coins")
    server.people.say(CREW, MIRA, "/warn no ads please", reply_to=spam)
    assert (await desk.next(CommandInvoked)).values["member"].user == user(BOB)
    server.people.say(CREW, ANA, "/report spam", reply_to=spam)
    report = await desk.next(CommandInvoked, 2)
    assert report.values["message"].text == "cheap coins"
    assert report.values["reason"] == "spam"


async def test_who_left_can_still_be_named_as_a_guest(server, desk):
    server.people.leave(CREW, BOB)
    server.people.say(CREW, MIRA, f"/ban {BOB} spam")
    member = (await desk.next(CommandInvoked)).values["member"]
    assert (member.user, member.rank) == (user(BOB), Rank.GUEST)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("/mute", Missing("member")),
        ("/mute @nobody_here 10m", Wrong("member", "nobody_here")),
        ("/mute @bob soon", Wrong("duration", "soon")),
        ("/wrn@townkeeper_bot @bob", Unknown("wrn")),
    ],
)
async def test_what_cannot_be_read_comes_with_its_fault(server, desk, line, fault):
    server.people.say(CREW, BOB, "hi")
    server.people.say(CREW, MIRA, line)
    assert (await desk.next(CommandInvoked)).fault == fault


async def test_other_bots_commands_are_only_messages(server, desk):
    server.people.say(CREW, ANA, "/roll 2d6")
    server.people.say(CREW, ANA, "/help@another_bot")
    await desk.next(MessagePosted, 2)
    assert not desk.of(CommandInvoked)


async def test_spam_cannot_hide_behind_a_command(server, desk):
    server.people.say(CREW, ANA, "/help buy cheap coins")
    await desk.next(CommandInvoked)
    assert [type(event).__name__ for event in desk.events] == ["MessagePosted", "CommandInvoked"]
    assert len({event.key for event in desk.events}) == 2


async def test_start_with_a_token_is_a_press_and_without_one_is_help(server, desk):
    server.people.start(ANA, "v1-abc_DEF")
    pressed = await desk.next(ButtonPressed)
    assert (pressed.token, pressed.place, pressed.actor.user) == ("v1-abc_DEF", place(ANA), user(ANA))
    server.people.start(ANA)
    assert (await desk.next(CommandInvoked)).path == "help"
    server.people.say(ANA, ANA, "/nonsense")
    assert (await desk.next(CommandInvoked, 2)).fault == Unknown("nonsense")


async def test_menus_are_written_by_scope_and_language_and_only_when_they_changed(server):
    shelf = MemoryShelf()
    async with at_work(server, shelf):
        await server.until(lambda: "menus" in shelf.kept)
    assert server.api.menu(CREW, ANA)["help"] == "command-help (pl)"
    assert "mute" not in server.api.menu(CREW, BOB)
    assert {"mute", "config_check", "case_note"} <= server.api.menu(CREW, MIRA).keys()
    assert "mute" not in server.api.menu(MIRA, MIRA)
    written = len(server.calls_of("setMyCommands"))
    async with at_work(server, shelf) as desk:
        desk.platform.publish([spec("help")], PlainVoices())
        await server.until(lambda: len(server.calls_of("setMyCommands")) == 2 * written)
    assert written == 9


async def test_the_bots_own_rights_decide_what_it_can_do_here(server, desk):
    assert {Capability.DELETE, Capability.BAN} <= (await desk.platform.capabilities(place(CREW))).has
    server.people.set_bot_rights(CREW, "can_delete_messages", by=MIRA)
    changed = await desk.next(RightsChanged)
    assert (changed.space, changed.present, changed.added_by) == (space(CREW), True, None)
    can = await desk.platform.capabilities(place(CREW))
    assert Capability.DELETE in can
    assert Capability.BAN not in can
    assert MemberJoined in can.sees
    server.people.remove_bot(CREW, by=MIRA)
    assert not (await desk.next(RightsChanged, 2)).present
    server.people.add_bot(CREW, by=MIRA)
    assert (await desk.next(RightsChanged, 3)).added_by == user(MIRA)


async def test_without_privacy_off_a_plain_member_bot_promises_to_see_nothing(server):
    server.state.reads_all = False
    server.people.group(-1003, "Elsewhere", bot_rights=None)
    async with at_work(server) as desk:
        can = await desk.platform.capabilities(place(-1003))
        assert MessagePosted not in can.sees
        assert MessagePosted in (await desk.platform.capabilities(place(CREW))).sees


async def test_members_are_looked_up_and_unknown_ones_are_none(server, desk):
    assert (await desk.platform.member(space(CREW), user(MIRA))).rank is Rank.OWNER
    assert await desk.platform.member(space(CREW), user(424242)) is None
    server.trouble.add("getChatMember", trouble.Html(502))
    with pytest.raises(ConnectionError):
        await desk.platform.member(space(CREW), user(BOB))


@pytest.mark.parametrize("name", ["@riverside_makers", "https://t.me/riverside_makers", str(CREW), f"telegram:{CREW}"])
async def test_places_are_found_by_any_of_their_names(server, desk, name):
    server.state.chats[CREW].username = "riverside_makers"
    assert await desk.platform.find_place(name) == place(CREW)
    assert desk.platform.paste(place(CREW)) == "@riverside_makers"


async def test_topics_are_found_and_written_as_links(server, desk):
    server.people.group(-1001234567890, "Forum", is_forum=True)
    topic = server.people.topic(-1001234567890, "Staff")
    link = f"https://t.me/c/1234567890/{topic}"
    found = await desk.platform.find_place(link)
    assert found == place(-1001234567890, str(topic))
    assert desk.platform.paste(found) == link
    assert await desk.platform.find_place("@nobody_here") is None
    assert await desk.platform.find_place("#general") is None
    assert await desk.platform.find_role("chat-admins", []) == "chat-admins"
    assert await desk.platform.find_role("@Moderators", []) is None


async def test_a_reply_chain_is_no_topic_and_a_topic_root_is_no_reply(server, desk):
    first = server.people.say(CREW, ANA, "one")
    server.people.say(CREW, BOB, "two", reply_to=first)
    answered = (await desk.next(MessagePosted, 2)).message
    assert (answered.place.thread, answered.reply_to) == (None, message_ref(CREW, first))
    server.people.group(-1003, "Forum", members=(ANA,), is_forum=True)
    topic = server.people.topic(-1003, "Ideas")
    server.people.say(-1003, ANA, "in a topic", thread=topic)
    message = (await desk.next(MessagePosted, 3)).message
    assert (message.place.thread, message.reply_to) == (str(topic), None)


async def test_a_group_that_moved_keeps_its_name_in_the_record(server, desk):
    server.people.group(-44, "Small", members=(ANA,), owner=MIRA, kind="group")
    server.people.migrate(-44, -1001044)
    server.people.say(-1001044, ANA, "after the move")
    message = (await desk.next(MessagePosted)).message
    assert message.place == place(-44)
    assert "moved" in desk.shelf.kept


# ---- the stream of updates
