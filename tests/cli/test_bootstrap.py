"""`python3 -m bot ...` in a fresh clone: without network, with a pretend uv that notes what it is asked."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BOOTSTRAP = ROOT / "bot" / "__main__.py"
pytestmark = [pytest.mark.long, pytest.mark.skipif(os.name == "nt", reason="the pretend uv is a shell script")]

UV = """\
#!{python} -I
import pathlib, subprocess, sys
log = pathlib.Path({log!r})
log.open("a").write(" ".join(sys.argv[1:]) + "\\n")
if sys.argv[1] == "venv":
    clear = ["--clear"] if "--clear" in sys.argv else []
    subprocess.check_call([{python!r}, "-I", "-m", "venv", "--without-pip", *clear, sys.argv[-1]])
sys.exit(pathlib.Path({fails!r}).exists())
"""
CLI = """\
import sys
def main():
    print("ran", sys.argv[1:], sys.prefix)
"""


class Clone:
    """A checkout with a command line that only says where it runs."""

    def __init__(self, folder):
        self.root = folder / "clone"
        self.log = folder / "log"
        self.fails = folder / "fails"
        (self.root / "bot" / "cli").mkdir(parents=True)
        (self.root / "requirements").mkdir()
        (self.root / "bot" / "__init__.py").touch()
        (self.root / "bot" / "cli" / "__init__.py").write_text(CLI)
        shutil.copy(BOOTSTRAP, self.root / "bot")
        for name in ("pyproject.toml", "requirements/run.txt", "requirements/test.txt"):
            (self.root / name).write_text("one")
        bin_ = folder / "bin"
        bin_.mkdir()
        uv = bin_ / "uv"
        uv.write_text(UV.format(python=base_python(), log=str(self.log), fails=str(self.fails)))
        uv.chmod(0o755)
        self.environment = {"PATH": f"{bin_}:/usr/bin:/bin", "HOME": str(folder)}

    def run(self, *arguments, python=None, **environment):
        line = [python or base_python(), "-m", "bot", *arguments]
        return subprocess.run(
            line,
            cwd=self.root,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def asked(self):
        """What uv was asked since the last time."""
        said = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return said


def base_python():
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


@pytest.fixture
def clone(tmp_path):
    return Clone(tmp_path)


def test_the_first_run_makes_a_venv_installs_the_lock_and_hands_over(clone):
    done = clone.run("run", "--port", "0")
    assert done.stdout == f"ran ['run', '--port', '0'] {clone.root / '.venv'}\n", done.stderr
    assert "Installing the packages" in done.stderr
    venv, packages, project = clone.asked()
    assert venv.startswith("venv")
    assert packages.endswith(f"--require-hashes -r {clone.root}/requirements/run.txt")
    assert project.endswith(f"--no-deps --no-build-isolation -e {clone.root}")


def test_the_second_run_only_hands_over(clone):
    clone.run("run")
    clone.asked()
    done = clone.run("run")
    assert done.stdout.startswith("ran")
    assert done.stderr == ""
    assert clone.asked() == []


def test_the_tests_have_packages_of_their_own(clone):
    clone.run("run")
    clone.asked()
    clone.run("test")
    assert any("requirements/test.txt" in line for line in clone.asked())
    clone.run("test")
    assert clone.asked() == []


@pytest.mark.parametrize("changed", ["pyproject.toml", "requirements/run.txt"])
def test_after_a_pull_the_packages_are_brought_up_to_date(clone, changed):
    clone.run("run")
    clone.asked()
    (clone.root / changed).write_text("two")
    assert clone.run("run").stdout.startswith("ran")
    assert any("--require-hashes" in line for line in clone.asked())


def test_an_activated_venv_is_brought_up_to_date_too(clone):
    clone.run("run")
    (clone.root / "pyproject.toml").write_text("two")
    clone.asked()
    done = clone.run("run", python=str(clone.root / ".venv" / "bin" / "python"))
    assert done.stdout.startswith("ran"), done.stderr
    assert any("--require-hashes" in line for line in clone.asked())


def test_a_failed_installation_is_told_and_done_again(clone):
    clone.fails.touch()
    done = clone.run("run")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "run the same command again" in done.stderr
    assert done.stdout == ""
    clone.fails.unlink()
    assert clone.run("run").stdout.startswith("ran")


def test_a_half_made_venv_is_finished(clone):
    (clone.root / ".venv" / "bin").mkdir(parents=True)
    (clone.root / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")
    assert clone.run("run").stdout.startswith("ran")


def test_inside_another_venv_it_just_runs(clone, tmp_path):
    other = tmp_path / "other"
    subprocess.check_call([base_python(), "-m", "venv", "--without-pip", other])
    done = clone.run("run", python=str(other / "bin" / "python"))
    assert done.stdout == f"ran ['run'] {other}\n"
    assert clone.asked() == []


@pytest.mark.parametrize("cli", ["import click\n", "def main():\n    import click\n"])
def test_inside_another_venv_without_the_packages_it_says_what_to_do(clone, tmp_path, cli):
    other = tmp_path / "other"
    subprocess.check_call([base_python(), "-m", "venv", "--without-pip", other])
    (clone.root / "bot" / "cli" / "__init__.py").write_text(cli)
    done = clone.run("run", python=str(other / "bin" / "python"))
    assert "lacks the package 'click'" in done.stderr
    assert "requirements/run.txt" in done.stderr


def test_a_measurement_runs_by_its_own_name_where_nothing_is_installed_yet(clone):
    shutil.copytree(ROOT / "bench", clone.root / "bench", ignore=lambda _, names: {*names} - {"__init__.py"})
    (clone.root / "bench" / "one.py").write_text("import sys\nprint(sys.argv[1:], sys.prefix)\n")
    line = [base_python(), "-m", "bench.one", "--rounds", "3"]
    done = subprocess.run(line, cwd=clone.root, env=clone.environment, capture_output=True, text=True, check=False)
    assert done.stdout == f"['--rounds', '3'] {clone.root / '.venv'}\n", done.stderr
    assert any("requirements/test.txt" in line for line in clone.asked())


def test_the_bootstrap_can_be_left_out(clone):
    done = clone.run("run", BOT_NO_BOOTSTRAP="1")
    assert done.stdout.startswith("ran")
    assert clone.asked() == []
    assert not (clone.root / ".venv").exists()


def test_an_old_python_can_read_the_bootstrap_and_gets_a_sentence():
    source = BOOTSTRAP.read_text("utf-8")
    ast.parse(source, feature_version=(3, 6))
    assert "Townkeeper needs Python 3.11 or newer" in source


def test_the_lock_holds_what_the_project_asks_for_and_names_no_host():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {
        "run.txt": project["dependencies"],
        "meaning.txt": project["dependencies"] + extras["meaning"],
        "test.txt": project["dependencies"] + extras["test"],
        "dev.txt": [*project["dependencies"], *extras["test"], *extras["browser"], *extras["speed"], *extras["dev"]],
    }
    for file, dependencies in wanted.items():
        text = (ROOT / "requirements" / file).read_text("utf-8")
        locked = {_plain(line.partition("==")[0]) for line in text.splitlines() if re.match(r"[\w.-]+==", line)}
        missing = {_plain(re.match(r"[\w.-]+", one)[0]) for one in dependencies} - locked
        assert not missing, f"run requirements/lock: {file} lacks {missing}"
        assert "://" not in text
        assert text.count("--hash=sha256:") > len(locked)


def _plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()
