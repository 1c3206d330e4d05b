"""The data folder: one bot at a time works in it."""

import pytest

from bot.adapters.files.data_dir import DataDir, DataDirTaken


def test_a_folder_that_a_bot_works_in_is_refused_to_a_second_one_until_the_first_has_gone(tmp_path):
    first, second = DataDir(tmp_path / "data").prepare(), DataDir(tmp_path / "data")
    with first.alone(), pytest.raises(DataDirTaken, match=r"Another bot.*--data DIR"), second.alone():
        pytest.fail("two bots would do everything twice")
    with second.alone():
        assert second.path == first.path
