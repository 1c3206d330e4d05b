"""What every table holds about people: said once, and export, deletion, the nightly purge and /privacy follow from it.

A test asks that every table has its ``Kept``, and that every column of text in it is one of these: somebody's account,
her name, words, something packed in which accounts may stand, or plain.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sqlalchemy import ColumnElement, Table, bindparam

from bot.adapters.store.tables.columns import Moment
from bot.core.privacy import Keeps
from bot.runtime.codec import Codec

Blank: TypeAlias = Callable[[Codec, str], str | None]
"""What is left of a column when the words in it have to go (see ``wordless``).

None is null, and where that cannot be, not even the row stays.
"""

NOW = bindparam("now", type_=Moment)
"""The time at which a condition is looked at."""


@dataclass(frozen=True, slots=True)
class Person:
    """``account`` is a column with somebody's account, ``name`` the one with her name at that time.

    ``words`` are columns that hold what she said, or what was said about her, with what is left of them. When she asks
    to be forgotten the row is deleted if it is ``gone``, else it stays under a made-up account, without name and words.
    Rows for which ``unless`` holds are never deleted, only made nameless; those for which ``until`` holds stay as they
    are, until it holds no longer. Conditions may compare with ``NOW``. Where it ``clears``, no made-up account stands
    in her place, but none. ``exported`` is False where the row is rather about others; ``hides`` are columns that say
    what others did.
    """

    account: str
    name: str = ""
    words: Mapping[str, Blank] = field(default_factory=dict[str, Blank])
    gone: bool = False
    unless: ColumnElement[bool] | None = None
    until: ColumnElement[bool] | None = None
    clears: bool = False
    exported: bool = True
    hides: tuple[str, ...] = ()

    @property
    def is_hers(self) -> bool:
        """Whether the row is about her, and not only something that she did."""
        return self.gone or bool(self.words)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that are details of another table's row: ``on`` pairs their columns with those of ``whole``.

    They go with that row. Where it stays without a name, their ``words`` go. Those for which ``shown`` holds are
    exported with it.
    """

    whole: Table
    on: tuple[tuple[str, str], ...] = (("number", "number"),)
    words: Mapping[str, Blank] = field(default_factory=dict[str, Blank])
    shown: ColumnElement[bool] | None = None
    exported: bool = True
    hides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What one table holds. ``subject`` names the kind of thing: people read ``privacy-about-<subject>``.

    ``packed`` are columns in which accounts may stand anywhere, ``plain`` columns of text that never hold one, nor
    anybody's words. Of rows that name her in a packed column her account is taken out, where they are ``passing`` the
    row is deleted; ``mine`` are packed columns that make the row hers, with the way to the account, or no way where it
    may stand anywhere. Those for which ``stays`` holds are left as they are. ``aged_by`` is the moment from which
    ``keeps`` counts; older rows are deleted every night, where ``over`` is a condition only those for which it holds.
    """

    table: Table
    subject: str
    keeps: Keeps
    people: tuple[Person, ...] = ()
    parts: tuple[Part, ...] = ()
    packed: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    mine: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    passing: ColumnElement[bool] | None = None
    stays: ColumnElement[bool] | None = None
    aged_by: str = ""
    over: ColumnElement[bool] | None = None

    @property
    def declared(self) -> frozenset[str]:
        """Every column that this says something about."""
        of_people = {column for one in self.people for column in (one.account, one.name, *one.words)}
        of_parts = {column for part in self.parts for column in part.words}
        joined = {own for part in self.parts for own, _ in part.on}
        return frozenset({*of_people, *of_parts, *joined, *self.packed, *self.plain} - {""})
