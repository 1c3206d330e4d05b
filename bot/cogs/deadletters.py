"""What could not be delivered: the staff are told once, see all of it, and send it again."""

from dataclasses import dataclass
from typing import ClassVar, Self

from bot.core.actions import Send
from bot.core.commands import command
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import TimerFired
from bot.core.people import Rank
from bot.core.record import Note
from bot.core.text import Body, Code, Localised, Moment, lines, say
from bot.core.ui import Button, Press, Tone
from bot.runtime.cog import Cog, due, pressed
from bot.runtime.community import Community
from bot.runtime.context import Context, Scene
from bot.runtime.deliveries import DEAD, OWNER, Deliveries, Posted, revived, told
from bot.runtime.directory import STAFF
from bot.runtime.finding import until_found
from bot.runtime.services import Services
from bot.runtime.stores import Notes

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class SendLetters(Press):
    """Try everything that is dead once more."""


class DeadLetters(Cog):
    """One line when a way breaks, not one for every letter; the next that arrives makes it worth a line again."""

    name: ClassVar[str] = "departments"

    def __init__(self, deliveries: Deliveries, notes: Notes) -> None:
        self._deliveries = deliveries
        self._notes = notes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.deliveries, services.notes)

    @command("deadletters", rank=Rank.MANAGER)
    async def dead(self, ctx: Context) -> Decision:
        """See what could not be delivered to departments, and send it again."""
        found = await self._deliveries.dead(ctx.community.key)
        if not found:
            return ctx.answer(say("letters-none"))
        again = Button(say("button-letters-again"), SendLetters(), Tone.GOOD, Rank.MANAGER)
        return ctx.answer(lines(*(_line(ctx.community, one) for one in found)), ((again,),))

    @pressed(SendLetters)
    async def again(self, ctx: Context, press: SendLetters) -> Decision:
        """Let all of them wait again, and switch on what had been switched off."""
        del press
        found = await self._deliveries.dead(ctx.community.key, MOST_AT_ONCE)
        if not found:
            return ctx.answer(say("letters-none"))
        return decide(ctx.say(say("letters-again", count=len(found))), rows=revived(found, ctx.now))

    @due(DEAD)
    async def tell(self, scene: Scene, event: TimerFired) -> Decision:
        """Tell the staff, unless they know of this department and way already."""
        department, way = str(event.args["department"]), str(event.args["way"])
        name, place = told(department, way), scene.directory.place(STAFF)
        if await self._notes.note(scene.community.key, OWNER, name) is not None:
            return NOTHING
        if place is None:
            return until_found(scene, event, {STAFF}) or NOTHING
        title = _title(scene.community, department)
        if event.args.get("off"):
            line = say("letter-off", department=title, way=way)
        else:
            line = say("letter-dead", department=title, way=way, why=Code(str(event.args["why"])))
        return decide(Send(place, line, important=True), rows=(Note(OWNER, name, scene.now.isoformat()),))


def _line(community: Community, posted: Posted) -> Body:
    letter = posted.letter
    return say(
        "letter-line",
        at=Moment(letter.at),
        number=letter.conversation,
        department=_title(community, letter.department),
        way=letter.way.value,
        why=Code(posted.why),
    )


def _title(community: Community, department: str) -> Localised | str:
    known = community.departments.get(department)
    return department if known is None else known.title
