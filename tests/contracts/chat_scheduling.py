"""An event stands among the messenger's own, follows what is changed, and goes; or the messenger has nothing like it."""

from dataclasses import replace
from datetime import timedelta

from bot.core.actions import Schedule
from bot.core.capabilities import Capability
from bot.core.receipts import Done, Refusal


def tea(stage, **more):
    starts = (stage.now() + timedelta(days=2)).replace(microsecond=0)
    return replace(
        Schedule(stage.space, "Tea", "Bring a cup.\n\n#1", "The barn", starts, starts + timedelta(hours=2)), **more
    )


class Scheduling:
    """For networks with events of their own."""

    async def test_an_event_is_made_once_changed_and_called_off(self, stage):
        assert Capability.SCHEDULE in await stage.can()
        made = await stage.perform(tea(stage))
        assert isinstance(made, Done)
        assert made.interested == 0
        assert stage.scheduled() == {made.message.native: ("Tea", "The barn")}
        # The answer was lost, so it is asked for again: it is the same one.
        assert (await stage.perform(tea(stage))).message == made.message
        moved = tea(stage, title="Coffee", where="The mill", known=made.message)
        assert (await stage.perform(moved)).message == made.message
        assert stage.scheduled() == {made.message.native: ("Coffee", "The mill")}
        assert await stage.perform(replace(moved, off=True)) == Done()
        assert stage.scheduled() == {}
        assert await stage.perform(replace(moved, off=True)) == Done()
        assert (await stage.perform(moved)).why is Refusal.GONE

    async def test_without_the_right_there_is_none_and_it_is_not_claimed(self, stage):
        await stage.take_right(Capability.SCHEDULE)
        assert (await stage.perform(tea(stage))).why is Refusal.FORBIDDEN
        assert stage.scheduled() == {}


class NotScheduling:
    """For networks without them."""

    async def test_there_are_no_events_of_its_own(self, stage):
        assert Capability.SCHEDULE not in await stage.can()
        assert (await stage.perform(tea(stage))).why is Refusal.UNSUPPORTED
