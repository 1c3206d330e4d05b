"""Members and the team talk: on one messenger or two, in threads or among cards, and nothing is lost or said twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Send, Whisper
from bot.core.conversations import Fate, Priority, TalkKind, TalkState
from bot.core.decisions import decide
from bot.core.events import MessageEdited, MessagePosted, SpaceReady
from bot.core.ids import TELEGRAM
from bot.core.linking import Linked
from bot.core.text import say
from bot.runtime.care import Inbox
from tests.build import ANN, BOB, BOSS, MOD, post
from tests.cogs.forum import CATEGORIES, HOME, entries, talk, thread, with_forum, writes
from tests.fakes.town import DANA, DORA, LOBBY, PLACES, STAFF


def seen(bot, place):
    return [e.words for e in bot.discord.ledger if e.worked and getattr(e.action, "place", None) == place]


# --- members


async def test_a_private_message_becomes_a_thread_on_the_teams_messenger(town):
    bot = await with_forum(town)
    await writes(bot)
    assert bot.discord.threads == {thread(bot): "#1 · Ann"}
    assert "Conversation 1 with Ann (telegram:7)" in bot.standing(thread(bot))[0].words
    assert "Ann writes:\nI cannot get in" in bot.sends(thread(bot))[-1]
    assert "number 1" in bot.told(ANN.user)[-1]
    assert [(e.seq, e.kind, e.fate) for e in await entries(bot)] == [(1, TalkKind.MEMBER, Fate.DONE)]


async def test_what_follows_goes_into_the_same_thread_in_order_without_another_receipt(town):
    bot = await with_forum(town)
    for text in ("one", "two", "three"):
        await writes(bot, text)
    assert len(bot.discord.threads) == 1
    assert [words.split("\n")[1] for words in bot.sends(thread(bot))] == ["one", "two", "three"]
    assert len(bot.told(ANN.user)) == 1


async def test_the_member_is_told_in_her_language(town):
    bot = await with_forum(town)
    await writes(bot, who=replace(ANN, locale="pl"))
    assert "Zespół ma to pod numerem 1" in bot.told(ANN.user)[-1]


@pytest.mark.parametrize("path", ["ask", "complain"])
async def test_words_given_to_a_command_open_a_conversation_too(town, path):
    bot = await with_forum(town)
    assert "number 1" in await bot.asks(ANN, path, text="please help")
    assert "please help" in bot.sends(thread(bot))[-1]
    assert (await talk(bot)).labels == (("complaint",) if path == "complain" else ())


async def test_without_words_a_form_asks_for_them(town):
    bot = await with_forum(town)
    await bot.asks(ANN, "ask", HOME)
    assert "There was nothing" in await bot.fills(ANN, text=" ")
    await bot.asks(ANN, "complain", HOME)
    await bot.fills(ANN, text="the door is stuck")
    assert [e.text for e in await entries(bot)] == ["the door is stuck"]
    assert (await talk(bot)).labels == ("complaint",)


async def test_categories_ask_what_it_is_about_and_their_own_questions(town):
    bot = await with_forum(town, inbox=Inbox(categories=CATEGORIES))
    assert "What is it about" in await bot.asks(ANN, "ask", HOME)
    await bot.presses(ANN, "Doors", HOME)
    await bot.fills(ANN, door="the back one")
    begun = await talk(bot)
    assert (begun.category, begun.department, begun.priority) == ("access", "", Priority.NORMAL)
    assert [e.text for e in await entries(bot)] == ["door: the back one"]
    bot.changes(inbox=Inbox())
    assert "no longer works" in await bot.presses(ANN, "Money")


async def test_a_resolved_matter_does_not_swallow_a_new_category(town):
    bot = await with_forum(town, inbox=Inbox(categories=CATEGORIES))
    await writes(bot)
    await bot.asks(DORA, "resolve", thread(bot))
    await bot.asks(ANN, "ask", HOME)
    await bot.presses(ANN, "Money", HOME)
    await bot.fills(ANN, text="paid twice")
    second = await talk(bot, 2)
    assert (second.category, second.department, second.priority) == ("billing", "support", Priority.URGENT)


async def test_a_manager_puts_up_a_button_and_whoever_presses_it_gets_the_form(town):
    bot = await with_forum(town)
    await bot.asks(BOSS, "contact")
    await bot.presses(ANN, "button-contact", LOBBY)
    await bot.fills(ANN, text="hello")
    assert (await talk(bot)).person == ANN.user


async def test_an_edit_changes_what_the_team_sees_and_the_record_keeps_both(town):
    bot = await with_forum(town)
    ref = await writes(bot, "I canot")
    message = replace(post("I cannot", by=ANN), ref=ref)
    await bot.take(MessageEdited("edit/1", message))
    assert "I cannot" in bot.standing(thread(bot))[-1].words
    assert [(e.text, e.what) for e in await entries(bot)] == [("I cannot", ""), ("I canot", "edited")]
    before = len(bot.ledger)
    await bot.take(MessageEdited("edit/2", message))
    await bot.take(MessageEdited("edit/3", replace(post("elsewhere", by=ANN, place=HOME))))
    await bot.take(MessageEdited("edit/4", post("in public", by=ANN)))
    assert len(bot.ledger) == before


async def test_bots_and_empty_messages_begin_nothing(town):
    bot = await with_forum(town)
    await writes(bot, who=replace(BOB, is_bot=True))
    await writes(bot, "")
    assert await talk(bot) is None


async def test_a_megabyte_and_thirty_files_arrive_cut_and_counted(town):
    bot = await with_forum(town)
    huge = replace(post("x" * 1_000_000, by=ANN, place=HOME), attachments=30)
    await bot.take(MessagePosted("huge", huge))
    assert "With it: 30 files" in bot.sends(thread(bot))[-1]
    assert len(bot.sends(thread(bot))[-1]) < 5000
    (receipt,) = bot.told(ANN.user)
    assert "as number 1" in receipt
    assert "I took the first 4000 characters" in receipt
    await bot.take(
        MessagePosted("huge/2", replace(post("y" * 4001, by=ANN, place=HOME), ref=replace(huge.ref, native="h2")))
    )
    assert bot.told(ANN.user)[-1].startswith("I took the first 4000 characters")
    await writes(bot, "z" * 4000)
    assert len(bot.told(ANN.user)) == 2


async def test_an_edit_that_is_too_long_is_told_as_cut(town):
    bot = await with_forum(town)
    ref = await writes(bot)
    await bot.edits(ANN, ref, "x" * 5000)
    assert bot.told(ANN.user)[-1].startswith("I took the first 4000 characters")


async def test_an_answer_longer_than_is_kept_is_not_taken_at_all(town):
    bot = await with_forum(town)
    await writes(bot)
    assert "at most 4000" in await bot.asks(DORA, "reply", thread(bot), answer="x" * 4001)
    assert [entry.kind for entry in await entries(bot)] == [TalkKind.MEMBER]


async def test_both_accounts_of_one_person_have_one_conversation(town):
    bot = await with_forum(town)
    linked = decide(rows=[Linked(who.user, "p", bot.clock.now()) for who in (ANN, DANA)])
    await bot.store.ledger.commit(bot.key, "", linked, bot.clock.now())
    await writes(bot)
    await writes(bot, "from here too", who=DANA)
    assert (await talk(bot)).person == DANA.user
    assert await talk(bot, 2) is None


async def test_what_tries_first_keeps_the_team_quiet_until_she_writes_again(town):
    bot = await with_forum(town)

    async def first(scene, talk, entry):
        return decide(Whisper(talk.person, say("plain", text="Look at the door"))) if "door" in entry.text else None

    bot.engine.first_tries.add(first)
    assert bot.engine.first_tries.known[-1] is first
    await writes(bot, "which door?")
    assert bot.told(ANN.user) == ["Look at the door"]
    assert not bot.discord.threads
    assert (await talk(bot)).state is TalkState.PENDING
    await writes(bot, "a person, please")
    assert [words.split("\n")[1] for words in bot.sends(thread(bot))] == ["which door?", "a person, please"]


# --- where it is shown


async def test_without_a_forum_each_conversation_is_a_card_among_the_staff(town):
    bot = await town()
    await writes(bot)
    card, word = bot.standing(STAFF)
    assert "Conversation 1" in card.words
    (sent,) = [e.action for e in bot.telegram.ledger if isinstance(e.action, Send) and "writes" in e.words]
    assert sent.reply_to == card.ref
    await bot.says(MOD, "be kind to her", STAFF, reply_to=word.ref)
    await bot.says(MOD, "what is for lunch?", STAFF)
    assert [e.text for e in await entries(bot)] == ["I cannot get in", "be kind to her"]
    await bot.presses(MOD, "button-reply", STAFF)
    await bot.fills(MOD, place=STAFF, answer="Try the key")
    await bot.waits(seconds=11)
    assert bot.told(ANN.user)[-1] == "Riverside answers:\nTry the key"


async def test_a_command_that_answers_a_card_or_what_stands_under_it_means_its_conversation(town):
    bot = await town()
    await writes(bot)
    await writes(bot, "I too", who=BOB)
    card, word = bot.standing(STAFF)[:2]
    await bot.asks(MOD, "claim", STAFF)
    assert (await talk(bot)).owner is None
    await bot.asks(MOD, "claim", STAFF, reply_to=card.ref)
    assert ((await talk(bot)).owner, (await talk(bot, 2)).owner) == (MOD.user, None)
    await bot.asks(MOD, "reply", STAFF, answer="Try the key", reply_to=word.ref)
    await bot.asks(MOD, "snooze", STAFF, lasts=timedelta(hours=1), conversation=2, reply_to=card.ref)
    assert (await talk(bot, 2)).state is TalkState.SNOOZED
    await bot.waits(seconds=11)
    assert bot.told(ANN.user)[-1].endswith("Try the key")
    await bot.asks(MOD, "handover", STAFF, member=BOSS, note="please", reply_to=card.ref)
    assert (await talk(bot)).owner == BOSS.user
    await bot.asks(MOD, "reply", STAFF, answer="You too", conversation=2)
    await bot.waits(seconds=11)
    assert bot.told(BOB.user)[-1].endswith("You too")


async def test_when_there_are_no_more_threads_it_becomes_a_card(town):
    bot = await with_forum(town)
    bot.discord.most_threads = 0
    await writes(bot)
    assert "Conversation 1" in bot.standing(STAFF)[0].words
    assert "I cannot get in" in bot.sends(STAFF)[-1]


async def test_a_deleted_thread_is_opened_anew_and_nothing_is_lost(town):
    bot = await with_forum(town)
    await writes(bot, "one")
    bot.discord.gone.add(thread(bot))
    await writes(bot, "two")
    assert len(bot.discord.threads) == 2
    assert "two" in bot.sends(thread(bot))[-1]
    await writes(bot, "three")
    assert "three" in bot.sends(thread(bot))[-1]
    assert {e.fate for e in await entries(bot)} == {Fate.DONE}


async def test_without_any_place_it_waits_until_there_is_one(town):
    bot = await town(places={"lobby": PLACES["lobby"]})
    await writes(bot)
    assert (await entries(bot))[0].fate is Fate.NEW
    bot.engine.communities.settle(
        bot.key, replace(bot.engine.communities.get(bot.key).directory, pins={("staff", TELEGRAM): STAFF})
    )
    await bot.take(SpaceReady("ready/x", LOBBY.space, bot.clock.now()))
    assert "I cannot get in" in bot.sends(STAFF)[-1]
