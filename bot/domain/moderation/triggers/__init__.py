"""Every trigger that a rule may name in the config file."""

from typing import TypeAlias

from bot.domain.moderation.triggers.attachments import Attachments
from bot.domain.moderation.triggers.caps import Caps
from bot.domain.moderation.triggers.duplicates import Duplicates
from bot.domain.moderation.triggers.emoji import Emoji
from bot.domain.moderation.triggers.flood import Flood
from bot.domain.moderation.triggers.language import Speaks
from bot.domain.moderation.triggers.length import Length
from bot.domain.moderation.triggers.links import Links
from bot.domain.moderation.triggers.lookalikes import LookAlikes
from bot.domain.moderation.triggers.mentions import Mentions
from bot.domain.moderation.triggers.pattern import Pattern
from bot.domain.moderation.triggers.personal import PersonalData
from bot.domain.moderation.triggers.posted import Posted
from bot.domain.moderation.triggers.reactions import Reactions
from bot.domain.moderation.triggers.scripts import Scripts
from bot.domain.moderation.triggers.spam import Spam
from bot.domain.moderation.triggers.toxicity import Toxicity
from bot.domain.moderation.triggers.words import Words
from bot.domain.moderation.triggers.zalgo import Zalgo

Counting: TypeAlias = Flood | Duplicates | Mentions | Reactions
"""Triggers that look back ``within`` some time: what they find goes on, and is one case as long as it does."""
Trained: TypeAlias = Spam | Toxicity
"""Triggers that ask a model, which learns from moderators' verdicts."""
Trigger: TypeAlias = (
    Words
    | Links
    | LookAlikes
    | Counting
    | Pattern
    | Caps
    | Emoji
    | Zalgo
    | Length
    | Attachments
    | Posted
    | Scripts
    | Speaks
    | PersonalData
    | Trained
)

__all__ = [
    "Attachments",
    "Caps",
    "Counting",
    "Duplicates",
    "Emoji",
    "Flood",
    "Length",
    "Links",
    "LookAlikes",
    "Mentions",
    "Pattern",
    "PersonalData",
    "Posted",
    "Reactions",
    "Scripts",
    "Spam",
    "Speaks",
    "Toxicity",
    "Trained",
    "Trigger",
    "Words",
    "Zalgo",
]
