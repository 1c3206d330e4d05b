"""The config file as types: what a manager may write, each key once, with what it means (the editor shows it)."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bot.adapters.files import grammar
from bot.adapters.files.calendar_part import CalendarPart, PostPart
from bot.adapters.files.contests_part import ContestsPart
from bot.adapters.files.department_part import DepartmentPart, MailPart
from bot.adapters.files.events_part import EventsPart
from bot.adapters.files.faq_part import FaqPart
from bot.adapters.files.feedback_part import FeedbackPart
from bot.adapters.files.feeds_part import DigestsPart, FeedPart
from bot.adapters.files.fields import (
    Agreement,
    CogSetting,
    Duration,
    Language,
    Name,
    OffOrSpan,
    OnOff,
    Slug,
    Text,
    Timezone,
)
from bot.adapters.files.inbox_part import InboxPart
from bot.adapters.files.ladder_part import LadderPart
from bot.adapters.files.levels_part import SatisfactionPart
from bot.adapters.files.localised import localised
from bot.adapters.files.place_part import PlacePart
from bot.adapters.files.polls_part import PollsPart
from bot.adapters.files.rule_part import RulePart, SparePart
from bot.adapters.files.sanctions_part import AppealsPart, NoticesPart, ReasonPart, ReportsPart
from bot.adapters.files.section import Section
from bot.adapters.files.storm_part import GatePart, StormPart
from bot.adapters.files.style_part import StylePart
from bot.adapters.files.team_part import TeamPart
from bot.runtime.community import Agree, Welcome


class CommunityPart(Section):
    name: Name
    """What the community calls itself; stands in greetings."""
    id: Slug | None = None
    """Its name in the record. Give one before you rename the community; without it, it comes from the name."""
    language: Language = "en"
    """What the bot speaks in public."""
    languages: Annotated[list[Language], Field(min_length=1)] | None = None
    """What members can choose for private answers; only the community's own language if left out."""
    timezone: Timezone = "UTC"
    live: bool = False
    """Is this a real community? Then a missing token stops the start, instead of opening the playground."""


class WelcomePart(Section):
    text: Text
    """{name} and {community} are filled in."""
    agree: Agreement = "off"
    """off, asked (a button), or required (nobody posts before agreeing to the guidelines)."""
    delete_after: Duration | None = None
    """Take the greeting away again after this long."""
    together: Annotated[int, Field(ge=2, le=200)] = 8
    """From so many newcomers within half a minute on, all are greeted at once."""

    def settings(self, own: str) -> Welcome:
        return Welcome(localised(self.text, own), Agree(self.agree), self.delete_after, self.together)


class LinksPart(Section):
    propagate: Annotated[Literal["off", "on"], BeforeValidator(grammar.switch)] = "off"
    """Does a ban count on the other messenger too, for people who linked their accounts?"""


class PrivacyPart(Section):
    keep_evidence: Duration | None = None
    """How long texts are kept: of deleted messages, settled complaints, resolved conversations; 30d if left out."""
    keep_cases: Duration | None = None
    """How long a case without its texts is kept, counted for the ladder; one that still holds stays. 730d."""
    keep_audits: Duration | None = None
    """How long it is kept what moderators and managers did; 365d if left out."""
    keep_conversations: Duration | None = None
    """How long a resolved conversation without its texts is kept, after the last word; 365d if left out."""
    keep_complaints: Duration | None = None
    """How long settled complaints and judged appeals are kept without their texts; 365d if left out."""
    keep_answers: Duration | None = None
    """How long it is kept whom the FAQ gave which answer; 90d if left out."""
    keep_arrivals: Duration | None = None
    """How long it is kept who came in when, where a rule asks who is new or storms are configured; 90d if left out."""
    record_for_replay: OffOrSpan = None
    """Record what members say, for so long, to try rules out on it (`bot replay`); off, or up to 30d."""


class DiscordPart(Section):
    native_automod: OnOff = False
    """Give word lists of rules that delete to Discord's own AutoMod too, so that nobody ever sees those messages.
    Needs the right Manage Server. Only rules named "Townkeeper: ..." are made, changed and removed there."""


class CommunityFile(Section):
    """A community: one file is one community. A section that is left out is off and silent."""

    version: Literal[1] = 1
    community: CommunityPart
    places: dict[Slug, PlacePart] = {}
    """Where things are: `lobby` greets, `staff` gets the cards, others are yours. /here gives the line to paste."""
    team: TeamPart = TeamPart()
    guidelines: Annotated[dict[Slug, Text], Field(max_length=50)] = {}
    """What is asked of members. The order is the number that notices cite."""
    reasons: Annotated[dict[Slug, ReasonPart], Field(max_length=100)] = {}
    """Short names for reasons that moderators often give: `/warn @name ads` says the whole sentence."""
    welcome: WelcomePart | None = None
    gate: GatePart | None = None
    storm: StormPart | None = None
    rules: Annotated[dict[Slug, RulePart], Field(max_length=200)] = {}
    """What the bot looks for, and what it does then."""
    spare: SparePart = SparePart()
    """Whom no rule touches, beside those whom single rules spare."""
    ladder: LadderPart = LadderPart()
    notices: NoticesPart | None = None
    reports: ReportsPart = ReportsPart()
    appeals: AppealsPart = AppealsPart()
    """How people who say that a case is a mistake are answered."""
    links: LinksPart = LinksPart()
    """What follows when somebody has said that two accounts, one on each messenger, are hers."""
    privacy: PrivacyPart = PrivacyPart()
    discord: DiscordPart = DiscordPart()
    """What only Discord has."""
    cogs: dict[Slug, CogSetting] = {}
    """Features by name: on, off, or their own settings. Somebody else's cog is loaded because it is named here."""
    inbox: InboxPart = InboxPart()
    """How members reach the team: by a private message to the bot, /ask, /complain or /report."""
    departments: Annotated[dict[Slug, DepartmentPart], Field(max_length=20)] = {}
    """Queues of their own, by names of yours: support, sales, press ... Without any there is one for everything."""
    mail: MailPart | None = None
    """How mail leaves; only departments with a `mail` of their own write any."""
    canned: Annotated[dict[Slug, Text], Field(max_length=200)] = {}
    """Answers to be sent by name with /canned. {name}, {community}, {moderator} and {number} are filled in."""
    satisfaction: SatisfactionPart = SatisfactionPart()
    """How content members are with the team's answers."""
    faq: FaqPart = FaqPart()
    """Answers that the bot gives by itself, where it is sure which one is meant."""
    style: StylePart = StylePart()
    feedback: FeedbackPart | None = None
    """A board of ideas and problems that members bring with /feedback and vote for."""
    calendar: CalendarPart = CalendarPart()
    posts: Annotated[list[PostPart], Field(max_length=200)] = []
    """Posts that come again; others are written with /post."""
    feeds: Annotated[dict[Slug, FeedPart], Field(max_length=20)] = {}
    """News of other sites (RSS, Atom) that becomes posts, by a name of your own."""
    digests: DigestsPart | None = None
    """News in private, for members who agree to get it."""
    polls: PollsPart | None = None
    contests: ContestsPart | None = None
    events: EventsPart = EventsPart()
