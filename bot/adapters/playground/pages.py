"""The page and its pieces: what the world and the story look like now, as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.adapters.playground.cast import LANGUAGES
from bot.adapters.playground.platform import PlaygroundPlatform
from bot.adapters.playground.posts import BOT, BOT_NAME, Post
from bot.adapters.playground.render import html, is_web
from bot.adapters.playground.scenes import SCENES
from bot.adapters.playground.story import Story
from bot.adapters.playground.world import Person, Side, Standing, is_private, person_of
from bot.core.ids import Platform
from bot.core.people import Rank
from bot.core.text import plain

_TEMPLATES = Path(__file__).parent / "templates"
TINTS = 8


@dataclass(frozen=True, slots=True)
class PostView:
    """A post with the names that belong to it; ``reader`` is the one person for whose eyes it is, if any."""

    post: Post
    author: str
    reader: str
    reader_name: str
    replied: str
    menu: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """One line of the choice whom to write as."""

    id: str
    name: str
    about: str
    is_staff: bool


class Pages:
    """Renders. Everything that is shown is escaped by the templates or by ``render``."""

    def __init__(self, platforms: Sequence[PlaygroundPlatform], story: Story, config: str) -> None:
        self._platforms = {p.dialect: p for p in platforms}
        self._story = story
        self._config = config
        self._templates = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def page(self, mark: str) -> str:
        """The whole page; changes after ``mark`` come by the stream."""
        return self._render(
            "index.html",
            platforms=tuple(self._platforms.values()),
            scenes=SCENES,
            config=self._config,
            mark=mark,
            posts={d: [_post(p, post) for post in p.side.posts.values()] for d, p in self._platforms.items()},
            people={d: _people(p.side) for d, p in self._platforms.items()},
            chapters=tuple(reversed(self._story.chapters.values())),
        )

    def post(self, dialect: Platform, number: int) -> str:
        """One post; nothing when it is gone from memory."""
        platform = self._platforms[dialect]
        post = platform.side.posts.get(number)
        return "" if post is None else self._render("post.html", view=_post(platform, post))

    def people(self, dialect: Platform) -> str:
        """The choice whom to write as."""
        return self._render("people.html", options=_people(self._platforms[dialect].side))

    def chapter(self, number: int) -> str:
        """One chapter of the story; nothing when it is forgotten."""
        chapter = self._story.chapters.get(number)
        return "" if chapter is None else self._render("chapter.html", chapter=chapter)

    def _render(self, template: str, **shown: object) -> str:
        return self._templates.get_template(template).render(
            spans=html, plain=plain, tint=_tint, is_web=is_web, **shown
        )


def _post(platform: PlaygroundPlatform, post: Post) -> PostView:
    side = platform.side
    reader = person_of(post.chat) if is_private(post.chat) else post.only
    replied = side.posts.get(post.reply_to) if post.reply_to is not None else None
    quote = f"{_name(side, replied.author)}: {plain(replied.text)}" if replied is not None else ""
    return PostView(post, _name(side, post.author), reader, _name(side, reader), quote, platform.menu())


def _people(side: Side) -> tuple[PersonView, ...]:
    people = sorted(side.people.values(), key=lambda p: p.standing is not Standing.INSIDE)
    return tuple(PersonView(p.id, p.name, _about(p, side), p.rank >= Rank.MODERATOR) for p in people)


def _name(side: Side, native: str) -> str:
    if native == BOT:
        return BOT_NAME
    person = side.people.get(native)
    return person.name if person is not None else ""


def _about(person: Person, side: Side) -> str:
    if person.standing is Standing.BANNED:
        return "banned"
    if person.standing is Standing.OUTSIDE:
        return "not here"
    if person.is_muted(side.now()):
        return "muted"
    rank = {Rank.MODERATOR: "moderator", Rank.OWNER: "owner"}.get(person.rank, "member")
    return f"{rank}, {LANGUAGES[person.role.language]}"


def _tint(name: str) -> int:
    """A colour for a name, always the same one."""
    return crc32(name.encode()) % TINTS
