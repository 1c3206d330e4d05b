"""`bot init`: a few questions, and the community is set up; every question is also an option."""

import asyncio
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from bot.adapters.files.faults import looks_secret
from bot.adapters.files.grammar import timezone as timezone_name
from bot.cli.said import LOCALES, config_option, settings_of
from bot.cli.starter import Answers, starter
from bot.core.languages import LANGUAGES

MESSENGERS = ("discord", "telegram")
EXAMPLES = {
    "lobby": {"discord": "#general", "telegram": "@your_group"},
    "staff": {"discord": "#staff", "telegram": "a link to the group"},
}


@click.command("init")
@config_option
@click.option("--name", help="What the community calls itself.")
@click.option("--languages", help="The community's languages, its own first: en,pl")
@click.option("--timezone", help="Such as Europe/Warsaw; UTC if not given.")
@click.option("--discord-token", help="From the developer portal; asked for without being shown.")
@click.option("--telegram-token", help="From @BotFather; asked for without being shown.")
@click.option("--discord-lobby", help='Where newcomers are greeted: "#general".')
@click.option("--telegram-lobby", help='Where newcomers are greeted: "@your_group".')
@click.option("--discord-staff", help='Where moderators get their cards: "#staff".')
@click.option("--telegram-staff", help="Where moderators get their cards: a link to the group.")
@click.option("--manager", "managers", multiple=True, help="Who may use /config: discord:ID or telegram:ID.")
@click.option("--env-file", type=click.Path(path_type=Path), default=Path(".env"), show_default=True)
@click.option("--no-check", is_flag=True, help="Do not ask the messengers whether the tokens work.")
@click.option("--yes", is_flag=True, help="Ask nothing; what is not given stays out.")
def command(
    config: Path | None, env_file: Path, *, no_check: bool, yes: bool, **given: str | tuple[str, ...] | None
) -> None:
    """Set up a community: writes .env (readable by you alone) and config/community.yaml. Overwrites nothing."""
    path = config or settings_of().config
    if path.is_dir():
        raise click.UsageError(f"{path} is a folder: name a file in it, --config {path / 'yours.yaml'}")
    aside = _room_for(path)
    told = {name: value for name, value in given.items() if value}
    questions = _Questions(told, asks=sys.stdin.isatty() and not yes)
    answers, tokens = _answers(questions, tuple(told.get("managers", ())))
    if not no_check:
        asyncio.run(_must_work(tokens))
    text = starter(answers)
    _must_be_sound(text, path)
    _write(path, text, aside)
    _write_env(env_file, tokens)
    _tell(path, env_file, tokens, answers)


def _room_for(path: Path) -> Path | None:
    """Find out where a file that stands there already goes; a live community's file stays."""
    if not path.exists():
        return None
    aside = path.with_name(path.name + ".example")
    is_live = re.search(r"(?m)\blive:\s*true\b", re.sub(r"(?m)#.*$", "", path.read_text("utf-8", "replace")))
    if is_live or aside.exists():
        raise click.ClickException(
            f"{path} is there already, and nothing is overwritten. "
            f"Change it by hand, or write another one: --config {path.with_name('second.yaml')}"
        )
    return aside


class _Questions:
    """Takes an option where it was given, else asks, where somebody is there to answer."""

    def __init__(self, told: Mapping[str, str | tuple[str, ...]], *, asks: bool) -> None:
        self._told = told
        self._asks = asks

    def ask(
        self,
        option: str,
        question: str,
        default: str = "",
        *,
        hidden: bool = False,
        sound: Callable[[str], str] = str.strip,
    ) -> str:
        """``sound`` raises UsageError for what cannot be; whoever sits there is asked again at once."""
        value = str(self._told.get(option.replace("-", "_"), ""))
        if value or not self._asks:
            return sound(value or default)
        shown = bool(default)
        answer: str = click.prompt(
            question, default=default, hide_input=hidden, show_default=shown, value_proc=sound, prompt_suffix=" "
        )
        return answer

    def name(self) -> str:
        return self.ask("name", "What is the community called?", sound=_a_name)

    def languages(self) -> list[str]:
        question = f"Which languages does it speak, its own first ({', '.join(LANGUAGES)})?"
        return _listed(self.ask("languages", question, "en", sound=_languages)) or ["en"]

    def timezone(self) -> str:
        return self.ask("timezone", "Which time zone is it in, such as Europe/Warsaw?", "UTC", sound=_a_zone)

    def tokens(self) -> dict[str, str]:
        asked = {
            messenger: self.ask(
                f"{messenger}-token", f"{messenger.title()} bot token (it stays unseen; empty: none):", hidden=True
            )
            for messenger in MESSENGERS
        }
        return {messenger: token for messenger, token in asked.items() if token}

    def places(self, messengers: Sequence[str]) -> dict[str, dict[str, str]]:
        places: dict[str, dict[str, str]] = {}
        for role, what in (("lobby", "Where are newcomers greeted"), ("staff", "Where do moderators get their cards")):
            for messenger in messengers:
                question = f"{what} on {messenger.title()}, such as {EXAMPLES[role][messenger]}? (empty: later)"
                written = self.ask(f"{messenger}-{role}", question, sound=_a_place)
                if written:
                    places.setdefault(role, {})[messenger] = written
        return places


def _answers(questions: _Questions, managers: Sequence[str]) -> tuple[Answers, dict[str, str]]:
    name = questions.name()
    languages = questions.languages()
    tokens = questions.tokens()
    messengers = list(tokens) or list(MESSENGERS)
    places = questions.places(messengers)
    return Answers(name, _id(name), languages, questions.timezone(), messengers, places, managers), tokens


def _a_name(written: str) -> str:
    if not written.strip():
        raise click.UsageError('Say what the community is called: --name "Riverside Makers"')
    return written.strip()


def _listed(written: str) -> list[str]:
    return [language for language in re.split(r"[,\s]+", written) if language]


def _languages(written: str) -> str:
    for language in _listed(written):
        if language not in LANGUAGES:
            raise click.UsageError(f'"{language}" is not among the languages: {", ".join(LANGUAGES)}')
    return written


def _a_zone(written: str) -> str:
    try:
        return timezone_name(written.strip())
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _a_place(written: str) -> str:
    if looks_secret(written):
        raise click.UsageError(
            "This looks like a bot's token; a place is a name or a link. Tokens are asked for before."
        )
    return written.strip()


def _id(name: str) -> str:
    from bot.adapters.files.community import slug

    return slug(name) or "community"


async def _must_work(tokens: dict[str, str]) -> None:
    """Ask the messengers; a token that is refused is refused here, a network that is down is only told."""
    from bot.adapters.checkup.discord import Discord
    from bot.adapters.checkup.finding import Finding, Level
    from bot.adapters.checkup.telegram import Telegram

    settings = settings_of()
    told: list[Finding | str] = []
    if token := tokens.get("discord"):
        bot = await Discord(token, settings.discord.api_url).who()
        told.append(bot if isinstance(bot, Finding) else f"Discord knows this token: {bot.name}")
    if token := tokens.get("telegram"):
        known = await Telegram(token, settings.telegram.api_url).who()
        told.append(known if isinstance(known, Finding) else f"Telegram knows this token: {known.name}")
    for one in told:
        if isinstance(one, Finding) and one.level is Level.STOP:
            raise click.ClickException(f"{one.said}: {one.do}. Nothing was written.")
        click.echo(one.said if isinstance(one, Finding) else one)


def _must_be_sound(text: str, path: Path) -> None:
    from bot.adapters.files.community import load
    from bot.adapters.files.faults import Refused

    try:
        load(text.encode(), str(path), LOCALES)
    except Refused as refused:
        raise click.ClickException(
            f"These answers do not make a sound file; nothing was written.\n\n{refused}"
        ) from None


def _write(path: Path, text: str, aside: Path | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if aside:
        path.rename(aside)
        click.echo(f"{path} was no live community; it is now {aside}")
    with path.open("x", encoding="utf-8") as out:
        out.write(text)


def _write_env(path: Path, tokens: dict[str, str]) -> None:
    """Add what is not there yet; what stands in the file stays."""
    lines = {f"TOWNKEEPER_{messenger.upper()}__TOKEN": token for messenger, token in tokens.items()}
    before = path.read_text("utf-8") if path.exists() else ""
    taken = [name for name in lines if re.search(rf"(?m)^\s*(export\s+)?{name}\s*=\s*\S", before)]
    for name in taken:
        click.echo(f"{path} holds {name} already: left as it is", err=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as out:
        if before and not before.endswith("\n"):
            out.write("\n")
        out.writelines(f"{name}={token}\n" for name, token in lines.items() if name not in taken)
    path.chmod(0o600)


def _tell(path: Path, env_file: Path, tokens: dict[str, str], answers: Answers) -> None:
    click.echo(f"\nWritten: {path} and {env_file}")
    if not tokens:
        click.echo(
            f"No token yet: write TOWNKEEPER_DISCORD__TOKEN=... or TOWNKEEPER_TELEGRAM__TOKEN=... into {env_file}"
        )
    if not answers.places.get("staff"):
        click.echo(
            "Moderators have no place yet: type /here staff where they meet, and paste the line the bot answers with."
        )
    if not answers.managers:
        click.echo("Nobody may use /config yet: /whoami answers with the line for team: managers.")
    click.echo("Next: python3 -m bot doctor, then python3 -m bot run")
