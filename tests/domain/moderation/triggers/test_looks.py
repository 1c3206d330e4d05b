"""What a single message looks like: capitals, emoji, marks, length, scripts, what hangs on it and how it came."""

from dataclasses import replace

import pytest

from bot.core.attachments import Attachment, kind_of_file
from bot.domain.moderation.triggers import Attachments, Caps, Emoji, Length, Posted, Scripts, Zalgo
from bot.domain.moderation.triggers.posted import Way
from bot.domain.moderation.triggers.scripts import SCRIPTS, script_of
from tests.build import ANN
from tests.domain.moderation.triggers.looking import look

CAPS, EMOJI, ZALGO = Caps(0.7), Emoji(5), Zalgo()
READ_HERE = Scripts(frozenset({"latin"}))


@pytest.mark.parametrize("text", ["WHY DOES NOBODY ANSWER", "НИКТО НЕ ОТВЕЧАЕТ мне", "DLACZEGO NIKT NIE ODPOWIADA ż"])
def test_shouting_is_heard_in_every_script_with_capitals(text):
    assert look(CAPS, text)


@pytest.mark.parametrize(
    "text",
    [
        "LOL",
        "The HTTP and JSON parts of the API",
        "an ordinary sentence, nothing more",
        "see HTTPS://EXAMPLE.COM/ABCDEFGHIJKLMNOP please",
        "<:KEKWKEKWKEKW:1234567890> <@123456789> @SOMEBODYLOUD",
        "use `SELECT NAME FROM PEOPLE` there",
        "大家好大家好大家好大家好大家好",
        "123456789012345",
        "Привет, это обычное сообщение",
    ],
)
def test_what_is_no_shouting(text):
    assert not look(CAPS, text)


def test_caps_tell_the_share():
    assert look(CAPS, "AAAAAAAAAAAAbb").found == "86%"


@pytest.mark.parametrize("text", ["😀" * 5, "👨‍👩‍👧‍👦👍🏽🇵🇱❤️1️⃣", "<:a:1><a:b:2><:c:3><:d:4><:e:5>", "x 😀 y 😀😀😀😀"])
def test_a_wall_of_emoji(text):
    assert look(EMOJI, text).found == "5"


@pytest.mark.parametrize(
    "text", ["😀😀😀😀", "👨‍👩‍👧‍👦👍🏽🇵🇱❤️", "12345", "zażółć gęślą", "#### 1234 ****", "日本語です、はい"]
)
def test_a_family_a_flag_and_a_figure_are_no_wall(text):
    assert not look(EMOJI, text)


@pytest.mark.parametrize("text", ["h\u0301\u0302\u0303\u0304i", "ok e\u0489\u0489\u0489\u0489\u0489"])
def test_a_heap_of_marks(text):
    assert look(ZALGO, text)


@pytest.mark.parametrize(
    "text", ["hi", "zażółć", "Tie\u0302\u0301ng Vie\u0323\u0302t", "שָׁלוֹם", "नमस्ते", "ภาษาไทยที่นี่", "\u0301\u0301", "😀❤️"]
)
def test_marks_that_people_write_with(text):
    assert not look(ZALGO, text)


def test_marks_without_any_letter_are_a_heap_too():
    assert look(ZALGO, "\u0301" * 9).found == "\u0301" * 3


def test_length_in_characters_and_in_lines():
    assert look(Length(characters=5), "12345").found == "5"
    assert not look(Length(characters=5), "1234")
    assert look(Length(lines=3), "a\n\n").found == "3"
    assert not look(Length(lines=3), "a\nb")
    assert not look(Length(characters=9), "", also=("an embed of many words",))


def test_attachments_by_kind():
    programs = Attachments(frozenset({Attachment.PROGRAM}))
    both = frozenset({Attachment.PROGRAM, Attachment.PHOTO})
    assert look(programs, carries=both, attachments=2).found == "program"
    assert not look(programs, carries=frozenset({Attachment.PHOTO}), attachments=1)
    assert not look(Attachments(), "only words")
    assert look(Attachments(), carries=both, attachments=2).found == "photo, program"
    assert look(Attachments(), attachments=1).found == "file"
    assert not look(programs, attachments=1)


@pytest.mark.parametrize(
    ("name", "media_type", "kind"),
    [
        ("holiday.JPG", "image/jpeg", Attachment.PHOTO),
        ("holiday.jpg.exe", "image/jpeg", Attachment.PROGRAM),
        ("setup.exe. ", "", Attachment.PROGRAM),
        ("notes.tar.GZ", "application/gzip", Attachment.ARCHIVE),
        ("funny.gif", "image/gif", Attachment.ANIMATION),
        ("song.mp3", "audio/mpeg", Attachment.AUDIO),
        ("clip.mp4", "video/mp4", Attachment.VIDEO),
        ("letter.pdf", "application/pdf", Attachment.FILE),
        ("", "", Attachment.FILE),
    ],
)
def test_a_files_kind_goes_by_its_name_first(name, media_type, kind):
    assert kind_of_file(name, media_type) is kind


@pytest.mark.parametrize(
    ("ways", "message", "found"),
    [
        ({Way.FORWARDED}, {"forwarded": True}, "forwarded"),
        ({Way.FORWARDED}, {"via_bot": "gif"}, None),
        ({Way.VIA_BOT}, {"via_bot": "SpamBot"}, "@SpamBot"),
        ({Way.VIA_BOT}, {"via_bot": "Gif"}, None),
        ({Way.VIA_BOT}, {"forwarded": True}, None),
        ({Way.AS_CHANNEL}, {"by": replace(ANN, is_channel=True, name="News")}, "News"),
        ({Way.FORWARDED, Way.VIA_BOT}, {"by": replace(ANN, is_channel=True)}, None),
        (set(Way), {}, None),
    ],
)
def test_how_a_message_came(ways, message, found):
    hit = look(Posted(frozenset(ways), frozenset({"gif"})), "x", **message)
    assert (hit and hit.found) == found


@pytest.mark.parametrize(
    ("text", "script"),
    [("Привет всем тут", "cyrillic"), ("你好你好", "han"), ("ok مرحبا بكم", "arabic"), ("γειά σου φίλε", "greek")],
)
def test_writing_that_cannot_be_read_here(text, script):
    assert look(READ_HERE, text).read_as == script


@pytest.mark.parametrize(
    "text",
    [
        "an English sentence",
        "zażółć gęślą jaźń",
        "my friend Ольга said hello to everybody",
        "да?",
        "𝕙𝕖𝕝𝕝𝕠 𝓯𝓻𝓲𝓮𝓷𝓭𝓼",
        "ｆｕｌｌ ｗｉｄｔｈ",
        "ⓗⓔⓛⓛⓞ",
        "1234 😀",
        "µµµµ ªº",
    ],
)
def test_what_can(text):
    assert not look(READ_HERE, text)


def test_ascii_cannot_be_read_where_latin_is_not():
    assert look(Scripts(frozenset({"cyrillic"})), "buy now cheap").read_as == "latin"
    assert not look(Scripts(frozenset({"cyrillic"})), "обычный текст")


def test_every_script_of_the_list_is_one_of_unicode():
    import sys

    known = {script_of(chr(code)) for code in range(sys.maxunicode) if chr(code).isalpha()}
    assert set(SCRIPTS) <= known
    script_of.cache_clear()


@pytest.mark.parametrize("text", ["x\u2003" * 10 + "ABCDEFGHIJKLMNOP" * 250, "AB:/" * 1000, "`A" * 2000, "<A" * 2000])
def test_hostile_capitals_take_no_time(text):
    look(CAPS, text)


def test_of_a_long_text_every_few_letters_speak_for_all():
    assert look(Scripts(frozenset({"latin"}), letters=2500), "мир " * 1000)
    assert not look(Scripts(frozenset({"latin"}), letters=3500), "мир " * 1000)
    assert not look(READ_HERE, "мир good " * 500)
