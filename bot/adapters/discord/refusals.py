"""What Discord's errors mean: a refusal that people can be told, or trouble that is worth another try.

Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes
"""

from datetime import timedelta

import aiohttp
import discord

from bot.adapters.discord.budget import BudgetSpent
from bot.adapters.discord.line import Offline
from bot.core.receipts import Refusal, Refused, Trouble

UNKNOWN_BAN = 10026
UNKNOWN_CHANNEL = 10003
UNKNOWN_MESSAGE = 10008
TOO_OLD_FOR_BULK = 50034
MISSING_PERMISSIONS = 50013

_BY_CODE = {
    50007: Refusal.UNREACHABLE,  # cannot send messages to this user
    50278: Refusal.UNREACHABLE,  # no space in common
    50001: Refusal.FORBIDDEN,
    50013: Refusal.FORBIDDEN,
    50005: Refusal.FORBIDDEN,  # somebody else's message
    50083: Refusal.FORBIDDEN,  # thread is archived
    40067: Refusal.FORBIDDEN,  # a tag is required in this forum
    200000: Refusal.FORBIDDEN,  # blocked by the town's own AutoMod
    200001: Refusal.FORBIDDEN,
    50034: Refusal.TOO_LATE,
    30046: Refusal.TOO_LATE,  # too many edits of an old message
    40060: Refusal.TOO_LATE,
    50027: Refusal.GONE,  # the interaction's token has expired
    50024: Refusal.UNSUPPORTED,
    40005: Refusal.TOO_LARGE,
}
_BY_STATUS = {404: Refusal.GONE, 413: Refusal.TOO_LARGE}

FAILURES = (
    discord.HTTPException,
    discord.RateLimited,
    discord.InteractionResponded,
    aiohttp.ClientError,
    OSError,
    ValueError,
    BudgetSpent,
)


def verdict(failure: Exception) -> Refused | Trouble:
    """Read a failed request."""
    match failure:
        case discord.RateLimited():
            return Trouble("rate limited", maybe_done=False, retry_after=timedelta(seconds=failure.retry_after))
        case BudgetSpent():
            return Trouble(str(failure), maybe_done=False, retry_after=failure.wait)
        case discord.HTTPException():
            return _http(failure)
        case discord.InteractionResponded():
            return Refused(Refusal.TOO_LATE, "the interaction was answered already")
        case aiohttp.ClientConnectorError() | Offline():
            return Trouble(_name(failure), maybe_done=False)
        case _:
            return Trouble(_name(failure), maybe_done=True)


def _http(error: discord.HTTPException) -> Refused | Trouble:
    detail = f"{error.status} {error.code}: {error.text}"[:200]
    if error.status >= 500:
        return Trouble(detail, maybe_done=True)
    if error.status == 429:
        return Trouble(detail, maybe_done=False)
    why = _BY_CODE.get(error.code) or _by_status(error.status)
    return Refused(why, detail)


def _by_status(status: int) -> Refusal:
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    return Refusal.FORBIDDEN if status in {401, 403} else Refusal.UNSUPPORTED


def _name(failure: Exception) -> str:
    # Its text may hold an address, and a webhook's address holds a token.
    return type(failure).__name__
