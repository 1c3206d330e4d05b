"""What goes along when a conversation changes hands: summary lines, transcript, cases; for people and for machines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.cases import Case
from bot.core.conversations import Conversation, Fate, TalkEntry, TalkKind
from bot.core.text import Bold, Code, Lines, Moment, Quote, Rich, lines, say

MOST_CHARACTERS = 60_000
"""Of a transcript: what is older is left out, and the packet says so."""
SHOWN = 500
"""Characters of what was said first and last, in the summary."""
_NEVER_SAID = frozenset({Fate.HELD, Fate.UNDONE})


@dataclass(frozen=True, slots=True)
class Packet:
    """A conversation as its next owner needs it.

    ``said`` is what both sides said, the oldest first; ``is_cut`` tells that there was more. Notes of the team stay out
    of it, but for ``note``, which was written for the next owner. ``deadline`` is when somebody should have answered.
    """

    talk: Conversation
    said: tuple[TalkEntry, ...]
    cases: tuple[Case, ...] = ()
    note: str = ""
    deadline: datetime | None = None
    is_cut: bool = False

    @property
    def heard(self) -> tuple[TalkEntry, ...]:
        """What the member said herself."""
        return tuple(entry for entry in self.said if entry.kind is TalkKind.MEMBER)


def packet(
    talk: Conversation,
    entries: Iterable[TalkEntry],
    cases: Iterable[Case] = (),
    *,
    upto: int | None = None,
    deadline: datetime | None = None,
) -> Packet:
    """Put it together; ``upto`` leaves out what came after that entry of this conversation."""
    known = tuple(entry for entry in entries if upto is None or entry.conversation != talk.number or entry.seq <= upto)
    said = tuple(filter(_was_said, known))
    kept = _newest(said)
    return Packet(talk, kept, tuple(cases), _note(known), deadline, len(kept) < len(said))


def summary(packet: Packet) -> Lines:
    """What the next owner reads first."""
    talk, heard = packet.talk, packet.heard
    asked, last = (heard[0].text[:SHOWN], heard[-1].text[:SHOWN]) if heard else ("", "")
    return lines(
        say("packet-who", number=talk.number, who=Bold(talk.person_name), account=Code(str(talk.person))),
        say("packet-since", at=Moment(talk.at)),
        say("packet-about", what=_about(talk)) if _about(talk) else None,
        say(f"inbox-state-{talk.state}"),
        say("packet-deadline", at=Moment(packet.deadline)) if packet.deadline is not None else None,
        say("packet-note", note=packet.note) if packet.note else None,
        say("packet-asked") if asked else None,
        Rich((Quote(asked),)) if asked else None,
        say("packet-last") if last != asked else None,
        Rich((Quote(last),)) if last != asked else None,
        *(say("packet-case", number=case.number, act=say(f"sanction-{case.sanction}")) for case in packet.cases),
    )


def transcript(packet: Packet) -> str:
    """Everything that was said, one entry a line, times in UTC."""
    return "".join(f"{entry.at:%Y-%m-%d %H:%M} {_by(entry)}: {_words(entry)}\n" for entry in packet.said)


def values(packet: Packet) -> dict[str, Any]:
    """The same for machines: plain values that JSON knows, times as ISO 8601."""
    talk = packet.talk
    return {
        "conversation": talk.number,
        "department": talk.department,
        "person": {"account": str(talk.person), "name": talk.person_name, "language": talk.language},
        "category": talk.category,
        "labels": list(talk.labels),
        "priority": talk.priority.value,
        "state": talk.state.value,
        "owner": talk.owner_name or None,
        "merged_into": talk.merged_into,
        "since": talk.at.isoformat(),
        "waiting_since": _moment(talk.waiting_since),
        "deadline": _moment(packet.deadline),
        "note": packet.note or None,
        "asked": packet.heard[0].text if packet.heard else None,
        "last": packet.heard[-1].text if packet.heard else None,
        "transcript": [_entry(entry) for entry in packet.said],
        "transcript_is_cut": packet.is_cut,
        "cases": [
            {"number": case.number, "act": case.sanction.value, "at": case.at.isoformat()} for case in packet.cases
        ],
    }


def _was_said(entry: TalkEntry) -> bool:
    spoken = entry.kind in {TalkKind.MEMBER, TalkKind.TEAM} and entry.fate not in _NEVER_SAID
    return spoken and bool(entry.text or entry.things)


def _newest(said: tuple[TalkEntry, ...]) -> tuple[TalkEntry, ...]:
    left = MOST_CHARACTERS
    for at, entry in reversed(tuple(enumerate(said))):
        left -= len(entry.text) + sum(map(len, entry.things))
        if left < 0:
            return said[at + 1 :]
    return said


def _note(entries: tuple[TalkEntry, ...]) -> str:
    """The note that stands right behind the last hand-over."""
    for before, entry in zip(reversed(entries[:-1]), reversed(entries[1:]), strict=True):
        if before.kind is TalkKind.EVENT and before.what == "handed":
            return entry.text if entry.kind is TalkKind.NOTE and entry.by == before.by else ""
    return ""


def _about(talk: Conversation) -> str:
    return " · ".join(part for part in (talk.category, *talk.labels) if part)


def _by(entry: TalkEntry) -> str:
    return entry.by_name if entry.kind is TalkKind.MEMBER else f"[{entry.by_name}]"


def _words(entry: TalkEntry) -> str:
    return entry.text + "".join(f" <{thing}>" for thing in entry.things)


def _entry(entry: TalkEntry) -> dict[str, Any]:
    return {
        "at": entry.at.isoformat(),
        "by": entry.by_name,
        "side": entry.kind.value,
        "text": entry.text,
        "carries": list(entry.things),
    }


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
