"""The board's law and looks, as tables: who is counted, what may follow what, what is shown and what is not."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.feedback import Feedback, FeedbackKind, FeedbackState, FeedbackUnvote, FeedbackVote
from bot.core.ids import DISCORD, TELEGRAM, UserRef
from bot.core.people import Rank
from bot.core.record import Timer, TimerOff
from bot.core.text import Bold, Lines, Quote, Rich, Say
from bot.domain.care import board, board_card, board_list, presses
from bot.domain.care.board import Author, Ballot, Standing
from bot.domain.care.board_list import BrowseBoard
from bot.domain.care.similar import Similar
from tests.build import ANN, BOB, NOON, later

A, B, C = (UserRef(TELEGRAM, n) for n in "123")
D = UserRef(DISCORD, "4")


def entry(number=1, title="Wood", text="", **more):
    return Feedback(number, FeedbackKind.IDEA, ANN.user, "Ann", NOON, title, text, NOON, **more)


def ballot(user, person, number=1, at=NOON):
    return Ballot(number, user, person, at)


def keys(body):
    return [
        one for part in body.parts for one in (keys(part) if isinstance(part, Lines) else [getattr(part, "key", "")])
    ]


def labels(rows):
    return [button.label.key for row in rows for button in row]


# --- votes


def test_people_are_counted_and_not_accounts():
    cast = (ballot(A, "ann"), ballot(D, "ann"), ballot(B, "telegram:2"), ballot(B, "telegram:2", number=2))
    assert board.votes(cast) == 2
    assert board.votes(()) == 0
    assert board.stands(cast, (D,))
    assert not board.stands(cast, (C,))
    assert board.withdrawn(cast, (A, D)) == (FeedbackUnvote(1, A), FeedbackUnvote(1, D))


def test_each_person_hears_once_on_the_account_she_spoke_up_with_first():
    cast = (ballot(D, "ann", at=NOON), ballot(A, "ann", at=later(minutes=1)), ballot(C, "c"))
    assert board.followers((), cast) == (D, C)
    assert board.followers((Author(A, "ann"), Author(B, "b")), cast) == (A, B, C)


def test_batches_go_through_everybody_in_order_and_end():
    people = [UserRef(TELEGRAM, str(n)) for n in range(board.BATCH * 2 + 1)]
    told, after = [], ""
    while True:
        some, after = board.next_batch(people, after)
        told += some
        assert len(some) <= board.BATCH
        if not after:
            break
    assert sorted(told) == sorted(people)
    assert board.next_batch((), "") == ((), "")


# --- moves


def test_what_is_typed_is_cut_and_a_title_is_one_line():
    made = board.submitted(7, FeedbackKind.PROBLEM, ANN, ("  a\n b " + "x" * 200, " words "), NOON)
    assert made.title.startswith("a b x")
    assert len(made.title) == board.LONGEST_TITLE
    assert made.text == "words"
    assert made.state is FeedbackState.OPEN


def test_a_state_carries_its_note_and_the_time_it_came():
    now = board.moved(entry(), FeedbackState.PLANNED, " soon ", later(hours=1))
    assert (now.state, now.note, now.moved_at) == (FeedbackState.PLANNED, "soon", later(hours=1))
    noted = board.moved(now, FeedbackState.PLANNED, "later", later(hours=2))
    assert (noted.note, noted.moved_at) == ("later", later(hours=1))
    assert board.moved(now, FeedbackState.PLANNED, "soon", NOON).key == "feedback-is-so"
    assert board.moved(entry(merged_into=2), FeedbackState.PLANNED, "", NOON).key == "feedback-is-duplicate"


def test_a_merge_keeps_what_it_was_and_its_undoing_gives_it_back():
    planned = entry(state=FeedbackState.PLANNED)
    mine, other = board.merged(planned, entry(2), NOON)
    assert (mine.state, mine.merged_into, other) == (FeedbackState.DUPLICATE, 2, entry(2))
    back = board.parted(mine, NOON)
    assert (back.state, back.merged_into) == (FeedbackState.PLANNED, None)
    assert board.merged(mine, entry(3), NOON).key == "feedback-is-duplicate"
    assert board.merged(entry(), entry(), NOON).key == "feedback-itself"
    assert board.parted(entry(), NOON).key == "feedback-no-duplicate"


def test_removing_takes_the_words_and_frees_what_was_merged_directly():
    child = entry(2, merged_into=1, state=FeedbackState.DUPLICATE, was=FeedbackState.PLANNED)
    grandchild = entry(3, merged_into=2, state=FeedbackState.DUPLICATE)
    gone, freed = board.removed(entry(text="words", note="n"), (child, grandchild), NOON)
    assert (gone.title, gone.text, gone.note, gone.author_name) == ("", "", "", "")
    assert not board.is_on_the_board(gone)
    assert not board.is_on_the_board(None)
    assert not board.is_on_the_board(entry(title=""))
    assert (freed.number, freed.state, freed.merged_into) == (2, FeedbackState.PLANNED, None)


def test_people_hear_after_a_minute_of_what_they_do_not_know():
    assert board.telling(entry(state=FeedbackState.PLANNED), NOON) == Timer(board.TELL, "1", NOON + board.HOLD)
    assert board.telling(entry(), NOON) == TimerOff(board.TELL, "1")


def test_a_change_is_taken_back_only_while_nothing_has_happened_since():
    before = entry(version=3)
    now = replace(before, state=FeedbackState.DECLINED, note="no", version=4)
    [[button]] = board_card.take_back(before)
    assert replace(board_card.taken_back(now, button.press), version=3) == before
    assert board_card.taken_back(replace(now, version=5), button.press) is None


# --- looks


def test_a_cards_words_are_quoted_and_call_nobody():
    body = board_card.card(entry(title="Hi @all", text="mail me@x.y and @ann", note="ask @mod"), 3)
    assert Rich((Bold("Hi @\u2060all"),)) in body.parts
    assert Rich((Quote("mail me@\u2060x.y and @\u2060ann"),)) in body.parts
    assert "feedback-note" in keys(body)
    assert "feedback-merged" not in keys(body)
    assert keys(board_card.card(entry(merged_into=2), 0))[-1] == "feedback-merged"


@pytest.mark.parametrize(
    ("one", "buttons"),
    [
        (entry(), ["button-feedback-vote", "button-feedback-more"]),
        (entry(state=FeedbackState.STARTED), ["button-feedback-vote", "button-feedback-more"]),
        (entry(state=FeedbackState.COMPLETED), ["button-feedback-more"]),
        (entry(merged_into=2, state=FeedbackState.DUPLICATE), ["button-feedback-more"]),
    ],
)
def test_a_card_offers_a_vote_while_it_is_open_to_votes(one, buttons):
    rows = board_card.card_rows(one, 1)
    assert labels(rows) == buttons
    assert all(button.name for row in rows for button in row), "edited again and again, they keep their tokens"


@pytest.mark.parametrize(
    ("one", "mine", "first"),
    [
        (entry(), False, "button-feedback-for"),
        (entry(), True, "button-feedback-unvote"),
        (entry(state=FeedbackState.DECLINED), True, "button-feedback-unvote"),
        (entry(merged_into=2, state=FeedbackState.DUPLICATE), True, "button-feedback-see"),
    ],
)
def test_in_private_it_offers_what_she_can_do(one, mine, first):
    assert labels(board_card.seen_rows(one, mine=mine, for_team=False)) == [first]


def test_what_is_over_and_not_voted_for_offers_members_nothing():
    assert board_card.seen_rows(entry(state=FeedbackState.DECLINED), mine=False, for_team=False) == ()


def test_the_team_has_states_merging_and_removing_all_for_moderators():
    rows = board_card.seen_rows(entry(), mine=False, for_team=True)[1:]
    assert labels(rows)[:4] == [f"feedback-state-{s}" for s in ("planned", "started", "completed", "declined")]
    merged = board_card.seen_rows(entry(merged_into=2), mine=False, for_team=True)[1:]
    assert labels(merged) == ["button-feedback-part", "button-feedback-remove"]
    _, sure = board_card.really(entry())
    assert all(b.rank is Rank.MODERATOR for row in (*rows, *merged, *sure) for b in row)


def test_who_brought_it_is_for_the_team_alone():
    assert "feedback-by" not in keys(board_card.seen(entry(), 1, mine=True, for_team=False))
    assert {"feedback-mine", "feedback-by"} <= set(keys(board_card.seen(entry(), 1, mine=True, for_team=True)))


def test_news_tell_of_a_merge_a_note_and_the_way():
    told = board_card.news(entry(merged_into=2, note="because"), "https://x.example/1")
    assert keys(told) == ["feedback-news", "feedback-merged", "", ""]
    assert keys(board_card.news(entry(), "")) == ["feedback-news"]


def test_likely_ones_that_are_over_are_shown_but_take_no_vote():
    post = presses.PostFeedback(9, FeedbackKind.IDEA, "Wood", "")
    found = ((entry(), 2), (entry(2, state=FeedbackState.COMPLETED), 5))
    body, rows = board_card.likely(found, post, BOB.user)
    assert keys(body) == ["feedback-likely", "feedback-like", "feedback-like"]
    assert labels(rows) == ["button-feedback-instead", "button-feedback-new"]
    assert rows[-1][0].press == post


def test_forms_keep_what_was_typed_and_fit_a_modal():
    body, rows = board_card.panel("Riverside")
    assert body.key == "feedback-panel"
    assert labels(rows) == ["button-feedback-idea", "button-feedback-problem"]
    typed = board_card.form(presses.BringFeedback(FeedbackKind.IDEA, "Wood", "words"), BOB.user)
    assert [field.value for field in typed.fields] == ["Wood", "words"]
    assert (typed.submit.only, typed.submit.rank) == (BOB.user, Rank.MEMBER)
    state = board_card.state_form(entry(), presses.SetState(1, FeedbackState.PLANNED))
    merge = board_card.merge_form(entry())
    assert {state.submit.rank, merge.submit.rank} == {Rank.MODERATOR}
    assert not state.fields[0].required
    assert merge.fields[0].required


def test_a_vote_is_kept_as_it_was_given_and_a_removed_card_says_so():
    assert board.given(1, A, NOON) == FeedbackVote(1, A, NOON)
    assert board_card.gone().key == "feedback-gone"


# --- the list


def standing(number, votes=0, latest=None, **more):
    return Standing(entry(number, f"Entry {number}", **more), votes, latest)


MANY = tuple(standing(n, n % 3) for n in range(1, 13))


def test_the_list_is_by_votes_then_newest_and_leaves_duplicates_out_unless_they_are_asked_for():
    dup = standing(13, 9, merged_into=1, state=FeedbackState.DUPLICATE)
    listed = board_list.chosen((*MANY, dup), BrowseBoard())
    assert [one.entry.number for one in listed[:5]] == [11, 8, 5, 2, 10]
    assert board_list.chosen((*MANY, dup), BrowseBoard(FeedbackState.DUPLICATE)) == (dup,)
    assert [s.entry.number for s in board_list.chosen(MANY, BrowseBoard(words="x"), (7, 99, 3))] == [7, 3]


def test_pages_end_where_the_list_ends():
    wanted = BrowseBoard(page=99)
    assert board_list.pages_of(MANY) == 3
    assert [key for key in keys(board_list.shown(MANY, wanted)) if "line" in key] == ["feedback-board-line"] * 2
    assert "button-feedback-on" not in labels(board_list.shown_rows(MANY, wanted, Rank.MEMBER))
    first = labels(board_list.shown_rows(MANY, BrowseBoard(), Rank.MANAGER))
    assert "button-feedback-back" not in first
    assert {"button-feedback-on", "button-feedback-export"} <= set(first)
    assert "button-feedback-export" not in labels(board_list.shown_rows(MANY, BrowseBoard(), Rank.MODERATOR))


def test_rows_of_buttons_fit_every_messenger():
    rows = board_list.shown_rows(MANY, BrowseBoard(page=1), Rank.MANAGER)
    assert len(rows) <= 5
    assert max(map(len, rows)) <= 5


def test_an_empty_list_says_so():
    assert board_list.pages_of(()) == 1
    assert keys(board_list.shown((), BrowseBoard(FeedbackState.OPEN))) == ["feedback-board", "feedback-board-state"]
    assert keys(board_list.shown((), BrowseBoard(words="x"))) == ["feedback-board-search"]
    assert labels(board_list.shown_rows((), BrowseBoard(), Rank.MEMBER))[0].startswith("feedback-state")


def test_the_table_holds_everything_and_no_formula():
    rows = list(csv.reader(io.StringIO(board_list.table((Standing(entry(title="@SUM(A1)", text='a "b", c\nd'), 4),)))))
    assert rows[0][:4] == ["number", "kind", "state", "votes"]
    assert rows[1][:4] == ["1", "idea", "open", "4"]
    assert rows[1][-3:] == ["'@SUM(A1)", 'a "b", c\nd', ""]


# --- the week


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (
            datetime(2026, 3, 27, 12, tzinfo=UTC),
            datetime(2026, 3, 30, 7, tzinfo=UTC),
        ),  # a Friday; clocks change on Sunday
        (datetime(2026, 3, 20, 12, tzinfo=UTC), datetime(2026, 3, 23, 8, tzinfo=UTC)),
        (datetime(2026, 3, 23, 7, 59, tzinfo=UTC), datetime(2026, 3, 23, 8, tzinfo=UTC)),
        (datetime(2026, 3, 23, 8, tzinfo=UTC), datetime(2026, 3, 30, 7, tzinfo=UTC)),
    ],
)
def test_a_week_is_due_by_the_communitys_own_clock(now, due):
    assert board_list.next_digest(now, ZoneInfo("Europe/Warsaw"), 0, time(9)) == due


def test_the_week_names_what_is_new_wanted_moved_and_forgotten():
    now = later(days=100)
    fresh = replace(standing(1, 3), entry=replace(entry(1), at=later(days=99), moved_at=later(days=99)))
    old = standing(2, 1, later(days=2))
    kept = standing(3, 2, later(days=98))
    done = standing(4, 5, state=FeedbackState.COMPLETED)
    done = replace(done, entry=replace(done.entry, moved_at=later(days=98)))
    dup = standing(5, merged_into=1, state=FeedbackState.DUPLICATE)
    week = board_list.digest((fresh, old, kept, done, dup), {1: 3}, now, timedelta(days=60))
    assert keys(week) == [
        "feedback-digest",
        *("feedback-digest-new", "feedback-board-line", "feedback-digest-gained"),
        *("feedback-digest-top", "feedback-board-line", "feedback-digest-gained"),
        *("feedback-board-line", "feedback-board-line"),
        *("feedback-digest-moved", "feedback-board-line"),
        *("feedback-digest-stale", "feedback-board-line"),
    ]


def test_a_quiet_week_says_so_and_a_full_one_names_five_of_each():
    assert keys(board_list.digest((), {}, NOON, timedelta(days=60))) == ["feedback-digest", "feedback-digest-quiet"]
    many = tuple(standing(n, 1) for n in range(8))
    assert keys(board_list.digest(many, {}, NOON, timedelta(days=60))).count("feedback-digest-more") == 2


# --- what is like what

ALIKE = [
    ("en", "Dark mode for the website", "please add a dark theme mode to the website", "Longer opening hours"),
    ("pl", "Ciemny motyw na stronie", "dodajcie ciemny motyw strony", "Dłuższe godziny otwarcia"),
    ("ru", "Тёмная тема для сайта", "сделайте темную тему на сайте", "Больше часов работы"),
    ("es", "Modo oscuro para la web", "un modo oscuro en la web, por favor", "Más horas de apertura"),
    ("sq", "Pamje e errët për faqen", "dua pamjen e errët të faqes", "Orar më i gjatë"),
]


@pytest.mark.parametrize(("language", "title", "asked", "other"), ALIKE)
def test_what_is_meant_is_found_inflected_and_reordered_and_nothing_else_is(language, title, asked, other):
    similar = Similar((entry(1, title), entry(2, other)), (language,))
    assert similar.likely(asked, "") == (1,)
    assert similar.likely("zqxv wjkp", "") == ()


def test_a_duplicate_leads_to_what_it_is_a_duplicate_of_and_at_most_three_are_shown():
    rows = (entry(1, "Dark mode"), entry(2, "A dark mode", merged_into=3), entry(3, "Night colours", merged_into=4))
    assert Similar((*rows, entry(4, "Colours")), ("en",)).likely("dark mode", "")[:2] == (1, 4)
    assert len(Similar([entry(n, "Dark mode") for n in range(1, 9)], ("en",)).likely("dark mode", "")) == 3


def test_a_search_finds_numbers_words_and_what_is_like_them():
    similar = Similar((entry(1, "Dark mode", "for the night"), entry(2, "Ovens"), entry(12, "Paint")), ("en",))
    assert similar.search("#12")[0] == 12
    assert similar.search("night") == (1,)
    assert similar.search("oven") == (2,)
    assert similar.search("zeppelin") == ()
    assert similar.search(" ") == ()


def test_without_entries_nothing_is_like_anything():
    assert Similar((), ("en",)).likely("dark mode", "words") == ()
    assert isinstance(board.name_of(FeedbackState.OPEN), Say)
