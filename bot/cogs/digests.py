"""Sends digests: what went out since the last one, in private and quietly, to who agreed and to nobody else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self, cast

from bot.core.actions import Whisper
from bot.core.decisions import NOTHING, Decision, Intent, Later, Report, decide, was_told
from bot.core.digests import DigestTried, DigestWish
from bot.core.events import SpaceReady, TimerFired
from bot.core.posts import CopyState, Post, PostCopy
from bot.core.record import Note, Timer, TimerOff
from bot.core.text import Localised
from bot.domain.calendar.body import body
from bot.domain.calendar.digest import DROP_AFTER, DigestPlan, Item, digest, may_send, stop
from bot.domain.calendar.recurrence import Recurrence, following_one
from bot.domain.calendar.wording import read_repeat
from bot.runtime.cog import Cog, composes, due, on
from bot.runtime.context import Scene
from bot.runtime.digests import Digests as Wishes
from bot.runtime.fairness import Links
from bot.runtime.finding import until_found
from bot.runtime.posts import Posts
from bot.runtime.services import Host, Services
from bot.runtime.stores import Notes

DIGEST, BATCH = "news-digest", "news-digest-batch"
LOOK_BACK = timedelta(days=35)
"""What went out longer ago is no news, even where no digest told of it."""
NEWS_OF = timedelta(days=7)
"""So far back goes the first digest."""
LOOK_AGAIN = timedelta(minutes=10)
AT_ONCE, BREATH = 50, timedelta(seconds=10)
"""So many people at a time, so that everything else has its turn; and so long between."""
_WHEN, _TOLD = "every", "told"


@dataclass(frozen=True, slots=True)
class Sources:
    """What a digest is made of."""

    posts: Posts
    wishes: Wishes
    links: Links
    notes: Notes
    host: Host


class Digests(Cog):
    """One timer for the next digest, one for each batch of people: both live through a restart."""

    name: ClassVar[str] = "digests"

    def __init__(self, sources: Sources) -> None:
        self._from = sources

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(Sources(services.posts, services.digests, services.fairness.links, services.notes, services.host))

    @on(SpaceReady)
    async def ready(self, scene: Scene, event: SpaceReady) -> Decision:
        """Set the timer, or another one when the config says otherwise."""
        del event
        plan = scene.community.digests
        wanted = None if plan is None else f"{plan.every} {scene.community.timezone}"
        if await self._from.notes.note(scene.community.key, self.name, _WHEN) == wanted:
            return NOTHING
        if plan is None:
            return decide(rows=(Note(self.name, _WHEN, None), TimerOff(DIGEST, "")))
        recurrence = read_repeat(plan.every, scene.now.astimezone(scene.community.zone).replace(tzinfo=None))
        return decide(rows=(Note(self.name, _WHEN, wanted), _next(scene, recurrence, scene.now - NEWS_OF)))

    @due(DIGEST)
    async def its_time(self, scene: Scene, event: TimerFired) -> Decision:
        """Gather what nobody was told yet, and begin to tell."""
        plan = scene.community.digests
        if plan is None:
            return NOTHING
        if _stormy(scene):
            return decide(rows=(Timer(DIGEST, "", scene.now + LOOK_AGAIN, event.args),))
        if (waits := until_found(scene, event)) is not None:
            return waits
        began = cast("datetime", event.args["began"])
        found = await self._gathered(scene, plan, max(began, scene.now - LOOK_BACK))
        told = set((await self._from.notes.note(scene.community.key, self.name, _TOLD) or "").split())
        new = tuple(post.number for name, post in found.items() if name not in told)
        recurrence = Recurrence(str(event.args["rule"]), datetime.fromisoformat(str(event.args["start"])))
        rows = (_next(scene, recurrence, began), Note(self.name, _TOLD, " ".join(found) or None))
        batch = (Timer(BATCH, scene.now.isoformat(), scene.now, {"after": "", "posts": new}),) if new else ()
        return decide(rows=(*rows, *batch))

    @due(BATCH)
    async def batch(self, scene: Scene, event: TimerFired) -> Decision:
        """Tell some people; who agreed is asked now, not when the digest began."""
        if scene.community.digests is None:
            return NOTHING
        if (waits := until_found(scene, event)) is not None:
            return waits
        key = scene.community.key
        page = await self._from.wishes.page(key, str(event.args["after"]), AT_ONCE)
        items = await self._items(scene, cast("Sequence[int]", event.args["posts"]))
        whispers = [one for wish in page if (one := await self._whisper(scene, wish, items)) is not None]
        rows: tuple[Timer, ...] = ()
        if len(page) == AT_ONCE:
            args = {**event.args, "after": str(page[-1].user)}
            rows = (Timer(BATCH, event.subject, scene.now + BREATH, args),)
        return decide(*whispers, *((Later("digest-told"),) if whispers else ()), rows=rows)

    @composes("digest-told")
    async def told(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent] | Decision:
        """Count whom it did not reach."""
        del scene, args
        whispered = [(step.user, was_told(receipt)) for step, receipt in report if isinstance(step, Whisper)]
        return Decision(rows=tuple(DigestTried(user, reached, DROP_AFTER) for user, reached in whispered))

    async def _whisper(self, scene: Scene, wish: DigestWish, items: Sequence[Item]) -> Whisper | None:
        key = scene.community.key
        hers = await self._from.wishes.of(key, await self._from.links.accounts(key, wish.user))
        said = digest(wish, items) if may_send(wish, hers) else None
        return None if said is None else Whisper(wish.user, said, stop(wish.user), quiet=True)

    async def _gathered(self, scene: Scene, plan: DigestPlan, since: datetime) -> Mapping[str, Post]:
        """Posts about an interest that stand somewhere, by a name for each of their times."""
        key, found = scene.community.key, dict[str, Post]()
        once = await self._from.posts.within(key, since, scene.now + timedelta(seconds=1))
        for post in (*once, *await self._from.posts.recurring(key)):
            if post.pillar in plan.interests:
                copies = _public(scene, await self._from.posts.copies(key, post.number))
                if copies and since <= copies[0].run <= scene.now:
                    found[f"{post.number}@{copies[0].run:%Y%m%d%H%M}"] = post
        return found

    async def _items(self, scene: Scene, numbers: Sequence[int]) -> list[Item]:
        key, items = scene.community.key, list[Item]()
        for number in numbers:
            post = await self._from.posts.find(key, number)
            copies = _public(scene, await self._from.posts.copies(key, number))
            if post is not None and copies:
                items.append(self._item(scene, post, copies))
        return items

    def _item(self, scene: Scene, post: Post, copies: Sequence[PostCopy]) -> Item:
        texts: dict[str, Localised] = {}
        for platform in sorted({platform for where in scene.community.places.values() for platform in where}):
            said = body(post, platform, scene.community.language)
            if said is not None:
                texts[platform] = said
        links = {
            str(one.place.platform): self._from.host.link(one.message) for one in copies if one.message is not None
        }
        return Item(post.pillar, texts, links)


def _next(scene: Scene, recurrence: Recurrence, began: datetime) -> Timer | TimerOff:
    at = following_one(recurrence, scene.community.zone, scene.now)
    args = {"rule": recurrence.rule, "start": recurrence.start.isoformat(), "began": began}
    return TimerOff(DIGEST, "") if at is None else Timer(DIGEST, "", at, args)


def _public(scene: Scene, copies: Sequence[PostCopy]) -> list[PostCopy]:
    """Those that stand where members read them: what was posted among staff, or nobody knows where, is no news."""
    public = {place for place in scene.directory.pins.values() if not scene.directory.is_staff(place)}
    return [one for one in copies if one.state is CopyState.SENT and one.place in public]


def _stormy(scene: Scene) -> bool:
    storm = scene.community.storm
    return scene.crisis > 0 if storm is None else storm.holds_posts(scene.crisis)
