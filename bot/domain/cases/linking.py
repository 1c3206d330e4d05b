"""One person on both messengers: who may be linked with whom, and what she is asked and told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.ids import UserRef
from bot.core.linking import LinkCode
from bot.core.people import Member, Rank
from bot.core.text import Body, Moment, OneTime, Say, lines, say
from bot.core.ui import Button, Press, Rows, Tone

CODE_LASTS = timedelta(minutes=15)
MOST_TRIES = 5
TRIES_WITHIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class LinkNow(Press):
    """Yes, both accounts are mine."""

    code: str


@dataclass(frozen=True, slots=True)
class Unlink(Press):
    """These accounts shall be two people again."""


@dataclass(frozen=True, slots=True)
class Couple:
    """A code, and the accounts that each side has already (itself included)."""

    code: LinkCode
    there: Sequence[UserRef]
    here: Sequence[UserRef]


def objection(couple: Couple, actor: Member, now: datetime) -> Say | None:
    """Why these two accounts are not linked; None when nothing speaks against it."""
    if couple.code.expires_at <= now:
        return say("link-wrong")
    if couple.code.user in couple.here:
        return say("link-already") if len(couple.here) > 1 else say("link-other-messenger")
    if couple.code.user.platform == actor.user.platform:
        return say("link-other-messenger")
    if len(couple.there) > 1 or len(couple.here) > 1:
        return say("link-one-only")
    return None


def is_somebody(actor: Member) -> bool:
    """Whether a single human stands behind an account: not a channel, not a bot, not all the anonymous admins."""
    return not (actor.is_bot or actor.is_channel or actor.untouchable)


def offer(code: OneTime, now: datetime) -> Body:
    """The code, and what linking means."""
    return lines(say("link-code", code=code, until=Moment(now + CODE_LASTS)), say("link-means"))


def consent(code: LinkCode, actor: UserRef) -> tuple[Body, Rows]:
    """Ask whether both accounts are hers; the name is what whoever asked for the code is called there."""
    yes = Button(
        say("button-link"),
        LinkNow(code.id),
        Tone.GOOD,
        Rank.GUEST,
        only=actor,
        private=True,
        once=True,
        lasts=CODE_LASTS,
    )
    return lines(say("link-consent", who=code.user_name), say("link-means")), ((yes,),)


def linked(actor: UserRef) -> tuple[Body, Rows]:
    """Tell somebody that she is linked, with the way out of it."""
    back = Button(say("button-unlink"), Unlink(), rank=Rank.GUEST, only=actor, private=True)
    return say("link-already"), ((back,),)
