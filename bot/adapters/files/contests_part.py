"""What managers write of giveaways and contests."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bot.adapters.files.fields import Duration, OnOff, Slug
from bot.adapters.files.section import Section
from bot.core.contests import JudgedBy, Law
from bot.core.people import Rank
from bot.domain.gatherings.contests.draft import MOST_EACH, Judging
from bot.domain.gatherings.reading import LONGEST, SHORTEST
from bot.runtime.directory import HERE
from bot.runtime.giveaways import ContestPlan


def taking(span: timedelta) -> timedelta:
    """Take only what a giveaway can last."""
    if not SHORTEST <= span <= LONGEST:
        raise ValueError("it takes one minute to 90 days")
    return span


class ContestsPart(Section):
    """Giveaways and contests; without this section managers may hold them."""

    who: Literal["helpers", "moderators", "managers"] = "managers"
    """Who may start and manage them."""
    in_: Annotated[Slug, Field(alias="in")] = HERE
    """The place where they stand: here, where they were asked for, or a name from places."""
    everywhere: OnOff = False
    """Do they stand on every messenger, with one draw, unless somebody says otherwise?"""
    lasts: Annotated[Duration, AfterValidator(taking)] = timedelta(days=7)
    """How long they take entries or submissions, unless somebody says otherwise."""
    member_for: Duration | None = None
    """Who enters must have been a member for so long, unless somebody says otherwise."""
    judged: Literal["votes", "jury"] = "votes"
    """Who judges what people bring to a contest, unless somebody says otherwise: everybody by a vote, or a jury."""
    judging: Annotated[Duration, AfterValidator(taking)] = timedelta(days=3)
    """How long that takes after the last submission, unless somebody says otherwise."""
    law: Literal["mean", "sum"] = "mean"
    """How the points of a jury are counted together, unless somebody says otherwise."""
    most: Annotated[int, Field(ge=1, le=MOST_EACH)] = 1
    """How many submissions one person may bring to a contest, unless somebody says otherwise."""
    review: OnOff = False
    """Do staff look at each submission before anybody else does, unless somebody says otherwise?"""
    claim_within: Duration | None = timedelta(days=3)
    """Winners claim their prize within this time, or the next place wins; null: no need to."""

    def plan(self) -> ContestPlan:
        """The same, as the bot works with it."""
        never = timedelta(0)
        who = Rank[self.who.removesuffix("s").upper()]
        spans = (self.lasts, self.member_for or never, self.claim_within or never)
        judging = Judging(JudgedBy(self.judged), self.judging, Law(self.law), self.most, self.review)
        return ContestPlan(who, self.in_, self.everywhere, *spans, judging)
