"""After a start a messenger takes seconds to connect: what is due meanwhile waits for its places to be found."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import cast

from bot.core.decisions import Decision, decide
from bot.core.events import TimerFired
from bot.core.record import Timer
from bot.runtime.context import Scene
from bot.runtime.directory import MANAGERS, STAFF

SEARCH_AGAIN, LONGEST_SEARCH = timedelta(seconds=5), timedelta(minutes=5)
"""So often it is looked again; after so long it goes without the messenger that does not connect."""


TEAM = (STAFF, MANAGERS)


def until_found(scene: Scene, event: TimerFired, roles: Collection[str] | None = None) -> Decision | None:
    """Put a timer off while places with these roles (None: any) are not found yet; None when it need not wait."""
    since = cast("datetime", event.args.get("since", scene.now))
    missing = any(roles is None or role in roles for role, _ in scene.unfound)
    if not missing or scene.now - since >= LONGEST_SEARCH:
        return None
    return decide(rows=(Timer(event.kind, event.subject, scene.now + SEARCH_AGAIN, {**event.args, "since": since}),))
