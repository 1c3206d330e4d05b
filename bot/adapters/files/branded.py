"""Every text of a community that is said in its name, and what its style guide has to say about them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.files.mixed import off_mix
from bot.core.text import Localised
from bot.domain.calendar.style import Guide, Kind, Slip, lint
from bot.runtime.community import Community

_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=(.*(?:\n(?:[ \t}].*|\s*(?=\n[ \t])))*)", re.MULTILINE)
"""A phrase of a locale file: its name, and its text with the lines that are indented under it."""
_FILLED_IN = re.compile(r"\{[^{}]*\}")
_VARIANT = re.compile(r"^\s*\*?\[\w+\]", re.MULTILINE)
"""Where a variant of a phrase begins: one for each plural form, of which only one is said."""


@dataclass(frozen=True, slots=True)
class Branded:
    """A text, and where it stands: in the config file, or in a locale file."""

    where: str
    language: str
    text: str
    kind: Kind


def of_config(community: Community) -> Iterator[Branded]:
    """Give what managers wrote themselves."""
    for one in community.guidelines:
        yield from _each(f"guidelines {one.key}", one.text, Kind.PHRASE)
    if community.welcome is not None:
        yield from _each("welcome", community.welcome.text, Kind.PHRASE)
    for key, reason in community.reasons.items():
        if reason.text is not None:
            yield from _each(f"reasons {key}", reason.text, Kind.PHRASE)
    for key, text in community.inbox.canned.items():
        yield from _each(f"canned {key}", text, Kind.ANSWER)
    for post in community.calendar.standing:
        yield from _each(f"posts {post.key}", post.text, Kind.POST)
    for entry in community.faq.entries:
        yield from _each(f"faq {entry.key}", entry.answer, Kind.ANSWER)


def of_locales(folder: Path, languages: tuple[str, ...]) -> Iterator[Branded]:
    """Give the bot's own phrases; what is filled in while it speaks is left out."""
    for language in languages:
        for file in sorted((folder / language).glob("*.ftl")):
            for found in _ENTRY.finditer(file.read_text("utf-8")):
                for text in _VARIANT.split(found[2]):
                    said = _FILLED_IN.sub("…", text).strip()
                    yield Branded(f"{language}/{file.name} {found[1]}", language, said, Kind.PHRASE)


def remarks(community: Community, locales: Path) -> Iterator[str]:
    """Tell every slip in one line: where, what, by which rule, and what would be better; then what is off the mix."""
    yield from _slips(community, locales)
    yield from off_mix(community)


def _slips(community: Community, locales: Path) -> Iterator[str]:
    guide = community.style
    if guide == Guide():
        return
    for one in (*of_config(community), *of_locales(locales, community.languages)):
        for slip in lint(one.text, one.language, guide, one.kind):
            yield f"style, {one.where} ({one.language}): {told(slip)}"


def told(slip: Slip) -> str:
    """Say one slip for the shell: rule, what was found, and the proposal."""
    proposal = f', rather "{slip.instead}"' if slip.instead else ""
    return f'{slip.rule.value}: "{slip.found}"{proposal}'


def _each(where: str, text: Localised, kind: Kind) -> Iterator[Branded]:
    for language, words in text.texts.items():
        yield Branded(where, language, words, kind)
