"""Find cogs: the built-in ones that were given, and other people's that a config names."""

import logging
from collections.abc import Iterable, Sequence
from importlib.metadata import entry_points
from typing import Any

from bot.runtime.cog import Cog
from bot.runtime.community import Community

log = logging.getLogger(__name__)

GROUP = "townkeeper.cogs"


class CogRefused(Exception):  # noqa: N818  # it reads as what happened
    """A config names a cog that is not installed, or is none; the message says which and what to do."""


def named_elsewhere(builtin: Sequence[type[Cog]], communities: Iterable[Community]) -> tuple[type[Cog], ...]:
    """Load the cogs that configs name and that are not built in, through their entry points.

    Nothing is loaded that no config names: a cog runs inside the bot and can reach its tokens.
    """
    known = {cog.name for cog in builtin}
    wanted = sorted({name for c in communities for name, on in c.cogs.items() if on is not False} - known)
    return tuple(_load(name) for name in wanted)


def _load(name: str) -> type[Cog]:
    found = tuple(entry_points(group=GROUP, name=name))
    if not found:
        raise CogRefused(f'cogs: "{name}" is neither built in nor installed (no entry point {GROUP}: {name})')
    loaded: Any = found[0].load()
    if not (isinstance(loaded, type) and issubclass(loaded, Cog)) or loaded.name != name:
        raise CogRefused(f'cogs: "{name}" is installed, but {found[0].value} is no cog of that name')
    dist = found[0].dist
    log.info("cog %s comes from %s", name, "an unknown package" if dist is None else f"{dist.name} {dist.version}")
    return loaded
