"""What is remembered of the last minutes, all of it bounded: who came, who wrote when, what is to be taken away."""

from collections import OrderedDict, deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.ids import MessageRef, SpaceRef, UserRef
from bot.domain.storm.heat import Heat
from bot.domain.storm.incident import MOST_NAMED, Arrival, Incident, Named
from bot.domain.storm.kept import Before
from bot.domain.storm.plan import Plan, Playbook

MOST_ARRIVALS = 10_000
MOST_WRITERS = 5_000
MOST_PENDING = 5_000
SWEEP = "storm-sweep"
"""The kind of timer that takes away what has gathered."""
SWEEP_EVERY = timedelta(seconds=1)


@dataclass(slots=True)
class Watch:
    """One community's memory of its weather. What must survive a restart stands in the notes as well."""

    plan: Plan
    heat: Heat
    incident: Incident | None = None
    last: int = 0
    snapshots: dict[SpaceRef, Before] = field(default_factory=dict[SpaceRef, Before])
    denied: set[SpaceRef] = field(default_factory=set[SpaceRef])
    arrivals: deque[Arrival] = field(default_factory=lambda: deque(maxlen=MOST_ARRIVALS))
    to_sift: deque[Arrival] = field(default_factory=lambda: deque(maxlen=MOST_ARRIVALS))
    came: int = 0
    names: list[Named] = field(default_factory=list[Named])
    left: set[tuple[SpaceRef, UserRef]] = field(default_factory=set[tuple[SpaceRef, UserRef]])
    held: int = 0
    pending: deque[MessageRef] = field(default_factory=lambda: deque(maxlen=MOST_PENDING))
    swept_at: datetime | None = None
    _wrote: OrderedDict[UserRef, datetime] = field(default_factory=OrderedDict[UserRef, datetime])

    @property
    def level(self) -> int:
        return 0 if self.incident is None else self.incident.level

    @property
    def playbook(self) -> Playbook:
        """What is done now; nothing where it is calm."""
        return Playbook() if self.incident is None else self.plan.playbook(self.incident.level)

    def replan(self, plan: Plan) -> None:
        """The config changed; what was counted begins anew."""
        self.plan, self.heat = plan, Heat(plan)

    def arrived(self, arrival: Arrival) -> None:
        """Remember somebody who came; during a storm they are counted, and wait to be judged."""
        self.arrivals.append(arrival)
        self.left.discard((arrival.space, arrival.user))
        if self.incident is not None and arrival.space in self.incident.spaces:
            self._counted(arrival)

    def went(self, space: SpaceRef, user: UserRef) -> None:
        """Remember that somebody is gone again, as long as there is anybody to judge."""
        if self.to_sift and len(self.left) < MOST_ARRIVALS:
            self.left.add((space, user))

    def _counted(self, arrival: Arrival) -> None:
        self.came += 1
        self.to_sift.append(arrival)
        if len(self.names) < MOST_NAMED:
            self.names.append(Named(arrival.user, arrival.name))

    def just_before(self, now: datetime, spaces: Iterable[SpaceRef]) -> list[Arrival]:
        """Those who came in shortly before."""
        wanted, since = set(spaces), now - self.plan.look_back
        return [one for one in self.arrivals if one.at >= since and one.space in wanted]

    def begin(self, arrivals: Iterable[Arrival]) -> None:
        """A storm begins: those who came just before belong to it."""
        self.to_sift.clear()
        self.came, self.held = 0, 0
        self.names.clear()
        self.left.clear()
        for arrival in arrivals:
            self._counted(arrival)

    def remember(
        self, arrivals: Iterable[Arrival], last: Incident | None, now: datetime, dealt: datetime | None
    ) -> None:
        """After a restart: who came lately, and who came with the last storm since ``dealt``, when nobody was left."""
        for arrival in arrivals:
            if arrival.at >= now - self.plan.look_back:
                self.arrivals.append(arrival)
            is_new = dealt is None or arrival.at > dealt
            if is_new and last is not None and arrival.space in last.spaces and self._came_with(arrival, last):
                self.to_sift.append(arrival)

    def _came_with(self, arrival: Arrival, storm: Incident) -> bool:
        begun = arrival.at >= storm.started - self.plan.look_back
        return begun and (storm.ended is None or arrival.at <= storm.ended)

    def forget_people(self, users: Collection[UserRef]) -> None:
        """Let go of these accounts where it is calm; who came with a storm is remembered until it is over.

        No report names them, in a storm or not.
        """
        self.names = [one for one in self.names if one.user not in users]
        if not users or self.incident is not None:
            return
        self.arrivals = deque((one for one in self.arrivals if one.user not in users), maxlen=MOST_ARRIVALS)
        self.to_sift = deque((one for one in self.to_sift if one.user not in users), maxlen=MOST_ARRIVALS)
        self.left = {one for one in self.left if one[1] not in users}
        for user in users:
            self._wrote.pop(user, None)

    def is_too_fast(self, user: UserRef, at: datetime, pace: timedelta) -> bool:
        """Whether this comes sooner after the last one than the pace allows; only what may stay counts."""
        last = self._wrote.get(user)
        if last is not None and at - last < pace:
            return True
        self._wrote[user] = at
        self._wrote.move_to_end(user)
        if len(self._wrote) > MOST_WRITERS:
            self._wrote.popitem(last=False)
        return False

    def sweep(self, ref: MessageRef | None, now: datetime) -> tuple[MessageRef, ...]:
        """What is to be deleted now: many at once and not each by itself, or the platform would punish the bot."""
        if ref is not None:
            self.pending.append(ref)
            self.held += 1
            if self.swept_at is not None and now - self.swept_at < SWEEP_EVERY:
                return ()
        gone = tuple(self.pending)
        self.pending.clear()
        self.swept_at = now
        return gone
