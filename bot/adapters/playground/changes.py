"""What changed in the pretend messengers, as whoever watches them is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.adapters.playground.posts import Post
from bot.core.ids import Platform


@dataclass(frozen=True, slots=True)
class PostChanged:
    """A post is new, or is not what it was."""

    dialect: Platform
    post: Post


@dataclass(frozen=True, slots=True)
class PeopleChanged:
    """Somebody came, went, or may write again."""

    dialect: Platform


@dataclass(frozen=True, slots=True)
class StartedOver:
    """Nothing of before is left."""


Change: TypeAlias = PostChanged | PeopleChanged | StartedOver
Watcher: TypeAlias = Callable[[Change], None]
