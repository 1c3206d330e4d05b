"""What the runtime offers to cogs: stores to read, people to look up, and the host the bot runs on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.capabilities import Capabilities
from bot.core.commands import CommandSpec
from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.people import Member
from bot.core.text import Body, Voices
from bot.runtime.codes import Codes
from bot.runtime.contests import Contests
from bot.runtime.context import Scene
from bot.runtime.conversations import Conversations, FirstTries
from bot.runtime.deliveries import Deliveries
from bot.runtime.digests import Digests
from bot.runtime.doorkeeping import Waiters
from bot.runtime.fairness import Fairness
from bot.runtime.feedback import FeedbackBoard
from bot.runtime.gatherings import Gatherings, Pseudonyms
from bot.runtime.giveaways import Giveaways
from bot.runtime.languages import Languages
from bot.runtime.meaning import Meanings
from bot.runtime.meetings import Meetings
from bot.runtime.phrasing import LanguageModel
from bot.runtime.polls import Polls
from bot.runtime.posts import Posts
from bot.runtime.privacy import PersonalData
from bot.runtime.satisfaction import Ratings
from bot.runtime.stores import Arrivals, Cases, Complaints, GivenAnswers, Lessons, Notes, People, Recordings, Whys
from bot.runtime.timekeeping import Timekeeping
from bot.runtime.trace import Trace
from bot.runtime.weather import Weather


class Members(Protocol):
    """Who somebody is in a space, with the rank that config gives."""

    async def find(self, scene: Scene, space: SpaceRef, user: UserRef) -> Member | None:
        """Ask the platform when the cache does not know; None when there is no such account there."""
        ...

    def seen(self, scene: Scene, space: SpaceRef, user: UserRef) -> Member | None:
        """The same without asking the platform, for acts on many; None says nothing about her."""
        ...

    async def best(self, scene: Scene, user: UserRef) -> Member | None:
        """The account with the highest rank it has in any space of the community on its platform."""
        ...


@dataclass(frozen=True, slots=True)
class ConfigCheck:
    """What is wrong with a config text, for people to read; and what would change."""

    faults: tuple[str, ...]
    difference: str = ""


class Host(Protocol):
    """The process around the bot, as far as managers may touch it from chat."""

    def commands(self) -> Sequence[CommandSpec]:
        """Every command that is on."""
        ...

    def paste(self, place: Place) -> str:
        """How a manager writes this place in the config file: ``telegram: "@name"``."""
        ...

    def link(self, message: MessageRef) -> str:
        """Where people jump to a message; empty where its network has no such address."""
        ...

    def bind_code(self) -> str:
        """The code that the host printed, which binds a new space to this community."""
        ...

    def health(self) -> Body:
        """One line on how the bot is doing."""
        ...

    async def write_feed(self, folder: str, name: str, text: str) -> str:
        """Put a file into a folder, whole or not at all; says what was in the way, or nothing."""
        ...

    async def config_text(self, community: str) -> str:
        """The config file as it stands."""
        ...

    async def check_config(self, community: str, text: str) -> ConfigCheck:
        """Check a text without applying it; hostile input is refused, never dangerous."""
        ...

    async def apply_config(self, community: str, text: str, by: UserRef) -> ConfigCheck:
        """Write it and use it, keeping the one before; with faults nothing changes."""
        ...

    async def switch_on(self, community: str, rule: str, by: UserRef) -> ConfigCheck:
        """Set ``mode: on`` for a rule in the config file, its comments kept, and use it."""
        ...

    async def only_watch(self, community: str, rule: str, by: UserRef) -> ConfigCheck:
        """Set ``mode: watch`` for a rule in the same way."""
        ...


class Abilities(Protocol):
    """What the bot itself may do, where."""

    async def capabilities(self, place: Place) -> Capabilities | None:
        """With the rights it has there now; None for a messenger that is not there."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """Given to every cog when it is built; it takes what it needs and keeps no more."""

    cases: Cases
    complaints: Complaints
    people: People
    notes: Notes
    members: Members
    voices: Voices
    host: Host
    trace: Trace
    whys: Whys
    lessons: Lessons
    fairness: Fairness
    codes: Codes
    weather: Weather
    waiters: Waiters
    abilities: Abilities
    recordings: Recordings
    arrivals: Arrivals
    conversations: Conversations
    first_tries: FirstTries
    given_answers: GivenAnswers
    gatherings: Gatherings
    polls: Polls
    giveaways: Giveaways
    contests: Contests
    meetings: Meetings
    posts: Posts
    digests: Digests
    pseudonyms: Pseudonyms
    deliveries: Deliveries
    timekeeping: Timekeeping
    ratings: Ratings
    feedback: FeedbackBoard
    personal: PersonalData
    languages: Languages
    model: LanguageModel | None
    meanings: Meanings
