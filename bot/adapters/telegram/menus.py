"""Telegram's command menus, written only when they changed."""

import hashlib
import json
import logging
from collections.abc import Sequence

from telegram.error import TelegramError

from bot.adapters.telegram.commands import MenuPage, menu_pages
from bot.adapters.telegram.flood import Api, turn
from bot.core.commands import CommandSpec
from bot.core.ports import Shelf
from bot.core.routing import Lane
from bot.core.text import Voices

log = logging.getLogger(__name__)
_NAME = "menus"


async def write_menus(bot: Api, shelf: Shelf, specs: Sequence[CommandSpec], voices: Voices) -> None:
    """Offer these commands in Telegram's own menus; a failure is logged and made good at the next connect."""
    pages = tuple(menu_pages(specs, voices))
    mark = _mark(pages)
    if await shelf.get(_NAME) == mark:
        return
    # What stands there is known again when all of it is written: a newer offer may stop this one half-way.
    await shelf.drop(_NAME)
    try:
        for page in pages:
            await bot.set_my_commands(
                page.entries, scope=page.scope, language_code=page.language or None, rate_limit_args=turn(Lane.BULK)
            )
    except TelegramError as error:
        log.warning("the command menus could not be written: %s", error.message)
        return
    await shelf.put(_NAME, mark)


def _mark(pages: Sequence[MenuPage]) -> str:
    shown = [
        (page.scope.type, page.language, [(entry.command, entry.description) for entry in page.entries])
        for page in pages
    ]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()
