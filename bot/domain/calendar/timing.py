"""When a post goes out: as people typed it, and as it is once they have made up their minds."""

from dataclasses import replace
from datetime import datetime, tzinfo

from bot.core.moments import NoMoment, Planned, read_moment, refused
from bot.core.posts import Post
from bot.core.text import Moment, Say, say
from bot.domain.calendar.post import recurrence_of, repeated, timed
from bot.domain.calendar.recurrence import NoRule, following_one
from bot.domain.calendar.wording import read_repeat


def timed_as(post: Post, when: str, now: datetime, zone: tzinfo) -> Post | Say:
    """Read when it goes out: a moment, or a repetition; nothing leaves it as it is."""
    if not when:
        return post
    read = read_moment(when, now, zone)
    if isinstance(read, Planned):
        return timed(post, read.at)
    if read is not NoMoment.UNREADABLE:
        return refused(read, when)
    try:
        recurrence = read_repeat(when, now.astimezone(zone).replace(tzinfo=None))
    except NoRule:
        return say("post-when-unreadable", given=when)
    return repeated(post, recurrence, zone, now) or say("post-never", given=when)


def upcoming(post: Post, zone: tzinfo, now: datetime) -> Post:
    """Of what comes again the next time: what passed while it was written, or waited for somebody, is nobody's loss."""
    recurrence = recurrence_of(post)
    if recurrence is None or post.at is None or post.at > now:
        return post
    return replace(post, at=following_one(recurrence, zone, now) or post.at)


def schedulable(post: Post, now: datetime) -> Say | None:
    """Why it cannot be sent on its way: its time is over, and would be now."""
    return say("post-time-over", at=Moment(post.at)) if post.at is not None and post.at <= now else None
