"""The style guide of a config: what is read, what is refused, and what is remarked."""

from datetime import timedelta

import pytest

from bot.adapters.files.branded import of_locales, remarks
from bot.adapters.files.community import load
from bot.adapters.files.faults import Refused
from bot.domain.calendar.address import Address
from bot.domain.calendar.mix import Mix, Most
from bot.domain.calendar.style import Guide
from tests.fakes.town import LOCALES

HEAD = "community: {name: Oaks, languages: [en, pl]}\nplaces: {lobby: {discord: '#l'}}\n"


def community(text):
    return load((HEAD + text).encode(), "c.yaml", LOCALES).community


def test_a_guide_is_read_whole():
    found = community("""
style:
  banned: {cheap: affordable, asap: }
  wanted: [e-mail]
  address: {pl: informal}
  exclamations: 1
  emoji: 3
  longest: 500
  tracking: off
  signature: The Oaks
  mix: {owner: required, pillars: {news: 40%, ads: 60%}, at_most: {ads: 2 in 7d}, over: 14d}
""")
    terms = {"cheap": "affordable", "asap": ""}
    assert found.style == Guide(terms, ("e-mail",), {"pl": Address.INFORMAL}, 1, 3, 500, False, "The Oaks")
    assert found.mix == Mix({"news": 0.4, "ads": 0.6}, {"ads": Most(2, timedelta(days=7))}, True, timedelta(days=14))


def test_without_a_section_nothing_is_looked_at():
    plain = community("canned: {hi: 'ASAP!!!'}\n")
    assert (plain.style, plain.mix) == (Guide(), Mix())
    assert not list(remarks(plain, LOCALES))


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("address: {en: formal}", '"en" is not a setting here'),
        ("banned: cheap", "write a list of terms"),
        ("banned: [1]", "put it in quotes"),
        ("banned: [[x]]", "a term is a word"),
        ("banned: {x: [y]}", "a term is a word"),
        ("mix: {pillars: {news: 40%}}", "add up to 40%"),
        ("mix: {pillars: {news: 100%}, at_most: {ads: 2 in 7d}}", "none of the pillars"),
        ("mix: {at_most: {ads: 0 in 7d}}", "how many in what time"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(written, why):
    with pytest.raises(Refused) as refused:
        community(f"style:\n  {written}\n")
    assert why in refused.value.shown()


def test_every_text_of_the_config_is_looked_at():
    texts = """
guidelines: {kind: Be kind ASAP}
welcome: {text: Come ASAP}
reasons: {ads: {text: No ads ASAP}}
canned: {hi: {en: Hello, pl: Cześć ASAP}}
faq: {entries: {hours: {questions: When?, answer: Nine ASAP}}}
style: {banned: [asap]}
"""
    told = list(remarks(community(texts), LOCALES))
    places = [line.split(": ")[0] for line in told]
    assert places == [
        "style, guidelines kind (en)",
        "style, welcome (en)",
        "style, reasons ads (en)",
        "style, canned hi (pl)",
        "style, faq hours (en)",
    ]
    assert told[0].endswith('banned-term: "ASAP"')


def test_the_bots_own_phrases_are_looked_at_each_variant_by_itself(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "hello.ftl").write_text(
        "greeting = Hello { $name }!\n"
        "crowd = { $n ->\n    [one] One came!\n   *[other] { $n } came!\n    }\n"
        "long = First line\n    second line\n",
        "utf-8",
    )
    found = [(one.where, one.text) for one in of_locales(tmp_path, ("en", "pl"))]
    assert ("en/hello.ftl greeting", "Hello …!") in found
    assert ("en/hello.ftl long", "First line\n    second line") in found
    assert sum("came!" in text for _, text in found) == 2
    loud = community("style: {exclamations: 0}\n")
    assert sum("exclamation-marks" in line for line in remarks(loud, tmp_path)) == 3


MIX = """
style: {mix: {owner: required, pillars: {news: 50%, ads: 50%}, at_most: {ads: 2 in 7d}, over: 14d}, exclamations: 0}
posts:
  - {name: market, every: "daily 9:00", in: lobby, about: ads, text: "Buy!"}
  - {name: week, every: "monday 10:00", in: lobby, about: news, owner: Mara, text: "What is new?"}
  - {name: other, every: "monthly on the 1st 9:00", in: lobby, about: weather, owner: Mara, text: "Rain."}
"""


def test_posts_of_the_config_are_held_against_the_mix_and_the_guide():
    told = list(remarks(community(MIX), LOCALES))
    assert any(line.startswith("style, posts market") for line in told)
    assert {line for line in told if line.startswith("mix, ")} == {
        "mix, posts market: nobody is its owner",
        "mix, posts market: 7 about ads in that time, at most 2",
        'mix, posts other: "weather" is none of the pillars: news, ads',
        "mix, news: 12% of the posts, not about 50%",
        "mix, ads: 88% of the posts, not about 50%",
    }


def test_a_mix_that_is_kept_is_not_spoken_of():
    kept = MIX.replace("daily 9:00", "friday 9:00").replace(
        'lobby, about: ads, text: "Buy!"', 'lobby, about: ads, owner: Ilir, text: "Buy."'
    )
    assert not [line for line in remarks(community(kept.replace("weather", "news")), LOCALES) if line.startswith("mix")]
