"""Posts that stand in the config file: brought into the calendar, kept in step with it, and taken out again."""

from dataclasses import replace
from typing import ClassVar, Self

from bot.core.decisions import Decision
from bot.core.events import SpaceReady
from bot.core.posts import Post, PostState, Wording
from bot.core.record import Row
from bot.domain.calendar import post as moves
from bot.domain.calendar.plan import Standing
from bot.domain.calendar.wording import read_repeat
from bot.runtime.cog import Cog, on
from bot.runtime.context import Scene
from bot.runtime.posts import Posts
from bot.runtime.services import Services

FORMER = "former "
"""Before the source of a post whose entry was taken out: what is written there again later is another post."""


class StandingPosts(Cog):
    """What managers wrote there is agreed to by that; ``publishing`` sends it like any other post.

    What became of it since, withdrawn by a button or come to its end, stays so until its entry says something else:
    every start reads the same file again.
    """

    name: ClassVar[str] = "publishing"

    def __init__(self, posts: Posts) -> None:
        self._posts = posts

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.posts)

    @on(SpaceReady)
    async def ready(self, scene: Scene, event: SpaceReady) -> Decision:
        """Bring the posts of the config into the calendar: new ones, changed ones, and those that are gone."""
        del event
        known = {one.source: one for one in await self._posts.by_source(scene.community.key, moves.CONFIG)}
        wanted = {f"{moves.CONFIG}{one.key}": one for one in scene.community.calendar.standing}
        rows: list[Row] = []
        for source, one in wanted.items():
            rows += await self._stands(scene, known.get(source), source, one)
        for source, post in known.items():
            if source not in wanted:
                gone = replace(moves.withdrawn(post), source=f"{FORMER}{source}")
                rows += (gone, moves.timer_of(gone))
        return Decision(rows=tuple(rows))

    async def _stands(self, scene: Scene, known: Post | None, source: str, one: Standing) -> tuple[Row, ...]:
        zone = scene.community.zone
        recurrence = read_repeat(one.every, scene.now.astimezone(zone).replace(tzinfo=None))
        words = tuple(Wording(text, language) for language, text in one.text.texts.items())
        base = known or Post(0, one.key, None, "", (), (), source=source)
        says = replace(
            base, title=one.key, wordings=words, roles=one.roles, holds=one.holds, pillar=one.pillar, owner=one.owner
        )
        same_rule = base.rule == recurrence.rule and base.start[11:] == f"{recurrence.start:%H:%M:%S}"
        changed = says != known or not same_rule
        state = PostState.SCHEDULED if changed else base.state
        new = replace(says, state=state, missed=scene.community.calendar.missed)
        goes_on = same_rule and base.state is PostState.SCHEDULED and moves.is_by_clock(base, zone)
        if state is PostState.SCHEDULED and not goes_on:
            new = moves.repeated(new, recurrence, zone, scene.now) or new
        if known is None:
            new = replace(new, number=await self._posts.next_number(scene.community.key))
        if new == known:
            return ()
        # Where it goes on as it did its timer stays: it knows since when a storm holds it up.
        return (new,) if goes_on else (new, moves.timer_of(new))
