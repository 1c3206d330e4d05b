"""What a post says on one messenger, in every language it was written in."""

from bot.core.ids import DISCORD, TELEGRAM
from bot.core.languages import LANGUAGES
from bot.core.posts import Post, Wording
from bot.core.text import Localised, Say, say

LONGEST_TEXT = 2000
"""As much as one message of Discord holds: what is edited or taken away later must be one."""
_MESSENGERS = (DISCORD, TELEGRAM)


def unreadable(one: Wording) -> Say | None:
    """Why words would reach nobody: no such language or messenger, or more than a message holds."""
    if one.language not in {"", *LANGUAGES} or one.platform not in {"", *_MESSENGERS}:
        return say("post-word-unknown", languages=", ".join(LANGUAGES), messengers=", ".join(_MESSENGERS))
    if (long := len(one.text)) > LONGEST_TEXT:
        return say("giveaway-fault-long", given=one.text[:40], count=long, most=LONGEST_TEXT)
    return None


def body(post: Post, platform: str, own: str) -> Localised | None:
    """Its words for a messenger by language, the community's ``own`` first; None when it says nothing there.

    Words for one messenger count before words for all.
    """
    texts: dict[str, str] = {}
    for one in sorted(post.wordings, key=lambda one: (one.platform != "", one.language != "")):
        if one.platform in {"", platform} and one.text.strip():
            texts[one.language or own] = one.text.strip()
    ordered = {language: texts[language] for language in sorted(texts, key=lambda language: language != own)}
    return Localised(ordered) if ordered else None
