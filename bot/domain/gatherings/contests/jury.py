"""What somebody of the jury sees, in private: one submission after the other, with points from 1 to 10."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.contests import Contest, Judges, Submission
from bot.core.ids import UserRef
from bot.core.people import Member
from bot.core.text import Body, Moment, Rich, lines, say
from bot.core.ui import Button, Row, Rows, Tone
from bot.domain.gatherings.contests.card import shown_entry
from bot.domain.gatherings.contests.presses import GivePoints, JudgeSubmission, SeeSubmission
from bot.domain.gatherings.contests.standing import BEST, LEAST

PER_ROW = 5
LISTED = 30
"""So many of the jury are named."""
LONGEST_NOTICE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Juror:
    """Somebody of whom is known that she may judge: how many she has given points, of how many she can."""

    account: UserRef
    name: str
    judged: int
    of: int

    @property
    def is_behind(self) -> bool:
        return self.judged < self.of


def progress(jurors: Sequence[Juror]) -> Body:
    """How far each of them is, for staff; whoever has most before her comes first."""
    if not jurors:
        return say("contest-jury-unknown")
    ahead = sorted(jurors, key=lambda one: (one.judged - one.of, one.name.casefold()))
    told = (say("contest-jury-one", who=one.name, judged=one.judged, count=one.of) for one in ahead[:LISTED])
    more = len(jurors) - LISTED
    return lines(say("contest-jury-so-far"), *told, say("contest-jury-more", count=more) if more > 0 else None)


def reminded_at(contest: Contest, begins: datetime) -> datetime:
    """When those who are behind are reminded: a day before the end, or with a third of a shorter time left."""
    return contest.judged_until - min(LONGEST_NOTICE, (contest.judged_until - begins) / 3)


@dataclass(frozen=True, slots=True)
class Page:
    """Where she is: ``at`` counts from 0 among ``those`` she can judge; ``points`` are what she has given."""

    contest: Contest
    those: Sequence[Submission]
    at: int
    points: Mapping[int, int]


def belongs(judges: Judges, who: Member, accounts: Collection[UserRef]) -> bool:
    """Whether somebody with these accounts is of the jury."""
    named = any(one in judges.accounts for one in accounts)
    ranked = judges.rank is not None and who.rank >= judges.rank
    return named or ranked or any(role in who.roles for role in judges.roles)


def page(contest: Contest, those: Sequence[Submission], points: Mapping[int, int], number: int | None) -> Page:
    """Open at this number, or at the first that she has not judged, or at the first of all."""
    numbers = [one.number for one in those]
    if number in numbers:
        return Page(contest, those, numbers.index(number), points)
    fresh = (at for at, one in enumerate(numbers) if one not in points)
    return Page(contest, those, next(fresh, 0), points)


def shown(page: Page, only: UserRef) -> tuple[Body, Rows]:
    """The page, and its buttons."""
    if not page.those:
        return say("contest-nothing-to-judge"), ()
    one = page.those[page.at]
    mine = page.points.get(one.number)
    judged = sum(each.number in page.points for each in page.those)
    body = lines(
        say("contest-jury-page", at=page.at + 1, count=len(page.those), title=page.contest.title),
        shown_entry(one),
        say("contest-file", name=one.file.shown) if one.file is not None else None,
        say("contest-your-points", points=mine) if mine is not None else say("contest-no-points"),
        say("contest-judged-all", until=Moment(page.contest.judged_until)) if judged == len(page.those) else None,
    )
    return body, (*_points(page.contest, one, mine, only), *_turns(page, one, only))


def _points(contest: Contest, one: Submission, mine: int | None, only: UserRef) -> Rows:
    buttons = [
        Button(
            Rich((str(points),)),
            GivePoints(contest.number, one.number, points),
            Tone.GOOD if points == mine else Tone.PLAIN,
            only=only,
        )
        for points in range(LEAST, BEST + 1)
    ]
    return tuple(tuple(buttons[at : at + PER_ROW]) for at in range(0, len(buttons), PER_ROW))


def _turns(page: Page, one: Submission, only: UserRef) -> tuple[Row, ...]:
    row: list[Button] = []
    if len(page.those) > 1:
        for key, step in (("back", -1), ("on", 1)):
            other = page.those[(page.at + step) % len(page.those)]
            press = JudgeSubmission(page.contest.number, other.number)
            row.append(Button(say(f"button-contest-{key}"), press, only=only))
    if one.file is not None:
        see = SeeSubmission(page.contest.number, one.number)
        row.append(Button(say("button-contest-see"), see, only=only))
    return (tuple(row),) if row else ()
