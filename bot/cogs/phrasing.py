"""Answers that a language model words from the FAQ: asked outside of every lane, and said with their sources."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from bot.core.actions import Whisper
from bot.core.answers import GivenAnswer
from bot.core.decisions import NOTHING, Asker, Decision, Report, decide
from bot.core.events import TimerFired
from bot.core.ids import UserRef
from bot.core.record import Timer
from bot.core.text import say
from bot.domain.care.faq_card import id_of, person_row, rows_of
from bot.domain.care.phrased import Phrased, shown
from bot.runtime.arriving import onward
from bot.runtime.cog import Cog, composes, due
from bot.runtime.context import Scene
from bot.runtime.conversations import Conversations
from bot.runtime.faq import Finder
from bot.runtime.phrasing import ASK_MODEL, Phrasing
from bot.runtime.services import Services

PHRASED = "faq-phrased"


class PhrasedAnswers(Cog):
    """The model's word is a timer that is due at once, so that what follows is decided in the community's order."""

    name: ClassVar[str] = "faq"

    def __init__(self, finder: Finder, phrasing: Phrasing, talks: Conversations) -> None:
        self._finder = finder
        self._phrasing = phrasing
        self._talks = talks

    @classmethod
    def create(cls, services: Services) -> Self:
        finder = Finder(services.notes, services.people, services.meanings)
        return cls(finder, Phrasing(finder, services.model), services.conversations)

    @composes(ASK_MODEL)
    async def asks(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Ask; whatever comes of it, whoever waits hears of it."""
        del report
        answer = await self._phrasing.ask(scene, str(args["question"]), args["entries"], str(args["language"]))
        said = {} if answer is None else {"text": answer.text, "sources": answer.sources}
        return decide(rows=(Timer(PHRASED, id_of(args["user"], scene.now), scene.now, {**args, **said}),))

    @due(PHRASED)
    async def answered(self, scene: Scene, event: TimerFired) -> Decision:
        """Say it where something came of it, else go the ordinary way to a person."""
        args: Mapping[str, Any] = event.args
        user, text, asker = args["user"], args.get("text"), args.get("asker")
        if not isinstance(user, UserRef):
            return NOTHING
        if not isinstance(text, str):
            return await self._unanswered(scene, user, args)
        answer = Phrased(text, tuple(args["sources"]))
        entries = self._phrasing.entries(scene, answer.sources)
        if len(entries) < len(answer.sources):  # the config changed meanwhile
            return await self._unanswered(scene, user, args)
        given = GivenAnswer(id_of(user, scene.now), entries[0].key, user, scene.now)
        question, number, staff = str(args["question"]), int(args.get("conversation", 0)), bool(args.get("staff"))
        body = shown(answer, entries, str(args["language"]))
        rows = rows_of(given, entries[0], question, only=user, staff=staff, conversation=number)
        told = asker.answer(body, rows) if isinstance(asker, Asker) else Whisper(user, body, rows)
        return decide(told, rows=(given,))

    async def _unanswered(self, scene: Scene, user: UserRef, args: Mapping[str, Any]) -> Decision:
        asker = args.get("asker")
        if isinstance(asker, Asker):
            rows = person_row(str(args["question"]), user) if self._finder.reaches_people(scene) else ()
            return decide(asker.answer(say("faq-unsure"), rows))
        talk = await self._talks.find(scene.community.key, int(args.get("conversation", 0)))
        handed = None if talk is None else onward(talk, scene.now)
        if talk is None or handed is None:
            return NOTHING
        return decide(Whisper(user, say("inbox-received", number=talk.number))).and_then(handed)
