"""What one clean message costs: the whole bot beside the bare client libraries, in one process and one run.

Start it with `python3 -m bench.clean_message`.
"""

import argparse
import asyncio
import os
import platform
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from bench.aims import Aim

DECIDED = Aim("us from the event to the decision", 40, at_most=True)
ROOT = Path(__file__).resolve().parents[1]
SPAM = "free rides for all, join discord.gg/not-ours today"
"""Proves after the run that the rules were awake."""


def main() -> None:
    """Measure and print a table."""
    options = _options()
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    if find_spec("discord") is None:
        _hand_over()
    asyncio.run(_run(options))


async def _run(options: argparse.Namespace) -> None:
    from bench.chatter import Said
    from bench.engine import running
    from bench.on_discord import DiscordSide
    from bench.on_telegram import TelegramSide
    from bench.timing import measure

    async with running() as made:
        engine = made.engine
        telegram, discord = TelegramSide(engine, options.seed), DiscordSide(engine, options.seed)
        await telegram.open()
        await discord.open()
        contenders = [*telegram.contenders(), *discord.contenders()]
        found = await measure(contenders, options.rounds, options.size)
        community = next(iter(engine.communities)).key
        clean = await made.store.cases.next_number(community)
        spam = Said(10**8, 0, "Ann", SPAM, None)
        await telegram.intake.take(telegram.update(spam))
        await discord.take(discord.payload(spam))
        caught = await made.store.cases.next_number(community)
        await telegram.close()
        await discord.close()
    # Asking for the next number takes one: without a case before, and with two after, they are 1 and 4.
    if engine.dispatcher.failures or (clean, caught) != (1, 4):
        sys.exit(f"this run proves nothing: {engine.dispatcher.failures} faults, numbers {clean} and {caught}")
    _print({one.name: one.median for one in found}, options)
    for one in found if options.all else ():
        print(f"{one.name:<28} median {one.median:7.1f}   {one.best:7.1f} to {one.worst:7.1f}")


def _print(us: dict[str, float], options: argparse.Namespace) -> None:
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("discord.py", "python-telegram-bot"))
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {versions}; seed {options.seed},")
    print(f"median of {options.rounds} rounds of {options.size} messages; processor time for one message\n")
    rows = (
        ("Telegram: python-telegram-bot alone, Update.de_json", "telegram library", "telegram library"),
        ("Telegram: ... and handed to an empty handler", "telegram library, handled", "telegram library"),
        ("Telegram: the bot, raw update to event", "telegram parsing", "telegram library"),
        ("Telegram: the whole bot, raw update to decision", "telegram bot", "telegram library"),
        ("Discord: discord.py alone, parse and an empty handler", "discord library", "discord library"),
        ("Discord: discord.py and the bot, payload to event", "discord parsing", "discord library"),
        ("Discord: discord.py and the whole bot, payload to decision", "discord bot", "discord library"),
    )
    print("| work | us | beside the library alone |\n| --- | ---: | ---: |")
    for label, name, beside in rows:
        print(f"| {label} | {us[name]:.1f} | {us[name] / us[beside]:.2f} |")
    print("\nThe bot's own work: reading it in ours, then everything from the event to the decision")
    print(f"Telegram: {us['telegram parsing']:.1f} + {us['telegram bot'] - us['telegram parsing']:.1f}")
    read = us["discord parsing"] - us["discord library"]
    print(f"Discord: {read:.1f} + {us['discord bot'] - us['discord parsing']:.1f}\n")
    for label in ("telegram", "discord"):
        print(DECIDED.line(us[f"{label} bot"] - us[f"{label} parsing"], label.capitalize()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What one clean message costs.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--size", type=int, default=1000, help="messages in each round")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--all", action="store_true", help="also print the fastest and slowest round of each")
    return parser.parse_args()


def _hand_over() -> None:
    """Outside of the environment that `python3 -m bot` makes: let it be made, and start again inside."""
    import subprocess

    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    made = subprocess.call([sys.executable, "-m", "bot", "version"], cwd=ROOT)
    if made or sys.prefix != sys.base_prefix:
        sys.exit("The bot's packages are missing here; python3 -m bot version says why.")
    sys.exit(subprocess.call([str(python), "-m", "bench.clean_message", *sys.argv[1:]], cwd=ROOT))  # noqa: S603


if __name__ == "__main__":
    main()
