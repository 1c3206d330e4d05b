"""Asks alt-profanity-check 1.9.1 (MIT) about every word that it knows: `python -m bench.training.borrowed`.

What it answers lies in `bench/data`, so that nobody else needs it and the library that reads its weights:
pip install alt-profanity-check==1.9.1
"""

import gzip
from importlib import import_module
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "data" / "en_words_scored.tsv.gz"


def main() -> None:
    """Write every word with the probability that a text of this one word is offensive."""
    package: Any = import_module("profanity_check.profanity_check")
    words: list[str] = sorted(package.vectorizer.vocabulary_)
    lines = [f"{word}\t{chance:.3f}" for word, chance in zip(words, package.predict_prob(words), strict=True)]
    # Without a time in its header the same words make the same file.
    OUT.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    print(f"{OUT}: {len(lines)} words")


if __name__ == "__main__":
    main()
