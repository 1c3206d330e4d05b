"""Ask the real bot what becomes of one act, by one actor, on one kind of target, through one entry point."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count

from bot.core.actions import Answer, Ask, Delete, Pardon, Punish, Sanction, Whisper
from bot.core.cases import Case
from bot.core.decisions import Decision
from bot.core.ids import DISCORD, TELEGRAM, MessageRef, Place, Platform, SpaceRef, UserRef
from bot.core.interactions import FormSubmitted, Ticket
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.receipts import Receipt, Refusal, Refused
from bot.core.terms import Term
from bot.core.text import Lines, Say
from bot.core.ui import Button, Press
from bot.domain.cases.acts import Undo
from bot.domain.cases.hand import Hand
from bot.domain.cases.standing import lifting
from bot.domain.cases.sweep import Sweep
from bot.domain.moderation import policy
from bot.domain.moderation.policy import Do, Mode, Rule
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.words import Entry
from bot.domain.moderation.triggers import Words
from bot.runtime.community import Team
from tests.build import BOSS, person, post
from tests.fakes.platform import FakePlatform
from tests.fakes.town import D_LOBBY, D_STAFF, GUILD, LOBBY, STAFF, Town, messengers, open_town, riverside

ACTS = ("note", "warn", "mute", "kick", "ban", "softban", "unmute", "unban", "purge", "undo")
ACTORS = ("helper", "moderator", "manager", "owner")
TARGETS = (
    "member",
    "trusted",
    "helper",
    "moderator",
    "manager",
    "owner",
    "self",
    "bot itself",
    "other bot",
    "anonymous admin",
    "channel",
    "service account",
    "left",
    "unknown",
)
BY_PEOPLE = ("command", "menu", "button", "reply")
BY_ITSELF = ("rule", "timer")
RANKS = {name: Rank[name.upper()] for name in ("member", "trusted", "helper", "moderator", "manager", "owner")}
RULED = {"note": policy.Act.ASK, "warn": policy.Act.WARN, "mute": policy.Act.MUTE, "kick": policy.Act.KICK}
RULED |= {"ban": policy.Act.BAN, "purge": policy.Act.DELETE}
WORDS = {"note": "zorpa", "warn": "blorpa", "mute": "gnarfa", "kick": "snurfa", "ban": "plimfa", "purge": "drumfa"}
SAID = {
    "error-rank": "rank",
    "error-outranked": "above",
    "error-self": "self",
    "error-untouchable": "never",
    "error-target-unknown": "whom?",
    "act-channel": "channel",
    "act-out-of-reach": "reach",
    "purge-none": "spared",
    "card-whom": "whom?",
}
"""Each phrase that may refuse, as the table calls it; any other phrase stands there by its own key."""

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Cell:
    """One question. ``actor`` is empty where nobody acts but a rule or the clock."""

    entry: str
    actor: str
    act: str
    target: str


def cells() -> tuple[Cell, ...]:
    """Every question there is."""
    people = [Cell(e, actor, act, t) for e in BY_PEOPLE for actor in ACTORS for t in TARGETS for act in ACTS]
    return (*people, *(Cell(e, "", act, t) for e in BY_ITSELF for t in TARGETS for act in ACTS))


SENSELESS: tuple[tuple[str, Callable[[Cell], bool]], ...] = (
    ("n/t", lambda cell: cell.entry == "timer" and cell.act not in {"mute", "unmute", "unban"}),
    ("n/r", lambda cell: cell.entry == "rule" and cell.act not in RULED),
    ("n/u", lambda cell: cell.entry in {"command", "reply", "menu"} and cell.act == "undo"),
    ("n/w", lambda cell: cell.entry != "command" and cell.target == "unknown"),
    ("n/s", lambda cell: cell.entry in BY_ITSELF and cell.target == "self"),
    ("n/n", lambda cell: cell.entry == "timer" and cell.target in {"bot itself", "anonymous admin", "service account"}),
    ("n/n", lambda cell: cell.entry == "timer" and cell.target == "channel" and cell.act in {"mute", "unmute"}),
)


def senseless(cell: Cell) -> str:
    """The sign for a cell that asks for something that does not exist; the table's head gives the reasons."""
    return next((sign for sign, fits in SENSELESS if fits(cell)), "")


@dataclass
class Asked:
    """The town in which the questions are asked; every question has people of its own."""

    town: Town
    _stood: set[MessageRef] = field(default_factory=set)
    homes: dict[Platform, tuple[SpaceRef, Place, Place]] = field(
        default_factory=lambda: {TELEGRAM: (LOBBY.space, LOBBY, STAFF), DISCORD: (GUILD, D_LOBBY, D_STAFF)}
    )

    async def answer(self, cell: Cell) -> str:
        """What becomes of it, in one word."""
        sign = senseless(cell)
        if sign:
            return sign
        self.town.clock.pass_by(minutes=1)
        on = DISCORD if cell.entry == "menu" else TELEGRAM
        actor = self._actor(cell.actor, on)
        target = self._target(cell.target, on, actor)
        before = [len(platform.ledger) for platform in self.town.platforms]
        self._stood = {ref for platform in self.town.platforms for ref in platform.shown}
        number = await self.town.store.cases.last(self.town.key)
        ways: dict[str, Callable[..., Awaitable[str | None]]] = {
            "command": self._command,
            "reply": self._reply,
            "menu": self._card,
            "button": self._card,
            "rule": self._rule,
            "timer": self._timer,
        }
        missing = await ways[cell.entry](cell, actor, target, on)
        if missing is not None:
            return missing
        effects = [
            effect
            for platform, seen in zip(self.town.platforms, before, strict=True)
            for effect in platform.ledger[seen:]
        ]
        case = await self.town.store.cases.last(self.town.key)
        filed = case if case is not None and (number is None or case.number != number.number) else None
        return _outcome(cell, actor, target, effects, filed)

    # --- people

    def _actor(self, rank: str, on: Platform) -> Member | None:
        if not rank:
            return None
        return self._known(person("Actor", f"5{next(_numbers):06}", RANKS[rank], on=on))

    def _target(self, kind: str, on: Platform, actor: Member | None) -> Member | None:
        number = f"6{next(_numbers):06}"
        if kind in {"self", "unknown"}:
            return actor if kind == "self" else None
        if kind == "left":
            return person("Gone", number, on=on)
        own = self.homes[on][0].native
        guarded = {"on": on, "untouchable": True}
        kinds = {
            "bot itself": lambda: person("Townkeeper", number, Rank.MODERATOR, is_bot=True, **guarded),
            "other bot": lambda: person("Robot", number, on=on, is_bot=True),
            "anonymous admin": lambda: person("", own, Rank.MODERATOR, is_channel=True, anonymous=True, **guarded),
            "channel": lambda: person("News", f"-100{number}", on=on, is_channel=True),
            "service account": lambda: person("Telegram", number, **guarded),
        }
        made = kinds.get(kind)
        return self._known(person("Target", number, RANKS[kind], on=on) if made is None else made())

    def _known(self, member: Member) -> Member:
        on = member.user.platform
        space, _, staff = self.homes[on]
        platform = self._platform(on)
        platform.members[space, member.user] = member
        if member.rank >= Rank.MODERATOR:
            platform.members[staff.space, member.user] = member
        return member

    def _platform(self, on: Platform) -> FakePlatform:
        return next(platform for platform in self.town.platforms if platform.name == on)

    # --- entry points

    async def _command(self, cell: Cell, actor: Member, target: Member | None, on: Platform, **more: object) -> None:
        if cell.act == "purge":
            await self._purge(cell, actor, target, on)
            return
        values = {"lasts": Term()} if cell.act in {"mute", "ban"} else {}
        if cell.act not in {"unmute", "unban"}:
            values |= more
        await self.town.asks(actor, cell.act, self.homes[on][1], member=target, reason="because", **values)

    async def _reply(self, cell: Cell, actor: Member, target: Member, on: Platform) -> None:
        await self._command(cell, actor, target, on, message=self._message(target, on))

    def _message(self, target: Member, on: Platform) -> Message:
        return replace(post("something rude", by=target, place=self.homes[on][1]), sent_at=self.town.clock.now())

    async def _purge(self, cell: Cell, actor: Member, target: Member | None, on: Platform) -> None:
        if target is not None:
            await self.town.says(target, "something rude", self.homes[on][1])
        if cell.target == "unknown":
            target = person("Nobody", f"7{next(_numbers):06}", on=on)
        await self.town.asks(actor, "purge", self.homes[on][1], member=target)
        await self._pressed(actor, on, lambda press: isinstance(press, Sweep))

    async def _card(self, cell: Cell, actor: Member, target: Member, on: Platform) -> str | None:
        """The card's button and form: from the menu the actor's own card, else one that a manager left standing."""
        _, lobby, staff = self.homes[on]
        if cell.act == "undo":
            return await self._undo(actor, target, on)
        if cell.entry == "menu":
            said = self._message(target, on)
            await self.town.asks(
                actor, "card", lobby, **({"member": target} if cell.act != "note" else {"message": said})
            )
            if cell.actor in {"member", "helper"}:
                return None
        else:
            await self.town.asks(BOSS, "card", staff, member=target)
        how = {"mute": "mute-1h"}.get(cell.act, cell.act)

        def wanted(press: Press) -> bool:
            return isinstance(press, Hand) and press.user == target.user and press.how == how

        if not await self._pressed(actor, on, wanted):
            return "n/b"
        await self._filled(actor, on, wanted)
        return None

    async def _undo(self, actor: Member, target: Member, on: Platform) -> None:
        """The case is from another day, when the target was an ordinary member."""
        space, lobby, _ = self.homes[on]
        number = await self.town.store.cases.next_number(self.town.key)
        now = self.town.clock.now()
        case = Case(number, space, target.user, target.name, Sanction.WARN, now, place=lobby, by=BOSS.user, strikes=1)
        await self.town.store.ledger.commit(self.town.key, "", Decision(rows=(case,)), now)
        staff = self.homes[on][2]
        await self.town.asks(BOSS, "case", staff, which=str(number))
        await self._pressed(actor, on, lambda press: press == Undo(number))

    async def _pressed(self, actor: Member, on: Platform, wanted: Callable[[Press], bool]) -> bool:
        found = self._button(on, wanted)
        if found is None:
            return False
        await self.town.presses_token(actor, found[0], found[1])
        return True

    async def _filled(self, actor: Member, on: Platform, wanted: Callable[[Press], bool]) -> None:
        """Fill in the form, if one was put up."""
        asked = [
            e.action
            for e in self._platform(on).ledger[-3:]
            if isinstance(e.action, Ask) and wanted(e.action.form.submit.press)
        ]
        found = self._button(on, wanted) if asked else None
        if found is not None:
            key = f"form/{next(_numbers)}"
            now = self.town.clock.now()
            await self.town.take(FormSubmitted(key, *found, actor, {"reason": "because"}, Ticket(key), now))

    def _button(self, on: Platform, wanted: Callable[[Press], bool]) -> tuple[str, Place] | None:
        for shown in (one for ref, one in reversed(self._platform(on).shown.items()) if ref not in self._stood):
            for button in (b for row in shown.rows for b in row if isinstance(b, Button)):
                if wanted(button.press):
                    return button.token, shown.ref.place
        return None

    # --- without people

    async def _rule(self, cell: Cell, actor: None, target: Member, on: Platform) -> None:
        await self.town.says(target, WORDS[cell.act], self.homes[on][1])

    async def _timer(self, cell: Cell, actor: None, target: Member, on: Platform) -> None:
        """What was done to an ordinary member ends (or is renewed) after she has become what she is now."""
        space, lobby, _ = self.homes[on]
        sanction = Sanction.BAN if cell.act == "unban" else Sanction.MUTE
        now = self.town.clock.now()
        until = None if cell.act == "mute" else now + timedelta(minutes=1)
        number = await self.town.store.cases.next_number(self.town.key)
        case = Case(number, space, target.user, target.name, sanction, now, by=BOSS.user, until=until, place=lobby)
        due = [replace(timer, due=now + timedelta(minutes=1)) for timer in lifting(case)]
        await self.town.store.ledger.commit(self.town.key, "", Decision(rows=(case, *due)), now)
        await self.town.waits(minutes=2)


def _outcome(cell: Cell, actor: Member | None, target: Member | None, effects: list, filed: Case | None) -> str:
    user = None if target is None else target.user
    heard = _said(effects, actor)
    if cell.act == "purge":
        gone = [e for e in effects if isinstance(e.action, Delete) and e.worked]
        return "done" if gone else heard
    if cell.act == "undo":
        return "done" if filed is not None and filed.undoes is not None else heard
    deeds = [e for e in effects if isinstance(e.action, Punish | Pardon) and e.action.user == user]
    if any(isinstance(e.receipt, Refused) for e in deeds):
        return "kept"
    if cell.entry == "timer":
        return "done" if deeds else "-"
    if filed is None or filed.user != user or filed.sanction.value != cell.act:
        return "banned" if deeds and _is_shut_out(cell, filed) else heard
    is_deed = cell.act not in {"note", "warn"}
    return "done" if bool(deeds) == is_deed else "filed"


def _is_shut_out(cell: Cell, filed: Case | None) -> bool:
    """Whether a channel was banned where a person would have been muted or kicked."""
    is_banned = filed is not None and filed.sanction is Sanction.BAN
    return is_banned and cell.target == "channel" and cell.act in {"mute", "kick"}


def _said(effects: list, actor: Member | None) -> str:
    """What whoever asked heard last, in the table's words."""
    answers = [e.action.body for e in effects if isinstance(e.action, Answer | Whisper) and _hears(e.action, actor)]
    if not answers:
        return "-"
    body = answers[-1]
    first = body.parts[0] if isinstance(body, Lines) else body
    return SAID.get(first.key, first.key) if isinstance(first, Say) else "?"


def _hears(action: Answer | Whisper, actor: Member | None) -> bool:
    return actor is not None and actor.user == (action.actor if isinstance(action, Answer) else action.user)


class Strict(FakePlatform):
    """Says of channels what Telegram says: one that posts as itself can only be shut out."""

    def _sanction(self, action: Punish | Pardon) -> Receipt:
        known = self.members.get((action.space, action.user))
        is_out = action.sanction in {Sanction.BAN, Sanction.KICK}
        if known is not None and known.is_channel and isinstance(action, Punish) and not is_out:
            return Refused(Refusal.UNSUPPORTED)
        return super()._sanction(action)


def _rules() -> tuple[Rule, ...]:
    """One rule for everything that a rule can do, each with an invented word of its own."""
    return tuple(
        Rule(
            act,
            Words(("en",), lexicon=Lexicon.of([Entry(WORDS[act], "en")])),
            (Do(does, timedelta(hours=1) if act == "mute" else None),),
            "kind",
            Mode.ON,
        )
        for act, does in RULED.items()
    )


async def open_matrix(stack: AsyncExitStack) -> Asked:
    """A town whose staff have no hourly share, for here one of them does everything there is."""
    usual = messengers()
    platforms = tuple(Strict(platform.name) for platform in usual)
    for platform, other in zip(platforms, usual, strict=True):
        platform.places, platform.members = other.places, other.members
        boss = replace(BOSS, user=UserRef(platform.name, BOSS.user.native))
        for space in {LOBBY.space, STAFF.space, GUILD}:
            platform.members[space, boss.user] = boss
    team = Team(managers=frozenset({BOSS.user}), caps={})
    return Asked(await open_town(stack, riverside(*_rules(), team=team), platforms=platforms))
