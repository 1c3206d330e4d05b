"""Short scripted scenes: the same thing happens on both messengers, and each answers in its own best way."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.adapters.playground.manners import Blocked
from bot.adapters.playground.platform import PlaygroundPlatform
from bot.adapters.playground.world import GENERAL, Person, restored
from bot.core.ids import DISCORD, Platform

PATIENCE = 10.0
"""Seconds until a scene stops waiting for the bot."""


@dataclass(frozen=True, slots=True)
class Scene:
    """``name`` is for scripts, ``title`` for the button, ``about`` says what to look for."""

    name: str
    title: str
    about: str


SCENES = (
    Scene("greeting", "Greeting", "Somebody new joins and is greeted, with the guidelines and a button to agree."),
    Scene("spam-link", "Spam link", "An invitation link to somewhere else: gone at once, and its author told why."),
    Scene("bad-word", "Bad word in Polish", "A strong word is removed in any of the five languages; strikes add up."),
    Scene("complaint", "Complaint", "A member reports a message; the moderators get a card with buttons in #staff."),
)


@dataclass(frozen=True, slots=True)
class Played:
    """The scene went as written; ``actors`` are those whom it happened to, by dialect."""

    actors: Mapping[Platform, str]


class Scenes:
    """Plays scenes, on both sides at once. Each can be played as often as one likes."""

    def __init__(self, platforms: Sequence[PlaygroundPlatform]) -> None:
        self._platforms = platforms
        self._plays: dict[str, Callable[[PlaygroundPlatform], str | Blocked]] = {
            "greeting": _greeting,
            "spam-link": _spam_link,
            "bad-word": _bad_word,
            "complaint": _complaint,
        }

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._plays)

    async def play(self, name: str) -> Played | Blocked:
        """Play one scene, and return when the bot has decided about all of it. KeyError for a name not known."""
        play = self._plays[name]
        actors: dict[Platform, str] = {}
        for platform in self._platforms:
            actor = play(platform)
            if isinstance(actor, Blocked):
                return actor
            actors[platform.dialect] = actor
        try:
            async with asyncio.timeout(PATIENCE):
                for platform in self._platforms:
                    await platform.handled()
        except TimeoutError:
            return Blocked("The bot has not answered in ten seconds; the terminal may say why.")
        return Played(actors)


def _greeting(platform: PlaygroundPlatform) -> str:
    return platform.inbound.join().id


def _spam_link(platform: PlaygroundPlatform) -> str | Blocked:
    link = "https://discord.gg/free-prizes" if platform.dialect == DISCORD else "https://t.me/+freeprizes"
    return _posts(platform, _member(platform, 1), f"Everybody wins, only today! {link}")


def _bad_word(platform: PlaygroundPlatform) -> str | Blocked:
    return _posts(platform, _member(platform, 0), "Kurwa, znowu nie działa ta drukarka!")


def _complaint(platform: PlaygroundPlatform) -> str | Blocked:
    rude, hurt = _member(platform, 2), _member(platform, 0)
    said = platform.inbound.post(rude.id, GENERAL, "Nobody asked for your lamp. Go and bother some other group.")
    if isinstance(said, Blocked):
        return said
    return _posts(platform, hurt, "/report This is no way to talk to people.", said.post)


def _posts(platform: PlaygroundPlatform, person: Person, text: str, reply_to: int | None = None) -> str | Blocked:
    outcome = platform.inbound.post(person.id, GENERAL, text, reply_to)
    return outcome if isinstance(outcome, Blocked) else person.id


def _member(platform: PlaygroundPlatform, number: int) -> Person:
    """One of the regulars, free to write again whatever earlier scenes brought upon them."""
    side = platform.side
    person = restored(list(side.people.values())[number], side.now())
    if person != side.people[person.id]:
        side.update(person)
    return person
