"""Files that are given out: as they are, packed, or in parts, so that each fits into a message of any messenger."""

import asyncio
import io
import json
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias, TypeVar

from bot.core.decisions import Asker, Decision, decide
from bot.core.text import Body, File, lines, say
from bot.runtime.privacy import Records

MOST_BYTES = 8_000_000
"""Discord takes 10 MB from a bot, Telegram 50; what is sent waits in the record until it has gone out."""
MOST_PARTS = 5
_LINES = {"txt", "csv"}
"""What can be read in parts by its lines."""
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can hold: the same content makes the same file."""

T = TypeVar("T")
Members: TypeAlias = Mapping[str, str]
"""Texts by the names that they have in a zip."""
Cut: TypeAlias = Callable[[int], Sequence[Members]]
"""Gives the whole in so many parts, each of which can be read by itself."""


async def handed(asker: Asker, body: Body, file: File) -> Decision:
    """Give a file to whoever asked for it, packed or in parts where it is too large for one message, and say so."""
    files = (file,) if len(file.content) * 3 <= MOST_BYTES else await asyncio.to_thread(fitted, file)
    return given(asker, body, files)


def given(asker: Asker, body: Body, files: Sequence[File]) -> Decision:
    """Give these parts, one in each message; where there are none, it was too much."""
    if not files:
        return decide(asker.answer(say("file-too-large")))
    if len(files) == 1:
        return decide(asker.answer(body, files=(files[0],)))
    said = [say("file-part", part=nth, of=len(files), file=file.name) for nth, file in enumerate(files, 1)]
    first = asker.answer(lines(body, said[0]), files=(files[0],))
    return decide(first, *(asker.answer(one, files=(file,)) for one, file in zip(said[1:], files[1:], strict=True)))


def fitted(file: File, most: int = MOST_BYTES) -> tuple[File, ...]:
    """The file where it fits into ``most`` bytes, else zipped; texts and tables in as few zips as hold their lines.

    None where five do not do. Each part of a table has its heading.
    """
    if len(file.data) <= most:
        return (file,)
    stem, _, ending = file.name.rpartition(".")
    text = file.data.decode()
    head = text.partition("\n")[0] + "\n" if ending == "csv" else ""

    def cut(many: int) -> Sequence[Members]:
        whole, *rest = _in_lines(text, many if ending in _LINES else 1)
        parts = (whole, *(head + part for part in rest))
        return [{_named(stem, f".{ending}", nth, len(parts)): part} for nth, part in enumerate(parts, 1)]

    return _in_zips(stem, cut, most)


def packed(
    records: Records, readable: Callable[[Records], str], now: datetime, most: int = MOST_BYTES
) -> tuple[File, ...]:
    """What is kept about one person, for programs and to read, in a zip; in several where one is too large.

    Each part holds some of the rows, so that it can be read by itself. None where five parts do not do.
    """

    def cut(many: int) -> Sequence[Members]:
        told = [(as_json(part), readable(part)) for part in _in_rows(records, many)]
        return [{"mydata.json": data, "mydata.txt": text} for data, text in told]

    return _in_zips(f"mydata-{now:%Y-%m-%d}", cut, most)


def as_json(records: Records) -> str:
    """Everything for programs, in the order in which it was read."""
    return json.dumps(records, ensure_ascii=False, indent=1)


def _in_zips(stem: str, cut: Cut, most: int) -> tuple[File, ...]:
    for many in range(1, MOST_PARTS + 1):
        zipped = [_zip(part) for part in cut(many)]
        if max(map(len, zipped)) <= most:
            named = ((_named(stem, ".zip", nth, len(zipped)), data) for nth, data in enumerate(zipped, 1))
            return tuple(File(name, b64encode(data).decode(), is_encoded=True) for name, data in named)
    return ()


def _named(stem: str, ending: str, nth: int, many: int) -> str:
    return f"{stem}{ending}" if many == 1 else f"{stem}-{nth}-of-{many}{ending}"


def _zip(members: Members) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, text in members.items():
            folder.writestr(zipfile.ZipInfo(name, _FIRST_MOMENT), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _in_lines(text: str, many: int) -> list[str]:
    listed = text.splitlines(keepends=True)
    return ["".join(part) for part in _portions(listed, [len(line) for line in listed], many)]


def _in_rows(records: Records, many: int) -> Iterator[Records]:
    if many == 1:
        yield records
        return
    listed = [(table, row) for table, rows in records.items() for row in rows]
    for part in _portions(listed, [len(str(row)) for _, row in listed], many):
        yield {table: [row for its, row in part if its == table] for table in dict.fromkeys(table for table, _ in part)}


def _portions(listed: Sequence[T], weights: Sequence[int], many: int) -> list[Sequence[T]]:
    """Cut a list into so many pieces of about the same weight, in its order."""
    share, weighed, begun = sum(weights) / many, 0, 0
    pieces: list[Sequence[T]] = []
    for at, weight in enumerate(weights):
        weighed += weight
        if weighed >= share * (len(pieces) + 1) and len(pieces) < many - 1:
            pieces.append(listed[begun : at + 1])
            begun = at + 1
    return [*pieces, listed[begun:]]
