"""Posts are written, read by a second pair of eyes where that is asked for, and sent on their way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar, Self

from bot.core.commands import command
from bot.core.decisions import Decision, decide
from bot.core.people import Rank
from bot.core.posts import Post, PostState, Wording
from bot.core.record import Timer
from bot.core.text import Body, lines, say, visible
from bot.core.ui import Button, Form
from bot.domain.calendar import desk
from bot.domain.calendar import post as moves
from bot.domain.calendar.body import LONGEST_TEXT, unreadable
from bot.domain.calendar.copies import stands
from bot.domain.calendar.desk import WordPost, WorkPost, WritePost
from bot.domain.calendar.mix import Breach, refuses
from bot.domain.calendar.mix import Planned as Mixed
from bot.domain.calendar.overview import dues
from bot.domain.calendar.style import Slip, lint
from bot.domain.calendar.timing import schedulable, timed_as, upcoming
from bot.runtime.cog import Cog, filled, pressed
from bot.runtime.colleagues import colleagues
from bot.runtime.context import Context
from bot.runtime.directory import LOBBY
from bot.runtime.fairness import Fairness
from bot.runtime.posts import Posts
from bot.runtime.services import Members, Services

_MOVES: Mapping[str, Callable[[Post, datetime], Post]] = {
    "submit": moves.submitted,
    "back": lambda post, _: replace(post, state=PostState.DRAFT),
    "schedule": lambda post, _: replace(post, state=PostState.SCHEDULED),
    "withdraw": lambda post, _: moves.withdrawn(post),
}
"""What a button does to a post and to nothing else."""


class PostDesk(Cog):
    """Decides what may go out; ``publishing`` brings it there."""

    name: ClassVar[str] = "posts"

    def __init__(self, posts: Posts, fair: Fairness, members: Members) -> None:
        self._posts = posts
        self._fair = fair
        self._members = members

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.posts, services.fairness, services.members)

    @command("post new", rank=Rank.MODERATOR, asks=True)
    async def new(self, ctx: Context) -> Decision:
        """WritePost a post for the calendar."""
        return ctx.ask(self._form(ctx, None))

    @command("post show", rank=Rank.MODERATOR)
    async def show(self, ctx: Context, number: int) -> Decision:
        """Show a post, with what can be done about it."""
        found = await self._posts.find(ctx.community.key, number)
        if found is None:
            return ctx.answer(say("post-none", number=number))
        return await self._card(ctx, found)

    @command("post drafts", rank=Rank.MODERATOR)
    async def drafts(self, ctx: Context) -> Decision:
        """List what is not on its way yet: drafts, and what waits for somebody to agree."""
        found: list[Post] = []
        for state in (PostState.REVIEW, PostState.MISSED, PostState.DRAFT, PostState.APPROVED, PostState.FAILED):
            found += await self._posts.in_state(ctx.community.key, state, 10)
        if not found:
            return ctx.answer(say("post-no-drafts"))
        listed = (say("post-line", number=p.number, title=p.title, state=say(f"post-state-{p.state}")) for p in found)
        return ctx.answer(lines(*listed))

    @filled(WritePost)
    async def written(self, ctx: Context, press: WritePost, values: Mapping[str, str]) -> Decision:
        """Take a post as it was written; what cannot be read is asked for again, with everything that was typed."""
        known = await self._posts.find(ctx.community.key, press.post) if press.post else None
        read = self._read(ctx, known or _empty(ctx), values)
        if not isinstance(read, Post):
            return ctx.ask_again(read, self._form(ctx, known), values)
        if known is None:
            read = replace(read, number=await self._posts.next_number(ctx.community.key))
        return await self._kept(ctx, known, read)

    @filled(WordPost)
    async def worded(self, ctx: Context, press: WordPost, values: Mapping[str, str]) -> Decision:
        """Take what it says in one language, or on one messenger; no words take them back."""
        known = await self._posts.find(ctx.community.key, press.post)
        if known is None:
            return ctx.answer(say("error-button-stale"))
        language, platform = (values.get(name, "").strip().lower() for name in ("language", "messenger"))
        if (why := unreadable(Wording("", language, platform))) is not None:
            return ctx.ask_again(why, desk.word_form(_submit(ctx, press)), values)
        text = values.get("text", "").strip()
        others = tuple(one for one in known.wordings if (one.language, one.platform) != (language, platform))
        new = (Wording(text[:LONGEST_TEXT], language, platform),) if text else ()
        both = (*new, *others) if not (language or platform) else (*others, *new)
        if not both or len(both) > desk.MOST_WORDINGS:
            return ctx.answer(say("post-word-empty"))
        return await self._kept(ctx, known, replace(known, wordings=both))

    @pressed(WorkPost)
    async def work(self, ctx: Context, press: WorkPost) -> Decision:
        """Do what the button says; a card that is out of date is shown anew instead."""
        found = await self._posts.find(ctx.community.key, press.post)
        if found is None:
            return ctx.answer(say("error-button-stale"))
        if press.how == "show" or found.version != press.version:
            return await self._card(ctx, found)
        ahead = upcoming(found, ctx.community.zone, ctx.now)
        if press.how == "schedule" and (why := schedulable(ahead, ctx.now)) is not None:
            return ctx.answer(why)
        if press.how in _MOVES:
            return await self._moved(ctx, _MOVES[press.how](ahead, ctx.now))
        if press.how == "approve":
            return await self._approve(ctx, ahead)
        forms = {"change": self._form(ctx, found), "word": desk.word_form(_submit(ctx, WordPost(found.number)))}
        return ctx.ask(forms[press.how]) if press.how in forms else self._at_once(ctx, found, press.how)

    # ---- what may happen

    async def _approve(self, ctx: Context, post: Post) -> Decision:
        lobby = ctx.scene.directory.place(LOBBY, ctx.place.platform) or ctx.place
        accounts = await self._fair.links.accounts(ctx.community.key, ctx.actor.user)
        same = post.by in accounts
        space = ctx.space or lobby.space
        others = () if space is None else await colleagues(
            ctx.scene, self._fair, self._members, space, ctx.actor.user
        )  # fmt: skip
        why = moves.objection(post, len(others), ctx.now, same=same)
        if why is not None:
            return ctx.answer(why)
        remarks = (*desk.slips_told(_slips(ctx, post)), *desk.breaches_told(await self._unfit(ctx, post)))
        if remarks:
            return ctx.answer(lines(say("post-not-yet"), *remarks))
        agreed = moves.agreed(post, ctx.actor, ctx.now, alone=same)
        copies = await self._posts.copies(ctx.community.key, post.number)
        if any(stands(one) and one.run == post.at for one in copies):
            return await self._changed_everywhere(ctx, replace(agreed, state=PostState.PUBLISHED))
        return await self._moved(ctx, agreed)

    def _at_once(self, ctx: Context, post: Post, how: str) -> Decision:
        """Publish, skip, try again, remove: ``publishing`` does it when its timer fires, which is at once."""
        if how == "publish" and ctx.community.calendar.approval and not moves.is_agreed(post):
            return ctx.answer(say("post-not-agreed"))
        at_once = Timer("post-now", post.subject, ctx.now, {"number": post.number, "how": how, "by": ctx.actor.user})
        return decide(ctx.say(say(f"post-{how}-begun", number=post.number)), rows=(at_once,))

    async def _kept(self, ctx: Context, before: Post | None, post: Post) -> Decision:
        if moves.is_of_config(post):  # its words are agreed to by standing there, and so nowhere else
            return ctx.answer(say("post-of-config"))
        needed = ctx.community.calendar.approval
        after = moves.changed(post, needs_approval=needed)
        if before is None or before.state not in {PostState.PUBLISHED, PostState.FAILED}:
            return await self._moved(ctx, after)
        # With another time it goes out once more; otherwise what it says is changed where it stands.
        is_new = (post.at, post.rule, post.start) != (before.at, before.rule, before.start)
        if is_new or (needed and not moves.is_agreed(after)):
            return await self._moved(ctx, replace(after, state=PostState.DRAFT, approval=None))
        return await (self._moved(ctx, after) if needed else self._changed_everywhere(ctx, after))

    async def _changed_everywhere(self, ctx: Context, post: Post) -> Decision:
        """What stands in its places says from now on what the post says."""
        edit = {"number": post.number, "how": "rewrite", "by": ctx.actor.user}
        return (await self._moved(ctx, post)).and_then(decide(rows=(Timer("post-now", post.subject, ctx.now, edit),)))

    async def _moved(self, ctx: Context, post: Post) -> Decision:
        after = replace(post, version=post.version + 1)
        shown = await self._card(ctx, after)
        return Decision(rows=(post, moves.timer_of(post, ctx.now))).and_then(shown)

    # ---- what is shown

    async def _card(self, ctx: Context, post: Post) -> Decision:
        copies = await self._posts.copies(ctx.community.key, post.number)
        remarks = desk.slips_told(_slips(ctx, post)) if post.state not in moves.OVER else ()
        body = desk.card(post, copies, remarks)
        buttons = desk.rows(post, copies, needs_approval=ctx.community.calendar.approval)
        return ctx.turn(body, buttons)

    def _form(self, ctx: Context, post: Post | None) -> Form:
        return desk.write_form(post, _submit(ctx, WritePost(0 if post is None else post.number)))

    # ---- what was typed

    def _read(self, ctx: Context, known: Post, values: Mapping[str, str]) -> Post | Body:
        title, text = (visible(values.get(name, "")).strip() for name in ("title", "text"))
        if not title or not text:
            return say("post-empty")
        roles = tuple(dict.fromkeys(part for part in values.get("where", "").replace(",", " ").split() if part))
        wanted = roles or (LOBBY,)
        if unknown := next((role for role in wanted if ctx.scene.directory.place(role) is None), None):
            known_roles = sorted({role for role, _ in ctx.scene.directory.pins})
            return say("post-no-place", place=unknown[:40], places=", ".join(known_roles))
        about, _, owner = (part.strip() for part in values.get("about", "").partition(","))
        words = (Wording(text[:LONGEST_TEXT]), *known.wordings[1:])
        new = replace(known, title=title[: desk.LONGEST_TITLE], wordings=words, roles=wanted, pillar=about, owner=owner)
        return timed_as(new, " ".join(values.get("when", "").split()), ctx.now, ctx.community.zone)

    async def _unfit(self, ctx: Context, post: Post) -> Sequence[Breach]:
        mix, zone = ctx.community.mix, ctx.community.zone
        if post.at is None:
            return refuses(mix, Mixed(str(post.number), ctx.now, post.pillar, post.owner), ())
        since, until = post.at - mix.over, post.at + mix.over
        key = ctx.community.key
        found = dues(await self._posts.within(key, since, until), await self._posts.recurring(key), zone, since, until)
        planned = [
            Mixed(str(due.post.number), due.at, due.post.pillar, due.post.owner)
            for due in found
            if due.post.state in {PostState.SCHEDULED, PostState.PUBLISHED} and due.post.number != post.number
        ]
        return refuses(mix, Mixed(str(post.number), post.at, post.pillar, post.owner), planned)


def _empty(ctx: Context) -> Post:
    plan = ctx.community.calendar
    return Post(0, "", ctx.actor.user, ctx.actor.name, (), (), missed=plan.missed)


def _submit(ctx: Context, press: WritePost | WordPost) -> Button:
    return Button(say("button-send"), press, rank=Rank.MODERATOR, only=ctx.actor.user)


def _slips(ctx: Context, post: Post) -> list[tuple[str, Slip]]:
    own, guide = ctx.community.language, ctx.community.style
    found = ((one.language or own, one.text) for one in post.wordings)
    return [(language, slip) for language, text in found for slip in lint(text, language, guide)]
