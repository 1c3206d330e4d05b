"""What every store must do for conversations.

Inherit ``ConversationContract`` beside ``StoreContract``, with the same fixture ``store``.
"""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import OpenThread, Send, Whisper
from bot.core.conversations import Conversation, Fate, Priority, TalkEntry, TalkKind, TalkState
from bot.core.decisions import Decision, Intent
from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, UserRef
from bot.core.linking import Linked
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import Rich
from bot.runtime.community import Privacy
from bot.runtime.queue import Conflict, State
from tests.contracts.stores import HOME, ILIR, MARA, NOW, SPACE, rows

MARA_TOO = UserRef(TELEGRAM, "100")
FORUM = Place(ChannelRef(SPACE.platform, "50"), SPACE)
THREAD = replace(FORUM, thread="51")
FIRST = MessageRef(THREAD, "52")
PRIVATE = Place(ChannelRef(TELEGRAM, "100"))
HERS = MessageRef(PRIVATE, "7")
MONTH = timedelta(days=30)


def a_talk(number: int = 1, **changes) -> Conversation:
    return replace(Conversation(number, MARA, "Mara", NOW, NOW, entries=1), **changes)


def an_entry(seq: int = 1, **changes) -> TalkEntry:
    entry = TalkEntry(1, seq, TalkKind.MEMBER, NOW, "help", MARA, "Mara", fate=Fate.NEW, message=HERS)
    return replace(entry, **changes)


async def settled(store, step, receipt, entry=None, state=State.DONE, number=1):
    """Commit a step of a conversation and let it end so."""
    intent = Intent(step, conversation=number, entry=entry)
    (queued,) = await store.ledger.commit(HOME, "", Decision(intents=(intent,)), NOW)
    await store.ledger.settle(queued.id, state, receipt, 1)


class ConversationContract:
    """Inherit, and give a fixture ``store``."""

    async def test_a_conversation_is_written_whole_over_the_version_that_was_read(self, store):
        talks = store.conversations
        begun = a_talk(place=FORUM, category="billing", department="support", language="pl", waiting_since=NOW)
        await store.ledger.commit(HOME, "", rows(begun), NOW)
        read = await talks.find(HOME, 1)
        assert read == replace(begun, version=1)
        changed = replace(
            read,
            state=TalkState.SNOOZED,
            priority=Priority.URGENT,
            labels=("late", "paid"),
            owner=ILIR,
            owner_name="Ilir",
            answered_at=NOW,
            until=NOW,
            closes_at=NOW,
            merged_into=None,
            blocked=True,
            entries=4,
        )
        await store.ledger.commit(HOME, "", rows(changed), NOW)
        assert await talks.find(HOME, 1) == replace(changed, version=2)
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(changed), NOW)
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(begun), NOW)
        assert await talks.find("elsewhere", 1) is None
        assert await talks.find(HOME, 2) is None

    async def test_of_two_who_claim_at_once_one_owns_it(self, store):
        await store.ledger.commit(HOME, "", rows(a_talk()), NOW)
        read = await store.conversations.find(HOME, 1)
        both = [replace(read, owner=who, owner_name=who.native) for who in (MARA, ILIR)]
        ended = await asyncio.gather(
            *(store.ledger.commit(HOME, "", rows(one), NOW) for one in both), return_exceptions=True
        )
        assert sorted(type(one).__name__ for one in ended) == ["Conflict", "tuple"]
        (won,) = [one for one, end in zip(both, ended, strict=True) if not isinstance(end, Conflict)]
        assert (await store.conversations.find(HOME, 1)).owner == won.owner

    async def test_numbers_of_conversations_are_never_given_twice(self, store):
        assert [await store.conversations.next_number(HOME) for _ in range(3)] == [1, 2, 3]

    async def test_a_person_is_found_by_any_of_her_accounts_in_what_goes_on_by_itself(self, store):
        talks = store.conversations
        linked = [Linked(account, "p", NOW) for account in (MARA, MARA_TOO)]
        gone = a_talk(3, merged_into=2)
        await store.ledger.commit(HOME, "", rows(a_talk(1), a_talk(2, person=MARA_TOO), gone, *linked), NOW)
        assert (await talks.of(HOME, MARA)).number == 2
        assert (await talks.of(HOME, MARA_TOO)).number == 2
        assert await talks.of(HOME, ILIR) is None
        assert await talks.same_person(HOME, MARA, MARA_TOO)
        assert await talks.same_person(HOME, ILIR, ILIR)
        assert not await talks.same_person(HOME, MARA, ILIR)

    async def test_whoever_is_blocked_in_one_of_them_is_found_there(self, store):
        blocked = a_talk(1, state=TalkState.RESOLVED, blocked=True)
        await store.ledger.commit(HOME, "", rows(blocked, a_talk(2)), NOW)
        assert (await store.conversations.of(HOME, MARA)).number == 1

    async def test_what_is_unresolved_comes_most_urgent_first_then_who_has_waited_longest(self, store):
        waits = a_talk(1, waiting_since=NOW)
        longer = a_talk(2, waiting_since=NOW - timedelta(hours=1))
        urgent = a_talk(3, priority=Priority.URGENT)
        await store.ledger.commit(
            HOME, "", rows(waits, longer, urgent, a_talk(4), a_talk(5, state=TalkState.RESOLVED)), NOW
        )
        found = await store.conversations.unresolved(HOME)
        assert [talk.number for talk in found] == [3, 2, 1, 4]
        assert [talk.number for talk in await store.conversations.unresolved(HOME, most=1)] == [3]
        assert [talk.number for talk in await store.conversations.unresolved(HOME, most=2, skip=1)] == [2, 1]
        assert await store.conversations.count_unresolved(HOME) == 4

    async def test_what_waits_leaves_out_what_the_bot_has_and_what_is_about_the_one_who_asks(self, store):
        bots = a_talk(1, state=TalkState.PENDING)
        answered = a_talk(2, state=TalkState.PENDING, answered_at=NOW)
        about = a_talk(3, kept_from=ILIR)
        await store.ledger.commit(HOME, "", rows(bots, answered, about), NOW)
        for manager, numbers in ((None, [2]), (ILIR, [2]), (MARA, [2, 3])):
            found = await store.conversations.unresolved(HOME, manager=manager)
            assert sorted(talk.number for talk in found) == numbers
            assert await store.conversations.count_unresolved(HOME, manager) == len(numbers)

    async def test_what_is_held_or_has_no_step_yet_has_not_gone_out(self, store):
        for seq, fate in enumerate(Fate, 2):
            answer = an_entry(seq, kind=TalkKind.TEAM, fate=fate)
            await store.ledger.commit(HOME, "", rows(a_talk(seq), replace(answer, conversation=seq)), NOW)
            assert await store.conversations.is_unsent(HOME, seq) == (fate in {Fate.HELD, Fate.NEW})

    async def test_what_she_wrote_after_an_answer_is_known_but_not_what_was_for_the_record_alone(self, store):
        kept, heard = an_entry(3, fate=Fate.KEPT), an_entry(4, at=NOW + timedelta(minutes=1))
        await store.ledger.commit(HOME, "", rows(a_talk(), an_entry(1), kept, heard), NOW)
        assert await store.conversations.heard_after(HOME, 1, 2) == heard.at
        assert await store.conversations.heard_after(HOME, 1, 4) is None

    async def test_what_somebody_takes_care_of_is_found(self, store):
        hers = a_talk(1, owner=ILIR, owner_name="Ilir")
        over = a_talk(2, owner=ILIR, state=TalkState.RESOLVED)
        await store.ledger.commit(HOME, "", rows(hers, over, a_talk(3, owner=MARA)), NOW)
        assert [talk.number for talk in await store.conversations.owned_by(HOME, ILIR)] == [1]

    async def test_entries_come_in_order_and_can_be_written_anew(self, store):
        talks = store.conversations
        note = an_entry(2, kind=TalkKind.NOTE, fate=Fate.KEPT, by=None, message=None, carries=("photo",), what="x")
        await store.ledger.commit(HOME, "", rows(a_talk(), an_entry(), note), NOW)
        assert await talks.entries(HOME, 1) == (an_entry(), note)
        assert await talks.entries(HOME, 1, most=1) == (note,)
        assert await talks.entry(HOME, 1, 2) == note
        assert await talks.entry(HOME, 1, 3) is None
        assert await talks.said_in(HOME, HERS) == an_entry()
        assert await talks.said_in(HOME, FIRST) is None
        await store.ledger.commit(HOME, "", rows(an_entry(text="helping")), NOW)
        assert (await talks.entry(HOME, 1, 1)).text == "helping"

    async def test_what_was_said_before_a_merge_is_read_with_the_other(self, store):
        before, after = an_entry(text="before"), an_entry(conversation=2, at=NOW + MONTH, text="after", message=None)
        await store.ledger.commit(HOME, "", rows(a_talk(1, merged_into=2), a_talk(2), after, before), NOW)
        assert [entry.text for entry in await store.conversations.entries(HOME, 2)] == ["before", "after"]

    async def test_an_entry_waits_until_a_step_has_it_and_the_step_says_how_it_ended(self, store):
        talks = store.conversations
        held = an_entry(3, kind=TalkKind.TEAM, fate=Fate.HELD, message=None)
        await store.ledger.commit(HOME, "", rows(a_talk(), an_entry(), held), NOW)
        assert await talks.waiting(HOME, 1, TalkKind.MEMBER) == (an_entry(),)
        assert await talks.waiting(HOME, 1, TalkKind.TEAM) == ()
        assert await talks.unshown(HOME) == (1,)
        show = Intent(Send(THREAD, Rich(("help",))), conversation=1, entry=1)
        (queued,) = await store.ledger.commit(HOME, "", Decision(intents=(show,)), NOW)
        assert (await talks.entry(HOME, 1, 1)).fate is Fate.QUEUED
        assert await talks.waiting(HOME, 1, TalkKind.MEMBER) == ()
        assert await talks.unshown(HOME) == ()
        await store.ledger.settle(queued.id, State.REFUSED, Refused(Refusal.GONE), 1)
        assert (await talks.entry(HOME, 1, 1)).fate is Fate.REFUSED
        await settled(store, Send(THREAD, Rich(("help",))), Done(MessageRef(THREAD, "60")), entry=1)
        assert (await talks.entry(HOME, 1, 1)).fate is Fate.DONE
        assert await talks.mirror(HOME, 1, 1) == MessageRef(THREAD, "60")
        await settled(store, Send(THREAD, Rich(("x",))), Done(MessageRef(THREAD, "61")), entry=3)
        assert (await talks.entry(HOME, 1, 3)).fate is Fate.HELD

    async def test_a_thread_leads_to_its_conversation_and_back_and_a_newer_one_takes_its_place(self, store):
        talks = store.conversations
        await store.ledger.commit(HOME, "", rows(a_talk()), NOW)
        opening = OpenThread(FORUM, "Mara", Rich(("hi",)))
        await settled(store, opening, Done(FIRST))
        assert await talks.home(HOME, 1) == FIRST
        assert await talks.at(HOME, THREAD) == 1
        assert await talks.shown_in(HOME, FIRST) == 1
        assert await talks.at(HOME, FORUM) is None
        assert await talks.at("elsewhere", THREAD) is None
        again = MessageRef(replace(FORUM, thread="71"), "72")
        await settled(store, opening, Done(again))
        assert await talks.home(HOME, 1) == again
        assert await talks.at(HOME, THREAD) == 1
        card = MessageRef(FORUM, "80")
        await settled(store, opening, Done(card))
        assert await talks.home(HOME, 1) == card
        await settled(store, opening, Refused(Refusal.FORBIDDEN), state=State.REFUSED)
        assert await talks.home(HOME, 1) == card
        assert await talks.home(HOME, 2) is None

    async def test_what_stands_in_a_private_chat_is_not_what_the_team_sees(self, store):
        talks = store.conversations
        await store.ledger.commit(HOME, "", rows(a_talk(), an_entry(kind=TalkKind.TEAM)), NOW)
        await settled(store, Whisper(MARA_TOO, Rich(("hi",))), Done(MessageRef(PRIVATE, "9")), entry=1)
        assert await talks.mirror(HOME, 1, 1) is None
        assert await talks.shown_in(HOME, MessageRef(PRIVATE, "9")) == 1

    async def test_words_of_resolved_conversations_go_in_time_and_those_of_others_stay(self, store):
        over = a_talk(1, state=TalkState.RESOLVED)
        goes_on = a_talk(2)
        said = (an_entry(carries=("photo",)), an_entry(conversation=2))
        await store.ledger.commit(HOME, "", rows(over, goes_on, *said), NOW)
        await settled(store, OpenThread(FORUM, "Mara", Rich(("hi",))), Done(FIRST))
        await store.purge(HOME, NOW + MONTH, Privacy(MONTH))
        assert (await store.conversations.entry(HOME, 1, 1)).text == "help"
        await store.purge(HOME, NOW + MONTH + timedelta(seconds=1), Privacy(MONTH))
        blank = await store.conversations.entry(HOME, 1, 1)
        assert (blank.text, blank.carries, blank.by) == ("", (), MARA)
        assert (await store.conversations.entry(HOME, 2, 1)).text == "help"
        assert await store.conversations.home(HOME, 1) is None
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(replace(over, version=1)), NOW)
