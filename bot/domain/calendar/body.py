"""What a post says on one messenger, in every language it was written in."""

from bot.core.posts import Post
from bot.core.text import Localised


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
