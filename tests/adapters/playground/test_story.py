from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.playground.telling import Tone
from bot.adapters.playground.world import GENERAL, STAFF, private
from bot.core.actions import Answer, Ask, Audience, Delete, Edit, Pardon, Punish, Sanction, Send, Whisper
from bot.core.cases import Case, CaseEvidence, Evidence
from bot.core.complaints import Complaint, ComplaintState
from bot.core.decisions import decide
from bot.core.events import (
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    RightsChanged,
    SpaceReady,
    TimerFired,
)
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted, Missing, Ticket, Unknown, Wrong
from bot.core.receipts import Done, Refusal, Refused
from bot.core.record import Acceptance, Language, Timer
from bot.core.ui import Button, Form, Press
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Mode, Policy, Rule
from bot.domain.moderation.sample import Source, sample
from bot.domain.moderation.triggers.links import Links
from bot.domain.moderation.verdict import judge
from bot.runtime.trace import Acted, Arrived, Decided, Judged, Reloaded
from tests.adapters.playground.stage import VOICE, Stage, rich, user, who

RULES = (
    Rule("invites", Links("invites"), guideline="no-ads", mode=Mode.ON, line=74),
    Rule("all-links", Links("all"), mode=Mode.WATCH, line=80),
    Rule("resting", Links("all"), mode=Mode.OFF),
)


class Telling:
    """Writes the trace of one stage, as the runtime would."""

    def __init__(self):
        self.stage = Stage()
        self.side = self.stage.discord.side
        self.ala = user(self.stage.discord, "Ala")
        self.now = self.stage.clock.now()
        self.story = self.stage.story

    def posted(self, text="hello"):
        self.stage.discord.inbound.post(self.ala.native, GENERAL, text)
        post = list(self.side.posts.values())[-1]
        event = MessagePosted(f"{self.side.name}:general:{post.id}", self.stage.discord.inbound.reading.message(post))
        self.story.note(Arrived(event, self.now))
        return event

    def acted(self, action, receipt=None):
        self.story.note(Acted("riverside", action, receipt or Done(), self.now))
        return self.last.lines[-1]

    @property
    def last(self):
        return next(reversed(self.story.chapters.values()))


@pytest.fixture
def telling():
    return Telling()


def test_a_message_becomes_a_chapter_with_each_rules_answer(telling):
    event = telling.posted("come to https://discord.gg/prizes")
    verdict = judge(sample(event.message), History(), Policy(RULES))
    telling.story.note(Judged(verdict, telling.now))
    chapter = telling.last
    assert (chapter.title, chapter.quote) == ("Ala wrote in #general", event.message.text)
    assert [(line.tone, line.source) for line in chapter.rules] == [
        (Tone.FOUND, "config/community.yaml line 74"),
        (Tone.FOUND, "config/community.yaml line 80"),
        (Tone.PASSED, ""),
    ]
    assert chapter.rules[0].text == "invites found “discord.gg/prizes”"
    assert chapter.rules[1].text.endswith("it only watches")
    assert chapter.rules[2].text == "resting is switched off"


def test_what_was_decided_and_done_stands_under_its_event(telling):
    event = telling.posted()
    telling.stage.telegram.inbound.post(who(telling.stage.telegram, "Sam").id, GENERAL, "meanwhile")
    case = Case(3, telling.side.space, telling.ala, "Ala", Sanction.WARN, telling.now, strikes=1, guideline="kind")
    card = Send(telling.side.place(STAFF), rich("card"))
    telling.story.note(Decided(event, decide(card, rows=(case,)), telling.now))
    telling.acted(Delete((event.message.ref,)))
    telling.acted(Whisper(telling.ala, rich("x")), Refused(Refusal.UNREACHABLE))
    assert len(telling.story.chapters) == 1
    assert [line.text for line in telling.last.lines] == [
        "case #3: warn Ala, guideline “kind”, 1 strike",
        "deleted 1 message in #general",
        "could not write to Ala in private: the bot cannot write to them first",
    ]
    assert telling.last.tone is Tone.REFUSED


def test_every_action_has_words_for_both_ends(telling):
    telling.story.note(Decided(telling.posted(), decide(), telling.now))
    place, user_, ticket = telling.side.place(GENERAL), telling.ala, Ticket("1")
    ref = telling.side.ref(next(iter(telling.side.posts.values())))
    until = telling.now + timedelta(hours=1)
    punish = Punish(telling.side.space, user_, Sanction.MUTE, until=until)
    told = {
        Send(place, rich("x")): ("wrote in #general", "write in #general"),
        Answer(ticket, place, user_, rich("x")): ("answered Ala in private", "write to Ala in private"),
        Answer(ticket, place, user_, rich("x"), audience=Audience.EVERYONE): (
            "answered Ala for everybody to see",
            "write to Ala in private",
        ),
        Whisper(user_, rich("x")): ("told Ala in private", "write to Ala in private"),
        Ask(ticket, place, user_, Form(rich("x"), (), Button(rich("x"), Press()))): (
            "put a form before Ala",
            "write to Ala in private",
        ),
        Edit(ref, rich("x")): ("updated its message in #general", "update its message"),
        Delete((ref, ref)): ("deleted 2 messages in #general", "delete a message"),
        punish: ("muted Ala until 2026-01-01 13:00 UTC", "mute Ala"),
        Pardon(telling.side.space, user_, Sanction.BAN): ("lifted the ban of Ala", "lift the ban of Ala"),
    }
    for action, (done, wish) in told.items():
        assert telling.acted(action).text == done
        assert telling.acted(action, Refused(Refusal.OUTRANKED)).text.startswith(f"could not {wish}: ")


def test_a_whisper_that_became_a_public_line_is_told_as_such(telling):
    telling.story.note(Decided(telling.posted(), decide(), telling.now))
    line = telling.acted(Whisper(telling.ala, rich("x")), Done(aloud=True))
    assert line.text.startswith("could not write to Ala first: said a short public line")


def test_a_line_leads_to_the_message_it_speaks_of(telling):
    event = telling.posted()
    telling.story.note(Decided(event, decide(), telling.now))
    assert telling.acted(Send(telling.side.place(GENERAL), rich("x")), Done(event.message.ref)).post.startswith("post-")


def test_each_event_is_told_in_plain_words(telling):
    actor, place, ref = telling.posted().message.author, telling.side.place(GENERAL), None
    now, ticket, space = telling.now, Ticket("1"), telling.side.space
    command = CommandInvoked("k1", "warn", place, actor, {"reason": "be kind"}, ticket, now)
    message = replace(telling.posted().message, ref=replace(telling.posted().message.ref, native="0"))
    told = {
        "Ala edited a message in #general": MessageEdited("k2", message),
        "A message was deleted in #general": MessageDeleted("k3", message.ref, now),
        "Ala joined": MemberJoined("k4", space, actor, now),
        "Ala left": MemberLeft("k5", space, actor.user, now),
        "Ala used /warn in #general": command,
        "Ala tried /dance, which is no command in #general": replace(command, key="k6", fault=Unknown("dance")),
        "Ala pressed a button in #general": ButtonPressed("k7", "t", place, actor, ticket, now, ref),
        "Ala handed in a form in #general": FormSubmitted("k8", "t", place, actor, {"why": "so"}, ticket, now),
        "The bot's rights changed": RightsChanged("k9", space, True, now),
    }
    for title, event in told.items():
        telling.story.note(Arrived(event, now))
        assert telling.last.title == title
    for fault, quote in (
        (Missing("member"), "member is missing"),
        (Wrong("duration", "soon"), "“soon” is no duration"),
    ):
        telling.story.note(Arrived(replace(command, key=quote, fault=fault), now))
        assert telling.last.quote == quote


def test_rows_that_say_something_to_people_are_told(telling):
    event = telling.posted()
    case = Case(4, telling.side.space, telling.ala, "Ala", Sanction.NOTE, telling.now, by_name="Nadia", strikes=2)
    complaint = Complaint(1, telling.ala, "Ala", telling.now, about_name="Ivan")
    rows = (
        case,
        replace(case, number=5, undoes=4),
        CaseEvidence(4, Evidence("more")),
        complaint,
        replace(complaint, state=ComplaintState.TAKEN, owner_name="Nadia", about_name=""),
        Acceptance(telling.side.space, telling.ala, "v1", "", telling.now),
        Acceptance(telling.side.space, telling.ala, "v1", "v1", telling.now),
        Language(telling.ala, "pl"),
        Timer("vanish", "x", telling.now),
    )
    telling.story.note(Decided(event, decide(rows=rows), telling.now))
    assert [line.text for line in telling.last.lines] == [
        "case #4: a note on Ala, 2 strikes, by Nadia",
        "case #5: takes back case #4",
        "more evidence for case #4",
        "complaint #1 about Ivan is open",
        "complaint #1 was taken by Nadia",
        "was asked to agree to the guidelines",
        "agreed to the guidelines",
        "is spoken to in 'pl' from now on",
    ]


async def test_a_pressed_button_is_named(telling):
    place = telling.side.place(GENERAL)
    rows = ((Button(rich("I agree"), Press(), token="t1"),),)
    await telling.stage.discord.perform(Send(place, rich("x"), rows), VOICE, "")
    actor = telling.side.member(who(telling.stage.discord, "Ala"))
    telling.story.note(Arrived(ButtonPressed("k1", "t1", place, actor, Ticket("1"), telling.now), telling.now))
    assert telling.last.title == "Ala pressed “I agree” in #general"


def test_what_happens_in_private_is_told_as_such(telling):
    place = telling.side.place(private(telling.ala.native))
    actor = telling.side.member(who(telling.stage.discord, "Ala"))
    telling.story.note(Arrived(CommandInvoked("k1", "help", place, actor, {}, Ticket("1"), telling.now), telling.now))
    assert telling.last.title == "Ala used /help in private"
    assert telling.acted(Send(place, rich("x"))).text == "wrote in the private chat with Ala"
    elsewhere = replace(place, channel=replace(place.channel, native="nowhere"))
    assert telling.acted(Send(elsewhere, rich("x"))).text == "wrote in a place unknown"


@pytest.mark.parametrize("title", ["Something was due", "The bot is ready"])
def test_timers_and_beginnings_speak_only_when_something_comes_of_them(telling, title):
    fired = TimerFired("k1", "riverside", "vanish", "x", at=telling.now)
    if title == "The bot is ready":
        fired = SpaceReady("k1", telling.side.space, telling.now)
    telling.story.note(Arrived(fired, telling.now))
    telling.story.note(Decided(fired, decide(), telling.now))
    assert not telling.story.chapters
    telling.story.note(Decided(fired, decide(Send(telling.side.place(GENERAL), rich("x"))), telling.now))
    assert telling.last.title == title


@pytest.mark.parametrize(("name", "chapters"), [("Ann", []), ("https://discord.gg/prizes", ["A name was judged"])])
def test_a_name_is_told_only_where_a_rule_minds_it(telling, name, chapters):
    message = telling.posted().message
    telling.story.start_over()
    seen = sample(replace(message, text=name))._replace(source=Source.NAME)
    everywhere = tuple(replace(rule, looks_at=frozenset({Source.NAME})) for rule in RULES)
    telling.story.note(Judged(judge(seen, History(), Policy(everywhere)), telling.now))
    assert [chapter.title for chapter in telling.story.chapters.values()] == chapters
    assert [(chapter.quote, chapter.dialect) for chapter in telling.story.chapters.values()] == [
        (name, "discord") for _ in chapters
    ]


async def test_the_bots_own_deletions_are_not_told_twice(telling):
    event = telling.posted()
    await telling.stage.discord.perform(Delete((event.message.ref,)), VOICE, "")
    telling.story.note(Arrived(MessageDeleted("k1", event.message.ref, telling.now), telling.now))
    assert len(telling.story.chapters) == 1


def test_a_refused_config_is_shown_and_the_last_good_rules_stay(telling):
    telling.story.note(Reloaded("riverside", ("community.yaml:9:7: acton is not a setting here",), telling.now))
    assert telling.last.title == "The config file has faults"
    assert telling.last.tone is Tone.FAULT
    assert "last good rules stay" in telling.last.lines[-1].text
    telling.story.note(Reloaded("riverside", (), telling.now))
    assert "next message" in telling.last.lines[0].text


def test_nothing_in_the_story_ever_harms_the_bot(telling, caplog):
    telling.story.note("no entry at all")
    telling.story.watch(lambda _: 1 / 0)
    telling.posted()
    assert "lost an entry" in caplog.text


def test_an_act_without_a_chapter_still_has_its_place(telling):
    assert telling.acted(Whisper(telling.ala, rich("x"))).text == "told Ala in private"


def test_the_story_reads_as_text_in_a_terminal(telling):
    event = telling.posted("https://discord.gg/prizes")
    telling.story.note(Judged(judge(sample(event.message), History(), Policy(RULES)), telling.now))
    assert telling.story.text().splitlines()[:3] == [
        "12:00:00 on Discord  Ala wrote in #general",
        "    “https://discord.gg/prizes”",
        "    - invites found “discord.gg/prizes”  (config/community.yaml line 74)",
    ]


def test_a_long_day_does_not_fill_the_memory(telling):
    for _ in range(250):
        telling.posted()
    assert len(telling.story.chapters) == 200
    telling.story.start_over()
    assert not telling.story.text()
