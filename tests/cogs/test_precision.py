"""What people take back counts against a rule, and a rule that is often wrong is proposed for watching."""

import pytest

from bot.domain.cases.precision import ENOUGH, is_too_low, precision
from bot.domain.moderation.policy import Act, Do
from bot.runtime.stores import Tally
from tests.build import ANN, BOSS, MOD
from tests.fakes.town import STAFF, words

RULE = words(Do(Act.DELETE))


async def tally(bot):
    return (await bot.store.whys.tallies(bot.key)).get("swearing", Tally())


async def judged(bot, many):
    for _ in range(many):
        await bot.says(ANN, "blorp")
        bot.clock.pass_by(minutes=5)


async def fine(bot, many):
    for _ in range(many):
        await bot.presses(MOD, "button-was-fine", STAFF)


@pytest.mark.long
async def test_was_fine_takes_the_case_back_and_counts_against_the_rule(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    heard = await bot.presses(MOD, "button-was-fine", STAFF)
    assert heard == "Case 1 was taken back: case 2. It counts against the rule."
    assert await bot.store.cases.undone_by(bot.key, 1) == 2
    assert await bot.store.cases.strikes(bot.key, ANN.user, None) == 0
    assert await tally(bot) == Tally(1, 1)


@pytest.mark.long
async def test_mercy_does_not_count_against_the_rule(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    await bot.presses(MOD, "button-undo", STAFF)
    assert await tally(bot) == Tally(1, 0)


@pytest.mark.long
async def test_what_a_moderator_did_has_no_rule_to_be_wrong(town):
    bot = await town(words())
    await bot.asks(MOD, "warn", member=ANN, reason="again")
    (card,) = bot.standing(STAFF)
    assert [b.label.key for row in card.rows for b in row] == ["button-undo"]


@pytest.mark.long
async def test_an_appeal_against_a_moderator_counts_against_no_rule(town):
    bot = await town(words())
    await bot.asks(MOD, "warn", member=ANN, reason="again")
    await bot.presses(ANN, "button-appeal")
    await bot.fills(ANN, text="I was not there")
    await bot.presses(BOSS, "button-overturn", STAFF)
    await bot.fills(BOSS, answer="")
    assert await bot.store.cases.undone_by(bot.key, 1) == 2
    assert await bot.store.whys.tallies(bot.key) == {}


@pytest.mark.long
async def test_a_case_is_found_fine_once(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    button, shown = bot.button("button-was-fine", STAFF)
    await bot.presses(MOD, "button-was-fine", STAFF)
    heard = await bot.presses_token(MOD, button.token, STAFF, shown.ref)
    assert "already" in heard
    assert await tally(bot) == Tally(1, 1)


async def proposals(bot):
    return [words for words in bot.sends(STAFF) if "often wrong" in words]


@pytest.mark.long
async def test_a_rule_that_is_often_wrong_is_proposed_for_watching(town):
    bot = await town(RULE)
    await judged(bot, ENOUGH)
    await fine(bot, 6)
    assert await proposals(bot) == []
    await fine(bot, 1)
    assert await proposals(bot) == [
        "Rule swearing is often wrong: 7 of 30 decisions were taken back. Should it only watch for now?"
    ]
    await fine(bot, 1)
    assert len(await proposals(bot)) == 1
    assert bot.host.watching == []
    assert "only watches from now on" in await bot.presses(BOSS, "button-watch", STAFF)
    assert bot.host.watching == ["swearing"]


@pytest.mark.long
async def test_only_a_manager_decides_it(town):
    bot = await town(RULE)
    await judged(bot, ENOUGH)
    await fine(bot, 7)
    assert await bot.presses(MOD, "button-watch", STAFF) == "Only the staff of that group can do this."
    assert bot.host.watching == []


@pytest.mark.long
async def test_it_is_proposed_again_after_more_of_the_same(town):
    bot = await town(RULE)
    await judged(bot, ENOUGH)
    await fine(bot, 7)
    await judged(bot, 10)
    await fine(bot, 2)
    assert len(await proposals(bot)) == 2


@pytest.mark.long
async def test_a_community_may_ask_for_more_or_not_at_all(town):
    bot = await town(RULE)
    await judged(bot, ENOUGH)
    bot.changes(cogs={"precision": {"floor": 0.95}})
    await fine(bot, 2)
    assert len(await proposals(bot)) == 1
    bot.changes(cogs={"precision": False})
    bot.clock.pass_by(days=1)
    await judged(bot, 10)
    await fine(bot, 9)
    assert len(await proposals(bot)) == 1


@pytest.mark.long
async def test_a_rule_that_watches_already_is_not_proposed(town):
    bot = await town(RULE)
    await judged(bot, ENOUGH)
    from dataclasses import replace

    policy = bot.engine.communities.get(bot.key).community.policy
    bot.changes(policy=replace(policy, rules=()))
    await fine(bot, 8)
    assert await proposals(bot) == []


@pytest.mark.long
async def test_a_rule_that_is_gone_from_the_config_is_said(town):
    bot = await town(words(Do(Act.DELETE), name="gone"))
    await judged(bot, ENOUGH)
    await fine(bot, 7)
    assert 'no rule "gone"' in await bot.presses(BOSS, "button-watch", STAFF)


@pytest.mark.parametrize(
    ("verdicts", "overturned", "low"),
    [(29, 29, False), (30, 6, False), (30, 7, True), (0, 0, False), (1000, 199, False), (1000, 201, True)],
)
def test_thirty_verdicts_and_four_right_out_of_five(verdicts, overturned, low):
    assert is_too_low(verdicts, overturned) is low


def test_a_rule_that_never_decided_was_never_wrong():
    assert precision(0, 0) == 1.0
