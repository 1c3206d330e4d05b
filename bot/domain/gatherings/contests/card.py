"""A contest as people see it: its card in every state, what was brought, and their buttons."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import assert_never

from bot.core.contests import Contest, ContestState, JudgedBy, Submission, SubmissionState
from bot.core.giveaways import Prized
from bot.core.ids import Place, UserRef
from bot.core.people import Rank
from bot.core.text import Body, Bold, Mention, Moment, Rich, Say, Span, lines, say
from bot.core.ui import Button, Rows, Tone
from bot.domain.gatherings.conditions import needs
from bot.domain.gatherings.contests.presses import (
    BringSubmission,
    ClaimPlace,
    ManageContest,
    MySubmissions,
    OpenJudging,
    VoteForSubmission,
)

LASTS = timedelta(days=300)
"""Longer than any contest and its claims, so that a press that comes too late is told so."""
LISTED = 10
"""So many places of the result stand on a card."""

Brought = Mapping[int, Submission]
"""What was brought, by number, as far as it is still known."""


def card(contest: Contest, brought: Brought) -> Body:
    """How it stands, for everybody."""
    match contest.state:
        case ContestState.OPEN:
            return _open(contest, _alive(brought))
        case ContestState.JUDGING:
            return _judging(contest, _in(brought))
        case ContestState.CLOSED:
            return lines(_title(contest), *result(contest, brought))
        case ContestState.CANCELLED:
            return lines(_title(contest), say("contest-cancelled", number=contest.number))
    assert_never(contest.state)


def rows(contest: Contest, place: Place) -> Rows:
    """The buttons of the card in this place; their tokens stay the same for as long as it lives."""
    mine = _button("mine", MySubmissions(contest.number), contest, place, private=True)
    match contest.state:
        case ContestState.OPEN:
            return ((_button("bring", BringSubmission(contest.number), contest, place, private=True), mine),)
        case ContestState.JUDGING if contest.judged_by is JudgedBy.JURY:
            return ((judge_button(contest, place), mine),)
        case ContestState.JUDGING:
            return ((mine,),)
        case ContestState.CLOSED if any(not one.claimed for one in contest.won):
            return ((claim_button(contest, place),),)
        case _:
            return ()


def result(contest: Contest, brought: Brought) -> Sequence[Body]:
    """Who has won, and how everything was placed."""
    if not contest.standing:
        return (say("contest-nobody"),)
    said: list[Body | None] = [
        say("giveaway-winners", count=len(contest.won)) if contest.won else say("contest-none-fit"),
        *(_winner(contest, number, one, brought) for number, one in enumerate(contest.won, 1)),
        say("contest-passed-over", count=len(contest.passed)) if contest.passed else None,
        say("contest-standing"),
        *(_place(contest, number, brought) for number in range(min(len(contest.standing), LISTED))),
    ]
    return tuple(line for line in said if line is not None)


def entry(contest: Contest, submission: Submission | None, votes: int) -> Body:
    """One submission, for everybody."""
    if submission is None or submission.state is not SubmissionState.IN:
        return say("contest-entry-gone")
    shown = contest.judged_by is JudgedBy.VOTES and (contest.state is ContestState.CLOSED or not contest.hidden)
    return lines(shown_entry(submission), say("contest-votes", count=votes) if shown else None)


def shown_entry(submission: Submission) -> Body:
    """What it is and whose, with all that can be said of it in words."""
    return lines(
        say("contest-entry", entry=submission.number, who=submission.by_name),
        Rich((submission.text,)) if submission.text else None,
        Rich((submission.link,)) if submission.link else None,
    )


def entry_rows(contest: Contest, submission: Submission | None, place: Place) -> Rows:
    """The vote button, while votes count."""
    if submission is None or submission.state is not SubmissionState.IN or not votable(contest):
        return ()
    press = VoteForSubmission(contest.number, submission.number)
    return ((_button("vote", press, contest, place, f" {submission.number}", tone=Tone.GOOD),),)


def votable(contest: Contest) -> bool:
    """Whether people vote on it now."""
    return contest.state is ContestState.JUDGING and contest.judged_by is JudgedBy.VOTES


def claim_button(contest: Contest, place: Place | None) -> Button:
    """For the winner, wherever she presses it."""
    return _button("claim", ClaimPlace(contest.number), contest, place, tone=Tone.GOOD)


def judge_button(contest: Contest, place: Place | None) -> Button:
    """For the jury: what there is to judge, in private."""
    return _button("judge", OpenJudging(contest.number), contest, place, private=True)


def manage_rows(contest: Contest) -> Rows:
    """What staff can do with it."""
    runs = contest.state in {ContestState.OPEN, ContestState.JUDGING}
    ways = ("csv", "cancel") if runs else ("csv",)
    return (
        tuple(
            Button(say(f"button-contest-{way}"), ManageContest(contest.number, way), rank=Rank.HELPER) for way in ways
        ),
    )


def people(won: Sequence[Prized], brought: Brought) -> tuple[Span, ...]:
    """Winners by name."""
    spans: list[Span] = []
    for one in won:
        spans += [", "] if spans else []
        spans.append(_who(int(one.code), brought))
    return tuple(spans)


def owners(contest: Contest, brought: Brought) -> Mapping[str, UserRef]:
    """Whose the submissions are that won."""
    return {one.code: brought[int(one.code)].by for one in contest.won if int(one.code) in brought}


def _open(contest: Contest, many: int) -> Body:
    asked = tuple(needs(contest.conditions))
    return lines(
        _title(contest),
        say("contest-bring", what=contest.bring) if contest.bring else None,
        _prizes(contest),
        say("contest-card", number=contest.number, at=Moment(contest.closes_at)),
        say(f"contest-judged-{contest.judged_by}", until=Moment(contest.judged_until)),
        say("contest-most", count=contest.most),
        say("giveaway-needs") if asked else None,
        *asked,
        say("contest-brought", count=many),
        say("contest-how"),
    )


def _judging(contest: Contest, many: int) -> Body:
    return lines(
        _title(contest),
        _prizes(contest),
        say("contest-frozen", number=contest.number, count=many),
        say(f"contest-{contest.judged_by}-until", until=Moment(contest.judged_until)),
        say("contest-hidden") if votable(contest) and contest.hidden else None,
    )


def _title(contest: Contest) -> Body:
    return Rich((Bold(contest.title),))


def _prizes(contest: Contest) -> Body:
    if contest.prizes:
        return say("contest-prizes", count=contest.winners, prizes=contest.prizes)
    return say("contest-places", count=contest.winners)


def _winner(contest: Contest, number: int, one: Prized, brought: Brought) -> Body:
    found = int(one.code)
    return say("contest-winner", place=number, who=_who(found, brought), entry=found, score=_score(contest, found))


def _place(contest: Contest, index: int, brought: Brought) -> Body:
    stood = contest.standing[index]
    who = brought[stood.submission].by_name if stood.submission in brought else "?"
    score = _score(contest, stood.submission)
    return say("contest-place", place=index + 1, entry=stood.submission, who=who, score=score)


def _score(contest: Contest, submission: int) -> Say:
    stood = next(one for one in contest.standing if one.submission == submission)
    if contest.judged_by is JudgedBy.VOTES:
        return say("contest-votes", count=stood.ballots)
    return say("contest-points", score=stood.score, count=stood.ballots)


def _who(number: int, brought: Brought) -> Span:
    found = brought.get(number)
    return Mention(found.by, found.by_name) if found is not None else f"#{number}"


def _alive(brought: Brought) -> int:
    return sum(one.state in {SubmissionState.WAITING, SubmissionState.IN} for one in brought.values())


def _in(brought: Brought) -> int:
    return sum(one.state is SubmissionState.IN for one in brought.values())


def _button(
    what: str,
    press: BringSubmission | MySubmissions | VoteForSubmission | OpenJudging | ClaimPlace,
    contest: Contest,
    place: Place | None,
    more: str = "",
    *,
    private: bool = False,
    tone: Tone = Tone.PLAIN,
) -> Button:
    space = None if place is None else place.space
    return Button(
        say(f"button-contest-{what}"),
        press,
        tone,
        rank=Rank.MEMBER if space is not None else Rank.GUEST,
        space=space,
        private=private,
        lasts=LASTS,
        name=f"{contest.subject} {what}{more} {space}" if space is not None else "",
    )
