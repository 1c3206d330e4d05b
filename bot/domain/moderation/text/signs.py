"""What one look at a message tells, each as a bit: a trigger that needs what is not there is not asked.

A bit that is set promises nothing. One that is not set does: what it stands for is nowhere in the message.
"""

from typing import Final

NOTHING: Final = 0
SIGNED: Final = 1
"""A sign or a digit stands beside a letter, or what `MIXED` says."""
LINKISH: Final = 2
"""Something that a link may be made of."""
AT: Final = 4
DIGITS: Final = 8
"""Seven digits close together, as in every number that belongs to somebody."""
CAPITALS: Final = 16
"""`MANY_CAPITALS` of them or more."""
PICTURES: Final = 32
"""Emoji, or a sign that a server's own emoji begin with."""
UNUSUAL: Final = 64
"""A character that ordinary chat in five languages does not hold, or more text than is read."""
LINKED: Final = 128
"""A link was found in the text, or stands beside it."""
CALLS: Final = 256
"""People are named, or everybody."""
CARRIES: Final = 512
"""Something hangs on the message."""
BROUGHT: Final = 1024
"""Passed on, written through a bot, or posted as a channel."""
MIXED: Final = 2048
"""Letters of two alphabets are neighbours, or two of them look like one."""
UNREAD: Final = 4096
"""More different characters than are looked up."""
LONG: Final = 8192
"""`LONG_TEXT` characters or more, or `MANY_LINES`."""
REPEATED: Final = 16384
"""The same was posted before."""
BUSY: Final = 32768
"""Its author posted `MANY_MESSAGES` lately, with this one."""
EVERYBODY: Final = 65536
"""@everyone or @here."""
MANY_PICTURES: Final = 131072
"""`MANY` of what `PICTURES` stands for, or more."""
LOUD: Final = 262144
"""`MANY_CAPITALS` of them or more, and one letter in `LOUD_SHARE`, or signs of what is not the author's own choice."""
ALL: Final = 524287

IN_TEXT: Final = SIGNED | MIXED | LINKISH | AT | DIGITS | CAPITALS | PICTURES | EVERYBODY | MANY_PICTURES | LOUD | LONG
MANY: Final = 8
MANY_CAPITALS: Final = 8
LOUD_SHARE: Final = 3
LONG_TEXT: Final = 500
MANY_LINES: Final = 10
MANY_MESSAGES: Final = 5
