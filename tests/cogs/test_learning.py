"""What moderators decide by hand teaches the models, and is unlearnt when it is taken back."""

from dataclasses import replace

import pytest

from bot.core.events import MessageDeleted
from bot.domain.moderation.models.features import SIZE, Features
from bot.domain.moderation.models.linear import ZERO, About, Linear
from bot.domain.moderation.models.taught import Taught
from bot.domain.moderation.models.weights import known_words
from bot.domain.moderation.policy import Act, Do, Mode, Rule
from bot.domain.moderation.sample import sample
from bot.domain.moderation.triggers import Spam
from tests.build import ANN, BOB, MOD, post
from tests.fakes.town import LOBBY, STAFF

OFFER = "lottery tickets, call +48 600 100 200"
CHAT = "see you at the workshop tomorrow"


def rule(mode=Mode.WATCH, at_least=0.5):
    known = known_words(Features.of(f"{OFFER} {CHAT} lottery tickets for everybody").words)
    model = Linear(About("spam", "t", ("en",), "", 0.9), bytes((ZERO,)) * SIZE, known, 1.0, -2.0, {"phone": 4.0})
    return Rule("ads", Spam(at_least, model, Taught("spam")), (Do(Act.DELETE),), "no-ads", mode)


def score(bot, text):
    (one,) = bot.engine.communities.get(bot.key).community.policy.rules
    return one.trigger.score(sample(post(text)))


async def reported(bot, text):
    said = post(text, by=ANN, place=LOBBY)
    await bot.asks(BOB, "report", message=said, text="look")


async def lessons(bot):
    return await bot.store.lessons.of(bot.key, "spam")


async def test_a_moderator_confirms_what_a_watching_rule_saw(town):
    bot = await town(rule())
    await bot.says(ANN, OFFER)
    before = score(bot, "lottery tickets for everybody")
    assert await bot.presses(MOD, "button-well-spotted", STAFF) == "Thank you, I will remember that."
    (lesson,) = await lessons(bot)
    assert (lesson.label, lesson.beside) == (True, ())
    await bot.says(BOB, CHAT)
    assert score(bot, "lottery tickets for everybody") > before


async def test_what_was_fine_is_taken_for_fine_from_then_on(town):
    bot = await town(rule(Mode.ON))
    await bot.says(ANN, OFFER)
    before = score(bot, OFFER)
    await bot.presses(MOD, "button-was-fine", STAFF)
    assert [lesson.label for lesson in await lessons(bot)] == [False]
    await bot.says(BOB, CHAT)
    assert score(bot, OFFER) < before


async def test_messages_that_nobody_minded_stand_beside_a_verdict(town):
    bot = await town(rule())
    for n in range(16):
        await bot.says(BOB, f"{CHAT} {n}")
    await bot.says(ANN, OFFER)
    await bot.presses(MOD, "button-well-spotted", STAFF)
    (lesson,) = await lessons(bot)
    assert len(lesson.beside) == 1


async def test_a_settled_report_is_a_verdict(town):
    bot = await town(rule(at_least=0.99))
    await reported(bot, OFFER)
    await bot.presses(MOD, "button-delete", STAFF)
    assert [lesson.label for lesson in await lessons(bot)] == [True]


async def test_a_report_of_something_else_teaches_nothing(town):
    bot = await town(rule())
    await reported(bot, CHAT)
    await bot.presses(MOD, "button-delete", STAFF)
    assert await lessons(bot) == ()


async def test_a_report_that_is_declined_says_that_the_message_was_fine(town):
    bot = await town(rule(at_least=0.99))
    await reported(bot, OFFER)
    await bot.presses(MOD, "button-decline", STAFF)
    assert [lesson.label for lesson in await lessons(bot)] == [False]


async def test_a_case_that_is_taken_back_is_unlearnt(town):
    bot = await town(rule(Mode.ON))
    said = await bot.says(ANN, OFFER)
    await bot.asks(BOB, "report", message=replace(post(OFFER, by=ANN), ref=said), text="look")
    await bot.presses(MOD, "button-delete", STAFF)
    assert len(await lessons(bot)) == 1
    await bot.presses(MOD, "button-undo", STAFF)
    assert await lessons(bot) == ()


async def test_rules_that_ask_no_model_teach_nothing(town):
    bot = await town()
    await bot.says(ANN, OFFER)
    assert await lessons(bot) == ()


@pytest.mark.long
async def test_what_was_taught_is_known_after_a_restart(town, tmp_path):
    first = await town(rule(), file=tmp_path / "town.db")
    await first.says(ANN, OFFER)
    await first.presses(MOD, "button-well-spotted", STAFF)
    second = await town(rule(), file=tmp_path / "town.db")
    before = score(second, "lottery tickets for everybody")
    await second.says(BOB, CHAT)
    assert score(second, "lottery tickets for everybody") > before


SAID = (CHAT, "lottery tickets for everybody", "the paint is dry and the shelf stands", "is there a ladder left")


async def asked(town):
    bot = await town(rule())
    for text in SAID:
        await bot.says(BOB, text)
    return bot, await bot.asks(MOD, "teach", STAFF)


async def test_a_moderator_is_asked_about_one_message_after_the_other_and_the_answers_are_learnt(town):
    bot, said = await asked(town)
    questions = [said, *[await bot.presses(MOD, label, STAFF) for label in ("teach-yes", "button-was-fine")]]
    assert all("Is this spam?" in one for one in questions)
    assert len({text for one in questions for text in SAID if text in one}) == 3
    assert [lesson.label for lesson in await lessons(bot)] == [True, False]


async def test_a_question_that_was_passed_over_teaches_nothing_and_does_not_come_again(town):
    bot, said = await asked(town)
    for _ in SAID:
        last = await bot.presses(MOD, "teach-pass", STAFF)
        assert last != said
    assert "no question" in last
    assert await lessons(bot) == ()


async def test_what_was_deleted_and_what_staff_write_is_not_asked_about(town):
    bot = await town(rule())
    ref = await bot.says(BOB, CHAT)
    await bot.says(MOD, "the moderators meet on friday evening")
    await bot.says(BOB, "this is among the staff only", STAFF)
    await bot.take(MessageDeleted("gone", ref, bot.clock.now()))
    assert "no question" in await bot.asks(MOD, "teach", STAFF)


async def test_without_a_rule_that_asks_a_model_there_is_nothing_to_teach(town):
    bot = await town(rule())
    assert "No rule here looks for attacks" in await bot.asks(MOD, "teach", STAFF, model="toxicity")


async def test_members_teach_nothing(town):
    bot, _ = await asked(town)
    said = await bot.asks(ANN, "teach")
    assert "Is this spam?" not in said
