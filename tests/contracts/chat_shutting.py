"""What everybody may do is surveyed, shut, and given back exactly; those who wait outside are let in or sent away."""

import asyncio
from datetime import timedelta

import pytest

from bot.core.capabilities import Capability
from bot.core.doors import Admit, GiveRole, Invite, Right, SetPace, SetRights, Survey
from bot.core.events import JoinRequested
from bot.core.people import Rank
from bot.core.receipts import Done, Refusal, Refused
from tests.contracts.chat import SECONDS, NotOffered


async def surveyed(stage, *places):
    receipt = await stage.perform(Survey(stage.space, places))
    assert isinstance(receipt, Done)
    return receipt.found


class Shutting:
    """Rights of everybody, slow mode, roles, requests to join."""

    async def test_a_survey_changes_nothing(self, stage):
        ada = await stage.person()
        first = await surveyed(stage, stage.place)
        assert await surveyed(stage, stage.place) == first
        assert stage.may_speak(ada)

    async def test_a_space_is_shut_and_opened_exactly_as_it_was(self, stage):
        ada = await stage.person()
        before = await surveyed(stage)
        shut = frozenset({Right.SPEAK, Right.MEDIA, Right.INVITE})
        for _ in range(2):
            assert await stage.perform(SetRights(stage.space, before, shut)) == Done()
            assert not stage.may_speak(ada)
        for _ in range(2):
            assert await stage.perform(SetRights(stage.space, before, opened=shut)) == Done()
            await stage.until(lambda: stage.may_speak(ada), "an open space")
        await self.found_again(stage, before)

    async def test_less_is_shut_when_it_gets_calmer(self, stage):
        ada = await stage.person()
        before = await surveyed(stage)
        await stage.perform(SetRights(stage.space, before, frozenset({Right.SPEAK, Right.MEDIA})))
        calmer = SetRights(stage.space, before, frozenset({Right.MEDIA}), frozenset({Right.SPEAK}))
        assert await stage.perform(calmer) == Done()
        assert stage.may_speak(ada)
        await stage.perform(SetRights(stage.space, before, opened=frozenset({Right.MEDIA})))
        await self.found_again(stage, before)

    async def test_moderators_native_to_the_network_may_still_act(self, stage):
        before = await surveyed(stage)
        await stage.perform(SetRights(stage.space, before, frozenset({Right.SPEAK})))
        assert Capability.DELETE in await stage.can()
        await stage.perform(SetRights(stage.space, before, opened=frozenset({Right.SPEAK})))

    async def test_slow_mode_is_set_where_the_platform_has_one(self, stage):
        slow = await stage.perform(SetPace(stage.place, timedelta(seconds=30)))
        if Capability.PACE not in await stage.can():
            assert slow.why is Refusal.UNSUPPORTED
            return
        assert slow == Done()
        assert stage.pace() == 30
        assert await stage.perform(SetPace(stage.place, timedelta(0))) == Done()
        assert stage.pace() == 0

    async def test_a_role_is_given_and_taken_by_its_name(self, stage):
        ada = await stage.person()
        try:
            role = stage.a_role()
        except NotOffered:
            refused = await stage.perform(GiveRole(stage.space, ada.user, "neighbours"))
            assert refused.why is Refusal.UNSUPPORTED
            return
        await stage.until(lambda: stage.knows_role(role), "the role")
        assert await stage.perform(GiveRole(stage.space, ada.user, role)) == Done()
        assert role in stage.roles(ada)
        assert await stage.perform(GiveRole(stage.space, ada.user, role, take=True)) == Done()
        assert role not in stage.roles(ada)

    @pytest.mark.parametrize("welcome", [True, False])
    async def test_who_asks_to_join_is_let_in_or_sent_away(self, stage, welcome):
        try:
            ada = await stage.ask_in()
        except NotOffered:
            someone = await stage.person()
            assert (await stage.perform(Admit(stage.space, someone.user))).why is Refusal.UNSUPPORTED
            return
        asked = await stage.heard(JoinRequested)
        assert (asked.member.user, asked.member.name, asked.space) == (ada.user, ada.name, stage.space)
        assert asked.member.rank is Rank.GUEST
        assert await stage.perform(Admit(stage.space, ada.user, welcome=welcome)) == Done()
        assert stage.present(ada) is welcome

    async def test_a_link_by_which_people_ask_to_join_is_made_and_another_ends_it(self, stage):
        first = await stage.perform(Invite(stage.space))
        if isinstance(first, Refused):
            assert first.why is Refusal.UNSUPPORTED
            return
        second = await stage.perform(Invite(stage.space, first.link))
        assert first.link.startswith("https://")
        assert second.link not in {"", first.link}
        third = await stage.perform(Invite(stage.space, first.link))
        assert isinstance(third, Done), "one that is over already does no harm"

    async def test_nothing_is_slowed_down_where_the_bot_is_not(self, stage):
        assert isinstance(await stage.perform(SetPace(stage.nowhere(), timedelta(seconds=1))), Refused)

    @staticmethod
    async def found_again(stage, before):
        """What stands now is what stood before; the adapter may hear of it a moment later."""
        async with asyncio.timeout(SECONDS):
            while await surveyed(stage) != before:  # noqa: ASYNC110  # what is waited for happens inside the adapter
                await asyncio.sleep(0.01)


class NotShutting:
    """For networks where the bot's own rights can be taken away."""

    async def test_without_the_right_nothing_is_shut_and_it_is_not_claimed(self, stage):
        ada = await stage.person()
        before = await surveyed(stage)
        await stage.take_right(Capability.RIGHTS)
        assert Capability.RIGHTS not in await stage.can()
        refused = await stage.perform(SetRights(stage.space, before, frozenset({Right.SPEAK})))
        assert refused.why is Refusal.FORBIDDEN
        assert stage.may_speak(ada)
