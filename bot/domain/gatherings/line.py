"""Settings in one line: ``prize:"A book" winners:2 until:"friday 18:00"``, in any order.

What stands before the first setting is what the line is mostly about. A value without quotes goes on to the next
setting.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Key(StrEnum):
    """What can be set."""

    PRIZE = "prize"
    WINNERS = "winners"
    UNTIL = "until"
    MEMBER_FOR = "member_for"
    ACCOUNT_FOR = "account_for"
    RANK = "rank"
    ROLE = "role"
    LINKED = "linked"
    QUESTION = "question"
    ANSWER = "answer"
    CLAIM = "claim"
    INVITES = "invites"
    EVERYWHERE = "everywhere"
    TITLE = "title"
    BRING = "bring"
    JUDGED = "judged"
    JUDGING = "judging"
    JURY = "jury"
    LAW = "law"
    MOST = "most"
    REVIEW = "review"
    COUNTS = "counts"


_WORDS: Mapping[Key, str] = {
    Key.PRIZE: "prize prizes nagroda nagrody приз призы premio premios çmimi çmimet",
    Key.WINNERS: "winners winner zwycięzcy победители ganadores fitues",
    Key.UNTIL: "until closes do до hasta deri",
    Key.MEMBER_FOR: "member_for member członek участник miembro anëtar",
    Key.ACCOUNT_FOR: "account_for account konto аккаунт cuenta llogari",
    Key.RANK: "rank ranga ранг rango grada",
    Key.ROLE: "role rola роль rol roli",
    Key.LINKED: "linked połączone связаны vinculadas lidhur",
    Key.QUESTION: "question pytanie вопрос pregunta pyetja",
    Key.ANSWER: "answer odpowiedź ответ respuesta përgjigja",
    Key.INVITES: "invites zaproszenia приглашения invitaciones ftesat",
    Key.CLAIM: "claim claim_within odbiór забрать reclamar marrja",
    Key.EVERYWHERE: "everywhere wszędzie везде todas kudo",
    Key.TITLE: "title tytuł название título titulli",
    Key.BRING: "bring praca работа presentar punimi",
    Key.JUDGED: "judged ocena оценка decide vendos",
    Key.JUDGING: "judging ocenianie оценивание evaluación vlerësimi",
    Key.JURY: "jury jury жюри jurado juria",
    Key.LAW: "law zasada правило regla rregulli",
    Key.MOST: "most najwyżej максимум máximo maksimumi",
    Key.REVIEW: "review przegląd проверка revisión shqyrtimi",
    Key.COUNTS: "counts wyniki счёт recuento numërimi",
}
_QUOTED = re.compile(r'"([^"]*)"|“([^”“]*)[”“]|„([^”“"]*)[”“"]|«([^»]*)»')
_AROUND = " \t\r\n,;"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was set, in the words in which it was written; nothing of it is judged yet."""

    said: Mapping[Key, str] = field(default_factory=dict[Key, str])

    def __getitem__(self, key: Key) -> str:
        return self.said.get(key, "")

    def over(self, other: "Typed") -> "Typed":
        """Both; where both say something, this counts."""
        return Typed({**other.said, **{key: words for key, words in self.said.items() if words}})

    def besides(self, *fields: Key) -> str:
        """Everything that has no field of its own, as it would stand in the field for the rest."""
        rest = ((key, words) for key, words in self.said.items() if key not in fields)
        return "\n".join(f'{key}:"{words}"' for key, words in rest)


class Grammar:
    """What can be set in one kind of line; what stands loose in it is the ``main`` thing."""

    def __init__(self, main: Key, *keys: Key) -> None:
        self._main = main
        self._keys = {word: key for key in (main, *keys) for word in _WORDS[key].split()}
        words = "|".join(sorted(map(re.escape, self._keys), key=len, reverse=True))
        self._setting = re.compile(rf"(?<![^\s,;])({words})\s*:\s*", re.IGNORECASE)

    def read(self, line: str) -> Typed:
        """Cut a line, or the field for the rest, into its settings."""
        said: dict[Key, str] = {}
        loose: list[str] = []
        at, key = 0, self._main
        for found in self._setting.finditer(line):
            if found.start() < at:  # inside of quotes
                continue
            self._take(said, loose, key, line[at : found.start()])
            key, at = self._keys[found[1].casefold()], found.end()
            quoted = _QUOTED.match(line, at)
            if quoted is not None:
                said[key] = next(words for words in quoted.groups() if words is not None).strip()
                key, at = self._main, quoted.end()
        self._take(said, loose, key, line[at:])
        main = " ".join(loose)
        return Typed({**said, self._main: main} if main and not said.get(self._main) else said)

    def _take(self, said: dict[Key, str], loose: list[str], key: Key, words: str) -> None:
        words = " ".join(words.strip(_AROUND).split())
        if not words:
            return
        if key is self._main:
            quoted = _QUOTED.fullmatch(words)
            loose.append(words if quoted is None else words[1:-1].strip())
        else:
            said[key] = words
