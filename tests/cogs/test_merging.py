"""Stories of one person with several conversations: they become one, and blocking her means all of them."""

from dataclasses import replace

from bot.core.actions import CloseThread
from bot.core.conversations import TalkState
from bot.core.events import MessageEdited
from bot.runtime.care import Inbox
from tests.build import ANN, MOD, post
from tests.cogs.forum import CATEGORIES, DEE, HOME, entries, talk, thread, with_forum, writes
from tests.fakes.town import DORA, STAFF


async def twice(bot):
    """Ann has a resolved conversation and one that waits; gives the threads of both."""
    await writes(bot)
    first = thread(bot)
    await bot.asks(DORA, "resolve", first)
    await bot.asks(ANN, "ask", HOME)
    await bot.presses(ANN, "Money", HOME)
    await bot.fills(ANN, text="paid twice")
    return first, thread(bot)


async def with_two(town):
    bot = await with_forum(town, inbox=Inbox(categories=CATEGORIES))
    return bot, *await twice(bot)


async def test_what_waits_is_merged_into_a_resolved_one_and_that_is_open_again(town):
    bot, first, second = await with_two(town)
    await bot.asks(DORA, "merge", second, into=1)
    assert (await talk(bot)).state is TalkState.OPEN
    assert CloseThread(first, reopen=True) in bot.did(CloseThread)
    assert "Conversation 2 goes on in number 1" in bot.sends(first)[-1]


async def test_what_nobody_waits_in_leaves_a_resolved_one_as_it_is(town):
    bot, first, second = await with_two(town)
    await bot.asks(DORA, "resolve", second)
    await bot.asks(DORA, "merge", second, into=1)
    assert (await talk(bot)).state is TalkState.RESOLVED
    assert CloseThread(first, reopen=True) not in bot.did(CloseThread)
    assert not any("goes on" in line for line in bot.sends(first))


async def test_among_cards_it_is_merged_by_its_number(town):
    bot = await town(inbox=Inbox(categories=CATEGORIES))
    await writes(bot)
    await bot.asks(MOD, "resolve", STAFF, conversation=1)
    await bot.asks(ANN, "ask", HOME)
    await bot.presses(ANN, "Money", HOME)
    await bot.fills(ANN, text="paid twice")
    assert "goes on in number 1" in await bot.asks(MOD, "merge", STAFF, into=1, conversation=2)
    assert (await talk(bot, 2)).merged_into == 1


async def test_blocked_in_an_older_conversation_she_reaches_nobody_in_a_newer_one(town):
    bot, first, second = await with_two(town)
    await bot.asks(DORA, "block", first)
    await writes(bot, "still here")
    assert not any("still here" in line for line in (*bot.sends(first), *bot.sends(second)))
    await bot.asks(DORA, "block", first)
    await writes(bot, "thank you")
    assert any("thank you" in line for line in bot.sends(second))


async def test_a_merge_does_not_end_a_block(town):
    bot, first, second = await with_two(town)
    await bot.asks(DORA, "block", second)
    await bot.asks(DORA, "merge", second, into=1)
    await writes(bot, "still here")
    assert not any("still here" in line for line in (*bot.sends(first), *bot.sends(second)))


async def test_what_somebody_blocked_writes_over_an_old_message_is_shown_to_nobody_but_kept(town):
    bot = await with_forum(town)
    ref = await writes(bot, "hello")
    await bot.asks(DORA, "block", thread(bot))
    await bot.take(MessageEdited("edit/1", replace(post("buy this", by=ANN, place=HOME), ref=ref)))
    assert not any("buy this" in one.words for one in bot.standing(thread(bot)))
    assert ("hello", "edited") in [(one.text, one.what) for one in await entries(bot)]


async def test_what_is_over_is_handed_to_nobody(town):
    bot, first, _ = await with_two(town)
    assert "resolved already" in await bot.asks(DORA, "handover", first, member=DEE)
    assert (await talk(bot)).owner is None
