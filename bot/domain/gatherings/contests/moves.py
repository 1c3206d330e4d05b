"""What moves a contest on: it begins, is frozen, is decided, is claimed or not, or is cancelled; each is a decision."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.actions import Send, Whisper
from bot.core.contests import Contest, ContestState, JudgedBy, Submission
from bot.core.decisions import Decision, Later, Step, decide
from bot.core.giveaways import PassedOver, Prized, Unfit
from bot.core.ids import MessageRef, Place
from bot.core.record import Row, Timer, TimerOff
from bot.core.text import Body, Mention, Moment, Rich, lines, say
from bot.domain.gatherings.claims import told, without
from bot.domain.gatherings.contests.card import (
    Brought,
    card,
    claim_button,
    entry,
    entry_rows,
    people,
    result,
    rows,
    votable,
)
from bot.domain.gatherings.contests.jury import reminded_at

CLOSE, PUT_UP, REMIND, END, SHOW, SHOW_ENTRY, FILL, CLAIM, FORGET = (
    "contest-close",
    "contest-put-up",
    "contest-remind",
    "contest-end",
    "contest-show",
    "contest-show-entry",
    "contest-fill",
    "contest-claim",
    "contest-forget",
)
"""Kinds of timers."""
POSTED, REFRESH, ENTRY_POSTED, ENTRY_REFRESH = (
    "contest-posted",
    "contest-refresh",
    "contest-entry-posted",
    "contest-entry-refresh",
)
"""Composers: a card was sent, a card is drawn anew as it stands then; the same for the card of a submission."""
KEEP_NAMES = timedelta(days=90)
"""So long after the end it is known who brought what, and who voted how."""


def begun(contest: Contest) -> Decision:
    """Publish it; each place on its own, so that one which is away holds up no other."""
    started = contest.moved()
    steps: list[Step] = []
    for place in contest.places:
        steps.append(Send(place, card(started, {}), rows(started, place), important=True))
        steps.append(Later(POSTED, {"number": contest.number, "place": place}))
    return decide(*steps, rows=(started, Timer(CLOSE, contest.subject, contest.closes_at, _number(contest))))


def frozen(contest: Contest, cards: Sequence[MessageRef], now: datetime) -> Decision:
    """Nothing more is taken; the judging begins, and what people vote on is put up."""
    judged = contest.moved(state=ContestState.JUDGING)
    end = Timer(END, contest.subject, contest.judged_until, _number(contest))
    # Each place on its own: there may be many submissions, and a messenger that is slow or away holds up no other.
    shown = (
        Timer(PUT_UP, f"{contest.subject} {place.channel}", now, {**_number(contest), "place": place})
        for place in (contest.places if votable(judged) else ())
    )
    rows: list[Row] = [judged, TimerOff(SHOW, contest.subject), end, *shown]
    if contest.judged_by is JudgedBy.JURY:
        rows.append(Timer(REMIND, contest.subject, reminded_at(contest, now), _number(contest)))
    return refreshed(judged, cards).and_then(decide(rows=rows))


def put_up(contest: Contest, submission: Submission, places: Sequence[Place]) -> Iterator[Step]:
    """Show one submission in these places: its file first, where it has one."""
    for place in places:
        if submission.file is not None:
            words = say("contest-entry-file", number=submission.number)
            yield Send(place, words, enclosure=submission.file, important=True)
        buttons = entry_rows(contest, submission, place)
        yield Send(place, entry(contest, submission, 0), buttons, important=True)
        yield Later(ENTRY_POSTED, {**_entry(submission), "place": place})


def decided(contest: Contest, submission: int, why: str | None) -> Contest:
    """The next in the order wins, or is passed over; the version stays, for many are decided in one step."""
    if why is None:
        return replace(contest, won=(*contest.won, Prized(str(submission))))
    return replace(contest, passed=(*contest.passed, PassedOver(str(submission), why)))


def given_up(contest: Contest, submission: int, why: str) -> Contest:
    """Who had won does not win after all, and can never come up again.

    Who did not want her prize wins no other; where only this submission was out of order another of hers may win.
    """
    code = str(submission)
    out = PassedOver(code, why, had_won=why == Unfit.UNCLAIMED)
    return contest.moved(won=without(contest.won, code), passed=(*contest.passed, out))


def settling_on(contest: Contest, at: datetime) -> Decision:
    """Not everybody can be looked up now: it goes on then."""
    return decide(rows=(contest, Timer(FILL, contest.subject, at, _number(contest))))


def announced(contest: Contest, brought: Brought, cards: Sequence[MessageRef], now: datetime, first: Body) -> Decision:
    """Say who has won, tell them, and let the time begin in which they claim; ``first`` says what happened."""
    fresh = frozenset(one.code for one in contest.won if not one.is_told)
    done = replace(contest, won=told(contest.won, contest.claim_within, now))
    new = tuple(one for one in done.won if one.code in fresh)
    claim = say("giveaway-claim-until", at=Moment(now + contest.claim_within)) if contest.claim_within and new else None
    steps: list[Step] = []
    for place in contest.places:
        card_there = next((message for message in cards if message.place == place), None)
        body = lines(first, *_outcome(done, new, brought), claim)
        steps.append(Send(place, body, rows(done, place), reply_to=card_there, important=True))
    if contest.judged_by is JudgedBy.JURY:
        hers = [brought[int(one.code)] for one in new if int(one.code) in brought]
        steps += [step for one in hers for step in put_up(done, one, done.places)]
    steps += _to_winners(done, new, brought)
    return decide(*steps, rows=(done, *_claims(done, new))).and_then(refreshed(done, cards))


def over(contest: Contest, now: datetime) -> tuple[Row, ...]:
    """What else is written when it ends."""
    forget = Timer(FORGET, contest.subject, now + KEEP_NAMES, _number(contest))
    return (TimerOff(SHOW, contest.subject), forget)


def cancelled(contest: Contest, cards: Sequence[MessageRef], now: datetime) -> Decision:
    """Nobody wins."""
    gone = contest.moved(state=ContestState.CANCELLED)
    off = (*(TimerOff(kind, contest.subject) for kind in (CLOSE, REMIND, END)), *over(contest, now))
    return decide(rows=(gone, *off)).and_then(refreshed(gone, cards))


def refreshed(contest: Contest, cards: Sequence[MessageRef]) -> Decision:
    """Draw every card anew; each waits for what was on its way to the same message."""
    return decide(*(Later(REFRESH, {**_number(contest), "message": one}, _turn(one)) for one in cards))


def entry_refreshed(submission: Submission, cards: Sequence[MessageRef]) -> Decision:
    """Draw every card of a submission anew."""
    return decide(*(Later(ENTRY_REFRESH, {**_entry(submission), "message": one}, _turn(one)) for one in cards))


def claim_timer(contest: Contest, submission: str) -> str:
    """The subject of the timer of one winner."""
    return f"{contest.subject} {submission}"


def shows_counts(contest: Contest) -> bool:
    """Whether a vote changes what people see."""
    return votable(contest) and not contest.hidden


def _claims(contest: Contest, new: Sequence[Prized]) -> Iterator[Row]:
    for one in new:
        if one.until is not None:
            args = {**_number(contest), "submission": int(one.code)}
            yield Timer(CLAIM, claim_timer(contest, one.code), one.until, args)


def _outcome(contest: Contest, new: Sequence[Prized], brought: Brought) -> Sequence[Body]:
    """All of the result at first, later only who is new."""
    if len(new) == len(contest.won):
        return result(contest, brought)
    return (say("giveaway-next"), Rich(people(new, brought))) if new else (say("giveaway-no-next"),)


def _to_winners(contest: Contest, new: Sequence[Prized], brought: Brought) -> Iterator[Whisper]:
    for one in new:
        hers = brought.get(int(one.code))
        if hers is not None:
            home = next((place for place in contest.places if place.platform == hers.by.platform), None)
            yield _told(contest, one, hers, home)


def _told(contest: Contest, one: Prized, hers: Submission, home: Place | None) -> Whisper:
    won = contest.prizes or contest.title
    aloud = None
    if home is not None:
        line = say("giveaway-you-won-aloud", who=Mention(hers.by, hers.by_name), prize=won)
        aloud = Send(home, line, reader=hers.by)
    place = [prized.code for prized in contest.won].index(one.code) + 1
    body = lines(
        say("contest-you-won", title=contest.title, place=place),
        say("contest-your-prize", prizes=contest.prizes) if contest.prizes else None,
        say("giveaway-claim-until", at=Moment(one.until)) if one.until is not None else None,
    )
    buttons = ((claim_button(contest, None),),) if one.until is not None else ()
    return Whisper(hers.by, body, buttons, aloud, important=True)


def _number(contest: Contest) -> dict[str, object]:
    return {"number": contest.number}


def _entry(submission: Submission) -> dict[str, object]:
    return {"number": submission.contest, "submission": submission.number}


def _turn(message: MessageRef) -> str:
    return f"card {message.place.channel} {message.native}"
