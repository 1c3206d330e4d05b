"""Nothing about people is kept that was not declared: what it is, for how long, and what becomes of it."""

from dataclasses import fields

import pytest
from sqlalchemy import Text, TypeDecorator

from bot.adapters.store.tables import DECLARED, metadata
from bot.core.privacy import Ends
from bot.runtime.community import Privacy

HOW = """
Every table says below itself what it holds about people, in ``KEPT`` of its module in bot/adapters/store/tables/:

    KEPT = (
        Kept(
            {table},
            "<subject>",                     # people read privacy-about-<subject> (locales/*/privacy.ftl, five languages)
            Keeps(Ends.AGED, "keep_answers"),  # the key below privacy: in the config; or a fixed span=timedelta(days=90)
            people=(Person("user", "user_name", words={{"text": nothing}}, gone=True),),   # gone: deleted on her wish
            parts=(Part(conversations),),    # rows that are details of another table's row, and go with it
            packed=("args",),                # the codec's JSON, in which an account may stand anywhere
            plain=("state", "kind"),         # text that never holds an account, a name or anybody's words
            aged_by="at",                    # the nightly purge deletes by this moment
        ),
    )

Then `python3 -m bot privacy --markdown` gives the table for PRIVACY.md. See bot/adapters/store/tables/declared.py.
"""


def is_text(column) -> bool:
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    return isinstance(kind, Text)


def test_every_table_says_what_it_holds_about_people():
    silent = sorted(set(metadata.tables) - set(DECLARED))
    assert silent == [], f"{silent} say nothing of people.\n{HOW.format(table=silent[0])}"


@pytest.mark.parametrize("name", sorted(set(metadata.tables) & set(DECLARED)))
def test_every_column_that_could_hold_a_person_is_declared(name):
    kept = DECLARED[name]
    texts = {column.name for column in kept.table.columns if is_text(column)} - {"community"}
    open_questions = sorted(texts - kept.declared)
    assert open_questions == [], f"{name}: may {open_questions} name a person?\n{HOW.format(table=name)}"


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_what_is_declared_exists(name):
    kept = DECLARED[name]
    hidden = {column for one in (*kept.people, *kept.parts) for column in one.hides}
    named = {*kept.declared, *hidden} | ({kept.aged_by} if kept.aged_by else set())
    assert named <= set(kept.table.columns.keys())
    for part in kept.parts:
        assert {theirs for _, theirs in part.on} <= set(part.whole.columns.keys())
        assert part.whole.name in DECLARED


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_what_is_kept_for_a_time_says_for_which_and_from_when(name):
    kept = DECLARED[name]
    timed = kept.keeps.ends in {Ends.AGED, Ends.WORDLESS}
    assert timed == bool(kept.keeps.option or kept.keeps.span)
    if kept.keeps.option:
        assert kept.keeps.option in {one.name for one in fields(Privacy)}, "add it to PrivacyPart and to Privacy"
    if kept.keeps.ends is Ends.AGED:
        assert kept.aged_by or kept.parts, "by which column does the purge know its age, or what does it go with?"
