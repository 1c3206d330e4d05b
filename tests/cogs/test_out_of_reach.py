"""Whom the messenger protects from the bot: nobody is told of what cannot be, or hears that it was not so."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Punish, Sanction, Whisper
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused
from bot.core.terms import Term
from bot.domain.cases.notice import is_correction
from bot.domain.moderation.policy import Act, Do
from bot.runtime.community import Notices
from tests.build import ANN, BOB, BOSS, MOD, person
from tests.fakes.platform import Fault
from tests.fakes.town import D_LOBBY, D_STAFF, DANA, DORA, GUILD, LOBBY, STAFF, messengers, words

HOUR = {"lasts": Term(timedelta(hours=1))}
ACTS = {"mute": HOUR, "kick": {}, "softban": {}, "ban": {}}
SIDES = {
    "telegram": (MOD, ANN, LOBBY.space, LOBBY, STAFF),
    "discord": (DORA, DANA, GUILD, D_LOBBY, D_STAFF),
}
NO = Refused(Refusal.OUTRANKED)


def said_to(platform, who):
    """What of the bot's stands in their private chat."""
    return [shown for shown in platform.shown.values() if shown.ref.place.channel.native == who.user.native]


def refusing(bot, side):
    getattr(bot, side).fails(Punish, NO)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("act", ACTS)
async def test_where_it_is_known_beforehand_the_moderator_hears_it_and_nobody_else(town, side, act):
    mod, member, space, _, staff = SIDES[side]
    bot = await town()
    getattr(bot, side).members[space, member.user] = replace(member, out_of_reach=True)
    assert "does not let me mute, kick or ban them" in await bot.asks(mod, act, member=member, **ACTS[act])
    assert not bot.told(member.user)
    assert not bot.did(Punish)
    assert not bot.standing(staff)
    assert not await bot.cases(member.user)


async def test_a_warning_needs_no_messenger(town):
    bot = await town()
    bot.telegram.members[LOBBY.space, ANN.user] = replace(ANN, out_of_reach=True)
    assert await bot.asks(MOD, "warn", member=ANN) == "Ann was warned: case 1."
    assert len(bot.told(ANN.user)) == 1


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("act", ACTS)
async def test_where_only_the_messenger_says_so_the_member_hears_it_once_and_the_card_shows_it(town, side, act):
    mod, member, _, _, staff = SIDES[side]
    bot = await town()
    refusing(bot, side)
    answer = await bot.asks(mod, act, member=member, **ACTS[act])
    assert answer == f"Nothing happened to {member.name}: that person stands above me here. Case 1 says so."
    _, corrected = bot.told(member.user)
    assert corrected.startswith("Sorry, what I wrote about case 1 was not done: you have not been ")
    (card,) = bot.standing(staff)
    lines = card.words.splitlines()
    assert lines.count("✓ told in private") == lines.count("✓ told in private that it did not happen") == 1
    assert any(line.startswith("✗ not ") for line in lines)


async def test_she_hears_it_in_her_language(town):
    bot = await town()
    await bot.asks(ANN, "language", language="pl")
    refusing(bot, "telegram")
    await bot.asks(MOD, "kick", member=ANN)
    assert bot.told(ANN.user)[-1].endswith("nie usunięto Cię ze społeczności Riverside.")


async def test_who_was_told_by_a_public_line_hears_it_by_one(town):
    bot = await town()
    bot.telegram.unreachable.add(ANN.user)
    refusing(bot, "telegram")
    await bot.asks(MOD, "kick", member=ANN)
    assert len(bot.sends(LOBBY)) == 2
    assert "you have not been removed" in await bot.presses(ANN, "button-read", LOBBY)
    assert "✓ told by a short public line that it did not happen" in bot.standing(STAFF)[0].words


async def test_where_all_notices_are_public_lines_this_is_one_too(town):
    bot = await town(notices=Notices(private_first=False))
    refusing(bot, "telegram")
    await bot.asks(MOD, "kick", member=ANN)
    assert not bot.told(ANN.user)
    assert len(bot.sends(LOBBY)) == 2


def takes_back(action):
    return isinstance(action, Whisper) and is_correction(action)


@pytest.mark.parametrize(
    "dies",
    [
        pytest.param(Fault(lambda action: isinstance(action, Punish), ZeroDivisionError()), marks=pytest.mark.long),
        Fault(takes_back, ZeroDivisionError()),
        Fault(takes_back, ZeroDivisionError(), after_effect=True),
    ],
    ids=["at the act", "before she hears of it", "just after she heard"],
)
async def test_after_a_kill_it_goes_on_and_nothing_is_said_twice(town, tmp_path, dies):
    platforms = messengers()
    bot = await town(file=tmp_path / "town.db", platforms=platforms)
    platforms[1].faults.append(replace(dies))
    refusing(bot, "discord")
    await bot.asks(DORA, "kick", member=DANA)
    assert not bot.standing(D_STAFF)
    again = await town(file=tmp_path / "town.db", platforms=platforms, clock=bot.clock)
    for _ in range(2):
        await again.engine.recover()
        await again.engine.outbox.idle()
    first, corrected = dict.fromkeys(again.told(DANA.user))
    assert first.startswith("You have been removed")
    assert corrected.startswith("Sorry")
    assert len(said_to(platforms[1], DANA)) == 2
    assert len(again.standing(D_STAFF)) == 1


async def test_a_rule_warns_whom_it_cannot_ban_and_asks_the_moderators(town):
    bot = await town(words(Do(Act.DELETE), Do(Act.BAN)))
    await bot.says(replace(ANN, out_of_reach=True), "blorp")
    (told,) = bot.told(ANN.user)
    assert told.startswith("You have been warned")
    assert not [effect for effect in bot.ledger if isinstance(effect.action, Punish)]
    assert (await bot.case()).sanction is Sanction.WARN
    assert "The rule leaves it to you" in bot.standing(STAFF)[0].words


async def test_a_rules_ban_that_is_refused_is_taken_back_too(town):
    bot = await town(words(Do(Act.DELETE), Do(Act.BAN)))
    refusing(bot, "telegram")
    await bot.says(ANN, "blorp")
    assert "you have not been banned" in bot.told(ANN.user)[1]


async def test_of_many_each_hears_of_her_own(town):
    bot = await town()
    for one in (ANN, BOB):
        await bot.joins(one)
    bot.telegram.fails(Punish, NO)
    await bot.asks(MOD, "massban", joined=timedelta(minutes=5))
    await bot.presses(MOD, "button-go")
    assert sorted(len(bot.told(one.user)) for one in (ANN, BOB)) == [1, 2]


async def test_of_many_who_is_out_of_reach_is_told_nothing_and_stands_in_the_report(town):
    bot = await town()
    for one in (ANN, BOB):
        await bot.joins(one)
    bot.telegram.members[LOBBY.space, ANN.user] = replace(ANN, out_of_reach=True)
    bot.telegram.fails(Punish, NO)
    await bot.asks(MOD, "massban", joined=timedelta(minutes=5))
    assert "Not banned: Ann" in await bot.presses(MOD, "button-go")
    assert not bot.told(ANN.user)
    assert len(bot.told(BOB.user)) == 1


async def test_an_administrator_is_out_of_reach_of_the_owner_too(town):
    bot = await town()
    boss = person("Olga", "12", Rank.OWNER)
    bot.telegram.members[LOBBY.space, boss.user] = boss
    assert "is an administrator" in await bot.asks(boss, "kick", member=BOSS)
    assert not bot.told(BOSS.user)
