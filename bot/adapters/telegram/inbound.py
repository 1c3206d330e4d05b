"""Telegram's updates, parsed at the edge into the core's events: beyond this file there is no JSON."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.adapters.telegram import texts
from bot.adapters.telegram.chats import Chats, Raw
from bot.adapters.telegram.commands import CommandBook, typed
from bot.adapters.telegram.dialogs import Dialogs
from bot.adapters.telegram.flood import Api
from bot.adapters.telegram.invocations import Invocations
from bot.adapters.telegram.memberships import Memberships
from bot.adapters.telegram.messages import Messages, Self
from bot.adapters.telegram.native_polls import NativePolls
from bot.adapters.telegram.rights import Rights
from bot.adapters.telegram.standing import moment
from bot.adapters.telegram.tickets import message_ticket, press_ticket
from bot.core.events import (
    Event,
    MessageEdited,
    MessagePosted,
    ReactionChanged,
    ThreadNamed,
)
from bot.core.interactions import ButtonPressed, FormSubmitted

WANTED = (
    "message",
    "edited_message",
    "callback_query",
    "chat_member",
    "my_chat_member",
    "message_reaction",
    "chat_join_request",
    "poll_answer",
)
"""Asked for by name: ``chat_member`` and reactions are off by default, and the setting stays with Telegram."""


async def _nothing() -> None:
    """Nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What an update means, and what the adapter still does once the runtime has taken it."""

    events: tuple[Event, ...] = ()
    afterwards: Callable[[], Awaitable[None]] = _nothing


class Inbound:
    """One update in, its events out. Whatever is malformed raises; the polling loop counts it and goes on."""

    def __init__(
        self,
        bot: Api,
        me: Self,
        rights: Rights,
        chats: Chats,
        dialogs: Dialogs,
        polls: NativePolls,
        now: Callable[[], datetime],
    ) -> None:
        self._polls = polls
        self._rights = rights
        self._chats = chats
        self._dialogs = dialogs
        self._now = now
        self._messages = Messages(me, rights, chats)
        self._memberships = Memberships(me, rights, chats, self._messages)
        self._invocations = Invocations(bot, me, rights, chats, self._messages)

    def offer(self, book: CommandBook) -> None:
        """From now on these are the commands."""
        self._invocations.offer(book)

    async def parse(self, update: Raw) -> Parsed:  # noqa: C901, PLR0911  # one line for each kind of update
        """Give the events of one raw update. Raises ConnectionError when Telegram must be asked and does not answer."""
        match update:
            case {"message": message}:
                return await self._message(update, message)
            case {"edited_message": message}:
                return await self._edited(update, message)
            case {"callback_query": query}:
                return await self._pressed(update, query)
            case {"chat_member": change}:
                return Parsed(await self._memberships.changed(update, change))
            case {"my_chat_member": change}:
                return Parsed(self._memberships.own_change(update, change))
            case {"message_reaction": change}:
                return await self._reacted(update, change)
            case {"chat_join_request": request}:
                return Parsed(self._memberships.asked_in(update, request))
            case {"poll_answer": answer}:
                return Parsed(await self._polls.voted(update, answer, self._now()))
            case _:
                return Parsed()

    # ---- messages

    async def _message(self, update: Raw, raw: Raw) -> Parsed:
        if "migrate_to_chat_id" in raw:
            await self._chats.moved(int(raw["chat"]["id"]), int(raw["migrate_to_chat_id"]))
            return Parsed()
        await self._polls.noticed(raw)
        if "new_chat_members" in raw or "left_chat_member" in raw:
            return Parsed(await self._memberships.told_in_chat(update, raw))
        dialog = self._dialogs.waiting_for(raw)
        line = typed(raw) if not raw.get("is_automatic_forward") else None
        if dialog is not None and line is None:
            return await self._answered(update, raw)
        if line is not None and _may_command(raw):
            await self._leave_dialog(raw)
            events = await self._invocations.events(update, raw, line)
            if events is not None:
                return Parsed(events)
        return await self._posted(update, raw)

    async def _posted(self, update: Raw, raw: Raw) -> Parsed:
        if not texts.says_something(raw):
            return Parsed()
        posted = MessagePosted(self._messages.key(update, raw), await self._messages.read(raw))
        return Parsed((posted, *_titled(posted, raw)))

    async def _reacted(self, update: Raw, change: Raw) -> Parsed:
        """A reaction that was added; who reacts as a channel or unnamed is counted by nobody."""
        before = [_emoji(one) for one in change.get("old_reaction", ())]
        added = [emoji for one in change.get("new_reaction", ()) if (emoji := _emoji(one)) not in before]
        if not added or "user" not in change or change["chat"]["type"] == "private":
            return Parsed()
        by = await self._rights.person(change["chat"], change["user"])
        key, ref = self._messages.key(update, change), self._chats.ref_of(change)
        return Parsed((ReactionChanged(key, ref, by, added[0], moment(int(change["date"]))),))

    async def _edited(self, update: Raw, raw: Raw) -> Parsed:
        if not texts.says_something(raw):
            return Parsed()
        return Parsed((MessageEdited(self._messages.key(update, raw), await self._messages.read(raw)),))

    # ---- dialogs

    async def _leave_dialog(self, raw: Raw) -> None:
        if raw["chat"]["type"] == "private":
            await self._dialogs.drop(int(raw["chat"]["id"]), int(raw["from"]["id"]))

    async def _answered(self, update: Raw, raw: Raw) -> Parsed:
        dialog = self._dialogs.waiting_for(raw)
        if dialog is None:
            return Parsed()
        dialog = dialog.answered(raw)
        if not dialog.is_complete:
            await self._dialogs.ask(dialog, reply_to=int(raw["message_id"]))
            return Parsed()
        event = FormSubmitted(
            self._messages.key(update, raw),
            dialog.token,
            self._chats.place_of(raw),
            await self._rights.actor(raw),
            dialog.values,
            message_ticket(int(raw["message_id"])),
            moment(int(raw["date"])),
        )
        finished = dialog
        return Parsed((event,), lambda: self._dialogs.finish(finished))

    # ---- presses

    async def _pressed(self, update: Raw, query: Raw) -> Parsed:
        message = query.get("message")
        if message is None or "data" not in query:
            return Parsed()
        ref = self._chats.ref_of(message)
        # An anonymous administrator's press carries the real account (tdlib/telegram-bot-api#667).
        actor = await self._rights.person(message["chat"], query["from"])
        ticket = press_ticket(str(query["id"]))
        token = str(query["data"])
        return Parsed(
            (ButtonPressed(self._messages.key(update, message), token, ref.place, actor, ticket, self._now(), ref),)
        )


def _titled(posted: MessagePosted, raw: Raw) -> tuple[ThreadNamed, ...]:
    """The title of a forum topic that was opened, or given another one, beside the notice of it."""
    topic: Raw = raw.get("forum_topic_created") or raw.get("forum_topic_edited") or {}
    title = topic.get("name")
    message = posted.message
    if not title or message.place.thread is None:
        return ()
    return (ThreadNamed(f"{posted.key}:title", message.place, str(title), message.author, message.sent_at),)


def _emoji(reaction: Raw) -> str:
    return str(reaction.get("emoji") or reaction.get("custom_emoji_id") or reaction["type"])


def _may_command(raw: Raw) -> bool:
    """People and anonymous administrators command; other bots and channels do not."""
    if "sender_chat" in raw:
        return bool(raw["sender_chat"]["id"] == raw["chat"]["id"])
    return not raw["from"].get("is_bot")


def described(update: Raw) -> str:
    """An update for a log line: its id and kind, never its content."""
    kinds = [name for name in update if name != "update_id"]
    return json.dumps({"update_id": update.get("update_id"), "kind": kinds[:1]})
