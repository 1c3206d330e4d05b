"""The Bot API's methods about the bot itself: who it is, its menus, its updates."""

import re

from tests.wire.telegram_state import bad

_GROUP_SCOPES = ("chat_member", "chat_administrators", "chat", "all_chat_administrators", "all_group_chats")
_ADMIN_SCOPES = frozenset({"chat_administrators", "all_chat_administrators"})
_UNUSED = (
    "can_connect_to_business", "has_main_web_app", "supports_inline_queries", "has_topics_enabled",
    "allows_users_to_create_topics", "can_manage_bots", "supports_guest_queries",
    "supports_join_request_queries",
)  # fmt: skip


class Profile:
    """Mixed into the API; needs ``state`` and ``updates``."""

    def get_me(self):
        able = {"can_join_groups": True, "can_read_all_group_messages": self.state.reads_all}
        return self.state.me.json() | able | dict.fromkeys(_UNUSED, False)

    async def get_updates(self, **params):
        return await self.updates.get(**params)

    def set_webhook(self, url, allowed_updates=None, **_):
        self.updates.webhook = url or None
        return True

    def delete_webhook(self, drop_pending_updates=False):
        self.updates.webhook = None
        if drop_pending_updates:
            self.updates.waiting = []
        return True

    def get_webhook_info(self):
        shown = {"url": self.updates.webhook or "", "has_custom_certificate": False}
        return shown | {"pending_update_count": len(self.updates.waiting)}

    def log_out(self):
        return True

    def set_my_commands(self, commands, scope=None, language_code=""):
        if len(commands) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        if not re.fullmatch(r"(?:[a-z]{2})?", language_code):
            raise bad("LANG_CODE_INVALID")
        self.state.menus[_scope_key(scope), language_code] = commands
        return True

    def get_my_commands(self, scope=None, language_code=""):
        return self.state.menus.get((_scope_key(scope), language_code), [])

    def delete_my_commands(self, scope=None, language_code=""):
        self.state.menus.pop((_scope_key(scope), language_code), None)
        return True

    def set_my_name(self, name="", language_code=""):
        return True

    def set_my_description(self, description="", language_code=""):
        return True

    def set_my_short_description(self, short_description="", language_code=""):
        return True

    def menu(self, chat_id, person_id):
        """The commands this person is shown here, by Telegram's rule of the narrowest scope first."""
        chat = self.state.chats[chat_id]
        language = self.state.persons[person_id].language or ""
        for scope in self._scopes(chat, person_id):
            for code in (language, ""):
                if (scope, code) in self.state.menus:
                    return {c["command"]: c["description"] for c in self.state.menus[scope, code]}
        return {}

    def _scopes(self, chat, person_id):
        if chat.kind == "private":
            return [("chat", chat.id, None), ("all_private_chats", None, None), ("default", None, None)]
        admin = self.state.membership(chat, person_id).status in {"creator", "administrator"}
        kinds = [kind for kind in _GROUP_SCOPES if admin or kind not in _ADMIN_SCOPES]
        named = {
            "chat_member": (chat.id, person_id),
            "chat_administrators": (chat.id, None),
            "chat": (chat.id, None),
        }
        return [(kind, *named.get(kind, (None, None))) for kind in kinds] + [("default", None, None)]


def _scope_key(scope):
    scope = scope or {"type": "default"}
    return scope["type"], scope.get("chat_id"), scope.get("user_id")
