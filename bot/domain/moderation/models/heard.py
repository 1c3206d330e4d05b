"""What was said lately, in memory only, and the question about it that would teach a model most."""

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.core.ids import MessageRef, SpaceRef, UserRef
from bot.core.messages import Message
from bot.core.people import Rank
from bot.core.text import Body, Bold, Quote, Rich, lines, say
from bot.core.ui import Button, Press, Rows
from bot.domain.moderation.models.asking import least_sure
from bot.domain.moderation.models.features import Features
from bot.domain.moderation.models.taught import Lessons, Pupil
from bot.domain.moderation.sample import Sample, sample

MOST = 1500
"""Messages that are remembered: of so many, the least sure one was looked for when this was measured."""
LATELY = timedelta(days=7)
"""Older ones are asked about no more: nobody remembers what they were about."""
FEWEST_WORDS = 3
SHOWN = 700
"""Characters of a message that is asked about."""


@dataclass(frozen=True, slots=True)
class TeachNext(Press):
    """Say whether a message that the bot asked about is what a model looks for; without ``features``: say nothing."""

    model: str
    about: str
    label: bool
    features: str
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A message to ask about, as the model sees it; ``score`` is None where it abstains."""

    seen: Sample
    about: str
    features: Features
    variant: str
    score: float | None


@dataclass(slots=True)
class Heard:
    """The newest messages of members in one community, and which of them were passed over."""

    messages: deque[Message] = field(default_factory=lambda: deque[Message](maxlen=MOST))
    passed: set[str] = field(default_factory=set[str])

    def take(self, message: Message) -> None:
        """Remember a message that a member wrote, if it has words enough to tell anything by; old ones go."""
        while self.messages and message.sent_at - self.messages[0].sent_at >= LATELY:
            self.messages.popleft()
        words = message.text.split(None, FEWEST_WORDS)
        if not message.author.is_bot and message.author.rank < Rank.HELPER and len(words) >= FEWEST_WORDS:
            self.messages.append(message)

    def lose(self, gone: MessageRef) -> None:
        """Let go of a message that was deleted."""
        self._keep(one for one in self.messages if one.ref != gone)

    def forget_people(self, users: Collection[UserRef]) -> None:
        """Let go of whatever these people wrote."""
        self._keep(one for one in self.messages if one.author.user not in users)

    def _keep(self, messages: Iterable[Message]) -> None:
        self.messages = deque(list(messages), maxlen=MOST)


def question(pupil: Pupil, messages: Iterable[Message], lessons: Lessons, passed: Collection[str]) -> Question | None:
    """Choose what to ask: what the model is least sure of, and like nothing that was answered. Takes up to a second."""
    open_ = [one for one in messages if about_of(one.ref) not in lessons and about_of(one.ref) not in passed]
    seen = [sample(one) for one in open_]
    told = [pupil.lesson(one) for one in seen]
    found = [(features, _margin(pupil, variant, features)) for variant, features in told]
    at = next(least_sure(found, lessons.features()), None)
    if at is None:
        return None
    variant, features = told[at]
    return Question(seen[at], about_of(open_[at].ref), features, variant, pupil.score(seen[at]))


def _margin(pupil: Pupil, variant: str, features: Features) -> float:
    base = pupil.base(variant)
    return 0.0 if base is None else base.margin(features, pupil.taught.of(variant))


def asked(model: str, one: Question, space: SpaceRef | None) -> tuple[Body, Rows]:
    """The card that asks."""
    message = one.seen.message
    known = say("teach-score", percent=round(100 * one.score)) if one.score is not None else say("teach-unknown")
    body = lines(
        say("teach-question", model=model),
        Rich((Bold(message.author.name), ":")),
        Rich((Quote(message.text[:SHOWN]),)),
        known,
    )
    yes = TeachNext(model, one.about, True, one.features.packed().hex(), one.variant)
    answers = (
        (say("teach-yes", model=model), yes),
        (say("button-was-fine"), replace(yes, label=False)),
        (say("teach-pass"), replace(yes, label=False, features="")),
    )
    return body, (tuple(Button(label, press, rank=Rank.MODERATOR, space=space) for label, press in answers),)


def since(messages: Iterable[Message], now: datetime) -> list[Message]:
    """Give those that are young enough to be asked about."""
    return [one for one in messages if now - one.sent_at < LATELY]


def about_of(ref: MessageRef) -> str:
    """Name a message for good."""
    return f"{ref.place.channel}/{ref.native}"
