"""Rows that are run together fail together, and each is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDS = """
from tests.tables import folded

def pytest_collection_modifyitems(items):
    items[:] = folded(items, lambda: None)
"""
ROWS = """
import pytest

@pytest.mark.parametrize("low", [1, 2, 3])
@pytest.mark.parametrize("high", [3])
def test_order(low, high):
    assert low < high

@pytest.mark.parametrize("number", [1, 2])
class TestNumbers:
    def test_it_is_an_error(self, number):
        with pytest.raises(ZeroDivisionError):
            number / (number - 1)

    def test_it_is_a_number(self, number):
        assert number

@pytest.mark.parametrize("row", [1, pytest.param(2, marks=pytest.mark.xfail(strict=True))])
def test_with_a_mark_of_its_own(row):
    assert row == 1

@pytest.mark.parametrize("name", ["a", "b"])
def test_with_a_folder(name, tmp_path):
    assert not (tmp_path / name).exists()
"""


@pytest.mark.long
def test_every_row_of_a_table_is_run_and_every_wrong_one_is_told(tmp_path):
    (tmp_path / "conftest.py").write_text(FOLDS, "utf-8")
    (tmp_path / "test_rows.py").write_text(ROWS, "utf-8")
    alone = ("-c", os.devnull, f"--rootdir={tmp_path}", f"--confcutdir={tmp_path}", "-p", "no:cacheprovider")
    line = [sys.executable, "-m", "pytest", *alone, "-rA", "-v", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "1 of 3 rows: test_order[3-3]" in done.stdout
    assert "assert 3 < 3" in done.stdout
    assert "1 of 2 rows: test_it_is_an_error[2]" in done.stdout
    assert "DID NOT RAISE ZeroDivisionError" in done.stdout
    assert "PASSED test_rows.py::TestNumbers::test_it_is_a_number[2 rows]" in done.stdout
    assert "2 failed, 4 passed, 1 xfailed" in done.stdout  # marked rows and those with a folder stand alone
