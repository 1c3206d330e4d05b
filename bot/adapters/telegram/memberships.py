"""Who came to a chat, who went, who waits before it, and what the bot itself may do there: as the core's events."""

from dataclasses import replace

from bot.adapters.telegram.chats import Chats, Raw
from bot.adapters.telegram.messages import Messages, Self
from bot.adapters.telegram.rights import Rights
from bot.adapters.telegram.standing import account, is_present, lifted, moment
from bot.core.events import (
    Event,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    RightsChanged,
    SanctionLifted,
    ServiceLine,
)
from bot.core.people import Rank


class Memberships:
    """Reads what Telegram tells of members; which of its updates it tells it by depends on the bot's own rights."""

    def __init__(self, me: Self, rights: Rights, chats: Chats, messages: Messages) -> None:
        self._me = me
        self._rights = rights
        self._chats = chats
        self._messages = messages

    async def changed(self, update: Raw, change: Raw) -> tuple[Event, ...]:
        """What a ``chat_member`` update says: who came, who went, and whose mute or ban somebody ended."""
        chat, old, new = change["chat"], change["old_chat_member"], change["new_chat_member"]
        self._chats.remember(new["user"])
        self._rights.note_member(int(chat["id"]), new)
        if chat["type"] == "channel":
            return ()
        ended = self._lifted(update, change)
        if is_present(old) == is_present(new):
            return ended
        return (*ended, await self._came_or_went(update, change, new["user"], came=is_present(new)))

    def _lifted(self, update: Raw, change: Raw) -> tuple[SanctionLifted, ...]:
        """What somebody else than the bot ended in the app."""
        user, by = change["new_chat_member"]["user"], change["from"]
        sanction = lifted(change["old_chat_member"], change["new_chat_member"])
        if sanction is None or by["id"] in {self._me.number, user["id"]}:
            return ()
        key, at = f"{self._messages.key(update, change)}:lifted", moment(int(change["date"]))
        space, who = self._chats.space(int(change["chat"]["id"])), self._chats.user(int(user["id"]))
        ref = self._chats.user(int(by["id"]))
        return (SanctionLifted(key, space, who, sanction, ref, account(by, ref).name, at),)

    async def told_in_chat(self, update: Raw, raw: Raw) -> tuple[Event, ...]:
        """A service line about members; administrators hear of them by ``chat_member``, for others this must do."""
        line = self._line(update, raw)
        if (await self._rights.own(int(raw["chat"]["id"]))).admin:
            return (line,)
        came = [user for user in raw.get("new_chat_members", ()) if user["id"] != self._me.number]
        gone = [raw["left_chat_member"]] if "left_chat_member" in raw else []
        events = [await self._came_or_went(update, raw, user, came=True) for user in came]
        events += [
            await self._came_or_went(update, raw, user, came=False) for user in gone if user["id"] != self._me.number
        ]
        return (*(replace(e, key=f"{e.key}:{place}") for place, e in enumerate(events)), line)

    def _line(self, update: Raw, raw: Raw) -> ServiceLine:
        key = f"{self._messages.key(update, raw)}:line"
        return ServiceLine(key, self._chats.ref_of(raw), "new_chat_members" in raw, moment(int(raw["date"])))

    def asked_in(self, update: Raw, request: Raw) -> tuple[Event, ...]:
        """Somebody waits before the door; for five minutes the bot may write to them first."""
        user = request["from"]
        self._chats.remember(user)
        ref, at = self._chats.user(int(user["id"])), moment(int(request["date"]))
        space = self._chats.space(int(request["chat"]["id"]))
        about = str(request.get("bio", ""))
        member = account(user, ref, Rank.GUEST)
        return (JoinRequested(self._messages.key(update, request), space, member, at, about),)

    async def _came_or_went(self, update: Raw, change: Raw, user: Raw, *, came: bool) -> MemberJoined | MemberLeft:
        key, at = self._messages.key(update, change), moment(int(change["date"]))
        space, ref = self._chats.space(int(change["chat"]["id"])), self._chats.user(int(user["id"]))
        if not came:
            return MemberLeft(key, space, ref, at)
        self._chats.remember(user)
        # Whoever approves a request to join has brought nobody in.
        by = change["from"] if not change.get("via_join_request") else user
        added = self._chats.user(int(by["id"])) if by["id"] not in {user["id"], self._me.number} else None
        return MemberJoined(key, space, replace(account(user, ref), joined_at=at), at, added)

    def own_change(self, update: Raw, change: Raw) -> tuple[Event, ...]:
        """What a ``my_chat_member`` update says: the bot itself came, went, or may do something else now."""
        chat, old, new = change["chat"], change["old_chat_member"], change["new_chat_member"]
        if chat["type"] == "private":
            return ()
        number = int(chat["id"])
        self._rights.note_own(number, new)
        added = not is_present(old) and is_present(new)
        event = RightsChanged(
            self._messages.key(update, change),
            self._chats.space(number),
            is_present(new),
            moment(int(change["date"])),
            self._chats.user(int(change["from"]["id"])) if added else None,
        )
        return (event,)
