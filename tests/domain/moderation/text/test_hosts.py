"""Links lead where they lead, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moderation.text.hosts import hosts, invites
from bot.domain.moderation.text.links import MOST_LINKS, TOO_MANY
from bot.domain.moderation.text.reading import Span


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("see https://example.com/page", ["example.com"]),
        ("HTTP://Example.COM", ["example.com"]),
        ("http://www.example.com", ["example.com"]),
        ("http://www.com", ["www.com"]),
        ("http://user:pass@example.com:8080/x?y#z", ["example.com"]),
        ("http://good.com@evil.com/", ["evil.com"]),
        ("http://evil.com%2F@good.com", ["good.com"]),
        ("http://example.com.", ["example.com"]),
        ("example.com.", ["example.com"]),
        ("example.com:443/a", ["example.com"]),
        ("(example.com), **example.org**", ["example.com", "example.org"]),
        ("exa\u00admple.com", ["example.com"]),
        ("example\u3002com example\uff0eorg", ["example.com", "example.org"]),
        ("ｅｘａｍｐｌｅ.com", ["example.com"]),
        ("http://ex%61mple.com ex%61mple%2ecom", ["example.com"]),
        ("[click](http://evil.ru/a)", ["evil.ru"]),
        ("<https://evil.ru>", ["evil.ru"]),
        ("https:\\\\evil.com\\a", ["evil.com"]),
        ("http:/evil.com http:////evil.org", ["evil.com", "evil.org"]),
        ("look:example.com", ["example.com"]),
        ("http://good.com/?to=https://bad.com/x", ["good.com", "bad.com"]),
        ("http://evil.com/tg:join", ["evil.com"]),
        ("t.me/somewhere T.ME/+abc", ["t.me"]),
        ("telegram.me/somewhere", ["t.me"]),
        ("tg://resolve?domain=somewhere", ["t.me"]),
        ("tg:resolve?domain=somewhere", ["t.me"]),
        ("http://1.2.3.4/ http://999.1", ["1.2.3.4"]),
        ("http://xn--e1afmkfd.xn--p1ai/x пример.рф", ["пример.рф"]),
        ("http://xn--\u0439.com http://xn--999999999.com", ["xn--й.com", "xn--999999999.com"]),
        ("thanks.me www.thanks.me thanks.it/x", ["thanks.me", "thanks.it"]),
        ("http://a_b.example.com", ["a_b.example.com"]),
        ("example[.]com (and) example(dot)org, example { . } com/x", ["example.com", "example.org"]),
        ("hxxps[:]//sub.example[.]com/path", ["sub.example.com"]),
        ("go to example dot com or example punto org", ["example.com", "example.org"]),
        ("przyklad kropka pl, example ТОЧКА ru, shembull pikë com", ["przyklad.pl", "example.ru", "shembull.com"]),
        ("the dot com bubble, un punto com, in dot net, I use dot net", []),
        ("a dot on the map (.) and some dots [.] here: f(.)x", []),
        ("ok . com on / then", []),
        ("see foo.xn--p1ai or shop.com?ref=1 or shop.com#x", ["foo.рф", "shop.com"]),
        ("write to me@example.com", []),
        ("hello.world thanks.it e.g. 3.14 file.py 12:30 a:b 50%", []),
        ("http:// ://x ://example.com https://[::1]/ http://a..com http://localhost", []),
        ("no links here", []),
        ("http://" + "a" * 70 + ".com", []),
    ],
)
def test_hosts_are_found_in_one_form(text, names):
    assert [host.name for host in hosts(text)] == names


def test_a_host_says_where_its_link_stands():
    (host,) = hosts("see https://example.com/page now")
    assert host.span == Span(4, 28)


def test_links_beside_the_text_count_once_and_have_an_empty_span():
    found = hosts(
        "see example.com", ["https://example.com/", "hello.world", " http://other.net ", "mailto:me@x.org", ""]
    )
    assert [(host.name, host.span == Span(0, 0)) for host in found] == [
        ("example.com", False),
        ("hello.world", True),
        ("other.net", True),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("discord.gg/aBc", ["discord.gg/aBc"]),
        ("https://discord.gg/invite/aBc discord.gg/aBc", ["discord.gg/aBc"]),
        ("https://discord.com/invite/abc?event=1", ["discord.gg/abc"]),
        ("http://ptb.discord.com/invite/abc discordapp.com/invite/x-1", ["discord.gg/abc", "discord.gg/x-1"]),
        ("DISCORD.GG\\abc", ["discord.gg/abc"]),
        ("t.me/+AbC_d", ["t.me/+AbC_d"]),
        ("https://t.me/joinchat/AAAA-b telegram.me/joinchat/AAAA-b", ["t.me/+AAAA-b"]),
        ("t.me/%2BAbc", ["t.me/+Abc"]),
        ("tg://join?invite=XYZ12 tg:join?x=1&invite=XYZ12", ["t.me/+XYZ12"]),
        ("[free](https://discord.gg/abc)", ["discord.gg/abc"]),
        ("discord dot gg slash aBc", ["discord.gg/aBc"]),
        ("example.com: discord[.]gg/aBc t(dot)me/+xyz", ["discord.gg/aBc", "t.me/+xyz"]),
        ("discord . gg / aBc or t .me/+xyz", ["discord.gg/aBc", "t.me/+xyz"]),
        ("discord.com/channels/1/2 t.me/name tg://resolve?domain=x discord.gg discord.gg/ example.com/invite/abc", []),
    ],
)
def test_invitations_have_one_form(text, names):
    assert [invite.name for invite in invites(text)] == names


def test_an_invitation_beside_the_text_counts():
    assert [invite.name for invite in invites("come!", ["https://discord.gg/zz"])] == ["discord.gg/zz"]


LINKISH = st.text(st.sampled_from("htps:/.@%2ecom?#tg+xn-\\ \u3002\u00ad[]w"), max_size=80)


@given(LINKISH | st.text(max_size=120), st.lists(LINKISH, max_size=2))
def test_no_text_breaks_it_and_every_span_lies_inside(text, beside):
    for found in (*hosts(text, beside), *invites(text, beside)):
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert found.name == found.name.strip()


def test_more_links_than_anybody_reads_are_one_finding():
    names = [f"a{number}.example.org" for number in range(MOST_LINKS + 1)]
    assert [host.name for host in hosts(" ".join(names[:-1]))] == names[:-1]
    assert hosts(" ".join(names))[-1].name == TOO_MANY
    assert hosts("", names)[-1].name == TOO_MANY
    assert hosts(" ".join(f"java.lang.a{number}x" for number in range(300))) == ()


def test_what_looks_like_links_and_is_none_is_looked_at_so_often_only():
    log = " ".join(f"main.py:{number}" for number in range(300))
    assert [host.name for host in hosts(log)] == [TOO_MANY]


def test_of_links_within_links_only_so_many_are_read():
    chain = "".join(f"http://a{number}.pl?" for number in range(100))
    assert hosts(chain)[-1].name == TOO_MANY
    assert len(hosts(chain)) <= 70


def test_a_name_longer_than_any_name_can_be_is_none():
    assert hosts("a." * 130 + "com") == ()
    assert [host.name for host in hosts("http://" + "a." * 125 + "com")] == ["a." * 125 + "com"]
