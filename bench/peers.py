"""Other people's filters, as they are meant to be used, for measurements beside ours."""

import importlib
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

Filter: TypeAlias = Callable[[str], object]
"""Takes a text; what it answers is true where something was found."""


def peers() -> Iterator[tuple[str, Filter]]:
    """Name each filter that is installed."""
    better: Any = importlib.import_module("better_profanity").profanity
    better.load_censor_words()
    yield "better-profanity 0.7", better.contains_profanity
    try:
        badwords: Any = importlib.import_module("badwords")
    except ImportError:
        return
    checks = badwords.ProfanityFilter()
    checks.init(["en", "ru", "pl", "es"])
    options = badwords.Options(split_on_punctuation=True, collapse_repeats=True, leetspeak=True)
    yield "badwords-py, strict (no Albanian)", lambda text: checks.is_profane(text, options)
