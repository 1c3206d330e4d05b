"""The process around the bot, as managers see it from chat: its commands, its health, its config files."""

import asyncio
import io
import logging
import os
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.adapters.files.config_file import ConfigFile
from bot.core.commands import CommandSpec
from bot.core.ids import MessageRef, Place, UserRef
from bot.core.ports import Clock
from bot.core.text import Body, lines, say
from bot.runtime.engine import Engine
from bot.runtime.services import ConfigCheck

log = logging.getLogger(__name__)


class LocalHost:
    """Host of one process with its config files on disk."""

    def __init__(self, engine: Engine, files: Mapping[str, ConfigFile], code: str, clock: Clock) -> None:
        self._engine = engine
        self._files = files
        self._code = code
        self._clock = clock
        self._started: datetime = clock.now()

    def commands(self) -> Sequence[CommandSpec]:
        """Every command that is on in any community."""
        return self._engine.offered()

    def paste(self, place: Place) -> str:
        """How the platform's own people write this place."""
        platform = self._engine.platforms[place.platform]
        return f'{platform.dialect}: "{platform.paste(place)}"'

    def link(self, message: MessageRef) -> str:
        """Where people jump to a message."""
        return self._engine.platforms[message.place.platform].link(message)

    def bind_code(self) -> str:
        return self._code

    def health(self) -> Body:
        """How long awake, how much seen, and whether anything went wrong."""
        awake = say("health", up=self._clock.now() - self._started, events=self._engine.events)
        faults = self._engine.dispatcher.failures
        return lines(awake, say("health-faults", faults=faults) if faults else None)

    async def write_feed(self, folder: str, name: str, text: str) -> str:
        """Write beside it and move it there, so that a web server never serves half of it."""
        try:
            await asyncio.to_thread(_replace, Path(folder), name, text)
        except OSError as trouble:
            log.error("%s could not be written into %s: %s", name, folder, trouble.strerror)  # noqa: TRY400  # said whole
            return trouble.strerror or "unknown"
        return ""

    async def config_text(self, community: str) -> str:
        return self._files[community].current.text

    async def check_config(self, community: str, text: str) -> ConfigCheck:
        """Check in a child process within limits; changes nothing."""
        return await self._files[community].check(text)

    async def apply_config(self, community: str, text: str, by: UserRef) -> ConfigCheck:
        """Write and use; what was in force before is kept."""
        file = self._files[community]
        check = await file.apply(text, str(by))
        if not check.faults:
            await self._engine.reconfigure(file.current.community)
        return check

    async def switch_on(self, community: str, rule: str, by: UserRef) -> ConfigCheck:
        """Set one rule's mode in the text, everything else as it stands."""
        return await self._set_mode(community, rule, "on", by)

    async def only_watch(self, community: str, rule: str, by: UserRef) -> ConfigCheck:
        """The same, for a rule that was wrong too often."""
        return await self._set_mode(community, rule, "watch", by)

    async def _set_mode(self, community: str, rule: str, mode: str, by: UserRef) -> ConfigCheck:
        text = with_mode(self._files[community].current.text, rule, mode)
        if text is None:
            return ConfigCheck((f'there is no rule "{rule}" in the config any more',))
        return await self.apply_config(community, text, by)


def _replace(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    number, beside = tempfile.mkstemp(prefix=f".{name}", dir=folder)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o644)  # others are to read it
        Path(beside).replace(folder / name)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def with_mode(text: str, rule: str, mode: str) -> str | None:
    """The same YAML with another ``mode`` for one rule, comments kept; None when there is no such rule."""
    yaml: Any = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = 10_000
    tree = yaml.load(text)
    if rule not in (tree.get("rules") or {}):
        return None
    tree["rules"][rule]["mode"] = mode
    out = io.StringIO()
    yaml.dump(tree, out)
    return out.getvalue()
