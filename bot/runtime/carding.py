"""Where a card stands that was just sent, whatever it is a card of; or who is told that it cannot stand there."""

from collections.abc import Callable

from bot.core.actions import Send, Whisper
from bot.core.decisions import NOTHING, Decision, Report, decide
from bot.core.ids import MessageRef, Place, UserRef
from bot.core.receipts import Refused
from bot.core.text import Say


def stands_at(report: Report, place: Place, owner: UserRef, refused: Callable[[Say], Say]) -> MessageRef | Decision:
    """Give the message that shows the card in this place; where it shows none, what is decided instead.

    ``refused`` words for the owner that the messenger took none, with its reason. Raises StopIteration where nothing
    was sent to the place: only what composes after such a send may ask.
    """
    receipt = next(r for s, r in reversed(report) if isinstance(s, Send) and s.place == place)
    if isinstance(receipt, Refused):
        return decide(Whisper(owner, refused(Say(f"refusal-{receipt.why}"))))
    return NOTHING if receipt.message is None else receipt.message
