"""Which rights rules need, and who lacks which."""

from bot.core.actions import Sanction
from bot.core.capabilities import Capability
from bot.core.ids import DISCORD, TELEGRAM, Platform
from bot.domain.moderation.needs import LADDER, lacking, needs
from bot.domain.moderation.policy import Act, Do, Mode, Only, Policy, Rule, Step
from bot.domain.moderation.sample import Source
from bot.domain.moderation.triggers import Caps

ALL = frozenset(Capability)


def rule(name, *acts, **more):
    return Rule(name, Caps(0.7, 12), tuple(map(Do, acts)), **{"mode": Mode.ON, "strikes": 0, **more})


def test_rules_that_act_need_the_rights_for_what_they_do():
    policy = Policy(
        (
            rule("a", Act.DELETE, Act.MUTE, line=12),
            rule("b", Act.DELETE, Act.WARN),
            rule("c", Act.KICK, Act.BAN, mode=Mode.WATCH),
            rule("d", Act.DELETE, looks_at=frozenset({Source.TITLE})),
            rule("e", Act.DELETE, looks_at=frozenset({Source.NAME})),
        )
    )
    assert needs(policy) == {
        Capability.DELETE: ("a (line 12)", "b"),
        Capability.MUTE: ("a (line 12)",),
        Capability.REMOVE_THREAD: ("d",),
    }


def test_a_rule_for_one_place_needs_its_rights_there():
    policy = Policy((rule("a", Act.BAN, only=Only(places=frozenset({"news"}))),))
    assert needs(policy, "lobby") == {}
    assert needs(policy, "news") == {Capability.BAN: ("a",)}


def test_a_ladder_needs_rights_where_strikes_are_counted_and_a_rung_that_asks_needs_none():
    steps = (Step(2, Sanction.MUTE), Step(3, Sanction.BAN, asks=True), Step(1, Sanction.WARN))
    own = {"no-ads": (Step(2, Sanction.KICK),)}
    counting = Policy((rule("a", Act.WARN, strikes=1),), steps, ladders=own)
    assert needs(counting) == {Capability.MUTE: (LADDER,), Capability.KICK: (LADDER,)}
    assert needs(Policy((rule("a", Act.WARN),), steps)) == {}


def test_what_is_lacking_is_told_by_the_name_the_messenger_has_for_it():
    wanted = needs(Policy((rule("a", Act.DELETE, Act.MUTE, Act.BAN),)), native=True)
    assert lacking(wanted, ALL, DISCORD) == {}
    assert lacking(wanted, ALL - {Capability.DELETE, Capability.FILTER}, DISCORD) == {
        "Manage Messages": ("a",),
        "Manage Server": ("native_automod",),
    }
    assert lacking(wanted, (), TELEGRAM) == {"Delete messages": ("a",), "Ban users": ("a",)}
    assert lacking(wanted, (), Platform("elsewhere")) == {}
