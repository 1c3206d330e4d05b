"""What was compiled once is read back, and nothing that happens to the file can do harm."""

from pathlib import Path

import pytest

from bot.adapters.files import lexicon_cache
from bot.adapters.files.lexicons import load_lexicon
from bot.domain.moderation.text.index import build_index
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import Entry, Severity

LOCALES = Path(__file__).resolve().parents[3] / "locales"
OWN = Entry("florbit", "own/here", within=frozenset({"b", "a"}))


def kept_in(folder):
    return sorted(folder.glob("lexicon-*.json"))


def found(lexicon, text):
    return lexicon.find(read(text), ("en", "sq", "own/here"), Severity.MILD)


def test_a_lexicon_that_was_kept_answers_as_the_one_that_was_compiled(tmp_path):
    compiled = load_lexicon(LOCALES, ["en", "sq"], [OWN], tmp_path)
    (kept,) = kept_in(tmp_path)
    written = kept.stat().st_mtime_ns
    again = load_lexicon(LOCALES, ["sq", "en"], [OWN], tmp_path)
    assert kept.stat().st_mtime_ns == written
    assert again.index.entries == compiled.index.entries
    assert again.index.tokens == compiled.index.tokens
    for text in ("you f l o r b i t", "so sh1t", "eat shit", "qifshaa", "bullsht", "a f*ck", "good morning"):
        assert found(again, text) == found(compiled, text)


def test_other_words_or_languages_are_kept_apart(tmp_path):
    load_lexicon(LOCALES, ["sq"], [], tmp_path)
    load_lexicon(LOCALES, ["sq"], [OWN], tmp_path)
    load_lexicon(LOCALES, [], [], tmp_path)
    assert len(kept_in(tmp_path)) == 3


@pytest.mark.parametrize("broken", [b"", b"{}", b"\xff\xff", b"half"])
def test_a_broken_file_is_made_anew(tmp_path, broken):
    load_lexicon(LOCALES, ["sq"], [], tmp_path)
    (kept,) = kept_in(tmp_path)
    sound = kept.read_bytes()
    kept.write_bytes(broken if broken != b"half" else sound[: len(sound) // 2])
    assert found(load_lexicon(LOCALES, ["sq"], [], tmp_path), "qifsha")
    assert kept.read_bytes() == sound


def test_a_file_of_another_shape_is_not_read(tmp_path):
    path = tmp_path / "lexicon-x.json"
    text = '{"entries": [[1]], "tables": {}}'
    path.write_text(f"{lexicon_cache.hashlib.sha256(text.encode()).hexdigest()}\n{text}", encoding="utf-8")
    assert lexicon_cache.read_index(path) is None


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert found(load_lexicon(LOCALES, ["sq"], [], tmp_path / "file" / "folder"), "qifsha")


def test_what_was_kept_long_ago_is_dropped(tmp_path):
    for number in range(12):
        lexicon_cache.keep_index(tmp_path / f"lexicon-{number}.json", build_index([OWN]))
    assert len(kept_in(tmp_path)) == 8
    assert (tmp_path / "lexicon-11.json").exists()


def test_the_name_changes_with_everything_that_goes_in():
    names = {
        lexicon_cache.name_for([b"a"], []),
        lexicon_cache.name_for([b"b"], []),
        lexicon_cache.name_for([b"a"], [OWN]),
        lexicon_cache.name_for([b"a"], [], "en"),
    }
    assert len(names) == 4
