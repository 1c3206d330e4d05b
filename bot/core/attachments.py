"""What a message can carry besides words, by kinds that every messenger knows; files also by reference."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.ids import MessageRef, Platform


class Attachment(StrEnum):
    """A kind of attachment, as managers write it in the config file."""

    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    AUDIO = "audio"
    VOICE = "voice"
    STICKER = "sticker"
    FILE = "file"
    ARCHIVE = "archive"
    PROGRAM = "program"
    POLL = "poll"
    CONTACT = "contact"
    LOCATION = "location"
    STORY = "story"
    GAME = "game"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that hangs on a message, by reference: its bytes are fetched when it is sent on, and kept nowhere.

    ``native`` is what its own messenger knows it by; ``address`` where it can be had for a while, if that is something
    else; ``message`` what it hangs on. ``size`` is in bytes, 0 where the messenger did not say.
    """

    platform: Platform
    native: str
    name: str
    kind: Attachment = Attachment.FILE
    size: int = 0
    address: str = ""
    message: MessageRef | None = None

    @property
    def shown(self) -> str:
        """Its name and size, as people read them."""
        return f"{self.name} ({_shown_size(self.size)})" if self.size else self.name


def _shown_size(size: int) -> str:
    amount = float(size)
    for unit in ("B", "kB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}"
        amount /= 1000
    return f"{amount:.1f} MB"


_ENDINGS = {
    # What a double click runs, on any system that members use; disk images and macro documents included.
    Attachment.PROGRAM: (
        "exe scr com pif bat cmd msi msix msp vbs vbe js jse wsf wsh hta ps1 psm1 reg lnk url cpl dll jar jnlp apk "
        "xapk apks aab app dmg pkg deb rpm appimage sh command iso img vhd vhdx docm xlsm pptm xll one chm"
    ),
    Attachment.ARCHIVE: "zip rar 7z tar gz tgz bz2 xz zst cab ace arj lzh",
}
_BY_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
_BY_TYPE = {"image": Attachment.PHOTO, "video": Attachment.VIDEO, "audio": Attachment.AUDIO}


def kind_of_file(name: str, media_type: str = "") -> Attachment:
    """Tell a file's kind by its name first: the sender chooses the media type, the reader's system goes by the name."""
    ending = name.strip().rstrip(".").rpartition(".")[2].casefold()
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    if media_type == "image/gif":
        return Attachment.ANIMATION
    return _BY_TYPE.get(media_type.partition("/")[0], Attachment.FILE)
