"""A cog that breaks in every way that a story asks for."""

from dataclasses import dataclass

from bot.core.actions import Send
from bot.core.commands import command
from bot.core.decisions import NOTHING, Decision, Intent, Later, decide
from bot.core.events import MessagePosted
from bot.core.record import Note
from bot.core.text import Rich, say
from bot.core.ui import Button, Press
from bot.runtime.cog import Cog, composes, due, filled, guards, on, pressed
from tests.fakes.town import LOBBY


@dataclass(frozen=True, slots=True)
class Knock(Press):
    how: str = ""


class Shaky(Cog):
    """Breaks where it is told to."""

    name = "shaky"
    calls = 0

    @command("shake")
    async def shake(self, ctx) -> Decision:
        """Break."""
        raise ZeroDivisionError

    @command("show")
    async def show(self, ctx, text: str = "") -> Decision:
        """Show a button."""
        button = Button(say("plain", text="knock"), Knock(text), once=text == "once")
        return decide(Send(ctx.place, say("plain", text="door"), ((button,),)))

    @pressed(Knock)
    async def knock(self, ctx, press) -> Decision:
        if press.how == "break":
            raise ZeroDivisionError
        return ctx.answer(say("plain", text="come in"))

    @filled(Knock)
    async def fill(self, ctx, press, values) -> Decision:
        return ctx.answer(say("plain", text=values["text"]))

    @guards(MessagePosted)
    async def guard(self, scene, event) -> Decision:
        match event.message.text:
            case "break":
                raise ZeroDivisionError
            case "later":
                steps = (Later("shaky-breaks"), Send(event.message.place, say("plain", text="after")))
                return Decision(intents=tuple(Intent(step) for step in steps))
            case "nobody":
                return decide(Later("nobody-composes-this"), Send(event.message.place, say("plain", text="after")))
            case "note":
                return decide(rows=(Note("shaky", "x", "1"),))
        return NOTHING

    @on(MessagePosted)
    async def heard(self, scene, event) -> Decision:
        if event.message.text == "echo":
            return decide(Send(event.message.place, Rich(("echo",))))
        return NOTHING

    @composes("shaky-breaks")
    async def breaks(self, scene, report, args):
        raise ZeroDivisionError

    @due("shaky")
    async def rings(self, scene, event) -> Decision:
        Shaky.calls += 1
        if event.subject == "broken" and Shaky.calls < 3:
            raise ZeroDivisionError
        return decide(Send(LOBBY, Rich((event.subject,))))
