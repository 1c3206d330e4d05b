"""The labelled texts that spam is measured with: what may be copied lies in `bench/data`, the rest in `--corpora`."""

import gzip
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.core.ids import ChannelRef, MessageRef, Place, Platform, UserRef
from bot.core.messages import Message
from bot.core.people import Member
from bot.domain.moderation.models.features import Features
from bot.domain.moderation.models.spam_marks import alphabet_of, marks_of
from bot.domain.moderation.sample import Sample, sample

DATA = Path(__file__).resolve().parent / "data"
_REF = MessageRef(Place(ChannelRef(Platform("bench"), "0")), "0")
_SOMEBODY = Member(UserRef(Platform("bench"), "0"), "somebody")
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Text:
    """A text, whether it is spam, and what the model is told of it. ``is_weak``: translated by a machine."""

    text: str
    label: bool
    features: Features
    is_weak: bool = False
    alphabet: str = ""


def sms() -> list[Text]:
    return read(DATA / "en_sms.jsonl.gz")


def youtube() -> list[Text]:
    return read(DATA / "en_youtube.jsonl.gz")


def irc(most: int = 6000) -> list[Text]:
    return read(DATA / "en_irc.jsonl.gz", most)


def russian_group(corpora: Path) -> list[Text]:
    return read(corpora / "spam" / "ru_group.jsonl.gz")


def russian_antispam(corpora: Path) -> list[Text]:
    return read(corpora / "spam" / "ru_antispambot.jsonl")


def read(path: Path, most: int | None = None) -> list[Text]:
    """Read JSON lines with ``text`` and ``label``, gzipped or not, as far as ``most``."""
    rows = rows_of(path)[:most]
    return [text_of(row["text"], label=bool(row["label"]), is_weak=bool(row.get("weak"))) for row in rows]


def text_of(text: str, *, label: bool, is_weak: bool = False) -> Text:
    """Read one text as the bot does."""
    seen = _seen(text)
    return Text(text, label, _features(seen), is_weak, alphabet_of(seen))


def texts_of(path: Path, most: int | None = None) -> list[str]:
    """Read only texts, those that people called clean."""
    return [row["text"] for row in rows_of(path) if not row["label"]][:most]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Read JSON lines, gzipped or not; whoever lacks the file is told where it is from."""
    if not path.exists():
        raise SystemExit(f"{path} is missing: docs/benchmarks.md says what --corpora wants, and where it is from.")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def features(text: str) -> Features:
    """Read a text just as the bot does."""
    return _features(_seen(text))


def _features(seen: Sample) -> Features:
    return Features.of(seen.reading.folded, marks_of(seen))


def _seen(text: str) -> Sample:
    return sample(Message(_REF, _SOMEBODY, text, _LONG_AGO))
