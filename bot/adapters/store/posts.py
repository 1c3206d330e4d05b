"""Posts of the calendar, and their copies."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, case, func, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen, next_number
from bot.adapters.store.tables.posts import post_copies, posts
from bot.core.ids import MessageRef, Place
from bot.core.posts import CopyState, Glance, Listed, Post, PostCopy, PostState
from bot.runtime.codec import Codec


@lru_cache(maxsize=32)
def _by_source(source: str) -> Select[Any]:
    """Asked at every start for every space: to put it together would take longer than the answer."""
    ours = posts.c.source.startswith(source, autoescape=True)
    return select(posts).where(posts.c.community == bindparam("community"), ours).order_by(posts.c.number)


class PostTable:
    """Posts, read; they have numbers of their own."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """A number no post of this community has had."""
        return await next_number(self._engines, self._codec, community, "post")

    async def find(self, community: str, number: int) -> Post | None:
        found = await self._all(_of(community).where(posts.c.number == number))
        return found[0] if found else None

    async def by_source(self, community: str, source: str) -> tuple[Post, ...]:
        statement, ours = _by_source(source), {"community": community}
        return tuple(map(self._post, (await self._engines.read(lambda c: c.execute(statement, ours))).all()))

    async def within(self, community: str, since: datetime, until: datetime) -> tuple[Post, ...]:
        then = and_(posts.c.at >= since, posts.c.at < until, ~posts.c.recurs, _STANDS)
        return await self._all(_of(community).where(then).order_by(posts.c.at, posts.c.number))

    async def recurring(self, community: str) -> tuple[Post, ...]:
        # In order by Python: asked to sort, SQLite reads all posts by their numbers to find the few that come again.
        return tuple(sorted(await self._all(_of(community).where(posts.c.recurs, _STANDS)), key=_number))

    async def glances(self, community: str, edges: Sequence[datetime], most: int) -> tuple[Glance, ...]:
        """Count in the database: between each of these edges and the next, how many go out once, and which first."""
        of_edge = case(*((posts.c.at < edge, number) for number, edge in enumerate(edges[1:])))
        here = and_(posts.c.at >= edges[0], posts.c.at < edges[-1], ~posts.c.recurs, _STANDS)
        found = select(posts.c.number, posts.c.title, posts.c.at, of_edge.label("line"))
        inside = found.where(posts.c.community == community, here).subquery()
        of_line = inside.c.line
        place = func.row_number().over(partition_by=of_line, order_by=(inside.c.at, inside.c.number)).label("place")
        many = func.count().over(partition_by=of_line).label("many")
        ranked = select(*inside.c, many, place).subquery()
        shown = select(ranked).where(ranked.c.place <= most).order_by(ranked.c.line, ranked.c.place)
        glances = [Glance()] * (len(edges) - 1)
        for row in (await self._engines.read(lambda c: c.execute(shown))).all():
            line: int = row.line
            glances[line] = Glance(row.many, (*glances[line].first, Listed(row.number, row.title, row.at)))
        return tuple(glances)

    async def repeating(self, community: str) -> tuple[Listed, ...]:
        columns = select(posts.c.number, posts.c.title, posts.c.at, posts.c.rule, posts.c.start)
        again = columns.where(posts.c.community == community, posts.c.recurs, _STANDS)
        found = (await self._engines.read(lambda c: c.execute(again))).all()
        return tuple(sorted((Listed(*row) for row in found), key=_number))

    async def in_state(self, community: str, state: PostState, most: int) -> tuple[Post, ...]:
        ours = _of(community).where(posts.c.state == state.value)
        return await self._all(ours.order_by(posts.c.number.desc()).limit(most))

    async def copies(self, community: str, number: int) -> tuple[PostCopy, ...]:
        """Where a post went at its last time, in a steady order."""
        ours = and_(post_copies.c.community == community, post_copies.c.post == number)
        last = select(func.max(post_copies.c.run)).where(ours).scalar_subquery()
        newest = select(post_copies).where(ours, post_copies.c.run == last).order_by(post_copies.c.place)
        return tuple(map(self._copy, (await self._engines.read(lambda c: c.execute(newest))).all()))

    async def _all(self, statement: Select[Any]) -> tuple[Post, ...]:
        return tuple(map(self._post, (await self._engines.read(lambda c: c.execute(statement))).all()))

    def _post(self, row: Row[Any]) -> Post:
        kept = self._codec.unpack_as(row.post, Post)
        return replace(kept, state=PostState(row.state), version=row.version)

    def _copy(self, row: Row[Any]) -> PostCopy:
        message = None if row.message is None else self._codec.unpack_as(row.message, MessageRef)
        place = self._codec.unpack_as(row.place, Place)
        return PostCopy(row.post, row.run, place, CopyState(row.state), message, row.why)


async def write_post(pen: Pen, row: Post) -> None:
    """Keep a new post (of version 0), or the next version of a known one; Conflict when somebody was first."""
    values = {
        "state": row.state.value,
        "source": row.source,
        "at": row.at,
        "recurs": bool(row.rule),
        "title": row.title,
        "rule": row.rule,
        "start": row.start,
        "post": pen.codec.pack(replace(row, version=0)),
        "version": row.version + 1,
    }
    await pen.keep(posts, {"number": row.number}, row.version, values, row.subject)


async def write_post_copy(pen: Pen, row: PostCopy) -> None:
    """Keep where a post stands in one place; what stood there of an earlier time is replaced."""
    await pen.put(
        post_copies,
        post=row.post,
        place=pen.codec.pack(row.place),
        run=row.run,
        state=row.state.value,
        message=None if row.message is None else pen.codec.pack(row.message),
        why=row.why,
    )


_number = attrgetter("number")
_STANDS = posts.c.state != PostState.WITHDRAWN.value


def _of(community: str) -> Select[Any]:
    return select(posts).where(posts.c.community == community)
