"""Where a community really is: the names of its config file, resolved to places and roles on each messenger."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.core.ids import ChannelRef, Place, Platform, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.domain.care.department import ROLE
from bot.runtime.community import Team

LOBBY = "lobby"
HERE = "here"
"""Instead of a role: where something was asked for."""
STAFF = "staff"
MANAGERS = "managers"
INBOX = "inbox"
"""Where conversations with members are shown to the team: a forum, or whatever there is."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Pins (role and platform to place), the spaces that belong here, and the native ids of moderators' roles."""

    pins: Mapping[tuple[str, Platform], Place] = field(default_factory=dict[tuple[str, Platform], Place])
    spaces: frozenset[SpaceRef] = frozenset()
    moderator_roles: frozenset[tuple[Platform, str]] = frozenset()
    roles: Mapping[ChannelRef, Mapping[str | None, str]] = field(init=False, repr=False, compare=False)
    """The pins by where they are, for that is asked of every message: by channel and thread."""

    def __post_init__(self) -> None:
        roles: dict[ChannelRef, dict[str | None, str]] = {}
        for (role, _), pin in self.pins.items():
            roles.setdefault(pin.channel, {}).setdefault(pin.thread, role)
        object.__setattr__(self, "roles", roles)

    def place(self, role: str, near: Platform | None = None) -> Place | None:
        """The place with this role: on the platform named if there is one, else on any."""
        if near is not None and (role, near) in self.pins:
            return self.pins[role, near]
        return next((place for (name, _), place in self.pins.items() if name == role), None)

    def staff_for(self, platform: Platform, *, managers: bool = False) -> Place | None:
        """Where staff should see something about this platform; managers' matters go to their own place if any."""
        if managers:
            return self.place(MANAGERS, platform)
        return self.place(STAFF, platform)

    def stands(self, wanted: str, here: Place, *, everywhere: bool) -> tuple[Place, ...]:
        """Where something public stands that was asked for ``here``: at most once on each messenger, or in one place.

        ``wanted`` is a role, or ``here``; what was asked for in private or among staff stands in the lobby.
        """
        role = LOBBY if wanted == HERE else wanted
        private = here.is_direct or self.is_staff(here)
        first = self.place(role, here.platform) if private or wanted != HERE else here
        if not everywhere:
            return () if first is None else (first,)
        others = (place for (name, _), place in sorted(self.pins.items()) if name == role)
        found = {place.platform: place for place in (first, *others)[::-1] if place is not None}
        return tuple(found[platform] for platform in sorted(found))

    def role_of(self, place: Place) -> str:
        """The role this place has, or an empty string; a topic's own role counts before that of its whole group."""
        here = self.roles.get(place.channel)
        return "" if here is None else here.get(place.thread) or here.get(None, "")

    def is_staff(self, place: Place) -> bool:
        role = self.role_of(place)
        return role in {STAFF, MANAGERS, INBOX} or role.startswith(ROLE)

    def home(self, place: Place) -> SpaceRef | None:
        """The space an act given here is about: this one, or from the staff's own group the lobby's."""
        if place.space is not None and self.is_staff(place):
            lobby = self.place(LOBBY, place.platform)
            if lobby is not None and lobby.platform == place.platform and lobby.space is not None:
                return lobby.space
        return place.space


def lift(member: Member, team: Team, directory: Directory) -> Member:
    """The member with the rank that config gives, never a lower one than the platform says."""
    rank = rank_by_config(member.user, member.roles, team, directory)
    return replace(member, rank=rank) if rank > member.rank else member


def rank_by_config(user: UserRef, roles: frozenset[str], team: Team, directory: Directory) -> Rank:
    """What the config file alone says of an account, wherever it is."""
    if user in team.managers:
        return Rank.MANAGER
    if user in team.moderator_ids:
        return Rank.MODERATOR
    if any((user.platform, role) in directory.moderator_roles for role in roles):
        return Rank.MODERATOR
    return Rank.GUEST
