"""Reviewed words of the languages a rule names, however they are spelt."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal, Protocol

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.reading import Reading
from bot.domain.moderation.text.words import Severity, WordHit
from bot.domain.moderation.triggers.hit import Hit


class Finder(Protocol):
    """Whatever finds listed words in a text: a lexicon, or one that is compiled when it is first needed."""

    def find(
        self,
        reading: Reading,
        languages: Collection[str],
        at_least: Severity = Severity.STRONG,
        except_: Collection[str] = (),
    ) -> tuple[WordHit, ...]: ...


@dataclass(frozen=True, slots=True)
class Words:
    """Fires on the first listed word of ``languages`` that is ``at_least`` this strong and not excepted."""

    languages: tuple[str, ...]
    at_least: Severity = Severity.STRONG
    except_: frozenset[str] = frozenset()
    lexicon: Finder = field(default_factory=lambda: Lexicon.of(()), repr=False, compare=False)
    kind: Literal["words"] = "words"

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the first word as it was written, and what it was read as."""
        del history
        found = self.lexicon.find(seen.reading, self.languages, self.at_least, self.except_)
        if not found:
            return None
        return Hit(found[0].original, found[0].word, (seen.message.ref,))
