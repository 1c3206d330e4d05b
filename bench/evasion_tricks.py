"""Ways in which people hide a word, each a function of the word and a seeded source; None where a way does not fit."""

import random
import unicodedata
from collections.abc import Callable

Trick = Callable[[str, random.Random], str | None]

_VOWELS = frozenset("aeiouyąęóáéíúëаеёиоуыэюя")
_UNSEEN = "\u200b\u200c\u2060\ufeff\u00ad\u3164"
_TURNED = dict(zip("abcdefghijklmnopqrstuvwxyz", "ɐqɔpǝɟƃɥᴉɾʞʅɯuodbɹsʇnʌʍxʎz", strict=True))
_GREEK = dict(zip("aeikonptuvxy", "αεικοηρτυνχγ", strict=True))
_CYRILLIC = dict(zip("aeopcxykt", "аеорсхукт", strict=True))
_LATIN = {cyrillic: latin for latin, cyrillic in _CYRILLIC.items()}
_LEET = dict(zip("aeiostаеобз", "@310$7@3063", strict=True))
_PICTURES = "🔥🍆💩⭐❤"


def _ascii(change: Callable[[str], str]) -> Trick:
    return lambda word, _: change(word) if word.isascii() else None


def _swapped(table: dict[str, str]) -> Trick:
    def swap(word: str, _: random.Random) -> str | None:
        out = "".join(table.get(letter, letter) for letter in word)
        return out if out != word else None

    return swap


def _joined(by: str) -> Trick:
    return lambda word, _: by.join(word)


def _cut_in_two(by: str) -> Trick:
    def cut(word: str, source: random.Random) -> str | None:
        spot = source.randrange(2, len(word) - 1) if len(word) > 3 else 0
        return word[:spot] + by + word[spot:] if spot else None

    return cut


def _around_middle(before: str, after: str) -> Trick:
    def mark(word: str, source: random.Random) -> str | None:
        if len(word) < 4:
            return None
        spot = source.randrange(1, len(word) - 2)
        return f"{word[:spot]}{before}{word[spot : spot + 2]}{after}{word[spot + 2 :]}"

    return mark


def _masked(sign: str) -> Trick:
    def mask(word: str, source: random.Random) -> str | None:
        spots = [spot for spot in range(1, len(word) - 1) if word[spot] in _VOWELS]
        if not spots:
            return None
        spot = source.choice(spots)
        return word[:spot] + sign + word[spot + 1 :]

    return mask


def _without_a_vowel(word: str, source: random.Random) -> str | None:
    masked = _masked("")(word, source)
    return masked if len(word) > 4 else None


def _every_letter_twice(word: str, _: random.Random) -> str:
    return "".join(letter * 2 for letter in word)


def _one_letter_twice(word: str, source: random.Random) -> str | None:
    spot = source.randrange(len(word))
    return word[:spot] + word[spot:][:1] + word[spot:] if len(word) > 3 else None


def _stretched(word: str, source: random.Random) -> str:
    spot = source.randrange(len(word))
    return word[:spot] + word[spot] * source.randint(3, 9) + word[spot + 1 :]


def _unseen(word: str, source: random.Random) -> str:
    return "".join(letter + source.choice(_UNSEEN) for letter in word)


def with_marks(word: str, source: random.Random) -> str:
    return "".join(letter + chr(source.randrange(0x300, 0x370)) * source.randint(1, 3) for letter in word)


def leet(word: str, source: random.Random) -> str | None:
    hidden = _swapped(_LEET)(word, source)
    return hidden if hidden and any(map(str.isalpha, hidden)) else None


def _turned(word: str) -> str:
    return "".join(_TURNED.get(letter, letter) for letter in reversed(word))


def _shifted(first: int) -> Callable[[str], str]:
    return lambda word: "".join(chr(first + ord(letter) - ord("a")) for letter in word)


def _bare(word: str, _: random.Random) -> str | None:
    flat = unicodedata.normalize("NFD", word.replace("ł", "l"))
    bare = "".join(letter for letter in flat if unicodedata.category(letter) != "Mn")
    return bare if bare != word and word.replace("ł", "l").isascii() is False and bare.isascii() else None


TRICKS: dict[str, Trick] = {
    "capitals": lambda word, _: word.upper(),
    "every other capital": lambda word, _: "".join(c.upper() if i % 2 else c for i, c in enumerate(word)),
    "digits and signs": leet,
    "star": _masked("*"),
    "number sign": _masked("#"),
    "at sign": _masked("@"),
    "picture for a vowel": lambda word, source: _masked(source.choice(_PICTURES))(word, source),
    "blanks": _joined(" "),
    "dots": _joined("."),
    "two blanks": _joined("  "),
    "pictures between": lambda word, source: source.choice(_PICTURES).join(word),
    "a line for each letter": _joined("\n"),
    "a line break": _cut_in_two("\n"),
    "a blank": _cut_in_two(" "),
    "unseen characters": _unseen,
    "combining marks": with_marks,
    "stretched": _stretched,
    "every letter twice": _every_letter_twice,
    "one letter twice": _one_letter_twice,
    "a vowel left out": _without_a_vowel,
    "vv for w": lambda word, _: word.replace("w", "vv") if "w" in word else None,
    "bold inside": _around_middle("**", "**"),
    "spoiler inside": _around_middle("||", "||"),
    "code inside": _around_middle("`", "`"),
    "tags inside": _around_middle("<b>", "</b>"),
    "escapes": _joined("\\"),
    "regional indicators": _ascii(_shifted(0x1F1E6)),
    "squared letters": _ascii(_shifted(0x1F170)),
    "circled letters": _ascii(_shifted(0x24D0)),
    "script letters": _ascii(_shifted(0x1D4EA)),
    "full width": _ascii(lambda word: "".join(chr(ord(letter) + 0xFEE0) for letter in word)),
    "upside down": _ascii(_turned),
    "backwards": lambda word, _: word[::-1] if len(word) > 3 else None,
    "Greek letters": _swapped(_GREEK),
    "Cyrillic for Latin letters": _swapped(_CYRILLIC),
    "Latin for Cyrillic letters": _swapped(_LATIN),
    "without accents": _bare,
}
