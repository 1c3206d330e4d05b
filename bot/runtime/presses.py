"""Buttons that cannot be forged: a token is a row's id and a MAC; what it means waits in the row."""

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.actions import Action, Answer, Ask, Edit, OpenThread, Send, Whisper
from bot.core.text import Body, Code, Lines, OneTime, Say
from bot.core.ui import Button, Row, Rows
from bot.runtime.codes import Codes
from bot.runtime.queue import PressRow

_TOKEN = re.compile(r"v1-([0-9a-f]{16})-([A-Za-z0-9_-]{11})")
_MAC_BYTES = 8


@dataclass(frozen=True, slots=True)
class Keyring:
    """The key for new MACs, and older ones that are still accepted."""

    current: bytes
    older: tuple[bytes, ...] = ()


class Sealer:
    """Turns buttons into tokens and back, and spells out codes."""

    def __init__(self, keys: Keyring) -> None:
        self._keys = keys
        self._codes = Codes((keys.current, *keys.older))

    def seal(self, action: Action, community: str, now: datetime) -> tuple[Action, tuple[PressRow, ...]]:
        """Fill in every button's token; the rows must be kept before the action is sent."""
        kept: list[PressRow] = []
        if isinstance(action, Send | Answer | Whisper | Edit | OpenThread):
            action = replace(action, body=self._spelt(action.body))
        match action:
            case Send() | Answer() | Whisper() | Edit() | OpenThread() if action.rows:
                rows = self._rows(action.rows, community, now, kept)
                return replace(action, rows=rows), tuple(kept)
            case Ask(form=form):
                submit = self._button(form.submit, community, now, kept)
                return replace(action, form=replace(form, submit=submit)), tuple(kept)
            case _:
                return action, ()

    def _spelt(self, body: Body) -> Body:
        """The same words, with codes in place of their names."""
        if isinstance(body, Lines):
            return Lines(tuple(map(self._spelt, body.parts)))
        if not isinstance(body, Say) or not any(isinstance(arg, OneTime) for arg in body.args.values()):
            return body
        codes = {name: Code(self._codes.spelt(arg)) for name, arg in body.args.items() if isinstance(arg, OneTime)}
        return Say(body.key, {**body.args, **codes})

    def open(self, token: str) -> str | None:
        """The row's id that a token names; None when the bot never wrote it."""
        read = _TOKEN.fullmatch(token)
        if read is None:
            return None
        try:
            mac = base64.urlsafe_b64decode(read[2] + "=")
        except (ValueError, binascii.Error):
            return None
        keys = (self._keys.current, *self._keys.older)
        known = [hmac.compare_digest(mac, _mac(key, read[1])) for key in keys]
        return read[1] if any(known) else None

    def _rows(self, rows: Rows, community: str, now: datetime, kept: list[PressRow]) -> Rows:
        out: list[Row] = [
            tuple(self._button(b, community, now, kept) if isinstance(b, Button) else b for b in row) for row in rows
        ]
        return tuple(out)

    def _button(self, button: Button, community: str, now: datetime, kept: list[PressRow]) -> Button:
        press_id = _named(self._keys.current, community, button.name) if button.name else secrets.token_hex(8)
        mac = base64.urlsafe_b64encode(_mac(self._keys.current, press_id)).decode().rstrip("=")
        kept.append(
            PressRow(
                press_id,
                community,
                button.press,
                button.rank,
                now + button.lasts,
                button.space,
                button.only,
                button.once,
            )
        )
        return replace(button, token=f"v1-{press_id}-{mac}")


def _named(key: bytes, community: str, name: str) -> str:
    """The same id for the same button, so that editing a message writes no new row; nobody else can tell it."""
    return hmac.new(key, f"named\n{community}\n{name}".encode(), hashlib.sha256).hexdigest()[:16]


def _mac(key: bytes, press_id: str) -> bytes:
    return hmac.new(key, press_id.encode(), hashlib.sha256).digest()[:_MAC_BYTES]
