"""Phrases, spans and managers' words, spoken in the reader's language."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.files.locales import Unspoken, load_voices
from bot.core.text import (
    Bold,
    Code,
    Lines,
    Link,
    Localised,
    Mention,
    Moment,
    Quote,
    Rich,
    Voice,
    Voices,
    lines,
    plain,
    say,
)
from tests.build import ANN, NOON

PHRASES = {
    "en": """
hello = Hello, { $who }!
strikes = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
muted = Muted: { $span }
guideline = Guideline { $number }: { $text }
refused = That did not work: { $why }.
refusal-gone = it is gone
twice = { $who } and { $who }
only-english = only here
case = Case { $case }
big = { NUMBER($n, useGrouping: 1) }
tone = { $how ->
    [soft] gently
   *[other] somehow
}
""",
    "pl": """
hello = { $who } – dzień dobry!
strikes = { $count ->
    [one] { $count } ostrzeżenie
    [few] { $count } ostrzeżenia
    [many] { $count } ostrzeżeń
   *[other] { $count } ostrzeżenia
}
muted = Wyciszenie: { $span }
guideline = Zasada { $number }: { $text }
refused = Nie udało się: { $why }.
refusal-gone = tego już nie ma
twice = { $who } i { $who }
case = Sprawa { $case }
big = { NUMBER($n, useGrouping: 1) }
""",
    "es": "hello = ¡Hola, { $who }!",
    "sq": "muted = Heshtje: { $span }",
}
ANN_HERE = Mention(ANN.user, "Ann")


def written(folder: Path, phrases=PHRASES) -> Path:
    for language, text in phrases.items():
        (folder / language).mkdir()
        (folder / language / "core.ftl").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return written(tmp_path_factory.mktemp("locales"))


@pytest.fixture(scope="module")
def voices(folder) -> Voices:
    return load_voices(folder, strict=True)


@pytest.fixture
def english(voices) -> Voice:
    return voices.of("en")


@pytest.fixture
def polish(voices) -> Voice:
    return voices.of("pl")


def test_english_comes_first_and_then_every_language_that_has_a_folder(voices):
    assert voices.languages == ("en", "es", "pl", "sq")


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        *(("pl", "pl"), ("PL", "pl"), ("pl_PL", "pl"), ("es-419", "es"), ("es-ES", "es"), ("sq-AL", "sq")),
        *(("en-GB", "en"), ("pt-BR", "en"), ("zh-Hant-TW", "en"), ("", "en"), ("-", "en"), ("nonsense", "en")),
    ],
)
def test_the_nearest_known_language_is_spoken_else_english(voices, asked, given):
    assert voices.of(asked).language == given
    assert voices.of(asked) is voices.of(given)


def test_a_dialect_with_a_folder_of_its_own_is_preferred(tmp_path):
    voices = load_voices(written(tmp_path, PHRASES | {"pt-BR": "hello = Oi, { $who }!"}), strict=True)
    assert plain(voices.of("pt-br")(say("hello", who="Ann"))) == "Oi, Ann!"
    assert voices.of("pt-PT").language == "en"


def test_a_span_is_put_where_the_language_wants_it_and_text_around_it_stays_text(english, polish):
    assert english(say("hello", who=ANN_HERE)) == ("Hello, ", ANN_HERE, "!")
    assert polish(say("hello", who=ANN_HERE)) == (ANN_HERE, " – dzień dobry!")


@pytest.mark.parametrize(
    "span",
    [Bold("x"), Code("/x"), Quote("x"), Link("x", "https://example.org"), ANN_HERE, Moment(NOON)],
)
def test_every_kind_of_span_arrives_as_it_left(english, span):
    assert english(say("hello", who=span)) == ("Hello, ", span, "!")


def test_the_same_argument_may_be_said_twice(english):
    assert english(say("twice", who=ANN_HERE)) == (ANN_HERE, " and ", ANN_HERE)
    assert plain(english(say("twice", who=Localised({"en": "you"})))) == "you and you"


@given(st.text())
def test_what_people_wrote_arrives_untouched_and_is_never_read_as_a_phrase(voices, name):
    assert plain(voices.of("en")(say("hello", who=name))) == f"Hello, {name}!"


@pytest.mark.parametrize(
    "name", ["{ $who }", "{who}", "\U000f0000", "a\U000f0001b", "x" * 5000, "{ hello }", "\u2068", "**b**", "_", "<b>"]
)
def test_hostile_names_are_just_names(english, name):
    spoken = english(lines(say("hello", who=name), Localised({"en": "{who}, {other}"}, {"who": name})))
    assert plain(spoken) == f"Hello, {name}!\n{name}, {{other}}"


def test_a_name_cannot_stand_for_another_argument(english):
    spoken = english(say("guideline", number="\U000f0000", text=Bold("be kind")))
    assert spoken == ("Guideline \U000f0000: ", Bold("be kind"))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        *((1, "1 ostrzeżenie"), (2, "2 ostrzeżenia"), (5, "5 ostrzeżeń"), (12, "12 ostrzeżeń"), (22, "22 ostrzeżenia")),
        (0, "0 ostrzeżeń"),
    ],
)
def test_numbers_choose_the_plural_of_the_language(polish, count, said):
    assert plain(polish(say("strikes", count=count))) == said


def test_numbers_are_names_unless_a_phrase_asks_for_separators(english, polish):
    assert plain(english(say("case", case=12045))) == "Case 12045"
    assert plain(english(say("big", n=12045))) == "12,045"
    assert plain(polish(say("big", n=12045))) == "12\xa0045"


def test_a_word_may_choose_a_variant(english):
    assert plain(english(say("tone", how="soft"))) == "gently"


@pytest.mark.parametrize(
    ("span", "en", "pl", "sq"),
    [
        (timedelta(hours=3), "3 hours", "3 godziny", "3 orë"),
        (timedelta(minutes=10), "10 minutes", "10 minut", "10 minuta"),
        (timedelta(days=1), "1 day", "1 dzień", "1 ditë"),
        (timedelta(weeks=1), "1 week", "1 tydzień", "1 javë"),
        (timedelta(days=10), "10 days", "10 dni", "10 ditë"),
        (timedelta(minutes=90), "1 hour 30 minutes", "1 godzina 30 minut", "1 orë 30 minuta"),
        (timedelta(days=1, hours=12, seconds=5), "1 day 12 hours", "1 dzień 12 godzin", "1 ditë 12 orë"),
        (timedelta(milliseconds=300), "0 seconds", "0 sekund", "0 sekonda"),
        (timedelta(seconds=-5), "0 seconds", "0 sekund", "0 sekonda"),
    ],
)
def test_a_span_of_time_is_said_exactly_and_without_a_direction(voices, span, en, pl, sq):
    said = {v: plain(voices.of(v)(say("muted", span=span))) for v in ("en", "pl", "sq")}
    assert said == {"en": f"Muted: {en}", "pl": f"Wyciszenie: {pl}", "sq": f"Heshtje: {sq}"}


def test_a_phrase_within_a_phrase_is_spoken_in_the_same_language(polish):
    assert plain(polish(say("refused", why=say("refusal-gone")))) == "Nie udało się: tego już nie ma."
    nested = say("refused", why=say("hello", who=ANN_HERE))
    assert polish(nested) == ("Nie udało się: ", ANN_HERE, " – dzień dobry!.")


def test_words_of_managers_are_said_in_the_readers_language_else_in_their_first(english, polish):
    rule = Localised({"ru": "Будьте добры.", "pl": "Bądź miły."})
    assert plain(polish(say("guideline", number=2, text=rule))) == "Zasada 2: Bądź miły."
    assert plain(english(rule)) == "Будьте добры."
    assert english(Localised({})) == ()


def test_managers_words_have_slots_and_nothing_else_is_special_in_them(english):
    text = "Hi {who}{who}! {unknown} {} {0} {who.user} { who } 100% {{who}}"
    spoken = english(Localised({"en": text}, {"who": ANN_HERE}))
    assert spoken == (*("Hi ", ANN_HERE, ANN_HERE, "! {unknown} {} {0} {who.user} { who } 100% {", ANN_HERE, "}"),)


def test_text_that_needs_no_translation_is_left_alone(english):
    assert english(Rich(("a", "b", Bold("c"), "", "d"))) == ("ab", Bold("c"), "d")


def test_bodies_stand_one_under_the_other(english):
    body = lines(say("hello", who="Ann"), Rich((Quote("spam"),)), Lines(()), say("only-english"))
    assert english(body) == ("Hello, Ann!\n", Quote("spam"), "\n\nonly here")


def test_in_tests_a_missing_phrase_and_a_missing_argument_are_errors(voices):
    with pytest.raises(Unspoken, match="pl: there is no phrase 'only-english'"):
        voices.of("pl")(say("only-english"))
    with pytest.raises(Unspoken, match="en: hello: Unknown external: who"):
        voices.of("en")(say("hello"))


def test_in_production_english_steps_in_and_the_log_hears_of_it_once(folder, caplog):
    voices = load_voices(folder)
    with caplog.at_level(logging.WARNING):
        spoken = [plain(voices.of("pl")(say("only-english"))) for _ in range(3)]
    assert spoken == ["only here"] * 3
    assert [r.getMessage() for r in caplog.records] == ["locales: pl: there is no phrase 'only-english'"]


def test_what_not_even_english_can_say_is_said_by_its_key(folder):
    voice = load_voices(folder).of("sq")
    assert plain(voice(lines(say("nonsense"), say("hello")))) == "nonsense\nhello"


def test_a_broken_phrase_is_left_out_and_the_rest_of_its_file_stays(tmp_path, caplog):
    broken = PHRASES | {"pl": "hello = { $who\nmuted = Wyciszenie: { $span }\n", "xx": "a = b", "it": "# nothing yet"}
    folder = written(tmp_path, broken)
    (folder / "es" / "bytes.ftl").write_bytes(b"more = \xff")
    (folder / "notes.txt").write_text("not a language")
    (folder / "de").mkdir()
    voices = load_voices(folder)
    assert voices.languages == ("en", "es", "it", "pl", "sq")
    assert plain(voices.of("pl")(say("hello", who="Ann"))) == "Hello, Ann!"
    assert plain(voices.of("pl")(say("muted", span=timedelta(hours=1)))) == "Wyciszenie: 1 godzina"
    assert plain(voices.of("es")(say("hello", who="Ann"))) == "¡Hola, Ann!"
    faults = [r.getMessage() for r in caplog.records]
    assert any("core.ftl: cannot be read: 'hello = { $who'" in f for f in faults)
    assert any("bytes.ftl" in f for f in faults)
    assert any("xx" in f for f in faults)


def test_a_broken_phrase_is_an_error_in_tests(tmp_path):
    voices = load_voices(written(tmp_path, {"en": "hello = { $who"}), strict=True)
    with pytest.raises(Unspoken, match="cannot be read"):
        voices.of("en")(say("hello", who="Ann"))


def test_without_english_there_is_no_bot(tmp_path):
    with pytest.raises(FileNotFoundError, match="no English"):
        load_voices(written(tmp_path, {"pl": "a = b"}))


def test_more_arguments_than_a_phrase_needs_do_no_harm(english):
    assert plain(english(say("hello", who="Ann", why=Bold("unused")))) == "Hello, Ann!"


def test_languages_without_end_are_answered_and_not_all_remembered(voices):
    assert {voices.of(f"x-{n}").language for n in range(1_100)} == {"en"}
