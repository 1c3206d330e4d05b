"""What moves a giveaway on: it begins, is drawn, is claimed or not, or is cancelled; each move is a decision."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.actions import Send, Whisper
from bot.core.decisions import Decision, Later, Step, decide
from bot.core.giveaways import Giveaway, GiveawayState, Prized
from bot.core.ids import MessageRef, Place, UserRef
from bot.core.record import Row, Timer, TimerOff
from bot.core.text import Body, Mention, Moment, Rich, lines, say
from bot.domain.gatherings.claims import told
from bot.domain.gatherings.giveaways.card import Names, card, claim_button, people, result, rows

CLOSE, SHOW, FILL, CLAIM, FORGET = (
    "giveaway-close",
    "giveaway-show",
    "giveaway-fill",
    "giveaway-claim",
    "giveaway-forget",
)
"""Kinds of timers."""
POSTED, REFRESH = "giveaway-posted", "giveaway-refresh"
"""Composers: a card was sent, a card is drawn anew as it stands then."""
KEEP_NAMES = timedelta(days=90)
"""So long after the draw it is known who entered with which code."""
SOON = timedelta(seconds=1)


def begun(giveaway: Giveaway) -> Decision:
    """Publish it; each place on its own, so that one which is away holds up no other."""
    started = giveaway.moved()
    steps: list[Step] = []
    for place in giveaway.places:
        steps.append(Send(place, card(started, 0, {}), rows(started, place), important=True))
        steps.append(Later(POSTED, {"number": giveaway.number, "place": place}))
    return decide(*steps, rows=(started, Timer(CLOSE, giveaway.subject, giveaway.closes_at, _number(giveaway))))


def drawing_on(giveaway: Giveaway, now: datetime) -> Decision:
    """So many had to be passed over that the rest is drawn in a moment."""
    return decide(rows=(giveaway, Timer(FILL, giveaway.subject, now + SOON, _number(giveaway))))


def announced(giveaway: Giveaway, names: Names, cards: Sequence[MessageRef], now: datetime, first: Body) -> Decision:
    """Say who has won, tell them, and let the time begin in which they claim; ``first`` says what happened."""
    fresh = tuple(one for one in giveaway.won if not one.is_told)
    drawn = replace(giveaway, won=told(giveaway.won, giveaway.claim_within, now))
    until = now + giveaway.claim_within if giveaway.claim_within else None
    claim = say("giveaway-claim-until", at=Moment(until)) if until is not None and fresh else None
    new = tuple(one for one in drawn.won if one.code in {f.code for f in fresh})
    steps: list[Step] = []
    for place in giveaway.places:
        card_there = next((message for message in cards if message.place == place), None)
        body = lines(first, *_outcome(drawn, new, names), claim)
        steps.append(Send(place, body, rows(drawn, place), reply_to=card_there, important=True))
    steps += _to_winners(drawn, new, names)
    return decide(*steps, rows=(drawn, *_claims(drawn, new))).and_then(refreshed(drawn, cards))


def over(giveaway: Giveaway, now: datetime) -> tuple[Row, ...]:
    """What else is written when it closes."""
    forget = Timer(FORGET, giveaway.subject, now + KEEP_NAMES, _number(giveaway))
    return (TimerOff(SHOW, giveaway.subject), forget)


def cancelled(giveaway: Giveaway, cards: Sequence[MessageRef], now: datetime) -> Decision:
    """Nothing will be drawn, and its seed is gone for good."""
    gone = giveaway.moved(state=GiveawayState.CANCELLED, seed="")
    off = (TimerOff(CLOSE, giveaway.subject), *over(giveaway, now))
    return decide(rows=(gone, *off)).and_then(refreshed(gone, cards))


def refreshed(giveaway: Giveaway, cards: Sequence[MessageRef]) -> Decision:
    """Draw every card anew; each waits for what was on its way to the same message."""
    return decide(
        *(
            Later(REFRESH, {**_number(giveaway), "message": card}, f"card {card.place.channel} {card.native}")
            for card in cards
        )
    )


def claim_timer(giveaway: Giveaway, code: str) -> str:
    """The subject of the timer of one winner."""
    return f"{giveaway.subject} {code}"


def _claims(giveaway: Giveaway, new: Sequence[Prized]) -> Iterator[Row]:
    for one in new:
        if one.until is not None:
            yield Timer(CLAIM, claim_timer(giveaway, one.code), one.until, {**_number(giveaway), "code": one.code})


def _outcome(giveaway: Giveaway, new: Sequence[Prized], names: Names) -> Sequence[Body]:
    """All of the result at first, later only who is new."""
    if len(new) == len(giveaway.won):
        return result(giveaway, names)
    return (say("giveaway-next"), Rich(people(new, names))) if new else (say("giveaway-no-next"),)


def _to_winners(giveaway: Giveaway, new: Sequence[Prized], names: Names) -> Iterator[Whisper]:
    for one in new:
        who = names.get(one.code)
        if who is None:
            continue
        home = next((place for place in giveaway.places if place.platform == who[0].platform), None)
        yield _told(giveaway, one, who, home)


def _told(giveaway: Giveaway, one: Prized, who: tuple[UserRef, str], home: Place | None) -> Whisper:
    aloud = None
    if home is not None:
        line = say("giveaway-you-won-aloud", who=Mention(*who), prize=giveaway.prize)
        aloud = Send(home, line, reader=who[0])
    body = lines(
        say("giveaway-you-won", prize=giveaway.prize),
        say("giveaway-claim-until", at=Moment(one.until)) if one.until is not None else None,
    )
    buttons = ((claim_button(giveaway, None),),) if one.until is not None else ()
    return Whisper(who[0], body, buttons, aloud, important=True)


def _number(giveaway: Giveaway) -> dict[str, object]:
    return {"number": giveaway.number}
