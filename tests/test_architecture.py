"""The shape of the house: floors, shared file names, words we do not use, and a rank for every entry."""

import ast
import inspect
import os
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.actions import Sanction, Send
from bot.core.cases import Case, Evidence, Search
from bot.core.commands import Kind
from bot.core.complaints import Complaint
from bot.core.decisions import decide
from bot.core.feedback import Feedback, FeedbackKind, FeedbackState
from bot.core.people import Rank
from bot.core.text import File, say
from bot.core.ui import Button, Press
from bot.domain.care import complaint as care
from bot.domain.cases import card
from bot.features import BUILT_IN
from bot.runtime.cog import marks_of
from bot.runtime.interactions import Continue
from tests.build import BOB, NOON, person, post
from tests.fakes.town import LOBBY

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path for path in (ROOT / "bot").rglob("*.py") if "migrations" not in path.parts)
CHAT = ("discord", "telegram", "playground")
SHARED = ("platform", "inbound", "outbound", "commands", "views", "render", "rights")
GIVES = {"handover"}
"""Commands that name somebody and do nothing to her: the staff may give each other work."""
LONGEST_MODULE, LONGEST_FUNCTION = 250, 45
LONGEST_STORIES, LONGEST_BENCH = 600, 300
SWAMPS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "handler", "handlers", "misc"}


# --- floors ------------------------------------------------------------------------------------------------------


@pytest.mark.long  # CI asks the same before all tests
def test_every_floor_imports_only_what_lies_below_it(tmp_path):
    """The contracts of pyproject.toml, kept by import-linter; without the extra [dev] there is nothing to run."""
    pytest.importorskip("importlinter")
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    done = subprocess.run(
        [*command, "--cache-dir", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


@pytest.mark.parametrize("floor", ["core", "domain"])
def test_core_and_domain_decide_and_do_not_wait(floor):
    for path in (ROOT / "bot" / floor).rglob("*.py"):
        text = path.read_text("utf-8")
        tree = ast.parse(text if "async " in text or "await " in text else "")
        waiting = [n for n in ast.walk(tree) if isinstance(n, ast.AsyncFunctionDef | ast.Await)]
        protocols = {f for n in ast.walk(tree) if isinstance(n, ast.ClassDef) and _is_protocol(n) for f in ast.walk(n)}
        assert all(node in protocols for node in waiting), path


def test_no_module_imports_for_the_type_checker_only():
    assert not [path for path in MODULES if "TYPE_CHECKING" in path.read_text("utf-8")]


def _is_protocol(node):
    return any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases)


# --- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("adapter", CHAT)
def test_who_knows_one_chat_adapter_knows_the_other(adapter):
    there = {path.stem for path in (ROOT / "bot" / "adapters" / adapter).glob("*.py")}
    assert set(SHARED) <= there


def test_no_module_is_a_swamp():
    assert not [path for path in MODULES if path.stem in SWAMPS]


def test_every_module_says_its_idea_first():
    begun = {path: path.read_text("utf-8").strip() for path in MODULES}
    assert not [path for path, text in begun.items() if text and not re.match(r'(?:#.*\n)*r?"""\S', text)]


# --- lengths -----------------------------------------------------------------------------------------------------


def test_no_module_holds_more_than_one_idea():
    """Lengths are a mirror: what is longer than this was two ideas each time."""
    assert not [str(path) for path in MODULES if _lines(path) > LONGEST_MODULE]


@pytest.mark.parametrize(("folder", "most"), [("tests", LONGEST_STORIES), ("bench", LONGEST_BENCH)])
def test_no_file_of_tests_or_benches_is_a_pile(folder, most):
    assert not [str(path) for path in (ROOT / folder).rglob("*.py") if _lines(path) > most]


def _lines(path):
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.long  # it reads every module
def test_no_function_is_longer_than_a_screen():
    functions = [
        (path.name, node.name, node.end_lineno - node.lineno + 1)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert not [one for one in functions if one[-1] > LONGEST_FUNCTION]


# --- entries -----------------------------------------------------------------------------------------------------


def specs():
    return [member.__command__ for cog in BUILT_IN for _, member in _commands(cog)]


def _commands(cog):
    return [(name, member) for name, member in inspect.getmembers_static(cog) if hasattr(member, "__command__")]


def presses():
    return sorted(
        {kind for cog in BUILT_IN for kind, _ in marks_of(cog, "press")} - {Continue}, key=lambda k: k.__name__
    )


def forms():
    return sorted({kind for cog in BUILT_IN for kind, _ in marks_of(cog, "form")}, key=lambda k: k.__name__)


def a_value(param):
    return {
        Kind.MEMBER: BOB,
        Kind.MESSAGE: post("x", by=BOB),
        Kind.FILE: File("x", "x"),
        Kind.DURATION: timedelta(hours=1),
        Kind.INTEGER: 1,
        Kind.FLAG: True,
        Kind.CHOICE: (param.choices or ("x",))[0],
    }.get(param.kind, "x")


def an_example(kind: type[Press]) -> Press:
    """Any press of this kind: its fields filled by their types."""
    assert is_dataclass(kind)
    return kind(*(_ANY[getattr(f.type, "__name__", f.type)] for f in fields(kind)))


_ANY = {
    "int": 1,
    "str": "x",
    "bool": True,
    "Search": Search(),
    "UserRef": BOB.user,
    "SpaceRef": LOBBY.space,
    "Place": LOBBY,
    "tuple": (),
    "FeedbackKind": FeedbackKind.IDEA,
    "FeedbackState": FeedbackState.PLANNED,
    FeedbackState | None: None,
    "Feedback": Feedback(1, FeedbackKind.IDEA, BOB.user, "Bob", NOON, "x", "x", NOON),
}
LOOKS = {"card", "cases", "history", "purge", "strikes"}
"""Commands that look at somebody and do nothing to her yet: the staff may look at each other."""


SHUT_OUT = {"appeal", "link", "unlink", "privacy", "mydata"}
"""What is for whom no space knows any more too: who was banned may say that it was a mistake, and asks for her data."""


@pytest.mark.parametrize("spec", specs(), ids=lambda spec: spec.path)
def test_every_command_has_a_rank_and_nothing_else_is_for_strangers(spec):
    assert (spec.rank >= Rank.MEMBER) == (spec.path not in SHUT_OUT)
    acts_on = [param.name for param in spec.params if param.kind is Kind.MEMBER]
    assert spec.rank == Rank.MEMBER or not acts_on or spec.target in acts_on or spec.path in LOOKS | GIVES


@pytest.mark.parametrize("spec", specs(), ids=lambda spec: spec.path)
async def test_default_deny_for_every_command(town, spec):
    bot = await town()
    for rank in (Rank.GUEST, Rank.MEMBER):
        who = person("Sly", "66", rank)
        bot.telegram.members[LOBBY.space, who.user] = who
        answer = await bot.asks(who, spec.path, **{p.name: a_value(p) for p in spec.params})
        assert ("Only the staff" in answer) == (rank < spec.rank)
    if spec.rank > Rank.MEMBER:
        assert not bot.host.applied
        assert not await bot.cases(BOB.user)


async def shown(bot, kind, rank):
    """Put a button of this kind before everybody, for staff of this rank."""
    button = Button(say("plain", text="x"), an_example(kind), rank=rank, space=LOBBY.space)
    queued = await bot.store.ledger.commit(bot.key, "", decide(Send(LOBBY, say("plain", text="x"), ((button,),))), NOON)
    bot.engine.outbox.accept(queued)
    await bot.engine.outbox.idle()
    return bot.button("x", LOBBY)[0].token


@pytest.mark.parametrize("kind", presses(), ids=lambda kind: kind.__name__)
async def test_default_deny_for_every_button(town, kind):
    bot = await town()
    who = person("Sly", "66", Rank.GUEST)
    token = await shown(bot, kind, Rank.MODERATOR)
    assert "Only the staff" in await bot.presses_token(who, token, LOBBY)


@pytest.mark.parametrize("kind", forms(), ids=lambda kind: kind.__name__)
async def test_default_deny_for_every_form(town, kind):
    bot = await town()
    await shown(bot, kind, Rank.MODERATOR)
    assert "Only the staff" in await bot.fills(person("Sly", "66", Rank.GUEST), "x", LOBBY, text="x")


async def test_buttons_that_act_on_somebody_are_offered_with_a_rank(town):
    """What the cards really offer: nothing that moderates may be pressed by everybody."""
    case = Case(1, LOBBY.space, BOB.user, "Bob", Sanction.WARN, NOON)
    about = Complaint(1, BOB.user, "Bob", NOON, about=BOB.user, evidence=(Evidence("x", message=post().ref),))
    facts = card.CardFacts(None, ())
    rows = (
        *card.card_rows(case, facts),
        *card.card_rows(case, card.CardFacts(None, (), watched=True)),
        *care.face(care.begun(about, BOB, 1, NOON).now, care.Reported(about)).rows,
        *care.waiting_line(LOBBY, about).rows,
    )
    assert rows
    assert all(button.rank >= Rank.MODERATOR for row in rows for button in row)


def test_a_member_sees_at_most_ten_commands():
    # Of no use to whoever has no code from the host, or whom no config file is going to name.
    not_theirs = {*SHUT_OUT, "bind", "whoami"}
    mine = [spec.path for spec in specs() if spec.rank <= Rank.MEMBER and spec.path not in not_theirs]
    assert len(mine) <= 10, mine
