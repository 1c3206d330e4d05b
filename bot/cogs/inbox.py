"""Members write to the team: by a private message, a command or a button; every word reaches people, in order."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Self

from bot.core.actions import Ask, CloseThread, Edit, Send, Whisper
from bot.core.attachments import Enclosure
from bot.core.commands import Rest, command
from bot.core.conversations import Conversation, TalkEntry, TalkKind
from bot.core.decisions import NOTHING, Decision, Intent, Report, decide
from bot.core.events import MessageEdited, MessagePosted, SpaceReady
from bot.core.ids import MessageRef
from bot.core.people import Rank
from bot.core.receipts import Refused
from bot.core.text import Say, say
from bot.core.ui import Button, Field, Form, Tone
from bot.domain.care.conversation import added, edited
from bot.domain.care.desk import mirrored, opening
from bot.domain.care.moves import Words, words_of
from bot.domain.care.presses import Begin, OpenFeedback, Written
from bot.runtime.arriving import ANYTHING, Arrival, Arriving, to_team
from bot.runtime.care import Category
from bot.runtime.cog import Cog, composes, filled, on, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.faces import Faces
from bot.runtime.placing import places_of
from bot.runtime.services import Services


class Inbox(Cog):
    """The members' side, and how it is shown to the team."""

    name: ClassVar[str] = "inbox"

    def __init__(self, talks: Conversations, arriving: Arriving, faces: Faces) -> None:
        self._talks = talks
        self._arriving = arriving
        self._faces = faces

    @classmethod
    def create(cls, services: Services) -> Self:
        arriving = Arriving(services.conversations, services.first_tries)
        return cls(services.conversations, arriving, Faces.of(services))

    # --- what members do

    @on(MessagePosted)
    async def said(self, scene: Scene, event: MessagePosted) -> Decision:
        """Take a private message to the bot for one to the team."""
        message = event.message
        if not message.place.is_direct or message.author.is_bot:
            return NOTHING
        words = words_of(message)
        if words.is_empty:
            return NOTHING
        return await self._arriving(scene, Arrival(message.author, words, message.place))

    @on(MessageEdited)
    async def changed(self, scene: Scene, event: MessageEdited) -> Decision:
        """Show the team what the message says now."""
        message = event.message
        if not message.place.is_direct or message.author.is_bot:
            return NOTHING
        entry = await self._talks.said_in(scene.community.key, message.ref)
        talk = None if entry is None else await self._talks.find(scene.community.key, entry.conversation)
        if entry is None or talk is None:
            return NOTHING
        words = words_of(message)
        moved = edited(talk, entry, words, scene.now)
        if isinstance(moved, Say):
            return NOTHING
        if talk.blocked:
            return decide(rows=moved.rows)
        files = added(entry.enclosures, moved.said[0].enclosures)
        cut = Arrival(message.author, words, message.place).cut
        told = () if cut is None else (Whisper(message.author.user, cut),)
        return decide(*told, to_team("inbox-edited", talk.number, entry=entry.seq, files=files), rows=moved.rows)

    @command("ask", asks=True, hides=True)
    async def ask(
        self, ctx: Context, text: Annotated[str, Rest()] = "", attachment: Enclosure | None = None
    ) -> Decision:
        """Ask the team something; only they see it."""
        return await self._wanted(ctx, _words(text, attachment), "")

    @command("complain", asks=True, hides=True)
    async def complain(
        self, ctx: Context, text: Annotated[str, Rest()] = "", attachment: Enclosure | None = None
    ) -> Decision:
        """Tell the team what is wrong; only they see it."""
        return await self._wanted(ctx, _words(text, attachment), "complaint")

    @command("contact", rank=Rank.MANAGER, private=False)
    async def contact(self, ctx: Context) -> Decision:
        """Put up a button here with which members write to the team."""
        button = Button(say("button-contact"), Begin(), Tone.GOOD, private=True)
        idea = Button(say("button-feedback-open"), OpenFeedback(), private=True)
        rows = ((button,), (idea,)) if ctx.community.feedback is not None else ((button,),)
        return ctx.answer(say("inbox-contact", community=ctx.community.name), rows)

    @pressed(Begin)
    async def begin(self, ctx: Context, press: Begin) -> Decision:
        """Ask what it is about, or for the words."""
        if not press.category:
            return await self._wanted(ctx, Words(""), "")
        category = ctx.community.inbox.categories.get(press.category)
        if category is None:
            return ctx.answer(say("error-button-stale"))
        return _form(ctx, category, "")

    @filled(Written)
    async def written(self, ctx: Context, press: Written, values: Mapping[str, str]) -> Decision:
        """Take what was written into the form."""
        category = ctx.community.inbox.categories.get(press.category, ANYTHING)
        text = "\n".join(_answers(category, values))
        if not text:
            return ctx.answer(say("inbox-empty"))
        return await self._given(ctx, Words(text), category, press.label)

    async def _wanted(self, ctx: Context, words: Words, label: str) -> Decision:
        if not words.is_empty:
            return await self._given(ctx, words, ANYTHING, label)
        categories = ctx.community.inbox.categories
        if not categories:
            return _form(ctx, ANYTHING, label)
        rows = tuple(
            (Button(one.title, Begin(one.key), only=ctx.actor.user, private=True),) for one in categories.values()
        )
        return ctx.answer(say("inbox-which"), rows)

    async def _given(self, ctx: Context, words: Words, category: Category, label: str) -> Decision:
        return await self._arriving(ctx.scene, Arrival(ctx.actor, words, ctx.place, ctx, category, label))

    # --- how the team sees it

    @on(SpaceReady)
    async def ready(self, scene: Scene, event: SpaceReady) -> Decision:
        """Show what could not be shown before, because there was no place for it."""
        del event
        waiting = await self._talks.unshown(scene.community.key)
        return decide(*(to_team("inbox-show", number) for number in waiting))

    @composes("inbox-show")
    async def show(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Carry everything new to the team, in the order in which it was said."""
        del report
        key, number = scene.community.key, int(args["conversation"])
        talk, home = await self._talks.find(key, number), await self._talks.home(key, number)
        if talk is None:
            return ()
        if home is None:
            # Once: what cannot be opened now is shown with the next word, or when a place is ready.
            return () if args.get("opened") else await self._opened(scene, talk, "inbox-show")
        new = await self._talks.waiting(key, number, TalkKind.MEMBER)
        reopen = (Intent(CloseThread(home.place, reopen=True)),) if args.get("reopened") and home.place.thread else ()
        fresh = () if args.get("opened") else (Intent(await self._card(scene, talk, home)),)
        return (*reopen, *(step for entry in new for step in _shown(entry, home)), *fresh)

    @composes("inbox-shown")
    async def shown(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Open another thread for a word whose thread is gone; nothing that was said gets lost."""
        talk = await self._talks.find(scene.community.key, int(args["conversation"]))
        if talk is None or not report or not isinstance(report[-1][1], Refused):
            return ()
        return await self._opened(scene, talk, "inbox-again", entry=int(args["entry"]))

    @composes("inbox-again")
    async def again(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Show one entry in the place that was just opened."""
        del report
        key, number = scene.community.key, int(args["conversation"])
        home, entry = await self._talks.home(key, number), await self._talks.entry(key, number, int(args["entry"]))
        return () if home is None or entry is None else _shown(entry, home)[:1]

    @composes("inbox-edited")
    async def show_edit(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Bring the team's copy of a message up to date; one that is not shown yet will be as it is now."""
        del report
        key, number, seq = scene.community.key, int(args["conversation"]), int(args["entry"])
        mirror, entry = await self._talks.mirror(key, number, seq), await self._talks.entry(key, number, seq)
        if mirror is None or entry is None:
            return ()
        files = args.get("files")
        more = (Intent(to_team("inbox-files", number, entry=seq, files=files)),) if files else ()
        return (Intent(Edit(mirror, mirrored(entry, changed=True))), *more)

    @composes("inbox-card")
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Bring the card up to date; with ``close`` put the thread away, with ``reopened`` take it out again."""
        del report
        key, number = scene.community.key, int(args["conversation"])
        talk, home = await self._talks.find(key, number), await self._talks.home(key, number)
        if talk is None or home is None:
            return ()
        card, is_thread = Intent(await self._card(scene, talk, home)), home.place.thread is not None
        away = (Intent(CloseThread(home.place)),) if args.get("close") and is_thread else ()
        back = (Intent(CloseThread(home.place, reopen=True)),) if args.get("reopened") and is_thread else ()
        return (*back, card, *away)

    async def _opened(self, scene: Scene, talk: Conversation, then: str, **args: object) -> Sequence[Intent]:
        shown = opening(talk, await self._faces.face(scene.community.key, talk), *places_of(scene, talk))
        if shown is None:
            return ()
        return (Intent(shown, conversation=talk.number), Intent(to_team(then, talk.number, opened=True, **args)))

    async def _card(self, scene: Scene, talk: Conversation, home: MessageRef) -> Edit:
        face = await self._faces.face(scene.community.key, talk)
        return Edit(home, face.body, face.rows)


def _words(text: str, file: Enclosure | None) -> Words:
    return Words(text.strip(), enclosures=() if file is None else (file,))


def _form(ctx: Context, category: Category, label: str) -> Decision:
    title = say("inbox-form") if category is ANYTHING else category.title
    asked = tuple(Field(name, question, long=True) for name, question in category.fields)
    fields = asked or (Field("text", say("inbox-form-text"), long=True, longest=2000),)
    submit = Button(say("button-send"), Written(category.key, label), only=ctx.actor.user)
    return decide(Ask(ctx.ticket, ctx.place, ctx.actor.user, Form(title, fields, submit)))


def _answers(category: Category, values: Mapping[str, str]) -> list[str]:
    given = {name: text.strip() for name, text in values.items() if text.strip()}
    return [f"{name}: {text}" if category.fields else text for name, text in given.items()]


def _shown(entry: TalkEntry, home: MessageRef) -> tuple[Intent, ...]:
    # In a thread all of it belongs together; among other cards each word names what it belongs to.
    answers = home if home.place.thread is None else None
    sent = Send(home.place, mirrored(entry), reply_to=answers, important=True)
    carried = Intent(sent, conversation=entry.conversation, entry=entry.seq)
    where = Intent(to_team("inbox-shown", entry.conversation, entry=entry.seq))
    files = Intent(to_team("inbox-files", entry.conversation, entry=entry.seq))
    return (carried, where, files) if entry.enclosures else (carried, where)
