"""What staff see of a post: its card with buttons, and the forms in which it is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.people import Rank
from bot.core.posts import CopyState, Post, PostCopy, PostState
from bot.core.text import Body, Mention, Moment, Quote, Rich, Say, lines, say
from bot.core.ui import Button, Field, Form, Press, Rows, Tone
from bot.domain.calendar.body import LONGEST_TEXT
from bot.domain.calendar.copies import is_to_retry, stands
from bot.domain.calendar.mix import Breach
from bot.domain.calendar.post import is_of_config
from bot.domain.calendar.style import Slip

LONGEST_TITLE, MOST_WORDINGS = 80, 30
_MOST_SLIPS = 8


@dataclass(frozen=True, slots=True)
class WorkPost(Press):
    """Do something with a post; what was seen has this version, and a newer one is shown first."""

    post: int
    how: str
    version: int


@dataclass(frozen=True, slots=True)
class WritePost(Press):
    """What was written into the form of a post, or of a new one (0)."""

    post: int


@dataclass(frozen=True, slots=True)
class WordPost(Press):
    """What it says in another language, or on one messenger alone."""

    post: int


@dataclass(frozen=True, slots=True)
class TurnCalendar(Press):
    """Show another stretch of the calendar; ``first`` is its first day in ISO 8601."""

    span: str
    first: str


_BUTTONS = {
    PostState.DRAFT: ("submit", "schedule", "publish", "change", "word", "withdraw"),
    PostState.REVIEW: ("approve", "back", "change", "word", "withdraw"),
    PostState.APPROVED: ("publish", "change", "word", "withdraw"),
    PostState.SCHEDULED: ("publish", "change", "word", "withdraw"),
    PostState.MISSED: ("publish", "skip", "change", "withdraw"),
    PostState.PUBLISHED: ("change", "word", "remove"),
    PostState.FAILED: ("retry", "change", "word", "remove"),
    PostState.WITHDRAWN: (),
}
_TONES = {"approve": Tone.GOOD, "publish": Tone.GOOD, "withdraw": Tone.DANGER, "remove": Tone.DANGER}
_PER_ROW = 3


def card(post: Post, copies: Sequence[PostCopy] = (), remarks: Sequence[Say] = ()) -> Body:
    """Everything about a post on one page; ``remarks`` are slips of style, or what keeps it from being approved."""
    return lines(
        say("post-card", number=post.number, title=post.title),
        say(f"post-state-{post.state}"),
        None if post.at is None else say("post-when", at=Moment(post.at), again=_again(post)),
        say("post-where", places=", ".join(post.roles)),
        *_who(post),
        say("post-of-config") if is_of_config(post) else None,
        *(_words(post)),
        *(say(f"post-copy-{one.state}", place=_named(one), why=_why(one)) for one in copies),
        *remarks,
    )


def rows(post: Post, copies: Sequence[PostCopy] = (), *, needs_approval: bool) -> Rows:
    """The buttons that make sense now; each is good for the version it was made for."""
    left_out = {"schedule", "publish"} if needs_approval else {"submit"}
    if post.state is not PostState.DRAFT:
        left_out = set[str]()
    elif post.at is None:
        left_out.add("schedule")
    if is_of_config(post):
        left_out = {*left_out, "change", "word"}
    names = [name for name in _BUTTONS[post.state] if name not in left_out]
    if "retry" not in names and any(map(is_to_retry, copies)):
        names.insert(0, "retry")
    if "remove" not in names and any(map(stands, copies)):
        names.append("remove")
    made = [_button(post, name) for name in names]
    return tuple(tuple(made[start : start + _PER_ROW]) for start in range(0, len(made), _PER_ROW))


def notice_rows(post: Post) -> Rows:
    """The one button under a notice: the card."""
    return ((_button(post, "show"),),)


def write_form(post: Post | None, button: Button) -> Form:
    """The form of a new post, or of one that is changed."""
    first = "" if post is None or not post.wordings else post.wordings[0].text
    return Form(
        say("post-form"),
        (
            Field("title", say("post-form-title"), longest=LONGEST_TITLE, value="" if post is None else post.title),
            Field("text", say("post-form-text"), long=True, longest=LONGEST_TEXT, value=first),
            Field("when", say("post-form-when"), required=False, longest=100),
            Field("where", say("post-form-where"), required=False, longest=200, value=_roles(post)),
            Field("about", say("post-form-about"), required=False, longest=80, value=_about(post)),
        ),
        button,
    )


def word_form(button: Button) -> Form:
    """The form for what it says in one language, or on one messenger."""
    return Form(
        say("post-form-word"),
        (
            Field("language", say("post-form-language"), required=False, longest=2),
            Field("messenger", say("post-form-messenger"), required=False, longest=10),
            Field("text", say("post-form-text"), long=True, longest=LONGEST_TEXT, required=False),
        ),
        button,
    )


def slips_told(found: Sequence[tuple[str, Slip]]) -> tuple[Say, ...]:
    """Slips of style for people: which rule, what was found, what would be better; each with its language."""
    told = [
        say(
            f"style-{slip.rule}",
            found=slip.found[:60] or "-",
            instead=slip.instead[:80] or say("style-nothing"),
            language=language,
        )
        for language, slip in found[:_MOST_SLIPS]
    ]
    return (*told, say("post-more-slips", count=len(found) - _MOST_SLIPS)) if len(found) > _MOST_SLIPS else tuple(told)


def breaches_told(found: Sequence[Breach]) -> tuple[Say, ...]:
    """What does not fit into the mix."""
    return tuple(
        say(f"mix-{one.rule}", pillar=one.pillar or "-", found=one.found or "-", wanted=one.wanted or "-")
        for one in found
    )


def _button(post: Post, how: str) -> Button:
    label, tone = say(f"button-post-{how}"), _TONES.get(how, Tone.PLAIN)
    return Button(label, WorkPost(post.number, how, post.version), tone, Rank.MODERATOR, private=how == "show")


def _again(post: Post) -> Say | str:
    return say("post-again", rule=post.rule) if post.rule else ""


def _who(post: Post) -> Sequence[Body]:
    told: list[Body] = []
    if post.by is not None:
        told.append(say("post-by", who=Mention(post.by, post.by_name)))
    if post.owner or post.pillar:
        told.append(say("post-about", owner=post.owner or "-", pillar=post.pillar or "-"))
    if post.approval is not None:
        key = "post-agreed-alone" if post.approval.alone else "post-agreed"
        told.append(say(key, who=Mention(post.approval.by, post.approval.by_name)))
    return told


def _words(post: Post) -> Sequence[Body]:
    told: list[Body] = []
    for one in post.wordings:
        for_whom = ", ".join(part for part in (one.language, one.platform) if part)
        told.append(lines(Rich((f"[{for_whom}]",)) if for_whom else None, Rich((Quote(one.text[:600]),))))
    return told


def _named(one: PostCopy) -> str:
    return f"{one.place.platform} {one.place.thread or one.place.channel.native}"


def _why(one: PostCopy) -> Say | str:
    return say(f"refusal-{one.why}") if one.state is CopyState.FAILED and one.why else ""


def _roles(post: Post | None) -> str:
    return "" if post is None else ", ".join(post.roles)


def _about(post: Post | None) -> str:
    return "" if post is None else ", ".join(part for part in (post.pillar, post.owner) if part)
