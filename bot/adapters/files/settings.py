"""What the process needs to know and no community file may hold: tokens, addresses, where the data lies.

Options of the command line win over the environment, that over `.env`, that over a folder of secrets (Docker,
systemd's LoadCredential), that over `config/local.yaml`, which may hold anything but secrets. In the environment
every setting is named TOWNKEEPER_SECTION__KEY.
"""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    NestedSecretsSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from bot.adapters.files.faults import Fault, Refused, did_you_mean, plainly
from bot.adapters.files.tree import read_tree

PREFIX = "TOWNKEEPER_"
SECRETS_DIR = f"{PREFIX}SECRETS_DIR"
SECRET = f"{PREFIX}SECRET__"
"""What the names of secrets begin with that a community's file refers to by name."""
LOCAL = Path("config/local.yaml")


class SettingsRefused(Exception):  # noqa: N818 - it is an answer to a person
    """Settings that cannot be used; says which, why and what to write, never the value."""


def _none_if_empty(value: object) -> object:
    return None if value == "" else value


def _address(value: str | None) -> str | None:
    if value is not None and not value.startswith(("http://", "https://", "ws://", "wss://")):
        raise ValueError("an address starts with https://, http://, wss:// or ws://")
    return value


Token = Annotated[SecretStr | None, BeforeValidator(_none_if_empty)]
Address = Annotated[str | None, BeforeValidator(_none_if_empty), AfterValidator(_address)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class DiscordSettings(_Part):
    token: Token = None
    api_url: Address = None
    gateway_url: Address = None


class TelegramSettings(_Part):
    token: Token = None
    api_url: Address = None


class Settings(BaseSettings):
    """Everything about this process; read once at the start, and never changed while it runs."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        extra="ignore",  # unknown variables are told by `doctor`: the environment may hold somebody else's
        frozen=True,
        hide_input_in_errors=True,
        env_ignore_empty=True,
    )

    discord: DiscordSettings = DiscordSettings()
    telegram: TelegramSettings = TelegramSettings()
    config: Path = Path("config/community.yaml")
    data_dir: Path = Path("data")
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8420
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    secret: dict[str, SecretStr] = {}
    database_url: Annotated[SecretStr | None, BeforeValidator(_none_if_empty)] = None

    @property
    def has_token(self) -> bool:
        return self.discord.token is not None or self.telegram.token is not None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the sources in their order; the first that knows a value wins."""
        folder = os.environ.get(SECRETS_DIR) or os.environ.get("CREDENTIALS_DIRECTORY")
        secrets = NestedSecretsSettingsSource(
            file_secret_settings, secrets_dir=folder, secrets_dir_missing="ok", env_prefix=PREFIX
        )
        return init_settings, env_settings, dotenv_settings, secrets, YamlSource(settings_cls, LOCAL)


class YamlSource(PydanticBaseSettingsSource):
    """Settings from a YAML file, read within the same limits as a community's; a missing file says nothing."""

    def __init__(self, settings_cls: type[BaseSettings], path: Path) -> None:
        super().__init__(settings_cls)
        self._path = path

    def __call__(self) -> dict[str, Any]:
        """Give what the file says; raises Refused."""
        if not self._path.is_file():
            return {}
        tree = read_tree(self._path.read_bytes(), str(self._path))
        known = self.settings_cls.model_fields
        if not isinstance(tree.value, dict):
            raise Refused(tree.name, tree.text, [Fault(1, 1, "this should be settings, each as name: value")])
        unknown = [
            Fault(*tree.marks[(name,)].key, f'"{name}" is not a setting here', did_you_mean(name, known))
            for name in tree.value
            if name not in known
        ]
        if tree.faults or unknown:
            raise Refused(tree.name, tree.text, [*tree.faults, *unknown])
        return dict(tree.value)

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 - the base class asks so
        """Look a single setting up; the whole file is read at once instead."""
        return None, field_name, False


def read_settings(env_file: Path | None = Path(".env"), **options: Any) -> Settings:  # noqa: ANN401 - options of any type
    """Read all sources; options that are None were not given. Raises SettingsRefused."""
    given = {name: value for name, value in options.items() if value is not None}
    # pydantic-settings' own arguments begin with a line, which no type checker lets through by name.
    sources: dict[str, Any] = {"_env_file": env_file, "_env_file_encoding": "utf-8"}
    try:
        return Settings(**sources, **given)
    except Refused as refused:
        raise SettingsRefused(refused.shown()) from None
    except SettingsError:
        raise SettingsRefused(f"{SECRET}NAME holds one secret; there is no {PREFIX}SECRET of its own") from None
    except ValidationError as error:
        raise SettingsRefused(
            "\n".join(_sentence(one["loc"], plainly(one["type"], one["msg"])) for one in error.errors())
        ) from None


def unknown_variables(environment: Mapping[str, str]) -> dict[str, str]:
    """List TOWNKEEPER_ variables that mean nothing, each with the one that was probably meant (or "")."""
    known = [*known_variables(), SECRETS_DIR]
    ours = (name for name in environment if name.upper().startswith(PREFIX) and not name.upper().startswith(SECRET))
    unknown = (name for name in ours if name.upper() not in known)
    return {name: next(iter(get_close_matches(name.upper(), known, 1, 0.6)), "") for name in unknown}


def known_variables() -> list[str]:
    """List every variable that can be set."""
    names: list[str] = []
    for name, field in Settings.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            names += [f"{PREFIX}{name}__{inner}".upper() for inner in field.annotation.model_fields]
        else:
            names.append(f"{PREFIX}{name}".upper())
    return names


def _sentence(loc: tuple[str | int, ...], message: str) -> str:
    name = PREFIX + "__".join(map(str, loc)).upper()
    near = get_close_matches(name, known_variables(), 1, 0.6)
    if "Extra inputs" in message:
        return f"{name} is not a setting" + (f'; did you mean "{near[0]}"?' if near else "")
    return f"{name}: {message}"
