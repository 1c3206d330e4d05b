"""What holds for every test: no socket but loopback, and chance that can be repeated."""

import gc
import logging
import os
import random
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import socket_allow_hosts

from tests.tables import folded

# Bots are started some thirty times: where bytecode is not kept, each of them would compile itself for two seconds.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# The search in Python is what is tested; that its compiled twin says the same, tests/adapters/files/test_compiler.py.
os.environ.setdefault("BOT_NO_COMPILER", "1")

EXAMPLES = int(os.environ.get("TEST_EXAMPLES", "50"))
"""Of each law that does not say for itself; CI tries a hundred, and others in every run."""

# How long an example takes says something about the machine, and nothing about the law that it is an example of.
settings.register_profile(
    "anywhere", max_examples=EXAMPLES, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("anywhere")

ROOT = Path(__file__).resolve().parents[1]
LOOPBACK = ["127.0.0.1", "::1"]
"""No names: each would be looked up again before every test."""
SEED = int(os.environ.setdefault("TEST_SEED", str(random.SystemRandom().randrange(2**32))))
"""Kept in the environment, so that every worker of pytest-xdist has the same one."""


def pytest_report_header(config):
    return f"seed: {SEED} (repeat with TEST_SEED={SEED})"


def pytest_terminal_summary(terminalreporter, exitstatus):
    if exitstatus:
        terminalreporter.write_line(f"seed: repeat with TEST_SEED={SEED}")


SLOW_TO_BEGIN = ("tests/wire/", "tests/browser/", "tests/contracts/test_chat_telegram", "tests/adapters/telegram/")
"""They start processes, or import a second Telegram library, which takes every worker a second."""


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session):
    """Among several workers each begins with files of its own: in a fresh clone every file is compiled by one of them.

    Pytest compiles each assertion into a page of code; where nothing is kept yet, that was a quarter of all work.
    """
    worker, workers = os.environ.get("PYTEST_XDIST_WORKER"), os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")
    if worker is None:
        return
    folders = [Path(one) for one in session.config.args if Path(one).is_dir()]
    files = sorted({file for folder in folders for file in folder.rglob("test_*.py")})
    for file in files[int(worker.removeprefix("gw")) :: int(workers)]:
        with suppress(Exception):  # collecting it says what is wrong, and where
            import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Among several workers these go to the first one, early: nobody waits for a process at the very end."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items[:] = folded(items, lambda: random.seed(SEED))
        items.sort(key=lambda item: not item.nodeid.startswith(SLOW_TO_BEGIN))


def pytest_collection_finish():
    """What was imported stays: no collection of garbage need look at it again, and what tests leave can wait."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """In CI everything is there that these tests need: one that did not run is one that failed."""
    report = yield
    must_run = item.get_closest_marker("wire") or item.get_closest_marker("browser")
    if report.skipped and must_run and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = "failed", f"skipped in CI: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Give everybody the same chance and the same log level. As fixtures, these two took a second of the suite.

    At DEBUG every SQL statement is logged twice: a test that asks for it does so for itself alone.
    """
    del item
    random.seed(SEED)
    root = logging.getLogger()
    before = root.level
    done = yield
    root.setLevel(before)
    return done


@pytest.hookimpl(trylast=True)
def pytest_runtest_setup(item):
    """Let nothing out: a test that would need the internet fails at its first connection."""
    socket_allow_hosts(LOOPBACK, allow_unix_socket=True)


@pytest.fixture
def seed():
    return SEED


@pytest.fixture
async def town():
    """``bot = await town(rule, rule, agree=...)``: a community of these rules, its bot, and pretend messengers."""
    from contextlib import AsyncExitStack

    from tests.fakes.memory import MEMORY
    from tests.fakes.town import open_town, riverside

    async with AsyncExitStack() as stack:

        async def build(*rules, cogs=(), file=MEMORY, **more):
            kept = {
                name: more.pop(name)
                for name in ("platforms", "clock", "stores", "ready", "trace", "carriers", "source", "model", "encoder")
                if name in more
            }
            return await open_town(stack, riverside(*rules, **more), cogs=cogs, file=file, **kept)

        yield build
