"""Every text that a reader of a message could see, wherever it hides, and every address behind it."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import discord

from bot.core.attachments import Attachment, Enclosure, kind_of_file
from bot.core.ids import DISCORD, MessageRef

_MASKED = re.compile(r"\[[^\]\n]{0,500}\]\(\s*<?([^\s<>)]{1,2000})")
# The keys under which embeds and components carry words for people, and addresses.
_WORDS = ("title", "description", "name", "value", "text", "label", "content", "placeholder")
_ADDRESSES = ("url",)

Source = discord.Message | discord.MessageSnapshot


def also(message: discord.Message) -> tuple[str, ...]:
    """All texts besides what the author wrote: embeds, polls, buttons, files, stickers, forwards, a thread's name."""
    return tuple(text for text in _everything(message) if text and text != message.content)


def links(message: discord.Message, texts: Iterable[str]) -> tuple[str, ...]:
    """Addresses pulled out of markup: masked links, embeds, buttons; those in plain sight are read with the text."""
    found: dict[str, None] = {}
    for text in (message.content, *texts):
        found.update(dict.fromkeys(_MASKED.findall(text)))
    sources: tuple[Source, ...] = (message, *message.message_snapshots)
    for source in sources:
        for tree in _trees(source):
            found.update(dict.fromkeys(_walk(tree, _ADDRESSES)))
    return tuple(found)


def files(message: discord.Message) -> int:
    """How many files it carries, its own and forwarded ones."""
    return len(message.attachments) + sum(len(each.attachments) for each in message.message_snapshots)


def carries(message: discord.Message) -> frozenset[Attachment]:
    """The kinds of what hangs on it, forwarded things too."""
    kinds: set[Attachment] = {Attachment.POLL} if message.poll is not None else set()
    sources: tuple[Source, ...] = (message, *message.message_snapshots)
    for source in sources:
        if source.stickers:
            kinds.add(Attachment.STICKER)
        kinds.update(_kind(source, file) for file in source.attachments)
    return frozenset(kinds)


def enclosures(message: discord.Message, ref: MessageRef) -> tuple[Enclosure, ...]:
    """The files that hang on it, forwarded ones too, by id and by the address where they are for some hours."""
    sources: tuple[Source, ...] = (message, *message.message_snapshots)
    return tuple(
        Enclosure(DISCORD, str(file.id), file.filename, _kind(source, file), file.size, file.url, ref)
        for source in sources
        for file in source.attachments
    )


def _kind(source: Source, file: discord.Attachment) -> Attachment:
    return Attachment.VOICE if source.flags.voice else kind_of_file(file.filename, file.content_type or "")


def digest(parts: Sequence[str]) -> str:
    """A short hash of what is shown: an embed may unfold without any edit stamp."""
    return hashlib.blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=8).hexdigest()


def _everything(message: discord.Message) -> Iterator[str]:
    yield from _of(message)
    if message.poll is not None:
        yield message.poll.question
        yield from (answer.text for answer in message.poll.answers)
    for snapshot in message.message_snapshots:
        yield snapshot.content
        yield from _of(snapshot)
    if isinstance(message.channel, discord.Thread) and message.id == message.channel.id:
        yield message.channel.name


def _of(source: Source) -> Iterator[str]:
    for tree in _trees(source):
        yield from _walk(tree, _WORDS)
    for file in source.attachments:
        yield file.filename
        yield from filter(None, (file.title, file.description))
    yield from (sticker.name for sticker in source.stickers)


def _trees(source: Source) -> list[Any]:
    embeds = [embed.to_dict() for embed in source.embeds]
    # discord.py leaves the attribute out when the payload has no components.
    components: Sequence[Any] = getattr(source, "components", ())
    return [*embeds, *(component.to_dict() for component in components)]


def _walk(node: Any, keys: tuple[str, ...]) -> Iterator[str]:  # noqa: ANN401  # JSON of any shape
    if isinstance(node, list):
        for each in node:  # pyright: ignore[reportUnknownVariableType]
            yield from _walk(each, keys)
    elif isinstance(node, dict):
        for key, value in node.items():  # pyright: ignore[reportUnknownVariableType]
            if key in keys and isinstance(value, str):
                yield value
            else:
                yield from _walk(value, keys)
