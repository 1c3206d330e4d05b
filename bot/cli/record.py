"""How the shell's commands open the record of one community, while the bot runs or not."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from bot.adapters.files.faults import Refused
from bot.adapters.files.settings import Settings
from bot.adapters.store.store import Store
from bot.cli.said import LOCALES, give_up


def community_of(settings: Settings, named: str) -> str:
    """The id of the community that is meant; gives up where the config holds several and none was named."""
    from bot.adapters.files.community import load_all

    if named:
        return named
    try:
        loaded = load_all(settings.config, LOCALES)
    except Refused as refused:
        give_up(refused.shown())
    keys = [one.community.key for one in loaded]
    if len(keys) > 1:
        give_up(f"{settings.config} holds {len(keys)} communities. Say which one: --community {keys[0]}")
    return keys[0]


@asynccontextmanager
async def open_record(settings: Settings) -> AsyncGenerator[Store]:
    """The record as it stands; gives up where there is none, or it cannot be used."""
    from bot.adapters.files.data_dir import DataDir
    from bot.adapters.store.refused import StoreRefused
    from bot.adapters.store.store import open_store
    from bot.runtime.codec import core_codec

    url = None if settings.database_url is None else settings.database_url.get_secret_value()
    file = DataDir(settings.data_dir).database
    if url is None and not file.is_file():
        give_up(f"There is no record at {file}. If it is elsewhere, say so: --data DIR")
    try:
        async with open_store(url or file, core_codec()) as store:
            yield store
    except StoreRefused as refused:
        give_up(refused.remedy)
