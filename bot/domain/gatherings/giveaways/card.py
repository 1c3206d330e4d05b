"""A giveaway as people see it: the public card while it is open, the result once it is drawn, and its buttons."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.core.giveaways import Giveaway, GiveawayState, Prized
from bot.core.ids import Place, UserRef
from bot.core.people import Rank
from bot.core.text import Body, Bold, Code, Mention, Moment, Rich, Span, lines, say
from bot.core.ui import Button, Rows, Tone
from bot.domain.gatherings.conditions import needs
from bot.domain.gatherings.giveaways.presses import ClaimPrize, EnterGiveaway, GetProof, ManageGiveaway

LASTS = timedelta(days=180)
"""Longer than any giveaway and its claims, so that a press that comes too late is told so."""

Names = Mapping[str, tuple[UserRef, str]]
"""Who entered with which code, as far as that is known."""


def card(giveaway: Giveaway, entrants: int, names: Names) -> Body:
    """How it stands, for everybody."""
    if giveaway.state is GiveawayState.OPEN:
        return _open(giveaway, entrants)
    if giveaway.state is GiveawayState.CANCELLED:
        return lines(_prize(giveaway), say("giveaway-cancelled", number=giveaway.number))
    return lines(_prize(giveaway), say("giveaway-over", count=giveaway.entrants), *result(giveaway, names))


def rows(giveaway: Giveaway, place: Place) -> Rows:
    """The buttons of the card in this place; their tokens stay the same for as long as it lives."""
    if giveaway.state is GiveawayState.OPEN:
        return ((_enter(giveaway, place),),)
    is_drawn = giveaway.state is GiveawayState.DRAWN and giveaway.entrants
    return (_after(giveaway, place),) if is_drawn else ()


def result(giveaway: Giveaway, names: Names) -> Sequence[Body]:
    """Who has won, how many were passed over, and the seed that was promised."""
    if not giveaway.entrants:
        return (say("giveaway-nobody"),)
    missing = giveaway.winners - len(giveaway.won)
    said: list[Body | None] = [
        say("giveaway-winners", count=len(giveaway.won)) if giveaway.won else say("giveaway-none-fit"),
        Rich(people(giveaway.won, names)) if giveaway.won else None,
        say("giveaway-too-few", count=missing) if giveaway.won and missing else None,
        say("giveaway-passed-over", count=len(giveaway.passed)) if giveaway.passed else None,
        say("giveaway-seed", seed=Code(giveaway.seed)),
    ]
    return tuple(line for line in said if line is not None)


def people(won: Sequence[Prized], names: Names) -> tuple[Span, ...]:
    """Winners by name, and by code where nobody knows any more who it was."""
    spans: list[Span] = []
    for one in won:
        spans += [", "] if spans else []
        spans.append(Mention(*names[one.code]) if one.code in names else Code(one.code))
    return tuple(spans)


def claim_button(giveaway: Giveaway, place: Place | None) -> Button:
    """For the winner, wherever she presses it."""
    space = None if place is None else place.space
    name = f"{giveaway.subject} claim {space}" if space is not None else ""
    return Button(say("button-giveaway-claim"), ClaimPrize(giveaway.number), Tone.GOOD, lasts=LASTS, name=name)


def manage_rows(giveaway: Giveaway) -> Rows:
    """What staff can do with it."""
    ways = {
        GiveawayState.OPEN: ("list", "csv", "cancel"),
        GiveawayState.DRAWN: ("list", "csv", "proof"),
        GiveawayState.CANCELLED: (),
    }[giveaway.state]
    buttons = tuple(
        Button(say(f"button-giveaway-{way}"), ManageGiveaway(giveaway.number, way), rank=Rank.HELPER) for way in ways
    )
    return (buttons,) if buttons else ()


def _open(giveaway: Giveaway, entrants: int) -> Body:
    asked = tuple(needs(giveaway.conditions))
    return lines(
        _prize(giveaway),
        say("giveaway-card", number=giveaway.number, count=giveaway.winners, at=Moment(giveaway.closes_at)),
        say("giveaway-needs") if asked else None,
        *asked,
        say("giveaway-entrants", count=entrants),
        say("giveaway-commitment", commitment=Code(giveaway.commitment)),
    )


def _prize(giveaway: Giveaway) -> Body:
    return Rich((Bold(giveaway.prize),))


def _enter(giveaway: Giveaway, place: Place) -> Button:
    return Button(
        say("button-giveaway-enter"),
        EnterGiveaway(giveaway.number),
        Tone.GOOD,
        rank=Rank.MEMBER,
        space=place.space,
        # A form cannot stand in a group of Telegram.
        private=bool(giveaway.conditions.question),
        lasts=LASTS,
        name=f"{giveaway.subject} enter {place.space}",
    )


def _after(giveaway: Giveaway, place: Place) -> tuple[Button, ...]:
    proof = Button(
        say("button-giveaway-proof"),
        GetProof(giveaway.number),
        private=True,
        lasts=LASTS,
        name=f"{giveaway.subject} proof {place.space}",
    )
    waits = any(not one.claimed for one in giveaway.won)
    return (claim_button(giveaway, place), proof) if waits else (proof,)
