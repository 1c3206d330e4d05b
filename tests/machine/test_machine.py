"""Whatever moderators, members, time and restarts do, in any order: what holds is what a simple model says.

``pytest tests/machine`` runs a few stories, ``-m long`` four times five hundred. A story that fails is printed as the
shortest program that shows it; ``TEST_SEED`` repeats the run.
"""

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Awaitable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import hypothesis
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.core.events import MemberLeft, MessageEdited
from bot.core.ids import DISCORD, TELEGRAM, Place
from bot.core.interactions import FormSubmitted, Ticket
from bot.core.people import Member, Rank
from bot.core.terms import Term
from bot.core.ui import Button, Press
from bot.domain.cases.acts import Undo
from bot.domain.cases.appeal import Judged, Judging
from bot.domain.cases.linking import LinkNow
from bot.domain.moderation.policy import Act, Do
from bot.runtime.community import Links, Team
from tests.build import ANN, BOB, BOSS, MOD, NOON, direct, person, post
from tests.conftest import SEED
from tests.fakes.clock import StillClock
from tests.fakes.town import D_LOBBY, D_STAFF, DANA, DORA, LOBBY, MANAGERS, STAFF, open_town, riverside, words
from tests.machine.messenger import HardMessenger
from tests.machine.model import BUTTONS_LAST, RULE_MUTES_FOR, Model

LEA = person("Lea", "20", Rank.MODERATOR)
DIRK = person("Dirk", "90", Rank.MODERATOR, on=DISCORD)
PEOPLE = {"ann": ANN, "bob": BOB, "dana": DANA}
STAFFERS = {TELEGRAM: (MOD, LEA), DISCORD: (DORA, DIRK)}
CODE = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{7}\b")
HOUR, DAY = 3600, 86400
TIMED = ("mute", "ban")
_numbers = count(1)

who = st.sampled_from(["ann", "ann", "ann", "dana", "dana", "bob"])
"""Mostly the same two, who may be one person: what happens to one account after another finds nothing."""
one_of_two = st.integers(0, 1)
ago = st.sampled_from([0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 5, 8])
"""Mostly what was done last: old acts are rarely what still holds."""
spans = st.sampled_from([5, 11, 20 * 60, HOUR, 23 * HOUR, DAY, 3 * DAY, 27 * DAY, 30 * DAY])
lasting = st.sampled_from([None, 60, HOUR, 2 * DAY, 40 * DAY])


class Town(RuleBasedStateMachine):
    """The real bot and its real store in a file, beside the model."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp(dir=_quick_folder()))
        self.clock = StillClock()
        self.stack = AsyncExitStack()
        self.tokens: dict[Press, tuple[str, Place]] = {}
        self.stands_since: dict[str, int] = {}
        self.filled: set[str] = set()
        self.checked = 0

    def does(self, what: Awaitable):
        return self.loop.run_until_complete(what)

    @initialize(propagate=st.booleans(), linked=st.booleans())
    def opens(self, propagate, linked):
        self.model = Model(tuple(PEOPLE), propagate=propagate)
        self.platforms = _messengers(self.clock)
        self.community = riverside(
            words(Do(Act.MUTE, timedelta(seconds=RULE_MUTES_FOR))),
            links=Links(propagate=propagate),
            team=Team(managers=frozenset({BOSS.user}), caps={}),
        )
        file = self.folder / "town.db"
        shutil.copyfile(_template(self.loop), file)
        self.file = file
        self.does(self._open())
        if linked:
            self._links("ann")

    async def _open(self) -> None:
        self.bot = await open_town(
            self.stack, self.community, platforms=self.platforms, file=self.file, clock=self.clock, ready=False
        )
        await self.bot.engine.recover()
        for platform in self.platforms:
            await self.bot.engine.ready(platform)
        await self.bot.engine.scheduler.fire_due()
        await self.bot.engine.outbox.idle()

    # --- moderators

    @rule(what=st.sampled_from(["note", "warn", "unmute", "kick", "softban", "unban"]), whom=who, n=one_of_two)
    def acts(self, what, whom, n):
        self._acts(what, whom, n, None)

    @rule(what=st.sampled_from(TIMED), whom=who, n=one_of_two, lasts=lasting)
    def acts_for_a_while(self, what, whom, n, lasts):
        self._acts(what, whom, n, lasts)

    def _acts(self, what, whom, n, lasts):
        member, by, staff = self._scene(whom, n)
        values = {"lasts": Term() if lasts is None else Term(timedelta(seconds=lasts))} if what in TIMED else {}
        self.does(self.bot.asks(by, what, staff, member=member, reason="because", **values))
        self.model.act(what, whom, str(by.user), lasts)

    @precondition(lambda self: self.model.acts)
    @rule(n=ago, by=one_of_two)
    def undoes(self, n, by):
        act = _latest([act for act in self.model.acts if act.undoes is None], n)
        _, moderator, _ = self._scene(act.account, by)
        if self._presses(moderator, Undo(act.number)):
            self.model.undo(act.number, str(moderator.user))

    @precondition(lambda self: any(act.what in TIMED for act in self.model.acts))
    @rule(n=ago, by=one_of_two, lasts=lasting)
    def edits(self, n, by, lasts):
        """Let an act last longer or shorter, from when it began."""
        act = _latest([act for act in self.model.acts if act.what in TIMED], n)
        _, moderator, staff = self._scene(act.account, by)
        term = Term() if lasts is None else Term(timedelta(seconds=lasts))
        self.does(self.bot.asks(moderator, "case edit", staff, number=str(act.number), lasts=term))
        self.model.edit(act.number, lasts)
        self.checked = 0

    @precondition(lambda self: any(act.undoes is not None for act in self.model.acts))
    @rule(n=ago)
    def what_takes_back_cannot_be_taken_back(self, n):
        act = _latest([act for act in self.model.acts if act.undoes is not None], n)
        assert Undo(act.number) not in self.tokens

    # --- members

    @precondition(lambda self: self.model.acts)
    @rule(n=ago, whom=who)
    def appeals(self, n, whom):
        number = _latest(self.model.acts, n).number
        member = PEOPLE[whom]
        self.does(self.bot.asks(member, "appeal", direct(member.user), number=number, text="it was not me"))
        self.model.file(number, whom)

    @precondition(lambda self: self.model.pleas)
    @rule(n=ago, how=st.sampled_from(["overturn", "stand"]), by=one_of_two)
    def judges(self, n, how, by):
        plea = _latest(self.model.pleas, n)
        case = self.model.acts[plea.case - 1]
        _, moderator, _ = self._scene(case.account, by)
        may = self._presses(moderator, Judging(plea.number, how))
        may = may and self.model.judge(plea.number, how, str(moderator.user))
        form = self._fresh_form(Judged(plea.number, how))
        assert may == (form is not None)
        if form is not None:
            key = f"form/{next(_numbers)}"
            now = self.clock.now()
            self.does(self.bot.take(FormSubmitted(key, *form, moderator, {"answer": ""}, Ticket(key), now)))

    @rule(here=st.sampled_from(["ann", "bob"]))
    def links(self, here):
        self._links(here)

    def _links(self, here):
        member = PEOPLE[here]
        offered = CODE.search(self.does(self.bot.asks(DANA, "link", direct(DANA.user))))
        assert (offered is None) == ("dana" in self.model.partner)
        if offered is None or here in self.model.partner:
            return
        self.does(self.bot.asks(member, "link", direct(member.user), link_code=offered[0]))
        self._note_buttons()
        self._presses(member, next(press for press in reversed(self.tokens) if isinstance(press, LinkNow)))
        self.model.link(here, "dana")

    @rule(whom=who)
    def unlinks(self, whom):
        self.does(self.bot.asks(PEOPLE[whom], "unlink", direct(PEOPLE[whom].user)))
        self.model.unlink(whom)

    @rule(whom=who)
    def leaves_or_comes_back(self, whom):
        member, platform, space = self._place(whom)
        if self.model.present[whom]:
            platform.goes(space, member.user)
            self.does(self.bot.take(MemberLeft(f"left/{next(_numbers)}", space, member.user, self.clock.now())))
            self.model.leave(whom)
        elif self.model.come_back(whom):
            platform.comes(space, member)
            self.does(self.bot.joins(member))

    @rule(whom=who)
    def swears(self, whom):
        """Who may not write any more edits what she wrote long ago."""
        member = PEOPLE[whom]
        place = LOBBY if member.user.platform == TELEGRAM else D_LOBBY
        if not self.model.present[whom]:
            return
        if self.model.muted(whom):
            message = replace(post("blorp", by=member, place=place, n=f"old {whom}"), sent_at=NOON)
            self.does(self.bot.take(MessageEdited(f"edited/{next(_numbers)}", message)))
        else:
            self.does(self.bot.says(member, "blorp", place))
        self.model.rule_mutes(whom)

    # --- time

    @rule(seconds=spans)
    def waits(self, seconds):
        self.model.wait(seconds)
        self.does(self.bot.waits(seconds=seconds))

    @rule(down_for=st.sampled_from([0, 0, HOUR, 30 * DAY]))
    def restarts(self, down_for):
        self.model.wait(down_for)
        self.does(self.stack.aclose())
        self.clock.pass_by(seconds=down_for)
        self.does(self._open())

    # --- what is compared

    @invariant()
    def messengers_show_what_the_model_says(self):
        if not hasattr(self, "bot"):
            return
        for whom in PEOPLE:
            member, platform, space = self._place(whom)
            found = [look(space, member.user) for look in (platform.is_there, platform.is_muted, platform.is_banned)]
            wanted = [self.model.present[whom], self.model.muted(whom), self.model.banned(whom)]
            assert dict(zip(("there", "muted", "banned"), found, strict=True)) == dict(
                zip(("there", "muted", "banned"), wanted, strict=True)
            ), whom
        assert self.bot.engine.dispatcher.failures == 0
        self.does(self._compare_record())
        self._note_buttons()

    async def _compare_record(self) -> None:
        fresh = self.model.acts[self.checked :]
        assert [await self._row(act.number) for act in fresh] == [act.row() for act in fresh]
        assert await self.bot.case(len(self.model.acts) + 1) is None
        self.checked = len(self.model.acts)
        for plea in self.model.pleas:
            appeal = await self.bot.store.fairness.appeals.find(self.bot.key, plea.number)
            found = (appeal.case, str(appeal.user), appeal.state.value, appeal.escalated)
            account = str(PEOPLE[plea.account].user)
            assert found == (plea.case, account, plea.state, plea.escalated), f"appeal {plea.number}"
        assert await self.bot.store.fairness.appeals.find(self.bot.key, len(self.model.pleas) + 1) is None

    async def _row(self, number: int) -> tuple | None:
        case = await self.bot.case(number)
        if case is None:
            return None
        whom = next(name for name, member in PEOPLE.items() if member.user == case.user)
        until = None if case.until is None else round((case.until - NOON).total_seconds())
        by = None if case.by is None else str(case.by)
        return (case.number, whom, case.sanction.value, until, by, case.undoes)

    def teardown(self) -> None:
        try:
            if hasattr(self, "bot"):
                for _ in range(3):  # long enough for a renewal to be renewed
                    self.waits(30 * DAY)
                    self.messengers_show_what_the_model_says()
                self.waits(400 * DAY)
                self.checked = 0  # what was filed long ago has not changed either
                self.messengers_show_what_the_model_says()
        finally:
            self.does(self.stack.aclose())
            self.loop.close()
            shutil.rmtree(self.folder)

    # --- hands

    def _scene(self, whom: str, n: int) -> tuple[Member, Member, Place]:
        member = PEOPLE[whom]
        platform = member.user.platform
        return member, STAFFERS[platform][n], STAFF if platform == TELEGRAM else D_STAFF

    def _place(self, whom: str):
        member = PEOPLE[whom]
        telegram, discord = self.platforms
        return (member, telegram, LOBBY.space) if member.user.platform == TELEGRAM else (member, discord, D_LOBBY.space)

    def _presses(self, by: Member, press: Press) -> bool:
        """Press the newest button of this kind; whether it still means anything."""
        token, place = self.tokens[press]
        self.does(self.bot.presses_token(by, token, place))
        self._note_buttons()
        return self.model.now - self.stands_since[token] < BUTTONS_LAST

    def _fresh_form(self, press: Press) -> tuple[str, Place] | None:
        """The form that was just put up, if one was: those filled in before stand there still."""
        token, place = self.tokens.get(press, ("", LOBBY))
        if not token or token in self.filled:
            return None
        self.filled.add(token)
        return token, place

    def _note_buttons(self) -> None:
        """Remember every button that ever stood: somebody may have the old message open still."""
        for platform in self.platforms:
            for shown in platform.shown.values():
                for button in (b for row in shown.rows for b in row if isinstance(b, Button)):
                    if button.token not in self.stands_since:
                        self.stands_since[button.token] = self.model.now
                        self.tokens[button.press] = (button.token, shown.ref.place)


def _latest(some: list, n: int):
    """The one so many before the last."""
    return some[-1 - n % len(some)]


def _messengers(clock: StillClock) -> tuple[HardMessenger, HardMessenger]:
    telegram, discord = HardMessenger(TELEGRAM, clock), HardMessenger(DISCORD, clock)
    telegram.places = {"#lobby": LOBBY, "#staff": STAFF, "#managers": MANAGERS}
    discord.places = {"#lobby": D_LOBBY, "#staff": D_STAFF}
    for member in (ANN, BOB, MOD, LEA, BOSS):
        telegram.members[LOBBY.space, member.user] = member
    for member in (MOD, LEA, BOSS):
        telegram.members[STAFF.space, member.user] = member
    for member in (DANA, DORA, DIRK):
        discord.members[D_LOBBY.space, member.user] = member
    return telegram, discord


def _quick_folder() -> str | None:
    """Memory that looks like a folder, where there is one: a story needs a file, not a disk."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


_kept: list[Path] = []


def _template(loop: asyncio.AbstractEventLoop) -> Path:
    """An empty database with all its tables; every story begins with a copy."""
    if not _kept:
        folder = Path(tempfile.mkdtemp(dir=_quick_folder()))
        file = folder / "empty.db"

        async def make() -> None:
            async with AsyncExitStack() as stack:
                await open_town(stack, file=file, ready=False)

        loop.run_until_complete(make())
        _kept.append(file)
    return _kept[0]


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_left():
    yield
    while _kept:
        shutil.rmtree(_kept.pop().parent)


def _run(stories: int, steps: int, part: int = 0) -> None:
    print(f"{stories} stories of up to {steps} steps; repeat with TEST_SEED={SEED}", file=sys.stderr)
    kept = settings(
        max_examples=stories,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(hypothesis.seed(SEED + part)(Town), settings=kept)


def test_sanctions_and_appeals_are_what_a_simple_model_says():
    _run(12, 6)


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_two_thousand_stories_are_what_a_simple_model_says(part):
    _run(500, 15, part)
