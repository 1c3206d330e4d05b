"""Chat recorded for trying out rules, where a community asks for it in its config, and only there."""

from dataclasses import replace
from typing import ClassVar

from bot.core.decisions import NOTHING, Decision
from bot.core.events import MessageEdited, MessagePosted
from bot.core.lessons import Recorded
from bot.core.messages import Message
from bot.runtime.cog import Cog, guards
from bot.runtime.context import Scene
from bot.runtime.directory import MANAGERS, STAFF, lift


class Recording(Cog):
    """Stands before everybody else, so that what a rule removes is recorded too."""

    name: ClassVar[str] = "recording"

    @guards(MessagePosted)
    async def posted(self, scene: Scene, event: MessagePosted) -> Decision:
        """Record a new message."""
        return _recorded(scene, event.message, is_edit=False)

    @guards(MessageEdited)
    async def edited(self, scene: Scene, event: MessageEdited) -> Decision:
        """Record what a message became."""
        return _recorded(scene, event.message, is_edit=True)


def _recorded(scene: Scene, message: Message, *, is_edit: bool) -> Decision:
    """Record what rules judge: not the staff's own places, not bots, nothing said in private."""
    if scene.community.privacy.record_for_replay is None or message.place.space is None or message.author.is_bot:
        return NOTHING
    role = scene.directory.role_of(message.place)
    if role in {STAFF, MANAGERS}:
        return NOTHING
    author = lift(message.author, scene.community.team, scene.directory)
    return Decision(rows=(Recorded(replace(message, author=author), role, is_edit),))
