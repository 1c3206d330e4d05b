"""One question after a conversation: who is asked, what follows from the answer, and what it adds up to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from bot.core.conversations import Conversation, TalkEntry, TalkKind, TalkState
from bot.core.ids import UserRef
from bot.core.ratings import Publishing, Rating, Score
from bot.core.text import Body, Lines, Quote, Rich, Say, lines, say
from bot.core.ui import Button, Press, Rows, Tone
from bot.domain.care.moves import Moved

ONCE_IN = timedelta(days=30)
"""Nobody is asked more often than that, whatever she writes about."""
LONGEST_COMMENT = 1000
LASTS = timedelta(days=30)
FOR_EVER = timedelta(days=3660)
"""A yes can be taken back as long as the words may be shown."""
COUNTED = timedelta(days=365)
MOST_LINES = 12
"""Categories, and months, that are shown."""
_TONES = {Score.GOOD: Tone.GOOD, Score.FAIR: Tone.PLAIN, Score.BAD: Tone.PLAIN}


@dataclass(frozen=True, slots=True)
class Rate(Press):
    """It was so: 3 is good, 1 is bad."""

    rating: int
    score: int


@dataclass(frozen=True, slots=True)
class SayMore(Press):
    """I want to say more about it."""

    rating: int


@dataclass(frozen=True, slots=True)
class MayShow(Press):
    """You may show my words to others, or you may not."""

    rating: int
    yes: bool


@dataclass(frozen=True, slots=True)
class TakeWordsBack(Press):
    """Do not show my words to anybody any more."""

    rating: int


def is_asked(before: Conversation | None, talk: Conversation, last: datetime | None, now: datetime) -> bool:
    """Whether its person is asked now: just resolved, after an answer, and not asked lately."""
    ends = talk.state is TalkState.RESOLVED and before is not None and before.state is not TalkState.RESOLVED
    if not ends or talk.merged_into is not None or talk.blocked or talk.answered_at is None:
        return False
    return last is None or now - last >= ONCE_IN


def question(rating: Rating, community: str) -> tuple[Body, Rows]:
    """The question, with a face and a word on each button."""

    def button(score: Score) -> Button:
        press = Rate(rating.number, score.value)
        label = say(f"button-rate-{score.name.lower()}")
        return Button(label, press, _TONES[score], only=rating.person, lasts=LASTS)

    body = say("rating-ask", number=rating.conversation, community=community)
    return body, (tuple(map(button, sorted(Score, reverse=True))),)


def rated(rating: Rating, score: Score, now: datetime) -> Rating:
    """She has answered; a later answer counts instead."""
    return replace(rating, score=score, rated_at=now)


def more(rating: Rating) -> Rows:
    """What she may add."""
    return ((Button(say("button-rate-more"), SayMore(rating.number), only=rating.person, lasts=LASTS),),)


def commented(rating: Rating, text: str, *, reviews: bool) -> Rating:
    """She said more; who was content is asked whether others may read it, where the config wants reviews."""
    wanted = reviews and rating.score is Score.GOOD
    leave = Publishing.ASKED if wanted else Publishing.UNASKED
    return replace(rating, comment=text.strip()[:LONGEST_COMMENT], leave=leave)


def consent(rating: Rating, community: str) -> tuple[Body, Rows]:
    """Whether her words may be shown: just these, without her name."""
    body = lines(say("rating-thanks"), Rich((Quote(rating.comment),)), say("rating-may-show", community=community))

    def button(label: str, *, yes: bool) -> Button:
        return Button(say(label), MayShow(rating.number, yes), only=rating.person, lasts=LASTS)

    return body, ((button("button-may-show", yes=True), button("button-may-not-show", yes=False)),)


def allowed(rating: Rating, *, yes: bool) -> Rating:
    return replace(rating, leave=Publishing.GIVEN if yes else Publishing.REFUSED)


def take_back(rating: Rating) -> Rows:
    """The button with which a yes can be taken back."""
    press = TakeWordsBack(rating.number)
    return ((Button(say("button-words-back"), press, only=rating.person, lasts=FOR_EVER),),)


def withdrawn(rating: Rating) -> Rating:
    """Nobody may show her words any more, so they are not kept either."""
    return replace(rating, leave=Publishing.WITHDRAWN, comment="")


def on_record(talk: Conversation, rating: Rating, by: UserRef, name: str, now: datetime) -> Moved:
    """What she answered stands in the conversation too; that does not make it a newer one."""
    word = "" if rating.score is None else rating.score.name.lower()
    entry = TalkEntry(talk.number, talk.entries + 1, TalkKind.EVENT, now, word, by, name, "rated")
    return Moved(replace(talk, entries=entry.seq), (entry,))


def summary(ratings: Iterable[Rating], zone: tzinfo) -> Lines:
    """How content people were: in all, by category and by month; never by moderator."""
    asked = list(ratings)
    told = [one for one in asked if one.score is not None]
    categories = sorted({one.category for one in told})
    months = sorted({_month(one, zone) for one in told}, reverse=True)
    by_category = [_tally(name or "-", [one for one in told if one.category == name]) for name in categories]
    by_month = [_tally(month, [one for one in told if _month(one, zone) == month]) for month in months]
    return lines(
        say("satisfaction-head", asked=len(asked), rated=len(told)),
        _tally(say("satisfaction-all"), told) if told else None,
        say("satisfaction-categories") if len(by_category) > 1 else None,
        *(by_category[:MOST_LINES] if len(by_category) > 1 else ()),
        say("satisfaction-months") if told else None,
        *by_month[:MOST_LINES],
    )


def review(rating: Rating, zone: tzinfo) -> Body:
    """Words that may be shown, with the number by which they are taken off."""
    head = say("review-line", number=rating.number, month=_month(rating, zone))
    return lines(head, Rich((Quote(rating.comment),)))


def _tally(what: str | Say, told: list[Rating]) -> Body:
    def many(score: Score) -> int:
        return sum(one.score is score for one in told)

    return say("satisfaction-line", what=what, good=many(Score.GOOD), fair=many(Score.FAIR), bad=many(Score.BAD))


def _month(rating: Rating, zone: tzinfo) -> str:
    return f"{(rating.rated_at or rating.asked_at).astimezone(zone):%Y-%m}"
