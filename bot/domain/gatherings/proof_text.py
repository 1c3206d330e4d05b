"""The proof of a draw as text: JSON with every value in plain words, so that it can be checked by hand."""

import json

from bot.domain.gatherings.draw import VERSION, Proof, digest


def written(proof: Proof) -> str:
    """Give the text of the file; ``entries`` are sorted, one a line, so that they can be counted and compared."""
    said = {
        "version": VERSION,
        "contest": proof.contest,
        "commitment": proof.commitment,
        "seed": proof.seed,
        "entries_sha256": digest(proof.entries),
        "winners": list(proof.winners),
        "passed_over": [{"entry": entry, "why": why} for entry, why in proof.passed_over],
        "entries": sorted(proof.entries),
    }
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"
