"""What Telegram remembers: people, chats, memberships, messages and the bot that is being tested."""

import itertools
import time
from dataclasses import dataclass, field

MEMBER_PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info",
    "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip
ADMIN_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_send_welcome_messages", "can_pin_messages", "can_manage_topics",
    "can_manage_tags",
)  # fmt: skip
DEFAULT_PERMISSIONS = {
    name: name not in {"can_change_info", "can_pin_messages", "can_manage_topics"} for name in MEMBER_PERMISSIONS
}
PRESENT = frozenset({"creator", "administrator", "member", "restricted"})
LINKED_CHANNEL, ANONYMOUS_ADMIN, CHANNEL_SENDER = 777000, 1087968824, 136817688
FOREVER_BELOW, FOREVER_ABOVE = 30, 366 * 86400  # seconds: Telegram takes such bans as forever


class ApiError(Exception):
    """What Telegram answers instead of a result."""

    def __init__(self, code, description, **parameters):
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


class NotAllowedError(Exception):
    """A person tried what Telegram would not let her do."""


def bad(what):
    return ApiError(400, f"Bad Request: {what}")


@dataclass
class Person:
    id: int
    name: str
    username: str | None = None
    language: str | None = "en"
    is_bot: bool = False
    last_name: str | None = None

    def json(self):
        fields = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language,
        }
        return {key: value for key, value in fields.items() if value is not None}


@dataclass
class Membership:
    status: str = "left"
    rights: dict = field(default_factory=dict)
    permissions: dict = field(default_factory=dict)
    until: int = 0
    is_anonymous: bool = False
    title: str | None = None


@dataclass
class Chat:
    id: int
    kind: str
    title: str
    username: str | None = None
    is_forum: bool = False
    members: dict = field(default_factory=dict)
    messages: dict = field(default_factory=dict)
    markups: dict = field(default_factory=dict)
    topics: dict = field(default_factory=dict)
    permissions: dict = field(default_factory=lambda: dict(DEFAULT_PERMISSIONS))
    banned_channels: set = field(default_factory=set)
    pinned: list = field(default_factory=list)
    invite_links: list = field(default_factory=list)
    linked_chat: int | None = None
    started: bool = False
    asked_until: float = 0
    """Whoever asked to join a group may be written to for five minutes."""
    blocked: bool = False
    migrated_to: int | None = None
    last_id: int = 0

    def json(self):
        if self.kind == "private":
            return {"id": self.id, "type": "private", "first_name": self.title}
        shown = {"id": self.id, "type": self.kind, "title": self.title}
        if self.username:
            shown["username"] = self.username
        if self.is_forum:
            shown["is_forum"] = True
        return shown

    def next_id(self):
        self.last_id += 1
        return self.last_id


class State:
    """One Telegram with one bot under test; ``people`` and ``methods`` change it."""

    def __init__(self, token, username="townkeeper_bot", clock=time.time):
        self.clock = clock
        self.me = Person(int(token.split(":")[0]), "Townkeeper", username, language=None, is_bot=True)
        self.reads_all = True
        self.persons = {self.me.id: self.me}
        self.chats = {}
        self.callbacks = {}
        self.menus = {}
        self.files = {}
        self.polls = {}
        self._ids = itertools.count(7000)

    def now(self):
        return int(self.clock())

    def new_name(self):
        """A short name that nothing else has (a poll, a file, a callback query)."""
        return f"id{next(self._ids)}"

    def chat(self, chat_id):
        """The chat a call names by number or @name, or Telegram's error."""
        for chat in self.chats.values():
            if chat_id == chat.id or (chat.username and chat_id == f"@{chat.username}"):
                return self._reachable(chat)
        if chat_id in self.persons:
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        raise bad("chat not found")

    def _reachable(self, chat):
        if chat.migrated_to:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.migrated_to,
            )
        if chat.kind == "private":
            if not chat.started and chat.asked_until < self.clock():
                raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
            if chat.blocked:
                raise ApiError(403, "Forbidden: bot was blocked by the user")
        elif self.membership(chat, self.me.id).status not in PRESENT:
            raise ApiError(403, f"Forbidden: bot was kicked from the {chat.kind} chat")
        return chat

    def membership(self, chat, person_id):
        found = chat.members.get(person_id, Membership())
        if found.status in {"restricted", "kicked"} and 0 < found.until < self.clock():
            found = Membership("member" if found.status == "restricted" else "left")
            chat.members[person_id] = found
        return found

    def member_json(self, chat, person_id):
        held = self.membership(chat, person_id)
        shown = {"status": held.status, "user": self.persons[person_id].json()}
        match held.status:
            case "administrator":
                shown |= {"can_be_edited": False, "is_anonymous": held.is_anonymous}
                shown |= {right: bool(held.rights.get(right)) for right in ADMIN_RIGHTS}
            case "creator":
                shown["is_anonymous"] = held.is_anonymous
            case "restricted":
                shown |= {"is_member": True, "until_date": held.until}
                shown |= {name: bool(held.permissions.get(name)) for name in MEMBER_PERMISSIONS}
            case "kicked":
                shown["until_date"] = held.until
        if held.title and held.status in {"administrator", "creator"}:
            shown["custom_title"] = held.title
        return shown

    def bot_may(self, chat, right):
        held = self.membership(chat, self.me.id)
        return held.status == "creator" or (held.status == "administrator" and bool(held.rights.get(right)))

    def may_post(self, chat, person_id):
        held = self.membership(chat, person_id)
        if held.status == "restricted":
            return bool(held.permissions.get("can_send_messages"))
        return held.status in {"creator", "administrator"} or (
            held.status == "member" and chat.permissions["can_send_messages"]
        )

    def message(self, chat, message_id, what):
        if message_id not in chat.messages:
            raise bad(f"message to {what} not found")
        return chat.messages[message_id]
