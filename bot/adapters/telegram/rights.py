"""Who may do what in a Telegram group: native rights as ranks, the bot's own as capabilities."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.adapters.telegram.chats import SUPERGROUPS, Chats, Raw
from bot.adapters.telegram.flood import Api
from bot.adapters.telegram.standing import (
    ADMINS_ROLE,
    SERVICE_ACCOUNTS,
    Standing,
    account,
    rank_of,
    standing_of,
)
from bot.adapters.telegram.views import BUTTONS_PER_ROW, MOST_ROWS
from bot.core.capabilities import Capabilities, Capability, Limits
from bot.core.events import (
    ButtonPressed,
    CommandInvoked,
    Event,
    FormSubmitted,
    MemberJoined,
    MemberLeft,
    MessageEdited,
    MessagePosted,
    RightsChanged,
)
from bot.core.ids import SpaceRef, UserRef
from bot.core.people import Member, Rank

FRESH_SECONDS = 600.0
_LIMITS = Limits(
    text=4096,
    buttons_per_row=BUTTONS_PER_ROW,
    rows=MOST_ROWS,
    delete_batch=100,
    longest_mute=timedelta(days=365),  # beyond 366 days Telegram takes it as for ever
    shortest_mute=timedelta(seconds=45),  # below 30 seconds too; some for clocks and the way there
)
_HEARD: frozenset[type[Event]] = frozenset({CommandInvoked, ButtonPressed, FormSubmitted, RightsChanged})


@dataclass(slots=True)
class _Known:
    """What is known about one chat, and since when."""

    admins: dict[int, Rank]
    at: float


class Rights:
    """Asks Telegram once, then listens to what changes."""

    def __init__(self, bot: Api, chats: Chats) -> None:
        self._bot = bot
        self._chats = chats
        self._admins: dict[int, _Known] = {}
        self._own: dict[int, Standing] = {}
        self._linked: dict[int, int] = {}

    # ---- people

    async def actor(self, message: Raw) -> Member:
        """Who speaks: a channel or the group itself where a message names one, else the account."""
        chat = message["chat"]
        if "sender_chat" in message and chat["type"] != "private":
            forwarded = bool(message.get("is_automatic_forward"))
            return await self._speaking_chat(chat, message["sender_chat"], forwarded)
        return await self.person(chat, message["from"])

    async def person(self, chat: Raw, user: Raw) -> Member:
        """An account in a chat, with its rank there."""
        self._chats.remember(user)
        number = int(user["id"])
        ref = self._chats.user(number)
        if number in SERVICE_ACCOUNTS or chat["type"] == "private":
            return account(user, ref, untouchable=number in SERVICE_ACCOUNTS)
        admins = await self._admins_of(int(chat["id"]))
        if admins is None:  # while Telegram does not say, this may be an administrator: neither obey nor punish
            return account(user, ref, untouchable=True)
        return account(user, ref, admins.get(number, Rank.MEMBER))

    async def member(self, space: SpaceRef, user: UserRef) -> Member | None:
        """Look an account up; None when Telegram knows no such one. Raises ConnectionError when it does not answer."""
        chat, number = self._chats.number(space), self._chats.number(user)
        if number < 0:
            return await self._speaking_chat({"id": chat}, {"id": number, "title": user.native}, forwarded=False)
        try:
            found = await self._bot.get_chat_member(chat, number)
        except (BadRequest, Forbidden):
            return None
        except TelegramError as error:
            raise ConnectionError(error.message) from None
        raw = found.to_dict()
        self._chats.remember(raw["user"])
        return account(raw["user"], user, rank_of(raw), untouchable=number in SERVICE_ACCOUNTS)

    async def _speaking_chat(self, chat: Raw, speaker: Raw, forwarded: bool) -> Member:
        number, home = int(speaker["id"]), int(chat["id"])
        anonymous = number == home
        linked = forwarded or (not anonymous and number == await self._linked_to(home))
        return Member(
            self._chats.user(number),
            str(speaker.get("title", "")),
            Rank.MODERATOR if anonymous else Rank.MEMBER,
            str(speaker.get("username", "")),
            is_channel=True,
            untouchable=anonymous or linked,
            roles=frozenset({ADMINS_ROLE}) if anonymous else frozenset(),
        )

    async def _linked_to(self, chat: int) -> int:
        if chat not in self._linked:
            try:
                self._linked[chat] = (await self._bot.get_chat(chat)).linked_chat_id or 0
            except TelegramError:
                return 0
        return self._linked[chat]

    async def _admins_of(self, chat: int) -> dict[int, Rank] | None:
        known = self._admins.get(chat)
        now = asyncio.get_running_loop().time()
        if known and now - known.at < FRESH_SECONDS:
            return known.admins
        try:
            found = [one.to_dict() for one in await self._bot.get_chat_administrators(chat)]
        except (BadRequest, Forbidden):
            return {}  # not our chat any more: nobody there has a rank with us
        except TelegramError:
            return known.admins if known else None
        admins = {int(one["user"]["id"]): rank_of(one) for one in found}
        self._admins[chat] = _Known(admins, now)
        return admins

    # ---- the bot itself

    async def own(self, chat: int) -> Standing:
        """What the bot is in this chat; a plain member where Telegram does not say."""
        if chat not in self._own:
            try:
                me = await self._bot.get_chat_member(chat, self._bot.id)
            except (BadRequest, Forbidden):
                self._own[chat] = Standing(present=False)
            except TelegramError:
                return Standing()
            else:
                self._own[chat] = standing_of(me.to_dict())
        return self._own[chat]

    async def capabilities(self, chat: int) -> Capabilities:
        """What can be done in this chat now."""
        if chat > 0:
            return Capabilities(_PRIVATE, _LIMITS, _HEARD | {MessagePosted, MessageEdited})
        own = await self.own(chat)
        has = {c for c in _GROUP if own.present}
        if "can_delete_messages" in own.may:
            has.add(Capability.DELETE)
        if "can_restrict_members" in own.may:
            has |= {Capability.KICK, Capability.BAN}
            if str(chat).startswith(SUPERGROUPS):
                has.add(Capability.MUTE)
        sees = set(_HEARD)
        if own.admin or self._bot.bot.can_read_all_group_messages:
            sees |= {MessagePosted, MessageEdited}
        if own.admin:
            sees |= {MemberJoined, MemberLeft}
        return Capabilities(frozenset(has), _LIMITS, frozenset(sees))

    # ---- what changes

    def note_own(self, chat: int, member: Raw) -> None:
        self._own[chat] = standing_of(member)
        self._admins.pop(chat, None)

    def note_member(self, chat: int, member: Raw) -> None:
        known = self._admins.get(chat)
        if known is None:
            return
        rank = rank_of(member)
        if rank > Rank.MEMBER:
            known.admins[int(member["user"]["id"])] = rank
        else:
            known.admins.pop(int(member["user"]["id"]), None)

    def forget(self, chat: int) -> None:
        """Telegram said no: what was believed about this chat is not so."""
        self._own.pop(chat, None)
        self._admins.pop(chat, None)


_PRIVATE = frozenset(
    {
        Capability.SEND,
        Capability.PRIVATE_ANSWER,
        Capability.WHISPER,
        Capability.BUTTONS,
        Capability.EDIT,
        Capability.FORM,
        Capability.DELETE,
    }
)
_GROUP = frozenset(
    {
        Capability.SEND,
        Capability.WHISPER,
        Capability.DEEP_LINK,
        Capability.ALERT,
        Capability.BUTTONS,
        Capability.FORM,
        Capability.EDIT,
    }
)
