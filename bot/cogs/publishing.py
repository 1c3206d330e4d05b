"""Posts go out: in time, in every place, each copy on record; what failed is tried again without doubling the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from bot.core.actions import Delete, Edit, Send, Whisper
from bot.core.decisions import NOTHING, Decision, Intent, Later, Report, decide
from bot.core.events import TimerFired
from bot.core.ids import Place
from bot.core.posts import CopyState, Missed, Post, PostCopy, PostState
from bot.core.record import Row, Timer
from bot.core.text import Body, say
from bot.domain.calendar import desk
from bot.domain.calendar import post as moves
from bot.domain.calendar.copies import deletions, edits, is_to_retry, not_changed, sends, sent, taken_away
from bot.domain.calendar.quiet import loud_again
from bot.runtime.cog import Cog, composes, due
from bot.runtime.context import Scene
from bot.runtime.directory import STAFF
from bot.runtime.finding import LONGEST_SEARCH, SEARCH_AGAIN
from bot.runtime.posts import Posts
from bot.runtime.services import Services
from bot.runtime.timed import about

LOOK_AGAIN = timedelta(minutes=2)
"""How often a post looks whether the storm is over."""


class Publishing(Cog):
    """Asks ``may_go_out`` before anything else; everything it sends is a row before it is sent."""

    name: ClassVar[str] = "publishing"

    def __init__(self, posts: Posts) -> None:
        self._posts = posts
        self._in_vain: set[tuple[str, str, str]] = set()
        """Places of messengers that nobody runs: nothing waits for them twice."""

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.posts)

    @due(moves.DUE)
    async def its_time(self, scene: Scene, event: TimerFired) -> Decision:
        """Send a post on its way, unless something holds it up."""
        post = await about(self._posts.find, scene, event)
        if post is None or post.state is not PostState.SCHEDULED or post.at != event.args["at"]:
            return NOTHING
        if not moves.may_go_out(post, needs_approval=scene.community.calendar.approval):
            back = replace(post, state=PostState.DRAFT, approval=None)
            return _told(scene, back, "post-notice-not-agreed").and_then(Decision(rows=(back,)))
        # What waited for a storm, or for the morning, is not late; what was first looked at too late is.
        first, search = _moment(scene, event, "since"), _moment(scene, event, "search")
        args: dict[str, object] = {"number": post.number, "at": post.at, "since": first}
        if self._searches(scene, post, search):
            again = Timer(moves.DUE, post.subject, scene.now + SEARCH_AGAIN, {**args, "search": search})
            return Decision(rows=(again,))
        if (until := _held_until(scene, post)) > scene.now:
            return Decision(rows=(Timer(moves.DUE, post.subject, until, args),))
        return self._in_time_or_late(scene, post, moves.when_missed(post, first))

    @due("post-now")
    async def at_once(self, scene: Scene, event: TimerFired) -> Decision:
        """Do what a button asked for."""
        key, how = scene.community.key, str(event.args["how"])
        post = await about(self._posts.find, scene, event)
        if post is None or (post.state is PostState.WITHDRAWN and how != "remove"):
            return NOTHING
        if how in {"publish", "skip"}:
            return self._out_or_skipped(scene, post, how)
        copies = await self._posts.copies(key, post.number)
        match how:
            case "retry":
                return self._again(scene, post, list(filter(is_to_retry, copies)))
            case "rewrite":
                follow: Sequence[Edit | Delete] = edits(post, copies, scene.community.language, scene.community.digests)
                rows: tuple[Row, ...] = ()
            case "remove":
                gone = moves.withdrawn(post)
                follow, rows = deletions(post, copies), (gone, moves.timer_of(gone))
            case _:
                return NOTHING
        return decide(*follow, Later("post-followed", {"number": post.number}), rows=rows)

    @composes("post-followed")
    async def followed(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Write down which copies are gone; staff hear of those that could not be changed, or taken away."""
        key, number = scene.community.key, int(args["number"])
        post = await self._posts.find(key, number)
        if post is None:
            return NOTHING
        gone = taken_away(await self._posts.copies(key, number), report)
        stay, other = sum(one.state is CopyState.FAILED for one in gone), not_changed(report)
        told = _told(scene, post, "post-notice-stays", many=stay, of=len(gone)) if stay else NOTHING
        if other:
            told = told.and_then(_told(scene, post, "post-notice-unchanged", many=other, of=len(report)))
        return Decision(rows=tuple(gone)).and_then(told)

    @composes("post-copies")
    async def copied(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent] | Decision:
        """Write down where it stands and where it does not; staff hear of what failed."""
        post = await self._posts.find(scene.community.key, int(args["number"]))
        if post is None:
            return ()
        run: datetime = args["run"]
        copies = [sent(post, run, step.place, receipt) for step, receipt in report if isinstance(step, Send)]
        failed = [one for one in copies if one.state is CopyState.FAILED]
        if not failed:
            mended = post.state is PostState.FAILED
            rows: tuple[Row, ...] = (replace(post, state=PostState.PUBLISHED),) if mended else ()
            return Decision(rows=(*rows, *copies))
        after = post if post.state is PostState.SCHEDULED else replace(post, state=PostState.FAILED)
        told = _told(scene, after, "post-notice-failed", many=len(failed), of=len(copies))
        return Decision(rows=(after, *copies)).and_then(told)

    # ---- one post

    def _searches(self, scene: Scene, post: Post, since: datetime) -> bool:
        """Whether its places, and the team's, are still looked for; not for ever, and never twice in vain."""
        key = scene.community.key
        left = {(key, *place) for place in scene.unfound if place[0] in {*post.roles, STAFF}} - self._in_vain
        if left and scene.now - since >= LONGEST_SEARCH:
            self._in_vain |= left
            return False
        return bool(left)

    def _in_time_or_late(self, scene: Scene, post: Post, missed: Missed | None) -> Decision:
        match missed:
            case Missed.SKIP:
                return self._skipped(scene, post)
            case Missed.ASK:
                asks = replace(post, state=PostState.MISSED)
                return _told(scene, asks, "post-notice-missed").and_then(Decision(rows=(asks,)))
            case None | Missed.LATE:
                return self._out(scene, post)

    def _out_or_skipped(self, scene: Scene, post: Post, how: str) -> Decision:
        if how == "skip":
            return self._skipped(scene, post)
        ready = replace(post, state=PostState.SCHEDULED)
        may = moves.may_go_out(ready, needs_approval=scene.community.calendar.approval)
        return self._out(scene, post) if may else NOTHING

    def _out(self, scene: Scene, post: Post) -> Decision:
        run = post.at or scene.now
        places = _places(scene, post)
        if not places:
            lost = replace(post, state=PostState.MISSED)
            return _told(scene, lost, "post-notice-nowhere").and_then(Decision(rows=(lost,)))
        after = moves.moved_on(replace(post, at=run), scene.community.zone, scene.now)
        sending = sends(post, places, scene.community.language, scene.community.digests)
        copies = tuple(PostCopy(post.number, run, send.place) for send in sending)
        rows = (after, moves.timer_of(after), *copies)
        return decide(*sending, Later("post-copies", {"number": post.number, "run": run}), rows=rows)

    def _skipped(self, scene: Scene, post: Post) -> Decision:
        after = moves.moved_on(post, scene.community.zone, scene.now)
        if after.state is PostState.PUBLISHED:
            after = moves.withdrawn(post)
        rows = Decision(rows=(after, moves.timer_of(after)))
        return rows.and_then(_told(scene, after, "post-notice-skipped"))

    def _again(self, scene: Scene, post: Post, failed: Sequence[PostCopy]) -> Decision:
        if not failed:
            return NOTHING
        again = [one.place for one in failed]
        sending = sends(post, again, scene.community.language, scene.community.digests)
        rows = tuple(replace(one, state=CopyState.SENDING, why="") for one in failed)
        return decide(*sending, Later("post-copies", {"number": post.number, "run": failed[0].run}), rows=rows)


def _held_until(scene: Scene, post: Post) -> datetime:
    """When it may go out as far as storms and quiet hours are concerned; now, mostly."""
    storm = scene.community.storm
    stormy = scene.crisis > 0 if storm is None else storm.holds_posts(scene.crisis)
    if post.holds and stormy:
        return scene.now + LOOK_AGAIN
    return loud_again(scene.now, scene.community.calendar.quiet, scene.community.zone)


def _moment(scene: Scene, event: TimerFired, name: str) -> datetime:
    """When this was first looked at, or first searched for."""
    at = event.args.get(name, scene.now)
    return at if isinstance(at, datetime) else scene.now


def _places(scene: Scene, post: Post) -> list[Place]:
    """Every place that has one of its roles, on each messenger, once."""
    pins = scene.directory.pins
    return list(dict.fromkeys(place for role in post.roles for (name, _), place in pins.items() if name == role))


def _told(scene: Scene, post: Post, key: str, **more: int) -> Decision:
    """Staff hear of it once, with a button to its card; so does who wrote it, if staff have no place."""
    what: Body = say(key, number=post.number, title=post.title, **more)
    staff = scene.directory.place(STAFF)
    rows = desk.notice_rows(replace(post, version=post.version + 1))
    if staff is not None:
        return decide(Send(staff, what, rows, important=True))
    return NOTHING if post.by is None else decide(Whisper(post.by, what, rows))
