"""What a member is told when something was done: which guideline, what follows, and how to appeal."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.actions import Pardon, Punish, Sanction, Send, Whisper
from bot.core.cases import Case
from bot.core.decisions import Report, Step
from bot.core.ids import Place
from bot.core.lowering import VANISH, short_line
from bot.core.people import Rank
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.core.text import Body, Lines, Localised, Mention, Moment, OneTime, Quote, Rich, Say, lines, say
from bot.core.ui import Button, Press, Rows

RELIEF = frozenset({Sanction.UNMUTE, Sanction.UNBAN})
"""Acts that end something."""
_FREED = {Sanction.MUTE: "notice-unmute", Sanction.BAN: "notice-unban"}
_NOBODY_KNOWS = frozenset({Refusal.GONE, Refusal.UNREACHABLE})
"""She is gone already, or it was given up without a clear answer: neither says that nothing happened."""


@dataclass(frozen=True, slots=True)
class Cite:
    """The guideline a notice cites: its number and its text in the languages it was written in.

    ``reason`` is a reason of the house's own in these languages; without a guideline ``text`` is None.
    """

    number: int
    text: Localised | None
    reason: Localised | None = None


@dataclass(frozen=True, slots=True)
class Disagree(Press):
    """I do not agree with this case; ``typed`` is what I wrote before."""

    case: int
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """How somebody who is shut out can still be heard: a public address, and a code for the other messenger."""

    address: str = ""
    code: OneTime | None = None


NO_WAYS = Ways()


def notice(case: Case, community: str, cite: Cite | None, ways: Ways = NO_WAYS) -> Lines:
    """Put together what the member reads, in private."""
    if case.sanction in RELIEF:
        return lines(headline(case, community))
    shown = case.evidence[0].text if case.evidence else ""
    return lines(
        headline(case, community),
        guideline_line(cite, "notice-guideline"),
        *_reason(case, cite),
        Rich((Quote(shown),)) if shown else None,
        say("notice-case", case=case.number),
        say("notice-code", code=ways.code) if ways.code is not None else None,
        say("notice-address", address=ways.address) if ways.address else None,
    )


def guideline_line(cite: Cite | None, key: str) -> Say | None:
    """The line that cites a guideline, if one is cited."""
    return None if cite is None or cite.text is None else say(key, number=cite.number, text=cite.text)


def _reason(case: Case, cite: Cite | None) -> tuple[Say, ...]:
    """Why, in the member's language where it is a reason of the house's own."""
    reason = case.reason if cite is None or cite.reason is None else cite.reason
    return (say("notice-reason", reason=reason),) if reason else ()


def appeal_rows(case: Case) -> Rows:
    """The button under a notice; nobody appeals good news."""
    if case.sanction in RELIEF:
        return ()
    button = Button(say("button-appeal"), Disagree(case.number), rank=Rank.GUEST, only=case.user, private=True)
    return ((button,),)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a member may be told: in private, and where else by a short public line that stays for so long."""

    private: bool = True
    aloud: Place | None = None
    stays: timedelta | None = VANISH
    ways: Ways = NO_WAYS


def tell(case: Case, community: str, cite: Cite | None, manner: Manner) -> Whisper | Send | None:
    """The notice as an action: in private, else a short public line without any content; None where neither may be."""
    body, rows = notice(case, community, cite, manner.ways), appeal_rows(case)
    line: Send | None = None
    if manner.aloud is not None and manner.stays is not None:
        who = Mention(case.user, case.user_name)
        line = short_line(manner.aloud, case.user, say(_line(case), who=who), body, rows)
        line = replace(line, vanish_after=manner.stays)
    return Whisper(case.user, body, rows, line, important=True) if manner.private else line


def correction(case: Case, community: str, report: Report) -> Whisper | Send | None:
    """Tell a member, as she was told before, that it did not happen; None where it did, or where she heard nothing.

    ``report`` may be about others, too.
    """
    if not any(is_refused(case, step, receipt) for step, receipt in report):
        return None
    body = say(f"corrected-{case.sanction}", community=community, case=case.number)
    for step, receipt in report:
        match step, receipt:
            case Whisper(user=case.user, otherwise=line), Done():
                return Whisper(case.user, body, otherwise=line and _aloud(case, line, body), important=True)
            case Send(reader=case.user) as line, Done():
                return _aloud(case, line, body)
            case _:
                pass
    return None


def undone(case: Case, held: Case | None, community: str, report: Report) -> Whisper | None:
    """Tell a member that a case of hers was taken back; None where the messenger would not let that be done.

    ``held`` is a mute or ban of the same kind that holds now. She was told when an end began, not which case it was:
    of an end that is taken back she hears only what holds again.
    """
    if any(_is_not_lifted(case, step, receipt) for step, receipt in report):
        return None
    now = None if held is None else headline(held, community)
    if case.sanction in RELIEF:
        return None if now is None else Whisper(case.user, now)
    if case.sanction in _FREED and held is None:
        now = say(_FREED[case.sanction], community=community)
    return Whisper(case.user, lines(say("notice-undone", community=community, case=case.number), now))


def _is_not_lifted(case: Case, step: Step, receipt: Receipt) -> bool:
    mine = isinstance(step, Punish | Pardon) and (step.space, step.user) == (case.space, case.user)
    return mine and isinstance(receipt, Refused)


def is_correction(told: Whisper) -> bool:
    """Whether this takes back what was told before."""
    return isinstance(told.body, Say) and told.body.key.startswith("corrected-")


def is_refused(case: Case, step: Step, receipt: Receipt) -> bool:
    """Whether this is what was to befall her, and the messenger said clearly that it does not."""
    mine = isinstance(step, Punish) and (step.space, step.user) == (case.space, case.user)
    return mine and isinstance(receipt, Refused) and receipt.why not in _NOBODY_KNOWS


def _aloud(case: Case, before: Send, body: Body) -> Send:
    """The short public line once more, with this behind its button."""
    who = Mention(case.user, case.user_name)
    line = short_line(before.place, case.user, say("line-notice-for-you", who=who), body)
    return replace(line, vanish_after=before.vanish_after)


def headline(case: Case, community: str) -> Body:
    """What happened to the member, where, and until when."""
    key = f"notice-{case.sanction}"
    if case.sanction in {Sanction.MUTE, Sanction.BAN}:
        if case.until is None:
            return say(f"{key}-forever", community=community)
        return say(key, community=community, until=Moment(case.until))
    return say(key, community=community)


def _line(case: Case) -> str:
    return "line-message-removed" if case.evidence and case.by is None else "line-notice-for-you"
