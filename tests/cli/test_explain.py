"""`bot explain`: one text for people, a stream of texts for programs."""

import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.adapters.files.bare import Bare
from bot.adapters.files.community import load
from bot.cli import group
from bot.cli.stream import LONGEST_LINE, arriving
from bot.cli.stream import stream as answer

ROOT = Path(__file__).resolve().parents[2]
CONFIG = """\
community: {name: x}
rules:
  swearing: {words: [en, pl, gnarfly], mode: on}
  invites: {links: invites, mode: watch}
  later: {words: [secretword], mode: off}
  many: {messages: 3, within: 10s, mode: on}
"""


@pytest.fixture
def config(tmp_path):
    file = tmp_path / "c.yaml"
    file.write_text(CONFIG)
    return file


def shell(*line, given=None):
    return CliRunner().invoke(group, ("explain", *map(str, line)), input=given)


def stream(config, *lines):
    given = b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines)
    done = shell("--jsonl", "--config", config, given=given)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.output.splitlines()]


def test_a_person_reads_every_rules_answer(config):
    shown = shell("you sh1t discord.gg/abcdefg", "--config", config).output.splitlines()
    assert shown[1].split() == ["rule", "line", "looks", "for", "mode", "answer"]
    assert shown[2].split() == ["swearing", "3", "words", "on", "hit"]
    assert shown[3].strip() == "“sh1t”, characters 5–8, read as “shit”, leet, strong"
    assert shown[4].split() == ["invites", "4", "links", "watch", "hit"]
    assert shown[6].split() == ["later", "5", "words", "off", "off"]
    assert shown[7].split() == ["many", "6", "flood", "on", "clean"]


def test_a_program_reads_the_same(config):
    told = json.loads(shell("you sh1t", "--config", config, "--json").output)
    assert [(r["rule"], r["outcome"]) for r in told["rules"]][:2] == [("swearing", "hit"), ("invites", "clean")]
    assert told["hits"][0]["span"] == [4, 8]


def test_a_stream_gets_a_verdict_for_each_line(config):
    clean, word, link = stream(
        config,
        {"text": "hello"},
        {"text": "so sh1t", "language": "en"},
        {"text": "discord.gg/abcdefg", "language": None},
    )
    assert clean == {"hits": [], "scores": {}}
    (hit,) = word["hits"]
    assert (hit["rule"], hit["trigger"], hit["severity"], hit["span"], hit["score"]) == (
        "swearing",
        "words",
        "strong",
        [3, 7],
        1.0,
    )
    assert (link["hits"][0]["rule"], link["hits"][0]["mode"], link["hits"][0]["severity"]) == ("invites", "watch", None)


def test_a_line_that_cannot_be_read_is_answered_and_the_stream_goes_on(config):
    told = stream(
        config,
        b"nope",
        b"",
        b"[1]",
        {"text": 1},
        {"text": "a", "language": "xx"},
        {"text": "a", "language": ["en"]},
        b"\xff",
        b"[" * 100_000,
        {"text": "shit"},
    )
    assert [one.get("line") for one in told] == [1, 3, 4, 5, 6, 7, 8, None]
    assert all(one["error"] for one in told[:-1])
    assert told[-1]["hits"]


@pytest.mark.parametrize("end", ["", " ", "\t\r", " x", "{}"])
def test_what_stands_behind_a_line_is_blank_or_no_json(config, end):
    (told,) = stream(config, b'{"text": "shit"}' + end.encode())
    assert ("hits" in told) == (not end.strip()), told


def test_half_a_letter_is_answered(config):
    (told,) = stream(config, b'{"text": "shit \\ud800"}')
    assert told["hits"]


def test_a_language_the_config_does_not_name_is_judged_by_its_own_list(config):
    bare, russian, polish = stream(
        config,
        {"text": "сука"},
        {"text": "сука", "language": "ru"},
        {"text": "сука", "language": "pl"},
    )
    assert bare["hits"] == polish["hits"] == []
    assert [hit["language"] for hit in russian["hits"]] == ["ru"]


def test_a_score_of_attacks_is_told_for_every_line_in_its_language(tmp_path):
    config = tmp_path / "c.yaml"
    config.write_text("community: {name: x}\nrules: {attacks: {toxicity: 80%, mode: on}}\n")
    clean, attack, russian = stream(
        config,
        {"text": "see you at the workshop tomorrow"},
        {"text": "shut up, you stupid piece of shit"},
        {"text": "ты просто сука и больше никто", "language": "ru"},
    )
    assert clean["scores"]["attacks"] < 0.2
    assert not clean["hits"]
    assert attack["hits"][0]["score"] == attack["scores"]["attacks"] >= 0.8
    assert attack["hits"][0]["read_as"] == "en: model + words + addressee"
    assert russian["hits"][0]["read_as"] == "ru: words + addressee"


def test_a_communitys_own_words_count_in_every_language(config):
    (told,) = stream(config, {"text": "сука gnarfly", "language": "ru"})
    assert [hit["read_as"] for hit in told["hits"]] == ["сука", "gnarfly"]


def test_a_line_without_end_is_refused_and_the_next_one_read():
    long = b"x" * (3 * LONGEST_LINE)
    got = [line for part in arriving(io.BytesIO(long + b"\nshort\nlast")) for line in part]
    assert [number for number, _ in got] == [1, 2, 3]
    assert len(got[0][1]) > LONGEST_LINE
    assert [raw for _, raw in got[1:]] == [b"short", b"last"]


def test_a_very_long_line_is_answered_with_an_error(config):
    told = stream(config, {"text": "x" * LONGEST_LINE}, {"text": "shit"})
    assert "longer" in told[0]["error"]
    assert told[1]["hits"]


def test_scores_are_told_also_where_nothing_fires(config):
    class Weighs:
        kind = "spam"

        def find(self, seen, history):
            return None

        def score(self, seen):
            return 0.25

    from dataclasses import replace

    loaded = load(config.read_bytes(), "c.yaml", ROOT / "locales")
    (first, *rest) = loaded.community.policy.rules
    policy = replace(loaded.community.policy, rules=(replace(first, trigger=Weighs()), *rest))
    bare = Bare(replace(loaded, community=replace(loaded.community, policy=policy)), ROOT / "locales")
    assert bare.verdict("hello") == {"hits": [], "scores": {"swearing": 0.25}}
    assert bare.verdict("hello", "ru")["scores"] == {"swearing": 0.25}
    from bot.cli.explain import table

    assert table(bare.answers("hello")).endswith("score of swearing: 0.250")


def test_neither_a_text_nor_a_stream_is_a_mistake_and_so_are_both():
    assert shell().exit_code == 2
    assert shell("a", "--jsonl").exit_code == 2


def test_a_broken_or_ambiguous_config_is_said(tmp_path, config):
    (tmp_path / "d.yaml").write_text("rulse: {}\n")
    assert shell("a", "--config", tmp_path / "d.yaml").exit_code == 78
    both = shell("a", "--config", tmp_path)
    assert both.exit_code == 78
    assert "Say which one" in both.output


@pytest.mark.long  # two processes
def test_a_reader_that_had_enough_ends_it_quietly(config, tmp_path):
    given = tmp_path / "in.jsonl"
    given.write_text('{"text": "hello"}\n' * 20_000)
    read, write = os.pipe()
    line = [sys.executable, "-m", "bot", "explain", "--jsonl", "--config", str(config)]
    with given.open("rb") as source:
        running = subprocess.Popen(line, stdin=source, stdout=write, stderr=subprocess.PIPE, cwd=ROOT)
    os.close(write)
    os.read(read, 10)
    os.close(read)
    _, complaint = running.communicate(timeout=60)
    assert (running.returncode, complaint) == (0, b"")


def judge(text, language):
    return {"text": text, "language": language}


@pytest.mark.parametrize("helpers", [0, 2])
def test_verdicts_come_in_the_order_of_the_lines_however_many_processes_judge(tmp_path, helpers):
    given, told = tmp_path / "given", io.BytesIO()
    given.write_text("".join(json.dumps({"text": f"{n} {'x' * 90}"}) + "\n" for n in range(5000)) + "no line\n")
    with given.open("rb") as source:
        answer(judge, source, told, helpers)
    lines = list(map(json.loads, told.getvalue().splitlines()))
    assert [line.get("text", "0")[:5].split()[0] for line in lines] == [*map(str, range(5000)), "0"]
    assert lines[-1]["line"] == 5001


def test_whoever_types_gets_an_answer_to_each_line_before_the_next_is_written():
    asking, asked = os.pipe()
    telling, told = os.pipe()
    with os.fdopen(asking, "rb") as source, os.fdopen(told, "wb") as out, os.fdopen(telling, "rb") as read:
        answering = threading.Thread(target=answer, args=(judge, source, out, 2), daemon=True)
        answering.start()
        for word in ("one", "two", "three"):
            os.write(asked, json.dumps({"text": word}).encode() + b"\n")
            assert json.loads(read.readline())["text"] == word
        os.close(asked)
        answering.join(60)
        assert not answering.is_alive()


@pytest.mark.parametrize(
    "verdict",
    [
        {"hits": [], "scores": {'a "rule"': 0.25, "ł": None, "sure": 1.0, "hardly": 1e-9}},
        {"hits": [], "scores": {}},
        {"hits": [{"rule": "ł"}], "scores": {"a": 0.5}},
        {"hits": []},
    ],
)
def test_what_is_written_is_what_json_writes(verdict):
    told = io.BytesIO()
    answer(lambda text, language: verdict, io.BytesIO(b'{"text": ""}\n'), told, 1)
    assert told.getvalue().decode() == json.dumps(verdict, ensure_ascii=False) + "\n"
