"""Departments: who takes care of what, where they read it, and how their own systems are told."""

from dataclasses import dataclass

from bot.core.conversations import Conversation, TalkEntry, TalkState
from bot.core.deliveries import Letter, Occasion, Progress, Way, letter
from bot.core.ids import UserRef
from bot.core.text import Body, Localised, Rich, lines, say

ROLE = "department "
"""What the name of a department's place begins with; no manager can write a space into a place's name."""


@dataclass(frozen=True, slots=True)
class Hook:
    """Where news is posted to. ``secret`` names one of the host's secrets; the secret itself is never here."""

    url: str
    secret: str
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Department:
    """A queue of its own: its place is the role ``department <key>``, ``people`` hear when something comes in.

    ``form`` is asked in categories of this department that ask nothing themselves. ``cases`` lets hand-over packets
    name a member's cases.
    """

    key: str
    title: Localised
    people: tuple[UserRef, ...] = ()
    form: tuple[tuple[str, Localised], ...] = ()
    webhook: Hook | None = None
    mail_to: str = ""
    cases: bool = False

    @property
    def role(self) -> str:
        """The role of its place in the directory."""
        return ROLE + self.key

    @property
    def ways(self) -> tuple[Way, ...]:
        """How it is written to beside the messengers."""
        hook = (Way.WEBHOOK,) if self.webhook is not None else ()
        return (*hook, Way.MAIL) if self.mail_to else hook


@dataclass(frozen=True, slots=True)
class MailServer:
    """How mail leaves: ``tls`` is starttls, implicit or none; ``secret`` names the password among the host's."""

    server: str
    port: int
    sender: str
    tls: str
    user: str
    secret: str


def occasion(before: Conversation | None, now: Conversation) -> Occasion | None:
    """What is news to a conversation's department: compare what was with what will be."""
    if before is not None and before.department != now.department:
        return Occasion.HANDED
    if before is not None and TalkState.RESOLVED in {before.state, now.state}:
        return _at_the_end(before, now)
    # As long as the bot's own first answer may be all that was needed, it is no news.
    had_it = before is not None and _is_peoples(before)
    return Occasion.OPENED if _is_peoples(now) and not had_it else None


def letters(community: str, department: Department, talk: Conversation, why: Occasion, seq: int) -> tuple[Letter, ...]:
    """Tell a department in every way it wants; mail tells only of what arrives, not of every word."""
    quiet = why in {Occasion.MESSAGE, Occasion.RESOLVED}
    ways = [way for way in department.ways if not (quiet and way is Way.MAIL)]
    return tuple(letter(community, talk, way, why, seq, talk.touched_at) for way in ways)


def progress_told(department: Department, talk: Conversation, progress: Progress, note: str) -> Body:
    """What the member reads; the note is the department's own words."""
    told = say(f"department-{progress}", number=talk.number, department=department.title)
    return lines(told, Rich((note,)) if note else None)


def progress_known(entries: tuple[TalkEntry, ...], detail: str) -> bool:
    """Whether the last thing a department said was the same, so that nobody is told twice."""
    said = [entry.text for entry in entries if entry.what == "progress"]
    return bool(said) and said[-1] == detail


def _at_the_end(before: Conversation, now: Conversation) -> Occasion | None:
    if before.state is now.state:
        return None
    if before.state is TalkState.RESOLVED:
        return Occasion.REOPENED if _is_peoples(now) else None
    return Occasion.RESOLVED if _is_peoples(before) else None


def _is_peoples(talk: Conversation) -> bool:
    return talk.waiting_since is not None or talk.answered_at is not None
