"""The field types of the config file: what pydantic reads them with, and what an editor is told about them."""

from datetime import time, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from bot.adapters.files import grammar
from bot.adapters.files.localised import LONGEST_TEXT, texts
from bot.core.attachments import Attachment
from bot.core.ids import UserRef
from bot.core.languages import LANGUAGES
from bot.domain.moderation.models.languages import CODES
from bot.domain.moderation.policy import Do
from bot.domain.moderation.sample import Source
from bot.domain.moderation.triggers.personal import Personal
from bot.domain.moderation.triggers.posted import Way
from bot.domain.moderation.triggers.scripts import SCRIPTS

_SPAN = r"^(\d{1,6}\s*(s|m|h|d|w|secs?|seconds?|mins?|minutes?|hours?|days?|weeks?)\s*)+$"
_DEED = r"^(delete|warn|mute \S.*|kick|ban( \S.*)?|ask moderators)$"
_RUNG = r"^(warn|mute \S.*|kick|ban( \S.*)?|ask moderators)$"
_ATTACHMENTS = tuple(kind.value for kind in Attachment)
_PERSONAL = tuple(kind.value for kind in Personal)
_WAYS = tuple(way.value for way in Way)
_SOURCES = tuple(source.value for source in Source if source is not Source.REACTION)
_ONE_TEXT = {"type": "string", "maxLength": LONGEST_TEXT}
_TEXT: dict[str, Any] = {
    "anyOf": [
        _ONE_TEXT,
        {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(LANGUAGES, _ONE_TEXT)},
    ]
}


def _phrase(pattern: str, *examples: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, "examples": list(examples)})


def _one_or_several(*allowed: str, besides: tuple[str, ...] = ()) -> WithJsonSchema:
    several = {"type": "array", "items": {"enum": list(allowed)}, "minItems": 1}
    return WithJsonSchema({"anyOf": [{"enum": [*allowed, *besides]}, several]})


Duration = Annotated[timedelta, BeforeValidator(grammar.duration), _phrase(_SPAN, "10m", "1d12h", "90d")]
Text = Annotated[dict[str, str], BeforeValidator(texts), WithJsonSchema(_TEXT)]
Deed = Annotated[Do, BeforeValidator(grammar.deed), _phrase(_DEED, "delete", "warn", "mute 10m", "ask moderators")]
Rung = Annotated[Do, BeforeValidator(grammar.rung), _phrase(_RUNG, "mute 1h", "ban 7d", "ask moderators")]
Strikes = Annotated[int, BeforeValidator(grammar.strikes)]
PublicLine = Annotated[
    timedelta | None,
    BeforeValidator(grammar.public_line),
    _phrase(r"^(nothing|short public line for .+)$", "short public line for 60s", "nothing"),
]
Account = Annotated[
    UserRef, BeforeValidator(grammar.account), _phrase(r"^(discord|telegram):\d+$", "discord:204255221017214977")
]
OffOrSpan = Annotated[timedelta | None, BeforeValidator(grammar.off_or_span), _phrase(rf"^off$|{_SPAN}", "off", "7d")]
Patience = Annotated[timedelta, BeforeValidator(grammar.patience), _phrase(_SPAN, "12h", "3d")]
"""A time that people get for something: from one hour to 60 days."""
OffOrPatience = Annotated[
    timedelta | Literal["off"],
    BeforeValidator(grammar.off_or_patience),
    _phrase(rf"^off$|{_SPAN}", "off", "1d"),
]
CogSetting = Annotated[
    bool | dict[str, Any],
    BeforeValidator(grammar.cog_setting),
    WithJsonSchema({"anyOf": [{"enum": ["on", "off"]}, {"type": "boolean"}, {"type": "object"}]}),
]
OnOff = Annotated[bool, WithJsonSchema({"anyOf": [{"enum": ["on", "off"]}, {"type": "boolean"}]})]
Percent = Annotated[float, BeforeValidator(grammar.percent), _phrase(r"^\d{1,3} ?%$", "70%")]
Clock = Annotated[time, BeforeValidator(grammar.time_of_day), _phrase(r"^([01]?\d|2[0-3]):[0-5]\d$", "09:00")]
Between = Annotated[
    tuple[time, time],
    BeforeValidator(grammar.between),
    _phrase(r"^\d{1,2}:\d\d ?[-–] ?\d{1,2}:\d\d$", "22:00-06:00"),
]
Marks = Annotated[
    int,
    BeforeValidator(grammar.marks),
    Field(ge=3, le=50),
    WithJsonSchema({"anyOf": [{"const": "on"}, {"type": "boolean"}, {"type": "integer", "minimum": 3, "maximum": 50}]}),
]
Kinds = Annotated[
    list[Annotated[str, AfterValidator(grammar.choice(*_ATTACHMENTS))]],
    BeforeValidator(grammar.any_or_several),
    _one_or_several(*_ATTACHMENTS, besides=("any",)),
]
Ways = Annotated[
    list[Annotated[str, AfterValidator(grammar.choice(*_WAYS))]],
    BeforeValidator(grammar.several),
    Field(min_length=1),
    _one_or_several(*_WAYS),
]
ScriptNames = Annotated[
    list[Annotated[str, AfterValidator(grammar.choice(*SCRIPTS))]],
    BeforeValidator(grammar.several),
    Field(min_length=1),
    _one_or_several(*SCRIPTS),
]
Spoken = Annotated[
    list[Annotated[str, AfterValidator(grammar.spoken)]],
    BeforeValidator(grammar.several),
    Field(min_length=1),
    _one_or_several(*CODES),
]
PersonalKinds = Annotated[
    list[Annotated[str, AfterValidator(grammar.choice(*_PERSONAL))]],
    BeforeValidator(grammar.several),
    Field(min_length=1),
    _one_or_several(*_PERSONAL),
]
Sources = Annotated[
    list[Annotated[str, AfterValidator(grammar.choice(*_SOURCES))]],
    BeforeValidator(grammar.several),
    Field(min_length=1),
    _one_or_several(*_SOURCES),
]
RoleId = Annotated[
    str, BeforeValidator(grammar.written), AfterValidator(grammar.role), _phrase(r"^(\d+|chat-admins)$", "chat-admins")
]
Mode = Annotated[Literal["off", "watch", "on"], BeforeValidator(grammar.switch)]
Agreement = Annotated[Literal["off", "asked", "required"], BeforeValidator(grammar.no)]
Language = Literal["en", "pl", "ru", "es", "sq"]
Timezone = Annotated[str, AfterValidator(grammar.timezone), _phrase(r"^[\w+-]+(/[\w+-]+)*$", "Europe/Warsaw", "UTC")]
Name = Annotated[
    str,
    BeforeValidator(grammar.written),
    Field(min_length=1, max_length=200),
    WithJsonSchema({"type": ["string", "integer"], "minLength": 1, "maxLength": 200}),
]
"""Text that may look like a number: a name, an id, a word."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")]
"""A name that other settings point at: lower case, as in `no-ads`."""
