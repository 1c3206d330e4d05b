"""What a handler holds while it decides: the community, the time, and for interactions who asked, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.actions import Answer, Ask, Audience
from bot.core.decisions import Asker, Decision, Reply, decide
from bot.core.ids import MessageRef, Place, Platform, SpaceRef
from bot.core.interactions import Ticket
from bot.core.people import Member
from bot.core.text import Body, Say, say
from bot.core.ui import Button, Form, Refill, Rows
from bot.runtime.community import Community
from bot.runtime.directory import Directory

KEPT = timedelta(days=1)
"""How long what was typed into a form that was refused can be taken up again."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The community as it is configured right now, where it is, and what time it is."""

    community: Community
    directory: Directory
    now: datetime
    crisis: int = 0
    """How bad it is, from 0 (as ever) to 3; ``Communities.set_crisis`` says so."""

    @property
    def unfound(self) -> frozenset[tuple[str, Platform]]:
        """Places that the config names and that are not found yet: a messenger is still connecting, or is not there."""
        named = {(role, platform) for role, where in self.community.places.items() for platform in where}
        return frozenset(named - self.directory.pins.keys())


@dataclass(frozen=True, slots=True)
class Context:
    """One command, press or form.

    ``space`` is the space it is about: the target's for a button, the lobby's for a command that staff give in
    their own group; the actor's rank is the one she has there.
    """

    scene: Scene
    actor: Member
    place: Place
    space: SpaceRef | None
    ticket: Ticket
    private: bool
    message: MessageRef | None = None
    """The bot's own message whose button was pressed; a command has none, whatever the messenger calls one."""
    reply_to: MessageRef | None = None
    """What the command answers, where a command can."""

    @property
    def now(self) -> datetime:
        return self.scene.now

    @property
    def community(self) -> Community:
        return self.scene.community

    @property
    def asker(self) -> Asker:
        among_staff = self.scene.directory.is_staff(self.place)
        return Asker(self.ticket, self.place, self.actor.user, self.private, among_staff)

    def answer(self, body: Body, rows: Rows = ()) -> Decision:
        """Answer, and nothing else."""
        return decide(self.asker.answer(body, rows))

    def turn(self, body: Body, rows: Rows = ()) -> Decision:
        """Answer a press in the place of the message whose button it was: the next page, the next step.

        Where no message was pressed (a command, a form, a deep link) it is an answer like any other.
        """
        return decide(replace(self.asker.answer(body, rows), over=self.message))

    def say(self, body: Body, rows: Rows = ()) -> Answer:
        """The answer as an action, to stand among others."""
        return self.asker.answer(body, rows)

    def ask(self, form: Form) -> Decision:
        """Put up a form."""
        return decide(Ask(self.ticket, self.place, self.actor.user, form))

    def ask_again(self, why: Body, form: Form, values: Mapping[str, str]) -> Decision:
        """Say what is wrong, with a button that brings the form back as it was filled in.

        A form cannot follow at once: Discord takes none in answer to another.
        """
        again = Refill(form.refilled(values))
        return self.answer(why, ((Button(say("button-change-it"), again, only=self.actor.user, lasts=KEPT),),))

    def aloud(self, body: Body) -> Answer:
        """Answer so that the rest of the team reads it too, where it stands among the team."""
        answer = self.say(body)
        if not answer.among_staff:
            return answer
        return replace(answer, audience=Audience.EVERYONE)

    def reply(self, done: Body, *, untold: Body | None = None, refused: Say | None = None) -> Reply:
        """An answer that waits for the receipts of what stands before it."""
        return Reply(self.asker, done, untold, refused)
