"""What humans do on Telegram: come and go, write, edit, press, promote, block."""

import copy
import re

from tests.wire.telegram_comings import Comings
from tests.wire.telegram_lengths import utf16
from tests.wire.telegram_polls import Voting
from tests.wire.telegram_state import (
    ADMIN_RIGHTS,
    ANONYMOUS_ADMIN,
    CHANNEL_SENDER,
    LINKED_CHANNEL,
    PRESENT,
    Chat,
    Membership,
    NotAllowedError,
    Person,
)

_MARKS = {
    "bot_command": re.compile(r"(?<!\S)/[A-Za-z0-9_]+(?:@\w+)?"),
    "mention": re.compile(r"(?<!\w)@[A-Za-z]\w{3,31}"),
    "url": re.compile(r"https?://\S+"),
}
_SPECIAL = {
    LINKED_CHANNEL: Person(LINKED_CHANNEL, "Telegram", None, None),
    ANONYMOUS_ADMIN: Person(ANONYMOUS_ADMIN, "Group", "GroupAnonymousBot", None, is_bot=True),
    CHANNEL_SENDER: Person(CHANNEL_SENDER, "Channel", "Channel_Bot", None, is_bot=True),
}


def marks(text):
    """The entities Telegram itself finds in plain text."""
    found = [
        {"type": kind, "offset": utf16(text[: hit.start()]), "length": utf16(hit[0])}
        for kind, pattern in _MARKS.items()
        for hit in pattern.finditer(text)
    ]
    return sorted(found, key=lambda entity: entity["offset"])


class People(Comings, Voting):
    """Everything a test lets people do; each deed becomes the updates Telegram would send for it."""

    # ---- who and where

    def person(self, person_id, name, **fields):
        fields.setdefault("username", re.sub(r"\W", "_", name.lower()))
        self.state.persons[person_id] = Person(person_id, name, **fields)
        self.state.chats.setdefault(person_id, Chat(person_id, "private", name))
        return person_id

    def group(self, chat_id, title, members=(), *, owner=None, bot_rights=ADMIN_RIGHTS, **fields):
        """A supergroup with the bot in it: as admin with these rights, or a plain member for None."""
        chat = Chat(chat_id, fields.pop("kind", "supergroup"), title, **fields)
        bot = (
            Membership("member") if bot_rights is None else Membership("administrator", dict.fromkeys(bot_rights, True))
        )
        chat.members = {self.state.me.id: bot, **{member: Membership("member") for member in members}}
        if owner:
            chat.members[owner] = Membership("creator")
        self.state.chats[chat_id] = chat
        return chat_id

    def topic(self, chat_id, name):
        """A forum topic; its number is the thread of everything written there."""
        chat = self.state.chats[chat_id]
        chat.last_id = max(chat.last_id, 1)  # number 1 is General, which every forum has
        thread = chat.next_id()
        chat.topics[thread] = {"name": name, "closed": False}
        chat.messages[thread] = {
            "message_id": thread,
            "date": self.state.now(),
            "chat": chat.json(),
            "message_thread_id": thread,
            "is_topic_message": True,
            "forum_topic_created": {"name": name, "icon_color": 7322096},
        }
        return thread

    # ---- writing

    def say(self, chat_id, person_id, text, **extra):
        """Post in a chat; ``reply_to`` and ``thread`` by number, anything else goes into the message."""
        chat = self.state.chats[chat_id]
        if chat.kind == "private":
            chat.started = True
        elif not self.state.may_post(chat, person_id):
            raise NotAllowedError(self.state.membership(chat, person_id).status)
        return self.post(chat, self.state.persons[person_id], text, **extra)

    def start(self, person_id, payload=""):
        """Open the private chat with the bot, by a deep link if there is a payload."""
        return self.say(person_id, person_id, f"/start {payload}".strip())

    def say_as_channel(self, chat_id, channel_id, title, text, **extra):
        chat = self.state.chats[chat_id]
        if channel_id in chat.banned_channels:
            raise NotAllowedError("banned channel")
        channel = {"id": channel_id, "type": "channel", "title": title}
        return self.post(chat, _SPECIAL[CHANNEL_SENDER], text, sender_chat=channel, **extra)

    def say_anonymously(self, chat_id, text, **extra):
        """An administrator posts as the group itself."""
        chat = self.state.chats[chat_id]
        return self.post(chat, _SPECIAL[ANONYMOUS_ADMIN], text, sender_chat=chat.json(), **extra)

    def forward_from_linked_channel(self, chat_id, channel_id, title, text, **extra):
        chat = self.state.chats[chat_id]
        channel = {"id": channel_id, "type": "channel", "title": title}
        origin = {"type": "channel", "date": self.state.now(), "chat": channel, "message_id": 1}
        extra |= {"sender_chat": channel, "is_automatic_forward": True, "forward_origin": origin}
        return self.post(chat, _SPECIAL[LINKED_CHANNEL], text, **extra)

    def edit(self, chat_id, message_id, text, **extra):
        chat = self.state.chats[chat_id]
        message = chat.messages[message_id]
        message.update(text=text, entities=marks(text), edit_date=self.state.now(), **extra)
        if not message["entities"]:
            del message["entities"]
        return self.updates.push("edited_message", message)

    def remove(self, chat_id, message_id):
        """A person deletes a message: Telegram tells bots nothing."""
        del self.state.chats[chat_id].messages[message_id]

    def press(self, chat_id, message_id, person_id, label):
        """Press the inline button with this label; the callback query's id."""
        message = self.state.chats[chat_id].messages[message_id]
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if button["text"] == label and "callback_data" in button:
                    return self.press_data(chat_id, message_id, person_id, button["callback_data"])
        raise LookupError(label)

    def press_data(self, chat_id, message_id, person_id, data):
        """Press with any data, as somebody with a home-made client could."""
        query = self.state.new_name()
        self.state.callbacks[query] = None
        content = {
            "id": query,
            "from": self.state.persons[person_id].json(),
            "chat_instance": str(chat_id),
            "message": self.state.chats[chat_id].messages[message_id],
            "data": data,
        }
        self.updates.push("callback_query", content)
        return query

    def react(self, chat_id, message_id, person_id, emoji):
        content = {
            "chat": self.state.chats[chat_id].json(),
            "message_id": message_id,
            "user": self.state.persons[person_id].json(),
            "date": self.state.now(),
            "old_reaction": [],
            "new_reaction": [{"type": "emoji", "emoji": emoji}],
        }
        self.updates.push("message_reaction", content)

    # ---- service messages

    def join(self, chat_id, person_id, *, by=None):
        """Enter, as oneself or brought by somebody; a service message appears as well."""
        chat = self.state.chats[chat_id]
        if self.state.membership(chat, person_id).status == "kicked":
            raise NotAllowedError("kicked")
        actor = by or person_id
        self.change(chat, person_id, actor, Membership("member"))
        newcomer = self.state.persons[person_id].json()
        return self.post(chat, self.state.persons[actor], None, new_chat_members=[newcomer])

    def migrate(self, old_id, new_id):
        """A basic group becomes a supergroup and gets another number."""
        old = self.state.chats[old_id]
        new = copy.copy(old)
        new.id, new.kind = new_id, "supergroup"
        self.state.chats[new_id] = new
        self.post(old, self.state.me, None, migrate_to_chat_id=new_id)
        old.migrated_to = new_id
        self.post(new, self.state.me, None, migrate_from_chat_id=old_id)

    def post(self, chat, sender, text, *, reply_to=None, thread=None, **extra):
        message = {
            "message_id": chat.next_id(),
            "date": self.state.now(),
            "chat": chat.json(),
            "from": sender.json(),
            **extra,
        }
        if text is not None:
            message["text"] = text
            if "entities" not in extra and marks(text):
                message["entities"] = marks(text)
        self._place(chat, message, reply_to, thread)
        chat.messages[message["message_id"]] = message
        if self._bot_sees(chat, message):
            self.updates.push("channel_post" if chat.kind == "channel" else "message", message)
        return message["message_id"]

    def _place(self, chat, message, reply_to, thread):
        """Topics and replies, with Telegram's two oddities."""
        if thread:
            message |= {"message_thread_id": thread, "is_topic_message": True}
            reply_to = reply_to or thread  # every topic message "answers" the one that made the topic
        if reply_to:
            quoted = copy.deepcopy(chat.messages[reply_to])
            quoted.pop("reply_to_message", None)
            message["reply_to_message"] = quoted
            if not thread and chat.kind == "supergroup":
                message["message_thread_id"] = reply_to  # a thread number without being in a topic

    def _bot_sees(self, chat, message):
        """Privacy mode: a plain member of a group reads commands, replies to itself and service messages."""
        held = self.state.membership(chat, self.state.me.id)
        if chat.kind == "private":
            return True
        if held.status not in PRESENT:
            return False
        if held.status != "member" or self.state.reads_all or "text" not in message:
            return True
        answered = message.get("reply_to_message", {}).get("from", {}).get("id")
        return message["text"].startswith("/") or answered == self.state.me.id
