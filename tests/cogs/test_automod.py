"""A message that breaks a guideline: gone, told, filed, shown to staff - and no two of anything."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Delete, Edit, Punish, Sanction, Send, Whisper
from bot.core.ids import ChannelRef, Place
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused
from bot.domain.moderation.policy import Act, Do, Mode, Rule, Step
from bot.domain.moderation.triggers import Flood
from bot.runtime.community import Notices
from bot.runtime.trace import Judged
from tests.build import ANN, BOB, BOSS, MOD, person
from tests.fakes.town import (
    D_LOBBY,
    D_STAFF,
    DANA,
    LOBBY,
    PLACES,
    STAFF,
    Noted,
    messengers,
    riverside,
    words,
)

LADDER = (Step(2, Sanction.MUTE, timedelta(hours=1)),)
FLOOD = Rule(
    "flood", Flood(3, timedelta(seconds=10)), (Do(Act.DELETE), Do(Act.MUTE, timedelta(minutes=10))), "kind", Mode.ON
)


async def flood(bot, many, *, every=1.0, by=ANN, text="hi"):
    refs = []
    for _ in range(many):
        refs.append(await bot.says(by, text))
        bot.clock.pass_by(seconds=every)
    return refs


async def test_a_bad_message_is_deleted_told_filed_and_shown_to_staff(town):
    bot = await town(words())
    bad = await bot.says(ANN, "you blorp")
    assert [d.messages for d in bot.did(Delete)] == [(bad,)]
    (told,) = bot.told(ANN.user)
    assert "You have been warned in Riverside." in told
    assert "Our guideline 1: Argue with ideas." in told
    assert "you blorp" in told
    case = await bot.case()
    assert (case.user, case.sanction, case.rule, case.guideline, case.strikes) == (
        ANN.user,
        Sanction.WARN,
        "swearing",
        "kind",
        1,
    )
    assert (case.evidence[0].text, case.evidence[0].found, case.evidence[0].message) == ("you blorp", "blorp", bad)
    (card,) = bot.standing(STAFF)
    assert "Case 1: warning for Ann" in card.words
    assert "✓ removed" in card.words
    assert "✓ told in private" in card.words
    assert [b.label.key for row in card.rows for b in row] == ["button-undo", "button-was-fine"]


async def test_first_it_is_deleted_then_told_then_punished(town):
    bot = await town(words(Do(Act.DELETE), Do(Act.KICK)))
    await bot.says(ANN, "blorp")
    kinds = [type(e.action) for e in bot.telegram.ledger]
    assert kinds == [Delete, Whisper, Punish, Send]


async def test_the_case_holds_what_really_happened(town):
    bot = await town(words(Do(Act.DELETE), Do(Act.MUTE, timedelta(hours=1))))
    bot.telegram.fails(Delete, Refused(Refusal.FORBIDDEN))
    await bot.says(ANN, "blorp")
    did = await bot.store.cases.receipts(bot.key, 1)
    assert [(type(d.step), type(d.receipt).__name__) for d in did][:3] == [
        (Delete, "Refused"),
        (Whisper, "Done"),
        (Punish, "Done"),
    ]
    (card,) = bot.standing(STAFF)
    assert "✗ not removed: I do not have the right" in card.words


async def test_whom_the_bot_cannot_write_to_a_public_line_without_content_tells_and_vanishes(town):
    bot = await town(words())
    bot.telegram.unreachable.add(ANN.user)
    await bot.says(ANN, "you blorp")
    (line,) = bot.standing(LOBBY)
    assert "Ann, a message of yours was removed" in line.words
    assert "blorp" not in line.words
    assert "by a short public line" in bot.standing(STAFF)[0].words
    await bot.waits(seconds=59)
    assert bot.standing(LOBBY)
    await bot.waits(seconds=2)
    assert not bot.standing(LOBBY)


async def test_the_line_opens_the_notice_for_her_alone_with_the_appeal_button(town):
    bot = await town(words())
    bot.telegram.unreachable.add(ANN.user)
    await bot.says(ANN, "you blorp")
    assert "somebody else" in await bot.presses(BOB, "button-read", LOBBY)
    button, _ = bot.button("button-read", LOBBY)
    # The deep link brings her into the private chat, which she thereby opens.
    bot.telegram.unreachable.clear()
    direct = Place(ChannelRef(ANN.user.platform, ANN.user.native))
    assert "You have been warned" in await bot.presses_token(ANN, button.token, direct)
    assert bot.button("button-appeal", direct)


async def test_the_line_stays_as_long_as_the_managers_say(town):
    bot = await town(words(), notices=Notices(public_for=timedelta(seconds=10)))
    bot.telegram.unreachable.add(ANN.user)
    await bot.says(ANN, "blorp")
    await bot.waits(seconds=11)
    assert not bot.standing(LOBBY)


async def test_where_nothing_may_be_said_in_public_nothing_is(town):
    bot = await town(words(), notices=Notices(public_for=None))
    bot.telegram.unreachable.add(ANN.user)
    await bot.says(ANN, "blorp")
    assert not bot.sends(LOBBY)
    assert "✗ not told" in bot.standing(STAFF)[0].words


async def test_nothing_is_said_in_private_where_the_community_does_not_want_it(town):
    bot = await town(words(), notices=Notices(private_first=False))
    await bot.says(ANN, "blorp")
    assert bot.told(ANN.user) == []
    assert any("a message of yours was removed" in m.words for m in bot.standing(LOBBY))


async def test_a_second_case_of_the_same_burst_edits_the_card(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    await bot.waits(seconds=30)
    await bot.says(ANN, "gnarf")
    await bot.says(ANN, "gnarf")
    (card,) = bot.standing(STAFF)
    assert "3 times in a row" in card.words
    assert len(bot.did(Edit)) == 2
    await bot.waits(minutes=5)
    await bot.says(ANN, "blorp")
    assert len(bot.standing(STAFF)) == 2


async def test_bursts_of_two_members_have_a_card_each(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    await bot.says(BOB, "blorp")
    assert len(bot.standing(STAFF)) == 2


async def test_staff_cards_go_to_the_staff_of_the_same_messenger(town):
    bot = await town(words())
    await bot.says(DANA, "blorp", D_LOBBY)
    assert bot.standing(D_STAFF)
    assert not bot.standing(STAFF)


async def test_the_ladder_mutes_on_the_second_strike(town):
    bot = await town(words(), ladder=LADDER)
    await bot.says(ANN, "blorp")
    assert not bot.did(Punish)
    await bot.says(ANN, "blorp")
    (muted,) = bot.did(Punish)
    assert (muted.sanction, muted.until) == (Sanction.MUTE, bot.clock.now() + timedelta(hours=1))


async def test_old_strikes_are_forgotten(town):
    bot = await town(words(), ladder=LADDER, forget_after=timedelta(days=90))
    await bot.says(ANN, "blorp")
    await bot.waits(days=91)
    await bot.says(ANN, "blorp")
    assert not bot.did(Punish)


async def test_a_ladder_can_ask_the_moderators(town):
    bot = await town(words(), ladder=(Step(1, Sanction.NOTE, asks=True),))
    await bot.says(ANN, "blorp")
    assert "leaves it to you" in bot.standing(STAFF)[0].words


async def test_a_ban_for_a_while_is_lifted_by_the_bot(town):
    bot = await town(words(Do(Act.BAN, timedelta(days=1))))
    await bot.says(ANN, "blorp")
    assert bot.telegram.sanctions == {(LOBBY.space, ANN.user): Sanction.BAN}
    await bot.waits(days=1)
    assert bot.telegram.sanctions == {}


async def test_a_flood_makes_one_case_and_later_messages_of_it_only_go(town):
    bot = await town(FLOOD)
    refs = await flood(bot, 6)
    assert len(await bot.cases()) == 1
    assert [d.messages for d in bot.did(Delete)] == [tuple(refs[:3]), *((r,) for r in refs[3:])]
    assert len(bot.did(Punish)) == 1
    assert len(bot.told(ANN.user)) == 1
    assert len((await bot.case()).evidence) == 4


async def test_a_flood_that_goes_on_is_still_the_same_flood(town):
    bot = await town(FLOOD)
    await flood(bot, 30)
    assert len(await bot.cases()) == 1


async def test_a_new_flood_later_is_a_new_case(town):
    bot = await town(FLOOD)
    await flood(bot, 4)
    await bot.waits(minutes=3)
    await flood(bot, 3)
    assert len(await bot.cases()) == 2


async def test_a_flood_rule_that_does_not_delete_leaves_later_messages_alone(town):
    bot = await town(replace(FLOOD, do=(Do(Act.WARN),)))
    await flood(bot, 5)
    assert not bot.did(Delete)
    assert len(await bot.cases()) == 1


async def test_an_edit_is_no_message_of_a_flood(town):
    bot = await town(FLOOD)
    first = await bot.says(ANN, "one")
    for _ in range(5):
        await bot.edits(ANN, first, "uno")
    assert not await bot.cases()


async def test_a_word_edited_in_is_found(town):
    bot = await town(words())
    first = await bot.says(ANN, "harmless")
    await bot.edits(ANN, first, "blorp")
    assert [d.messages for d in bot.did(Delete)] == [(first,)]


async def test_a_rule_that_watches_only_tells_staff_and_not_too_often(town):
    bot = await town(words(mode=Mode.WATCH))
    await bot.says(ANN, "blorp")
    await bot.says(ANN, "blorp")
    (card,) = bot.standing(STAFF)
    assert "swearing would have fired on Ann" in card.words
    assert [type(e.action) for e in bot.ledger] == [Send]
    assert not await bot.cases()
    await bot.says(BOB, "blorp")
    await bot.waits(minutes=3)
    await bot.says(ANN, "blorp")
    assert len(bot.standing(STAFF)) == 3


async def test_the_card_of_a_watching_rule_lets_managers_switch_it_on(town):
    bot = await town(words(mode=Mode.WATCH))
    await bot.says(ANN, "blorp")
    assert "Only the staff" in await bot.presses(MOD, "button-switch-on", STAFF)
    assert "acts from now on" in await bot.presses(BOSS, "button-switch-on", STAFF)
    assert bot.host.switched == ["swearing"]


async def test_switching_on_a_rule_that_is_gone_is_said(town):
    bot = await town(words(mode=Mode.WATCH, name="gone"))
    await bot.says(ANN, "blorp")
    assert "no rule" in await bot.presses(BOSS, "button-switch-on", STAFF)


async def test_without_a_staff_place_a_watching_rule_has_nobody_to_tell(town):
    bot = await town(words(mode=Mode.WATCH), places={"lobby": PLACES["lobby"]})
    await bot.says(ANN, "blorp")
    assert not bot.ledger


async def test_without_a_staff_place_there_is_a_case_but_no_card(town):
    bot = await town(words(), places={"lobby": PLACES["lobby"]})
    await bot.says(ANN, "blorp")
    assert await bot.case()
    assert not bot.did(Send)


@pytest.mark.parametrize(
    ("who", "place"),
    [
        (MOD, LOBBY),
        (replace(ANN, is_bot=True), LOBBY),
        (replace(ANN, untouchable=True), LOBBY),
        (ANN, STAFF),
        (ANN, Place(ChannelRef(ANN.user.platform, ANN.user.native))),
        (replace(BOSS, rank=Rank.MEMBER), LOBBY),
    ],
    ids=["staff", "bots", "untouchable", "in the staff's place", "in private", "managers by config"],
)
async def test_these_are_not_judged(town, who, place):
    bot = await town(words())
    await bot.says(who, "blorp", place)
    assert not bot.did(Delete)
    assert not await bot.case()


async def test_staff_topics_inside_the_members_group_are_the_staffs_place(town):
    platforms = messengers()
    topic = replace(LOBBY, thread="7")
    platforms[0].places["#staff"] = topic
    bot = await town(words(), platforms=platforms)
    await bot.says(ANN, "blorp", topic)
    assert not bot.ledger
    await bot.says(ANN, "blorp", replace(LOBBY, thread="8"))
    assert bot.did(Delete)


async def test_two_communities_do_not_share_what_was_watched(town, request):
    from contextlib import AsyncExitStack

    from tests.fakes.town import open_town

    first = riverside(words(mode=Mode.WATCH), places={"lobby": PLACES["lobby"], "staff": {"telegram": "#staff"}})
    hill = replace(
        riverside(
            words(mode=Mode.WATCH), places={"lobby": {"telegram": "#hill"}, "staff": {"telegram": "#hill-staff"}}
        ),
        key="hill",
        name="Hill",
    )
    platforms = messengers()
    from bot.core.ids import TELEGRAM, SpaceRef

    hill_lobby = Place(ChannelRef(TELEGRAM, "21"), SpaceRef(TELEGRAM, "21"))
    hill_staff = Place(ChannelRef(TELEGRAM, "22"), SpaceRef(TELEGRAM, "22"))
    platforms[0].places |= {"#hill": hill_lobby, "#hill-staff": hill_staff}
    async with AsyncExitStack() as stack:
        bot = await open_town(stack, first, hill, platforms=platforms)
        await bot.says(ANN, "blorp")
        await bot.says(ANN, "blorp", hill_lobby)
        assert bot.standing(STAFF)
        assert bot.standing(hill_staff)


async def test_every_judgement_can_be_followed(town):
    noted = Noted()
    bot = await town(words(), trace=noted)
    await bot.says(ANN, "hello")
    assert [type(e).__name__ for e in noted.entries] == ["Arrived", "Judged"]
    judged = next(e for e in noted.entries if isinstance(e, Judged))
    assert judged.verdict.findings[0].outcome == "clean"


async def test_a_channel_that_posts_as_itself_is_punished_as_a_channel(town):
    bot = await town(words(Do(Act.BAN)))
    await bot.says(person("News", "-100", is_channel=True), "blorp")
    assert bot.did(Punish)[0].is_channel


async def test_memory_of_bursts_and_of_what_was_watched_is_bounded(town, monkeypatch):
    monkeypatch.setattr("bot.cogs.automod.MANY", 1)
    bot = await town(FLOOD, words(mode=Mode.WATCH))
    for who in (ANN, BOB):
        await bot.says(who, "blorp")
        await flood(bot, 3, by=who)
    assert len(await bot.cases(BOB.user)) == 1
