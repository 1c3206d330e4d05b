"""Texts of the config file, in one language or one for each: read, looked at, and as the bot says them."""

import re
from collections.abc import Iterable, Mapping
from typing import cast

from bot.adapters.files.grammar import one_of
from bot.core.languages import LANGUAGES
from bot.core.text import Localised

OWN = ""
"""Stands for the community's language, where a text is given without one."""

LONGEST_TEXT = 1500
"""A notice that quotes it must still fit into one message of either messenger."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def texts(value: object) -> dict[str, str]:
    """Read a text: in one language as it stands, or one for each language."""
    if isinstance(value, str):
        value = {OWN: value}
    if not isinstance(value, dict) or not value:
        raise ValueError('this should be a text, or one for each language: {en: "...", pl: "..."}')
    given = cast("dict[str, object]", value)
    for language, text in given.items():
        if language not in {*LANGUAGES, OWN}:
            raise ValueError(one_of(language, LANGUAGES))
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f'the text for "{language}" is missing' if language else "the text is empty")
        if len(text) > LONGEST_TEXT:
            raise ValueError(f"a text has at most {LONGEST_TEXT} characters")
    return cast("dict[str, str]", given)


def unknown_placeholder(given: Mapping[str, str], allowed: Iterable[str]) -> str | None:
    """Find `{nmae}`, which would be shown as it stands; answer with a sentence about it."""
    names = tuple(allowed)
    for text in given.values():
        for found in _PLACEHOLDER.finditer(text):
            if found[1] not in names:
                return f"{found[0]} stands for nothing here" + (f": {one_of(found[1], names)}" if names else "")
    return None


def localised(texts: Mapping[str, str], own: str) -> Localised:
    """A text as managers wrote it, for the community's own language where they named none."""
    return Localised({language or own: text.strip() for language, text in texts.items()})
