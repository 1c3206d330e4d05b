"""Chat that was, before rules that may be: who would have been hit, and what is different."""

from datetime import timedelta

from bot.core.lessons import Recorded
from bot.domain.moderation.policy import Mode, OnFailure, Policy, Rule
from bot.domain.moderation.replay import HIDDEN, SHOWN, Change, change, replay, sums
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.reading import Span
from bot.domain.moderation.text.words import Entry
from bot.domain.moderation.triggers import Flood, Pattern, Words
from bot.domain.moderation.triggers.hit import Hit
from tests.build import ANN, BOB, MOD, post

LEXICON = Lexicon.of([Entry("blorp", "en"), Entry("gnarf", "en")])
WORDS = Rule("swearing", Words(("en",), lexicon=LEXICON), mode=Mode.ON)
FLOOD = Rule("flood", Flood(3, timedelta(seconds=10)), mode=Mode.WATCH)


def chat(*said, **more):
    return [Recorded(post(text, by=who, at=at), "lobby", **more) for at, (who, text) in enumerate(said)]


def hit(said, *rules):
    length, (struck,) = replay(said, [Policy(rules)])
    assert length == len(said)
    return struck


def test_it_tells_whom_which_rule_would_have_hit():
    struck = hit(chat((ANN, "hello"), (BOB, "you blorp"), (MOD, "blorp")), WORDS, FLOOD)
    assert [(s.nth, s.rule, s.mode, s.who, s.name, s.found, s.text) for s in struck] == [
        (1, "swearing", "on", BOB.user, "Bob", "blorp", "you blorp")
    ]


def test_floods_are_seen_as_they_were_and_an_edit_is_no_message():
    posts = chat((ANN, "a"), (ANN, "b"), (ANN, "c"))
    assert [s.nth for s in hit(posts, FLOOD)] == [2]
    assert hit([*posts[:2], *chat((ANN, "c"), is_edit=True)], FLOOD) == ()


def test_rules_are_summed_in_the_order_they_fired():
    struck = hit(chat((BOB, "blorp"), (ANN, "a"), (ANN, "b"), (ANN, "blorp"), (BOB, "blorp")), WORDS, FLOOD)
    assert [(s.rule, s.mode, s.messages, s.people, s.names) for s in sums(struck)] == [
        ("swearing", "on", 3, 2, ("Bob", "Ann")),
        ("flood", "watch", 1, 1, ("Ann",)),
    ]
    assert sums(struck, names=1)[0].names == ("Bob",)


def test_two_policies_are_compared_message_by_message():
    said = chat((ANN, "blorp"), (ANN, "gnarf 500"), (BOB, "500"))
    money = Rule("money", Pattern("500"), mode=Mode.ON)
    twice = Rule("again", Pattern("00"), mode=Mode.ON)
    _, (before, after) = replay(said, [Policy((WORDS,)), Policy((money, twice))])
    changed = change(before, after)
    assert [(s.nth, s.rule) for s in changed.more] == [(2, "money")]
    assert [(s.nth, s.rule) for s in changed.fewer] == [(0, "swearing")]
    assert change(before, before) == Change((), ())


def test_two_runs_are_the_same():
    said = chat((ANN, "blorp"), (BOB, "gnarf"), (ANN, "blorp"))
    assert hit(said, WORDS, FLOOD) == hit(said, WORDS, FLOOD)


def test_long_messages_are_cut_and_lines_joined():
    (struck,) = hit(chat((ANN, "blorp\n" * 50)), WORDS)
    assert len(struck.text) == SHOWN
    assert "\n" not in struck.text


class Secret:
    kind = "secret"

    def find(self, seen, history):
        return Hit("a number", "number", (), conceals=(Span(0, 3),))


class Broken:
    kind = "broken"

    def find(self, seen, history):
        raise RuntimeError("broken")


def test_what_a_rule_conceals_is_not_shown():
    (struck,) = hit(chat((ANN, "555 is mine")), Rule("secret", Secret(), mode=Mode.ON))
    assert struck.text == f"{HIDDEN * 3} is mine"


def test_a_rule_that_breaks_hits_nobody():
    assert hit(chat((ANN, "a")), Rule("b", Broken(), mode=Mode.ON, on_failure=OnFailure.CLOSED)) == ()


def test_no_chat_hits_nobody():
    assert replay([], [Policy((WORDS,))]) == (0, ((),))
    assert sums(()) == ()
