"""What people type after /giveaway: ``prize:"A book" winners:2 until:"friday 18:00"``, in any order."""

from bot.domain.gatherings.line import Grammar, Key

GIVEAWAY = Grammar(
    Key.PRIZE,
    Key.WINNERS,
    Key.UNTIL,
    Key.MEMBER_FOR,
    Key.ACCOUNT_FOR,
    Key.RANK,
    Key.ROLE,
    Key.LINKED,
    Key.QUESTION,
    Key.ANSWER,
    Key.INVITES,
    Key.CLAIM,
    Key.EVERYWHERE,
)
"""What stands loose is the prize."""
