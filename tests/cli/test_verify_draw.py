"""`bot verify-draw`, and the script of the docs, which shares no line with the bot."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.adapters.files.proof_file import read
from bot.cli import verify_draw
from bot.domain.gatherings.draw import NoDraw, Proof, commitment, draw
from bot.domain.gatherings.proof_text import written

SEED = "5e" * 32
ENTRIES = tuple(f"entry-{number}" for number in range(40))
PAGE = Path(__file__).resolve().parents[2] / "docs" / "verify-a-draw.md"


@pytest.fixture
def path(tmp_path):
    winners, passed = draw("Spring giveaway", SEED, ENTRIES, 3, ENTRIES[:20])
    proof = Proof(
        "Spring giveaway", commitment(SEED), SEED, ENTRIES, winners, tuple((one, "had left") for one in passed)
    )
    (tmp_path / "proof.json").write_text(written(proof), "utf-8")
    return tmp_path / "proof.json"


def verified(path, *options):
    return CliRunner().invoke(verify_draw.command, [str(path), *options])


def changed(path, **values):
    said = json.loads(path.read_text("utf-8")) | values
    path.write_text(json.dumps(said), "utf-8")


def test_a_right_draw_is_called_right(path):
    found = verified(path, "--commitment", commitment(SEED))
    assert found.exit_code == 0
    assert found.output.endswith("The draw is right.\n")
    assert "had left" in found.output


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"winners": ["entry-1", "entry-2", "entry-3"]}, "WRONG        winners"),
        ({"commitment": "00" * 32}, "WRONG        commitment"),
        ({"entries": ["entry-1"]}, "the list was changed"),
        ({"entries": "entry-1"}, "another kind of value"),
        ({"winners": "entry-1"}, "another kind of value"),
        ({"entries": ["\ud800"]}, "half of a sign"),
        ({"passed_over": [{"entry": "stranger", "why": "left"}]}, "nothing was to be decided about stranger"),
        ({"contest": "x\x1b[2K\nThe draw is right."}, "contest      x\ufffd[2K\ufffdThe draw is right.\n"),
        ({"seed": 5}, "another kind of value"),
        ({"passed_over": [{"entry": "x"}]}, "'why' is missing"),
        ({"version": 2}, "no proof of a draw"),
    ],
)
def test_a_wrong_one_is_called_wrong_and_why(path, values, said):
    changed(path, **values)
    found = verified(path)
    assert found.exit_code == 1
    assert said in found.output


def test_where_nobody_is_left_who_could_win_a_stranger_is_still_none_of_them(path):
    winners, _ = draw("Spring giveaway", SEED, ENTRIES, 39)
    last = [{"entry": one, "why": "had left"} for one in (*({*ENTRIES} - {*winners}), "stranger")]
    changed(path, winners=winners, passed_over=last)
    found = verified(path)
    assert (found.exit_code, "nothing was to be decided about stranger" in found.output) == (1, True)


@pytest.mark.parametrize(("text", "said"), [("[]", "no proof"), ("{", "no JSON"), ("[" * 100_000, "no JSON")])
def test_any_other_file_is_refused(tmp_path, text, said):
    (tmp_path / "x.json").write_text(text, "utf-8")
    with pytest.raises(NoDraw, match=said):
        read(tmp_path / "x.json")


def test_no_file_is_said_to_be_none(tmp_path):
    assert verified(tmp_path / "none.json").exit_code == 78


def script(path):
    code = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[0]
    assert "bot" not in re.findall(r"\w+", code)
    assert len(code.splitlines()) <= 30
    return subprocess.run([sys.executable, "-I", "-c", code, str(path)], capture_output=True, text=True, check=False)


def test_the_script_of_the_docs_agrees(path):
    assert script(path).stdout == "right\n"
    changed(path, winners=["entry-1", "entry-2", "entry-3"])
    assert "other winners" in script(path).stderr
