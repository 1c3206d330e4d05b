"""News of other sites becomes posts: staff look through each batch, or it goes out where managers said so."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self, cast

from bot.core.actions import Send
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import TimerFired
from bot.core.feeds import FeedEntry
from bot.core.people import Rank
from bot.core.posts import Post
from bot.core.text import Body, lines, say
from bot.core.ui import Button, Rows
from bot.domain.calendar import post as moves
from bot.domain.calendar.desk import WorkPost
from bot.domain.calendar.feed import FeedPlan, as_post
from bot.runtime.cog import Cog, due
from bot.runtime.context import Scene
from bot.runtime.directory import MANAGERS, STAFF
from bot.runtime.feeds import FAILED, MENDED, NEWS
from bot.runtime.finding import TEAM, until_found
from bot.runtime.posts import Posts
from bot.runtime.services import Services

_PER_ROW = 5


class FeedDesk(Cog):
    """What was found is in its timer; it is remembered already, so it comes here once."""

    name: ClassVar[str] = "feeds"

    def __init__(self, posts: Posts) -> None:
        self._posts = posts

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.posts)

    @due(NEWS)
    async def news(self, scene: Scene, event: TimerFired) -> Decision:
        """Make a post of each entry; one card for all of them."""
        plan = _plan(scene, event.args)
        if plan is None:
            return NOTHING
        if (waits := until_found(scene, event, TEAM)) is not None:
            return waits
        key, tracking = scene.community.key, scene.community.style.tracking
        entries = cast("Sequence[FeedEntry]", event.args["entries"])
        posts = [
            as_post(plan, entry, await self._posts.next_number(key), scene.now, tracking=tracking) for entry in entries
        ]
        rows = tuple(row for post in posts for row in (post, moves.timer_of(post)))
        made = Decision(rows=rows)
        return made.and_then(_told(scene, *_card(plan, posts))) if plan.approval else made

    @due(FAILED)
    async def failed(self, scene: Scene, event: TimerFired) -> Decision:
        """Staff hear once that a feed cannot be read."""
        plan = _plan(scene, event.args)
        if plan is None:
            return NOTHING
        if (waits := until_found(scene, event, TEAM)) is not None:
            return waits
        why = say(f"feed-fault-{event.args['why']}", detail=str(event.args["detail"]))
        return _told(scene, say("feed-failed", feed=plan.name, why=why))

    @due(MENDED)
    async def mended(self, scene: Scene, event: TimerFired) -> Decision:
        """They hear, too, when it works again."""
        plan = _plan(scene, event.args)
        if plan is None:
            return NOTHING
        waits = until_found(scene, event, TEAM)
        return _told(scene, say("feed-mended", feed=plan.name)) if waits is None else waits


def _plan(scene: Scene, args: Mapping[str, Any]) -> FeedPlan | None:
    """The feed as it stands in the config now; None when it was taken out meanwhile."""
    return next((plan for plan in scene.community.feeds if plan.name == args["feed"]), None)


def _card(plan: FeedPlan, posts: Sequence[Post]) -> tuple[Body, Rows]:
    listed = (say("feed-line", number=post.number, title=post.title) for post in posts)
    body = lines(say("feed-batch", feed=plan.name, count=len(posts)), *listed)
    buttons = [_button(post) for post in posts]
    return body, tuple(tuple(buttons[start : start + _PER_ROW]) for start in range(0, len(buttons), _PER_ROW))


def _button(post: Post) -> Button:
    """The card of the post, where it can be agreed to; the version in it is not asked for."""
    label = say("button-feed-post", number=post.number)
    return Button(label, WorkPost(post.number, "show", 1), rank=Rank.MODERATOR, private=True)


def _told(scene: Scene, what: Body, rows: Rows = ()) -> Decision:
    place = scene.directory.place(STAFF) or scene.directory.place(MANAGERS)
    return NOTHING if place is None else decide(Send(place, what, rows, important=True))
