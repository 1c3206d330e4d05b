"""`bot privacy`: what is kept about people, as it is declared beside the tables; PRIVACY.md's table comes from here."""

import click

from bot.cli.said import LOCALES
from bot.core.privacy import Ends, Keeps, Kind, Leaves
from bot.core.text import Voice, plain, say
from bot.runtime.community import Privacy

_LEAVES = {
    Leaves.GONE: "deleted",
    Leaves.NAMELESS: "stays under a made-up account, without name and words",
    Leaves.STAYS: "names nobody, or only while it is needed",
}


@click.command("privacy")
@click.option("--markdown", is_flag=True, help="The table of PRIVACY.md.")
def command(*, markdown: bool) -> None:
    """List what is kept about people, for how long, and what becomes of it when somebody asks to be forgotten."""
    from bot.adapters.files.locales import load_voices
    from bot.adapters.store.exporting import kinds

    click.echo(table(load_voices(LOCALES).of("en")) if markdown else "\n".join(kind.subject for kind in kinds()))


def table(voice: Voice) -> str:
    """One line for each kind of thing, with the tables in which it stands."""
    from bot.adapters.store.exporting import kinds

    head = ["| What | Tables | For how long | When she asks (`/mydata delete`) |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *(_row(kind, voice) for kind in kinds())])


def _row(kind: Kind, voice: Voice) -> str:
    about = plain(voice(say(f"privacy-about-{kind.subject}")))
    tables = ", ".join(f"`{name}`" for name in kind.tables)
    return f"| {about} | {tables} | {'; '.join(map(_time, kind.keeps))} | {_LEAVES[kind.leaves]} |"


def _time(keeps: Keeps) -> str:
    span = keeps.span or (getattr(Privacy(), keeps.option) if keeps.option else None)
    days = "" if span is None else f"{span.days} days"
    option = f" (`{keeps.option}`)" if keeps.option else ""
    match keeps.ends:
        case Ends.AGED:
            return f"{days or 'nothing, unless asked for'}{option}"
        case Ends.WORDLESS:
            return f"words {days}{option}"
        case Ends.DONE:
            return "until it is done"
        case Ends.ASKED:
            return "until she changes it"
