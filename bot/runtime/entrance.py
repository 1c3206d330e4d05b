"""Who comes to a giveaway or a contest: whose account it is, whether she may, and when its card is drawn anew."""

from collections.abc import Sequence

from bot.core.giveaways import Conditions
from bot.core.people import Member
from bot.core.record import Row
from bot.core.text import Say
from bot.domain.gatherings.conditions import needed, unmet
from bot.runtime.context import Scene
from bot.runtime.gatherings import Person, Persons, Throttle
from bot.runtime.services import Services
from bot.runtime.standing import Standing


class Entrance:
    """One for each cog that lets people in; ``timer`` is the kind by which its cards are drawn anew."""

    def __init__(self, services: Services, timer: str) -> None:
        self.links = services.fairness.links
        self.persons = Persons(self.links)
        self.throttle = Throttle(timer)
        self._standing = Standing.of(services)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Know who is who, who came in, and which timers wait; call it from the cog's ``learned``."""
        self.persons.learned(rows)
        self.throttle.learned(community, rows)
        self._standing.learned(community, rows)

    async def missing(self, scene: Scene, conditions: Conditions, who: Member, person: Person) -> Say | None:
        """What she does not meet, as it is told to her; None where she may come in."""
        seen = await self._standing.at_door(scene, conditions, who, linked=person.linked)
        why = unmet(conditions, seen, scene.now)
        return None if why is None else needed(conditions, why)
