"""Floods, repeats and mass calls: what only shows in many messages."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.ids import DISCORD
from bot.core.people import Rank
from bot.domain.moderation import history as memory
from bot.domain.moderation.history import History
from bot.domain.moderation.sample import sample
from bot.domain.moderation.triggers import Duplicates, Flood, Mentions
from tests.build import ANN, BOB, MOD, NOON, SPACE, later, person, post, room, space, user
from tests.domain.moderation.triggers.looking import follow, look

MINUTE = timedelta(minutes=1)
CALL = "come and see our great new offer"


def members(many, **more):
    return [person(f"M{n}", f"{100 + n}", **more) for n in range(many)]


def test_a_flood_is_so_many_messages_in_so_much_time():
    flood = Flood(3, timedelta(seconds=10))
    none, also_none, hit = follow(flood, [post("a", at=0), post("b", at=4), post("c", at=9)])
    assert none is also_none is None
    assert len(hit.messages) == 3
    assert follow(flood, [post("a", at=0), post("b", at=6), post("c", at=12)]) == [None] * 3


def test_an_edit_is_no_message_of_a_flood():
    messages = [post("a", at=0), post("b", at=1), post("c", at=2)]
    assert follow(Flood(3, MINUTE), messages, edits={2})[2] is None


def test_a_flood_of_short_messages_leaves_out_the_long_ones_and_pictures():
    short = Flood(3, MINUTE, shorter_than=5)
    assert follow(short, [post("yes", at=0), post("a longer one", at=1), post("but", at=2), post("no", at=3)])[-1]
    assert not any(follow(short, [post("yes", at=0), post("a longer one", at=1), post("no", at=2)]))
    assert not any(follow(short, [post("", at=n, attachments=1) for n in range(6)]))


@pytest.mark.parametrize(
    "texts",
    [
        (CALL, CALL, CALL),
        (CALL, CALL.upper(), f"{CALL}!!! 77"),
        (CALL, "come and see оur great nеw offer", "come, and see: our great new offer"),
        ("Żółta łódź czeka", "zolta lodz czeka", "ŻÓŁTA ŁÓDŹ CZEKA"),
    ],
)
def test_the_same_words_are_a_repeat_however_they_are_dressed(texts):
    *before, hit = follow(Duplicates(3, MINUTE), [post(t, at=n) for n, t in enumerate(texts)])
    assert before == [None, None]
    assert len(hit.messages) == 3


@pytest.mark.parametrize("text", ["", "ok", "hello!", "🎉🎉🎉", "1 2 3", "...", "OK 👍"])
def test_an_empty_text_and_a_greeting_are_no_repeats(text):
    # Red counts "ok" over weeks as a duplicate.
    assert not any(follow(Duplicates(2, MINUTE), [post(text, at=n, attachments=1) for n in range(6)]))


def test_one_long_word_of_a_script_without_spaces_is_enough():
    assert follow(Duplicates(2, MINUTE), [post("快来加入我们的新群组大家一起赚钱", at=n) for n in range(2)])[1]


def test_six_pictures_by_six_members_are_no_repeat():
    # RoboDanny bans six members for six messages without text.
    pictures = [post("", by=who, at=n, attachments=1, also=("image.png",)) for n, who in enumerate(members(6))]
    assert not any(follow(Duplicates(3, MINUTE, people=2), pictures))


def test_a_forward_without_words_of_its_own_is_what_was_forwarded():
    forwards = [post("", at=n, also=(CALL,), forwarded=True) for n in range(2)]
    assert follow(Duplicates(2, MINUTE), forwards)[1]


def test_repeats_across_channels_count_and_all_of_them_go():
    # python-discord#665: one message in each channel.
    places = [room("1"), room("2", of=SPACE), room("3", of=space("2"))]
    *_, hit = follow(Duplicates(3, MINUTE), [post(CALL, at=n, place=p) for n, p in enumerate(places)])
    assert {ref.place for ref in hit.messages} == set(places)


def test_an_edit_is_no_repeat_even_when_nothing_was_changed():
    # Vortex#41.
    once = post(CALL)
    assert follow(Duplicates(2, MINUTE), [once, once, once], edits={1, 2}) == [None] * 3


def test_a_message_that_comes_twice_was_posted_once():
    once = post(CALL)
    assert follow(Duplicates(2, MINUTE), [once, once]) == [None, None]


def test_repeats_are_forgotten():
    assert follow(Duplicates(2, MINUTE), [post(CALL, at=0), post(CALL, at=61)]) == [None, None]


def test_of_one_member_only_her_own_repeats_count():
    assert follow(Duplicates(2, MINUTE), [post(CALL, by=ANN), post(CALL, by=BOB, at=1)]) == [None, None]


def test_several_people_with_the_same_words_on_both_messengers():
    people = [ANN, BOB, person("Dana", "70", on=DISCORD)]
    rule = Duplicates(3, MINUTE, people=3)
    *_, hit = follow(rule, [post(CALL, by=who, at=n) for n, who in enumerate(people)])
    assert hit.read_as == "3"
    assert not any(follow(rule, [post(CALL, by=ANN, at=n) for n in range(5)]))


@pytest.mark.parametrize("text", ["good morning all", "happy new year", "thank you so much"])
def test_what_everybody_says_is_no_repeat_of_several_people(text):
    said = [post(text, by=who, at=n) for n, who in enumerate(members(6))]
    assert not any(follow(Duplicates(3, MINUTE, people=2), said))


def test_a_short_text_with_a_link_is():
    said = [post("free now https://example.com/x", by=who, at=n) for n, who in enumerate(members(3))]
    assert follow(Duplicates(3, MINUTE, people=2), said)[2]


def test_nobody_is_held_to_account_for_repeating_a_moderator_and_hers_stays():
    said = [post(CALL, by=MOD), post(CALL, by=ANN, at=1)]
    assert follow(Duplicates(2, MINUTE, people=2), said) == [None, None]
    *_, hit = follow(Duplicates(2, MINUTE, people=2), [*said, post(CALL, by=BOB, at=2)])
    assert said[0].ref not in hit.messages


def test_many_people_in_one_message():
    four = tuple(user(f"{n}") for n in range(4))
    assert look(Mentions(4), "x", mentions=four).found == "4 @"
    assert look(Mentions(4), "x", mentions=four[:3], unknown_mentions=1)
    assert not look(Mentions(4), "x", mentions=four[:3] * 2)
    assert not look(Mentions(4), "nobody")


def test_many_people_over_some_messages():
    calls = [post("hey", at=n, mentions=(user(f"{n}"),)) for n in range(3)]
    rule = Mentions(3, MINUTE)
    *_, hit = follow(rule, [calls[0], post("and", at=0.5), calls[1], calls[2]])
    assert hit.messages == tuple(c.ref for c in calls)
    assert follow(rule, calls, edits={2})[2] is None
    assert follow(rule, [replace(calls[0], mentions=tuple(map(user, "abc")))], edits={0})[0]


@pytest.mark.parametrize("text", ["@everyone look", "look @here", "@EVERYONE", "@ever\u200byone"])
def test_calling_everybody_is_seen_whether_or_not_it_works(text):
    assert look(Mentions(everyone=True), text)
    assert not look(Mentions(5), text)


@pytest.mark.parametrize("text", ["mail me at you@here.com", "@everyones", "everyone", "@@here", "@ann look"])
def test_what_only_resembles_it_is_nothing(text):
    assert not look(Mentions(everyone=True), text)


def test_a_call_that_worked_needs_no_text():
    assert look(Mentions(everyone=True), "<@&1>", mentions_everyone=True).found == "@everyone"


def test_two_new_accounts_and_a_call_are_no_ban_by_themselves():
    # RoboDanny bans for it; here a rule does what it says, and only about its own message.
    said = [post("hello", by=members(1)[0]), post("@everyone hi", by=members(2)[1], at=1)]
    first, second = follow(Mentions(everyone=True), said)
    assert first is None
    assert second.messages == (said[1].ref,)


def test_a_newcomer_is_counted_from_the_first_message_on():
    history = History()
    history.arrived(SPACE, ANN, NOON)
    nths = []
    for n in range(3):
        seen = sample(post(f"{n}", at=n))
        history.remember(seen)
        history.remember(seen)
        nths.append(history.nth(seen))
    assert nths == [1, 2, 3]
    assert history.joined_at(seen) == NOON
    history.arrived(SPACE, ANN, later(hours=1))
    assert history.nth(seen) == 0


def test_who_was_here_before_the_bot_is_no_newcomer():
    history = History()
    history.remember(sample(post("x", by=BOB)))
    old = sample(post("x", by=replace(ANN, joined_at=later(hours=-1)), at=1))
    new = sample(post("x", by=replace(ANN, joined_at=later(seconds=1)), at=2, place=room("9")))
    unknown = sample(post("x", by=MOD, at=3))
    for seen in (old, new, unknown):
        history.remember(seen)
    assert [history.nth(s) for s in (old, new, unknown)] == [None, 1, None]


def test_what_the_messenger_tells_counts_before_what_the_bot_saw():
    history = History()
    history.arrived(SPACE, ANN, NOON)
    assert history.joined_at(sample(post("x", by=replace(ANN, joined_at=later(days=-9))))) == later(days=-9)
    assert history.joined_at(sample(post("x", by=BOB))) is None


def test_memory_is_bounded_and_the_newer_half_stays(monkeypatch):
    monkeypatch.setattr(memory, "MANY", 4)
    history = History()
    said = [sample(post(f"{'abcdefg'[n]} very own words", by=who, at=n)) for n, who in enumerate(members(7))]
    for seen in said:
        history.remember(seen)
    assert [len(history.by_author(s, MINUTE)) for s in said] == [0, 0, 0, 1, 1, 1, 1]
    assert [len(history.same_text(s, MINUTE)) for s in said] == [0, 0, 0, 1, 1, 1, 1]


def test_an_author_can_be_forgotten():
    history = History()
    seen = sample(post("x"))
    history.remember(seen)
    history.forget(seen)
    assert not history.by_author(seen, MINUTE)


def test_a_rule_that_looks_back_an_hour_does():
    # Zeppelin keeps five minutes, whatever is written.
    history = History(timedelta(hours=1))
    assert follow(Duplicates(2, timedelta(hours=1)), [post(CALL, at=0), post(CALL, at=3500)], history=history)[1]


def test_ranks_are_compared_as_they_are():
    helper = replace(BOB, rank=Rank.HELPER)
    assert not any(follow(Duplicates(2, MINUTE, people=2), [post(CALL, by=helper), post(CALL, by=ANN, at=1)]))


def test_who_is_forgotten_leaves_no_words_in_memory_and_stays_new():
    history = History()
    history.arrived(SPACE, ANN, NOON)
    mine, both = sample(post("my very own words", by=ANN)), sample(post("everybody says this", by=ANN, at=1))
    hers, last = sample(post("everybody says this", by=BOB, at=2)), sample(post("only said by her", by=BOB, at=3))
    for seen in (mine, both, hers, last):
        history.remember(seen)
        history.reactions.remember(seen)
    history.forget_people({ANN.user})
    assert history.by_author(both, MINUTE) == history.same_text(mine, MINUTE) == ()
    assert history.same_text(hers, MINUTE) == (hers.message,)
    assert history.by_author(last, MINUTE) == (hers.message, last.message)
    assert (history.reactions.count(both, MINUTE), history.reactions.count(last, MINUTE)) == (0, 2)
    assert history.nth(mine) == 2, "nobody makes herself an old member by being forgotten"
