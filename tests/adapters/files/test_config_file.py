"""While the bot runs: files are taken up, checked, replaced and kept; a fault leaves the last good one in force."""

import asyncio
import contextlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.files.community import load_all
from bot.adapters.files.config_file import ConfigFile, follow
from bot.adapters.files.data_dir import DataDir
from bot.adapters.files.faults import Refused
from bot.adapters.files.inspection import answer, inspect
from bot.adapters.files.versions import MOST, keep, kept
from bot.runtime.services import ConfigCheck
from tests.waiting import until

LOCALES = Path(__file__).resolve().parents[3] / "locales"
GOOD = "community: {name: Riverside}\n"
BETTER = "community: {name: Riverside}\nguidelines: {kind: Be kind.}\n"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PATIENT = timedelta(seconds=60)
"""On a busy machine five seconds are soon gone; that they count is tested by a hostile file."""


class StandingClock:
    def now(self):
        return NOW


async def in_this_process(new, old, name, locales, _):
    """What the process of an inspection does, without its start of half a second."""
    said = json.loads(answer(json.dumps({"new": new, "old": old, "name": name, "locales": str(locales)})))
    return ConfigCheck(tuple(said["faults"]), said["difference"])


def opened(tmp_path, look_at):
    path = tmp_path / "community.yaml"
    path.write_text(GOOD)
    (loaded,) = load_all(path, LOCALES)
    return ConfigFile(path, loaded, LOCALES, tmp_path / "versions", StandingClock(), PATIENT, look_at)


@pytest.fixture
def file(tmp_path):
    return opened(tmp_path, in_this_process)


@pytest.fixture
def guarded(tmp_path):
    """The same, as the bot opens it: an uploaded text is read by a process of its own."""
    return opened(tmp_path, inspect)


async def test_a_changed_file_is_taken_up_once_and_the_one_before_is_kept(file):
    assert await file.reload() is None
    file.path.write_text(BETTER)
    assert (await file.reload()).community.guidelines
    assert await file.reload() is None
    (version,) = file.versions
    assert (version.by, version.until, version.text) == ("file", NOW, GOOD)


async def test_a_faulty_file_is_told_once_and_the_last_good_one_stays(file):
    file.path.write_text("community: {nam: x}\n")
    with pytest.raises(Refused, match='"nam" is not a setting'):
        await file.reload()
    assert await file.reload() is None
    assert file.current.text == GOOD


async def test_a_file_under_another_name_does_not_start_a_new_record(file):
    file.path.write_text("community: {name: Lakeside}\n")
    with pytest.raises(Refused, match="write id: riverside"):
        await file.reload()


async def test_checking_changes_nothing_and_shows_the_difference(file):
    check = await file.check(BETTER)
    assert check.faults == ()
    assert "+guidelines: {kind: Be kind.}" in check.difference
    assert file.path.read_text() == GOOD


async def test_faults_of_an_uploaded_text_are_those_of_the_shell(guarded):
    check = await guarded.check("community: {nam: Riverside}\n")
    assert 'community.yaml:1:13: "nam" is not a setting here' in "\n".join(check.faults)
    assert 'did you mean "name"?' in "\n".join(check.faults)


async def test_applying_writes_the_file_and_keeps_who_replaced_the_one_before(guarded):
    guarded.path.chmod(0o640)
    check = await guarded.apply(BETTER, "discord:7")
    assert check.faults == ()
    assert guarded.path.read_text() == BETTER
    assert guarded.path.stat().st_mode & 0o777 == 0o640
    assert guarded.current.community.guidelines
    assert [(version.by, version.text) for version in guarded.versions] == [("discord-7", GOOD)]
    assert await guarded.reload() is None, "its own writing is no news"


async def test_applying_a_faulty_text_changes_nothing(file):
    check = await file.apply("rules: [", "discord:7")
    assert check.faults
    assert file.path.read_text() == GOOD
    assert file.versions == ()


async def test_a_link_stays_a_link(file, tmp_path):
    real = tmp_path / "real"
    real.mkdir()
    file.path.rename(real / "c.yaml")
    file.path.symlink_to(real / "c.yaml")
    await file.apply(BETTER, "me")
    assert file.path.is_symlink()
    assert (real / "c.yaml").read_text() == BETTER


@pytest.mark.parametrize(
    "hostile",
    [
        "a: &a [x]\nb: [*a, *a]",
        "[" * 100_000,
        "x" * 300_000,
        "a: !!python/object/apply:os.system [ls]",
        "community: {name: x}\nrules: {a: {pattern: '(a{1,1000}){1,1000}'}}",
        "\ud800",
    ],
)
@pytest.mark.long
async def test_hostile_uploads_are_refused_and_the_bot_lives(hostile):
    check = await inspect(hostile, GOOD, "upload", LOCALES, PATIENT)
    assert check.faults


async def test_a_file_that_takes_too_long_is_given_up():
    check = await inspect(GOOD, GOOD, "upload", LOCALES, timedelta(milliseconds=1))
    assert "takes longer than" in check.faults[0]


async def test_secrets_do_not_show_in_a_difference(file):
    check = await file.check(GOOD + "token: hunter2\n")
    assert "hunter2" not in str(check)


def _write(path):
    path.write_text(BETTER)


def _replace(path):
    new = path.with_name("new.tmp")
    new.write_text(BETTER)
    new.replace(path)


def _swap_link(path):
    new = path.with_name("other")
    new.write_text(BETTER)
    link = path.with_name("link.tmp")
    link.symlink_to(new)
    link.replace(path)


@pytest.mark.parametrize("change", [_write, _replace, _swap_link])
@pytest.mark.long
async def test_changes_on_the_disk_are_followed_however_they_are_made(file, change):
    took = asyncio.Queue()
    refused = asyncio.Queue()
    async with _following(file, took, refused):
        change(file.path)
        loaded = await asyncio.wait_for(took.get(), 10)
        assert loaded.community.guidelines
        file.path.unlink()
        file.path.write_text("rules: [")
        assert (await asyncio.wait_for(refused.get(), 10)).faults
        assert file.current.community.guidelines


@pytest.mark.long
async def test_a_change_that_could_not_be_taken_up_keeps_none_of_the_next_out(file, caplog):
    took = asyncio.Queue(maxsize=1)
    took.put_nowait("full, so that the first one fails")
    async with _following(file, took, asyncio.Queue()):
        _write(file.path)
        await until(lambda: "could not be taken up" in caplog.text)
        took.get_nowait()
        file.path.write_text(GOOD)
        loaded = await asyncio.wait_for(took.get(), 10)
    assert not loaded.community.guidelines


@contextlib.asynccontextmanager
async def _following(file, took, refused):
    async def take(loaded):
        took.put_nowait(loaded)

    async def refuse(faults):
        refused.put_nowait(faults)

    task = asyncio.create_task(follow([file], take, refuse))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def test_only_the_last_versions_are_kept(tmp_path):
    for at in range(MOST + 5):
        keep(tmp_path, f"{at}", "x/../y", NOW + timedelta(seconds=at))
    (tmp_path / "notes--mine.yaml").write_text("somebody else's")
    versions = kept(tmp_path)
    assert [version.text for version in versions] == [str(at) for at in range(MOST + 4, 4, -1)]
    assert versions[0].by == "x----y"


def test_the_data_folder_keeps_its_key_to_itself(tmp_path):
    data = DataDir(tmp_path / "data").prepare()
    key = data.key()
    assert len(key) == 32
    assert data.key() == key
    assert (data.path / "key").stat().st_mode & 0o777 == 0o600
    assert data.bind_code() == DataDir(data.path).bind_code()
    assert len(data.bind_code()) == 8
    assert DataDir(tmp_path / "other").prepare().bind_code() != data.bind_code()
    assert not data.was_connected
    data.mark_connected()
    assert data.was_connected
