"""Departments hear what comes in for them, and the member hears what they say to it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Annotated, ClassVar, Literal, Self

from bot.core.actions import Whisper
from bot.core.commands import Between, Rest, command
from bot.core.conversations import Conversation, Fate, TalkEntry, TalkKind, TalkState
from bot.core.decisions import NOTHING, Decision, Step, decide
from bot.core.deliveries import Occasion, Progress
from bot.core.events import TimerFired
from bot.core.ids import UserRef
from bot.core.people import Member, Rank
from bot.core.record import Timer
from bot.core.text import Bold, say
from bot.domain.care.department import Department, letters, occasion, progress_known, progress_told
from bot.domain.care.moves import Moved
from bot.domain.care.passing import progressed
from bot.runtime.arriving import to_team
from bot.runtime.cog import Cog, due, witnesses
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.deliveries import ANSWERED, LONGEST_NOTE
from bot.runtime.placing import department_of, meant
from bot.runtime.roster import Roster
from bot.runtime.services import Services

ARRIVED = "department-arrived"
AGAIN = timedelta(minutes=30)
"""How long news for people who are all off duty waits before it is looked again who is."""
_ARRIVES = frozenset({Occasion.OPENED, Occasion.HANDED, Occasion.REOPENED})


class Departments(Cog):
    """News is written down with the decision that makes it: either both are kept, or neither."""

    name: ClassVar[str] = "departments"

    def __init__(self, talks: Conversations, roster: Roster) -> None:
        self._talks = talks
        self._roster = roster

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.conversations, Roster.of(services))

    @witnesses(Conversation)
    async def moved(self, scene: Scene, talk: Conversation) -> Decision:
        """Tell the department, and its people on duty, of what comes in; the department also of how it ends."""
        if not scene.community.departments:
            return NOTHING
        before = await self._talks.find(scene.community.key, talk.number) if talk.version else None
        queue, news = department_of(scene, talk), occasion(before, talk)
        if queue is None or news is None:
            return NOTHING
        told = say("department-arrived", number=talk.number, who=Bold(talk.person_name), department=queue.title)
        arrives = queue.people if news in _ARRIVES else ()
        rows = letters(scene.community.key, queue, talk, news, talk.entries)
        awake = await self._awake(scene, arrives)
        later = (Timer(ARRIVED, str(talk.number), scene.now + AGAIN),) if arrives and not awake else ()
        return decide(*(Whisper(user, told) for user in awake), rows=(*rows, *later))

    @due(ARRIVED)
    async def arrived(self, scene: Scene, event: TimerFired) -> Decision:
        """Nobody was on duty when it came in: tell whoever is now, unless somebody took it meanwhile."""
        talk = await self._talks.find(scene.community.key, int(event.subject))
        queue = None if talk is None else department_of(scene, talk)
        if talk is None or queue is None or talk.owner is not None or talk.state is not TalkState.OPEN:
            return NOTHING
        awake = await self._awake(scene, queue.people)
        if not awake:
            return decide(rows=(Timer(ARRIVED, event.subject, scene.now + AGAIN),) if queue.people else ())
        told = say("department-arrived", number=talk.number, who=Bold(talk.person_name), department=queue.title)
        return decide(*(Whisper(user, told) for user in awake))

    async def _awake(self, scene: Scene, people: Iterable[UserRef]) -> list[UserRef]:
        return [user for user in people if await self._roster.on_duty(scene, user)]

    @witnesses(TalkEntry)
    async def said(self, scene: Scene, entry: TalkEntry) -> Decision:
        """Tell the department's own systems what the member adds; her first words go along with the news itself."""
        if not scene.community.departments or entry.kind is not TalkKind.MEMBER or entry.fate is not Fate.NEW:
            return NOTHING
        talk = await self._talks.find(scene.community.key, entry.conversation)
        if talk is None or talk.state is TalkState.RESOLVED or entry.seq <= talk.entries:
            return NOTHING
        queue = department_of(scene, talk)
        has_it = talk.waiting_since is not None or talk.answered_at is not None
        if queue is None or not has_it:
            return NOTHING
        return decide(rows=letters(scene.community.key, queue, talk, Occasion.MESSAGE, entry.seq))

    @command("progress", rank=Rank.MODERATOR)
    async def progress(
        self,
        ctx: Context,
        progress: Literal["received", "working", "waiting", "resolved", "declined"],
        conversation: Annotated[int, Between(1, 10**12)] | None = None,
        note: Annotated[str, Rest()] = "",
    ) -> Decision:
        """Say how far the department is with this conversation; the member hears it."""
        talk, note = await meant(self._talks, ctx, conversation, note)
        if talk is None:
            return ctx.answer(say("inbox-not-here"))
        queue = department_of(ctx.scene, talk)
        if queue is None:
            known = ", ".join(ctx.community.departments) or "-"
            return ctx.answer(say("department-unknown", name=talk.department or "-", known=known))
        told = Progress(progress)
        decision = _told(talk, queue, told, note, ctx.now, ctx.actor)
        if decision.is_empty:
            return ctx.answer(say("inbox-over", number=talk.number))
        answer = ctx.aloud(say("department-noted", progress=say(f"progress-{told}")))
        return decide(answer).and_then(decision)

    @due(ANSWERED)
    async def answered(self, scene: Scene, event: TimerFired) -> Decision:
        """A department's system has answered a letter; what it says of another department's matter is not heard."""
        key = scene.community.key
        talk = await self._talks.find(key, int(str(event.args["conversation"])))
        if talk is None or talk.department != event.args["department"]:
            return NOTHING
        queue, note = department_of(scene, talk), str(event.args["note"])
        progress = Progress(str(event.args["progress"]))
        known = progress_known(await self._talks.entries(key, talk.number), _detail(progress, note))
        if queue is None or known:
            return NOTHING
        return _told(talk, queue, progress, note, scene.now)


def _told(
    talk: Conversation, queue: Department, progress: Progress, note: str, now: datetime, by: Member | None = None
) -> Decision:
    """Keep it, tell the member, and close what is over; nothing where it was over before."""
    words = note.strip()[:LONGEST_NOTE]
    moved = progressed(talk, progress, _detail(progress, words), now, by)
    if not isinstance(moved, Moved):
        return NOTHING
    whisper = Whisper(talk.person, progress_told(queue, talk, progress, words))
    steps: tuple[Step, ...] = () if talk.blocked else (whisper,)
    return decide(*steps, to_team("inbox-card", talk.number, close=progress.is_over), rows=moved.rows)


def _detail(progress: Progress, note: str) -> str:
    return f"{progress}: {note}" if note else progress.value
