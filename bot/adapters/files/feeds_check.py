"""What of feeds and private digests does not fit together with the rest of the config."""

from collections.abc import Iterator

from bot.adapters.files.faults import did_you_mean
from bot.adapters.files.lint import Remark
from bot.adapters.files.model import CommunityFile


def curated(file: CommunityFile) -> Iterator[Remark]:
    """Places and themes that feeds name and nobody knows."""
    pillars = file.style.mix.pillars
    for name, part in file.feeds.items():
        for place in part.in_:
            if place not in file.places:
                yield ("feeds", name, "in"), f'there is no place "{place}"', did_you_mean(place, file.places)
        if part.about is not None and pillars and part.about not in pillars:
            what = f'"{part.about}" is none of the pillars of your mix'
            yield ("feeds", name, "about"), what, did_you_mean(part.about, pillars)
    interests = () if file.digests is None else tuple(file.digests.interests)
    for key in interests if pillars else ():
        if key not in pillars:
            what = f'no post can be about "{key}": it is none of the pillars of your mix'
            yield ("digests", "interests", key), what, did_you_mean(key, pillars)
