"""News in private, for who agreed to it: what she is asked, what she presses, and what a digest says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.digests import DigestWish
from bot.core.ids import UserRef
from bot.core.text import Body, Link, Localised, Rich, lines, say
from bot.core.ui import Button, Press, Row, Rows, Tone

TERMS = "1"
"""The version of ``news-terms`` that people agree to; whoever agreed to another one gets nothing."""
DROP_AFTER = 3
"""So many digests in a row that did not reach somebody end them."""
MOST_ITEMS, LONGEST_ITEM = 8, 160
_PER_ROW = 3


@dataclass(frozen=True, slots=True)
class DigestPlan:
    """Interests with their names, and ``every``, as a manager writes when digests go out."""

    interests: Mapping[str, Localised] = field(default_factory=dict[str, Localised])
    every: str = "friday 17:00"


@dataclass(frozen=True, slots=True)
class Item:
    """A post that went out, as a digest shows it; ``links`` lead to where it stands, by messenger."""

    about: str
    texts: Mapping[str, Localised]
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OpenDigest(Press):
    """Show me what I could get in private."""


@dataclass(frozen=True, slots=True)
class PickInterest(Press):
    """With these interests chosen; nothing is agreed to yet."""

    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreeDigest(Press):
    """Yes, send me news about these, on these terms."""

    chosen: tuple[str, ...]
    terms: str


@dataclass(frozen=True, slots=True)
class LeaveDigest(Press):
    """Send me nothing any more."""


def invitation(plan: DigestPlan | None) -> Rows:
    """The button that opens the choice; where a place cannot answer privately it is a link into the private chat."""
    return () if plan is None else ((Button(say("button-news-open"), OpenDigest(), private=True),),)


def panel(plan: DigestPlan, chosen: Sequence[str], user: UserRef, *, agreed: bool) -> tuple[Body, Rows]:
    """What she would agree to, the interests to choose from, and one button that says yes."""
    picks = [_pick(plan, key, chosen, user) for key in plan.interests]
    rows: list[Row] = [tuple(picks[start : start + _PER_ROW]) for start in range(0, len(picks), _PER_ROW)]
    valid = known(plan, chosen)
    if valid:
        rows.append((Button(say("button-news-agree"), AgreeDigest(valid, TERMS), Tone.GOOD, only=user),))
    if agreed:
        rows.append(stop(user)[0])
    return lines(say("news-terms", every=plan.every), say("news-pick")), tuple(rows)


def stop(user: UserRef) -> Rows:
    """The button under every digest."""
    return ((Button(say("button-news-leave"), LeaveDigest(), only=user),),)


def known(plan: DigestPlan, chosen: Sequence[str]) -> tuple[str, ...]:
    """Those of the interests that there are."""
    return tuple(key for key in plan.interests if key in chosen)


def may_send(wish: DigestWish, hers: Sequence[DigestWish]) -> bool:
    """She agreed to the terms as they are, and it is this account with which she chose last."""
    return wish.terms == TERMS and wish == max(hers, key=lambda one: (one.at, str(one.user)), default=None)


def digest(wish: DigestWish, items: Sequence[Item]) -> Body | None:
    """What is news for her; None when nothing is."""
    platform = wish.user.platform
    hers = [one for one in items if one.about in wish.interests and platform in one.texts]
    if not hers:
        return None
    shown = [_shown(one, platform) for one in hers[:MOST_ITEMS]]
    more = say("news-more", count=len(hers) - MOST_ITEMS) if len(hers) > MOST_ITEMS else None
    return lines(say("news-head"), *shown, more)


def _shown(one: Item, platform: str) -> Body:
    link = one.links.get(platform, "")
    said = one.texts[platform]
    cut = Localised({language: _cut(text) for language, text in said.texts.items()}, said.args)
    return lines(cut, Rich((Link(link, link),)) if link else None)


def _pick(plan: DigestPlan, key: str, chosen: Sequence[str], user: UserRef) -> Button:
    is_on = key in chosen
    after = tuple(one for one in chosen if one != key) if is_on else (*chosen, key)
    label = say("button-interest-on" if is_on else "button-interest-off", what=plan.interests[key])
    return Button(label, PickInterest(after), only=user)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_ITEM else text[: LONGEST_ITEM - 1].rsplit(" ", 1)[0] + "…"
