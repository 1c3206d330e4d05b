"""What people type after /contest: ``title:"The river" bring:"a picture" until:"friday 18:00"``, in any order."""

from bot.domain.gatherings.line import Grammar, Key

CONTEST = Grammar(
    Key.TITLE,
    Key.BRING,
    Key.PRIZE,
    Key.WINNERS,
    Key.UNTIL,
    Key.JUDGED,
    Key.JUDGING,
    Key.JURY,
    Key.LAW,
    Key.MOST,
    Key.REVIEW,
    Key.COUNTS,
    Key.MEMBER_FOR,
    Key.ACCOUNT_FOR,
    Key.RANK,
    Key.ROLE,
    Key.LINKED,
    Key.INVITES,
    Key.CLAIM,
    Key.EVERYWHERE,
)
"""What stands loose is the title."""
