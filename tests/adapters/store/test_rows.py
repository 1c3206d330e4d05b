"""Every kind of row finds its table."""

from typing import get_args

from bot.adapters.store import rows
from bot.core.record import Row


def test_every_kind_of_row_has_exactly_one_writer():
    assert set(rows._WRITERS) == set(get_args(Row))
