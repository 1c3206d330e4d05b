"""Whether what was written is a listed word, letter by letter: asked last, when the tables said that it may be."""

import re
from collections.abc import Callable
from operator import itemgetter

from bot.domain.moderation.text.index import SHORTEST_HIDDEN, Index, may_be_left_out
from bot.domain.moderation.text.letters import stretches
from bot.domain.moderation.text.words import Entry, How, Severity

_MOST_FITTING = 3
_THRICE = re.compile(r"([a-zа-я])\1\1")


def how_it_repeats(index: Index, token: str, entry: Entry) -> How | None:
    """Say how a token repeats letters of a word; one doubled letter alone could be another word."""
    more = len(token) - len(entry.folded)
    if more < 1 or not stretches(token, entry.folded):
        return None
    if _THRICE.search(token):
        return "stretched"
    long_enough = len(entry.folded) >= SHORTEST_HIDDEN and (more > 1 or entry.severity is Severity.STRONG)
    return "doubled" if long_enough and token not in index.ordinary else None


def letters_shown(piece: str) -> Callable[[str], tuple[str, ...]]:
    """Give what picks from a word of the same length the letters at the places where a piece has some, not signs."""
    spots = [at for at, sign in enumerate(piece) if sign.isalpha()]
    return itemgetter(0, *spots)


def lacks_one(token: str, word: str) -> bool:
    """Say whether it is a word with one letter left out that people leave out."""
    if len(word) != len(token) + 1:
        return False
    spot = 0
    while spot < len(token) and token[spot] == word[spot]:
        spot += 1
    return 0 < spot < len(token) and token[spot:] == word[spot + 1 :] and may_be_left_out(word, spot)


def few_of(entries: list[Entry]) -> list[Entry]:
    """Give three of each language and strength: what fits many words is none of them for sure, and any is enough."""
    left = dict.fromkeys(((entry.language, entry.severity) for entry in entries), _MOST_FITTING)
    few: list[Entry] = []
    for entry in entries:
        kind = entry.language, entry.severity
        if left[kind]:
            left[kind] -= 1
            few.append(entry)
    return few
