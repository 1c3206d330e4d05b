"""The data folder: one bot at a time works in it."""

import pytest

from bot.adapters.files.data_dir import DataDir, DataDirRefused, DataDirTaken


def test_a_folder_that_a_bot_works_in_is_refused_to_a_second_one_until_the_first_has_gone(tmp_path):
    first, second = DataDir(tmp_path / "data").prepare(), DataDir(tmp_path / "data")
    with first.alone(), pytest.raises(DataDirTaken, match=r"Another bot.*--data DIR"), second.alone():
        pytest.fail("two bots would do everything twice")
    with second.alone():
        assert second.path == first.path


def test_a_folder_in_which_nothing_can_be_kept_is_refused_with_the_way_out(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(DataDirRefused, match=r"Nothing can be kept in .*: Not a directory\. .*--data DIR"):
        DataDir(tmp_path / "file" / "data").prepare()
    with pytest.raises(DataDirRefused, match="No such file"), DataDir(tmp_path / "never made").alone():
        pytest.fail("there is no such folder")


def test_a_damaged_key_is_told_and_never_replaced(tmp_path):
    data = DataDir(tmp_path / "data").prepare()
    key = data.key()
    assert data.key() == key
    (data.path / "key").write_bytes(b"half")
    with pytest.raises(DataDirRefused, match="put it back from a backup"):
        data.bind_code()
    assert (data.path / "key").read_bytes() == b"half"
