"""How a member's words reach the team, whatever they came by: one conversation, and the bot may try first."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.actions import Answer, Whisper
from bot.core.conversations import Conversation, TalkState
from bot.core.decisions import Decision, Later, decide
from bot.core.ids import Place
from bot.core.people import Member
from bot.core.text import Body, Localised, Say, lines, say
from bot.domain.care.conversation import heard, left_to_bot, opened, unheard, wanted
from bot.domain.care.moves import MOST_WORDS, Words
from bot.domain.care.replies import heated
from bot.runtime.care import Category
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations, FirstTries
from bot.runtime.vetting import broken

ANYTHING = Category("", Localised({}))
"""One queue for everything."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who says what, and where. ``ctx`` is there if it came by a command or a form, whose sender waits for an answer.

    With ``resumes`` False a resolved conversation is left alone, and another one begins.
    """

    who: Member
    words: Words
    place: Place
    ctx: Context | None = None
    category: Category = ANYTHING
    label: str = ""

    @property
    def resumes(self) -> bool:
        return self.category is ANYTHING

    @property
    def cut(self) -> Say | None:
        """What to say where not all of the words could be taken."""
        return say("inbox-cut", most=MOST_WORDS) if self.words.is_too_long else None

    def told(self, body: Body) -> Answer | Whisper:
        """Speak to whoever wrote."""
        return Whisper(self.who.user, body) if self.ctx is None else self.ctx.say(body)


class Arriving:
    """Decides what follows from a member's words."""

    def __init__(self, talks: Conversations, tries: FirstTries) -> None:
        self._talks = talks
        self._tries = tries

    async def __call__(self, scene: Scene, arrival: Arrival) -> Decision:
        """Add them to the conversation there is, or begin one; she hears that they arrived."""
        talk, is_new = await self._talk(scene, arrival)
        if broken(scene, arrival.who, arrival.words.text[:MOST_WORDS], arrival.place):
            talk = heated(talk)
        moved = heard(talk, arrival.who, arrival.words, scene.now)
        if isinstance(moved, Say):
            return decide(arrival.told(moved), rows=unheard(talk, arrival.who, arrival.words, scene.now).rows)
        begins = is_new or await self._was_helped(scene, talk)
        tried = await self._tries(scene, moved.now, moved.said[0]) if begins else None
        if tried is not None:
            first = () if arrival.cut is None else (arrival.told(arrival.cut),)
            return decide(*first, rows=left_to_bot(moved, scene.now).rows).and_then(tried)
        reopened = talk.state is TalkState.RESOLVED
        # A message in the middle of a conversation needs no receipt.
        is_told = is_new or reopened or arrival.ctx is not None
        said = [say("inbox-received", number=talk.number)] if is_told else []
        said += [] if arrival.cut is None else [arrival.cut]
        received = (arrival.told(said[0] if len(said) == 1 else lines(*said)),) if said else ()
        return decide(*received, to_team("inbox-show", talk.number, reopened=reopened), rows=moved.rows)

    async def _talk(self, scene: Scene, arrival: Arrival) -> tuple[Conversation, bool]:
        talk = await self._talks.of(scene.community.key, arrival.who.user)
        begins = talk is None or (talk.state is TalkState.RESOLVED and not arrival.resumes and not talk.blocked)
        if talk is None or begins:
            number, about = await self._talks.next_number(scene.community.key), arrival.category
            more = {"category": about.key, "department": about.department, "priority": about.priority}
            talk = opened(number, arrival.who, scene.now, place=arrival.place, **more)
        if arrival.label and arrival.label not in talk.labels:
            talk = replace(talk, labels=(*talk.labels, arrival.label))
        return talk, begins

    async def _was_helped(self, scene: Scene, talk: Conversation) -> bool:
        """Whether she ended it herself, content with what the bot said: what she asks now is another matter."""
        if talk.state is not TalkState.RESOLVED:
            return False
        last = await self._talks.entry(scene.community.key, talk.number, talk.entries)
        return last is not None and last.what == "resolved" and last.by == talk.person


def onward(talk: Conversation, now: datetime) -> Decision | None:
    """What the bot tried was not enough: it is the team's turn. None where the team has it already."""
    moved = wanted(talk, now)
    if moved is None:
        return None
    return decide(to_team("inbox-show", talk.number, reopened=talk.state is TalkState.RESOLVED), rows=moved.rows)


def to_team(composer: str, number: int, **args: object) -> Later:
    """What follows for the team, in the turn of its conversation."""
    return Later(composer, {"conversation": number, **args}, turn=f"conversation {number}")
