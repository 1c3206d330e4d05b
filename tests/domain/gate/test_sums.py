"""Sums for newcomers: always one right answer among six, and a picture that opens."""

import zlib

import pytest

from bot.domain.gate.sums import made_of, picture


@pytest.mark.parametrize("byte", range(0, 256, 5))
def test_there_is_exactly_one_right_answer(byte):
    made = made_of(bytes([byte, 255 - byte, byte, *range(20)]))
    assert made.choices.count(made.answer) == 1
    assert len(made.choices) == len(set(made.choices)) == 6
    assert 2 <= made.answer <= 18
    assert made.words == f"{made.left} + {made.right} = ?"


def test_the_same_noise_everywhere_still_makes_six_choices():
    assert len(set(made_of(bytes(16)).choices)) == 6


def test_the_picture_is_a_png_of_its_size():
    shown = picture("7 + 5 = ?", bytes(range(64)))
    data = shown.data
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    at = data.index(b"IDAT")
    size = int.from_bytes(data[at - 4 : at], "big")
    assert len(zlib.decompress(data[at + 4 : at + 4 + size])) == height * (width + 1)
    assert shown.data != picture("7 + 5 = ?", bytes(range(1, 65))).data
