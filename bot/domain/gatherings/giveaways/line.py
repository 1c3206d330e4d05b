"""What people type after /giveaway: ``prize:"A book" winners:2 until:"friday 18:00"``, in any order.

What stands before the first setting is the prize. A value without quotes goes on to the next setting.
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
    EVERYWHERE = "everywhere"


_WORDS: Mapping[Key, str] = {
    Key.PRIZE: "prize nagroda приз premio çmimi",
    Key.WINNERS: "winners winner zwycięzcy победители ganadores fitues",
    Key.UNTIL: "until closes do до hasta deri",
    Key.MEMBER_FOR: "member_for member członek участник miembro anëtar",
    Key.ACCOUNT_FOR: "account_for account konto аккаунт cuenta llogari",
    Key.RANK: "rank ranga ранг rango grada",
    Key.ROLE: "role rola роль rol roli",
    Key.LINKED: "linked połączone связаны vinculadas lidhur",
    Key.QUESTION: "question pytanie вопрос pregunta pyetja",
    Key.ANSWER: "answer odpowiedź ответ respuesta përgjigja",
    Key.CLAIM: "claim claim_within odbiór забрать reclamar marrja",
    Key.EVERYWHERE: "everywhere wszędzie везде todas kudo",
}
_KEYS = {word: key for key, words in _WORDS.items() for word in words.split()}
_SETTING = re.compile(
    rf"(?<![^\s,;])({'|'.join(sorted(map(re.escape, _KEYS), key=len, reverse=True))})\s*:\s*", re.IGNORECASE
)
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

    @property
    def conditions(self) -> str:
        """Everything but the prize, the winners and the end, as it would stand in a field."""
        rest = ((key, words) for key, words in self.said.items() if key not in {Key.PRIZE, Key.WINNERS, Key.UNTIL})
        return "\n".join(f'{key}:"{words}"' for key, words in rest)


def read_line(line: str) -> Typed:
    """Cut a line, or the field for conditions, into its settings."""
    said: dict[Key, str] = {}
    loose: list[str] = []
    at, key = 0, Key.PRIZE
    for found in _SETTING.finditer(line):
        if found.start() < at:  # inside of quotes
            continue
        _take(said, loose, key, line[at : found.start()])
        key, at = _KEYS[found[1].casefold()], found.end()
        quoted = _QUOTED.match(line, at)
        if quoted is not None:
            said[key] = next(words for words in quoted.groups() if words is not None).strip()
            key, at = Key.PRIZE, quoted.end()
    _take(said, loose, key, line[at:])
    prize = " ".join(loose)
    return Typed({**said, Key.PRIZE: prize} if prize and not said.get(Key.PRIZE) else said)


def _take(said: dict[Key, str], loose: list[str], key: Key, words: str) -> None:
    words = " ".join(words.strip(_AROUND).split())
    if not words:
        return
    if key is Key.PRIZE:
        quoted = _QUOTED.fullmatch(words)
        loose.append(words if quoted is None else words[1:-1].strip())
    else:
        said[key] = words
