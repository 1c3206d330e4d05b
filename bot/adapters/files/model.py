"""The config file as types: what a manager may write, each key once, with what it means (the editor shows it)."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from bot.adapters.files import grammar
from bot.adapters.files.calendar_part import CalendarPart, PostPart
from bot.adapters.files.contests_part import ContestsPart
from bot.adapters.files.department_part import DepartmentPart, MailPart
from bot.adapters.files.events_part import EventsPart
from bot.adapters.files.faq_part import FaqPart
from bot.adapters.files.feedback_part import FeedbackPart
from bot.adapters.files.feeds_part import DigestsPart, FeedPart
from bot.adapters.files.fields import (
    Account,
    Agreement,
    CogSetting,
    Duration,
    Language,
    Name,
    OffOrPatience,
    OffOrSpan,
    OnOff,
    Patience,
    PublicLine,
    Rung,
    Slug,
    Strikes,
    Text,
    Timezone,
)
from bot.adapters.files.levels_part import LevelsPart, SatisfactionPart, TargetsPart
from bot.adapters.files.place_part import PlacePart
from bot.adapters.files.polls_part import PollsPart
from bot.adapters.files.rule_part import RulePart, SparePart
from bot.adapters.files.section import Section
from bot.adapters.files.storm_part import GatePart, StormPart
from bot.adapters.files.style_part import StylePart
from bot.runtime.community import CAPS

PLANNED: tuple[str, ...] = ()
"""Sections of the file format that this version reads past; at present it acts on all of them."""


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


class WelcomePart(Section):
    text: Text
    """{name} and {community} are filled in."""
    agree: Agreement = "off"
    """off, asked (a button), or required (nobody posts before agreeing to the guidelines)."""
    delete_after: Duration | None = None
    """Take the greeting away again after this long."""
    together: Annotated[int, Field(ge=2, le=200)] = 8
    """From so many newcomers within half a minute on, all are greeted at once."""


class LadderPart(Section):
    steps: dict[Strikes, Rung] = {}
    forget_after: Duration | None = None
    own: dict[Slug, dict[Strikes, Rung]] = {}

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
        if not isinstance(value, dict):
            return value
        given = dict[str, Any](value)  # pyright: ignore[reportUnknownArgumentType] - its shape is checked next
        own = {key: given[key] for key in given if isinstance(given[key], dict)}
        steps = {key: rung for key, rung in given.items() if key not in own}
        forget = steps.pop("forget after", None)
        return {"steps": steps, "own": own} | ({} if forget is None else {"forget_after": forget})

    @classmethod
    def __get_pydantic_json_schema__(cls, *_: object) -> JsonSchemaValue:
        rung: JsonSchemaValue = {"type": "string", "examples": ["warn", "mute 1h", "kick", "ban", "ask moderators"]}
        steps = {r"^\d{1,3} strikes?$": rung}
        own = {
            "type": "object",
            "description": "What strikes against one guideline lead to, beside the common ladder.",
            "patternProperties": steps,
            "additionalProperties": False,
        }
        return {
            "type": "object",
            "description": "What so many strikes lead to, and when strikes are forgotten.",
            "properties": {"forget after": {"type": "string", "examples": ["90d"]}},
            "patternProperties": steps | {"^[a-z0-9][a-z0-9_-]{0,31}$": own},
            "additionalProperties": False,
        }


class NoticesPart(Section):
    private: Literal["first", "off"] = "first"
    """Tell people in private first, or never."""
    otherwise: PublicLine = None
    """What is said in public where that cannot be: a line without content that vanishes, or nothing."""


class ReasonPart(Section):
    text: Text | None = None
    """What members read, in each language; without it the guideline's own text is enough."""
    guideline: Slug | None = None
    """The guideline that notices cite beside it."""


class ReportsPart(Section):
    show_reporter_to: Literal["managers", "moderators"] = "managers"
    """Who may see who reported. The reported person never does."""
    about_moderator: Literal["managers"] = "managers"
    """Where a complaint about a moderator goes."""
    tell_outcome: bool = True
    """Does the reporter hear how it ended?"""


class AppealsPart(Section):
    address: Annotated[str, Field(max_length=200)] = ""
    """Where to write when no messenger reaches us: a page, a mail address. It stands in every notice of a ban."""
    deadline: Patience | None = None
    """How long the team has to judge; then managers are asked, and have as long again. 3d if left out."""
    remind: OffOrPatience | None = None
    """How often moderators are reminded of an appeal that waits; 1d if left out, or off."""


class CategoryPart(TargetsPart):
    title: Text | None = None
    """What members choose; the key if left out."""
    department: Slug | None = None
    """Who takes care of such matters."""
    priority: Literal["low", "normal", "high", "urgent"] = "normal"
    """How soon the team should look. Answers in urgent matters can be taken back for a minute."""
    fields: Annotated[dict[Slug, Text], Field(max_length=5)] = {}
    """Questions to ask, in this order; one question for everything if left out."""


class InboxPart(LevelsPart):
    in_: Annotated[Slug, Field(alias="in")] = "inbox"
    """The place where the team reads it: best a forum, where each conversation is a thread. staff if there is none."""
    signed: OnOff = False
    """Do answers carry the name of the moderator who wrote them? Otherwise only the community's."""
    categories: Annotated[dict[Slug, CategoryPart], Field(max_length=20)] = {}
    """What members can write about; without any there is one queue."""


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

    @property
    def planned(self) -> tuple[str, ...]:
        """What the file asks for and this version does not do yet."""
        return tuple(name for name in PLANNED if getattr(self, name) is not None)
