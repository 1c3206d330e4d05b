"""Discord's own AutoMod as an outer layer: given the word lists, heard, and never counted twice."""

from dataclasses import replace
from itertools import count

from bot.core.actions import Delete, Send, Whisper
from bot.core.events import RightsChanged, SpaceReady
from bot.core.ids import MessageRef
from bot.core.native_filters import NativelyBlocked, SetFilters
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused
from bot.domain.moderation.policy import Act, Do, Mode
from tests.build import ANN, post
from tests.fakes.town import D_LOBBY, D_STAFF, DANA, DORA, GUILD, LOBBY, words

_numbers = count(1)


def tries(bot):
    return [e.action for e in bot.discord.ledger if isinstance(e.action, SetFilters)]


async def blocked(bot, text="you blorp", *, by=DANA, name="swearing", key="", found="blorp", place=D_LOBBY):
    message = replace(post(text, by=by, place=place), ref=MessageRef(place, ""), sent_at=bot.clock.now())
    await bot.take(NativelyBlocked(key or f"blocked/{text}/{bot.clock.now()}", message, name, found, "blorp"))


async def ready(bot, space=GUILD):
    await bot.take(SpaceReady(f"ready/{next(_numbers)}", space, bot.clock.now()))


async def test_the_word_lists_are_given_to_discord_once_and_again_when_they_change(town):
    bot = await town(words(), native_automod=True)
    await bot.engine.outbox.idle()
    (first,) = tries(bot)
    assert (first.space, [f.name for f in first.filters]) == (GUILD, ["swearing"])
    assert first.filters[0].words == ("blorp", "gnarf")
    assert first.spared_places[0].space
    await ready(bot)
    assert len(tries(bot)) == 1
    bot.changes(policy=replace(bot.engine.communities.get(bot.key).community.policy, rules=(words(mode=Mode.WATCH),)))
    await ready(bot)
    assert tries(bot)[1].filters == ()


async def test_where_it_is_off_nothing_is_asked_and_switching_it_off_takes_ours_away(town):
    quiet = await town(words())
    await quiet.engine.outbox.idle()
    assert tries(quiet) == []
    bot = await town(words(), native_automod=True)
    await bot.engine.outbox.idle()
    bot.changes(native_automod=False)
    await ready(bot)
    await ready(bot)
    assert [bool(t.filters) for t in tries(bot)] == [True, False]


async def test_staff_hear_once_that_the_right_is_missing_and_it_is_tried_again_when_rights_change(town):
    bot = await town(words(), native_automod=True, ready=False)
    bot.discord.fails(SetFilters, Refused(Refusal.FORBIDDEN), times=3)
    await bot.engine.ready(bot.discord)
    await bot.engine.outbox.idle()
    for number in range(3):
        await bot.take(RightsChanged(f"rights/{number}", GUILD, present=True, at=bot.clock.now()))
    (line,) = bot.sends(D_STAFF)
    assert "Manage Server" in line
    assert len(tries(bot)) == 4
    assert tries(bot)[-1].filters
    await bot.take(RightsChanged("rights/x", GUILD, present=True, at=bot.clock.now()))
    assert len(tries(bot)) == 4


async def test_staff_hear_how_many_words_found_no_room(town, monkeypatch):
    monkeypatch.setattr("bot.domain.moderation.outer.MOST_WORDS", 1)
    monkeypatch.setattr("bot.domain.moderation.outer.MOST_FILTERS", 1)
    bot = await town(words(), native_automod=True)
    await bot.engine.outbox.idle()
    (line,) = bot.sends(D_STAFF)
    assert "1 word " in line


async def test_what_discord_held_back_is_a_case_with_strikes_and_nothing_to_delete(town):
    bot = await town(words(), native_automod=True)
    await blocked(bot, key="k")
    await blocked(bot, key="k")
    (case,) = await bot.cases(DANA.user)
    assert (case.rule, case.strikes, case.place) == ("swearing", 1, D_LOBBY)
    assert (case.evidence[0].text, case.evidence[0].found, case.evidence[0].message) == ("you blorp", "blorp", None)
    assert not bot.did(Delete)
    assert bot.told(DANA.user)
    assert await bot.store.whys.find(bot.key, case.number)


async def test_what_our_reading_does_not_see_counts_by_discords_word(town):
    bot = await town(words(), native_automod=True)
    await blocked(bot, "something else", found="some thing")
    (case,) = await bot.cases(DANA.user)
    assert case.evidence[0].found == "some thing"


async def test_filters_of_others_staff_bots_and_rules_that_are_gone_file_nothing(town):
    bot = await town(words(), native_automod=True)
    await blocked(bot, name="")
    await blocked(bot, name="gone")
    await blocked(bot, by=replace(DANA, is_bot=True))
    await blocked(bot, by=DORA)
    await blocked(bot, by=replace(ANN, rank=Rank.MANAGER), place=LOBBY)
    assert not await bot.cases(DANA.user)
    assert not await bot.cases(DORA.user)


async def test_a_message_that_discord_and_the_bot_both_see_is_one_case(town):
    bot = await town(words(), native_automod=True)
    await blocked(bot)
    ref = await bot.says(DANA, "you blorp", D_LOBBY)
    assert len(await bot.cases(DANA.user)) == 1
    assert [d.messages for d in bot.did(Delete)] == [(ref,)]
    bot.clock.pass_by(minutes=2)
    await bot.says(DANA, "you blorp", D_LOBBY)
    await blocked(bot)
    assert len(await bot.cases(DANA.user)) == 2


async def test_where_nothing_but_the_filter_acted_discord_itself_has_told_them(town):
    bot = await town(words(Do(Act.DELETE)), native_automod=True)
    await blocked(bot)
    (case,) = await bot.cases(DANA.user)
    assert not [w for w in bot.did(Whisper) if w.user == DANA.user], "Discord itself has told them"
    assert any("case 1" in s.lower() for s in bot.sends(D_STAFF)) or bot.did(Send)
    assert case.sanction == "note"
