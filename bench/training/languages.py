"""Makes the table of languages from the n-grams of the package eld 1.0.6: `python -m bench.training.languages`.

eld (Apache-2.0) counts how often 105,548 parts of words stand in 60 languages. We keep the most frequent, turn the
counts into the weights of a naive Bayes (how much rarer than where it is most frequent, in tenths of a natural
logarithm) and read them with code of our own. eld itself is needed only here: pip install --no-deps eld==1.0.6
"""

import ast
import math
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from bot.domain.moderation.models.languages import CODES, Tongues

OUT = Path(__file__).parents[2] / "bot" / "adapters" / "files" / "weights" / "languages.bin"
WANTED = "1.0.6"
KEPT = 60_000
RAREST = 0.1
CLIP = 5.0
CREDIT = "n-gram frequencies of eld 1.0.6, (c) 2023 Nito T.M., Apache-2.0, changed: the most frequent kept, as weights"


def main() -> None:
    """Write the table that ships."""
    grams = _grams()
    kept = sorted(grams, key=lambda gram: (-max(grams[gram].values()), gram))[:KEPT]
    tongues = Tongues({gram: _row(grams[gram]) for gram in kept}, CREDIT)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(tongues.pack())
    print(f"{OUT.name}: {len(kept)} parts of words, {OUT.stat().st_size} bytes")


def _row(counts: dict[int, float]) -> bytes:
    most = max(counts.values())
    weights = {at: round(10 * max(CLIP + math.log(max(count, RAREST) / most), 0)) for at, count in counts.items()}
    return bytes(number for at, weight in sorted(weights.items()) if weight for number in (at, weight))


def _grams() -> dict[bytes, dict[int, float]]:
    try:
        found = version("eld")
    except PackageNotFoundError:
        found = "none"
    spec = find_spec("eld") if found == WANTED else None
    if spec is None or spec.origin is None:
        sys.exit(f"this needs the package eld {WANTED} (here: {found}): pip install --no-deps eld=={WANTED}")
    # Read, not imported: the package wants the library regex, and nothing of its code is needed.
    source = Path(spec.origin).with_name("resources").joinpath("ngrams", "ngramsM60.py").read_text(encoding="utf-8")
    data = ast.literal_eval(source[source.index("{") :])
    assert tuple(code for _, code in sorted(data["languages"].items())) == CODES
    grams: dict[bytes, dict[int, float]] = data["ngrams"]
    return grams


if __name__ == "__main__":
    main()
