"""What is kept about one person, as a file for her: JSON for programs, and the same to read."""

import io
import json
import zipfile
from base64 import b64encode
from datetime import datetime

from bot.core.text import File
from bot.runtime.privacy import Records

MOST_BYTES = 8_000_000
"""Discord takes 10 MB from a bot, Telegram 50; what is sent waits in the record until it has gone out."""


def packed(records: Records, readable: str, now: datetime) -> File | None:
    """Both in a zip; None when that is too much for a message."""
    return _encoded(f"mydata-{now:%Y-%m-%d}.zip", _zipped(records, readable, now))


def as_json(records: Records) -> str:
    """Everything for programs, in the order in which it was read."""
    return json.dumps(records, ensure_ascii=False, indent=1)


def _zipped(records: Records, readable: str, now: datetime) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, text in (("mydata.json", as_json(records)), ("mydata.txt", readable)):
            entry = zipfile.ZipInfo(name, now.timetuple()[:6])
            folder.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _encoded(name: str, data: bytes) -> File | None:
    return None if len(data) > MOST_BYTES else File(name, b64encode(data).decode(), is_encoded=True)
