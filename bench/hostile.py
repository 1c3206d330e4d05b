"""Messages made to cost as much as they can: each fills what a messenger lets a member write."""

import random
from collections.abc import Callable

LONGEST = 6000
"""Characters: Telegram takes 4,096, Discord 4,000 with nitro, and embeds come on top of that."""

_UNITS = {
    "dots between letters": "a.a.",
    "dots between Cyrillic letters": "п.и.",
    "spelt out": "f u ",
    "spelt out, Cyrillic": "х у й ",
    "one letter": "a",
    "letters thrice": "aaa ",
    "letters twice": "ffuucckk ",
    "stars": "f*f*",
    "digits": "a1",
    "digits and blanks": "s1s1 ",
    "two alphabets": "fuсk ",
    "two marks each": "f\u0301\u0302",
    "tags": "f<b>u",
    "double v": "vv ",
    "near misses": "wh re ",
    "emoji between letters": "🔥f",
    "backslashes": "\\f",
    "backticks": "`f",
    "brackets and dots": "a[.]",
    "brackets only": "[(<{",
    "words that almost join": "put as ",
    "one letter a line": "f\nu\n",
    "pieces of words": "k u r ",
    "a listed word": "fuck",
    "listed words": "fuck ",
    "masked words": "fu*k ",
    "spoilers": "f||",
    "ligatures": "ﷺ",
    "underscores": "a_",
    "at signs": "@@a",
    "mentions": "@everyon ",
    "joined emoji": "👩‍👩‍👧‍👦",
    "flags": "🇵🇱",
    "spelt in flags": "🇫 🇺 🇨 🇰 ",
    "right to left": "\u202efuck\u202c",
    "invisible": "f\u200bu\u200b",
    "full width": "ｆｕｃｋ ",
    "soft hyphens": "f\u00adu\u00ad",
    "slashes": "://",
    "schemes": "http://a",
    "escapes": "%2e%2e",
    "numbers": "123 ",
    "digits in a row": "1",
    "card numbers": "4111 1111 1111 1111 ",
    "phone signs": "+48-(",
    "mail addresses": "a@b.pl ",
    "half a mail address": "a.-+",
    "capitals": "AB cd ",
    "dots as words": "a dot com ",
    "invitations": "discord.gg/abc ",
    "tg links": "tg:a ",
    "code": "```a``` ",
    "quotes": "\n> a",
    "kana": "メートル",
    "hangul": "한국어 ",
    "combining Cyrillic": "и\u0306",
    "commas": ",",
    "line ends": "\n",
    "nested markup": "**__~~||a",
    "marks upon foreign letters": "ａ\u0301",
    "halves of words far apart": "shi ---- t ",
    "a phrase that goes on wrong": "son of a bit ",
    "masks that fit many": "п*******ь ",
    "masked ends": "по******* ",
    "schemes without an address": "a_a_:/",
    "a listed stem without end": "motherfuck",
    "markup in markup in markup": "<b><i>**~~||f",
}


def hostile(seed: int, size: int = LONGEST) -> dict[str, str]:
    """Give each by what it is; the same seed makes the same."""
    chance = random.Random(seed)  # noqa: S311 - for repeatable texts, not for secrets
    texts = {name: unit * (size // len(unit) + 1) for name, unit in _UNITS.items()}
    for name, made in _MADE.items():
        pieces: list[str] = []
        length = 0
        while length < size:
            pieces.append(made(chance))
            length += len(pieces[-1])
        texts[name] = "".join(pieces)
    texts["all of Latin-1 and on"] = "".join(map(chr, range(0xA0, 0xA0 + size)))
    texts["mathematical letters"] = "".join(map(chr, range(0x1D400, 0x1D800))) * (size // 1024 + 1)
    texts["compatibility characters"] = "".join(map(chr, range(0xF900, 0xFFEF))) * 4
    return {name: text[:size] for name, text in texts.items()}


def _letters(chance: random.Random, alphabet: str, most: int) -> str:
    return "".join(chance.choices(alphabet, k=chance.randint(1, most)))


def _near(chance: random.Random, word: str) -> str:
    """Put a sign in the place of a letter, and another letter beside it."""
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + chance.choice("*#@$013") + chance.choice(_LATIN) + word[at + 1 :]


def _without_one(chance: random.Random, word: str) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


_LISTED = ("fuckers", "bullshit", "asshole", "bitches", "motherfucker", "kurwami", "пиздец", "ублюдок", "gilipollas")
_LATIN, _CYRILLIC, _BOTH = "abcdefghijklmnoprstuwxyz", "абвгдежзийклмнопрстуфхцчшщъыьэюя", "aаcсeеoоpрxх"
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_MADE: dict[str, Callable[[random.Random], str]] = {
    "any Unicode": lambda r: chr(r.choice((r.randrange(0x20, 0xD800), r.randrange(0xE000, 0x20000)))),
    "any Unicode, spaced": lambda r: chr(r.randrange(0xA0, 0x3000)) + " ",
    "heaps of marks": lambda r: r.choice(_LATIN) + "".join(chr(r.randrange(0x300, 0x370)) for _ in range(9)),
    "different domains": lambda r: _letters(r, _LATIN, 6) + r.choice((".com ", ".pl ", ".example.org ")),
    "different domains, short": lambda r: r.choice(_LATIN) + r.choice(_LATIN) + ".io ",
    "domains like known ones": lambda r: r.choice(("disc", "stea", "goog")) + _letters(r, "ordlemvn01", 5) + ".com ",
    "links in links": lambda r: "http://" + _letters(r, _LATIN, 3) + ".pl?",
    "foreign domains": lambda r: "xn--" + _letters(r, _LATIN, 8) + ".com ",
    "Cyrillic domains": lambda r: _letters(r, _CYRILLIC, 5) + ".рф ",
    "spelt-out domains": lambda r: _letters(r, _LATIN, 4) + r.choice((" dot ", "[.]", " (dot) ")) + "com ",
    "escaped domains": lambda r: f"%{r.randrange(16, 127):x}" + _letters(r, _LATIN, 2) + ".com ",
    "different words": lambda r: _letters(r, _LATIN, 7) + " ",
    "different Cyrillic words": lambda r: _letters(r, _CYRILLIC, 7) + " ",
    "different words of two alphabets": lambda r: _letters(r, _BOTH, 7) + " ",
    "different leet": lambda r: _letters(r, "aeiost013457@$!|fcukshb", 7) + " ",
    "different masks": lambda r: r.choice("fscbpd") + _letters(r, "*#_?", 2) + _letters(r, "ktghn", 2) + " ",
    "different markup": lambda r: _letters(r, "fuckshit**__||``", 9) + " ",
    "different misspellings": lambda r: _letters(r, "fucckshiitbiitch", 8) + " ",
    "syllables apart": lambda r: _letters(r, "fuckshitbchua", 2) + " ",
    "different long words": lambda r: _letters(r, "fuckshit", 90) + " ",
    "different mentions": lambda r: f"@{_letters(r, _LATIN, 9)} ",
    "different numbers": lambda r: f"{r.randrange(10**6)} ",
    "different telephone numbers": lambda r: f"+{r.randrange(10**11)} ",
    "different mail addresses": lambda r: f"{_letters(r, _LATIN, 4)}@{_letters(r, _LATIN, 4)}.pl ",
    "signs": lambda r: r.choice("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    "signs and letters": lambda r: r.choice("!#$%&*+-./:<=>?@[\\]^_`|~") + r.choice("fuckshit"),
    "looks like listed words": lambda r: (
        "".join(r.choice(each) for each in ("fƒ", "uüv0", "cс(k", "kк<x")) + r.choice("5$zs ") + " "
    ),
    "listed words, letters doubled": lambda r: "".join(letter * r.randint(1, 3) for letter in r.choice(_LISTED)) + " ",
    "listed words, a letter short": lambda r: _without_one(r, r.choice(_LISTED)) + _letters(r, "eins", 2) + " ",
    "listed words, masked": lambda r: "".join(r.choice((letter, *"*#_")) for letter in r.choice(_LISTED)) + " ",
    "listed words, spelt out": lambda r: r.choice(" .-").join(r.choice(_LISTED)[: r.randint(3, 9)]) + " ",
    "some strange characters": lambda r: chr(r.randrange(0x2100, 0x22C0)) + r.choice("ａｂｃ"),
    "emoji": lambda r: chr(r.randrange(0x1F300, 0x1F650)),
    "all emoji there are": lambda r: chr(r.choice((r.randrange(0x1F300, 0x1FAFF), r.randrange(0x2600, 0x27BF)))),
    "alphabets in turns": lambda r: r.choice(_LATIN) + r.choice(_CYRILLIC) + r.choice("αβγδεικμνορτυχωաբգդ"),
    "new chunks near listed ones": lambda r: _near(r, r.choice(_LISTED)) + str(r.randrange(1000)) + " ",
    "marks upon listed words": lambda r: "".join(
        letter + chr(r.randrange(0x300, 0x340)) for letter in r.choice(_LISTED)
    ),
    "listed words in tags": lambda r: f"<{_letters(r, _LATIN, 3)}>".join(r.choice(_LISTED)) + " ",
    "short links, thousands": lambda r: r.choice(_LATIN) + "." + r.choice(("pl", "ru", "io")) + " ",
    "mentions by number, thousands": lambda r: f"<@{r.randrange(10**4)}>",
    "a forwarded dump of JSON": lambda r: (
        f'{{"{_letters(r, _LATIN, 6)}_{r.randrange(99)}": "{_letters(r, _LATIN, 9)}", "n": {r.randrange(10**9)}}}, '
    ),
    "base64": lambda r: "".join(r.choices(_BASE64, k=76)) + "\n",
    "hexadecimal": lambda r: f"{r.randrange(256):02x} ",
}
