"""What the rules of a policy ask for beside plain messages."""

from dataclasses import dataclass

from bot.domain.moderation.policy import Policy
from bot.domain.moderation.sample import Source


@dataclass(frozen=True, slots=True)
class Asked:
    """Which kinds of sample some rule looks at, and how many messages somebody counts as new for, if any rule cares."""

    policy: Policy
    sources: frozenset[Source]
    newcomers: int | None

    @classmethod
    def by(cls, policy: Policy) -> "Asked":
        """What this policy asks for."""
        sources = frozenset[Source]().union(*(rule.looks_at for rule in policy.rules))
        return cls(policy, sources, policy.newcomers)


class AskedOf:
    """Looks up once for each policy; communities go by their keys."""

    def __init__(self) -> None:
        self._known: dict[str, Asked] = {}

    def of(self, community: str, policy: Policy) -> Asked:
        """What the policy of now asks for."""
        known = self._known.get(community)
        if known is None or known.policy is not policy:
            known = self._known[community] = Asked.by(policy)
        return known
