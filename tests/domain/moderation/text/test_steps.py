"""What looks like listed words is compared with them only so often, and no clean text comes near that."""

import random
from pathlib import Path

import pytest

from bot.adapters.files.lexicons import load_lexicon
from bot.domain.moderation.sample import sample
from bot.domain.moderation.text.lexicon import PASSES
from bot.domain.moderation.text.passes import MOST_STEPS, Seen
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import TOO_MANY
from bot.domain.moderation.triggers import Toxicity, Words
from tests.build import post
from tests.domain.moderation.text.test_lexicon import LANGUAGES, LEXICON
from tests.domain.moderation.triggers.looking import look

NEAR_MISSES = "za ---- ss " * 200
LENGTH = 4096
LOCALES = Path(__file__).resolve().parents[4] / "locales"


def words(text, languages=LANGUAGES):
    return [(hit.word, hit.how) for hit in LEXICON.find(read(text), languages)]


def test_a_text_with_too_much_to_compare_is_called_so():
    assert words(NEAR_MISSES) == [(TOO_MANY, "too many comparisons")]
    assert words(NEAR_MISSES, ("pl",)) == [(TOO_MANY, "too many comparisons")]
    assert words(NEAR_MISSES[:500]) == []


def test_what_was_found_before_is_told_instead():
    assert words("florbit " + NEAR_MISSES) == [("florbit", "plain")]
    assert words("florbit " + NEAR_MISSES, ("pl",)) == [(TOO_MANY, "too many comparisons")]


def test_several_ways_of_writing_are_all_found_in_one_look():
    assert words("florbit fllorbitt flrbit") == [("florbit", "plain"), ("florbit", "doubled"), ("florbit", "cut")]


def test_every_rule_about_words_fires_on_it_and_quotes_only_its_beginning():
    hit = look(Words(("pl",), lexicon=LEXICON), NEAR_MISSES)
    assert (hit.read_as, len(hit.found)) == (TOO_MANY, 100)


def test_it_is_no_insult():
    assert Toxicity(0.5, ("ru",), lexicon=LEXICON).judgement(sample(post(NEAR_MISSES))).words == ()


@pytest.fixture(scope="module")
def shipped():
    return load_lexicon(LOCALES, ("en", "pl", "ru", "es", "sq")).index


def lines(chance, make):
    """Fill a message with different lines."""
    text = ""
    while len(text) < LENGTH:
        text += make(chance) + "\n"
    return text[:LENGTH]


def some(chance, letters, least, most):
    return "".join(chance.choices(letters, k=chance.randint(least, most)))


HEX = "0123456789abcdef"
ASCII = "abcdefghijklmnopqrstuvwxyz"
CLEAN = {
    "a hex dump": lambda r: f"{r.randrange(2**32):08x}: " + " ".join(some(r, HEX, 4, 4) for _ in range(8)),
    "bytes": lambda r: " ".join(some(r, HEX, 2, 2) for _ in range(16)),
    "checksums": lambda r: some(r, HEX, 40, 40) + "  ./src/file.c",
    "base 64": lambda r: some(r, ASCII + ASCII.upper() + "0123456789+/", 76, 76),
    "keys": lambda r: "-".join(some(r, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 5, 5) for _ in range(5)),
    "passwords": lambda r: some(r, ASCII + "0123456789!@#$%*+-", 12, 12),
    "code": lambda r: f"    self.{some(r, ASCII, 1, 9)}_{some(r, ASCII, 1, 9)} = {some(r, ASCII, 1, 8)}({r.random()})",
    "addresses": lambda r: f"https://{some(r, ASCII, 3, 9)}.example.org/{some(r, HEX, 8, 8)}?p_{r.randrange(99)}=x-y",
    "mail": lambda r: f"{some(r, ASCII, 4, 9)}.{some(r, ASCII, 3, 8)}@example{r.randrange(99)}.org,",
    "a log": lambda r: f"2026-01-01T12:00:{r.randrange(60)}Z [INFO] {some(r, ASCII, 4, 9)}_x: took={r.randrange(99)}ms",
    "formulas": lambda r: " ".join(
        f"{r.choice('abcxyz')}{r.choice('+-*/=^_')}{r.choice('abcxyz12')}" for _ in range(20)
    ),
    "letters": lambda r: " ".join(r.choices(ASCII, k=30)),
    "emoji": lambda r: "".join(r.choices("🟥🟧🟨🟩🟦😀🔥", k=20)),
    "boxes": lambda r: some(r, "─│┌┐└┘├┤█▓▒░ /\\|_-.()'^*oO", 60, 60),
    "Chinese": lambda r: "".join(chr(r.randrange(0x4E00, 0x5E00)) for _ in range(40)),
    "Korean": lambda r: " ".join("".join(chr(r.randrange(0xAC00, 0xD7A3)) for _ in range(3)) for _ in range(9)),
    "Arabic": lambda r: " ".join("".join(chr(r.randrange(0x627, 0x64A)) for _ in range(5)) for _ in range(9)),
    "Greek": lambda r: " ".join(some(r, "αβγδεζηθικλμνξοπρστυφχψω", 2, 9) for _ in range(9)),
    "Cyrillic": lambda r: " ".join(some(r, "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", 2, 9) for _ in range(9)),
}


@pytest.mark.parametrize("name", CLEAN)
def test_no_clean_text_needs_half_of_what_there_is(name, shipped):
    reading = read(lines(random.Random(name), CLEAN[name]))
    seen = Seen(reading.folded, reading.words)
    for each in PASSES:
        if each.gate(shipped, seen):
            list(each.look(shipped, seen))
    assert seen.steps > MOST_STEPS / 2
