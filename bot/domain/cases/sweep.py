"""Acts on many at once: what they would do, said before; what they did, and whom they did not reach, said after."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.actions import Delete, Punish, Whisper
from bot.core.decisions import Asker, Later, Report, refusal, was_told
from bot.core.ids import MessageRef, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.receipts import Done, Refused
from bot.core.text import Body, Lines, Mention, Moment, lines, say
from bot.core.ui import Button, Press, Rows, Tone
from bot.domain.cases.order import Order
from bot.domain.cases.ring import Seen

STANDS = timedelta(minutes=10)
"""How long a preview can be carried out; later it would mean something else."""
MOST = 500
MASSBAN = "massban"
"""What the audit calls a ban of many."""
NAMED = 10
BATCH = 100


@dataclass(frozen=True, slots=True)
class Sweep(Press):
    """Remove exactly these messages."""

    messages: tuple[MessageRef, ...]


@dataclass(frozen=True, slots=True)
class BanThem(Press):
    """Ban exactly these people."""

    people: tuple[Mention, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Leave(Press):
    """Do nothing after all."""


def purge_preview(found: Sequence[Seen]) -> Lines:
    """What would be removed, by whom."""
    authors = Counter(one.author.user for one in found)
    names = {one.author.user: one.author.name for one in found}
    shown = (say("purge-by", who=Mention(user, names[user]), count=many) for user, many in authors.most_common(NAMED))
    return lines(say("purge-preview", count=len(found)), say("purge-people", count=len(authors)), *shown)


def massban_preview(people: Sequence[Member], since: datetime) -> Lines:
    """Who would be banned."""
    named = (say("massban-who", who=Mention(one.user, one.name)) for one in people[:NAMED])
    return lines(say("massban-preview", count=len(people), since=Moment(since)), *named, _more(len(people) - NAMED))


def buttons(press: Press, space: SpaceRef, by: UserRef) -> Rows:
    """Go, or cancel: sealed for whoever asked, once, and for a short time."""
    go = Button(say("button-go"), press, Tone.DANGER, Rank.MODERATOR, space, only=by, once=True, lasts=STANDS)
    return ((go, Button(say("button-cancel"), Leave(), rank=Rank.MODERATOR, space=space, only=by, lasts=STANDS)),)


def deletions(messages: Iterable[MessageRef], reason: str) -> tuple[Delete, ...]:
    """In pieces of one place each, so that the report can tell what went and what did not."""
    places: dict[object, list[MessageRef]] = {}
    for ref in messages:
        places.setdefault(ref.place, []).append(ref)
    return tuple(
        Delete(tuple(here[at : at + BATCH]), reason) for here in places.values() for at in range(0, len(here), BATCH)
    )


def purge_report(report: Report) -> Lines:
    """What was removed, and what was not and why, from receipts only."""
    acts = [(step, receipt) for step, receipt in report if isinstance(step, Delete)]
    gone = sum(len(step.messages) for step, receipt in acts if isinstance(receipt, Done))
    kept = [(len(step.messages), receipt) for step, receipt in acts if isinstance(receipt, Refused)]
    return lines(
        say("purge-done", count=gone),
        *(say("purge-kept", count=many, why=refusal(receipt.why)) for many, receipt in kept),
    )


def massban_reported(asker: Asker, by: str, orders: Sequence[Order], shown: int) -> Later:
    """What tells whoever asked, by her name, once it is done, whom it reached of all that were ``shown``."""
    names = {str(order.member.user): order.member.name for order in orders}
    return Later("massban-report", {"asker": asker, "by": by, "names": names, "shown": shown})


def massban_report(report: Report, names: dict[UserRef, str], shown: int = 0) -> Lines:
    """Who was banned, who could not be, how many never heard why, and how many of those shown were left alone."""
    bans = [(step.user, receipt) for step, receipt in report if isinstance(step, Punish)]
    untold = sum(1 for step, receipt in report if isinstance(step, Whisper) and not was_told(receipt))
    spared = [(user, receipt) for user, receipt in bans if isinstance(receipt, Refused)]
    lost: list[Body] = [
        say("massban-kept", who=Mention(user, names.get(user, user.native)), why=refusal(receipt.why))
        for user, receipt in spared[:NAMED]
    ]
    return lines(
        say("massban-done", count=len(bans) - len(spared)),
        *lost,
        _more(len(spared) - NAMED),
        say("massban-untold", count=untold) if untold else None,
        say("massban-left-alone", count=shown - len(bans)) if shown > len(bans) else None,
    )


def _more(many: int) -> Body | None:
    return say("and-more", count=many) if many > 0 else None
