"""What every store must do for letters to departments.

Inherit ``LetterContract`` beside ``StoreContract``, with the same fixture ``store``.
"""

from dataclasses import replace
from datetime import timedelta

from bot.core.deliveries import Letter, LetterRevived, LetterState, LetterTried, Occasion, Way
from bot.runtime.community import Privacy
from tests.contracts.stores import HOME, NOW, rows

SOON = NOW + timedelta(minutes=5)
MONTH = timedelta(days=30)


def a_letter(name: str = "msg_1", **changes) -> Letter:
    return replace(Letter(name, 3, "sales", Way.WEBHOOK, Occasion.OPENED, 4, NOW), **changes)


async def wrote(store, *what, community=HOME):
    await store.ledger.commit(community, "", rows(*what), NOW)


def tried(state=LetterState.WAITING, name="msg_1", at=SOON, why="HTTP 500"):
    return LetterTried(name, state, at, why)


class LetterContract:
    """Inherit, and give a fixture ``store``."""

    async def test_a_letter_waits_from_the_moment_it_is_written_and_is_there_once(self, store):
        assert await store.deliveries.next_due() is None
        await wrote(store, a_letter(), a_letter(seq=9))
        (posted,) = await store.deliveries.due(NOW)
        assert posted.letter == a_letter()
        assert (posted.community, posted.state, posted.tries, posted.due) == (HOME, LetterState.WAITING, 0, NOW)
        assert await store.deliveries.next_due() == NOW
        assert await store.deliveries.due(NOW - timedelta(seconds=1)) == ()
        assert await store.deliveries.find("elsewhere", "msg_1") is None

    async def test_a_failed_try_puts_it_off_and_counts(self, store):
        await wrote(store, a_letter())
        await wrote(store, tried())
        assert await store.deliveries.due(NOW) == ()
        assert await store.deliveries.next_due() == SOON
        (posted,) = await store.deliveries.due(SOON)
        assert (posted.tries, posted.why) == (1, "HTTP 500")

    async def test_what_arrived_is_over_whatever_is_written_afterwards(self, store):
        await wrote(store, a_letter())
        await wrote(store, tried(LetterState.DONE))
        await wrote(store, tried(), LetterRevived("msg_1", NOW), a_letter())
        assert (await store.deliveries.find(HOME, "msg_1")).state is LetterState.DONE
        assert await store.deliveries.next_due() is None

    async def test_dead_letters_are_listed_newest_first_and_can_wait_again(self, store):
        await wrote(store, a_letter(), a_letter("msg_2", at=SOON), a_letter("msg_3"))
        await wrote(store, tried(LetterState.DEAD), tried(LetterState.DEAD, "msg_2"))
        await wrote(store, a_letter("msg_4"), tried(LetterState.DEAD, "msg_4"), community="elsewhere")
        assert [one.letter.id for one in await store.deliveries.dead(HOME)] == ["msg_2", "msg_1"]
        assert [one.letter.id for one in await store.deliveries.dead(HOME, most=1)] == ["msg_2"]
        await wrote(store, LetterRevived("msg_1", SOON), LetterRevived("msg_3", SOON))
        (back,) = [one for one in await store.deliveries.due(SOON) if one.letter.id == "msg_1"]
        assert (back.tries, back.state) == (0, LetterState.WAITING)
        assert (await store.deliveries.find(HOME, "msg_3")).due == NOW

    async def test_what_arrived_is_forgotten_after_days_and_what_is_dead_after_months(self, store):
        await wrote(store, a_letter(), a_letter("msg_2"), a_letter("msg_3"))
        await wrote(store, tried(LetterState.DONE), tried(LetterState.DEAD, "msg_2"))
        await store.purge(HOME, NOW + timedelta(days=9), Privacy(MONTH))
        left = [await store.deliveries.find(HOME, name) for name in ("msg_1", "msg_2", "msg_3")]
        assert [one is not None for one in left] == [False, True, True]
        await store.purge(HOME, NOW + timedelta(days=91), Privacy(MONTH))
        assert await store.deliveries.find(HOME, "msg_2") is None
        assert await store.deliveries.find(HOME, "msg_3") is not None
