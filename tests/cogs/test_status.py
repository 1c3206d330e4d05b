"""Stories of somebody who asks how it stands: told at once about what is hers, and of nothing else."""

from datetime import timedelta

import pytest

from bot.core.actions import Sanction
from bot.core.cases import Case
from bot.core.complaints import Complaint, ComplaintState
from bot.core.conversations import TalkState
from bot.core.decisions import Decision
from bot.core.linking import Linked
from bot.runtime.community import Reports
from tests.build import ANN, BOB, MOD, NOON, direct, post
from tests.fakes.town import DANA, LOBBY, STAFF

HOME = direct(ANN.user)


async def written(bot, *rows):
    await bot.store.ledger.commit(bot.key, "", Decision(rows=rows), bot.clock.now())


def case(number, who=ANN, sanction=Sanction.MUTE, **more):
    return Case(number, LOBBY.space, who.user, who.name, sanction, NOON, MOD.user, "Mo", reason="loud", **more)


async def state(bot):
    return (await bot.store.conversations.of(bot.key, ANN.user)).state


async def test_how_her_case_stands_is_told_and_a_person_is_one_press_away(town):
    bot = await town()
    await written(bot, case(12, until=NOON + timedelta(days=1)))
    await bot.says(ANN, "What about my case 12?", HOME)
    assert "12" in bot.heard_by(ANN.user)
    assert "You cannot write" in bot.heard_by(ANN.user)
    assert bot.sends(STAFF) == []
    assert await state(bot) is TalkState.PENDING
    assert bot.button("button-appeal", HOME), "what the notice speaks of is there"
    await bot.presses(ANN, "button-person", HOME)
    assert await state(bot) is TalkState.OPEN
    assert any("What about my case 12?" in words for words in bot.sends(STAFF))


async def test_what_was_taken_back_or_appealed_is_told_so(town):
    bot = await town()
    await written(bot, case(12), case(13, undoes=12, sanction=Sanction.UNMUTE))
    await bot.says(ANN, "my case 12", HOME)
    assert "13" in bot.heard_by(ANN.user)
    await written(bot, case(14, BOB))
    await bot.asks(BOB, "appeal", direct(BOB.user), number=14, text="I was not even there that day")
    await bot.says(BOB, "what about case 14", direct(BOB.user))
    assert "waits for its answer" in bot.heard_by(BOB.user)
    await bot.asks(BOB, "ask", text="and my appeal 1?")
    assert (await bot.store.conversations.of(bot.key, BOB.user)).state is TalkState.OPEN, "she goes on: people read it"


@pytest.mark.parametrize("text", ["What about case 12?", "my report 3", "my appeal 3", "how is #12 going", "case 99"])
async def test_of_what_is_not_hers_nothing_is_said_and_people_read_it(town, text):
    bot = await town()
    await written(bot, case(12, BOB), Complaint(3, BOB.user, "Bob", NOON, about=MOD.user))
    await bot.says(ANN, text, HOME)
    assert await state(bot) is TalkState.OPEN
    assert any(text in words for words in bot.sends(STAFF))


@pytest.mark.parametrize(
    ("stands", "tells", "told"),
    [
        (ComplaintState.OPEN, True, "waits for somebody"),
        (ComplaintState.CLOSED, True, "closed it"),
        (ComplaintState.UPHELD, True, "agreed"),
        (ComplaintState.DECLINED, False, "is settled"),
    ],
)
async def test_how_her_report_stands_is_told_as_far_as_the_community_tells_outcomes(town, stands, tells, told):
    bot = await town(reports=Reports(tell_outcome=tells))
    await written(bot, Complaint(3, BOB.user, "Bob", NOON, about=MOD.user, state=stands, others=(ANN.user,)))
    await bot.says(ANN, "my report 3", HOME)
    assert told in bot.heard_by(ANN.user)


async def test_a_report_goes_by_the_number_of_its_conversation(town):
    bot = await town()
    await bot.says(BOB, "hello team", direct(BOB.user))
    await bot.asks(ANN, "report", message=post("loud", by=BOB, place=LOBBY))
    assert (await bot.complaint(1)).known_as == 2
    await bot.asks(MOD, "claim", STAFF, conversation=2)
    await bot.says(ANN, "my report 2", HOME)
    assert "Somebody is looking into your report number 2" in bot.heard_by(ANN.user)
    await bot.asks(ANN, "ask", text="and report 1?")
    assert "report number 1" not in bot.heard_by(ANN.user)


async def test_both_accounts_of_one_person_may_ask(town):
    bot = await town()
    await written(bot, case(12, DANA), Linked(ANN.user, "p", NOON), Linked(DANA.user, "p", NOON))
    await bot.says(ANN, "#12?", HOME)
    assert "You cannot write" in bot.heard_by(ANN.user)
