"""What everybody may do in a group, and requests to join, as Telegram knows them."""

import json
import logging
from typing import Any

from telegram import ChatPermissions
from telegram.error import BadRequest

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.flood import Api, turn
from bot.core.doors import Admit, DoorAction, GiveRole, Invite, Right, SetPace, SetRights, Snapshot, Survey
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.core.routing import Lane

log = logging.getLogger(__name__)

NAME = "Townkeeper"
"""What administrators see beside the link in the app."""
_MEDIA = frozenset(
    {
        "can_send_audios",
        "can_send_documents",
        "can_send_photos",
        "can_send_videos",
        "can_send_video_notes",
        "can_send_voice_notes",
        "can_send_polls",
        "can_send_other_messages",
    }
)
_SHUTS = {
    Right.SPEAK: _MEDIA | {"can_send_messages", "can_react_to_messages"},
    Right.LINKS: frozenset({"can_add_web_page_previews"}),
    Right.MEDIA: _MEDIA,
    Right.INVITE: frozenset({"can_invite_users"}),
    Right.JOIN: frozenset[str](),
}
_ANSWERED = ("hide_requester_missing", "user_already_participant")


class Doors:
    """Raises TelegramError where Telegram refuses; ``refusals`` tells what that means."""

    def __init__(self, bot: Api, chats: Chats) -> None:
        self._bot = bot
        self._chats = chats

    async def carry_out(self, action: DoorAction) -> Receipt:
        match action:
            case Survey():
                chat = await self._bot.get_chat(self._chats.number(action.space))
                usual = chat.permissions or ChatPermissions.all_permissions()
                return Done(found=Snapshot(json.dumps(usual.to_dict(), sort_keys=True)))
            case SetRights():
                return await self._set_rights(action)
            case Admit():
                return await self._admit(action)
            case Invite():
                return await self._invite(action)
            case SetPace():
                return Refused(Refusal.UNSUPPORTED, "Telegram lets no bot set slow mode")
            case GiveRole():
                return Refused(Refusal.UNSUPPORTED, "Telegram has no roles")

    async def _set_rights(self, action: SetRights) -> Receipt:
        touched = _names(action.shut | action.opened)
        if not touched:
            return Refused(Refusal.UNSUPPORTED, "Telegram lets no bot close a group to newcomers")
        before: dict[str, bool] = json.loads(action.before.native)
        allowed = {name: may and name not in _names(action.shut) for name, may in before.items()}
        # Each right by itself: otherwise a right to send photos would silently bring others with it.
        await self._bot.set_chat_permissions(
            self._chats.number(action.space),
            ChatPermissions.de_json(dict[str, Any](allowed)),
            use_independent_chat_permissions=True,
            rate_limit_args=turn(Lane.PUNISH),
        )
        return Done()

    async def _admit(self, action: Admit) -> Receipt:
        chat, user = self._chats.number(action.space), self._chats.number(action.user)
        call = self._bot.approve_chat_join_request if action.welcome else self._bot.decline_chat_join_request
        try:
            await call(chat, user, rate_limit_args=turn(Lane.PUNISH))
        except BadRequest as error:
            if not any(part in error.message.lower() for part in _ANSWERED):
                raise
        return Done()

    async def _invite(self, action: Invite) -> Receipt:
        """The new one first: whoever waits for it must never be left without any."""
        chat = self._chats.number(action.space)
        limits = turn(Lane.PUNISH)
        made = await self._bot.create_chat_invite_link(
            chat, creates_join_request=True, name=NAME, rate_limit_args=limits
        )
        if action.ends:
            try:
                await self._bot.revoke_chat_invite_link(chat, action.ends, rate_limit_args=limits)
            except BadRequest as error:  # somebody did so in the app
                log.info("an older link could not be ended: %s", error.message)
        return Done(link=made.invite_link)


def _names(rights: frozenset[Right]) -> frozenset[str]:
    return frozenset(name for right in rights for name in _SHUTS[right])
