"""A bare text before the rules of a config: nobody wrote it, nowhere, and nothing came before it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from bot.adapters.files.community import Loaded
from bot.adapters.files.lexicons import LazyLexicon, load_lexicon
from bot.core.ids import ChannelRef, MessageRef, Place, Platform, UserRef
from bot.core.languages import LANGUAGES
from bot.core.messages import Message
from bot.core.people import Member
from bot.core.why import Clue
from bot.domain.moderation.explain import Facts, clues_of, explain
from bot.domain.moderation.history import History
from bot.domain.moderation.plan import Plan
from bot.domain.moderation.policy import Mode, Policy, Rule
from bot.domain.moderation.sample import Sample, sample
from bot.domain.moderation.text.reading import Reading
from bot.domain.moderation.text.words import Severity, WordHit
from bot.domain.moderation.triggers import Toxicity, Words
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.triggers.words import Finder
from bot.domain.moderation.verdict import Verdict

_LISTED = frozenset(LANGUAGES)
_NOWHERE = Platform("bare")
_REF = MessageRef(Place(ChannelRef(_NOWHERE, "0")), "0")
_SOMEBODY = Member(UserRef(_NOWHERE, "0"), "somebody")
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


@runtime_checkable
class Scored(Protocol):
    """A trigger that weighs a text, and can tell how much also where it does not fire."""

    def score(self, seen: Sample) -> float | None: ...


class Bare:
    """Judges texts by the rules of one config."""

    def __init__(self, loaded: Loaded, locales: Path) -> None:
        self._community = loaded.community
        self._locales = locales
        self._policies: dict[str, Policy] = {"": loaded.community.policy}
        self._plans: dict[str, Plan] = {}
        self._scored: dict[str, dict[str, Scored]] = {}
        self._nothing = History()
        """Nothing was said before, whatever is asked about."""

    def verdict(self, text: str, language: str = "") -> dict[str, Any]:
        """Give what was found, and the scores of models also where nothing was; spans count characters of ``text``."""
        return _data(self._judged(text, language), self._scored_in(language))

    def answers(self, text: str, language: str = "") -> dict[str, Any]:
        """Give the same, with every rule's answer and the version of the config."""
        verdict = self._judged(text, language)
        why = explain(verdict, Facts(self._community.version), History())
        rules = [
            {"rule": one.rule, "trigger": one.trigger, "mode": one.mode, "line": one.line, "outcome": one.outcome}
            for one in why.answers
        ]
        return {"config": why.config, **_data(verdict, self._scored_in(language)), "rules": rules}

    def _judged(self, text: str, language: str) -> Verdict:
        return self._plan(language).judge(sample(Message(_REF, _SOMEBODY, text, _EPOCH)), self._nothing)

    def _scored_in(self, language: str) -> dict[str, Scored]:
        found = self._scored.get(language)
        if found is None:
            found = self._scored[language] = _scored(self._policy(language))
        return found

    def _plan(self, language: str) -> Plan:
        plan = self._plans.get(language)
        if plan is None:
            plan = self._plans[language] = Plan(self._policy(language))
        return plan

    def _policy(self, language: str) -> Policy:
        policy = self._policies.get(language)
        if policy is None:
            own = LazyLexicon(partial(load_lexicon, self._locales, (language,)))
            rules = tuple(_also_in(rule, language, own) for rule in self._policies[""].rules)
            policy = self._policies[language] = replace(self._policies[""], rules=rules)
        return policy


@dataclass(frozen=True, slots=True)
class _Both:
    """A community's own words, and the reviewed list of a language that its config does not name."""

    own: Finder
    listed: Finder

    def find(
        self,
        reading: Reading,
        languages: Collection[str],
        at_least: Severity = Severity.STRONG,
        except_: Collection[str] = (),
    ) -> tuple[WordHit, ...]:
        """Find what either finds, by place."""
        own = self.own.find(reading, languages, at_least, except_)
        return tuple(sorted((*own, *self.listed.find(reading, languages, at_least, except_)), key=_start))


def _start(word: WordHit) -> int:
    return word.span.start


def _also_in(rule: Rule, language: str, listed: Finder) -> Rule:
    """The rule as it would be if the config named this language instead of others."""
    trigger = rule.trigger
    if isinstance(trigger, Toxicity):
        lexicon = trigger.lexicon if language in trigger.languages else listed
        return replace(rule, trigger=replace(trigger, languages=(language,), lexicon=lexicon))
    if not isinstance(trigger, Words) or language in trigger.languages or _LISTED.isdisjoint(trigger.languages):
        return rule
    own = tuple(name for name in trigger.languages if name not in _LISTED)
    lexicon = _Both(trigger.lexicon, listed) if own else listed
    return replace(rule, trigger=replace(trigger, languages=(language, *own), lexicon=lexicon))


def _data(verdict: Verdict, scored: Mapping[str, Scored]) -> dict[str, Any]:
    scores = {name: trigger.score(verdict.seen) for name, trigger in scored.items()}
    seen = verdict.seen
    if verdict.is_quiet:
        return {"hits": [], "scores": scores}
    fired = [(f.rule, f.outcome) for f in verdict.findings if isinstance(f.outcome, Hit)]
    hits = [_hit(rule, c, seen, scores.get(rule.name) or 1.0) for rule, hit in fired for c in clues_of(rule, hit, seen)]
    return {"hits": hits, "scores": scores}


def _scored(policy: Policy) -> dict[str, Scored]:
    asked: list[tuple[str, object]] = [(rule.name, rule.trigger) for rule in policy.rules if rule.mode is not Mode.OFF]
    return {name: trigger for name, trigger in asked if isinstance(trigger, Scored)}


def _hit(rule: Rule, clue: Clue, seen: Sample, score: float) -> dict[str, Any]:
    """A rule that knows no degrees is as sure as can be; without a place of its own, it is the whole text."""
    return {
        "rule": rule.name,
        "trigger": rule.trigger.kind,
        "mode": rule.mode.value,
        "severity": clue.severity or None,
        "span": [0, len(seen.text)] if clue.start is None else [clue.start, clue.end],
        "score": score if clue.score is None else clue.score,
        "found": clue.written,
        "read_as": clue.read_as,
        "how": clue.how or None,
        "language": clue.language or None,
    }
