"""What managers write of polls."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from bot.adapters.files.fields import Duration, OnOff, Slug
from bot.adapters.files.section import Section
from bot.core.people import Rank
from bot.domain.polls.draft import LONGEST, SHORTEST
from bot.runtime.polls import HERE, Natives, PollPlan

RankName = Literal["member", "trusted", "helper", "moderator", "manager", "owner"]


def open_for(span: timedelta) -> timedelta:
    """Take only what a poll can last."""
    if not SHORTEST <= span <= LONGEST:
        raise ValueError("a poll is open for one minute to 90 days")
    return span


def never(value: object) -> object:
    """YAML reads ``off`` as a truth value; what is off is never."""
    return "never" if value is False else value


class PollsPart(Section):
    """Polls and quizzes; without this section moderators may hold them."""

    who: Literal["members", "trusted", "helpers", "moderators", "managers"] = "members"
    """Who may hold polls."""
    in_: Annotated[Slug, Field(alias="in")] = HERE
    """The place where they stand: here, where they were asked for, or a name from places."""
    close_after: Annotated[Duration, AfterValidator(open_for)] = timedelta(hours=24)
    """How long they are open, unless somebody says otherwise."""
    everywhere: OnOff = False
    """Do they stand on every messenger, with one result, unless somebody says otherwise?"""
    anonymous: OnOff = False
    """Are they anonymous, unless somebody says otherwise? Nobody, staff included, sees whose ballot says what."""
    weights: dict[RankName, Annotated[int, Field(ge=1, le=100)]] = {}
    """From this rank on a ballot counts so often; in open polls only."""

    native: Annotated[Literal["never", "asked", "auto"], BeforeValidator(never)] = "asked"
    """Polls of the messenger's own, where they fit; there everybody sees who chose what: never, asked, or auto."""

    def plan(self) -> PollPlan:
        """The same, as the bot works with it."""
        who = Rank[self.who.removesuffix("s").upper()]
        weights = {Rank[name.upper()]: many for name, many in self.weights.items()}
        return PollPlan(who, self.in_, self.close_after, self.everywhere, self.anonymous, weights, Natives(self.native))
