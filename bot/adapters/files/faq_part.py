"""What managers write of answers: questions and answers by language, who vouches for them, and until when."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Annotated, Any, cast

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from bot.adapters.files import grammar
from bot.adapters.files.department_part import SecretName, hook_address
from bot.adapters.files.fields import Duration, Name, OnOff, Slug, Text
from bot.adapters.files.localised import OWN, localised
from bot.adapters.files.section import Section
from bot.core.languages import LANGUAGES
from bot.domain.care.answers import Book, Entry
from bot.domain.care.phrased import Model
from bot.runtime.care import Faq

LONGEST_QUESTION = 200
MOST_WORDINGS = 20

_ONE = {"type": "string", "maxLength": LONGEST_QUESTION}
_SOME = {"anyOf": [_ONE, {"type": "array", "items": _ONE, "minItems": 1, "maxItems": MOST_WORDINGS}]}


def wordings(value: object) -> dict[str, tuple[str, ...]]:
    """Read questions: one or several, in one language as they stand or by language."""
    given = cast("dict[str, object]", value) if isinstance(value, dict) else {OWN: value}
    if not given:
        raise ValueError("an answer needs a question")
    found: dict[str, tuple[str, ...]] = {}
    for language, asked in given.items():
        if language not in {*LANGUAGES, OWN}:
            raise ValueError(grammar.one_of(language, LANGUAGES))
        found[language] = _several(asked)
    return found


def _several(asked: object) -> tuple[str, ...]:
    listed = cast("list[object]", asked) if isinstance(asked, list) else [asked]
    told = tuple(one.strip() for one in listed if isinstance(one, str) and one.strip())
    if not told or len(told) < len(listed):
        raise ValueError("a question is a text, or a list of texts")
    if len(told) > MOST_WORDINGS or max(map(len, told)) > LONGEST_QUESTION:
        raise ValueError(f"at most {MOST_WORDINGS} wordings, each of at most {LONGEST_QUESTION} characters")
    return told


def day(value: object) -> date:
    """Read a day as it is written everywhere: 2027-01-31."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError("a day looks like 2027-01-31") from None


Wordings = Annotated[
    dict[str, tuple[str, ...]],
    BeforeValidator(wordings),
    WithJsonSchema(
        {
            "anyOf": [
                *cast("list[Any]", _SOME["anyOf"]),
                {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": dict.fromkeys(LANGUAGES, _SOME),
                },
            ]
        }
    ),
]
Day = Annotated[date, BeforeValidator(day), WithJsonSchema({"type": "string", "format": "date"})]


class AnswerPart(Section):
    """One answer, and how people ask for it."""

    questions: Wordings
    """How people ask: one wording or several, for each language."""
    answer: Text
    """What they read, word for word."""
    owner: Name | None = None
    """Who knows whether it is still true."""
    source: Annotated[str, Field(max_length=300)] = ""
    """Where it stands: a page, a decision. Members read it under the answer."""
    review: Day | None = None
    """Until when it is good; `check-config` tells when that day is over."""

    def entry(self, key: str, own: str) -> Entry:
        asked = {language or own: told for language, told in self.questions.items()}
        return Entry(
            key, asked, localised(self.answer, own), self.owner or "", self.source.strip(), self.review, _mark(self)
        )


class ModelPart(Section):
    """A language model that words an answer where the bot is not sure; off without `consent: on`."""

    url: Annotated[str, AfterValidator(hook_address), Field(max_length=500)]
    """The whole address that takes chat completions as OpenAI's does: https://.../v1/chat/completions"""
    name: Annotated[str, Field(min_length=1, max_length=100)]
    """What the model is called there."""
    consent: OnOff = False
    """Members' questions, masked, and FAQ entries go to that address. Nothing is sent until this is on."""
    key_from: SecretName | None = None
    """A name: with `key_from: model` the key is TOWNKEEPER_SECRET__MODEL in .env or the environment. None: no key."""
    allow_private: OnOff = False
    """May the address lie within your own network, and be http? For a model on your own machine."""
    within: Annotated[Duration, Field(ge=timedelta(seconds=1), le=timedelta(minutes=1))] = timedelta(seconds=15)
    """How long it may take."""
    per_hour: Annotated[int, Field(ge=1, le=1000)] = 60
    """How often it is asked at most."""

    def settings(self) -> Model | None:
        if not self.consent:
            return None
        return Model(self.url, self.name, self.key_from or "", self.allow_private, self.within, self.per_hour)


class FaqPart(Section):
    """Answers that the bot gives by itself, where it is sure which one is meant."""

    entries: Annotated[dict[Slug, AnswerPart], Field(max_length=2000)] = {}
    """Answers by a name of yours; it stands in the record."""
    places: list[Slug] = []
    """Where the bot looks out for questions that nobody answers; nowhere if left out."""
    unanswered: Duration = timedelta(minutes=10)
    """After so long without a reply it answers, where it is sure, or tells helpers; as long again later staff."""

    model: ModelPart | None = None
    """A language model that may word an answer from these entries where the bot is not sure; none if left out."""

    def settings(self, own: str) -> Faq:
        entries = tuple(part.entry(key, own) for key, part in self.entries.items())
        model = None if self.model is None else self.model.settings()
        return Faq(entries, tuple(self.places), self.unanswered, model, Book.of(entries))


def doubtful(faq: Faq, today: date) -> Iterator[str]:
    """Find what is in order and yet deserves a look: answers past their day, and questions that stand twice."""
    for entry in faq.entries:
        if entry.review is not None and entry.review < today:
            whose = f", {entry.owner} knows" if entry.owner else ""
            yield f"faq {entry.key}: was to be looked at again by {entry.review:%Y-%m-%d}{whose}"
    for one, other, text in faq.book.twins(faq.entries):
        yield f'faq {one}: "{text}" is what {other} answers too; the bot will answer neither'


def unmatched(entries: Mapping[str, AnswerPart], own: str) -> Iterator[tuple[str, str]]:
    """Find questions in languages in which there is no answer: they are answered in the community's own, if at all."""
    for key, part in entries.items():
        known = {language or own for language in part.answer}
        for language in part.questions:
            if (language or own) not in known and own not in known:
                yield key, language or own


def _mark(part: AnswerPart) -> str:
    return hashlib.sha256(part.model_dump_json().encode()).hexdigest()[:12]
