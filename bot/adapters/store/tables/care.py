"""Complaints, conversations with the team, and answers the bot gave by itself."""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Table, UniqueConstraint

from bot.adapters.store.tables.columns import BIG, Moment, Words, flag, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept, Part, Person
from bot.adapters.store.wordless import absent, bare_evidence, empty_list, nothing
from bot.core.complaints import ComplaintState
from bot.core.conversations import TalkKind, TalkState
from bot.core.privacy import Ends, Keeps

complaints = Table(
    "complaints",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("reporter"),
    words("reporter_name"),
    moment("at"),
    words("text"),
    Column("space", Words),
    Column("about", Words),
    words("about_name"),
    words("evidence"),
    flag("for_managers"),
    words("state"),
    Column("owner", Words),
    words("owner_name"),
    Column("case_number", BIG),
    words("others"),
    number("version"),
    flag("has_words"),
    Column("conversation", BIG),
    Column("rules", Words),
)


complaint_messages = Table(
    "complaint_messages",
    metadata,
    key("community"),
    key("message"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    ForeignKeyConstraint(["community", "number"], ["complaints.community", "complaints.number"], ondelete="CASCADE"),
)


conversations = Table(
    "conversations",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("person"),
    words("person_name"),
    moment("at"),
    moment("touched_at"),
    words("place"),
    words("category"),
    words("department"),
    words("state"),
    words("priority"),
    words("labels"),
    Column("owner", Words),
    words("owner_name"),
    words("language"),
    number("entries"),
    Column("waiting_since", Moment),
    Column("answered_at", Moment),
    Column("until", Moment),
    Column("closes_at", Moment),
    Column("merged_into", BIG),
    flag("blocked"),
    number("version"),
    flag("has_words"),
    Column("report", BIG),
    Column("kept_from", Words),
    Index(None, "community", "person", "number"),
    Index(None, "community", "state", "number"),
    Index(None, "community", "owner", "state"),
    Index(None, "community", "merged_into"),
)


conversation_entries = Table(
    "conversation_entries",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    Column("seq", BIG, primary_key=True, autoincrement=False),
    words("kind"),
    moment("at"),
    words("text"),
    Column("by", Words),
    words("by_name"),
    words("what"),
    words("fate"),
    Column("message", Words),
    Column("ref", Words),
    words("carries"),
    Index(None, "community", "message"),
    Index(None, "community", "fate"),
    Index(None, "community", "by"),
)


conversation_messages = Table(
    "conversation_messages",
    metadata,
    Column("id", BIG, primary_key=True),
    words("community"),
    words("address"),
    number("number"),
    number("seq"),
    words("ref"),
    flag("direct"),
    UniqueConstraint("community", "address"),
    Index(None, "community", "number", "seq"),
)


given_answers = Table(
    "given_answers",
    metadata,
    key("community"),
    key("id"),
    words("entry"),
    words("user"),
    moment("at"),
    words("outcome"),
    Index(None, "community", "user", "at"),
    Index(None, "community", "at"),
)


SETTLED = (ComplaintState.UPHELD.value, ComplaintState.DECLINED.value, ComplaintState.CLOSED.value)
_SETTLED = complaints.c.state.in_(SETTLED)
REPORTED = conversations.c.report.is_not(None) & (conversations.c.state != TalkState.RESOLVED.value)
"""What was reported and is not decided: it stays until it is, whoever asks to be forgotten."""
_SPOKEN = conversation_entries.c.kind.in_((TalkKind.MEMBER.value, TalkKind.TEAM.value))

KEPT = (
    Kept(
        complaints,
        "complaints",
        Keeps(Ends.AGED, "keep_complaints"),
        people=(
            # Others were told that somebody will look: an open one goes its way first.
            Person(
                "reporter",
                "reporter_name",
                words={"text": nothing, "evidence": bare_evidence},
                until=~_SETTLED,
                hides=("owner", "owner_name", "others"),
            ),
            # Who reported her is nobody's business but the team's.
            Person(
                "about",
                "about_name",
                words={"text": nothing, "evidence": bare_evidence},
                until=~_SETTLED,
                exported=False,
            ),
            Person("owner", "owner_name", clears=True, exported=False),
        ),
        packed=("others",),
        plain=("space", "state", "rules"),
        aged_by="at",
        over=_SETTLED,
    ),
    Kept(
        complaint_messages,
        "complaints",
        Keeps(Ends.AGED, "keep_complaints"),
        parts=(Part(complaints, exported=False),),
        plain=("message",),
    ),
    Kept(
        conversations,
        "conversations",
        Keeps(Ends.AGED, "keep_conversations"),
        people=(
            # Whoever the team takes no more messages from is not let in again by asking for this.
            Person(
                "person",
                "person_name",
                gone=True,
                unless=conversations.c.blocked,
                # What she reported is looked at first; it goes when it is settled.
                until=REPORTED,
                hides=("owner", "owner_name", "place", "labels", "kept_from"),
            ),
            Person("kept_from", exported=False),
            Person("owner", "owner_name", clears=True, exported=False),
        ),
        packed=("place",),
        plain=("category", "department", "state", "priority", "labels", "language"),
        aged_by="touched_at",
        over=(conversations.c.state == TalkState.RESOLVED.value) & ~conversations.c.blocked,
    ),
    Kept(
        conversation_entries,
        "conversations",
        Keeps(Ends.WORDLESS, "keep_evidence"),
        people=(Person("by", "by_name", hides=("message", "ref")),),
        parts=(
            Part(
                conversations,
                words={"text": nothing, "carries": empty_list, "message": absent, "ref": absent},
                shown=_SPOKEN,
                hides=("message", "ref", "by", "by_name"),
            ),
        ),
        plain=("kind", "what", "fate"),
    ),
    Kept(
        conversation_messages,
        "conversations",
        Keeps(Ends.WORDLESS, "keep_evidence"),
        parts=(Part(conversations, words={"address": absent, "ref": absent}, exported=False),),
    ),
    Kept(
        given_answers,
        "answers",
        Keeps(Ends.AGED, "keep_answers"),
        people=(Person("user", gone=True),),
        plain=("id", "entry", "outcome"),
        aged_by="at",
    ),
)
