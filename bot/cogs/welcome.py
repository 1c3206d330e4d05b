"""Newcomers: greeted, shown the guidelines, asked to agree - and, where it is required, kept from posting before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import ClassVar, Self

from bot.core.actions import Delete, Send, Whisper
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import MemberJoined, MessageEdited, MessagePosted, TimerFired
from bot.core.ids import SpaceRef, UserRef
from bot.core.lowering import short_line
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.privacy import forgotten
from bot.core.record import Acceptance, Row, Timer
from bot.core.text import Body, Localised, Mention, lines, say
from bot.core.ui import Rows
from bot.domain.welcome.greeting import Agree as AgreePress
from bot.domain.welcome.greeting import agree_row, as_rows, greeting, guidelines_text, language_row
from bot.domain.welcome.wave import Wave
from bot.runtime.cog import Cog, due, guards, on, pressed
from bot.runtime.community import Agree, Community
from bot.runtime.context import Context, Scene
from bot.runtime.directory import LOBBY, lift
from bot.runtime.services import Services
from bot.runtime.stores import People

PAUSE = timedelta(minutes=1)
"""Somebody who keeps posting before agreeing is reminded at most this often."""
MANY = 5_000
WAVE = "welcome-wave"
WAVE_LASTS = timedelta(minutes=1)

Standing = dict[tuple[SpaceRef, UserRef], Acceptance]


class Welcome(Cog):
    """Holds in memory where everybody stands, so that an ordinary message costs no look-up."""

    name: ClassVar[str] = "welcome"

    def __init__(self, people: People) -> None:
        self._people = people
        self._waves: dict[tuple[str, SpaceRef], Wave] = {}
        self._standing: dict[str, Standing] = {}
        self._reminded: dict[tuple[SpaceRef, UserRef], datetime] = {}

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.people)

    @on(MemberJoined)
    async def joined(self, scene: Scene, event: MemberJoined) -> Decision:
        """Greet, and note which version of the guidelines was shown."""
        settings = scene.community.welcome
        member = event.member
        if settings is None or member.is_bot:
            return NOTHING
        wave = self._waves.setdefault((scene.community.key, event.space), Wave())
        lobby = scene.directory.place(LOBBY, event.space.platform)
        if lobby is None or lobby.space != event.space:
            # The staff's own group, or one without a lobby: whoever comes in there cannot read a greeting elsewhere.
            return NOTHING
        known = (await self._of(scene)).get((event.space, member.user))
        asked = scene.community.guidelines_version
        row = Acceptance(event.space, member.user, asked, known.agreed if known else "", event.at)
        if wave.swells(event.at, settings.together) or scene.crisis > 0:
            timers = (Timer(WAVE, str(event.space), scene.now + WAVE_LASTS),) if wave.hold() else ()
            return Decision(rows=(row, *timers))
        asks = settings.agree is not Agree.OFF and row.agreed != asked
        body, rows = _greeting(scene.community, event.space, member, asks=asks)
        greeted = Send(lobby, body, rows, reader=member.user, vanish_after=settings.delete_after)
        return decide(greeted, rows=(row,))

    @due(WAVE)
    async def wave(self, scene: Scene, event: TimerFired) -> Decision:
        """One greeting for all who came in at once, when it is calm again: the bot must not be the spammer."""
        space, settings = SpaceRef.parse(event.subject), scene.community.welcome
        lobby = scene.directory.place(LOBBY, space.platform)
        if settings is None or lobby is None or lobby.space != space:
            return NOTHING
        wave = self._waves.setdefault((scene.community.key, space), Wave())
        if wave.is_high(scene.now, settings.together) or scene.crisis > 0:
            return Decision(rows=(Timer(WAVE, event.subject, scene.now + WAVE_LASTS),))
        body, rows = _greeting_to_all(scene.community, space, wave.passes())
        return decide(Send(lobby, body, rows, vanish_after=settings.delete_after))

    @guards(MessagePosted)
    async def posted(self, scene: Scene, event: MessagePosted) -> Decision:
        """Keep those from posting who must agree first; ask again when the guidelines changed."""
        return await self._gate(scene, event.message)

    @guards(MessageEdited)
    async def edited(self, scene: Scene, event: MessageEdited) -> Decision:
        """An edit is held back like a message."""
        return await self._gate(scene, event.message)

    @pressed(AgreePress)
    async def agreed(self, ctx: Context, press: AgreePress) -> Decision:
        """Store the agreement with the version that was agreed to."""
        community, space = ctx.community, ctx.space
        if space is None:
            return ctx.answer(say("error-not-here"))
        if press.version != community.guidelines_version:
            return ctx.answer(*_guidelines(community, space, ctx.actor.user, say("guidelines-changed")))
        row = Acceptance(space, ctx.actor.user, press.version, press.version, ctx.now)
        return decide(ctx.say(say("agreed", community=community.name)), rows=(row,))

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over where people stand once it is written, and not before."""
        known = self._standing.get(community)
        if known is not None:
            known.update({(row.space, row.user): row for row in rows if isinstance(row, Acceptance)})
        gone = forgotten(rows)
        if gone:
            self._standing.pop(community, None)
            self._reminded = {one: due for one, due in self._reminded.items() if one[1] not in gone}

    async def _gate(self, scene: Scene, message: Message) -> Decision:
        settings, space = scene.community.welcome, message.place.space
        if settings is None or settings.agree is Agree.OFF or space is None or message.author.is_bot:
            return NOTHING
        known = (await self._of(scene)).get((space, message.author.user))
        if known is None or known.agreed == scene.community.guidelines_version:
            # Who was here before the bot is not locked out of her own community.
            return NOTHING
        author = lift(message.author, scene.community.team, scene.directory)
        if author.rank >= Rank.HELPER or author.untouchable:
            return NOTHING
        if not known.agreed:
            return self._held_back(scene, message, space) if settings.agree is Agree.REQUIRED else NOTHING
        return self._asked_again(scene, known, message)

    def _held_back(self, scene: Scene, message: Message, space: SpaceRef) -> Decision:
        user = message.author.user
        gone = decide(Delete((message.ref,), "has not agreed to the guidelines yet"), stop=True)
        if self._reminded.get((space, user), scene.now) > scene.now:
            return gone
        if len(self._reminded) >= MANY:
            self._reminded.clear()
        self._reminded[space, user] = scene.now + PAUSE
        body, rows = _guidelines(scene.community, space, user, say("agree-first", community=scene.community.name))
        line = say("line-agree-first", who=Mention(user, message.author.name))
        told = Whisper(user, body, rows, short_line(message.place, user, line, body, rows))
        return gone.and_then(decide(told))

    def _asked_again(self, scene: Scene, known: Acceptance, message: Message) -> Decision:
        version, user = scene.community.guidelines_version, known.user
        if known.asked == version:
            return NOTHING
        body, rows = _guidelines(scene.community, known.space, user, say("guidelines-changed"))
        line = say("line-notice-for-you", who=Mention(user, message.author.name))
        asked = Whisper(user, body, rows, short_line(message.place, user, line, body, rows))
        return decide(asked, rows=(replace(known, asked=version),))

    async def _of(self, scene: Scene) -> Standing:
        key = scene.community.key
        if key not in self._standing:
            rows = await self._people.acceptances(key)
            self._standing[key] = {(row.space, row.user): row for row in rows}
        return self._standing[key]


def _greeting(community: Community, space: SpaceRef, member: Member, *, asks: bool) -> tuple[Body, Rows]:
    settings = community.welcome
    assert settings is not None
    words = Localised(settings.text.texts, {"name": Mention(member.user, member.name), "community": community.name})
    shown = tuple((g.number, g.text) for g in community.guidelines)
    body = greeting(words, shown, asks=asks, required=settings.agree is Agree.REQUIRED)
    agree = agree_row(space, member.user, community.guidelines_version) if asks and shown else ()
    return body, as_rows(agree, language_row(community.languages, member.user))


def _greeting_to_all(community: Community, space: SpaceRef, many: int) -> tuple[Body, Rows]:
    settings = community.welcome
    assert settings is not None
    asks = settings.agree is not Agree.OFF
    shown = tuple((g.number, g.text) for g in community.guidelines)
    words = say("greeting-wave", count=many, community=community.name)
    body = greeting(words, shown, asks=asks, required=settings.agree is Agree.REQUIRED)
    agree = agree_row(space, None, community.guidelines_version) if asks and shown else ()
    return body, as_rows(agree, language_row(community.languages, None))


def _guidelines(community: Community, space: SpaceRef, user: UserRef, head: Body) -> tuple[Body, Rows]:
    shown = guidelines_text([(g.number, g.text) for g in community.guidelines])
    return lines(head, shown), as_rows(agree_row(space, user, community.guidelines_version))
