"""Every kind of value that the core knows, so that the codec can write it down: a new module is named here."""

from dataclasses import is_dataclass
from enum import Enum
from types import ModuleType
from typing import Any

from bot.core import (
    actions,
    answers,
    appeals,
    attachments,
    cases,
    complaints,
    consents,
    contests,
    conversations,
    decisions,
    deliveries,
    digests,
    doors,
    events,
    feedback,
    feeds,
    gatherings,
    giveaways,
    ids,
    interactions,
    lessons,
    levels,
    linking,
    meetings,
    messages,
    native_filters,
    native_polls,
    people,
    polls,
    posts,
    privacy,
    ratings,
    receipts,
    record,
    routing,
    terms,
    text,
    ui,
    why,
)

_CORE = (
    actions,
    answers,
    appeals,
    attachments,
    cases,
    complaints,
    consents,
    contests,
    conversations,
    decisions,
    deliveries,
    digests,
    doors,
    events,
    feedback,
    feeds,
    gatherings,
    giveaways,
    ids,
    interactions,
    lessons,
    levels,
    linking,
    meetings,
    messages,
    native_filters,
    native_polls,
    people,
    polls,
    posts,
    privacy,
    ratings,
    receipts,
    record,
    routing,
    terms,
    text,
    ui,
    why,
)


def core_values() -> list[type[Any]]:
    """Give the dataclasses and enums of the core's modules, each once: where it is defined."""
    return [kind for module in _CORE for kind in _values_of(module)]


def _values_of(module: ModuleType) -> list[type[Any]]:
    kinds: list[type[Any]] = [kind for kind in vars(module).values() if isinstance(kind, type)]
    return [kind for kind in kinds if kind.__module__ == module.__name__ and _is_value(kind)]


def _is_value(kind: type[Any]) -> bool:
    return is_dataclass(kind) or issubclass(kind, Enum)
