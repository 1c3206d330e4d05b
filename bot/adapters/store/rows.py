"""Each row of a decision to the table it belongs in."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.adapters.store.appeals import write_appeal
from bot.adapters.store.arrivals import write_arrival, write_invited
from bot.adapters.store.audits import write_audit
from bot.adapters.store.case_entries import write_claim, write_entry
from bot.adapters.store.cases import write_case, write_evidence
from bot.adapters.store.complaints import write_complaint
from bot.adapters.store.contests import forget_submissions, write_contest, write_submission
from bot.adapters.store.deadlines import write_deadline, write_duty, write_promise
from bot.adapters.store.deliveries import write_letter, write_revival, write_try
from bot.adapters.store.digests import drop_wish, write_digest_try, write_wish
from bot.adapters.store.erasing import write_forget, write_forget_rest
from bot.adapters.store.feedback import (
    drop_feedback_vote,
    write_feedback,
    write_feedback_vote,
)
from bot.adapters.store.feeds import write_feed, write_seen
from bot.adapters.store.gatherings import drop_cards, move_entry, seal_entries, write_card
from bot.adapters.store.gatherings import write_entry as write_gathering_entry
from bot.adapters.store.giveaways import forget_entries, write_giveaway, write_list
from bot.adapters.store.given_answers import write_given_answer
from bot.adapters.store.held import write_held
from bot.adapters.store.lessons import write_lesson
from bot.adapters.store.links import drop_link, drop_link_codes, write_link, write_link_code, write_link_try
from bot.adapters.store.meetings import drop_host_questions, write_host_question, write_meeting, write_own_zone
from bot.adapters.store.pen import Pen
from bot.adapters.store.people import write_acceptance, write_language, write_locale
from bot.adapters.store.polls import write_poll
from bot.adapters.store.posts import write_post, write_post_copy
from bot.adapters.store.ratings import write_rating
from bot.adapters.store.recordings import write_recorded
from bot.adapters.store.shelf import write_note
from bot.adapters.store.spaces import write_binding
from bot.adapters.store.spoken import write_conversation, write_talk_entry
from bot.adapters.store.timers import drop_timer, write_timer
from bot.adapters.store.why import write_explained, write_overturned
from bot.core.answers import GivenAnswer
from bot.core.appeals import Appeal
from bot.core.cases import Case, CaseEntry, CaseEvidence, Claim, Explained, Overturned
from bot.core.complaints import Complaint
from bot.core.consents import Held
from bot.core.contests import Contest, Submission, SubmissionsForgotten
from bot.core.conversations import Conversation, TalkEntry
from bot.core.deliveries import Letter, LetterRevived, LetterTried
from bot.core.digests import DigestEnded, DigestTried, DigestWish
from bot.core.feedback import Feedback, FeedbackUnvote, FeedbackVote
from bot.core.feeds import FeedSeen, FeedState
from bot.core.gatherings import CardsGone, CardShown, EntriesSealed, Entry, EntryMoved
from bot.core.giveaways import EntriesForgotten, Giveaway, ListFrozen
from bot.core.lessons import Lesson, Recorded
from bot.core.levels import Deadline, Duty, Promise
from bot.core.linking import LinkCode, LinkCodeUsed, Linked, LinkTry, Unlinked
from bot.core.meetings import HostQuestion, HostQuestionsGone, Meeting, OwnZone
from bot.core.polls import Poll
from bot.core.posts import Post, PostCopy
from bot.core.privacy import Forget, ForgetRest
from bot.core.ratings import Rating
from bot.core.record import Acceptance, Arrival, Audit, Binding, Invited, Language, Locale, Note, Row, Timer, TimerOff

_WRITERS: Mapping[type[Any], Callable[[Pen, Any], Awaitable[object]]] = {
    Case: write_case,
    CaseEvidence: write_evidence,
    CaseEntry: write_entry,
    Claim: write_claim,
    Explained: write_explained,
    Overturned: write_overturned,
    Lesson: write_lesson,
    Recorded: write_recorded,
    Complaint: write_complaint,
    Conversation: write_conversation,
    TalkEntry: write_talk_entry,
    Deadline: write_deadline,
    Duty: write_duty,
    Promise: write_promise,
    Rating: write_rating,
    Appeal: write_appeal,
    Held: write_held,
    Arrival: write_arrival,
    Invited: write_invited,
    GivenAnswer: write_given_answer,
    Letter: write_letter,
    LetterTried: write_try,
    LetterRevived: write_revival,
    Feedback: write_feedback,
    FeedbackVote: write_feedback_vote,
    FeedbackUnvote: drop_feedback_vote,
    Acceptance: write_acceptance,
    Language: write_language,
    Locale: write_locale,
    Timer: write_timer,
    TimerOff: drop_timer,
    Binding: write_binding,
    Audit: write_audit,
    Note: write_note,
    Linked: write_link,
    Unlinked: drop_link,
    LinkCode: write_link_code,
    LinkCodeUsed: drop_link_codes,
    LinkTry: write_link_try,
    Poll: write_poll,
    Meeting: write_meeting,
    HostQuestion: write_host_question,
    HostQuestionsGone: drop_host_questions,
    OwnZone: write_own_zone,
    Post: write_post,
    PostCopy: write_post_copy,
    FeedState: write_feed,
    FeedSeen: write_seen,
    DigestWish: write_wish,
    DigestEnded: drop_wish,
    DigestTried: write_digest_try,
    Entry: write_gathering_entry,
    EntryMoved: move_entry,
    EntriesSealed: seal_entries,
    CardShown: write_card,
    CardsGone: drop_cards,
    Giveaway: write_giveaway,
    ListFrozen: write_list,
    EntriesForgotten: forget_entries,
    Contest: write_contest,
    Submission: write_submission,
    SubmissionsForgotten: forget_submissions,
    Forget: write_forget,
    ForgetRest: write_forget_rest,
}
"""One for each kind of row; a test asks that none is missing."""


async def write_row(pen: Pen, row: Row) -> None:
    """Write one row; raises Conflict when somebody else was first."""
    await _WRITERS[type(row)](pen, row)
