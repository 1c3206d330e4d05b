"""What a calendar should be made of: shares of its pillars, at most so many of a kind, and nothing without an owner."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

FEWEST = 8
"""Shares of fewer posts than this say nothing."""
LEEWAY = 0.15
"""So far may a share be from what was planned."""


@dataclass(frozen=True, slots=True)
class Most:
    """So many within any stretch of this length."""

    many: int
    within: timedelta


@dataclass(frozen=True, slots=True)
class Mix:
    """What managers want their posts to be made of; an empty one is content with everything.

    ``pillars`` are shares between 0 and 1 of all posts within ``over``.
    """

    pillars: Mapping[str, float] = field(default_factory=dict[str, float])
    at_most: Mapping[str, Most] = field(default_factory=dict[str, Most])
    owned: bool = False
    over: timedelta = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Planned:
    """A post as far as the mix is concerned."""

    name: str
    at: datetime
    pillar: str = ""
    owner: str = ""


class MixRule(StrEnum):
    """What a calendar can fall short of."""

    OWNER = "no-owner"
    PILLAR = "unknown-pillar"
    AT_MOST = "too-many"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Breach:
    """A post that does not fit, or a pillar whose share is off; ``found`` and ``wanted`` are for people to read."""

    rule: MixRule
    name: str
    pillar: str = ""
    found: str = ""
    wanted: str = ""


def breaches(mix: Mix, posts: Iterable[Planned]) -> Iterator[Breach]:
    """Find what does not fit, post by post in the order of time, then the shares of each stretch of ``over``."""
    ordered = sorted(posts, key=lambda post: (post.at, post.name))
    for post in ordered:
        yield from _single(mix, post)
    for pillar, limit in mix.at_most.items():
        yield from _crowded(pillar, limit, [post for post in ordered if post.pillar == pillar])
    yield from _unbalanced(mix, ordered)


def refuses(mix: Mix, post: Planned, others: Iterable[Planned]) -> tuple[Breach, ...]:
    """Say why this post may not be approved beside what is planned already; its own faults only, and no shares."""
    found = list(_single(mix, post))
    limit = mix.at_most.get(post.pillar)
    if limit is not None:
        same = sorted((one for one in others if one.pillar == post.pillar and one.name != post.name), key=_when)
        before = len(list(_crowded(post.pillar, limit, same)))
        with_it = list(_crowded(post.pillar, limit, sorted([*same, post], key=_when)))
        if len(with_it) > before:
            found.append(Breach(MixRule.AT_MOST, post.name, post.pillar, with_it[0].found, with_it[0].wanted))
    return tuple(found)


def _when(post: Planned) -> datetime:
    return post.at


def _single(mix: Mix, post: Planned) -> Iterator[Breach]:
    if mix.owned and not post.owner.strip():
        yield Breach(MixRule.OWNER, post.name)
    if mix.pillars and post.pillar not in mix.pillars:
        yield Breach(MixRule.PILLAR, post.name, post.pillar, wanted=", ".join(mix.pillars))


def _crowded(pillar: str, limit: Most, posts: Sequence[Planned]) -> Iterator[Breach]:
    """Give each post that is one too many within the stretch that ends with it."""
    lately = deque[Planned]()
    for post in posts:
        lately.append(post)
        while post.at - lately[0].at >= limit.within:
            lately.popleft()
        if len(lately) > limit.many:
            yield Breach(MixRule.AT_MOST, post.name, pillar, f"{len(lately)}", f"{limit.many}")


def _unbalanced(mix: Mix, posts: Sequence[Planned]) -> Iterator[Breach]:
    start = 0
    while mix.pillars and start < len(posts):
        until = posts[start].at + mix.over
        stretch = [post for post in posts[start:] if post.at < until]
        start += len(stretch)
        if len(stretch) < FEWEST:
            continue
        counted = Counter(post.pillar for post in stretch)
        for pillar, share in mix.pillars.items():
            is_now = counted[pillar] / len(stretch)
            if abs(is_now - share) > LEEWAY:
                yield Breach(MixRule.SHARE, stretch[0].name, pillar, f"{is_now:.0%}", f"{share:.0%}")
