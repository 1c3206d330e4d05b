"""What an answer is an answer to: a press that waits for its one acknowledgement, or a message."""

from bot.core.interactions import Ticket


def press_ticket(query: str) -> Ticket:
    return Ticket(f"q:{query}", is_press=True)


def message_ticket(message: int) -> Ticket:
    return Ticket(f"m:{message}")


def query_of(ticket: Ticket) -> str | None:
    """The callback query, if the ticket stands for a press."""
    kind, _, native = ticket.native.partition(":")
    return native if kind == "q" else None


def message_of(ticket: Ticket) -> int | None:
    """The message to reply to, if the ticket stands for one."""
    kind, _, native = ticket.native.partition(":")
    return int(native) if kind == "m" and native.isdigit() else None
