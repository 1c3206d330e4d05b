"""One line of the story, and the names that people and places have in it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.adapters.playground.world import World, is_private, person_of
from bot.core.ids import MessageRef, Place, Platform, UserRef
from bot.core.text import plain


class Tone(StrEnum):
    """How a line is meant: what was found, what let it pass, what was done, what could not be."""

    PLAIN = "plain"
    PASSED = "passed"
    FOUND = "found"
    DONE = "done"
    REFUSED = "refused"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Line:
    """``source`` is the line of the config file behind it, ``post`` the message one may jump to."""

    text: str
    tone: Tone = Tone.PLAIN
    source: str = ""
    post: str = ""


class Names:
    """What refs are called."""

    def __init__(self, world: World) -> None:
        self._world = world

    def who(self, user: UserRef, name: str = "") -> str:
        side = self._world.of(user.platform)
        person = None if side is None else side.people.get(user.native)
        return person.name if person is not None else name or user.native

    def where(self, place: Place) -> str:
        side = self._world.of(place.platform)
        chat = None if side is None else side.chat(place)
        if side is None or chat is None:
            return "a place unknown"
        if not is_private(chat):
            return f"#{chat}"
        return f"the private chat with {self.who(UserRef(side.name, person_of(chat)))}"

    def said_where(self, place: Place) -> str:
        """Where somebody did something of their own: "in #general", or "in private"."""
        return "in private" if place.is_direct else f"in {self.where(place)}"

    def button(self, platform: Platform, token: str) -> str:
        """The label of the button with this token, if it is still to be seen."""
        side = self._world.of(platform)
        posts = reversed(side.posts.values()) if side is not None else ()
        keys = (key for post in posts for row in post.keys for key in row)
        return next((plain(key.label) for key in keys if key.token == token), "")

    def post(self, ref: MessageRef | None) -> str:
        """The id of the post in the page, if it is there."""
        side = None if ref is None else self._world.of(ref.place.platform)
        post = None if side is None else side.post(ref)
        return f"post-{post.id}" if post is not None else ""
