"""Files that pretend people hand in, so that the bot can fetch them as it would from a real messenger."""

from collections import OrderedDict

from bot.core.attachments import Enclosure, kind_of_file
from bot.core.ids import MessageRef, Platform
from bot.core.text import File

MOST = 200
"""The oldest go first, as posts do."""


class KeptFiles:
    """One side's files, by the name under which their references find them."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, File] = OrderedDict()

    def clear(self) -> None:
        self._files.clear()

    def keep(self, name: str, file: File, platform: Platform, message: MessageRef | None = None) -> Enclosure:
        """Keep a file, and give the reference to it."""
        self._files[name] = file
        while len(self._files) > MOST:
            self._files.popitem(last=False)
        return Enclosure(platform, name, file.name, kind_of_file(file.name), len(file.data), message=message)

    def find(self, name: str) -> File | None:
        return self._files.get(name)
