"""From a checked config file to the frozen values that the bot works with."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.adapters.files.examples import failing_examples
from bot.adapters.files.faults import Fault, Refused
from bot.adapters.files.lexicons import LazyLexicon, load_lexicon
from bot.adapters.files.model import CategoryPart, CommunityFile, LadderPart, ReasonPart, RolePart
from bot.adapters.files.place_part import PlacePart
from bot.adapters.files.rules import Maker, languages_of, own_words
from bot.adapters.files.tree import Tree
from bot.adapters.files.validate import fault_at
from bot.adapters.files.yaml_source import files_in, parse, read_bytes
from bot.core.actions import Sanction
from bot.core.conversations import Priority
from bot.core.ids import DISCORD, TELEGRAM, Platform
from bot.core.text import Localised
from bot.domain.care.department import ROLE
from bot.domain.moderation.policy import Act, Do, Ladder, Policy, Rule, Step
from bot.domain.moderation.text.words import Entry
from bot.domain.moderation.triggers.pattern import PatternRefused
from bot.runtime.community import (
    Agree,
    Appeals,
    Category,
    Community,
    Guideline,
    Inbox,
    Links,
    Notices,
    Privacy,
    Reason,
    Reports,
    Team,
    Welcome,
)
from bot.runtime.giveaways import ContestPlan
from bot.runtime.polls import PollPlan

_SANCTIONS = {Act.WARN: Sanction.WARN, Act.MUTE: Sanction.MUTE, Act.KICK: Sanction.KICK, Act.BAN: Sanction.BAN}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A community and the file it came from; ``planned`` names what this version reads past.

    ``warm`` compiles its words, which would else happen with the first message; call it in another thread.
    """

    community: Community
    text: str
    path: Path
    planned: tuple[str, ...] = ()
    warm: Callable[[], object] = field(default=tuple, compare=False, repr=False)


def load_all(path: Path, locales: Path) -> tuple[Loaded, ...]:
    """Load the file, or every file of the folder; raises Refused for the first that is not in order."""
    paths = files_in(path)
    loaded = [load(read_bytes(one), str(one), locales) for one in paths]
    seen: dict[str, str] = {}
    for one, where in zip(loaded, paths, strict=True):
        other = seen.setdefault(one.community.key, str(where))
        if other != str(where):
            what = f'{other} is the community "{one.community.key}" too'
            raise Refused(str(where), one.text, [Fault(1, 1, what, "give one of them an id under community:")])
    return tuple(loaded)


def load(data: bytes, name: str, locales: Path) -> Loaded:
    """Read one community; raises Refused with every fault, failing examples included."""
    file, tree = parse(data, name)
    lexicon = _lexicon(locales, languages_of(file), tuple(own_words(file)))
    maker = Maker(file, tree, lexicon)
    rules: list[Rule] = []
    faults: list[Fault] = []
    for key, part in file.rules.items():
        try:
            rule = maker.rule(key)
        except PatternRefused as error:
            faults.append(fault_at(tree, ("rules", key, "pattern"), f"{key}: {error}"))
            continue
        rules.append(rule)
        faults += failing_examples(tree, rule, part)
    if faults:
        raise Refused(name, tree.text, faults)
    return Loaded(_community(file, tree, tuple(rules)), tree.text, Path(name), file.planned, lexicon.compiled)


def _community(file: CommunityFile, tree: Tree, rules: tuple[Rule, ...]) -> Community:
    part = file.community
    own = part.language
    guidelines = tuple(
        Guideline(key, number, _localised(text, own)) for number, (key, text) in enumerate(file.guidelines.items(), 1)
    )
    spoken = "\n".join(f"{one.key} {sorted(one.text.texts.items())}" for one in guidelines)
    return Community(
        key=part.id or slug(part.name) or slug(Path(tree.name).stem) or "community",
        name=part.name,
        version=_hash(tree.text),
        language=own,
        languages=tuple(dict.fromkeys(part.languages or (own,))),
        timezone=part.timezone,
        live=part.live,
        places=_places(file),
        team=Team(
            _per_messenger(file.team.moderators),
            frozenset(file.team.moderator_ids),
            frozenset(file.team.managers),
            file.team.caps.model_dump(),
        ),
        guidelines=guidelines,
        guidelines_version=_hash(spoken) if guidelines else "",
        reasons={key: _reason(reason, own) for key, reason in file.reasons.items()},
        welcome=_welcome(file),
        policy=_policy(rules, file.ladder),
        storm=None if file.storm is None else file.storm.plan(own),
        gate=None if file.gate is None else file.gate.plan(own),
        notices=_notices(file),
        reports=Reports(file.reports.show_reporter_to == "moderators", file.reports.tell_outcome),
        appeals=_appeals(file),
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


def _places(file: CommunityFile) -> dict[str, dict[Platform, str]]:
    queues = {ROLE + key: part.place for key, part in file.departments.items() if part.place is not None}
    return {key: _per_messenger(place) for key, place in {**file.places, **queues}.items()}


def _reason(part: ReasonPart, own: str) -> Reason:
    return Reason(None if part.text is None else _localised(part.text, own), part.guideline or "")


def _welcome(file: CommunityFile) -> Welcome | None:
    part = file.welcome
    if part is None:
        return None
    text = _localised(part.text, file.community.language)
    return Welcome(text, Agree(part.agree), part.delete_after, part.together)


def _appeals(file: CommunityFile) -> Appeals:
    part, default = file.appeals, Appeals()
    remind = None if part.remind == "off" else part.remind or default.remind
    return Appeals(part.address.strip(), part.deadline or default.deadline, remind)


def _inbox(file: CommunityFile) -> Inbox:
    own = file.community.language
    categories = {
        key: Category(
            key,
            Localised({own: key}) if part.title is None else _localised(part.title, own),
            part.department or "",
            Priority(part.priority),
            _questions(file, part),
        )
        for key, part in file.inbox.categories.items()
    }
    canned = {key: _localised(text, own) for key, text in file.canned.items()}
    targets = {key: part.targets for key, part in file.inbox.categories.items()}
    levels = file.inbox.levels(ZoneInfo(file.community.timezone), targets)
    return Inbox(file.inbox.in_, file.inbox.signed, categories, canned, levels)


def _questions(file: CommunityFile, part: CategoryPart) -> tuple[tuple[str, Localised], ...]:
    queue = file.departments.get(part.department or "")
    asked = part.fields or (queue.form if queue is not None else {})
    return tuple((name, _localised(question, file.community.language)) for name, question in asked.items())


def _notices(file: CommunityFile) -> Notices:
    part = file.notices
    return Notices() if part is None else Notices(part.private == "first", part.otherwise)


def _policy(rules: tuple[Rule, ...], part: LadderPart) -> Policy:
    ladders = {guideline: _ladder(steps) for guideline, steps in part.own.items()}
    return Policy(rules, _ladder(part.steps), part.forget_after, ladders)


def _ladder(steps: Mapping[int, Do]) -> Ladder:
    return tuple(_step(strikes, do) for strikes, do in sorted(steps.items()))


def _step(strikes: int, do: Do) -> Step:
    return Step(strikes, _SANCTIONS.get(do.act, Sanction.NOTE), do.lasts, asks=do.act is Act.ASK)


@lru_cache(maxsize=2)
def _lexicon(locales: Path, languages: tuple[str, ...], own: tuple[Entry, ...]) -> LazyLexicon:
    """Compile words once for a file that is checked, applied and taken up again."""
    return LazyLexicon(partial(load_lexicon, locales, languages, own))


def _localised(texts: Mapping[str, str], own: str) -> Localised:
    return Localised({language or own: text.strip() for language, text in texts.items()})


def _per_messenger(part: PlacePart | RolePart) -> dict[Platform, str]:
    named = {DISCORD: part.discord, TELEGRAM: part.telegram}
    return {platform: name for platform, name in named.items() if name}


def slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower().replace("ł", "l")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:32]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
