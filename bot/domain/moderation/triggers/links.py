"""Links to places that a community does not want."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.text.hosts import invites
from bot.domain.moderation.text.links import TOO_MANY
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.triggers.known_domains import SHORTENERS


@dataclass(frozen=True, slots=True)
class Links:
    """Fires on a link outside ``allow``; with ``deny`` only on what is listed there. Subdomains belong to their domain.

    More links than anybody reads are unwanted, too, for any of them may be the one that is not.

    ``what`` "invites" looks only at invitations to other Discord and Telegram communities; ``allow`` then names
    invitations (``discord.gg/riverside``). "shorteners" looks only at services that hide where a link leads.
    """

    what: Literal["all", "invites", "shorteners"] = "all"
    allow: frozenset[str] = frozenset()
    deny: frozenset[str] = frozenset()
    kind: Literal["links"] = "links"
    needs: ClassVar[int] = signs.LINKED

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the first unwanted host or invitation."""
        del history
        if self.what == "invites":
            return self._invite(seen)
        for host in seen.hosts:
            if self._is_unwanted(host.name):
                found = seen.text[host.span.start : host.span.end]
                return Hit(found or host.name, host.name, (seen.message.ref,))
        return None

    def _invite(self, seen: Sample) -> Hit | None:
        # An invitation is a link too: where none leads to a messenger, there is nothing to read a second time.
        if not any(host.name in {"t.me", TOO_MANY} or "discord" in host.name for host in seen.hosts):
            return None
        if seen.hosts[-1].name == TOO_MANY:
            return Hit(TOO_MANY, TOO_MANY, (seen.message.ref,))
        for invite in invites(seen.text, seen.message.links):
            # A config file names addresses in small letters; codes keep their case, which nobody can choose to fit.
            if self.allow.isdisjoint((invite.name, invite.name.casefold())):
                return Hit(invite.name, invite.name, (seen.message.ref,))
        return None

    def _is_unwanted(self, host: str) -> bool:
        if host == TOO_MANY:
            return True
        if self.what == "shorteners":
            return is_listed(host, SHORTENERS | self.deny) and not is_listed(host, self.allow)
        if self.deny:
            return is_listed(host, self.deny)
        return not is_listed(host, self.allow)


def is_listed(host: str, names: frozenset[str]) -> bool:
    """Whether a host, or a domain that it belongs to, is among the names."""
    parts = host.split(".")
    return any(".".join(parts[i:]) in names for i in range(len(parts)))
