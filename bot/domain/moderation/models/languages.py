"""Tells the language of a message by the letters its words begin, go on and end with, and says nothing when unsure.

Use::

    tongues = Tongues.parse(raw)                    # once; raises ValueError for broken bytes
    tongues.stranger("Kommst du heute abend auch mit?", ("en", "pl"))       # "de"; "" for unsure, or spoken here
    tongues.likeliest("Kommst du heute abend auch mit?")                    # "de"; "" for too little to tell
"""

import json
import re
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

MAGIC = b"TKLI"
VERSION = 1
NAMES = {
    "am": "አማርኛ", "ar": "العربية", "az": "azərbaycan", "be": "беларуская", "bg": "български", "bn": "বাংলা",
    "ca": "català", "cs": "čeština", "da": "dansk", "de": "Deutsch", "el": "ελληνικά", "en": "English",
    "es": "español", "et": "eesti", "eu": "euskara", "fa": "فارسی", "fi": "suomi", "fr": "français",
    "gu": "ગુજરાતી", "he": "עברית", "hi": "हिन्दी", "hr": "hrvatski", "hu": "magyar", "hy": "հայերեն",
    "is": "íslenska", "it": "italiano", "ja": "日本語", "ka": "ქართული", "kn": "ಕನ್ನಡ", "ko": "한국어",
    "ku": "kurdî", "lo": "ລາວ", "lt": "lietuvių", "lv": "latviešu", "ml": "മലയാളം", "mr": "मराठी",
    "ms": "Melayu", "nl": "Nederlands", "no": "norsk", "or": "ଓଡ଼ିଆ", "pa": "ਪੰਜਾਬੀ", "pl": "polski",
    "pt": "português", "ro": "română", "ru": "русский", "sk": "slovenčina", "sl": "slovenščina", "sq": "shqip",
    "sr": "српски", "sv": "svenska", "ta": "தமிழ்", "te": "తెలుగు", "th": "ไทย", "tl": "Tagalog",
    "tr": "Türkçe", "uk": "українська", "ur": "اردو", "vi": "Tiếng Việt", "yo": "Yorùbá", "zh": "中文",
}  # fmt: skip
"""Every language that the table knows, by its code (ISO 639-1) and by its own name."""
CODES = tuple(NAMES)
FEWEST_WORDS = 5
"""Of fewer different words nobody can tell: names, loan words and slang are most of them."""
_READ = 1000  # characters: more of a text does not make its language clearer
_SURE = 80  # one part of a word that only one language has weighs 50
_SURE_OF_A_HALF = _SURE // 5
# Albanian is mostly typed without its ë and ç, and then looks like its neighbours.
_UNLIKE_ITS_BOOKS = {"sq": 60}
_NOT_SAID = re.compile(r"```.*?(?:```|\Z)|`[^`]*`|(?<!\w)\w++://\S+|www\.\S+|<[^<>\s]*>|[@#:]\w+:?", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Tongues:
    """How much each part of a word speaks for each language: pairs of a language's place in ``CODES`` and a weight."""

    parts: Mapping[bytes, bytes] = field(repr=False)
    credit: str = ""

    def stranger(self, text: str, spoken: Collection[str]) -> str:
        """Name the language of a text that is surely in none that is ``spoken``; empty for all others.

        Both halves of the text must be strange, so that a quote, a name or a line of a song among what everybody
        here understands is none. Unknown codes in ``spoken`` count for nothing.
        """
        words = _words(text)
        if len(set(words)) < FEWEST_WORDS:
            return ""
        ours = tuple(CODES.index(code) for code in spoken if code in NAMES)
        sure = _SURE + max((_UNLIKE_ITS_BOOKS.get(code, 0) for code in spoken), default=0)
        half = len(words) // 2
        if not all(self._is_strange(part, ours, _SURE_OF_A_HALF) for part in (words[:half], words[half:])):
            return ""
        scores = self._scores(words)
        best = max(range(len(CODES)), key=scores.__getitem__)
        return CODES[best] if scores[best] >= max((scores[one] for one in ours), default=0) + sure else ""

    def likeliest(self, text: str, among: Collection[str] = CODES) -> str:
        """Name the language that a text most looks like; empty when it is too short to tell, or when two are close."""
        words = _words(text)
        if len(set(words)) < FEWEST_WORDS:
            return ""
        scores = self._scores(words)
        second, best = sorted((scores[CODES.index(code)], code) for code in among if code in NAMES)[-2:]
        return best[1] if best[0] - second[0] >= _SURE_OF_A_HALF else ""

    @classmethod
    def parse(cls, raw: bytes) -> "Tongues":
        """Read a file that ``pack`` wrote. Raises ValueError for what is broken, or made for another version."""
        if raw[: len(MAGIC) + 1] != MAGIC + bytes((VERSION,)):
            raise ValueError("this is no table of languages that this version can read")
        try:
            head, _, body = zlib.decompress(raw[len(MAGIC) + 1 :]).partition(b"\n")
            about = json.loads(head)
            if tuple(about["codes"]) != CODES:
                raise ValueError("the table of languages is about other languages")
            return cls(dict(_entries(body)), str(about["credit"]))
        except (KeyError, TypeError, IndexError, zlib.error) as broken:
            raise ValueError(f"the table of languages is broken: {broken}") from broken

    def pack(self) -> bytes:
        """Write the file."""
        head = json.dumps({"codes": CODES, "credit": self.credit}, sort_keys=True).encode()
        body = b"".join(bytes((len(part), len(row))) + part + row for part, row in sorted(self.parts.items()))
        return MAGIC + bytes((VERSION,)) + zlib.compress(head + b"\n" + body, 9)

    def _is_strange(self, words: list[str], ours: tuple[int, ...], sure: int) -> bool:
        scores = self._scores(words)
        return max(scores) >= max((scores[one] for one in ours), default=0) + sure

    def _scores(self, words: list[str]) -> list[int]:
        scores = [0] * len(CODES)
        for part in {part for word in words for part in parts_of(word)}:
            row = self.parts.get(part)
            if row is not None:
                for at in range(0, len(row), 2):
                    scores[row[at]] += row[at + 1]
        return scores


@lru_cache(maxsize=8192)
def parts_of(word: str) -> tuple[bytes, ...]:
    """Cut a word into the bytes it begins with, goes on with and ends with, as the table was made."""
    raw = word.encode("utf-8", "replace")[:_LONGEST]
    if len(raw) <= 4:
        return (b" " + raw + b" ",)
    first, *rest = (raw[at : at + 4] for at in range(0, len(raw) - 4, 3))
    return (b" " + first, *rest, raw[-4:] + b" ")


def _words(text: str) -> list[str]:
    return _WORD.findall(_NOT_SAID.sub(" ", text[:_READ]).lower())


def _entries(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(body):
        part, row = body[at], body[at + 1]
        start = at + 2
        at = start + part + row
        if at > len(body):
            raise ValueError("the table of languages is cut off")
        yield body[start : start + part], body[start + part : at]
