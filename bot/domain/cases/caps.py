"""How much one person may do by herself within an hour; beyond that an act waits for a second one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any, cast

from bot.core.actions import Sanction
from bot.core.consents import Held, HeldState
from bot.core.ids import MessageRef
from bot.core.people import Member, Rank
from bot.core.text import Body, Mention, Moment, Say, lines, say
from bot.core.ui import Button, Press, Rows, Tone
from bot.domain.cases.notice import Cite, guideline_line
from bot.domain.cases.order import Order

WITHIN = timedelta(hours=1)
ALONE_AFTER = timedelta(minutes=10)
"""How long a lone moderator has to think before she agrees with herself."""
STRICT_FROM = 3
"""People on the team, from which on nobody agrees with herself."""
WAITS = timedelta(days=1)
NAMED = 10
"""So many of those whom it is about are named on the card of what waits."""
PURGE = "purge"
SIFT = "sift"
"""To kick everybody who came in with a storm."""
OVER = "held-over"
"""The kind of timer that ends the waiting."""
CAPPED: Mapping[str, frozenset[Sanction]] = {
    "ban": frozenset({Sanction.BAN}),
    "kick": frozenset({Sanction.KICK, Sanction.SOFTBAN}),
}


@dataclass(frozen=True, slots=True)
class Consent(Press):
    """I agree to an act that waits, or refuse it."""

    held: int
    how: str


def cap_of(wanted: Sequence[Order], caps: Mapping[str, int]) -> tuple[str, int] | None:
    """Which cap counts for what is wanted, and how high it is; None for what may be done as often as one likes."""
    found = (name for name, acts in CAPPED.items() if wanted and wanted[0].sanction in acts)
    name = next(found, "")
    return (name, caps[name]) if name in caps else None


def objection(held: Held, people: int, now: datetime, *, same: bool) -> Say | None:
    """Why this consent does not count; None when it does. ``people`` is how many the team has, with who acts."""
    if not same:
        return None
    if people >= STRICT_FROM:
        return say("consent-own")
    if now < held.at + ALONE_AFTER:
        return say("consent-wait", until=Moment(held.at + ALONE_AFTER))
    return None


def decided(held: Held, state: HeldState, by: Member) -> Held:
    """Somebody agreed or refused."""
    return replace(held, state=state, second=by.user, second_name=by.name)


def card(held: Held) -> Body:
    """What staff read: who wants to do what to whom, and that it waits."""
    return lines(
        say("consent-card", who=Mention(held.by, held.by_name)),
        *_what(held),
        say("consent-number", number=held.number),
    )


def _what(held: Held) -> Sequence[Say]:
    wanted = orders_of(held)
    if held.act == SIFT:
        many, some = cast("int", held.order["many"]), cast("Sequence[Mention]", held.order.get("some", ()))
        return (say("consent-many-kick", count=many), *_named(some, many))
    if not wanted:
        return (say("consent-purge", count=len(messages_of(held))),)
    first, people = wanted[0], [Mention(one.member.user, one.member.name) for one in wanted]
    cited = guideline_line(first.cite, "card-guideline")
    reason = (
        *_length(first),
        *(() if cited is None else (cited,)),
        *((say("card-reason", reason=first.reason),) if first.reason else ()),
    )
    if len(wanted) == 1:
        return (say(f"consent-{first.sanction}", whom=people[0]), *reason)
    return (say(f"consent-many-{first.sanction}", count=len(wanted)), *_named(people, len(wanted)), *reason)


def _length(order: Order) -> Sequence[Say]:
    if order.span is not None:
        return (say("consent-lasts", lasts=order.span),)
    return () if order.until is None else (say("card-until", until=Moment(order.until)),)


def _named(people: Sequence[Mention], many: int) -> Sequence[Say]:
    """Whom it is about: whoever agrees has to see it."""
    shown = [say("massban-who", who=one) for one in people[:NAMED]]
    more = many - len(shown)
    return (*shown, say("and-more", count=more)) if shown and more else tuple(shown)


def card_rows(held: Held) -> Rows:
    """Its buttons, judged in the space where it would happen."""

    def button(how: str, tone: Tone) -> Button:
        return Button(say(f"button-{how}"), Consent(held.number, how), tone, Rank.MODERATOR, held.space, lasts=WAITS)

    return ((button("consent", Tone.DANGER), button("refuse", Tone.PLAIN)),)


def outcome(held: Held, *, alone: bool = False) -> Say:
    """How the waiting ended."""
    if held.second is None:
        return say("consent-expired", number=held.number)
    who = Mention(held.second, held.second_name)
    if held.state is HeldState.REFUSED:
        return say("consent-refused", who=who, number=held.number)
    return say("consent-given-alone" if alone else "consent-given", who=who, number=held.number)


def packed(wanted: Sequence[Order]) -> tuple[Mapping[str, object], ...]:
    """Orders as data that a store can keep."""
    return tuple({**_values(order), "cite": None if order.cite is None else _values(order.cite)} for order in wanted)


def orders_of(held: Held) -> tuple[Order, ...]:
    """What is wanted, as ``packed`` wrote it down; nothing for a purge."""
    kept = cast("Sequence[Mapping[str, Any]]", held.order.get("orders", ()))
    return tuple(map(_order, kept))


def _order(kept: Mapping[str, Any]) -> Order:
    cite = kept["cite"]
    values: dict[str, Any] = {**kept, "cite": None if cite is None else Cite(**cite)}
    return Order(**values)


def messages_of(held: Held) -> tuple[MessageRef, ...]:
    """Which messages a purge that waits would remove."""
    return cast("tuple[MessageRef, ...]", held.order.get("messages", ()))


def _values(of: Order | Cite) -> dict[str, object]:
    return {field.name: getattr(of, field.name) for field in fields(of)}
