"""What managers write of giveaways and contests."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bot.adapters.files.fields import Duration, OnOff, Slug
from bot.adapters.files.section import Section
from bot.core.people import Rank
from bot.domain.gatherings.reading import LONGEST, SHORTEST
from bot.runtime.directory import HERE
from bot.runtime.giveaways import ContestPlan


def taking(span: timedelta) -> timedelta:
    """Take only what a giveaway can last."""
    if not SHORTEST <= span <= LONGEST:
        raise ValueError("a giveaway takes entries for one minute to 90 days")
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
    """How long they take entries, unless somebody says otherwise."""
    member_for: Duration | None = None
    """Who enters must have been a member for so long, unless somebody says otherwise."""
    claim_within: Duration | None = timedelta(days=3)
    """Winners claim their prize within this time, or the next place wins; null: no need to."""

    def plan(self) -> ContestPlan:
        """The same, as the bot works with it."""
        never = timedelta(0)
        who = Rank[self.who.removesuffix("s").upper()]
        spans = (self.lasts, self.member_for or never, self.claim_within or never)
        return ContestPlan(who, self.in_, self.everywhere, *spans)
