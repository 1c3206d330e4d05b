"""Stories of the FAQ: answered where it is sure, handed over otherwise, withdrawn when wrong, counted honestly."""

from dataclasses import replace
from datetime import timedelta

from bot.core.actions import Send
from bot.core.answers import Outcome
from bot.core.attachments import Attachment, Enclosure
from bot.core.conversations import TalkState
from bot.core.events import SpaceReady
from bot.core.ids import TELEGRAM
from bot.core.people import Rank
from bot.core.text import Localised
from bot.domain.care.answers import Book, Entry
from bot.runtime.care import Faq
from tests.build import ANN, BOB, BOSS, MOD, direct
from tests.fakes.clock import StillClock
from tests.fakes.town import CY, D_LOBBY, DANA, LOBBY, MANAGERS, PLACES, STAFF

HOURS = Entry(
    "hours",
    {"en": ("When is the workshop open?", "opening hours"), "pl": ("Kiedy pracownia jest otwarta?",)},
    Localised({"en": "Every day from 9 to 17.", "pl": "Codziennie od 9 do 17."}),
    owner="Olga",
    source="https://riverside-makers.example/hours",
    mark="m1",
)
DOGS = Entry("dogs", {"en": ("May I bring my dog?",)}, Localised({"en": "On a lead."}), mark="m2")


def with_faq(*entries, **more):
    listed = entries or (HOURS, DOGS)
    return Faq(listed, book=Book.of(listed), **more)


async def outcomes(bot):
    return [one.outcome for one in await bot.store.given_answers.since(bot.key, bot.clock.now() - timedelta(days=60))]


async def test_a_sure_answer_is_given_word_for_word_with_its_source_in_the_language_asked_in(town):
    bot = await town(faq=with_faq())
    assert "Every day from 9 to 17." in await bot.asks(ANN, "faq", question="when is the workshp opened")
    assert "https://riverside-makers.example/hours" in bot.heard_by(ANN.user)
    await bot.waits(seconds=1)
    assert "Codziennie" in await bot.asks(ANN, "faq", question="kiedy otwarta jest pracownia")
    assert await outcomes(bot) == [Outcome.GIVEN, Outcome.GIVEN]


async def test_without_a_question_it_lists_what_it_knows_and_without_entries_it_says_so(town):
    bot = await town(faq=with_faq())
    said = await bot.asks(ANN, "faq")
    assert "May I bring my dog?" in said
    assert "2 answers" in said
    bare = await town()
    assert "/ask" in await bare.asks(ANN, "faq", question="when?")


async def test_what_it_does_not_know_goes_to_a_person_with_one_press(town):
    bot = await town(faq=with_faq())
    assert "not sure" in await bot.asks(ANN, "faq", question="who won the match yesterday")
    assert await outcomes(bot) == []
    await bot.presses(ANN, "button-person-please")
    talk = await bot.store.conversations.find(bot.key, 1)
    assert talk.state is TalkState.OPEN
    assert any("who won the match yesterday" in said for said in bot.sends(STAFF))


async def test_that_helped_counts_until_she_comes_to_the_team_after_all(town):
    bot = await town(faq=with_faq())
    await bot.asks(ANN, "faq", question="opening hours")
    await bot.presses(ANN, "button-helped")
    assert await outcomes(bot) == [Outcome.CONTAINED]
    await bot.waits(hours=2)
    await bot.asks(ANN, "complain", text="the door was shut all the same, and nobody came")
    assert await outcomes(bot) == [Outcome.FALSE]


async def test_a_person_please_hands_over_and_staff_see_which_answer_was_not_enough(town):
    bot = await town(faq=with_faq())
    await bot.asks(ANN, "faq", question="opening hours")
    assert "number 1" in await bot.presses(ANN, "button-person")
    assert await outcomes(bot) == [Outcome.HANDED]
    assert any("hours was not enough" in said for said in bot.sends(STAFF))
    await bot.presses(MOD, "button-wrong-answer", STAFF)
    assert await outcomes(bot) == [Outcome.HANDED]


async def test_a_wrong_answer_is_silent_until_it_is_written_anew(town):
    bot = await town(faq=with_faq())
    await bot.asks(MOD, "faq", question="opening hours")
    assert "withdrawn" in await bot.presses(MOD, "button-wrong-answer")
    assert any("Olga" in said for said in bot.sends(STAFF))
    assert "already" in await bot.presses(MOD, "button-wrong-answer")
    assert await outcomes(bot) == [Outcome.FALSE]
    assert "not sure" in await bot.asks(ANN, "faq", question="opening hours")
    assert "workshop" not in await bot.asks(ANN, "faq")
    audits = await bot.store.audits.latest(bot.key) if hasattr(bot.store, "audits") else ()
    assert not audits or "hours" in audits[0].detail
    anew = (replace(HOURS, mark="m9"), DOGS)
    bot.changes(faq=Faq(anew, book=Book.of(anew)))
    assert "Every day" in await bot.asks(ANN, "faq", question="opening hours")
    assert "changed" in await bot.presses(MOD, "button-wrong-answer", token=bot.button("button-wrong-answer")[0].token)


async def test_members_never_see_the_button_for_staff_nor_may_press_it(town):
    bot = await town(faq=with_faq(places=("lobby",)))
    await bot.says(ANN, "When is the workshop open?")
    await bot.waits(minutes=11)
    await bot.presses(BOB, "button-wrong-answer", LOBBY)
    assert await outcomes(bot) == [Outcome.GIVEN]


async def test_the_bot_tries_first_when_a_conversation_begins_and_people_follow(town):
    bot = await town(faq=with_faq())
    await bot.asks(ANN, "ask", text="when is the workshop open please")
    assert "Every day" in bot.told(ANN.user)[-1]
    talk = await bot.store.conversations.find(bot.key, 1)
    assert talk.state is TalkState.PENDING
    assert bot.sends(STAFF) == []
    await bot.presses(ANN, "button-person")
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.OPEN
    assert await outcomes(bot) == [Outcome.HANDED]
    assert any("when is the workshop open" in said for said in bot.sends(STAFF))
    await bot.presses(ANN, "button-person")
    assert await outcomes(bot) == [Outcome.HANDED]


async def test_what_the_bot_answered_is_over_with_that_helped_and_it_tries_again_with_the_next_question(town):
    bot = await town(faq=with_faq())
    await bot.says(ANN, "When is the workshop open?", direct(ANN.user))
    assert "Nobody waits" in await bot.asks(MOD, "inbox", STAFF)
    await bot.presses(ANN, "button-helped", direct(ANN.user))
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.RESOLVED
    await bot.waits(days=3)
    await bot.says(ANN, "May I bring my dog?", direct(ANN.user))
    assert "On a lead" in bot.told(ANN.user)[-1]
    await bot.take(SpaceReady("ready again", STAFF.space, bot.clock.now()))
    assert bot.sends(STAFF) == []
    await bot.says(ANN, "It is a very big one", direct(ANN.user))
    assert [line.split("\n")[1] for line in bot.sends(STAFF) if "writes" in line] == [
        "When is the workshop open?",
        "May I bring my dog?",
        "It is a very big one",
    ]
    assert await outcomes(bot) == [Outcome.HANDED, Outcome.CONTAINED]


async def test_without_a_word_it_is_over_after_a_day_in_silence_and_a_person_is_still_one_press_away(town):
    bot = await town(faq=with_faq())
    await bot.says(ANN, "When is the workshop open?", direct(ANN.user))
    await bot.waits(hours=25)
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.RESOLVED
    assert len(bot.told(ANN.user)) == 1
    assert await outcomes(bot) == [Outcome.GIVEN]
    await bot.presses(ANN, "button-person", direct(ANN.user))
    talk = await bot.store.conversations.find(bot.key, 1)
    assert (talk.state, talk.closes_at, talk.waiting_since) == (TalkState.OPEN, None, bot.clock.now())
    assert any("When is the workshop open?" in said for said in bot.sends(STAFF))
    await bot.waits(hours=25)
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.OPEN


async def test_who_comes_back_without_having_said_that_it_helped_comes_to_people(town):
    bot = await town(faq=with_faq())
    await bot.says(ANN, "When is the workshop open?", direct(ANN.user))
    await bot.waits(hours=25)
    await bot.says(ANN, "When is the workshop open?", direct(ANN.user))
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.OPEN


async def test_who_asks_for_a_person_at_once_is_not_closed_a_day_later(town):
    bot = await town(faq=with_faq())
    await bot.says(ANN, "When is the workshop open?", direct(ANN.user))
    await bot.presses(ANN, "button-person", direct(ANN.user))
    await bot.waits(hours=25)
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.OPEN


async def test_what_it_does_not_know_reaches_people_at_once(town):
    bot = await town(faq=with_faq())
    await bot.asks(ANN, "ask", text="somebody took my coat")
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.OPEN


async def test_whoever_sends_a_picture_wants_somebody_to_look_at_it(town):
    bot = await town(faq=with_faq())
    picture = Enclosure(TELEGRAM, "photo:1", "door.jpg", Attachment.PHOTO, 10)
    await bot.says(ANN, "When is the workshop open?", direct(ANN.user), enclosures=(picture,), attachments=1)
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.OPEN
    assert any("door.jpg" in said for said in bot.sends(STAFF))


async def test_switched_off_it_tries_nothing(town):
    bot = await town(faq=with_faq())
    bot.changes(cogs={"faq": False})
    await bot.asks(ANN, "ask", text="when is the workshop open")
    assert await outcomes(bot) == []


async def test_a_question_without_a_reply_is_answered_where_it_is_sure(town):
    bot = await town(faq=with_faq(places=("lobby",)))
    await bot.says(ANN, "Hi! When is the workshop open?")
    await bot.waits(minutes=9)
    assert bot.sends(LOBBY) == []
    await bot.waits(minutes=2)
    assert "Every day" in bot.sends(LOBBY)[-1]
    assert bot.did(Send)[-1].reply_to is not None


async def test_otherwise_helpers_are_told_once(town):
    bot = await town(faq=with_faq(places=("lobby",)))
    await bot.says(ANN, "Does anybody have a blue kettle?")
    await bot.waits(minutes=11)
    assert ["blue kettle" in said for said in bot.sends(STAFF)] == [True]
    await bot.waits(minutes=60)
    assert len(bot.sends(STAFF)) == 1
    assert bot.sends(LOBBY) == []


async def test_where_helpers_do_not_answer_either_the_moderators_are_told_once(town):
    with_helpers = {**PLACES, "helpers": {TELEGRAM: "#managers"}}
    bot = await town(faq=with_faq(places=("lobby",)), places=with_helpers)
    await bot.says(ANN, "Does anybody have a blue kettle?")
    asked = await bot.says(BOB, "Does anybody have a red kettle?")
    await bot.waits(minutes=11)
    assert (len(bot.sends(MANAGERS)), bot.sends(STAFF)) == (2, [])
    await bot.says(CY, "I do", reply_to=asked)
    await bot.waits(minutes=11)
    assert ["blue kettle" in said for said in bot.sends(STAFF)] == [True]
    await bot.waits(hours=2)
    assert (len(bot.sends(MANAGERS)), len(bot.sends(STAFF))) == (2, 1)


async def test_a_reply_or_taking_it_back_ends_the_waiting(town):
    bot = await town(faq=with_faq(places=("lobby",)))
    asked = await bot.says(ANN, "Does anybody have a blue kettle?")
    await bot.says(BOB, "I do", reply_to=asked)
    await bot.waits(minutes=11)
    assert bot.sends(STAFF) == []


async def test_her_own_reply_and_others_chat_answer_nothing(town):
    bot = await town(faq=with_faq(places=("lobby",)))
    asked = await bot.says(ANN, "Does anybody have a blue kettle?")
    await bot.says(ANN, "It should be blue", reply_to=asked)
    await bot.says(ANN, "really blue")
    await bot.says(BOB, "nice weather")
    await bot.waits(minutes=11)
    assert ["blue kettle" in said for said in bot.sends(STAFF)] == [True]


async def test_what_a_helper_says_after_it_answers_whatever_waits_there_also_after_a_restart(town, tmp_path):
    file, clock = tmp_path / "town.db", StillClock()
    faq = with_faq(places=("lobby",))
    bot = await town(faq=faq, file=file, clock=clock)
    await bot.says(ANN, "Does anybody have a blue kettle?")
    await bot.says(BOB, "Who has a red one?")
    again = await town(faq=faq, file=file, clock=clock, platforms=bot.platforms)
    helper = replace(CY, rank=Rank.HELPER)
    other = await again.says(MOD, "Look at this")
    again.telegram.members[LOBBY.space, CY.user] = helper
    await again.waits(minutes=11)
    assert again.sends(STAFF) == []
    await again.says(ANN, "Where is the oven?")
    await again.says(helper, "Good morning", reply_to=other)
    await again.waits(minutes=11)
    assert ["oven" in said for said in again.sends(STAFF)] == [True]


async def test_elsewhere_and_among_those_who_help_nothing_is_noticed(town):
    bot = await town(faq=with_faq(places=("lobby",)))
    await bot.says(ANN, "I have a blue kettle.")
    await bot.says(replace(BOB, rank=Rank.HELPER), "Does anybody have a blue kettle?")
    await bot.says(MOD, "Does anybody have a blue kettle?", STAFF)
    off = await town(faq=with_faq())
    await off.says(ANN, "Does anybody have a blue kettle?")
    for one in (bot, off):
        await one.waits(minutes=11)
        assert one.sends(STAFF) == []


async def test_managers_read_an_honest_count(town):
    bot = await town(faq=with_faq())
    for who, place in ((ANN, LOBBY), (BOB, LOBBY), (DANA, D_LOBBY)):
        await bot.asks(who, "faq", place, question="opening hours")
    await bot.presses(ANN, "button-helped", token=_hers(bot, ANN))
    await bot.waits(hours=25)
    await bot.asks(ANN, "faq", question="may i bring a dog")
    said = await bot.asks(BOSS, "faq", question="stats")
    assert "30 days: 4" in said
    assert "Helped: 1" in said
    assert "Left without a word: 2" in said
    assert "Not clear yet: 1" in said
    assert "not sure" in await bot.asks(ANN, "faq", question="stats")


def _hers(bot, who):
    for shown in bot.telegram.shown.values():
        for button in (button for row in shown.rows for button in row):
            if button.only == who.user:
                return button.token
    raise AssertionError(who)
