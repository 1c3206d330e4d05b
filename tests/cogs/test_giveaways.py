"""/giveaway from the line to the prize: entered once by anybody who may, drawn by itself, proved, claimed or passed on."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.files.proof_file import read
from bot.core.actions import Answer, Ask, Edit, Sanction, Whisper
from bot.core.cases import Case
from bot.core.decisions import Decision
from bot.core.events import MemberJoined
from bot.core.giveaways import GiveawayState
from bot.core.people import Rank
from bot.domain.gatherings.draw import doubts
from bot.domain.gatherings.giveaways.presses import EnterGiveaway
from bot.runtime.giveaways import ContestPlan
from tests.build import ANN, BOB, BOSS, MOD, direct
from tests.fakes.town import CY, D_LOBBY, DANA, LOBBY, STAFF, words

CODE = re.compile(r"\b(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}\b")
LINK = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{7}\b")
LINE = 'prize:"A book" winners:1 until:2h'


@pytest.fixture
def plan():
    return ContestPlan()


@pytest.fixture
async def bot(town, plan):
    return await town(words(), contests=plan, timezone="Europe/Warsaw")


async def started(bot, line=LINE, who=BOSS, place=LOBBY, **more):
    return await bot.asks(who, "giveaway", place, prize=line, **more)


def cards(bot):
    return [
        shown
        for place in (LOBBY, D_LOBBY)
        for shown in bot.standing(place)
        if any(isinstance(b.press, EnterGiveaway) for row in shown.rows for b in row)
    ]


async def enters(bot, who, place=LOBBY):
    card = next(c for c in cards(bot) if c.ref.place == place)
    return await bot.presses_token(who, card.rows[0][0].token, place, card.ref)


async def giveaway(bot, number=1):
    return await bot.store.giveaways.find(bot.key, number)


async def entries(bot, number=1):
    return [one async for one in bot.store.gatherings.entries(bot.key, f"giveaway {number}")]


async def proof(bot, tmp_path, who=ANN, place=LOBBY):
    await bot.presses(who, "button-giveaway-proof", place)
    (file,) = [step for step in bot.did(Answer) + bot.did(Whisper) if step.files][-1].files
    (tmp_path / file.name).write_text(file.content, "utf-8")
    return read(tmp_path / file.name)


async def holder(bot, code):
    return next(one.name for one in await entries(bot) if one.put.value == code)


async def winner(bot, place=0):
    return await holder(bot, (await giveaway(bot)).won[place].code)


async def link(bot, one, other):
    code = LINK.search(await bot.asks(one, "link", direct(one.user)))[0]
    await bot.asks(other, "link", direct(other.user), link_code=code)
    await bot.presses(other, "button-link", direct(other.user))


PEOPLE = {"Ann": ANN, "Bob": BOB, "Cy": CY, "Mo": MOD, "Dana": DANA}


async def test_one_line_starts_it_and_it_is_drawn_proved_and_claimed(bot, tmp_path):
    assert "Giveaway 1 is up" in await started(bot)
    (card,) = cards(bot)
    made = await giveaway(bot)
    assert made.commitment in card.words
    assert made.seed not in card.words
    heard = {who.name: await enters(bot, who) for who in (ANN, BOB, CY)}
    codes = {name: CODE.search(words)[0] for name, words in heard.items()}
    await bot.waits(seconds=6)
    assert "3 people have entered" in cards(bot)[0].words
    await bot.waits(hours=2)
    done = await giveaway(bot)
    assert done.state is GiveawayState.DRAWN
    assert not cards(bot)
    name = await winner(bot)
    assert "Giveaway 1 is drawn.\nClosed" not in bot.sends(LOBBY)[-1]
    assert name in bot.sends(LOBBY)[-1]
    assert "You have won: A book" in bot.told(PEOPLE[name].user)[0]
    shown = await proof(bot, tmp_path)
    assert doubts(shown, made.commitment) == ()
    assert sorted(shown.entries) == sorted(codes.values())
    assert shown.winners == (codes[name],)
    loser = next(who for who in (ANN, BOB, CY) if who.name != name)
    assert "no prize of yours" in await bot.presses(loser, "button-giveaway-claim", LOBBY)
    assert "It is yours" in await bot.presses(PEOPLE[name], "button-giveaway-claim", LOBBY)
    assert "claimed it already" in await bot.presses(PEOPLE[name], "button-giveaway-claim")
    assert any(f"{name} has claimed" in told for told in bot.told(BOSS.user))
    await bot.waits(days=4)
    assert (await giveaway(bot)).won[0].claimed


async def test_who_presses_again_hears_her_code_again(bot):
    await started(bot)
    first = CODE.search(await enters(bot, ANN))[0]
    again = await enters(bot, ANN)
    assert "in already" in again
    assert first in again
    assert len(await entries(bot)) == 1


async def test_it_stands_on_both_messengers_and_a_linked_person_is_in_once(bot):
    await started(bot, f"{LINE} everywhere:yes")
    assert {card.ref.place for card in cards(bot)} == {LOBBY, D_LOBBY}
    await enters(bot, ANN)
    await enters(bot, DANA, D_LOBBY)
    await link(bot, ANN, DANA)
    (one,) = await entries(bot)
    assert one.name == "Dana"
    assert one.put.value in await enters(bot, ANN)
    await bot.waits(hours=3)
    # Her other account may claim it.
    assert "It is yours" in await bot.presses(ANN, "button-giveaway-claim", LOBBY)
    assert all("is drawn" in bot.sends(place)[-1] for place in (LOBBY, D_LOBBY))


async def test_accounts_that_became_one_person_after_the_close_win_once(bot):
    await started(bot, 'prize:"A book" winners:1 until:2h everywhere:yes')
    await enters(bot, ANN)
    await enters(bot, DANA, D_LOBBY)
    await bot.waits(hours=3)
    await link(bot, ANN, DANA)
    first = await winner(bot)
    await bot.asks(BOSS, "giveaway", STAFF, prize="reroll 1 1 the parcel came back")
    done = await giveaway(bot)
    assert await holder(bot, done.passed[0].code) == first
    assert done.won == ()
    assert [one.why for one in done.passed] == ["the parcel came back", "won with another account"]
    assert "Nobody is left" in await bot.asks(BOSS, "giveaway", STAFF, prize="reroll 1 1 once more")


async def test_who_left_was_banned_or_muted_is_passed_over_with_the_reason(bot, tmp_path):
    await started(bot, 'prize:"A book" winners:3 until:2h')
    for who in (ANN, BOB, CY):
        await enters(bot, who)
    await file_case(bot, ANN, Sanction.MUTE)
    await file_case(bot, BOB, Sanction.BAN)
    del bot.telegram.members[LOBBY.space, CY.user]
    await bot.waits(hours=3)
    done = await giveaway(bot)
    assert done.won == ()
    assert {await holder(bot, one.code): one.why for one in done.passed} == {
        "Ann": "muted",
        "Bob": "banned",
        "Cy": "left",
    }
    assert "Nobody who entered can win" in bot.sends(LOBBY)[-1]
    assert doubts(await proof(bot, tmp_path), done.commitment) == ()


async def file_case(bot, who, sanction):
    number = await bot.store.cases.next_number(bot.key)
    case = Case(number, LOBBY.space, who.user, who.name, sanction, bot.clock.now())
    await bot.store.ledger.commit(bot.key, "", Decision(rows=(case,)), bot.clock.now())


async def test_a_prize_that_nobody_claims_goes_to_the_next_and_never_back(bot, tmp_path):
    await started(bot)
    for who in (ANN, BOB, CY):
        await enters(bot, who)
    await bot.waits(hours=3)
    seen = []
    for _ in range(3):
        seen.append(await winner(bot))
        await bot.waits(days=3, seconds=1)
    assert sorted(seen) == ["Ann", "Bob", "Cy"]
    done = await giveaway(bot)
    assert done.won == ()
    assert [one.why for one in done.passed] == ["not claimed in time"] * 3
    assert "Nobody who entered can win" in bot.sends(LOBBY)[-1]
    assert doubts(await proof(bot, tmp_path), done.commitment) == ()
    assert "its time is over" in await bot.presses(ANN, "button-giveaway-claim", direct(PEOPLE[seen[0]].user))


async def test_staff_give_a_place_to_the_next_with_a_reason_that_everybody_reads(bot, tmp_path):
    await started(bot, 'prize:"A book" winners:2 until:2h')
    for who in (ANN, BOB, CY):
        await enters(bot, who)
    assert "once it is drawn" in await bot.asks(BOSS, "giveaway", STAFF, prize="reroll 1 1 too early")
    await bot.waits(hours=3)
    before = await giveaway(bot)
    assert "needs a reason" in await bot.asks(BOSS, "giveaway", STAFF, prize="reroll 1 2")
    assert "from 1 to 2" in await bot.asks(BOSS, "giveaway", STAFF, prize="reroll 1 3 because")
    assert "Passed over" in await bot.asks(BOSS, "giveaway", STAFF, prize="reroll 1 2 works for the host")
    after = await giveaway(bot)
    assert after.won[0].code == before.won[0].code
    assert after.won[1].code not in {one.code for one in before.won}
    assert "works for the host" in bot.sends(LOBBY)[-1]
    assert doubts(await proof(bot, tmp_path), after.commitment) == ()
    await bot.waits(days=4)
    assert (await giveaway(bot)).settled == {one.put.value for one in await entries(bot)}


async def test_the_seed_is_nowhere_but_in_the_store_until_the_draw(bot):
    await started(bot)
    await enters(bot, ANN)
    seed = (await giveaway(bot)).seed
    assert len(seed) == 64
    assert seed not in repr(await giveaway(bot))
    for what in ("csv 1", "1", "proof 1"):
        await bot.asks(BOSS, "giveaway", STAFF, prize=what)
    await bot.presses(BOSS, "button-giveaway-csv", STAFF)
    assert not [e for e in bot.ledger if seed in e.words or seed in repr(e.action)]
    assert not [line for line in await bot.store.fairness.audits.page(bot.key, 50) if seed in repr(line)]


async def test_nobody_entered_and_nothing_is_drawn(bot):
    await started(bot)
    await bot.waits(hours=3)
    assert "Nobody has entered, so nothing is drawn" in bot.sends(LOBBY)[-1]
    assert "no proof" in await bot.asks(BOSS, "giveaway", STAFF, prize="proof 1")


async def test_more_prizes_than_people_leaves_some_over(bot):
    await started(bot, 'prize:"A book" winners:5 until:2h claim:no')
    await enters(bot, ANN)
    await enters(bot, BOB)
    await bot.waits(hours=3)
    assert "3 prizes are left over" in bot.sends(LOBBY)[-1]
    assert all(one.claimed for one in (await giveaway(bot)).won)


async def test_it_is_cancelled_before_the_draw_and_its_seed_is_gone(bot):
    await started(bot)
    (card,) = cards(bot)
    await enters(bot, ANN)
    await bot.asks(BOSS, "giveaway", STAFF, prize="1")
    assert "is cancelled" in await bot.presses(BOSS, "button-giveaway-cancel", STAFF)
    gone = await giveaway(bot)
    assert (gone.state, gone.seed) == (GiveawayState.CANCELLED, "")
    assert "is closed" in await bot.presses_token(BOB, card.rows[0][0].token, LOBBY, card.ref)
    assert "is cancelled" in bot.standing(LOBBY)[0].words
    await bot.waits(hours=3)
    assert (await giveaway(bot)).won == ()
    assert "It is cancelled" in await bot.asks(BOSS, "giveaway", STAFF, prize="reroll 1 1 x")


async def test_the_deadline_counts_while_the_bot_was_away(bot):
    await started(bot)
    await enters(bot, ANN)
    bot.clock.pass_by(days=2)
    assert "is closed" in await enters(bot, BOB)
    await bot.waits(seconds=1)
    assert await winner(bot) == "Ann"


async def test_while_a_messenger_cannot_be_asked_nobody_is_taken_for_gone(bot, monkeypatch):
    async def away(space, user):
        raise ConnectionError("no Telegram today")

    await started(bot)
    await enters(bot, ANN)
    with monkeypatch.context() as gone:
        gone.setattr(bot.telegram, "member", away)
        await bot.waits(hours=3)
        await bot.waits(minutes=1)
    drawn = await giveaway(bot)
    assert (drawn.state, drawn.settled) == (GiveawayState.DRAWN, frozenset())
    assert "no proof" in await bot.asks(BOSS, "giveaway", STAFF, prize="proof 1")
    await bot.waits(seconds=10)
    assert await winner(bot) == "Ann"


async def test_a_bot_that_has_just_started_finds_its_messengers_before_it_draws(bot):
    await started(bot)
    await enters(bot, ANN)
    home = bot.engine.communities.get(bot.key)
    known = home.directory
    bot.engine.communities.settle(bot.key, replace(known, spaces=frozenset()))
    await bot.waits(hours=3)
    assert (await giveaway(bot)).settled == frozenset()
    bot.engine.communities.settle(bot.key, known)
    await bot.waits(seconds=10)
    assert await winner(bot) == "Ann"


CONDITIONS = (
    ("member_for:7d", replace(ANN, joined_at=None), True),
    ("account_for:30d", ANN, True),
    ("rank:helper", ANN, False),
    ("rank:helper", MOD, True),
    ("role:123", ANN, False),
    ("role:123", replace(ANN, roles=frozenset({"123"})), True),
    ("linked:yes", ANN, False),
)


@pytest.mark.parametrize(("condition", "who", "is_in"), CONDITIONS)
async def test_conditions_are_asked_at_the_door(bot, condition, who, is_in):
    await started(bot, f"{LINE} {condition}")
    assert ("You cannot enter" not in await enters(bot, who)) is is_in


async def test_who_came_or_was_made_lately_cannot_enter(bot):
    now = bot.clock.now()
    await started(bot, f"{LINE} member_for:7d account_for:30d")
    fresh = replace(ANN, joined_at=now - timedelta(days=6))
    young = replace(BOB, created_at=now - timedelta(days=29))
    old = replace(CY, joined_at=now - timedelta(days=8), created_at=now - timedelta(days=31))
    assert "members for at least 1 week" in await enters(bot, fresh)
    assert "accounts at least" in await enters(bot, young)
    assert "You are in" in await enters(bot, old)


async def test_where_a_messenger_does_not_tell_what_the_bot_saw_counts(bot):
    await started(bot, f"{LINE} member_for:7d")
    await bot.joins(BOB)
    assert "You cannot enter" in await enters(bot, BOB)
    assert "You are in" in await enters(bot, CY)


async def test_who_brought_in_somebody_that_is_banned_or_gone_cannot_enter_and_does_not_win(bot):
    fake = replace(CY, user=replace(CY.user, native="99"))
    bot.telegram.members[LOBBY.space, fake.user] = fake
    await brought_in(bot, fake, MOD)
    await started(bot, f"{LINE} invites:real")
    for who, by in ((CY, ANN), (fake, BOB)):
        await brought_in(bot, who, by)
    assert "You are in" in await enters(bot, ANN)
    assert "You are in" in await enters(bot, MOD)
    del bot.telegram.members[LOBBY.space, fake.user]
    assert "brought in nobody" in await enters(bot, BOB)
    await file_case(bot, CY, Sanction.BAN)
    await bot.waits(hours=3)
    assert await winner(bot) == "Mo"
    assert {one.why for one in (await giveaway(bot)).passed} <= {"invited a false account"}


async def brought_in(bot, who, by):
    key = f"joined/{who.user.native}/{by.user.native}"
    await bot.take(MemberJoined(key, LOBBY.space, who, bot.clock.now(), by.user))


async def test_conditions_are_asked_again_at_the_draw(bot):
    bot.telegram.members[LOBBY.space, ANN.user] = helper = replace(ANN, rank=Rank.HELPER)
    await started(bot, f"{LINE} rank:helper")
    assert "You are in" in await enters(bot, helper)
    bot.telegram.members[LOBBY.space, ANN.user] = ANN
    await bot.waits(hours=3)
    assert [one.why for one in (await giveaway(bot)).passed] == ["rank too low"]


async def test_a_question_is_asked_by_a_form_and_a_wrong_answer_can_be_mended(bot):
    await started(bot, f'{LINE} question:"Which river?" answer:"Vistula|Wisła"')
    await enters(bot, DANA, LOBBY)
    assert "not the answer" in await bot.fills(DANA, answer="Oder")
    await bot.presses(DANA, "button-change-it")
    assert bot.did(Ask)[-1].form.fields[0].value == "Oder"
    assert "You are in" in await bot.fills(DANA, answer=" wisła. ")
    assert len(await entries(bot)) == 1


async def test_a_winner_who_cannot_be_told_in_private_is_told_aloud(bot):
    await started(bot)
    await enters(bot, ANN)
    bot.telegram.unreachable.add(ANN.user)
    await bot.waits(hours=3)
    assert "Ann, you have won: A book" in bot.sends(LOBBY)[-1]


async def test_when_many_have_to_be_passed_over_the_draw_goes_on_in_a_moment(bot, monkeypatch):
    monkeypatch.setattr("bot.runtime.drawing.LOOKS", 2)
    await started(bot)
    gone = [replace(CY, user=replace(CY.user, native=str(n))) for n in range(100, 109)]
    for who in (*gone, ANN):
        await enters(bot, who)
    await bot.waits(hours=3)
    for _ in range(6):
        await bot.waits(seconds=2)
    assert await winner(bot) == "Ann"
    assert len([words for words in bot.sends(LOBBY) if "is drawn" in words]) == 1


FAULTS = (
    ("winners:2", "There is no prize"),
    ("A book winners:0", "There cannot be “0” winners"),
    ("A book winners:many", "cannot be"),
    ("A book winners:51", "from 1 to 50"),
    (f"{'x' * 400}", "400 characters"),
    ('A book until:"today 9:00"', "over already"),
    ('A book until:"2026-03-29 2:30"', "does not exist"),
    ("A book until:1s", "takes entries for"),
    ("A book member_for:soon", "do not understand “member_for:soon”"),
    ("A book rank:king", "rank:king"),
    ("A book role:knight", "role:knight"),
    ("A book question:why", "needs an answer"),
    (f"A book question:why answer:{'x' * 300}", "300 characters"),
)


@pytest.mark.parametrize(("line", "why"), FAULTS)
async def test_what_cannot_be_a_giveaway_is_refused_and_the_form_comes_back_filled(bot, line, why):
    assert why in await started(bot, line)
    assert await giveaway(bot) is None
    await bot.presses(BOSS, "button-change-it")
    values = {field.name: field.value for field in bot.did(Ask)[-1].form.fields}
    assert any(value and value in line for value in values.values())
    await bot.fills(BOSS, prize="A pen", winners="2", until="2h", conditions="claim:no")
    made = await giveaway(bot)
    assert (made.prize, made.winners, made.claim_within) == ("A pen", 2, timedelta(0))


async def test_options_of_the_slash_command_count_and_without_words_it_asks_by_a_form(bot):
    await started(bot, "A pen", winners="3", until="2h", conditions="linked:yes")
    made = await giveaway(bot)
    assert (made.prize, made.winners, made.conditions.linked) == ("A pen", 3, True)
    await bot.asks(BOSS, "giveaway")
    await bot.fills(BOSS, prize="A book", winners="", until="", conditions="")
    assert (await giveaway(bot, 2)).closes_at - (await giveaway(bot, 2)).opens_at == timedelta(days=7)


async def test_who_may_start_one_is_said_in_the_config(bot):
    assert "cannot hold giveaways" in await started(bot, who=MOD)
    bot.changes(contests=ContestPlan(Rank.MODERATOR, member_for=timedelta(days=7)))
    assert "is up" in await started(bot, who=MOD)
    assert (await giveaway(bot)).conditions.member_for == timedelta(days=7)


async def test_staff_see_who_is_in_and_get_it_as_a_table(bot):
    assert "no giveaway yet" in await bot.asks(BOSS, "giveaway", STAFF, prize="list")
    assert "no giveaway 4" in await bot.asks(BOSS, "giveaway", STAFF, prize="4")
    await started(bot)
    code = CODE.search(await enters(bot, ANN))[0]
    assert "1 · open" in await bot.asks(BOSS, "giveaway", STAFF, prize="list")
    assert f"Ann — {code}" in await bot.asks(BOSS, "giveaway", STAFF, prize="1")
    await bot.presses(BOSS, "button-giveaway-csv", STAFF)
    (file,) = [step for step in bot.did(Answer) if step.files][-1].files
    assert f"Ann,telegram:7,{code},no," in file.content
    assert "cannot hold" in await bot.presses(MOD, "button-giveaway-list", STAFF)


async def test_after_ninety_days_nobody_knows_whose_code_it_was_and_the_proof_still_holds(bot, tmp_path):
    await started(bot)
    await enters(bot, ANN)
    await bot.waits(hours=3)
    await bot.presses(ANN, "button-giveaway-claim", LOBBY)
    await bot.waits(days=91)
    assert await entries(bot) == []
    shown = await proof(bot, tmp_path)
    assert doubts(shown, (await giveaway(bot)).commitment) == ()
    assert len(shown.winners) == 1


async def test_a_place_that_is_gone_is_told_to_whoever_started_it(bot):
    bot.discord.gone.add(D_LOBBY)
    await started(bot, f"{LINE} everywhere:yes")
    assert any("could not put giveaway 1 everywhere" in told for told in bot.told(BOSS.user))


async def test_in_a_storm_a_card_is_edited_once_in_a_while(bot):
    await started(bot)
    for n in range(60):
        await enters(bot, replace(BOB, user=replace(BOB.user, native=str(100 + n))))
        await bot.waits(seconds=0.1)
    await bot.waits(seconds=6)
    assert len(bot.did(Edit)) <= 3
    assert "60 people have entered" in cards(bot)[0].words


@pytest.mark.parametrize("line", ["A blorp", 'A book question:"blorp?" answer:yes'])
async def test_what_a_rule_forbids_everybody_is_no_prize_and_no_question_and_the_form_comes_back(town, line):
    bot = await town(words(spares=Rank.OWNER), contests=ContestPlan())
    assert "Argue with ideas" in await started(bot, line)
    await bot.presses(BOSS, "button-change-it")
    fields = {field.name: field.value for field in bot.did(Ask)[-1].form.fields}
    assert "blorp" in f"{fields['prize']} {fields['conditions']}"
    assert await giveaway(bot) is None
