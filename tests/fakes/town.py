"""A small town for stories: the real runtime, cogs, voices and store on pretend messengers.

``bot = await town(rules=(...,))``, then ``await bot.says(ANN, "...")`` and look at ``bot.ledger``. Every verb returns
when all that followed from it has happened.
"""

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import count
from pathlib import Path
from types import MappingProxyType

from bot.adapters.files.locales import load_voices
from bot.adapters.store.store import open_store
from bot.adapters.store.target import Target
from bot.core.actions import Action, Answer, Send, Whisper
from bot.core.deliveries import Way
from bot.core.events import MemberJoined, MessageEdited, MessagePosted, RightsChanged
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted, Ticket
from bot.core.people import Member, Rank
from bot.core.text import Localised, Say, plain
from bot.core.ui import Button
from bot.domain.moderation.policy import Act, Do, Mode, Policy, Rule
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.words import Entry
from bot.domain.moderation.triggers import Words
from bot.features import BUILT_IN
from bot.runtime.aliases import Aliases
from bot.runtime.codec import Codec, core_codec
from bot.runtime.community import Community, Guideline, Team
from bot.runtime.engine import Engine
from bot.runtime.interactions import Continue
from bot.runtime.parts import Parts
from bot.runtime.presses import Keyring
from bot.runtime.registry import presses_of
from tests.build import ANN, BOB, BOSS, MOD, person, post
from tests.fakes.clock import StillClock
from tests.fakes.host import FakeHost
from tests.fakes.memory import MEMORY
from tests.fakes.platform import Effect, FakePlatform, Shown

LOCALES = Path(__file__).resolve().parents[2] / "locales"
VOICES = load_voices(LOCALES, strict=True)
LENIENT = load_voices(LOCALES)
"""For cogs of other people, whose phrases are not in our files."""

LOBBY = Place(ChannelRef(TELEGRAM, "1"), SpaceRef(TELEGRAM, "1"))
STAFF = Place(ChannelRef(TELEGRAM, "2"), SpaceRef(TELEGRAM, "2"))
MANAGERS = Place(ChannelRef(TELEGRAM, "3"), SpaceRef(TELEGRAM, "3"))
GUILD = SpaceRef(DISCORD, "g")
D_LOBBY = Place(ChannelRef(DISCORD, "d1"), GUILD)
D_STAFF = Place(ChannelRef(DISCORD, "d2"), GUILD)
DANA = person("Dana", "70", on=DISCORD)
DORA = person("Dora", "80", Rank.MODERATOR, on=DISCORD)
CY = person("Cy", "11")
EVERYBODY = (ANN, BOB, CY, MOD, BOSS, DANA, DORA)

LEXICON = Lexicon.of([Entry("blorp", "en"), Entry("gnarf", "en")])
GUIDELINES = (
    Guideline("kind", 1, Localised({"en": "Argue with ideas.", "pl": "Spieramy się z poglądami."})),
    Guideline("no-ads", 2, Localised({"en": "Ask before advertising."})),
)
PLACES = {
    "lobby": {TELEGRAM: "#lobby", DISCORD: "#lobby"},
    "staff": {TELEGRAM: "#staff", DISCORD: "#staff"},
}
WITH_MANAGERS = {**PLACES, "managers": {TELEGRAM: "#managers"}}

_numbers = count(1)


def words(*do: Do, name: str = "swearing", mode: Mode = Mode.ON, **more: object) -> Rule:
    """A rule against the two invented words of the town."""
    acts = do or (Do(Act.DELETE), Do(Act.WARN))
    return Rule(name, Words(("en",), lexicon=LEXICON), acts, more.pop("guideline", "kind"), mode, **more)


def riverside(*rules: Rule, **more: object) -> Community:
    """The community as its managers wrote it; anything can be written otherwise."""
    policy = Policy(rules, more.pop("ladder", ()), more.pop("forget_after", None))
    wanted = {
        "languages": ("en", "pl"),
        "places": PLACES,
        "team": Team(managers=frozenset({BOSS.user})),
        "guidelines": GUIDELINES,
        "guidelines_version": "g1",
        "policy": policy,
        **more,
    }
    return replace(Community("riverside", "Riverside", "v1"), **wanted)


class Town:
    """The bot, the people, and every messenger they meet on."""

    def __init__(self, engine: Engine, platforms: Sequence[FakePlatform], clock: StillClock, host: FakeHost) -> None:
        self.engine = engine
        self.telegram, self.discord = platforms
        self.platforms = platforms
        self.clock = clock
        self.host = host
        self.key = engine.parts.communities[0].key

    @property
    def store(self):
        return self.engine.parts.stores

    @property
    def ledger(self) -> list[Effect]:
        """Every request to any messenger, in order on each."""
        return [effect for platform in self.platforms for effect in platform.ledger]

    def did(self, kind: type[Action]) -> list[Action]:
        """The actions of this kind that worked."""
        return [e.action for e in self.ledger if isinstance(e.action, kind) and e.worked]

    def told(self, user: UserRef) -> list[str]:
        """Everything this person was told in private."""
        return [e.words for e in self.ledger if e.worked and isinstance(e.action, Whisper) and e.action.user == user]

    def answers(self) -> list[str]:
        return [e.words for e in self.ledger if e.worked and isinstance(e.action, Answer)]

    def heard_by(self, user: UserRef) -> str:
        """The last thing said to this person alone."""
        said = [
            e.words
            for e in self.ledger
            if e.worked and user in {getattr(e.action, "user", None), getattr(e.action, "actor", None)}
        ]
        return said[-1] if said else ""

    def standing(self, place: Place) -> list[Shown]:
        """What of the bot's stands there now."""
        return [shown for p in self.platforms for shown in p.shown.values() if shown.ref.place == place]

    def sends(self, place: Place) -> list[str]:
        return [e.words for e in self.ledger if e.worked and isinstance(e.action, Send) and e.action.place == place]

    # --- what people do ------------------------------------------------------------------------------------------

    async def take(self, event: object) -> None:
        await self.engine.take(event)
        await self.engine.outbox.idle()

    async def says(self, who: Member, text: str, place: Place = LOBBY, *, key: str = "", **more: object) -> MessageRef:
        message = replace(post(text, by=who, place=place, **more), sent_at=self.clock.now())
        await self.take(MessagePosted(key or f"posted/{message.ref.native}", message))
        return message.ref

    async def edits(self, who: Member, ref: MessageRef, text: str) -> None:
        message = replace(post(text, by=who), ref=ref, sent_at=self.clock.now())
        await self.take(MessageEdited(f"edited/{ref.native}/{next(_numbers)}", message))

    async def joins(self, who: Member, space: SpaceRef | None = None) -> None:
        where = space or (GUILD if who.user.platform == DISCORD else LOBBY.space)
        await self.take(MemberJoined(f"joined/{next(_numbers)}", where, who, self.clock.now()))

    async def is_added(self, space: SpaceRef, by: UserRef | None, *, present: bool = True) -> None:
        await self.take(RightsChanged(f"rights/{next(_numbers)}", space, present, self.clock.now(), by))

    async def asks(self, who: Member, path: str, place: Place | None = None, **values: object) -> str:
        """Give a command; answers with what the asker heard last."""
        special = {name: values.pop(name) for name in ("fault", "message_ref", "key", "reply_to") if name in values}
        here = place or (D_LOBBY if who.user.platform == DISCORD else LOBBY)
        key = special.get("key") or f"command/{next(_numbers)}"
        event = CommandInvoked(
            key,
            path,
            here,
            who,
            values,
            Ticket(key),
            self.clock.now(),
            special.get("message_ref"),
            special.get("fault"),
            special.get("reply_to"),
        )
        await self.take(event)
        return self.heard_by(who.user)

    def button(self, label: str, place: Place | None = None) -> tuple[Button, Shown]:
        """The newest standing button with this label (as a key), in that place if one is given."""
        for platform in reversed(self.platforms):
            for shown in reversed(platform.shown.values()):
                if place in {None, shown.ref.place}:
                    for button in (b for row in shown.rows for b in row if isinstance(b, Button)):
                        if label in _labels(button):
                            return button, shown
        raise AssertionError(f"no button {label!r} stands in {place}")

    async def presses(self, who: Member, label: str, place: Place | None = None, *, token: str = "") -> str:
        """Press the newest button of this label; ``place`` is where it stands. Answers with what the presser heard."""
        button, shown = self.button(label, place) if not token else (None, None)
        here = shown.ref.place if shown is not None else (place or LOBBY)
        return await self.presses_token(who, token or button.token, here, shown and shown.ref)

    async def presses_token(self, who: Member, token: str, place: Place, ref: MessageRef | None = None) -> str:
        key = f"press/{next(_numbers)}"
        ticket = Ticket(key, is_press=True)
        await self.take(ButtonPressed(key, token, place, who, ticket, self.clock.now(), ref))
        return self.heard_by(who.user)

    async def fills(self, who: Member, label: str = "button-send", place: Place | None = None, **values: str) -> str:
        """Fill in the newest form."""
        button, shown = self.button(label, place)
        key = f"form/{next(_numbers)}"
        await self.take(FormSubmitted(key, button.token, shown.ref.place, who, values, Ticket(key), self.clock.now()))
        return self.heard_by(who.user)

    async def waits(self, **span: float) -> None:
        """Time passes, and what came due happens."""
        self.clock.pass_by(**span)
        await self.engine.scheduler.fire_due()
        await self.engine.outbox.idle()

    async def looks(self, **span: float) -> None:
        """Time passes, feeds that are due are looked at, and what follows from that happens."""
        self.clock.pass_by(**span)
        await self.engine.reader.look_due()
        await self.waits()

    # --- the record ----------------------------------------------------------------------------------------------

    async def case(self, number: int = 1):
        return await self.store.cases.find(self.key, number)

    async def cases(self, user: UserRef = ANN.user):
        return await self.store.cases.of(self.key, user)

    async def complaint(self, number: int = 1):
        return await self.store.complaints.find(self.key, number)

    def changes(self, **more: object) -> None:
        """The managers write something else into their config file."""
        home = self.engine.communities.get(self.key)
        home.community = replace(home.community, **more)


def _labels(button: Button) -> set[str]:
    """What a test may call a button: the key of its phrase, or its words."""
    label = button.label
    return {label.key, *map(str, label.args.values())} if isinstance(label, Say) else {plain(VOICES.of("en")(label))}


def messengers() -> tuple[FakePlatform, FakePlatform]:
    """A Telegram and a Discord where everybody is at home."""
    telegram, discord = FakePlatform(TELEGRAM), FakePlatform(DISCORD)
    telegram.places = {"#lobby": LOBBY, "#staff": STAFF, "#managers": MANAGERS}
    discord.places = {"#lobby": D_LOBBY, "#staff": D_STAFF}
    for who in EVERYBODY:
        if who.user.platform == DISCORD:
            discord.members[GUILD, who.user] = who
            continue
        telegram.members[LOBBY.space, who.user] = who
        if who.rank >= Rank.MODERATOR:
            telegram.members[STAFF.space, who.user] = who
        if who.rank >= Rank.MANAGER:
            telegram.members[MANAGERS.space, who.user] = who
    return telegram, discord


class Silent:
    def note(self, entry: object) -> None:
        pass


class Noted:
    """Keeps what the bot says about itself."""

    def __init__(self) -> None:
        self.entries: list[object] = []

    def note(self, entry: object) -> None:
        self.entries.append(entry)


@cache
def _codec(kinds: tuple[type, ...]) -> Codec:
    return core_codec((*presses_of(kinds), Continue))


async def open_town(
    stack: AsyncExitStack,
    *communities: Community,
    platforms: Sequence[FakePlatform] = (),
    cogs: Sequence[type] = (),
    file: Path | Target = MEMORY,
    clock: StillClock | None = None,
    stores=lambda store: store,
    ready: bool = True,
    trace: object = None,
    carriers: Mapping[Way, object] = MappingProxyType({}),
    source: object = None,
    model: object = None,
    encoder: object = None,
) -> Town:
    """Build a bot; ``stores`` may put something between it and its store. It is closed with ``stack``."""
    clock = clock or StillClock()
    kinds = (*BUILT_IN, *cogs)
    codec = _codec(kinds)
    store = stores(await stack.enter_async_context(open_store(file, codec, clock, Aliases((b"k" * 32,)))))
    chats = tuple(platforms) or messengers()
    keys = Keyring(b"k" * 32)
    voices = LENIENT if cogs else VOICES
    homes = communities or (riverside(),)
    outside = {"carriers": carriers, "source": source, "model": model, "encoder": encoder}
    parts = Parts(homes, chats, store, voices, keys, clock, trace or Silent(), **outside)
    engine = Engine(parts)
    host = FakeHost(engine)
    services = engine.services(host)
    engine.equip([kind.create(services) for kind in kinds])
    stack.push_async_callback(engine.outbox.drain, timedelta(0))
    if ready:
        for platform in chats:
            await engine.ready(platform)
    return Town(engine, chats, clock, host)
