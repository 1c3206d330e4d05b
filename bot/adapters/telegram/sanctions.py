"""Mutes, kicks and bans as Telegram knows them, and lifting them again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import assert_never

from telegram import ChatPermissions

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.flood import Api, turn
from bot.adapters.telegram.standing import SERVICE_ACCOUNTS, is_present
from bot.core.actions import Pardon, Punish, Sanction
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.core.routing import Lane

SHORTEST = timedelta(seconds=45)
LONGEST = timedelta(days=365)
"""Telegram takes less than 30 seconds, or more than 366 days, as for ever."""
KICK_LASTS = timedelta(seconds=60)
"""A kick is a ban that is lifted at once; if the bot dies in between, it ends by itself."""


class Sanctions:
    """Raises TelegramError where Telegram refuses; ``refusals`` tells what that means."""

    def __init__(self, bot: Api, chats: Chats, now: Callable[[], datetime]) -> None:
        self._bot = bot
        self._chats = chats
        self._now = now

    async def punish(self, action: Punish) -> Receipt:
        chat, user = self._chats.number(action.space), self._chats.number(action.user)
        if user in {*SERVICE_ACCOUNTS, chat, self._bot.id}:
            return Refused(Refusal.OUTRANKED, "this account is never punished")
        if action.is_channel or user < 0:
            return await self._punish_channel(chat, user, action.sanction)
        match action.sanction:
            case Sanction.MUTE:
                await self._mute(chat, user, action.until)
            case Sanction.KICK:
                return await self._kick(chat, user)
            case Sanction.BAN:
                await self._ban(chat, user, self._end(action.until), purge=bool(action.purge))
            case Sanction.NOTE | Sanction.WARN | Sanction.SOFTBAN | Sanction.UNMUTE | Sanction.UNBAN:
                return Done()  # they live in the record only
            case _:
                assert_never(action.sanction)
        return Done()

    async def pardon(self, action: Pardon) -> Receipt:
        chat, user = self._chats.number(action.space), self._chats.number(action.user)
        if user < 0:
            if action.sanction is Sanction.BAN:
                await self._bot.unban_chat_sender_chat(chat, user, rate_limit_args=turn(Lane.PUNISH))
            return Done()
        match action.sanction:
            case Sanction.BAN:
                await self._unban(chat, user)
            case Sanction.MUTE:
                await self._unmute(chat, user)
            case _:
                return Done()
        return Done()

    async def _punish_channel(self, chat: int, channel: int, sanction: Sanction) -> Receipt:
        """A channel can only be banned; it has no membership to mute."""
        if sanction not in {Sanction.BAN, Sanction.KICK}:
            return Refused(Refusal.UNSUPPORTED, "a channel can only be banned")
        await self._bot.ban_chat_sender_chat(chat, channel, rate_limit_args=turn(Lane.PUNISH))
        return Done()

    async def _mute(self, chat: int, user: int, until: datetime | None) -> None:
        await self._bot.restrict_chat_member(
            chat,
            user,
            ChatPermissions.no_permissions(),
            until_date=until and self._kept_finite(until),
            use_independent_chat_permissions=True,
            rate_limit_args=turn(Lane.PUNISH),
        )

    async def _unmute(self, chat: int, user: int) -> None:
        """Back to what everybody may here. Whoever was banned meanwhile, or left, stays so."""
        held = (await self._bot.get_chat_member(chat, user)).to_dict()
        if held["status"] != "restricted" or not is_present(held):
            return
        usual = (await self._bot.get_chat(chat)).permissions or ChatPermissions.all_permissions()
        await self._bot.restrict_chat_member(
            chat, user, usual, use_independent_chat_permissions=True, rate_limit_args=turn(Lane.PUNISH)
        )

    async def _kick(self, chat: int, user: int) -> Receipt:
        held = (await self._bot.get_chat_member(chat, user)).to_dict()
        if held["status"] == "kicked":
            return Refused(Refusal.GONE, "they are banned, and a kick would end that")
        await self._ban(chat, user, self._now() + KICK_LASTS)
        await self._unban(chat, user)
        return Done()

    async def _ban(self, chat: int, user: int, until: datetime | None, *, purge: bool = False) -> None:
        # In a supergroup Telegram takes everything they ever wrote along, whatever is asked for.
        await self._bot.ban_chat_member(
            chat, user, until_date=until, revoke_messages=purge or None, rate_limit_args=turn(Lane.PUNISH)
        )

    async def _unban(self, chat: int, user: int) -> None:
        # Without only_if_banned Telegram would throw out a member who came back already.
        await self._bot.unban_chat_member(chat, user, only_if_banned=True, rate_limit_args=turn(Lane.PUNISH))

    def _kept_finite(self, until: datetime) -> datetime:
        now = self._now()
        return min(max(until, now + SHORTEST), now + LONGEST)

    def _end(self, until: datetime | None) -> datetime | None:
        """When a ban ends by itself; for later than Telegram can it does not, and the bot's own timer ends it."""
        return None if until is None or until > self._now() + LONGEST else self._kept_finite(until)
