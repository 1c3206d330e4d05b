"""Correcting a case after it was filed: its reason, its guideline and its end; what stood there before is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from bot.core.actions import Sanction, Whisper
from bot.core.cases import Case, CaseEntry, EntryKind, moment_of, until_text
from bot.core.decisions import Later, Report, Step
from bot.core.ids import UserRef
from bot.core.record import Timer, TimerOff
from bot.core.terms import Term
from bot.core.text import Moment, Say, lines, say
from bot.domain.cases.notice import headline, is_refused
from bot.domain.cases.order import MOST_WORDS, SHORTEST, ending, is_renewed
from bot.domain.cases.standing import again, holding, lifting

TIMED = frozenset({Sanction.MUTE, Sanction.BAN})
LASTS_ANEW = "case-lasts-anew"
"""Composes what a member hears of another end."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Who corrects it, and when."""

    by: UserRef
    by_name: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Stretched:
    """A case with another end, its timer, and what is done about it; of another reason or guideline only the entry."""

    case: Case
    entry: CaseEntry
    timers: tuple[Timer | TimerOff, ...] = ()
    steps: tuple[Step, ...] = ()


def added(case: Case, kind: EntryKind, text: str, editor: Editor, before: str = "") -> CaseEntry:
    """One thing that somebody adds or changes."""
    return CaseEntry(case.number, kind, text[:MOST_WORDS], editor.by, editor.by_name, editor.now, before)


def rewritten(case: Case, words: str, guideline: str, editor: Editor) -> Iterator[CaseEntry]:
    """Another reason, another guideline, or both; what is empty stays as it is."""
    if words:
        yield added(case, EntryKind.REASON, words, editor, case.reason)
    if guideline and guideline != case.guideline:
        yield added(case, EntryKind.GUIDELINE, guideline, editor, case.guideline)


def new_end(case: Case, term: Term, now: datetime, zone: tzinfo) -> datetime | Say | None:
    """When the act ends by this term, a span counted from when it began; a phrase where that cannot be."""
    if case.sanction not in TIMED:
        return say("edit-no-time", case=case.number)
    until = ending(term, case.at if term.span is not None else now, zone)
    if isinstance(until, datetime) and until - now < SHORTEST:
        return say("edit-over", until=Moment(until))
    return until


def stretched(case: Case, until: datetime | None, acts: Sequence[Case], editor: Editor) -> Stretched | Say:
    """Let the act of a case last until then; a phrase where it does not hold any more.

    ``acts`` are those of its family that stand, newest first: under a newer one nothing of this one could be changed.
    """
    held = holding(acts, editor.now)
    if held is None or held.number != case.number:
        return say("edit-not-holding", case=case.number)
    longer = replace(case, until=until)
    entry = added(case, EntryKind.UNTIL, until_text(until), editor, until_text(case.until))
    done = again(longer, f"case {case.number}, changed by {editor.by_name}")
    told = Later(LASTS_ANEW, {"case": case.number})
    return Stretched(longer, entry, lifting(longer, editor.now), (done, told))


def told_anew(case: Case, community: str, report: Report) -> Whisper | None:
    """Tell a member the new end, once the messenger keeps it; None where it refused: for her nothing has changed."""
    if any(is_refused(case, step, receipt) for step, receipt in report):
        return None
    body = lines(headline(case, community), say("edit-told"), say("notice-case", case=case.number))
    return Whisper(case.user, body)


def reason_beside(reason: str, number: int) -> str:
    """The reason of a linked case, which is filed beside the case of this number."""
    return f"{reason} (case {number})".strip()


def following(entry: CaseEntry, linked: Case, acts: Sequence[Case]) -> Stretched | None:
    """What a correction of a case changes in the one that was filed beside it; None where that was changed by itself.

    ``acts`` are those of the linked case's family that stand, newest first.
    """
    editor = Editor(entry.by, entry.by_name, entry.at)
    match entry.kind:
        case EntryKind.UNTIL if until_text(linked.until) == entry.before:
            longer = stretched(linked, moment_of(entry.text), acts, editor)
            return longer if isinstance(longer, Stretched) else None
        case EntryKind.GUIDELINE if linked.guideline == entry.before:
            return Stretched(linked, added(linked, EntryKind.GUIDELINE, entry.text, editor, linked.guideline))
        case EntryKind.REASON if linked.reason == reason_beside(entry.before, entry.number):
            words = reason_beside(entry.text, entry.number)
            return Stretched(linked, added(linked, EntryKind.REASON, words, editor, linked.reason))
        case _:
            return None


def along(one: Case | CaseEntry, other: Case | CaseEntry, editor: Editor) -> CaseEntry:
    """The note beside a case that another was changed with it."""
    return CaseEntry(one.number, EntryKind.ALONG, str(other.number), editor.by, editor.by_name, editor.now)


def said(case: Case, kinds: Sequence[EntryKind], now: datetime) -> tuple[Say, ...]:
    """What whoever changed it is told, with the end of now."""
    told = [say(f"entry-{kind}", case=case.number) for kind in kinds if kind is not EntryKind.UNTIL]
    if EntryKind.UNTIL in kinds:
        ends = say("edit-until", case=case.number, until=Moment(case.until)) if case.until else None
        told.append(ends or say("edit-forever", case=case.number))
    if EntryKind.UNTIL in kinds and is_renewed(case, now):
        told.append(say("mute-renewed"))
    return tuple(told)
