"""Where everything is put together: settings and files in, a running bot out."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.files.community import Loaded, try_examples
from bot.adapters.files.config_file import ConfigFile
from bot.adapters.files.data_dir import DataDir
from bot.adapters.files.host import LocalHost
from bot.adapters.files.locales import load_voices
from bot.adapters.files.settings import Settings
from bot.adapters.store.store import Store, open_store
from bot.core.deliveries import Way
from bot.core.ports import ChatPlatform, Clock
from bot.features import BUILT_IN
from bot.runtime.aliases import Aliases
from bot.runtime.clock import SystemClock
from bot.runtime.codec import Codec, core_codec
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
from bot.runtime.trace import Silence, Trace
from bot.serving import LOCALES, Made, serve

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outside:
    """What reaches beyond the messengers: to departments' own systems, to feeds, to models here and elsewhere."""

    carriers: Mapping[Way, Carrier] = field(default_factory=dict[Way, Carrier])
    source: FeedSource | None = None
    model: LanguageModel | None = None
    encoder: Encoder | None = None


async def live(settings: Settings, loaded: Sequence[Loaded]) -> int:
    """Connect to every messenger that has a token, and run; answers with the exit code.

    Raises Refused, StoreRefused, CogRefused, DataDirTaken or DataDirRefused when it cannot start.
    """
    stop = listen()
    try_examples(loaded)
    data = DataDir(settings.data_dir).prepare()
    with data.alone():
        return await _live(settings, loaded, data, stop)


async def _live(settings: Settings, loaded: Sequence[Loaded], data: DataDir, stop: Stopping) -> int:
    where = settings.database_url.get_secret_value() if settings.database_url else data.database
    async with open_store(where, make_codec(loaded), SystemClock(), Aliases((data.key(),))) as store:
        platforms = _platforms(settings, store)
        outside = Outside(carriers_of(settings), _source(), model_of(settings), _encoder())
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


def carriers_of(settings: Settings) -> dict[Way, Carrier]:
    """What carries letters to departments, with the secrets of this host."""
    from bot.adapters.outbound.mail import MailCarrier
    from bot.adapters.outbound.secrets import Secrets
    from bot.adapters.outbound.webhook import WebhookCarrier

    secrets = Secrets(settings.secret)
    return {Way.WEBHOOK: WebhookCarrier(secrets), Way.MAIL: MailCarrier(secrets)}


def model_of(settings: Settings) -> LanguageModel:
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
    return Made(engine, store, tuple(files.values()))
