"""Rules of every kind as people meet them: newcomers, names, repeats on both messengers, rules that break."""

from dataclasses import replace
from datetime import timedelta

from bot.core.actions import Delete, Punish, Sanction, Send, Whisper
from bot.core.people import Rank
from bot.domain.moderation.policy import Act, Do, Mode, OnFailure, Only, Rule, Step
from bot.domain.moderation.sample import Source
from bot.domain.moderation.triggers import Duplicates, Links, Mentions, Pattern, PersonalData
from bot.domain.moderation.triggers.personal import Personal
from tests.build import ANN, BOB, MOD, person
from tests.domain.moderation.test_conditions import Broken
from tests.fakes.town import D_LOBBY, DANA, LOBBY, STAFF, words

NAMES = frozenset({Source.NAME})
BAN, KICK, ASK, DELETE, WARN = (Do(act) for act in (Act.BAN, Act.KICK, Act.ASK, Act.DELETE, Act.WARN))
BLORP = person("Blorp Enterprises", "66")
OFFER = "come and see our great new offer"


def rule(trigger, *do, name="r", **more):
    return Rule(name, trigger, do or (DELETE, WARN), more.pop("guideline", "kind"), more.pop("mode", Mode.ON), **more)


async def test_links_are_off_for_the_first_messages_of_a_newcomer(town):
    bot = await town(rule(Links(), only=Only(first_messages=2)))
    await bot.joins(BOB)
    links = [await bot.says(BOB, f"https://example.com/{n}") for n in range(3)]
    await bot.says(ANN, "https://example.com/x")
    assert [d.messages for d in bot.did(Delete)] == [(links[0],), (links[1],)]


async def test_who_joined_lately_is_new_where_the_messenger_does_not_say_when(town):
    bot = await town(rule(Links(), only=Only(member_for_less_than=timedelta(hours=1))))
    await bot.joins(BOB)
    await bot.says(BOB, "https://example.com/")
    bot.clock.pass_by(hours=2)
    await bot.says(BOB, "https://example.com/")
    assert len(bot.did(Delete)) == 1


async def test_a_newcomer_with_a_bad_name_is_banned_and_not_greeted(town):
    bot = await town(words(BAN, looks_at=NAMES, strikes=0))
    await bot.joins(BLORP)
    (punished,) = bot.did(Punish)
    assert (punished.user, punished.sanction) == (BLORP.user, Sanction.BAN)
    assert not bot.did(Delete)
    assert not bot.sends(LOBBY)
    case = await bot.case()
    assert (case.place, case.evidence[0].message, case.evidence[0].found) == (None, None, "Blorp")


async def test_moderators_are_asked_about_a_name_and_the_newcomer_hears_nothing(town):
    bot = await town(words(ASK, looks_at=NAMES, strikes=0))
    await bot.joins(BLORP)
    assert not bot.did(Punish)
    assert not bot.did(Whisper)
    (card,) = bot.standing(STAFF)
    assert "a rule asks about Blorp Enterprises" in card.words
    assert "What next?" in card.words


async def test_good_names_bots_and_spared_people_come_in(town):
    bot = await town(words(BAN, looks_at=NAMES))
    await bot.joins(BOB)
    await bot.joins(replace(BLORP, is_bot=True))
    await bot.joins(replace(BLORP, rank=Rank.MODERATOR))
    assert not bot.did(Punish)


async def test_names_are_not_judged_where_no_rule_looks_at_them(town):
    bot = await town(words(BAN))
    await bot.joins(BLORP)
    quiet = await town()
    await quiet.joins(BLORP)
    assert not bot.did(Punish)
    assert not quiet.did(Punish)


async def test_the_same_words_on_both_messengers_all_go(town):
    bot = await town(rule(Duplicates(3, timedelta(minutes=1), people=3)))
    said = [await bot.says(ANN, OFFER), await bot.says(BOB, OFFER), await bot.says(DANA, OFFER, D_LOBBY)]
    assert {ref for d in bot.did(Delete) for ref in d.messages} == set(said)
    assert len(await bot.cases(DANA.user)) == 1
    assert not await bot.cases(ANN.user)


async def test_repeats_that_go_on_are_one_case(town):
    bot = await town(rule(Duplicates(2, timedelta(minutes=1))))
    for _ in range(5):
        await bot.says(ANN, OFFER)
        bot.clock.pass_by(seconds=5)
    (case,) = await bot.cases()
    assert len(case.evidence) == 4


async def test_a_rule_that_looks_back_an_hour_remembers_an_hour(town):
    bot = await town(rule(Duplicates(2, timedelta(hours=1))))
    await bot.says(ANN, OFFER)
    bot.clock.pass_by(minutes=50)
    await bot.says(ANN, OFFER)
    assert bot.did(Delete)


async def test_two_calls_in_single_messages_are_two_cases(town):
    bot = await town(rule(Mentions(everyone=True)))
    await bot.says(ANN, "@everyone one")
    await bot.says(ANN, "@everyone two")
    assert len(await bot.cases()) == 2


async def test_a_card_number_is_shown_to_nobody(town):
    bot = await town(rule(PersonalData(frozenset({Personal.CARD}))))
    await bot.says(ANN, "mine is 4111 1111 1111 1111")
    case = await bot.case()
    assert "4111" not in repr(case)
    assert not [e for e in bot.ledger if "4111" in e.words]


async def test_a_guidelines_ladder_counts_its_own_strikes(town):
    kick = {"no-ads": (Step(2, Sanction.KICK),)}
    ads = rule(Pattern("offer"), DELETE, WARN, name="ads", guideline="no-ads")
    bot = await town(words(), ads)
    bot.changes(policy=replace(bot.engine.communities.get(bot.key).community.policy, ladders=kick))
    await bot.says(ANN, "blorp")
    await bot.says(ANN, "an offer")
    assert not bot.did(Punish)
    await bot.says(ANN, "another offer")
    assert [p.sanction for p in bot.did(Punish)] == [Sanction.KICK]


async def test_a_rule_that_breaks_again_and_again_is_given_up_and_staff_hear_of_it_once(town):
    bot = await town(rule(Broken(), name="shaky"), words())
    for n in range(7):
        await bot.says(ANN, "break" if n != 4 else "break blorp")
    told = [words for words in bot.sends(STAFF) if "shaky" in words]
    assert len(told) == 1
    assert "five messages in a row" in told[0]
    assert len(await bot.cases()) == 1


async def test_it_is_tried_again_when_the_rules_change(town):
    bot = await town(rule(Broken(), name="shaky"))
    for _ in range(5):
        await bot.says(ANN, "break")
    bot.changes(policy=replace(bot.engine.communities.get(bot.key).community.policy))
    await bot.says(ANN, "bad")
    assert bot.did(Delete)


async def test_where_there_is_no_place_for_staff_a_rule_is_given_up_in_silence(town):
    bot = await town(rule(Broken(), name="shaky"), places={"lobby": {"telegram": "#lobby"}})
    for _ in range(6):
        await bot.says(ANN, "break")
    assert not bot.did(Send)


async def test_a_rule_that_fails_closed_holds_the_message_back_and_asks(town):
    bot = await town(rule(Broken(), BAN, on_failure=OnFailure.CLOSED))
    ref = await bot.says(ANN, "break")
    assert [d.messages for d in bot.did(Delete)] == [(ref,)]
    assert not bot.did(Punish)
    (card,) = bot.standing(STAFF)
    assert "What next?" in card.words
    assert (await bot.case()).strikes == 0


async def test_moderators_come_in_under_any_name(town):
    bot = await town(words(BAN, looks_at=NAMES))
    await bot.joins(replace(MOD, name="Blorp"))
    assert not bot.did(Punish)
