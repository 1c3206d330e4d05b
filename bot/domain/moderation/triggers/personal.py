"""Telephone numbers, mail addresses and card numbers, which nobody should see again."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.text.reading import Span
from bot.domain.moderation.triggers.hit import Hit


class Personal(StrEnum):
    """A kind of personal data."""

    PHONE = "phone"
    EMAIL = "email"
    CARD = "card"


# Digits with single signs between them; not inside a longer number, an address, a mention or a price.
_NUMBER = re.compile(r"(?<![\w.,:/#@<&=?-])(?:\+|00)?\(?\d(?:[ \u00a0().-]{0,2}\d){6,22}(?![\w/:]|[.,]\d)")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d\d?[.-]\d\d?[.-]\d{2,4}")
_GROUP = re.compile(r"\d+")
_PHONE_DIGITS = range(9, 16)
_NATIONAL_DIGITS = range(9, 12)
_SOME_DIGITS = re.compile(r"\d[ \u00a0().-]{0,2}\d[ \u00a0().-]{0,2}\d")
"""What every such number begins with, and most chat does not hold."""
# How many digits a card has by its first ones (ISO/IEC 7812 and the schemes' own tables).
_CARDS = ((re.compile(r"4"), {13, 16, 19}), (re.compile(r"5[1-5]|2[2-7]|50|5[6-9]|6"), {16, 17, 18, 19}),
          (re.compile(r"3[47]"), {15}), (re.compile(r"3[0689]|35"), {14, 16}))  # fmt: skip
_LEFT = 2


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Fires on the ``kinds`` of personal data named; what it found is concealed, also in the evidence."""

    kinds: frozenset[Personal]
    kind: Literal["personal_data"] = "personal_data"
    needs: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        address = signs.AT if Personal.EMAIL in self.kinds else signs.NOTHING
        object.__setattr__(self, "needs", address | signs.DIGITS)

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the first, all but its last two signs hidden, and conceal every one of them."""
        del history
        found = sorted(self._found(seen.text), key=lambda one: one[1].start)
        if not found:
            return None
        kind, span = found[0]
        shown = "•••" + seen.text[span.end - _LEFT : span.end]
        return Hit(shown, kind.value, (seen.message.ref,), tuple(span for _, span in found))

    def _found(self, text: str) -> Iterator[tuple[Personal, Span]]:
        if "@" in text and Personal.EMAIL in self.kinds:
            yield from ((Personal.EMAIL, Span(*one.span())) for one in _MAIL.finditer(text))
        if _SOME_DIGITS.search(text) is None:
            return
        for number in _NUMBER.finditer(text):
            for kind, holds in _NUMBERS:
                if kind in self.kinds and holds(number[0]):
                    yield kind, Span(*number.span())
                    break


def is_card(written: str) -> bool:
    """Whether it has the shape of a card number, and its check digit is right."""
    digits = "".join(_GROUP.findall(written))
    if written[0] == "+" or not any(first.match(digits) and len(digits) in sizes for first, sizes in _CARDS):
        return False
    # Ids of messengers are longer than sixteen digits and stand without gaps; cards of that length do not.
    return _luhn(digits) and (len(digits) <= 16 or digits != written)


def is_phone(written: str) -> bool:
    """Whether it has the shape of a telephone number: international, or at home in groups as people write them."""
    groups = _GROUP.findall(written)
    digits = sum(map(len, groups))
    if written.startswith(("+", "00")):
        return digits in _PHONE_DIGITS
    if digits not in _NATIONAL_DIGITS or _DATE.match(written):
        return False
    return len(groups) > 2 and max(map(len, groups)) <= 4


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        total += digit if place % 2 == 0 else sum(divmod(2 * digit, 10))
    return total % 10 == 0


_NUMBERS: tuple[tuple[Personal, Callable[[str], bool]], ...] = ((Personal.CARD, is_card), (Personal.PHONE, is_phone))
