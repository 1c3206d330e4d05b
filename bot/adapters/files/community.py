"""From a checked config file to the frozen values that the bot works with."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.adapters.files.examples import failing_examples
from bot.adapters.files.faults import Fault, Refused
from bot.adapters.files.lexicons import LazyLexicon, load_lexicon
from bot.adapters.files.localised import localised
from bot.adapters.files.model import CommunityFile
from bot.adapters.files.rules import Maker, languages_of, own_words
from bot.adapters.files.tree import Tree
from bot.adapters.files.validate import fault_at
from bot.adapters.files.yaml_source import files_in, parse, read_bytes
from bot.core.ids import Platform
from bot.domain.care.department import ROLE
from bot.domain.moderation.policy import Rule
from bot.domain.moderation.text.words import Entry
from bot.domain.moderation.triggers.pattern import PatternRefused
from bot.runtime.care import Inbox
from bot.runtime.community import (
    Community,
    Guideline,
    Links,
    Notices,
    Privacy,
)
from bot.runtime.giveaways import ContestPlan
from bot.runtime.polls import PollPlan


@dataclass(frozen=True, slots=True)
class Loaded:
    """A community and the file it came from.

    ``warm`` compiles its words, which would else happen with the first message; call it in another thread.
    ``failing`` tries the examples beside its rules.
    """

    community: Community
    text: str
    path: Path
    warm: Callable[[], object] = field(default=tuple, compare=False, repr=False)
    failing: Callable[[], Iterable[Fault]] = field(default=tuple, compare=False, repr=False)


def load_all(path: Path, locales: Path, *, examples: bool = True) -> tuple[Loaded, ...]:
    """Load the file, or every file of the folder; raises Refused for the first that is not in order.

    Most of the time goes into ``examples``. Who is waited for leaves them to `try_examples`.
    """
    paths = files_in(path)
    loaded = [load(read_bytes(one), str(one), locales, examples=examples) for one in paths]
    seen: dict[str, str] = {}
    for one, where in zip(loaded, paths, strict=True):
        other = seen.setdefault(one.community.key, str(where))
        if other != str(where):
            what = f'{other} is the community "{one.community.key}" too'
            raise Refused(str(where), one.text, [Fault(1, 1, what, "give one of them an id under community:")])
    return tuple(loaded)


def try_examples(loaded: Iterable[Loaded]) -> None:
    """Do what `load_all` left out, before anything is judged; raises Refused for the first file with a failing one."""
    for one in loaded:
        if faults := tuple(one.failing()):
            raise Refused(str(one.path), one.text, faults)


def load(data: bytes, name: str, locales: Path, *, examples: bool = True) -> Loaded:
    """Read one community; raises Refused with every fault, failing examples included unless they are left out."""
    file, tree = parse(data, name)
    lexicon = _lexicon(locales, languages_of(file), tuple(own_words(file)))
    maker = Maker(file, tree, lexicon)
    rules: list[Rule] = []
    faults: list[Fault] = []
    for key in file.rules:
        try:
            rule = maker.rule(key)
        except PatternRefused as error:
            faults.append(fault_at(tree, ("rules", key, "pattern"), f"{key}: {error}"))
            continue
        rules.append(rule)
    failing = partial(_failing, tree, file, rules)
    if examples:
        faults += failing()
    if faults:
        raise Refused(name, tree.text, faults)
    return Loaded(_community(file, tree, tuple(rules)), tree.text, Path(name), lexicon.compiled, failing)


def _failing(tree: Tree, file: CommunityFile, rules: Iterable[Rule]) -> list[Fault]:
    return [fault for rule in rules for fault in failing_examples(tree, rule, file.rules[rule.name])]


def _community(file: CommunityFile, tree: Tree, rules: tuple[Rule, ...]) -> Community:
    part = file.community
    own = part.language
    guidelines = _guidelines(file)
    return Community(
        key=part.id or slug(part.name) or slug(Path(tree.name).stem) or "community",
        name=part.name,
        version=_hash(tree.text),
        language=own,
        languages=tuple(dict.fromkeys(part.languages or (own,))),
        timezone=part.timezone,
        live=part.live,
        places=_places(file),
        team=file.team.settings(),
        guidelines=guidelines,
        guidelines_version=_agreed_to(guidelines),
        reasons={key: reason.settings(own) for key, reason in file.reasons.items()},
        welcome=None if file.welcome is None else file.welcome.settings(own),
        policy=file.ladder.policy(rules),
        storm=None if file.storm is None else file.storm.plan(own),
        gate=None if file.gate is None else file.gate.plan(own),
        notices=Notices() if file.notices is None else file.notices.settings(),
        reports=file.reports.settings(),
        appeals=file.appeals.settings(),
        links=Links(file.links.propagate == "on"),
        inbox=_inbox(file),
        departments={key: one.settings(key, own) for key, one in file.departments.items()},
        mail=None if file.mail is None else file.mail.settings(),
        satisfaction=file.satisfaction.settings,
        faq=file.faq.settings(own),
        style=file.style.guide(),
        mix=file.style.mix.mix(),
        calendar=file.calendar.plan(file.posts, own),
        feeds=tuple(part.plan(name) for name, part in file.feeds.items()),
        digests=None if file.digests is None else file.digests.plan(own),
        feedback=None if file.feedback is None else file.feedback.settings(),
        contests=ContestPlan() if file.contests is None else file.contests.plan(),
        events=file.events.plan(),
        polls=PollPlan() if file.polls is None else file.polls.plan(),
        privacy=Privacy(**{key: span for key, span in file.privacy.model_dump().items() if span is not None}),
        cogs=file.cogs,
        native_automod=file.discord.native_automod,
    )


def _guidelines(file: CommunityFile) -> tuple[Guideline, ...]:
    own = file.community.language
    return tuple(
        Guideline(key, number, localised(text, own)) for number, (key, text) in enumerate(file.guidelines.items(), 1)
    )


def _agreed_to(guidelines: tuple[Guideline, ...]) -> str:
    """Name the wording that members agree to; empty where there is none."""
    spoken = "\n".join(f"{one.key} {sorted(one.text.texts.items())}" for one in guidelines)
    return _hash(spoken) if guidelines else ""


def _places(file: CommunityFile) -> dict[str, dict[Platform, str]]:
    queues = {ROLE + key: part.place for key, part in file.departments.items() if part.place is not None}
    return {key: place.settings() for key, place in {**file.places, **queues}.items()}


def _inbox(file: CommunityFile) -> Inbox:
    forms = {key: part.form for key, part in file.departments.items()}
    return file.inbox.settings(file.community.language, ZoneInfo(file.community.timezone), forms, file.canned)


@lru_cache(maxsize=2)
def _lexicon(locales: Path, languages: tuple[str, ...], own: tuple[Entry, ...]) -> LazyLexicon:
    """Compile words once for a file that is checked, applied and taken up again."""
    return LazyLexicon(partial(load_lexicon, locales, languages, own))


def slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower().replace("ł", "l")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:32]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
