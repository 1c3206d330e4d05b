"""The team answers a member: by a form or a command, with some seconds to take it back, and nothing is sent twice."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Any, ClassVar, Self

from bot.core.actions import Ask, Edit, Send, Whisper
from bot.core.attachments import Enclosure
from bot.core.commands import Between, Rest, command
from bot.core.conversations import Conversation, Fate, TalkEntry, TalkKind
from bot.core.decisions import NOTHING, Decision, Intent, Later, Report, decide, refusal
from bot.core.events import TimerFired
from bot.core.people import Rank
from bot.core.receipts import Done, Refused
from bot.core.record import Note
from bot.core.text import Bold, Localised, Say, Voices, plain, say
from bot.core.ui import Button, Field, Form
from bot.domain.care.desk import after, answer, failed, failed_rows, held, held_rows
from bot.domain.care.moves import Moved
from bot.domain.care.presses import SendAgain, TakeBack, WriteBack
from bot.domain.care.replies import SEND, drafted, hold, released, undone
from bot.runtime.cog import Cog, composes, due, filled, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.placing import chosen
from bot.runtime.services import Services
from bot.runtime.stores import Notes, People

Number = Annotated[int, Between(1, 10**12)]
WRITING = timedelta(minutes=2)
"""How long somebody who asked for the form is taken to be writing."""


class Answering(Cog):
    """A held answer is a row and a timer: it goes out once, also after a crash."""

    name: ClassVar[str] = "inbox"

    def __init__(self, talks: Conversations, people: People, notes: Notes, voices: Voices) -> None:
        self._talks = talks
        self._people = people
        self._notes = notes
        self._voices = voices

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.conversations, services.people, services.notes, services.voices)

    # --- writing

    @command("reply", rank=Rank.MODERATOR, private=False)
    async def reply(
        self,
        ctx: Context,
        answer: Annotated[str, Rest()] = "",
        attachment: Enclosure | None = None,
        conversation: Number | None = None,
    ) -> Decision:
        """Answer the member of this conversation, with a file if there is one."""
        talk = await chosen(self._talks, ctx, conversation)
        return ctx.answer(say("inbox-not-here")) if talk is None else self._drafted(ctx, talk, answer, attachment)

    @command("canned", rank=Rank.MODERATOR, private=False)
    async def canned(self, ctx: Context, name: str, conversation: Number | None = None) -> Decision:
        """Answer the member of this conversation with words that wait in the config."""
        talk = await chosen(self._talks, ctx, conversation)
        if talk is None:
            return ctx.answer(say("inbox-not-here"))
        known = ctx.community.inbox.canned
        words = known.get(name.lower())
        if words is None:
            return ctx.answer(say("inbox-no-canned", name=name, known=", ".join(known) or "-"))
        return self._drafted(ctx, talk, await self._spoken(ctx, talk, words))

    @pressed(WriteBack)
    async def write(self, ctx: Context, press: WriteBack) -> Decision:
        """Give whoever wants to answer a form, and tell the others that somebody is writing."""
        key = ctx.community.key
        talk, home = await self._talks.find(key, press.conversation), await self._talks.home(key, press.conversation)
        if talk is None:
            return ctx.answer(say("error-button-stale"))
        busy = _writing(await self._notes.note(key, self.name, f"writing {talk.number}"), ctx)
        title = say("inbox-reply-form", number=talk.number) if not busy else say("inbox-reply-busy", who=busy)
        submit = Button(say("button-send"), press, rank=Rank.MODERATOR, only=ctx.actor.user)
        form = Form(title, (Field("answer", say("inbox-reply-text"), long=True, longest=2000),), submit)
        line = say("inbox-writing", who=Bold(ctx.actor.name), number=talk.number)
        told = () if home is None else (Send(home.place, line, silent=True, vanish_after=WRITING),)
        noted = Note(self.name, f"writing {talk.number}", f"{ctx.now.isoformat()} {ctx.actor.user} {ctx.actor.name}")
        return decide(Ask(ctx.ticket, ctx.place, ctx.actor.user, form), *told, rows=(noted,))

    @filled(WriteBack)
    async def written(self, ctx: Context, press: WriteBack, values: Mapping[str, str]) -> Decision:
        """Take the answer from the form."""
        talk = await self._talks.find(ctx.community.key, press.conversation)
        if talk is None:
            return ctx.answer(say("error-button-stale"))
        idle = Note(self.name, f"writing {talk.number}", None)
        among = replace(ctx, private=not ctx.scene.directory.is_staff(ctx.place))
        decision = self._drafted(among, talk, values.get("answer", ""))
        return replace(decision, rows=(*decision.rows, idle))

    @pressed(TakeBack)
    async def take_back(self, ctx: Context, press: TakeBack) -> Decision:
        """Do not send what has not gone out yet."""
        found = await self._found(ctx.community.key, press.conversation, press.entry)
        if found is None:
            return ctx.answer(say("error-button-stale"))
        moved = undone(*found, ctx.actor, ctx.now)
        if isinstance(moved, Say):
            return ctx.answer(moved)
        shown = Later("inbox-told", _args(moved.said[0]))
        return decide(ctx.say(say("inbox-undone")), shown, rows=moved.rows)

    @pressed(SendAgain)
    async def send_again(self, ctx: Context, press: SendAgain) -> Decision:
        """Try once more to reach the member."""
        found = await self._found(ctx.community.key, press.conversation, press.entry)
        if found is None or found[1].fate in {Fate.DONE, Fate.NEW, Fate.QUEUED}:
            return ctx.answer(say("error-button-stale"))
        talk, entry = found
        moved = Moved(replace(talk, touched_at=ctx.now), (replace(entry, fate=Fate.NEW),))
        return decide(ctx.say(say("inbox-trying")), _tell(talk), rows=moved.rows)

    # --- sending

    @due(SEND)
    async def out(self, scene: Scene, event: TimerFired) -> Decision:
        """The time to take an answer back is over."""
        number, _, seq = event.subject.partition("/")
        found = await self._found(scene.community.key, int(number), int(seq))
        asked = await self._talks.heard_after(scene.community.key, int(number), int(seq))
        moved = None if found is None else released(*found, scene.now, asked)
        if moved is None:
            return NOTHING
        card = Later("inbox-card", {"conversation": moved.now.number}, turn=f"conversation {moved.now.number}")
        return decide(_tell(moved.now), card, rows=moved.rows)

    @composes("inbox-tell")
    async def tell(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Carry every answer that is due to the member, in the order in which they were written."""
        del report
        key, number = scene.community.key, int(args["conversation"])
        talk = await self._talks.find(key, number)
        if talk is None:
            return ()
        name, signed = scene.community.name, scene.community.inbox.signed
        steps: list[Intent] = []
        for entry in await self._talks.waiting(key, number, TalkKind.TEAM):
            words = Whisper(talk.person, answer(entry, name, signed=signed), important=True)
            steps += [Intent(words, conversation=number, entry=entry.seq), Intent(Later("inbox-told", _args(entry)))]
            steps += [Intent(Later("inbox-files", _args(entry)))] if entry.enclosures else []
        return steps

    @composes("inbox-told")
    async def told(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Show the team that the member has it, or that she does not."""
        key, number, seq = scene.community.key, int(args["conversation"]), int(args["entry"])
        entry, post = await self._talks.entry(key, number, seq), await self._talks.mirror(key, number, seq)
        home = await self._talks.home(key, number)
        if entry is None:
            return ()
        receipt = next((r for step, r in reversed(report) if isinstance(step, Whisper)), Done())
        if isinstance(receipt, Refused):
            body, rows = failed(entry, refusal(receipt.why)), failed_rows(entry)
            return () if home is None else (Intent(Send(home.place, body, rows, important=True)),)
        return () if post is None else (Intent(Edit(post, after(entry))),)

    # --- shared

    def _drafted(self, ctx: Context, talk: Conversation, text: str, file: Enclosure | None = None) -> Decision:
        moved = drafted(talk, ctx.actor, text, ctx.now, () if file is None else (file,))
        if isinstance(moved, Say):
            return ctx.answer(moved)
        entry = moved.said[0]
        post = ctx.say(held(entry, int(hold(talk).total_seconds())), held_rows(entry))
        return Decision(moved.rows, (Intent(post, conversation=talk.number, entry=entry.seq),))

    async def _spoken(self, ctx: Context, talk: Conversation, words: Localised) -> str:
        chosen = await self._people.language(ctx.community.key, talk.person)
        spoken = chosen or (talk.language if talk.language[:2] in words.texts else "") or ctx.community.language
        args = {
            "name": talk.person_name,
            "community": ctx.community.name,
            "moderator": ctx.actor.name,
            "number": str(talk.number),
        }
        return plain(self._voices.of(spoken)(Localised(words.texts, args)))

    async def _found(self, community: str, number: int, seq: int) -> tuple[Conversation, TalkEntry] | None:
        talk, entry = await self._talks.find(community, number), await self._talks.entry(community, number, seq)
        return None if talk is None or entry is None else (talk, entry)


def _tell(talk: Conversation) -> Later:
    return Later("inbox-tell", {"conversation": talk.number}, turn=f"answers {talk.number}")


def _args(entry: TalkEntry) -> Mapping[str, object]:
    return {"conversation": entry.conversation, "entry": entry.seq}


def _writing(note: str | None, ctx: Context) -> str:
    """Who else is writing just now."""
    if note is None:
        return ""
    since, who, name = note.split(" ", 2)
    fresh = ctx.now - datetime.fromisoformat(since) < WRITING
    return name if fresh and who != str(ctx.actor.user) else ""
