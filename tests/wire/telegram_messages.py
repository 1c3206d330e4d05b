"""The Bot API's methods about messages: send, edit, delete, pin, answer and files."""

import re

from tests.wire.telegram_lengths import check_length, utf16
from tests.wire.telegram_people import marks
from tests.wire.telegram_polls import Polls
from tests.wire.telegram_state import bad

LONGEST_TEXT, LONGEST_CAPTION, LONGEST_CALLBACK = 4096, 1024, 200
MOST_ENTITIES, MOST_DELETED, MOST_BUTTON_BYTES = 100, 100, 64
DELETABLE_FOR = 48 * 3600
SERVICE = ("new_chat_members", "forum_topic_created", "migrate_to_chat_id")
LINKABLE = re.compile(r"(https?|tg)://(?!localhost)\S+")


class Messages(Polls):
    """Mixed into the API; needs ``state``, ``people`` and ``uploads``."""

    def send_message(self, chat_id, text, entities=None, parse_mode=None, **rest):
        chat = self.state.chat(chat_id)
        return self._put(chat, self._text(text, entities, parse_mode), **rest)

    def send_document(self, chat_id, document, caption="", caption_entities=None, **rest):
        chat = self.state.chat(chat_id)
        file_id, name, data = self._file(document)
        shown = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": len(data)}
        return self._captioned(chat, {"document": shown}, caption, caption_entities, rest)

    def send_photo(self, chat_id, photo, caption="", caption_entities=None, **rest):
        chat = self.state.chat(chat_id)
        file_id, _, data = self._file(photo)
        sizes = [{"file_id": file_id, "file_unique_id": file_id, "width": 90, "height": 90, "file_size": len(data)}]
        return self._captioned(chat, {"photo": sizes}, caption, caption_entities, rest)

    def send_sticker(self, chat_id, sticker, **rest):
        chat = self.state.chat(chat_id)
        file_id, _, _ = self._file(sticker)
        looks = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._put(chat, {"sticker": {"file_id": file_id, "file_unique_id": file_id, **looks}}, **rest)

    def _file(self, given):
        """A file that comes along, or one that is known by its id."""
        upload = self.uploads.get(given.removeprefix("attach://"))
        if upload is not None:
            return self.keep_file(upload.name, upload.data), upload.name, upload.data
        if given not in self.state.files:
            raise bad("wrong file identifier/HTTP URL specified")
        return given, *self.state.files[given]

    def _captioned(self, chat, body, caption, caption_entities, rest):
        if caption:
            check_length(caption, LONGEST_CAPTION, "message caption")
            body |= {"caption": caption} | ({"caption_entities": caption_entities} if caption_entities else {})
        return self._put(chat, body, **rest)

    def keep_file(self, name, data):
        """Store bytes as Telegram would; the id under which ``getFile`` knows them."""
        file_id = self.state.new_name()
        self.state.files[file_id] = (name, data)
        return file_id

    def get_file(self, file_id):
        if file_id not in self.state.files:
            raise bad("invalid file_id")
        size = len(self.state.files[file_id][1])
        return {
            "file_id": file_id,
            "file_unique_id": file_id,
            "file_size": size,
            "file_path": f"documents/{file_id}",
        }

    def edit_message_text(self, chat_id, message_id, text, entities=None, parse_mode=None, reply_markup=None, **_):
        message = self._own(chat_id, message_id)
        new = self._text(text, entities, parse_mode)
        same = all(message.get(key) == new.get(key) for key in ("text", "entities"))
        if same and message.get("reply_markup") == reply_markup:
            raise bad("message is not modified: specified new message content and reply markup are the same")
        message.pop("entities", None)
        message.update(new, edit_date=self.state.now())
        return self._mark_up(message, reply_markup)

    def edit_message_reply_markup(self, chat_id, message_id, reply_markup=None):
        message = self._own(chat_id, message_id)
        if message.get("reply_markup") == reply_markup:
            raise bad("message is not modified")
        return self._mark_up(message, reply_markup)

    def delete_message(self, chat_id, message_id):
        chat = self.state.chat(chat_id)
        message = self.state.message(chat, message_id, "delete")
        if not self._deletable(chat, message):
            raise bad("message can't be deleted")
        del chat.messages[message_id]
        return True

    def delete_messages(self, chat_id, message_ids):
        """Missing ones are skipped, as Telegram documents; one forbidden one refuses all."""
        chat = self.state.chat(chat_id)
        if not 1 <= len(message_ids) <= MOST_DELETED:
            raise bad("wrong number of messages to delete")
        found = [chat.messages[n] for n in message_ids if n in chat.messages]
        if not all(self._deletable(chat, message) for message in found):
            raise bad("message can't be deleted")
        for message in found:
            del chat.messages[message["message_id"]]
        return True

    def pin_chat_message(self, chat_id, message_id, disable_notification=False):
        chat = self.state.chat(chat_id)
        self.state.message(chat, message_id, "pin")
        if chat.kind != "private" and not self.state.bot_may(chat, "can_pin_messages"):
            raise bad("not enough rights to manage pinned messages in the chat")
        chat.pinned.append(message_id)
        return True

    def unpin_chat_message(self, chat_id, message_id=None):
        chat = self.state.chat(chat_id)
        chat.pinned = [n for n in chat.pinned if message_id is not None and n != message_id]
        return True

    def set_message_reaction(self, chat_id, message_id, reaction=None, is_big=False):
        self.state.message(self.state.chat(chat_id), message_id, "react")
        return True

    def answer_callback_query(self, callback_query_id, text="", show_alert=False, url=None, cache_time=0):
        if self.state.callbacks.get(callback_query_id, "gone") is not None:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        check_length(text or " ", LONGEST_CALLBACK, "callback answer")
        self.state.callbacks[callback_query_id] = {"text": text, "alert": show_alert, "url": url}
        return True

    # ---- how a message comes into being

    def _put(self, chat, body, reply_parameters=None, message_thread_id=None, reply_markup=None, **_):
        message = {
            "message_id": chat.next_id(),
            "date": self.state.now(),
            "chat": chat.json(),
            "from": self.state.me.json(),
            **body,
        }
        self._thread(chat, message, message_thread_id)
        self._reply(chat, message, reply_parameters)
        self._mark_up(message, reply_markup)
        chat.messages[message["message_id"]] = message
        if reply_markup:
            chat.markups[message["message_id"]] = reply_markup
        return message

    @staticmethod
    def _text(text, entities, parse_mode):
        if parse_mode:
            raise bad("this server takes entities only: markup from people breaks sends")
        if not text.strip():
            raise bad("message text is empty")
        check_length(text, LONGEST_TEXT, "message")
        size = utf16(text)
        for entity in entities or ():
            if entity["length"] < 1 or entity["offset"] + entity["length"] > size:
                raise bad("ENTITY_BOUNDS_INVALID")
        return {"text": text} | ({"entities": found} if (found := (entities or marks(text))) else {})

    def _own(self, chat_id, message_id):
        message = self.state.message(self.state.chat(chat_id), message_id, "edit")
        if message["from"]["id"] != self.state.me.id:
            raise bad("message can't be edited")
        return message

    def _deletable(self, chat, message):
        own = message["from"]["id"] == self.state.me.id
        if chat.kind == "private":
            return self.state.clock() - message["date"] <= DELETABLE_FOR
        return own or self.state.bot_may(chat, "can_delete_messages")

    def _thread(self, chat, message, thread):
        if not thread:
            return
        if not chat.is_forum or thread not in chat.topics:  # also 1: General takes no thread number
            raise bad("message thread not found")
        if chat.topics[thread]["closed"] and not self.state.bot_may(chat, "can_manage_topics"):
            raise bad("TOPIC_CLOSED")
        message.update(message_thread_id=thread, is_topic_message=True)

    @staticmethod
    def _reply(chat, message, reply):
        if not reply:
            return
        quoted = chat.messages.get(reply["message_id"])
        if quoted:
            message["reply_to_message"] = {k: v for k, v in quoted.items() if k != "reply_to_message"}
        elif not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")

    @staticmethod
    def _mark_up(message, markup):
        """Only inline keyboards come back in the message; a ForceReply is kept beside it."""
        message.pop("reply_markup", None)
        for row in (markup or {}).get("inline_keyboard", ()):
            for button in row:
                if len((button.get("callback_data") or "").encode()) > MOST_BUTTON_BYTES:
                    raise bad("BUTTON_DATA_INVALID")
                if "url" in button and not LINKABLE.match(button["url"]):
                    raise bad(f"inline keyboard button URL '{button['url']}' is invalid")
        if markup and "inline_keyboard" in markup:
            message["reply_markup"] = markup
        return message
