"""The calendar as a file for other programs, iCalendar or CSV, and posts from such files."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any, cast

from icalendar import Event

from bot.core.ical import event, events_in, name_of, put, text_of
from bot.core.moments import NoMoment, refused
from bot.core.posts import Post, PostState, Wording
from bot.core.sheets import rows_of, sheet
from bot.core.text import Say, say
from bot.domain.calendar.body import unreadable
from bot.domain.calendar.post import recurrence_of, repeated, timed
from bot.domain.calendar.recurrence import NoRule, Recurrence, begins, moment

MOST_POSTS, MOST_CHARACTERS = 2000, 1_000_000
MORNING = time(9)
"""When a day without a time is meant."""
_HOUR = re.compile(r"T(\d):")
"""As people write nine o'clock."""
_COLUMNS = ("number", "title", "state", "at", "repeat", "where", "language", "messenger", "text", "about", "owner")
_WORDS, _MESSENGER, _OWNER = "X-TOWNKEEPER-WORDS", "X-MESSENGER", "X-TOWNKEEPER-OWNER"
_STATUS = {PostState.DRAFT: "TENTATIVE", PostState.REVIEW: "TENTATIVE", PostState.WITHDRAWN: "CANCELLED"}


class NotTaken(ValueError):  # noqa: N818  # it reads as what happened
    """Nothing can be made of it; ``why`` is for people."""

    def __init__(self, why: Say) -> None:
        super().__init__(why.key)
        self.why = why


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be taken from a file: which entry of it, and why."""

    number: int
    title: str
    why: Say


def as_ical(posts: Iterable[Post], community: str, zone: tzinfo, now: datetime) -> str:
    """Write posts that have a time as events; repetitions stay repetitions."""
    events = (_event(post, post.at, community, zone, now) for post in posts if post.at is not None)
    return text_of(events, "Content calendar")


def as_csv(posts: Iterable[Post], zone: tzinfo) -> str:
    """Write posts as a table, one row for each wording; times by the community's clock."""
    return sheet([_COLUMNS, *(row for post in posts for row in _rows(post, zone))])


def read(name: str, text: str, base: Post, zone: tzinfo, now: datetime) -> tuple[list[Post], list[Skipped]]:
    """Read drafts from a file, which is iCalendar or CSV by its name or its first line.

    Each is ``base`` with what the file says, its number 0 and its ``source`` the entry's own name there, so that the
    same file twice is the same posts. Raises NotTaken for what is no such file.
    """
    if len(text) > MOST_CHARACTERS:
        raise NotTaken(say("post-file-long", most=MOST_CHARACTERS))
    is_ical = name.lower().endswith(".ics") or text.lstrip("\ufeff").startswith("BEGIN:VCALENDAR")
    found, skipped = list[Post](), list[Skipped]()
    for number, (title, entry) in enumerate(_events(text) if is_ical else _tables(text), 1):
        if number > MOST_POSTS:
            raise NotTaken(say("post-file-many", most=MOST_POSTS))
        try:
            match entry:
                case Event():
                    found.append(_from_event(entry, base, zone, now))
                case _:
                    found.append(_from_rows(entry, base, zone, now))
        except NotTaken as fault:
            skipped.append(Skipped(number, title, fault.why))
        except (ValueError, OverflowError):
            skipped.append(Skipped(number, title, say("post-file-strange")))
    return found, skipped


# ---- iCalendar


def _event(post: Post, at: datetime, community: str, zone: tzinfo, now: datetime) -> Event:
    recurrence = recurrence_of(post)
    first, *others = post.wordings or (Wording(""),)
    made = event(
        {
            "uid": f"post-{post.number}@{community}.townkeeper",
            "dtstamp": now.astimezone(UTC),
            "dtstart": at.astimezone(zone) if recurrence is None else begins(recurrence).replace(tzinfo=zone),
            "rrule": "" if recurrence is None else _parts(recurrence.rule),
            "summary": post.title,
            "status": _STATUS.get(post.state, "CONFIRMED"),
            "location": ", ".join(post.roles),
            "categories": post.pillar,
            _OWNER: post.owner,
            "description": first.text,
        }
    )
    for one in others:
        put(made, _WORDS, one.text, {"LANGUAGE": one.language or "und", _MESSENGER: one.platform or "all"})
    return made


def _parts(rule: str) -> dict[str, list[str]]:
    return {name: value.split(",") for name, _, value in (part.partition("=") for part in rule.split(";"))}


def _events(text: str) -> Iterator[tuple[str, Event | list[dict[str, str]]]]:
    try:
        events = events_in(text)
    except ValueError:
        raise NotTaken(say("post-file-no-calendar")) from None
    for one in events:
        yield str(one.get("SUMMARY", ""))[:80], one


def _from_event(entry: Event, base: Post, zone: tzinfo, now: datetime) -> Post:
    title, text = str(entry.get("SUMMARY", "")).strip(), str(entry.get("DESCRIPTION", "")).strip()
    started = entry.decoded("DTSTART", None)
    local = _local(started, zone)
    rule = entry.get("RRULE")
    more: object = entry.get(_WORDS, [])
    worded = cast("Sequence[Any]", more) if isinstance(more, list) else (more,)
    post = replace(
        base,
        title=title[:80] or text[:40],
        wordings=(Wording(text or title), *map(_worded, worded)),
        roles=_roles(str(entry.get("LOCATION", "")), base),
        owner=str(entry.get(_OWNER, "")),
        source=f"file {name_of(entry)}"[:200],
    )
    _demand(post)
    return _placed(post, local, "" if rule is None else rule.to_ical().decode(), zone, now)


def _worded(one: Any) -> Wording:  # noqa: ANN401  # the library has many kinds of text
    language, platform = str(one.params.get("LANGUAGE", "und")), str(one.params.get(_MESSENGER, "all"))
    return _for(str(one), "" if language == "und" else language, "" if platform == "all" else platform)


def _local(started: object, zone: tzinfo) -> datetime | None:
    match started:
        case datetime():
            return started if started.tzinfo is None else started.astimezone(zone).replace(tzinfo=None, fold=0)
        case date():
            return datetime.combine(started, MORNING)
        case _:
            return None


# ---- CSV


def _rows(post: Post, zone: tzinfo) -> Iterator[Sequence[object]]:
    at = "" if post.at is None else f"{post.at.astimezone(zone):%Y-%m-%d %H:%M}"
    again = f"{post.rule} from {post.start[:16]}" if post.rule else ""
    for one in post.wordings:
        place = ", ".join(post.roles)
        yield (
            post.number, post.title, post.state.value, at, again, place, one.language, one.platform, one.text,
            post.pillar, post.owner,
        )  # fmt: skip


def _tables(text: str) -> Iterator[tuple[str, Event | list[dict[str, str]]]]:
    """Gather the rows of one post: those with the same number, or without any the same title."""
    gathered: dict[str, list[dict[str, str]]] = {}
    try:
        rows = tuple(rows_of(text))
    except ValueError:
        raise NotTaken(say("post-file-no-table")) from None
    for row in rows:
        if not {"title", "text"} <= row.keys():
            raise NotTaken(say("post-file-columns", columns=", ".join(_COLUMNS)))
        gathered.setdefault(row.get("number") or row["title"], []).append(row)
    if not gathered:
        raise NotTaken(say("post-file-none"))
    for of_one in gathered.values():
        yield of_one[0]["title"][:80], of_one


def _from_rows(rows: Sequence[Mapping[str, str]], base: Post, zone: tzinfo, now: datetime) -> Post:
    first = rows[0]
    words = tuple(_for(row["text"], row.get("language", ""), row.get("messenger", "")) for row in rows)
    post = replace(
        base,
        title=first["title"].strip()[:80],
        wordings=words,
        roles=_roles(first.get("where", ""), base),
        pillar=first.get("about", ""),
        owner=first.get("owner", ""),
        source=f"file {first.get('number') or first['title']}"[:200],
    )
    _demand(post)
    rule, _, start = first.get("repeat", "").partition(" from ")
    written = start or first.get("at", "")
    return _placed(post, _local(_written(written), zone), rule, zone, now)


def _written(at: str) -> datetime | None:
    try:
        return datetime.fromisoformat(_HOUR.sub(r"T0\1:", at.replace(" ", "T", 1))) if at else None
    except ValueError:
        raise NotTaken(say("post-file-time", given=at[:60])) from None


# ---- both


def _roles(written: str, base: Post) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in written.replace(",", " ").split() if part)) or base.roles


def _for(text: str, language: str, messenger: str) -> Wording:
    return Wording(text.strip(), language.strip().lower(), messenger.strip().lower())


def _demand(post: Post) -> None:
    if not post.title or not post.wordings[0].text:
        raise NotTaken(say("post-empty"))
    if why := next(filter(None, map(unreadable, post.wordings)), None):
        raise NotTaken(why)


def _placed(post: Post, local: datetime | None, rule: str, zone: tzinfo, now: datetime) -> Post:
    """Give it its time; what is over already stays a draft without one."""
    if local is None:
        return post
    if rule:
        return _repeated(post, rule, local, zone, now)
    at = moment(local, zone)
    if at.astimezone(zone).replace(tzinfo=None, fold=0) != local:
        raise NotTaken(refused(NoMoment.SKIPPED, f"{local:%Y-%m-%d %H:%M}"))
    return timed(post, at) if at > now else post


def _repeated(post: Post, rule: str, local: datetime, zone: tzinfo, now: datetime) -> Post:
    try:
        again = repeated(post, Recurrence(rule, local), zone, now)
    except NoRule:
        raise NotTaken(say("post-file-rule", given=rule[:60])) from None
    if again is None:
        raise NotTaken(say("post-never", given=rule[:60]))
    return again
