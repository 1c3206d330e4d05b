"""What every store keeps of news: how far feeds were read, what is known of them, and who agreed to get any."""

from datetime import timedelta

from bot.core.decisions import Decision
from bot.core.digests import DigestEnded, DigestTried, DigestWish
from bot.core.feeds import FeedSeen, FeedState
from bot.core.ids import DISCORD, TELEGRAM, UserRef
from tests.build import NOON

HOME = "home"
MARA, ILIR, ANYA = UserRef(DISCORD, "1"), UserRef(TELEGRAM, "2"), UserRef(TELEGRAM, "3")
LATER = NOON + timedelta(days=1)
TERMS = "1"


async def write(store, *rows):
    await store.ledger.commit(HOME, "", Decision(rows=rows), NOON)


class FeedContract:
    """Inherit, and give a fixture ``store``."""

    async def test_how_far_a_feed_was_read_is_what_was_written_last(self, store):
        await write(store, FeedState("trade", "https://example.org/a", NOON), FeedState("club", "https://e.org", NOON))
        read = FeedState("trade", "https://example.org/b", LATER, '"v1"', "Thu", NOON, 2)
        await write(store, read)
        states = await store.feeds.states(HOME)
        assert states == {"trade": read, "club": FeedState("club", "https://e.org", NOON)}
        assert await store.feeds.states("elsewhere") == {}

    async def test_what_was_seen_is_known_by_the_moment_it_was_seen_last(self, store):
        many = tuple(f"mark {number}" for number in range(1100))  # more than one question takes
        await write(store, FeedSeen("trade", many, NOON), FeedSeen("trade", (), NOON))
        await write(store, FeedSeen("club", many[:1], LATER))
        known = await store.feeds.known(HOME, [*many, "unheard of"])
        assert known == {**dict.fromkeys(many, NOON), many[0]: LATER}
        assert await store.feeds.known("elsewhere", many[:3]) == {}


class DigestContract:
    """Inherit, and give a fixture ``store``."""

    async def test_an_agreement_is_the_latest_one_and_gone_when_it_is_taken_back(self, store):
        await write(store, DigestWish(MARA, ("events",), TERMS, NOON), DigestWish(ILIR, ("events",), TERMS, NOON))
        newer = DigestWish(MARA, ("events", "releases"), "2", LATER)
        await write(store, newer)
        both = (newer, DigestWish(ILIR, ("events",), TERMS, NOON))
        assert await store.digests.of(HOME, (ILIR, MARA, ANYA)) == both
        assert await store.digests.of("elsewhere", (MARA,)) == ()
        await write(store, DigestEnded(MARA), DigestEnded(ANYA))
        assert await store.digests.of(HOME, (MARA, ILIR)) == both[1:]

    async def test_agreements_come_a_page_at_a_time_in_the_order_of_accounts(self, store):
        wishes = [DigestWish(who, ("events",), TERMS, NOON) for who in (ANYA, MARA, ILIR)]
        await write(store, *wishes)
        first = await store.digests.page(HOME, "", 2)
        assert [one.user for one in first] == [MARA, ILIR]
        assert [one.user for one in await store.digests.page(HOME, str(ILIR), 2)] == [ANYA]

    async def test_who_cannot_be_reached_again_and_again_is_dropped_and_nobody_is_added(self, store):
        await write(store, DigestWish(MARA, ("events",), TERMS, NOON))
        lost = DigestTried(MARA, reached=False, most=2)
        await write(store, lost)
        await write(store, DigestTried(MARA, reached=True, most=2))
        await write(store, lost, DigestTried(ILIR, reached=True, most=2))
        assert [one.user for one in await store.digests.page(HOME, "", 9)] == [MARA]
        await write(store, lost)
        assert await store.digests.page(HOME, "", 9) == ()
