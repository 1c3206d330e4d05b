"""Who waits before the gate, and what keeps people out and lets them in, on each messenger."""

import pytest

from bot.core.actions import Pardon, Punish
from bot.core.capabilities import Capability
from bot.core.doors import Admit, GiveRole
from bot.core.ids import DISCORD, TELEGRAM, SpaceRef, UserRef
from bot.domain.gate.plan import GatePlan
from bot.domain.gate.waiting import Waiting, enter, kept_out, let_in, name_of, read, removed, written

ROLES = GatePlan(role={DISCORD: "Passed"}, unverified={DISCORD: "New"})


def place(platform):
    return SpaceRef(platform, "1"), UserRef(platform, "7")


@pytest.mark.parametrize(
    ("platform", "plan", "out", "back"),
    [
        (TELEGRAM, GatePlan(), [Punish], [Pardon]),
        (DISCORD, GatePlan(), [], []),
        (DISCORD, ROLES, [GiveRole], [GiveRole, GiveRole]),
    ],
)
def test_what_keeps_people_out_is_what_lets_them_in(platform, plan, out, back):
    assert [type(step) for step in kept_out(plan, *place(platform))] == out
    assert [type(step) for step in let_in(plan, *place(platform))] == back


def test_who_fails_is_removed_or_not_admitted():
    assert isinstance(removed(*place(TELEGRAM), Waiting()), Punish)
    assert removed(*place(TELEGRAM), Waiting(requested=True)).welcome is False
    assert isinstance(removed(*place(TELEGRAM), Waiting(requested=True)), Admit)


def test_who_waits_is_kept_as_it_was():
    assert read(written(Waiting(2, requested=True))) == Waiting(2, requested=True)
    assert read(None) is None
    assert name_of("waits:", *place(TELEGRAM)) == "waits: telegram:1 telegram:7"


def test_the_button_in_public_is_hers_alone():
    space, user = place(TELEGRAM)
    ((public,),), ((private,),) = enter(space, user), enter(space)
    assert (public.only, private.only) == (user, None)


@pytest.mark.parametrize(
    ("platform", "plan", "needed"),
    [
        (TELEGRAM, GatePlan(), {Capability.KICK, Capability.MUTE, Capability.ADMIT}),
        (DISCORD, GatePlan(), {Capability.KICK, Capability.DELETE}),
        (DISCORD, ROLES, {Capability.KICK, Capability.ROLES}),
    ],
)
def test_what_the_bot_must_be_able_to_do(platform, plan, needed):
    assert plan.leans_on(platform) == needed
