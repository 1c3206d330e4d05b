"""The inbox, as the team has it: answers go out once, conversations have an owner, an end and a history."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.conversations import Fate, Priority, TalkKind, TalkState
from bot.core.decisions import decide
from bot.core.events import MemberLeft, MessagePosted
from bot.core.interactions import ButtonPressed, Ticket
from bot.core.text import Localised, say
from bot.domain.care.conversation import opened
from bot.runtime.care import Inbox
from tests.build import ANN, BOB, MOD, direct, person, post
from tests.cogs.forum import CATEGORIES, DEE, HOME, entries, talk, thread, with_forum, writes
from tests.fakes.town import D_LOBBY, D_STAFF, DANA, DORA, GUILD, LOBBY, STAFF, words


async def test_an_answer_goes_out_after_ten_seconds_once(town):
    bot = await with_forum(town)
    await writes(bot)
    await bot.asks(DORA, "reply", thread(bot), answer="Try the key")
    assert "goes out in 10 s" in bot.standing(thread(bot))[-1].words
    await bot.waits(seconds=9)
    assert len(bot.told(ANN.user)) == 1
    await bot.waits(seconds=2)
    assert bot.told(ANN.user)[-1] == "Riverside answers:\nTry the key"
    assert "the member has it" in bot.standing(thread(bot))[-1].words
    await bot.waits(minutes=5)
    assert len(bot.told(ANN.user)) == 2
    after = await talk(bot)
    assert (after.state, after.owner, after.waiting_since) == (TalkState.PENDING, DORA.user, None)
    assert (await entries(bot))[-1].fate is Fate.DONE


async def test_an_answer_can_be_taken_back(town):
    bot = await with_forum(town)
    await writes(bot)
    await bot.asks(DORA, "reply", thread(bot), answer="Go away")
    button, shown = bot.button("button-take-back", thread(bot))
    assert "nothing was sent" in await bot.presses_token(DORA, button.token, thread(bot), shown.ref)
    assert "took this answer back" in bot.standing(thread(bot))[-1].words
    await bot.waits(minutes=1)
    assert len(bot.told(ANN.user)) == 1
    assert "nothing was sent" in await bot.presses_token(DORA, button.token, thread(bot), shown.ref)
    await bot.asks(DORA, "reply", thread(bot), answer="Welcome")
    button, shown = bot.button("button-take-back", thread(bot))
    await bot.waits(seconds=11)
    assert "Too late" in await bot.presses_token(DORA, button.token, thread(bot), shown.ref)


async def test_answers_are_signed_where_the_config_says_so(town):
    bot = await with_forum(town, inbox=Inbox(signed=True))
    await writes(bot)
    await bot.asks(DORA, "reply", thread(bot), answer="Hello")
    await bot.waits(seconds=11)
    assert bot.told(ANN.user)[-1].startswith("Dora, Riverside answers:")


async def test_an_answer_that_does_not_arrive_is_shown_and_can_be_tried_again(town):
    bot = await with_forum(town)
    await writes(bot)
    bot.telegram.unreachable.add(ANN.user)
    await bot.asks(DORA, "reply", thread(bot), answer="Hello")
    await bot.waits(seconds=11)
    assert "did not arrive" in bot.sends(thread(bot))[-1]
    assert (await entries(bot))[-1].fate is Fate.REFUSED
    bot.telegram.unreachable.clear()
    await bot.presses(DORA, "button-send-again", thread(bot))
    assert bot.told(ANN.user)[-1] == "Riverside answers:\nHello"
    assert (await entries(bot))[-1].fate is Fate.DONE
    await bot.presses(DORA, "button-send-again", thread(bot))
    assert bot.told(ANN.user).count("Riverside answers:\nHello") == 1


async def test_canned_answers_are_filled_in_and_spoken_in_her_language(town):
    words = Localised({"en": "Hi {name}, this is {moderator}.", "pl": "Cześć {name}, tu {moderator}."})
    bot = await with_forum(town, inbox=Inbox(canned={"hello": words}))
    await writes(bot, who=replace(ANN, locale="pl"))
    assert "hello" in await bot.asks(DORA, "canned", thread(bot), name="bye")
    await bot.asks(DORA, "canned", thread(bot), name="Hello")
    await bot.waits(seconds=11)
    assert "Cześć Ann, tu Dora." in bot.told(ANN.user)[-1]


async def test_the_others_see_that_somebody_is_writing(town):
    bot = await with_forum(town)
    await writes(bot)
    await bot.presses(DORA, "button-reply", thread(bot))
    assert "Dora is writing" in bot.sends(thread(bot))[-1]
    await bot.presses(DEE, "button-reply", thread(bot))
    forms = [e.words for e in bot.discord.ledger if type(e.action).__name__ == "Ask"]
    assert forms == ["Answer in conversation 1", "Dora is writing too"]
    await bot.fills(DEE, place=thread(bot), answer="Hello")
    await bot.waits(seconds=11)
    assert bot.told(ANN.user)[-1].endswith("Hello")


async def test_plain_words_in_the_thread_are_a_note_that_she_never_reads(town):
    bot = await with_forum(town)
    await writes(bot)
    await bot.says(DORA, "she is new here", thread(bot))
    await bot.says(replace(DORA, is_bot=True), "beep", thread(bot))
    await bot.says(DORA, "", thread(bot))
    assert [(e.kind, e.text) for e in await entries(bot)][1:] == [(TalkKind.NOTE, "she is new here")]
    assert len(bot.told(ANN.user)) == 1


# --- the team moves it on


@pytest.mark.parametrize("times", [8, pytest.param(200, marks=pytest.mark.long)])
async def test_two_who_claim_at_once_leave_one_owner_each_time(town, times):
    bot = await with_forum(town)
    for number in range(times):
        await bot.engine.take(
            MessagePosted(
                f"m{number}", post("hi", by=person("P", f"9{number}"), place=direct(person("P", f"9{number}").user))
            )
        )
    await bot.engine.outbox.idle()
    buttons = {}
    for shown in bot.discord.shown.values():
        for button in (b for row in shown.rows for b in row if b.label == say("button-claim")):
            buttons[button.press.conversation] = (button.token, shown.ref)
    assert len(buttons) == times

    def pressing(who, number):
        token, ref = buttons[number]
        key = f"claim/{number}/{who.name}"
        return bot.engine.take(
            ButtonPressed(key, token, ref.place, who, Ticket(key, is_press=True), bot.clock.now(), ref)
        )

    for number in buttons:
        pair = (DORA, DEE) if number % 2 else (DEE, DORA)
        await asyncio.gather(*(pressing(who, number) for who in pair))
    await bot.engine.outbox.idle()
    owners = [(await talk(bot, number)).owner for number in buttons]
    assert set(owners) == {DORA.user, DEE.user}
    said = [e.words for e in bot.discord.ledger if e.worked]
    assert sum("takes care of conversation" in words for words in said) == times
    assert sum("was first" in words for words in said) == times


async def test_claiming_shows_on_the_card_and_the_second_is_told_who_was_first(town):
    bot = await with_forum(town)
    await writes(bot)
    assert "Dora takes care" in await bot.presses(DORA, "button-claim", thread(bot))
    assert "Dora takes care of it." in bot.standing(thread(bot))[0].words
    assert "Dora was first" in await bot.asks(DEE, "claim", thread(bot))
    assert "yours already" in await bot.asks(DORA, "claim", D_STAFF, conversation=1)
    assert "no conversation number 7" in await bot.asks(DORA, "claim", D_STAFF, conversation=7)
    assert "No conversation is shown here" in await bot.asks(DORA, "claim", D_STAFF)
    assert (
        "cannot" in (await bot.asks(DANA, "claim", D_LOBBY, conversation=1)).lower()
        or (await talk(bot)).owner == DORA.user
    )


async def test_handing_over_tells_the_next_one_and_keeps_the_note(town):
    bot = await with_forum(town)
    await writes(bot)
    assert "Dee takes care of conversation 1" in await bot.asks(
        DORA, "handover", thread(bot), member=DEE, note="knows doors"
    )
    assert bot.told(DEE.user) == ["Dora gave conversation 1 to you."]
    assert [e.what or e.text for e in await entries(bot)][1:] == ["handed", "knows doors"]
    assert "not on the team" in await bot.asks(DORA, "handover", thread(bot), member=DANA)
    assert "No conversation" in await bot.asks(DORA, "handover", D_STAFF, member=DEE)


async def test_a_snooze_ends_by_itself_or_when_she_writes(town):
    bot = await with_forum(town)
    await writes(bot)
    await bot.presses(DORA, "button-snooze", thread(bot))
    assert (await talk(bot)).state is TalkState.SNOOZED
    await bot.waits(hours=2, seconds=1)
    assert "Conversation 1 is back." in bot.sends(thread(bot))
    assert (await talk(bot)).state is TalkState.OPEN
    await bot.asks(DORA, "snooze", thread(bot), lasts=timedelta(days=1))
    await writes(bot, "hello?")
    assert (await talk(bot)).state is TalkState.OPEN
    await bot.waits(days=2)
    assert bot.sends(thread(bot)).count("Conversation 1 is back.") == 1
    assert "from a minute" in await bot.asks(DORA, "snooze", thread(bot), lasts=timedelta(days=365))


async def test_priority_label_and_the_list(town):
    bot = await with_forum(town)
    await writes(bot)
    await bot.asks(DORA, "priority", thread(bot), urgency="urgent")
    await bot.asks(DORA, "label", thread(bot), label="Door")
    changed = await talk(bot)
    assert (changed.priority, changed.labels) == (Priority.URGENT, ("door",))
    assert "Priority: urgent" in bot.standing(thread(bot))[0].words
    assert "1 · Ann" in await bot.asks(DORA, "inbox", D_STAFF)
    await bot.asks(DORA, "reply", thread(bot), answer="Calm down")
    assert "goes out in 60 s" in bot.standing(thread(bot))[-1].words


async def test_a_long_list_has_pages(town):
    bot = await with_forum(town)
    waiting = [opened(number, ANN, bot.clock.now()) for number in range(1, 46)]
    await bot.store.ledger.commit(bot.key, "", decide(rows=waiting), bot.clock.now())
    said = (await bot.asks(DORA, "inbox", D_STAFF)).splitlines()
    assert (said[0], len(said)) == ("Not resolved: 45. Page 1 of 3:", 21)
    await bot.presses(DORA, "button-inbox-on")
    last = (await bot.presses(DORA, "button-inbox-on")).splitlines()
    assert [line.split(" ")[0] for line in last[1:]] == ["41", "42", "43", "44", "45"]
    assert "Page 2 of 3" in await bot.presses(DORA, "button-inbox-back")


async def test_resolved_puts_the_thread_away_and_her_next_word_brings_it_back(town):
    bot = await with_forum(town)
    await writes(bot)
    here = thread(bot)
    await bot.presses(DORA, "button-resolve", here)
    assert here in bot.discord.closed
    assert "is closed" in bot.told(ANN.user)[-1]
    assert "resolved already" in await bot.asks(DORA, "resolve", here)
    assert "Nobody waits" in await bot.asks(DORA, "inbox", D_STAFF)
    await writes(bot, "still stuck")
    assert here not in bot.discord.closed
    assert "number 1" in bot.told(ANN.user)[-1]
    assert (await talk(bot)).state is TalkState.OPEN
    assert "still stuck" in bot.sends(here)[-1]


async def test_a_scheduled_close_comes_true_unless_she_writes(town):
    bot = await with_forum(town)
    await writes(bot)
    assert "from a minute" in await bot.asks(DORA, "close", thread(bot), lasts=timedelta(seconds=1))
    await bot.asks(DORA, "close", thread(bot), lasts=timedelta(hours=24))
    await writes(bot, "wait")
    await bot.waits(hours=25)
    assert (await talk(bot)).state is TalkState.OPEN
    await bot.asks(DORA, "close", thread(bot), lasts=timedelta(hours=24))
    await bot.waits(hours=25)
    assert (await talk(bot)).state is TalkState.RESOLVED
    assert thread(bot) in bot.discord.closed
    assert "is closed" in bot.told(ANN.user)[-1]


async def test_what_is_resolved_right_after_an_answer_ends_when_she_has_it(town):
    bot = await with_forum(town)
    await writes(bot)
    here = thread(bot)
    await bot.asks(DORA, "reply", here, answer="It is open now")
    assert "as soon as the answer has gone out" in await bot.asks(DORA, "resolve", here)
    assert (await talk(bot)).state is TalkState.OPEN
    await bot.waits(hours=1)
    await bot.waits(seconds=10)
    assert [words.split("\n")[0] for words in bot.told(ANN.user)[1:3]] == [
        "Riverside answers:",
        "Your conversation number 1 with the team is closed. Write to me again if anything is left, and it goes on.",
    ]
    assert "How was it?" in bot.told(ANN.user)[-1]
    assert (await talk(bot)).state is TalkState.RESOLVED


async def test_what_she_writes_meanwhile_keeps_it_open(town):
    bot = await with_forum(town)
    await writes(bot)
    await bot.asks(DORA, "reply", thread(bot), answer="It is open now")
    await bot.asks(DORA, "resolve", thread(bot))
    await writes(bot, "it is not")
    wrote = bot.clock.now()
    await bot.waits(hours=1)
    after = await talk(bot)
    assert (after.state, after.waiting_since) == (TalkState.OPEN, wrote), "the answer was older than her words"
    assert not any("is closed" in words for words in bot.told(ANN.user))


async def test_two_conversations_of_one_person_become_one(town):
    bot = await with_forum(town, inbox=Inbox(categories=CATEGORIES))
    await writes(bot, "first")
    first = thread(bot)
    await bot.asks(DORA, "resolve", first)
    await bot.asks(ANN, "ask", HOME)
    await bot.presses(ANN, "Money", HOME)
    await bot.fills(ANN, text="second")
    second = thread(bot)
    await writes(bot, "hi", who=BOB)
    assert "somebody else" in await bot.asks(DORA, "merge", second, into=3)
    assert "no conversation number 9" in await bot.asks(DORA, "merge", second, into=9)
    assert "No conversation" in await bot.asks(DORA, "merge", D_STAFF, into=1)
    assert "goes on in number 1" in await bot.asks(DORA, "merge", second, into=1)
    bot.clock.pass_by(seconds=1)
    await writes(bot, "third")
    assert "third" in bot.sends(first)[-1]
    assert [e.text for e in await entries(bot, 1) if e.kind is TalkKind.MEMBER] == ["first", "second", "third"]
    assert "goes on in number 1" in await bot.asks(DORA, "reply", second, answer="hello")


async def test_who_is_blocked_reaches_nobody_and_the_history_stays(town):
    bot = await with_forum(town)
    await writes(bot)
    await bot.asks(DORA, "block", thread(bot))
    before = len(bot.sends(thread(bot)))
    await writes(bot, "let me in")
    assert "does not take messages" in bot.told(ANN.user)[-1]
    assert len(bot.sends(thread(bot))) == before
    await bot.asks(DORA, "block", thread(bot))
    await writes(bot, "thank you")
    assert "thank you" in bot.sends(thread(bot))[-1]
    said = [e.text for e in await entries(bot) if e.kind is TalkKind.MEMBER]
    assert said == ["I cannot get in", "let me in", "thank you"], "nothing is lost, and nothing was shown"


async def test_the_transcript_tells_all_of_it(town):
    bot = await with_forum(town)
    await writes(bot)
    await bot.says(DORA, "new here", thread(bot))
    await bot.asks(DORA, "reply", thread(bot), answer="Try the key")
    await bot.waits(seconds=11)
    await bot.asks(DORA, "resolve", thread(bot))
    await bot.asks(DORA, "transcript", D_STAFF, conversation=1)
    (file,) = [f for e in bot.discord.ledger for f in getattr(e.action, "files", ())]
    lines = [line.partition(" ")[2].partition(" ")[2] for line in file.content.splitlines()[1:]]
    assert lines == [
        "Ann: I cannot get in",
        "[Dora]: new here",
        "Dora -> (done): Try the key",
        "* resolved (Dora): ",
    ]
    assert "No conversation" in await bot.asks(DORA, "transcript", D_STAFF)


async def test_commands_of_the_team_need_a_conversation(town):
    bot = await with_forum(town)
    for path, given in (("reply", {"answer": "x"}), ("canned", {"name": "x"})):
        assert "No conversation is shown here" in await bot.asks(DORA, path, D_STAFF, **given)


async def test_who_leaves_with_open_conversations_leaves_them_to_the_others(town):
    bot = await with_forum(town)
    await writes(bot)
    await bot.asks(DORA, "claim", thread(bot))
    await bot.take(MemberLeft("left/1", GUILD, DORA.user, bot.clock.now()))
    assert "Dora has left; conversation 1 needs somebody." in bot.sends(thread(bot))
    assert "Nobody has taken it yet." in bot.standing(thread(bot))[0].words
    assert (await talk(bot)).owner is None


async def test_who_leaves_a_group_where_the_team_does_not_read_keeps_what_she_has(town):
    bot = await town()
    await writes(bot)
    await bot.asks(MOD, "claim", STAFF, conversation=1)
    for space, owner in ((LOBBY.space, MOD.user), (STAFF.space, None)):
        await bot.take(MemberLeft(f"left {space}", space, MOD.user, bot.clock.now()))
        assert (await talk(bot)).owner == owner


async def test_where_words_break_a_rule_the_thread_is_heated_and_answers_are_held_for_a_minute(town):
    bot = await town(words())
    await bot.says(ANN, "you gnarf of a team", HOME)
    assert (await talk(bot)).labels == ("heated",)
    await bot.says(ANN, "gnarf gnarf", HOME)
    assert any("heated" in shown.words for shown in bot.standing(STAFF))
    await bot.asks(MOD, "reply", STAFF, answer="We are sorry", conversation=1)
    await bot.waits(seconds=11)
    assert not any("We are sorry" in told for told in bot.told(ANN.user))
    await bot.waits(seconds=50)
    assert any("We are sorry" in told for told in bot.told(ANN.user))
    await bot.asks(MOD, "label", STAFF, label="heated", conversation=1)
    await bot.asks(MOD, "reply", STAFF, answer="Better now?", conversation=1)
    await bot.waits(seconds=11)
    assert any("Better now?" in told for told in bot.told(ANN.user))
