"""The calendar on one page: what goes out in a week, a month, a quarter or a year."""

from datetime import date
from typing import ClassVar, Literal, Self

from bot.core.commands import command
from bot.core.decisions import Decision
from bot.core.people import Rank
from bot.core.posts import Listed
from bot.core.text import Body, Rich, lines, say
from bot.core.ui import Button, Rows
from bot.domain.calendar.desk import TurnCalendar
from bot.domain.calendar.overview import Line, Span, bounds, by_line, dues, first_day, later
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.posts import Posts
from bot.runtime.services import Services

MOST_LINES, MOST_TITLES = 16, 4


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
        since, until = bounds(span, first, zone)
        listed = await self._posts.listed(key, since, until)
        once, again = (tuple(one for one in listed if bool(one.rule) is comes_again) for comes_again in (False, True))
        found = dues(once, again, zone, since, until)
        shown = list(by_line(span, found, zone))
        more = sum(len(line.dues) for line in shown[MOST_LINES:])
        title = say(f"calendar-{span}", first=f"{first:%Y-%m-%d}", many=len(found))
        told = [_line(line) for line in shown[:MOST_LINES]]
        rest = say("calendar-more", many=more) if more else None
        return lines(title, *told, rest), _turns(span, first)


def _line(line: Line[Listed]) -> Body:
    """A day, and its posts by number and title; many become a number."""
    named = [f"#{due.post.number} {due.post.title}" for due in line.dues[:MOST_TITLES]]
    more = len(line.dues) - len(named)
    said = Rich((f"{line.day:%Y-%m-%d}: " + " · ".join(named),))
    return lines(said, say("calendar-more", many=more)) if more else said


def _turns(span: Span, first: date) -> Rows:
    def button(name: str, to: Span, day: date) -> Button:
        return Button(say(f"button-calendar-{name}"), TurnCalendar(to.value, day.isoformat()), rank=Rank.MODERATOR)

    others = tuple(button(one.value, one, first_day(one, first)) for one in Span if one is not span)
    return (button("back", span, later(span, first, -1)), button("on", span, later(span, first, 1))), others
