"""What one person is shown of what is kept about her: as text to read, and as what may be asked for with buttons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.ids import UserRef
from bot.core.text import Say, say
from bot.core.ui import Button, Press, Rows, Tone

Wish = Literal["export", "delete"]


@dataclass(frozen=True, slots=True)
class MyData(Press):
    """I want my data, or I want it to be gone."""

    wish: str


@dataclass(frozen=True, slots=True)
class ForgetMe(Press):
    """Yes, forget me; I was told what that means."""


def choices(user: UserRef) -> Rows:
    """Both things that one may want."""
    export = Button(say("button-mydata-export"), MyData("export"), only=user, private=True)
    delete = Button(say("button-mydata-delete"), MyData("delete"), only=user, private=True)
    return ((export,), (delete,))


def sure(user: UserRef) -> Rows:
    """The button that cannot be taken back."""
    return ((Button(say("button-forget-me"), ForgetMe(), Tone.DANGER, only=user, private=True, once=True),),)


def waiting(counted: Mapping[str, int]) -> tuple[Say, ...]:
    """What has to stay as it is for now, one line a subject."""
    return tuple(say(f"mydata-waits-{subject}", count=many) for subject, many in sorted(counted.items()))


def readable(head: str, sections: Sequence[tuple[str, Sequence[Mapping[str, object]]]]) -> str:
    """Everything as text: a heading for each kind of thing, a block for each row, a line for each value."""
    return "\n".join([head, *(line for title, rows in sections for line in _section(title, rows))]) + "\n"


def _section(title: str, rows: Sequence[Mapping[str, object]]) -> Iterator[str]:
    yield f"\n== {title} ({len(rows)})"
    for row in rows:
        yield ""
        yield from (f"  {name}: {value}" for name, value in row.items() if value is not None and value != "")
