"""What a check-up answers with: how it is, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """``stop``: the bot cannot start like this; ``problem``: it starts, and something will not work."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Finding:
    topic: str
    level: Level
    said: str
    do: str = ""


def ok(topic: str, said: str) -> Finding:
    return Finding(topic, Level.OK, said)


def note(topic: str, said: str, do: str = "") -> Finding:
    return Finding(topic, Level.NOTE, said, do)


def problem(topic: str, said: str, do: str) -> Finding:
    return Finding(topic, Level.PROBLEM, said, do)


def stop(topic: str, said: str, do: str) -> Finding:
    return Finding(topic, Level.STOP, said, do)
