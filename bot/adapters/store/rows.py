"""Each row of a decision to the table it belongs in."""

from typing import assert_never

from bot.adapters.store.appeals import write_appeal
from bot.adapters.store.arrivals import write_arrival
from bot.adapters.store.audits import write_audit
from bot.adapters.store.case_entries import write_claim, write_entry
from bot.adapters.store.cases import write_case, write_evidence
from bot.adapters.store.complaints import write_complaint
from bot.adapters.store.conversations import write_conversation, write_talk_entry
from bot.adapters.store.given_answers import write_given_answer
from bot.adapters.store.held import write_held
from bot.adapters.store.lessons import write_lesson
from bot.adapters.store.links import drop_link, drop_link_codes, write_link, write_link_code, write_link_try
from bot.adapters.store.pen import Pen
from bot.adapters.store.people import write_acceptance, write_language
from bot.adapters.store.recordings import write_recorded
from bot.adapters.store.shelf import write_note
from bot.adapters.store.spaces import write_binding
from bot.adapters.store.timers import drop_timer, write_timer
from bot.adapters.store.why import write_explained, write_overturned
from bot.core.conversations import Conversation, TalkEntry
from bot.core.record import (
    Acceptance,
    Appeal,
    Arrival,
    Audit,
    Binding,
    Case,
    CaseEntry,
    CaseEvidence,
    Claim,
    Complaint,
    Explained,
    GivenAnswer,
    Held,
    Language,
    Lesson,
    LinkCode,
    LinkCodeUsed,
    Linked,
    LinkTry,
    Note,
    Overturned,
    Recorded,
    Row,
    Timer,
    TimerOff,
    Unlinked,
)


async def write_row(pen: Pen, row: Row) -> None:  # noqa: C901, PLR0912  # one line per kind of row
    """Write one row; raises Conflict when somebody else was first."""
    match row:
        case Case():
            await write_case(pen, row)
        case CaseEvidence():
            await write_evidence(pen, row)
        case CaseEntry():
            await write_entry(pen, row)
        case Claim():
            await write_claim(pen, row)
        case Explained():
            await write_explained(pen, row)
        case Overturned():
            await write_overturned(pen, row)
        case Lesson():
            await write_lesson(pen, row)
        case Recorded():
            await write_recorded(pen, row)
        case Complaint():
            await write_complaint(pen, row)
        case Conversation():
            await write_conversation(pen, row)
        case TalkEntry():
            await write_talk_entry(pen, row)
        case Appeal():
            await write_appeal(pen, row)
        case Held():
            await write_held(pen, row)
        case Linked() | Unlinked() | LinkCode() | LinkCodeUsed() | LinkTry():
            await _write_link(pen, row)
        case Arrival():
            await write_arrival(pen, row)
        case GivenAnswer():
            await write_given_answer(pen, row)
        case Acceptance():
            await write_acceptance(pen, row)
        case Language():
            await write_language(pen, row)
        case Timer():
            await write_timer(pen, row)
        case TimerOff():
            await drop_timer(pen, row)
        case Binding():
            await write_binding(pen, row)
        case Audit():
            await write_audit(pen, row)
        case Note():
            await write_note(pen, row)
        case _:
            assert_never(row)


async def _write_link(pen: Pen, row: Linked | Unlinked | LinkCode | LinkCodeUsed | LinkTry) -> None:
    match row:
        case Linked():
            await write_link(pen, row)
        case Unlinked():
            await drop_link(pen, row)
        case LinkCode():
            await write_link_code(pen, row)
        case LinkCodeUsed():
            await drop_link_codes(pen, row)
        case LinkTry():
            await write_link_try(pen, row)
        case _:
            assert_never(row)
