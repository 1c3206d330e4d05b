"""How managers write where something is."""

from bot.adapters.files.fields import Name
from bot.adapters.files.section import Section


class PlacePart(Section):
    discord: Name | None = None
    """A channel: "#general", its id, or its link."""
    telegram: Name | None = None
    """A group: "@name", its id, or a link to it or to one of its topics."""
