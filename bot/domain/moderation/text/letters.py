"""What a character looks like to a reader, whatever its code point says."""

import re
import unicodedata
from functools import lru_cache
from itertools import compress
from operator import ne

NATIVE = "ąćęłńóśźżáéíñúüëçабвгдежзийклмнопрстуфхцчшщъыьэюяё"
ACCENTED = frozenset("ąćęłńóśźżáéíñúüëçёй")

# Characters that chat in five languages is made of: they need no work beyond case folding, and each stays one
# character. Emoji count, or every second message would take the slow way.
EVERYDAY_SIGNS = "\u00a0¡¿§°·«»„“”‘’–—…№€£•¢"
PICTURES = (("\u2190", "\u21ff"), ("\u2600", "\u27bf"), ("\u2b50", "\u2b50"), ("\U0001f300", "\U0001f64f"),
            ("\U0001f680", "\U0001faff"))  # fmt: skip
"""From one to another: arrows, signs and emoji."""
_EVERYDAY = (
    r"\t\n\r -~" + EVERYDAY_SIGNS + NATIVE + NATIVE.upper() + "".join(f"{first}-{last}" for first, last in PICTURES)
)
_UNUSUAL = re.compile(rf"[^{_EVERYDAY}\ufe0f\u200d]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
JOINERS = ("\ufe0f", "\u200d")  # everyday after an emoji, but not after a letter
_JOINED_LETTER = re.compile(r"[^\W_][\ufe0f\u200d]")
_ACCENTED = re.compile("[ąćęłńóśźżáéíñúüëçёй]")
_WITHOUT_ACCENT = dict(zip("ąćęłńóśźżáéíñúüëçёй", "acelnoszzaeinuuec" + "еи", strict=True))

# Lower-case letters of other alphabets that look like a Latin one. Plain Cyrillic ones are not here: in a Russian
# word they are what they are, and a skeleton reads them where a token mixes alphabets.
_LOOK_ALIKES = {
    **dict(
        zip("αβγεηικμνοπρτυχωϲϳօոսһԁԛԝѕіїјєғɑɡıʟɴʀɪʏʙʜɢꜱ", "abyenikmvonptuxwcjonuhdqwsiijefagilnriybhgs", strict=True)
    ),
    **dict(zip("ҽցհյզყǫ", "eghjqyq", strict=True)),
    **dict(zip("ᎪᏴᏟᎠᎬᏀᎻᏆᎫᏦᏞᎷᏢᏒᎡᏚᎢᏙᎳᎩᏃᎥ", "abcdeghijklmprrstvwyzi", strict=True)),  # Cherokee
    **dict(zip("ᴦᴧᴨᴩᴙ", "глпря", strict=True)),  # small capitals that only Cyrillic lacks otherwise
    **dict(zip("ɐɔəǝɟƃɥᴉɾʞʅɯɹʇʌʍʎ∀∩⅄", "aceefghijklmrtvwyauy", strict=True)),  # turned upside down
}
THEMSELVES = r"\u3400-\ua48c\uac00-\ud7a3\U00017000-\U000187f7"
"""Chinese, Korean, Yi and Tangut: thousands of characters, all of them what they are."""
_ITSELF = re.compile(f"[{THEMSELVES}]")
_FIRST_OF_ITSELF = "\u3400"
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
_NAMED_LETTER = re.compile(r"LATIN (?:SMALL |CAPITAL )?LETTER (?:SMALL CAPITAL )?([A-Z])(?: WITH .*)?$")
_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc", "Co", "Cs", "Cn"})
_SIMPLE = frozenset({"Lo", "So", "Sm", "Po", "Ps", "Pe", "Pd", "Mc"})
_LETTER_EMOJI = (0x1F150, 0x1F170, 0x1F1E6)  # 26 letters from each: circled, squared, regional indicators
_LATIN_BLOCKS = re.compile(r"[\x80-\u02af\u1d00-\u1dbf\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]")
_MOST_FROM_ONE = 4  # U+FDFA alone would become eighteen characters


def _table(groups: str) -> dict[int, str]:
    """Read `"a4@а b86"` as: 4, @ and the Cyrillic а stand for a; 8 and 6 for b."""
    return {ord(letter): group[0] for group in groups.split() for letter in group[1:]}


_AS_LATIN = _table("a4@а b86вьб c¢с e3€еёзэ g9 hн i1!|lі kк mм nп o0о pр rгя s$5 t7+т uvyуи xх× wш z2 dд")
_AS_CYRILLIC = _table("аa@ б6 вbьv8 гr дgd еe3€эзz иui1!|j кk лl мm нh оo0 пn рp сcs$5 тt7+ уy фf хx ч4 шw я9")


def is_unusual(text: str) -> bool:
    """Say whether the text holds a character that ordinary chat in five languages does not."""
    if text.isascii():
        return _CONTROL.search(text) is not None
    if _UNUSUAL.search(text):
        return True
    return any(joiner in text for joiner in JOINERS) and _JOINED_LETTER.search(text) is not None


def unaccented(text: str) -> str:
    """Take the diacritics of the five languages off lower-case text; every character stays one character."""
    if text.isascii():
        return text
    for letter in set(_ACCENTED.findall(text)):
        text = text.replace(letter, _WITHOUT_ACCENT[letter])
    return text


def latin_skeleton(token: str) -> str:
    """Read every sign as the Latin letter it resembles."""
    return token.translate(_AS_LATIN)


def cyrillic_skeleton(token: str) -> str:
    """Read every sign as the Cyrillic letter it resembles."""
    return token.translate(_AS_CYRILLIC)


def squeezed(token: str) -> str:
    """Write each run of one letter as one letter; of many words with blanks between them as well as of one."""
    return "".join(compress(token, map(ne, token, token[1:] + "\0")))


def stretches(token: str, word: str) -> bool:
    """Say whether a token is the word with some of its letters repeated, none left out."""
    at = spot = 0
    while spot < len(word):
        run, width = _run(word, spot), _run(token, at)
        if token[at : at + 1] != word[spot] or width < run:
            return False
        at, spot = at + width, spot + run
    return at == len(token)


@lru_cache(maxsize=32768)
def shown(char: str) -> str:
    """Give the lower-case characters that a reader takes one character for; none for what cannot be seen."""
    low = char.lower()
    if low in NATIVE or (char >= _FIRST_OF_ITSELF and _ITSELF.match(char)):
        return low
    category = unicodedata.category(char)
    if category in _UNSEEN or char in _BLANKS:
        return char if char in "\t\n\r" else ""
    if category in _SIMPLE and not unicodedata.decomposition(char):
        return _emoji_letter(char) if category == "So" else _LOOK_ALIKES.get(low, low)
    flat = unicodedata.normalize("NFKC", char).casefold()
    if len(flat) == 1:
        return _letter(flat)
    if len(flat) == 3 and flat[0] == "(" and flat[2] == ")":
        return flat[1]  # a parenthesised letter of its own code point
    return " " if len(flat) > _MOST_FROM_ONE else "".join(map(_letter, flat))


def _emoji_letter(char: str) -> str:
    code = ord(char)
    for first in _LETTER_EMOJI:
        if first <= code < first + 26:
            return chr(ord("a") + code - first)
    return char


def _letter(char: str) -> str:
    if char.isascii() or char in NATIVE:
        return char
    base = char if char in _LOOK_ALIKES else unicodedata.normalize("NFD", char)[0]
    if base.isascii() or base in NATIVE:
        return base
    if base in _LOOK_ALIKES:
        return _LOOK_ALIKES[base]
    if unicodedata.category(base) in _UNSEEN:
        return ""
    named = _NAMED_LETTER.match(unicodedata.name(base, "")) if _LATIN_BLOCKS.match(base) else None
    return named[1].lower() if named else base


def _run(text: str, start: int) -> int:
    """Count how often the letter at `start` stands there in a row."""
    end = start
    while end < len(text) and text[end] == text[start]:
        end += 1
    return end - start
