"""Letters go out at least once, ever more slowly while it fails, and what cannot be delivered is told and kept."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.core.conversations import TalkState
from bot.core.decisions import decide
from bot.core.deliveries import LetterState, Progress, Way
from bot.core.text import Localised
from bot.domain.care.department import Department, Hook, MailServer
from bot.domain.care.levels import LADDER, Levels, Targets
from bot.runtime.care import Category, Inbox
from bot.runtime.courier import LONGEST_PAUSE, MOST_TRIES
from bot.runtime.deliveries import Failed, Hopeless, MailParcel, Taken, Unwanted, WebhookParcel
from tests.build import ANN, BOSS, direct
from tests.fakes.town import D_STAFF, STAFF

HOOK = Hook("https://example.org/hook", "sales")
SERVER = MailServer("smtp.example.org", 587, "bot@example.org", "starttls", "", "smtp")
SALES = Department("sales", Localised({"en": "Sales", "pl": "Sprzedaż"}), webhook=HOOK)
BOTH = replace(SALES, mail_to="sales@example.org")
CATEGORIES = {"prices": Category("prices", Localised({"en": "Prices"}), "sales")}
HOME = direct(ANN.user)


class Carrying:
    """A carrier that does as it is told: outcomes in turn, the last one again and again."""

    def __init__(self, *outcomes):
        self.outcomes = list(outcomes) or [Taken()]
        self.got = []
        self.came = asyncio.Event()

    async def carry(self, parcel):
        self.got.append(parcel)
        self.came.set()
        outcome = self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]
        return await outcome() if callable(outcome) else outcome

    @property
    def told(self):
        return [json.loads(parcel.body) for parcel in self.got]


@pytest.fixture
def firm(town):
    async def firm(hook=None, mail=None, department=SALES, **more):
        wanted = {"departments": {"sales": department}, "inbox": Inbox(categories=CATEGORIES), "mail": SERVER}
        wanted["carriers"] = {Way.WEBHOOK: hook or Carrying(), Way.MAIL: mail or Carrying()}
        return await town(**{**wanted, **more})

    return firm


async def asks(bot, text="What are ten?", who=ANN):
    await bot.asks(who, "ask", HOME)
    await bot.presses(who, "Prices", HOME)
    await bot.fills(who, text=text)


async def carries(bot):
    """The courier's turn, and what follows from it."""
    await bot.engine.courier.carry_due()
    await bot.engine.courier.idle()
    await bot.engine.scheduler.fire_due()
    await bot.engine.outbox.idle()


def staff_heard(bot, what):
    return [words for words in (*bot.sends(STAFF), *bot.sends(D_STAFF)) if what in words]


async def waiting(bot):
    return await bot.store.deliveries.due(bot.clock.now() + timedelta(days=9))


# --- what is sent


async def test_a_webhook_is_told_everything_the_department_needs(firm):
    hook = Carrying()
    bot = await firm(hook)
    await asks(bot)
    await carries(bot)
    (told,) = hook.told
    assert (told["type"], told["timestamp"]) == ("conversation.opened", bot.clock.now().isoformat())
    data = told["data"]
    assert (data["community"], data["department"], data["conversation"]) == ("riverside", "sales", 1)
    assert data["person"] == {"account": "telegram:7", "name": "Ann", "language": ""}
    assert [one["text"] for one in data["transcript"]] == ["What are ten?"]
    assert data["cases"] == []
    await carries(bot)
    assert len(hook.got) == 1


async def test_a_further_message_is_told_alone(firm):
    hook = Carrying()
    bot = await firm(hook)
    await asks(bot)
    await bot.says(ANN, "and for twenty?", HOME)
    await carries(bot)
    second = hook.told[1]
    assert second["type"] == "conversation.message"
    assert [one["text"] for one in second["data"]["transcript"]] == ["and for twenty?"]


async def test_when_an_answer_is_due_is_told_where_the_team_has_given_itself_a_time(firm):
    hook = Carrying()
    levels = Levels(usual=Targets(timedelta(hours=4)), steps=LADDER)
    bot = await firm(hook, inbox=Inbox(categories=CATEGORIES, levels=levels))
    await asks(bot)
    await carries(bot)
    assert hook.told[0]["data"]["deadline"] == (bot.clock.now() + timedelta(hours=4)).isoformat()


async def test_cases_are_told_where_the_department_may_see_them(firm):
    hook = Carrying()
    bot = await firm(hook, department=replace(SALES, cases=True))
    await bot.asks(BOSS, "warn", member=ANN, reason="too loud")
    await asks(bot)
    await carries(bot)
    (case,) = hook.told[0]["data"]["cases"]
    assert (case["number"], case["act"]) == (1, "warn")
    assert "too loud" not in str(hook.told)


async def test_mail_speaks_the_communitys_language_and_holds_the_packet(firm):
    mail = Carrying()
    bot = await firm(mail=mail, department=BOTH, language="pl")
    await asks(bot, "Ile za dziesięć?")
    await bot.says(ANN, "halo?", HOME)
    await carries(bot)
    (parcel,) = mail.got
    assert isinstance(parcel, MailParcel)
    assert (parcel.to, parcel.server, parcel.subject) == ("sales@example.org", SERVER, "[Riverside] #1 · Ann · prices")
    assert parcel.text.startswith("Nowe dla: Sprzedaż\nRozmowa 1: Ann (telegram:7)")
    assert parcel.text.endswith("Ann: Ile za dziesięć?\n")
    assert not isinstance(parcel, WebhookParcel)


async def test_of_a_very_long_conversation_mail_says_that_there_is_more(firm):
    mail = Carrying()
    bot = await firm(mail=mail, department=BOTH)
    await asks(bot)
    entry = await bot.store.conversations.entry(bot.key, 1, 1)
    long = [replace(entry, seq=seq, text="y" * 4000) for seq in range(-20, 0)]
    await bot.store.ledger.commit(bot.key, "", decide(rows=long), bot.clock.now())
    await carries(bot)
    assert "/transcript gives all of it" in mail.got[0].text


# --- again and again


async def test_what_fails_goes_again_under_the_same_key_ever_more_slowly(firm):
    hook = Carrying(Failed("HTTP 500"), Failed("HTTP 500"), Failed("HTTP 500"), Taken())
    bot = await firm(hook)
    await asks(bot)
    moments = []
    for _ in range(4):
        moments.append(bot.clock.now())
        await carries(bot)
        due = await bot.store.deliveries.next_due()
        if due is None:
            break
        await carries(bot)
        bot.clock.at = due
    assert len({parcel.id for parcel in hook.got}) == 1
    assert len({parcel.body for parcel in hook.got}) == 1
    assert [parcel.at for parcel in hook.got] == moments
    pauses = [(after - before).total_seconds() for before, after in pairwise(moments)]
    assert [4 <= pauses[0] <= 6, 16 <= pauses[1] <= 24, 64 <= pauses[2] <= 96] == [True] * 3
    assert await waiting(bot) == ()
    assert not staff_heard(bot, "cannot be delivered")


async def test_who_asks_to_be_left_alone_for_a_while_is(firm):
    bot = await firm(Carrying(Failed("HTTP 429", timedelta(hours=1)), Failed("HTTP 429", timedelta(days=400))))
    await asks(bot)
    await carries(bot)
    assert await bot.store.deliveries.next_due() == bot.clock.now() + timedelta(hours=1)
    bot.clock.pass_by(hours=1)
    await carries(bot)
    assert await bot.store.deliveries.next_due() == bot.clock.now() + LONGEST_PAUSE


async def test_after_a_day_and_a_half_it_is_a_dead_letter_and_the_staff_know(firm):
    hook = Carrying(Failed("HTTP 500"))
    bot = await firm(hook)
    await asks(bot)
    started = bot.clock.now()
    while (due := await bot.store.deliveries.next_due()) is not None:
        bot.clock.at = max(due, bot.clock.now())
        await carries(bot)
    assert len(hook.got) == MOST_TRIES
    assert timedelta(hours=24) < bot.clock.now() - started < timedelta(hours=48)
    assert len(staff_heard(bot, "cannot be delivered by webhook (HTTP 500)")) == 1
    hook.outcomes = [Taken()]
    await bot.presses_token(BOSS, await dead_button(bot), STAFF)
    await carries(bot)
    assert len({parcel.id for parcel in hook.got}) == 1
    assert await bot.store.deliveries.dead(bot.key) == ()


async def dead_button(bot):
    await bot.asks(BOSS, "deadletters", STAFF)
    return bot.button("button-letters-again")[0].token


async def test_the_staff_are_told_of_a_broken_way_once_and_again_only_after_it_worked(firm):
    hook = Carrying(Hopeless("x"), Hopeless("x"), Taken(), Hopeless("y"))
    bot = await firm(hook)
    await asks(bot)
    for text in ("one", "two", "three"):
        await carries(bot)
        await bot.says(ANN, text, HOME)
    await carries(bot)
    assert [words.split("(")[1][0] for words in staff_heard(bot, "cannot be delivered")] == ["x", "y"]


async def test_who_wants_nothing_more_gets_nothing_more_until_somebody_switches_it_on(firm):
    hook = Carrying(Unwanted("HTTP 410"), Taken())
    bot = await firm(hook)
    await asks(bot)
    await carries(bot)
    assert len(staff_heard(bot, "wants nothing more by webhook")) == 1
    await bot.says(ANN, "hello?", HOME)
    await carries(bot)
    assert len(hook.got) == 1
    assert len(await bot.store.deliveries.dead(bot.key)) == 2
    assert len(staff_heard(bot, "wants nothing more")) == 1
    await bot.presses_token(BOSS, await dead_button(bot), STAFF)
    await carries(bot)
    assert len(hook.got) == 3


async def test_another_address_is_switched_on_by_itself(firm):
    hook = Carrying(Unwanted("HTTP 410"), Taken())
    bot = await firm(hook)
    await asks(bot)
    await carries(bot)
    bot.changes(departments={"sales": replace(SALES, webhook=Hook("https://example.org/new", "sales"))})
    await bot.says(ANN, "hello?", HOME)
    await carries(bot)
    assert len(hook.got) == 2
    notes = [await bot.store.notes.note(bot.key, "departments", name) for name in ("off sales webhook",)]
    assert "example.org" not in str(notes)


# --- one for all


async def test_one_that_hangs_holds_up_no_other(firm):
    open_again = asyncio.Event()

    async def hanging():
        await open_again.wait()
        return Taken()

    hook, mail = Carrying(hanging), Carrying()
    bot = await firm(hook, mail, department=BOTH)
    await asks(bot)
    await bot.engine.courier.carry_due()
    async with asyncio.timeout(30):
        await mail.came.wait()
    await bot.says(ANN, "hello?", HOME)
    await bot.engine.courier.carry_due()
    assert len(hook.got) == 1
    open_again.set()
    await bot.engine.courier.idle()
    await carries(bot)
    assert len(hook.got) == 2


async def test_the_courier_wakes_for_a_new_letter_and_ends_when_it_is_cancelled(firm):
    hook = Carrying()
    bot = await firm(hook)
    running = asyncio.create_task(bot.engine.courier.run())
    await asyncio.sleep(0)
    await asks(bot)
    async with asyncio.timeout(30):
        await hook.came.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert bot.engine.courier.is_needed
    assert running.cancelled()


async def test_what_was_under_way_when_the_bot_stopped_goes_again_under_the_same_key(firm):
    async def never():
        await asyncio.Event().wait()

    hook = Carrying(never, Taken())
    bot = await firm(hook)
    await asks(bot)
    running = asyncio.create_task(bot.engine.courier.run())
    async with asyncio.timeout(30):
        await hook.came.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await bot.engine.courier.idle()
    await carries(bot)
    assert [parcel.id for parcel in hook.got] == [hook.got[0].id] * 2
    assert await waiting(bot) == ()


# --- what is written comes from what the config says now


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"departments": {}}, "the config no longer knows this department"),
        ({"departments": {"sales": replace(BOTH, webhook=None)}}, "the config no longer names an address"),
        ({"mail": None}, "the config no longer says how mail leaves"),
    ],
)
async def test_what_the_config_no_longer_wants_becomes_a_dead_letter(firm, change, why):
    bot = await firm(department=BOTH)
    await asks(bot)
    bot.changes(**change)
    await carries(bot)
    assert why in {one.why for one in await bot.store.deliveries.dead(bot.key)}


async def test_without_anything_that_carries_letters_are_dead_and_not_lost(firm):
    bot = await firm(carriers={})
    await asks(bot)
    assert not bot.engine.courier.is_needed
    await carries(bot)
    assert [one.why for one in await bot.store.deliveries.dead(bot.key)] == ["nothing here carries that"]


# --- and back


async def test_what_the_departments_system_answers_reaches_the_member_in_her_language(firm):
    hook = Carrying(Taken(Progress.WORKING, "Do piątku."), Taken(Progress.RESOLVED))
    bot = await firm(hook)
    await asks(bot, who=replace(ANN, locale="pl"))
    await carries(bot)
    assert bot.told(ANN.user)[-1] == "Sprzedaż: pracujemy nad Twoim pytaniem numer 1.\nDo piątku."
    await bot.says(replace(ANN, locale="pl"), "dziękuję", HOME)
    await carries(bot)
    assert "jest załatwione" in bot.told(ANN.user)[-1]
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.RESOLVED
    # That it is over is news for the same system, which says so once more: nothing moves any further.
    await carries(bot)
    await carries(bot)
    assert [told["type"].split(".")[1] for told in hook.told] == ["opened", "message", "resolved"]
    assert sum("jest załatwione" in words for words in bot.told(ANN.user)) == 1


async def test_a_letter_that_arrived_is_done(firm):
    bot = await firm()
    await asks(bot)
    (posted,) = await waiting(bot)
    await carries(bot)
    assert (await bot.store.deliveries.find(bot.key, posted.letter.id)).state is LetterState.DONE
