"""A storm from its trigger to its report, on pretend messengers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Delete, Pardon, Punish, Sanction, Send
from bot.core.capabilities import Capability
from bot.core.doors import Right, SetPace, SetRights, Survey
from bot.core.events import MemberJoined, MemberLeft
from bot.core.receipts import Refusal, Refused
from bot.core.text import Localised
from bot.domain.moderation.policy import Only
from bot.domain.storm import desk
from bot.domain.storm.plan import Cause, Level, Limit, Newcomers, Plan, Playbook
from bot.runtime.community import Team, Welcome
from tests.build import ANN, BOB, BOSS, MOD, direct, invoked, person, user
from tests.fakes.town import D_LOBBY, D_STAFF, DANA, DORA, GUILD, LOBBY, STAFF, riverside, words

SHUT = frozenset({Right.SPEAK, Right.INVITE})
STATEMENT = Localised({"en": "We are looking into it.", "pl": "Sprawdzamy to."})
LEVELS = {
    1: Level({Cause.JOINS: Limit(5, timedelta(minutes=1))}, playbook=Playbook(timedelta(seconds=10), no_links=True)),
    2: Level(
        {Cause.JOINS: Limit(10, timedelta(minutes=1)), Cause.REPORTS: Limit(2, timedelta(minutes=5))},
        ("fire now",),
        Playbook(timedelta(seconds=30), SHUT, statement=STATEMENT),
    ),
}
LEVELS[2].limits[Cause.WORDS] = Limit(2, timedelta(minutes=1))
PLAN = Plan(LEVELS)
HELLO = Welcome(Localised({"en": "Hi {name}!"}))


@pytest.fixture
async def stormy(town):
    return await town(storm=PLAN, welcome=HELLO)


async def wave(bot, many, *, first=0, apart=1.0, space=None):
    for number in range(first, first + many):
        bot.clock.pass_by(seconds=apart)
        who = person(f"New {number}", f"9{number:05}")
        where = space or LOBBY.space
        (bot.discord if where == GUILD else bot.telegram).members[where, who.user] = who
        await bot.take(MemberJoined(f"came/{number}", where, who, bot.clock.now()))


async def orders(bot, how, who=MOD):
    """Look whom it would befall, and say yes."""
    shown = await bot.presses(who, f"button-sift-{how}", STAFF)
    return shown, await bot.presses(who, "button-go", STAFF)


async def test_a_wave_raises_the_level_and_shuts_what_the_playbook_names(stormy):
    await wave(stormy, 10)
    assert stormy.telegram.shut[LOBBY.space] == {"speak", "invite"} == set(SHUT)
    kinds = [type(e.action) for e in stormy.telegram.ledger if isinstance(e.action, Survey | SetRights)]
    assert kinds[0] is Survey
    assert "We are looking into it." in stormy.sends(LOBBY)
    assert any("Storm 1, level 2" in text for text in stormy.sends(STAFF))


async def test_everything_is_opened_as_it_was_when_it_is_calm(stormy):
    stormy.telegram.shut[LOBBY.space] = frozenset({Right.MEDIA})
    await wave(stormy, 10)
    assert stormy.telegram.shut[LOBBY.space] == SHUT | {Right.MEDIA}
    await stormy.waits(minutes=10, seconds=1)
    assert stormy.telegram.shut[LOBBY.space] == {Right.MEDIA}, "one level down nothing is shut"
    assert (await stormy.asks(MOD, "raid status")).startswith("Storm 1, level 1")
    await stormy.waits(minutes=10, seconds=1)
    assert await stormy.asks(MOD, "raid status") == "It is calm."
    assert stormy.telegram.shut[LOBBY.space] == {Right.MEDIA}
    assert any("Storm 1 is over" in text and "10 people came in" in text for text in stormy.sends(STAFF))
    assert any("It is calm again" in text for text in stormy.sends(LOBBY))


async def test_a_level_is_not_left_while_people_still_pour_in(stormy):
    await wave(stormy, 10)
    for batch in range(3):
        await wave(stormy, 6, first=100 + 10 * batch, apart=100)
        await wave(stormy, 6, first=200 + 10 * batch, apart=0.1)
        await stormy.waits(seconds=1)
    assert "level 2" in await stormy.asks(MOD, "raid status")


async def test_the_greeter_is_silent_in_a_storm_and_greets_once_afterwards(stormy):
    await wave(stormy, 12)
    greeted = [text for text in stormy.sends(LOBBY) if text.startswith("Hi")]
    assert len(greeted) == 5
    await stormy.waits(minutes=10, seconds=1)
    await stormy.waits(minutes=10, seconds=1)
    await stormy.waits(minutes=2)
    together = [text for text in stormy.sends(LOBBY) if "all 7 of you" in text]
    assert len(together) == 1


async def test_without_any_storm_many_at_once_are_greeted_together(town):
    bot = await town(welcome=HELLO)
    await wave(bot, 20)
    await bot.waits(minutes=1)
    await bot.waits(minutes=1)
    assert len([t for t in bot.sends(LOBBY) if t.startswith("Hi")]) == 7
    assert any("all 13 of you" in t for t in bot.sends(LOBBY))


async def test_a_moderator_raises_and_ends_it(stormy):
    assert (await stormy.asks(MOD, "raid on", lasts=timedelta(minutes=30), level=2)).startswith("Level 2 holds")
    assert stormy.telegram.shut[LOBBY.space] == SHUT
    assert await stormy.asks(MOD, "raid off") == "It is over. Everything is opened as it was."
    assert stormy.telegram.shut[LOBBY.space] == frozenset()
    assert await stormy.asks(MOD, "raid off") == "It is calm."


async def test_raised_again_for_less_it_holds_as_it_did_and_says_so(stormy):
    await stormy.asks(MOD, "raid on", lasts=timedelta(minutes=30), level=2)
    told = await stormy.asks(BOSS, "raid on", lasts=timedelta(minutes=10), level=1)
    assert told.startswith("Level 2 holds for 30 minutes")
    assert "level 2; I look again in 30 minutes" in await stormy.asks(MOD, "raid status")
    assert (await stormy.asks(BOSS, "raid on", lasts=timedelta(hours=1))).startswith("Level 2 holds for 1 hour")


async def test_a_raid_by_hand_returns_by_itself(town):
    bot = await town()
    await bot.asks(DORA, "raid on", lasts=timedelta(minutes=30))
    assert bot.discord.shut[GUILD] == {Right.JOIN, Right.INVITE}
    assert bot.discord.paces[D_LOBBY] == timedelta(seconds=30)
    await bot.waits(minutes=29)
    assert bot.discord.shut[GUILD]
    await bot.waits(minutes=2)
    assert not bot.discord.shut[GUILD]
    assert bot.discord.paces[D_LOBBY] == timedelta(0)


async def test_from_the_staff_place_every_space_is_shut(stormy):
    await stormy.asks(MOD, "raid on", STAFF, level=2)
    assert stormy.telegram.shut[LOBBY.space] == SHUT
    assert stormy.discord.shut[GUILD] == SHUT


async def test_the_staff_of_every_messenger_it_is_on_hear_of_it_and_may_end_it(stormy):
    await stormy.asks(MOD, "raid on", STAFF, level=2)
    assert all(any("Storm 1, level 2" in text for text in stormy.sends(place)) for place in (STAFF, D_STAFF))
    assert "opened as it was" in await stormy.presses(DORA, "button-storm-over", D_STAFF)
    assert all(any("Storm 1 is over" in text for text in stormy.sends(place)) for place in (STAFF, D_STAFF))
    assert not stormy.telegram.shut[LOBBY.space]


async def test_wishes_that_cannot_be_granted_are_answered(stormy):
    assert "no level 3" in await stormy.asks(MOD, "raid on", level=3)
    assert (await stormy.asks(MOD, "raid on", lasts=timedelta(days=3))).startswith("At most")
    assert await stormy.asks(MOD, "incident") == "There is no report of such a storm."
    assert "rank" in await stormy.asks(ANN, "raid on") or await stormy.asks(ANN, "raid on")
    assert not stormy.telegram.shut


async def test_the_report_can_be_read_again(stormy):
    await wave(stormy, 10)
    assert "10 people came in" in await stormy.asks(MOD, "incident")
    await stormy.asks(MOD, "raid off")
    report = await stormy.asks(MOD, "incident", number=1)
    assert "Everything named was shut" in report
    await stormy.waits(days=31)
    assert await stormy.asks(MOD, "incident", number=1) == "There is no report of such a storm."


async def test_the_pace_is_kept_where_the_platform_has_none(stormy):
    await stormy.asks(MOD, "raid on", level=1)
    first = await stormy.says(ANN, "one")
    second = await stormy.says(ANN, "two")
    assert [a.messages for a in stormy.did(Delete)] == [(second,)]
    thirds = [await stormy.says(ANN, "three"), await stormy.says(BOB, "hello"), await stormy.says(ANN, "four")]
    await stormy.waits(seconds=2)
    assert [a.messages for a in stormy.did(Delete)][1:] == [(thirds[0], thirds[2])], "many at once"
    assert first not in [ref for a in stormy.did(Delete) for ref in a.messages]
    await stormy.waits(seconds=11)
    await stormy.says(ANN, "later")
    await stormy.says(MOD, "a")
    await stormy.says(MOD, "b https://example.org")
    assert len(stormy.did(Delete)) == 2


async def test_links_are_off_also_when_put_in_later(stormy):
    await stormy.asks(MOD, "raid on", level=1)
    link = await stormy.says(ANN, "see https://example.org")
    stormy.clock.pass_by(seconds=5)
    fine = await stormy.says(BOB, "see this")
    await stormy.edits(BOB, fine, "see www.example.org")
    assert [a.messages for a in stormy.did(Delete)] == [(link,), (fine,)]


async def test_reports_and_words_raise_it_too(town):
    bot = await town(storm=PLAN)
    for who in (ANN, BOB):
        await bot.says(who, "FIRE NOW everybody")
    assert "level 2" in await bot.asks(MOD, "raid status")
    other = await town(storm=PLAN)
    for who in (ANN, BOB):
        await other.asks(who, "report", text="help")
    assert "level 2" in await other.asks(MOD, "raid status")


@pytest.mark.parametrize(("how", "sanction"), [(Newcomers.MUTE, Sanction.MUTE), (Newcomers.KICK, Sanction.KICK)])
async def test_those_who_came_just_before_belong_to_it(town, how, sanction):
    bot = await town(storm=Plan(LEVELS, how))
    await wave(bot, 30)
    for _ in range(5):
        await bot.waits(seconds=3)
    acts = bot.did(Punish)
    assert len(acts) == 30
    assert {a.sanction for a in acts} == {sanction}
    assert acts[0].user.native == "900000"


async def test_staff_decide_about_newcomers_from_the_card(stormy):
    await wave(stormy, 10)
    _, told = await orders(stormy, "mute")
    assert told.startswith("I deal with 10")
    await stormy.waits(seconds=1)
    assert len(stormy.did(Punish)) == 10
    assert await stormy.presses(MOD, "button-storm-over", STAFF)
    assert not stormy.telegram.shut[LOBBY.space]


async def test_what_befell_them_is_on_record_and_can_be_taken_back(town):
    bot = await town(storm=PLAN)
    await wave(bot, 10)
    await orders(bot, "mute")
    await bot.waits(seconds=1)
    first = await bot.case(1)
    assert (first.sanction, first.by, first.reason, first.strikes) == (Sanction.MUTE, MOD.user, desk.REASON, 0)
    assert "mute for" in await bot.asks(MOD, "case", STAFF, which="1")
    await bot.presses(MOD, "button-undo", STAFF)
    assert [a.user for a in bot.did(Pardon)] == [first.user]
    itself = await town(storm=replace(PLAN, newcomers=Newcomers.KICK))
    await wave(itself, 10)
    await itself.waits(seconds=4)
    assert ((await itself.case(10)).sanction, (await itself.case(10)).by) == (Sanction.KICK, None)


async def test_more_kicks_than_one_may_do_wait_for_a_second_person(town):
    bot = await town(storm=PLAN, team=Team(managers=frozenset({BOSS.user}), caps={"kick": 9}))
    await wave(bot, 10)
    _, told = await orders(bot, "kick")
    assert "It waits as number 1" in told
    (card,) = [words for words in bot.sends(STAFF) if "Number 1." in words]
    assert "New 0" in card, "whoever agrees sees whom it is about"
    assert "New 9" in card
    await wave(bot, 5, first=10)
    await bot.waits(seconds=4)
    assert not bot.did(Punish)
    assert "deal with 10" in await bot.presses(BOSS, "button-consent", STAFF)
    await bot.waits(seconds=4)
    assert len(bot.did(Punish)) == 10
    assert (await bot.case(1)).by == MOD.user


async def test_who_agrees_when_another_storm_is_there_kicks_just_those_who_were_shown(town):
    bot = await town(storm=PLAN, team=Team(managers=frozenset({BOSS.user}), caps={"kick": 9}))
    await wave(bot, 10)
    await orders(bot, "kick")
    await bot.asks(MOD, "raid off")
    await wave(bot, 10, first=50)
    await bot.presses(BOSS, "button-consent", STAFF)
    await bot.waits(seconds=4)
    assert sorted(act.user.native for act in bot.did(Punish)) == [f"9{number:05}" for number in range(10)]


async def test_demoted_in_the_middle_of_it_the_bot_soon_stops_asking_and_says_so_once(stormy):
    await wave(stormy, 60, apart=0.1)
    await orders(stormy, "mute")
    await stormy.waits(seconds=1)
    assert len(stormy.did(Punish)) == 20
    can = stormy.telegram.can
    stormy.telegram.can = replace(can, has=can.has - {Capability.MUTE})
    stormy.telegram.fails(Punish, Refused(Refusal.FORBIDDEN, "not enough rights"), times=99)
    for _ in range(3):
        await stormy.waits(seconds=4)
    assert len(stormy.did(Punish)) <= 23
    report = await stormy.asks(MOD, "incident")
    assert "Newcomers dealt with: 20" in report
    assert "Not done: dealing with newcomers (" in report
    assert "I do not have the right" in report


async def test_nothing_befalls_newcomers_before_somebody_saw_whom_it_would_hit(stormy):
    await wave(stormy, 12)
    shown = await stormy.presses(MOD, "button-sift-kick", STAFF)
    assert "12 people who came in with storm 1 would be removed" in shown
    assert "New 0 · " in shown
    assert "New 11 · " in shown
    assert "whoever comes in from now on is not among them" in shown
    await wave(stormy, 3, first=12)
    await stormy.presses(MOD, "button-go", STAFF)
    await stormy.waits(seconds=4)
    assert sorted(act.user.native for act in stormy.did(Punish)) == [f"9{number:05}" for number in range(12)]
    shown = await stormy.presses(MOD, "button-sift-kick", STAFF)
    assert "3 people who came in with storm 1 would be removed" in shown
    assert "Spared: 12 who" in shown
    assert "Nothing was done" in await stormy.presses(MOD, "button-cancel", STAFF)
    await stormy.waits(seconds=4)
    assert len(stormy.did(Punish)) == 12


async def test_a_preview_is_for_whoever_asked_once_and_not_for_long(stormy):
    await wave(stormy, 10)
    await stormy.presses(MOD, "button-sift-mute", STAFF)
    button, shown = stormy.button("button-go", STAFF)
    assert "for somebody else" in await stormy.presses_token(BOSS, button.token, STAFF, shown.ref)
    stormy.clock.pass_by(minutes=11)
    assert "no longer works" in await stormy.presses_token(MOD, button.token, STAFF, shown.ref)
    assert not stormy.did(Punish)


async def test_the_team_and_who_is_gone_again_are_spared_also_when_they_went_in_between(town):
    bot = await town(storm=PLAN, team=Team(managers=frozenset({user("900001")})))
    await wave(bot, 10)
    left = [user("900002"), user("900003")]
    await bot.take(MemberLeft("left/2", LOBBY.space, left[0], bot.clock.now()))
    shown = await bot.presses(MOD, "button-sift-mute", STAFF)
    assert "8 people" in shown
    assert "Spared: one of the team." in shown
    assert "Spared: one who is gone again." in shown
    del bot.telegram.members[LOBBY.space, left[1]]
    await bot.asks(MOD, "kick", member=person("New 4", "900004"))
    await bot.presses(MOD, "button-go", STAFF)
    await bot.waits(seconds=1)
    muted = {act.user.native for act in bot.did(Punish) if act.sanction is Sanction.MUTE}
    assert muted == {f"90000{number}" for number in (0, 5, 6, 7, 8, 9)}
    report = await bot.asks(MOD, "incident")
    assert "Spared: one who is gone again." in report
    assert "Spared: one who was dealt with already." in report


async def test_the_playbook_spares_the_team_too(town):
    bot = await town(storm=replace(PLAN, newcomers=Newcomers.KICK), team=Team(managers=frozenset({user("900001")})))
    await wave(bot, 10)
    await bot.waits(seconds=4)
    assert "900001" not in {act.user.native for act in bot.did(Punish)}
    assert len(bot.did(Punish)) == 9


async def test_a_long_list_comes_as_a_table_too_and_nobody_is_asked_about_at_once(stormy):
    await wave(stormy, 40, apart=0.1)
    stormy.telegram.asked_for.clear()
    shown = await stormy.presses(MOD, "button-sift-mute", STAFF)
    assert "Here is everybody, as a table." in shown
    asked = {who.native for who in stormy.telegram.asked_for}
    assert not any(native.startswith("9000") for native in asked)
    (file,) = next(e.action.files for e in reversed(stormy.ledger) if getattr(e.action, "files", ()))
    assert file.content.count("New ") == 40
    await stormy.presses(MOD, "button-go", STAFF)
    for _ in range(2):
        await stormy.waits(seconds=4)
    assert len(stormy.did(Punish)) == 40


async def test_who_is_forgotten_is_in_no_report_and_the_others_still_are(stormy):
    await wave(stormy, 10)
    await stormy.asks(MOD, "raid off")
    await wave(stormy, 10, first=30)
    for who in (person("New 3", "900003"), person("New 33", "900033")):
        await stormy.asks(who, "mydata", direct(who.user), what="delete")
        await stormy.presses(who, "button-forget-me", direct(who.user))
    for number, others in ((1, "New 0, New 1, New 2, New 4"), (2, "New 30, New 31, New 32, New 34")):
        report = await stormy.asks(MOD, "incident", number=number)
        assert others in report
    assert report.startswith("Storm 2 goes on.")


async def test_a_report_names_twenty_of_those_who_came_and_counts_the_rest(stormy):
    await wave(stormy, 30)
    await stormy.asks(MOD, "raid off")
    report = await stormy.asks(MOD, "incident", number=1)
    assert report.count("New ") == 20
    assert "(+10)" in report
    kept = await stormy.store.notes.note(stormy.key, "storm", "incident:1")
    assert kept.count("New ") == 20, "nor are more of them kept"


@pytest.mark.parametrize("over", [False, True])
async def test_whom_nothing_could_be_done_about_stands_in_the_report(stormy, over):
    await wave(stormy, 10)
    stormy.telegram.fails(Punish, Refused(Refusal.GONE), times=50)
    await orders(stormy, "mute")
    if over:
        await stormy.asks(MOD, "raid off")
    await stormy.waits(seconds=1)
    report = await stormy.asks(MOD, "incident", number=1)
    assert "Not done: dealing with newcomers (10×): it is no longer there" in report
    assert "Newcomers dealt with: 0" in report


async def test_newcomers_that_were_not_dealt_with_wait_through_a_restart(town, tmp_path):
    first = await town(storm=PLAN, file=tmp_path / "town.db")
    await wave(first, 30, apart=0.5)
    again = await town(storm=PLAN, file=tmp_path / "town.db", clock=first.clock, platforms=first.platforms)
    _, told = await orders(again, "mute")
    assert told.startswith("I deal with 30")
    await again.waits(seconds=1)
    assert len(again.did(Punish)) == 20
    third = await town(storm=PLAN, file=tmp_path / "town.db", clock=first.clock, platforms=first.platforms)
    await third.waits(seconds=4)
    assert len({action.user for action in third.did(Punish)}) == 30
    assert len(third.did(Punish)) == 30, "and nobody twice"
    await third.asks(MOD, "raid status")
    fourth = await town(storm=PLAN, file=tmp_path / "town.db", clock=first.clock, platforms=first.platforms)
    await fourth.waits(minutes=1)
    assert len(fourth.did(Punish)) == 30


async def test_who_came_just_before_a_restart_belongs_to_the_storm_after_it(town, tmp_path):
    plan = replace(PLAN, newcomers=Newcomers.KICK)
    first = await town(storm=plan, file=tmp_path / "town.db")
    await wave(first, 3)
    again = await town(storm=plan, file=tmp_path / "town.db", clock=first.clock, platforms=first.platforms)
    await again.asks(MOD, "raid on")
    await again.waits(seconds=4)
    assert len(again.did(Punish)) == 3


async def test_what_cannot_be_surveyed_is_not_shut_and_stands_in_the_report(stormy):
    stormy.telegram.fails(Survey, Refused(Refusal.GONE, "no such chat"))
    await stormy.asks(MOD, "raid on", level=2)
    assert not stormy.telegram.shut
    report = await stormy.asks(MOD, "incident")
    assert "Not everything could be shut" in report
    assert "no such chat" in report


async def test_a_demoted_bot_says_so_once_and_opens_when_it_may_again(stormy):
    await stormy.asks(MOD, "raid on", level=2)
    can = stormy.telegram.can
    stormy.telegram.can = replace(can, has=can.has - {Capability.RIGHTS})
    stormy.telegram.fails(SetRights, Refused(Refusal.FORBIDDEN, "not enough rights"), times=50)
    await stormy.asks(MOD, "raid off")
    for _ in range(4):
        await stormy.waits(minutes=5, seconds=1)
    tried = [e for e in stormy.telegram.ledger if isinstance(e.action, SetRights)]
    assert len(tried) <= 1 + 5
    assert len([t for t in stormy.sends(STAFF) if "could not open" in t]) == 1
    stormy.telegram.faults.clear()
    stormy.telegram.can = can
    await stormy.is_added(LOBBY.space, None)
    assert not stormy.telegram.shut[LOBBY.space]


async def test_after_a_restart_the_snapshot_and_the_return_are_there(town, tmp_path):
    file = tmp_path / "town.db"
    first = await town(storm=PLAN, file=file)
    first.telegram.shut[LOBBY.space] = frozenset({Right.MEDIA})
    await wave(first, 10)
    platforms = first.platforms
    second = await town(storm=PLAN, file=file, platforms=platforms, clock=first.clock)
    assert "level 2" in await second.asks(MOD, "raid status")
    assert second.engine.communities.get("riverside").crisis == 2
    await second.asks(MOD, "raid off")
    assert second.telegram.shut[LOBBY.space] == {Right.MEDIA}


async def test_a_calm_community_is_not_touched(town):
    bot = await town(storm=PLAN)
    await wave(bot, 3, apart=60)
    for number in range(50):
        await bot.says(ANN, f"message {number}")
    assert not bot.did(Send) or all("Storm" not in t for t in bot.sends(STAFF))
    assert not [e for e in bot.ledger if isinstance(e.action, Survey | SetRights | SetPace)]
    assert riverside().storm is None
    assert DANA


async def test_killed_between_the_survey_and_the_shutting_nothing_is_lost(town, tmp_path):
    file = tmp_path / "town.db"
    first = await town(storm=PLAN, file=file)
    first.telegram.shut[LOBBY.space] = frozenset({Right.MEDIA})
    first.telegram.fails(SetRights, RuntimeError("killed here"))
    await wave(first, 10)
    assert first.telegram.shut[LOBBY.space] == {Right.MEDIA}
    second = await town(storm=PLAN, file=file, platforms=first.platforms, clock=first.clock)
    await second.engine.recover()
    await second.engine.outbox.idle()
    assert second.telegram.shut[LOBBY.space] == SHUT | {Right.MEDIA}
    surveys = [e for e in second.telegram.ledger if isinstance(e.action, Survey)]
    assert len(surveys) <= 2
    await second.waits(minutes=10, seconds=1)
    await second.waits(minutes=10, seconds=1)
    assert second.telegram.shut[LOBBY.space] == {Right.MEDIA}


async def test_killed_while_it_opens_it_goes_on_opening(town, tmp_path):
    file = tmp_path / "town.db"
    first = await town(storm=PLAN, file=file)
    await first.asks(MOD, "raid on", level=2)
    first.telegram.fails(SetRights, RuntimeError("killed here"))
    await first.asks(MOD, "raid off")
    assert first.telegram.shut[LOBBY.space] == SHUT
    second = await town(storm=PLAN, file=file, platforms=first.platforms, clock=first.clock)
    await second.engine.recover()
    await second.engine.outbox.idle()
    assert not second.telegram.shut[LOBBY.space]
    assert any("is over" in text for text in second.sends(STAFF))


async def test_a_rule_that_sleeps_until_a_storm_wakes_with_it(town):
    bot = await town(words(only=Only(crisis=2)), storm=PLAN)
    await bot.says(ANN, "blorp")
    assert not bot.did(Delete)
    await bot.asks(MOD, "raid on", level=2)
    bad = await bot.says(BOB, "blorp")
    assert [a.messages for a in bot.did(Delete)] == [(bad,)]
    await bot.asks(MOD, "raid off")
    await bot.says(BOB, "blorp once more")
    assert len(bot.did(Delete)) == 1


async def test_what_could_not_be_shut_is_shut_when_the_bot_may_again(stormy):
    can = stormy.telegram.can
    stormy.telegram.can = replace(can, has=can.has - {Capability.RIGHTS})
    stormy.telegram.fails(SetRights, Refused(Refusal.FORBIDDEN, "not enough rights"), times=50)
    await stormy.asks(MOD, "raid on", level=2)
    assert not stormy.telegram.shut.get(LOBBY.space)
    assert "not enough rights" in await stormy.asks(MOD, "incident")
    stormy.telegram.faults.clear()
    stormy.telegram.can = can
    await stormy.is_added(LOBBY.space, None)
    assert stormy.telegram.shut[LOBBY.space] == SHUT
    await stormy.is_added(LOBBY.space, None)
    assert len([e for e in stormy.telegram.ledger if isinstance(e.action, SetRights)]) == 2, "once, not at every change"


async def test_a_storm_that_ended_while_it_was_being_surveyed_leaves_nothing_shut(stormy):
    hold = stormy.telegram.holds(LOBBY)
    await stormy.engine.take(invoked("raid on", MOD, LOBBY, level=2))
    await stormy.engine.take(invoked("raid off", MOD, STAFF))
    hold.set()
    await stormy.engine.outbox.idle()
    assert not stormy.telegram.shut.get(LOBBY.space)
    assert not stormy.telegram.paces.get(LOBBY)


async def test_what_happened_long_ago_raises_nothing(stormy):
    for number in range(20):
        who = person(f"Old {number}", f"8{number:05}")
        await stormy.take(MemberJoined(f"old/{number}", LOBBY.space, who, stormy.clock.now() - timedelta(hours=2)))
    assert await stormy.asks(MOD, "raid status") == "It is calm."


async def test_staffs_own_places_bots_and_private_chats_are_no_storm(stormy):
    helper = person("Robo", "77", is_bot=True)
    for number in range(12):
        await stormy.joins(helper)
        await stormy.joins(person(f"S{number}", f"7{number:05}"), STAFF.space)
    for who in (ANN, BOB):
        await stormy.says(who, "fire now", STAFF)
        await stormy.says(who, "fire now", direct(who.user))
    assert await stormy.asks(MOD, "raid status") == "It is calm."


async def test_it_is_over_after_the_longest_time_whatever_happens(town):
    bot = await town(storm=Plan(LEVELS, longest=timedelta(minutes=15)))
    await wave(bot, 10)
    for batch in range(8):
        await wave(bot, 10, first=1000 * (batch + 1), apart=0.1)
        await bot.waits(minutes=4)
        await wave(bot, 10, first=1000 * (batch + 1) + 500, apart=0.1)
    assert any("Storm 1 is over" in text for text in bot.sends(STAFF))


async def test_an_old_button_ends_no_newer_storm(stormy):
    await stormy.asks(MOD, "raid on", level=2)
    old, shown = stormy.button("button-storm-over", STAFF)
    await stormy.asks(MOD, "raid off")
    assert "calm" in await stormy.presses_token(MOD, old.token, STAFF, shown.ref)
    await stormy.asks(MOD, "raid on", level=2)
    assert "calm" in await stormy.presses_token(MOD, old.token, STAFF, shown.ref)
    assert stormy.telegram.shut[LOBBY.space] == SHUT
