"""From a verdict to what is done about it: pure, and the same for every messenger."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.core.actions import Sanction
from bot.core.cases import Evidence
from bot.core.ids import MessageRef
from bot.domain.moderation.policy import Act, Policy, Rule, Step, highest
from bot.domain.moderation.sample import Source
from bot.domain.moderation.text.reading import Span
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import Verdict

_WEIGHT = {sanction: weight for weight, sanction in enumerate(Sanction)}
_SANCTIONS = {Act.WARN: Sanction.WARN, Act.MUTE: Sanction.MUTE, Act.KICK: Sanction.KICK, Act.BAN: Sanction.BAN}
SAVED = 2000
"""Characters of a message that are kept as evidence: as much as Discord lets anybody write."""
HIDDEN = "•"
CHANNEL_STAYS_OUT = timedelta(days=1)
"""How long a channel is banned that would have been kicked: it has no membership to come back to."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What follows. ``asks`` puts it before the moderators; when ``watched``, staff are told and nothing is done."""

    rule: Rule
    hit: Hit
    sanction: Sanction
    lasts: timedelta | None
    strikes: int
    delete: tuple[MessageRef, ...]
    asks: bool
    evidence: tuple[Evidence, ...]
    watched: bool = False
    whole_thread: bool = False
    """What it was found in is a thread's title, and the thread goes."""


def sentence(verdict: Verdict, prior: int, policy: Policy, of: Mapping[str, int] | None = None) -> Sentence | None:
    """Decide what follows, given the strikes the member already has; None for a clean message.

    ``of`` tells how many of them each guideline with a ladder of its own has. The law of combining, for all rules
    that fired and may act:

    - everything any of them wants removed is removed;
    - the message adds one rule's strikes, the most that any of them counts; a ladder of a guideline's own gets those
      of its own rules;
    - the gravest of what the rules, the common ladder and the guidelines' ladders ask for is done, and of two of the
      same kind the longer one; moderators are asked as soon as one of them asks;
    - the case names the first of them that found something;
    - a rule that broke and holds the message back (``on_failure: closed``) removes it and asks the moderators, and
      nothing else; a rule that only watches speaks only when no other rule acts;
    - what any rule conceals, watching ones too, is in no evidence;
    - a channel that posts as itself can only be banned: it is, for as long as it would have been muted, or for a day
      where it would have been kicked;
    - whom the messenger lets the bot neither mute, kick nor ban is warned instead, and moderators are asked.
    """
    if verdict.hits:
        return _sentence(verdict, prior, policy, of or {})
    if verdict.watched:
        rule, hit = verdict.watched[0]
        return Sentence(rule, hit, Sanction.NOTE, None, 0, (), False, _evidence(verdict, hit), watched=True)
    return None


def _sentence(verdict: Verdict, prior: int, policy: Policy, of: Mapping[str, int]) -> Sentence:
    found = [(rule, hit) for rule, hit in verdict.hits if not hit.failed]
    held = [hit for _, hit in verdict.hits if hit.failed]
    wants: list[tuple[Sanction, timedelta | None]] = [(Sanction.NOTE, None)]
    wants += [(_SANCTIONS[do.act], do.lasts) for rule, _ in found for do in rule.do if do.act in _SANCTIONS]
    strikes = max((rule.strikes for rule, _ in found), default=0)
    steps = _steps([rule for rule, _ in found], prior + strikes if strikes else 0, policy, of)
    wants += [(step.sanction, step.lasts) for step in steps]
    asks = bool(held) or any(step.asks for step in steps) or any(_does(rule, Act.ASK) for rule, _ in found)
    sanction, lasts = max(wants, key=_gravity)
    if verdict.seen.message.author.is_channel:
        sanction, lasts = _of_channel(sanction, lasts)
    if verdict.seen.message.author.out_of_reach and _WEIGHT[sanction] > _WEIGHT[Sanction.WARN]:
        sanction, lasts, asks = Sanction.WARN, None, True
    rule, hit = found[0] if found else verdict.hits[0]
    doomed = [hit for rule, hit in found if _does(rule, Act.DELETE)] + held
    delete = _refs(doomed) if verdict.seen.source is Source.MESSAGE else ()
    thread = bool(doomed) and verdict.seen.source is Source.TITLE
    evidence = _evidence(verdict, hit)
    return Sentence(rule, hit, sanction, lasts, strikes, delete, asks, evidence, whole_thread=thread)


def _of_channel(sanction: Sanction, lasts: timedelta | None) -> tuple[Sanction, timedelta | None]:
    match sanction:
        case Sanction.MUTE:
            return Sanction.BAN, lasts
        case Sanction.KICK:
            return Sanction.BAN, CHANNEL_STAYS_OUT
        case _:
            return sanction, lasts


def _steps(rules: Sequence[Rule], total: int, policy: Policy, of: Mapping[str, int]) -> tuple[Step, ...]:
    """What the common ladder says to all strikes together, and each guideline's own to those of its rules."""
    reached = [policy.step_for(total)] if total else []
    own: dict[str, int] = {}
    for rule in rules:
        if rule.guideline in policy.ladders:
            own[rule.guideline] = max(own.get(rule.guideline, 0), rule.strikes)
    for guideline, strikes in own.items():
        if strikes:
            reached.append(highest(policy.ladders[guideline], of.get(guideline, 0) + strikes))
    return tuple(step for step in reached if step is not None)


def _does(rule: Rule, act: Act) -> bool:
    return any(do.act is act for do in rule.do)


def _refs(hits: Sequence[Hit]) -> tuple[MessageRef, ...]:
    return tuple(dict.fromkeys(ref for hit in hits for ref in hit.messages))


def _gravity(want: tuple[Sanction, timedelta | None]) -> tuple[int, timedelta]:
    sanction, lasts = want
    return _WEIGHT[sanction], timedelta.max if lasts is None else lasts


def _evidence(verdict: Verdict, hit: Hit) -> tuple[Evidence, ...]:
    seen = verdict.seen
    ref = seen.message.ref if seen.source is Source.MESSAGE else None
    text, found = seen.text, hit.found
    for span in _concealed(verdict):
        secret = text[span.start : span.end]
        text = text[: span.start] + HIDDEN * len(secret) + text[span.end :]
        found = found.replace(secret, HIDDEN * len(secret))
    return (Evidence(text[:SAVED], found, ref),)


def _concealed(verdict: Verdict) -> Iterator[Span]:
    for finding in verdict.findings:
        if isinstance(finding.outcome, Hit):
            yield from finding.outcome.conceals
