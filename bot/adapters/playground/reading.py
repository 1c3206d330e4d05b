"""What the bot gets to read of posts and people: what the messenger would tell it, and no more."""

import re
from dataclasses import replace

from bot.adapters.playground.posts import BOT, BOT_NAME, Post
from bot.adapters.playground.world import Person, Side, is_private
from bot.core.ids import DISCORD, UserRef
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.text import plain

_NAMED = re.compile(r"@([\w-]+)")


class Reading:
    """The view from the bot's side of the wire."""

    def __init__(self, side: Side) -> None:
        self._side = side

    def message(self, post: Post) -> Message:
        """The post as the bot reads it."""
        person = self._side.people.get(post.author)
        author = self._quiet(self.actor(person, post.chat)) if person is not None else self._bot()
        text = plain(post.text)
        replied = self._side.posts.get(post.reply_to) if post.reply_to is not None else None
        named = (self._side.named(name) for name in _NAMED.findall(text))
        ref, keep = self._side.ref(post), self._side.kept.keep
        files = tuple(keep(f"{post.id}/{at}", file, self._side.name, ref) for at, file in enumerate(post.files))
        return Message(
            ref,
            author,
            text,
            post.at,
            mentions=tuple(UserRef(self._side.name, p.id) for p in named if p is not None),
            reply_to=self._side.ref(replied) if replied is not None else None,
            also=tuple(file.name for file in files),
            attachments=len(files),
            carries=frozenset(file.kind for file in files),
            enclosures=files,
        )

    def find(self, word: str) -> Member | None:
        """Whom a name in a command means."""
        found = self._side.named(word)
        return self._side.member(found) if found is not None else None

    def newcomer(self, person: Person) -> Member:
        """Somebody who just came in."""
        return self._quiet(self._side.member(person))

    def actor(self, person: Person, chat: str) -> Member:
        """Somebody who asks the bot for something."""
        member = replace(self._side.member(person), locale=self._told_locale(person))
        if not is_private(chat) or member.rank <= Rank.MEMBER:
            return member
        return replace(member, rank=Rank.MEMBER)  # a private chat knows no ranks

    def _told_locale(self, person: Person) -> str:
        # Discord has no Albanian: such a person's client speaks something else, and the bot is not told.
        hidden = self._side.dialect == DISCORD and person.role.language == "sq"
        return "" if hidden else person.role.language

    def _quiet(self, member: Member) -> Member:
        """Discord tells a person's language with interactions only, Telegram always."""
        return replace(member, locale="") if self._side.dialect == DISCORD else member

    def _bot(self) -> Member:
        return Member(UserRef(self._side.name, BOT), BOT_NAME, is_bot=True, untouchable=True)
