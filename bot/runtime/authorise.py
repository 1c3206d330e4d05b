"""The one question every entry point asks: may this person do that, here, to her? No answer means no."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.core.ids import UserRef
from bot.core.people import Member, Rank
from bot.core.text import Say, say


@dataclass(frozen=True, slots=True)
class Allowed:
    """Go on."""


@dataclass(frozen=True, slots=True)
class Denied:
    """No, and why, in words for the one who asked."""

    why: Say


Ruling: TypeAlias = Allowed | Denied
ALLOWED = Allowed()


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: a rank is always named; ``only`` binds it to one account; ``target`` is acted upon.

    Ranks of both people are those in the target's space; identity is the numeric account, never a name.
    """

    rank: Rank
    target: Member | None = None
    only: UserRef | None = None
    acts_on_target: bool = False


def authorise(actor: Member | None, ask: Ask) -> Ruling:
    """Rule on one wish. An actor nobody knows is denied; so is acting on a target nobody could find."""
    if actor is None:
        return Denied(say("error-default-deny"))
    if ask.only is not None and actor.user != ask.only:
        return Denied(say("error-button-not-yours"))
    if actor.rank < ask.rank:
        return Denied(say("error-rank"))
    if ask.acts_on_target:
        return _over(actor, ask.target)
    return ALLOWED


def _over(actor: Member, target: Member | None) -> Ruling:
    if target is None:
        return Denied(say("error-target-unknown"))
    if target.user == actor.user:
        return Denied(say("error-self"))
    if target.untouchable:
        return Denied(say("error-untouchable"))
    if not actor.outranks(target):
        return Denied(say("error-outranked"))
    return ALLOWED
