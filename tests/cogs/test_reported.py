"""Stories of reported messages as conversations: in the one inbox, with an owner, a deadline and an end that is told."""

from dataclasses import replace

import pytest

from bot.core.actions import Send
from bot.core.cases import Evidence
from bot.core.complaints import Complaint, ComplaintState
from bot.core.conversations import TalkState
from bot.core.decisions import decide
from bot.core.events import SpaceReady
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused
from bot.runtime.community import Privacy, Reports, Team
from tests.build import ANN, BOB, BOSS, MOD, direct, person, post
from tests.cogs.forum import with_forum
from tests.cogs.test_reports import BAD, BY_MOD, reported
from tests.fakes.town import CY, DORA, LOBBY, MANAGERS, STAFF, WITH_MANAGERS, words

HOME = direct(ANN.user)
LEAD = person("Bo", "12", Rank.MANAGER)


async def talk(bot, number=1):
    return await bot.store.conversations.find(bot.key, number)


async def listed(bot, who=MOD, place=STAFF):
    await bot.asks(who, "inbox", place)
    return bot.heard_by(who.user)


async def transcript(bot, who=MOD, place=STAFF, number=1):
    await bot.asks(who, "transcript", place, conversation=number)
    files = [file for effect in bot.ledger for file in getattr(effect.action, "files", ())]
    return files[-1].content if files else ""


async def test_a_report_stands_in_the_inbox_and_can_be_taken_like_any_conversation(town):
    bot = await reported(town)
    assert "1 · The reporter · It is the team’s turn" in await listed(bot)
    await bot.asks(MOD, "claim", STAFF, conversation=1)
    assert (await talk(bot)).owner == MOD.user
    assert "Mo" in await listed(bot)
    assert not any("Ann" in line for line in (*bot.sends(STAFF), *bot.told(MOD.user)))


async def test_the_record_begins_with_the_message_its_link_and_the_rules_it_broke(town):
    bot = await town(words())
    await bot.asks(ANN, "report", message=post("what a blorp", by=BOB, place=LOBBY), text="please look")
    told = (await transcript(bot)).splitlines()
    assert told[0] == "# #1"
    assert told[1].startswith(f"# reported: Bob ({BOB.user}) https://telegram.example/1/")
    assert told[1].endswith("[swearing]")
    assert told[2] == "#   what a blorp"
    assert "* reported" in told[3]
    assert told[4].endswith("-: please look")
    assert "Rules it breaks: swearing" in bot.standing(STAFF)[0].words


async def test_several_reporters_share_one_conversation_and_all_hear_its_end(town):
    bot = await reported(town)
    await bot.asks(CY, "report", message=BAD, text="me too")
    assert await talk(bot, 2) is None
    assert "reported-too" in await transcript(bot)
    await bot.asks(MOD, "resolve", STAFF, conversation=1)
    assert (await bot.complaint()).state is ComplaintState.CLOSED
    for who in (ANN, CY):
        assert "closed it" in bot.told(who.user)[-1]
    assert not any("Your conversation" in words for words in bot.told(ANN.user))


async def test_an_end_without_a_verdict_teaches_nothing_and_is_told_only_where_outcomes_are(town):
    bot = await reported(town, reports=Reports(tell_outcome=False))
    await bot.asks(MOD, "resolve", STAFF, conversation=1)
    assert (await bot.complaint()).state is ComplaintState.CLOSED
    assert not any("closed" in line for line in bot.told(ANN.user))


async def test_the_team_asks_back_and_the_reporter_answers_without_a_name(town):
    bot = await reported(town)
    await bot.says(ANN, "something else entirely", HOME)
    assert (await talk(bot, 2)).report is None, "nobody had asked her anything about the report"
    await bot.asks(CY, "report", message=post("stupid again", by=BOB, place=LOBBY))
    await bot.asks(MOD, "reply", STAFF, answer="When was that?", conversation=3)
    await bot.waits(seconds=11)
    assert "When was that?" in bot.told(CY.user)[-1]
    assert (await talk(bot, 3)).waiting_since is not None, "she waits for the verdict"
    await bot.says(CY, "This morning", direct(CY.user))
    assert (await talk(bot, 4)) is None
    assert any("The reporter writes:" in line and "This morning" in line for line in bot.sends(STAFF))
    assert not any("Cy" in line for line in bot.sends(STAFF))


async def test_who_is_blocked_reports_nothing_either(town):
    bot = await town()
    await bot.says(ANN, "buy this", HOME)
    await bot.asks(MOD, "block", STAFF, conversation=1)
    await bot.asks(ANN, "report", message=BAD)
    assert await bot.complaint() is None


async def test_a_report_cannot_be_merged_away(town):
    bot = await reported(town)
    await bot.says(ANN, "and a question", HOME)
    home = await bot.store.conversations.home(bot.key, 1)
    await bot.asks(MOD, "merge", STAFF, into=2, reply_to=home)
    assert (await talk(bot)).merged_into is None


async def test_in_a_forum_a_report_is_a_thread_whichever_messenger_it_came_from(town):
    bot = await with_forum(town, team=Team(moderator_ids=frozenset({DORA.user}), managers=frozenset({BOSS.user})))
    await bot.asks(ANN, "report", message=BAD)
    where = next(reversed(bot.discord.threads))
    assert "Complaint 1 about Bob" in bot.standing(where)[0].words
    await bot.presses(DORA, "button-warn", where)
    assert (await talk(bot)).state is TalkState.RESOLVED
    assert (await bot.case()).user == BOB.user
    assert "agreed and have acted" in bot.told(ANN.user)[-1]


async def test_a_card_that_could_not_be_shown_is_shown_when_a_place_is_ready(town):
    bot = await town()
    bot.telegram.fails(Send, Refused(Refusal.FORBIDDEN))
    await bot.asks(ANN, "report", message=BAD)
    assert not bot.standing(STAFF)
    await bot.take(SpaceReady("rights are back", STAFF.space, bot.clock.now()))
    (card,) = bot.standing(STAFF)
    assert "Complaint 1 about Bob" in card.words
    await bot.take(SpaceReady("and once more", STAFF.space, bot.clock.now()))
    assert len(bot.standing(STAFF)) == 1


async def test_who_reported_may_be_forgotten_but_what_she_reported_is_decided_first(town):
    bot = await reported(town)
    await bot.says(ANN, "and a question", HOME)
    await bot.asks(ANN, "mydata", HOME, what="delete")
    assert "what you reported" in bot.heard_by(ANN.user)
    await bot.presses(ANN, "button-forget-me", HOME)
    assert await talk(bot, 2) is None
    assert "Complaint 1 about Bob" in bot.standing(STAFF)[0].words
    await bot.presses(MOD, "button-decline", STAFF)
    assert (await bot.complaint()).state is ComplaintState.DECLINED
    await bot.waits(days=1)
    await bot.store.purge(bot.key, bot.clock.now(), Privacy())
    assert await talk(bot) is None
    assert (await bot.complaint()).reporter != ANN.user


# --- what is about the team itself


async def test_moderators_neither_see_nor_reach_what_is_about_one_of_them(town):
    bot = await reported(town, BY_MOD, places=WITH_MANAGERS)
    assert "1 ·" not in await listed(bot)
    for path, more in (
        ("claim", {}),
        ("transcript", {}),
        ("reply", {"answer": "hi"}),
        ("snooze", {}),
        ("handover", {}),
    ):
        await bot.asks(MOD, path, STAFF, conversation=1, **more)
    assert (await talk(bot)).version == 1
    assert not any("go away" in line for line in (*bot.sends(STAFF), *bot.told(MOD.user)))
    assert "1 · Ann" in await listed(bot, BOSS, MANAGERS)


async def test_managers_work_on_it_in_their_own_place(town):
    bot = await reported(town, BY_MOD, places=WITH_MANAGERS)
    await bot.presses(BOSS, "button-claim", MANAGERS)
    assert (await talk(bot)).owner == BOSS.user
    assert "go away all of you" in await transcript(bot, BOSS, MANAGERS)
    await bot.presses(BOSS, "button-uphold", MANAGERS)
    assert (await bot.complaint()).state is ComplaintState.UPHELD


async def test_the_accused_manager_reads_nothing_of_it(town):
    bot = await reported(
        town, post("shut up", by=BOSS, place=LOBBY), team=Team(managers=frozenset({BOSS.user, LEAD.user}))
    )
    assert "shut up" not in await transcript(bot, BOSS)
    assert "1 ·" not in await listed(bot, BOSS)


async def test_it_is_handed_to_no_moderator(town):
    bot = await reported(town, BY_MOD, places=WITH_MANAGERS)
    bot.telegram.members[MANAGERS.space, MOD.user] = MOD
    await bot.asks(BOSS, "handover", MANAGERS, member=MOD, conversation=1)
    assert (await talk(bot)).owner is None
    assert "waits for a manager" in bot.heard_by(BOSS.user)


# --- from before complaints were conversations


def old(number=7, **more):
    evidence = (Evidence("you are stupid", message=BAD.ref),)
    return Complaint(
        number, ANN.user, "Ann", BAD.sent_at, "please look", LOBBY.space, BOB.user, "Bob", evidence, **more
    )


@pytest.mark.parametrize("state", [ComplaintState.OPEN, ComplaintState.TAKEN])
async def test_an_unsettled_complaint_becomes_a_conversation_once_when_the_bot_starts(town, state):
    bot = await town()
    taken = {"owner": MOD.user, "owner_name": "Mo"} if state is ComplaintState.TAKEN else {}
    await bot.store.ledger.commit(bot.key, "", decide(rows=(old(state=state, **taken),)), bot.clock.now())
    for turn in range(2):
        await bot.take(SpaceReady(f"ready again {turn}", LOBBY.space, bot.clock.now()))
    found = await talk(bot)
    assert (found.report, found.waiting_since, found.owner) == (7, BAD.sent_at, taken.get("owner"))
    assert await talk(bot, 2) is None
    (card,) = bot.standing(STAFF)
    assert "Complaint 1 about Bob" in card.words
    await bot.asks(CY, "report", message=BAD)
    assert (await bot.complaint(7)).others == (CY.user,)
    await bot.presses(MOD, "button-decline", STAFF)
    assert (await bot.complaint(7)).state is ComplaintState.DECLINED
    assert "number 1" in bot.told(ANN.user)[-1]


async def test_a_report_joins_also_where_the_conversation_is_not_there(town):
    bot = await town()
    await bot.store.ledger.commit(bot.key, "", decide(rows=(old(),)), bot.clock.now())
    await bot.asks(CY, "report", message=BAD)
    assert (await bot.complaint(7)).others == (CY.user,)


@pytest.mark.parametrize("gone", [True, False], ids=["unsettled", "settled before"])
async def test_what_has_its_verdict_gets_no_other_by_the_end_of_the_conversation(town, gone):
    bot = await reported(town)
    settled = replace(await bot.complaint(), state=ComplaintState.UPHELD)
    if not gone:
        await bot.store.ledger.commit(bot.key, "", decide(rows=(settled,)), bot.clock.now())
    await bot.asks(MOD, "resolve", STAFF, conversation=1)
    state = (await bot.complaint()).state
    assert state is (ComplaintState.CLOSED if gone else ComplaintState.UPHELD)
    assert any("closed it" in line for line in bot.told(ANN.user)) == gone
