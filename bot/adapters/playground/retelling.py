"""Plain English for what the runtime traces: events, the rules' answers, rows, and the config read again."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.adapters.playground.deeds import deed
from bot.adapters.playground.telling import Line, Names, Tone
from bot.adapters.playground.world import World
from bot.core.actions import Action, Sanction
from bot.core.cases import Case, CaseEvidence
from bot.core.complaints import Complaint, ComplaintState
from bot.core.events import (
    Event,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    RightsChanged,
    SpaceReady,
    space_of,
)
from bot.core.ids import Platform
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted, Missing, Unknown, Wrong
from bot.core.receipts import Receipt
from bot.core.record import Acceptance, Language, Row
from bot.domain.moderation.policy import Mode, Rule
from bot.domain.moderation.sample import Source
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import Passed, Verdict

_PASSED = {
    Passed.CLEAN: "found nothing",
    Passed.OFF: "is switched off",
    Passed.SPARED: "spares people of this rank",
    Passed.NOT_HERE: "does not look at this person or place",
    Passed.BROKEN: "broke down over this message; the other rules went on",
    Passed.GIVEN_UP: "broke down again and again, and is not asked any more",
}
_READ = {
    Source.MESSAGE: "message",
    Source.NAME: "name",
    Source.TITLE: "title",
    Source.REACTION: "reaction",
}
_COMPLAINTS = {
    ComplaintState.OPEN: "is open",
    ComplaintState.TAKEN: "was taken by {owner}",
    ComplaintState.UPHELD: "was upheld",
    ComplaintState.DECLINED: "was declined",
    ComplaintState.CLOSED: "was closed",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as the head of a chapter."""

    title: str
    quote: str = ""
    platform: Platform | None = None


class Reteller:
    """Knows what everybody is called, and where the config file is."""

    def __init__(self, world: World, source: str) -> None:
        self._names = Names(world)
        self._source = source

    def event(self, event: Event) -> Happening:
        """Tell what happened."""
        match event:
            case MessagePosted(message=message) | MessageEdited(message=message):
                did = "wrote" if isinstance(event, MessagePosted) else "edited a message"
                title = f"{message.author.name} {did} {self._names.said_where(message.place)}"
                return Happening(title, message.text, message.place.platform)
            case MessageDeleted(ref=ref):
                title = f"A message was deleted in {self._names.where(ref.place)}"
                return Happening(title, platform=ref.place.platform)
            case CommandInvoked() | ButtonPressed() | FormSubmitted():
                return self._interaction(event)
            case MemberJoined(member=member):
                return Happening(f"{member.name} joined", platform=member.user.platform)
            case MemberLeft(user=user):
                return Happening(f"{self._names.who(user)} left", platform=user.platform)
            case _:
                return self._other(event)

    def judged(self, source: Source) -> str:
        """Tell what was read, where nothing that happened says so."""
        return f"A {_READ[source]} was judged"

    def rules(self, verdict: Verdict) -> tuple[Line, ...]:
        """Tell each rule's answer, those that found something first."""
        lines = [self._rule(finding.rule, finding.outcome) for finding in verdict.findings]
        return tuple(sorted(lines, key=lambda line: line.tone is Tone.PASSED))

    def rows(self, rows: Sequence[Row]) -> tuple[Line, ...]:
        """Tell what went into the record, as far as it says something to people."""
        told = (self._row(row) for row in rows)
        return tuple(Line(text) for text in told if text)

    def act(self, action: Action, receipt: Receipt) -> Line:
        """Tell what was done."""
        return deed(action, receipt, self._names)

    def reload(self, faults: Sequence[str]) -> tuple[Line, ...]:
        """Tell how reading the changed config file went."""
        if not faults:
            return (Line("the new rules hold from the next message on", Tone.DONE),)
        last = Line("the last good rules stay in force until this is put right", Tone.REFUSED)
        return (*(Line(fault, Tone.FAULT) for fault in faults), last)

    def _interaction(self, event: CommandInvoked | ButtonPressed | FormSubmitted) -> Happening:
        where = self._names.said_where(event.place)
        match event:
            case CommandInvoked(path=path, fault=fault):
                did, quote = f"used /{path}", " ".join(v for v in event.values.values() if isinstance(v, str))
                if isinstance(fault, Unknown):
                    did = f"tried /{fault.name}, which is no command"
                elif isinstance(fault, Missing):
                    quote = f"{fault.param} is missing"
                elif isinstance(fault, Wrong):
                    quote = f"“{fault.given}” is no {fault.param}"
            case ButtonPressed(token=token):
                label = self._names.button(event.place.platform, token)
                did, quote = f"pressed “{label}”" if label else "pressed a button", ""
            case FormSubmitted(values=values):
                did, quote = "handed in a form", "; ".join(values.values())
        return Happening(f"{event.actor.name} {did} {where}", quote, event.place.platform)

    def _other(self, event: Event) -> Happening:
        space = space_of(event)
        match event:
            case RightsChanged():
                title = "The bot's rights changed"
            case SpaceReady():
                title = "The bot is ready"
            case _:
                title = "Something was due"
        return Happening(title, platform=space.platform if space is not None else None)

    def _rule(self, rule: Rule, outcome: Hit | Passed) -> Line:
        source = f"{self._source} line {rule.line}" if rule.line else ""
        if isinstance(outcome, Hit) and outcome.failed:
            return Line(f"{rule.name} broke down over this message and holds it back", Tone.FAULT, source)
        if isinstance(outcome, Passed):
            tone = Tone.FAULT if outcome is Passed.BROKEN else Tone.PASSED
            return Line(f"{rule.name} {_PASSED[outcome]}", tone, source)
        text = f"{rule.name} found “{outcome.found}”"
        if outcome.read_as and outcome.read_as.casefold() != outcome.found.casefold():
            text += f", read as “{outcome.read_as}”"
        if rule.mode is Mode.WATCH:
            text += "; it only watches"
        return Line(text, Tone.FOUND, source)

    def _row(self, row: Row) -> str:
        match row:
            case Case():
                return self._case(row)
            case CaseEvidence(number=number):
                return f"more evidence for case #{number}"
            case Complaint():
                state = _COMPLAINTS[row.state].format(owner=row.owner_name)
                about = f" about {row.about_name}" if row.about_name else ""
                return f"complaint #{row.known_as}{about} {state}"
            case Acceptance(agreed=agreed):
                return "agreed to the guidelines" if agreed else "was asked to agree to the guidelines"
            case Language(language=language):
                return f"is spoken to in {language!r} from now on"
            case _:
                return ""

    def _case(self, case: Case) -> str:
        if case.undoes is not None:
            return f"case #{case.number}: takes back case #{case.undoes}"
        guideline = f", guideline “{case.guideline}”" if case.guideline else ""
        strikes = {0: "", 1: ", 1 strike"}.get(case.strikes, f", {case.strikes} strikes")
        by = f", by {case.by_name}" if case.by_name else ""
        what = "a note on" if case.sanction is Sanction.NOTE else f"{case.sanction.value}"
        return f"case #{case.number}: {what} {case.user_name}{guideline}{strikes}{by}"
