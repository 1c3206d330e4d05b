"""Domains that want to be taken for others, and links that hide where they lead."""

import pytest

from bot.domain.moderation.triggers import Links, LookAlikes
from bot.domain.moderation.triggers.known_domains import INNOCENT, KNOWN
from bot.domain.moderation.triggers.lookalikes import is_one_off, label
from tests.domain.moderation.triggers.looking import look

FAKES = LookAlikes(frozenset({"riverside-makers.org"}))


@pytest.mark.parametrize(
    ("host", "meant"),
    [
        ("discorcl.com", "discord.com"),
        ("disc0rd.com", "discord.com"),
        ("dіscord.com", "discord.com"),
        ("xn--dscord-pvf.com", "discord.com"),
        ("dlscord.gift", "discord.com"),
        ("discrod.com", "discord.com"),
        ("steamcomrnunity.com", "steamcommunity.com"),
        ("steamcommunlty.ru", "steamcommunity.com"),
        ("login.paypa1.com", "paypal.com"),
        ("gooogle.com", "google.com"),
        ("riverside-maker.org", "riverside-makers.org"),
        ("riverside-makers.co", ""),
    ],
)
def test_imitations_are_seen_through(host, meant):
    hit = look(FAKES, f"log in at https://{host}/x")
    assert (hit.read_as.rpartition(".")[0] if hit else "") == meant.rpartition(".")[0]


@pytest.mark.parametrize("host", [*KNOWN, "google.pl", "amazon.co.uk", "discord.gift", "example.com", "riverside-makers.org",
                                  "finance.com", "mail.google.com", "apply.com", "t.me", "wiki.example.org"])  # fmt: skip
def test_the_real_ones_and_their_honest_neighbours_are_not(host):
    assert not look(FAKES, f"https://{host}/x")


@pytest.mark.parametrize("name", sorted(INNOCENT))
def test_words_of_their_own_are_not(name):
    assert not look(LookAlikes(), f"https://{name}.com/x")


def test_a_hidden_link_is_looked_at_too():
    assert look(FAKES, "click here", links=("https://disc0rd.com/x",)).found == "disc0rd.com"


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("abcdef", "abcdef", False),
        ("abcdef", "abcdefg", True),
        ("abcdef", "bcdef", True),
        ("abcdef", "abxdef", True),
        ("abcdef", "abdcef", True),
        ("abcdef", "abdxef", False),
        ("abcdef", "abcd", False),
        ("abcdef", "abcxefg", False),
        ("abcdef", "fbcdea", False),
    ],
)
def test_one_letter_away(one, other, is_one):
    assert is_one_off(one, other) is is_one
    assert is_one_off(other, one) is is_one


@pytest.mark.parametrize(
    ("host", "name"),
    [("www.example.co.uk", "example"), ("example.com", "example"), ("a.b.example.org/path", "example"), ("x", "x"),
     ("com.pl", "com")],
)  # fmt: skip
def test_the_name_that_somebody_registered(host, name):
    assert label(host) == name


@pytest.mark.parametrize("text", ["bit.ly/abc", "https://TinyURL.com/abc", "http://www.clck.ru/x"])
def test_shorteners_are_found(text):
    assert look(Links("shorteners"), text)
    assert not look(Links("shorteners", allow=frozenset({"bit.ly", "tinyurl.com", "clck.ru"})), text)


def test_other_links_are_no_shorteners_unless_they_are_named():
    assert not look(Links("shorteners"), "https://example.com/x")
    assert look(Links("shorteners", deny=frozenset({"example.com"})), "https://s.example.com/x")


@pytest.mark.parametrize(
    ("links", "text", "found"),
    [
        (Links(), "see https://example.com/x", True),
        (Links(), "no link at all.", False),
        (Links(allow=frozenset({"example.com"})), "see https://sub.example.com/x", False),
        (Links(deny=frozenset({"example.com"})), "see https://Example.COM:443/x", True),
        (Links(deny=frozenset({"example.com"})), "see https://example.org/x", False),
        # YAGPDB stops decoding at one stray percent sign.
        (Links(deny=frozenset({"example.com"})), "100% sure: https://ex%61mple.com/50%zz%", True),
        (Links("invites"), "discord.gg/abc", True),
        (Links("invites"), "https://example.com/x", False),
        (Links("invites", allow=frozenset({"discord.gg/abc"})), "discord.gg/abc", False),
    ],
)
def test_links_and_invitations(links, text, found):
    assert bool(look(links, text)) is found


@pytest.mark.parametrize(
    "trigger", [LookAlikes(), Links(deny=frozenset({"evil.example"})), Links("invites"), Links("shorteners")]
)
def test_nothing_hides_behind_more_links_than_are_read(trigger):
    crowd = " ".join(f"a{number}.example.org" for number in range(60))
    assert look(trigger, f"{crowd} evil.example").found
    assert look(trigger, "a.example.org b.example.org") is None
