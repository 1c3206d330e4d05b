"""An empty database file, made once and copied for each test."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.adapters.store.store import open_store
from bot.runtime.codec import core_codec
from tests.contracts.stores import Knock


@pytest.fixture
def codec():
    return core_codec([Knock])


@pytest.fixture(scope="session")
def template(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("store") / "bot.db"

    async def create():
        async with open_store(path, core_codec()):
            pass

    asyncio.run(create())
    return path


@pytest.fixture
def file(template, tmp_path) -> Path:
    return Path(shutil.copy(template, tmp_path / "bot.db"))
