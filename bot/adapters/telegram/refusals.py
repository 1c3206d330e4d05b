"""What Telegram's errors mean: a refusal a human can be told, or trouble that may pass."""

from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.adapters.telegram.transport import FloodedError, NotSentError
from bot.core.receipts import Attempt, Done, Refusal, Refused, Trouble

# Telegram names no codes, only sentences (tdlib/telegram-bot-api, Client.cpp); matched in lower case, first hit wins.
_DONE = (
    "message is not modified",
    "message to delete not found",
    "message_id_invalid",
    "poll has already been closed",
)
_MEANINGS: tuple[tuple[Refusal, tuple[str, ...]], ...] = (
    (
        Refusal.UNREACHABLE,
        (
            "can't initiate conversation",
            "blocked by the user",
            "user is deactivated",
            "bots can't send messages to bots",
        ),
    ),
    (Refusal.TOO_LATE, ("can't be deleted for everyone", "message can't be edited")),
    (
        Refusal.OUTRANKED,
        (
            "administrator of the chat",
            "can't remove chat owner",
            "can't restrict self",
            "can't ban self",
            "user_admin_invalid",
        ),
    ),
    (Refusal.TOO_LARGE, ("file is too big", "request entity too large")),
    (
        Refusal.UNSUPPORTED,
        (
            "available only for supergroups",
            "available for supergroup and channel",
            "is too long",
            "text is empty",
            "button_",
            "reply markup",
        ),
    ),
    (
        Refusal.FORBIDDEN,
        (
            "not enough rights",
            "admin_required",
            "need administrator rights",
            "no rights to send",
            "write_forbidden",
            "topic_closed",
            "chat_restricted",
            "message can't be deleted",
            "_forbidden",
            "method is available",
        ),
    ),
    (
        Refusal.GONE,
        (
            "not found",
            "invalid file_id",
            "wrong file_id",
            "wrong file identifier",
            "query is too old",
            "participant_id_invalid",
            "not_participant",
            "topic_deleted",
            "_invalid",
            "invalid user_id",
        ),
    ),
)


def attempt_of(error: TelegramError) -> Attempt:
    """Judge one error of a call that was made once."""
    text = error.message.lower()
    match error:
        case FloodedError(seconds=seconds):
            return Trouble(error.message, maybe_done=False, retry_after=timedelta(seconds=seconds))
        case NotSentError() | ChatMigrated():
            return Trouble(error.message, maybe_done=False)
        case BadRequest() if any(part in text for part in _DONE):
            return Done()
        case BadRequest() | Forbidden():
            return Refused(_meaning(text, isinstance(error, Forbidden)), error.message)
        case InvalidToken():
            return Trouble("Telegram does not accept the token", maybe_done=False)
        case _:
            return Trouble(error.message, maybe_done=True)


def is_about_entities(error: TelegramError) -> bool:
    """Tell whether the same text without its formatting would have been taken."""
    text = error.message.lower()
    return isinstance(error, BadRequest) and ("entit" in text or "can't parse" in text)


def _meaning(text: str, forbidden: bool) -> Refusal:
    for meaning, parts in _MEANINGS:
        if any(part in text for part in parts):
            return meaning
    # Forbidden without a known sentence: "bot was kicked from the supergroup chat", "bot is not a member ..."
    return Refusal.FORBIDDEN if forbidden else Refusal.UNSUPPORTED
