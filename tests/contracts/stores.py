"""What every store must do, whatever it is made of.

A test module inherits ``StoreContract`` and gives a fixture ``store``; the codec must know ``Knock``.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.actions import Delete, Punish, Sanction, Send, Whisper
from bot.core.cases import Case, Evidence
from bot.core.complaints import Complaint
from bot.core.decisions import NOTHING, Decision, Intent, Later, decide
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.receipts import Done, Refusal, Refused
from bot.core.record import Acceptance, Audit, Binding, Language, Locale, Note, Timer, TimerOff
from bot.core.text import Mention, say
from bot.core.ui import Press
from bot.runtime.queue import Conflict, PressRow, State

HOME = "home"
NOW = datetime(2025, 3, 30, 1, 30, tzinfo=UTC)
SPACE = SpaceRef(DISCORD, "10")
GROUP = SpaceRef(TELEGRAM, "-100:7")
MARA = UserRef(DISCORD, "1")
ILIR = UserRef(DISCORD, "2")
PLACE = Place(ChannelRef(DISCORD, "20"), SPACE, "thread")
MESSAGE = MessageRef(PLACE, "30")


@dataclass(frozen=True, slots=True)
class Knock(Press):
    door: int


def a_case(number: int = 1, **changes) -> Case:
    return replace(Case(number, SPACE, MARA, "Mara", Sanction.WARN, NOW, strikes=1), **changes)


def a_complaint(number: int = 1, **changes) -> Complaint:
    evidence = (Evidence("look", "look", MESSAGE),)
    return replace(Complaint(number, ILIR, "Ilir", NOW, "Please look", SPACE, MARA, "Mara", evidence), **changes)


def rows(*what) -> Decision:
    return Decision(rows=what)


class StoreContract:
    """Inherit, and give a fixture ``store``."""

    # --- the ledger

    async def test_a_decision_is_written_whole_and_its_intents_are_queued_in_order(self, store):
        steps = (
            Delete((MESSAGE,)),
            Whisper(MARA, say("told", who=Mention(ILIR, "Ilir"))),
            Punish(SPACE, MARA, Sanction.MUTE),
        )
        group = await store.ledger.commit(HOME, "key", decide(*steps, rows=[a_case()], case=1), NOW)
        assert [queued.step for queued in group] == list(steps)
        assert [queued.seq for queued in group] == [0, 1, 2]
        assert {(q.community, q.case, q.state, q.tries, q.created_at) for q in group} == {(HOME, 1, State.NEW, 0, NOW)}
        assert len({queued.group for queued in group}) == 1
        assert [queued.id for queued in group] == sorted({queued.id for queued in group})
        assert await store.cases.find(HOME, 1) == a_case()

    async def test_the_same_event_a_second_time_writes_nothing(self, store):
        decision = decide(Delete((MESSAGE,)), rows=[a_case(), Note("cog", "n", "first")])
        assert await store.ledger.commit(HOME, "key", decision, NOW)
        again = decide(Delete((MESSAGE,)), rows=[a_case(2), Note("cog", "n", "second")])
        assert await store.ledger.commit(HOME, "key", again, NOW) is None
        assert await store.cases.find(HOME, 2) is None
        assert await store.notes.note(HOME, "cog", "n") == "first"
        assert len(await store.ledger.unfinished()) == 1

    async def test_a_key_belongs_to_its_community_and_an_empty_one_is_never_remembered(self, store):
        assert await store.ledger.commit(HOME, "key", NOTHING, NOW) == ()
        assert await store.ledger.commit("elsewhere", "key", NOTHING, NOW) == ()
        assert await store.ledger.commit(HOME, "", NOTHING, NOW) == ()
        assert await store.ledger.commit(HOME, "", NOTHING, NOW) == ()

    async def test_the_same_event_at_the_same_time_is_committed_once(self, store):
        commits = (store.ledger.commit(HOME, "key", decide(Delete((MESSAGE,))), NOW) for _ in range(8))
        answers = await asyncio.gather(*commits)
        assert sum(answer is not None for answer in answers) == 1
        assert len(await store.ledger.unfinished()) == 1

    async def test_a_conflict_leaves_nothing_behind_not_even_the_key(self, store):
        await store.ledger.commit(HOME, "", rows(a_case()), NOW)
        torn = decide(Delete((MESSAGE,)), rows=[Note("cog", "n", "torn"), a_case(user_name="another")])
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "key", torn, NOW)
        assert await store.notes.note(HOME, "cog", "n") is None
        assert await store.ledger.unfinished() == ()
        assert await store.ledger.commit(HOME, "key", NOTHING, NOW) == ()

    async def test_what_is_unfinished_comes_back_whole_and_in_order(self, store):
        first = await store.ledger.commit(
            HOME, "1", decide(Delete((MESSAGE,)), Punish(SPACE, MARA, Sanction.BAN), case=1), NOW
        )
        second = await store.ledger.commit(HOME, "2", decide(Delete((MESSAGE,))), NOW)
        third = await store.ledger.commit(HOME, "3", decide(Punish(SPACE, MARA, Sanction.KICK)), NOW)
        await store.ledger.settle(first[0].id, State.DONE, Done(MESSAGE), 1)
        await store.ledger.settle(second[0].id, State.DEAD, Refused(Refusal.GONE, "x"), 8)
        await store.ledger.sending(third[0].id)
        done = replace(first[0], state=State.DONE, receipt=Done(MESSAGE), tries=1)
        assert await store.ledger.unfinished() == ((done, first[1]), (replace(third[0], state=State.SENDING),))

    @pytest.mark.parametrize("state", [State.DONE, State.REFUSED, State.UNKNOWN, State.DEAD])
    async def test_a_settled_group_is_finished(self, store, state):
        (queued,) = await store.ledger.commit(HOME, "", decide(Delete((MESSAGE,))), NOW)
        await store.ledger.settle(queued.id, state, Refused(Refusal.FORBIDDEN), 2)
        await store.ledger.sending(queued.id)
        assert await store.ledger.unfinished() == ()

    async def test_what_a_step_composed_follows_at_the_end_of_its_group(self, store):
        later, delete = Later("cog.card", {"case": 1}), Delete((MESSAGE,))
        group = await store.ledger.commit(HOME, "", decide(later, delete, case=1), NOW)
        send = Intent(Send(PLACE, say("card")), case=1, complaint=4)
        grown = await store.ledger.expand(group[0], [send, Intent(delete)], NOW + timedelta(seconds=1))
        assert [(q.group, q.seq, q.step, q.case, q.complaint) for q in grown] == [
            (group[0].group, 2, send.step, 1, 4),
            (group[0].group, 3, delete, None, None),
        ]
        ((first, *others),) = await store.ledger.unfinished()
        assert first == replace(group[0], state=State.DONE, receipt=Done())
        assert others == [group[1], *grown]

    async def test_a_step_is_expanded_only_once(self, store):
        (later,) = await store.ledger.commit(HOME, "", decide(Later("cog.card")), NOW)
        assert len(await store.ledger.expand(later, [Intent(Delete((MESSAGE,)))], NOW)) == 1
        assert await store.ledger.expand(later, [Intent(Delete((MESSAGE,)))], NOW) == ()
        ((_, *grown),) = await store.ledger.unfinished()
        assert len(grown) == 1

    async def test_a_step_that_composed_nothing_is_finished(self, store):
        (later,) = await store.ledger.commit(HOME, "", decide(Later("cog.card")), NOW)
        assert await store.ledger.expand(later, [], NOW) == ()
        assert await store.ledger.unfinished() == ()

    # --- people, spaces, notes, shelf

    async def test_a_language_is_what_was_chosen_last(self, store):
        assert await store.people.language(HOME, MARA) is None
        await store.ledger.commit(HOME, "", rows(Language(MARA, "pl"), Language(ILIR, "sq")), NOW)
        await store.ledger.commit(HOME, "", rows(Language(MARA, "es")), NOW)
        assert await store.people.language(HOME, MARA) == "es"
        assert await store.people.language("elsewhere", MARA) is None

    async def test_what_a_messenger_said_of_a_language_is_kept_beside_the_choice(self, store):
        assert await store.people.locale(HOME, MARA) == ""
        await store.ledger.commit(HOME, "", rows(Locale(MARA, "pl"), Locale(ILIR, "sq")), NOW)
        await store.ledger.commit(HOME, "", rows(Locale(MARA, "pt-br"), Language(ILIR, "en")), NOW)
        assert await store.people.locale(HOME, MARA) == "pt-br"
        assert await store.people.locale(HOME, ILIR) == "sq"
        assert await store.people.locale("elsewhere", MARA) == ""

    async def test_standing_with_the_guidelines_is_kept_per_space(self, store):
        asked, agreed = Acceptance(SPACE, MARA, "v1", "", NOW), Acceptance(SPACE, MARA, "v1", "v1", NOW)
        await store.ledger.commit(HOME, "", rows(asked), NOW)
        await store.ledger.commit(HOME, "", rows(agreed, replace(asked, space=GROUP)), NOW)
        assert await store.people.acceptance(HOME, SPACE, MARA) == agreed
        assert await store.people.acceptance(HOME, SPACE, ILIR) is None
        assert set(await store.people.acceptances(HOME)) == {agreed, replace(asked, space=GROUP)}
        assert await store.people.acceptances("elsewhere") == ()

    async def test_a_space_belongs_to_the_community_that_bound_it_last(self, store):
        await store.ledger.commit(HOME, "", rows(Binding(SPACE, MARA, NOW), Binding(GROUP, MARA, NOW)), NOW)
        await store.ledger.commit("elsewhere", "", rows(Binding(GROUP, ILIR, NOW)), NOW)
        assert await store.spaces.bound() == {SPACE: HOME, GROUP: "elsewhere"}

    async def test_notes_are_kept_replaced_and_forgotten(self, store):
        await store.ledger.commit(HOME, "", rows(Note("cog", "n", "1"), Audit(MARA, "config", "x", NOW)), NOW)
        await store.ledger.commit(HOME, "", rows(Note("cog", "n", "2"), Note("other", "n", "3")), NOW)
        assert await store.notes.note(HOME, "cog", "n") == "2"
        await store.ledger.commit(HOME, "", rows(Note("cog", "n", None), Note("cog", "unknown", None)), NOW)
        assert await store.notes.note(HOME, "cog", "n") is None
        assert await store.notes.note(HOME, "other", "n") == "3"

    async def test_a_shelf_is_its_adapters_own(self, store):
        mine, yours = store.shelf("telegram"), store.shelf("discord")
        await mine.put("offset", "1")
        await mine.put("offset", "2")
        assert await mine.get("offset") == "2"
        assert await yours.get("offset") is None
        await yours.drop("offset")
        await store.shelf("telegram").drop("offset")
        assert await mine.get("offset") is None

    # --- presses

    async def test_a_button_comes_back_with_what_it_means(self, store):
        full = PressRow("a", HOME, Knock(3), Rank.MODERATOR, NOW, SPACE, MARA, once=True)
        bare = PressRow("b", HOME, Knock(4), Rank.GUEST, NOW)
        await store.presses.keep([full, bare])
        await store.presses.keep([])
        assert await store.presses.find("a") == full
        assert await store.presses.find("b") == bare
        assert await store.presses.find("c") is None

    async def test_a_button_is_used_once_and_kept_once(self, store):
        row = PressRow("a", HOME, Knock(3), Rank.GUEST, NOW, once=True)
        await store.presses.keep([row])
        answers = await asyncio.gather(*(store.presses.use("a", NOW) for _ in range(5)))
        assert sorted(answers) == [False] * 4 + [True]
        await store.presses.keep([row])
        assert await store.presses.find("a") == replace(row, used_at=NOW)
        assert not await store.presses.use("unknown", NOW)

    # --- timers

    async def test_timers_come_due_the_earliest_first(self, store):
        set_ = [Timer("unmute", str(n), NOW + timedelta(minutes=n), {"user": MARA, "n": n}) for n in (3, 1, 2)]
        await store.ledger.commit(HOME, "", rows(*set_), NOW)
        assert await store.timers.next_due() == NOW + timedelta(minutes=1)
        due = await store.timers.due(NOW + timedelta(minutes=2))
        assert [(t.community, t.kind, t.subject, t.due) for t in due] == [
            (HOME, "unmute", str(n), NOW + timedelta(minutes=n)) for n in (1, 2)
        ]
        assert due[0].args == {"user": MARA, "n": 1}
        assert len(await store.timers.due(NOW + timedelta(days=1), most=2)) == 2

    async def test_a_newer_timer_takes_the_place_of_the_older(self, store):
        await store.ledger.commit(HOME, "", rows(Timer("unmute", "x", NOW)), NOW)
        (older,) = await store.timers.due(NOW)
        await store.ledger.commit(HOME, "", rows(Timer("unmute", "x", NOW + timedelta(hours=1))), NOW)
        assert await store.timers.due(NOW) == ()
        await store.timers.fired(older)
        (newer,) = await store.timers.due(NOW + timedelta(hours=1))
        assert newer.generation > older.generation
        await store.timers.fired(newer)
        assert await store.timers.next_due() is None

    async def test_a_timer_that_is_set_again_never_has_a_generation_it_had(self, store):
        seen = []
        for _ in range(3):
            await store.ledger.commit(HOME, "", rows(Timer("unmute", "x", NOW)), NOW)
            (due,) = await store.timers.due(NOW)
            seen.append(due.generation)
            await store.timers.fired(due)
        await store.ledger.commit(HOME, "", rows(Timer("unmute", "x", NOW), TimerOff("unmute", "x")), NOW)
        assert await store.timers.due(NOW) == ()
        assert len(set(seen)) == 3

    # --- as a whole

    async def test_a_sound_store_has_nothing_to_complain_of(self, store):
        assert await store.quick_check() == ()

    async def test_whoever_is_cancelled_in_the_middle_leaves_a_working_store(self, store):
        for number in range(1, 21):
            task = asyncio.create_task(store.ledger.commit(HOME, f"{number}", rows(a_case(number)), NOW))
            for _ in range(number):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        await store.ledger.commit(HOME, "", rows(Note("cog", "n", "1")), NOW)
        assert await store.notes.note(HOME, "cog", "n") == "1"
        for number in range(1, 21):
            filed = await store.cases.find(HOME, number) is not None
            again = await store.ledger.commit(HOME, f"{number}", rows(), NOW)
            assert filed == (again is None)
