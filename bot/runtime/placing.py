"""Where a conversation is shown to the team, and which one is meant by a command given there."""

from bot.core.conversations import Conversation
from bot.core.ids import MessageRef, Place
from bot.core.people import Rank
from bot.domain.care.department import Department
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations


def department_of(scene: Scene, talk: Conversation) -> Department | None:
    """The department that has it; None also for one that the config no longer knows."""
    return scene.community.departments.get(talk.department)


def places_of(scene: Scene, talk: Conversation) -> tuple[Place | None, Place | None]:
    """Among which threads it gets its own, and where it is a card without; about the team, where managers read."""
    near, directory = talk.person.platform, scene.directory
    if talk.kept_from is not None:
        return None, directory.staff_for(near, managers=True)
    queue = department_of(scene, talk)
    own = None if queue is None else directory.place(queue.role, near)
    return own or directory.place(scene.community.inbox.place, near), directory.staff_for(near)


def team_place(scene: Scene, talk: Conversation, home: MessageRef | None) -> Place | None:
    """Where everybody who should hear of it reads: the staff's own place, or of a department where it is shown."""
    near, directory = talk.person.platform if home is None else home.place.platform, scene.directory
    if talk.kept_from is not None:
        return directory.staff_for(near, managers=True)
    queue = department_of(scene, talk)
    apart = queue is not None and directory.place(queue.role, near) is not None
    if home is not None and apart:
        return home.place
    shown = None if home is None else home.place
    return directory.staff_for(near) or shown


def may_read(ctx: Context, talk: Conversation) -> bool:
    """Whether it is for this one's eyes."""
    return talk.kept_from is None or (ctx.actor.rank >= Rank.MANAGER and ctx.actor.user != talk.kept_from)


async def readable(talks: Conversations, ctx: Context, number: int | None) -> Conversation | None:
    """The conversation of this number, as far as whoever asks may read it: what is about the team, managers only."""
    talk = None if number is None else await talks.find(ctx.community.key, number)
    return talk if talk is not None and may_read(ctx, talk) else None


async def number_here(talks: Conversations, ctx: Context) -> int | None:
    """The conversation whose thread this is, or whose card the command answers."""
    found = await talks.at(ctx.community.key, ctx.place)
    if found is not None or ctx.reply_to is None:
        return found
    return await talks.shown_in(ctx.community.key, ctx.reply_to)


async def chosen(talks: Conversations, ctx: Context, number: int | None) -> Conversation | None:
    """The conversation that is named, else the one whose thread or card this is."""
    return await readable(talks, ctx, await number_here(talks, ctx) if number is None else number)


async def meant(talks: Conversations, ctx: Context, number: int | None, note: str) -> tuple[Conversation | None, str]:
    """The conversation whose thread or card this is, else the one that is named; and the note.

    Typed as one line, a note's first word may look like a number: there it belongs to the note.
    """
    here = await number_here(talks, ctx)
    if here is not None and number is not None and number != here:
        note = f"{number} {note}".strip()
    which = number if here is None else here
    return await readable(talks, ctx, which), note
