"""The board as a list: pages, a state, words that are searched, a report of the week, and a table for elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo

from bot.core.feedback import FeedbackKind, FeedbackState
from bot.core.people import Rank
from bot.core.sheets import sheet
from bot.core.text import Body, Bold, Lines, lines, say
from bot.core.ui import Button, Press, Rows, Tone
from bot.domain.care.board import CHOOSABLE, VOTABLE, Standing, name_of, votes_of
from bot.domain.care.board_card import unpinged
from bot.domain.care.presses import BringFeedback, SeeEntry

PAGE = 5
MOST_NAMED = 5
"""Entries of each kind that a weekly report names."""
WEEK = timedelta(days=7)
_COLUMNS = ("number", "kind", "state", "votes", "at", "moved_at", "merged_into", "author", "title", "text", "note")


@dataclass(frozen=True, slots=True)
class BrowseBoard(Press):
    """Show me this page of what is in this state and holds these words; without a state what is not a duplicate."""

    state: FeedbackState | None = None
    page: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class ExportBoard(Press):
    """Give me the whole board as a table."""


def chosen(board: Iterable[Standing], wanted: BrowseBoard, found: Sequence[int] = ()) -> tuple[Standing, ...]:
    """What fits: with words in the order in which they were found, else by votes, the newest of equals first."""
    fits = {one.entry.number: one for one in board if _fits(one, wanted)}
    if wanted.words:
        return tuple(fits[number] for number in found if number in fits)
    return tuple(sorted(fits.values(), key=lambda one: (-one.votes, -one.entry.number)))


def _fits(one: Standing, wanted: BrowseBoard) -> bool:
    if wanted.state is None:
        return one.entry.merged_into is None
    return one.entry.state is wanted.state


def shown(listed: Sequence[Standing], wanted: BrowseBoard) -> Lines:
    """One page."""
    head = say("feedback-board", count=len(listed))
    if wanted.words:
        head = say("feedback-board-search", count=len(listed), words=Bold(unpinged(wanted.words)))
    where = None if wanted.state is None else say("feedback-board-state", state=name_of(wanted.state))
    pages = pages_of(listed)
    page = say("feedback-board-page", page=_page(listed, wanted) + 1, pages=pages) if pages > 1 else None
    return lines(head, where, *map(_line, _on_page(listed, wanted)), page)


def shown_rows(listed: Sequence[Standing], wanted: BrowseBoard, rank: Rank) -> Rows:
    """Each entry, the states, the pages, something new, and for managers the table."""
    entries = tuple(
        Button(say("button-feedback-number", number=one.entry.number), SeeEntry(one.entry.number))
        for one in _on_page(listed, wanted)
    )
    rows = (entries, _states(wanted), _states(wanted, CHOOSABLE[3:]), _turns(listed, wanted, rank))
    return tuple(row for row in rows if row)


def pages_of(listed: Sequence[Standing]) -> int:
    return max(1, -(-len(listed) // PAGE))


def _page(listed: Sequence[Standing], wanted: BrowseBoard) -> int:
    return max(0, min(wanted.page, pages_of(listed) - 1))


def _on_page(listed: Sequence[Standing], wanted: BrowseBoard) -> Sequence[Standing]:
    start = _page(listed, wanted) * PAGE
    return listed[start : start + PAGE]


def _line(one: Standing) -> Body:
    entry = one.entry
    title, state = unpinged(entry.title), name_of(entry.state)
    return say("feedback-board-line", number=entry.number, title=title, votes=votes_of(one.votes), state=state)


def _states(wanted: BrowseBoard, states: Sequence[FeedbackState] = CHOOSABLE[:3]) -> tuple[Button, ...]:
    everything = Button(say("button-feedback-all"), replace(wanted, state=None, page=0))
    last = (everything,) if FeedbackState.OPEN in states else (_state(wanted, FeedbackState.DUPLICATE),)
    return (*(_state(wanted, state) for state in states), *last)


def _state(wanted: BrowseBoard, state: FeedbackState) -> Button:
    tone = Tone.GOOD if wanted.state is state else Tone.PLAIN
    return Button(name_of(state), replace(wanted, state=state, page=0), tone)


def _turns(listed: Sequence[Standing], wanted: BrowseBoard, rank: Rank) -> tuple[Button, ...]:
    page = _page(listed, wanted)
    back = Button(say("button-feedback-back"), replace(wanted, page=page - 1)) if page else None
    on = Button(say("button-feedback-on"), replace(wanted, page=page + 1)) if page + 1 < pages_of(listed) else None
    new = Button(say("button-feedback-idea"), BringFeedback(FeedbackKind.IDEA, wanted.words), Tone.GOOD, Rank.MEMBER)
    table = Button(say("button-feedback-export"), ExportBoard(), rank=Rank.MANAGER)
    wished = (back, on, new, table if rank >= Rank.MANAGER else None)
    return tuple(button for button in wished if button is not None)


# --- the week


def next_digest(now: datetime, zone: tzinfo, weekday: int, at: time) -> datetime:
    """When the next report is due: the first such weekday (0 is Monday) and hour to come, by the community's clock."""
    here = now.astimezone(zone)
    day = here.date() + timedelta(days=(weekday - here.weekday()) % 7)
    due = datetime.combine(day, at, zone)
    return due if due > here else datetime.combine(day + WEEK, at, zone)


def digest(board: Sequence[Standing], gained: Mapping[int, int], now: datetime, stale: timedelta) -> Lines:
    """What came in a week, what most people are for, what moved, and what nobody has touched for long."""
    since = now - WEEK
    live = [one for one in board if one.entry.merged_into is None]
    new = [one for one in live if one.entry.at >= since]
    wanted = sorted((one for one in live if one.entry.state in VOTABLE and one.votes), key=_by_votes)
    moved = [one for one in board if one.entry.moved_at >= since and one.entry.moved_at > one.entry.at]
    quiet = [one for one in live if one.entry.state in VOTABLE and _touched(one) < now - stale]
    quiet.sort(key=_touched)
    parts = (("new", sorted(new, key=_by_votes)), ("top", wanted), ("moved", moved), ("stale", quiet))
    sections = [_section(name, listed, gained) for name, listed in parts if listed]
    return lines(say("feedback-digest"), *(sections or (say("feedback-digest-quiet"),)))


def _section(name: str, listed: Sequence[Standing], gained: Mapping[int, int]) -> Lines:
    more = len(listed) - MOST_NAMED
    named = (_weekly(one, gained.get(one.entry.number, 0)) for one in listed[:MOST_NAMED])
    rest = say("feedback-digest-more", count=more) if more > 0 else None
    return lines(say(f"feedback-digest-{name}", count=len(listed)), *named, rest)


def _weekly(one: Standing, gained: int) -> Body:
    line = _line(one)
    return lines(line, say("feedback-digest-gained", count=gained)) if gained else line


def _by_votes(one: Standing) -> tuple[int, int]:
    return -one.votes, -one.entry.number


def _touched(one: Standing) -> datetime:
    return max(one.entry.moved_at, one.latest or one.entry.at)


# --- elsewhere


def table(board: Iterable[Standing]) -> str:
    """The board as CSV; nothing in it begins like a formula, whatever a member wrote."""
    return sheet([_COLUMNS, *map(_row, board)])


def _row(one: Standing) -> Sequence[object]:
    entry = one.entry
    facts = (entry.number, entry.kind, entry.state, one.votes, entry.at.isoformat(), entry.moved_at.isoformat())
    return (*facts, entry.merged_into or "", entry.author_name, entry.title, entry.text, entry.note)
