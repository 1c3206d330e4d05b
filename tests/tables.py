"""Tables of pure functions run as one test each: three thousand rows would cost pytest more than what they ask.

Only runs on several workers are folded so; ``-n 0``, ``-k`` and a row's own name find single rows as always.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

import pytest

GIVEN_TO_ALL = {"event_loop_policy", "request"}
"""Fixtures that no row asks for by itself."""


class WrongRows(Exception):  # noqa: N818  # no error of a program: some rows did not hold
    def __init__(self, faults: list[tuple[pytest.Function, BaseException]], rows: int) -> None:
        super().__init__(f"{len(faults)} of {rows} rows: {', '.join(row.name for row, _ in faults)}")
        self.faults = faults


class Table(pytest.Item):
    """All rows of one parametrised function; each is run, and each that fails is told with its values."""

    def __init__(self, *, rows: list[pytest.Function], reseed: Callable[[], None], **more: object) -> None:
        super().__init__(**more)
        self.rows = rows
        self.own_markers += [mark for mark in rows[0].own_markers if mark.name != "parametrize"]
        self._reseed = reseed

    def runtest(self) -> None:
        faults = [(row, fault) for row in self.rows if (fault := self._fault_of(row)) is not None]
        if faults:
            raise WrongRows(faults, len(self.rows))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]):
        """Show every wrong row as pytest would have shown it."""
        if not isinstance(excinfo.value, WrongRows):
            return super().repr_failure(excinfo)
        shown = (row.repr_failure(pytest.ExceptionInfo.from_exception(fault)) for row, fault in excinfo.value.faults)
        return "\n\n".join((str(excinfo.value), *map(str, shown)))

    def reportinfo(self):
        path, line, _ = self.rows[0].reportinfo()
        return path, line, self.name

    def _fault_of(self, row: pytest.Function) -> BaseException | None:
        self._reseed()
        try:
            row.obj(**row.callspec.params)
        except (Exception, pytest.fail.Exception) as fault:  # noqa: BLE001  # told with all the others
            return fault
        return None


def folded(items: Iterable[pytest.Item], reseed: Callable[[], None]) -> Iterator[pytest.Item]:
    """Put one test in the place of the rows of each table; ``reseed`` is called before every row."""
    for table, group in groupby(items, _table_of):
        rows = list(group)
        if table is None or len(rows) == 1:
            yield from rows
        else:
            name = f"{rows[0].originalname}[{len(rows)} rows]"
            yield Table.from_parent(rows[0].parent, name=name, rows=rows, reseed=reseed)


def _table_of(item: pytest.Item) -> tuple[object, str] | None:
    """Tell what a test is a row of; None where it needs more than its values, or has marks of its own."""
    if type(item) is not pytest.Function or not hasattr(item, "callspec"):
        return None
    needs = {*item.fixturenames} - {*item.callspec.params} - GIVEN_TO_ALL
    marks = {mark.name for mark in item.own_markers} - {"parametrize", "long"}
    made = any(mark.kwargs.get("indirect") for mark in item.iter_markers("parametrize"))
    return None if needs or marks or made else (item.parent, item.originalname)
