"""Telegram's sentences, and what a human is told for them."""

from datetime import timedelta

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.adapters.telegram.refusals import attempt_of, is_about_entities
from bot.adapters.telegram.transport import FloodedError, NotSentError
from bot.core.receipts import Done, Refusal, Refused, Trouble


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Refusal.UNREACHABLE),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Refusal.UNREACHABLE),
        (Forbidden("Forbidden: user is deactivated"), Refusal.UNREACHABLE),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Refusal.FORBIDDEN),
        (Forbidden("Forbidden: bot is not a member of the channel chat"), Refusal.FORBIDDEN),
        (BadRequest("Not enough rights to restrict/unrestrict chat member"), Refusal.FORBIDDEN),
        (BadRequest("CHAT_ADMIN_REQUIRED"), Refusal.FORBIDDEN),
        (BadRequest("TOPIC_CLOSED"), Refusal.FORBIDDEN),
        (BadRequest("CHAT_SEND_PLAIN_FORBIDDEN"), Refusal.FORBIDDEN),
        (BadRequest("User is an administrator of the chat"), Refusal.OUTRANKED),
        (BadRequest("Can't remove chat owner"), Refusal.OUTRANKED),
        (BadRequest("Message can't be edited"), Refusal.TOO_LATE),
        (BadRequest("Message can't be deleted for everyone"), Refusal.TOO_LATE),
        (BadRequest("Chat not found"), Refusal.GONE),
        (BadRequest("Message thread not found"), Refusal.GONE),
        (BadRequest("PARTICIPANT_ID_INVALID"), Refusal.GONE),
        (BadRequest("Query is too old and response timeout expired or query id is invalid"), Refusal.GONE),
        (BadRequest("Method is available only for supergroups"), Refusal.UNSUPPORTED),
        (BadRequest("Message is too long"), Refusal.UNSUPPORTED),
        (BadRequest("something nobody has seen yet"), Refusal.UNSUPPORTED),
    ],
    ids=lambda value: getattr(value, "message", None),
)
def test_a_refusal_has_its_reason(error, why):
    assert attempt_of(error) == Refused(why, error.message)


@pytest.mark.parametrize("text", ["Message is not modified: the same", "Message to delete not found"])
def test_what_is_so_already_is_done(text):
    assert attempt_of(BadRequest(text)) == Done()


@pytest.mark.parametrize(
    ("error", "maybe_done"),
    [
        (NotSentError("x"), False),
        (ChatMigrated(-1), False),
        (InvalidToken("The token 123:abc was rejected"), False),
        (NetworkError("Bad Gateway"), True),
        (TimedOut(), True),
        (TelegramError("Telegram's answer is no JSON"), True),
    ],
)
def test_trouble_is_honest_about_what_it_does_not_know(error, maybe_done):
    attempt = attempt_of(error)
    assert isinstance(attempt, Trouble)
    assert attempt.maybe_done is maybe_done
    assert "123:abc" not in attempt.detail


def test_a_flood_says_when_to_come_back():
    attempt = attempt_of(FloodedError(7))
    assert isinstance(attempt, Trouble)
    assert (attempt.retry_after, attempt.maybe_done) == (timedelta(seconds=7), False)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (BadRequest("Can't parse entities: whatever"), True),
        (BadRequest("ENTITY_BOUNDS_INVALID"), True),
        (BadRequest("Chat not found"), False),
        (Forbidden("entities"), False),
    ],
)
def test_faults_of_formatting_are_known(error, expected):
    assert is_about_entities(error) is expected
