"""Which rights the rules need to do what they say, so that a lack is told before it is felt."""

from collections.abc import Iterable, Iterator, Mapping

from bot.core.actions import Sanction
from bot.core.capabilities import Capability
from bot.core.ids import DISCORD, TELEGRAM, Platform
from bot.domain.moderation.policy import Act, Mode, Policy, Rule
from bot.domain.moderation.sample import Source

RIGHTS: Mapping[Platform, Mapping[Capability, str]] = {
    DISCORD: {
        Capability.DELETE: "Manage Messages",
        Capability.REMOVE_THREAD: "Manage Threads",
        Capability.MUTE: "Timeout Members",
        Capability.KICK: "Kick Members",
        Capability.BAN: "Ban Members",
        Capability.FILTER: "Manage Server",
        Capability.RIGHTS: "Manage Server and Manage Roles",
        Capability.PACE: "Manage Channels",
        Capability.ROLES: "Manage Roles",
    },
    TELEGRAM: {
        Capability.DELETE: "Delete messages",
        Capability.REMOVE_THREAD: "Delete messages",
        Capability.MUTE: "Ban users",
        Capability.KICK: "Ban users",
        Capability.BAN: "Ban users",
        Capability.RIGHTS: "Ban users",
        Capability.ADMIT: "Invite users",
    },
}
"""What the messengers themselves call the rights, in the English of their apps."""
LADDER = "ladder"
_ACTS = {Act.MUTE: Capability.MUTE, Act.KICK: Capability.KICK, Act.BAN: Capability.BAN}
_STEPS = {Sanction.MUTE: Capability.MUTE, Sanction.KICK: Capability.KICK, Sanction.BAN: Capability.BAN}

_NOBODY: Mapping[str, Iterable[Capability]] = {}

Needs = Mapping[Capability, tuple[str, ...]]
"""Who needs an ability: rules by name and line in the config file, and the ladder."""


def needs(
    policy: Policy, role: str = "", *, native: bool = False, others: Mapping[str, Iterable[Capability]] = _NOBODY
) -> Needs:
    """What rules that act need in a place of this role; ``native``: their words go into the messenger's own filter.

    ``others`` are parts of the config that lean on abilities too, each by its name there.
    """
    acting = [r for r in policy.rules if r.mode is Mode.ON and (not r.only.places or role in r.only.places)]
    found: dict[Capability, list[str]] = {}
    for rule in acting:
        for capability in sorted(set(_of(rule))):
            found.setdefault(capability, []).append(f"{rule.name} (line {rule.line})" if rule.line else rule.name)
    if any(rule.strikes for rule in acting):
        for capability in sorted(set(_of_ladders(policy))):
            found.setdefault(capability, []).append(LADDER)
    if native:
        found[Capability.FILTER] = ["native_automod"]
    for name, leans_on in others.items():
        for capability in sorted(leans_on):
            found.setdefault(capability, []).append(name)
    return {capability: tuple(who) for capability, who in found.items()}


def lacking(wanted: Needs, has: Iterable[Capability], platform: Platform) -> dict[str, tuple[str, ...]]:
    """Who lacks which right, by what the messenger calls it; nothing for what the messenger does not have."""
    there = frozenset(has)
    found: dict[str, dict[str, None]] = {}
    for capability, who in wanted.items():
        right = RIGHTS.get(platform, {}).get(capability)
        if right is not None and capability not in there:
            found.setdefault(right, {}).update(dict.fromkeys(who))
    return {right: tuple(who) for right, who in found.items()}


def _of(rule: Rule) -> Iterator[Capability]:
    acts = {do.act for do in rule.do}
    yield from (_ACTS[act] for act in acts if act in _ACTS)
    if Act.DELETE in acts and Source.MESSAGE in rule.looks_at:
        yield Capability.DELETE
    if Act.DELETE in acts and Source.TITLE in rule.looks_at:
        yield Capability.REMOVE_THREAD


def _of_ladders(policy: Policy) -> Iterator[Capability]:
    for ladder in (policy.ladder, *policy.ladders.values()):
        yield from (_STEPS[step.sanction] for step in ladder if step.sanction in _STEPS and not step.asks)
