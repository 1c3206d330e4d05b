"""``python -m tests.matrix`` prints where the bot differs from the table; with ``--write`` the table follows the bot."""

import asyncio
import difflib
import sys
from contextlib import AsyncExitStack

from tests.matrix.cells import cells, open_matrix
from tests.matrix.table import TABLE, head, printed


async def _found() -> str:
    async with AsyncExitStack() as stack:
        asked = await open_matrix(stack)
        return printed({cell: await asked.answer(cell) for cell in cells()})


def main() -> int:
    written = TABLE.read_text(encoding="utf-8")
    found = head(written) + asyncio.run(_found())
    sys.stdout.writelines(difflib.unified_diff(written.splitlines(True), found.splitlines(True), "written", "found"))
    if "--write" in sys.argv[1:]:
        TABLE.write_text(found, encoding="utf-8")
    return int(found != written)


if __name__ == "__main__":
    sys.exit(main())
