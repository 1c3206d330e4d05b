"""What a department's system may say in its answer: how far it is, and a line for the member; nothing else counts."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.deliveries import Progress
from bot.runtime.deliveries import LONGEST_NOTE, Taken

LONGEST_ANSWER = 8_192
"""Bytes that are read of an answer; a longer one is none."""


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    status: Progress
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""


def read_answer(body: bytes) -> Taken:
    """Read ``{"status": "working", "note": "..."}``; whatever is anything else says nothing."""
    if not body.strip():
        return Taken()
    try:
        answer = _Answer.model_validate_json(body)
    except ValidationError:
        return Taken()
    return Taken(answer.status, _plain(answer.note))


def _plain(text: str) -> str:
    """Without what is no sign of writing: such characters only hide something."""
    return "".join(sign for sign in text if sign.isprintable() or sign == "\n").strip()
