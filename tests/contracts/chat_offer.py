"""What stands around an adapter on the stage: voices, a shelf, and commands with every kind of parameter."""

from datetime import timedelta
from typing import Annotated, Literal

from bot.core.commands import Between, Menu, Rest, command, spec_of
from bot.core.decisions import Decision
from bot.core.messages import Message
from bot.core.people import Member
from bot.core.text import File, Lines, Rich, Say


class PlainVoice:
    """Speaks keys."""

    language = "en"

    def __call__(self, body):
        match body:
            case Rich(spans):
                return spans
            case Say(key):
                return (key,)
            case Lines(parts):
                return tuple(span for part in parts for span in (*self(part), "\n"))[:-1]
        raise TypeError(body)


class PlainVoices:
    languages = ("en", "pl")

    def of(self, language):
        return PlainVoice()


class MemoryShelf:
    def __init__(self):
        self.kept = {}

    async def get(self, name):
        return self.kept.get(name)

    async def put(self, name, value):
        self.kept[name] = value

    async def drop(self, name):
        self.kept.pop(name, None)


class Offered:
    """Commands with every kind of parameter; nobody calls their handlers."""

    @command("echo")
    async def echo(
        self,
        ctx: object,
        word: str,
        number: Annotated[int, Between(1, 9)],
        loud: bool,
        span: timedelta,
        language: Literal["en", "pl"],
        words: Annotated[str, Rest()] = "",
    ) -> Decision: ...

    @command("about", target="member")
    async def about(
        self, ctx: object, member: Member, span: timedelta | None = None, words: Annotated[str, Rest()] = ""
    ) -> Decision: ...

    @command("look", menu=Menu.MESSAGE)
    async def look(self, ctx: object, message: Message, words: Annotated[str, Rest()] = "") -> Decision: ...

    @command("take")
    async def take(self, ctx: object, file: File) -> Decision: ...

    @command("fill", asks=True)
    async def fill(self, ctx: object) -> Decision: ...

    @command("tell", private=False)
    async def tell(self, ctx: object) -> Decision: ...

    @command("crew list")
    async def crew(self, ctx: object, language: Literal["en", "pl"] = "en") -> Decision: ...

    @command("help")
    async def help(self, ctx: object) -> Decision: ...


SPECS = tuple(
    spec_of(getattr(Offered, name)) for name in ("echo", "about", "look", "take", "fill", "tell", "crew", "help")
)
