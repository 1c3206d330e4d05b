"""What the config file says of sanctions: their reasons, how people are told, who reports, and how one appeals."""

from typing import Annotated, Literal

from pydantic import Field

from bot.adapters.files.fields import OffOrPatience, Patience, PublicLine, Slug, Text
from bot.adapters.files.localised import localised
from bot.adapters.files.section import Section
from bot.runtime.community import Appeals, Notices, Reason, Reports


class ReasonPart(Section):
    text: Text | None = None
    """What members read, in each language; without it the guideline's own text is enough."""
    guideline: Slug | None = None
    """The guideline that notices cite beside it."""

    def settings(self, own: str) -> Reason:
        return Reason(None if self.text is None else localised(self.text, own), self.guideline or "")


class NoticesPart(Section):
    private: Literal["first", "off"] = "first"
    """Tell people in private first, or never."""
    otherwise: PublicLine = None
    """What is said in public where that cannot be: a line without content that vanishes, or nothing."""

    def settings(self) -> Notices:
        return Notices(self.private == "first", self.otherwise)


class ReportsPart(Section):
    show_reporter_to: Literal["managers", "moderators"] = "managers"
    """Who may see who reported. The reported person never does."""
    about_moderator: Literal["managers"] = "managers"
    """Where a complaint about a moderator goes."""
    tell_outcome: bool = True
    """Does the reporter hear how it ended?"""

    def settings(self) -> Reports:
        return Reports(self.show_reporter_to == "moderators", self.tell_outcome)


class AppealsPart(Section):
    address: Annotated[str, Field(max_length=200)] = ""
    """Where to write when no messenger reaches us: a page, a mail address. It stands in every notice of a ban."""
    deadline: Patience | None = None
    """How long the team has to judge; then managers are asked, and have as long again. 3d if left out."""
    remind: OffOrPatience | None = None
    """How often moderators are reminded of an appeal that waits; 1d if left out, or off."""

    def settings(self) -> Appeals:
        default = Appeals()
        remind = None if self.remind == "off" else self.remind or default.remind
        return Appeals(self.address.strip(), self.deadline or default.deadline, remind)
