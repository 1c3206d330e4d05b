"""Every table, each with its community, in one module for each subject.

Refs stand as ``platform:native``; what has a shape of its own (a step, a press, evidence) as the codec's JSON. A change
needs a new revision in ``migrations/versions``, and a new module a name here; a test compares the two. What a table
holds about people stands below it, in ``KEPT`` (see ``declared``); a test asks that nothing is missing.
"""

from collections.abc import Mapping
from types import ModuleType

from bot.adapters.store.tables import (
    care,
    cases,
    columns,
    contests,
    fairness,
    feedback,
    feeds,
    gatherings,
    giveaways,
    learning,
    levels,
    meetings,
    members,
    outbound,
    posts,
    running,
)
from bot.adapters.store.tables.declared import Kept

SUBJECTS: tuple[ModuleType, ...] = (
    running,
    cases,
    fairness,
    care,
    feedback,
    levels,
    members,
    learning,
    gatherings,
    giveaways,
    contests,
    meetings,
    outbound,
    posts,
    feeds,
)
metadata = columns.metadata
DECLARED: Mapping[str, Kept] = {kept.table.name: kept for subject in SUBJECTS for kept in subject.KEPT}
"""What each table holds about people, for how long, and what becomes of it when somebody asks to be forgotten."""
