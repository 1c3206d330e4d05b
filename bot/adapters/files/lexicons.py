"""Reads the reviewed word lists in `locales/<language>/lexicon/` into a lexicon.

The English list is better-profanity's, as its package carries it, minus what our review took out.
"""

import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from threading import Lock
from typing import Any

from bot.adapters.files import compiler, lexicon_cache
from bot.domain.moderation.text.index import Index, build_index
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.reading import Reading
from bot.domain.moderation.text.twin import tells_of
from bot.domain.moderation.text.words import Entry, Kind, Severity, WordHit, fold

PACKAGED = "better_profanity"
_REVIEW = "better_profanity.toml"
_Table = Mapping[str, Any]


class LazyLexicon:
    """A lexicon that is compiled when it is first asked, or ahead of that in another thread: it takes half a second."""

    def __init__(self, compile_it: Callable[[], Lexicon]) -> None:
        self._compile = compile_it
        self._lexicon: Lexicon | None = None
        self._lock = Lock()

    def compiled(self) -> Lexicon:
        """Give the lexicon; the first call compiles it. Raises ValueError when a list is broken."""
        if self._lexicon is None:
            with self._lock:
                self._lexicon = self._lexicon or self._compile()
        return self._lexicon

    def unmistakable(self, languages: Collection[str], at_least: Severity = Severity.STRONG) -> tuple[Entry, ...]:
        """List as the lexicon does."""
        return self.compiled().unmistakable(languages, at_least)

    def find(
        self,
        reading: Reading,
        languages: Collection[str],
        at_least: Severity = Severity.STRONG,
        except_: Collection[str] = (),
    ) -> tuple[WordHit, ...]:
        """Find as the lexicon does."""
        return (self._lexicon or self.compiled()).find(reading, languages, at_least, except_)


def load_lexicon(
    locales: Path, languages: Iterable[str], own: Iterable[Entry] = (), cache: Path = lexicon_cache.HERE
) -> Lexicon:
    """Compile the lists of these languages and a community's own words; a language without a folder has no words.

    What was compiled before from the same lists is taken from the ``cache`` folder. Raises ValueError with the file's
    name when a list is broken.
    """
    wanted, own = frozenset(languages), tuple(own)
    paths = sorted(locales.glob("*/lexicon/*.toml"))
    sources = (*map(Path.read_bytes, paths), "\n".join(packaged_words()).encode())
    kept = cache / lexicon_cache.name_for(sources, own, sorted(wanted), *map(str, paths))
    build = compiler.start()
    index = lexicon_cache.read_index(kept)
    if index is None:
        index = _compiled(paths, wanted, own)
        lexicon_cache.keep_index(kept, index)
    return quickest(index, build)


def quickest(index: Index, build: compiler.Build | None = None) -> Lexicon:
    """Give the lexicon of an index, with the compiled twin where there can be one; ``build`` compiles it already."""
    twin = compiler.finish(build or compiler.start())
    return Lexicon(index, None if twin is None else tells_of(twin, index))


def _compiled(paths: Iterable[Path], wanted: frozenset[str], own: tuple[Entry, ...]) -> Index:
    entries: list[Entry] = [*own]
    ordinary: list[str] = []
    for path in paths:
        table = _table(path)
        try:
            # People write English in every community: everyday words of all languages stay everyday.
            ordinary += _everyday(table)
            if table["language"] in wanted:
                entries += _reviewed(table) if path.name == _REVIEW else _entries(table, wanted)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{path}: {error!r}") from error
    return build_index(entries, ordinary)


def packaged_words() -> tuple[str, ...]:
    """Give the word list that better-profanity carries, as it is."""
    package = find_spec(PACKAGED)  # not imported: that alone would cost more than everything else here
    assert package is not None
    text = Path(str(package.origin)).with_name("profanity_wordlist.txt").read_text(encoding="utf-8")
    return tuple(dict.fromkeys(line.strip().lower() for line in text.splitlines() if line.strip()))


def review_of_packaged(locales: Path) -> tuple[dict[str, Severity], dict[str, str]]:
    """Give what our review keeps of that list with its severity, and what it removes with the reason."""
    table = _table(locales / "en" / "lexicon" / _REVIEW)
    removed = {word: group["reason"] for group in table["removed"] for word in _listed(group["words"])}
    return _kept(table), removed


def _table(path: Path) -> _Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def _listed(words: str) -> list[str]:
    return [word.replace("~", " ") for word in words.split()]


def _reviewed(table: _Table) -> Iterator[Entry]:
    kept = _kept(table)
    for word in packaged_words():
        if word in kept:
            yield _entry(word, table["language"], kept[word])


def _kept(table: _Table) -> dict[str, Severity]:
    return {word: Severity[name.upper()] for name, words in table["kept"].items() for word in _listed(words)}


def _entries(table: _Table, languages: frozenset[str]) -> Iterator[Entry]:
    language = table["language"]
    for group in table.get("words", ()):
        # Where people also speak a language in which these are everyday words, they are not judged.
        if languages.isdisjoint(group.get("everyday_in", "").split()):
            yield from _families(group, language, name=not languages.isdisjoint(group.get("names_in", "").split()))
    for group in table.get("paradigms", ()):
        for word in _paradigm(group):
            yield _entry(word, language, _severity(group), group["base"])
    for group in table.get("phrases", ()):
        for phrase in group["phrases"]:
            yield _entry(phrase, language, _severity(group))
    for group in table.get("stems", ()):
        within = frozenset(map(fold, group["within"].split()))
        yield Entry(group["stem"], language, _severity(group), "stem", group.get("base", ""), within=within)


def _families(group: _Table, language: str, *, name: bool) -> Iterator[Entry]:
    for family in map(str.split, group["families"].strip().splitlines()):
        for word in family:
            one = _entry(word, language, _severity(group), family[0])
            yield replace(one, accents=group.get("accents", False), name=name)


def _paradigm(group: _Table) -> Iterator[str]:
    parts = (group[part].split() for part in ("prefixes", "stems", "endings"))
    return ("".join(word).replace("-", "") for word in product(*parts))


def _entry(word: str, language: str, severity: Severity, base: str = "") -> Entry:
    spaced = word.replace("-", " ")
    kind: Kind = "phrase" if " " in spaced else "word"
    return Entry(spaced, language, severity, kind, base)


def _severity(group: _Table) -> Severity:
    return Severity[str(group["severity"]).upper()]


def _everyday(table: _Table) -> list[str]:
    words: str = table.get("ordinary", {}).get("words", "")
    return _listed(words)
