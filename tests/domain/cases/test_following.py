"""A case that was filed beside another follows what is corrected about that, as long as it says what that said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Sanction
from bot.core.cases import Case, CaseEntry, EntryKind, until_text
from bot.domain.cases.editing import following
from tests.build import ANN, MOD, NOON, SPACE

DAY, WEEK = NOON + timedelta(days=1), NOON + timedelta(days=7)
BESIDE = Case(2, SPACE, ANN.user, "Ann", Sanction.BAN, NOON, guideline="kind", reason="spam (case 1)", until=WEEK)
NEWER = replace(BESIDE, number=3)


def entry(kind, text, before):
    return CaseEntry(1, kind, text, MOD.user, "Mo", NOON, before)


@pytest.mark.parametrize(
    ("kind", "text", "before", "acts", "follows"),
    [
        (EntryKind.UNTIL, until_text(DAY), until_text(WEEK), (BESIDE,), until_text(DAY)),
        (EntryKind.UNTIL, "", until_text(WEEK), (BESIDE,), ""),
        (EntryKind.UNTIL, until_text(DAY), "", (BESIDE,), None),
        (EntryKind.UNTIL, until_text(DAY), until_text(WEEK), (NEWER, BESIDE), None),
        (EntryKind.GUIDELINE, "insult", "kind", (), "insult"),
        (EntryKind.GUIDELINE, "insult", "other", (), None),
        (EntryKind.REASON, "scam", "spam", (), "scam (case 1)"),
        (EntryKind.REASON, "scam", "else", (), None),
        (EntryKind.NOTE, "sorry", "", (BESIDE,), None),
    ],
)
def test_it_follows_what_it_still_agrees_with(kind, text, before, acts, follows):
    changed = following(entry(kind, text, before), BESIDE, acts)
    assert (changed and changed.entry.text) == follows
    assert (changed is not None and bool(changed.timers)) == (kind is EntryKind.UNTIL and follows is not None)
