"""Questions that nobody answers: noticed after a while, and answered where the bot is sure, else shown to helpers."""

from typing import ClassVar, Self

from bot.core.actions import Send
from bot.core.answers import GivenAnswer
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import Message, MessageDeleted, MessagePosted, TimerFired
from bot.core.ids import MessageRef, UserRef
from bot.core.people import Rank
from bot.core.record import Timer, TimerOff
from bot.core.text import Link, Quote, Rich, lines, say
from bot.domain.care.faq_card import id_of, rows_of, shown
from bot.domain.care.wording import LONGEST, is_question
from bot.runtime.cog import Cog, due, on
from bot.runtime.context import Scene
from bot.runtime.faq import Finder
from bot.runtime.services import Host, Services

WAITING = "faq-unanswered"
HELPERS = "helpers"


class Unanswered(Cog):
    """A question is a timer; a reply takes it away. Off until the config names places."""

    name: ClassVar[str] = "faq"

    def __init__(self, finder: Finder, host: Host) -> None:
        self._finder = finder
        self._host = host

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(Finder(services.notes, services.people), services.host)

    @on(MessagePosted)
    async def posted(self, scene: Scene, event: MessagePosted) -> Decision:
        """Begin to wait for a reply, or hear one."""
        message = event.message
        if scene.directory.role_of(message.place) not in scene.community.faq.places or message.author.is_bot:
            return NOTHING
        if message.reply_to is not None:
            return decide(rows=(TimerOff(WAITING, _subject(message.reply_to)),))
        if message.author.rank >= Rank.HELPER or not _asks(scene, message):
            return NOTHING
        args = {
            "message": message.ref,
            "user": message.author.user,
            "name": message.author.name,
            "text": message.text[:LONGEST],
            "locale": message.author.locale,
        }
        due_at = scene.now + scene.community.faq.unanswered
        return decide(rows=(Timer(WAITING, _subject(message.ref), due_at, args),))

    @on(MessageDeleted)
    async def deleted(self, scene: Scene, event: MessageDeleted) -> Decision:
        """What was taken back needs no answer."""
        if scene.directory.role_of(event.ref.place) not in scene.community.faq.places:
            return NOTHING
        return decide(rows=(TimerOff(WAITING, _subject(event.ref)),))

    @due(WAITING)
    async def waited(self, scene: Scene, event: TimerFired) -> Decision:
        """Nobody replied: answer where it is sure, else tell those who help, once."""
        ref, user = event.args["message"], event.args["user"]
        name, text = str(event.args["name"]), str(event.args["text"])
        if not isinstance(ref, MessageRef) or not isinstance(user, UserRef) or not scene.community.faq.places:
            return NOTHING
        found = await self._finder.find(scene, text, user, str(event.args["locale"]))
        if found is not None:
            entry, sure = found
            given = GivenAnswer(id_of(user, scene.now), entry.key, user, scene.now)
            rows = rows_of(given, entry, text, only=user, staff=True)
            answer = Send(ref.place, shown(entry, sure.language), rows, reply_to=ref, reader=user, silent=True)
            return decide(answer, rows=(given,))
        helpers = scene.directory.place(HELPERS, user.platform) or scene.directory.staff_for(user.platform)
        if helpers is None:
            return NOTHING
        link = self._host.link(ref)
        where = Rich((Link(link, link),)) if link else None
        waits = say("faq-unanswered", who=name, span=scene.community.faq.unanswered)
        return decide(Send(helpers, lines(waits, Rich((Quote(text),)), where)))


def _asks(scene: Scene, message: Message) -> bool:
    return any(is_question(message.text, language) for language in scene.community.languages)


def _subject(ref: MessageRef) -> str:
    return f"{ref.place.channel} {ref.native}"
