"""What the team reads when something waits too long, and in its list of the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.core.conversations import Conversation
from bot.core.levels import Deadline
from bot.core.text import Body, Bold, Lines, Link, Mention, Moment, Rich, Span, lines, say

SHOWN = 10
"""Lines of the list of the day; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reminder tells beside its deadline: whom it is about, who takes care of it, and where it stands."""

    who: str = ""
    owner: str = ""
    link: str = ""
    reported: bool = False


def reminder(deadline: Deadline, facts: Facts, ping: Mention | None = None) -> Lines:
    """Something waits; ``ping`` is asked to look."""
    number, until = deadline.number, Moment(deadline.due)
    what = f"{'complaint' if facts.reported else 'conversation'}-{deadline.goal}"
    return lines(
        say(f"level-{what}", number=number, who=Bold(facts.who), until=until),
        say("level-owner", who=facts.owner) if facts.owner else say("level-free"),
        None if ping is None else say("level-ping", who=ping),
        Rich((Link(facts.link, facts.link),)) if facts.link else None,
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the list: a conversation that waits for the team; ``reported`` if it began with a message."""

    number: int
    since: datetime
    who: str = ""
    owner: str = ""
    link: str = ""
    late: bool = False
    reported: bool = False


def waiting(talk: Conversation, link: str, *, late: bool) -> Waiting:
    """The line of a conversation."""
    since = talk.waiting_since or talk.touched_at
    reported = talk.report is not None
    return Waiting(talk.number, since, talk.person_name, talk.owner_name, link, late, reported)


def digest(found: Iterable[Waiting], total: int) -> Lines:
    """The list of the day, of so many in all: what is late stands first."""
    shown = sorted(found, key=lambda one: not one.late)[:SHOWN]
    more = total - len(shown)
    return lines(
        say("digest-head", count=total),
        *map(_line, shown),
        say("digest-more", count=more) if more > 0 else None,
    )


def _line(one: Waiting) -> Body:
    label = f"#{one.number}"
    where: Span = Link(label, one.link) if one.link else Bold(label)
    matter = "complaint" if one.reported else "conversation"
    what = f"{matter}-late" if one.late else f"{matter}-open"
    return say(f"digest-{what}", number=where, who=one.who, owner=one.owner or "-", since=Moment(one.since))
