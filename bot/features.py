"""Every feature that comes with the bot, in the order in which they see events."""

from bot.cogs.abating import Abating
from bot.cogs.answering import Answering
from bot.cogs.appeals import Appeals
from bot.cogs.attending import Attending
from bot.cogs.audit import AuditLog
from bot.cogs.automod import Automod
from bot.cogs.backlog import Backlog
from bot.cogs.balloting import Balloting
from bot.cogs.basics import Basics
from bot.cogs.binding import Bind
from bot.cogs.board import BoardCards
from bot.cogs.calendar import Calendar
from bot.cogs.cases import Cases
from bot.cogs.config import Config
from bot.cogs.consent import SecondPerson
from bot.cogs.contest_cards import ContestCards
from bot.cogs.contests import Contests
from bot.cogs.deadletters import DeadLetters
from bot.cogs.departments import Departments
from bot.cogs.desk import Desk
from bot.cogs.digest import Digest
from bot.cogs.digests import Digests
from bot.cogs.draws import Draws
from bot.cogs.duty import OnDuty
from bot.cogs.enclosing import Enclosing
from bot.cogs.entering import Entering
from bot.cogs.event_elsewhere import EventsElsewhere
from bot.cogs.event_times import EventTimes
from bot.cogs.events import Events
from bot.cogs.faq import Faq
from bot.cogs.feedback import FeedbackDesk
from bot.cogs.feeds import FeedDesk
from bot.cogs.following import Following
from bot.cogs.gate import Gate
from bot.cogs.giveaways import Giveaways
from bot.cogs.guests import Guests
from bot.cogs.handing import Handing
from bot.cogs.hands import Hands
from bot.cogs.inbox import Inbox
from bot.cogs.interests import Interests
from bot.cogs.inviting import Inviting
from bot.cogs.judging import JudgesAppeals
from bot.cogs.jury_times import JuryTimes
from bot.cogs.language import Language
from bot.cogs.lasting import Lasting
from bot.cogs.learning import Learning
from bot.cogs.levels import ServiceLevels
from bot.cogs.links import Links
from bot.cogs.lots import Lots
from bot.cogs.native import Native
from bot.cogs.native_ballots import NativeBallots
from bot.cogs.newcomers import Newcomers
from bot.cogs.phrasing import PhrasedAnswers
from bot.cogs.poll_times import PollTimes
from bot.cogs.polls import Polls
from bot.cogs.post_files import PostFiles
from bot.cogs.posts import PostDesk
from bot.cogs.precision import Precision
from bot.cogs.privacy import Privacy
from bot.cogs.prizes import Prizes
from bot.cogs.promises import Promises
from bot.cogs.publishing import Publishing
from bot.cogs.raids import Raids
from bot.cogs.record import Record
from bot.cogs.recording import Recording
from bot.cogs.replay import Replay
from bot.cogs.reports import Reports
from bot.cogs.rights import Rights
from bot.cogs.roadmap import Roadmap
from bot.cogs.rules import Rules
from bot.cogs.sanctions import Sanctions
from bot.cogs.satisfaction import Satisfaction
from bot.cogs.screening import Screening
from bot.cogs.settling import SettlesAppeals
from bot.cogs.sieving import Sieving
from bot.cogs.sifting import Sifting
from bot.cogs.spreading import Spreading
from bot.cogs.standing_posts import StandingPosts
from bot.cogs.status import StatusOfMine
from bot.cogs.storm import Storm
from bot.cogs.submitting import Submitting
from bot.cogs.sweeping import Sweeping
from bot.cogs.unanswered import Unanswered
from bot.cogs.undoing import Undoing
from bot.cogs.verdicts import Verdicts
from bot.cogs.voting import Voting
from bot.cogs.week import BoardWeek
from bot.cogs.welcome import Welcome
from bot.cogs.why import Why
from bot.runtime.cog import Cog

BUILT_IN: tuple[type[Cog], ...] = (
    Recording,
    Storm,
    Raids,
    Abating,
    Sieving,
    Sifting,
    Gate,
    Entering,
    Inviting,
    Learning,
    Automod,
    Welcome,
    Appeals,
    AuditLog,
    Answering,
    Enclosing,
    Basics,
    Bind,
    BoardCards,
    BoardWeek,
    Calendar,
    Cases,
    Config,
    DeadLetters,
    Departments,
    StatusOfMine,
    Faq,
    PhrasedAnswers,
    Handing,
    FeedbackDesk,
    FeedDesk,
    Interests,
    Digests,
    Hands,
    JudgesAppeals,
    SettlesAppeals,
    Desk,
    Backlog,
    Inbox,
    ServiceLevels,
    OnDuty,
    Promises,
    Satisfaction,
    Digest,
    Language,
    Lasting,
    Links,
    Native,
    Polls,
    Voting,
    PollTimes,
    NativeBallots,
    PostDesk,
    PostFiles,
    Giveaways,
    Lots,
    Newcomers,
    Draws,
    Contests,
    Submitting,
    Screening,
    Balloting,
    Prizes,
    JuryTimes,
    ContestCards,
    Events,
    Attending,
    Guests,
    EventTimes,
    EventsElsewhere,
    Precision,
    Privacy,
    Publishing,
    StandingPosts,
    Replay,
    Record,
    Reports,
    Verdicts,
    Rights,
    Roadmap,
    Rules,
    Sanctions,
    SecondPerson,
    Spreading,
    Following,
    Sweeping,
    Unanswered,
    Undoing,
    Why,
)
"""In the order in which they see events: what automod stops reaches nobody else."""
