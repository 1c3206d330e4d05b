"""How a verdict becomes a lesson: the buttons on a card that ask for one, and the texts of a case that hold one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.core.cases import Evidence
from bot.core.ids import SpaceRef
from bot.core.lessons import Lesson
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.text import say
from bot.core.ui import Button, Press, Rows, Tone
from bot.domain.moderation.models.features import SCHEME
from bot.domain.moderation.models.heard import about_of
from bot.domain.moderation.models.taught import Pupil
from bot.domain.moderation.policy import Mode, Policy, Rule
from bot.domain.moderation.sample import Sample, sample
from bot.domain.moderation.triggers import Trained


@dataclass(frozen=True, slots=True)
class Teach(Press):
    """Tell a model whether it was right about a message; ``features`` are what it saw, in hexadecimal."""

    model: str
    about: str
    label: bool
    features: str
    variant: str = ""


def pupils(policy: Policy) -> dict[str, list[Pupil]]:
    """Give the triggers of a policy that learn, by the names of their models."""
    found: dict[str, list[Pupil]] = {}
    for rule in policy.rules:
        if isinstance(rule.trigger, Trained) and rule.mode is not Mode.OFF:
            found.setdefault(rule.trigger.taught.name, []).append(rule.trigger)
    return found


def teaching_rows(rule: Rule, seen: Sample, space: SpaceRef) -> Rows:
    """Ask on a card whether a model was right; no buttons for a rule that does not learn."""
    trigger = rule.trigger
    if not isinstance(trigger, Trained):
        return ()
    variant, features = trigger.lesson(seen)
    packed, about = features.packed().hex(), about_of(seen.message.ref)
    yes, no = (Teach(trigger.taught.name, about, label, packed, variant) for label in (True, False))
    return (
        (
            Button(say("button-well-spotted"), yes, Tone.PLAIN, Rank.MODERATOR, space),
            Button(say("button-was-fine"), no, Tone.PLAIN, Rank.MODERATOR, space),
        ),
    )


def lesson_of(pupil: Pupil, seen: Sample, at: datetime, quiet: Iterable[Sample], *, label: bool) -> Lesson:
    """Make a lesson of a message, with some that nobody minded beside it."""
    variant, features = pupil.lesson(seen)
    about = about_of(seen.message.ref)
    return Lesson(
        pupil.taught.name, about, label, at, features.packed(), beside(pupil, variant, quiet), variant, SCHEME
    )


def beside(pupil: Pupil, variant: str, quiet: Iterable[Sample]) -> tuple[bytes, ...]:
    """Give the newest of the messages that nobody minded, as the same variant of the model sees them."""
    told = (pupil.lesson(one) for one in quiet)
    return tuple(features.packed() for which, features in told if which == variant)[-pupil.taught.beside :]


def texts_in(evidence: Iterable[Evidence], author: Member, at: datetime) -> Iterator[Sample]:
    """Read what a case or a complaint saved, as messages; what was erased, or names no message, says nothing."""
    for one in evidence:
        if one.text and one.message is not None:
            yield sample(Message(one.message, author, one.text, at))
