"""What staff see of a submission before anybody else does, and what becomes of it."""

from bot.core.actions import Send, Whisper
from bot.core.contests import Contest, Submission
from bot.core.decisions import Decision, decide
from bot.core.ids import Place
from bot.core.people import Rank
from bot.core.text import Body, lines, say
from bot.core.ui import Button, Field, Form, Rows, Tone
from bot.domain.gatherings.contests.card import shown_entry
from bot.domain.gatherings.contests.presses import ReviewSubmission

LET_IN, REFUSE = "let-in", "refuse"
LONGEST_REASON = 200


def reviewed(contest: Contest, submission: Submission, place: Place | None) -> Decision:
    """Show it to staff, its file first; where they have no place, to whoever started the contest."""
    words, buttons = card(contest, submission), rows(submission)
    file = say("contest-entry-file", number=submission.number)
    if place is None:
        first = (Whisper(contest.by, file, enclosure=submission.file),) if submission.file is not None else ()
        return decide(*first, Whisper(contest.by, words, buttons, important=True))
    sent = (Send(place, file, enclosure=submission.file, important=True),) if submission.file is not None else ()
    return decide(*sent, Send(place, words, buttons, important=True))


def card(contest: Contest, submission: Submission) -> Body:
    """What is to be looked at."""
    return lines(say("contest-review", number=contest.number, title=contest.title), shown_entry(submission))


def rows(submission: Submission) -> Rows:
    """In, or not."""
    ways = ((LET_IN, Tone.GOOD), (REFUSE, Tone.DANGER))
    return (
        tuple(
            Button(
                say(f"button-contest-{how}"),
                ReviewSubmission(submission.contest, submission.number, how),
                tone,
                rank=Rank.MODERATOR,
            )
            for how, tone in ways
        ),
    )


def form(press: ReviewSubmission) -> Form:
    """Why not."""
    reason = Field("why", say("contest-field-why"), longest=LONGEST_REASON)
    submit = Button(say("button-send"), press, rank=Rank.MODERATOR)
    return Form(say("contest-refuse-form"), (reason,), submit)
