"""Where everything is put together: settings and files in, a running bot out."""

import asyncio
import gc
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.adapters.files.branded import remarks
from bot.adapters.files.community import Loaded
from bot.adapters.files.config_file import ConfigFile, follow
from bot.adapters.files.data_dir import DataDir
from bot.adapters.files.faults import Refused
from bot.adapters.files.host import LocalHost
from bot.adapters.files.locales import load_voices
from bot.adapters.files.settings import Settings
from bot.adapters.store.store import Store, open_store
from bot.cogs.abating import Abating
from bot.cogs.answering import Answering
from bot.cogs.appeals import Appeals
from bot.cogs.attending import Attending
from bot.cogs.audit import AuditLog
from bot.cogs.automod import Automod
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
from bot.cogs.gate import Gate
from bot.cogs.giveaways import Giveaways
from bot.cogs.guests import Guests
from bot.cogs.handing import Handing
from bot.cogs.hands import Hands
from bot.cogs.inbox import Inbox
from bot.cogs.interests import Interests
from bot.cogs.inviting import Inviting
from bot.cogs.judging import JudgesAppeals
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
from bot.cogs.sifting import Sifting
from bot.cogs.spreading import Spreading
from bot.cogs.standing_posts import StandingPosts
from bot.cogs.status import StatusOfMine
from bot.cogs.storm import Storm
from bot.cogs.submitting import Submitting
from bot.cogs.sweeping import Sweeping
from bot.cogs.unanswered import Unanswered
from bot.cogs.undoing import Undoing
from bot.cogs.voting import Voting
from bot.cogs.week import BoardWeek
from bot.cogs.welcome import Welcome
from bot.cogs.why import Why
from bot.core.decisions import Decision
from bot.core.deliveries import Way
from bot.core.ids import Platform, UserRef
from bot.core.ports import ChatPlatform, Clock
from bot.core.record import Audit
from bot.runtime.aliases import Aliases
from bot.runtime.clock import SystemClock
from bot.runtime.codec import Codec, core_codec
from bot.runtime.cog import Cog
from bot.runtime.deliveries import Carrier
from bot.runtime.engine import Engine
from bot.runtime.feeds import FeedSource
from bot.runtime.interactions import Continue
from bot.runtime.loading import named_elsewhere
from bot.runtime.meaning import Encoder
from bot.runtime.parts import Parts
from bot.runtime.phrasing import LanguageModel
from bot.runtime.presses import Keyring
from bot.runtime.registry import presses_of
from bot.runtime.stopping import Stopping, listen
from bot.runtime.trace import Reloaded, Silence, Trace

log = logging.getLogger(__name__)

LOCALES = Path(__file__).resolve().parent.parent / "locales"
BUILT_IN: tuple[type[Cog], ...] = (
    Recording,
    Storm,
    Raids,
    Abating,
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
    Rights,
    Roadmap,
    Rules,
    Sanctions,
    SecondPerson,
    Spreading,
    Sweeping,
    Unanswered,
    Undoing,
    Why,
)
"""In the order in which they see events: what automod stops reaches nobody else."""

BY_HAND = UserRef(Platform("host"), "config-file")
"""Whoever may write the config file on the host: nobody else is known of a change that was made there."""

CANNOT_GO_ON = 78
"""EX_CONFIG: a supervisor should not try again before somebody has read what was said."""


@dataclass(frozen=True, slots=True)
class Made:
    """A bot that is ready to run: its engine, its store and the files it follows."""

    engine: Engine
    store: Store
    files: tuple[ConfigFile, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """What reaches beyond the messengers: to departments' own systems, to feeds, to models here and elsewhere."""

    carriers: Mapping[Way, Carrier] = field(default_factory=dict[Way, Carrier])
    source: FeedSource | None = None
    model: LanguageModel | None = None
    encoder: Encoder | None = None


async def live(settings: Settings, loaded: Sequence[Loaded]) -> int:
    """Connect to every messenger that has a token, and run; answers with the exit code.

    Raises StoreRefused, CogRefused, DataDirTaken or OSError when it cannot start.
    """
    stop = listen()
    data = DataDir(settings.data_dir).prepare()
    with data.alone():
        return await _live(settings, loaded, data, stop)


async def _live(settings: Settings, loaded: Sequence[Loaded], data: DataDir, stop: Stopping) -> int:
    where = settings.database_url.get_secret_value() if settings.database_url else data.database
    async with open_store(where, make_codec(loaded), SystemClock(), Aliases((data.key(),))) as store:
        platforms = _platforms(settings, store)
        outside = Outside(_carriers(settings), _source(), _model(settings), _encoder())
        made = make(loaded, store, platforms, data, Silence(), data.mark_connected, outside=outside)
        names = " and ".join(str(p.name).capitalize() for p in platforms)
        print(f"Townkeeper connects to {names}. Stop with Ctrl-C.", flush=True)
        return await serve(made, Silence(), stop)


def _platforms(settings: Settings, store: Store) -> list[ChatPlatform]:
    """The chat platforms that have a token; a library is imported only when its platform is used."""
    out: list[ChatPlatform] = []
    clock = SystemClock()
    if settings.discord.token is not None:
        from bot.adapters.discord.platform import DiscordPlatform

        discord = settings.discord
        token = settings.discord.token.get_secret_value()
        out.append(DiscordPlatform(token, store.shelf("discord"), clock, discord.api_url, discord.gateway_url))
    if settings.telegram.token is not None:
        from bot.adapters.telegram.platform import TelegramPlatform

        token = settings.telegram.token.get_secret_value()
        out.append(TelegramPlatform(token, store.shelf("telegram"), clock, settings.telegram.api_url))
    return out


def _carriers(settings: Settings) -> dict[Way, Carrier]:
    """What carries letters to departments, with the secrets of this host."""
    from bot.adapters.outbound.mail import MailCarrier
    from bot.adapters.outbound.secrets import Secrets
    from bot.adapters.outbound.webhook import WebhookCarrier

    secrets = Secrets(settings.secret)
    return {Way.WEBHOOK: WebhookCarrier(secrets), Way.MAIL: MailCarrier(secrets)}


def _model(settings: Settings) -> LanguageModel:
    """What asks language models, for communities that agreed to it."""
    from bot.adapters.outbound.language_model import HttpModel
    from bot.adapters.outbound.secrets import Secrets

    return HttpModel(Secrets(settings.secret))


def _encoder() -> Encoder | None:
    """What reads questions for their meaning, where it is installed."""
    from bot.adapters.meaning.encoder import installed

    return installed()


def _source() -> FeedSource:
    """What reads feeds."""
    from bot.adapters.outbound.feeds import WebFeeds

    return WebFeeds()


def make_codec(loaded: Sequence[Loaded]) -> Codec:
    """The codec that knows every press of the cogs these communities use."""
    kinds = (*BUILT_IN, *named_elsewhere(BUILT_IN, [one.community for one in loaded]))
    return core_codec((*presses_of(kinds), Continue))


def make(
    loaded: Sequence[Loaded],
    store: Store,
    platforms: Sequence[ChatPlatform],
    data: DataDir,
    trace: Trace,
    on_connect: Callable[[], None] = lambda: None,
    clock: Clock = SystemClock(),  # noqa: B008  # it has no state
    outside: Outside = Outside(),
) -> Made:
    """Put a bot together; it does nothing yet."""
    communities = [one.community for one in loaded]
    kinds = (*BUILT_IN, *named_elsewhere(BUILT_IN, communities))
    voices = load_voices(LOCALES, more=[Path(kind.locales) for kind in kinds if kind.locales])
    keys = Keyring(data.key())
    beyond = (outside.carriers, outside.source, outside.model, outside.encoder)
    engine = Engine(Parts(communities, platforms, store, voices, keys, clock, trace, on_connect, *beyond))
    files = {
        one.community.key: ConfigFile(one.path, one, LOCALES, data.old_configs / one.community.key, clock)
        for one in loaded
    }
    host = LocalHost(engine, files, data.bind_code(), clock)
    services = engine.services(host)
    engine.equip([kind.create(services) for kind in kinds])
    for one in loaded:
        for name in one.planned:
            log.warning("%s: this version does not act on %s yet", one.path, name)
    return Made(engine, store, tuple(files.values()))


async def serve(made: Made, trace: Trace, stop: Stopping) -> int:
    """Run everything until a signal comes; SIGINT leaves within two seconds, SIGTERM finishes what is under way."""
    engine = made.engine
    await engine.recover()
    background = [
        asyncio.create_task(_warm(made), name="words"),
        asyncio.create_task(engine.scheduler.run(), name="scheduler"),
        asyncio.create_task(_follow(made, trace), name="config"),
        asyncio.create_task(_purge_daily(made), name="retention"),
    ]
    if engine.courier.is_needed:
        background.append(asyncio.create_task(engine.courier.run(), name="letters"))
    if engine.reader.is_needed:
        background.append(asyncio.create_task(engine.reader.run(), name="feeds"))
    running = {asyncio.create_task(engine.supervise(p), name=p.name): p for p in engine.parts.platforms}
    try:
        return await _until(stop, running)
    finally:
        for task in (*running, *background):
            task.cancel()
        await asyncio.gather(*running, *background, return_exceptions=True)
        await engine.outbox.drain(timedelta(seconds=stop.patience))


async def _until(stop: Stopping, running: dict[asyncio.Task[None], ChatPlatform]) -> int:
    """Wait for a signal; a platform that refuses is said once, and only when all have refused the bot ends."""
    waiting = asyncio.create_task(stop.event.wait())
    left = set(running)
    while left:
        done, _ = await asyncio.wait({waiting, *left}, return_when=asyncio.FIRST_COMPLETED)
        if waiting in done:
            return 0
        for task in done & left:
            left.discard(task)
            fault = task.exception()
            print(getattr(fault, "remedy", None) or f"{task.get_name()}: {fault}", file=sys.stderr)
    waiting.cancel()
    return CANNOT_GO_ON


async def _warm(made: Made) -> None:
    """Compile the words while the client libraries connect."""
    for file in made.files:
        await asyncio.to_thread(file.current.warm)
        await asyncio.to_thread(_count_slips, file.current)
    # Word lists are most of what there is and never garbage: looked through now and then, they held up a message.
    gc.collect()
    gc.freeze()


async def _follow(made: Made, trace: Trace) -> None:
    clock = SystemClock()

    async def took(one: Loaded) -> None:
        await made.engine.reconfigure(one.community)
        changed = Audit(BY_HAND, "config file", f"version {one.community.version}", clock.now(), "config file")
        await made.store.ledger.commit(one.community.key, "", Decision(rows=(changed,)), clock.now())
        log.info("%s: the new config counts from now on", one.path)
        await asyncio.to_thread(_count_slips, one)
        trace.note(Reloaded(one.community.key, (), clock.now()))

    async def refused(faults: Refused) -> None:
        log.error("%s\nThe last good config stays.", faults.shown())
        trace.note(Reloaded("", tuple(faults.blocks()), clock.now()))

    await follow(made.files, took, refused)


def _count_slips(loaded: Loaded) -> None:
    slips = sum(1 for _ in remarks(loaded.community, LOCALES))
    if slips:
        log.warning("%s: %s slips of style; `python3 -m bot check-config` shows them", loaded.path, slips)


async def _purge_daily(made: Made) -> None:
    while True:
        for home in made.engine.communities:
            now = SystemClock().now()
            await made.store.purge(home.key, now, home.community.privacy)
        await asyncio.sleep(86_400)
