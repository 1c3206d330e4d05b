"""One person over two messengers, running counts, cards that are edited now and then, forms that come back."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from bot.core.actions import Ask, Send
from bot.core.commands import command
from bot.core.decisions import Decision
from bot.core.gatherings import EntriesSealed, Entry, Put
from bot.core.linking import Linked, Unlinked
from bot.core.meetings import OwnZone
from bot.core.privacy import Forget
from bot.core.record import Timer
from bot.core.text import Rich
from bot.core.ui import Button, Field, Form, Press
from bot.runtime.cog import Cog, filled
from bot.runtime.gatherings import Person, Persons, Pseudonyms, Tallies, Tally, Throttle
from bot.runtime.meetings import OwnZones
from bot.runtime.presses import Keyring, Sealer
from tests.build import ANN, NOON, later
from tests.contracts.gatherings import HOME, ILIR, MARA, POLL, entry, write
from tests.fakes.stores import memory_store
from tests.fakes.town import LOBBY


async def test_a_person_is_one_on_both_messengers_from_the_link_on():
    async with memory_store() as store:
        persons = Persons(store.fairness.links)
        assert (await persons.of(HOME, MARA)).key == str(MARA)
        rows = (Linked(MARA, "p", NOON), Linked(ILIR, "p", NOON))
        assert await persons.moves(HOME, rows[0]) == (str(MARA), "p", True)
        await write(store, *rows)
        persons.learned(rows)
        assert await persons.of(HOME, MARA) == await persons.of(HOME, ILIR)
        assert (await persons.of(HOME, ILIR)).linked
        # What was put in stays with the one account that is left; who leaves starts anew.
        assert await persons.moves(HOME, Unlinked(MARA)) == ("p", str(ILIR), False)


async def test_clocks_are_read_once_and_follow_what_is_written():
    async with memory_store() as store:
        await write(store, OwnZone(MARA, "Europe/Tirane"))
        zones = OwnZones(store.meetings)
        assert await zones.of(HOME, MARA) == "Europe/Tirane"
        assert await zones.of(HOME, ILIR) is None
        rows = (OwnZone(ILIR, "Europe/Rome"), OwnZone(MARA, "Europe/Paris"))
        await write(store, *rows)
        zones.learned(HOME, rows)
        assert [await zones.of(HOME, who) for who in (ILIR, MARA)] == ["Europe/Rome", "Europe/Paris"]
        assert await zones.of(HOME, ILIR) == await store.meetings.zone(HOME, ILIR)
        gone = Forget((MARA,), ("gone:x1",), ("Mara",), NOON)
        await write(store, gone)
        zones.learned(HOME, (gone,))
        assert await zones.of(HOME, MARA) is None
        OwnZones(store.meetings).learned(HOME, rows)


async def test_somebody_of_three_accounts_leaves_and_two_stay_one_person():
    async with memory_store() as store:
        third = ANN.user
        await write(store, *(Linked(user, "p", NOON) for user in (MARA, ILIR, third)))
        assert await Persons(store.fairness.links).moves(HOME, Unlinked(third)) == ("p", "p", True)


async def test_running_counts_are_those_that_the_store_would_count():
    async with memory_store() as store:
        tallies = Tallies(store.gatherings)
        assert await tallies.of(HOME, POLL) == Tally()
        for row in (
            entry(MARA, "0"),
            entry(ILIR, "1"),
            entry(MARA, "1", "0"),
            Entry(POLL, "p", Put("2", 5, linked=True)),
            entry(ILIR, None, "1"),
        ):
            await write(store, row)
            tallies.learned(HOME, (row,))
            assert await tallies.of(HOME, POLL) == await store.gatherings.tally(HOME, POLL)
        await write(store, EntriesSealed(POLL))
        tallies.learned(HOME, (EntriesSealed(POLL), Entry("another", "x", Put("0"))))
        assert (await tallies.of(HOME, POLL)).many == {"1": 1, "2": 1}


async def test_who_is_forgotten_is_not_counted_and_not_linked_any_more():
    async with memory_store() as store:
        persons, tallies = Persons(store.fairness.links), Tallies(store.gatherings)
        await write(store, Linked(MARA, "p", NOON), Linked(ILIR, "p", NOON), entry(MARA, "0"), entry(ANN.user, "1"))
        assert (await persons.of(HOME, MARA)).linked
        assert (await tallies.of(HOME, POLL)).many == {"0": 1, "1": 1}
        gone = Forget((MARA, ILIR), ("gone:x1", "gone:x2"), (), NOON)
        await write(store, gone)
        persons.learned((gone,))
        tallies.learned("another", (gone,))
        assert (await tallies.of(HOME, POLL)).people == 2
        tallies.learned(HOME, (gone,))
        assert await persons.of(HOME, MARA) == Person(str(MARA), linked=False)
        assert await tallies.of(HOME, POLL) == await store.gatherings.tally(HOME, POLL)
        assert (await tallies.of(HOME, POLL)).many == {"1": 1}


def test_a_pseudonym_is_of_one_person_in_one_gathering_and_of_nobody_without_its_salt():
    names = Pseudonyms(b"k" * 32)
    one = names.of("discord:1", "poll 1", "salt")
    assert one == names.of("discord:1", "poll 1", "salt")
    others = {names.of("discord:2", "poll 1", "salt"), names.of("discord:1", "poll 2", "salt")}
    others |= {names.of("discord:1", "poll 1", ""), Pseudonyms(b"l" * 32).of("discord:1", "poll 1", "salt")}
    assert len(others) == 4
    assert one not in others


def test_however_many_press_a_card_is_refreshed_once_in_a_while():
    throttle = Throttle("show", timedelta(seconds=5))
    first = throttle.rows(HOME, POLL, NOON, {})
    assert first == (Timer("show", POLL, later(seconds=1)),)
    throttle.learned(HOME, first)
    assert throttle.rows(HOME, POLL, later(seconds=0.5), {}) == ()
    throttle.fired(HOME, POLL, later(seconds=1))
    (second,) = throttle.rows(HOME, POLL, later(seconds=2), {})
    assert second.due == later(seconds=6)
    throttle.learned(HOME, (second,))
    # A timer that never fired must not keep a card as it is for ever.
    assert throttle.rows(HOME, POLL, later(minutes=1), {})


def test_a_named_button_keeps_its_token_and_others_do_not():
    sealer = Sealer(Keyring(b"k" * 32))

    def tokens(name, community="oaks"):
        action = Send(LOBBY, Rich(("x",)), ((Button(Rich(("y",)), Press(), name=name),),))
        return [sealer.seal(action, community, NOON)[0].rows[0][0].token for _ in range(2)]

    assert len(set(tokens("poll 1 yes"))) == 1
    assert len(set(tokens(""))) == 2
    assert len({*tokens("poll 1 yes"), *tokens("poll 1 no"), *tokens("poll 1 yes", "elms")}) == 3
    assert sealer.open(tokens("poll 1 yes")[0]) is not None


@dataclass(frozen=True, slots=True)
class Brewed(Press):
    """The form of the pot."""


FORM = Form(
    Rich(("Tea",)),
    (Field("kind", Rich(("Which?",))), Field("sugar", Rich(("Sugar?",)))),
    Button(Rich(("Send",)), Brewed()),
)


class Kettle(Cog):
    """Takes no lemon."""

    name: ClassVar[str] = "kettle"

    @command("tea", asks=True)
    async def tea(self, ctx) -> Decision:
        """Ask for tea."""
        return ctx.ask(FORM)

    @filled(Brewed)
    async def brewed(self, ctx, press, values) -> Decision:
        """Refuse lemon."""
        if values["kind"] == "lemon":
            return ctx.ask_again(Rich(("No lemon.",)), FORM, values)
        return ctx.answer(Rich((f"{values['kind']}, {values['sugar']}",)))


async def test_a_form_that_was_refused_comes_back_with_what_was_typed(town):
    bot = await town(cogs=(Kettle,))
    await bot.asks(ANN, "tea")
    assert await bot.fills(ANN, "Send", kind="lemon", sugar="two") == "No lemon."
    await bot.presses(ANN, "button-change-it")
    asked = bot.did(Ask)[-1].form
    assert [field.value for field in asked.fields] == ["lemon", "two"]
    assert await bot.fills(ANN, "Send", kind="mint", sugar="two") == "mint, two"
