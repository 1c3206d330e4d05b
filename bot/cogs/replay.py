"""Trying the rules out from chat: whom they would have hit lately; it tells, and does nothing."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, ClassVar, Self

from bot.core.commands import command
from bot.core.decisions import Asker, Decision, Intent, Later, Report, decide
from bot.core.lessons import Recorded
from bot.core.people import Rank
from bot.core.text import Body, lines, say
from bot.domain.moderation.replay import Sum, replay, sums
from bot.runtime.cog import Cog, composes
from bot.runtime.context import Context, Scene
from bot.runtime.services import Services
from bot.runtime.stores import Recordings

WEEK = timedelta(days=7)
MOST = 100_000
"""Messages that are looked at, from the oldest on; ``bot replay`` in the shell takes as many as there are."""
SHOWN = 25
"""Rules in one answer: what fits into a message on either messenger."""


class Replay(Cog):
    """Reads what was recorded, where a community records anything."""

    name: ClassVar[str] = "replay"

    def __init__(self, recordings: Recordings) -> None:
        self._recordings = recordings

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.recordings)

    @command("replay", rank=Rank.MANAGER)
    async def replay(self, ctx: Context, since: timedelta = WEEK) -> Decision:
        """Try the rules in use out on what was said lately; nothing is done."""
        if ctx.community.privacy.record_for_replay is None:
            return ctx.answer(say("replay-off"))
        # Reading takes a while: meanwhile events of this community must not wait.
        return decide(Later("replay-told", {"asker": ctx.asker, "since": since}))

    @composes("replay-told")
    async def told(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Judge all of it in a thread, and answer with a line for every rule that fires."""
        del report
        asker, since = args["asker"], args["since"]
        if not isinstance(asker, Asker) or not isinstance(since, timedelta):
            return ()
        kept = scene.community.privacy.record_for_replay or timedelta(0)
        said: list[Recorded] = []
        async for one in self._recordings.since(scene.community.key, scene.now - min(since, kept)):
            said.append(one)
            if len(said) >= MOST:
                break
        _, (struck,) = await asyncio.to_thread(replay, said, (scene.community.policy,))
        return (Intent(asker.answer(_table(len(said), sums(struck)))),)


def _table(length: int, found: Sequence[Sum]) -> Body:
    if not length:
        return say("replay-empty")
    head = say("replay-head", messages=length)
    if not found:
        return lines(head, say("replay-none"))
    rows = (
        say(
            "replay-rule",
            rule=one.rule,
            mode=one.mode,
            messages=one.messages,
            people=one.people,
            names=", ".join(one.names),
        )
        for one in found[:SHOWN]
    )
    return lines(head, *rows, say("replay-more", rules=len(found) - SHOWN) if len(found) > SHOWN else None)
