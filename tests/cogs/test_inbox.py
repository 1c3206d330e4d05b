"""Members and the team talk: on one messenger or two, in threads or among cards, and nothing is lost or said twice."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Send, Whisper
from bot.core.capabilities import Capability
from bot.core.conversations import Fate, Priority, TalkKind, TalkState
from bot.core.decisions import decide
from bot.core.events import MemberLeft, MessageEdited, MessagePosted, SpaceReady
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, Place
from bot.core.interactions import ButtonPressed, Ticket
from bot.core.linking import Linked
from bot.core.people import Rank
from bot.core.text import Localised, say
from bot.runtime.care import Category, Inbox
from tests.build import ANN, BOB, BOSS, MOD, direct, person, post
from tests.fakes.town import D_LOBBY, D_STAFF, DANA, DORA, GUILD, LOBBY, PLACES, STAFF, messengers, words

FORUM = Place(ChannelRef(DISCORD, "d9"), GUILD)
WITH_FORUM = {**PLACES, "inbox": {DISCORD: "#inbox"}}
HOME = direct(ANN.user)
DEE = person("Dee", "81", Rank.MODERATOR, on=DISCORD)
CATEGORIES = {
    "billing": Category("billing", Localised({"en": "Money"}), "support", Priority.URGENT),
    "access": Category("access", Localised({"en": "Doors"}), fields=(("door", Localised({"en": "Which door?"})),)),
}


@pytest.fixture
def forum(town):
    async def forum(**more):
        platforms = messengers()
        platforms[1].places["#inbox"] = FORUM
        platforms[1].members[GUILD, DEE.user] = DEE
        for platform in platforms:
            platform.can = replace(platform.can, has=platform.can.has | {Capability.THREADS})
        return await town(places=WITH_FORUM, platforms=platforms, **more)

    return forum


async def writes(bot, text="I cannot get in", who=ANN):
    return await bot.says(who, text, direct(who.user))


def thread(bot):
    return next(reversed(bot.discord.threads))


async def talk(bot, number=1):
    return await bot.store.conversations.find(bot.key, number)


async def entries(bot, number=1):
    return await bot.store.conversations.entries(bot.key, number)


def seen(bot, place):
    return [e.words for e in bot.discord.ledger if e.worked and getattr(e.action, "place", None) == place]


# --- members


async def test_a_private_message_becomes_a_thread_on_the_teams_messenger(forum):
    bot = await forum()
    await writes(bot)
    assert bot.discord.threads == {thread(bot): "#1 · Ann"}
    assert "Conversation 1 with Ann (telegram:7)" in bot.standing(thread(bot))[0].words
    assert "Ann writes:\nI cannot get in" in bot.sends(thread(bot))[-1]
    assert "number 1" in bot.told(ANN.user)[-1]
    assert [(e.seq, e.kind, e.fate) for e in await entries(bot)] == [(1, TalkKind.MEMBER, Fate.DONE)]


async def test_what_follows_goes_into_the_same_thread_in_order_without_another_receipt(forum):
    bot = await forum()
    for text in ("one", "two", "three"):
        await writes(bot, text)
    assert len(bot.discord.threads) == 1
    assert [words.split("\n")[1] for words in bot.sends(thread(bot))] == ["one", "two", "three"]
    assert len(bot.told(ANN.user)) == 1


async def test_the_member_is_told_in_her_language(forum):
    bot = await forum()
    await writes(bot, who=replace(ANN, locale="pl"))
    assert "Zespół ma to pod numerem 1" in bot.told(ANN.user)[-1]


@pytest.mark.parametrize("path", ["ask", "complain"])
async def test_words_given_to_a_command_open_a_conversation_too(forum, path):
    bot = await forum()
    assert "number 1" in await bot.asks(ANN, path, text="please help")
    assert "please help" in bot.sends(thread(bot))[-1]
    assert (await talk(bot)).labels == (("complaint",) if path == "complain" else ())


async def test_without_words_a_form_asks_for_them(forum):
    bot = await forum()
    await bot.asks(ANN, "ask", HOME)
    assert "There was nothing" in await bot.fills(ANN, text=" ")
    await bot.asks(ANN, "complain", HOME)
    await bot.fills(ANN, text="the door is stuck")
    assert [e.text for e in await entries(bot)] == ["the door is stuck"]
    assert (await talk(bot)).labels == ("complaint",)


async def test_categories_ask_what_it_is_about_and_their_own_questions(forum):
    bot = await forum(inbox=Inbox(categories=CATEGORIES))
    assert "What is it about" in await bot.asks(ANN, "ask", HOME)
    await bot.presses(ANN, "Doors", HOME)
    await bot.fills(ANN, door="the back one")
    begun = await talk(bot)
    assert (begun.category, begun.department, begun.priority) == ("access", "", Priority.NORMAL)
    assert [e.text for e in await entries(bot)] == ["door: the back one"]
    bot.changes(inbox=Inbox())
    assert "no longer works" in await bot.presses(ANN, "Money")


async def test_a_resolved_matter_does_not_swallow_a_new_category(forum):
    bot = await forum(inbox=Inbox(categories=CATEGORIES))
    await writes(bot)
    await bot.asks(DORA, "resolve", thread(bot))
    await bot.asks(ANN, "ask", HOME)
    await bot.presses(ANN, "Money", HOME)
    await bot.fills(ANN, text="paid twice")
    second = await talk(bot, 2)
    assert (second.category, second.department, second.priority) == ("billing", "support", Priority.URGENT)


async def test_a_manager_puts_up_a_button_and_whoever_presses_it_gets_the_form(forum):
    bot = await forum()
    await bot.asks(BOSS, "contact")
    await bot.presses(ANN, "button-contact", LOBBY)
    await bot.fills(ANN, text="hello")
    assert (await talk(bot)).person == ANN.user


async def test_an_edit_changes_what_the_team_sees_and_the_record_keeps_both(forum):
    bot = await forum()
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


async def test_bots_and_empty_messages_begin_nothing(forum):
    bot = await forum()
    await writes(bot, who=replace(BOB, is_bot=True))
    await writes(bot, "")
    assert await talk(bot) is None


async def test_a_megabyte_and_thirty_files_arrive_cut_and_counted(forum):
    bot = await forum()
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


async def test_an_edit_that_is_too_long_is_told_as_cut(forum):
    bot = await forum()
    ref = await writes(bot)
    await bot.edits(ANN, ref, "x" * 5000)
    assert bot.told(ANN.user)[-1].startswith("I took the first 4000 characters")


async def test_an_answer_longer_than_is_kept_is_not_taken_at_all(forum):
    bot = await forum()
    await writes(bot)
    assert "at most 4000" in await bot.asks(DORA, "reply", thread(bot), answer="x" * 4001)
    assert [entry.kind for entry in await entries(bot)] == [TalkKind.MEMBER]


async def test_both_accounts_of_one_person_have_one_conversation(forum):
    bot = await forum()
    linked = decide(rows=[Linked(who.user, "p", bot.clock.now()) for who in (ANN, DANA)])
    await bot.store.ledger.commit(bot.key, "", linked, bot.clock.now())
    await writes(bot)
    await writes(bot, "from here too", who=DANA)
    assert (await talk(bot)).person == DANA.user
    assert await talk(bot, 2) is None


async def test_what_tries_first_keeps_the_team_quiet_until_she_writes_again(forum):
    bot = await forum()

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


async def test_when_there_are_no_more_threads_it_becomes_a_card(forum):
    bot = await forum()
    bot.discord.most_threads = 0
    await writes(bot)
    assert "Conversation 1" in bot.standing(STAFF)[0].words
    assert "I cannot get in" in bot.sends(STAFF)[-1]


async def test_a_deleted_thread_is_opened_anew_and_nothing_is_lost(forum):
    bot = await forum()
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


# --- the team answers


async def test_an_answer_goes_out_after_ten_seconds_once(forum):
    bot = await forum()
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


async def test_an_answer_can_be_taken_back(forum):
    bot = await forum()
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


async def test_answers_are_signed_where_the_config_says_so(forum):
    bot = await forum(inbox=Inbox(signed=True))
    await writes(bot)
    await bot.asks(DORA, "reply", thread(bot), answer="Hello")
    await bot.waits(seconds=11)
    assert bot.told(ANN.user)[-1].startswith("Dora, Riverside answers:")


async def test_an_answer_that_does_not_arrive_is_shown_and_can_be_tried_again(forum):
    bot = await forum()
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


async def test_canned_answers_are_filled_in_and_spoken_in_her_language(forum):
    words = Localised({"en": "Hi {name}, this is {moderator}.", "pl": "Cześć {name}, tu {moderator}."})
    bot = await forum(inbox=Inbox(canned={"hello": words}))
    await writes(bot, who=replace(ANN, locale="pl"))
    assert "hello" in await bot.asks(DORA, "canned", thread(bot), name="bye")
    await bot.asks(DORA, "canned", thread(bot), name="Hello")
    await bot.waits(seconds=11)
    assert "Cześć Ann, tu Dora." in bot.told(ANN.user)[-1]


async def test_the_others_see_that_somebody_is_writing(forum):
    bot = await forum()
    await writes(bot)
    await bot.presses(DORA, "button-reply", thread(bot))
    assert "Dora is writing" in bot.sends(thread(bot))[-1]
    await bot.presses(DEE, "button-reply", thread(bot))
    forms = [e.words for e in bot.discord.ledger if type(e.action).__name__ == "Ask"]
    assert forms == ["Answer in conversation 1", "Dora is writing too"]
    await bot.fills(DEE, place=thread(bot), answer="Hello")
    await bot.waits(seconds=11)
    assert bot.told(ANN.user)[-1].endswith("Hello")


async def test_plain_words_in_the_thread_are_a_note_that_she_never_reads(forum):
    bot = await forum()
    await writes(bot)
    await bot.says(DORA, "she is new here", thread(bot))
    await bot.says(replace(DORA, is_bot=True), "beep", thread(bot))
    await bot.says(DORA, "", thread(bot))
    assert [(e.kind, e.text) for e in await entries(bot)][1:] == [(TalkKind.NOTE, "she is new here")]
    assert len(bot.told(ANN.user)) == 1


# --- the team moves it on


@pytest.mark.parametrize("times", [8, pytest.param(200, marks=pytest.mark.long)])
async def test_two_who_claim_at_once_leave_one_owner_each_time(forum, times):
    bot = await forum()
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


async def test_claiming_shows_on_the_card_and_the_second_is_told_who_was_first(forum):
    bot = await forum()
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


async def test_handing_over_tells_the_next_one_and_keeps_the_note(forum):
    bot = await forum()
    await writes(bot)
    assert "Dee takes care of conversation 1" in await bot.asks(
        DORA, "handover", thread(bot), member=DEE, note="knows doors"
    )
    assert bot.told(DEE.user) == ["Dora gave conversation 1 to you."]
    assert [e.what or e.text for e in await entries(bot)][1:] == ["handed", "knows doors"]
    assert "not on the team" in await bot.asks(DORA, "handover", thread(bot), member=DANA)
    assert "No conversation" in await bot.asks(DORA, "handover", D_STAFF, member=DEE)


async def test_a_snooze_ends_by_itself_or_when_she_writes(forum):
    bot = await forum()
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


async def test_priority_label_and_the_list(forum):
    bot = await forum()
    await writes(bot)
    await bot.asks(DORA, "priority", thread(bot), urgency="urgent")
    await bot.asks(DORA, "label", thread(bot), label="Door")
    changed = await talk(bot)
    assert (changed.priority, changed.labels) == (Priority.URGENT, ("door",))
    assert "Priority: urgent" in bot.standing(thread(bot))[0].words
    assert "1 · Ann" in await bot.asks(DORA, "inbox", D_STAFF)
    await bot.asks(DORA, "reply", thread(bot), answer="Calm down")
    assert "goes out in 60 s" in bot.standing(thread(bot))[-1].words


async def test_resolved_puts_the_thread_away_and_her_next_word_brings_it_back(forum):
    bot = await forum()
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


async def test_a_scheduled_close_comes_true_unless_she_writes(forum):
    bot = await forum()
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


async def test_two_conversations_of_one_person_become_one(forum):
    bot = await forum(inbox=Inbox(categories=CATEGORIES))
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


async def test_who_is_blocked_reaches_nobody_and_the_history_stays(forum):
    bot = await forum()
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


async def test_the_transcript_tells_all_of_it(forum):
    bot = await forum()
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


async def test_commands_of_the_team_need_a_conversation(forum):
    bot = await forum()
    for path, given in (("reply", {"answer": "x"}), ("canned", {"name": "x"})):
        assert "No conversation is shown here" in await bot.asks(DORA, path, D_STAFF, **given)


async def test_who_leaves_with_open_conversations_leaves_them_to_the_others(forum):
    bot = await forum()
    await writes(bot)
    await bot.asks(DORA, "claim", thread(bot))
    await bot.take(MemberLeft("left/1", GUILD, DORA.user, bot.clock.now()))
    assert "Dora has left; conversation 1 needs somebody." in bot.sends(thread(bot))
    assert "Nobody has taken it yet." in bot.standing(thread(bot))[0].words
    assert (await talk(bot)).owner is None


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
