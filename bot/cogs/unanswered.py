"""Questions that nobody answers: noticed after a while, and answered where the bot is sure, else shown to helpers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar, Self

from bot.core.actions import Send
from bot.core.answers import GivenAnswer
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import MessageDeleted, MessagePosted, TimerFired
from bot.core.ids import MessageRef, Place, UserRef
from bot.core.messages import Message
from bot.core.people import Rank
from bot.core.privacy import forgotten
from bot.core.record import Note, Row, Timer, TimerOff
from bot.core.text import Link, Quote, Rich, lines, say
from bot.domain.care.answers import Entry, Sure
from bot.domain.care.faq_card import id_of, rows_of, shown
from bot.domain.care.waiting import Waiting, answered, asked, read, written
from bot.domain.care.wording import LONGEST, is_question
from bot.runtime.cog import Cog, due, on
from bot.runtime.context import Scene
from bot.runtime.directory import STAFF, lift
from bot.runtime.faq import Finder
from bot.runtime.finding import until_found
from bot.runtime.services import Host, Services
from bot.runtime.stores import Notes

WAITING = "faq-unanswered"
HELPERS = "helpers"
KEPT = "waiting "
"""Before the channel, in the name of the note that says which of its questions wait."""


class Unanswered(Cog):
    """A question is a timer; an answer takes it away. Off until the config names places."""

    name: ClassVar[str] = "faq"

    def __init__(self, finder: Finder, notes: Notes, host: Host) -> None:
        self._finder = finder
        self._notes = notes
        self._host = host
        self._waiting: dict[tuple[str, str], tuple[Waiting, ...]] = {}

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(Finder(services.notes, services.people, services.meanings), services.notes, services.host)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over what waits, so that ordinary messages ask the store for nothing."""
        for row in rows:
            if isinstance(row, Note) and row.cog == self.name and row.name.startswith(KEPT):
                self._waiting[community, row.name] = read(row.value)
        if forgotten(rows):
            for key in [one for one in self._waiting if one[0] == community]:
                del self._waiting[key]

    @on(MessagePosted)
    async def posted(self, scene: Scene, event: MessagePosted) -> Decision:
        """Begin to wait for an answer, or hear one."""
        message = event.message
        if scene.directory.role_of(message.place) not in scene.community.faq.places or message.author.is_bot:
            return NOTHING
        message = replace(message, author=lift(message.author, scene.community.team, scene.directory))
        waiting = await self._of(scene, message.ref)
        over = answered(waiting, message)
        if over:
            return self._over(message.ref, waiting, over)
        helps = message.reply_to is not None or message.author.rank >= Rank.HELPER
        if helps or not _asks(scene, message):
            return NOTHING
        args = {
            "message": message.ref,
            "user": message.author.user,
            "name": message.author.name,
            "text": message.text[:LONGEST],
            "locale": message.author.locale,
        }
        due_at = scene.now + scene.community.faq.unanswered
        note = Note(self.name, _kept(message.ref), written(asked(waiting, message)))
        return decide(rows=(Timer(WAITING, _subject(message.ref), due_at, args), note))

    @on(MessageDeleted)
    async def deleted(self, scene: Scene, event: MessageDeleted) -> Decision:
        """What was taken back needs no answer."""
        if scene.directory.role_of(event.ref.place) not in scene.community.faq.places:
            return NOTHING
        waiting = await self._of(scene, event.ref)
        return self._over(event.ref, waiting, tuple(one for one in waiting if one.native == event.ref.native))

    def _over(self, ref: MessageRef, waiting: tuple[Waiting, ...], over: tuple[Waiting, ...]) -> Decision:
        if not over:
            return NOTHING
        left = tuple(one for one in waiting if one not in over)
        timers = tuple(TimerOff(WAITING, _subject(replace(ref, native=one.native))) for one in over)
        return decide(rows=(*timers, Note(self.name, _kept(ref), written(left))))

    async def _of(self, scene: Scene, ref: MessageRef) -> tuple[Waiting, ...]:
        key = (scene.community.key, _kept(ref))
        if key not in self._waiting:
            self._waiting[key] = read(await self._notes.note(scene.community.key, self.name, _kept(ref)))
        return self._waiting[key]

    @due(WAITING)
    async def waited(self, scene: Scene, event: TimerFired) -> Decision:
        """Nobody answered: answer where it is sure, else tell those who help, and later the moderators, once each."""
        ref, user = event.args["message"], event.args["user"]
        if not isinstance(ref, MessageRef) or not isinstance(user, UserRef):
            return NOTHING
        if not scene.community.faq.places:
            return await self._ended(scene, ref)
        found = None
        if not event.args.get("told"):
            found = await self._finder.find(scene, str(event.args["text"]), user, str(event.args["locale"]))
        if found is not None:
            return self._answered(scene, event, ref, user, found).and_then(await self._ended(scene, ref))
        return await self._noticed(scene, event, ref, user)

    async def _noticed(self, scene: Scene, event: TimerFired, ref: MessageRef, user: UserRef) -> Decision:
        """Tell helpers, and when they have been told already, or there are none, the moderators."""
        told, passed = bool(event.args.get("told")), scene.community.faq.unanswered
        staff = scene.directory.staff_for(user.platform)
        whom = staff if told else scene.directory.place(HELPERS, user.platform) or staff
        if whom is None:
            return until_found(scene, event, {HELPERS, STAFF}) or await self._ended(scene, ref)
        said = decide(self._waits(event, ref, whom, passed * 2 if told else passed))
        if staff in {None, whom}:
            return said.and_then(await self._ended(scene, ref))
        args = {name: value for name, value in event.args.items() if name != "since"} | {"told": True}
        return said.and_then(Decision((Timer(WAITING, event.subject, scene.now + passed, args),)))

    async def _ended(self, scene: Scene, ref: MessageRef) -> Decision:
        """It waits no more."""
        waiting = await self._of(scene, ref)
        over = self._over(ref, waiting, tuple(one for one in waiting if one.native == ref.native))
        # Its own timer is the one that fires: it need not be taken away.
        return Decision(tuple(row for row in over.rows if isinstance(row, Note)))

    def _answered(
        self, scene: Scene, event: TimerFired, ref: MessageRef, user: UserRef, found: tuple[Entry, Sure]
    ) -> Decision:
        entry, sure = found
        given = GivenAnswer(id_of(user, scene.now), entry.key, user, scene.now)
        rows = rows_of(given, entry, str(event.args["text"]), only=user, staff=True)
        answer = Send(ref.place, shown(entry, sure.language), rows, reply_to=ref, reader=user, silent=True)
        return decide(answer, rows=(given,))

    def _waits(self, event: TimerFired, ref: MessageRef, whom: Place, passed: timedelta) -> Send:
        link = self._host.link(ref)
        where = Rich((Link(link, link),)) if link else None
        waits = say("faq-unanswered", who=str(event.args["name"]), span=passed)
        return Send(whom, lines(waits, Rich((Quote(str(event.args["text"])),)), where))


def _asks(scene: Scene, message: Message) -> bool:
    return any(is_question(message.text, language) for language in scene.community.languages)


def _kept(ref: MessageRef) -> str:
    return f"{KEPT}{ref.place.channel}"


def _subject(ref: MessageRef) -> str:
    return f"{ref.place.channel} {ref.native}"
