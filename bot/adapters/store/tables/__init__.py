"""Every table, each with its community, in one module for each subject.

Refs stand as ``platform:native``; what has a shape of its own (a step, a press, evidence) as the codec's JSON. A change
needs a new revision in ``migrations/versions``, and a new module a name here; a test compares the two.
"""

from types import ModuleType

from bot.adapters.store.tables import care, cases, columns, fairness, learning, members, running

SUBJECTS: tuple[ModuleType, ...] = (running, cases, fairness, care, members, learning)
metadata = columns.metadata
