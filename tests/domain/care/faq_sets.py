"""Questions, paraphrases and what has nothing to do with them, written for these tests in five languages."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.domain.care.answers import THRESHOLD, Book, Sure

FOLDER = Path(__file__).parent / "faq"
LANGUAGES = ("en", "pl", "ru", "es", "sq")


@dataclass(frozen=True)
class Set:
    """``asked`` pairs a paraphrase with the entry that answers it."""

    questions: tuple[tuple[str, str], ...]
    asked: tuple[tuple[str, str], ...]
    unrelated: tuple[str, ...]

    def half(self, of: int) -> "Set":
        """Half 0 is for choosing the threshold, half 1 for judging it; the entries are the same."""
        return Set(self.questions, self.asked[of::2], self.unrelated[of::2])


@cache
def faq(language: str) -> Set:
    lines = (FOLDER / f"{language}.txt").read_text("utf-8").splitlines()
    told = [line for line in lines if not line.startswith("#")]
    entries = [line.partition(":") for line in told if not line.startswith("?")]
    questions, asked = [], []
    for key, _, rest in entries:
        known, _, wanted = rest.partition("||")
        questions += [(key, one.strip()) for one in known.split("|")]
        asked += [(one.strip(), key) for one in wanted.split("|")]
    unrelated = [line[1:].strip() for line in told if line.startswith("?")]
    return Set(tuple(questions), tuple(asked), tuple(unrelated))


@dataclass(frozen=True)
class Score:
    """``coverage`` is the share of the paraphrases that were answered, and rightly."""

    given: int
    right: int
    asked: int
    unrelated: int
    false_alarms: int

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def coverage(self) -> float:
        return self.right / self.asked


@cache
def book() -> Book:
    """All five languages, as a community would have them."""
    return Book({language: faq(language).questions for language in LANGUAGES})


def judged(language: str, of: int, threshold: float = THRESHOLD) -> Score:
    """Ask half of a language's test set."""
    half = faq(language).half(of)
    found = [(book().ask(text, (language,), threshold), key) for text, key in half.asked]
    wrong = [book().ask(text, (language,), threshold) for text in half.unrelated]
    false_alarms = sum(isinstance(one, Sure) for one in wrong)
    given = [(one, key) for one, key in found if isinstance(one, Sure)]
    right = sum(one.key == key for one, key in given)
    return Score(len(given) + false_alarms, right, len(half.asked), len(half.unrelated), false_alarms)
