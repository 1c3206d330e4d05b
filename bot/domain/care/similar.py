"""What on the board is like what somebody writes: found as answers of the FAQ are, but shown rather than believed."""

from collections.abc import Iterable

from bot.core.feedback import Feedback
from bot.domain.care.faq_index import Index
from bot.domain.care.wording import folded

LIKELY = 0.34
"""From here on an entry is shown before something new is posted; people decide, so it may be wrong now and then."""
ALIKE = 0.2
"""From here on an entry is found by a search."""
MOST = 3
MOST_KNOWN = 2_000
"""As many entries as are compared, the latest of them."""
LOOKED_AT = 200
"""Characters of an entry's words that are compared, beside its title."""


class Similar:
    """Every entry's title, and the title with how its words begin. A duplicate leads to what it is a duplicate of."""

    def __init__(self, entries: Iterable[Feedback], languages: Iterable[str]) -> None:
        listed = sorted(entries, key=lambda one: one.number)[-MOST_KNOWN:]
        self._into = {one.number: one.merged_into for one in listed if one.merged_into is not None}
        self._plain = {one.number: folded(f"{one.title} {one.text}") for one in listed}
        wordings = [(str(one.number), one.title) for one in listed]
        wordings += [(str(one.number), f"{one.title} {one.text[:LOOKED_AT]}") for one in listed if one.text]
        self._index = Index(" ".join(languages), wordings)

    def likely(self, title: str, text: str) -> tuple[int, ...]:
        """The entries that somebody probably means who writes this, the likeliest first."""
        return self._found((title, f"{title} {text[:LOOKED_AT]}"), LIKELY)[:MOST]

    def search(self, words: str) -> tuple[int, ...]:
        """The entries that hold these words, then those that are like them."""
        asked = folded(words).split()
        holding = [number for number, plain in self._plain.items() if asked and all(one in plain for one in asked)]
        by_number = [number for number in self._plain if words.strip().lstrip("#") == str(number)]
        return tuple(dict.fromkeys((*by_number, *reversed(holding), *self._found((words,), ALIKE))))

    def _found(self, asked: Iterable[str], threshold: float) -> tuple[int, ...]:
        best: dict[int, float] = {}
        for wording in asked:
            for score, key in self._index.best(wording):
                number = self._root(int(key))
                best[number] = max(score, best.get(number, 0.0))
        ordered = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(number for number, score in ordered if score >= threshold)

    def _root(self, number: int) -> int:
        while number in self._into:
            number = self._into[number]
        return number
