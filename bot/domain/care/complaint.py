"""A reported message: it begins a conversation, is judged on its card, and whoever reported it hears how it ends."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.actions import Sanction, Send
from bot.core.complaints import Complaint, ComplaintState
from bot.core.conversations import Conversation, Fate, Priority, TalkEntry, TalkKind, TalkState
from bot.core.ids import Place, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.text import Body, Lines, Link, Mention, Quote, Rich, lines, say
from bot.core.ui import Button, Press, Rows, Tone
from bot.domain.care.conversation import opened, resolved
from bot.domain.care.desk import Face, standing
from bot.domain.care.moves import Moved, Words, entry_of, happened, with_entry
from bot.domain.care.presses import AtDesk, WriteBack

SHOWN = 600
MOST_WORDS = 2000
"""Characters of what reporters write that are kept."""
CARD_MUTE = timedelta(hours=1)
"""What the card's mute button gives; the command takes any span."""
SETTLED = frozenset({ComplaintState.UPHELD, ComplaintState.DECLINED, ComplaintState.CLOSED})


@dataclass(frozen=True, slots=True)
class Work(Press):
    """Give a verdict on a reported message: delete, warn, mute, ban, uphold, or decline."""

    complaint: int
    how: str


@dataclass(frozen=True, slots=True)
class Open(Press):
    """Show me the complaint that waits for a manager."""

    complaint: int


@dataclass(frozen=True, slots=True)
class Tell(Press):
    """The form in which somebody writes to the team what is about no message."""


SANCTIONS = {"warn": Sanction.WARN, "mute": Sanction.MUTE, "ban": Sanction.BAN}
_OFFERED = (("delete", Tone.PLAIN), ("warn", Tone.PLAIN), ("mute", Tone.PLAIN), ("ban", Tone.DANGER))


@dataclass(frozen=True, slots=True)
class Reported:
    """The message a conversation began with: what hung on it, in words, and where it stands."""

    complaint: Complaint
    things: tuple[str, ...] = ()
    link: str = ""


# --- its life


def begun(complaint: Complaint, who: Member, number: int, now: datetime, things: tuple[str, ...] = ()) -> Moved:
    """Open the conversation of this number about it: first the message, then what the reporter wrote.

    Without a name in ``who`` the team never reads who reported.
    """
    more = {"report": complaint.number, "kept_from": complaint.about if complaint.for_managers else None}
    talk = opened(number, who, now, priority=Priority.HIGH, waiting_since=complaint.at, **more)
    talk = replace(talk, at=complaint.at, owner=complaint.owner, owner_name=complaint.owner_name)
    about = next((piece.message for piece in complaint.evidence if piece.message is not None), None)
    first = entry_of(talk, TalkKind.EVENT, complaint.at, Words("", about, things), None, "", Fate.KEPT, "reported")
    moved = with_entry(talk, now, first)
    return moved.and_then(_worded(moved.now, who, complaint.text, now)) if complaint.text else moved


def joined(complaint: Complaint, reporter: UserRef, text: str = "") -> Complaint:
    """Somebody else reports the same message; her words stand beside those of the first, without her name."""
    words = "\n".join(part for part in (complaint.text, text.strip()) if part)[:MOST_WORDS]
    known = reporter in reporters(complaint)
    return replace(complaint, text=words, others=complaint.others if known else (*complaint.others, reporter))


def joins(talk: Conversation, who: Member, text: str, now: datetime) -> Moved:
    """The same in the record of the conversation."""
    nameless = replace(who, name="") if talk.is_nameless else who
    moved = happened(Moved(talk), "reported-too", now)
    return moved.and_then(_worded(moved.now, nameless, text.strip(), now)) if text.strip() else moved


def is_settled(complaint: Complaint) -> bool:
    return complaint.state in SETTLED


def settled(complaint: Complaint, by: Member | None, state: ComplaintState) -> Complaint:
    """It ends; None has judged it where a conversation ended by itself."""
    owner, name = (complaint.owner, complaint.owner_name) if by is None else (by.user, by.name)
    return replace(complaint, state=state, owner=owner, owner_name=name)


def ended(talk: Conversation, complaint: Complaint, by: Member, now: datetime) -> Moved:
    """Its conversation ends with the verdict; whoever gave it takes care of it if nobody did."""
    hers = replace(talk, owner=by.user, owner_name=by.name) if talk.owner is None else talk
    judged = happened(Moved(hers), str(complaint.state), now, by)
    over = resolved(judged.now, by, now)
    return judged.and_then(over) if isinstance(over, Moved) else judged


def reporters(complaint: Complaint) -> tuple[UserRef, ...]:
    """Everybody who hears the outcome."""
    return (complaint.reporter, *complaint.others)


def outcome(complaint: Complaint) -> Body:
    """What the reporter hears in the end."""
    return say(f"outcome-{complaint.state}", number=complaint.known_as)


# --- its card


def face(talk: Conversation, about: Reported) -> Face:
    """What staff read and can press; the reporter's name only where config lets it be seen."""
    return Face(_card(talk, about), _rows(talk, about.complaint))


def waiting_line(place: Place, complaint: Complaint) -> Send:
    """What may be said where the accused moderator reads too: that something waits, and nothing of what."""
    button = Button(say("button-open"), Open(complaint.number), Tone.GOOD, Rank.MANAGER, complaint.space, private=True)
    return Send(place, say("complaint-waits", number=complaint.known_as), ((button,),), important=True)


def written(about: Reported) -> str:
    """The message for a transcript: who wrote what, where, and which rules it broke."""
    complaint = about.complaint
    author = "" if complaint.about is None else f" {complaint.about_name} ({complaint.about})"
    text = complaint.evidence[0].text if complaint.evidence else ""
    rules = f"[{', '.join(complaint.rules)}]" if complaint.rules else ""
    head = " ".join(part for part in (f"# reported:{author}", about.link, rules) if part)
    return head + "".join(f"\n#   {line}" for line in (*text.splitlines(), *about.things)) + "\n"


def _card(talk: Conversation, about: Reported) -> Lines:
    complaint = about.complaint
    evidence = complaint.evidence[0].text[:SHOWN] if complaint.evidence else ""
    many, number = len(reporters(complaint)), complaint.known_as
    accused = None if complaint.about is None else Mention(complaint.about, complaint.about_name)
    return lines(
        say("complaint-title", number=number)
        if accused is None
        else say("complaint-title-about", number=number, who=accused),
        None if talk.is_nameless else say("complaint-by", who=Mention(complaint.reporter, talk.person_name)),
        say("complaint-reporters", count=many) if many > 1 else None,
        Rich((Quote(complaint.text[:SHOWN]),)) if complaint.text else None,
        say("complaint-message") if evidence or about.things or about.link else None,
        Rich((Quote(evidence),)) if evidence else None,
        *(say("inbox-carries", what=thing) for thing in about.things),
        Rich((Link(about.link, about.link),)) if about.link else None,
        say("complaint-rules", rules=", ".join(complaint.rules)) if complaint.rules else None,
        say(f"complaint-state-{complaint.state}", who=Mention(complaint.owner, complaint.owner_name))
        if is_settled(complaint) and complaint.owner is not None
        else None,
        *standing(talk),
    )


def _rows(talk: Conversation, complaint: Complaint) -> Rows:
    """What can be done about it: whoever reads it may take care of it, who acts needs the rank where it was said."""
    rank = Rank.MANAGER if complaint.for_managers else Rank.MODERATOR
    # Managers may read it in private, where nobody has a rank.
    here = complaint.space if complaint.for_managers else None

    def button(how: str, press: Press, tone: Tone = Tone.PLAIN, space: SpaceRef | None = here) -> Button:
        return Button(say(f"button-{how}"), press, tone, rank, space)

    reply = button("reply", WriteBack(talk.number), Tone.GOOD)
    if talk.state is TalkState.RESOLVED:
        return ((reply,),)
    care = [button("claim", AtDesk(talk.number, "claim"))] if talk.owner is None else []
    if is_settled(complaint):
        return ((reply, *care), (button("resolve", AtDesk(talk.number, "resolve")),))
    there = complaint.space
    offered = [button(how, Work(complaint.number, how), tone, there) for how, tone in _OFFERED if _fits(complaint, how)]
    verdicts = [button(how, Work(complaint.number, how)) for how in ("uphold", "decline")]
    # Two beside each other: four labels are cut short on a telephone.
    pairs = [offered[i : i + 2] for i in range(0, len(offered), 2)]
    return tuple(tuple(row) for row in (*pairs, [reply, *care], verdicts))


def _fits(complaint: Complaint, how: str) -> bool:
    has_message = any(e.message is not None for e in complaint.evidence)
    return complaint.about is not None and (how != "delete" or has_message)


def _worded(talk: Conversation, who: Member, text: str, now: datetime) -> Moved:
    # It stands on the card: for the record alone.
    words: TalkEntry = entry_of(talk, TalkKind.MEMBER, now, Words(text), who.user, who.name)
    return with_entry(talk, now, words)
