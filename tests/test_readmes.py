"""What the pages for contributors show is what runs: every block of code on them is executed."""

import inspect
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page, language):
    return [code for kind, code in BLOCK.findall((ROOT / page).read_text("utf-8")) if kind == language]


def executed(page):
    """Run a page's Python as one module; annotations must be found, so it has a name of its own."""
    namespace = {"__name__": "page"}
    exec(compile("\n".join(blocks(page, "python")), page, "exec"), namespace)
    return namespace


def stories_in(namespace):
    return {name: found for name, found in namespace.items() if name.startswith("test_")}


async def test_a_cog_can_be_written_in_ten_minutes(town, monkeypatch):
    page = ModuleType("page")
    monkeypatch.setitem(sys.modules, "page", page)
    page.__dict__.update(executed("bot/cogs/README.md"))
    told = stories_in(vars(page))
    assert told
    for test in told.values():
        await test(town)


def test_the_package_shown_for_a_cog_is_named_like_the_cog():
    (package,) = (tomllib.loads(text) for text in blocks("bot/cogs/README.md", "toml"))
    (config,) = (YAML(typ="safe", pure=True).load(text) for text in blocks("bot/cogs/README.md", "yaml"))
    assert list(package["project"]["entry-points"]["townkeeper.cogs"]) == list(config["cogs"])


def test_a_trigger_can_be_added_in_five_minutes(monkeypatch):
    page = ModuleType("page")
    monkeypatch.setitem(sys.modules, "page", page)
    page.__dict__.update(executed("bot/domain/moderation/README.md"))
    told = stories_in(vars(page))
    assert len(told) == 2
    for test in told.values():
        for values in _table(test):
            test(*values)


@pytest.mark.parametrize("page", ["bot/cogs/README.md", "bot/domain/moderation/README.md"])
def test_files_that_a_page_names_are_there(page):
    for name in re.findall(r"`((?:bot|tests|config)/[\w/.]+)`", (ROOT / page).read_text("utf-8")):
        assert (ROOT / name).exists(), name


def _table(test):
    marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
    if not marks:
        assert not inspect.signature(test).parameters
        return [()]
    return marks[0].args[1]
