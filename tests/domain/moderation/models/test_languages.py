"""Which language a message is in, and when nobody should say."""

import zlib

import pytest

from bot.adapters.files.trained import WEIGHTS, LazyTongues, tongues
from bot.domain.moderation.models.languages import CODES, MAGIC, Tongues, parts_of
from bot.domain.moderation.triggers import Speaks
from tests.domain.moderation.triggers.looking import look

TABLE = WEIGHTS.joinpath("languages.bin").read_bytes()
SAID = {
    "en": "has anybody tried the new belt sander in the workshop yet?",
    "pl": "czy ktoś próbował już nowej szlifierki, która stoi w warsztacie?",
    "ru": "кто-нибудь уже пробовал новый станок, который стоит в мастерской?",
    "es": "¿alguien ha probado ya la lijadora nueva que está en el taller?",
    "sq": "a e ka provuar dikush makinën e re që kemi blerë për punishten?",
    "de": "hat schon jemand die neue Schleifmaschine in der Werkstatt ausprobiert?",
    "fr": "est-ce que quelqu'un a déjà essayé la nouvelle ponceuse de l'atelier ?",
    "uk": "чи хтось уже пробував новий верстат, який стоїть у майстерні?",
    "it": "qualcuno ha già provato la nuova levigatrice che sta in officina?",
}


@pytest.mark.parametrize("code", SAID)
def test_a_sentence_is_of_its_language_and_a_stranger_only_elsewhere(code):
    assert tongues().likeliest(SAID[code]) == code
    assert tongues().stranger(SAID[code], [other for other in ("en", "pl") if other != code]) == code
    assert tongues().stranger(SAID[code], [code]) == ""
    assert tongues().stranger(SAID[code], ["tr", code]) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ja nein doch",
        "haha lol xD omg rotfl",
        "Kommst du mit? he asked, and I had no idea what that meant",
        "we all shouted at once: alle guten Dinge sind drei, meine Freunde",
        "see https://example.org/die/neue/schleifmaschine/in/der/werkstatt @hatschonjemand <:ausprobiert:1>",
        "this line does it ```hat schon jemand die neue Maschine ausprobiert und wie geht das``` as far as I know",
        "1234 5678 !!!! ????",
        "aaaa bbbb cccc dddd eeee",
        "\ud800 \x00 x",
        "jestem za, let's go na to piwo after work, kto idzie with me?",
    ],
)
def test_short_mixed_and_doubtful_messages_are_nobodys(text):
    assert tongues().stranger(text, ("en", "pl")) == ""


def test_nothing_is_likeliest_where_there_is_nothing_to_tell():
    assert tongues().likeliest("lol ok") == ""
    assert tongues().likeliest("123 456") == ""
    assert tongues().likeliest("qqqq wwww xxxx jjjj vvvv") == ""
    assert tongues().likeliest(SAID["uk"], ("pl", "ru", "xx")) == "ru"


def test_where_nobody_speaks_a_language_that_can_be_told_every_one_is_strange():
    assert tongues().stranger(SAID["de"], ()) == "de"
    assert tongues().stranger(SAID["de"], ("xx",)) == "de"


def test_albanian_is_typed_without_its_dots():
    assert tongues().stranger("a e ka provuar dikush makinen e re qe kemi blere per punishten", ["sq"]) == ""
    assert tongues().stranger(SAID["it"], ["sq"]) == "it"


def test_a_hostile_text_is_read_only_so_far():
    assert tongues().stranger(SAID["de"] + "x" * 100_000, ("en",)) == "de"
    assert len(parts_of("ż" * 5000)) < 30


def test_the_table_is_written_as_it_is_read_and_names_its_source():
    table = Tongues({b" ab ": bytes((3, 50, 7, 9)), b"abcd": bytes((1, 1))}, "somebody")
    assert Tongues.parse(table.pack()) == table
    assert "Apache-2.0" in tongues().credit
    assert len(TABLE) < 310_000
    assert len(CODES) == len(set(CODES)) == 60


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        TABLE[:-9],
        b"TKLM" + TABLE[4:],
        TABLE[:4] + b"\x09" + TABLE[5:],
        TABLE[:2000] + b"?" + TABLE[2001:],
        MAGIC + b"\x01" + zlib.compress(b"[]\n"),
        MAGIC + b"\x01" + zlib.compress(b'{"codes": ["en"], "credit": ""}\n'),
        MAGIC + b"\x01" + zlib.compress(b"no json\n"),
        MAGIC + b"\x01" + zlib.compress(b"{}\n"),
    ],
)
def test_a_broken_table_is_refused(raw):
    with pytest.raises(ValueError, match=r"table of languages|Expecting value"):
        Tongues.parse(raw)


def test_a_table_that_is_cut_off_inside_is_refused():
    whole = zlib.decompress(Tongues({b" ab ": b"\x01\x02"}).pack()[5:])
    for shorter in (whole[:-1], whole + b"\x04"):
        with pytest.raises(ValueError, match="table of languages"):
            Tongues.parse(MAGIC + b"\x01" + zlib.compress(shorter))


def test_a_message_in_another_language_is_found_and_the_language_named():
    hit = look(Speaks(("en", "pl"), LazyTongues()), SAID["de"])
    assert (hit.found, hit.read_as) == ("hat schon jemand die neue Schleifmaschine in der Werkstatt a", "Deutsch (de)")
    assert look(Speaks(("en", "de"), LazyTongues()), SAID["de"]) is None
    assert look(Speaks(("en",)), SAID["de"]) is None
