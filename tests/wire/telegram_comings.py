"""Who comes, goes, is promoted or blocks the bot: memberships and the updates that tell of them."""

from tests.wire.telegram_state import Membership, NotAllowedError


class Comings:
    """Changes of membership; what is written lives in the subclass."""

    def __init__(self, state, updates):
        self.state = state
        self.updates = updates

    def ask_to_join(self, chat_id, person_id, bio=None, link=None):
        """Ask at the door; with a ``link`` only if it still stands."""
        if link is not None and link not in self.state.chats[chat_id].invite_links:
            raise NotAllowedError("this link has expired")
        self.state.chats[person_id].asked_until = self.state.clock() + 300
        content = {
            "chat": self.state.chats[chat_id].json(),
            "from": self.state.persons[person_id].json(),
            "user_chat_id": person_id,
            "date": self.state.now(),
        }
        self.updates.push("chat_join_request", content | ({"bio": bio} if bio else {}))

    def leave(self, chat_id, person_id):
        self.change(self.state.chats[chat_id], person_id, person_id, Membership("left"))

    def promote(self, chat_id, person_id, *rights, by, title=None, anonymous=False):
        new = Membership("administrator", dict.fromkeys(rights, True), is_anonymous=anonymous, title=title)
        self.change(self.state.chats[chat_id], person_id, by, new)

    def demote(self, chat_id, person_id, *, by):
        self.change(self.state.chats[chat_id], person_id, by, Membership("member"))

    def ban(self, chat_id, person_id, *, by):
        """A human moderator bans in the app."""
        self.change(self.state.chats[chat_id], person_id, by, Membership("kicked"))

    def set_bot_rights(self, chat_id, *rights, by):
        self.promote(chat_id, self.state.me.id, *rights, by=by)

    def add_bot(self, chat_id, *, by):
        self.change(self.state.chats[chat_id], self.state.me.id, by, Membership("member"))

    def remove_bot(self, chat_id, *, by):
        self.change(self.state.chats[chat_id], self.state.me.id, by, Membership("kicked"))

    def block(self, person_id):
        self._switch_block(person_id, blocked=True)

    def unblock(self, person_id):
        self._switch_block(person_id, blocked=False)

    def change(self, chat, person_id, actor_id, new, **more):
        """A membership changes; API methods come through here too, and ``more`` stands in the update."""
        old = self.state.member_json(chat, person_id)
        chat.members[person_id] = new
        content = {
            "chat": chat.json(),
            "from": self.state.persons[actor_id].json(),
            "date": self.state.now(),
            "old_chat_member": old,
            "new_chat_member": self.state.member_json(chat, person_id),
            **more,
        }
        if person_id == self.state.me.id:
            self.updates.push("my_chat_member", content)
        elif self.state.membership(chat, self.state.me.id).status in {"administrator", "creator"}:
            self.updates.push("chat_member", content)

    def _switch_block(self, person_id, *, blocked):
        chat, bot = self.state.chats[person_id], self.state.me.json()
        chat.blocked = blocked
        was, now = {"status": "member", "user": bot}, {"status": "kicked", "user": bot, "until_date": 0}
        old, new = (was, now) if blocked else (now, was)
        content = {
            "chat": chat.json(),
            "from": self.state.persons[person_id].json(),
            "date": self.state.now(),
            "old_chat_member": old,
            "new_chat_member": new,
        }
        self.updates.push("my_chat_member", content)
