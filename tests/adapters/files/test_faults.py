"""What a manager is told about a faulty file: the place, the reason, the way out, all at once."""

import pytest

from bot.adapters.files.faults import Refused
from bot.adapters.files.yaml_source import parse

HEAD = "community: {name: Riverside}\nguidelines: {kind: Be kind.}\nplaces: {lobby: {telegram: '@x'}}\n"


def refused(text):
    with pytest.raises(Refused) as caught:
        parse(text.encode(), "community.yaml")
    return caught.value


def told(text):
    """The first fault after a sound head, whose lines are three."""
    fault = refused(HEAD + text).faults[0]
    return (fault.line - 3, fault.column), fault.message, fault.hint


@pytest.mark.parametrize(
    ("text", "at", "message", "hint"),
    [
        ("rulse: {}", (1, 1), '"rulse" is not a setting here', 'did you mean "rules"?'),
        (
            "rules:\n  x:\n    words: [en]\n    acton: ban",
            (4, 5),
            '"acton" is not a setting here',
            'did you mean "do"?',
        ),
        ("rules: {x: {words: [en], mode: onn}}", (1, 32), "rules.x.mode", 'did you mean "on"?'),
        ("rules: {x: {words: [en], do: [delete, mute]}}", (1, 39), "say for how long", ""),
        ("rules: {x: {words: [en], do: [delte]}}", (1, 31), 'did you mean "delete"?', ""),
        ("rules: {x: {mode: on}}", (1, 12), "a rule looks for one thing", "words, links, messages, duplicates"),
        ("rules: {x: {words: [en], links: all}}", (1, 12), "not for words and links at once", ""),
        ("rules: {x: {links: all, within: 10s}}", (1, 33), '"within" goes with "messages"', ""),
        ("rules: {x: {links: all, from: strong}}", (1, 31), '"from" goes with "words"', ""),
        ("rules: {x: {messages: 6}}", (1, 23), "say in what time", ""),
        ("rules: {x: {messages: 6, within: soon}}", (1, 34), "a span of time", ""),
        ("rules: {x: {messages: many, within: 1m}}", (1, 23), "a whole number", ""),
        ("rules: {x: {messages: 6, within: 1m, match: [a]}}", (1, 45), "cannot show a flood", ""),
        ("rules: {x: {messages: 6, within: 2d}}", (1, 34), "remembered for a day", "at most 1d"),
        ("rules: {x: {links: all, shorter_than: 5}}", (1, 39), '"shorter_than" goes with "messages"', ""),
        ("rules: {x: {words: [a], allow: [b]}}", (1, 32), 'goes with "links" or "posted", not with "words"', ""),
        ("rules: {x: {links: all, allow: [exmaple]}}", (1, 33), '"exmaple" is no domain', "example.com"),
        ("rules: {x: {links: all, allow: [a.com], deny: [b.com]}}", (1, 32), "only what stands there", "two rules"),
        ("rules: {x: {links: invites, deny: [b.com]}}", (1, 35), '"deny" does nothing with "links: invites"', ""),
        ("rules: {x: {links: shortners}}", (1, 20), "is not one of", 'did you mean "shorteners"?'),
        ("rules: {x: {duplicates: often}}", (1, 25), "a whole number", ""),
        ("rules: {x: {duplicates: {same: 3, peopel: 2}}}", (1, 35), "not a setting here", 'did you mean "people"?'),
        ("rules: {x: {duplicates: {same: 3, people: 4}}}", (1, 43), "4 people post at least 4", "same: 4"),
        ("rules: {x: {duplicates: {within: 2d, same: 3}}}", (1, 34), "remembered for a day", ""),
        ("rules: {x: {duplicates: 3, match: [a]}}", (1, 35), "cannot show a repeat", ""),
        ("rules: {x: {duplicates: 5, only: {first_messages: 3}}}", (1, 51), "nobody posts 5 messages", ""),
        ("rules: {x: {messages: 5, within: 1m, only: {first_messages: 3}}}", (1, 61), "nobody posts 5 messages", ""),
        ("rules: {x: {mentions: everybody}}", (1, 23), "a whole number", ""),
        ("rules: {x: {mentions: {within: 1m}}}", (1, 23), "say how many people, or everyone", "mentions: 5"),
        ("rules: {x: {mentions: {within: 1m, everyone: true}}}", (1, 32), "without a number of people", "people: 5"),
        ("rules: {x: {mentions: 5, pass: [a]}}", (1, 32), "cannot show whom a message names", ""),
        ("rules: {x: {caps: 0.7}}", (1, 19), 'a share such as "70%"', ""),
        ("rules: {x: {caps: 170%}}", (1, 19), 'a share such as "70%"', ""),
        ("rules: {x: {zalgo: off}}", (1, 20), '"mode: off"', ""),
        ("rules: {x: {zalgo: 1}}", (1, 20), "at least 3", ""),
        ("rules: {x: {length: {}}}", (1, 21), "how many characters, or how many lines", ""),
        ("rules: {x: {attachments: [porgram]}}", (1, 27), 'did you mean "program"?', ""),
        ("rules: {x: {posted: forward}}", (1, 21), 'did you mean "forwarded"?', ""),
        ("rules: {x: {posted: forwarded, allow: [gif]}}", (1, 39), 'without "via-bot"', "posted: [via-bot]"),
        ("rules: {x: {posted: forwarded, match: [a]}}", (1, 39), "cannot show how a message was posted", ""),
        ("rules: {x: {attachments: any, match: [a]}}", (1, 38), "cannot show an attachment", ""),
        ("rules: {x: {scripts: [latn]}}", (1, 23), 'did you mean "latin"?', ""),
        ("rules: {x: {speaks: [english]}}", (1, 22), '"english" is no language that can be told', ""),
        ("rules: {x: {personal_data: [phones]}}", (1, 29), 'did you mean "phone"?', ""),
        ("rules: {x: {emoji: 5, looks_at: nmaes}}", (1, 33), 'did you mean "names"?', ""),
        ("rules: {x: {duplicates: 5, looks_at: names}}", (1, 38), 'a name holds no "duplicates"', ""),
        (
            "rules: {x: {emoji: 5, looks_at: names, do: [delete]}}",
            (1, 45),
            "a name cannot be deleted",
            "ask moderators",
        ),
        (
            "rules: {x: {emoji: 5, looks_at: names, only: {places: [lobby]}}}",
            (1, 55),
            "into the community, not into one of its places",
            "",
        ),
        ("rules: {x: {words: [en, de]}}", (1, 25), 'no list of words for "de"', "lists for en, pl"),
        ("rules: {x: {words: [Blorp], except: [blorp]}}", (1, 37), "and is excepted again", ""),
        ("rules: {x: {emoji: 5}, y: {emoji: 5, mode: on}}", (1, 27), '"x" looks for the same already', "one rule"),
        ("rules: {x: {emoji: 5, only: {between: 9-17}}}", (1, 39), '"22:00-06:00"', ""),
        ("rules: {x: {emoji: 5, only: {between: '09:00-9:00'}}}", (1, 39), "never that time", ""),
        ("rules: {x: {emoji: 5, spare: {rank: helprs}}}", (1, 37), "is not one of", 'did you mean "helper"?'),
        ("rules: {x: {emoji: 5, spare: {roles: ['@Ham']}}}", (1, 39), "the id of a role", ""),
        ("rules: {x: {emoji: 5, on_failure: close}}", (1, 35), "is not one of", 'did you mean "closed"?'),
        ("reasons: {ads: {}}", (1, 16), "ads says nothing", "give it a text"),
        ("reasons: {kind: {text: x}}", (1, 17), '"kind" is a guideline already', "another name"),
        ("reasons: {ads: {text: 'x {name}'}}", (1, 16), "{name}", ""),
        ("reasons: {ads: {guideline: knd}}", (1, 28), 'there is no guideline "knd"', 'did you mean "kind"?'),
        ("ladder: {knd: {2 strikes: ban}}", (1, 15), 'there is no guideline "knd"', 'did you mean "kind"?'),
        ("ladder: {kind: {two: ban}}", (1, 17), "a number of strikes", ""),
        ("ladder: {kind: {2 strikes: delete}}", (1, 28), "the ladder is about people", ""),
        ("rules: {x: {words: [en], guideline: knd}}", (1, 37), 'there is no guideline "knd"', 'did you mean "kind"?'),
        ("rules: {x: {words: [en], only: {places: [loby]}}}", (1, 42), 'no place "loby"', 'did you mean "lobby"?'),
        ("rules: {x: {words: [“ads”]}}", (1, 21), "curly quotation marks", ""),
        ("rules: {x: {words: [en], mode:on}}", (1, 26), "not a setting here", "mode: on"),
        ("\u00a0welcome: {text: Hi}", (1, 1), "not a setting here", "the space bar"),
        ("lobby: {telegram: x}", (1, 1), "not a setting here", "move it in"),
        ("rules: {x: }", (1, 9), "settings of its own", ""),
        ("rules: {x: nothing}", (1, 12), "settings of its own", ""),
        ("rules: {Big Words: {words: [en]}}", (1, 9), "lower case letters", ""),
        ("ladder: {two strikes: ban}", (1, 10), "a number of strikes", ""),
        ("ladder: {2 strikes: delete}", (1, 21), "the ladder is about people", ""),
        ("ladder: {forget after: later}", (1, 24), "a span of time", ""),
        ("welcome: {agree: asked}", (1, 1), 'welcome: "text" is missing', ""),
        ("welcome: {text: 'Hi {nmae}'}", (1, 17), "{nmae} stands for nothing here", ""),
        ("welcome: {text: {de: Hallo}}", (1, 17), '"de" is not one of', ""),
        ("welcome: {text: Hi, agree: maybe}", (1, 28), "off, asked, required", ""),
        ("notices: {otherwise: loud}", (1, 22), "short public line for 60s", ""),
        ("team: {managers: ['@roland']}", (1, 19), "discord:204255221017214977", ""),
        ("cogs: {dice: maybe}", (1, 14), "the settings of that cog", ""),
        ("privacy: {keep_evidence: 30}", (1, 26), "a span of time", ""),
        ("version: 7", (1, 10), "version", ""),
    ],
)
def test_a_fault_names_its_place_its_reason_and_the_way_out(text, at, message, hint):
    where, said, helps = told(text)
    assert where == at
    assert message in said
    assert hint in helps


def test_the_line_is_shown_with_a_caret_and_a_suggestion():
    shown = refused("community:\n  name: Riverside\n  langauge: pl\n").shown()
    assert shown == (
        'community.yaml:3:3: "langauge" is not a setting here\n'
        "    2 |   name: Riverside\n"
        "    3 |   langauge: pl\n"
        "      |   ^\n"
        '      = did you mean "language"?\n'
        "\n"
        "1 problem"
    )


def test_all_faults_are_told_at_once_in_the_order_of_the_file():
    faults = refused(
        "comunity: {}\ncommunity: {name: x, timezone: Mars/Base}\nrules: {a: {words: [en], mode: onn}}\nladder: {x: ban}\nladder: {}"
    ).faults
    assert [fault.line for fault in faults] == [1, 2, 3, 4, 5]


def test_a_language_that_is_not_switched_on_is_noticed():
    (fault,) = refused("community: {name: x, language: pl, languages: [en]}").faults
    assert "belongs here too" in fault.message


def test_there_must_be_guidelines_to_agree_to():
    (fault,) = refused("community: {name: x}\nwelcome: {text: Hi, agree: required}").faults
    assert "no guidelines to agree to" in fault.message


@pytest.mark.parametrize(
    "secret",
    [
        "token: hunter2secret",
        "discord: {token: hunter2secret}",
        "telegram_token: 'hunter2secret'",
        "password: hunter2secret",
        "community: {name: x, api_key: hunter2secret}",
        "faq: 1234567890:hunter2secretAAHdqTcvCH1vGWJxfSeofSAs0",
        "words: hunter2secretMTIzNDU2Nzg.GhIjKl.hunter2secretAAHdqTcvCH1vGWJ",
    ],
)
def test_a_secret_is_refused_with_the_remedy_and_never_shown(secret):
    answer = refused(HEAD + secret)
    assert "TOWNKEEPER_DISCORD__TOKEN" in answer.shown()
    assert "hunter2secret" not in answer.shown()
    assert "hunter2secret" not in str(answer.as_data())


def test_what_would_upset_a_terminal_is_not_printed():
    assert "\x1b" not in refused("community: {name: x}\n\x1b[31mred: 1").shown()


@pytest.mark.parametrize(
    "text",
    [
        "community: {name: x}",
        "version: 1\ncommunity: {name: x, live: true}",
        "community: {name: x}\nplaces: {lobby: {discord: 123456789012345678}}",
        "community: {name: x}\nplaces: {lobby: {telegram: -1001234567890}}",
        "community: {name: x}\nrules: {a: {words: [en, 1488, free nitro]}}",
        "community: {name: x}\ncogs: {dice: on, cards: {decks: 3}, chess: false}",
        "community: {name: x}\nprivacy: {keep_evidence: 1d12h, record_for_replay: off}",
        "community: {name: x}\nnotices: {private: off, otherwise: nothing}",
        "community: {name: x}\nwelcome: {text: 'Hi {name}', agree: no}",
    ],
)
def test_little_is_enough(text):
    parse(text.encode(), "c.yaml")
