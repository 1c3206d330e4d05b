"""A complaint's life, and the card it is worked on with: pure, and the same on every messenger."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.actions import Sanction, Send
from bot.core.complaints import Complaint, ComplaintState
from bot.core.ids import Place, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.text import Body, Lines, Mention, Quote, Rich, lines, say
from bot.core.ui import Button, Press, Rows, Tone

SHOWN = 600
MOST_WORDS = 2000
"""Characters of what reporters write that are kept."""
CARD_MUTE = timedelta(hours=1)
"""What the card's mute button gives; the command takes any span."""
SETTLED = frozenset({ComplaintState.UPHELD, ComplaintState.DECLINED})


@dataclass(frozen=True, slots=True)
class Work(Press):
    """Do something about a complaint: take, delete, warn, mute, ban, or decline."""

    complaint: int
    how: str


@dataclass(frozen=True, slots=True)
class Open(Press):
    """Show me the complaint that waits for a manager."""

    complaint: int


@dataclass(frozen=True, slots=True)
class Tell(Press):
    """A form for a complaint about nothing yet known."""


SANCTIONS = {"warn": Sanction.WARN, "mute": Sanction.MUTE, "ban": Sanction.BAN}
_OFFERED = (("delete", Tone.PLAIN), ("warn", Tone.PLAIN), ("mute", Tone.PLAIN), ("ban", Tone.DANGER))


def is_settled(complaint: Complaint) -> bool:
    return complaint.state in SETTLED


def taken(complaint: Complaint, by: Member) -> Complaint:
    """Somebody takes care of it."""
    return replace(complaint, state=ComplaintState.TAKEN, owner=by.user, owner_name=by.name)


def settled(complaint: Complaint, by: Member, *, upheld: bool, case: int | None = None) -> Complaint:
    """It ends: upheld, with the case it led to, or declined."""
    state = ComplaintState.UPHELD if upheld else ComplaintState.DECLINED
    return replace(complaint, state=state, owner=by.user, owner_name=by.name, case=case or complaint.case)


def joined(complaint: Complaint, reporter: UserRef, text: str = "") -> Complaint:
    """Somebody else reports the same message; her words stand beside those of the first, without her name."""
    words = "\n".join(part for part in (complaint.text, text.strip()) if part)[:MOST_WORDS]
    known = reporter in reporters(complaint)
    return replace(complaint, text=words, others=complaint.others if known else (*complaint.others, reporter))


def reporters(complaint: Complaint) -> tuple[UserRef, ...]:
    """Everybody who hears the outcome."""
    return (complaint.reporter, *complaint.others)


def card(complaint: Complaint, *, name_reporter: bool) -> Lines:
    """What staff read; the reporter's name only where config lets it be seen."""
    about = _who(complaint.about, complaint.about_name)
    evidence = complaint.evidence[0].text[:SHOWN] if complaint.evidence else ""
    who = _who(complaint.reporter, complaint.reporter_name)
    many = 1 + len(complaint.others)
    return lines(
        _title(complaint, about),
        say("complaint-by", who=who) if name_reporter and who is not None else None,
        say("complaint-reporters", count=many) if many > 1 else None,
        Rich((Quote(complaint.text[:SHOWN]),)) if complaint.text else None,
        say("complaint-message") if evidence else None,
        Rich((Quote(evidence),)) if evidence else None,
        _state(complaint),
    )


def card_rows(complaint: Complaint, space: SpaceRef | None) -> Rows:
    """What can be done about it; rank is judged in the space it is about."""
    if is_settled(complaint):
        return ()
    rank = Rank.MANAGER if complaint.for_managers else Rank.MODERATOR

    def button(how: str, tone: Tone) -> Button:
        return Button(say(f"button-{how}"), Work(complaint.number, how), tone, rank, space)

    offered = [button(how, tone) for how, tone in _OFFERED if _fits(complaint, how)]
    care = [button("decline", Tone.PLAIN)]
    if complaint.state is ComplaintState.OPEN:
        care.insert(0, button("take", Tone.GOOD))
    if complaint.about is None:
        care.append(button("uphold", Tone.GOOD))
    # Two beside each other: four labels are cut short on a telephone.
    pairs = [offered[i : i + 2] for i in range(0, len(offered), 2)]
    return tuple(tuple(row) for row in (*pairs, care) if row)


def waiting_line(place: Place, complaint: Complaint) -> Send:
    """What may be said where the accused moderator reads too: that something waits, and nothing of what."""
    button = Button(say("button-open"), Open(complaint.number), Tone.GOOD, Rank.MANAGER, complaint.space, private=True)
    return Send(place, say("complaint-waits", number=complaint.number), ((button,),), important=True)


def outcome(complaint: Complaint) -> Body:
    """What the reporter hears in the end."""
    return say(f"outcome-{complaint.state}", number=complaint.number)


def _fits(complaint: Complaint, how: str) -> bool:
    has_message = any(e.message is not None for e in complaint.evidence)
    return complaint.about is not None and (how != "delete" or has_message)


def _title(complaint: Complaint, about: Mention | None) -> Body:
    number = complaint.number
    if about is None:
        return say("complaint-title", number=number)
    return say("complaint-title-about", number=number, who=about)


def _state(complaint: Complaint) -> Body:
    owner = _who(complaint.owner, complaint.owner_name)
    if owner is None:
        return say("complaint-state-open")
    return say(f"complaint-state-{complaint.state}", who=owner)


def _who(user: UserRef | None, name: str) -> Mention | None:
    return None if user is None else Mention(user, name)
