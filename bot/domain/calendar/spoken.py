"""Repetitions in five languages: each word becomes the one that stands for it in all of them, and small words go.

``każdy pierwszy poniedziałek miesiąca``, ``cada primer lunes del mes`` and ``every first monday of the month`` are all
``every first MO month``. Accents make no difference.
"""

import re
import unicodedata
from collections.abc import Mapping

from bot.core.terms import WEEKDAYS

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""How RFC 5545 names the days of a week."""
_WORDS: Mapping[str, str] = {
    "every": "every each co każdy każda każdą każde każdego każdej "
    "каждый каждая каждую каждое каждые каждого каждой cada todos todas çdo",
    "other": "other",
    "day": "day days dzień dni dnia день дня дней дни дням числа día días ditë ditët ditën dita",
    "week": "week weeks tydzień tygodnie tygodni неделя неделю недели недель semana semanas javë javët",
    "month": "month months miesiąc miesiące miesięcy miesiąca месяц месяца месяцев mes meses muaj muajit muaji",
    "weekday": "weekday weekdays roboczy robocze roboczych будни будням будний рабочий рабочие рабочим "
    "laborable laborables hábiles pune punës",
    "daily": "daily codziennie ежедневно diario diaria diariamente përditë",
    "weekly": "weekly tygodniowo еженедельно semanal semanalmente përjavë",
    "monthly": "monthly miesięcznie ежемесячно mensual mensualmente përmuaj",
    "first": "first pierwszy pierwsza pierwszą pierwsze pierwszego первый первая первую первое primer primero primera "
    "parë",
    "second": "second drugi druga drugą drugie второй вторая вторую второе segundo segunda dytë",
    "third": "third trzeci trzecia trzecią trzecie третий третья третью третье tercer tercero tercera tretë",
    "fourth": "fourth czwarty czwarta czwartą czwarte четвёртый четвёртая четвёртую четвёртое cuarto cuarta katërt",
    "last": "last ostatni ostatnia ostatnią ostatnie ostatniego последний последняя последнюю последнее último última "
    "fundit",
}
_EVERY_SUCH = (
    "mondays poniedziałki понедельникам",
    "tuesdays wtorki вторникам",
    "wednesdays środy средам",
    "thursdays czwartki четвергам",
    "fridays piątki пятницам",
    "saturdays soboty субботам sábados",
    "sundays niedziele воскресеньям domingos",
)
"""Of several such days; a single one is a day like any other."""
_SMALL = (
    "at of on the and w we o na i oraz godz godzinie в во на по и часов a al de del el en la las los y hora "
    "të e në më dhe orë ora orën"
)
_NUMBER = re.compile(r"(\d{1,3})(?:[a-z]{2}|[oa]|-?го|-?е)?")
_BEHIND = re.compile(rf"\b(day|{'|'.join(CODES)}) (first|second|third|fourth|last)\b")
"""``e premtja e fundit``: what says which day stands behind it in Albanian."""
_SIGNS = str.maketrans({"ł": "l", ",": " ", ".": " "})


def _plain(text: str) -> str:
    """Without accents and capitals."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_SIGNS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _known() -> Mapping[str, str]:
    days = zip(CODES, WEEKDAYS, _EVERY_SUCH, strict=True)
    named = (*_WORDS.items(), *((code, f"{one} {several}") for code, one, several in days))
    return {_plain(word): meant for meant, words in named for word in words.split()}


_MEANT = _known()
_SILENT = frozenset(_plain(_SMALL).split())


def said(text: str) -> str:
    """What was said, in the words of no language; what is not known stays as it is, in small letters."""
    words = [word for word in _plain(text.replace("entre semana", "laborables")).split() if word not in _SILENT]
    meant = [_one(word) for word in words]
    if "weekday" in meant:  # "dni robocze", "рабочие дни"
        meant = [word for word in meant if word != "day"]
    return _BEHIND.sub(r"\2 \1", " ".join(meant))


def _one(word: str) -> str:
    number = _NUMBER.fullmatch(word)
    return number[1] if number else _MEANT.get(word, word)
