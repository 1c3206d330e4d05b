"""What somebody of the staff wants done to one person, and the case and steps it becomes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from bot.core.actions import Sanction
from bot.core.cases import Case, Claim, Evidence
from bot.core.decisions import Step
from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.terms import Term
from bot.core.text import Body, Mention, Moment, Say, lines, say
from bot.domain.cases.acts import BY_MESSENGER, place_of, steps
from bot.domain.cases.notice import RELIEF, Cite, Manner, tell
from bot.domain.cases.standing import outlasts

SHORTEST = timedelta(seconds=30)
"""Telegram takes anything shorter for ever."""
LONGEST = timedelta(days=3650)
AT_ONCE = timedelta(days=28)
"""The longest time-out Discord takes; what is longer the bot renews."""
WINDOW = timedelta(seconds=10)
"""Two who do the same to the same person within this time did one thing."""
MOST_WORDS = 1000
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Order:
    """An act by hand, before it is a case. ``reason`` is what stands in the record, ``cite`` what the member reads.

    ``span`` is how long it shall last, where that was said rather than a day: it counts from when it is done.
    """

    member: Member
    sanction: Sanction
    until: datetime | None = None
    reason: str = ""
    guideline: str = ""
    cite: Cite | None = None
    evidence: tuple[Evidence, ...] = ()
    delete: tuple[MessageRef, ...] = ()
    span: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """What an act by hand is part of: the space, where it was given, by whom, and when."""

    space: SpaceRef
    place: Place
    by: UserRef
    by_name: str
    at: datetime
    config: str


@dataclass(frozen=True, slots=True)
class Before:
    """What there was before an act: so many warnings, and a mute or ban of its kind that held."""

    warnings: int = 0
    held: Case | None = None


def case_of(order: Order, number: int, where: Where) -> Case:
    """The entry of the record."""
    counts = order.sanction not in {Sanction.NOTE, *RELIEF}
    return Case(
        number,
        where.space,
        order.member.user,
        order.member.name,
        order.sanction,
        where.at,
        by=where.by,
        by_name=where.by_name,
        strikes=int(counts),
        guideline=order.guideline,
        reason=order.reason[:MOST_WORDS],
        evidence=order.evidence,
        until=order.until,
        place=where.place,
        config=where.config,
    )


def steps_of(order: Order, case: Case, community: str, manner: Manner | None) -> tuple[Step, ...]:
    """What is done: a note is nobody's business but the staff's, and what cannot be done to her nobody is told.

    Without a ``manner`` she is told nothing.
    """
    told = None
    if manner is not None and case.sanction is not Sanction.NOTE and out_of_reach(order) is None:
        aloud = None if manner.aloud is None else place_of(case.space, manner.aloud)
        told = tell(case, community, order.cite, replace(manner, aloud=aloud))
    audit = f"case {case.number} by {case.by_name}: {case.reason}"[:400]
    return steps(case, told, order.delete, audit, is_channel=order.member.is_channel)


def anew(order: Order, now: datetime) -> Order | None:
    """The same for now, after it waited; None where the time for which it was wanted is over."""
    if order.span is not None:
        return replace(order, until=now + order.span)
    return order if order.until is None or order.until - now >= SHORTEST else None


def claim_of(case: Case) -> Claim | None:
    """That nobody else files the same within a moment; notes may be as many as people write."""
    if case.sanction is Sanction.NOTE or case.by is None:
        return None
    name = claim_name(case.sanction, case.space, case.user)
    return Claim(name, case.number, case.by, case.at, case.at + WINDOW)


def claim_name(sanction: Sanction, space: SpaceRef, user: UserRef) -> str:
    return f"{sanction}/{space}/{user}"


def fits(order: Order) -> Say | None:
    """Why this cannot be done to such an account at all; None when it can."""
    if order.member.is_channel and order.sanction not in {Sanction.BAN, Sanction.UNBAN, Sanction.NOTE, Sanction.WARN}:
        return say("act-channel", who=Mention(order.member.user, order.member.name))
    return None


def out_of_reach(order: Order) -> Say | None:
    """That the messenger would let the bot do no such thing to her; None when it would, as far as it told."""
    if order.member.out_of_reach and order.sanction in BY_MESSENGER:
        return say("act-out-of-reach", who=Mention(order.member.user, order.member.name))
    return None


def ending(term: Term | None, now: datetime, zone: tzinfo) -> datetime | Say | None:
    """When it ends; None for never, a phrase for a time that cannot be meant."""
    until = None if term is None else term.until(now, zone)
    if until is None:
        return None
    if until <= now:
        return say("term-over", until=f"{until.astimezone(zone):%Y-%m-%d %H:%M}")
    if not SHORTEST <= until - now <= LONGEST:
        return say("term-span", shortest=SHORTEST, longest=LONGEST)
    return until


def is_idle(order: Order, before: Before) -> bool:
    """Whether somebody is let back who is here and was never banned: that would be no news to her."""
    return order.sanction is Sanction.UNBAN and before.held is None and order.member.rank > Rank.GUEST


def done(case: Case, before: Before) -> Body:
    """What the moderator hears when all went well, with what she should know beside it."""
    return lines(say(f"{case.sanction}-done", who=_who(case), case=case.number), *_beside(case, before))


def untold(case: Case, before: Before) -> Body | None:
    """The same when the member could not be told."""
    if case.sanction is Sanction.NOTE:
        return None
    return lines(say(f"{case.sanction}-done-untold", who=_who(case), case=case.number), *_beside(case, before))


def is_renewed(case: Case, since: datetime) -> bool:
    """Whether it lasts longer from then on than a messenger takes at once."""
    return case.sanction is Sanction.MUTE and (case.until is None or case.until - since > AT_ONCE)


def refused(case: Case) -> Say:
    return say("punish-refused", who=_who(case), case=case.number)


def was_first(held: Case | None, by: UserRef, until: datetime | None) -> Say | None:
    """Somebody else was quicker; whoever was it herself may correct what she did.

    ``until`` is the end that the second one wished: if the first one gave another, it is told.
    """
    if held is None or held.by is None or held.by == by:
        return None
    who = Mention(held.by, held.by_name)
    if _is_same_end(held.until, until):
        return say("act-first", who=who, case=held.number)
    if held.until is None:
        return say("act-first-forever", who=who, case=held.number)
    return say("act-first-until", who=who, case=held.number, until=Moment(held.until))


def saved(message: Message | None, member: Member, link: str = "") -> tuple[Evidence, ...]:
    """Evidence of a message, if it is hers."""
    if message is None or message.author.user != member.user:
        return ()
    words = "\n".join((message.text, *message.also))[:2000]
    return (Evidence(words, message=message.ref, link=link),)


def _who(case: Case) -> Mention:
    return Mention(case.user, case.user_name)


def _is_same_end(one: datetime | None, other: datetime | None) -> bool:
    """Whether two who wrote within a moment of each other meant the same length."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= WINDOW


def _beside(case: Case, before: Before) -> Iterable[Say]:
    held = before.held
    if case.until is not None:
        yield say("card-until", until=Moment(case.until))
    if case.sanction in RELIEF and held is None:
        yield say("act-nothing-to-end")
    elif held is not None and case.sanction not in RELIEF and outlasts(held, case.until) and held.until != case.until:
        yield _instead(held)
    if before.warnings:
        yield say("act-before", count=before.warnings)
    if is_renewed(case, case.at):
        yield say("mute-renewed")


def _instead(held: Case) -> Say:
    if held.until is None:
        return say("act-instead-forever", case=held.number)
    return say("act-instead", case=held.number, until=Moment(held.until))
