"""`bot doctor`: looks for what keeps the bot from working; each finding says what to do."""

import asyncio
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import click

from bot.adapters.checkup import machine
from bot.adapters.checkup.finding import Finding, Level, note, ok, problem, stop
from bot.adapters.files.settings import SECRET, Settings, SettingsRefused, read_settings, unknown_variables
from bot.cli import CANNOT_GO_ON
from bot.cli.said import LOCALES, config_option, data_option
from bot.core.capabilities import Capability
from bot.core.ids import DISCORD, TELEGRAM, Platform
from bot.domain.moderation.needs import Needs, needs
from bot.runtime.community import Community

_LOCK = Path(__file__).resolve().parents[2] / "requirements" / "run.txt"
_COLOURS = {Level.OK: "green", Level.NOTE: "cyan", Level.PROBLEM: "yellow", Level.STOP: "red"}


@click.command("doctor")
@config_option
@data_option
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--offline", is_flag=True, help="Do not ask the messengers.")
def command(config: Path | None, data_dir: Path | None, *, as_json: bool, offline: bool) -> None:
    """Look for what keeps the bot from working. Exit: 0 all is well, 1 something is not, 78 it cannot start."""
    findings = asyncio.run(_look(config, data_dir, offline=offline))
    if as_json:
        click.echo(json.dumps([asdict(one) for one in findings], indent=2, ensure_ascii=False))
    else:
        for one in findings:
            _print(one)
    levels = {one.level for one in findings}
    sys.exit(CANNOT_GO_ON if Level.STOP in levels else 1 if Level.PROBLEM in levels else 0)


async def _look(config: Path | None, data_dir: Path | None, *, offline: bool) -> list[Finding]:
    found = [machine.packages(_LOCK), machine.clock(), _search(), *_variables()]
    try:
        settings = read_settings(config=config, data_dir=data_dir)
    except SettingsRefused as refused:
        return [*found, stop("settings", str(refused), "put it right in the environment or .env")]
    communities = list(_communities(settings))
    found += [one for one in communities if isinstance(one, Finding)]
    sound = [one for one in communities if isinstance(one, Community)]
    found += [machine.disk(settings.data_dir), machine.port(settings.host, settings.port), _database(settings)]
    found += [*_tokens(settings, sound), *_secrets(settings, sound)]
    if not offline:
        found += await _messengers(settings, sound)
    return found


def _search() -> Finding:
    from bot.adapters.files import compiler

    if compiler.finish(compiler.start()) is not None:
        return ok("search", "compiled")
    return note("search", "in Python, at a third of its speed", "sudo apt install gcc python3-dev, if chat is busy")


def _variables() -> Iterator[Finding]:
    unknown = unknown_variables(os.environ | _variables_of(Path(".env")))
    for name, meant in unknown.items():
        do = f"did you mean {meant}?" if meant else "take it out"
        yield problem("variables", f"{name} means nothing to this version", do)
    if not unknown:
        yield ok("variables", "all are known")


def _variables_of(path: Path) -> dict[str, str]:
    from dotenv import dotenv_values

    return {name: value or "" for name, value in dotenv_values(path).items()} if path.is_file() else {}


def _communities(settings: Settings) -> Iterator[Finding | Community]:
    from bot.adapters.files.community import load_all
    from bot.adapters.files.faults import Refused

    try:
        loaded = load_all(settings.config, LOCALES)
    except Refused as refused:
        yield stop("config", refused.shown(), "put it right; python3 -m bot check-config tells more")
        return
    for one in loaded:
        yield one.community
        yield ok("config", f"{one.path}: in order")
        if "staff" not in one.community.places:
            yield note(
                "config", "there is no staff place: nobody sees the cards", "type /here staff where moderators meet"
            )


def _database(settings: Settings) -> Finding:
    import sqlite3

    from bot.adapters.files.data_dir import DataDir

    if settings.database_url:
        return note("database", "on a server; it is looked at when the bot starts")
    file = DataDir(settings.data_dir).database
    if not file.exists():
        return ok("database", f"{file} is made at the first start")
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    try:
        said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        said = str(error)
    finally:
        connection.close()
    if said != "ok":
        return stop(
            "database", f"{file} is damaged: {said}", f"put the newest copy of {file.parent / 'backups'} in its place"
        )
    return ok("database", f"{file} is sound")


def _tokens(settings: Settings, communities: Iterable[Community]) -> Iterator[Finding]:
    given = {DISCORD: settings.discord.token, TELEGRAM: settings.telegram.token}
    live = [one for one in communities if one.live]
    if not any(given.values()):
        if live:
            yield stop(
                "tokens", f"{live[0].name} is live, and there is no token", "write one into .env (see .env.example)"
            )
        else:
            yield note("tokens", "there are none: run opens the playground", "python3 -m bot init sets up a community")
        return
    for platform, token in given.items():
        if token is None and any(platform in named for one in live for named in one.places.values()):
            do = f"write TOWNKEEPER_{platform.upper()}__TOKEN=... into .env, or take {platform} out of places"
            yield problem("tokens", f"the config names places on {platform}, and there is no token for it", do)


def _secrets(settings: Settings, communities: Iterable[Community]) -> Iterator[Finding]:
    for one in communities:
        hooks = [queue.webhook.secret for queue in one.departments.values() if queue.webhook is not None]
        login = [one.mail.secret] if one.mail is not None and one.mail.user else []
        model = [one.faq.model.secret] if one.faq.model is not None and one.faq.model.secret else []
        for name in dict.fromkeys((*hooks, *login, *model)):
            if name not in settings.secret:
                what = f"{one.name} names the secret {name}, and there is none: what needs it is not asked or told"
                yield problem("secrets", what, f"write {SECRET}{name.upper()}=... into .env")


async def _messengers(settings: Settings, communities: Iterable[Community]) -> list[Finding]:
    from bot.adapters.checkup.discord import Discord
    from bot.adapters.checkup.telegram import Telegram

    sound = list(communities)
    found: list[Finding] = []
    if token := settings.discord.token:
        found += await Discord(token.get_secret_value(), settings.discord.api_url).look(
            _places(sound, DISCORD), _wanted(sound, DISCORD)
        )
    if token := settings.telegram.token:
        found += await Telegram(token.get_secret_value(), settings.telegram.api_url).look(
            _places(sound, TELEGRAM), _wanted(sound, TELEGRAM)
        )
    return found


def _places(communities: Iterable[Community], platform: Platform) -> dict[str, str]:
    return {
        f"{one.name}, {role}": named[platform]
        for one in communities
        for role, named in one.places.items()
        if platform in named
    }


def _wanted(communities: Iterable[Community], platform: Platform) -> dict[str, Needs]:
    """What rules, storms and the gate need in each place; staff's own places need nothing of that."""
    return {
        f"{one.name}, {role}": needs(
            one.policy, role, native=one.native_automod and platform == DISCORD, others=_others(one, platform)
        )
        for one in communities
        for role, named in one.places.items()
        if platform in named and role not in {"staff", "managers"}
    }


def _others(community: Community, platform: Platform) -> dict[str, frozenset[Capability]]:
    storm = {} if community.storm is None else {"storm": community.storm.leans_on}
    return storm | ({} if community.gate is None else {"gate": community.gate.leans_on(platform)})


def _print(finding: Finding) -> None:
    mark = click.style(f"{finding.level.value:<8}", fg=None if "NO_COLOR" in os.environ else _COLOURS[finding.level])
    click.echo(f"{mark} {finding.topic}: {finding.said}")
    if finding.do:
        click.echo(f"         -> {finding.do}")
