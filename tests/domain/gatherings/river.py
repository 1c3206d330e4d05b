"""A contest about a river, and what people bring to it."""

from dataclasses import replace
from datetime import timedelta

from bot.core.attachments import Attachment, Enclosure
from bot.core.contests import Contest, Submission
from bot.core.giveaways import Conditions
from bot.core.ids import TELEGRAM
from bot.core.text import Rich, Say
from tests.build import ANN, BOSS, NOON, later
from tests.fakes.town import LOBBY

FILE = Enclosure(TELEGRAM, "f", "dusk.jpg", Attachment.PHOTO, 10)


def contest(**more):
    made = Contest(
        1,
        BOSS.user,
        "Bea",
        "The river",
        "A picture",
        "A book",
        2,
        NOON,
        later(hours=2),
        later(days=1),
        (LOBBY,),
        Conditions(),
        timedelta(days=3),
    )
    return replace(made, **more)


def submission(number=1, who=ANN, **more):
    return replace(Submission(1, number, who.user, who.name, NOON, f"words {number}", version=1), **more)


def texts(body):
    """Every key and every plain word of a body."""
    match body:
        case Say():
            return [body.key]
        case Rich(spans):
            return [getattr(span, "text", getattr(span, "name", span)) for span in spans]
        case _:
            return [text for part in body.parts for text in texts(part)]
