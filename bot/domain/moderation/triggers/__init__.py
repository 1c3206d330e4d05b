"""Every trigger that a rule may name in the config file."""

from typing import TypeAlias

from bot.domain.moderation.triggers.flood import Flood
from bot.domain.moderation.triggers.links import Links
from bot.domain.moderation.triggers.pattern import Pattern
from bot.domain.moderation.triggers.words import Words

Trigger: TypeAlias = Words | Links | Flood | Pattern

__all__ = ["Flood", "Links", "Pattern", "Trigger", "Words"]
