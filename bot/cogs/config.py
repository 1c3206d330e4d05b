"""The config file from chat: managers get it, upload a new one, see what is wrong and what would change, apply it."""

from dataclasses import dataclass
from typing import ClassVar, Self

from bot.core.commands import command
from bot.core.decisions import Decision, decide
from bot.core.people import Rank
from bot.core.record import Note
from bot.core.text import Body, Code, File, Lines, Rich, lines, say
from bot.core.ui import Button, Press, Rows, Tone
from bot.domain.cases.acts import SwitchOn
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.services import ConfigCheck, Host, Services
from bot.runtime.stores import Notes

PENDING = "pending"
SHOWN = 1500
"""Characters of faults or of a difference that fit into one answer on either messenger; the rest is in the file."""


@dataclass(frozen=True, slots=True)
class ApplyUploaded(Press):
    """Apply what was uploaded."""


class Config(Cog):
    """Nothing changes before somebody applies it, and the last good file is always kept."""

    name: ClassVar[str] = "config"

    def __init__(self, host: Host, notes: Notes) -> None:
        self._host = host
        self._notes = notes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.host, services.notes)

    @command("config get", rank=Rank.MANAGER)
    async def get(self, ctx: Context) -> Decision:
        """Get the config file as it is."""
        text = await self._host.config_text(ctx.community.key)
        answer = ctx.asker.answer(say("config-here"), files=(File("community.yaml", text),))
        return decide(answer)

    @command("config upload", rank=Rank.MANAGER)
    async def upload(self, ctx: Context, file: File) -> Decision:
        """Give the bot a new config file; it is checked, and waits until you apply it."""
        check = await self._host.check_config(ctx.community.key, file.content)
        if check.faults:
            return ctx.answer(_faults(check))
        body, rows = _ready(check)
        kept = Note(self.name, PENDING, file.content)
        return decide(ctx.say(body, rows), rows=(kept, line_of(ctx, "config upload", file.name)))

    @command("config check", rank=Rank.MANAGER)
    async def check(self, ctx: Context) -> Decision:
        """Check the uploaded file, or else the one in use."""
        text = await self._pending(ctx) or await self._host.config_text(ctx.community.key)
        check = await self._host.check_config(ctx.community.key, text)
        return ctx.answer(_faults(check) if check.faults else say("config-fine"))

    @command("config difference", rank=Rank.MANAGER)
    async def difference(self, ctx: Context) -> Decision:
        """See what the uploaded file would change."""
        text = await self._pending(ctx)
        if text is None:
            return ctx.answer(say("config-nothing-uploaded"))
        check = await self._host.check_config(ctx.community.key, text)
        return ctx.answer(*((_faults(check), ()) if check.faults else _ready(check)))

    @command("config apply", rank=Rank.MANAGER)
    async def apply(self, ctx: Context) -> Decision:
        """Use the uploaded file from now on."""
        return await self._apply(ctx)

    @pressed(ApplyUploaded)
    async def apply_button(self, ctx: Context, press: ApplyUploaded) -> Decision:
        """Use the uploaded file from now on."""
        del press
        return await self._apply(ctx)

    @pressed(SwitchOn)
    async def switch_on(self, ctx: Context, press: SwitchOn) -> Decision:
        """Let a rule act that only watched so far."""
        check = await self._host.switch_on(ctx.community.key, press.rule, ctx.actor.user)
        if check.faults:
            return ctx.answer(_faults(check))
        return decide(ctx.say(say("switched-on", rule=press.rule)), rows=(line_of(ctx, "switch on", press.rule),))

    async def _apply(self, ctx: Context) -> Decision:
        text = await self._pending(ctx)
        if text is None:
            return ctx.answer(say("config-nothing-uploaded"))
        # Writing the file is repeatable, so it may happen before the commit: a second time changes nothing.
        check = await self._host.apply_config(ctx.community.key, text, ctx.actor.user)
        if check.faults:
            return ctx.answer(_faults(check))
        rows = (Note(self.name, PENDING, None), line_of(ctx, "config apply", check.difference))
        return decide(ctx.say(say("config-applied")), rows=rows)

    async def _pending(self, ctx: Context) -> str | None:
        return await self._notes.note(ctx.community.key, self.name, PENDING)


def _ready(check: ConfigCheck) -> tuple[Body, Rows]:
    if not check.difference:
        return say("config-same"), ()
    button = Button(say("button-apply"), ApplyUploaded(), Tone.GOOD, Rank.MANAGER, private=True, once=True)
    return lines(say("config-ready"), Rich((Code(check.difference[:SHOWN]),))), ((button,),)


def _faults(check: ConfigCheck) -> Lines:
    shown = "\n\n".join(check.faults)[:SHOWN]
    return lines(say("config-faults", count=len(check.faults)), Rich((Code(shown),)), say("config-kept"))
