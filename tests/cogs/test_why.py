"""Whoever asks why hears it: staff everything, a member what concerns her, and nobody what is not theirs."""

from dataclasses import replace
from datetime import timedelta

from bot.core.actions import Answer, Delete
from bot.core.ids import Place
from bot.domain.moderation.policy import Act, Do, Mode, Rule
from bot.domain.moderation.triggers import Flood, Links
from tests.build import ANN, BOB, MOD, direct, post
from tests.fakes.town import LOBBY, STAFF, words

INVITES = Rule("invites", Links("invites"), mode=Mode.ON)
FLOOD = Rule("flood", Flood(3, timedelta(seconds=10)), (Do(Act.DELETE),), "kind", Mode.ON)


async def test_staff_hear_every_rules_answer_to_a_case(town):
    bot = await town(words(), INVITES)
    await bot.says(ANN, "you bl0rp")
    heard = await bot.asks(MOD, "why", STAFF, number=1)
    assert heard.startswith("Case 1: Ann\n● Rule swearing (words, line 0): fires\n")
    assert "found: “bl0rp”, characters 5–9" in heard
    assert "Found nothing: invites" in heard
    assert "Strikes before: 0; added: 1" in heard
    assert "Config version: v1" in heard


async def test_what_was_kept_is_told_not_what_the_rules_say_today(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    bot.changes(policy=replace((await rules_of(bot)), rules=()), version="v2")
    heard = await bot.asks(MOD, "why", STAFF, number=1)
    assert "Rule swearing" in heard
    assert "Config version: v1" in heard


async def rules_of(bot):
    return bot.engine.communities.get(bot.key).community.policy


async def test_a_flood_is_explained_once_with_its_count(town):
    bot = await town(FLOOD)
    for _ in range(5):
        await bot.says(ANN, "hi")
    assert "counted: 3; the limit is 3" in await bot.asks(MOD, "why", STAFF, number=1)


async def test_a_member_hears_her_latest_case_without_the_rules(town):
    bot = await town(words(), INVITES)
    await bot.says(ANN, "first gnarf")
    await bot.says(ANN, "you bl0rp")
    heard = await bot.asks(ANN, "why", direct(ANN.user))
    assert "Our guideline 1: Argue with ideas." in heard
    assert "What was found in your message: “bl0rp”" in heard
    assert "This is case 2." in heard
    assert "swearing" not in heard
    assert "blorp" not in heard.replace("bl0rp", "")
    answer = bot.did(Answer)[-1]
    assert [b.label.key for row in answer.rows for b in row] == ["button-appeal"]
    assert "This is case 1." in await bot.asks(ANN, "why", direct(ANN.user), number=1)


async def test_another_members_case_is_as_unknown_as_one_that_is_not(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    assert await bot.asks(BOB, "why", direct(BOB.user), number=1) == "There is no case 1."
    assert await bot.asks(BOB, "why", direct(BOB.user), number=9) == "There is no case 9."
    assert await bot.asks(BOB, "why", direct(BOB.user)) == "There is no case about you here."


async def test_an_old_case_of_hers_is_found_by_its_number(town):
    bot = await town(words())
    for _ in range(22):
        await bot.says(ANN, "blorp")
    assert "This is case 1." in await bot.asks(ANN, "why", direct(ANN.user), number=1)


async def test_a_case_that_was_taken_back_says_so(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    await bot.presses(MOD, "button-undo", STAFF)
    assert "Taken back by case 2." in await bot.asks(ANN, "why", direct(ANN.user))
    assert bot.did(Answer)[-1].rows == ()
    assert await bot.asks(ANN, "why", direct(ANN.user), number=2) == "There is no case 2."


async def test_a_case_by_a_moderator_was_decided_by_a_person(town):
    bot = await town(words())
    await bot.asks(MOD, "warn", member=ANN, reason="again")
    assert "A person decided this" in await bot.asks(MOD, "why", STAFF, number=1)
    assert "Reason: again" in await bot.asks(ANN, "why", direct(ANN.user))


async def test_a_case_from_before_has_no_explanation(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    from bot.core.decisions import Decision

    old = replace(await bot.case(), number=50)
    await bot.store.ledger.commit(bot.key, "", Decision(rows=(old,)), bot.clock.now())
    assert "No explanation was kept" in await bot.asks(MOD, "why", STAFF, number=50)
    assert "This is case 50." in await bot.asks(ANN, "why", direct(ANN.user), number=50)


async def test_staff_hear_that_a_case_is_not_there_and_what_to_give(town):
    bot = await town(words())
    assert await bot.asks(MOD, "why", STAFF, number=7) == "There is no case 7."
    assert (await bot.asks(MOD, "why", STAFF)).startswith("Which case?")


async def test_a_standing_message_is_judged_dry(town):
    bot = await town(words(), INVITES)
    standing = post("you blorp", by=ANN, place=LOBBY)
    for heard in (
        await bot.asks(MOD, "why", LOBBY, message=standing),
        await bot.asks(MOD, "check", LOBBY, message=standing),
    ):
        assert heard.startswith("This is what the rules say about the message now. Nothing is done.")
        assert "Rule swearing (words, line 0): fires" in heard
    assert bot.did(Delete) == []
    assert await bot.cases() == ()


async def test_a_message_is_judged_as_its_author_stands_there(town):
    bot = await town(words())
    by_staff = replace(post("blorp", by=ANN, place=LOBBY), author=replace(ANN, user=MOD.user))
    assert "Spare this person: swearing" in await bot.asks(MOD, "check", LOBBY, message=by_staff)
    nowhere = post("blorp", by=ANN, place=Place(LOBBY.channel))
    assert "Rule swearing" in await bot.asks(MOD, "check", LOBBY, message=nowhere)


async def test_a_member_may_not_try_the_rules_out(town):
    bot = await town(words())
    standing = post("you blorp", by=BOB, place=LOBBY)
    assert await bot.asks(ANN, "check", LOBBY, message=standing) == "Only the staff of that group can do this."
    assert await bot.asks(ANN, "why", LOBBY, message=standing) == "There is no case about you here."
