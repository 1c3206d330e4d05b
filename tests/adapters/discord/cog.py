"""Commands of every kind, for the adapter to offer; nobody calls their handlers."""

from datetime import timedelta
from typing import Annotated, Literal

from bot.core.commands import Between, Menu, Rest, Suggest, command, spec_of
from bot.core.decisions import Decision
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.text import File


class Cog:
    """Commands of every kind; their handlers are never called here."""

    @command("warn", rank=Rank.MODERATOR, target="member", menu=Menu.MEMBER)
    async def warn(self, ctx: object, member: Member, reason: Annotated[str, Rest()] = "") -> Decision: ...

    @command("mute", rank=Rank.MODERATOR, target="member")
    async def mute(
        self, ctx: object, member: Member, duration: timedelta, reason: Annotated[str, Rest()] = ""
    ) -> Decision: ...

    @command("report", asks=True, menu=Menu.MESSAGE)
    async def report(self, ctx: object, message: Message, reason: Annotated[str, Rest()] = "") -> Decision: ...

    @command("config check", rank=Rank.MANAGER)
    async def check(self, ctx: object) -> Decision: ...

    @command("config apply", rank=Rank.MANAGER)
    async def apply(self, ctx: object, number: Annotated[int, Between(1, 9)]) -> Decision: ...

    @command("config upload", rank=Rank.MANAGER)
    async def upload(self, ctx: object, file: File) -> Decision: ...

    @command("language", private=False)
    async def language(self, ctx: object, language: Literal["en", "pl"]) -> Decision: ...

    @command("help")
    async def help(self, ctx: object, topic: Annotated[str, Suggest(lambda typed: [f"{typed}!"])] = "") -> Decision: ...


SPECS = tuple(
    spec_of(getattr(Cog, name)) for name in ("warn", "mute", "report", "check", "apply", "upload", "language", "help")
)
