"""What pretend people do becomes events, exactly one for each thing done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.adapters.playground.commands import Around, Typed, known, parse
from bot.adapters.playground.manners import NOBODY, Blocked, Outcome, Went, may_see, may_write
from bot.adapters.playground.posts import Kind, Post
from bot.adapters.playground.reading import Reading
from bot.adapters.playground.tickets import Tickets
from bot.adapters.playground.world import GENERAL, Person, Side, Standing, is_private, private
from bot.core.attachments import Enclosure
from bot.core.commands import CommandSpec, Menu
from bot.core.commands import Kind as ParamKind
from bot.core.events import Event, MemberJoined, MemberLeft, MessageDeleted, MessageEdited, MessagePosted
from bot.core.ids import DISCORD, MessageRef, UserRef
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted, Ticket
from bot.core.messages import Message
from bot.core.people import Member
from bot.core.text import File, plain


class Inbound:
    """The hands of all pretend people on one side."""

    def __init__(self, side: Side, tickets: Tickets, emit: Callable[[Event], None]) -> None:
        self.specs: Sequence[CommandSpec] = ()
        self.reading = Reading(side)
        self._side = side
        self._tickets = tickets
        self._emit = emit

    def post(self, who: str, chat: str, text: str, reply_to: int | None = None, file: File | None = None) -> Outcome:
        """Write something; a line that begins with a known command is that command."""
        person = self._side.people.get(who)
        blocked = may_write(self._side, person, chat, text)
        if blocked is not None or person is None:
            return blocked or NOBODY
        replied = self._side.posts.get(reply_to) if reply_to is not None else None
        if is_private(chat):
            person = self._reach(person)
        if text.startswith("/"):
            return self._command(person, chat, text.strip(), replied, file)
        return self._message(person, chat, text, replied, file)

    def edit(self, who: str, post_id: int, text: str) -> Outcome:
        """Change one's own message."""
        post = self._side.posts.get(post_id)
        person = self._side.people.get(who)
        if post is None or person is None or post.author != who or post.deleted_by:
            return Blocked("Only one's own messages can be edited.")
        blocked = may_write(self._side, person, post.chat, text)
        if blocked is not None:
            return blocked
        post = replace(post, text=(text,), edits=post.edits + 1)
        self._side.change(post)
        key = f"{self._side.name}:{post.chat}:{post.id}:{post.edits}"
        self._emit(MessageEdited(key, self.reading.message(post)))
        return Went(post.id)

    def delete(self, who: str, post_id: int) -> Outcome:
        """Take one's own message back. Telegram would not tell the bot, and neither does the playground."""
        post = self._side.posts.get(post_id)
        if post is None or post.author != who or post.deleted_by:
            return Blocked("Only one's own messages can be deleted.")
        self._side.change(replace(post, deleted_by="author"))
        if self._side.dialect == DISCORD:
            ref = self._side.ref(post)
            self._emit(MessageDeleted(f"{self._side.name}:gone:{post.id}", ref, self._side.now()))
        return Went(post.id)

    def press(self, who: str, post_id: int, token: str) -> Outcome:
        """Press a button under a post; a deep link goes on in the private chat with the bot."""
        post = self._side.posts.get(post_id)
        person = self._side.people.get(who)
        if post is None or person is None or post.deleted_by:
            return Blocked("This button is gone.")
        key = next((k for row in post.keys for k in row if k.token == token), None)
        if key is None or (post.only and post.only != who):
            return Blocked("This button is gone.")
        if key.deep:
            return self._start(person, token)
        blocked = may_see(person, post.chat)
        if blocked is None:
            self._pressed(person, post.chat, token, post)
        return blocked or Went(post.id)

    def fill(self, who: str, post_id: int, values: Mapping[str, str]) -> Outcome:
        """Hand in the form that stands under a post."""
        post = self._side.posts.get(post_id)
        person = self._side.people.get(who)
        if post is None or person is None or post.sheet is None or post.only != who or post.deleted_by:
            return Blocked("This form is gone.")
        read: dict[str, str] = {}
        for blank in post.sheet.blanks:
            read[blank.name] = values.get(blank.name, "").strip()[: blank.longest]
            if blank.required and not read[blank.name]:
                return Blocked(f"Please answer: {plain(blank.label)}")
        self._side.change(replace(post, deleted_by="author"))
        ticket = self._ticket(person, post.chat, post)
        place, at = self._side.place(post.chat), self._side.now()
        actor = self.reading.actor(person, post.chat)
        self._emit(FormSubmitted(self._key("form"), post.sheet.token, place, actor, read, ticket, at))
        return Went()

    def pick(self, who: str, post_id: int, path: str) -> Outcome:
        """Choose a command from the menu of a message, as Discord offers it."""
        post = self._side.posts.get(post_id)
        person = self._side.people.get(who)
        spec = next((s for s in self.specs if s.path == path and s.menu is not None), None)
        if post is None or person is None or spec is None or post.deleted_by:
            return Blocked("This is not in the menu any more.")
        blocked = may_see(person, post.chat)
        if blocked is None:
            target = self.reading.message(post)
            about_message = Menu.MESSAGE in spec.menus
            wanted = ParamKind.MESSAGE if about_message else ParamKind.MEMBER
            value: Message | Member = target if about_message else target.author
            name = next((p.name for p in spec.params if p.kind is wanted), "")
            self._invoke(person, post.chat, Typed(path, {name: value}))
        return blocked or Went(post.id)

    def join(self) -> Person:
        """Let somebody new in; an earlier newcomer of that name leaves, so that names stay clear."""
        person = self._side.newcomer()
        for other in list(self._side.people.values()):
            if other.name == person.name and other.id != person.id and other.standing is Standing.INSIDE:
                self.leave(other.id)
        self._service(f"{person.name} joined {'the server' if self._side.dialect == DISCORD else 'the group'}")
        member = self.reading.newcomer(person)
        self._emit(MemberJoined(self._key("join"), self._side.space, member, self._side.now()))
        return person

    def leave(self, who: str) -> Outcome:
        """Go away."""
        person = self._side.people.get(who)
        if person is None or person.standing is not Standing.INSIDE:
            return Blocked("This person is not here.")
        self._side.update(replace(person, standing=Standing.OUTSIDE))
        self._service(f"{person.name} left")
        self.left(person)
        return Went()

    def left(self, person: Person) -> None:
        """Tell the bot that somebody is gone, whoever sent them away."""
        user = UserRef(self._side.name, person.id)
        self._emit(MemberLeft(self._key("leave"), self._side.space, user, self._side.now()))

    def _message(self, person: Person, chat: str, text: str, replied: Post | None, file: File | None = None) -> Went:
        post = self._say(person, chat, text, replied, file)
        self._emit(MessagePosted(f"{self._side.name}:{chat}:{post.id}", self.reading.message(post)))
        return Went(post.id)

    def _command(self, person: Person, chat: str, line: str, replied: Post | None, file: File | None) -> Outcome:
        is_discord = self._side.dialect == DISCORD
        if not is_discord and is_private(chat) and line.split(maxsplit=1)[0] == "/start":
            return self._started(person, line)
        if known(line, self.specs) is None and not is_private(chat):
            if is_discord and not self.specs:
                return Blocked("The bot is still starting. Please try again in a moment.")
            if is_discord:
                return Blocked(f"Discord offers no command {line.split(maxsplit=1)[0]} here.")
            return self._message(person, chat, line, replied, file)
        answered = self.reading.message(replied) if replied is not None else None
        around = Around(self.reading.find, answered, file, self._enclosed(file, answered))
        typed = parse(line, self.specs, around)
        # A slash command leaves no message on Discord; on Telegram it is one, and everybody can read it.
        post = None if is_discord and not is_private(chat) else self._say(person, chat, line, replied)
        self._invoke(person, chat, typed, post)
        return Went(post.id if post is not None else None)

    def _enclosed(self, file: File | None, answered: Message | None) -> Enclosure | None:
        """The file that came with a command, else the one on the message that it replies to."""
        if file is not None:
            return self._side.kept.keep(f"command/{self._side.next_id()}", file, self._side.name)
        theirs = () if answered is None or answered.author.is_bot else answered.enclosures
        return next(iter(theirs), None)

    def _start(self, person: Person, token: str) -> Went:
        chat = private(person.id)
        self._started(self._reach(person), f"/start {token}")
        return Went(opens=chat)

    def _started(self, person: Person, line: str) -> Went:
        chat = private(person.id)
        post = self._say(person, chat, "/start", None)
        token = line.removeprefix("/start").strip()
        if token:
            self._pressed(person, chat, token, post)
        else:
            self._invoke(person, chat, Typed("help"), post)
        return Went(post.id)

    def _invoke(self, person: Person, chat: str, typed: Typed, post: Post | None = None) -> None:
        actor, place, at = self.reading.actor(person, chat), self._side.place(chat), self._side.now()
        ref: MessageRef | None = self._side.ref(post) if post is not None else None
        ticket = self._ticket(person, chat, post)
        key = self._key("command")
        replied = None if post is None or post.reply_to is None else self._side.posts.get(post.reply_to)
        answers = None if replied is None else self._side.ref(replied)
        event = CommandInvoked(key, typed.path, place, actor, typed.values, ticket, at, ref, typed.fault, answers)
        self._emit(event)

    def _pressed(self, person: Person, chat: str, token: str, post: Post) -> None:
        ticket = self._ticket(person, chat, post, is_press=True)
        place, at = self._side.place(chat), self._side.now()
        ref = self._side.ref(post)
        self._emit(ButtonPressed(self._key("press"), token, place, self.reading.actor(person, chat), ticket, at, ref))

    def _say(self, person: Person, chat: str, text: str, replied: Post | None, file: File | None = None) -> Post:
        reply_to = replied.id if replied is not None else None
        post = Post(self._side.next_id(), chat, person.id, (text,), self._side.now(), reply_to=reply_to)
        return self._side.add(post if file is None else replace(post, files=(file,)))

    def _service(self, text: str) -> None:
        post = Post(self._side.next_id(), GENERAL, "", (text,), self._side.now(), Kind.SERVICE)
        self._side.add(post)

    def _ticket(self, person: Person, chat: str, post: Post | None, *, is_press: bool = False) -> Ticket:
        return self._tickets.open(str(self._side.next_id()), chat, person.id, post, is_press=is_press)

    def _reach(self, person: Person) -> Person:
        """Writing to the bot is what opens the private chat for it."""
        if not person.reachable:
            person = replace(person, reachable=True)
            self._side.update(person)
        return person

    def _key(self, what: str) -> str:
        return f"{self._side.name}:{what}:{self._side.next_id()}"
