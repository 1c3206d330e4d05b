"""What an engine is made of: every store, the platforms, the voices, the keys and the clock."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.core.deliveries import Way
from bot.core.ports import ChatPlatform, Clock
from bot.core.text import Voices
from bot.runtime.community import Community
from bot.runtime.contests import Contests
from bot.runtime.conversations import Conversations
from bot.runtime.deliveries import Carrier, Deliveries
from bot.runtime.digests import Digests
from bot.runtime.fairness import Fairness
from bot.runtime.feedback import FeedbackBoard
from bot.runtime.feeds import Feeds, FeedSource
from bot.runtime.gatherings import Gatherings
from bot.runtime.giveaways import Giveaways
from bot.runtime.meaning import Encoder
from bot.runtime.meetings import Meetings
from bot.runtime.phrasing import LanguageModel
from bot.runtime.polls import Polls
from bot.runtime.posts import Posts
from bot.runtime.presses import Keyring
from bot.runtime.privacy import PersonalData
from bot.runtime.queue import Ledger, Presses, Timers
from bot.runtime.satisfaction import Ratings
from bot.runtime.stores import (
    Arrivals,
    Cases,
    Complaints,
    GivenAnswers,
    Lessons,
    Notes,
    People,
    Recordings,
    Spaces,
    Whys,
)
from bot.runtime.timekeeping import Timekeeping
from bot.runtime.trace import Trace


class Stores(Protocol):
    """Every store, as one adapter offers them."""

    @property
    def ledger(self) -> Ledger: ...
    @property
    def presses(self) -> Presses: ...
    @property
    def timers(self) -> Timers: ...
    @property
    def cases(self) -> Cases: ...
    @property
    def complaints(self) -> Complaints: ...
    @property
    def whys(self) -> Whys: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def lessons(self) -> Lessons: ...
    @property
    def fairness(self) -> Fairness: ...
    @property
    def recordings(self) -> Recordings: ...
    @property
    def arrivals(self) -> Arrivals: ...
    @property
    def given_answers(self) -> GivenAnswers: ...
    @property
    def gatherings(self) -> Gatherings: ...
    @property
    def polls(self) -> Polls: ...
    @property
    def giveaways(self) -> Giveaways: ...
    @property
    def contests(self) -> Contests: ...
    @property
    def meetings(self) -> Meetings: ...
    @property
    def timekeeping(self) -> Timekeeping: ...
    @property
    def ratings(self) -> Ratings: ...
    @property
    def posts(self) -> Posts: ...
    @property
    def feeds(self) -> Feeds: ...
    @property
    def digests(self) -> Digests: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def feedback(self) -> FeedbackBoard: ...
    @property
    def people(self) -> People: ...
    @property
    def spaces(self) -> Spaces: ...
    @property
    def notes(self) -> Notes: ...
    @property
    def personal(self) -> PersonalData: ...


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything an engine is made of."""

    communities: Sequence[Community]
    platforms: Sequence[ChatPlatform]
    stores: Stores
    voices: Voices
    keys: Keyring
    clock: Clock
    trace: Trace
    on_connect: Callable[[], None] = lambda: None
    """Called whenever a platform has connected."""
    carriers: Mapping[Way, Carrier] = field(default_factory=dict[Way, Carrier])
    """What carries letters to departments; without any they wait."""
    source: FeedSource | None = None
    """What reads feeds; without it they wait."""
    model: LanguageModel | None = None
    """What words answers from the FAQ where a community agreed to it; without it nobody is asked."""
    encoder: Encoder | None = None
    """What reads questions for their meaning; without it only their words count."""
