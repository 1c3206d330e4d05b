"""The draw of a giveaway: whose turn it is, who won, who was passed over, and the proof of it all."""

from collections.abc import Collection
from dataclasses import replace

from bot.core.giveaways import Giveaway, GiveawayState, PassedOver, Prized
from bot.core.text import File
from bot.domain.gatherings.claims import without
from bot.domain.gatherings.draw import Proof, ranking
from bot.domain.gatherings.proof_text import written

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Of a code: none that is taken for another."""
CODE = 12


def spelt(letters: str) -> str:
    """A code in three groups, so that it can be read out."""
    return "-".join(letters[at : at + 4] for at in range(0, CODE, 4))


def on_turn(giveaway: Giveaway, codes: Collection[str], most: int) -> tuple[str, ...]:
    """The next entries about which nothing is decided, by their places; raises NoDraw for a list that is none."""
    settled = giveaway.settled
    first = ranking(giveaway.name, giveaway.seed, codes, most + len(settled))
    return tuple(code for code in first if code not in settled)[:most]


def closed(giveaway: Giveaway, codes: Collection[str]) -> Giveaway:
    """Its entries are frozen; nobody has won yet."""
    return giveaway.moved(state=GiveawayState.DRAWN, entrants=len(codes))


def decided(giveaway: Giveaway, code: str, why: str | None) -> Giveaway:
    """The next entry wins, or is passed over; the version stays, for many are decided in one step."""
    if why is None:
        return replace(giveaway, won=(*giveaway.won, Prized(code)))
    return replace(giveaway, passed=(*giveaway.passed, PassedOver(code, why)))


def given_up(giveaway: Giveaway, code: str, why: str) -> Giveaway:
    """An entry that had won is passed over after all; it can never come up again."""
    passed = (*giveaway.passed, PassedOver(code, why, had_won=True))
    return giveaway.moved(won=without(giveaway.won, code), passed=passed)


def proof_of(giveaway: Giveaway, codes: Collection[str]) -> Proof:
    """Everything that is needed to draw again; only for what is drawn, since the seed is in it."""
    assert giveaway.state is GiveawayState.DRAWN
    return Proof(
        giveaway.name,
        giveaway.commitment,
        giveaway.seed,
        tuple(codes),
        tuple(one.code for one in giveaway.won),
        tuple((one.code, one.why) for one in giveaway.passed),
    )


def has_proof(giveaway: Giveaway) -> bool:
    """Whether it is drawn, and no place is being settled just now."""
    whole = len(giveaway.won) >= giveaway.winners or len(giveaway.settled) >= giveaway.entrants
    return giveaway.state is GiveawayState.DRAWN and giveaway.entrants > 0 and whole


def proof_file(giveaway: Giveaway, codes: Collection[str]) -> File:
    """The proof, to be handed to anybody."""
    return File(f"giveaway-{giveaway.number}-proof.json", written(proof_of(giveaway, codes)))
