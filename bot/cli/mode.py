"""What a start without further questions means: live, playground, or a plain refusal."""

from collections.abc import Sequence
from enum import StrEnum, auto
from pathlib import Path

from bot.adapters.files.community import Loaded
from bot.adapters.files.data_dir import DataDir
from bot.adapters.files.settings import Settings

LOCALES = Path(__file__).resolve().parents[2] / "locales"


class Mode(StrEnum):
    """What a start without further questions means."""

    LIVE = auto()
    PLAYGROUND = auto()
    TOKEN_MISSING = auto()


def mode(settings: Settings, loaded: Sequence[Loaded]) -> Mode:
    """A community that was ever live never silently becomes a playground."""
    if settings.has_token:
        return Mode.LIVE
    was_live = DataDir(settings.data_dir).was_connected or any(one.community.live for one in loaded)
    return Mode.TOKEN_MISSING if was_live else Mode.PLAYGROUND


def missing_token(settings: Settings) -> str:
    """What to say when a live community has no token."""
    return (
        f"{settings.config} is a live community, but there is no token to connect with.\n"
        "Put TOWNKEEPER_DISCORD__TOKEN or TOWNKEEPER_TELEGRAM__TOKEN into .env, the environment or a secrets folder;\n"
        "python3 -m bot doctor says what else is missing. To look around without tokens, use a config without\n"
        "`live: true` and another --data folder."
    )
