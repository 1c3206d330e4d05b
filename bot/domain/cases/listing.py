"""Many cases on pages: what stands on one, and the buttons to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from bot.core.actions import Sanction
from bot.core.cases import Case, Search
from bot.core.people import Rank
from bot.core.terms import Term
from bot.core.text import Lines, Mention, Moment, Say, lines, say
from bot.core.ui import Button, Press, Rows

PAGE = 10
"""Cases on one page; ask for one more, to know whether it goes on."""
LEAF = 2_500
"""So many cases are looked through at a time for words or kinds of acts: no index knows them."""
SHORT = 80
"""Characters of a reason on a list; the case has the rest."""


@dataclass(frozen=True, slots=True)
class Turn(Press):
    """Show another page of what was searched for; ``anew`` below, not in the place of what the button stands on."""

    wanted: Search
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, newest first, and where it goes on; None at an end."""

    cases: tuple[Case, ...]
    older: Search | None = None
    newer: Search | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment on, and up to another one; None where it has no such end."""

    since: datetime | None = None
    until: datetime | None = None


def spanned(since: Term | None, until: Term | None, now: datetime, zone: tzinfo) -> Span | Say:
    """The time between two days of the past, both with all their hours; a phrase where there is none."""
    span = Span(
        None if since is None else since.ago(now, zone),
        None if until is None else until.passed(now, zone),
    )
    if span.since is not None and span.since > now:
        return say("list-not-yet", since=Moment(span.since))
    if span.since is not None and span.until is not None and span.until <= span.since:
        return say("list-backwards", since=Moment(span.since), until=Moment(span.until))
    return span


def page(found: Sequence[Case], wanted: Search) -> Page:
    """Cut a page out of what was found: up to ``PAGE`` + 1 cases, newest first."""
    if not found:
        return Page(())
    goes_on = len(found) > PAGE
    forward = wanted.after is not None
    shown = tuple(found[-PAGE:] if forward else found[:PAGE])
    older = replace(wanted, before=shown[-1].number, after=None) if forward or goes_on else None
    newer = replace(wanted, before=None, after=shown[0].number) if (goes_on if forward else wanted.before) else None
    return Page(shown, older, newer)


def leaf(wanted: Search, last: int, first: int = 1) -> Search | None:
    """What is looked through for words or a kind of act at once; None where one person's record is short enough.

    ``first`` and ``last`` are the numbers of the first and the last case of the time that is meant.
    """
    if not (wanted.text or wanted.sanction) or wanted.user is not None or wanted.after is not None:
        return None
    return replace(wanted, floor=max(first, (wanted.before or last + 1) - LEAF))


def leafed(found: Sequence[Case], looked: Search, first: int = 1) -> Page:
    """A page of words that were found; further back it goes on below what was looked through, down to the first."""
    shown = page(found, looked)
    further = None if looked.floor in {None, first} else replace(looked, before=looked.floor, floor=None)
    older = further if shown.older is None else replace(shown.older, floor=None)
    return Page(shown.cases, older)


def listed(shown: Page, wanted: Search) -> Lines:
    """The page as text."""
    if not shown.cases and shown.older is not None:
        return lines(say("list-none-since", case=shown.older.before or 0))
    if not shown.cases:
        return lines(say("list-empty"))
    return lines(_title(shown, wanted), *map(line_of, shown.cases))


def turning(shown: Page) -> Rows:
    """The buttons under a page, for the staff."""
    ways = (("button-newer", shown.newer), ("button-older", shown.older))
    row = tuple(Button(say(key), Turn(wanted), rank=Rank.MODERATOR) for key, wanted in ways if wanted is not None)
    return (row,) if row else ()


def _title(shown: Page, wanted: Search) -> Say:
    if wanted.user is None:
        return say("list-title")
    return say("list-title-person", who=Mention(wanted.user, shown.cases[0].user_name))


def line_of(case: Case) -> Say:
    """A case in one line."""
    what = say(f"sanction-{case.sanction}")
    if case.undoes is not None:
        what = say("sanction-undo" if case.sanction is Sanction.NOTE else "sanction-milder", case=case.undoes)
    who = Mention(case.user, case.user_name)
    why = case.reason or case.rule or case.guideline or "–"
    return say("list-line", case=case.number, at=Moment(case.at), what=what, who=who, why=why[:SHORT])
