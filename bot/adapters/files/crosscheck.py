"""What no single setting shows: settings that point at each other, or that do not go together."""

from collections.abc import Iterable, Iterator

from bot.adapters.files.department_check import misfits
from bot.adapters.files.faq_part import unmatched
from bot.adapters.files.faults import Fault, Refused, did_you_mean
from bot.adapters.files.feeds_check import curated
from bot.adapters.files.lint import Remark, idle, never, repeated
from bot.adapters.files.localised import unknown_placeholder
from bot.adapters.files.model import CommunityFile
from bot.adapters.files.rule_part import RulePart
from bot.adapters.files.rules import address
from bot.adapters.files.tree import Path, Tree
from bot.adapters.files.validate import fault_at
from bot.domain.moderation.policy import Act

TRIGGERS = (
    "words",
    "links",
    "messages",
    "duplicates",
    "mentions",
    "reactions",
    "pattern",
    "caps",
    "emoji",
    "zalgo",
    "length",
    "attachments",
    "posted",
    "scripts",
    "speaks",
    "personal_data",
    "spam",
    "toxicity",
)
CANNED = ("name", "community", "moderator", "number")
"""What stands in a canned answer in braces, and is filled in."""
_BELONGS = {
    "from_": ("words",),
    "except_": ("words",),
    "allow": ("links", "posted"),
    "deny": ("links",),
    "within": ("messages", "reactions"),
    "shorter_than": ("messages",),
}


def crosscheck(tree: Tree, file: CommunityFile) -> None:
    """Raise Refused with everything that does not fit together."""
    parts = (
        _language(file),
        _texts(file),
        _welcome(file),
        _reasons(file),
        _storm(file),
        _faq(file),
        _posts(file),
        curated(file),
        misfits(file),
        _feedback(file),
        _ladders(file),
        repeated(file),
    )
    remarks = [remark for part in parts for remark in part]
    for name, rule in file.rules.items():
        found = (*_rule(file, rule), *never(rule), *idle(rule))
        remarks += [(("rules", name, *path), f"{name}: {what}", hint) for path, what, hint in found]
    if remarks:
        raise Refused(tree.name, tree.text, [_fault(tree, *remark) for remark in remarks])


def _fault(tree: Tree, path: Path, what: str, hint: str) -> Fault:
    return fault_at(tree, path, what, hint)


def _language(file: CommunityFile) -> Iterator[Remark]:
    part = file.community
    if part.languages and part.language not in part.languages:
        what = f'"{part.language}" is the community\'s language, so it belongs here too'
        yield ("community", "languages"), what, f"languages: [{', '.join([part.language, *part.languages])}]"


def _texts(file: CommunityFile) -> Iterator[Remark]:
    for key, text in file.guidelines.items():
        if what := unknown_placeholder(text, ()):
            yield ("guidelines", key), what, ""
    for key, text in file.canned.items():
        if what := unknown_placeholder(text, CANNED):
            yield ("canned", key), what, ""
    if file.welcome and (what := unknown_placeholder(file.welcome.text, ("name", "community"))):
        yield ("welcome", "text"), what, ""


def _welcome(file: CommunityFile) -> Iterator[Remark]:
    if file.welcome and file.welcome.agree != "off" and not file.guidelines:
        yield ("welcome", "agree"), "there are no guidelines to agree to", "write some under guidelines:"


def _storm(file: CommunityFile) -> Iterator[Remark]:
    if file.storm is None:
        return
    if file.storm.newcomers == "gate" and file.gate is None:
        yield ("storm", "newcomers"), "there is no gate to send newcomers back to", "write a gate: section"
    for number, level in file.storm.levels.items():
        if level.statement and (what := unknown_placeholder(level.statement, ())):
            yield ("storm", "levels", str(number), "statement"), what, ""


def _reasons(file: CommunityFile) -> Iterator[Remark]:
    for name, part in file.reasons.items():
        if part.text is None and part.guideline is None:
            yield ("reasons", name), f"{name} says nothing", "give it a text, a guideline, or both"
        if part.text is not None and (what := unknown_placeholder(part.text, ())):
            yield ("reasons", name), what, ""
        if name in file.guidelines:
            yield ("reasons", name), f'"{name}" is a guideline already', "give the reason another name"
        if part.guideline is not None and part.guideline not in file.guidelines:
            what = f'there is no guideline "{part.guideline}"'
            yield ("reasons", name, "guideline"), what, did_you_mean(part.guideline, file.guidelines)


def _faq(file: CommunityFile) -> Iterator[Remark]:
    for at, place in enumerate(file.faq.places):
        if place not in file.places:
            yield ("faq", "places", at), f'there is no place "{place}"', did_you_mean(place, file.places)
    model = file.faq.model
    if model is not None and model.url.startswith("http:") and not model.allow_private:
        bare = "what members ask does not go over the network unencrypted"
        yield ("faq", "model", "url"), bare, "https://..., or allow_private: on within your own network"
    for key, part in file.faq.entries.items():
        if what := unknown_placeholder(part.answer, ()):
            yield ("faq", "entries", key, "answer"), what, ""
    for key, language in unmatched(file.faq.entries, file.community.language):
        what = f"{key} is asked for in {language}, and has no answer in that language nor in your own"
        yield ("faq", "entries", key, "answer"), what, ""


def _feedback(file: CommunityFile) -> Iterator[Remark]:
    if file.feedback is None:
        return
    named: list[tuple[Path, str]] = [(("feedback", "in"), file.feedback.in_)]
    if file.feedback.digest is not None:
        named.append((("feedback", "digest", "in"), file.feedback.digest.in_))
    for path, place in named:
        if place not in file.places:
            yield path, f'there is no place "{place}"', did_you_mean(place, file.places)


def _posts(file: CommunityFile) -> Iterator[Remark]:
    names: set[str] = set()
    for at, part in enumerate(file.posts):
        for place in part.in_:
            if place not in file.places:
                yield ("posts", at, "in"), f'there is no place "{place}"', did_you_mean(place, file.places)
        if what := unknown_placeholder(part.text, ()):
            yield ("posts", at, "text"), what, ""
        if part.name is not None and part.name in names:
            yield ("posts", at, "name"), f'there is a post "{part.name}" already', "give it another name"
        names.add(part.name or "")


def _ladders(file: CommunityFile) -> Iterator[Remark]:
    for guideline in file.ladder.own:
        if guideline not in file.guidelines:
            what = f'there is no guideline "{guideline}"'
            yield ("ladder", guideline), what, did_you_mean(guideline, file.guidelines)


def _rule(file: CommunityFile, rule: RulePart) -> Iterator[Remark]:
    yield from _trigger(rule)
    if rule.guideline and rule.guideline not in file.guidelines:
        what = f'there is no guideline "{rule.guideline}"'
        yield ("guideline",), what, did_you_mean(rule.guideline, file.guidelines)
    for at, place in enumerate(rule.only.places or ()):
        if place not in file.places:
            yield ("only", "places", at), f'there is no place "{place}"', did_you_mean(place, file.places)


def _trigger(rule: RulePart) -> Iterator[Remark]:
    named = [name for name in TRIGGERS if getattr(rule, name) is not None]
    if len(named) != 1:
        what = "a rule looks for one thing" + (f", not for {_and(named)} at once" if named else "")
        yield (), what, f"give it one of: {', '.join(TRIGGERS)}; write a second rule for another"
        return
    for field, triggers in _BELONGS.items():
        if getattr(rule, field) is not None and named[0] not in triggers:
            key = field.removesuffix("_")
            yield (key,), f'"{key}" goes with {_either(triggers)}, not with "{named[0]}"', ""
    if rule.messages is not None and rule.within is None:
        yield ("messages",), 'say in what time, such as "within: 10s"', ""
    if rule.reactions is not None:
        yield from _reactions(rule)
    yield from _addresses(rule)


def _reactions(rule: RulePart) -> Iterator[Remark]:
    if rule.within is None:
        yield ("reactions",), 'say in what time, such as "within: 10s"', ""
    if rule.looks_at is not None:
        yield ("looks_at",), "a rule for reactions looks at reactions", "take it out"
    for at, done in enumerate(rule.do or ()):
        if done.act is Act.DELETE:
            yield ("do", at), "a reaction is no message that could be deleted", "warn, mute 10m or ask moderators"


def _addresses(rule: RulePart) -> Iterator[Remark]:
    for key in ("allow", "deny") if rule.links is not None else ():
        for at, written in enumerate(getattr(rule, key) or ()):
            if not address(written):
                yield (key, at), f'"{written}" is no domain', "they look like example.com or discord.gg/riverside"


def _either(names: Iterable[str]) -> str:
    return " or ".join(f'"{name}"' for name in names)


def _and(names: Iterable[str]) -> str:
    return " and ".join(names)
