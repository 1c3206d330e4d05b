"""From a verdict to what is done about it: pure, and the same for every messenger."""

from dataclasses import dataclass
from datetime import timedelta

from bot.core.actions import Sanction
from bot.core.ids import MessageRef
from bot.core.record import Evidence
from bot.domain.moderation.policy import Act, Do, Policy, Rule
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import Verdict

_WEIGHT = {sanction: weight for weight, sanction in enumerate(Sanction)}
_SANCTIONS = {Act.WARN: Sanction.WARN, Act.MUTE: Sanction.MUTE, Act.KICK: Sanction.KICK, Act.BAN: Sanction.BAN}
SAVED = 2000
"""Characters of a message that are kept as evidence: as much as Discord lets anybody write."""


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


def sentence(verdict: Verdict, prior: int, policy: Policy) -> Sentence | None:
    """Decide what follows, given the strikes the member already has; None for a clean message.

    The law of combining: everything any rule wants removed is removed; one strike, the highest; the gravest of what
    the rules and the ladder ask for, and of two of the same kind the longer one. A rule that only watches speaks
    only when no other rule acts.
    """
    if verdict.hits:
        return _sentence(verdict.seen, verdict.hits, prior, policy)
    if verdict.watched:
        rule, hit = verdict.watched[0]
        return Sentence(rule, hit, Sanction.NOTE, None, 0, (), False, _evidence(verdict.seen, hit), watched=True)
    return None


def _sentence(seen: Sample, hits: tuple[tuple[Rule, Hit], ...], prior: int, policy: Policy) -> Sentence:
    doomed: dict[MessageRef, None] = {}
    wants: list[tuple[Sanction, timedelta | None]] = [(Sanction.NOTE, None)]
    asks = False
    for rule, hit in hits:
        if any(do.act is Act.DELETE for do in rule.do):
            doomed |= dict.fromkeys(hit.messages)
        wants += [_want(do) for do in rule.do if do.act in _SANCTIONS]
        asks |= any(do.act is Act.ASK for do in rule.do)
    strikes = max(rule.strikes for rule, _ in hits)
    step = policy.step_for(prior + strikes) if strikes else None
    if step is not None:
        asks |= step.asks
        wants.append((step.sanction, step.lasts))
    sanction, lasts = max(wants, key=_gravity)
    rule, hit = hits[0]
    return Sentence(rule, hit, sanction, lasts, strikes, tuple(doomed), asks, _evidence(seen, hit))


def _want(do: Do) -> tuple[Sanction, timedelta | None]:
    return _SANCTIONS[do.act], do.lasts


def _gravity(want: tuple[Sanction, timedelta | None]) -> tuple[int, timedelta]:
    sanction, lasts = want
    return _WEIGHT[sanction], timedelta.max if lasts is None else lasts


def _evidence(seen: Sample, hit: Hit) -> tuple[Evidence, ...]:
    return (Evidence(seen.text[:SAVED], hit.found, seen.message.ref),)
