"""Small commands that help people find their way: /help, /ping, /whoami, /here."""

from typing import Annotated, ClassVar, Self

from bot.core.commands import CommandSpec, Suggest, command
from bot.core.decisions import Decision
from bot.core.people import Rank
from bot.core.text import Body, Code, Rich, lines, say
from bot.domain.calendar.digest import invitation
from bot.runtime.cog import Cog
from bot.runtime.context import Context
from bot.runtime.services import Host, Services

ROLES = ("lobby", "staff", "managers", "inbox", "news")


def _roles(typed: str) -> tuple[str, ...]:
    return tuple(role for role in ROLES if role.startswith(typed.lower()))


class Basics(Cog):
    """Always there: without it nobody could ask what else there is."""

    name: ClassVar[str] = "basics"
    essential: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        self._host = host

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.host)

    @command("help")
    async def help(self, ctx: Context) -> Decision:
        """See what you can ask the bot to do."""
        offered = [spec for spec in self._host.commands() if spec.rank <= ctx.actor.rank or spec.rank <= Rank.MEMBER]
        head = say("help-head", community=ctx.community.name)
        told = lines(head, *(_help_line(spec) for spec in offered), say("help-foot"))
        return ctx.answer(told, invitation(ctx.community.digests))

    @command("ping", rank=Rank.HELPER)
    async def ping(self, ctx: Context) -> Decision:
        """Ask whether the bot is well."""
        return ctx.answer(self._host.health())

    @command("whoami")
    async def whoami(self, ctx: Context) -> Decision:
        """See who you are to the bot, ready to paste into the config file."""
        user = ctx.actor.user
        rank = say(f"rank-{ctx.actor.rank.name.lower()}")
        return ctx.answer(lines(say("whoami", name=ctx.actor.name, rank=rank, account=Code(f'"{user}"'))))

    @command("here", rank=Rank.MODERATOR)
    async def here(self, ctx: Context, role: Annotated[str, Suggest(_roles)] = "staff") -> Decision:
        """Get the config line that gives this place a role, such as staff."""
        if ctx.place.is_direct:
            return ctx.answer(say("here-not-private"))
        name = role.lower() if role.lower().isidentifier() else "staff"
        line = f"{name}: {{{self._host.paste(ctx.place)}}}"
        return ctx.answer(lines(say("here", role=name), _code(line)))


def _help_line(spec: CommandSpec) -> Body:
    return say("help-line", usage=Code(spec.usage()), what=say(spec.help_key))


def _code(text: str) -> Body:
    return Rich((Code(text),))
