"""Which entries of a feed are new, and what post each of them makes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.feeds import FeedEntry
from bot.core.posts import PostState, Wording
from bot.domain.calendar import post as moves
from bot.domain.calendar.feed import (
    FeedPlan,
    as_post,
    canonical,
    chosen,
    every_mark,
    marks_of,
    pause,
    to_write,
    words,
)
from tests.build import NOON, later

PLAN = FeedPlan("news", "https://example.org/feed", ("news",))
HOME = "https://example.org/"


def entry(n, **more):
    return replace(FeedEntry(f"id-{n}", f"https://example.org/{n}", f"Entry {n}", "Something happened."), **more)


def known_of(*entries, feed="news"):
    return set(every_mark(feed, entries, HOME))


@pytest.mark.parametrize(
    ("again", "is_known"),
    [
        (entry(1), True),
        (entry(1, title="Corrected", summary="Edited"), True),
        (entry(1, id="other"), True),
        (entry(1, link="https://example.org/moved"), True),
        (entry(1, id="other", link="http://www.EXAMPLE.org/1/?utm_source=feed#top"), True),
        (entry(1, id="other", link="https://example.org/2"), False),
        (entry(1, id="other", link="https://example.org/1?page=2"), False),
        (entry(1, id="other", link=HOME), False),
    ],
)
def test_an_entry_is_known_again_by_its_id_and_by_its_link(again, is_known):
    taken = chosen(PLAN, (again,), HOME, known_of(entry(1))).taken
    assert taken == (() if is_known else (again,))


def test_the_same_link_in_another_feed_is_the_same_news_but_the_same_id_is_not():
    other = replace(PLAN, name="other")
    assert not chosen(other, (entry(1, id="x"),), HOME, known_of(entry(1))).taken
    assert chosen(other, (entry(1, link="https://b.example/9"),), HOME, known_of(entry(1))).taken


def test_a_link_to_the_front_page_says_nothing_of_an_entry():
    both = tuple(entry(n, link="https://example.org/blog") for n in (1, 2))
    assert len(chosen(PLAN, both, "https://example.org/blog/", set()).taken) == 2
    assert len(chosen(PLAN, both, HOME, set()).taken) == 1


def test_what_has_neither_id_nor_link_is_known_by_its_words():
    bare = FeedEntry("", "", "Only words")
    assert marks_of("news", bare) != marks_of("news", replace(bare, title="Others"))
    assert not chosen(PLAN, (bare,), HOME, known_of(bare)).taken


def test_the_oldest_comes_first_and_what_is_too_much_waits():
    newest_first = tuple(entry(n) for n in range(9, 0, -1))
    first = chosen(PLAN, newest_first, HOME, set())
    assert [one.title for one in first.taken] == [f"Entry {n}" for n in range(1, 6)]
    assert first.more
    rest = chosen(PLAN, newest_first, HOME, set(first.seen))
    assert [one.title for one in rest.taken] == [f"Entry {n}" for n in range(6, 10)]
    assert not rest.more


def test_times_decide_where_every_entry_has_one():
    early, late = entry(1, at=later(hours=1)), entry(2, at=later(hours=2))
    assert chosen(PLAN, (early, late), HOME, set()).taken == (early, late)
    assert chosen(PLAN, (late, early), HOME, set()).taken == (early, late)


@given(st.lists(st.integers(1, 12), max_size=40), st.integers(1, 5))
def test_however_a_feed_is_read_every_entry_is_taken_once(numbers, most):
    plan = replace(PLAN, most=most)
    known, taken = set(), []
    for cut in range(len(numbers) + 1):
        shown = tuple(entry(n) for n in numbers[:cut])
        for _ in range(12):
            found = chosen(plan, shown, HOME, known)
            assert len(found.taken) <= most
            taken += [one.id for one in found.taken]
            known |= set(found.seen)
            if not found.more:
                break
    assert sorted(taken) == sorted({f"id-{n}" for n in numbers})


def test_only_what_is_new_or_was_not_written_for_long_is_written():
    known = {"a": NOON, "b": NOON - timedelta(days=31)}
    assert to_write(("a", "b", "c"), known, NOON) == ("b", "c")


@pytest.mark.parametrize(("failures", "hours"), [(0, 1), (1, 2), (2, 4), (3, 8), (5, 24), (60, 24)])
def test_each_failure_doubles_the_pause_up_to_a_day(failures, hours):
    assert pause(timedelta(hours=1), failures) == timedelta(hours=hours)


def test_a_pause_is_never_shorter_than_what_the_config_says():
    assert pause(timedelta(days=3), 9) == timedelta(days=3)


@pytest.mark.parametrize(
    ("given_", "tracking", "said"),
    [
        (entry(1), True, "Entry 1\nSomething happened.\nhttps://example.org/1"),
        (entry(1, summary="Entry 1"), True, "Entry 1\nhttps://example.org/1"),
        (entry(1, summary="", link=""), False, "Entry 1"),
        (
            entry(1, summary="", link="https://e.org/?a=1&utm_source=x"),
            True,
            "Entry 1\nhttps://e.org/?a=1&utm_source=x",
        ),
        (entry(1, summary="", link="https://e.org/?a=1&utm_source=x"), False, "Entry 1\nhttps://e.org/?a=1"),
    ],
)
def test_a_post_says_title_summary_and_link(given_, tracking, said):
    assert words(given_, tracking=tracking) == said


def test_long_words_end_with_a_whole_one():
    said = words(entry(1, summary="word, " * 200), tracking=True).split("\n")[1]
    assert len(said) <= 240
    assert said.endswith("word…")
    assert len(words(entry(1, title="x" * 900), tracking=True).split("\n")[0]) == 200


def test_a_post_waits_for_agreement_or_has_that_of_the_managers_for_exactly_these_words():
    waits = as_post(PLAN, entry(1), 3, NOON, tracking=True)
    assert (waits.state, waits.approval, waits.source) == (PostState.REVIEW, None, "feed news id-1")
    assert not moves.is_agreed(waits)
    goes = as_post(replace(PLAN, approval=False, about="events", language="pl"), entry(1), 3, NOON, tracking=True)
    assert moves.may_go_out(goes, needs_approval=True)
    assert (goes.pillar, goes.wordings[0].language) == ("events", "pl")
    edited = replace(goes, wordings=(Wording("Buy this."),))
    assert not moves.may_go_out(edited, needs_approval=True)


def test_an_entry_without_a_title_is_named_by_its_link():
    assert as_post(PLAN, entry(1, title=""), 1, NOON, tracking=True).title == "https://example.org/1"


def test_two_links_to_one_page_are_the_same():
    assert canonical("https://www.Example.org/a/?b=1&fbclid=2") == canonical("http://example.org/a?b=1#c")
