"""The calendar on one page: what goes out in a week, a month, a quarter or a year."""

from datetime import date
from typing import ClassVar, Literal, Self

from bot.core.commands import command
from bot.core.decisions import Decision
from bot.core.people import Rank
from bot.core.text import Body, Rich, lines, say
from bot.core.ui import Button, Rows
from bot.domain.calendar.desk import TurnCalendar
from bot.domain.calendar.overview import Line, Most, Span, edges, filled, first_day, later
from bot.domain.calendar.recurrence import moment
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.posts import Posts
from bot.runtime.services import Services

MOST = Most(lines=16, titles=4)


class Calendar(Cog):
    """Reads, and changes nothing."""

    name: ClassVar[str] = "calendar"

    def __init__(self, posts: Posts) -> None:
        self._posts = posts

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.posts)

    @command("calendar", rank=Rank.MODERATOR)
    async def calendar(self, ctx: Context, span: Literal["week", "month", "quarter", "year"] = "month") -> Decision:
        """Show what goes out when."""
        today = ctx.now.astimezone(ctx.community.zone).date()
        body, rows = await self._page(ctx, Span(span), first_day(Span(span), today))
        return ctx.answer(body, rows)

    @pressed(TurnCalendar)
    async def turned(self, ctx: Context, press: TurnCalendar) -> Decision:
        """Show another stretch."""
        return ctx.turn(*await self._page(ctx, Span(press.span), date.fromisoformat(press.first)))

    async def _page(self, ctx: Context, span: Span, first: date) -> tuple[Body, Rows]:
        key, zone = ctx.community.key, ctx.community.zone
        borders = edges(span, first)
        once = await self._posts.glances(key, [moment(at, zone) for at in borders], MOST.titles)
        found = filled(span, borders, once, await self._posts.repeating(key), zone, MOST)
        title = say(f"calendar-{span}", first=f"{first:%Y-%m-%d}", many=sum(line.many for line in found))
        told = [_line(line) for line in found[: MOST.lines]]
        more = sum(line.many for line in found[MOST.lines :])
        rest = say("calendar-more", many=more) if more else None
        return lines(title, *told, rest), _turns(span, first)


def _line(line: Line) -> Body:
    """A day, and its posts by number and title; many become a number."""
    named = [f"#{due.post.number} {due.post.title}" for due in line.first]
    more = line.many - len(named)
    said = Rich((f"{line.day:%Y-%m-%d}: " + " · ".join(named),))
    return lines(said, say("calendar-more", many=more)) if more else said


def _turns(span: Span, first: date) -> Rows:
    def button(name: str, to: Span, day: date) -> Button:
        return Button(say(f"button-calendar-{name}"), TurnCalendar(to.value, day.isoformat()), rank=Rank.MODERATOR)

    others = tuple(button(one.value, one, first_day(one, first)) for one in Span if one is not span)
    return (button("back", span, later(span, first, -1)), button("on", span, later(span, first, 1))), others
