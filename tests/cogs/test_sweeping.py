"""Acts on many: what they would do is shown, what was shown is done and nothing else, and the report tells the truth."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Delete, Punish, Sanction
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused
from bot.runtime.community import Team
from tests.build import ANN, BOB, BOSS, MOD, person
from tests.fakes.town import CY, D_LOBBY, DANA, DORA, LOBBY, STAFF

UNCAPPED = Team(managers=frozenset({BOSS.user}), caps={})


async def test_a_purge_is_shown_first_and_then_removes_exactly_that(town):
    bot = await town()
    refs = [await bot.says(who, text) for who, text in [(ANN, "a"), (BOB, "b"), (ANN, "c")]]
    shown = await bot.asks(MOD, "purge", count=2)
    assert shown.splitlines() == [
        "Would be removed: 2 messages",
        "Written by: 2 people",
        "Ann: 1 message",
        "Bob: 1 message",
    ]
    assert not bot.did(Delete)
    await bot.says(ANN, "said meanwhile")
    assert await bot.presses(MOD, "button-go") == "Removed: 2 messages"
    (gone,) = bot.did(Delete)
    assert set(gone.messages) == {refs[1], refs[2]}
    assert any("Removed: 2 messages" in words for words in bot.sends(STAFF))


@pytest.mark.parametrize(
    ("wanted", "many"),
    [
        ({"member": ANN}, 2),
        ({"since": timedelta(minutes=5)}, 1),
        ({"containing": "COINS"}, 2),
        ({"member": BOB, "containing": "coins"}, 1),
        ({"member": CY}, 0),
    ],
)
async def test_messages_are_chosen_by_person_span_and_words(town, wanted, many):
    bot = await town()
    await bot.says(ANN, "cheap coins")
    await bot.says(BOB, "no coins please")
    await bot.waits(minutes=10)
    await bot.says(ANN, "hello")
    shown = await bot.asks(MOD, "purge", **wanted)
    assert shown.startswith(f"Would be removed: {many} message" if many else "I remember no such messages")


async def test_from_the_staffs_group_it_is_about_all_places_of_the_space(town):
    bot = await town()
    await bot.says(ANN, "a")
    await bot.says(MOD, "in here", STAFF)
    shown = await bot.asks(MOD, "purge", STAFF, count=9)
    assert "Would be removed: 1 message" in shown


async def test_without_anything_wanted_it_asks_what(town):
    bot = await town()
    assert "Say what to remove" in await bot.asks(MOD, "purge")


async def test_what_those_above_wrote_is_not_swept_away(town):
    bot = await town()
    await bot.says(BOSS, "rules of the house")
    assert "I remember no such" in await bot.asks(MOD, "purge", count=5)


async def test_what_did_not_go_is_told_with_the_reason(town):
    bot = await town()
    await bot.says(ANN, "a")
    await bot.asks(MOD, "purge", count=5)
    bot.telegram.fails(Delete, Refused(Refusal.TOO_LATE))
    answer = await bot.presses(MOD, "button-go")
    assert answer.startswith("Removed: 0 messages\nNot removed: 1 message")


async def test_the_preview_is_for_whoever_asked_once_and_for_ten_minutes(town):
    bot = await town()
    await bot.says(ANN, "a")
    await bot.asks(MOD, "purge", count=5)
    button, shown = bot.button("button-go")
    assert "for somebody else" in await bot.presses_token(BOSS, button.token, shown.ref.place, shown.ref)
    assert await bot.presses(MOD, "button-cancel") == "Nothing was done."
    await bot.waits(minutes=11)
    answer = await bot.presses_token(MOD, button.token, shown.ref.place, shown.ref)
    assert "Removed" not in answer
    assert not bot.did(Delete)


async def test_on_discord_what_was_deleted_by_others_is_not_counted(town):
    from bot.core.events import MessageDeleted

    bot = await town()
    first = await bot.says(DANA, "a", D_LOBBY)
    second = await bot.says(DANA, "b", D_LOBBY)
    await bot.edits(DANA, second, "b, edited")
    await bot.take(MessageDeleted("gone/1", first, bot.clock.now()))
    assert "Would be removed: 1 message" in await bot.asks(DORA, "purge", member=DANA)
    assert "Would be removed: 1 message" in await bot.asks(DORA, "purge", containing="edited")


def newcomers(many):
    return [person(f"Raider {n}", f"{500 + n}") for n in range(many)]


async def test_who_joined_in_a_window_is_shown_then_banned_each_with_a_case(town):
    bot = await town(team=UNCAPPED)
    await bot.joins(ANN)
    await bot.waits(hours=1)
    raid = newcomers(12)
    for who in raid:
        bot.telegram.members[LOBBY.space, who.user] = who
        await bot.joins(who)
    await bot.joins(replace(BOSS, rank=Rank.MEMBER))
    shown = await bot.asks(MOD, "massban", joined=timedelta(minutes=10), reason="kind")
    assert "12 people" in shown.splitlines()[0]
    assert shown.splitlines()[-1] == "… and 2 more"
    bot.telegram.unreachable.add(raid[3].user)
    bot.telegram.fails(Punish, Refused(Refusal.FORBIDDEN))
    answer = await bot.presses(MOD, "button-go")
    assert answer.splitlines()[0] == "Banned: 11 people"
    assert "Not banned: Raider 0" in answer
    assert answer.splitlines()[-1] == "Could not be told in private: 1 person"
    assert len(bot.did(Punish)) == 11
    assert (await bot.case(12)).sanction is Sanction.BAN
    assert [shown for shown in bot.standing(STAFF) if "Case" in shown.words] == []
    assert bot.sends(STAFF)[-1].startswith("By Mo:")


async def test_a_raid_of_one_is_a_ban_like_any_other(town):
    bot = await town()
    await bot.joins(ANN)
    await bot.asks(MOD, "massban", joined=timedelta(minutes=10))
    assert await bot.presses(MOD, "button-go") == "Ann was banned: case 1."


async def test_nobody_above_or_gone_up_meanwhile_is_banned(town):
    bot = await town()
    assert "Nobody whom I may ban" in await bot.asks(MOD, "massban", joined=timedelta(minutes=10))
    await bot.joins(ANN)
    await bot.asks(MOD, "massban", joined=timedelta(minutes=10))
    bot.telegram.members[LOBBY.space, ANN.user] = replace(ANN, rank=Rank.MANAGER)
    assert "Nobody whom I may ban" in await bot.presses(MOD, "button-go")


async def test_a_great_raid_is_not_looked_up_one_by_one(town):
    bot = await town(team=UNCAPPED)
    for who in newcomers(30):
        await bot.joins(who)
    await bot.asks(MOD, "massban", joined=timedelta(minutes=10))
    bot.telegram.asked_for.clear()
    assert "Banned: 30 people" in await bot.presses(MOD, "button-go")
    assert len(bot.telegram.asked_for) < 5


async def test_who_is_known_to_have_risen_since_is_spared_in_a_great_raid_too(town):
    bot = await town(team=UNCAPPED)
    raid = newcomers(30)
    for who in raid:
        await bot.joins(who)
    await bot.asks(MOD, "massban", joined=timedelta(minutes=10))
    for who, rank in zip(raid, (Rank.MODERATOR, Rank.HELPER), strict=False):
        bot.telegram.members[LOBBY.space, who.user] = replace(who, rank=rank)
        bot.telegram.remembered.add(who.user)
    answer = await bot.presses(MOD, "button-go")
    assert answer.splitlines()[0] == "Banned: 28 people"
    assert "or somebody else was quicker: 2 people" in answer
    assert not {raid[0].user, raid[1].user} & {act.user for act in bot.did(Punish)}


async def test_who_comes_second_with_the_same_raid_is_answered_too(town):
    bot = await town(team=UNCAPPED)
    for who in newcomers(3):
        await bot.joins(who)
    for by in (MOD, BOSS):
        await bot.asks(by, "massban", joined=timedelta(minutes=10))
        await bot.presses(by, "button-go")
    assert "Nobody whom I may ban" in bot.heard_by(BOSS.user)
    assert len(bot.did(Punish)) == 3
