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
from bot.core.receipts import Done, Receipt, Refused
from bot.core.record import Row, Timer
from bot.core.text import Body, Localised, say
from bot.core.ui import Button, Reveal, Rows
from bot.domain.calendar import desk
from bot.domain.calendar import post as moves
from bot.domain.calendar.body import body
from bot.domain.calendar.digest import invitation
from bot.domain.calendar.quiet import loud_again
from bot.runtime.cog import Cog, composes, due
from bot.runtime.context import Scene
from bot.runtime.directory import STAFF
from bot.runtime.finding import LONGEST_SEARCH, SEARCH_AGAIN
from bot.runtime.posts import Posts
from bot.runtime.services import Services

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
        post = await self._posts.find(scene.community.key, _number(event.args))
        if post is None or post.state is not PostState.SCHEDULED or post.at != event.args["at"]:
            return NOTHING
        if not moves.may_go_out(post, needs_approval=scene.community.calendar.approval):
            back = replace(post, state=PostState.DRAFT, approval=None)
            return _told(scene, back, "post-notice-not-agreed").and_then(Decision(rows=(back,)))
        until = self._searching(scene, post, event.args) or _held_until(scene, post)
        if until > scene.now:
            since = event.args.get("since", scene.now)
            args = {"number": post.number, "at": post.at, "waited": True, "since": since}
            return Decision(rows=(Timer(moves.DUE, post.subject, until, args),))
        waited = bool(event.args.get("waited"))
        return self._in_time_or_late(scene, post, None if waited else moves.when_missed(post, scene.now))

    @due("post-now")
    async def at_once(self, scene: Scene, event: TimerFired) -> Decision:
        """Do what a button asked for."""
        key, how = scene.community.key, str(event.args["how"])
        post = await self._posts.find(key, _number(event.args))
        if post is None or post.state is PostState.WITHDRAWN:
            return NOTHING
        if how in {"publish", "skip"}:
            return self._out_or_skipped(scene, post, how)
        copies = await self._posts.copies(key, post.number)
        match how:
            case "retry":
                return self._again(scene, post, [one for one in copies if one.state is CopyState.FAILED])
            case "rewrite":
                return _rewritten(scene, post, copies)
            case "remove":
                return _removed(post, copies)
            case _:
                return NOTHING

    @composes("post-copies")
    async def copied(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent] | Decision:
        """Write down where it stands and where it does not; staff hear of what failed."""
        post = await self._posts.find(scene.community.key, int(args["number"]))
        if post is None:
            return ()
        run: datetime = args["run"]
        copies = [_copy(post, run, step.place, receipt) for step, receipt in report if isinstance(step, Send)]
        failed = [one for one in copies if one.state is CopyState.FAILED]
        if not failed:
            mended = post.state is PostState.FAILED
            rows: tuple[Row, ...] = (replace(post, state=PostState.PUBLISHED),) if mended else ()
            return Decision(rows=(*rows, *copies))
        after = post if post.state is PostState.SCHEDULED else replace(post, state=PostState.FAILED)
        told = _told(scene, after, "post-notice-failed", many=len(failed), of=len(copies))
        return Decision(rows=(after, *copies)).and_then(told)

    # ---- one post

    def _searching(self, scene: Scene, post: Post, args: Mapping[str, object]) -> datetime | None:
        """When to look for its places again; None when all are found, or were looked for in vain long enough."""
        key, since = scene.community.key, args.get("since", scene.now)
        left = {(key, *place) for place in scene.unfound if place[0] in {*post.roles, STAFF}} - self._in_vain
        if not left or not isinstance(since, datetime):
            return None
        if scene.now - since >= LONGEST_SEARCH:
            self._in_vain |= left
            return None
        return scene.now + SEARCH_AGAIN

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
        sends = _sends(scene, post, places)
        copies = tuple(PostCopy(post.number, run, send.place) for send in sends)
        rows = (after, moves.timer_of(after), *copies)
        return decide(*sends, Later("post-copies", {"number": post.number, "run": run}), rows=rows)

    def _skipped(self, scene: Scene, post: Post) -> Decision:
        after = moves.moved_on(post, scene.community.zone, scene.now)
        if after.state is PostState.PUBLISHED:
            after = moves.withdrawn(post)
        rows = Decision(rows=(after, moves.timer_of(after)))
        return rows.and_then(_told(scene, after, "post-notice-skipped"))

    def _again(self, scene: Scene, post: Post, failed: Sequence[PostCopy]) -> Decision:
        if not failed:
            return NOTHING
        sends = _sends(scene, post, [one.place for one in failed])
        rows = tuple(replace(one, state=CopyState.SENDING, why="") for one in failed)
        return decide(*sends, Later("post-copies", {"number": post.number, "run": failed[0].run}), rows=rows)


def _held_until(scene: Scene, post: Post) -> datetime:
    """When it may go out as far as storms and quiet hours are concerned; now, mostly."""
    storm = scene.community.storm
    stormy = scene.crisis > 0 if storm is None else storm.holds_posts(scene.crisis)
    if post.holds and stormy:
        return scene.now + LOOK_AGAIN
    return loud_again(scene.now, scene.community.calendar.quiet, scene.community.zone)


def _number(args: Mapping[str, object]) -> int:
    number = args["number"]
    assert isinstance(number, int)  # as it was written
    return number


def _places(scene: Scene, post: Post) -> list[Place]:
    """Every place that has one of its roles, on each messenger, once."""
    pins = scene.directory.pins
    return list(dict.fromkeys(place for role in post.roles for (name, _), place in pins.items() if name == role))


def _sends(scene: Scene, post: Post, places: Sequence[Place]) -> list[Send]:
    found: list[Send] = []
    for place in places:
        said = body(post, place.platform, scene.community.language)
        if said is not None:
            found.append(Send(place, said, _below(scene, post, said), important=True))
    return found


def _below(scene: Scene, post: Post, said: Localised) -> Rows:
    """The buttons of a published post: her own language, and more about this in private."""
    plan = scene.community.digests
    more = invitation(plan) if plan is not None and post.pillar in plan.interests else ()
    return (*_in_ones_own_language(said), *more)


def _in_ones_own_language(said: Localised) -> Rows:
    """A button that shows it to one reader alone, in the language she chose."""
    if len(said.texts) < 2:
        return ()
    return ((Button(say("button-post-mine"), Reveal(said), lasts=timedelta(days=90), private=True),),)


def _copy(post: Post, run: datetime, place: Place, receipt: Receipt) -> PostCopy:
    match receipt:
        case Done(message=None):
            return PostCopy(post.number, run, place, CopyState.UNKNOWN)
        case Done(message=message):
            return PostCopy(post.number, run, place, CopyState.SENT, message)
        case Refused(why=why):
            return PostCopy(post.number, run, place, CopyState.FAILED, None, why.value)


def _rewritten(scene: Scene, post: Post, copies: Sequence[PostCopy]) -> Decision:
    steps: list[Edit] = []
    for one in copies:
        said = body(post, one.place.platform, scene.community.language)
        if one.message is not None and one.state is CopyState.SENT and said is not None:
            steps.append(Edit(one.message, said, _below(scene, post, said)))
    return decide(*steps)


def _removed(post: Post, copies: Sequence[PostCopy]) -> Decision:
    gone = moves.withdrawn(post)
    stand = [one for one in copies if one.message is not None and one.state is CopyState.SENT]
    deleted = (Delete((one.message,), f"post {post.number} was withdrawn") for one in stand if one.message is not None)
    rows = (gone, moves.timer_of(gone), *(replace(one, state=CopyState.WITHDRAWN) for one in stand))
    return decide(*deleted, rows=rows)


def _told(scene: Scene, post: Post, key: str, **more: int) -> Decision:
    """Staff hear of it once, with a button to its card; so does who wrote it, if staff have no place."""
    what: Body = say(key, number=post.number, title=post.title, **more)
    staff = scene.directory.place(STAFF)
    rows = desk.notice_rows(replace(post, version=post.version + 1))
    if staff is not None:
        return decide(Send(staff, what, rows, important=True))
    return NOTHING if post.by is None else decide(Whisper(post.by, what, rows))
