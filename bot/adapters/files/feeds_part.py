"""What managers write of feeds: where news of other sites comes from, where it goes, and who looks at it first."""

from datetime import timedelta
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from bot.adapters.files.calendar_part import Every, Places
from bot.adapters.files.fields import Duration, Language, OnOff, Slug, Text
from bot.adapters.files.localised import localised
from bot.adapters.files.section import Section
from bot.domain.calendar.digest import DigestPlan
from bot.domain.calendar.feed import FeedPlan

_SOONEST, _LATEST = timedelta(minutes=5), timedelta(days=7)


def feed_address(value: str) -> str:
    """Read the address of a feed."""
    parts = urlsplit(value)
    if parts.scheme not in {"https", "http"} or not parts.hostname:
        raise ValueError("an address looks like https://example.org/news.xml")
    if parts.username or parts.password:
        raise ValueError("write no password into an address: everybody who sees this file would know it")
    return value.partition("#")[0]


def patient(value: timedelta) -> timedelta:
    """Refuse a span in which no site wants to be asked again."""
    if not _SOONEST <= value <= _LATEST:
        raise ValueError("between 5m and 7d")
    return value


class FeedPart(Section):
    """News of another site: each new entry becomes a post."""

    url: Annotated[str, AfterValidator(feed_address), Field(max_length=500)]
    """Where it is: https://..."""
    in_: Annotated[Places, Field(alias="in")]
    """The place or places its news goes to, by their names under `places`."""
    every: Annotated[Duration, AfterValidator(patient)] = timedelta(minutes=30)
    """How often to look, from 5m to 7d."""
    approval: OnOff = True
    """on: somebody of the staff agrees to each entry before it goes out. off: they go out by themselves."""
    about: Slug | None = None
    """The pillar, or the interest, that its posts belong to."""
    language: Language | None = None
    """The language it is written in, if not the community's own."""
    most: Annotated[int, Field(ge=1, le=10)] = 5
    """So many new entries are taken at one look; the rest comes with the next."""
    allow_private: OnOff = False
    """May the address lie within your own network? Otherwise only public addresses are asked."""

    def plan(self, name: str) -> FeedPlan:
        return FeedPlan(
            name,
            self.url,
            tuple(self.in_),
            self.every,
            self.approval,
            self.about or "",
            self.language or "",
            self.most,
            self.allow_private,
        )


class DigestsPart(Section):
    """News in private: members choose interests and agree; posts about them are told once in a while."""

    interests: Annotated[dict[Slug, Text], Field(min_length=1, max_length=12)]
    """What people can choose, with its name. A post belongs to an interest when it is `about` that key."""
    every: Every = "friday 17:00"
    """When digests go out: "friday 17:00", "monthly on the 1st 9:00", "daily 18:00"."""

    def plan(self, own: str) -> DigestPlan:
        return DigestPlan({key: localised(text, own) for key, text in self.interests.items()}, self.every)
