"""The other spellings of a listed word that are known before any text is read."""

from collections.abc import Iterator

from bot.domain.moderation.text.words import How, fold

_SHORTEST = 4  # shorter words have too many innocent neighbours

# Three habits of writing Russian in Latin letters; the last is how games and phones without Cyrillic taught it.
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_ROMAN = tuple(
    str.maketrans(dict(zip(_CYRILLIC, spelling.replace("'", "").split(" "), strict=True)))
    for spelling in (
        "a b v g d e zh z i y k l m n o p r s t u f h c ch sh sch ' y ' e yu ya",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch ' y ' e iu ia",
        "a b v g d e j z i j k l m n o p r s t u f x c ch sh sch ' i ' e ju ja",
    )
)
_TWINS = "аеорсухкмтвн"
_AS_LATIN_TWINS = str.maketrans(_TWINS, "aeopcyxkmtbh")
_TURNED = str.maketrans("nupdbq", "undpqb")
_AS_CYRILLIC_TWINS = str.maketrans("aeopcyxkmtbhu", _TWINS + "и")


def spellings(word: str) -> Iterator[tuple[str, How]]:
    """Give the whole-word spellings of a strong word besides its own: backwards, upside down, other letters."""
    folded = fold(word)
    if len(folded) < _SHORTEST:
        return
    yield folded[::-1], "backwards"
    # Turned letters are read as what they were; n, u, p, d, b and q turn into each other and stay letters.
    yield folded[::-1].translate(_TURNED), "upside down"
    for spelling in _in_other_letters(word, folded):
        if len(spelling) >= _SHORTEST:
            yield spelling, "other letters"


def _in_other_letters(word: str, folded: str) -> Iterator[str]:
    if folded.isascii():
        twin = folded.translate(_AS_CYRILLIC_TWINS)
        if not any(letter in twin for letter in folded):
            yield twin
        return
    # Before folding: й and и are not written alike in Latin letters.
    bare = word.casefold().replace("ё", "е")
    for table in _ROMAN:
        yield bare.translate(table)
    twin = folded.translate(_AS_LATIN_TWINS)
    if twin.isascii():
        yield twin
