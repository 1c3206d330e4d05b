"""After a conversation its person is asked how it was, in private and rarely; her words are hers."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from bot.core.actions import Ask, Send, Whisper
from bot.core.commands import Between, command
from bot.core.conversations import Conversation
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.people import Rank
from bot.core.ratings import Publishing, Rating, Score
from bot.core.record import Audit, Row
from bot.core.text import lines, say
from bot.core.ui import Button, Field, Form
from bot.domain.care.satisfaction import (
    COUNTED,
    LONGEST_COMMENT,
    MayShow,
    Rate,
    SayMore,
    TakeWordsBack,
    allowed,
    commented,
    consent,
    is_asked,
    more,
    on_record,
    question,
    rated,
    review,
    summary,
    take_back,
    withdrawn,
)
from bot.runtime.cog import Cog, filled, pressed, witnesses
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.satisfaction import Ratings
from bot.runtime.services import Services


class Satisfaction(Cog):
    """Who cannot be reached in private is not asked at all."""

    name: ClassVar[str] = "satisfaction"

    def __init__(self, talks: Conversations, ratings: Ratings) -> None:
        self._talks = talks
        self._ratings = ratings

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.conversations, services.ratings)

    @witnesses(Conversation)
    async def over(self, scene: Scene, talk: Conversation) -> Decision:
        """Ask when a conversation is resolved, and not sooner than a month after the last time."""
        if not scene.community.satisfaction.ask or talk.answered_at is None:
            return NOTHING
        key = scene.community.key
        before = await self._talks.find(key, talk.number)
        if not is_asked(before, talk, await self._ratings.asked(key, talk.person), scene.now):
            return NOTHING
        number = await self._ratings.next_number(key)
        rating = Rating(number, talk.number, talk.person, scene.now, talk.category)
        body, rows = question(rating, scene.community.name)
        return decide(Whisper(talk.person, body, rows), rows=(rating,))

    @pressed(Rate)
    async def rate(self, ctx: Context, press: Rate) -> Decision:
        """Keep the answer, and offer to say more."""
        found = await self._ratings.find(ctx.community.key, press.rating)
        if found is None:
            return ctx.answer(say("error-button-stale"))
        rating = rated(found, Score(press.score), ctx.now)
        talk = await self._talks.find(ctx.community.key, rating.conversation)
        noted: tuple[Row, ...] = ()
        if talk is not None:
            noted = on_record(talk, rating, ctx.actor.user, ctx.actor.name, ctx.now).rows
        turned = ctx.turn(say("rating-thanks"), more(rating))
        return turned.and_then(decide(rows=(rating, *noted)))

    @pressed(SayMore)
    async def say_more(self, ctx: Context, press: SayMore) -> Decision:
        """Give a form."""
        submit = Button(say("button-send"), press, only=ctx.actor.user)
        field = Field("comment", say("rating-form-text"), long=True, longest=LONGEST_COMMENT)
        return decide(Ask(ctx.ticket, ctx.place, ctx.actor.user, Form(say("rating-form"), (field,), submit)))

    @filled(SayMore)
    async def said_more(self, ctx: Context, press: SayMore, values: Mapping[str, str]) -> Decision:
        """Keep the words for the team, and ask whether others may read them, where that is wanted."""
        found = await self._ratings.find(ctx.community.key, press.rating)
        text = values.get("comment", "")
        if found is None:
            return ctx.answer(say("error-button-stale"))
        if not text.strip():
            return ctx.answer(say("inbox-empty"))
        rating = commented(found, text, reviews=ctx.community.satisfaction.reviews)
        if rating.leave is not Publishing.ASKED:
            return decide(ctx.say(say("rating-thanks")), rows=(rating,))
        body, rows = consent(rating, ctx.community.name)
        return decide(ctx.say(body, rows), rows=(rating,))

    @pressed(MayShow)
    async def may_show(self, ctx: Context, press: MayShow) -> Decision:
        """A clear yes, or a no; without words there is nothing to show."""
        found = await self._ratings.find(ctx.community.key, press.rating)
        if found is None or not found.comment or found.leave is not Publishing.ASKED:
            return ctx.answer(say("error-button-stale"))
        rating = allowed(found, yes=press.yes)
        if not press.yes:
            return ctx.turn(say("rating-not-shown")).and_then(decide(rows=(rating,)))
        return ctx.turn(say("rating-shown"), take_back(rating)).and_then(decide(rows=(rating,)))

    @pressed(TakeWordsBack)
    async def words_back(self, ctx: Context, press: TakeWordsBack) -> Decision:
        """Take a yes back: the words go, and the team is told to take them down."""
        found = await self._ratings.find(ctx.community.key, press.rating)
        if found is None or found.leave is not Publishing.GIVEN:
            return ctx.answer(say("error-button-stale"))
        rating = withdrawn(found)
        place = ctx.scene.directory.place("managers") or ctx.scene.directory.place("staff")
        told = () if place is None else (Send(place, say("review-withdrawn", number=rating.number)),)
        return ctx.turn(say("rating-words-back")).and_then(decide(*told, rows=(rating,)))

    @command("satisfaction", rank=Rank.MANAGER)
    async def satisfaction(self, ctx: Context) -> Decision:
        """See how content members were, by category and by month."""
        found = await self._ratings.since(ctx.community.key, ctx.now - COUNTED)
        return ctx.answer(summary(found, ctx.community.zone) if found else say("satisfaction-none"))

    @command("reviews", rank=Rank.MANAGER)
    async def reviews(self, ctx: Context, remove: Annotated[int, Between(1, 10**12)] | None = None) -> Decision:
        """Read words of members that may be shown to others, or take one off because its author asks."""
        if remove is not None:
            return await self._removed(ctx, remove)
        found = await self._ratings.reviews(ctx.community.key)
        shown = lines(*(review(one, ctx.community.zone) for one in found))
        return ctx.answer(shown if found else say("review-none"))

    async def _removed(self, ctx: Context, number: int) -> Decision:
        found = await self._ratings.find(ctx.community.key, number)
        if found is None or found.leave is not Publishing.GIVEN:
            return ctx.answer(say("review-unknown", number=number))
        line = Audit(ctx.actor.user, "reviews", f"review {number} removed", ctx.now, ctx.actor.name)
        return decide(ctx.say(say("review-withdrawn", number=number)), rows=(withdrawn(found), line))
