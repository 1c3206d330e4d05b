"""Discord's messages and members as events of the core."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import discord

from bot.adapters.discord import shown
from bot.adapters.discord.line import direct, place_of
from bot.adapters.discord.people import People, from_member, from_user, space_ref, user_ref, webhook
from bot.core.actions import Sanction
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
    ServiceLine,
    ThreadNamed,
)
from bot.core.ids import MessageRef, Place, UserRef
from bot.core.messages import Message
from bot.core.native_filters import NativelyBlocked
from bot.core.people import Member, Rank

SPOKEN = frozenset(
    {
        discord.MessageType.default,
        discord.MessageType.reply,
        discord.MessageType.chat_input_command,
        discord.MessageType.context_menu_command,
        discord.MessageType.thread_created,
        discord.MessageType.poll_result,
    }
)
"""The types of message in which somebody says something; the rest is Discord's own notices."""


def is_spoken(message: discord.Message, me: int) -> bool:
    """Whether this is somebody else's saying."""
    return message.author.id != me and message.type in SPOKEN


def place(message: discord.Message) -> Place:
    """Where a message stands."""
    # A space that is not in the cache (yet) is known by its id at least.
    guild_id = message.guild.id if message.guild else getattr(message.channel, "guild_id", None)
    if guild_id is None:
        return direct(message.author.id)
    return place_in(message.channel, guild_id)


def place_in(channel: object, guild_id: int) -> Place:
    """Where somebody speaks in a space; a thread belongs to its parent channel."""
    channel_id = int(getattr(channel, "id", 0))
    parent = channel.parent_id if isinstance(channel, discord.Thread) else None
    return place_of(channel_id, guild_id, parent)


_LIFTING = frozenset({discord.AuditLogAction.unban.value, discord.AuditLogAction.member_update.value})


async def message(source: discord.Message, people: People) -> Message:
    """A message with every text a reader could see, and its author as a member."""
    texts = shown.also(source)
    here = place(source)
    reply = source.reference
    ref = MessageRef(here, str(source.id))
    is_reply = reply is not None and reply.message_id is not None and not source.message_snapshots
    return Message(
        ref,
        await author(source, people),
        source.content,
        source.created_at,
        also=texts,
        links=shown.links(source, texts),
        mentions=tuple(map(user_ref, source.raw_mentions)),
        attachments=shown.files(source),
        reply_to=MessageRef(here, str(reply.message_id)) if reply and is_reply else None,
        forwarded=bool(source.message_snapshots),
        carries=shown.carries(source),
        mentions_everyone=source.mention_everyone,
        enclosures=shown.enclosures(source, ref),
    )


async def author(source: discord.Message, people: People) -> Member:
    """Who wrote it; fetched where Discord sent the account without its membership."""
    if source.webhook_id is not None and source.interaction_metadata is None:
        return webhook(source.author)
    if isinstance(source.author, discord.Member):
        return people.note(source.author.guild.id, from_member(source.author))
    if source.guild is None:
        return from_user(source.author, Rank.MEMBER)
    known = await people.find(source.guild, source.author.id)
    return known or from_user(source.author, Rank.GUEST)


def key(source: discord.Message, read: Message) -> str:
    """The same message in the same state has the same key, however often and by whatever event it comes."""
    edited = int(source.edited_at.timestamp() * 1000) if source.edited_at else 0
    return f"discord:{source.channel.id}:{source.id}:{edited}:{shown.digest((read.text, *read.also))}"


async def posted(source: discord.Message, people: People) -> MessagePosted:
    read = await message(source, people)
    return MessagePosted(key(source, read), read)


async def edited(source: discord.Message, people: People) -> MessageEdited:
    read = await message(source, people)
    return MessageEdited(key(source, read), read)


def deleted(where: Place, message_id: int, at: datetime) -> MessageDeleted:
    spot = where.thread or where.channel.native
    return MessageDeleted(f"discord:gone:{spot}:{message_id}", MessageRef(where, str(message_id)), at)


def blocked(source: discord.AutoModAction, by: Member, name: str, at: datetime) -> NativelyBlocked:
    """What AutoMod kept out. Discord numbers no executions: the minute tells one trial from the next."""
    spot = source.channel_id or 0
    channel = source.guild.get_channel_or_thread(spot)
    ref = MessageRef(place_in(channel, source.guild_id) if channel else place_of(spot, source.guild_id), "")
    if source.message_id is not None:
        ref = replace(ref, native=str(source.message_id))
    said = shown.digest((source.content,))
    key = f"discord:automod:{source.guild_id}:{spot}:{source.user_id}:{said}:{at:%Y%m%d%H%M}"
    read = Message(ref, by, source.content, at)
    return NativelyBlocked(key, read, name, source.matched_content or "", source.matched_keyword or "")


def reacted(payload: discord.RawReactionActionEvent, by: Member, channel: object, at: datetime) -> ReactionChanged:
    guild_id = payload.guild_id or 0
    here = place_in(channel, guild_id) if channel is not None else place_of(payload.channel_id, guild_id)
    spot = f"{payload.message_id}:{payload.user_id}:{payload.emoji}"
    # Put, taken away and put again counts as often as it is done.
    key = f"discord:reaction:{spot}:{at:%Y%m%d%H%M%S}"
    return ReactionChanged(key, MessageRef(here, str(payload.message_id)), by, str(payload.emoji), at)


def titled(source: discord.Thread, title: str, by: Member, at: datetime, *, renamed: bool) -> ThreadNamed:
    key = f"discord:title:{source.id}:{shown.digest((title,))}:{at:%Y%m%d%H%M}"
    return ThreadNamed(key, place_of(source.id, source.guild.id, source.parent_id), title, by, at, renamed)


def renamed(guild_id: int, member: Member, at: datetime) -> MemberRenamed:
    called = shown.digest((member.name, member.handle))
    return MemberRenamed(
        f"discord:name:{guild_id}:{member.user.native}:{called}:{at:%Y%m%d}", space_ref(guild_id), member, at
    )


def arrival_line(source: discord.Message) -> ServiceLine:
    """Discord's own "... just showed up" in its system channel; it has none for those who leave."""
    return ServiceLine(f"discord:line:{source.id}", MessageRef(place(source), str(source.id)), True, source.created_at)


def joined(guild_id: int, member: Member, at: datetime) -> MemberJoined:
    since = int((member.joined_at or at).timestamp())
    return MemberJoined(f"discord:join:{guild_id}:{member.user.native}:{since}", space_ref(guild_id), member, at)


def lifted(entry: Mapping[str, Any], by_name: str, at: datetime) -> SanctionLifted | None:
    """What somebody ended in the app, as the audit log says it; None for any other entry."""
    changes = {change["key"]: change for change in entry.get("changes") or ()}
    timeout = changes.get("communication_disabled_until")
    match discord.AuditLogAction(entry["action_type"]) if entry["action_type"] in _LIFTING else None:
        case discord.AuditLogAction.unban:
            sanction = Sanction.BAN
        case discord.AuditLogAction.member_update if timeout is not None and timeout.get("new_value") is None:
            sanction = Sanction.MUTE
        case _:
            return None
    space, key = space_ref(int(entry["guild_id"])), f"discord:lifted:{entry['id']}"
    return SanctionLifted(
        key, space, user_ref(int(entry["target_id"])), sanction, user_ref(int(entry["user_id"])), by_name, at
    )


def left(guild_id: int, user_id: int, at: datetime) -> MemberLeft:
    # Discord numbers no leavings; the minute tells two of the same person apart, and a redelivery finds its key.
    return MemberLeft(f"discord:leave:{guild_id}:{user_id}:{at:%Y%m%d%H%M}", space_ref(guild_id), user_ref(user_id), at)


def rights_changed(
    guild: discord.Guild, at: datetime, *, present: bool = True, added_by: UserRef | None = None
) -> RightsChanged:
    held = guild.me.guild_permissions.value if present else 0
    stamp = f"{held:x}:{at:%Y%m%d%H%M%S}"
    return RightsChanged(f"discord:rights:{guild.id}:{stamp}", space_ref(guild.id), present, at, added_by)
