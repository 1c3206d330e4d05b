"""One community as its managers wrote it: the config file, read, checked and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core.ids import Platform, UserRef
from bot.core.text import Localised
from bot.domain.calendar.digest import DigestPlan
from bot.domain.calendar.feed import FeedPlans
from bot.domain.calendar.mix import Mix
from bot.domain.calendar.plan import Plan as CalendarPlan
from bot.domain.calendar.style import Guide
from bot.domain.care.department import Department, MailServer
from bot.domain.gate.plan import GatePlan
from bot.domain.moderation.policy import Policy
from bot.domain.storm.plan import Plan
from bot.runtime.care import Board, Faq, Inbox, Satisfaction
from bot.runtime.giveaways import ContestPlan
from bot.runtime.meetings import MeetingPlan
from bot.runtime.polls import PollPlan


@dataclass(frozen=True, slots=True)
class Guideline:
    """One thing this community asks of its members; every notice cites it by number and text."""

    key: str
    number: int
    text: Localised


CAPS: Mapping[str, int] = {"ban": 10, "kick": 20, "purge": 5}


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason moderators give by a short name: its words in the languages it was written in, and its guideline if any.

    Without words of its own the guideline's are enough.
    """

    text: Localised | None = None
    guideline: str = ""


@dataclass(frozen=True, slots=True)
class Team:
    """Who may moderate and manage.

    ``moderators`` names a role per messenger (``@Moderators``; ``chat-admins``), or single accounts in
    ``moderator_ids``; managers are accounts only.
    """

    moderators: Mapping[Platform, str] = field(default_factory=dict[Platform, str])
    moderator_ids: frozenset[UserRef] = frozenset()
    managers: frozenset[UserRef] = frozenset()
    caps: Mapping[str, int] = field(default_factory=lambda: dict(CAPS))
    """How often one person may do this by hand within an hour before a second one has to consent."""


class Agree(StrEnum):
    """Whether members are asked to agree to the guidelines."""

    OFF = "off"
    ASKED = "asked"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Welcome:
    """How a newcomer is greeted."""

    text: Localised
    agree: Agree = Agree.OFF
    delete_after: timedelta | None = None
    together: int = 8


@dataclass(frozen=True, slots=True)
class Notices:
    """How members hear of what was done: first in private, otherwise by a short public line of this length.

    ``public_for`` None means that nothing is said in public.
    """

    private_first: bool = True
    public_for: timedelta | None = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Reports:
    """Who may know the reporter, and whether the reporter hears how it ended."""

    reporter_shown_to_moderators: bool = False
    tell_outcome: bool = True


@dataclass(frozen=True, slots=True)
class Appeals:
    """How appeals are judged: within ``deadline``, with a reminder every ``remind`` (None: no reminders).

    ``address`` is where somebody can be written to whom no messenger lets the bot reach any more.
    """

    address: str = ""
    deadline: timedelta = timedelta(days=3)
    remind: timedelta | None = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Links:
    """Whether a ban counts on every messenger where the same person has said that she is there."""

    propagate: bool = False


@dataclass(frozen=True, slots=True)
class Privacy:
    """How long things are kept: saved texts, and recorded chat, if the community records any (None: it does not).

    The others are the time for which a fact without its texts is kept: a case that holds no longer, what the staff did,
    a resolved conversation, a settled complaint or appeal, an answer of the FAQ, who came in when.
    """

    keep_evidence: timedelta = timedelta(days=30)
    record_for_replay: timedelta | None = None
    keep_cases: timedelta = timedelta(days=730)
    keep_audits: timedelta = timedelta(days=365)
    keep_conversations: timedelta = timedelta(days=365)
    keep_complaints: timedelta = timedelta(days=365)
    keep_answers: timedelta = timedelta(days=90)
    keep_arrivals: timedelta = timedelta(days=90)

    def span(self, option: str) -> timedelta | None:
        """The time that stands under this key of the config."""
        found: timedelta | None = getattr(self, option)
        return found


@dataclass(frozen=True, slots=True)
class Community:
    """Everything a manager decided. Swapped whole when the file changes.

    ``places`` maps a role (lobby, staff, managers, news ...) to a name per messenger as written in the file;
    what those names stand for on the platforms is in the Directory. ``cogs`` holds what the file says of single
    cogs: False switches one off, a mapping is its own settings. ``version`` is a hash of the file,
    ``guidelines_version`` one of the guidelines alone.
    """

    key: str
    name: str
    version: str
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    timezone: str = "UTC"
    live: bool = False
    places: Mapping[str, Mapping[Platform, str]] = field(default_factory=dict[str, Mapping[Platform, str]])
    team: Team = field(default_factory=Team)
    guidelines: tuple[Guideline, ...] = ()
    guidelines_version: str = ""
    reasons: Mapping[str, Reason] = field(default_factory=dict[str, Reason])
    welcome: Welcome | None = None
    policy: Policy = field(default_factory=Policy)
    storm: Plan | None = None
    gate: GatePlan | None = None
    notices: Notices = field(default_factory=Notices)
    reports: Reports = field(default_factory=Reports)
    appeals: Appeals = field(default_factory=Appeals)
    links: Links = field(default_factory=Links)
    inbox: Inbox = field(default_factory=Inbox)
    departments: Mapping[str, Department] = field(default_factory=dict[str, Department])
    mail: MailServer | None = None
    satisfaction: Satisfaction = field(default_factory=Satisfaction)
    faq: Faq = field(default_factory=Faq)
    style: Guide = field(default_factory=Guide)
    mix: Mix = field(default_factory=Mix)
    calendar: CalendarPlan = field(default_factory=CalendarPlan)
    feeds: FeedPlans = ()
    digests: DigestPlan | None = None
    feedback: Board | None = None
    polls: PollPlan = field(default_factory=PollPlan)
    contests: ContestPlan = field(default_factory=ContestPlan)
    events: MeetingPlan = field(default_factory=MeetingPlan)
    privacy: Privacy = field(default_factory=Privacy)
    cogs: Mapping[str, bool | Mapping[str, object]] = field(default_factory=dict[str, bool | Mapping[str, object]])
    native_automod: bool = False

    @property
    def zone(self) -> tzinfo:
        """The community's own clock."""
        return ZoneInfo(self.timezone)

    def reason(self, key: str) -> Reason | None:
        """What a short name stands for: a reason of the house's own, or a guideline."""
        known = self.reasons.get(key)
        if known is not None or self.guideline(key) is None:
            return known
        return Reason(guideline=key)

    def guideline(self, key: str) -> Guideline | None:
        return next((g for g in self.guidelines if g.key == key), None)
