"""Who may enter, and who may still win: the same conditions, looked at twice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.giveaways import Conditions, Unfit
from bot.core.people import Member, Rank
from bot.core.text import Code, Say, say


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of somebody; None stands for what no messenger tells. Without ``member`` she is not here.

    ``has_false``: somebody whom she brought in is banned, or gone again.
    """

    member: Member | None
    joined_at: datetime | None = None
    linked: bool = False
    muted: bool = False
    banned: bool = False
    has_false: bool = False


def unmet(conditions: Conditions, seen: Seen, now: datetime) -> Unfit | None:
    """The first condition that she does not meet; what nobody can know is taken as met."""
    member = seen.member
    if member is None:
        return Unfit.LEFT
    young = member.created_at is not None and now - member.created_at < conditions.account_for
    fails = (
        (Unfit.JOINED_LATELY, seen.joined_at is not None and now - seen.joined_at < conditions.member_for),
        (Unfit.ACCOUNT_NEW, young),
        (Unfit.RANK, member.rank < conditions.rank),
        (Unfit.ROLE, bool(conditions.role) and conditions.role not in member.roles),
        (Unfit.UNLINKED, conditions.linked and not seen.linked),
        (Unfit.INVITED, conditions.invites and seen.has_false),
    )
    return next((why for why, it_does in fails if it_does), None)


def out(conditions: Conditions, seen: Seen, now: datetime) -> Unfit | None:
    """Why she is passed over at the draw, if she is."""
    if seen.banned:
        return Unfit.BANNED
    if seen.muted and seen.member is not None:
        return Unfit.MUTED
    return unmet(conditions, seen, now)


def for_voters(conditions: Conditions) -> Conditions:
    """What is asked of those who only say what they like: that they are no newcomers, not who they are."""
    return replace(conditions, rank=Rank.MEMBER, role="", question="", answers=(), invites=False)


def needs(conditions: Conditions) -> Iterator[Say]:
    """What is asked of those who enter, one line each."""
    for why in (Unfit.JOINED_LATELY, Unfit.ACCOUNT_NEW, Unfit.RANK, Unfit.ROLE, Unfit.UNLINKED, Unfit.INVITED):
        if _asks(conditions, why):
            yield needed(conditions, why)
    if conditions.question:
        yield say("giveaway-need-answer")


def needed(conditions: Conditions, why: Unfit) -> Say:
    """The condition behind a refusal, as it stands on the card."""
    match why:
        case Unfit.JOINED_LATELY:
            return say("giveaway-need-member-for", span=conditions.member_for)
        case Unfit.ACCOUNT_NEW:
            return say("giveaway-need-account-for", span=conditions.account_for)
        case Unfit.RANK:
            return say("giveaway-need-rank", rank=Say(f"rank-{conditions.rank.name.lower()}"))
        case Unfit.ROLE:
            return say("giveaway-need-role", role=Code(conditions.role))
        case _:
            return _PLAIN.get(why, say("giveaway-need-here"))


_PLAIN = {Unfit.UNLINKED: say("giveaway-need-linked"), Unfit.INVITED: say("giveaway-need-invites")}


def _asks(conditions: Conditions, why: Unfit) -> bool:
    asked = {
        Unfit.JOINED_LATELY: bool(conditions.member_for),
        Unfit.ACCOUNT_NEW: bool(conditions.account_for),
        Unfit.RANK: conditions.rank > Rank.MEMBER,
        Unfit.ROLE: bool(conditions.role),
        Unfit.UNLINKED: conditions.linked,
        Unfit.INVITED: conditions.invites,
    }
    return asked[why]
