"""A draw is fair, repeatable, and any change to it shows."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.gatherings.draw import NoDraw, Proof, commitment, digest, doubts, draw, ranking

SEED = "00" * 31 + "2a"
ENTRIES = tuple(f"e{number:03}" for number in range(50))
CODES = st.lists(st.integers(0, 999).map("e{}".format), unique=True, max_size=30)
SEEDS = st.binary(min_size=32, max_size=32).map(bytes.hex)


def proof(many=3, barred=()):
    winners, passed = draw("spring", SEED, ENTRIES, many, barred)
    return Proof("spring", commitment(SEED), SEED, ENTRIES, winners, tuple((one, "left") for one in passed))


def test_known_values_never_change():
    """As sha256sum and `openssl dgst -sha256 -mac HMAC` print them."""
    assert commitment(SEED) == "0a28e9ffef0073f9a6a674cf57ee77307f38f0f1bebb087888d9011ed0eeefdf"
    assert digest(["b", "a"]) == "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2"
    assert ranking("spring", SEED, ("a", "b", "c", "d")) == ("b", "d", "a", "c")


@given(SEEDS, CODES, st.randoms(use_true_random=False))
def test_the_order_of_entering_does_not_matter(seed, entries, chance):
    mixed = list(entries)
    chance.shuffle(mixed)
    assert ranking("c", seed, mixed) == ranking("c", seed, entries)
    assert sorted(ranking("c", seed, entries)) == sorted(entries)
    assert ranking("c", seed, entries, 2) == ranking("c", seed, entries)[:2]


@given(SEEDS, CODES, st.integers(0, 10), st.sets(st.integers(0, 29)))
def test_winners_are_the_first_who_may_win(seed, entries, many, barred):
    out = {entry for at, entry in enumerate(entries) if at in barred}
    winners, passed = draw("c", seed, entries, many, out)
    order = ranking("c", seed, entries)
    assert list(winners) == [entry for entry in order if entry not in out][:many]
    assert set(passed) <= out
    assert not set(winners) & out


@given(SEEDS, CODES, st.integers(1, 5))
def test_a_reroll_takes_the_next_place(seed, entries, many):
    winners, _ = draw("c", seed, entries, many)
    again, passed = draw("c", seed, entries, many, winners[:1])
    assert passed == winners[:1]
    assert again[: max(0, many - 1)] == winners[1:]


def test_an_honest_proof_holds():
    assert not doubts(proof())
    assert not doubts(proof(barred=ranking("spring", SEED, ENTRIES)[:2]), commitment(SEED).upper())
    assert not doubts(proof(many=0))
    assert not doubts(proof(many=99))


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"seed": "11" * 32}, ["commitment", "winners"]),
        ({"winners": ("e001", "e002", "e003")}, ["winners"]),
        ({"entries": (*ENTRIES, "intruder")}, ["winners"]),
        ({"contest": "another"}, ["winners"]),
        ({"passed_over": (("nobody", "left"),)}, ["passed over"]),
        ({"entries": (*ENTRIES, "e000")}, ["unreadable"]),
        ({"entries": ("a b",)}, ["unreadable"]),
        ({"seed": "short"}, ["unreadable"]),
    ],
)
def test_any_change_shows(changed, what):
    assert [doubt.what for doubt in doubts(replace(proof(), **changed))] == what


def test_a_seed_that_was_not_promised_shows():
    assert [doubt.what for doubt in doubts(proof(), "ab" * 32)] == ["promise"]


def test_what_is_no_seed_is_refused():
    with pytest.raises(NoDraw, match="64 hexadecimal"):
        commitment("F" * 64)


@pytest.mark.parametrize("many", [1_000, pytest.param(20_000, marks=pytest.mark.long)])
def test_everybody_wins_as_often_as_everybody_else(seed, many):
    """Chi-square over draws of one out of ten: above 33.7 by chance once in 10,000 runs (9 degrees of freedom)."""
    chance, entries, wins = random.Random(seed), ENTRIES[:10], Counter[str]()
    for _ in range(many):
        winners, _ = draw("c", chance.randbytes(32).hex(), entries, 1)
        wins.update(winners)
    expected = many / 10
    assert sum((wins[entry] - expected) ** 2 / expected for entry in entries) < 33.7
