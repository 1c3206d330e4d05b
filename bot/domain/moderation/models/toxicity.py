"""What speaks for an attack beside the words: how strong the listed ones are, and whether somebody is meant."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from bot.domain.moderation.models.features import BEGINNING, SIZE, Features, ends_of, mark_number
from bot.domain.moderation.models.learnt import Learnt
from bot.domain.moderation.models.linear import ZERO, About, Linear
from bot.domain.moderation.models.weights import known_words
from bot.domain.moderation.text.reading import Reading
from bot.domain.moderation.text.words import Severity, WordHit

NAMES = (
    "strong", "medium", "mild", "several", "you", "you-near-strong", "you-near-medium", "you-near-mild",
    "called-strong", "called-medium", "brief", "shouted",
)  # fmt: skip
"""Every mark there is."""

_NEAR = 24  # characters on either side: about four words
_LOOKED_AT = 20
_BRIEF = 6  # words: what is little more than the listed word
_YOU = {
    "en": "you your yours yourself yourselves u ur ya yall youre thou ye",
    "pl": "ty ciebie cie tobie toba twoj twoja twoje twojego twojej twoim twoich jestes jestescie wy was wam wami wasz "
    "wasza wasze waszych",
    "ru": "ты тебя тебе тобои твои твоя твое твоего твоеи твоих вы вас вам вами ваш ваша ваше ваши",
    "es": "tu te ti tus tuyo tuya contigo eres vos sos usted ustedes vosotros vosotras sois vuestro vuestra",
    "sq": "ti ty juve ju jeni je yt jote juaj tende ytin",
}
_SECOND_PERSON = {code: frozenset(words.split()) for code, words in _YOU.items()}
_WORD = re.compile(r"[^\W\d_]+")
_HANDLE = re.compile(r"(?<![\w.@/])@\w+|<@!?\d+>")
_UNSAID = ("@", "/", "<", "www")
_PASSED_ON = re.compile(r"rt(?<=\brt)\b")  # its letters first, so that a search leaps to them
_NOT_SAID = re.compile(r"(?<!\w)\w++://\S+|www\.\S+|<[@#:a][^<>\s]*>|(?<![\w.])@\w+|\brt\b")


_WEIGHTS = {
    "strong": 2.2, "medium": 1.8, "mild": 1.6, "several": 0.6, "you": 0.7, "brief": 0.4, "shouted": 0.2,
    "you-near-strong": 0.8, "you-near-medium": 0.8, "you-near-mild": 0.8, "called-strong": 0.3, "called-medium": 0.3,
}  # fmt: skip
_BIAS = -1.5
_MEANT = frozenset(map(mark_number, ("brief", "you-near-strong", "you-near-medium", "you-near-mild")))


@lru_cache(maxsize=1)
def plain_model() -> Linear:
    """Give the model of languages without one: it knows no words, only what stands out, and abstains from nothing.

    Its weights are set by hand: a strong word alone is two to one, with "you" beside it nine to one. On the English
    and Polish sets that may be trained on, trained weights rank texts no better.
    """
    about = About("toxicity", "by hand", (), "own", most_unknown=1.0)
    return Linear(about, bytes((ZERO,)) * SIZE, known_words(()), 1.0, _BIAS, _WEIGHTS)


def features_of(reading: Reading, words: Sequence[WordHit], language: str, *, is_called: bool = False) -> Features:
    """Read a text for a model of ``language``; ``words`` are the listed ones of any severity that were found in it.

    ``is_called``: it answers somebody or names somebody, which the messenger tells better than the text.
    """
    return Features.of(said(reading.folded), marks_of(reading, words, language, is_called=is_called))


def plain_score(marks: Iterable[str]) -> float:
    """How toxic a text is of which nobody knows more than what stands out; its words count for nothing."""
    return plain_model().score(Features.of("", marks)) or 0.0


def score_of(model: Linear | None, features: Features, learnt: Learnt | None = None) -> float:
    """How toxic a text is, 0..1, by the model of its language if there is one.

    Models learnt whole tweets. Where one knows too few of the words, and where a listed word is said to somebody or is
    nearly all that is said, what stands out speaks as well, and the higher of both counts.
    """
    score = None if model is None else model.score(features, learnt)
    if score is not None and _MEANT.isdisjoint(features.marks):
        return score
    return max(score or 0.0, plain_model().score(features, learnt) or 0.0)


@lru_cache(maxsize=4)
def said(folded: str) -> str:
    """Give what the author says: addresses, handles and custom emoji are no words of anybody.

    Of a long text, its beginning and its end. Several languages ask about the same message, one by one.
    """
    folded = ends_of(folded)
    # One look for each is several times as fast as one pattern for all.
    if any(map(folded.__contains__, _UNSAID)) or ("rt" in folded and _PASSED_ON.search(folded)):
        return _NOT_SAID.sub(" ", folded)
    return folded


def marks_of(reading: Reading, words: Sequence[WordHit], language: str, *, is_called: bool = False) -> tuple[str, ...]:
    """Name what stands out; linear in the text."""
    second = _SECOND_PERSON.get(language, frozenset())
    is_you = not second.isdisjoint(reading.words)
    marks = ["you"] if is_you else []
    if words:
        called = is_called or _HANDLE.search(ends_of(reading.text)) is not None
        marks += _of_words(reading, words, called=called)
        if is_you and (near := _near(words, _places(reading.folded, second))):
            marks.append(f"you-near-{near.name.lower()}")
    return tuple(marks)


def _of_words(reading: Reading, words: Sequence[WordHit], *, called: bool) -> Iterator[str]:
    yield from sorted({word.severity.name.lower() for word in words})
    if len({word.word for word in words}) > 1:
        yield "several"
    if len(_WORD.findall(said(reading.folded))) <= _BRIEF:
        yield "brief"
    if any(reading.quote(word.span).isupper() for word in words):
        yield "shouted"
    worst = max(word.severity for word in words)
    if called and worst > Severity.MILD:
        yield f"called-{worst.name.lower()}"


def _places(folded: str, words: Collection[str]) -> list[tuple[int, int]]:
    """Give where some words stand; not everywhere, for the text may be hostile."""
    found = (word.span() for word in _WORD.finditer(folded, 0, BEGINNING) if word[0] in words)
    return list(islice(found, _LOOKED_AT))


def _near(words: Sequence[WordHit], you: Sequence[tuple[int, int]]) -> Severity | None:
    """How strong the strongest word is that stands near a "you", among the first of both."""
    # Spans count the original, "you" the folded text; where they differ it is by a few invisible characters.
    found = (
        word.severity
        for word in words[:_LOOKED_AT]
        if any(start < word.span.end + _NEAR and word.span.start < end + _NEAR for start, end in you)
    )
    return max(found, default=None)
