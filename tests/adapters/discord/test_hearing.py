"""What happens on Discord, as events of the core."""

import io
import logging
from dataclasses import replace

import pytest
from simcord.backend import serializers

from bot.core.actions import Sanction
from bot.core.attachments import Attachment
from bot.core.events import (
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionChanged,
    RightsChanged,
    SanctionLifted,
    ThreadNamed,
)
from bot.core.people import Rank
from bot.core.receipts import Done
from tests.adapters.discord.world import place, ref, space, user

pytestmark = pytest.mark.wire


async def test_a_post_becomes_an_event_with_author_rank_and_place(server, town, listener):
    chief = town.member("chief", roles=[town.role("Moderators", moderate_members=True)])
    posted = chief.post("general", "hello")
    (event,) = await server.until(lambda: listener.of(MessagePosted))
    assert event.message.ref == ref(town, "general", posted)
    assert event.message.text == "hello"
    assert event.message.author.user == user(chief)
    assert event.message.author.rank is Rank.MODERATOR
    assert event.message.author.handle == "chief"
    assert len(event.message.author.roles) == 1
    assert event.key.startswith(f"discord:{posted.channel_id}:{posted.id}:0:")


async def test_the_same_post_delivered_twice_has_the_same_key(server, town, listener):
    town.member("ada").post("general", "echo")
    server.gateway.repeat("MESSAGE_CREATE")
    await server.until(lambda: len(listener.of(MessagePosted)) == 2)
    first, second = listener.of(MessagePosted)
    assert first.key == second.key


async def test_an_edit_is_heard_though_nothing_is_cached_and_its_key_differs(server, town, listener):
    ada = town.member("ada")
    message = ada.post("general", "nice")
    ada.edit(message, "nasty")
    (edited,) = await server.until(lambda: listener.of(MessageEdited))
    assert edited.message.text == "nasty"
    assert edited.message.author.rank is Rank.MEMBER
    assert edited.key != listener.of(MessagePosted)[0].key


async def test_an_embed_that_unfolds_without_an_edit_stamp_is_another_event(server, town, listener):
    ada = town.member("ada")
    message = ada.post("general", "https://example.org")
    payload = {"id": str(message.id), "channel_id": str(message.channel_id), "guild_id": str(town.id)}
    author = {"id": str(ada.id), "username": "ada", "discriminator": "0", "avatar": None}
    embed = {"type": "rich", "title": "Buy now", "url": "https://shop.example"}
    payload |= {"author": author, "content": "https://example.org", "embeds": [embed], "type": 0}
    payload |= {"timestamp": message.timestamp, "edited_timestamp": None, "attachments": []}
    payload |= {"tts": False, "mention_everyone": False, "pinned": False}
    payload |= {"mentions": [], "mention_roles": []}
    server.gateway.inject("MESSAGE_UPDATE", payload)
    (edited,) = await server.until(lambda: listener.of(MessageEdited))
    assert "Buy now" in edited.message.also
    assert edited.message.links == ("https://shop.example",)
    assert edited.key != listener.of(MessagePosted)[0].key


async def test_deletions_are_heard_one_by_one(server, town, listener):
    ada = town.member("ada")
    messages = [ada.post("general", str(number)) for number in range(3)]
    ada.delete(messages[0])
    server.world.backend.bulk_delete_messages(messages[1].channel_id, [m.id for m in messages[1:]])
    await server.until(lambda: len(listener.of(MessageDeleted)) == 3)
    assert [e.ref for e in listener.of(MessageDeleted)] == [ref(town, "general", m) for m in messages]


async def test_joining_and_leaving_are_heard(server, town, listener):
    ada = town.member("ada")
    (joined,) = await server.until(lambda: listener.of(MemberJoined))
    assert (joined.space, joined.member.user, joined.member.name) == (space(town), user(ada), "ada")
    ada.leave()
    (left,) = await server.until(lambda: listener.of(MemberLeft))
    assert left.user == user(ada)


async def test_who_is_still_being_screened_arrives_when_the_screening_is_finished(server, town, listener):
    ada = town.person("ada")
    ada.join(pending=True)
    town.member("bob")
    await server.until(lambda: [e.member.name for e in listener.of(MemberJoined)] == ["bob"])
    ada.finish_screening()
    await server.until(lambda: [e.member.name for e in listener.of(MemberJoined)] == ["bob", "ada"])
    assert listener.of(MemberJoined)[1].member.rank is Rank.MEMBER


async def test_a_new_role_counts_at_the_next_word(server, town, platform, listener):
    ada = town.member("ada")
    await server.until(lambda: listener.of(MemberJoined))
    role = town.role("Moderators", manage_messages=True)
    ada.take_role(role)
    ada.post("general", "now")
    await server.until(lambda: listener.of(MessagePosted))
    assert (await platform.member(space(town), user(ada))).rank is Rank.MODERATOR
    ada.drop_role(role)
    ada.post("general", "then")
    await server.until(lambda: len(listener.of(MessagePosted)) == 2)
    assert (await platform.member(space(town), user(ada))).rank is Rank.MEMBER


async def test_private_messages_are_named_by_the_person(server, town, listener):
    ada = town.member("ada")
    ada.write_to_bot("may I appeal?")
    (event,) = await server.until(lambda: listener.of(MessagePosted))
    assert event.message.place.is_direct
    assert event.message.place.channel.native == str(ada.id)


async def test_everything_a_reader_could_see_is_read(server, town, listener):
    ada = town.member("ada")
    embed = {"title": "e-title", "description": "e-text", "footer": {"text": "e-foot"}}
    embed |= {"fields": [{"name": "f-name", "value": "f-value"}], "author": {"name": "e-author"}}
    button = {"type": 2, "style": 5, "label": "b-label", "url": "https://b.example"}
    rows = [{"type": 1, "components": [button]}]
    first = ada.post("general", "[look](https://masked.example/x)", embeds=[embed], components=rows)
    ada.post_file("general", "casino-bonus.png")
    ada.post_poll("general", "p-question", "p-one", "p-two")
    ada.forward(first, "staff")
    town.thread("general", "t-name", ada)
    await server.until(lambda: len(listener.of(MessagePosted)) == 5)
    one, file, poll, forward, thread = (event.message for event in listener.of(MessagePosted))
    shown = {"e-title", "e-text", "e-foot", "f-name", "f-value", "e-author", "b-label"}
    assert shown <= set(one.also)
    assert set(one.links) == {"https://masked.example/x", "https://b.example"}
    assert (file.attachments, file.also) == (1, ("casino-bonus.png",))
    assert [m.carries for m in (one, file, poll)] == [set(), {Attachment.PHOTO}, {Attachment.POLL}]
    assert one.author.created_at is not None
    assert not one.mentions_everyone
    assert poll.also == ("p-question", "p-one", "p-two")
    assert forward.forwarded
    assert forward.text == ""
    assert shown | {"[look](https://masked.example/x)"} <= set(forward.also)
    assert "https://masked.example/x" in forward.links
    assert thread.text == "t-name"


async def test_a_post_in_a_thread_belongs_to_its_channel(server, town, listener):
    ada = town.member("ada")
    thread = town.thread("general", "about bread", ada)
    message = ada.post("about bread", "flour")
    await server.until(lambda: len(listener.of(MessagePosted)) == 2)
    event = listener.of(MessagePosted)[1]
    assert event.message.place == replace(place(town, "general"), thread=str(thread.id))
    assert event.message.ref.native == str(message.id)


async def test_a_webhook_is_nobody_to_punish(server, town, listener):
    hook = town.handle.create_webhook(town.channel("general"), "News")
    await hook.send("extra, extra")
    (event,) = await server.until(lambda: listener.of(MessagePosted))
    assert event.message.author.untouchable
    assert event.message.author.rank is Rank.GUEST


async def test_the_bots_own_rights_are_news(server, town, listener):
    town.bot_may(ban_members=False)
    (event,) = await server.until(lambda: listener.of(RightsChanged))
    assert event.present
    assert event.space == space(town)


async def test_being_added_and_removed_is_news(server, town, listener):
    other = server.town("Elsewhere")
    (added,) = await server.until(lambda: listener.of(RightsChanged))
    assert (added.space, added.present) == (space(other), True)
    server.world.backend.remove_guild(other.id)
    await server.until(lambda: len(listener.of(RightsChanged)) == 2)
    assert not listener.of(RightsChanged)[1].present


async def test_who_added_the_bot_is_read_from_the_audit_log(server, town, listener):
    ada, backend = town.member("ada"), server.world.backend
    backend.record_audit_log(town.id, 28, target_id=backend.bot_user.id, user_id=ada.id)
    fresh = dict(serializers.guild_create_payload(backend, town.model))
    del fresh["unavailable"]
    server.gateway.inject("GUILD_CREATE", fresh)
    (event,) = await server.until(lambda: listener.of(RightsChanged))
    assert event.added_by == user(ada)


async def test_a_malformed_event_is_counted_and_the_stream_goes_on(server, town, listener, caplog):
    server.gateway.inject("MESSAGE_CREATE", {"id": "no number", "content": "secret words"})
    town.member("ada").post("general", "still here")
    await server.until(lambda: listener.of(MessagePosted))
    assert "malformed event MESSAGE_CREATE no. 1" in caplog.text
    assert server.gateway.identifies == 1


async def test_nobodys_words_reach_the_log_even_at_debug(server, town, listener, caplog):
    caplog.set_level(logging.DEBUG)
    town.member("ada").post("general", "xyzzy-secret")
    await server.until(lambda: listener.of(MessagePosted))
    assert "xyzzy-secret" not in caplog.text


async def test_the_order_within_a_space_is_kept(server, town, listener):
    ada = town.member("ada")
    for number in range(50):
        ada.post("general", str(number))
    await server.until(lambda: len(listener.of(MessagePosted)) == 50)
    assert [event.message.text for event in listener.of(MessagePosted)] == [str(n) for n in range(50)]


async def test_a_reaction_is_heard_with_who_added_it_and_the_bots_own_is_not(server, town, listener):
    ada, bob = town.member("ada"), town.member("bob")
    message = ada.post("general", "look")
    backend = server.world.backend
    backend.add_reaction(message.channel_id, message.id, "👀", backend.bot_user.id)
    backend.add_reaction(message.channel_id, message.id, "👀", bob.id)
    backend.remove_reaction(message.channel_id, message.id, "👀", bob.id)
    (event,) = await server.until(lambda: listener.of(ReactionChanged))
    assert (event.by.user, event.emoji) == (user(bob), "👀")
    assert event.message == ref(town, "general", message)


async def test_a_new_nickname_is_heard_and_a_new_role_is_none(server, town, listener):
    ada = town.member("ada")
    await server.until(lambda: listener.of(MemberJoined))
    ada.take_role(town.role("Bakers"))
    server.world.backend.edit_member(town.id, ada.id, {"nick": "Ada the Baker"})
    (event,) = await server.until(lambda: listener.of(MemberRenamed))
    assert (event.space, event.member.user, event.member.name) == (space(town), user(ada), "Ada the Baker")


def entry(town, number, kind, of, by, *changes):
    about = {"guild_id": str(town.id), "target_id": str(of), "user_id": str(by), "changes": list(changes)}
    return {"id": str(number), "action_type": kind, **about}


async def test_a_timeout_or_a_ban_that_people_end_in_the_app_is_heard_with_who_did_it(server, town, listener, platform):
    ada, bob = town.member("ada"), town.member("bob")
    await server.until(lambda: len(listener.of(MemberJoined)) == 2)
    timeout = {"key": "communication_disabled_until", "old_value": "2030-01-01T00:00:00+00:00"}
    begins = {"key": "communication_disabled_until", "new_value": "2030-01-01T00:00:00+00:00"}
    for sent in (
        entry(town, 1, 24, ada.id, bob.id, begins),
        entry(town, 2, 24, ada.id, bob.id, {"key": "nick", "new_value": "Ada"}),
        entry(town, 3, 24, ada.id, platform.line.me, timeout),
        entry(town, 4, 22, ada.id, bob.id),
        entry(town, 5, 24, ada.id, bob.id, {"key": "nick", "new_value": "A"}, timeout),
        entry(town, 6, 23, ada.id, bob.id),
    ):
        server.world.backend.emit("GUILD_AUDIT_LOG_ENTRY_CREATE", sent)
    ended = await server.until(lambda: listener.of(SanctionLifted)[1:] and listener.of(SanctionLifted))
    assert [one.sanction for one in ended] == [Sanction.MUTE, Sanction.BAN]
    assert {(one.space, one.user, one.by, one.by_name) for one in ended} == {(space(town), user(ada), user(bob), "bob")}


async def test_a_thread_is_heard_when_it_is_opened_and_when_it_is_called_otherwise(server, town, listener):
    ada = town.member("ada")
    thread = town.thread("general", "about bread", ada)
    (opened,) = await server.until(lambda: listener.of(ThreadNamed))
    assert (opened.title, opened.by.user, opened.renamed) == ("about bread", user(ada), False)
    assert opened.place == replace(place(town, "general"), thread=str(thread.id))
    server.world.backend.edit_channel(thread.id, {"name": "about cake"})
    _, renamed = await server.until(lambda: listener.of(ThreadNamed)[1:] and listener.of(ThreadNamed))
    assert (renamed.title, renamed.renamed) == ("about cake", True)
    assert renamed.key != opened.key


async def test_an_address_that_has_run_out_is_asked_for_anew_before_the_file_goes_on(server, town, listener, platform):
    ada = town.member("ada")
    posted = ada.post_file("general", "plan.txt", data=b"the plan")
    (event,) = await server.until(lambda: listener.of(MessagePosted))
    (file,) = event.message.enclosures
    server.rest.addresses_run_out()
    into = io.BytesIO()
    assert await platform.fetch(file, 10**6, into) == Done()
    assert into.getvalue() == b"the plan"
    asked = [request.path for request in server.ledger if request.method == "GET" and "/messages/" in request.path]
    assert asked == [f"/channels/{posted.channel_id}/messages/{posted.id}"]
