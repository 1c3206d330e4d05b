"""Answers that managers wrote: given where the bot is sure, with a way to a person always beside them."""

from datetime import timedelta
from typing import Annotated, ClassVar, Self

from bot.core.actions import Send, Whisper
from bot.core.answers import GivenAnswer
from bot.core.commands import Rest, command
from bot.core.conversations import Conversation, TalkEntry, TalkState
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.ids import UserRef
from bot.core.people import Rank
from bot.core.record import Note
from bot.core.text import Rich, Say, lines, say
from bot.core.ui import Rows
from bot.domain.care.answers import Entry
from bot.domain.care.conversation import bot_has, heard, opened, resolved, unheard
from bot.domain.care.faq_card import (
    Helped,
    PersonPlease,
    WrongAnswer,
    asked_for_a_person,
    came_back,
    found_wrong,
    helped,
    id_of,
    person_row,
    rows_of,
    shown,
    tally,
    told,
)
from bot.domain.care.moves import Moved, Words
from bot.domain.care.wording import LONGEST
from bot.runtime.arriving import onward, to_team
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, pressed, witnesses
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.faq import Finder
from bot.runtime.phrasing import Phrasing
from bot.runtime.services import Services
from bot.runtime.stores import GivenAnswers

DAYS = 30
"""What /faq stats looks back on."""
TOPICS = 25
STATS = "stats"


class Faq(Cog):
    """What an answer led to is a row; a wrong one is silent until its entry is written anew."""

    name: ClassVar[str] = "faq"

    def __init__(self, finder: Finder, phrasing: Phrasing, given: GivenAnswers, talks: Conversations) -> None:
        self._finder = finder
        self._phrasing = phrasing
        self._given = given
        self._talks = talks

    @classmethod
    def create(cls, services: Services) -> Self:
        finder = Finder(services.notes, services.people, services.meanings)
        cog = cls(finder, Phrasing(finder, services.model), services.given_answers, services.conversations)
        services.first_tries.add(cog.first_try)
        return cog

    # --- asking

    @command("faq", hides=True)
    async def faq(self, ctx: Context, question: Annotated[str, Rest()] = "") -> Decision:
        """Ask the FAQ; without a question it lists what it knows."""
        if question.strip().casefold() == STATS and ctx.actor.rank >= Rank.MANAGER:
            return await self._stats(ctx)
        entries = ctx.community.faq.entries
        if not entries:
            return ctx.answer(say("faq-none"))
        if not question.strip():
            return await self._topics(ctx)
        found = await self._finder.find(ctx.scene, question, ctx.actor.user, ctx.actor.locale)
        if found is None:
            return await self._unsure(ctx, question)
        entry, sure = found
        given = GivenAnswer(id_of(ctx.actor.user, ctx.now), entry.key, ctx.actor.user, ctx.now)
        staff = ctx.actor.rank >= Rank.MODERATOR
        rows = rows_of(given, entry, question, only=ctx.actor.user, staff=staff)
        return decide(ctx.say(shown(entry, sure.language), rows), rows=(given,))

    async def first_try(self, scene: Scene, talk: Conversation, said: TalkEntry) -> Decision | None:
        """Answer what begins a conversation with the team, where it is sure; None hands over to people."""
        # A long letter is no question, and whoever sent a picture meant somebody to look at it.
        if not self._finder.is_on(scene) or len(said.text) > LONGEST or said.things:
            return None
        found = await self._finder.find(scene, said.text, talk.person, talk.language)
        if found is None:
            asks = await self._phrasing.begun(
                scene, said.text, (talk.person, talk.language), {"conversation": talk.number}
            )
            return None if asks is None else decide(asks)
        entry, sure = found
        given = GivenAnswer(id_of(talk.person, scene.now), entry.key, talk.person, scene.now)
        rows = rows_of(given, entry, said.text, only=talk.person, staff=False, conversation=talk.number)
        return decide(Whisper(talk.person, shown(entry, sure.language), rows), rows=(given,))

    async def _unsure(self, ctx: Context, question: str) -> Decision:
        more = {"asker": ctx.asker, "staff": ctx.actor.rank >= Rank.MODERATOR}
        asks = await self._phrasing.begun(ctx.scene, question, (ctx.actor.user, ctx.actor.locale), more)
        if asks is not None:
            return decide(asks)
        return ctx.answer(say("faq-unsure"), self._to_a_person(ctx.scene, question, ctx.actor.user))

    async def _topics(self, ctx: Context) -> Decision:
        languages = await self._finder.languages(ctx.scene, ctx.actor.user, ctx.actor.locale)
        known = [entry for entry in ctx.community.faq.entries if not await self._finder.is_wrong(ctx.scene, entry)]
        titles = [Rich((f"· {entry.title(languages)}",)) for entry in known[:TOPICS]]
        return ctx.answer(lines(say("faq-topics", count=len(known)), *titles))

    async def _stats(self, ctx: Context) -> Decision:
        rows = await self._given.since(ctx.community.key, ctx.now - timedelta(days=DAYS))
        return ctx.answer(told(tally(rows, ctx.now), DAYS))

    def _to_a_person(self, scene: Scene, question: str, user: UserRef) -> Rows:
        return person_row(question, user) if self._finder.reaches_people(scene) else ()

    # --- what it led to

    @pressed(Helped)
    async def helped(self, ctx: Context, press: Helped) -> Decision:
        """Count that it was enough; what she had asked is over."""
        key = ctx.community.key
        given = await self._given.find(key, press.answer)
        talk = await self._talks.find(key, press.conversation) if press.conversation else None
        over = resolved(talk, ctx.actor, ctx.now) if talk is not None and bot_has(talk) else None
        ends = over.rows if isinstance(over, Moved) else ()
        return decide(ctx.say(say("faq-thanks")), rows=(*(() if given is None else (helped(given),)), *ends))

    @pressed(PersonPlease)
    async def person(self, ctx: Context, press: PersonPlease) -> Decision:
        """Hand over to the team, with the question."""
        key = ctx.community.key
        given = await self._given.find(key, press.answer) if press.answer else None
        counted = () if given is None else (came_back(given, ctx.now),)
        talk = await self._talks.find(key, press.conversation) if press.conversation else None
        handed = await self._asked(ctx, press.question) if talk is None else _onward(ctx, talk)
        entry = ctx.community.faq.entry(press.entry)
        staff = ctx.scene.directory.staff_for(ctx.actor.user.platform)
        if given is None or entry is None or staff is None:
            return handed.and_then(Decision(counted))
        body, rows = asked_for_a_person(given, entry, ctx.actor.name, press.question)
        return handed.and_then(decide(Send(staff, body, rows, silent=True), rows=counted))

    @pressed(WrongAnswer)
    async def wrong(self, ctx: Context, press: WrongAnswer) -> Decision:
        """Withdraw an answer until its entry is written anew."""
        entry = ctx.community.faq.entry(press.entry)
        if entry is None or entry.mark != press.mark:
            return ctx.answer(say("faq-changed"))
        if await self._finder.is_wrong(ctx.scene, entry):
            return ctx.answer(say("faq-wrong-already", entry=entry.key))
        given = await self._given.find(ctx.community.key, press.answer)
        counted = () if given is None else (found_wrong(given),)
        audit = line_of(ctx, "wrong answer", f"faq {entry.key} is withdrawn")
        done = ctx.say(say("faq-wrong", entry=entry.key))
        told_staff = self._card(ctx, entry)
        rows = (Note(self.name, f"wrong {entry.key}", entry.mark), audit, *counted)
        return decide(done, *told_staff, rows=rows)

    @witnesses(Conversation)
    async def wrote(self, scene: Scene, row: Conversation) -> Decision:
        """Whoever comes to the team within a day was not helped, whatever she said before."""
        if row.state is not TalkState.OPEN or row.waiting_since != scene.now:
            return NOTHING
        given = await self._given.latest(scene.community.key, row.person)
        after = None if given is None else came_back(given, scene.now)
        return NOTHING if after is None or after == given else decide(rows=(after,))

    def _card(self, ctx: Context, entry: Entry) -> tuple[Send, ...]:
        staff = ctx.scene.directory.staff_for(ctx.actor.user.platform)
        if staff is None:
            return ()
        return (Send(staff, say("faq-wrong-card", who=ctx.actor.name, entry=entry.key, owner=entry.owner or "-")),)

    async def _asked(self, ctx: Context, question: str) -> Decision:
        key, who = ctx.community.key, ctx.actor
        talk = await self._talks.of(key, who.user)
        if talk is None:
            talk = opened(await self._talks.next_number(key), who, ctx.now, place=ctx.place)
        moved = heard(talk, who, Words(question), ctx.now)
        if isinstance(moved, Say):
            return decide(ctx.say(moved), rows=unheard(talk, who, Words(question), ctx.now).rows)
        return decide(
            ctx.say(say("inbox-received", number=talk.number)),
            to_team("inbox-show", talk.number, reopened=talk.state is TalkState.RESOLVED),
            rows=moved.rows,
        )


def _onward(ctx: Context, talk: Conversation) -> Decision:
    """The conversation is there, and the question stands in it."""
    told = ctx.say(say("inbox-received", number=talk.number))
    return decide(told).and_then(onward(talk, ctx.now) or NOTHING)
