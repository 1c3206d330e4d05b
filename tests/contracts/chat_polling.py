"""A poll of the messenger's own is put up, its votes come in with names, and it ends when it should."""

from dataclasses import replace
from datetime import timedelta

from bot.core.native_polls import ClosePoll, Manner, OpenPoll, PollRecounted, PollVoted, Voter
from bot.core.receipts import Done, Refusal


def where(stage, **more):
    closes = (stage.now() + timedelta(days=1)).replace(microsecond=0)
    return replace(OpenPoll(stage.place, "Where?", ("here", "there", "nowhere"), closes, several=True), **more)


class Polling:
    """For networks with polls of their own."""

    async def test_a_poll_is_put_up_voted_in_and_ended(self, stage):
        ada = await stage.person()
        made = await stage.perform(where(stage))
        assert isinstance(made, Done)
        assert stage.own_poll(made.message) == ("Where?", ("here", "there", "nowhere"), False)
        await stage.vote(ada, made.message, 1)
        vote = await stage.heard(PollVoted)
        assert (vote.message, vote.by.user, vote.options) == (made.message, ada.user, (1,))
        assert (vote.manner is Manner.TAKEN) is False
        await stage.vote(ada, made.message)
        back = await stage.heard(PollVoted, many=2)
        assert (back.manner, back.options) in {(Manner.WHOLE, ()), (Manner.TAKEN, (1,))}
        assert back.key != vote.key
        assert await stage.perform(ClosePoll(made.message)) == Done(made.message)
        assert stage.own_poll(made.message)[2]
        assert isinstance(await stage.perform(ClosePoll(made.message)), Done)

    async def test_what_the_messenger_does_not_take_is_refused(self, stage):
        many = tuple(f"option {number}" for number in range(30))
        assert (await stage.perform(where(stage, options=many))).why is Refusal.UNSUPPORTED


class Recounting:
    """For networks that list the voters of a poll."""

    async def test_what_was_voted_while_nobody_listened_is_told_afterwards(self, stage):
        ada, bea = await stage.person(), await stage.person()
        made = await stage.perform(where(stage))
        await stage.vote(ada, made.message, 0, 2)
        await stage.heard(PollVoted, many=2)
        await stage.shake()
        after_the_gap = await stage.heard(PollRecounted)
        assert dict(after_the_gap.voters) == {ada.user: Voter(ada.name, (0, 2))}
        await stage.vote(bea, made.message, 1)
        await stage.perform(ClosePoll(made.message))
        at_the_end = await stage.heard(PollRecounted, many=2)
        assert dict(at_the_end.voters) == {ada.user: Voter(ada.name, (0, 2)), bea.user: Voter(bea.name, (1,))}


class NotPolling:
    """For networks without them."""

    async def test_there_are_no_polls_of_its_own(self, stage):
        assert (await stage.perform(where(stage))).why is Refusal.UNSUPPORTED
