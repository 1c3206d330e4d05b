"""Chat for the whole policy: real English lines, made-up ones in four languages, and your own corpora if you have them.

The real lines are 10,000 of the Ubuntu channel's, gathered by Kummerfeld et al. (`bench/data/SOURCES.md`).
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from bench.chatter import LINES
from bench.evasion_chat import LANGUAGES, line_of
from bench.spam_texts import rows_of
from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.messages import Message
from bot.core.people import Member

IRC = Path(__file__).resolve().parent / "data" / "en_irc.jsonl.gz"
CORPORA = {
    "pl": "toxicity/pl_poleval.jsonl.gz",
    "ru": "toxicity/ru_2ch.jsonl.gz",
    "es": "toxicity/es_offendes.jsonl.gz",
    "sq": "toxicity/sq_comments.jsonl",
}
"""Where ``--corpora`` has real lines that people called clean."""

_NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
_PLACE = Place(ChannelRef(TELEGRAM, "-1001"), SpaceRef(TELEGRAM, "-1001"))
_LONG_AGO = _NOON - timedelta(days=400)


def irc() -> list[str]:
    """Give the real English lines, as often as they were said."""
    return _lines(IRC)


def lines_of(language: str, seed: int, corpora: Path | None) -> list[str]:
    """Give up to 10,000 lines of one language: real ones where there are any, else made up of everyday words."""
    if language == "en":
        return irc()
    if corpora is not None:
        return _lines(corpora / CORPORA[language])[:10_000]
    chance = random.Random(f"{seed} {language}")  # noqa: S311 - for a repeatable mix, not for secrets
    return [line_of(language, chance) for _ in range(10_000)]


def mixed(seed: int, corpora: Path | None) -> list[str]:
    """Put all five languages together, and the scripted lines that a community says every day."""
    chance = random.Random(seed)  # noqa: S311 - the same
    texts = [text for language in LANGUAGES for text in lines_of(language, seed, corpora)]
    texts += chance.choices(LINES, k=len(texts) // 20)
    chance.shuffle(texts)
    return texts


def posts(texts: list[str], seed: int, authors: int = 200) -> Iterator[Message]:
    """Let members of long standing say them, a second apart, nobody so fast that it is a flood."""
    chance = random.Random(seed)  # noqa: S311 - the same
    members = [Member(UserRef(TELEGRAM, str(7000 + n)), f"Member {n}", joined_at=_LONG_AGO) for n in range(authors)]
    for number, text in zip(count(1), texts, strict=False):
        at = _NOON + timedelta(seconds=number)
        yield Message(MessageRef(_PLACE, str(number)), chance.choice(members), text, at)


def only_new(texts: list[str], known: list[str]) -> list[str]:
    """Leave out what was said before, however often: what remains nobody has seen."""
    said = frozenset(known)
    return list(dict.fromkeys(text for text in texts if text not in said))


def _lines(path: Path) -> list[str]:
    return [row["text"] for row in rows_of(path) if not row["label"]]
