"""The same again, from one member or from several."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.triggers.hit import Hit

_SPOKEN = 5
"""Words that several people hardly find by chance; fewer are a greeting or thanks, unless there is a link."""
_QUOTED = 60


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Fires when the same words are posted for the ``same``-th time ``within`` a span, in any place of the community.

    ``people`` 1: by one member. More: by that many different ones; then short courtesies do not count, as everybody
    says them. Nobody's words are held against somebody who may less: copies by people of a higher rank do not count.
    An edit is no message, and what is too short to say anything is no repeat.
    """

    same: int
    within: timedelta
    people: int = 1
    kind: Literal["duplicates"] = "duplicates"
    needs: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "needs", signs.REPEATED if self.same > 1 else signs.NOTHING)

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give every copy, this one last."""
        if seen.is_edit:
            return None
        copies = history.same_text(seen, self.within, self.same)
        if len(copies) < self.same:
            return None
        author = seen.message.author
        if self.people == 1:
            counted = [one for one in copies if one.author.user == author.user]
        elif len(seen.reading.words) < _SPOKEN and not seen.hosts:
            return None
        else:
            counted = [one for one in copies if one.author.rank <= author.rank]
        people = len({one.author.user for one in counted})
        if len(counted) < self.same or people < self.people:
            return None
        refs = tuple(one.ref for one in counted)
        return Hit(f"{len(refs)} × “{seen.text[:_QUOTED]}”", f"{people}", refs)
