"""A conversation reaches its department: its place, its people, its own systems; the member hears how it goes."""

from dataclasses import replace

import pytest

from bot.core.capabilities import Capability
from bot.core.conversations import TalkKind, TalkState
from bot.core.decisions import decide
from bot.core.deliveries import LetterState, LetterTried, Occasion, Way
from bot.core.ids import DISCORD, ChannelRef, Place
from bot.core.people import Rank
from bot.core.record import Timer
from bot.core.text import Localised
from bot.domain.care.department import Department, Hook
from bot.runtime.care import Category, Inbox
from bot.runtime.deliveries import ANSWERED, DEAD
from tests.build import ANN, BOSS, MOD, direct, person
from tests.fakes.town import CY, D_STAFF, DORA, GUILD, PLACES, STAFF, messengers

FORUM = Place(ChannelRef(DISCORD, "d9"), GUILD)
SALES_WALL = Place(ChannelRef(DISCORD, "d10"), GUILD)
DEE = person("Dee", "81", Rank.MODERATOR, on=DISCORD)
HOOK = Hook("https://example.org/hook", "sales")
SALES = Department("sales", Localised({"en": "Sales", "pl": "Sprzedaż"}), (DEE.user,), webhook=HOOK, mail_to="a@b.c")
SUPPORT = Department("support", Localised({"en": "Support"}))
WITH_PLACES = {**PLACES, "inbox": {DISCORD: "#inbox"}, "department sales": {DISCORD: "#sales"}}
CATEGORIES = {"prices": Category("prices", Localised({"en": "Prices"}), "sales")}
HOME = direct(ANN.user)


@pytest.fixture
def firm(town):
    async def firm(**more):
        platforms = messengers()
        platforms[1].places.update({"#inbox": FORUM, "#sales": SALES_WALL})
        platforms[1].members[GUILD, DEE.user] = DEE
        for platform in platforms:
            platform.can = replace(platform.can, has=platform.can.has | {Capability.THREADS})
        wanted = {
            "places": WITH_PLACES,
            "departments": {"sales": SALES, "support": SUPPORT},
            "inbox": Inbox(categories=CATEGORIES),
        }
        return await town(platforms=platforms, **{**wanted, **more})

    return firm


async def asks_about_prices(bot, text="What are ten?", who=ANN):
    await bot.asks(who, "ask", direct(who.user))
    await bot.presses(who, "Prices", direct(who.user))
    await bot.fills(who, text=text)


async def writes(bot, text="I cannot get in", who=ANN):
    await bot.says(who, text, direct(who.user))


def threads(bot):
    return list(bot.discord.threads)


async def talk(bot, number=1):
    return await bot.store.conversations.find(bot.key, number)


async def letters(bot):
    found = await bot.store.deliveries.due(bot.clock.now())
    return [(one.letter.way, one.letter.occasion) for one in found]


async def writes_down(bot, *rows):
    await bot.store.ledger.commit(bot.key, "", decide(rows=rows), bot.clock.now())
    await bot.engine.scheduler.fire_due()
    await bot.engine.outbox.idle()


# --- coming in


async def test_a_category_opens_in_its_departments_place_and_its_people_hear_of_it(firm):
    bot = await firm()
    await asks_about_prices(bot)
    (here,) = threads(bot)
    assert here.channel == SALES_WALL.channel
    assert "What are ten?" in bot.sends(here)[-1]
    assert bot.told(DEE.user) == ["Conversation 1 with Ann has come in for Sales."]
    assert await letters(bot) == [(Way.WEBHOOK, Occasion.OPENED), (Way.MAIL, Occasion.OPENED)]


async def test_who_was_off_duty_when_something_came_in_hears_of_it_later_unless_somebody_took_it(firm):
    bot = await firm()
    await bot.asks(DEE, "duty", D_STAFF, hours="off")
    heard = len(bot.told(DEE.user))
    await asks_about_prices(bot)
    await asks_about_prices(bot, who=CY)
    await bot.waits(minutes=31)
    assert len(bot.told(DEE.user)) == heard
    await bot.asks(DORA, "claim", D_STAFF, conversation=2)
    await bot.asks(DEE, "duty", D_STAFF, hours="on")
    await bot.waits(minutes=31)
    await bot.waits(hours=2)
    assert ["Ann" in words for words in bot.told(DEE.user)[heard:]] == [True]


async def test_an_answer_that_was_on_its_way_does_not_end_the_wait_for_the_department(firm):
    bot = await firm()
    await writes(bot)
    await bot.asks(DORA, "reply", D_STAFF, answer="One moment", conversation=1)
    await bot.asks(DORA, "handover", D_STAFF, department="sales", conversation=1)
    await bot.waits(seconds=11)
    assert "One moment" in bot.told(ANN.user)[-1]
    after = await talk(bot)
    assert (after.state, after.owner, after.waiting_since is not None) == (TalkState.OPEN, None, True)


async def test_a_departments_place_belongs_to_the_team(firm):
    bot = await firm()
    await asks_about_prices(bot)
    await bot.says(DORA, "she is a good customer", threads(bot)[0])
    entries = await bot.store.conversations.entries(bot.key, 1)
    assert entries[-1].kind is TalkKind.NOTE


async def test_without_a_place_of_its_own_it_stands_among_all_others(firm):
    bot = await firm(places={**PLACES, "inbox": {DISCORD: "#inbox"}})
    await asks_about_prices(bot)
    assert threads(bot)[0].channel == FORUM.channel


async def test_what_she_adds_and_how_it_ends_is_told_to_the_departments_system_once_each(firm):
    bot = await firm()
    await asks_about_prices(bot)
    await writes(bot, "and for twenty?")
    await bot.asks(DORA, "claim", threads(bot)[0])
    await bot.asks(DORA, "resolve", threads(bot)[0])
    await writes(bot, "one more thing")
    told = [occasion for way, occasion in await letters(bot) if way is Way.WEBHOOK]
    assert sorted(told) == [Occasion.MESSAGE, Occasion.OPENED, Occasion.REOPENED, Occasion.RESOLVED]
    mailed = [occasion for way, occasion in await letters(bot) if way is Way.MAIL]
    assert sorted(mailed) == [Occasion.OPENED, Occasion.REOPENED]


async def test_what_the_bot_answers_by_itself_is_no_news_until_it_was_not_enough(firm):
    bot = await firm()

    async def first(scene, talk, entry):
        return decide()

    bot.engine.first_tries.add(first)
    await asks_about_prices(bot)
    assert await letters(bot) == []
    await writes(bot, "a person, please")
    assert Occasion.OPENED in {occasion for _, occasion in await letters(bot)}
    assert Occasion.MESSAGE not in {occasion for _, occasion in await letters(bot)}


async def test_without_departments_nothing_of_this_exists(firm):
    bot = await firm(departments={})
    await asks_about_prices(bot)
    assert threads(bot)[0].channel == FORUM.channel
    assert await letters(bot) == []
    assert (await talk(bot)).department == "sales"


# --- handing over


async def test_handing_over_moves_everything_and_leaves_a_pointer(firm):
    bot = await firm()
    await writes(bot)
    (old,) = threads(bot)
    await bot.says(DORA, "among us", old)
    await bot.asks(DORA, "reply", old, answer="Let me ask")
    await bot.waits(seconds=11)
    answer = await bot.asks(DORA, "handover", old, department="Sales", note="wants ten")
    assert "goes on with Sales" in answer
    new = threads(bot)[-1]
    assert (new.channel, old in bot.discord.closed) == (SALES_WALL.channel, True)
    assert "goes on with Sales" in bot.sends(old)[-1]
    assert bot.standing(old)[0].rows == ()
    summary, said = bot.sends(new)
    assert "Conversation 1 with Ann (telegram:7)" in summary
    assert "Note: wants ten" in summary
    assert "Ann: I cannot get in" in said
    assert "[Dora]: Let me ask" in said
    assert "among us" not in said
    assert bot.told(ANN.user)[-1] == "Your question number 1 went to Sales. They will answer you here."
    assert Occasion.HANDED in {occasion for _, occasion in await letters(bot)}
    audits = [one async for one in bot.store.fairness.audits.since(bot.key, bot.clock.now().replace(year=2000))]
    assert "conversation 1 to sales" in [one.detail for one in audits if one.act == "handover"]


async def test_after_the_hand_over_the_talk_goes_on_in_the_new_place(firm):
    bot = await firm()
    await writes(bot)
    await bot.asks(DORA, "handover", threads(bot)[0], department="sales")
    await writes(bot, "still there?")
    new = threads(bot)[-1]
    assert "still there?" in bot.sends(new)[-1]
    await bot.asks(DEE, "reply", new, answer="Yes")
    await bot.waits(seconds=11)
    assert bot.told(ANN.user)[-1].endswith("Yes")
    moved = await talk(bot)
    assert (moved.department, moved.owner) == ("sales", DEE.user)


async def test_the_member_is_told_in_her_language(firm):
    bot = await firm()
    await writes(bot, who=replace(ANN, locale="pl"))
    await bot.asks(DORA, "handover", threads(bot)[0], department="sales")
    assert "trafiło do: Sprzedaż" in bot.told(ANN.user)[-1]


async def test_a_department_without_a_place_gets_the_packet_where_it_stands(firm):
    bot = await firm()
    await writes(bot)
    (here,) = threads(bot)
    await bot.asks(DORA, "handover", here, department="support", note="knows doors")
    assert threads(bot) == [here]
    assert here not in bot.discord.closed
    assert "Note: knows doors" in bot.sends(here)[-2]
    assert "already" in await bot.asks(DORA, "handover", here, department="support")


async def test_where_no_thread_can_be_opened_it_becomes_a_card_among_the_staff(firm):
    bot = await firm()
    await writes(bot)
    bot.discord.most_threads = 1
    await bot.asks(DORA, "handover", threads(bot)[0], department="sales")
    assert any("Conversation 1 with Ann" in shown.words for shown in bot.standing(STAFF))
    assert threads(bot)[0] in bot.discord.closed


async def test_a_card_is_handed_over_by_its_number_and_points_there(town):
    bot = await town(departments={"sales": SALES, "support": SUPPORT})
    await writes(bot)
    old = bot.standing(STAFF)[0].ref
    assert "No conversation" in await bot.asks(MOD, "handover", STAFF, department="sales")
    assert "goes on with Support" in await bot.asks(MOD, "handover", STAFF, department="support", conversation=1)
    assert "About: support" in bot.telegram.shown[old].words
    (packet,) = [e.action for e in bot.telegram.ledger if e.worked and "Since 2026" in e.words]
    assert packet.reply_to == old


async def test_a_card_points_to_the_thread_in_which_it_goes_on(firm):
    bot = await firm(places={**PLACES, "department sales": {DISCORD: "#sales"}}, inbox=Inbox())
    bot.telegram.can = replace(bot.telegram.can, has=bot.telegram.can.has - {Capability.THREADS})
    await writes(bot)
    old = bot.standing(STAFF)[0].ref
    await bot.asks(MOD, "handover", STAFF, department="sales", conversation=1, note="1")
    assert bot.telegram.shown[old].words.startswith("Conversation 1 goes on with Sales.")
    assert bot.telegram.shown[old].rows == ()
    assert "Note: 1" in bot.sends(threads(bot)[-1])[0]


async def test_in_a_thread_a_number_in_front_belongs_to_the_note(firm):
    bot = await firm()
    await writes(bot)
    await bot.asks(DORA, "handover", threads(bot)[0], department="sales", conversation=10, note="chairs")
    assert "Note: 10 chairs" in bot.sends(threads(bot)[-1])[0]


async def test_cases_go_along_only_where_the_department_may_see_them(firm):
    seeing = replace(SALES, cases=True)
    bot = await firm(departments={"sales": seeing, "support": SUPPORT})
    await bot.asks(MOD, "warn", member=ANN, reason="too loud")
    await writes(bot)
    (here,) = threads(bot)
    await bot.asks(DORA, "handover", here, department="support")
    assert "Case 1" not in "".join(bot.sends(here))
    await bot.asks(DORA, "handover", here, department="sales")
    told = "".join(bot.sends(threads(bot)[-1]))
    assert "Case 1: warning" in told
    assert "too loud" not in told


async def test_hand_overs_that_make_no_sense_are_refused_with_the_reason(firm):
    bot = await firm()
    await writes(bot)
    (here,) = threads(bot)
    assert "There are: sales, support" in await bot.asks(DORA, "handover", here, department="press")
    assert "There are: sales, support" in await bot.asks(DORA, "handover", here)
    assert "Dee takes care" in await bot.asks(DORA, "handover", here, member=DEE, department="knows", note="doors")
    assert (await bot.store.conversations.entries(bot.key, 1))[-1].text == "knows doors"
    assert "was first" in await bot.asks(DORA, "handover", here, member=DEE)
    await bot.asks(DORA, "resolve", here)
    assert "resolved already" in await bot.asks(DORA, "handover", here, department="sales")


async def test_who_is_blocked_hears_of_no_hand_over(firm):
    bot = await firm()
    await writes(bot)
    await bot.asks(DORA, "block", threads(bot)[0])
    before = len(bot.told(ANN.user))
    await bot.asks(DORA, "handover", threads(bot)[0], department="sales")
    await bot.asks(DORA, "progress", threads(bot)[-1], progress="working")
    assert len(bot.told(ANN.user)) == before


# --- how it goes


async def test_staff_say_how_far_it_is_and_the_member_hears_it(firm):
    bot = await firm()
    await asks_about_prices(bot)
    (here,) = threads(bot)
    assert "in work" in await bot.asks(DORA, "progress", here, progress="working", note="By Friday.")
    assert bot.told(ANN.user)[-1] == "Sales is working on your question number 1.\nBy Friday."
    assert "settled" in await bot.asks(DORA, "progress", here, progress="resolved")
    assert here in bot.discord.closed
    assert "has settled your question" in bot.told(ANN.user)[-1]
    assert "resolved already" in await bot.asks(DORA, "progress", here, progress="working")
    assert "No conversation" in await bot.asks(DORA, "progress", D_STAFF, progress="working")


async def test_progress_needs_a_department(firm):
    bot = await firm()
    await writes(bot)
    assert "There are: sales, support" in await bot.asks(DORA, "progress", threads(bot)[0], progress="working")


def an_answer(bot, name="msg_1", progress="working", note="Soon.", department="sales"):
    args = {"conversation": 1, "department": department, "progress": progress, "note": note}
    return Timer(ANSWERED, name, bot.clock.now(), args)


async def test_what_the_departments_system_answers_reaches_the_member_once(firm):
    bot = await firm()
    await asks_about_prices(bot, who=replace(ANN, locale="pl"))
    await writes_down(bot, an_answer(bot))
    assert bot.told(ANN.user)[-1] == "Sprzedaż: pracujemy nad Twoim pytaniem numer 1.\nSoon."
    before = len(bot.told(ANN.user))
    await writes_down(bot, an_answer(bot, "msg_2"))
    await writes_down(bot, an_answer(bot, "msg_3", department="support", progress="resolved"))
    assert len(bot.told(ANN.user)) == before
    await writes_down(bot, an_answer(bot, "msg_4", progress="resolved", note=""))
    assert (await talk(bot)).state is TalkState.RESOLVED
    assert threads(bot)[0] in bot.discord.closed
    await writes_down(bot, an_answer(bot, "msg_5", progress="declined", note=""))
    assert len(bot.told(ANN.user)) == before + 1


# --- what does not arrive


async def dies(bot, number=1, *, off=False):
    found = await bot.store.deliveries.due(bot.clock.now())
    one = next(each for each in found if each.letter.way is Way.WEBHOOK)
    tried = LetterTried(one.letter.id, LetterState.DEAD, bot.clock.now(), "HTTP 500")
    args = {"department": "sales", "way": "webhook", "why": "HTTP 500", "off": off}
    await writes_down(bot, tried, Timer(DEAD, f"sales {number}", bot.clock.now(), args))


async def test_the_staff_are_told_once_and_send_it_again(firm):
    bot = await firm()
    assert "Everything" in await bot.asks(BOSS, "deadletters", STAFF)
    await asks_about_prices(bot)
    await writes(bot, "and for twenty?")
    await dies(bot)
    await dies(bot, 2)
    told = [words for words in (*bot.sends(STAFF), *bot.sends(D_STAFF)) if "cannot be delivered" in words]
    (line,) = told
    assert line.startswith("Something for Sales cannot be delivered by webhook (HTTP 500).")
    listed = await bot.asks(BOSS, "deadletters", STAFF)
    assert listed.count("· 1 · Sales · webhook · HTTP 500") == 2
    assert "2 letters are tried again" in await bot.presses(BOSS, "button-letters-again", STAFF)
    assert len([one for one in await letters(bot) if one[0] is Way.WEBHOOK]) == 2
    assert "Everything" in await bot.presses(BOSS, "button-letters-again", STAFF)
    await dies(bot, 3)
    assert "cannot be delivered" in "".join((*bot.sends(STAFF), *bot.sends(D_STAFF))[1:])


async def test_that_somebody_wants_no_more_is_told_as_such(firm):
    bot = await firm(departments={"sales": SALES})
    await asks_about_prices(bot)
    bot.changes(departments={})
    await dies(bot, off=True)
    assert "sales wants nothing more by webhook (410 Gone)" in "".join((*bot.sends(STAFF), *bot.sends(D_STAFF)))
    assert "· sales · webhook" in await bot.asks(BOSS, "deadletters", STAFF)
