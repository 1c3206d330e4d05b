"""Where an account is named: as a ref in a column, and inside whatever else a column holds."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, or_

from bot.core.ids import UserRef


@dataclass(frozen=True, slots=True)
class Named:
    """One account, and what takes its place: ``alias`` is a ref, too."""

    account: UserRef
    alias: UserRef

    def is_in(self, text: str) -> bool:
        """Whether a packed value, or a text with refs in it, names the account."""
        return self._packed in text or self._ref.search(text) is not None or text == self.account.native

    def taken_out(self, text: str) -> str:
        """The same with the alias instead."""
        there = {"native": self.alias.native, "platform": str(self.alias.platform)}
        packed = text.replace(self._packed, json.dumps(there, separators=(",", ":"))[1:-1])
        return self._ref.sub(str(self.alias), packed)

    @property
    def _packed(self) -> str:
        # As the codec writes refs: their fields stand in the order of the alphabet.
        return f'"native":{json.dumps(self.account.native)},"platform":{json.dumps(str(self.account.platform))}'

    @property
    def _ref(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-]){re.escape(str(self.account))}(?![\w-])")


def without(text: str, named: Sequence[Named], names: Sequence[str]) -> str:
    """A text without these accounts, and without these names where they stand as a value of their own."""
    for one in named:
        text = one.taken_out(text)
    for name in names:
        text = text.replace(json.dumps(name, ensure_ascii=False), json.dumps(short(named[0].alias)))
    return text


def short(alias: UserRef) -> str:
    """What is read in the place of a name."""
    return f"~{alias.native[1:7]}"


def mentioning(table: Table, columns: Sequence[str], texts: Sequence[str]) -> ColumnElement[bool]:
    """Rows in which one of these texts stands in one of these columns."""
    return or_(*(table.c[column].contains(text, autoescape=True) for column in columns for text in texts))
