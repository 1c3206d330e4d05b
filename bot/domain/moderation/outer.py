"""The outer layer: which rules a messenger's own word filter can keep as they are, and what it is given of them.

It is never the whole rule: disguises, conditions and everything but plain listed words stay with the bot's own reading,
which looks at whatever the filter lets through.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Protocol, runtime_checkable

from bot.core.native_filters import NativeFilter
from bot.domain.moderation.policy import ALWAYS, Act, Mode, Policy, Rule
from bot.domain.moderation.sample import Source
from bot.domain.moderation.text.words import Entry, Severity, fold
from bot.domain.moderation.triggers import Words
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import Passed, Verdict

MOST_FILTERS = 6
"""Discord: keyword rules of one server, those of others among them."""
MOST_WORDS = 1000
LONGEST_WORD = 60
MOST_ALLOWED = 100


@runtime_checkable
class Listing(Protocol):
    """Whatever can name the words it looks for."""

    def unmistakable(self, languages: Collection[str], at_least: Severity) -> tuple[Entry, ...]: ...


@dataclass(frozen=True, slots=True)
class OuterLayer:
    """What a messenger is given, and how many words found no room there; the bot looks for those all the same."""

    filters: tuple[NativeFilter, ...] = ()
    left_out: int = 0


def outer_layer(policy: Policy) -> OuterLayer:
    """Put rules into the messenger's filters, in their order, as many as it takes."""
    filters: list[NativeFilter] = []
    left_out = 0
    for rule in filter(is_expressible, policy.rules):
        words = tuple(words_of(rule))
        parts = [words[at : at + MOST_WORDS] for at in range(0, len(words), MOST_WORDS)]
        room = MOST_FILTERS - len(filters)
        filters += (_filter(rule, number, part) for number, part in enumerate(parts[:room], 1))
        left_out += sum(map(len, parts[room:]))
    return OuterLayer(tuple(filters), left_out)


def is_expressible(rule: Rule) -> bool:
    """Whether a filter that knows words, roles and places would hold back nothing that the rule lets pass.

    Conditions of any kind, spared single accounts, and rules that do not delete by themselves are beyond it.
    """
    return (
        isinstance(rule.trigger, Words)
        and rule.mode is Mode.ON
        and any(do.act is Act.DELETE for do in rule.do)
        and rule.only == ALWAYS
        and Source.MESSAGE in rule.looks_at
        and not rule.spared_users
    )


def words_of(rule: Rule) -> Iterator[str]:
    """Give what a filter can look for, most telling first: own words, then each language's in turn, short ones first.

    Stems would need more exceptions than a filter takes, and words that are innocent without their diacritics, as a
    name or beside some neighbour, more care than it has.
    """
    trigger = rule.trigger
    if not isinstance(trigger, Words) or not isinstance(trigger.lexicon, Listing):
        return
    allowed = frozenset(map(fold, trigger.except_))
    by_language: dict[str, list[str]] = {}
    for entry in trigger.lexicon.unmistakable(trigger.languages, trigger.at_least):
        if _fits(entry) and allowed.isdisjoint((entry.folded, fold(entry.shown))):
            by_language.setdefault(entry.language, []).append(entry.word)
    own = chain.from_iterable(words for language, words in by_language.items() if "/" in language)
    listed = (sorted(words, key=len) for language, words in by_language.items() if "/" not in language)
    yield from dict.fromkeys(chain(own, _in_turn(listed)))


def rule_of(name: str, policy: Policy) -> Rule | None:
    """Give the rule that a filter was made of, if it is still there and acts."""
    wanted = name.partition(" ")[0]
    return next((r for r in policy.rules if r.name == wanted and r.mode is Mode.ON), None)


def as_hit(verdict: Verdict, rule: Rule, found: str, listed: str) -> Verdict:
    """The same verdict, in which the rule has fired: the messenger's filter saw what our reading of the text did not.

    A rule that spares the author, or looks elsewhere, stays silent.
    """
    hit = Hit(found or listed, listed, (verdict.seen.message.ref,))
    outcomes = tuple(
        hit if own.name == rule.name and was is Passed.CLEAN else was
        for own, was in zip(verdict.rules, verdict.outcomes, strict=True)
    )
    return Verdict.with_(verdict.seen, verdict.rules, outcomes)


def _filter(rule: Rule, number: int, words: tuple[str, ...]) -> NativeFilter:
    except_ = rule.trigger.except_ if isinstance(rule.trigger, Words) else frozenset[str]()
    allow = tuple(word for word in sorted(except_) if len(word) <= LONGEST_WORD)[:MOST_ALLOWED]
    name = rule.name if number == 1 else f"{rule.name} ({number})"
    return NativeFilter(name, words, allow, rule.spares, rule.spared_roles)


def _fits(entry: Entry) -> bool:
    return entry.kind != "stem" and len(entry.word) <= LONGEST_WORD and "*" not in entry.word


def _in_turn(lists: Iterable[list[str]]) -> Iterator[str]:
    for words in zip_longest(*lists):
        yield from (word for word in words if word is not None)
