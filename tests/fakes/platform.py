"""A chat network that lives in lists: what the bot did there stands in a ledger, and any request can be made to fail.

It keeps the promises of the real ones where the runtime leans on them: one message for a nonce seen twice, no
private message to whom the bot cannot reach, no sanction for whom the network protects.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count

from bot.core.actions import (
    Action,
    Answer,
    Ask,
    CloseThread,
    Delete,
    Edit,
    OpenThread,
    Pardon,
    Punish,
    Sanction,
    Send,
    Whisper,
)
from bot.core.capabilities import Capabilities, Capability, Limits
from bot.core.doors import Admit, GiveRole, Invite, Right, SetPace, SetRights, Snapshot, Survey
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, MessageRef, Place, Platform, SpaceRef, UserRef
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.people import Member, Rank
from bot.core.receipts import Attempt, Done, Receipt, Refusal, Refused
from bot.core.text import plain
from bot.core.ui import Rows

RIGHTS = frozenset(
    {
        Capability.DELETE,
        Capability.REMOVE_THREAD,
        Capability.MUTE,
        Capability.KICK,
        Capability.BAN,
        Capability.FILTER,
        Capability.RIGHTS,
    }
)
BASIC = frozenset({Capability.SEND, Capability.WHISPER, Capability.BUTTONS, Capability.FORM, Capability.EDIT})
PROTECTED = Rank.MODERATOR
"""From this rank on the network lets a bot do nothing to people."""
DIRECT = Capabilities(BASIC | {Capability.PRIVATE_ANSWER})
MANNERS = {
    DISCORD: Capabilities(
        BASIC | RIGHTS | {Capability.PRIVATE_ANSWER, Capability.NONCE, Capability.PACE, Capability.ROLES}
    ),
    TELEGRAM: Capabilities(
        BASIC | RIGHTS | {Capability.DEEP_LINK, Capability.ALERT, Capability.ADMIT}, Limits(delete_batch=3)
    ),
}


@dataclass(frozen=True, slots=True)
class Effect:
    """One request that the bot made: what, in which words, and what came of it."""

    action: Action
    words: str
    language: str
    nonce: str
    receipt: Attempt | Exception
    content: bytes | None = None

    @property
    def worked(self) -> bool:
        return isinstance(self.receipt, Done)

    @property
    def place(self) -> Place:
        return self.receipt.message.place


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot's that stands somewhere."""

    ref: MessageRef
    words: str
    rows: Rows = ()


@dataclass(slots=True)
class Fault:
    """Answers instead of the network, for the next ``times`` requests that ``fits`` accepts."""

    fits: Callable[[Action], bool]
    answer: Attempt | Exception
    times: int = 1
    after_effect: bool = False


class FakePlatform:
    """``ledger`` holds every request in order, ``shown`` what of the bot's stands now."""

    def __init__(self, name: Platform, dialect: Platform | None = None) -> None:
        self._name = name
        self._dialect = dialect or name
        self.can = MANNERS[self._dialect]
        self.ledger: list[Effect] = []
        self.shown: dict[MessageRef, Shown] = {}
        self.members: dict[tuple[SpaceRef, UserRef], Member] = {}
        self.places: dict[str, Place] = {}
        self.roles: dict[str, str] = {}
        self.unreachable: set[UserRef] = set()
        self.threads: dict[Place, str] = {}
        self.closed: set[Place] = set()
        self.gone: set[Place] = set()
        self.most_threads = 1000
        self.shut: dict[SpaceRef, frozenset[Right]] = {}
        self.links: list[str] = []
        self.polls: dict[MessageRef, OpenPoll] = {}
        self.paces: dict[Place, timedelta] = {}
        self.given: dict[tuple[SpaceRef, UserRef], set[str]] = {}
        self.sanctions: dict[tuple[SpaceRef, UserRef], Sanction] = {}
        self.faults: list[Fault] = []
        self.asked_for: list[UserRef] = []
        self.remembered: set[UserRef] = set()
        self.files: dict[str, bytes | Attempt] = {}
        self.published: list[str] = []
        self.holding: dict[Place, asyncio.Event] = {}
        self.runs: deque[Callable] = deque()
        self._by_nonce: dict[str, Done] = {}
        self._numbers = count(1)

    @property
    def name(self) -> Platform:
        return self._name

    @property
    def dialect(self) -> Platform:
        return self._dialect

    def fails(self, kind: type, answer: Attempt | Exception, times: int = 1, *, after_effect: bool = False) -> None:
        """Let the next requests of this kind end otherwise; ``after_effect``: it happened, only the answer is lost."""
        self.faults.append(Fault(lambda action: isinstance(action, kind), answer, times, after_effect))

    def holds(self, place: Place) -> asyncio.Event:
        """Let everything for this place wait until the event is set."""
        return self.holding.setdefault(place, asyncio.Event())

    async def run(self, sink, ready) -> None:
        if self.runs:
            return await self.runs.popleft()(sink, ready)
        await ready()
        return await asyncio.Event().wait()

    async def fetch(self, enclosure, limit, into) -> Attempt:
        content = self.files.get(enclosure.native)
        if isinstance(content, Attempt):
            return content
        if content is None:
            return Refused(Refusal.GONE)
        if len(content) > limit:
            return Refused(Refusal.TOO_LARGE)
        into.write(content)
        return Done()

    async def perform(self, action, voice, nonce: str, content=None) -> Attempt:
        held = self.holding.get(_place(action))
        if held is not None:
            await held.wait()
        words = plain(voice(_body(action)))
        fault = next((f for f in self.faults if f.times and f.fits(action)), None)
        if fault is not None:
            fault.times -= 1
        if fault is None or fault.after_effect:
            receipt = self._deduplicated(action, words, nonce)
        if fault is not None:
            receipt = fault.answer
        self.ledger.append(Effect(action, words, voice.language, nonce, receipt, content and content.read()))
        if isinstance(receipt, Exception):
            raise receipt
        return receipt

    async def capabilities(self, place: Place) -> Capabilities:
        return replace(DIRECT, has=DIRECT.has | self.can.has & {Capability.NONCE}) if place.is_direct else self.can

    async def member(self, space: SpaceRef, user: UserRef) -> Member | None:
        self.asked_for.append(user)
        found = self.members.get((space, user))
        return found and replace(found, out_of_reach=found.out_of_reach or found.rank >= PROTECTED)

    def seen(self, space: SpaceRef, user: UserRef) -> Member | None:
        return self.members.get((space, user)) if user in self.remembered else None

    async def find_place(self, name: str) -> Place | None:
        return self.places.get(name)

    async def find_role(self, name: str, spaces) -> str | None:
        return self.roles.get(name)

    def publish(self, commands, voices) -> None:
        self.published = [spec.path for spec in commands]

    def paste(self, place: Place) -> str:
        return next((name for name, known in self.places.items() if known == place), place.channel.native)

    def link(self, message: MessageRef) -> str:
        return f"https://{self._dialect}.example/{message.place.channel.native}/{message.native}"

    def _deduplicated(self, action: Action, words: str, nonce: str) -> Receipt:
        if Capability.NONCE in self.can and nonce in self._by_nonce:
            return self._by_nonce[nonce]
        receipt = self._perform(action, words)
        if isinstance(receipt, Done) and isinstance(action, Send | Whisper):
            self._by_nonce[nonce] = receipt
        return receipt

    def _perform(self, action: Action, words: str) -> Receipt:  # noqa: PLR0911
        match action:
            case Whisper(user=user) if user in self.unreachable:
                return Refused(Refusal.UNREACHABLE)
            case Send(place=place) if place in self.gone:
                return Refused(Refusal.GONE)
            case Send() | Answer() | Whisper() | Ask():
                return Done(self._show(action, words))
            case OpenThread():
                return self._open(action, words)
            case OpenPoll() | ClosePoll():
                return self._poll(action)
            case CloseThread(place=place, reopen=reopen):
                (self.closed.discard if reopen else self.closed.add)(place)
            case Edit(message=ref):
                if ref not in self.shown:
                    return Refused(Refusal.GONE)
                self.shown[ref] = Shown(ref, words, action.rows)
            case Delete():
                for ref in action.messages:
                    self.shown.pop(ref, None)
            case Punish() | Pardon():
                return self._sanction(action)
            case Survey() | SetRights() | SetPace() | GiveRole() | Invite():
                return self._door(action)
        return Done()

    def _poll(self, action: OpenPoll | ClosePoll) -> Receipt:
        if isinstance(action, ClosePoll):
            self.polls.pop(action.message, None)
            return Done(action.message)
        ref = MessageRef(action.place, f"poll{next(self._numbers)}")
        self.polls[ref] = action
        return Done(ref)

    def _open(self, action: OpenThread, words: str) -> Receipt:
        if len(self.threads) >= self.most_threads:
            return Refused(Refusal.FORBIDDEN, "no more threads")
        here = replace(action.place, thread=f"t{next(self._numbers)}")
        self.threads[here] = action.title
        return Done(self._show(Send(here, action.body, action.rows), words))

    def _show(self, action: Action, words: str) -> MessageRef:
        place = _place(action)
        ref = MessageRef(place, f"bot{next(self._numbers)}")
        rows = ((action.form.submit,),) if isinstance(action, Ask) else action.rows
        if rows or not isinstance(action, Answer):  # an answer for one reader is gone once read
            self.shown[ref] = Shown(ref, words, rows)
        return ref

    def _door(self, action) -> Receipt:
        match action:
            case Survey():
                paces = tuple((place, self.paces.get(place, timedelta(0))) for place in action.places)
                return Done(found=Snapshot(",".join(sorted(self.shut.get(action.space, ()))), paces))
            case SetRights():
                before = {Right(word) for word in action.before.native.split(",") if word}
                self.shut[action.space] = frozenset(before | action.shut)
            case SetPace():
                if Capability.PACE not in self.can:
                    return Refused(Refusal.UNSUPPORTED)
                self.paces[action.place] = action.every
            case Invite():
                self.links.append(f"https://t.me/+{len(self.links) + 1}")
                return Done(link=self.links[-1])
            case GiveRole():
                held = self.given.setdefault((action.space, action.user), set())
                (held.discard if action.take else held.add)(action.role)
        return Done()

    def _sanction(self, action: Punish | Pardon) -> Receipt:
        known = self.members.get((action.space, action.user))
        if known is not None and known.rank >= PROTECTED:
            return Refused(Refusal.OUTRANKED)
        if isinstance(action, Pardon):
            self.sanctions.pop((action.space, action.user), None)
        else:
            self.sanctions[action.space, action.user] = action.sanction
        return Done()


def _place(action: Action) -> Place:
    match action:
        case Send() | Answer() | Ask() | OpenThread() | CloseThread() | OpenPoll():
            return action.place
        case Whisper():
            return Place(ChannelRef(action.user.platform, action.user.native))
        case Edit() | ClosePoll():
            return action.message.place
        case Delete():
            return action.messages[0].place
        case SetPace():
            return action.place
        case Punish() | Pardon() | Survey() | SetRights() | Admit() | GiveRole() | Invite():
            return Place(ChannelRef(action.space.platform, action.space.native), action.space)


def _body(action: Action):
    from bot.core.text import Rich

    match action:
        case Send() | Answer() | Whisper() | Edit() | OpenThread():
            return action.body
        case Ask():
            return action.form.title
        case _:
            return Rich(())
