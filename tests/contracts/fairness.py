"""What every store must do for appeals, linked accounts, acts that wait, and the audit.

Inherit ``FairnessContract`` beside ``StoreContract``, with the same fixture ``store``.
"""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Sanction
from bot.core.appeals import Appeal, AppealState
from bot.core.consents import Held, HeldState
from bot.core.ids import DISCORD, TELEGRAM, UserRef
from bot.core.linking import LinkCode, LinkCodeUsed, Linked, LinkTry, Unlinked
from bot.core.record import Audit
from bot.runtime.community import Privacy
from bot.runtime.fairness import AppealTally
from bot.runtime.queue import Conflict
from tests.contracts.stores import HOME, ILIR, MARA, NOW, SPACE, a_case, rows

MARA_TOO = UserRef(TELEGRAM, "100")
MONTH = timedelta(days=30)


def an_appeal(number: int = 1, **changes) -> Appeal:
    return replace(Appeal(number, 1, MARA, "Mara", NOW, NOW + timedelta(days=3), "It was a quote"), **changes)


def an_act(number: int = 1, **changes) -> Held:
    return replace(Held(number, SPACE, ILIR, "Ilir", "ban", NOW, {"case": a_case(), "fast": True}), **changes)


class FairnessContract:
    """Inherit, and give a fixture ``store``."""

    # --- appeals

    async def test_an_appeal_is_written_whole_over_the_version_that_was_read(self, store):
        appeals = store.fairness.appeals
        await store.ledger.commit(HOME, "", rows(an_appeal()), NOW)
        filed = await appeals.find(HOME, 1)
        assert filed == an_appeal(version=1)
        judged = replace(
            filed, state=AppealState.REDUCED, owner=ILIR, owner_name="Ilir", answer="fair", outcome=5, escalated=True
        )
        await store.ledger.commit(HOME, "", rows(judged), NOW)
        assert await appeals.find(HOME, 1) == replace(judged, version=2)
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(judged), NOW)
        assert await appeals.find("elsewhere", 1) is None
        assert await appeals.find(HOME, 2) is None

    async def test_a_case_has_one_open_appeal_and_the_newest_is_found(self, store):
        await store.ledger.commit(HOME, "", rows(an_appeal(1)), NOW)
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(an_appeal(2)), NOW)
        first = await store.fairness.appeals.find(HOME, 1)
        await store.ledger.commit(HOME, "", rows(replace(first, state=AppealState.WITHDRAWN)), NOW)
        await store.ledger.commit(HOME, "", rows(an_appeal(3)), NOW)
        assert (await store.fairness.appeals.about(HOME, 1)).number == 3
        assert await store.fairness.appeals.about(HOME, 2) is None

    async def test_appeals_are_counted_by_rule_and_moderator(self, store):
        by_rule, by_hand = a_case(1, rule="flood"), a_case(2, by=ILIR, by_name="Ilir")
        await store.ledger.commit(HOME, "", rows(by_rule, by_hand, a_case(3, rule="flood")), NOW)
        for number, (case, state) in enumerate(
            [
                (1, AppealState.OVERTURNED),
                (2, AppealState.UPHELD),
                (3, AppealState.REDUCED),
                (3, AppealState.OVERTURNED),
                (2, AppealState.WITHDRAWN),
                (2, AppealState.FILED),
            ],
            1,
        ):
            await store.ledger.commit(HOME, "", rows(an_appeal(number, case=case, state=state)), NOW)
        assert await store.fairness.appeals.tallies(HOME) == (
            AppealTally("flood", None, "", upheld=0, reduced=1, overturned=2),
            AppealTally("", ILIR, "Ilir", upheld=1),
        )
        assert await store.fairness.appeals.tallies("elsewhere") == ()

    async def test_texts_of_judged_appeals_are_forgotten_in_time(self, store):
        old = NOW - timedelta(days=31)
        judged = an_appeal(1, at=old, state=AppealState.UPHELD, answer="no")
        await store.ledger.commit(HOME, "", rows(judged, an_appeal(2, case=2, at=old)), old)
        await store.purge(HOME, NOW, Privacy(MONTH))
        assert await store.fairness.appeals.find(HOME, 1) == replace(judged, text="", answer="", version=2)
        assert (await store.fairness.appeals.find(HOME, 2)).text == "It was a quote"

    # --- one person, two accounts

    async def test_linked_accounts_have_one_history(self, store):
        there = replace(SPACE, platform=TELEGRAM)
        await store.ledger.commit(HOME, "", rows(a_case(1), a_case(2, user=MARA_TOO, space=there)), NOW)
        assert await store.fairness.links.accounts(HOME, MARA) == (MARA,)
        await store.ledger.commit(HOME, "", rows(Linked(MARA, "p", NOW), Linked(MARA_TOO, "p", NOW)), NOW)
        assert await store.fairness.links.accounts(HOME, MARA) == (MARA, MARA_TOO)
        assert await store.fairness.links.accounts(HOME, MARA_TOO) == (MARA_TOO, MARA)
        assert [case.number for case in await store.cases.of(HOME, MARA)] == [2, 1]
        assert await store.cases.strikes(HOME, MARA_TOO, None) == 2
        assert await store.fairness.links.accounts("elsewhere", MARA) == (MARA,)
        await store.ledger.commit(HOME, "", rows(Unlinked(MARA_TOO)), NOW)
        assert await store.fairness.links.accounts(HOME, MARA) == (MARA,)
        assert [case.number for case in await store.cases.of(HOME, MARA)] == [1]
        await store.ledger.commit(HOME, "", rows(Linked(MARA, "q", NOW)), NOW)

    async def test_of_three_accounts_one_may_leave(self, store):
        people = rows(*(Linked(user, "p", NOW) for user in (MARA, MARA_TOO, ILIR)), Unlinked(ILIR))
        await store.ledger.commit(HOME, "", people, NOW)
        assert await store.fairness.links.accounts(HOME, MARA) == (MARA, MARA_TOO)

    async def test_an_account_is_one_persons_only(self, store):
        await store.ledger.commit(HOME, "", rows(Linked(MARA, "p", NOW)), NOW)
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(Linked(MARA, "q", NOW)), NOW)

    async def test_a_code_is_good_once(self, store):
        code = LinkCode("ABCDE", MARA, "Mara", NOW)
        await store.ledger.commit(HOME, "", rows(code), NOW)
        assert await store.fairness.links.code(HOME, "ABCDE") == code
        assert await store.fairness.links.code("elsewhere", "ABCDE") is None
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(replace(code, user=ILIR)), NOW)
        uses = (store.ledger.commit(HOME, "", rows(LinkCodeUsed(MARA)), NOW) for _ in range(3))
        outcomes = await asyncio.gather(*uses, return_exceptions=True)
        assert sum(isinstance(outcome, Conflict) for outcome in outcomes) == 2
        assert await store.fairness.links.code(HOME, "ABCDE") is None

    async def test_wrong_codes_are_counted_and_forgotten_after_a_day(self, store):
        yesterday = NOW - timedelta(days=1, seconds=1)
        tries = rows(LinkTry(MARA, yesterday), LinkTry(MARA, NOW), LinkTry(ILIR, NOW))
        spent = LinkCode("ABCDE", MARA, "Mara", yesterday)
        await store.ledger.commit(HOME, "", tries, NOW)
        await store.ledger.commit(HOME, "", rows(spent, LinkCode("FGHJK", ILIR, "Ilir", NOW)), NOW)
        assert await store.fairness.links.tries(HOME, MARA, yesterday) == 2
        assert await store.fairness.links.tries(HOME, MARA, NOW) == 1
        await store.purge(HOME, NOW, Privacy(MONTH))
        assert await store.fairness.links.tries(HOME, MARA, yesterday) == 1
        assert await store.fairness.links.code(HOME, "ABCDE") is None
        assert await store.fairness.links.code(HOME, "FGHJK") is not None

    # --- acts that wait

    async def test_an_act_waits_and_is_decided_once(self, store):
        assert [await store.fairness.held.next_number(HOME) for _ in range(2)] == [1, 2]
        await store.ledger.commit(HOME, "", rows(an_act()), NOW)
        waiting = await store.fairness.held.find(HOME, 1)
        assert waiting == an_act(version=1)
        done = replace(waiting, state=HeldState.CONSENTED, second=MARA, second_name="Mara")
        await store.ledger.commit(HOME, "", rows(done), NOW)
        assert await store.fairness.held.find(HOME, 1) == replace(done, version=2)
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(done), NOW)
        with pytest.raises(Conflict):
            await store.ledger.commit(HOME, "", rows(an_act()), NOW)
        assert await store.fairness.held.find(HOME, 2) is None

    async def test_what_an_act_was_about_is_forgotten_in_time(self, store):
        old = NOW - timedelta(days=31)
        await store.ledger.commit(HOME, "", rows(an_act(1, at=old, state=HeldState.REFUSED), an_act(2, at=old)), old)
        await store.purge(HOME, NOW, Privacy(MONTH))
        assert (await store.fairness.held.find(HOME, 1)).order == {}
        assert (await store.fairness.held.find(HOME, 2)).order == an_act().order

    async def test_what_somebody_did_lately_is_counted_over_all_her_accounts(self, store):
        hour_ago = NOW - timedelta(hours=1)
        did = [
            a_case(1, by=MARA, sanction=Sanction.BAN),
            a_case(2, by=MARA_TOO, sanction=Sanction.BAN),
            a_case(3, by=MARA, sanction=Sanction.KICK),
            a_case(4, by=MARA, sanction=Sanction.BAN, at=hour_ago - timedelta(seconds=1)),
            a_case(5, by=ILIR, sanction=Sanction.BAN),
            a_case(6, sanction=Sanction.BAN),
        ]
        await store.ledger.commit(HOME, "", rows(*did, Linked(MARA, "p", NOW), Linked(MARA_TOO, "p", NOW)), NOW)
        assert await store.fairness.held.acted(HOME, MARA, {Sanction.BAN}, hour_ago) == 2
        assert await store.fairness.held.acted(HOME, ILIR, {Sanction.KICK}, hour_ago) == 0

    # --- the audit

    async def test_the_audit_is_read_by_pages_and_from_a_day_on(self, store):
        lines = [Audit(MARA, f"act {n}", "x", NOW + timedelta(minutes=n), "Mara") for n in range(5)]
        await store.ledger.commit(HOME, "", rows(*lines), NOW)
        await store.ledger.commit("elsewhere", "", rows(Audit(ILIR, "other", "", NOW)), NOW)
        newest = await store.fairness.audits.page(HOME, 2)
        assert [(e.act, e.by, e.by_name) for e in newest] == [("act 4", MARA, "Mara"), ("act 3", MARA, "Mara")]
        older = await store.fairness.audits.page(HOME, 10, before=newest[-1].id)
        assert [e.act for e in older] == ["act 2", "act 1", "act 0"]
        since = [e.act async for e in store.fairness.audits.since(HOME, NOW + timedelta(minutes=3))]
        assert since == ["act 3", "act 4"]

    async def test_a_long_audit_is_read_to_its_end(self, store):
        await store.ledger.commit(HOME, "", rows(*(Audit(MARA, "x", str(n), NOW) for n in range(501))), NOW)
        assert [e.detail async for e in store.fairness.audits.since(HOME, NOW)] == [str(n) for n in range(501)]

    async def test_who_acted_lately_is_of_the_team(self, store):
        lines = (Audit(MARA, "x", "", NOW), Audit(MARA_TOO, "x", "", NOW), Audit(ILIR, "x", "", NOW - MONTH))
        await store.ledger.commit(HOME, "", rows(*lines), NOW)
        assert await store.fairness.audits.staff(HOME, DISCORD, NOW) == {MARA}
        assert await store.fairness.audits.staff(HOME, TELEGRAM, NOW) == {MARA_TOO}
