"""`python3 -m bot ...` works in a fresh clone: makes `.venv`, installs the locked packages, hands over.

Standard library only, and nothing that an older Python cannot parse, so that its user reads a sentence.
Everything is said on stderr: the first line of stdout belongs to the command itself.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
COULD_NOT = """
Could not install the packages. The lines above say why; most often it is one of these:
  no network, or a proxy in between: try again, or set HTTPS_PROXY
  Debian and Ubuntu without pip: sudo apt install python3-venv python3-pip
Then run the same command again: it goes on where it stopped."""


def main() -> None:
    """Run the command line, in a virtual environment that has what it needs."""
    if sys.version_info < OLDEST:
        sys.exit("Townkeeper needs Python 3.11 or newer; this is {}.{}.{}.".format(*sys.version_info[:3]))
    wanted = "test" if sys.argv[1:2] in (["test"], ["bench"]) else "run"  # both want what we are compared with
    if os.environ.get("BOT_NO_BOOTSTRAP"):
        return _run_here()
    if sys.prefix != sys.base_prefix:
        ours = Path(sys.prefix).resolve() == VENV.resolve()
        if ours and not _is_current(wanted):  # somebody activated it, and pulled
            return _hand_over_to(getattr(sys, "_base_executable", sys.executable))
        return _run_here()
    try:
        _install(wanted)
    except KeyboardInterrupt:
        sys.exit(130)
    return _hand_over_to(str(PYTHON))


def at_home(wanted: str) -> None:
    """Go on in `.venv` as the same command, for modules beside the bot that are run by their own names."""
    if os.environ.get("BOT_NO_BOOTSTRAP") or sys.prefix != sys.base_prefix:
        return
    try:
        _install(wanted)
    except KeyboardInterrupt:
        sys.exit(130)
    _hand_over_to(str(PYTHON), sys.orig_argv[1:])


def _hand_over_to(python: str, line: "list[str] | None" = None) -> None:
    command = [python, *(line or ["-m", "bot", *sys.argv[1:]])]
    if os.name == "nt":  # execv on Windows starts a second process and gives the prompt back at once
        sys.exit(subprocess.call(command))
    os.execv(python, command)  # noqa: S606 - no shell is exactly what is wanted


def _run_here() -> None:
    try:
        from bot.cli import main as run_command

        run_command()
    except ModuleNotFoundError as missing:  # of the command line, or of the one command that is asked for
        if (missing.name or "").partition(".")[0] == "bot":
            raise
        sys.exit(
            f"This Python environment ({sys.prefix}) lacks the package {missing.name!r}.\n"
            "Install what is needed into it: python -m pip install -r requirements/run.txt\n"
            "or leave it (deactivate) and run the same command again."
        )


def _install(wanted: str) -> None:
    """Bring `.venv` to what the lock says, unless its stamp says that it is there already."""
    if _is_current(wanted):
        return
    with _one_at_a_time():
        if _is_current(wanted):  # another terminal was quicker
            return
        what = "the tests' packages" if wanted == "test" else "the packages"
        print(f"Installing {what} into .venv (about half a minute) ...", file=sys.stderr, flush=True)
        installer = _make_venv()
        packages = ["--require-hashes", "-r", str(ROOT / "requirements" / f"{wanted}.txt")]
        project = ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]
        for part in (packages, project):
            # PIP_USER: a user-wide `user = true` would make pip refuse to install into a virtual environment.
            if subprocess.call([*installer, *part], env={**os.environ, "PIP_USER": "0"}):
                sys.exit(COULD_NOT)
        _stamp(wanted).write_text(_state(wanted), "utf-8")


def _is_current(wanted: str) -> bool:
    stamp = _stamp(wanted)
    return PYTHON.exists() and stamp.exists() and stamp.read_text("utf-8") == _state(wanted)


def _stamp(wanted: str) -> Path:
    return VENV / f".installed-{wanted}"


def _state(wanted: str) -> str:
    """Fold into one line what an installation depends on: the packages, the Python, and where the clone lies."""
    seen = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for name in ("pyproject.toml", f"requirements/{wanted}.txt"):
        seen.update((ROOT / name).read_bytes())
    return seen.hexdigest()


def _make_venv() -> "list[str]":  # in quotes, because Python 3.8 would evaluate it
    """Make `.venv`, finish a half-made one, and answer with the command that installs into it."""
    # A system upgrade leaves links to a Python that is gone, or packages built for another one.
    fits = PYTHON.exists() and list(VENV.glob(f"lib/python{sys.version_info[0]}.{sys.version_info[1]}"))
    clear = VENV.exists() and not fits and os.name != "nt"
    uv = shutil.which("uv")
    if uv:
        start = "--clear" if clear else "--allow-existing"
        if subprocess.call([uv, "venv", "-q", start, "--python", sys.executable, str(VENV)]):
            sys.exit(COULD_NOT)
        return [uv, "pip", "install", "-q", "--python", str(PYTHON)]
    import venv

    if _pip_reaches_other_pythons():  # ten seconds quicker than giving the environment a pip of its own
        venv.create(VENV, clear=clear, with_pip=False, symlinks=os.name != "nt")
        return [sys.executable, "-m", "pip", "--python", str(PYTHON), *_QUIETLY]
    try:
        venv.create(VENV, clear=clear, with_pip=True, symlinks=os.name != "nt")
    except (subprocess.CalledProcessError, SystemExit, ImportError):  # Debian without python3-venv exits
        sys.exit(COULD_NOT)
    return [str(PYTHON), "-m", "pip", *_QUIETLY]


_QUIETLY = ("install", "-q", "--disable-pip-version-check", "--no-input")


def _pip_reaches_other_pythons() -> bool:
    from importlib import metadata

    try:
        major, minor = metadata.version("pip").split(".")[:2]
        return (int(major), int(minor)) >= (22, 3)  # the first with --python
    except (metadata.PackageNotFoundError, ValueError):
        return False


@contextmanager
def _one_at_a_time() -> "Generator[None]":
    """Hold a lock that the system lets go of even when we are killed."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with (ROOT / ".venv.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    main()
