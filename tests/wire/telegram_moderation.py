"""The Bot API's methods about chats and their members."""

import secrets

from tests.wire.telegram_state import FOREVER_ABOVE, FOREVER_BELOW, PRESENT, Membership, bad

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


class Moderation:
    """Mixed into the API; needs ``state`` and ``people``."""

    def restrict_chat_member(self, chat_id, user_id, permissions, until_date=0, use_independent_chat_permissions=False):
        chat = self._target(chat_id, user_id)
        if chat.kind != "supergroup":
            raise bad("method is available only for supergroups")
        if self.state.membership(chat, user_id).status not in PRESENT:
            raise bad("USER_NOT_PARTICIPANT")
        given = {name: bool(permissions.get(name)) for name in chat.permissions}
        free = all(given[name] for name, usual in chat.permissions.items() if usual)
        new = Membership("member") if free else Membership("restricted", {}, permissions, self._until(until_date))
        self.people.change(chat, user_id, self.state.me.id, new)
        return True

    def ban_chat_member(self, chat_id, user_id, until_date=0, revoke_messages=False):
        chat = self._target(chat_id, user_id)
        until = self._until(until_date)
        self.people.change(chat, user_id, self.state.me.id, Membership("kicked", until=until))
        for number in [n for n, m in chat.messages.items() if m.get("from", {}).get("id") == user_id]:
            del chat.messages[number]  # always revoked in supergroups
        return True

    def unban_chat_member(self, chat_id, user_id, only_if_banned=False):
        """Without ``only_if_banned`` a present member is thrown out: Telegram's own surprise."""
        chat = self._target(chat_id, user_id)
        held = self.state.membership(chat, user_id).status
        if held == "kicked" or (held in PRESENT and not only_if_banned):
            self.people.change(chat, user_id, self.state.me.id, Membership("left"))
        return True

    def ban_chat_sender_chat(self, chat_id, sender_chat_id):
        chat = self._administered(chat_id, "can_restrict_members")
        chat.banned_channels.add(sender_chat_id)
        return True

    def unban_chat_sender_chat(self, chat_id, sender_chat_id):
        chat = self._administered(chat_id, "can_restrict_members")
        chat.banned_channels.discard(sender_chat_id)
        return True

    def set_chat_permissions(self, chat_id, permissions, use_independent_chat_permissions=False):
        chat = self._administered(chat_id, "can_restrict_members")
        chat.permissions = {name: bool(permissions.get(name)) for name in chat.permissions}
        return True

    def promote_chat_member(self, chat_id, user_id, is_anonymous=False, **rights):
        chat = self._administered(chat_id, "can_promote_members")
        granted = {name: value for name, value in rights.items() if value}
        new = Membership("administrator", granted) if granted else Membership("member")
        self.people.change(chat, user_id, self.state.me.id, new)
        return True

    def get_chat_member(self, chat_id, user_id):
        chat = self.state.chat(chat_id)
        if user_id not in self.state.persons:
            raise bad("invalid user_id specified")
        return self.state.member_json(chat, user_id)

    def get_chat_administrators(self, chat_id, return_bots=None):
        chat = self.state.chat(chat_id)
        if chat.kind == "private":
            raise bad("there are no administrators in the private chat")
        held = {person: self.state.membership(chat, person).status for person in list(chat.members)}
        return [
            self.state.member_json(chat, person)
            for person, status in held.items()
            if status in {"administrator", "creator"}
            and (person == self.state.me.id or not self.state.persons[person].is_bot)
        ]

    def get_chat_member_count(self, chat_id):
        chat = self.state.chat(chat_id)
        return sum(self.state.membership(chat, person).status in PRESENT for person in list(chat.members))

    def get_chat(self, chat_id):
        chat = self.state.chat(chat_id)
        shown = chat.json() | {
            "accent_color_id": 1,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(_GIFTS, False),
        }
        if chat.kind != "private":
            shown["permissions"] = dict(chat.permissions)
        if chat.linked_chat:
            shown["linked_chat_id"] = chat.linked_chat
        return shown

    def approve_chat_join_request(self, chat_id, user_id):
        chat = self._administered(chat_id, "can_invite_users")
        self.people.change(chat, user_id, self.state.me.id, Membership("member"))
        return True

    def decline_chat_join_request(self, chat_id, user_id):
        self._administered(chat_id, "can_invite_users")
        return True

    def create_chat_invite_link(self, chat_id, creates_join_request=False, name=None, **_):
        chat = self._administered(chat_id, "can_invite_users")
        link = f"https://t.me/+{secrets.token_hex(8)}"
        chat.invite_links.append(link)
        return {
            "invite_link": link,
            "creator": self.state.me.json(),
            "creates_join_request": creates_join_request,
            "is_primary": False,
            "is_revoked": False,
        }

    def revoke_chat_invite_link(self, chat_id, invite_link):
        chat = self._administered(chat_id, "can_invite_users")
        if invite_link not in chat.invite_links:
            raise bad("INVITE_HASH_EXPIRED")
        chat.invite_links.remove(invite_link)
        return {
            "invite_link": invite_link,
            "creator": self.state.me.json(),
            "creates_join_request": True,
            "is_primary": False,
            "is_revoked": True,
        }

    def create_forum_topic(self, chat_id, name, **_):
        chat = self._administered(chat_id, "can_manage_topics")
        if not chat.is_forum:
            raise bad("the chat is not a forum")
        thread = self.people.topic(chat.id, name)
        return {"message_thread_id": thread, "name": name, "icon_color": 7322096}

    def close_forum_topic(self, chat_id, message_thread_id):
        chat = self._administered(chat_id, "can_manage_topics")
        if message_thread_id not in chat.topics:
            raise bad("message thread not found")
        chat.topics[message_thread_id]["closed"] = True
        return True

    def reopen_forum_topic(self, chat_id, message_thread_id):
        chat = self._administered(chat_id, "can_manage_topics")
        if message_thread_id not in chat.topics:
            raise bad("message thread not found")
        if not chat.topics[message_thread_id]["closed"]:
            raise bad("TOPIC_NOT_MODIFIED")
        chat.topics[message_thread_id]["closed"] = False
        return True

    def delete_forum_topic(self, chat_id, message_thread_id):
        chat = self._administered(chat_id, "can_delete_messages")
        if message_thread_id not in chat.topics:
            raise bad("message thread not found")
        del chat.topics[message_thread_id]
        return True

    def leave_chat(self, chat_id):
        chat = self.state.chat(chat_id)
        self.people.change(chat, self.state.me.id, self.state.me.id, Membership("left"))
        return True

    def _administered(self, chat_id, right):
        chat = self.state.chat(chat_id)
        if chat.kind == "private":
            raise bad("method is available for supergroup and channel chats only")
        if not self.state.bot_may(chat, right):
            raise bad("not enough rights")
        return chat

    def _target(self, chat_id, user_id):
        chat = self.state.chat(chat_id)
        if chat.kind == "private":
            raise bad("method is available for supergroup and channel chats only")
        if not self.state.bot_may(chat, "can_restrict_members"):
            raise bad("not enough rights to restrict/unrestrict chat member")
        if user_id not in self.state.persons:
            raise bad("PARTICIPANT_ID_INVALID")
        match self.state.membership(chat, user_id).status:
            case "creator":
                raise bad("can't remove chat owner")
            case "administrator":
                raise bad("user is an administrator of the chat")
        return chat

    def _until(self, moment):
        """Too near or too far means for ever, as Telegram documents."""
        return moment if FOREVER_BELOW <= moment - self.state.clock() <= FOREVER_ABOVE else 0
