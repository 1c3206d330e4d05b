"""Further ways to hide a word, written after the reader of texts was: what people try when the usual ones fail."""

import random
from collections.abc import Callable, Mapping

from bench.evasion_tricks import Trick, leet, with_marks

_VOWELS = frozenset("aeiouyąęóáéíúëаеёиоуыэюя")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_TWINS = {cyrillic: latin for latin, cyrillic in zip("aeopcxykmhtb", "аеорсхукмнтв", strict=True)}
_FOREIGN = dict(zip(_LATIN, "ꭺᏼꮯԁҽғցհıյꮶꮮꮇոօꮲզꭱꮪꭲսꮩꮃхყꮓ", strict=True))
_RAISED = dict(zip(_LATIN, "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖqʳˢᵗᵘᵛʷˣʸᶻ", strict=True)) | {"н": "ᵸ"}
_LOWERED = dict(zip("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_SMALL = {
    **dict(zip("abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", strict=True)),
    **dict(zip("авгекмнопрстляє", "ᴀʙᴦᴇᴋᴍʜᴏᴨᴩᴄᴛᴧᴙє", strict=True)),
}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_SOUNDS = (
    ("ck", "kk"), ("f", "ph"), ("k", "c"), ("c", "k"), ("v", "w"), ("w", "v"), ("x", "ks"), ("z", "s"), ("i", "y"),
    ("о", "а"), ("е", "и"), ("я", "йа"), ("ц", "тс"), ("б", "п"),
)  # fmt: skip
_TAGGED = "\u2800", "\U000e0061", "\ufe0f", "\u115f"
_HEART = "\u200d❤\ufe0f\u200d"


def _written(table: Mapping[str, str]) -> Trick:
    """Replace every letter that the table knows; of an alphabet that it knows little of, the twins of Latin letters."""

    def write(word: str, _: random.Random) -> str | None:
        latin = {letter: table.get(letter, table.get(_TWINS.get(letter, ""), letter)) for letter in word}
        out = "".join(map(latin.__getitem__, word))
        return out if sum(map(str.__ne__, out, word)) * 2 >= len(word) else None

    return write


def _each(write: Callable[[str], str], between: str = "") -> Trick:
    return lambda word, _: between.join(map(write, word))


def _marked_leet(word: str, source: random.Random) -> str | None:
    hidden = leet(word, source)
    return hidden and with_marks(hidden, source)


def _next_key(word: str, source: random.Random) -> str | None:
    if len(word) < 5:
        return None
    spot = source.randrange(1, len(word) - 1)
    row = next((row for row in _ROWS if word[spot] in row), "")
    if not row:
        return None
    at = row.index(word[spot])
    return word[:spot] + source.choice(row[max(0, at - 1) : at] + row[at + 1 : at + 2]) + word[spot + 1 :]


def _by_sound(word: str, source: random.Random) -> str | None:
    fitting = [pair for pair in _SOUNDS if pair[0] in word]
    return word.replace(*source.choice(fitting), 1) if fitting and len(word) > 3 else None


def _no_vowels(word: str, source: random.Random) -> str | None:
    """All of them but one at either end, where the word would be nobody's any more."""
    sign = source.choice("*._-")
    inner = "".join(sign if letter in _VOWELS else letter for letter in word[1:-1])
    return word[0] + inner + word[-1] if inner != word[1:-1] and len(word) > 3 else None


def _unseen(word: str, source: random.Random) -> str:
    return "".join(letter + source.choice(_TAGGED) for letter in word)


def _mixed(word: str, source: random.Random) -> str:
    """Each letter in another way: as it is, a capital, a small capital, full width, a look-alike, with a mark."""
    ways: tuple[Callable[[str], str], ...] = (
        str, str.upper, lambda one: _SMALL.get(one, one), lambda one: chr(ord(one) + 0xFEE0) if one.isascii() else one,
        lambda one: _FOREIGN.get(one, one), lambda one: f"{one}\u0336",
    )  # fmt: skip
    return "".join(source.choice(ways)(letter) for letter in word)


def _fraktur(word: str, _: random.Random) -> str | None:
    return "".join(chr(0x1D586 + ord(letter) - ord("a")) for letter in word) if word.isascii() else None


NEWER: dict[str, Trick] = {
    "Cherokee, Armenian, Georgian letters": _written(_FOREIGN),
    "raised letters": _written(_RAISED),
    "lowered letters": _written(_LOWERED),
    "small capitals": _written(_SMALL),
    "bold Fraktur": _fraktur,
    "digits and combining marks": _marked_leet,
    "struck through": _each(lambda one: f"{one}\u0336"),
    "hearts and joiners between": _each(str, _HEART),
    "blank Braille, tags, selectors": _unseen,
    "a bracket for each letter": _each(lambda one: f"[{one}]", " "),
    "a list, a letter in each line": _each(lambda one: f"- {one}", "\n"),
    "HTML entities": _each(lambda one: f"&#{ord(one)};"),
    "percent encoding": _each(lambda one: "".join(f"%{byte:02X}" for byte in one.encode())),
    "each letter in another way": _mixed,
    "all inner vowels masked": _no_vowels,
    "by sound": _by_sound,
    "the next key": _next_key,
}
