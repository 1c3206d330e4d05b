"""How managers write where something is."""

from bot.adapters.files.fields import Name
from bot.adapters.files.section import Section
from bot.core.ids import DISCORD, TELEGRAM, Platform


class PlacePart(Section):
    discord: Name | None = None
    """A channel: "#general", its id, or its link."""
    telegram: Name | None = None
    """A group: "@name", its id, or a link to it or to one of its topics."""

    def settings(self) -> dict[Platform, str]:
        return by_messenger(self.discord, self.telegram)


def by_messenger(discord: str | None, telegram: str | None) -> dict[Platform, str]:
    """Names on the messengers; one that has none is left out."""
    return {platform: name for platform, name in ((DISCORD, discord), (TELEGRAM, telegram)) if name}
