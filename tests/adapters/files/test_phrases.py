"""The shipped phrases: whole in every language, right in number, used by the code and nothing else."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

import bot.cogs
from bot.adapters.store.tables import DECLARED
from bot.core.actions import Sanction
from bot.core.appeals import AppealState
from bot.core.cases import EntryKind
from bot.core.commands import CommandSpec, spec_of
from bot.core.contests import ContestState, JudgedBy, SubmissionState
from bot.core.conversations import Priority, TalkState
from bot.core.deliveries import Progress
from bot.core.feedback import FeedbackKind, FeedbackState
from bot.core.feeds import FeedFault
from bot.core.giveaways import GiveawayState
from bot.core.meetings import MeetingKind, MeetingState
from bot.core.moments import NoMoment
from bot.core.people import Rank
from bot.core.polls import PollKind, PollState
from bot.core.posts import CopyState, PostState
from bot.core.privacy import Ends, Leaves
from bot.core.receipts import Refusal
from bot.core.why import ABSTAINED
from bot.domain.calendar.desk import _BUTTONS as POST_BUTTONS
from bot.domain.calendar.mix import MixRule
from bot.domain.calendar.overview import Span
from bot.domain.calendar.style import StyleRule
from bot.domain.care.complaint import SETTLED
from bot.domain.cases.acts import BY_MESSENGER
from bot.domain.cases.appeal import OPEN, VERDICTS
from bot.domain.meetings.seats import ANSWERS
from bot.domain.moderation.text.words import How, Severity
from bot.domain.moderation.verdict import Passed
from bot.domain.polls.form import Unfit
from bot.domain.storm.plan import Cause
from bot.domain.storm.sieve import Spared

ROOT = Path(__file__).parents[3]
LOCALES = ROOT / "locales"
LANGUAGES = ("en", "pl", "ru", "es", "sq")
FILES = sorted(file.name for file in (LOCALES / "en").glob("*.ftl"))

TOLD = tuple(s for s in Sanction if s is not Sanction.NOTE)
DID = ("deleted", "told", "corrected", "pardoned", "mute", "kick", "ban")
DYNAMIC: dict[str, tuple[str, ...]] = {
    "refusal-*": tuple(Refusal),
    "privacy-about-*": tuple({kept.subject for kept in DECLARED.values()}),
    "privacy-time-*": (Ends.DONE, Ends.ASKED),
    "privacy-leaves-*": tuple(Leaves),
    "mydata-waits-*": tuple(
        {kept.subject for kept in DECLARED.values() for one in kept.people if one.until is not None}
    ),
    "moment-*": tuple(NoMoment),
    "poll-how-*": tuple(PollKind),
    "poll-unfit-*": tuple(Unfit),
    "poll-people-*": ("open", "anonymous"),
    "poll-people-*-linked": ("open", "anonymous"),
    "poll-line-*": tuple(PollState),
    "event-kind-*": tuple(MeetingKind),
    "event-line-*": tuple(MeetingState),
    "event-you-*": ANSWERS,
    "button-event-*": ANSWERS,
    "button-poll-*": ("close", "withdraw", "csv", "json"),
    "post-state-*": tuple(PostState),
    "feed-fault-*": tuple(FeedFault),
    "post-copy-*": tuple(CopyState),
    "post-*-begun": ("publish", "skip", "retry", "remove"),
    "button-post-*": (*{name for names in POST_BUTTONS.values() for name in names}, "show", "mine"),
    "style-*": (*StyleRule, "nothing"),
    "mix-*": tuple(MixRule),
    "calendar-*": (*Span, "more"),
    "button-calendar-*": (*Span, "back", "on"),
    "button-inbox-*": ("back", "on"),
    "giveaway-line-*": tuple(GiveawayState),
    "giveaway-too-late-*": tuple(GiveawayState),
    "button-giveaway-*": ("list", "csv", "cancel", "proof"),
    "contest-line-*": tuple(ContestState),
    "contest-judged-*": tuple(JudgedBy),
    "contest-*-until": tuple(JudgedBy),
    "contest-taken-*": (SubmissionState.IN, SubmissionState.WAITING),
    "contest-mine-*": tuple(SubmissionState),
    "button-contest-*": (
        *("csv", "cancel", "let-in", "refuse", "back", "on"),
        *("bring", "mine", "vote", "judge", "claim"),
    ),
    "rank-*": tuple(rank.name.lower() for rank in Rank),
    "language-*": LANGUAGES,
    "*-done": tuple(Sanction),
    "*-done-untold": TOLD,
    "notice-*": tuple(Sanction),
    "corrected-*": tuple(BY_MESSENGER),
    "*-forever": ("notice-mute", "notice-ban"),
    "person-*": ("mute", "ban"),
    "person-*-forever": ("mute", "ban"),
    "hand-*": ("warn", "mute-10m", "mute-1h", "mute-1d", "kick", "ban", "note"),
    "card-title-*": tuple(Sanction),
    "sanction-*": tuple(Sanction),
    "entry-*": tuple(kind for kind in EntryKind if kind not in {EntryKind.UNTIL, EntryKind.ALONG}),
    "did-*": DID,
    "did-*-pending": DID,
    "did-*-refused": DID,
    "did-*-aloud": DID,
    "complaint-state-*": tuple(SETTLED),
    "outcome-*": tuple(SETTLED),
    "inbox-state-*": tuple(TalkState),
    "inbox-priority-*": tuple(Priority),
    "department-*": tuple(Progress),
    "progress-*": tuple(Progress),
    "letter-*": ("opened", "handed", "reopened"),
    "button-rate-*": ("good", "fair", "bad"),
    "level-*": ("conversation-answer", "conversation-solution", "complaint-answer", "complaint-solution"),
    "digest-*": ("conversation-open", "conversation-late", "complaint-open", "complaint-late"),
    "feedback-state-*": tuple(FeedbackState),
    "feedback-head-*": tuple(FeedbackKind),
    "feedback-form-*": tuple(FeedbackKind),
    "button-feedback-*": tuple(FeedbackKind),
    "feedback-digest-*": ("new", "top", "moved", "stale"),
    "rights-remedy-*": ("discord", "telegram"),
    "appeal-outcome-*": tuple(state for state in AppealState if state not in OPEN),
    "appeal-state-*": tuple(AppealState),
    "consent-*": ("kick", "softban", "ban"),
    "consent-many-*": ("kick", "softban", "ban"),
    "appeal-verdict-*": tuple(VERDICTS),
    "appeal-choice-*": ("note", "warn", "mute", "kick", "softban", "ban"),
    "button-*": (
        *("delete", "warn", "mute", "ban", "take", "reply", "claim", "resolve", "decline", "uphold"),
        *("overturn", "reduce", "stand", "consent", "refuse"),
    ),
    "why-fired-*": ("on", "watch", "failed"),
    "why-how-*": tuple(how.replace(" ", "-") for how in get_args(How)),
    "why-severity-*": tuple(severity.name.lower() for severity in Severity),
    "why-passed-*": (*(passed.value for passed in Passed), ABSTAINED),
    "storm-cause-*": tuple(Cause),
    "ability-*": (
        "delete",
        "mute",
        "kick",
        "ban",
        "rights",
        "pace",
        "admit",
        "roles",
        "remove-thread",
        "threads",
        "filter",
    ),
    "button-sift-*": ("mute", "kick"),
    "storm-would-*": ("mute", "kick"),
    "storm-spared-*": tuple(Spared),
    "storm-deed-*": ("rights", "pace", "survey", "punish"),
}
"""Phrases whose key is put together in code: the pattern as it is written there, and what stands in for the star."""


@dataclass(frozen=True)
class Phrase:
    """One phrase of one language."""

    text: str
    variables: frozenset[str]
    plurals: tuple[frozenset[str], ...]


class _Reader(Visitor):
    def __init__(self):
        self.variables, self.plurals, self.texts = set(), [], []

    def visit_VariableReference(self, node):  # noqa: N802  # the library calls it by the name of the node
        self.variables.add(node.id.name)

    def visit_TextElement(self, node):  # noqa: N802
        self.texts.append(node.value)

    def visit_SelectExpression(self, node):  # noqa: N802
        keys = {getattr(v.key, "name", getattr(v.key, "value", "")) for v in node.variants}
        if keys & {"zero", "one", "two", "few", "many"}:
            self.plurals.append(frozenset(k for k in keys if not k.isdigit()))
        self.generic_visit(node)


@cache
def entries(language: str, name: str) -> tuple[fluent.EntryType, ...]:
    file = LOCALES / language / name
    return tuple(FluentParser().parse(file.read_text("utf-8")).body) if file.exists() else ()


@cache
def phrases(language: str, name: str) -> dict[str, Phrase]:
    found = {}
    for entry in entries(language, name):
        if isinstance(entry, fluent.Message):
            reader = _Reader()
            reader.visit(entry)
            found[entry.id.name] = Phrase("".join(reader.texts), frozenset(reader.variables), tuple(reader.plurals))
    return found


@cache
def every(language: str) -> dict[str, Phrase]:
    return {key: phrase for name in FILES for key, phrase in phrases(language, name).items()}


# What the code says


@dataclass(frozen=True)
class Call:
    """``say(...)`` with a key that can be read off the page; ``pattern`` has stars for what cannot."""

    where: str
    pattern: str
    given: frozenset[str]
    open: bool


def _pattern(node: ast.expr) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(v.value if isinstance(v, ast.Constant) else "*" for v in values)
        case _:
            return None


def _patterns(node: ast.expr) -> Iterator[str]:
    """Every key that ``node`` may become: itself, or the branches of an ``if``."""
    if isinstance(node, ast.IfExp):
        yield from chain(_patterns(node.body), _patterns(node.orelse))
    elif (pattern := _pattern(node)) is not None:
        yield pattern


_SAYING = {ast.Call, ast.Constant, ast.JoinedStr}
"""Nodes that say something; of others there are ten times as many."""


@cache
def code() -> tuple[tuple[Call, ...], frozenset[str]]:
    """Read the code once, for both of the following, and keep none of its trees: they are large."""
    found: list[Call] = []
    written: set[str] = set()
    for file in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if type(node) not in _SAYING:
                continue
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"say", "Say"}:
                given = frozenset(k.arg for k in node.keywords if k.arg is not None)
                is_open = node.func.id == "Say" or any(k.arg is None for k in node.keywords)
                where = f"{file.relative_to(ROOT)}:{node.lineno}"
                found += [Call(where, p, given, is_open) for arg in node.args[:1] for p in _patterns(arg)]
            elif isinstance(node, ast.expr) and (pattern := _pattern(node)) is not None:
                written.add(pattern)
    return tuple(found), frozenset(written)


def calls() -> tuple[Call, ...]:
    return code()[0]


def written_anywhere() -> frozenset[str]:
    """Every text and pattern in the code: a key may be chosen in one place and said in another."""
    return code()[1]


@cache
def specs() -> tuple[CommandSpec, ...]:
    modules = [importlib.import_module(f"bot.cogs.{m.name}") for m in pkgutil.iter_modules(bot.cogs.__path__)]
    classes = {c for module in modules for c in vars(module).values() if isinstance(c, type)}
    members = (spec_of(member) for c in classes for member in vars(c).values())
    return tuple(sorted({s.path: s for s in members if s is not None}.values(), key=lambda s: s.path))


def menu_key(spec: CommandSpec) -> str:
    return f"menu-{spec.path.replace(' ', '-')}"


def keys_of_commands() -> set[str]:
    menus = {menu_key(s) for s in specs() if s.menu is not None}
    groups = {f"command-{s.path.split()[0]}" for s in specs()}
    return groups | {s.help_key for s in specs()} | {p.help_key for s in specs() for p in s.params} | menus


def composed(pattern: str) -> list[str]:
    return [pattern.replace("*", hole) for hole in DYNAMIC[pattern]]


# In every language


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryLanguage:
    def test_is_read_to_its_end(self, language):
        read = [(name, e) for name in FILES for e in entries(language, name)]
        assert not [(name, e.annotations[0].message, e.content[:60]) for name, e in read if isinstance(e, fluent.Junk)]

    def test_has_every_phrase_once_and_no_other_in_the_same_file(self, language):
        for name in FILES:
            told = [e.id.name for e in entries(language, name) if isinstance(e, fluent.Message)]
            missing, extra = set(phrases("en", name)) - set(told), set(told) - set(phrases("en", name))
            assert not missing | extra, (name, {"missing": missing, "extra": extra})
            assert len(told) == len(set(told)), name

    def test_uses_the_same_arguments_as_english(self, language):
        for key, phrase in every(language).items():
            assert phrase.variables == every("en")[key].variables, key

    def test_has_every_plural_of_its_language(self, language):
        # Spanish "many" is for whole millions only; nothing here is counted in millions.
        needed = {*Locale.parse(language).plural_form.tags, "other"} - ({"many"} if language == "es" else set())
        for key, phrase in every(language).items():
            for forms in phrase.plurals:
                assert forms == needed, key

    def test_counts_in_a_language_only_where_english_counts(self, language):
        for key, phrase in every(language).items():
            assert len(phrase.plurals) >= len(every("en")[key].plurals), key

    def test_is_translated(self, language):
        if language != "en":
            same = [k for k, p in every(language).items() if len(p.text) > 12 and p.text == every("en")[k].text]
            assert not same

    def test_is_plain_text(self, language):
        for key, phrase in every(language).items():
            assert not re.search(r"\*\*|__|`|~~|\|\||</?\w|\]\(|[\ue000-\uf8ff\U000f0000-\U0010ffff]", phrase.text), key


def test_no_language_has_a_file_that_english_lacks():
    extra = {f"{f.parent.name}/{f.name}" for f in LOCALES.glob("*/*.ftl") if f.name not in FILES}
    assert not extra
    assert {f.parent.name for f in LOCALES.glob("*/*.ftl")} == set(LANGUAGES)


def test_no_phrase_stands_in_two_files():
    keys = [key for name in FILES for key in phrases("en", name)]
    assert len(keys) == len(set(keys)), {k for k in keys if keys.count(k) > 1}


# With the code


def test_every_key_that_is_put_together_in_code_is_known_here():
    unknown = {f"{c.where}: {c.pattern}" for c in calls() if "*" in c.pattern and c.pattern not in DYNAMIC}
    menus = {u for u in unknown if u.endswith("menu-*")}  # the declared commands say which
    assert not unknown - menus
    assert not set(DYNAMIC) - written_anywhere(), "no longer in the code"


def test_every_phrase_the_code_says_exists():
    said = {c.pattern: c.where for c in calls() if "*" not in c.pattern}
    assert not {f"{where}: {key}" for key, where in said.items() if key not in every("en")}
    assert not {key for pattern in DYNAMIC for key in composed(pattern)} - set(every("en"))


def test_every_command_parameter_and_menu_is_described():
    assert not keys_of_commands() - set(every("en"))


def test_no_phrase_is_left_over():
    used = set(written_anywhere()) | keys_of_commands() | {key for pattern in DYNAMIC for key in composed(pattern)}
    left = set(every("en")) - used
    assert not left


def test_the_code_gives_the_arguments_that_the_phrases_take():
    wrong = []
    for call in calls():
        for key in composed(call.pattern) if call.pattern in DYNAMIC else [call.pattern]:
            takes = every("en")[key].variables if key in every("en") else call.given
            lacks = takes - call.given - ({"why"} if "-refused" in key else set())  # the reply adds the reason
            if lacks and not call.open:
                wrong.append(f"{call.where}: {key} lacks {sorted(lacks)}")
            if call.given - takes and call.pattern not in DYNAMIC:
                wrong.append(f"{call.where}: {key} does not take {sorted(call.given - takes)}")
    assert not wrong


# Within the limits of the messengers


@pytest.mark.parametrize("language", LANGUAGES)
class TestLimits:
    def test_help_is_one_line_that_discord_takes_as_a_description(self, language):
        for spec in specs():
            for key in {spec.help_key, *(p.help_key for p in spec.params)} & set(every(language)):
                text = every(language)[key].text
                # Telegram's own limit for a command's description is 1-256: the stricter one counts.
                assert 1 <= len(text) <= 100, (key, len(text))
                assert "\n" not in text, key

    def test_names_of_menus_fit(self, language):
        for key in {menu_key(s) for s in specs() if s.menu is not None} & set(every(language)):
            assert 1 <= len(every(language)[key].text) <= 32, key

    def test_labels_of_buttons_fit_a_phone(self, language):
        for key, phrase in every(language).items():
            if key.startswith("button-"):
                assert 1 <= len(phrase.text) <= 40, key


# The rules for translators stand at the head of locales/en/core.ftl.
@pytest.mark.parametrize(
    ("language", "other"),
    [
        ("pl", "pan|pani|państwo|panu|pana|państwa|twój|twoj[aeą]|twojego|twojej|twoim|cię|ciebie|tobie|tobą"),
        ("ru", "ты|тебя|тебе|тобой|твой|твоя|твоё|твои|твоего|твоей"),
        ("es", "usted|ustedes|vos|vosotros|vuestro|vuestra"),
        ("sq", "ti|ty|yt|jote|tënd|tënde|tuat|je|ke|jotja|yti"),
    ],
)
def test_people_are_spoken_to_in_one_form(language, other):
    """Courtesy is spelt as the rules say; in Polish "Ty" and "Twój" with a capital, and so no small ones."""
    wrong = re.compile(rf"(?<![\w/])(?:{other})(?!\w)")
    lines = [line for file in (LOCALES / language).glob("*.ftl") for line in file.read_text("utf-8").splitlines()]
    said = [line for line in lines if not line.startswith("#")]
    assert len(said) > 500
    assert not [line for line in said if wrong.search(line.partition("= ")[2] or line)]
