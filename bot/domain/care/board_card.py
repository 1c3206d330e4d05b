"""How an entry of the board looks: a card for everybody, the same in private with what the team can do, and forms."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.feedback import Feedback, FeedbackKind
from bot.core.ids import UserRef
from bot.core.people import Rank
from bot.core.text import Body, Bold, Lines, Link, Quote, Rich, lines, say
from bot.core.ui import Button, Field, Form, Press, Rows, Tone
from bot.domain.care.board import (
    CHOOSABLE,
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_WORDS,
    VOTABLE,
    name_of,
    subject_of,
    votes_of,
)
from bot.domain.care.presses import BringFeedback, OnBoard, PostFeedback, SeeEntry, SetState, TakeStateBack, VoteFor

_CALLS = re.compile(r"@(?=\w)")
KEPT = timedelta(days=1)
"""How long what somebody typed and did not post waits in its buttons."""


def unpinged(text: str) -> str:
    """Words that call nobody: Telegram itself makes a link, and a call, of every @name it finds."""
    return _CALLS.sub("@\N{WORD JOINER}", text)


def card(entry: Feedback, votes: int) -> Lines:
    """What everybody reads; the words are the member's, and nothing in them is markup."""
    head = say(f"feedback-head-{entry.kind}", number=entry.number)
    return lines(
        head,
        Rich((Bold(unpinged(entry.title)),)),
        Rich((Quote(unpinged(entry.text)),)) if entry.text else None,
        say("feedback-line", state=name_of(entry.state), votes=votes_of(votes)),
        say("feedback-note", note=unpinged(entry.note)) if entry.note else None,
        None if entry.merged_into is None else say("feedback-merged", into=entry.merged_into),
    )


def gone() -> Body:
    """What stands on a card whose entry staff removed, where the message cannot be taken away."""
    return say("feedback-gone")


def card_rows(entry: Feedback, votes: int) -> Rows:
    """What everybody can press under the card."""
    number = entry.merged_into or entry.number
    more = Button(say("button-feedback-more"), SeeEntry(number), private=True, name=f"{subject_of(number)} more")
    if entry.merged_into is not None or entry.state not in VOTABLE:
        return ((more,),)
    label, name = say("button-feedback-vote", count=votes), f"{subject_of(number)} vote"
    return ((Button(label, VoteFor(number), Tone.GOOD, Rank.MEMBER, name=name), more),)


def seen(entry: Feedback, votes: int, *, mine: bool, for_team: bool) -> Lines:
    """The card in private: whether she is for it herself, and for the team who brought it."""
    return lines(
        card(entry, votes),
        say("feedback-mine") if mine else None,
        say("feedback-by", who=Bold(entry.author_name)) if for_team else None,
    )


def seen_rows(entry: Feedback, *, mine: bool, for_team: bool) -> Rows:
    """Her vote, and for the team the states, merging and removing."""
    rows: list[tuple[Button, ...]] = []
    if entry.merged_into is not None:
        rows.append((Button(say("button-feedback-see", number=entry.merged_into), SeeEntry(entry.merged_into)),))
    elif mine:
        rows.append((Button(say("button-feedback-unvote"), VoteFor(entry.number), rank=Rank.MEMBER),))
    elif entry.state in VOTABLE:
        rows.append((Button(say("button-feedback-for"), VoteFor(entry.number), Tone.GOOD, Rank.MEMBER),))
    return (*rows, *_team_rows(entry)) if for_team else tuple(rows)


def _team_rows(entry: Feedback) -> Rows:
    remove = _team("button-feedback-remove", OnBoard(entry.number, "remove"), Tone.DANGER)
    if entry.merged_into is not None:
        return ((_team("button-feedback-part", OnBoard(entry.number, "part")), remove),)
    states = [
        Button(name_of(state), SetState(entry.number, state), rank=Rank.MODERATOR)
        for state in CHOOSABLE
        if state is not entry.state
    ]
    merge = _team("button-feedback-merge", OnBoard(entry.number, "merge"))
    return (tuple(states), (merge, remove))


def really(entry: Feedback) -> tuple[Body, Rows]:
    """Ask again before words are gone for good."""
    sure = _team("button-feedback-remove-sure", OnBoard(entry.number, "removed"), Tone.DANGER)
    return say("feedback-really", number=entry.number, title=Bold(entry.title)), ((sure,),)


def _team(label: str, press: Press, tone: Tone = Tone.PLAIN) -> Button:
    return Button(say(label), press, tone, Rank.MODERATOR)


# --- forms


def panel(community: str) -> tuple[Body, Rows]:
    """Ask what somebody would like to bring."""
    kinds = tuple(
        Button(say(f"button-feedback-{kind}"), BringFeedback(kind), Tone.GOOD, Rank.MEMBER) for kind in FeedbackKind
    )
    return say("feedback-panel", community=community), (kinds,)


def form(press: BringFeedback, only: UserRef) -> Form:
    """A title and words, with what was typed before."""
    submit = Button(say("button-send"), BringFeedback(press.kind), rank=Rank.MEMBER, only=only)
    return Form(
        say(f"feedback-form-{press.kind}"),
        (
            Field("title", say("feedback-form-title"), longest=LONGEST_TITLE, value=press.title),
            Field("text", say("feedback-form-text"), long=True, required=False, longest=MOST_WORDS, value=press.text),
        ),
        submit,
    )


def state_form(entry: Feedback, press: SetState) -> Form:
    """A note for those who are for it."""
    note = Field("note", say("feedback-form-note"), long=True, required=False, longest=LONGEST_NOTE)
    title = say("feedback-form-state", number=entry.number, state=name_of(press.state))
    return Form(title, (note,), Button(say("button-send"), press, rank=Rank.MODERATOR))


def merge_form(entry: Feedback) -> Form:
    """Ask which entry it is a duplicate of."""
    into = Field("into", say("feedback-form-into"), longest=12)
    submit = Button(say("button-send"), OnBoard(entry.number, "merge"), rank=Rank.MODERATOR)
    return Form(say("feedback-form-merge", number=entry.number), (into,), submit)


def take_back(before: Feedback) -> Rows:
    """One minute to think again; the entry is written over once until then."""
    press = TakeStateBack(before.number, before.version + 1, before)
    return ((_team("button-feedback-take-back", press),),)


def taken_back(now: Feedback, press: TakeStateBack) -> Feedback | None:
    """The entry as it was before; None when something has happened to it since: that people were told, too."""
    if now.version != press.version:
        return None
    before = press.before
    return replace(
        now,
        state=before.state,
        note=before.note,
        was=before.was,
        merged_into=before.merged_into,
        moved_at=before.moved_at,
    )


# --- before something is posted


def likely(found: Sequence[tuple[Feedback, int]], post: PostFeedback, only: UserRef) -> tuple[Body, Rows]:
    """What is there already and may be the same, each to be voted for instead; what was typed is kept in the button."""
    listed = (_like(one, votes) for one, votes in found)
    instead = tuple(
        (Button(say("button-feedback-instead", number=one.number), VoteFor(one.number, turns=False), Tone.GOOD),)
        for one, _ in found
        if one.state in VOTABLE
    )
    mine = (Button(say("button-feedback-new"), post, rank=Rank.MEMBER, only=only, lasts=KEPT),)
    return lines(say("feedback-likely"), *listed), (*instead, mine)


def _like(entry: Feedback, votes: int) -> Body:
    title, state = Bold(unpinged(entry.title)), name_of(entry.state)
    return say("feedback-like", number=entry.number, title=title, votes=votes_of(votes), state=state)


def news(entry: Feedback, link: str) -> Lines:
    """What those who are for it hear; in their own language."""
    what = say("feedback-news", number=entry.number, title=Bold(unpinged(entry.title)), state=name_of(entry.state))
    return lines(
        what,
        None if entry.merged_into is None else say("feedback-merged", into=entry.merged_into),
        Rich((Quote(unpinged(entry.note)),)) if entry.note else None,
        Rich((Link(link, link),)) if link else None,
    )
