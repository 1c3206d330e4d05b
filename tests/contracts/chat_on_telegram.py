"""The stage on the loopback Bot API server, with the real python-telegram-bot."""

import asyncio
from contextlib import asynccontextmanager
from itertools import count

from bot.adapters.telegram.flood import UNLIMITED, Gate
from bot.adapters.telegram.platform import TelegramPlatform
from bot.adapters.telegram.polling import Patience
from bot.core.capabilities import Capability
from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.text import File
from bot.runtime.clock import SystemClock
from tests.contracts.chat import NotOffered, Seen, Who, Wired
from tests.contracts.chat_offer import SPECS, MemoryShelf, PlainVoices
from tests.wire import telegram_faults as trouble
from tests.wire.telegram_people import marks as found_by_telegram
from tests.wire.telegram_server import running
from tests.wire.telegram_state import ADMIN_RIGHTS, PRESENT, Membership

QUICK = Patience(first=0.01, most=0.05)
RIGHTS = {
    Capability.DELETE: "can_delete_messages",
    Capability.MUTE: "can_restrict_members",
    Capability.KICK: "can_restrict_members",
    Capability.BAN: "can_restrict_members",
    Capability.RIGHTS: "can_restrict_members",
    Capability.ADMIT: "can_invite_users",
}
NATIVE = {
    Rank.MODERATOR: ("can_restrict_members",),
    Rank.MANAGER: ("can_restrict_members", "can_promote_members"),
}
KINDS = {
    "bold": "bold",
    "code": "code",
    "pre": "code",
    "blockquote": "quote",
    "text_link": "link",
    "text_mention": "mention",
    "date_time": "moment",
}
"""Telegram's entities by the contract's names."""
ITS_OWN = {"url", "mention", "bot_command"}
"""What Telegram marks by itself in anybody's plain text."""


def adapter(server, token=None):
    made = TelegramPlatform(token or server.token, MemoryShelf(), SystemClock(), server.url, QUICK)
    made.publish(SPECS, PlainVoices())
    made._outbound.presses._patience = 0.3
    # A hundred stories share one bot: its thirty calls a second are proved where flood control is.
    made._bot.rate_limiter._overall = Gate(*UNLIMITED)
    return made


class OnTelegram(Wired):
    """Each test has a group of its own."""

    def __init__(self, server):
        super().__init__(adapter(server))
        self.server = server
        self.people = server.people
        self.state = server.state
        self._groups = count(1)
        self._ids = count(20001)
        self._query = ""
        self._pressed = []
        self._answered = set()

    def another(self):
        return adapter(self.server)

    def stranger_to_it(self):
        return adapter(self.server, "654321:no-token-of-this-world-AAAAAAAAAAAA")

    # ---- who is there

    async def fresh(self):
        self.chat = int(f"-100{next(self._groups):07}")
        number, handle = next(self._ids), "robin"
        self.people.person(number, "Robin", username=handle)
        self.people.group(self.chat, "Riverside", owner=number)
        self.space = SpaceRef(TELEGRAM, str(self.chat))
        self.place = Place(ChannelRef(TELEGRAM, str(self.chat)), self.space)
        self.owner = self._who(number)
        self.server.trouble.clear()
        self._pressed.clear()
        self.events.clear()
        self.poison = ""

    async def person(self, rank=Rank.MEMBER, *, reachable=True):
        number = self._somebody()
        rights = NATIVE.get(rank)
        held = Membership("member") if rights is None else Membership("administrator", dict.fromkeys(rights, True))
        self._chat.members[number] = held
        self.state.chats[number].started = reachable
        if rights:  # everybody before had a rank that was asked for; a new administrator would be announced
            self.platform._rights.forget(self.chat)
        return self._who(number)

    def nobody(self):
        return UserRef(TELEGRAM, "99999")

    def nowhere(self):
        return Place(ChannelRef(TELEGRAM, "-1009999999"), SpaceRef(TELEGRAM, "-1009999999"))

    def direct(self, who):
        return Place(ChannelRef(TELEGRAM, who.user.native))

    # ---- what people do

    async def join(self):
        number = self._somebody()
        self.people.join(self.chat, number)
        return self._who(number)

    async def ask_in(self):
        number = self._somebody()
        self.people.ask_to_join(self.chat, number)
        return self._who(number)

    async def leave(self, who):
        self.people.leave(self.chat, who.native)

    async def promote(self, who, rank):
        self.people.promote(self.chat, who.native, *NATIVE[rank], by=self.owner.native)

    async def post(self, who, text, reply_to=None):
        number = self.people.say(self.chat, who.native, text, reply_to=reply_to and int(reply_to.native))
        return MessageRef(self.place, str(number))

    async def post_file(self, who, name, content):
        number = self.people.post(
            self._chat, self.state.persons[who.native], None, document=self._document(name, content)
        )
        return MessageRef(self.place, str(number))

    async def lose_files(self):
        self.state.files.clear()

    async def edit(self, who, ref, text):
        self.people.edit(self.chat, int(ref.native), text)

    async def take_back(self, who, ref):
        self.people.remove(self.chat, int(ref.native))

    def called(self, who):
        self.platform._chats.remember({"id": who.native, "username": who.handle})  # as if she had spoken
        return f"@{who.handle}"

    async def press(self, who, ref, label):
        chat, number = int(ref.place.channel.native), int(ref.native)
        button = next(b for b in self._buttons(chat, number) if b["text"] == label)
        if "url" in button:
            _, _, token = button["url"].partition("?start=")
            self.people.start(who.native, token)
            return
        self._query = self.people.press(chat, number, who.native, label)
        self._pressed.append((who, self._query))

    async def fill(self, who, **values):
        for value in values.values():
            chat, number = await self.until(lambda: self._question(who), "a question")
            self._answered.add((chat, number))
            self.people.say(chat, who.native, "-" if value is None else value, reply_to=number)

    async def invoke(self, who, path, **values):
        words, extra = [f"/{path.replace(' ', '_')}"], {}
        for value in values.values():
            match value:
                case Who():
                    self.called(value)
                    words.append(f"@{value.handle}")
                case MessageRef():
                    extra["reply_to"] = int(value.native)
                case File(name, content):
                    extra["document"] = self._document(name, content)
                case bool():
                    words.append("yes" if value else "no")
                case _:
                    words.append(str(value))
        line = " ".join(words)
        if "document" in extra:
            marks = {"caption": line, "caption_entities": found_by_telegram(line)}
            self.people.post(self._chat, self.state.persons[who.native], None, **marks, **extra)
            return
        self.people.say(self.chat, who.native, line, **extra)

    async def invoke_in_private(self, who, path):
        self.people.say(who.native, who.native, f"/{path}")

    # ---- what stands

    def standing(self, place):
        return [self._seen(message) for message in self.server.sent_to(int(place.channel.native))]

    def told(self, who):
        answers = ((one, self.state.callbacks[query]) for one, query in self._pressed)
        pop_ups = [
            Seen(MessageRef(self.place, ""), answer["text"])
            for one, answer in answers
            if one == who and answer and answer["text"]
        ]
        return [*self.standing(self.direct(who)), *pop_ups]

    def exists(self, ref):
        return self.server.exists(int(ref.place.channel.native), int(ref.native))

    def acknowledged(self):
        return self.state.callbacks[self._query] is not None

    def muted(self, who):
        return not self.state.may_post(self._chat, who.native) and self.present(who)

    def present(self, who):
        return self._status(who) in PRESENT

    def banned(self, who):
        return self._status(who) == "kicked"

    def may_speak(self, who):
        return self.state.may_post(self._chat, who.native)

    def pace(self):
        return 0.0

    def roles(self, who):
        return set()

    def a_role(self):
        raise NotOffered("Telegram has no roles")

    def offered(self, who):
        return {name.split("_")[0] for name in self.server.api.menu(self.chat, who.native)}

    # ---- the wire

    async def again(self):
        last = self.server.updates.history[-1]["update_id"]
        # As when the confirmation is lost: a repetition during a poll is delivered, whatever that poll confirmed.
        await self.until(lambda: self.server.confirmed(last) and self.server.updates._poller, "the next poll")
        self.server.updates.repeat(last)

    async def shake(self):
        for fault in (trouble.Cut(), trouble.Html(), trouble.Garbage(), trouble.Answers(500, "Internal")):
            self.server.trouble.add("getUpdates", fault)
        (await self.until(lambda: self.server.updates._poller, "a poll")).cancel()
        await self.until(lambda: not self.server.trouble._ordered, "an end of the trouble")

    async def vote(self, who, ref, *options):
        self.people.vote(self.chat, int(ref.native), who.native, *options)

    def own_poll(self, ref):
        """Question, options, and whether it is over."""
        poll = self.state.chats[self.chat].messages[int(ref.native)]["poll"]
        return poll["question"], tuple(option["text"] for option in poll["options"]), poll["is_closed"]

    async def take_right(self, capability):
        left = [right for right in ADMIN_RIGHTS if right != RIGHTS[capability]]
        self.people.set_bot_rights(self.chat, *left, by=self.owner.native)
        await self.until_it_can(lambda can: capability not in can)

    def order(self, name, times=1):
        faults = {
            "unavailable": trouble.Answers(503, "Service Unavailable"),
            "error": trouble.Answers(500, "Internal Server Error"),
            "page": trouble.Html(502),
            "garbled": trouble.Garbage(),
            "reset": trouble.Cut(),
            "lost": trouble.CutAfter(),
            "flood": trouble.Flood(90),
            "short flood": trouble.Flood(1),
        }
        self.server.trouble.add("*", faults[name], times, when=lambda params: "allowed_updates" not in params)

    # ---- how it is done

    @property
    def _chat(self):
        return self.state.chats[self.chat]

    def _status(self, who):
        return self.state.membership(self._chat, who.native).status

    def _somebody(self):
        name, handle = self.someone()
        return self.people.person(next(self._ids), name, username=handle)

    def _who(self, number):
        person = self.state.persons[number]
        return Who(UserRef(TELEGRAM, str(number)), person.name, person.username, number)

    def _document(self, name, content):
        data = content if isinstance(content, bytes) else content.encode()
        file_id = self.server.api.keep_file(name, data)
        return {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": len(data)}

    def _buttons(self, chat, number):
        markup = self.state.chats[chat].messages[number].get("reply_markup", {})
        return [button for row in markup.get("inline_keyboard", ()) for button in row]

    def _question(self, who):
        """The question that waits for this person: in private, or in the group."""
        for chat in (who.native, self.chat):
            for number, markup in self.state.chats[chat].markups.items():
                if markup.get("force_reply") and (chat, number) not in self._answered:
                    return chat, number
        return None

    def _seen(self, message):
        chat, number = message["chat"]["id"], message["message_id"]
        place = self.place if chat == self.chat else Place(ChannelRef(TELEGRAM, str(chat)))
        words = message.get("text") or message.get("caption") or ""
        entities = message.get("entities") or message.get("caption_entities") or ()
        marks = tuple(_mark(words, entity) for entity in entities if entity["type"] not in ITS_OWN)
        pings = frozenset(UserRef(TELEGRAM, target) for kind, _, target in marks if kind == "mention")
        buttons = tuple(button["text"] for button in self._buttons(chat, number))
        document = message.get("document")
        files = (self._file(document),) if document else ()
        answers = str(message.get("reply_to_message", {}).get("message_id", ""))
        return Seen(MessageRef(place, str(number)), words, marks, pings, buttons, files, answers)

    def _file(self, document):
        name, data = self.state.files[document["file_id"]]
        return File(name, data.decode())


def _mark(words, entity):
    units = words.encode("utf-16-le")
    shown = units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
    kind = entity["type"]
    target = entity.get("url") or str(entity.get("unix_time") or entity.get("user", {}).get("id", ""))
    return KINDS.get(kind, kind), shown, target


@asynccontextmanager
async def on_telegram():
    """The adapter connected to a Telegram of its own."""
    async with running() as server:
        stage = OnTelegram(server)
        task = asyncio.create_task(stage.platform.run(stage.sink, stage.ready))
        try:
            await stage.until(lambda: task.done() or (stage.readies and server.updates._poller), "the first poll")
            yield stage
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
