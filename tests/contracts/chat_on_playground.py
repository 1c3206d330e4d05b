"""The stage on the playground's pretend messengers; what stands is read from the page's HTML."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

from bot.adapters.playground.asked import MOST_BYTES
from bot.adapters.playground.cast import Role
from bot.adapters.playground.manners import Blocked, may_write
from bot.adapters.playground.platform import PlaygroundPlatform
from bot.adapters.playground.posts import BOT
from bot.adapters.playground.render import html
from bot.adapters.playground.world import GENERAL, Standing, World, private
from bot.core.ids import DISCORD, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.text import File, Mention, plain
from bot.runtime.clock import SystemClock
from tests.contracts.chat import NotOffered, Seen, Stage, Who
from tests.contracts.chat_offer import SPECS, PlainVoices

TAGS = {"b": "bold", "code": "code", "blockquote": "quote", "a": "link", "span": "mention", "time": "moment"}


class OnPlayground(Stage):
    """One side of the world; each test starts it over."""

    def __init__(self, dialect):
        self.world = World(SystemClock())
        super().__init__(PlaygroundPlatform(self.world, dialect))
        self.side = self.platform.side
        self.inbound = self.platform.inbound
        self.platform.publish(SPECS, PlainVoices())

    # ---- who is there

    async def fresh(self):
        await self.platform.handled()
        self.world.start_over()
        self.space, self.place = self.side.space, self.side.place(GENERAL)
        self.owner = self._who(next(p for p in self.side.people.values() if p.rank is Rank.OWNER))
        self.events.clear()

    async def person(self, rank=Rank.MEMBER, *, reachable=True):
        name, handle = self.someone()
        person = self.side._add(Role(name, handle, "en", rank), self.now(), reachable=reachable)
        if not reachable and self.side.dialect == DISCORD:
            self.side.update(replace(person, standing=Standing.OUTSIDE))  # whom it shares no space with
        return self._who(person)

    def nobody(self):
        return UserRef(self.side.name, "nobody-0")

    def nowhere(self):
        return Place(ChannelRef(self.side.name, "nowhere"), SpaceRef(self.side.name, "nowhere"))

    def direct(self, who):
        return Place(ChannelRef(self.side.name, who.user.native))

    # ---- what people do

    async def join(self):
        return self._who(self.inbound.join())

    async def leave(self, who):
        self._done(self.inbound.leave(who.native))

    async def promote(self, who, rank):
        person = self.side.people[who.native]
        self.side.update(replace(person, role=replace(person.role, rank=rank)))

    async def post(self, who, text, reply_to=None):
        went = self._done(self.inbound.post(who.native, GENERAL, text, reply_to and int(reply_to.native)))
        return MessageRef(self.place, str(went.post))

    async def post_file(self, who, name, content):
        went = self._done(self.inbound.post(who.native, GENERAL, "a file", file=File(name, content)))
        return MessageRef(self.place, str(went.post))

    async def lose_files(self):
        self.side.kept.clear()

    async def edit(self, who, ref, text):
        self._done(self.inbound.edit(who.native, int(ref.native), text))

    async def take_back(self, who, ref):
        self._done(self.inbound.delete(who.native, int(ref.native)))

    def called(self, who):
        return f"@{who.native}"

    async def press(self, who, ref, label):
        post = self.side.posts[int(ref.native)]
        key = next(key for row in post.keys for key in row if plain(key.label) == label)
        self._done(self.inbound.press(who.native, post.id, key.token))

    async def fill(self, who, **values):
        sheet = next(p for p in reversed(self.side.posts.values()) if p.sheet and p.only == who.native)
        self._done(self.inbound.fill(who.native, sheet.id, {k: v for k, v in values.items() if v is not None}))

    async def invoke(self, who, path, **values):
        words, reply, file = [f"/{path}"], None, None
        for value in values.values():
            match value:
                case Who():
                    words.append(f"@{value.native}")
                case MessageRef():
                    reply = int(value.native)
                case File(content=bytes()):
                    raise NotOffered("the page takes text only")
                case File(content=content) if len(content) > MOST_BYTES:
                    raise NotOffered("the page takes no more")
                case File():
                    file = value
                case bool():
                    words.append("yes" if value else "no")
                case _:
                    words.append(str(value))
        self._done(self.inbound.post(who.native, GENERAL, " ".join(words), reply, file))

    async def invoke_in_private(self, who, path):
        self._done(self.inbound.post(who.native, private(who.native), f"/{path}"))

    # ---- what stands

    def standing(self, place):
        chat = self.side.chat(place)
        return [self._seen(p) for p in self._posts(chat) if p.author == BOT and (not p.only or place.is_direct)]

    def told(self, who):
        posts = (p for p in self.side.posts.values() if p.author == BOT and not p.deleted_by)
        return [self._seen(p) for p in posts if who.native == p.only or p.chat == private(who.native)]

    def exists(self, ref):
        post = self.side.post(ref)
        return post is not None and not post.deleted_by

    def acknowledged(self):
        return True  # nothing on the page waits

    def muted(self, who):
        return self.side.people[who.native].is_muted(self.now())

    def present(self, who):
        return self.side.people[who.native].standing is Standing.INSIDE

    def banned(self, who):
        return self.side.people[who.native].standing is Standing.BANNED

    def may_speak(self, who):
        return may_write(self.side, self.side.people[who.native], GENERAL, "hi") is None

    def pace(self):
        return self.side.pace.total_seconds()

    def roles(self, who):
        return self.side.roles.get(who.native, set())

    def a_role(self):
        if self.side.dialect != DISCORD:
            raise NotOffered("Telegram has no roles")
        return "neighbours"

    def offered(self, who):
        return {spec.path.split()[0] for spec, _ in self.platform.offered()}

    # ---- how it is done

    @staticmethod
    def _done(outcome):
        if isinstance(outcome, Blocked):
            raise NotOffered(outcome.why)
        return outcome

    def _who(self, person):
        return Who(UserRef(self.side.name, person.id), person.name, person.role.handle, person.id)

    def _posts(self, chat):
        return [p for p in self.side.posts.values() if p.chat == chat and not p.deleted_by]

    def _seen(self, post):
        page = _Page()
        page.feed(str(html(post.text)))
        named = iter(span.user for span in post.text if isinstance(span, Mention))
        marks = tuple((k, w, next(named).native if k == "mention" else t) for k, w, t in page.marks)
        pings = frozenset(UserRef(self.side.name, target) for kind, _, target in marks if kind == "mention")
        buttons = tuple(plain(key.label) for row in post.keys for key in row)
        answers = "" if post.reply_to is None else str(post.reply_to)
        return Seen(self.side.ref(post), page.words, marks, pings, buttons, post.files, answers)


def _stamp(iso):
    return str(int(datetime.fromisoformat(iso).timestamp())) if iso else ""


class _Page(HTMLParser):
    """Reads a post as a browser would."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.marks = []
        self._open = []

    def handle_starttag(self, tag, attrs):
        self.words += "\n" * (tag in {"br", "blockquote"})
        if tag == "br":
            return
        if tag in TAGS:
            values = dict(attrs)
            self._open.append((TAGS[tag], len(self.words), values.get("href") or _stamp(values.get("datetime"))))
        elif tag != "bdi":
            self.marks.append((tag, "", ""))

    def handle_endtag(self, tag):
        if tag in TAGS:
            kind, start, target = self._open.pop()
            self.marks.append((kind, self.words[start:], target))
            self.words += "\n" * (tag == "blockquote")

    def handle_data(self, data):
        self.words += data


@asynccontextmanager
async def on_playground(dialect):
    """One of its two messengers."""
    stage = OnPlayground(dialect)
    task = asyncio.create_task(stage.platform.run(stage.sink, stage.ready))
    try:
        yield stage
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
