"""What a newcomer is shown, and what she can press."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.ids import SpaceRef, UserRef
from bot.core.text import Body, Lines, Localised, lines, say
from bot.core.ui import Button, Press, Row, Rows, Tone


@dataclass(frozen=True, slots=True)
class Agree(Press):
    """I agree to the guidelines of this version."""

    version: str


@dataclass(frozen=True, slots=True)
class Speak(Press):
    """Speak this language to me."""

    language: str


def guidelines_text(guidelines: Sequence[tuple[int, Localised]]) -> Lines | None:
    """The guidelines, numbered, one a line; None where a community has none."""
    if not guidelines:
        return None
    return lines(*(say("guideline-line", number=number, text=text) for number, text in guidelines))


def agree_row(space: SpaceRef, user: UserRef | None, version: str) -> Row:
    """The "I agree" button; bound to one person where it stands in public."""
    return (Button(say("button-agree"), Agree(version), Tone.GOOD, space=space, only=user),)


def language_row(languages: Sequence[str], user: UserRef | None) -> Row:
    """One button a language; none where there is nothing to choose."""
    if len(languages) < 2:
        return ()
    return tuple(Button(say(f"language-{code}"), Speak(code), only=user) for code in languages)


def as_rows(*rows: Row) -> Rows:
    """Rows without the empty ones."""
    return tuple(row for row in rows if row)


def greeting(words: Body, guidelines: Sequence[tuple[int, Localised]], *, asks: bool, required: bool) -> Body:
    """The greeting: the community's own words, its guidelines, and what is asked of the newcomer."""
    shown = guidelines_text(guidelines)
    return lines(
        words,
        None if shown is None else say("greeting-guidelines"),
        shown,
        say("greeting-agree-first" if required else "greeting-agree") if asks and shown is not None else None,
    )
