"""What a store must forget in time, and what of the record stays without its words.

Inherit ``ForgettingContract`` beside ``StoreContract``, with the same fixture ``store``.
"""

from dataclasses import replace
from datetime import timedelta

from bot.core.actions import Delete, Send, Whisper
from bot.core.cases import CaseEvidence, Evidence
from bot.core.complaints import ComplaintState
from bot.core.decisions import NOTHING, Later, decide
from bot.core.people import Rank
from bot.core.receipts import Done
from bot.core.text import Rich
from bot.runtime.community import Privacy
from bot.runtime.queue import PressRow, State
from tests.contracts.stores import HOME, MARA, MESSAGE, NOW, PLACE, Knock, a_case, a_complaint, rows


class ForgettingContract:
    """Inherit, and give a fixture ``store``."""

    # --- forgetting

    async def test_words_are_forgotten_in_time_and_the_record_stays(self, store):
        old, limit = NOW - timedelta(days=31), timedelta(days=30)
        piece = Evidence("what was said", "said", MESSAGE)
        case = a_case(at=old, evidence=(piece,), reason="again")
        settled = a_complaint(1, at=old, state=ComplaintState.UPHELD)
        kept = (a_case(2, evidence=(piece,)), a_complaint(2, at=old), a_complaint(3, state=ComplaintState.UPHELD))
        await store.ledger.commit(HOME, "", rows(case, settled, *kept), old)
        await store.ledger.commit("elsewhere", "", rows(case), old)
        await store.purge(HOME, NOW, Privacy(limit))
        assert await store.cases.find(HOME, 1) == replace(case, evidence=(Evidence("", "", MESSAGE),))
        blank = replace(settled, text="", evidence=(Evidence("", "", MESSAGE),), version=2)
        assert await store.complaints.find(HOME, 1) == blank
        assert (await store.cases.find(HOME, 2)).evidence == (piece,)
        assert (await store.complaints.find(HOME, 2)).text == "Please look"
        assert (await store.complaints.find(HOME, 3)).text == "Please look"
        assert (await store.cases.find("elsewhere", 1)).evidence == (piece,)
        await store.purge(HOME, NOW, Privacy(limit))
        assert (await store.complaints.find(HOME, 1)).version == 2

    async def test_evidence_that_comes_late_is_forgotten_too(self, store):
        old = NOW - timedelta(days=31)
        await store.ledger.commit(HOME, "", rows(a_case(at=old)), old)
        await store.purge(HOME, NOW, Privacy(timedelta(days=30)))
        await store.ledger.commit(HOME, "", rows(CaseEvidence(1, Evidence("late"))), NOW)
        await store.purge(HOME, NOW, Privacy(timedelta(days=30)))
        assert (await store.cases.find(HOME, 1)).evidence == (Evidence(""),)

    async def test_what_was_said_leaves_old_intents_and_what_was_done_stays(self, store):
        old = NOW - timedelta(days=31)
        quote = Rich(("quoted",))
        steps = (Delete((MESSAGE,)), Send(PLACE, quote), Whisper(MARA, quote, otherwise=Send(PLACE, quote)), Later("x"))
        group = await store.ledger.commit(HOME, "", decide(*steps, case=1), old)
        for queued in group:
            await store.ledger.settle(queued.id, State.DONE, Done(MESSAGE), 1)
        passing = await store.ledger.commit(HOME, "", decide(Send(PLACE, quote)), old)
        await store.ledger.settle(passing[0].id, State.DONE, Done(), 1)
        waiting = await store.ledger.commit(HOME, "", decide(Send(PLACE, quote), case=1), old)
        await store.purge(HOME, NOW, Privacy(timedelta(days=30)))
        did = [d.step for d in await store.cases.receipts(HOME, 1)]
        nothing = Rich(())
        assert did == [steps[0], Send(PLACE, nothing), Whisper(MARA, nothing), Send(PLACE, quote)]
        assert await store.ledger.unfinished() == (waiting,)

    async def test_keys_and_buttons_are_forgotten_when_nobody_can_need_them(self, store):
        long_ago = NOW - timedelta(days=9)
        await store.ledger.commit(HOME, "old", NOTHING, long_ago)
        await store.ledger.commit(HOME, "new", NOTHING, NOW - timedelta(days=7))
        later = NOW + timedelta(days=1)
        await store.presses.keep(
            [
                PressRow("expired", HOME, Knock(1), Rank.GUEST, NOW - timedelta(seconds=1)),
                PressRow("used", HOME, Knock(1), Rank.GUEST, later, once=True),
                PressRow("used-lately", HOME, Knock(1), Rank.GUEST, later, once=True),
                PressRow("often", HOME, Knock(1), Rank.GUEST, later),
            ]
        )
        await store.presses.use("used", long_ago)
        await store.presses.use("often", long_ago)
        await store.presses.use("used-lately", NOW)
        await store.purge(HOME, NOW, Privacy(timedelta(days=30)))
        assert await store.ledger.commit(HOME, "old", NOTHING, NOW) == ()
        assert await store.ledger.commit(HOME, "new", NOTHING, NOW) is None
        left = [name for name in ("expired", "used", "used-lately", "often") if await store.presses.find(name)]
        assert left == ["used-lately", "often"]
