"""What the posts of a config are made of, beside what its mix says: told by check-config, in words for the shell."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import assert_never

from bot.domain.calendar.mix import Breach, MixRule, Planned, breaches
from bot.domain.calendar.recurrence import following_one
from bot.domain.calendar.wording import read_repeat
from bot.runtime.community import Community

BEGINS = datetime(2026, 1, 5, tzinfo=UTC)
"""A Monday. The posts of a config come again and again, so any stretch of time is like the next."""
MOST_TIMES = 400
"""Of one post, in the stretch that is looked at."""


def off_mix(community: Community) -> Iterator[str]:
    """Tell in one line each which posts do not fit, and whose share is off, over two stretches of the mix."""
    mix = community.mix
    lasts = 2 * max([mix.over, *(most.within for most in mix.at_most.values())])
    planned = [post for standing in _times(community, BEGINS + lasts) for post in standing]
    worst: dict[tuple[MixRule, str, str], Breach] = {}
    for breach in breaches(mix, planned):
        name = "" if breach.rule is MixRule.SHARE else breach.name
        before = worst.setdefault((breach.rule, name, breach.pillar), breach)
        if breach.rule is MixRule.AT_MOST and int(breach.found) > int(before.found):
            worst[breach.rule, name, breach.pillar] = breach
    yield from (f"mix, {_told(breach)}" for breach in worst.values())


def _times(community: Community, until: datetime) -> Iterator[list[Planned]]:
    for post in community.calendar.standing:
        rule, found = read_repeat(post.every, BEGINS.replace(tzinfo=None)), list[Planned]()
        at = following_one(rule, community.zone, BEGINS)
        while at is not None and at < until and len(found) < MOST_TIMES:
            found.append(Planned(f"posts {post.key}", at, post.pillar, post.owner))
            at = following_one(rule, community.zone, at)
        yield found


def _told(breach: Breach) -> str:
    match breach.rule:
        case MixRule.OWNER:
            return f"{breach.name}: nobody is its owner"
        case MixRule.PILLAR:
            return f'{breach.name}: "{breach.pillar}" is none of the pillars: {breach.wanted}'
        case MixRule.AT_MOST:
            return f"{breach.name}: {breach.found} about {breach.pillar} in that time, at most {breach.wanted}"
        case MixRule.SHARE:
            return f"{breach.pillar}: {breach.found} of the posts, not about {breach.wanted}"
    assert_never(breach.rule)
