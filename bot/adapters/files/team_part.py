"""The config file's `team:`: who moderates, who manages, and how much one of them may do alone."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

from typing import Annotated, Literal

from pydantic import Field

from bot.adapters.files.fields import Account, Name
from bot.adapters.files.place_part import by_messenger
from bot.adapters.files.section import Section
from bot.runtime.community import CAPS, Team


class RolePart(Section):
    discord: Name | None = None
    """A role: "@Moderators", or its id."""
    telegram: Literal["chat-admins"] | None = None
    """chat-admins: whoever may delete messages there."""


class HourPart(Section):
    ban: Annotated[int, Field(ge=1, le=1000)] = CAPS["ban"]
    """Bans."""
    kick: Annotated[int, Field(ge=1, le=1000)] = CAPS["kick"]
    """Kicks."""
    purge: Annotated[int, Field(ge=1, le=1000)] = CAPS["purge"]
    """Purges: many messages removed at once."""


class TeamPart(Section):
    moderators: RolePart = RolePart()
    """Whose members may moderate."""
    moderator_ids: list[Account] = []
    """Single accounts that may moderate."""
    managers: list[Account] = []
    """Accounts that may change this configuration; ids only. /whoami answers with yours."""
    caps: HourPart = HourPart()
    """How often one person may do this by hand within an hour, before a second one has to consent."""

    def settings(self) -> Team:
        return Team(
            by_messenger(self.moderators.discord, self.moderators.telegram),
            frozenset(self.moderator_ids),
            frozenset(self.managers),
            self.caps.model_dump(),
        )
