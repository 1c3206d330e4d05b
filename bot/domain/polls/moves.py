"""What moves a poll on: it is planned, begins, ends, or is taken away; each move is a decision."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.actions import Send
from bot.core.decisions import Decision, Later, Step, decide
from bot.core.gatherings import CardsGone, CardShown, EntriesSealed
from bot.core.ids import MessageRef, Place
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.polls import Poll, PollKind, PollState
from bot.core.record import Row, Timer, TimerOff
from bot.core.text import say
from bot.domain.polls.card import buttons, card
from bot.domain.polls.form import unfit
from bot.domain.polls.result import counted

OPEN, CLOSE, SETTLE, SHOW, FORGET = "poll-open", "poll-close", "poll-settle", "poll-show", "poll-forget"
"""Kinds of timers."""
POSTED, PUT_UP, REFRESH, STOPPED, END = "poll-posted", "poll-put-up", "poll-refresh", "poll-stopped", "poll-end"
"""Composers: a card was sent, a messenger's own poll put up, a card is drawn anew, an own poll ended, the result."""
SETTLING, LONGEST_SETTLING = timedelta(seconds=10), timedelta(minutes=1)
"""So long after a messenger's own poll was ended its last votes may come in; and so long if it does not answer."""
KEEP_NAMES = timedelta(days=90)
"""So long after an open poll its ballots have names."""


def planned(poll: Poll) -> Decision:
    """Keep it until its time has come."""
    kept = replace(poll, state=PollState.PLANNED, version=poll.version + 1)
    return decide(rows=(kept, Timer(OPEN, poll.subject, poll.opens_at, {"number": poll.number})))


def begun(poll: Poll, now: datetime) -> Decision:
    """Publish it; each place on its own, so that one which is away holds up no other."""
    open_now = replace(poll, state=PollState.OPEN, version=poll.version + 1)
    rows: tuple[Row, ...] = (
        open_now,
        TimerOff(OPEN, poll.subject),
        Timer(CLOSE, poll.subject, poll.closes_at, {"number": poll.number}),
    )
    steps: list[Step] = []
    for place in poll.places:
        steps += published(open_now, place, now)
    return decide(*steps, rows=rows)


def published(poll: Poll, place: Place, now: datetime) -> tuple[Step, Step]:
    """The poll in one place, in the form that fits, and what notes where it stands."""
    if not poll.native or unfit(poll, place.platform, now) is not None:
        return carded(poll, place)
    several = poll.kind is PollKind.SEVERAL
    own = OpenPoll(place, poll.question, poll.options, poll.closes_at, several, poll.right, poll.explanation)
    return own, Later(PUT_UP, {"number": poll.number, "place": place})


def carded(poll: Poll, place: Place, below: MessageRef | None = None) -> tuple[Step, Step]:
    """A card in one place; ``below`` the messenger's own poll it shows everybody's votes, and has no buttons."""
    empty = counted(poll, {}, 0, 0, final=False)
    rows = () if below else buttons(poll)
    sent = Send(place, card(poll, empty), rows, reply_to=below, important=True)
    return sent, Later(POSTED, {"number": poll.number, "place": place})


def put_up(poll: Poll, message: MessageRef, *, doubled: bool = False) -> Decision:
    """A messenger's own poll stands; where there are others the result of all goes below it.

    One that is ``doubled`` may stand there a second time: people are told which to vote in.
    """
    steps: list[Step] = [*carded(poll, message.place, message)] if len(poll.places) > 1 else []
    if doubled:
        steps.append(Send(message.place, say("poll-doubled", number=poll.number), reply_to=message))
    return decide(*steps, rows=(CardShown(poll.natives, message),))


def closing(poll: Poll, cards: Sequence[MessageRef], natives: Sequence[MessageRef], now: datetime) -> Decision:
    """End it: at once, or where messengers have polls of their own when these are ended and their last votes are in."""
    if not natives:
        return ended(poll, cards, natives, now)
    stopped = replace(poll, closes_at=min(now, poll.closes_at), version=poll.version + 1)
    steps: list[Step] = []
    for message in natives:
        steps += [ClosePoll(message), Later(STOPPED, {"number": poll.number}, _turn(message))]
    at_last = Timer(SETTLE, poll.subject, now + LONGEST_SETTLING, {"number": poll.number})
    return decide(*steps, rows=(stopped, TimerOff(CLOSE, poll.subject), at_last))


def ended(poll: Poll, cards: Sequence[MessageRef], natives: Sequence[MessageRef], now: datetime) -> Decision:
    """Close it for good. What is anonymous is sealed at once, and the salt of its voters' hashes goes."""
    closed = replace(
        poll, state=PollState.CLOSED, salt="", closes_at=min(now, poll.closes_at), version=poll.version + 1
    )
    off = (TimerOff(kind, poll.subject) for kind in (CLOSE, SETTLE, SHOW))
    rows: list[Row] = [closed, *off, CardsGone(poll.subject), CardsGone(poll.natives)]
    if poll.anonymous:
        rows.append(EntriesSealed(poll.subject))
    else:
        rows.append(Timer(FORGET, poll.subject, now + KEEP_NAMES, {"number": poll.number}))
    with_card = {message.place for message in cards}
    alone = (Later(END, {**_args(poll, own), "alone": True}) for own in natives if own.place not in with_card)
    return decide(*(_over(poll, message) for message in cards), *alone, rows=rows)


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
