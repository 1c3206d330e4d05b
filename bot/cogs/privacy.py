"""/privacy and /mydata: what is kept about people, everything about one, and forgetting her."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Self

from bot.core.actions import Action, Delete, RemoveThread, Send
from bot.core.commands import command
from bot.core.decisions import Decision, decide
from bot.core.events import TimerFired
from bot.core.ids import UserRef
from bot.core.people import Rank
from bot.core.privacy import Ends, Forget, ForgetRest, Keeps, Kind
from bot.core.record import Audit, Timer
from bot.core.text import Body, Say, Voice, Voices, lines, plain, say
from bot.domain.care.mydata import ForgetMe, MyData, Wish, choices, readable, sure, waiting
from bot.runtime.aliases import NOBODY
from bot.runtime.cog import Cog, due, pressed
from bot.runtime.community import Community
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.fairness import Links
from bot.runtime.languages import Languages
from bot.runtime.parcel import given, packed
from bot.runtime.privacy import PersonalData, Records
from bot.runtime.services import Services

REST = "privacy-rest"
AFTERWARDS = timedelta(minutes=11)
"""By then what was said to her last, and to the team, is on its way, and can be forgotten, too."""
SOMEBODY = UserRef(NOBODY, "somebody")
"""Who asked to be forgotten is not written down."""


@dataclass(frozen=True, slots=True)
class Tongues:
    """Speaks to whoever asked, in her language."""

    voices: Voices
    languages: Languages

    async def of(self, ctx: Context) -> Voice:
        return self.voices.of(await self.languages.of(ctx.community, ctx.actor.user))


class Privacy(Cog):
    """Stands on what is declared beside the tables, so that it cannot say less than there is."""

    name: ClassVar[str] = "privacy"
    essential: ClassVar[bool] = True

    def __init__(self, data: PersonalData, talks: Conversations, links: Links, tongues: Tongues) -> None:
        self._data = data
        self._talks = talks
        self._links = links
        self._tongues = tongues

    @classmethod
    def create(cls, services: Services) -> Self:
        tongues = Tongues(services.voices, services.languages)
        return cls(services.personal, services.conversations, services.fairness.links, tongues)

    @command("privacy", rank=Rank.GUEST)
    async def privacy(self, ctx: Context) -> Decision:
        """See what is kept about people, for how long, and what becomes of it when you ask."""
        head = say("privacy-head", community=ctx.community.name)
        told = (_told(kind, ctx.community) for kind in self._data.kinds)
        return ctx.answer(lines(head, *told, say("privacy-foot")), choices(ctx.actor.user))

    @command("mydata", rank=Rank.GUEST, hides=True)
    async def mydata(self, ctx: Context, what: Wish | None = None) -> Decision:
        """Get everything that is kept about you, or have it deleted."""
        if what is None:
            return ctx.answer(say("mydata-which"), choices(ctx.actor.user))
        return await self.wished(ctx, MyData(what))

    @pressed(MyData)
    async def wished(self, ctx: Context, press: MyData) -> Decision:
        """Export at once; before deleting say what that means, and ask once more."""
        if press.wish == "export":
            return await self._exported(ctx)
        accounts = await self._accounts(ctx)
        stays = waiting(await self._data.waiting(ctx.community.key, accounts, ctx.now))
        told = (say("mydata-waits"), *stays) if stays else ()
        return ctx.answer(lines(say("mydata-ask"), *told), sure(ctx.actor.user))

    @pressed(ForgetMe)
    async def forget(self, ctx: Context, press: ForgetMe) -> Decision:
        """Forget her now, and once more when the last words have gone out."""
        del press
        key, accounts = ctx.community.key, await self._accounts(ctx)
        names = {*await self._data.names(key, accounts), ctx.actor.name}
        aliases = tuple(str(self._data.alias(account)) for account in accounts)
        rows = (
            Forget(accounts, aliases, tuple(sorted(names)), ctx.now),
            Audit(SOMEBODY, "mydata delete", "", ctx.now),
            Timer(REST, secrets.token_hex(8), ctx.now + AFTERWARDS),
        )
        stays = waiting(await self._data.waiting(key, accounts, ctx.now))
        later = (say("mydata-waits"), *stays, say("mydata-gone-later")) if stays else ()
        return decide(*await self._taken_down(ctx, accounts), ctx.say(lines(say("mydata-gone"), *later)), rows=rows)

    @due(REST)
    async def rest(self, scene: Scene, event: TimerFired) -> Decision:
        """Forget what could not go at once."""
        del event
        return decide(rows=(ForgetRest(scene.now),))

    async def _exported(self, ctx: Context) -> Decision:
        accounts = await self._accounts(ctx)
        records = await self._data.export(ctx.community.key, accounts)
        speak = await self._tongues.of(ctx)
        head = f"{ctx.community.name}, {ctx.now:%Y-%m-%d %H:%M} UTC\n"
        head += f"{plain(speak(say('mydata-account')))}: {', '.join(map(str, accounts))}"
        subjects = {table: kind.subject for kind in self._data.kinds for table in kind.tables}

        def told(part: Records) -> str:
            titled = [(f"{plain(speak(_about(subjects[table])))}: {table}", rows) for table, rows in part.items()]
            return readable(head, titled)

        files = await asyncio.to_thread(packed, records, told, ctx.now)
        return given(ctx.asker, say("mydata-exported", file=files[0].name if files else ""), files)

    async def _taken_down(self, ctx: Context, accounts: Sequence[UserRef]) -> tuple[Action, ...]:
        """What shows her words to the team goes there, too, and the team hears why."""
        key, steps = ctx.community.key, list[Action]()
        numbers = await self._data.conversations_of(key, accounts)
        for number in numbers:
            home = await self._talks.home(key, number)
            if home is not None and home.place.thread is not None:
                steps.append(RemoveThread(home.place))
            else:
                steps += [Delete((message,)) for message in await self._talks.shown(key, number)]
        staff = ctx.scene.directory.staff_for(ctx.actor.user.platform)
        if numbers and staff is not None:
            told = say("mydata-team", count=len(numbers), numbers=", ".join(map(str, numbers)))
            steps.append(Send(staff, told))
        return tuple(steps)

    async def _accounts(self, ctx: Context) -> tuple[UserRef, ...]:
        return await self._links.accounts(ctx.community.key, ctx.actor.user)


def _told(kind: Kind, community: Community) -> Body:
    leaves = say(f"privacy-leaves-{kind.leaves}")
    return say("privacy-line", about=_about(kind.subject), time=_time(kind, community), leaves=leaves)


def _time(kind: Kind, community: Community) -> Say:
    facts = next((keeps for keeps in kind.keeps if keeps.ends is Ends.AGED), None)
    words = next((keeps for keeps in kind.keeps if keeps.ends is Ends.WORDLESS), None)
    if facts is None:
        return say(f"privacy-time-{kind.keeps[0].ends}") if words is None else _words(_span(words, community))
    span, said = _span(facts, community), None if words is None else _span(words, community)
    if span is None:
        return say("privacy-time-off")
    return say("privacy-time-aged", span=span) if said is None else say("privacy-time-both", span=span, words=said)


def _words(span: timedelta | None) -> Say:
    return say("privacy-time-off") if span is None else say("privacy-time-wordless", span=span)


def _span(keeps: Keeps, community: Community) -> timedelta | None:
    return keeps.span or community.privacy.span(keeps.option)


def _about(subject: str) -> Say:
    return say(f"privacy-about-{subject}")
