"""Rules that are well written and yet do nothing: they can never fire, or say what is never heard."""

from collections.abc import Iterator
from typing import TypeAlias

from bot.adapters.files.model import CommunityFile
from bot.adapters.files.rule_part import RulePart
from bot.adapters.files.tree import Path
from bot.core.languages import LANGUAGES
from bot.domain.moderation.history import LONGEST
from bot.domain.moderation.models.languages import CODES
from bot.domain.moderation.policy import Act
from bot.domain.moderation.text.words import fold

Remark: TypeAlias = tuple[Path, str, str]
"""Where, what is wrong, and what may help."""

_NAMELESS = ("messages", "duplicates", "mentions", "attachments", "posted")
"""What a name cannot hold."""
_NOT_IN_A_TEXT = {
    "messages": "a flood",
    "reactions": "reactions",
    "duplicates": "a repeat",
    "attachments": "an attachment",
    "posted": "how a message was posted",
}
_CONSEQUENCES = {"do", "strikes", "mode", "guideline", "match", "pass_", "on_failure", "precision"}


def never(rule: RulePart) -> Iterator[Remark]:
    """Find what keeps a rule from ever firing."""
    yield from _too_long(rule)
    yield from _among_first(rule)
    if (copies := rule.duplicates) and copies.people > copies.same:
        what = f"{copies.people} people post at least {copies.people} messages, so it fires never or later than said"
        yield ("duplicates", "people"), what, f"same: {copies.people}"
    if rule.mentions is not None and rule.mentions.people is None and not rule.mentions.everyone:
        yield ("mentions",), "say how many people, or everyone", "mentions: 5"
    if rule.length is not None and rule.length.characters is None and rule.length.lines is None:
        yield ("length",), "say how many characters, or how many lines", "length: {lines: 30}"
    for at, word in enumerate(rule.words or ()):
        if word in CODES and word not in LANGUAGES:
            hint = f"there are lists for {', '.join(LANGUAGES)}"
            yield (
                ("words", at),
                f'there is no list of words for "{word}", and as a word it hits much that is harmless',
                hint,
            )
    for word in _excepted(rule):
        yield ("except",), f'"{word}" is what the rule looks for, and is excepted again', "take it out of one of them"


def idle(rule: RulePart) -> Iterator[Remark]:
    """Find what is written beside a rule and has no effect."""
    if rule.links == "all" and rule.allow and rule.deny:
        yield ("allow",), "with deny, only what stands there is looked for", "take allow out, or make it two rules"
    if rule.links in {"invites", "look-alikes"} and rule.deny:
        yield ("deny",), f'"deny" does nothing with "links: {rule.links}"', "write a second rule with links: all"
    if rule.posted is not None and rule.allow and "via-bot" not in rule.posted:
        yield ("allow",), 'names of bots do nothing without "via-bot"', "posted: [via-bot]"
    if rule.mentions is not None and rule.mentions.within and rule.mentions.people is None:
        yield ("mentions", "within"), "a time does nothing without a number of people", "people: 5"
    yield from _by_itself(rule)
    yield from _examples(rule)
    yield from _of_names(rule)


def repeated(file: CommunityFile) -> Iterator[Remark]:
    """Find rules that look for the same under the same conditions: the second one is shadowed by the first."""
    seen: dict[str, str] = {}
    for name, rule in file.rules.items():
        looks_for = rule.model_dump_json(exclude=_CONSEQUENCES, exclude_defaults=True)
        first = seen.setdefault(looks_for, name)
        if first != name and rule.mode != "off" and file.rules[first].mode != "off":
            yield ("rules", name), f'{name}: "{first}" looks for the same already', "make them one rule"


def _too_long(rule: RulePart) -> Iterator[Remark]:
    spans = (
        (("within",), rule.within),
        (("duplicates", "within"), rule.duplicates and rule.duplicates.within),
        (("mentions", "within"), rule.mentions and rule.mentions.within),
    )
    for path, span in spans:
        if span and span > LONGEST:
            yield path, "messages are remembered for a day", "at most 1d"


def _among_first(rule: RulePart) -> Iterator[Remark]:
    most = rule.only.first_messages
    copies = rule.duplicates.same if rule.duplicates and rule.duplicates.people == 1 else None
    needed = rule.messages or copies
    if most and needed and needed > most:
        yield ("only", "first_messages"), f"nobody posts {needed} messages among the first {most}", ""


def _excepted(rule: RulePart) -> Iterator[str]:
    excepted = {fold(word) for word in rule.except_ or ()}
    for word in rule.words or ():
        if word not in LANGUAGES and fold(word) in excepted:
            yield word


def _by_itself(rule: RulePart) -> Iterator[Remark]:
    against_scams = rule.links not in {None, "all"} or rule.spam is not None
    if rule.precision is not None and rule.precision.by_itself and against_scams:
        what = "a rule against invitations, fake links or spam is never made to watch by itself"
        yield ("precision", "by_itself"), what, "by_itself: off; moderators are asked then"


def _examples(rule: RulePart) -> Iterator[Remark]:
    if not (rule.match or rule.pass_):
        return
    shown = [what for key, what in _NOT_IN_A_TEXT.items() if getattr(rule, key) is not None]
    if rule.mentions is not None and not rule.mentions.everyone:
        shown.append("whom a message names")
    for what in shown:
        yield ("match" if rule.match else "pass",), f"single examples cannot show {what}", "take them out"


def _of_names(rule: RulePart) -> Iterator[Remark]:
    looks_at = rule.looks_at or ["messages"]
    if looks_at == ["messages"]:
        return
    for key in _NAMELESS:
        if getattr(rule, key) is not None:
            what = "name" if "names" in looks_at else "title"
            yield ("looks_at",), f'a {what} holds no "{key}"', "looks_at: messages"
    if "messages" in looks_at or "titles" in looks_at:
        return
    for at, done in enumerate(rule.do or ()):
        if done.act is Act.DELETE:
            yield ("do", at), "a name cannot be deleted", "warn, mute 1d, kick, ban or ask moderators"
    if rule.only.places:
        yield ("only", "places"), "newcomers come into the community, not into one of its places", "take it out"
