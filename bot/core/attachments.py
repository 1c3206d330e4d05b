"""What a message can carry besides words, by kinds that every messenger knows."""

from enum import StrEnum


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
