"""ruamel's pure YAML 1.2 parser, one event at a time and within limits, so that what is hostile costs nothing.

A file may hold what a person can see: no anchors, aliases, merge keys, tags, directives or second documents. They are
refused at the event that shows them, before anything is built: 100 KB of brackets end at the 33rd, a 488-byte merge
bomb at its first anchor. Twenty thousand values take about half a second.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Self, cast

from ruamel.yaml import YAML, events
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bot.adapters.files.faults import Fault
from bot.adapters.files.stumbles import Spot, Stumble

DEEPEST = 32
MOST_NODES = 20_000


class Kind(Enum):
    MAPPING = auto()
    SEQUENCE = auto()
    SCALAR = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next in the file; ``is_plain`` marks text without quotes."""

    kind: Kind
    at: Spot
    text: str = ""
    is_plain: bool = False


class UnreadableError(Exception):
    """The file breaks the grammar or a limit; nothing after ``fault`` was looked at."""

    def __init__(self, at: Spot, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.fault = Fault(*at, message, hint)

    @classmethod
    def of(cls, fault: Fault) -> Self:
        return cls((fault.line, fault.column), fault.message, fault.hint)


def steps(text: str) -> Iterator[Step]:
    """Walk through the only document of ``text``; raises UnreadableError."""
    last: Spot = (1, 1)
    try:
        for event in _within_limits(text):
            last = _spot(event.start_mark, last)
            step = _step(event, last)
            if step:
                yield step
    except MarkedYAMLError as error:
        raise _told(cast("Any", error), text, last) from None
    except (YAMLError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        # The scanner trips over some malformed input, such as an escape beyond Unicode, in its own ways.
        what = f"this is not valid YAML: {type(error).__name__} shortly after this place"
        raise UnreadableError(last, what) from None


def _told(error: Any, text: str, last: Spot) -> UnreadableError:  # noqa: ANN401 - ruamel's errors have no types
    at = _spot(error.problem_mark or error.context_mark, last)
    began = _spot(error.context_mark, at) if error.context_mark else None
    said = f"{error.problem or ''} {error.context or ''}".strip()
    return UnreadableError.of(Stumble(tuple(text.splitlines()), said, at, began).told())


def _within_limits(text: str) -> Iterator[Any]:
    nodes = depth = documents = 0
    at: Spot = (1, 1)
    for event in cast("Iterator[Any]", YAML(typ="safe", pure=True).parse(text)):  # pyright: ignore[reportUnknownMemberType] - ruamel gives its stream no type
        at = _spot(event.start_mark, at)
        documents += isinstance(event, events.DocumentStartEvent)
        nodes += isinstance(event, events.NodeEvent)
        depth += isinstance(event, events.CollectionStartEvent)
        depth -= isinstance(event, events.CollectionEndEvent)
        if documents > 1:
            raise UnreadableError(at, "one file holds one document: take out this line and what follows")
        if nodes > MOST_NODES:
            raise UnreadableError(at, f"the file holds more than {MOST_NODES} values")
        if depth > DEEPEST:
            raise UnreadableError(at, f"this is nested deeper than {DEEPEST} levels")
        yield event


def _step(event: Any, at: Spot) -> Step | None:  # noqa: ANN401 - ruamel's events have no types
    _refuse_what_hides(event, at)
    if isinstance(event, events.ScalarEvent):
        scalar = cast("Any", event)
        is_plain = scalar.implicit[0]
        return Step(Kind.SCALAR, at, scalar.value, is_plain)
    if isinstance(event, events.MappingStartEvent):
        return Step(Kind.MAPPING, at)
    if isinstance(event, events.SequenceStartEvent):
        return Step(Kind.SEQUENCE, at)
    if isinstance(event, events.CollectionEndEvent):
        return Step(Kind.END, at)
    return None


def _refuse_what_hides(event: Any, at: Spot) -> None:  # noqa: ANN401 - as above
    if isinstance(event, events.AliasEvent):
        raise UnreadableError(at, "aliases (*name) are not used here: write the value out")
    if getattr(event, "anchor", None):
        raise UnreadableError(at, "anchors (&name) are not used here: write the value out where it is needed")
    if isinstance(event, events.NodeEvent) and getattr(event, "tag", None) is not None:
        raise UnreadableError(at, "tags (!name) are not used here: write a plain value")
    if isinstance(event, events.DocumentStartEvent) and (
        getattr(event, "version", None) or getattr(event, "tags", None)
    ):
        raise UnreadableError((1, 1), "directives (%...) are not used here: take the line out")


def _spot(mark: Any, otherwise: Spot) -> Spot:  # noqa: ANN401 - as above
    return (mark.line + 1, mark.column + 1) if mark else otherwise
