"""Who may do what in a Telegram group: native rights as ranks, the bot's own as capabilities."""

import asyncio
from dataclasses import dataclass

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.adapters.telegram.abilities import IN_PRIVATE, in_group
from bot.adapters.telegram.chats import SUPERGROUPS, Chats, Raw
from bot.adapters.telegram.flood import Api
from bot.adapters.telegram.standing import (
    ADMINS_ROLE,
    SERVICE_ACCOUNTS,
    Standing,
    account,
    rank_of,
    standing_of,
    unnamed,
)
from bot.core.capabilities import Capabilities
from bot.core.ids import SpaceRef, UserRef
from bot.core.people import Member, Rank

FRESH_SECONDS = 600.0


@dataclass(slots=True)
class _Known:
    """The administrators of one chat, which of them may speak as the chat, and since when that is known."""

    admins: dict[int, Rank]
    anonymous: set[int]
    at: float

    def note(self, member: Raw) -> None:
        """Take in what a chat member object says now."""
        number, rank = int(member["user"]["id"]), rank_of(member)
        self.admins.pop(number, None)
        self.anonymous.discard(number)
        if rank > Rank.MEMBER:
            self.admins[number] = rank
            if member.get("is_anonymous"):
                self.anonymous.add(number)

    def rank_of_the_chat(self) -> Rank:
        """What whoever speaks as the chat may do at least; nobody can tell which of them it is."""
        ranks = [self.admins[number] for number in self.anonymous]
        return min([*ranks, Rank.MODERATOR]) if ranks else Rank.HELPER


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
        known = await self._admins_of(int(chat["id"]))
        if known is None:  # while Telegram does not say, this may be an administrator: neither obey nor punish
            return account(user, ref, untouchable=True)
        known_as = account(user, ref, known.admins.get(number, Rank.MEMBER))
        return unnamed(known_as) if number in known.anonymous else known_as

    async def is_anonymous(self, chat: int, number: int) -> bool:
        """Whether this administrator chose to act without a name here."""
        known = await self._admins_of(chat) if chat < 0 else None
        return known is not None and number in known.anonymous

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
        spared = number in SERVICE_ACCOUNTS or number == self._bot.id
        known = account(raw["user"], user, rank_of(raw), untouchable=spared)
        return unnamed(known) if raw.get("is_anonymous") else known

    def seen(self, space: SpaceRef, user: UserRef) -> Member | None:
        """An administrator, as last read; None for whoever is none, or of whom nothing is known."""
        known = self._admins.get(self._chats.number(space))
        rank = None if known is None else known.admins.get(self._chats.number(user))
        return None if rank is None else account({}, user, rank)

    async def _speaking_chat(self, chat: Raw, speaker: Raw, forwarded: bool) -> Member:
        number, home = int(speaker["id"]), int(chat["id"])
        known = await self._admins_of(home) if number == home else None
        return Member(
            self._chats.user(number),
            str(speaker.get("title", "")),
            known.rank_of_the_chat() if known else Rank.MEMBER,
            str(speaker.get("username", "")),
            is_channel=True,
            untouchable=number == home or forwarded or number == await self._linked_to(home, number),
            roles=frozenset({ADMINS_ROLE}) if number == home else frozenset(),
        )

    async def _linked_to(self, chat: int, asked: int) -> int:
        """The channel a group belongs to; while Telegram does not say, it may be the one asked about."""
        if chat not in self._linked:
            try:
                self._linked[chat] = (await self._bot.get_chat(chat)).linked_chat_id or 0
            except TelegramError:
                return asked
        return self._linked[chat]

    async def _admins_of(self, chat: int) -> _Known | None:
        known = self._admins.get(chat)
        now = asyncio.get_running_loop().time()
        if known and now - known.at < FRESH_SECONDS:
            return known
        fresh = _Known({}, set(), now)
        try:
            for one in await self._bot.get_chat_administrators(chat):
                fresh.note(one.to_dict())
        except (BadRequest, Forbidden):
            return fresh  # not our chat any more: nobody there has a rank with us
        except TelegramError:
            return known
        self._admins[chat] = fresh
        return fresh

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
            return IN_PRIVATE
        reads_all = bool(self._bot.bot.can_read_all_group_messages)
        return in_group(await self.own(chat), reads_all=reads_all, is_super=str(chat).startswith(SUPERGROUPS))

    # ---- what changes

    def note_own(self, chat: int, member: Raw) -> None:
        self._own[chat] = standing_of(member)
        self._admins.pop(chat, None)

    def note_member(self, chat: int, member: Raw) -> None:
        known = self._admins.get(chat)
        if known is not None:
            known.note(member)

    def forget(self, chat: int) -> None:
        """Telegram said no: what was believed about this chat is not so."""
        self._own.pop(chat, None)
        self._admins.pop(chat, None)
