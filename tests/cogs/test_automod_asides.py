"""Reactions, renamings and titles as people meet them; and rules that wait for a crisis."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

from bot.core.actions import Delete, Punish, RemoveThread, Sanction, Whisper
from bot.core.events import MemberRenamed, ReactionChanged, ThreadNamed
from bot.core.ids import MessageRef
from bot.domain.moderation.policy import Act, Do, Mode, Only, Rule
from bot.domain.moderation.sample import Source
from bot.domain.moderation.triggers import Links, Reactions
from tests.build import ANN, BOB, MOD, ref
from tests.fakes.town import LOBBY, STAFF, words

MUTE, ASK, DELETE, WARN = Do(Act.MUTE, timedelta(minutes=10)), Do(Act.ASK), Do(Act.DELETE), Do(Act.WARN)
NAMES, TITLES, REACTIONS = (frozenset({source}) for source in (Source.NAME, Source.TITLE, Source.REACTION))
TOPIC = replace(LOBBY, thread="5")
HECKLING = Rule("heckling", Reactions(3, timedelta(seconds=10)), (MUTE,), "kind", Mode.ON, looks_at=REACTIONS)
_numbers = count(1)


async def reacts(bot, by=ANN, times=1, place=LOBBY):
    for _ in range(times):
        message = MessageRef(place, ref().native)
        await bot.take(ReactionChanged(f"reaction/{next(_numbers)}", message, by, "+", bot.clock.now()))


async def opens(bot, title, by=ANN, place=TOPIC, *, renamed=False):
    await bot.take(ThreadNamed(f"title/{next(_numbers)}", place, title, by, bot.clock.now(), renamed))


async def renames(bot, to, who=ANN):
    member = replace(who, name=to)
    await bot.take(MemberRenamed(f"name/{next(_numbers)}", LOBBY.space, member, bot.clock.now()))


async def test_whoever_reacts_to_everything_is_muted_once(town):
    bot = await town(HECKLING)
    await reacts(bot, times=6)
    (punished,) = bot.did(Punish)
    assert (punished.user, punished.sanction) == (ANN.user, Sanction.MUTE)
    (case,) = await bot.cases()
    assert case.evidence[0].found == "3 / 10 s"
    assert len(case.evidence) == 1
    assert not bot.did(Delete)


async def test_reactions_of_staff_bots_and_among_staff_are_nobodys_business(town):
    bot = await town(HECKLING)
    await reacts(bot, MOD, 5)
    await reacts(bot, replace(ANN, is_bot=True), 5)
    await reacts(bot, ANN, 5, STAFF)
    quiet = await town(words())
    await reacts(quiet, times=5)
    assert not bot.did(Punish)
    assert not quiet.did(Punish)


async def test_a_member_who_takes_a_bad_name_is_asked_about_once(town):
    bot = await town(words(ASK, looks_at=NAMES, strikes=0))
    await bot.says(ANN, "hello")
    await renames(bot, "Blorp")
    await renames(bot, "Blorp")
    await bot.says(replace(ANN, name="Blorp"), "me again")
    await renames(bot, "Blorp", replace(ANN, is_bot=True))
    assert len(await bot.cases()) == 1


async def test_where_nobody_tells_of_a_new_name_it_is_noticed_at_the_next_message(town):
    bot = await town(words(ASK, looks_at=NAMES, strikes=0))
    await bot.says(ANN, "hello")
    assert not await bot.cases()
    await bot.says(replace(ANN, name="Gnarf"), "hello again")
    (case,) = await bot.cases()
    assert (case.evidence[0].found, case.place) == ("Gnarf", None)


async def test_after_a_restart_a_name_that_is_on_record_is_not_filed_again(town, tmp_path):
    rule = words(ASK, looks_at=NAMES, strikes=0)
    bot = await town(rule, file=tmp_path / "town.db")
    await bot.says(replace(ANN, name="Gnarf"), "hello")
    again = await town(rule, file=tmp_path / "town.db", clock=bot.clock)
    await again.says(replace(ANN, name="Gnarf"), "hello")
    assert len(await again.cases()) == 1


async def test_a_bad_name_and_a_bad_message_are_both_dealt_with(town):
    bot = await town(words(), words(ASK, name="names", looks_at=NAMES, strikes=0))
    await bot.says(replace(ANN, name="Gnarf"), "blorp")
    assert len(bot.did(Delete)) == 1
    await bot.says(replace(ANN, name="Gnarf"), "fine")
    assert {case.rule for case in await bot.cases()} == {"swearing", "names"}


async def test_a_thread_with_a_bad_title_goes_and_its_author_is_told(town):
    bot = await town(words(looks_at=TITLES))
    await opens(bot, "all about bread")
    await opens(bot, "blorp")
    (removed,) = bot.did(RemoveThread)
    assert removed.place == TOPIC
    assert bot.told(ANN.user)
    (case,) = await bot.cases()
    assert case.evidence[0].text == "blorp"
    assert any("removed" in s.words for s in bot.standing(STAFF))


async def test_where_nobody_knows_who_renamed_a_thread_moderators_are_asked_and_nobody_is_warned(town):
    bot = await town(words(looks_at=TITLES))
    await opens(bot, "blorp", renamed=True)
    (case,) = await bot.cases()
    assert (case.sanction, case.strikes) == (Sanction.NOTE, 0)
    assert bot.did(RemoveThread)


async def test_titles_are_judged_only_where_a_rule_asks_and_not_among_staff(town):
    bot = await town(words(looks_at=TITLES))
    await opens(bot, "blorp", place=replace(STAFF, thread="5"))
    await opens(bot, "blorp", replace(BOB, is_bot=True))
    quiet = await town(words())
    await opens(quiet, "blorp")
    assert not bot.did(RemoveThread)
    assert not quiet.did(RemoveThread)


async def test_a_rule_for_a_crisis_sleeps_until_there_is_one(town):
    bot = await town(Rule("storm", Links(), (DELETE, WARN), "kind", Mode.ON, only=Only(crisis=1)))
    await bot.says(ANN, "https://example.com/1")
    bot.engine.communities.set_crisis(bot.key, 9)
    bot.engine.communities.set_crisis("elsewhere", 1)
    assert bot.engine.communities.get(bot.key).crisis == 3
    await bot.says(ANN, "https://example.com/2")
    assert len(bot.did(Delete)) == 1
    assert [w for w in bot.did(Whisper) if w.user == ANN.user]
    assert (await bot.store.whys.find(bot.key, 1)).crisis == 3


async def test_a_title_that_is_a_message_too_is_one_case_and_both_go(town):
    bot = await town(words(looks_at=TITLES | {Source.MESSAGE}))
    notice = await bot.says(ANN, "blorp", TOPIC)
    await opens(bot, "blorp")
    (case,) = await bot.cases()
    assert [d.messages for d in bot.did(Delete)] == [(notice,)]
    assert [r.place for r in bot.did(RemoveThread)] == [TOPIC]
    assert len(case.evidence) == 2
    await opens(bot, "gnarf", BOB)
    await bot.says(BOB, "gnarf", TOPIC)
    assert len(await bot.cases(BOB.user)) == 1
