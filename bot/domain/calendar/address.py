"""How readers are spoken to: languages with two forms of "you" keep to one of them.

Closed lists of pronouns, from the grammars of the languages. Where the polite form is the plural too (Russian,
Albanian), only its capital inside a sentence shows that one person is meant.
"""

import re
from collections.abc import Iterator
from enum import StrEnum


class Address(StrEnum):
    """As to a friend, or as to a stranger."""

    INFORMAL = "informal"
    FORMAL = "formal"


_WORDS = {
    (
        "pl",
        Address.INFORMAL,
    ): "ty ciebie cię tobie tobą twój twoja twoje twojego twojej twojemu twoim twoją twoich twoimi",
    ("pl", Address.FORMAL): "pan pana panu panem pani panią państwo państwa państwu państwem",
    (
        "ru",
        Address.INFORMAL,
    ): "ты тебя тебе тобой тобою твой твоя твоё твое твои твоего твоей твоему твоим твоих твоими твою",
    ("es", Address.INFORMAL): "tú te ti contigo tu tus tuyo tuya tuyos tuyas vos",
    ("es", Address.FORMAL): "usted",
    ("sq", Address.INFORMAL): "ti ty yt jote tënd tënde tëndin teje",
}
_POLITE = {
    "ru": "Вы Вас Вам Вами Ваш Ваша Ваше Ваши Вашего Вашей Вашему Вашим Вашими Вашу Ваших",
    "sq": "Ju Juve Jush Juaj Tuaj Suaj",
}
LANGUAGES = ("pl", "ru", "es", "sq")
"""Those that have two forms, and whose pronouns are known here."""


def _any_of(words: str) -> str:
    return rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w)"


_PATTERNS = {key: re.compile(_any_of(words), re.IGNORECASE) for key, words in _WORDS.items()} | {
    (language, Address.FORMAL): re.compile(r"(?<=[^\s.!?…:»\"—–-][ ])" + _any_of(words))
    for language, words in _POLITE.items()
}


def slips(text: str, language: str, form: Address) -> Iterator[tuple[int, str]]:
    """Give each pronoun of the other form, and where it stands."""
    other = Address.FORMAL if form is Address.INFORMAL else Address.INFORMAL
    pattern = _PATTERNS.get((language, other))
    for found in () if pattern is None else pattern.finditer(text):
        yield found.start(), found[0]
