"""What is given out fits into a message: as it is, packed, or in parts that can each be read, and that is said."""

import io
import json
import random
import zipfile

from bot.core.text import File, plain
from bot.runtime.parcel import MOST_PARTS, fitted, given, handed, packed
from tests.build import NOON, asker
from tests.fakes.town import VOICES


def opened(file):
    with zipfile.ZipFile(io.BytesIO(file.data)) as folder:
        return {name: folder.read(name).decode() for name in folder.namelist()}


def noise(seed, lines, width=60):
    """Lines that no packing makes much smaller."""
    chance = random.Random(seed)
    return [f"{n},{chance.randbytes(width // 2).hex()}" for n in range(lines)]


def test_what_fits_stays_as_it_is():
    file = File("a.txt", "short\n")
    assert fitted(file) == (file,)


def test_what_packs_well_is_one_zip():
    (file,) = fitted(File("a.json", "[]\n" * 10_000), most=2_000)
    assert file.name == "a.zip"
    assert opened(file) == {"a.json": "[]\n" * 10_000}


def test_a_table_comes_in_as_few_parts_as_do_each_with_its_heading(seed):
    rows = noise(seed, 300)
    files = fitted(File("poll.csv", "\n".join(["n,what", *rows]) + "\n"), most=6_000)
    assert 1 < len(files) <= MOST_PARTS
    assert [file.name for file in files] == [f"poll-{n}-of-{len(files)}.zip" for n in range(1, len(files) + 1)]
    assert all(len(file.data) <= 6_000 for file in files)
    parts = [text for file in files for text in opened(file).values()]
    assert all(part.startswith("n,what\n") for part in parts)
    assert [line for part in parts for line in part.splitlines()[1:]] == rows
    assert list(opened(files[0])) == [f"poll-1-of-{len(files)}.csv"]


def test_what_can_only_be_read_whole_is_not_cut_and_what_is_too_much_is_nothing(seed):
    text = "\n".join(noise(seed, 300))
    assert fitted(File("a.json", text), most=6_000) == ()
    assert fitted(File("a.txt", text), most=1_000) == ()


def test_everything_about_a_person_comes_in_parts_that_each_can_be_read(seed):
    rows = [{"n": n, "text": text} for n, text in enumerate(noise(seed, 200))]
    records = {"cases": rows[:20], "messages": rows[20:]}
    files = packed(records, lambda part: f"{sum(map(len, part.values()))} rows\n", NOON, most=4_000)
    assert len(files) > 1
    parts = [opened(file) for file in files]
    told = [json.loads(part["mydata.json"]) for part in parts]
    assert [row for part in told for table in records for row in part.get(table, ())] == rows
    assert [part["mydata.txt"] for part in parts] == [f"{sum(map(len, part.values()))} rows\n" for part in told]
    assert packed(records, lambda _: "", NOON, most=500) == ()
    (whole,) = packed(records, lambda _: "", NOON)
    assert whole.name == "mydata-2026-01-01.zip"


async def test_parts_are_told_one_in_each_message():
    ann, body = asker(), File("x", "").name
    files = (File("a-1-of-2.zip", ""), File("a-2-of-2.zip", ""))
    steps = [intent.step for intent in given(ann, body, files).intents]
    assert [step.files for step in steps] == [(files[0],), (files[1],)]
    assert "part 2 of 2" in plain(VOICES.of("en")(steps[1].body))
    (alone,) = (await handed(ann, body, files[0])).intents
    assert alone.step.files == (files[0],)
    (nothing,) = given(ann, body, ()).intents
    assert nothing.step.files == ()
    large = File("a.txt", "long lines pack well\n" * 400_000)
    (zipped,) = (await handed(ann, body, large)).intents
    assert zipped.step.files[0].name == "a.zip"
