"""What is left of packed values when the words in them have to go: the facts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from bot.core.actions import (
    Answer,
    Ask,
    CloseThread,
    Delete,
    Edit,
    OpenThread,
    Pardon,
    Punish,
    RemoveThread,
    Schedule,
    Send,
    Whisper,
)
from bot.core.cases import Evidence
from bot.core.decisions import Later, Reply, Step
from bot.core.doors import Admit, GiveRole, Invite, SetPace, SetRights, Survey
from bot.core.native_filters import SetFilters
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.text import Rich
from bot.core.why import Explanation
from bot.runtime.codec import Codec


def blanked(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Give the same pieces of evidence without anybody's words."""
    return tuple(Evidence("", "", piece.message) for piece in evidence)


def without_words(step: Step) -> Step | None:  # noqa: C901, PLR0911  # one line for each kind of step
    """Give the fact that something was done, without what was said; None where the words were all there was."""
    match step:
        case Send():
            return replace(step, body=Rich(()), rows=(), files=())
        case Edit():
            return replace(step, body=Rich(()), rows=())
        case Whisper():
            return replace(step, body=Rich(()), rows=(), otherwise=None)
        case OpenThread():
            return replace(step, title="", body=Rich(()), rows=(), otherwise=None)
        case Delete() | CloseThread() | RemoveThread() | Punish() | Pardon():
            return step
        case Survey() | SetRights() | SetPace() | Admit() | GiveRole() | Invite():
            return step
        case Schedule():
            return replace(step, title="", about="", where="")
        case OpenPoll():
            return replace(step, question="", options=(), explanation="")
        case ClosePoll():
            return step
        case SetFilters():
            return replace(step, filters=())
        case Answer() | Ask() | Reply() | Later():
            return None


def nothing(codec: Codec, packed: str) -> str:
    """No words at all."""
    del codec, packed
    return ""


def absent(codec: Codec, packed: str) -> None:
    """Nothing at all: the column is null, and where it cannot be, the row goes."""
    del codec, packed


def empty_list(codec: Codec, packed: str) -> str:
    """A packed tuple with nothing in it."""
    del packed
    return codec.pack(())


def empty_map(codec: Codec, packed: str) -> str:
    """A packed mapping with nothing in it."""
    del packed
    return codec.pack({})


def bare_evidence(codec: Codec, packed: str) -> str:
    """Packed evidence without what it shows."""
    return codec.pack(blanked(cast("tuple[Evidence, ...]", codec.unpack_as(packed, tuple))))


def bare_why(codec: Codec, packed: str) -> str:
    """A packed explanation without the words that were found."""
    return codec.pack(codec.unpack_as(packed, Explanation).without_words())


def bare_step(codec: Codec, packed: str) -> str | None:
    """A packed step without what it says; None where that was all, or where its cog is gone."""
    try:
        step = without_words(cast("Step", codec.unpack(packed)))
    except ValueError:
        return None
    return None if step is None else codec.pack(step)
