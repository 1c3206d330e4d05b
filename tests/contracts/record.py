"""What a store must do with the record: cases, what is taken back of them, and complaints.

Inherit ``RecordContract`` beside ``StoreContract``, with the same fixture ``store``.
"""

import asyncio
from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from bot.core.actions import Delete, Punish, Sanction, Send
from bot.core.cases import CaseEvidence, Evidence
from bot.core.complaints import Complaint, ComplaintState
from bot.core.decisions import Asker, Decision, Intent, Later, Reply, decide
from bot.core.ids import DISCORD, MessageRef, Place, UserRef
from bot.core.interactions import Ticket
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import say
from bot.runtime.queue import Conflict, State
from tests.contracts.stores import HOME, ILIR, MARA, MESSAGE, NOW, PLACE, SPACE, a_case, a_complaint, rows


class RecordContract:
    """Inherit, and give a fixture ``store``."""

    # --- cases

    async def test_a_case_comes_back_with_everything_it_was_filed_with(self, store):
        case = a_case(
            by=ILIR,
            by_name="Ilir 🐙",
            sanction=Sanction.BAN,
            guideline="kindness",
            rule="words",
            reason="«нет» \U0001f600",
            evidence=(Evidence("text", "te", MESSAGE), Evidence("more")),
            until=NOW + timedelta(days=1, microseconds=1),
            place=PLACE,
            undoes=7,
            config="abc",
        )
        await store.ledger.commit(HOME, "", rows(case), NOW)
        assert await store.cases.find(HOME, 1) == case
        assert await store.cases.find("elsewhere", 1) is None
        assert await store.cases.find(HOME, 2) is None

    async def test_moments_come_back_in_utc_whatever_zone_they_were_written_in(self, store):
        from datetime import timezone

        summer = NOW.astimezone(timezone(timedelta(hours=2)))
        await store.ledger.commit(HOME, "", rows(a_case(at=summer)), NOW)
        at = (await store.cases.find(HOME, 1)).at
        assert at == NOW
        assert at.tzinfo is UTC

    async def test_letters_that_no_database_takes_become_a_replacement_mark(self, store):
        await store.ledger.commit(HOME, "", rows(a_case(user_name="a\x00b\ud800c")), NOW)
        assert (await store.cases.find(HOME, 1)).user_name == "a\ufffdb\ufffdc"

    async def test_more_of_a_burst_joins_the_evidence(self, store):
        await store.ledger.commit(HOME, "", rows(a_case(evidence=(Evidence("one"),))), NOW)
        two = (CaseEvidence(1, Evidence("two", "wo", MESSAGE)), CaseEvidence(1, Evidence("three")))
        await store.ledger.commit(HOME, "", rows(*two), NOW)
        evidence = (await store.cases.find(HOME, 1)).evidence
        assert evidence == (Evidence("one"), Evidence("two", "wo", MESSAGE), Evidence("three"))

    async def test_evidence_for_no_case_is_a_conflict(self, store):
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(CaseEvidence(9, Evidence("x"))), NOW)

    async def test_a_persons_cases_come_newest_first_and_not_too_many(self, store):
        filed = [a_case(number, at=NOW + timedelta(minutes=number)) for number in (1, 2, 3)]
        await store.ledger.commit(HOME, "", rows(*filed, a_case(4, user=ILIR)), NOW)
        assert [case.number for case in await store.cases.of(HOME, MARA)] == [3, 2, 1]
        assert [case.number for case in await store.cases.of(HOME, MARA, most=2)] == [3, 2]
        assert await store.cases.of("elsewhere", MARA) == ()

    async def test_strikes_count_since_a_moment_and_without_what_was_taken_back(self, store):
        filed = (
            a_case(1, strikes=1, at=NOW - timedelta(days=40)),
            a_case(2, strikes=2, at=NOW),
            a_case(3, strikes=4, at=NOW + timedelta(seconds=1)),
            a_case(4, strikes=8, user=ILIR),
            a_case(5, strikes=0, undoes=3, at=NOW + timedelta(days=1)),
        )
        await store.ledger.commit(HOME, "", rows(*filed), NOW)
        await store.ledger.commit("elsewhere", "", rows(a_case(1, strikes=50), a_case(2, strikes=0, undoes=1)), NOW)
        assert await store.cases.strikes(HOME, MARA, None) == 3
        assert await store.cases.strikes(HOME, MARA, NOW) == 2
        assert await store.cases.strikes(HOME, MARA, NOW + timedelta(microseconds=1)) == 0
        assert await store.cases.strikes(HOME, UserRef(DISCORD, "9"), None) == 0

    async def test_strikes_of_one_guideline_count_by_themselves(self, store):
        filed = (
            a_case(1, strikes=1, guideline="kindness", at=NOW - timedelta(days=40)),
            a_case(2, strikes=2, guideline="kindness"),
            a_case(3, strikes=4, guideline="no-ads"),
        )
        await store.ledger.commit(HOME, "", rows(*filed), NOW)
        assert await store.cases.strikes(HOME, MARA, None, "kindness") == 3
        assert await store.cases.strikes(HOME, MARA, NOW, "kindness") == 2
        assert await store.cases.strikes(HOME, MARA, None, "quiet") == 0

    async def test_a_case_is_taken_back_once(self, store):
        await store.ledger.commit(HOME, "", rows(a_case(1), a_case(2, undoes=1)), NOW)
        assert await store.cases.undone_by(HOME, 1) == 2
        assert await store.cases.undone_by(HOME, 2) is None
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(a_case(3, undoes=1)), NOW)

    async def test_the_receipts_of_a_case_tell_what_was_done_in_order(self, store):
        reply = Reply(Asker(Ticket("t"), PLACE, ILIR), say("done"))
        steps = (Delete((MESSAGE,)), Punish(SPACE, MARA, Sanction.MUTE), reply, Later("cog.card"))
        group = await store.ledger.commit(HOME, "", decide(*steps, case=1), NOW)
        await store.ledger.commit(HOME, "", decide(Delete((MESSAGE,)), case=2), NOW)
        await store.ledger.settle(group[1].id, State.REFUSED, Refused(Refusal.OUTRANKED), 1)
        card = Send(PLACE, say("card"))
        (sent,) = await store.ledger.expand(group[3], [Intent(card, 1)], NOW)
        await store.ledger.settle(sent.id, State.DONE, Done(MESSAGE), 1)
        did = await store.cases.receipts(HOME, 1)
        assert [(d.step, d.receipt) for d in did] == [
            (steps[0], None),
            (steps[1], Refused(Refusal.OUTRANKED)),
            (card, Done(MESSAGE)),
        ]

    async def test_numbers_are_never_given_twice(self, store):
        numbers = await asyncio.gather(*(store.cases.next_number(HOME) for _ in range(50)))
        assert sorted(numbers) == list(range(1, 51))
        assert await store.complaints.next_number(HOME) == 1
        assert await store.cases.next_number("elsewhere") == 1
        assert await store.cases.next_number(HOME) == 51

    # --- complaints

    async def test_a_complaint_comes_back_one_version_later(self, store):
        new = a_complaint(for_managers=True, owner=MARA, owner_name="Mara", case=3, state=ComplaintState.TAKEN)
        bare = Complaint(2, ILIR, "Ilir", NOW)
        await store.ledger.commit(HOME, "", rows(new, bare), NOW)
        assert await store.complaints.find(HOME, 1) == replace(new, version=1)
        assert await store.complaints.find(HOME, 2) == replace(bare, version=1)
        assert await store.complaints.find("elsewhere", 1) is None

    async def test_who_writes_over_a_version_that_is_gone_hears_of_it(self, store):
        await store.ledger.commit(HOME, "", rows(a_complaint()), NOW)
        read = await store.complaints.find(HOME, 1)
        await store.ledger.commit(HOME, "", rows(replace(read, state=ComplaintState.TAKEN, owner=MARA)), NOW)
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "late", rows(replace(read, state=ComplaintState.DECLINED)), NOW)
        stands = await store.complaints.find(HOME, 1)
        assert (stands.state, stands.owner, stands.version) == (ComplaintState.TAKEN, MARA, 2)
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(a_complaint(text="same number")), NOW)

    async def test_of_two_who_settle_at_once_one_wins(self, store):
        await store.ledger.commit(HOME, "", rows(a_complaint()), NOW)
        read = await store.complaints.find(HOME, 1)
        both = [replace(read, state=state) for state in (ComplaintState.UPHELD, ComplaintState.DECLINED)]
        commits = (store.ledger.commit(HOME, "", rows(one), NOW) for one in both)
        answers = await asyncio.gather(*commits, return_exceptions=True)
        assert sorted(isinstance(answer, Conflict) for answer in answers) == [False, True]

    async def test_a_second_report_of_a_message_finds_the_open_complaint(self, store):
        await store.ledger.commit(HOME, "", rows(a_complaint(), a_complaint(2, evidence=())), NOW)
        elsewhere_named = MessageRef(Place(PLACE.channel), MESSAGE.native)
        assert (await store.complaints.open_about(HOME, MESSAGE)).number == 1
        assert (await store.complaints.open_about(HOME, elsewhere_named)).number == 1
        assert await store.complaints.open_about(HOME, replace(MESSAGE, native="31")) is None
        assert await store.complaints.open_about("elsewhere", MESSAGE) is None
        read = await store.complaints.find(HOME, 1)
        more = (*read.evidence, Evidence("next", "", replace(MESSAGE, native="31")))
        await store.ledger.commit(HOME, "", rows(replace(read, evidence=more)), NOW)
        assert (await store.complaints.open_about(HOME, replace(MESSAGE, native="31"))).number == 1

    @pytest.mark.parametrize("state", [ComplaintState.UPHELD, ComplaintState.DECLINED])
    async def test_a_settled_complaint_is_not_found_by_its_message(self, store, state):
        await store.ledger.commit(HOME, "", rows(a_complaint(state=state)), NOW)
        assert await store.complaints.open_about(HOME, MESSAGE) is None

    async def test_the_cards_of_a_complaint_are_what_its_intents_sent(self, store):
        shown = tuple(Intent(Send(PLACE, say("card")), complaint=1) for _ in range(4))
        group = await store.ledger.commit(HOME, "", Decision(intents=(*shown, Intent(Delete((MESSAGE,))))), NOW)
        other = replace(MESSAGE, native="31")
        for queued, message in zip(group, (other, MESSAGE, other, None), strict=False):
            await store.ledger.settle(queued.id, State.DONE, Done(message), 1)
        await store.ledger.settle(group[4].id, State.DONE, Done(replace(MESSAGE, native="99")), 1)
        assert await store.complaints.cards(HOME, 1) == (other, MESSAGE)
        assert await store.complaints.cards("elsewhere", 1) == ()
