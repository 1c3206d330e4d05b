"""The community's link by which newcomers ask to join, so that the gate meets them before they are inside."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from bot.core.capabilities import Capability
from bot.core.commands import command
from bot.core.decisions import Asker, Decision, Later, Report, decide, refusal
from bot.core.doors import Invite
from bot.core.ids import SpaceRef
from bot.core.people import Rank
from bot.core.receipts import Done, Refused
from bot.core.record import Note
from bot.core.text import Body, Link, say
from bot.core.ui import Button, Rows
from bot.domain.gate.presses import NewLink
from bot.runtime.cog import Cog, composes, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.directory import LOBBY
from bot.runtime.doorkeeping import COG
from bot.runtime.services import Abilities, Services
from bot.runtime.stores import Notes


class Inviting(Cog):
    """Makes one link for each space and hands the same one out again, until somebody wants another."""

    name: ClassVar[str] = COG

    def __init__(self, notes: Notes, abilities: Abilities) -> None:
        self._notes = notes
        self._abilities = abilities

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.notes, services.abilities)

    @command("gate", rank=Rank.MODERATOR)
    async def gate(self, ctx: Context) -> Decision:
        """Get the link by which newcomers ask to come in, for the gate to meet them before they are inside."""
        if ctx.community.gate is None:
            return ctx.answer(say("gate-off"))
        space = await self._space(ctx)
        if space is None:
            return ctx.answer(say("gate-link-none"))
        kept = await self._notes.note(ctx.community.key, COG, _name(space))
        return _made(ctx, space) if kept is None else ctx.answer(_told(kept), _again(space))

    @pressed(NewLink)
    async def anew(self, ctx: Context, press: NewLink) -> Decision:
        """Make another one, and end the one before."""
        kept = await self._notes.note(ctx.community.key, COG, _name(press.space))
        return _made(ctx, press.space, kept or "")

    @composes("gate-link")
    async def made(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Hand the link out once it is there, and keep it."""
        del scene
        asker, space = args["asker"], args["space"]
        if not isinstance(asker, Asker) or not isinstance(space, SpaceRef):
            return Decision()
        match [receipt for step, receipt in report if isinstance(step, Invite)]:
            case [*_, Done(link=str(link))] if link:
                return decide(asker.answer(_told(link), _again(space)), rows=(Note(COG, _name(space), link),))
            case [*_, Refused(why=why)]:
                return decide(asker.answer(say("gate-link-refused", why=refusal(why))))
            case _:
                return Decision()

    async def _space(self, ctx: Context) -> SpaceRef | None:
        """Where such links exist: here, or where else the community has its lobby."""
        pins = ctx.scene.directory.pins.items()
        lobbies = [place for (role, _), place in pins if role == LOBBY and place.space is not None]
        for lobby in sorted(lobbies, key=lambda place: place.platform != ctx.place.platform):
            can = await self._abilities.capabilities(lobby)
            if can is not None and Capability.ADMIT in can:
                return lobby.space
        return None


def _made(ctx: Context, space: SpaceRef, ends: str = "") -> Decision:
    return decide(Invite(space, ends), Later("gate-link", {"asker": ctx.asker, "space": space}))


def _told(link: str) -> Body:
    return say("gate-link", link=Link(link, link))


def _again(space: SpaceRef) -> Rows:
    return ((Button(say("button-new-link"), NewLink(space), rank=Rank.MODERATOR, space=space),),)


def _name(space: SpaceRef) -> str:
    return f"link: {space}"
