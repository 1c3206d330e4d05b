"""How a conversation looks: to the team a card, a thread and buttons; to the member an answer; to both a transcript."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from bot.core.actions import OpenThread, Send
from bot.core.attachments import Enclosure
from bot.core.conversations import Conversation, Fate, TalkEntry, TalkKind, TalkState
from bot.core.ids import Place
from bot.core.people import Rank
from bot.core.text import Body, Bold, Code, File, Lines, Quote, Rich, Say, lines, say
from bot.core.ui import Button, Press, Rows, Tone
from bot.domain.care.presses import AtDesk, SendAgain, SendFileAgain, TakeBack, WriteBack

LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Face:
    """What the team sees of a conversation first, and what can be done with one press."""

    body: Body
    rows: Rows


SHOWN = 1500
"""Characters of an answer that are repeated to the team while it waits."""


def title(talk: Conversation) -> str:
    """What a thread is called: its number, the person, the matter."""
    parts = (f"#{talk.number}", talk.person_name, talk.category)
    return " · ".join(part for part in parts if part)[:LONGEST_TITLE]


def person(talk: Conversation) -> Bold | Say:
    """Who it is with; of whom the team is not to know there is no name."""
    return _who(talk.person_name)


def face(talk: Conversation) -> Face:
    """An ordinary conversation; one about a reported message has another (see ``complaint``)."""
    return Face(card(talk), card_rows(talk))


def card(talk: Conversation) -> Lines:
    """What the team reads first; it is kept up to date."""
    who = say("inbox-card", number=talk.number, who=Bold(talk.person_name), account=Code(str(talk.person)))
    return lines(who, *standing(talk))


def standing(talk: Conversation) -> Iterator[Body]:
    """How it stands, for its card: what it is about, whose turn it is, who takes care of it."""
    matter = " · ".join(part for part in (talk.category, talk.department, *talk.labels) if part)
    if matter:
        yield say("inbox-card-matter", what=matter)
    yield say(f"inbox-state-{talk.state}")
    yield say("inbox-card-priority", priority=say(f"inbox-priority-{talk.priority}"))
    yield say("inbox-card-free") if talk.owner is None else say("inbox-card-owner", who=talk.owner_name)
    if talk.blocked:
        yield say("inbox-card-blocked")
    if talk.merged_into is not None:
        yield say("inbox-merged", number=talk.number, into=talk.merged_into)


def card_rows(talk: Conversation) -> Rows:
    """What can be done with one press; the rest are commands."""
    if talk.merged_into is not None:
        return ()
    answer = _button("button-reply", WriteBack(talk.number), Tone.GOOD)
    if talk.state is TalkState.RESOLVED:
        return ((answer,),)
    claim = (_button("button-claim", AtDesk(talk.number, "claim")),) if talk.owner is None else ()
    later = _button("button-snooze", AtDesk(talk.number, "snooze"))
    over = _button("button-resolve", AtDesk(talk.number, "resolve"))
    return ((answer, *claim), (later, over))


def opening(talk: Conversation, face: Face, threads: Place | None, wall: Place | None) -> OpenThread | Send | None:
    """Begin to show a conversation: in a thread, and where there is none (any more) as a card on the wall."""
    alone = None if wall is None else Send(wall, face.body, face.rows, important=True)
    return alone if threads is None else OpenThread(threads, title(talk), face.body, face.rows, alone)


def mirrored(entry: TalkEntry, *, changed: bool = False) -> Body:
    """What the member wrote, as the team sees it."""
    return lines(
        say("inbox-edited" if changed else "inbox-from", who=_who(entry.by_name)),
        Rich((Quote(entry.text),)) if entry.text else None,
        *(say("inbox-carries", what=thing) for thing in entry.things),
    )


def answer(entry: TalkEntry, community: str, *, signed: bool) -> Body:
    """What the member reads."""
    who = f"{entry.by_name}, {community}" if signed else community
    return lines(say("inbox-answer", who=Bold(who)), Rich((entry.text,)) if entry.text else None)


def sent_on(entry: TalkEntry, file: Enclosure) -> Body:
    """What the team reads beside a file of the member's."""
    return say("inbox-file", who=_who(entry.by_name), file=file.shown)


def sent_to(file: Enclosure, community: str) -> Body:
    """What the member reads beside a file of the team's; who sent it is not told, as with answers."""
    return say("inbox-file", who=Bold(community), file=file.shown)


def held(entry: TalkEntry, seconds: int) -> Lines:
    """What the team sees of an answer before it goes out."""
    return lines(say("inbox-held", who=Bold(entry.by_name), seconds=seconds), _shown(entry))


def held_rows(entry: TalkEntry) -> Rows:
    return ((_button("button-take-back", TakeBack(entry.conversation, entry.seq)),),)


def after(entry: TalkEntry) -> Lines:
    """The same, once it went out or was taken back."""
    key = "inbox-was-undone" if entry.fate is Fate.UNDONE else "inbox-sent"
    return lines(say(key, who=Bold(entry.by_name)), _shown(entry))


def failed(entry: TalkEntry, why: Body) -> Lines:
    """The team has to know that the member did not read it."""
    return lines(why, say("inbox-not-sent", number=entry.conversation), _shown(entry))


def failed_rows(entry: TalkEntry) -> Rows:
    return ((_button("button-send-again", SendAgain(entry.conversation, entry.seq)),),)


def not_sent_on(entry: TalkEntry, file: Enclosure, why: Body) -> Lines:
    """The team has to know that a file did not get to the other side."""
    return lines(why, say("inbox-file-lost", who=_who(entry.by_name), file=file.shown, number=entry.conversation))


def not_sent_rows(entry: TalkEntry, at: int) -> Rows:
    return ((_button("button-send-again", SendFileAgain(entry.conversation, entry.seq, at)),),)


def never_came(entry: TalkEntry, file: Enclosure, why: Body) -> Lines:
    """The member has to know it too: of her own file, or of one that was meant for her."""
    hers = entry.kind is TalkKind.MEMBER
    return lines(why, say("inbox-file-not-passed-on" if hers else "inbox-file-not-for-you", file=file.shown))


def line(talk: Conversation) -> Body:
    """One conversation in a list."""
    state = say(f"inbox-state-{talk.state}")
    owner = talk.owner_name or "-"
    return say("inbox-line", number=talk.number, who=person(talk), state=state, owner=owner)


def transcript(talk: Conversation, entries: Iterable[TalkEntry], about: str = "") -> File:
    """Everything that was said and happened, for people to keep: one entry a line, times in UTC.

    ``about`` is the message that was reported, written beneath the head.
    """
    head = f"# {title(talk)}\n" if talk.is_nameless else f"# {title(talk)} ({talk.person})\n"
    return File(f"conversation-{talk.number}.txt", head + about + "".join(map(_written, entries)))


def _written(entry: TalkEntry) -> str:
    things = "".join(f" <{thing}>" for thing in entry.things)
    return f"{entry.at:%Y-%m-%d %H:%M:%S} {_by(entry)}: {entry.text}{things}\n"


def _by(entry: TalkEntry) -> str:
    who = entry.by_name or "-"
    match entry.kind:
        case TalkKind.MEMBER:
            return who
        case TalkKind.TEAM:
            return f"{who} -> ({entry.fate})"
        case TalkKind.NOTE:
            return f"[{who}]"
        case TalkKind.EVENT:
            return f"* {entry.what} ({who})"
    assert_never(entry.kind)


def _who(name: str) -> Bold | Say:
    return Bold(name) if name else say("inbox-reporter")


def _shown(entry: TalkEntry) -> Body:
    words = Rich((Quote(entry.text[:SHOWN]),)) if entry.text else None
    return lines(words, *(say("inbox-carries", what=thing) for thing in entry.things))


def _button(label: str, press: Press, tone: Tone = Tone.PLAIN) -> Button:
    return Button(say(label), press, tone, Rank.MODERATOR)
