"""What the whole policy costs: every rule of the example config, with words in five languages, on mixed chat.

Start it with `python3 -m bench.policy_speed`; `--corpora DIR` adds real chat in Polish, Russian, Spanish and Albanian.
"""

import argparse
import gc
import os
import platform
import statistics
import time
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from bench import policy_chat, words_speed
from bench.aims import Aim
from bench.evasion_chat import LANGUAGES
from bench.hostile import hostile
from bench.policy_terms import print_terms
from bench.stream_speed import print_stream
from bot.adapters.files import compiler
from bot.adapters.files.community import load
from bot.adapters.files.lexicons import LazyLexicon
from bot.core.messages import Message
from bot.core.people import Member
from bot.domain.moderation.mind import Mind
from bot.domain.moderation.policy import Policy
from bot.domain.moderation.sample import sample

ROOT = Path(__file__).resolve().parents[1]
CONFIG, LOCALES = ROOT / "config" / "community.yaml", ROOT / "locales"
MESSAGES = Aim("messages a second on one core, all mixed, as it comes", 40_000)
HOSTILE = Aim("ms for the worst hostile message of 4,096 characters", 5, at_most=True)
FASTER_THAN = {"better-profanity 0.7": 1000.0}
_OF_TERMS = 16_000
SLICE = 500
"""Messages between two looks at the clock: the median of the slices is not moved by what else the machine does."""


def main() -> None:
    """Measure and print tables."""
    options = _options()
    policy = whole_policy(options.config)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; processor time")
    search = "compiled" if compiler.finish(compiler.start()) else "in Python"
    print(f"{len(policy.rules)} rules, words in {', '.join(LANGUAGES)}; search {search}; seed {options.seed}\n")
    ours = _print_chat(policy, options)
    _print_peers(ours, options)
    _print_terms(policy, options)
    words_speed.print_start()
    print_stream(options.config, options.seed, options.corpora)
    _print_hostile(policy, options.seed)


def whole_policy(config: Path = CONFIG) -> Policy:
    """Load the example config, its word rules over all five languages."""
    text, all_five = config.read_text(encoding="utf-8"), f"[{', '.join(LANGUAGES)}]"
    text = text.replace("words: [en, pl]", f"words: {all_five}").replace("speaks: [en, pl]", f"speaks: {all_five}")
    loaded = load(text.encode(), str(config), LOCALES)
    loaded.warm()
    return loaded.community.policy


def _print_chat(policy: Policy, options: argparse.Namespace) -> float:
    texts = policy_chat.mixed(options.seed, options.corpora)
    known, others = texts[: len(texts) // 2], texts[len(texts) // 2 :]
    rows: list[tuple[str, list[str], list[str]]] = [
        ("all mixed, with an empty memory", known, []),
        ("all mixed, only texts that were never said before", policy_chat.only_new(others, known), known),
        ("all mixed, as it comes", others, known),
    ]
    for language in LANGUAGES:
        lines = policy_chat.lines_of(language, options.seed, options.corpora)
        real = "real" if language == "en" or options.corpora else "made up"
        new = policy_chat.only_new(lines[5000:], lines[:5000])
        rows.append((f"{language}, {real}, only texts that were never said before", new, lines[:5000]))
    print("| chat | characters | us, median | mean | messages a second | fire |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    cost = 0.0
    for title, said, before in rows:
        took, mean, fired = _judged(policy, said, before, options.seed)
        cost = took if title.endswith("as it comes") else cost
        size = statistics.mean(map(len, said))
        print(
            f"| {title} | {size:.0f} | {took:.1f} | {mean:.1f} | {1e6 / took:,.0f} | {100 * fired / len(said):.1f} % |"
        )
    print("\n" + MESSAGES.line(1e6 / cost))
    return cost


def _judged(policy: Policy, texts: list[str], before: list[str], seed: int) -> tuple[float, float, int]:
    """Judge texts after others; gives the microseconds of the median slice and of all, and how many fired."""
    for rule in policy.rules:
        lexicon = getattr(rule.trigger, "lexicon", None)
        if lexicon is not None:
            (lexicon.compiled() if isinstance(lexicon, LazyLexicon) else lexicon).memory.clear()
    mind = Mind()
    for message in policy_chat.posts(before, seed):
        mind.judge(sample(message), policy)
    mind = Mind()  # what was said is forgotten, what the words are is not
    posts = policy_chat.posts(texts, seed)
    took: list[float] = []
    fired = 0
    gc.collect()
    gc.freeze()  # as the bot does when it has started
    while part := list(map(_fresh, islice(posts, SLICE))):
        began = time.process_time()
        for message in part:
            fired += not mind.judge(sample(message), policy)[0].is_clean
        took.append((time.process_time() - began) / len(part) * 1e6)
    gc.unfreeze()
    return statistics.median(took), statistics.mean(took), fired


def _print_terms(policy: Policy, options: argparse.Namespace) -> None:
    texts = policy_chat.mixed(options.seed, options.corpora)[:_OF_TERMS]
    known, others = texts[: len(texts) // 2], texts[len(texts) // 2 :]
    print_terms(policy, lambda each: _judged(each, others, known, options.seed)[0])


def _fresh(message: Message) -> Message:
    """Make it anew just before it is judged, as an adapter does: out of bytes, at no place where it lay for minutes."""
    return replace(message, text=message.text.encode().decode())


def _print_peers(ours: float, options: argparse.Namespace) -> None:
    texts = list(islice(policy_chat.mixed(options.seed, options.corpora), 2000))
    print("\n| beside others that only look for words | us a message | times ours |\n| --- | ---: | ---: |")
    print(f"| the whole policy, as it comes | {ours:.1f} | 1 |")
    times = {name: took / ours for name, took in words_speed.peers_alone(texts).items()}
    for name, more in times.items():
        print(f"| {name} | {more * ours:.1f} | {more:,.1f} |")
    print()
    for name, more in times.items():
        print(Aim(f"times as fast as {name}", FASTER_THAN.get(name, 1)).line(more))


def _print_hostile(policy: Policy, seed: int) -> None:
    """Somebody who just came in, so that models look, too; each text thrice, made anew, and the best of them counts."""
    mind, numbers = Mind(), count(10**6)
    print("\n| a hostile message | ms, 4,096 characters | ms, 6,000 |\n| --- | ---: | ---: |")
    took: dict[str, list[float]] = {}
    for size in (4096, 6000):
        best: dict[str, float] = {}
        for turn in range(3):
            for name, text in hostile(seed + turn, size).items():
                spent = _spent(mind, policy, _of_newcomer(text, next(numbers)))
                best[name] = min(best.get(name, spent), spent)
        for name, spent in best.items():
            took.setdefault(name, []).append(spent)
    worst = sorted(took.items(), key=lambda each: -each[1][0])
    for name, (short, long) in worst[:12]:
        print(f"| {name} | {short:.1f} | {long:.1f} |")
    medians = [statistics.median(each) for each in zip(*took.values(), strict=True)]
    print(f"| median of {len(worst)} | {medians[0]:.1f} | {medians[1]:.1f} |")
    print("\n" + HOSTILE.line(worst[0][1][0], worst[0][0]))


def _spent(mind: Mind, policy: Policy, message: Message) -> float:
    gc.collect()
    began = time.process_time()
    mind.judge(sample(message), policy)
    return (time.process_time() - began) * 1000


def _of_newcomer(text: str, number: int) -> Message:
    message = next(policy_chat.posts([text], 1))
    # Whoever was here before the first message that was heard is not known to be new (`History.nth`).
    author = Member(replace(message.author.user, native=str(number)), "New", joined_at=message.sent_at)
    return replace(message, author=author, ref=replace(message.ref, native=str(number)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What the whole policy costs.")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--config", type=Path, default=CONFIG, help="another config than the example")
    parser.add_argument("--corpora", type=Path, help="a folder with labelled chat, as bench/policy_chat.py names it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
