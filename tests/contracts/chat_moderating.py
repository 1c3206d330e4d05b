"""Sanctions take effect natively; what the network forbids is a refusal, and capabilities say so before."""

from datetime import timedelta

import pytest

from bot.core.actions import Delete, Pardon, Punish, Sanction
from bot.core.capabilities import Capability
from bot.core.receipts import Done, Refusal, Refused

HELD = {
    Capability.MUTE: Sanction.MUTE,
    Capability.KICK: Sanction.KICK,
    Capability.BAN: Sanction.BAN,
}


class Moderating:
    """Mute, kick, ban, and lifting them."""

    async def test_rights_the_bot_holds_are_claimed(self, stage):
        assert {Capability.DELETE, *HELD} <= await stage.can()

    @pytest.mark.parametrize("span", [timedelta(hours=1), timedelta(days=400), timedelta(seconds=1), None], ids=str)
    async def test_a_mute_holds_until_it_is_lifted(self, stage, span):
        ada = await stage.person()
        until = span and stage.now() + span
        assert await stage.perform(Punish(stage.space, ada.user, Sanction.MUTE, "being loud", until)) == Done()
        assert stage.present(ada)
        if span is None or span > timedelta(minutes=1):
            assert stage.muted(ada)
        assert await stage.perform(Pardon(stage.space, ada.user, Sanction.MUTE)) == Done()
        assert not stage.muted(ada)
        assert await stage.perform(Pardon(stage.space, ada.user, Sanction.MUTE)) == Done()

    async def test_who_is_kicked_is_gone_and_may_come_back(self, stage):
        ada = await stage.person()
        assert await stage.perform(Punish(stage.space, ada.user, Sanction.KICK, "spam")) == Done()
        assert not stage.present(ada)
        assert not stage.banned(ada)

    @pytest.mark.parametrize("span", [timedelta(days=1), None], ids=str)
    async def test_who_is_banned_is_gone_until_it_is_lifted(self, stage, span):
        ada = await stage.person()
        until = span and stage.now() + span
        assert await stage.perform(Punish(stage.space, ada.user, Sanction.BAN, "case 1", until)) == Done()
        assert not stage.present(ada)
        assert stage.banned(ada)
        assert await stage.perform(Punish(stage.space, ada.user, Sanction.BAN, "again")) == Done()
        assert await stage.perform(Pardon(stage.space, ada.user, Sanction.BAN)) == Done()
        assert not stage.banned(ada)
        assert await stage.perform(Pardon(stage.space, ada.user, Sanction.BAN)) == Done()
        assert not stage.present(ada)

    async def test_lifting_a_ban_does_not_throw_out_a_member(self, stage):
        ada = await stage.person()
        assert await stage.perform(Pardon(stage.space, ada.user, Sanction.BAN)) == Done()
        assert stage.present(ada)

    @pytest.mark.parametrize("sanction", HELD.values())
    async def test_an_owner_is_out_of_reach(self, stage, sanction):
        refused = await stage.perform(Punish(stage.space, stage.owner.user, sanction))
        assert isinstance(refused, Refused)
        assert refused.why in {Refusal.OUTRANKED, Refusal.FORBIDDEN}
        assert stage.present(stage.owner)
        assert not stage.muted(stage.owner)

    async def test_who_is_out_of_reach_is_known_before_anything_is_tried(self, stage):
        ada = await stage.person()
        assert (await stage.platform.member(stage.space, stage.owner.user)).out_of_reach
        assert not (await stage.platform.member(stage.space, ada.user)).out_of_reach

    @pytest.mark.parametrize("sanction", HELD.values())
    async def test_nobody_cannot_be_punished(self, stage, sanction):
        assert isinstance(await stage.perform(Punish(stage.space, stage.nobody(), sanction)), Refused)

    @pytest.mark.parametrize("sanction", [Sanction.NOTE, Sanction.WARN])
    async def test_what_lives_in_the_record_does_nothing_here(self, stage, sanction):
        ada = await stage.person()
        await stage.perform(Punish(stage.space, ada.user, sanction))
        await stage.perform(Pardon(stage.space, ada.user, sanction))
        assert stage.present(ada)
        assert not stage.muted(ada)


class Lacking:
    """For networks where the bot's own rights can be taken away."""

    @pytest.mark.parametrize("capability", HELD)
    async def test_without_the_right_a_sanction_is_forbidden_and_not_claimed(self, stage, capability):
        ada = await stage.person()
        await stage.take_right(capability)
        assert capability not in await stage.can()
        refused = await stage.perform(Punish(stage.space, ada.user, HELD[capability]))
        assert refused.why is Refusal.FORBIDDEN
        assert stage.present(ada)
        assert not stage.muted(ada)

    async def test_without_the_right_a_deletion_is_forbidden_and_not_claimed(self, stage):
        ada = await stage.person()
        posts = (await stage.post(ada, "spam"), await stage.post(ada, "spam"))
        await stage.take_right(Capability.DELETE)
        assert Capability.DELETE not in await stage.can()
        for messages in (posts[:1], posts):
            assert (await stage.perform(Delete(messages))).why is Refusal.FORBIDDEN
        assert all(map(stage.exists, posts))
