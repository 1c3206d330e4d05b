"""Service levels: who waits too long for the team is noticed, and people are reminded, each once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from bot.core.actions import Action, Send, Whisper
from bot.core.complaints import Complaint
from bot.core.conversations import Conversation, Priority
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import TimerFired
from bot.core.ids import Place, UserRef
from bot.core.levels import Deadline, Goal, Matter
from bot.core.record import Row
from bot.core.text import Mention, say
from bot.core.ui import Rows
from bot.domain.care.conversation import freed
from bot.domain.care.levels import (
    LEVEL,
    Audience,
    Wait,
    ended,
    follow,
    of_subject,
    reached,
    waits_of,
)
from bot.domain.care.reminders import Facts, reminder
from bot.runtime.arriving import to_team
from bot.runtime.cog import Cog, due, witnesses
from bot.runtime.context import Scene
from bot.runtime.conversations import Conversations
from bot.runtime.faces import Faces
from bot.runtime.placing import department_of, team_place
from bot.runtime.roster import Roster
from bot.runtime.services import Host, Services


@dataclass(frozen=True, slots=True)
class Subject:
    """What a deadline is about, as far as a reminder asks: whose it is, where it stands, and who may read of it."""

    wait: Wait
    facts: Facts
    owner: UserRef | None
    place: Place | None
    rows: Rows = ()
    urgent: bool = False
    kept_from: UserRef | None = None
    among: frozenset[UserRef] = frozenset()


class ServiceLevels(Cog):
    """A deadline is a row with a timer: it is set with the word that it answers to, and each reminder moves it on."""

    name: ClassVar[str] = "levels"

    def __init__(self, talks: Conversations, faces: Faces, roster: Roster, host: Host) -> None:
        self._talks = talks
        self._faces = faces
        self._roster = roster
        self._host = host

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.conversations, Faces.of(services), Roster.of(services), services.host)

    @witnesses(Conversation)
    async def talked(self, scene: Scene, row: Conversation) -> Decision:
        """Follow a conversation: somebody began to wait, was answered, came back."""
        return await self._followed(scene, waits_of(row))

    @witnesses(Complaint)
    async def complained(self, scene: Scene, row: Complaint) -> Decision:
        """End what ran for a complaint from before it was a conversation."""
        gone = [Wait(Matter.COMPLAINT, row.number, goal, None) for goal in Goal]
        return await self._followed(scene, gone)

    async def _followed(self, scene: Scene, waits: Sequence[Wait]) -> Decision:
        rows: list[Row] = []
        for wait in waits:
            known = await self._find(scene, wait.matter, wait.number, wait.goal)
            rows += follow(known, wait, scene.community.inbox.levels, scene.now)
        return decide(rows=rows) if rows else NOTHING

    @due(LEVEL)
    async def late(self, scene: Scene, event: TimerFired) -> Decision:
        """Remind whoever has to know by now; what was answered meanwhile needs nobody."""
        matter, number, goal = of_subject(event.subject)
        deadline, subject = await self._find(scene, matter, number, goal), await self._subject(scene, matter, number)
        if deadline is None or not deadline.runs or deadline.wakes_at is None or deadline.wakes_at > scene.now:
            return NOTHING
        about = next((one for one in subject if one.wait.goal is goal), None)
        if about is None or about.wait.since is None:
            return decide(rows=ended(deadline, scene.now))
        whom, rows = reached(deadline, scene.community.inbox.levels, scene.now)
        gone = await self._gone(scene, about)
        if gone.rows:
            about = replace(about, owner=None, facts=replace(about.facts, owner=""))
        told = [step for audience in whom for step in await self._told(scene, deadline, about, audience)]
        return gone.and_then(decide(*told, rows=rows))

    # --- what it is about

    async def _find(self, scene: Scene, matter: Matter, number: int, goal: Goal) -> Deadline | None:
        return await self._roster.timekeeping.deadlines.find(scene.community.key, matter, number, goal)

    async def _subject(self, scene: Scene, matter: Matter, number: int) -> tuple[Subject, ...]:
        is_talk = matter is Matter.CONVERSATION
        talk = await self._talks.find(scene.community.key, number) if is_talk else None
        return () if talk is None else await self._of_talk(scene, talk)

    async def _of_talk(self, scene: Scene, talk: Conversation) -> tuple[Subject, ...]:
        home = await self._talks.home(scene.community.key, talk.number)
        link = "" if home is None else self._host.link(home)
        reported = talk.report is not None
        facts = Facts(talk.person_name, talk.owner_name, link, reported=reported)
        place, queue = team_place(scene, talk, home), department_of(scene, talk)
        urgent = talk.priority is Priority.URGENT or reported
        rows = (await self._faces.face(scene.community.key, talk)).rows
        about = Subject(waits_of(talk)[0], facts, talk.owner, place, rows, urgent, talk.kept_from)
        about = replace(about, among=frozenset(() if queue is None else queue.people))
        return tuple(replace(about, wait=wait) for wait in waits_of(talk))

    async def _gone(self, scene: Scene, about: Subject) -> Decision:
        """Take it from an owner who is no longer of the team: it waits for anybody again, and they are told."""
        is_talk = about.wait.matter is Matter.CONVERSATION
        talk = await self._talks.find(scene.community.key, about.wait.number) if is_talk else None
        if talk is None or talk.owner is None or await self._roster.is_team(scene, talk.owner):
            return NOTHING
        told = say("inbox-freed", number=talk.number, who=talk.owner_name)
        heard = () if about.place is None else (Send(about.place, told, important=True),)
        card = to_team("inbox-card", talk.number)
        return decide(*heard, card, rows=freed(talk, scene.now).rows)

    # --- who is told

    async def _told(self, scene: Scene, deadline: Deadline, about: Subject, audience: Audience) -> tuple[Action, ...]:
        if audience is Audience.MANAGERS:
            return await self._managers(scene, deadline, about)
        if scene.community.inbox.levels.digest is not None and not about.urgent:
            return ()  # it stands in the list of the day
        if audience is Audience.OWNER and about.owner is None:
            return ()
        if about.owner is not None and audience is Audience.OWNER and await self._roster.on_duty(scene, about.owner):
            return (Whisper(about.owner, reminder(deadline, about.facts), important=True),)
        return await self._team(scene, deadline, about)

    async def _team(self, scene: Scene, deadline: Deadline, about: Subject) -> tuple[Action, ...]:
        if about.kept_from is not None:
            return await self._managers(scene, deadline, about)
        if about.place is None:
            return ()
        ping = await self._ping(scene, about, about.place)
        return (Send(about.place, reminder(deadline, about.facts, ping), about.rows, important=True),)

    async def _managers(self, scene: Scene, deadline: Deadline, about: Subject) -> tuple[Action, ...]:
        platform = None if about.place is None else about.place.platform
        place = scene.directory.place(scene.community.inbox.levels.last, platform)
        body = reminder(deadline, about.facts)
        if place is not None:
            return (Send(place, body, about.rows, important=True),)
        managers = sorted(one for one in scene.community.team.managers if one != about.kept_from)
        awake = [one for one in managers if await self._roster.on_duty(scene, one)]
        return tuple(Whisper(one, body, important=True) for one in awake or managers)

    async def _ping(self, scene: Scene, about: Subject, place: Place) -> Mention | None:
        """The owner if she is on duty, else the next who is; on another messenger nobody hears it."""
        if about.owner is not None and await self._roster.on_duty(scene, about.owner):
            return _heard(Mention(about.owner, about.facts.owner), place)
        found = await self._roster.next(scene, about.owner, about.among)
        return None if found is None else _heard(Mention(found.user, found.name), place)


def _heard(mention: Mention, place: Place) -> Mention | None:
    return mention if mention.user.platform == place.platform else None
