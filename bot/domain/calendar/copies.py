"""A post in its places: sent to each, and once it stands there changed and taken away everywhere at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.core.actions import Delete, Edit, Send
from bot.core.decisions import Report
from bot.core.ids import MessageRef, Place
from bot.core.posts import CopyState, Post, PostCopy
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.core.text import Localised, say
from bot.core.ui import Button, Reveal, Rows
from bot.domain.calendar.body import body
from bot.domain.calendar.digest import DigestPlan, invitation


def sends(post: Post, places: Iterable[Place], language: str, plan: DigestPlan | None) -> list[Send]:
    """Its words for each place; where it has none for a messenger nothing is sent."""
    said = ((place, body(post, place.platform, language)) for place in places)
    return [Send(place, words, _below(post, words, plan), important=True) for place, words in said if words is not None]


def edits(post: Post, copies: Iterable[PostCopy], language: str, plan: DigestPlan | None) -> list[Edit]:
    """Its words as they are now, in the place of those that stand."""
    stand = ((message, body(post, message.place.platform, language)) for message in _standing(copies))
    return [Edit(message, words, _below(post, words, plan)) for message, words in stand if words is not None]


def deletions(post: Post, copies: Iterable[PostCopy]) -> list[Delete]:
    """Each on its own, so that one which cannot go keeps no other."""
    return [Delete((message,), f"post {post.number} was withdrawn") for message in _standing(copies)]


def is_to_retry(copy: PostCopy) -> bool:
    """It never came to stand there; what could not be taken away is another matter."""
    return copy.state is CopyState.FAILED and copy.message is None


def stands(copy: PostCopy) -> bool:
    """It can be read there, and be changed or taken away; also where that was refused once."""
    return copy.message is not None and copy.state in {CopyState.SENT, CopyState.FAILED}


def sent(post: Post, run: datetime, place: Place, receipt: Receipt) -> PostCopy:
    """What became of it in one place."""
    match receipt:
        case Done(message=None):
            return PostCopy(post.number, run, place, CopyState.UNKNOWN)
        case Done(message=message):
            return PostCopy(post.number, run, place, CopyState.SENT, message)
        case Refused(why=why):
            return PostCopy(post.number, run, place, CopyState.FAILED, None, why.value)
    assert_never(receipt)


def taken_away(copies: Sequence[PostCopy], report: Report) -> list[PostCopy]:
    """What became of each copy that was to go; one that somebody else took away is gone, too."""
    answers = {step.messages[0]: receipt for step, receipt in report if isinstance(step, Delete)}
    found: list[PostCopy] = []
    for copy in copies:
        answer = None if copy.message is None else answers.get(copy.message)
        if isinstance(answer, Refused) and answer.why is not Refusal.GONE:
            found.append(replace(copy, state=CopyState.FAILED, why=answer.why.value))
        elif answer is not None:
            found.append(replace(copy, state=CopyState.WITHDRAWN, why=""))
    return found


def not_changed(report: Report) -> int:
    """In how many places other words were refused."""
    return sum(isinstance(step, Edit) and isinstance(receipt, Refused) for step, receipt in report)


def _standing(copies: Iterable[PostCopy]) -> Iterator[MessageRef]:
    return (one.message for one in copies if one.message is not None and stands(one))


def _below(post: Post, said: Localised, plan: DigestPlan | None) -> Rows:
    """The buttons of a published post: her own language, and more about this in private."""
    more = invitation(plan) if plan is not None and post.pillar in plan.interests else ()
    return (*_in_ones_own_language(said), *more)


def _in_ones_own_language(said: Localised) -> Rows:
    """A button that shows it to one reader alone, in the language she chose."""
    if len(said.texts) < 2:
        return ()
    return ((Button(say("button-post-mine"), Reveal(said), lasts=timedelta(days=90), private=True),),)
