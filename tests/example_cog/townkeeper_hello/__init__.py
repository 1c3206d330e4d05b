"""A cog of somebody else's: it greets whoever asks, and counts on a button."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Self

from bot.core.commands import command
from bot.core.decisions import Decision, decide
from bot.core.record import Note
from bot.core.text import Rich
from bot.core.ui import Button, Press
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.services import Services
from bot.runtime.stores import Notes


@dataclass(frozen=True, slots=True)
class Wave(Press):
    """Wave back."""


class Hello(Cog):
    """Says hello, and remembers how many waved back."""

    name: ClassVar[str] = "hello"
    locales: ClassVar[str] = str(Path(__file__).parent / "locales")

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.notes)

    @command("hello")
    async def hello(self, ctx: Context) -> Decision:
        """Be greeted."""
        button = Button(Rich(("Wave",)), Wave(), private=True)
        return ctx.answer(Rich((f"Hello, {ctx.actor.name}!",)), ((button,),))

    @pressed(Wave)
    async def wave(self, ctx: Context, press: Wave) -> Decision:
        """Count one more."""
        del press
        many = int(await self._notes.note(ctx.community.key, self.name, "waves") or 0) + 1
        return decide(ctx.say(Rich((f"{many} waved.",))), rows=(Note(self.name, "waves", str(many)),))
