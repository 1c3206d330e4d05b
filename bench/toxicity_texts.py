"""The labelled texts that toxicity is trained on and measured with: what may be copied lies in `bench/data`."""

import gzip
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.spam_texts import rows_of
from bot.adapters.files.lexicons import load_lexicon
from bot.domain.moderation.models.features import Features
from bot.domain.moderation.models.toxicity import features_of, marks_of
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import Severity

DATA = Path(__file__).resolve().parent / "data"
LOCALES = Path(__file__).resolve().parents[1] / "locales"
IDENTITIES = {
    "en": "gay|lesbian|bisexual|queer|transgender|trans|nonbinary|straight|heterosexual|homosexual|Muslim|Jewish|a Jew|"
    "Christian|Catholic|Buddhist|Hindu|Sikh|atheist|black|white|Asian|African|Latino|Mexican|Indian|Chinese|Arab|Roma|"
    "Ukrainian|Russian|Polish|Albanian|Spanish|American|European|an immigrant|a refugee|disabled|deaf|blind|autistic|"
    "a woman|a man|female|male|old|young|a migrant|Turkish|Palestinian|Israeli|Native American",
    "pl": "gejem|lesbijką|osobą trans|osobą transpłciową|biseksualna|biseksualny|homoseksualna|homoseksualny|"
    "heteroseksualny|muzułmaninem|muzułmanką|Żydem|Żydówką|katolikiem|katoliczką|protestantem|prawosławny|ateistą|"
    "ateistką|buddystą|Ukraińcem|Ukrainką|Rosjaninem|Niemcem|Niemką|Polakiem|Polką|Romem|Romką|Arabem|Turkiem|"
    "Wietnamczykiem|czarnoskóry|czarnoskóra|biały|Azjatą|imigrantem|uchodźcą|uchodźczynią|niepełnosprawny|"
    "niepełnosprawna|niewidomy|głuchy|autystyczna|kobietą|mężczyzną|Ślązakiem|Amerykaninem|Białorusinem",
}
"""Who people say they are. None of it is on any word list, and a model may not hold it against them."""
PLAIN = {
    "en": (
        "{}", "the {} people I know", "a {} person lives next door", "I am {}.", "i'm {}", "My sister is {}.",
        "As somebody who is {}, I can say it works.", "are you {}?", "He told us that he is {} and asked for help.",
        "Proud to be {}!", "we are {} and we meet on fridays", "My neighbour is {} and makes great bread.",
    ),
    "pl": (
        "{}", "Jestem {}.", "jestem {} i co z tego", "Moja siostra przyjaźni się z kimś, kto jest {}.",
        "Czy jesteś {}?", "Powiedział nam, że jest {}, i poprosił o pomoc.",  # codespell:ignore nam
        "jako ktoś, kto jest {}, mogę powiedzieć, że działa", "Dumnie mówię: jestem {}!",
        "Mój sąsiad jest {} i piecze świetny chleb.",
    ),
}  # fmt: skip
HELD_OUT = {"en": ("I am {}", "I am a {} person"), "pl": ("Jestem {}", "Jestem {} i tu mieszkam")}
"""What the bench asks; the first is the plainest, the second no template of the training."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a set: whether people called it toxic, what a model is told of it, and what stands out."""

    text: str
    label: bool
    features: Features
    marks: tuple[str, ...]


def labelled(path: Path, language: str, most: int | None = None, *, label: bool | None = None) -> list[Text]:
    """Read JSON lines, shuffled with a seed of their own; ``label`` takes the place of what stands there."""
    rows = rows_of(path)
    random.Random(path.name).shuffle(rows)  # noqa: S311 - for a repeatable order
    return [text_of(row["text"], language, label=bool(row["label"]) if label is None else label) for row in rows[:most]]


def text_of(text: str, language: str, *, label: bool) -> Text:
    """Read a text just as the bot does."""
    reading = read(text)
    words = _lexicon(language).find(reading, (language,), Severity.MILD)
    return Text(text, label, features_of(reading, words, language), marks_of(reading, words, language))


def davidson() -> list[Text]:
    return labelled(DATA / "en_davidson.jsonl.gz", "en")


def poleval() -> list[Text]:
    return labelled(DATA / "pl_poleval.jsonl.gz", "pl")


def irc() -> list[Text]:
    return labelled(DATA / "en_irc.jsonl.gz", "en", label=False)


def sms() -> list[Text]:
    """Spam is no attack: every one of them counts as clean."""
    return labelled(DATA / "en_sms.jsonl.gz", "en", label=False)


def scored_words(sure: float = 0.6, clean: float = 0.1) -> Iterator[Text]:
    """Texts of one word that alt-profanity-check is sure of; words that people are called by who they are left out."""
    named = {word.casefold() for phrase in IDENTITIES["en"].split("|") for word in phrase.split()}
    for line in gzip.decompress((DATA / "en_words_scored.tsv.gz").read_bytes()).decode().splitlines():
        word, chance = line.split("\t")
        if word.removesuffix("s") not in named and not clean <= float(chance) <= sure:
            yield text_of(word, "en", label=float(chance) > sure)


def plain_sentences(language: str) -> Iterator[Text]:
    """People who say who they are: clean."""
    for who in IDENTITIES[language].split("|"):
        for sentence in PLAIN[language]:
            yield text_of(sentence.format(who), language, label=False)


@cache
def _lexicon(language: str) -> Lexicon:
    return load_lexicon(LOCALES, (language,))
