"""Spans of time as people write them, in any of our languages: ``10m``, ``1d12h``, ``2 часа``, ``3 dni``."""

import re
from datetime import timedelta

_SPELLED = {
    timedelta(seconds=1): "s sec secs second seconds sek sekunda sekundy sekund sekundę seg segundo segundos "
    "sekondë sekonda sekonde с сек секунда секунды секунд секунду",
    timedelta(minutes=1): "m min mins minute minutes minuta minuty minut minutę minuto minutos minutë minutash "
    "м мин минута минуты минут минуту",
    timedelta(hours=1): "h hr hrs hour hours godz godzina godziny godzin godzinę hora horas orë ore orësh "
    "ч час часа часов",
    timedelta(days=1): "d day days dzień dzien dni dnia día días dia dias ditë dite ditësh "
    "д дн день дня дней дни сутки суток",
    timedelta(weeks=1): "w wk wks week weeks tydzień tydzien tygodnie tygodni tygodnia tyg semana semanas sem "
    "javë jave javësh нед неделя недели недель неделю",
}
UNITS = {word: span for span, words in _SPELLED.items() for word in words.split()}
"""How long each word for a unit of time is."""
_PIECE = re.compile(r"(\d{1,6})\s*([^\W\d_]+)\.?(?:,|\s+(?:and|oraz|i|и|y|e|dhe)(?=\s+\d))?\s*", re.IGNORECASE)
"""A number and a word, with what people put between two of them."""
LONGEST = timedelta(days=3660)


def parse_duration(text: str) -> timedelta | None:
    """Read a span; None for what is none, is zero, or is longer than ten years."""
    whole = timedelta(0)
    at = 0
    text = text.strip()
    while at < len(text):
        piece = _PIECE.match(text, at)
        unit = None if piece is None else UNITS.get(piece[2].lower())
        if piece is None or unit is None:
            return None
        whole += int(piece[1]) * unit
        if whole > LONGEST:  # at once: a long enough line of pieces would overflow
            return None
        at = piece.end()
    return whole or None
