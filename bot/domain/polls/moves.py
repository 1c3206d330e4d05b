"""What moves a poll on: it is planned, begins, ends, or is taken away; each move is a decision."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.actions import Send
from bot.core.decisions import Decision, Later, Step, decide
from bot.core.gatherings import CardsGone, EntriesSealed
from bot.core.ids import MessageRef, Place
from bot.core.polls import Poll, PollState
from bot.core.record import Row, Timer, TimerOff
from bot.domain.polls.card import buttons, card
from bot.domain.polls.result import counted

OPEN, CLOSE, SHOW, FORGET = "poll-open", "poll-close", "poll-show", "poll-forget"
"""Kinds of timers."""
POSTED, REFRESH, END = "poll-posted", "poll-refresh", "poll-end"
"""Composers: a card was sent, a card is drawn anew, a card becomes the result."""
KEEP_NAMES = timedelta(days=90)
"""So long after an open poll its ballots have names."""


def planned(poll: Poll) -> Decision:
    """Keep it until its time has come."""
    kept = replace(poll, state=PollState.PLANNED, version=poll.version + 1)
    return decide(rows=(kept, Timer(OPEN, poll.subject, poll.opens_at, {"number": poll.number})))


def begun(poll: Poll) -> Decision:
    """Publish it; each place on its own, so that one which is away holds up no other."""
    open_now = replace(poll, state=PollState.OPEN, version=poll.version + 1)
    rows: tuple[Row, ...] = (
        open_now,
        TimerOff(OPEN, poll.subject),
        Timer(CLOSE, poll.subject, poll.closes_at, {"number": poll.number}),
    )
    steps: list[Step] = []
    for place in poll.places:
        steps += published(open_now, place)
    return decide(*steps, rows=rows)


def published(poll: Poll, place: Place) -> tuple[Step, Step]:
    """The card in one place, and what notes where it stands."""
    empty = counted(poll, {}, 0, 0, final=False)
    sent = Send(place, card(poll, empty), buttons(poll), important=True)
    return sent, Later(POSTED, {"number": poll.number, "place": place})


def ended(poll: Poll, cards: Sequence[MessageRef], now: datetime) -> Decision:
    """Close it for good. What is anonymous is sealed at once, and the salt of its voters' hashes goes."""
    closed = replace(
        poll, state=PollState.CLOSED, salt="", closes_at=min(now, poll.closes_at), version=poll.version + 1
    )
    rows: list[Row] = [closed, TimerOff(CLOSE, poll.subject), TimerOff(SHOW, poll.subject), CardsGone(poll.subject)]
    if poll.anonymous:
        rows.append(EntriesSealed(poll.subject))
    else:
        rows.append(Timer(FORGET, poll.subject, now + KEEP_NAMES, {"number": poll.number}))
    return decide(*(_over(poll, message) for message in cards), rows=rows)


def withdrawn(poll: Poll) -> Decision:
    """Take away what was only planned."""
    gone = replace(poll, state=PollState.WITHDRAWN, salt="", version=poll.version + 1)
    return decide(rows=(gone, TimerOff(OPEN, poll.subject)))


def refreshed(poll: Poll, cards: Sequence[MessageRef]) -> Decision:
    """Draw every card anew; each waits for what was on its way to the same message."""
    return decide(*(Later(REFRESH, _args(poll, message), _turn(message)) for message in cards))


def _over(poll: Poll, message: MessageRef) -> Later:
    return Later(END, _args(poll, message), _turn(message))


def _args(poll: Poll, message: MessageRef) -> dict[str, object]:
    return {"number": poll.number, "message": message}


def _turn(message: MessageRef) -> str:
    return f"card {message.place.channel} {message.native}"
