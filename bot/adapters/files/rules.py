"""From rules as they are written to rules as they are judged by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.adapters.files.model import CommunityFile
from bot.adapters.files.rule_part import MentionsPart, OnlyPart, RulePart, ToxicityPart
from bot.adapters.files.trained import LazyTongues, spam_model, toxicity_model
from bot.adapters.files.tree import Tree
from bot.core.attachments import Attachment
from bot.core.languages import LANGUAGES
from bot.core.people import Rank
from bot.domain.moderation.models.spam_marks import CYRILLIC
from bot.domain.moderation.policy import ALWAYS, MESSAGES, Act, Do, Hours, Mode, OnFailure, Only, Rule
from bot.domain.moderation.sample import Source
from bot.domain.moderation.text.hosts import hosts
from bot.domain.moderation.text.words import Entry, Severity
from bot.domain.moderation.triggers import (
    Attachments,
    Caps,
    Duplicates,
    Emoji,
    Flood,
    Length,
    Links,
    LookAlikes,
    Mentions,
    Pattern,
    PersonalData,
    Posted,
    Reactions,
    Scripts,
    Spam,
    Speaks,
    Toxicity,
    Trigger,
    Words,
    Zalgo,
)
from bot.domain.moderation.triggers.personal import Personal
from bot.domain.moderation.triggers.posted import Way
from bot.domain.moderation.triggers.words import Finder

_OTHERWISE = (Do(Act.DELETE), Do(Act.WARN))
_NAMED = (Do(Act.ASK),)
_REMOVABLE = frozenset({Source.MESSAGE, Source.TITLE})
_RANKS = {"trusted": Rank.TRUSTED, "helper": Rank.HELPER, "moderator": Rank.MODERATOR, "manager": Rank.MANAGER}


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the rules of one file."""

    file: CommunityFile
    tree: Tree
    lexicon: Finder

    def rule(self, name: str) -> Rule:
        """Make one of its rules. Raises PatternRefused for a pattern that RE2 does not take."""
        part, spare = self.file.rules[name], self.file.spare
        looks_at = frozenset(map(Source, part.looks_at)) if part.looks_at else _usual(part)
        rank = part.spare.rank or spare.rank
        return Rule(
            name,
            self._trigger(name, part),
            tuple(part.do) if part.do else _OTHERWISE if looks_at & _REMOVABLE else _NAMED,
            part.guideline or "",
            Mode(part.mode),
            part.strikes,
            _RANKS[rank] if rank else Rank.HELPER,
            self._only(part.only),
            self.tree.marks["rules", name].key[0],
            looks_at,
            frozenset((*part.spare.roles, *spare.roles)),
            frozenset((*part.spare.users, *spare.users)),
            OnFailure(part.on_failure),
            part.precision.floor if part.precision else None,
            bool(part.precision and part.precision.by_itself),
        )

    def _only(self, part: OnlyPart) -> Only:
        hours = Hours(*part.between, ZoneInfo(self.file.community.timezone)) if part.between else None
        only = Only(
            part.member_for_less_than,
            frozenset(part.places or ()),
            part.account_younger_than,
            part.first_messages or 0,
            hours,
            part.crisis or 0,
        )
        return ALWAYS if only == ALWAYS else only

    def _trigger(self, name: str, part: RulePart) -> Trigger:
        if part.words is not None:
            languages = tuple(word for word in part.words if word in LANGUAGES)
            severity = Severity[(part.from_ or "strong").upper()]
            return Words((*languages, own(name)), severity, frozenset(part.except_ or ()), self.lexicon)
        if part.toxicity is not None:
            languages = toxicity_languages(self.file, part.toxicity)
            return Toxicity(part.toxicity.score, languages, self.lexicon, toxicity_model, LazyTongues())
        return _over_time(part) or _of_looks(part) or _of_content(part)


def _usual(part: RulePart) -> frozenset[Source]:
    return MESSAGES if part.reactions is None else frozenset({Source.REACTION})


def _over_time(part: RulePart) -> Trigger | None:
    if part.reactions is not None and part.within is not None:
        return Reactions(part.reactions, part.within)
    if part.messages is not None and part.within is not None:
        return Flood(part.messages, part.within, part.shorter_than or 0)
    if part.duplicates is not None:
        return Duplicates(part.duplicates.same, part.duplicates.within, part.duplicates.people)
    return None if part.mentions is None else _mentions(part.mentions)


def _mentions(part: MentionsPart) -> Mentions:
    return Mentions(part.people or 0, part.within or timedelta(0), part.everyone)


def _of_looks(part: RulePart) -> Trigger | None:
    if part.caps is not None:
        return Caps(part.caps.share, part.caps.letters)
    if part.emoji is not None:
        return Emoji(part.emoji)
    if part.zalgo is not None:
        return Zalgo(part.zalgo)
    if part.length is not None:
        return Length(part.length.characters or 0, part.length.lines or 0)
    if part.speaks is not None:
        return Speaks(tuple(part.speaks), LazyTongues())
    return None if part.scripts is None else Scripts(frozenset(part.scripts))


def _of_content(part: RulePart) -> Trigger:
    if part.links is not None:
        return _links(part)
    if part.attachments is not None:
        return Attachments(frozenset(map(Attachment, part.attachments)))
    if part.posted is not None:
        bots = frozenset(one.strip().removeprefix("@").casefold() for one in part.allow or ())
        return Posted(frozenset(map(Way, part.posted)), bots)
    if part.spam is not None:
        return Spam(part.spam.score, spam_model(), alphabets={CYRILLIC: spam_model(CYRILLIC)})
    if part.personal_data is not None:
        return PersonalData(frozenset(map(Personal, part.personal_data)))
    return Pattern(part.pattern or "")


def _links(part: RulePart) -> Links | LookAlikes:
    allow, deny = addresses(part.allow), addresses(part.deny)
    if part.links == "look-alikes":
        return LookAlikes(allow)
    return Links(part.links or "all", allow, deny)


def languages_of(file: CommunityFile) -> tuple[str, ...]:
    """The languages whose reviewed lists the rules name."""
    named = {word for rule in file.rules.values() for word in rule.words or () if word in LANGUAGES}
    weighed = (toxicity_languages(file, rule.toxicity) for rule in file.rules.values() if rule.toxicity is not None)
    return tuple(sorted(named.union(*weighed)))


def toxicity_languages(file: CommunityFile, part: ToxicityPart) -> tuple[str, ...]:
    """The languages that a rule weighs attacks in, each once."""
    spoken = part.languages or (file.community.language, *(file.community.languages or ()))
    return tuple(dict.fromkeys(spoken))


def own_words(file: CommunityFile) -> Iterator[Entry]:
    """List what rules name beside languages; each rule's words are a language of their own to the lexicon."""
    for name, rule in file.rules.items():
        for word in rule.words or ():
            if word not in LANGUAGES:
                written = " ".join(word.split())
                yield Entry(written, own(name), Severity.STRONG, "phrase" if " " in written else "word")


def own(rule: str) -> str:
    """What the lexicon calls the words of a rule's own."""
    return f"own/{rule}"


def addresses(written: Iterable[str] | None) -> frozenset[str]:
    """Read domains, and domains with a path, as links are read: in small letters, without `www.` and port."""
    return frozenset(filter(None, map(address, written or ())))


def address(written: str) -> str:
    """Read one; empty for what is no domain."""
    found = hosts("", (written.strip(),))
    if not found:
        return ""
    _, slash, path = written.strip().split("://")[-1].partition("/")
    return f"{found[0].name}{slash}{path.casefold()}".rstrip("/")
