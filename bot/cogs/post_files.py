"""The calendar as a file, and posts from one."""

from dataclasses import replace
from typing import ClassVar, Literal, Self

from bot.core.commands import command
from bot.core.decisions import Decision, decide
from bot.core.people import Rank
from bot.core.posts import Post, PostState
from bot.core.record import Row
from bot.core.text import File, Say, lines, say
from bot.domain.calendar.exchange import NotTaken, as_csv, as_ical, read
from bot.domain.calendar.overview import Span, bounds, dues, first_day
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog
from bot.runtime.context import Context
from bot.runtime.directory import LOBBY
from bot.runtime.parcel import handed
from bot.runtime.posts import Posts
from bot.runtime.services import Services

MOST_TOLD = 8
SOURCE = "file "


class PostFiles(Cog):
    """What comes in is a draft: nothing goes out because somebody uploaded a file."""

    name: ClassVar[str] = "post-files"

    def __init__(self, posts: Posts) -> None:
        self._posts = posts

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.posts)

    @command("post export", rank=Rank.MODERATOR)
    async def export(
        self, ctx: Context, form: Literal["ics", "csv"] = "ics", span: Literal["month", "quarter", "year"] = "year"
    ) -> Decision:
        """Get the calendar as a file for other programs."""
        key, zone = ctx.community.key, ctx.community.zone
        since, until = bounds(Span(span), first_day(Span(span), ctx.now.astimezone(zone).date()), zone)
        again = await self._posts.recurring(key)
        found = [*await self._posts.within(key, since, until), *{d.post for d in dues((), again, zone, since, until)}]
        posts = sorted(found, key=lambda post: post.number)
        made = as_ical(posts, key, zone, ctx.now) if form == "ics" else as_csv(posts, zone)
        return await handed(ctx.asker, say("post-exported", count=len(posts)), File(f"calendar.{form}", made))

    @command("post import", rank=Rank.MODERATOR)
    async def take(self, ctx: Context, file: File) -> Decision:
        """Make drafts of the posts in an iCalendar or CSV file."""
        key = ctx.community.key
        base = Post(0, "", ctx.actor.user, ctx.actor.name, (), (LOBBY,), missed=ctx.community.calendar.missed)
        try:
            found, skipped = read(file.name, file.data.decode("utf-8"), base, ctx.community.zone, ctx.now)
        except UnicodeDecodeError:
            return ctx.answer(say("post-file-refused", why=say("post-file-letters")))
        except NotTaken as fault:
            return ctx.answer(say("post-file-refused", why=fault.why))
        known = {post.source: post for post in await self._posts.by_source(key, SOURCE)}
        rows: list[Row] = []
        kept: list[Say] = []
        for post in {post.source: post for post in found}.values():  # what stands twice in a file is one post
            same = known.get(post.source)
            if same is not None and same.state is not PostState.DRAFT:
                kept.append(say("post-file-kept", number=same.number, title=same.title))
                continue
            number = await self._posts.next_number(key) if same is None else same.number
            rows.append(replace(post, number=number, version=0 if same is None else same.version))
        lost = [say("post-file-skipped", number=s.number, title=s.title, why=s.why) for s in skipped[:MOST_TOLD]]
        told = lines(say("post-imported", count=len(rows), skipped=len(skipped)), *lost, *kept[:MOST_TOLD])
        return decide(ctx.say(told), rows=(*rows, line_of(ctx, "post import", f"{file.name}: {len(rows)}")))
