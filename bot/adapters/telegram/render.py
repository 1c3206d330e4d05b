"""Text as Telegram wants it: plain text with entities counted in UTF-16 units, cut where a message ends.

No parse_mode: a name like ``<test/>`` killed a send in HTML, and a lone ``_`` one in Markdown.
"""

from dataclasses import dataclass, replace

from telegram import MessageEntity, User

from bot.core.ids import TELEGRAM, UserRef
from bot.core.text import Bold, Code, Link, Mention, Moment, Quote, RichText, Span

LONGEST = 4096
MOST_ENTITIES = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text, in characters, and the span that formats it."""

    start: int
    end: int
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """What fits into one message."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def entities(self) -> list[MessageEntity]:
        """The marks as entities, in UTF-16 units."""
        made = (_entity(self.text, mark) for mark in self.marks)
        return [entity for entity in made if entity is not None][:MOST_ENTITIES]


def units(text: str) -> int:
    """Length as Telegram counts it: a character outside the basic plane is two."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")


def render(text: RichText, longest: int = LONGEST) -> tuple[Piece, ...]:
    """Spans as pieces that fit; nothing for a text that is only white space."""
    written = ""
    marks: list[Mark] = []
    for span in text:
        shown = _shown(span)
        if not isinstance(span, str) and shown:
            marks.append(Mark(len(written), len(written) + len(shown), span))
        written += shown
    pieces: list[Piece] = []
    start = 0
    while start < len(written):
        end = _cut(written, start, longest)
        piece = _piece(written, marks, start, end)
        if piece.text:
            pieces.append(piece)
        start = end
    return tuple(pieces)


def without_marks(piece: Piece) -> Piece:
    return replace(piece, marks=())


def _shown(span: Span) -> str:
    match span:
        case str():
            return span
        case Bold(text) | Code(text) | Quote(text):
            return text
        case Link(label, _):
            return label
        case Mention(_, name):
            return name
        case Moment(at):
            return f"{at:%Y-%m-%d %H:%M} UTC"


def _cut(text: str, start: int, longest: int) -> int:
    """Where the piece that begins at ``start`` ends: preferably after a line, else after a word."""
    end = start
    left = longest
    while end < len(text) and left >= (2 if text[end] > "\uffff" else 1):
        left -= 2 if text[end] > "\uffff" else 1
        end += 1
    if end == len(text):
        return end
    for gap in ("\n", " "):
        found = text.rfind(gap, start + (end - start) // 2, end)
        if found > 0:
            return found + 1
    return end


def _piece(text: str, marks: list[Mark], start: int, end: int) -> Piece:
    """Cut one piece out; Telegram strips white space at both ends, so marks must not count it."""
    part = text[start:end]
    begin = start + len(part) - len(part.lstrip())
    stop = begin + len(part.strip())
    inside = (Mark(max(m.start, begin) - begin, min(m.end, stop) - begin, m.span) for m in marks)
    return Piece(part.strip(), tuple(m for m in inside if m.start < m.end))


def _entity(text: str, mark: Mark) -> MessageEntity | None:
    offset, length = units(text[: mark.start]), units(text[mark.start : mark.end])
    match mark.span:
        case Link(label, url):
            return None if label == url else MessageEntity(MessageEntity.TEXT_LINK, offset, length, url=url)
        case Mention(user, name):
            return _mention(user, name, offset, length)
        case Moment(at):
            kind = MessageEntity.DATE_TIME
            return MessageEntity(kind, offset, length, unix_time=at, date_time_format="wDt")
        case _:
            return MessageEntity(_plain_kind(mark.span), offset, length)


def _plain_kind(span: Span) -> str:
    match span:
        case Bold():
            return MessageEntity.BOLD
        case Code(code):
            return MessageEntity.PRE if "\n" in code else MessageEntity.CODE
        case _:
            return MessageEntity.BLOCKQUOTE


def _mention(user: UserRef, name: str, offset: int, length: int) -> MessageEntity | None:
    """Only people of Telegram can be mentioned; channels and members of other networks are named."""
    if user.platform != TELEGRAM or not user.native.isdigit():
        return None
    account = User(int(user.native), name, is_bot=False)
    return MessageEntity(MessageEntity.TEXT_MENTION, offset, length, user=account)
