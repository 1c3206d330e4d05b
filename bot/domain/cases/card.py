"""The card staff see: what happened, what was done (from receipts only), and what they can do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.core.actions import Action, Delete, Pardon, Punish, RemoveThread, Sanction, Whisper
from bot.core.cases import Case, CaseEntry, EntryKind, moment_of
from bot.core.decisions import Later, Reply, Step, refusal
from bot.core.people import Rank
from bot.core.receipts import Done, Receipt
from bot.core.text import Body, Lines, Link, Mention, Moment, Quote, Rich, Say, lines, say
from bot.core.ui import Button, Rows, Tone
from bot.domain.cases.acts import SwitchOn, Undo, WasFine
from bot.domain.cases.notice import Cite, guideline_line, is_correction

SHOWN = 400
"""Characters of evidence on a card; the case holds the rest."""


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card says beside the case itself."""

    cite: Cite | None
    did: Sequence[tuple[Step, Receipt | None]]
    undone_by: int | None = None
    milder: bool = False
    watched: bool = False
    asks: bool = False
    again: int = 0
    entries: Sequence[CaseEntry] = ()


def card(case: Case, facts: CardFacts) -> Lines:
    """The text of a card."""
    shown = case.evidence[0].text[:SHOWN] if case.evidence else ""
    found = case.evidence[0].found if case.evidence else ""
    return lines(
        _title(case, facts),
        say("card-repeated", times=facts.again + 1) if facts.again else None,
        guideline_line(facts.cite, "card-guideline"),
        say("card-rule", rule=case.rule, found=found) if case.rule else None,
        _ending(case),
        say("card-by", who=Mention(case.by, case.by_name)) if case.by is not None else None,
        say("card-reason", reason=case.reason) if case.reason else None,
        Rich((Quote(shown),)) if shown else None,
        say("card-link", link=Link(link, link)) if (link := _link(case)) else None,
        *(line for step, receipt in facts.did if (line := receipt_line(step, receipt)) is not None),
        *map(_entry, dict.fromkeys(facts.entries)),
        say("card-asks") if facts.asks else None,
        _undone(facts),
    )


def _undone(facts: CardFacts) -> Say | None:
    if facts.undone_by is None:
        return None
    return say("card-milder" if facts.milder else "card-undone", case=facts.undone_by)


def card_rows(case: Case, facts: CardFacts) -> Rows:
    """The buttons of a card; each is judged in the space the case is about."""
    if facts.watched:
        on = Button(say("button-switch-on"), SwitchOn(case.rule), Tone.GOOD, Rank.MANAGER, case.space)
        return ((on,),)
    if facts.undone_by is not None or case.undoes is not None:
        return ()
    undo = Button(say("button-undo"), Undo(case.number), Tone.PLAIN, Rank.MODERATOR, case.space)
    if case.by is not None or not case.rule:
        return ((undo,),)
    fine = Button(say("button-was-fine"), WasFine(case.number), Tone.PLAIN, Rank.MODERATOR, case.space)
    return ((undo, fine),)


def receipt_line(step: Step, receipt: Receipt | None) -> Say | None:
    """One line on what really happened; None for steps that staff need not read about."""
    if isinstance(step, Reply | Later):
        return None
    name = _name(step)
    if name is None:
        return None
    if receipt is None:
        return say(f"did-{name}-pending")
    if isinstance(receipt, Done):
        return say(f"did-{name}-aloud" if receipt.aloud else f"did-{name}")
    return say(f"did-{name}-refused", why=refusal(receipt.why))


def _link(case: Case) -> str:
    return next((piece.link for piece in case.evidence if piece.link), "")


def _ending(case: Case) -> Say | None:
    if case.sanction not in {Sanction.MUTE, Sanction.BAN}:
        return None
    return say("card-forever") if case.until is None else say("card-until", until=Moment(case.until))


def _entry(entry: CaseEntry) -> Say:
    who, at, before = Mention(entry.by, entry.by_name), Moment(entry.at), entry.before or "–"
    match entry.kind:
        case EntryKind.NOTE:
            return say("card-noted", who=who, at=at, text=entry.text)
        case EntryKind.REASON:
            return say("card-edited", who=who, at=at, before=before)
        case EntryKind.GUIDELINE:
            return say("card-edited-guideline", who=who, at=at, before=before)
        case EntryKind.UNTIL:
            was = moment_of(entry.before)
            return say("card-edited-until", who=who, at=at, before=say("for-good") if was is None else Moment(was))
        case EntryKind.ALONG:
            return say("card-edited-along", case=entry.text)
    assert_never(entry.kind)


def _name(action: Action) -> str | None:
    match action:
        case Delete() | RemoveThread():
            return "deleted"
        case Whisper():
            return "corrected" if is_correction(action) else "told"
        case Punish():
            return f"{action.sanction}"
        case Pardon():
            return "pardoned"
        case _:
            return None


def _title(case: Case, facts: CardFacts) -> Body:
    who = Mention(case.user, case.user_name)
    if facts.watched:
        return say("card-watched", who=who, rule=case.rule)
    if case.undoes is not None:
        key = "card-title-undone" if case.sanction is Sanction.NOTE else "card-title-milder"
        return say(key, case=case.number, undone=case.undoes, who=who)
    removed = any(isinstance(step, Delete | RemoveThread) for step, _ in facts.did)
    if case.sanction is Sanction.NOTE and facts.asks and not removed:
        return say("card-title-asked", case=case.number, who=who)
    if case.sanction is Sanction.NOTE and case.by is not None:
        return say("card-title-noted", case=case.number, who=who)
    return say(f"card-title-{case.sanction}", case=case.number, who=who)
