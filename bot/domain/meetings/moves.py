"""What moves an event on: it is announced, changed, cancelled, begins and ends; each move is a decision."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from bot.core.actions import Schedule, Send
from bot.core.decisions import Decision, Later, Step, decide
from bot.core.gatherings import CardsGone, EntriesSealed
from bot.core.ids import DISCORD, MessageRef, Place, SpaceRef
from bot.core.meetings import HostQuestionsGone, Meeting, MeetingState
from bot.core.record import Row, Timer, TimerOff
from bot.domain.meetings.card import Heads, buttons, card

REMIND, START, END, SHOW, TELL = "event-remind", "event-start", "event-end", "event-show", "event-tell"
LOOK, FILL, FEED, FORGET = "event-look", "event-fill", "event-feed", "event-forget"
"""Kinds of timers."""
POSTED, REFRESH, NATIVE = "event-posted", "event-refresh", "event-native"
"""Composers: a card was sent, a card is drawn anew, a messenger's own event was made or looked at."""
MOVED, CANCELLED, REMINDED, SURVEYED = "moved", "cancelled", "remind", "survey"
"""What everybody is told, in pages."""
KEEP_NAMES = timedelta(days=90)
"""So long after an event it is known who came."""
LOOKS = timedelta(hours=1)
"""So often a messenger is asked how many are interested there."""


def announced(meeting: Meeting, remind: Sequence[timedelta], zone: tzinfo, now: datetime, *, native: bool) -> Decision:
    """Keep it and show it; each place on its own, so that one which is away holds up no other."""
    kept = replace(meeting, version=meeting.version + 1)
    steps: list[Step] = []
    for place in kept.places:
        sent = Send(place, card(kept, Heads(), zone, now), buttons(kept), important=True)
        steps += [sent, Later(POSTED, {"number": kept.number, "place": place})]
    whole = decide(*steps, rows=(kept, *_timers(kept, remind, now), _feed(now)))
    return whole.and_then(kept_natively(kept, {}, new=native))


def changed(
    was: Meeting,
    meeting: Meeting,
    remind: Sequence[timedelta],
    now: datetime,
    cards: Sequence[MessageRef],
    natives: Sequence[MessageRef],
    *,
    native: bool,
) -> Decision:
    """Keep it as it is now; where it is another time or place everybody is told.

    The messengers' own events follow, and with ``native`` one is made where there was none yet.
    """
    kept = replace(meeting, sequence=was.sequence + 1, version=was.version + 1)
    rows: list[Row] = [kept, *_timers(kept, remind, now), _feed(now), Timer(FILL, kept.subject, now, _number(kept))]
    if (was.starts_at, was.ends_at, was.where) != (kept.starts_at, kept.ends_at, kept.where):
        rows.append(telling(kept, MOVED, now))
    whole = decide(rows=rows).and_then(refreshed(kept, cards))
    return whole.and_then(kept_natively(kept, spaces_of(natives), new=native))


def cancelled(meeting: Meeting, now: datetime, cards: Sequence[MessageRef], natives: Sequence[MessageRef]) -> Decision:
    """It does not take place: everybody is told once, and nothing more will come of it."""
    kept = replace(meeting, state=MeetingState.CANCELLED, sequence=meeting.sequence + 1, version=meeting.version + 1)
    rows = (kept, *_quiet(kept), _feed(now), telling(kept, CANCELLED, now), forgetting(kept, now))
    off = (_native(kept, ref.place.space, ref, off=True) for ref in natives if ref.place.space is not None)
    gone = (CardsGone(kept.subject), CardsGone(kept.native))
    return decide(*off, rows=rows).and_then(refreshed(kept, cards)).and_then(decide(rows=gone))


def ended(meeting: Meeting, now: datetime, cards: Sequence[MessageRef]) -> Decision:
    """It is over; the messengers end their own events by themselves."""
    kept = replace(meeting, state=MeetingState.OVER, version=meeting.version + 1)
    gone = (CardsGone(kept.subject), CardsGone(kept.native))
    rows = (kept, *_quiet(kept), forgetting(kept, now), *gone)
    return decide(rows=rows).and_then(refreshed(kept, cards))


def refreshed(meeting: Meeting, cards: Sequence[MessageRef]) -> Decision:
    """Draw every card anew; each waits for what was on its way to the same message."""
    return decide(
        *(
            Later(REFRESH, {**_number(meeting), "message": message}, f"card {message.place.channel} {message.native}")
            for message in cards
        )
    )


def kept_natively(meeting: Meeting, natives: Mapping[SpaceRef, MessageRef], *, new: bool = False) -> Decision:
    """Bring the messengers' own events in step; with ``new`` one is made wherever it is announced and has none yet."""
    without = {place.space for place in meeting.places if place.space is not None and place.platform == DISCORD}
    steps: list[Step] = []
    for space in sorted({*natives, *(without if new else ())}, key=str):
        later = {**_number(meeting), "space": str(space), "sequence": meeting.sequence}
        steps += [_native(meeting, space, natives.get(space)), Later(NATIVE, later, f"{meeting.native} {space}")]
    return decide(*steps)


def telling(meeting: Meeting, what: str, now: datetime, after: int = 0) -> Timer:
    """Tell everybody whom it concerns, from behind ``after`` on, a page at a time."""
    subject = f"{meeting.subject} {what} {meeting.sequence}"
    return Timer(TELL, subject, now, {**_number(meeting), "what": what, "after": after})


def forgetting(meeting: Meeting, now: datetime) -> Timer:
    return Timer(FORGET, meeting.subject, now + KEEP_NAMES, _number(meeting))


def forgotten(meeting: Meeting) -> Decision:
    """Keep the counts, and forget who it was and who asked what."""
    subjects = (meeting.subject, meeting.came, meeting.felt, meeting.tried)
    return decide(rows=(*map(EntriesSealed, subjects), HostQuestionsGone(meeting.number)))


def reminder(meeting: Meeting, ahead: timedelta) -> str:
    """The subject of a reminder's timer."""
    return f"{meeting.subject} {int(ahead.total_seconds() // 60)}"


def _timers(meeting: Meeting, remind: Sequence[timedelta], now: datetime) -> list[Row]:
    number = _number(meeting)
    rows: list[Row] = [
        Timer(START, meeting.subject, meeting.starts_at, number),
        Timer(END, meeting.subject, meeting.ends_at, number),
        Timer(LOOK, meeting.subject, now + LOOKS, number),
    ]
    for ahead in remind:
        at = meeting.starts_at - ahead
        due = Timer(REMIND, reminder(meeting, ahead), at, {**number, "starts": meeting.starts_at, "ahead": ahead})
        rows.append(due if at > now else TimerOff(REMIND, reminder(meeting, ahead)))
    return rows


def _quiet(meeting: Meeting) -> list[Row]:
    """Nothing more falls due; a reminder that waits finds that it is over."""
    return [TimerOff(kind, meeting.subject) for kind in (START, END, SHOW, LOOK, FILL)]


def _feed(now: datetime) -> Timer:
    return Timer(FEED, "events", now)


def _native(meeting: Meeting, space: SpaceRef, known: MessageRef | None, *, off: bool = False) -> Schedule:
    about = f"{meeting.about}\n\n#{meeting.number}".strip()
    return Schedule(
        space, meeting.title, about, meeting.where, meeting.starts_at, meeting.ends_at, known=known, off=off
    )


def spaces_of(natives: Sequence[MessageRef]) -> dict[SpaceRef, MessageRef]:
    """The messengers' own events by where they stand."""
    return {ref.place.space: ref for ref in natives if ref.place.space is not None}


def shown_in(meeting: Meeting, platform: str) -> Place | None:
    """Where it is announced on this messenger."""
    return next((place for place in meeting.places if place.platform == platform), None)


def _number(meeting: Meeting) -> dict[str, object]:
    return {"number": meeting.number}
