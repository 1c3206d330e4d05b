"""The drill: a made-up raid against a config, and what it prints."""

import pytest
from click.testing import CliRunner

from bot.cli.drill import command

STORM = """
community: {name: Riverside}
places: {lobby: {discord: "#general", telegram: "@riverside"}, staff: {discord: "#staff", telegram: "@staff"}}
welcome: {text: "Hi {name}!"}
storm: {levels: {2: {joins: 20 in 1m, shut: [speak, invite], pace: 30s}}}
"""


def drill(tmp_path, config, *options):
    file = tmp_path / "community.yaml"
    file.write_text(config, "utf-8")
    return CliRunner().invoke(command, ["--config", str(file), *options])


@pytest.mark.parametrize("on", ["discord", "telegram"])
def test_it_tells_when_the_level_was_raised_and_that_all_is_as_it_was(tmp_path, on):
    told = drill(tmp_path, STORM, "--joins", "40", "--on", on)
    assert told.exit_code == 0, told.output
    assert "newcomer no.   20" in told.output
    assert "time to lockdown               0." in told.output
    assert "invite, speak" in told.output
    assert "everything as it was           yes" in told.output


def test_too_few_raise_nothing(tmp_path):
    assert "no level was raised" in drill(tmp_path, STORM, "--joins", "5").output


def test_without_a_storm_there_is_nothing_to_play(tmp_path):
    told = drill(tmp_path, "community: {name: Riverside}")
    assert told.exit_code == 78
    assert "docs/storms.md" in told.output


def test_a_file_with_faults_is_refused(tmp_path):
    assert drill(tmp_path, "community: {nam: x}").exit_code == 78
