"""What somebody hears who pressed at a poll: short enough for a pop-up.

Of an anonymous ballot it names nothing: what is said is kept for some days, beside who was told it.
"""

from bot.core.polls import Poll, PollKind
from bot.core.text import Body, Rich, lines, say
from bot.domain.polls.run_off import Ranking

LONGEST = 100
"""A pop-up of Telegram holds 200 signs, the sentence around it included."""


def told(poll: Poll, choice: Ranking) -> Body:
    """Say what counts now."""
    if not choice:
        return say("poll-taken-back")
    if poll.kind is PollKind.QUIZ and not (poll.anonymous or poll.hidden):
        return _quiz(poll, choice[0])
    if poll.anonymous:
        many = poll.kind in {PollKind.SEVERAL, PollKind.RANKED}
        return say("poll-counted-many", count=len(choice)) if many else say("poll-counted")
    arrow = " > " if poll.kind is PollKind.RANKED else ", "
    return say("poll-chosen", options=_cut(arrow.join(poll.options[option] for option in choice)))


def _quiz(poll: Poll, option: int) -> Body:
    if option == poll.right:
        answer = say("poll-quiz-right")
    else:
        right = poll.options[poll.right or 0]
        answer = say("poll-quiz-wrong", option=_cut(right) if not poll.explanation else right[:40])
    return lines(answer, Rich((poll.explanation[:LONGEST],)) if poll.explanation else None)


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
