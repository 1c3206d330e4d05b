"""A post on its way: written, agreed to where that is asked for, scheduled, out. Every move is a pure function.

Agreement is for exactly what was read: its mark stands for words, places and times, and whatever changes one of them
has to be agreed to again. So nothing that was not agreed to can go out, whoever forgets what.
"""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from bot.core.people import Member
from bot.core.posts import Approval, Listed, Missed, Post, PostState
from bot.core.record import Timer, TimerOff
from bot.core.text import Moment, Say, say
from bot.domain.calendar.recurrence import Recurrence, following_one, moment

ALONE_AFTER = timedelta(minutes=10)
"""How long somebody without colleagues has to think before she agrees with herself."""
GRACE = timedelta(minutes=10)
"""So late is still on time: a restart takes seconds, an outage of a messenger minutes."""
DUE = "post-due"
"""The kind of timer that sends a post on its way."""
CONFIG = "config "
"""The source of a post that stands in the config begins so."""
OVER = frozenset({PostState.PUBLISHED, PostState.FAILED, PostState.WITHDRAWN})


def mark(post: Post) -> str:
    """What an approval is for: words, places and times."""
    words = sorted((one.language, one.platform, one.text) for one in post.wordings)
    once = "" if post.rule or post.at is None else post.at.isoformat()
    return hashlib.sha256(repr((words, post.roles, post.rule, post.start, once)).encode()).hexdigest()[:32]


def is_of_config(post: Post) -> bool:
    """Whether it says what stands in the config: its words, places and times are changed there and nowhere else."""
    return post.source.startswith(CONFIG)


def is_agreed(post: Post) -> bool:
    """Has somebody agreed to it as it stands? What managers wrote into the config is agreed to by that."""
    return is_of_config(post) or (post.approval is not None and post.approval.mark == mark(post))


def may_go_out(post: Post, *, needs_approval: bool) -> bool:
    """The one question before anything is published."""
    return post.state is PostState.SCHEDULED and (is_agreed(post) or not needs_approval)


def changed(post: Post, *, needs_approval: bool) -> Post:
    """After a change: what is no longer agreed to goes back to the drafts, or stays where nobody has to agree."""
    if post.state in OVER or is_agreed(post) or (not needs_approval and post.state is PostState.SCHEDULED):
        return post
    return replace(post, state=PostState.DRAFT, approval=None, submitted_at=None)


def submitted(post: Post, now: datetime) -> Post:
    """It waits for somebody to agree."""
    return replace(post, state=PostState.REVIEW, submitted_at=now)


def objection(post: Post, colleagues: int, now: datetime, *, same: bool) -> Say | None:
    """Why this person cannot agree; None when she can. ``same``: she wrote it; ``colleagues``: how many others."""
    if not same:
        return None
    if colleagues:
        return say("post-own")
    until = (post.submitted_at or now) + ALONE_AFTER
    return say("post-wait", until=Moment(until)) if now < until else None


def agreed(post: Post, by: Member, now: datetime, *, alone: bool) -> Post:
    """Somebody agreed; with a time it is scheduled."""
    state = PostState.APPROVED if post.at is None else PostState.SCHEDULED
    return replace(post, state=state, approval=Approval(by.user, by.name, now, mark(post), alone))


def timed(post: Post, at: datetime) -> Post:
    """It goes out once, then."""
    return replace(post, at=at, rule="", start="")


def repeated(post: Post, recurrence: Recurrence, zone: tzinfo, now: datetime) -> Post | None:
    """It comes again by this rule; None when the rule has no moment left."""
    at = following_one(recurrence, zone, now)
    if at is None:
        return None
    return replace(post, at=at, rule=recurrence.rule, start=recurrence.start.isoformat())


def recurrence_of(post: Post | Listed) -> Recurrence | None:
    """How it comes again, if it does."""
    return Recurrence(post.rule, datetime.fromisoformat(post.start)) if post.rule else None


def is_by_clock(post: Post, zone: tzinfo) -> bool:
    """Whether its next time is the one that this zone's clocks show at the hour of its repetition."""
    recurrence = recurrence_of(post)
    if recurrence is None or post.at is None:
        return True
    day = post.at.astimezone(zone).date()
    return moment(datetime.combine(day, recurrence.start.time()), zone) == post.at


def moved_on(post: Post, zone: tzinfo, now: datetime) -> Post:
    """It went out, or was left out: the next time, or it is over. Times that passed meanwhile are left out too."""
    recurrence = recurrence_of(post)
    after = max(now, post.at or now)
    at = None if recurrence is None else following_one(recurrence, zone, after)
    if at is None:
        return replace(post, state=PostState.PUBLISHED)
    return replace(post, at=at, state=PostState.SCHEDULED)


def when_missed(post: Post, now: datetime) -> Missed | None:
    """What becomes of it when it is late; None while it is on time."""
    return None if post.at is None or now - post.at <= GRACE else post.missed


def timer_of(post: Post, now: datetime | None = None) -> Timer | TimerOff:
    """What wakes the bot for it, or no longer does; whose time was over ``now`` waited for people, and is not late."""
    if post.state is not PostState.SCHEDULED or post.at is None:
        return TimerOff(DUE, post.subject)
    waited = {"since": post.at} if now is not None and post.at <= now else {}
    return Timer(DUE, post.subject, post.at, {"number": post.number, "at": post.at, **waited})


def withdrawn(post: Post) -> Post:
    """It does not go out, or no more."""
    return replace(post, state=PostState.WITHDRAWN, approval=None)
