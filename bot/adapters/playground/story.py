"""What the bot did and why: the trace of the runtime, gathered into one chapter for each thing that happened."""

import itertools
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.adapters.playground.posts import BOT
from bot.adapters.playground.retelling import Reteller
from bot.adapters.playground.telling import Line, Tone
from bot.adapters.playground.world import World
from bot.core.actions import Action
from bot.core.events import Event, MessageDeleted, SpaceReady, TimerFired
from bot.core.ids import Platform
from bot.core.routing import where
from bot.domain.moderation.verdict import Verdict
from bot.runtime.trace import Acted, Arrived, Decided, Entry, Judged, Reloaded

MOST_CHAPTERS = 200
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One event and all that followed. ``rules`` are the rules' answers, ``lines`` what was decided and done."""

    id: int
    at: datetime
    title: str
    quote: str = ""
    dialect: Platform | None = None
    event: str = ""
    is_decided: bool = False
    rules: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def tone(self) -> Tone:
        """The gravest of what happened, for the chapter's mark."""
        tones = {line.tone for line in (*self.rules, *self.lines)}
        return next((tone for tone in _GRAVEST_FIRST if tone in tones), Tone.PLAIN)


_GRAVEST_FIRST = (Tone.FAULT, Tone.FOUND, Tone.REFUSED, Tone.DONE)


class Story:
    """Listens to the runtime. ``source`` is what the config file is called in explanations."""

    def __init__(self, world: World, source: str = "config/community.yaml") -> None:
        self.chapters: OrderedDict[int, Chapter] = OrderedDict()
        self._world = world
        self._tell = Reteller(world, source)
        self._ids = itertools.count(1)
        self._watchers: list[Callable[[Chapter], None]] = []

    def note(self, entry: Entry) -> None:
        """Take one entry of the trace in; whatever is wrong with it never reaches the bot."""
        try:
            self._note(entry)
        except Exception:  # whoever listens must not harm the bot
            log.exception("the story lost an entry: %s", type(entry).__name__)

    def watch(self, watcher: Callable[[Chapter], None]) -> None:
        """Call ``watcher`` with each chapter that is new or has grown; it must neither raise nor wait."""
        self._watchers.append(watcher)

    def start_over(self) -> None:
        """Forget the chapters; their numbers go on."""
        self.chapters.clear()

    def text(self) -> str:
        """The whole story as plain text, for a terminal."""
        return "\n".join(itertools.chain.from_iterable(map(_as_text, self.chapters.values())))

    def _note(self, entry: Entry) -> None:
        match entry:
            case Arrived(event, at):
                if not self._goes_without_saying(event):
                    self._open(event, at)
            case Judged(verdict, at):
                self._judged(verdict, at)
            case Decided(event, decision, at):
                told = self._tell.rows(decision.rows)
                chapter = self._of(event)
                if chapter is None and self._goes_without_saying(event) and not told and not decision.intents:
                    return
                chapter = chapter or self._open(event, at)
                self._write(replace(chapter, lines=chapter.lines + told, is_decided=True))
            case Acted(action=action, receipt=receipt, at=at):
                chapter = self._latest_on(action) or self._blank(at, "Something was due")
                self._write(replace(chapter, lines=(*chapter.lines, self._tell.act(action, receipt))))
            case Reloaded(faults=faults, at=at):
                title = "The config file has faults" if faults else "The config file changed"
                self._write(replace(self._blank(at, title), lines=self._tell.reload(faults)))
            case _:
                assert_never(entry)

    def _judged(self, verdict: Verdict, at: datetime) -> None:
        """What has no chapter of its own, such as a newcomer's name, is told only where a rule minds it."""
        chapter = self._about(verdict.seen.message.ref.native)
        if chapter is None and verdict.is_clean and verdict.is_sound:
            return
        if chapter is None:
            dialect = self._dialect(verdict.seen.message.place.platform)
            chapter = self._blank(at, self._tell.judged(verdict.seen.source))
            chapter = replace(chapter, quote=verdict.seen.text, dialect=dialect)
        self._write(replace(chapter, rules=self._tell.rules(verdict)))

    def _goes_without_saying(self, event: Event) -> bool:
        """Timers and beginnings speak when something comes of them; the bot's own deletions were told before."""
        if isinstance(event, TimerFired | SpaceReady):
            return True
        if not isinstance(event, MessageDeleted):
            return False
        side = self._world.of(event.ref.place.platform)
        post = None if side is None else side.post(event.ref)
        return post is not None and post.deleted_by == BOT

    def _open(self, event: Event, at: datetime) -> Chapter:
        scene = self._tell.event(event)
        chapter = self._blank(at, scene.title)
        chapter = replace(chapter, quote=scene.quote, dialect=self._dialect(scene.platform), event=event.key)
        return self._write(chapter)

    def _blank(self, at: datetime, title: str) -> Chapter:
        return Chapter(next(self._ids), at, title)

    def _write(self, chapter: Chapter) -> Chapter:
        self.chapters[chapter.id] = chapter
        if len(self.chapters) > MOST_CHAPTERS:
            self.chapters.popitem(last=False)
        for watcher in self._watchers:
            watcher(chapter)
        return chapter

    def _of(self, event: Event) -> Chapter | None:
        return next((c for c in reversed(self.chapters.values()) if c.event == event.key), None)

    def _about(self, message: str) -> Chapter | None:
        """The latest chapter whose event is about this message; event keys carry its number."""
        return next((c for c in reversed(self.chapters.values()) if message in c.event.split(":")), None)

    def _latest_on(self, action: Action) -> Chapter | None:
        """What an action came of is not told: the latest chapter of its messenger in which something was decided."""
        dialect = self._dialect(where(action).platform)
        latest = reversed(self.chapters.values())
        return next((c for c in latest if c.is_decided and c.dialect == dialect), None)

    def _dialect(self, platform: Platform | None) -> Platform | None:
        side = None if platform is None else self._world.of(platform)
        return None if side is None else side.dialect


def _as_text(chapter: Chapter) -> list[str]:
    where_ = f" on {chapter.dialect.capitalize()}" if chapter.dialect else ""
    head = [f"{chapter.at:%H:%M:%S}{where_}  {chapter.title}"]
    if chapter.quote:
        head.append(f"    “{chapter.quote}”")
    return head + [f"    - {line.text}{line.source and f'  ({line.source})'}" for line in chapter.rules + chapter.lines]
