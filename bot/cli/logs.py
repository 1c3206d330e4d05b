"""What is written to the log, and what never is: tokens."""

import logging
import re
import sys

from bot.adapters.files.settings import Settings

_QUIET = ("httpx", "httpcore", "discord", "telegram", "watchfiles", "uvicorn", "alembic")
_TOKENS = re.compile(
    r"\b\d{6,12}:[A-Za-z0-9_-]{30,}|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|/webhooks/\d+/[\w-]+|\bwhsec_[\w+/=]{16,}"
)


class Redactor(logging.Filter):
    """Takes out of every line what is a token, or looks like one."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        clean = self.redact(text)
        if clean != text:
            record.msg, record.args = clean, ()
        if record.exc_info and not record.exc_text:
            record.exc_text = self.redact(logging.Formatter().formatException(record.exc_info))
        return True

    def redact(self, text: str) -> str:
        """The text with a mark in place of every secret."""
        for secret in self._secrets:
            text = text.replace(secret, "[secret]")
        return _TOKENS.sub("[secret]", text)


def start_logging(settings: Settings) -> None:
    """Log to standard error, one line an event, without secrets; client libraries only when they worry."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    given = (settings.discord.token, settings.telegram.token, settings.database_url, *settings.secret.values())
    handler.addFilter(Redactor(tuple(s.get_secret_value() for s in given if s is not None)))
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
