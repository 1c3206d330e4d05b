"""A rule that is wrong too often watches by itself where its config says so, and never one against scams."""

import pytest

from bot.domain.moderation.policy import Act, Do, Mode, Rule, guards_against_scams
from bot.domain.moderation.triggers import Caps, Links, LookAlikes
from bot.domain.moderation.triggers.spam import Spam
from tests.build import ANN, BOSS, MOD
from tests.fakes.town import STAFF, words

DELETE = Do(Act.DELETE)


@pytest.fixture(autouse=True)
def _two_are_enough(monkeypatch):
    monkeypatch.setattr("bot.domain.cases.precision.ENOUGH", 2)


async def wrong(bot, right=1, text="blorp"):
    """So many right decisions, and one that is taken back."""
    for _ in range(right + 1):
        await bot.says(ANN, text)
        bot.clock.pass_by(minutes=5)
    await bot.presses(MOD, "button-was-fine", STAFF)


async def test_it_watches_from_then_on_staff_hear_of_it_and_a_manager_takes_it_back(town):
    bot = await town(words(DELETE, floor=0.9, watches_by_itself=True))
    await wrong(bot)
    assert bot.host.watching == ["swearing"]
    assert "only watches from now on: 1 of 2" in bot.sends(STAFF)[-1]
    await bot.presses(BOSS, "button-switch-on", STAFF)
    assert bot.host.switched == ["swearing"]


async def test_above_its_own_floor_nothing_happens_whatever_others_ask_for(town):
    bot = await town(words(DELETE, floor=0.5, watches_by_itself=True))
    bot.changes(cogs={"precision": {"floor": 0.95}})
    await wrong(bot)
    assert not bot.host.watching


async def test_without_its_leave_a_manager_is_asked(town):
    bot = await town(words(DELETE, floor=0.9))
    await wrong(bot)
    assert not bot.host.watching
    assert "Should it only watch" in bot.sends(STAFF)[-1]


async def test_where_the_config_cannot_be_written_a_manager_is_asked(town):
    bot = await town(words(DELETE, name="gone", floor=0.9, watches_by_itself=True))
    await wrong(bot)
    assert "Should it only watch" in bot.sends(STAFF)[-1]


async def test_a_rule_against_invitations_is_never_switched_by_itself(town):
    rule = Rule("invites", Links("invites"), (DELETE,), "no-ads", Mode.ON, floor=0.9, watches_by_itself=True)
    bot = await town(rule)
    await wrong(bot, text="come to discord.gg/abcdef")
    assert not bot.host.watching
    assert "Should it only watch" in bot.sends(STAFF)[-1]


@pytest.mark.parametrize(
    ("trigger", "guards"),
    [
        (Links(), False),
        (Links("invites"), True),
        (Links("shorteners"), True),
        (LookAlikes(), True),
        (Caps(0.7, 12), False),
    ],
)
def test_which_rules_guard_against_scams(trigger, guards):
    assert guards_against_scams(Rule("r", trigger)) is guards


def test_a_spam_score_guards_against_scams():
    assert guards_against_scams(Rule("r", Spam.__new__(Spam)))
