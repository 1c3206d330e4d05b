"""The first config of a community, as `init` writes it: short, explained where it stands, and live."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_HEAD = """\
# yaml-language-server: $schema=./community.schema.json
# Everything else that can stand here is explained in the example that came with the bot (community.yaml.example).
version: 1
"""
_WORDS: dict[str, tuple[str, str, str]] = {
    "en": (
        "Hi {name}, welcome to {community}!",
        "Argue with ideas, not people.",
        "Ask a moderator before advertising.",
    ),
    "pl": (
        "Cześć {name}, witamy w {community}!",
        "Spieramy się z poglądami, nie z ludźmi.",
        "Reklama tylko za zgodą moderatora.",
    ),
    "ru": (
        "Привет, {name}! Добро пожаловать в {community}!",
        "Спорим с идеями, а не с людьми.",
        "Реклама только с разрешения модератора.",
    ),
    "es": (
        "¡Hola, {name}! Te damos la bienvenida a {community}.",
        "Discutimos las ideas, no a las personas.",
        "Pide permiso a un moderador antes de anunciar algo.",
    ),
    "sq": (
        "Përshëndetje {name}, mirë se erdhe në {community}!",
        "Diskutojmë idetë, jo njerëzit.",
        "Pyet një moderator para se të reklamosh.",
    ),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What `init` was told; ``places`` maps a role to a name per messenger."""

    name: str
    id: str
    languages: Sequence[str]
    timezone: str
    messengers: Sequence[str]
    places: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    managers: Sequence[str] = ()


def starter(answers: Answers) -> str:
    """Write the file."""
    return "\n".join([_HEAD + _community(answers), _places(answers), _team(answers), _rules(answers)])


def _community(answers: Answers) -> str:
    listed = ", ".join(answers.languages)
    return f"""\
community:
  name: {_quoted(answers.name)}
  id: {answers.id}  # its name in the record: keep it, even when you rename the community
  language: {answers.languages[0]}
  languages: [{listed}]
  timezone: {answers.timezone}
  live: true                             # a missing token stops the start
"""


def _places(answers: Answers) -> str:
    lines = [
        "places:                                  # type /here in a place, and the bot answers with the line to paste"
    ]
    for role, meaning in (("lobby", "newcomers are greeted here"), ("staff", "cards for moderators")):
        named = answers.places.get(role, {})
        written = ", ".join(f"{messenger}: {_quoted(name)}" for messenger, name in named.items())
        lines.append(f"  {role}: {{{written}}}  # {meaning}" if written else f"  # {role}: {{}}  # {meaning}")
    if not answers.places:
        lines[0] = f"# {lines[0]}"
    return "\n".join(lines) + "\n"


def _team(answers: Answers) -> str:
    roles = {"discord": _quoted("@Moderators"), "telegram": "chat-admins"}
    moderators = ", ".join(f"{messenger}: {roles[messenger]}" for messenger in answers.messengers)
    managers = ", ".join(map(_quoted, answers.managers))
    return f"""\
team:
  moderators: {{{moderators}}}
  managers: [{managers}]  # may use /config; /whoami answers with yours
"""


def _rules(answers: Answers) -> str:
    welcome, kind, no_ads = (_texts(answers, index) for index in range(3))
    return f"""\
guidelines:                              # what you ask of members; every notice says which one it is about
  kind: {kind}
  no-ads: {no_ads}

welcome:
  text: {welcome}
  agree: asked                           # off | asked | required: nobody posts before agreeing
  delete_after: 10m

rules:                                   # watch: moderators see what it would have done; on: it does it
  swearing: {{words: [{", ".join(answers.languages)}], guideline: kind, do: [delete, warn], mode: watch}}
  invites: {{links: invites, guideline: no-ads, do: [delete, warn], mode: watch}}
  flood: {{messages: 6, within: 10s, guideline: kind, do: [delete, mute 10m], mode: watch}}

ladder: {{2 strikes: mute 1h, 3 strikes: mute 1d, 5 strikes: ask moderators, forget after: 90d}}
"""


def _texts(answers: Answers, index: int) -> str:
    return "{" + ", ".join(f"{language}: {_quoted(_WORDS[language][index])}" for language in answers.languages) + "}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a YAML string
