"""What went over the wire to and from the Bot API, in a line each."""

from dataclasses import dataclass

ABOUT = ("chat_id", "user_id", "message_id", "callback_query_id", "text", "caption")
"""Of a call's parameters: to whom, about what."""


@dataclass(frozen=True)
class Call:
    """One request as it came in and as it went out."""

    at: float
    method: str
    params: dict
    code: int
    description: str = ""
    result: object = None

    def __str__(self):
        about = {name: value for name, value in self.params.items() if name in ABOUT}
        return f"{self.method} {about} -> {self.code} {self.description}".rstrip()


def brief_update(update):
    """Which kind it is, from whom, where, and what was said or pressed."""
    kind, content = next(((name, value) for name, value in update.items() if name != "update_id"), ("nothing", None))
    if not isinstance(content, dict):
        return f"{update['update_id']} {kind}: {content!r}"
    message = content.get("message", content)
    where = message.get("chat", {}).get("id") if isinstance(message, dict) else None
    who = (content.get("from") or content.get("user") or {}).get("id")
    return f"{update['update_id']} {kind} in {where} from {who}: {content.get('data') or content.get('text')!r}"
