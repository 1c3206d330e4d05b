"""Somebody asks what became of her case, report or appeal: understood by its number and the word beside it."""

import re
from enum import StrEnum

LONGEST = 300
"""A long letter is no such question: somebody has to read it."""
_NUMBER = r"\W{0,3}(?:no\.?|nr\.?|nº|№|number|numer|номер\w*|número|numër\w*)?\W{0,3}(\d{1,9})(?!\d)"


class Matter(StrEnum):
    """What she asks about; ``ANY`` where she only gives a number."""

    CASE = "case"
    REPORT = "report"
    APPEAL = "appeal"
    ANY = "any"


# By their stems, in the five languages.
_WORDS = (
    (Matter.APPEAL, "appeal|odwołani|апелляц|обжаловани|apelaci|recurs|apel"),
    (Matter.REPORT, "report|complaint|zgłoszeni|skarg|жалоб|обращени|denuncia|queja|aviso|raport|ankes"),
    (Matter.CASE, "case|spraw|przypad|дел|случа|caso|rast|çështj"),
)
_ABOUT = tuple(
    (matter, re.compile(rf"(?<!\w)(?:{stems})\w{{0,12}}{_NUMBER}", re.IGNORECASE)) for matter, stems in _WORDS
)
_BARE = re.compile(r"(?<![\w#])#(\d{1,9})(?!\d)")


def asked_about(text: str) -> tuple[Matter, int] | None:
    """What a short text asks about, and which number; None where it names none."""
    if len(text) > LONGEST:
        return None
    for matter, named in _ABOUT:
        if found := named.search(text):
            return matter, int(found[1])
    bare = _BARE.search(text)
    return None if bare is None else (Matter.ANY, int(bare[1]))
