"""Those who came in with a storm: staff see whom it would befall, and what they order is about just them."""

from typing import ClassVar, Self

from bot.core.decisions import Decision, decide
from bot.core.text import Mention, say
from bot.domain.cases.caps import NAMED
from bot.domain.cases.caps import SIFT as HELD_SIFT
from bot.domain.cases.sweep import buttons
from bot.domain.storm import desk, sieve
from bot.domain.storm.kept import pack_people, read_people
from bot.domain.storm.plan import Newcomers
from bot.domain.storm.presses import Sift, SiftThem
from bot.runtime.acting import Acting
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.services import Services
from bot.runtime.sieving import Sieve
from bot.runtime.storming import ordered
from bot.runtime.weather import Weather


class Sieving(Cog):
    """Changes nothing before somebody has seen it and said so."""

    name: ClassVar[str] = desk.COG

    def __init__(self, weather: Weather, acting: Acting, sieve: Sieve) -> None:
        self._weather = weather
        self._acting = acting
        self._sieve = sieve

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.weather, Acting.of(services), Sieve.of(services))

    @pressed(Sift)
    async def shows(self, ctx: Context, press: Sift) -> Decision:
        """Show whom it would befall and who is spared, with a button that is good for these people, once."""
        watch = await self._weather.watch(ctx.scene)
        if press.number != watch.last or not watch.to_sift or ctx.space is None:
            return ctx.answer(say("storm-nobody-left"))
        found = await self._sieve.shown(ctx.scene, watch, sieve.once(watch.to_sift), press.how)
        order = SiftThem(press.number, press.how, pack_people(found.hit))
        rows = buttons(order, ctx.space, ctx.actor.user) if found.hit else ()
        answer = ctx.answer(sieve.preview(press.number, press.how, found), rows)
        if len(found.hit) + len(found.spared) <= sieve.NAMED:
            return answer
        file = sieve.listed(press.number, found)
        return answer.and_then(decide(ctx.asker.answer(say("storm-would-list"), files=(file,))))

    @pressed(SiftThem)
    async def orders(self, ctx: Context, press: SiftThem) -> Decision:
        """Do it, or let it wait for a second person where it is more than one may do in an hour."""
        people = read_people(press.people)
        many = len(people)
        args: dict[str, object] = {
            "how": press.how,
            "by": ctx.actor.user,
            "name": ctx.actor.name,
            "storm": press.number,
        }
        if press.how == Newcomers.KICK:
            some = tuple(Mention(one.user, one.name) for one in people[:NAMED])
            held = {**args, "people": press.people, "some": some}
            waits = await self._acting.kicks(ctx, HELD_SIFT, many, held)
            if waits is not None:
                return waits
        audit = line_of(ctx, "sift", f"storm {press.number}: {press.how}, {many} people")
        rows = (audit, *ordered(ctx.scene, press.people, args))
        return decide(ctx.say(say("storm-sifting", count=many)), rows=rows)
