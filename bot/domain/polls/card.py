"""A poll as people see it: the public card while it is open, the result once it is closed, and its buttons."""

from datetime import timedelta

from bot.core.people import Rank
from bot.core.polls import Poll, PollKind, PollState
from bot.core.text import Body, Bold, Moment, Rich, Say, lines, say
from bot.core.ui import Button, Row, Rows
from bot.domain.polls.presses import ManagePoll, Unvote, Vote
from bot.domain.polls.result import Counted

BAR = 10
"""Signs of a full bar."""
ROOM = 1300
"""Characters for all options: a message of Discord has 2,000, and an edited one cannot become two."""
IN_ROWS = 4
"""Up to so many options stand one below the other."""
SPELT = 8
"""Up to so many stand on their buttons in words."""
LONGEST_LABEL = 60
PER_ROW = 5
LASTS = timedelta(days=100)
"""Longer than any poll, so that a press that comes too late is told so."""


def card(poll: Poll, counted: Counted) -> Body:
    """How it stands, for everybody."""
    shown = not poll.hidden
    options = [_option(poll, counted, number, shown=shown) for number in range(len(poll.options))]
    return lines(
        Rich((Bold(poll.question),)),
        *options,
        say(f"poll-how-{poll.kind}"),
        _people(poll, counted),
        say("poll-closes", at=Moment(poll.closes_at)),
        say("poll-hidden") if poll.hidden else None,
    )


def closed_card(poll: Poll, counted: Counted) -> Body:
    """What came of it; the same words are the picture's text."""
    options = [_option(poll, counted, number, shown=True) for number in range(len(poll.options))]
    return lines(
        Rich((Bold(poll.question),)),
        *options,
        *_run_off(poll, counted),
        outcome(poll, counted),
        _people(poll, counted) if counted.people else None,
        Rich((poll.explanation,)) if poll.explanation else None,
    )


def outcome(poll: Poll, counted: Counted) -> Say:
    """Who won, in one sentence."""
    names = ", ".join(poll.options[number] for number in counted.winners)
    if not counted.people:
        return say("poll-nobody")
    if not counted.quorate:
        return say("poll-no-quorum", count=counted.people, quorum=poll.quorum)
    if poll.kind is PollKind.QUIZ:
        right = counted.votes[poll.right or 0]
        return say("poll-right", option=names, count=right)
    return say("poll-tie", options=names) if len(counted.winners) > 1 else say("poll-winner", option=names)


def buttons(poll: Poll) -> Rows:
    """One for each option; their tokens stay the same for as long as the poll lives."""
    keys = [_key(poll, number) for number in range(len(poll.options))]
    per_row = 1 if len(keys) <= IN_ROWS else PER_ROW
    rows: list[Row] = [tuple(keys[at : at + per_row]) for at in range(0, len(keys), per_row)]
    if poll.kind in {PollKind.SEVERAL, PollKind.RANKED}:
        back = Button(
            say("button-take-back-vote"), Unvote(poll.number), rank=Rank.MEMBER, lasts=LASTS, name=f"{poll.subject} -"
        )
        rows.append((back,))
    return tuple(rows)


def manage_rows(poll: Poll, rank: Rank, only_author: bool) -> Rows:
    """What can be done with it, for staff, or for whoever asked."""
    only = poll.by if only_author else None
    how = {PollState.OPEN: ("close",), PollState.PLANNED: ("withdraw",)}.get(poll.state, ())
    ways = how if only_author else (*how, "csv", "json")
    return (
        tuple(Button(say(f"button-poll-{way}"), ManagePoll(poll.number, way), rank=rank, only=only) for way in ways),
    )


def _key(poll: Poll, number: int) -> Button:
    words = poll.options[number] if len(poll.options) <= SPELT else str(number + 1)
    label = Rich((f"{number + 1}. {words}"[:LONGEST_LABEL] if len(poll.options) <= SPELT else words,))
    return Button(label, Vote(poll.number, number), rank=Rank.MEMBER, lasts=LASTS, name=f"{poll.subject} {number}")


def _option(poll: Poll, counted: Counted, number: int, *, shown: bool) -> Rich:
    longest = max(20, ROOM // len(poll.options) - 30)
    words = poll.options[number]
    name = f"{number + 1}. {words if len(words) <= longest else words[: longest - 1] + '…'}"
    if not shown:
        return Rich((name,))
    share = min(1.0, counted.share(number))
    full = round(share * BAR)
    bar = "▓" * full + "░" * (BAR - full)
    ending = f"\n{bar} {counted.votes[number]} ({share:.0%})" if len(poll.options) <= SPELT else ""
    return Rich((name, ending or f" — {counted.votes[number]} ({share:.0%})"))


def _people(poll: Poll, counted: Counted) -> Say:
    """How many took part; over several places also how many of them may be the same person twice."""
    kind = "anonymous" if poll.anonymous else "open"
    if len({place.platform for place in poll.places}) > 1:
        return say(f"poll-people-{kind}-linked", count=counted.people, unlinked=counted.unlinked)
    return say(f"poll-people-{kind}", count=counted.people)


def _run_off(poll: Poll, counted: Counted) -> list[Say]:
    if counted.run_off is None or len(counted.run_off.rounds) < 2:
        return []
    last = counted.run_off.rounds[-1]
    final = ", ".join(f"{poll.options[number]} {many}" for number, many in last.items())
    return [say("poll-run-off", count=len(counted.run_off.rounds), votes=final)]
