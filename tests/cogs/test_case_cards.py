"""The card of a case: one for a burst, up to date, and a new one where the old one is gone."""

from bot.core.actions import Edit
from tests.build import ANN, MOD
from tests.fakes.town import PLACES, STAFF, words


async def test_a_card_that_staff_deleted_is_put_up_again(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    (card,) = bot.standing(STAFF)
    bot.telegram.shown.clear()
    await bot.says(ANN, "gnarf")
    (again,) = bot.standing(STAFF)
    assert again.ref != card.ref
    assert "2 times in a row" in again.words


async def test_an_act_by_hand_has_a_card_of_its_own_in_the_middle_of_a_burst(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    await bot.asks(MOD, "warn", member=ANN)
    await bot.says(ANN, "gnarf")
    assert len(bot.standing(STAFF)) == 2


async def test_taking_back_a_case_that_never_had_a_card_draws_none(town):
    bot = await town(words())
    await bot.says(ANN, "blorp")
    await bot.waits(minutes=10)
    bot.changes(places={"lobby": PLACES["lobby"]})
    await bot.asks(MOD, "case", STAFF, which="1")
    bot.telegram.shown = {ref: s for ref, s in bot.telegram.shown.items() if ref.place == STAFF}
    await bot.presses(MOD, "button-undo", STAFF)
    assert len(bot.did(Edit)) == 1
