"""/contest from the line to the prize: brought on both messengers, judged by votes or a jury, decided by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Answer, Ask, Edit, Sanction, Send, Whisper
from bot.core.attachments import Attachment, Enclosure
from bot.core.cases import Case
from bot.core.contests import ContestState, JudgedBy, Law, SubmissionState
from bot.core.decisions import Decision
from bot.core.ids import TELEGRAM
from bot.core.people import Rank
from bot.domain.gatherings.contests.draft import Judging
from bot.domain.gatherings.contests.presses import BringSubmission, VoteForSubmission
from bot.runtime.giveaways import ContestPlan
from tests.build import ANN, BOB, BOSS, MOD, direct
from tests.cogs.test_giveaways import link
from tests.fakes.town import CY, D_LOBBY, DANA, LOBBY, STAFF, words

LINE = 'title:"The river" bring:"a picture" until:2h judging:1d prize:"A book"'
PICTURE = Enclosure(TELEGRAM, "p1", "river.jpg", Attachment.PHOTO, 10)


@pytest.fixture
async def bot(town):
    return await town(words(), contests=ContestPlan(), timezone="Europe/Warsaw")


async def started(bot, line=LINE, who=BOSS, place=LOBBY, **more):
    return await bot.asks(who, "contest", place, title=line, **more)


def cards(bot, kind=BringSubmission):
    return [
        shown
        for place in (LOBBY, D_LOBBY)
        for shown in bot.standing(place)
        if any(isinstance(b.press, kind) and b.name for row in shown.rows for b in row)
    ]


def entry_card(bot, number, place=LOBBY):
    return next(
        shown
        for shown in cards(bot, VoteForSubmission)
        if shown.ref.place == place and shown.rows[0][0].press.submission == number
    )


async def brings(bot, who, text="Dusk", link="", place=LOBBY):
    card = next(c for c in cards(bot) if c.ref.place == place)
    said = await bot.presses_token(who, card.rows[0][0].token, place, card.ref)
    return await bot.fills(who, text=text, link=link) if "Your submission" in said or not said else said


async def votes(bot, who, number, place=LOBBY):
    card = entry_card(bot, number, place)
    return await bot.presses_token(who, card.rows[0][0].token, place, card.ref)


async def freezes(bot):
    """Submissions are closed, and what people vote on is put up."""
    await bot.waits(hours=2)
    await bot.waits(seconds=1)


async def contest(bot, number=1):
    return await bot.store.contests.find(bot.key, number)


async def submissions(bot, number=1):
    return await bot.store.contests.submissions(bot.key, number)


async def judged(bot, *numbers, who, number=1):
    """Somebody of the jury gives points to the first, the second, ... that she can judge."""
    await bot.presses(who, "button-contest-judge", LOBBY)
    for points in numbers:
        await bot.presses(who, str(points))


async def winners(bot):
    by_number = {one.code: one.by_name for one in await submissions(bot)}
    return [by_number[one.code] for one in (await contest(bot)).won]


async def test_one_line_starts_it_and_it_is_brought_voted_on_decided_and_claimed(bot):
    assert "Contest 1 is up" in await started(bot)
    assert "submission 1" in await brings(bot, ANN)
    assert "submission 2" in await brings(bot, BOB, "", "https://example.org/river.jpg")
    await bot.waits(seconds=6)
    assert "2 submissions so far" in cards(bot)[0].words
    await freezes(bot)
    assert (await contest(bot)).state is ContestState.JUDGING
    assert not cards(bot)
    assert "https://example.org/river.jpg" in entry_card(bot, 2).words
    assert "Your vote is for submission 1" in await votes(bot, CY, 1)
    assert "for submission 2 now" in await votes(bot, CY, 2)
    assert "for submission 2" in await votes(bot, ANN, 2)
    assert "That is your own" in await votes(bot, BOB, 2)
    assert "for submission 1" in await votes(bot, BOB, 1)
    assert "taken your vote for submission 1 back" in await votes(bot, BOB, 1)
    assert "vote" not in entry_card(bot, 2).words
    await bot.waits(days=1)
    done = await contest(bot)
    assert [(one.submission, one.ballots) for one in done.standing] == [(2, 2)]
    assert await winners(bot) == ["Bob"]
    assert "1. Bob with submission 2: 2 votes" in bot.sends(LOBBY)[-1]
    assert "place 1 in “The river”" in bot.told(BOB.user)[-1]
    assert not cards(bot, VoteForSubmission)
    assert "no prize of yours" in await bot.presses(ANN, "button-contest-claim", LOBBY)
    assert "It is yours" in await bot.presses(BOB, "button-contest-claim", LOBBY)
    assert "claimed it already" in await bot.presses(BOB, "button-contest-claim")
    assert any("Bob has claimed the prize of contest 1" in told for told in bot.told(BOSS.user))
    await bot.waits(days=4)
    assert (await contest(bot)).won[0].claimed


async def test_it_stands_on_both_messengers_and_a_linked_person_has_one_vote_and_one_submission(bot):
    await started(bot, f"{LINE} everywhere:yes")
    assert {card.ref.place for card in cards(bot)} == {LOBBY, D_LOBBY}
    await brings(bot, CY, "one")
    await brings(bot, BOB, "two")
    await link(bot, CY, DANA)
    assert "one each is the most" in await brings(bot, DANA, "three", place=D_LOBBY)
    await freezes(bot)
    assert "That is your own" in await votes(bot, DANA, 1, D_LOBBY)
    await votes(bot, DANA, 2, D_LOBBY)
    await votes(bot, CY, 2)
    assert [one async for one in bot.store.gatherings.entries(bot.key, "contest 1 votes")] == []
    await votes(bot, CY, 2)
    await bot.waits(days=1)
    assert [(one.submission, one.ballots) for one in (await contest(bot)).standing] == [(2, 1)]


@pytest.mark.long
async def test_votes_of_accounts_that_become_one_person_count_once_and_never_for_herself(bot):
    await started(bot, f"{LINE} everywhere:yes")
    await brings(bot, ANN, "one")
    await brings(bot, BOB, "two")
    await freezes(bot)
    await votes(bot, DANA, 1, D_LOBBY)
    await votes(bot, CY, 2)
    await link(bot, ANN, DANA)
    await bot.waits(days=1)
    assert [(one.submission, one.ballots) for one in (await contest(bot)).standing] == [(2, 1)]


@pytest.mark.long
async def test_somebody_answers_the_card_with_a_picture_and_it_is_shown_on_both_messengers(bot):
    bot.telegram.files["p1"] = b"a picture"
    await started(bot, f"{LINE} everywhere:yes")
    card = next(c for c in cards(bot) if c.ref.place == LOBBY)
    await bot.says(ANN, "", LOBBY, reply_to=card.ref, enclosures=(PICTURE,), attachments=1)
    assert "submission 1" in bot.told(ANN.user)[-1]
    await bot.says(BOB, "https://example.org/river.jpg", LOBBY, reply_to=card.ref)
    # Talk is no submission.
    await bot.says(CY, "what a contest", LOBBY, reply_to=card.ref)
    await bot.says(CY, "", LOBBY, enclosures=(PICTURE,), attachments=1)
    await freezes(bot)
    sent = [e for e in bot.ledger if isinstance(e.action, Send) and e.action.enclosure is not None]
    assert {e.action.place for e in sent} == {LOBBY, D_LOBBY}
    assert all(e.content == b"a picture" for e in sent)
    assert [one.by_name for one in await submissions(bot)] == ["Ann", "Bob"]


async def test_what_the_rules_forbid_is_no_answer_to_the_card_and_no_form_either(bot):
    await started(bot)
    assert "Argue with ideas" in await brings(bot, ANN, "blorp")
    await bot.presses(ANN, "button-change-it")
    assert bot.did(Ask)[-1].form.fields[0].value == "blorp"
    assert "submission 1" in await bot.fills(ANN, text="a flower", link="")
    await bot.says(BOB, "blorp https://example.org/a", LOBBY, reply_to=cards(bot)[0].ref)
    assert [one.text for one in await submissions(bot)] == ["a flower"]


BROUGHT = (
    ({"text": "", "link": ""}, "nothing in it yet"),
    ({"text": "x", "link": "river"}, "“river” is not a link"),
    ({"text": "x" * 1_000_000, "link": ""}, "1000000 characters"),
)


@pytest.mark.parametrize(("typed", "why"), BROUGHT, ids=("nothing", "no link", "a megabyte"))
async def test_what_cannot_be_brought_is_refused_and_the_form_comes_back_filled(bot, typed, why):
    await started(bot)
    assert why in await brings(bot, ANN, **typed)
    await bot.presses(ANN, "button-change-it")
    assert {f.name: f.value for f in bot.did(Ask)[-1].form.fields} == typed
    assert await submissions(bot) == ()


async def test_staff_look_first_let_in_or_refuse_with_a_reason(bot):
    await started(bot, f"{LINE} review:yes")
    assert "is with the team" in await brings(bot, ANN, "one")
    await brings(bot, BOB, "two")
    await brings(bot, CY, "three")
    first, second, _ = (shown for shown in bot.standing(STAFF) if "For contest 1" in shown.words)
    assert "let it in" in await bot.presses_token(MOD, first.rows[0][0].token, STAFF, first.ref)
    assert "is in “The river”" in bot.told(ANN.user)[-1]
    await bot.presses_token(MOD, second.rows[0][1].token, STAFF, second.ref)
    assert "Reason: not hers" in await bot.fills(MOD, why="not  hers")
    assert "Reason: not hers" in bot.told(BOB.user)[-1]
    assert "decided that already" in await bot.presses_token(MOD, first.rows[0][0].token, STAFF, first.ref)
    lines = [line.detail for line in await bot.store.fairness.audits.page(bot.key, 10)]
    assert "contest 1 entry 2 refused: not hers" in lines
    await freezes(bot)
    assert any("one still waits" in told for told in bot.told(BOSS.user))
    assert [shown.rows[0][0].press.submission for shown in cards(bot, VoteForSubmission)] == [1]
    third = [shown for shown in bot.standing(STAFF) if "three" in shown.words][-1]
    await bot.presses_token(MOD, third.rows[0][0].token, STAFF, third.ref)
    assert "for submission 3" in await votes(bot, ANN, 3)
    await bot.waits(days=1)
    assert await winners(bot) == ["Cy"]


@pytest.mark.long
async def test_only_what_waits_can_be_reviewed_and_a_refusal_needs_a_reason(bot):
    await started(bot, f"{LINE} review:yes")
    await brings(bot, ANN, "one")
    card = bot.standing(STAFF)[-1]
    await bot.presses_token(MOD, card.rows[0][1].token, STAFF, card.ref)
    assert "needs a reason" in await bot.fills(MOD, why=" ")
    assert (await submissions(bot))[0].state is SubmissionState.WAITING
    await bot.waits(days=2)
    await bot.waits(days=2)
    assert "decided that already" in await bot.presses_token(MOD, card.rows[0][0].token, STAFF, card.ref)
    assert "decided that already" in await bot.fills(MOD, why="late")


async def test_a_jury_gives_points_in_private_and_the_higher_mean_wins(bot):
    await started(bot, f'{LINE} jury:"moderators telegram:11" everywhere:yes')
    await brings(bot, ANN, "one")
    await brings(bot, BOB, "two")
    await freezes(bot)
    assert not cards(bot, VoteForSubmission)
    assert "waits for the jury: 2 submissions" in bot.told(CY.user)[-1]
    assert "waits for the jury" in bot.sends(STAFF)[-1]
    assert "not on the jury" in await bot.presses(ANN, "button-contest-judge", LOBBY)
    assert "1 of 2" in await bot.presses(MOD, "button-contest-judge", LOBBY)
    assert "2 of 2" in await bot.presses(MOD, "4")
    assert "judged all of them" in await bot.presses(MOD, "9")
    assert "You gave 4 of 10" in bot.answers()[-1]
    await bot.presses(MOD, "5")
    await judged(bot, 6, 7, who=CY)
    await bot.waits(days=1)
    done = await contest(bot)
    assert [(one.submission, one.score) for one in done.standing] == [(2, "8"), (1, "5.5")]
    assert "Bob with submission 2: 8 points from 2 judges" in bot.sends(LOBBY)[-2]
    # What won is shown, for nobody but the jury has seen it.
    assert "Submission 2, by Bob\ntwo" in bot.sends(LOBBY)[-1]


async def test_staff_see_who_of_the_jury_is_behind_and_those_are_reminded_in_time(bot):
    await started(bot, f'{LINE} jury:"moderators telegram:11"')
    await brings(bot, ANN, "one")
    await brings(bot, CY, "two")
    await brings(bot, BOB, "three")
    await freezes(bot)
    assert "The jury so far:\nBea: 0 of 3\nCy: 0 of 2" in await bot.asks(BOSS, "contest", STAFF, title="1")
    await bot.presses(MOD, "button-contest-judge", LOBBY)
    await bot.presses(MOD, "7")
    assert "Cy: 0 of 2\nMo: 1 of 3" in await bot.asks(BOSS, "contest", STAFF, title="1")
    await bot.waits(hours=15, minutes=59)
    before = len(bot.told(CY.user))
    await bot.waits(minutes=1)
    assert "still waits for your points: 2 submissions" in bot.told(CY.user)[-1]
    assert len(bot.told(CY.user)) == before + 1
    assert "is not done.\nThe jury so far:" in bot.sends(STAFF)[-1]


async def test_a_jury_that_is_done_is_left_alone_and_one_that_is_named_is_told_of_to_who_started_it(bot):
    await started(bot, f'{LINE} jury:"telegram:11"')
    await brings(bot, ANN, "one")
    await freezes(bot)
    heard = len(bot.told(BOSS.user))
    await bot.waits(hours=16)
    assert "Cy: 0 of 1" in bot.told(BOSS.user)[-1]
    assert len(bot.told(BOSS.user)) == heard + 1
    await started(bot, f'{LINE} jury:"telegram:11"')
    await brings(bot, ANN, "two")
    await freezes(bot)
    await judged(bot, 5, who=CY)
    heard = len(bot.told(BOSS.user))
    await bot.waits(hours=16)
    assert not [told for told in bot.told(BOSS.user)[heard:] if "is not done" in told]


@pytest.mark.long
async def test_the_jury_turns_pages_sees_files_and_judges_nothing_of_its_own(bot):
    bot.telegram.files["p1"] = b"a picture"
    await started(bot, f"{LINE} judged:jury law:sum")
    card = cards(bot)[0]
    await bot.says(ANN, "", LOBBY, reply_to=card.ref, enclosures=(PICTURE,), attachments=1)
    await brings(bot, MOD, "mine")
    await brings(bot, BOB, "two")
    await freezes(bot)
    assert "1 of 2" in await bot.presses(MOD, "button-contest-judge", LOBBY)
    assert "With a file: river.jpg" in bot.heard_by(MOD.user)
    assert "I sent it" in await bot.presses(MOD, "button-contest-see")
    assert [e.content for e in bot.ledger if isinstance(e.action, Whisper) and e.action.enclosure] == [b"a picture"]
    assert "2 of 2" in await bot.presses(MOD, "button-contest-on")
    assert "1 of 2" in await bot.presses(MOD, "button-contest-back")
    await bot.presses(MOD, "button-contest-on")
    assert "1 of 2" in await bot.presses(MOD, "10")
    await bot.waits(days=1)
    assert [(one.submission, one.score) for one in (await contest(bot)).standing] == [(3, "10")]
    assert "not on the jury" in await bot.presses(MOD, "3")
    assert "not in the contest" in await bot.presses(MOD, "button-contest-see")
    assert "not on the jury" in await bot.presses(MOD, "button-contest-on")


@pytest.mark.long
async def test_what_was_taken_back_while_it_is_judged_gets_no_more_ballots(bot):
    await started(bot, f"{LINE} judged:jury")
    await brings(bot, ANN, "one")
    await freezes(bot)
    await bot.presses(MOD, "button-contest-judge", LOBBY)
    points, _ = bot.button("7")
    await bot.presses(ANN, "button-contest-mine", LOBBY)
    await bot.presses(ANN, "button-contest-withdraw")
    assert "not in the contest" in await bot.presses_token(MOD, points.token, LOBBY)
    assert "nothing that you can judge" in await bot.presses(MOD, "button-contest-judge", LOBBY)
    await bot.waits(days=1)
    assert "nobody wins" in bot.sends(LOBBY)[-1]


async def test_somebody_takes_her_submission_back_and_can_bring_another(bot):
    await started(bot)
    assert "brought nothing" in await bot.presses(ANN, "button-contest-mine", LOBBY)
    await brings(bot, ANN, "one")
    assert "1 · in · one" in await bot.presses(ANN, "button-contest-mine", LOBBY)
    assert "out of the contest" in await bot.presses(ANN, "button-contest-withdraw")
    assert "cannot be done now" in await bot.presses(ANN, "button-contest-withdraw")
    assert "submission 2" in await brings(bot, ANN, "another")
    await freezes(bot)
    card = entry_card(bot, 2)
    await bot.presses(ANN, "button-contest-mine", LOBBY)
    await bot.presses(ANN, "button-contest-withdraw")
    assert "not in the contest any more" in await bot.presses_token(BOB, card.rows[0][0].token, LOBBY, card.ref)
    assert any("not in the contest any more" in shown.words for shown in bot.standing(LOBBY))


@pytest.mark.long
async def test_staff_disqualify_with_a_reason_and_a_prize_goes_on(bot):
    await started(bot)
    for who in (ANN, BOB, CY):
        await brings(bot, who, who.name)
    assert "needs a reason" in await bot.asks(BOSS, "contest", STAFF, title="disqualify 1 3")
    assert "no submission 9" in await bot.asks(BOSS, "contest", STAFF, title="disqualify 1 9 x")
    assert "Submission 3 is out" in await bot.asks(BOSS, "contest", STAFF, title="disqualify 1 3 not  his own")
    assert "Reason: not his own" in bot.told(CY.user)[-1]
    await bot.presses(CY, "button-contest-mine", LOBBY)
    assert "Reason: not his own" in bot.heard_by(CY.user)
    await freezes(bot)
    for who, number in ((CY, 1), (MOD, 1), (ANN, 2)):
        await votes(bot, who, number)
    await bot.waits(days=1)
    assert await winners(bot) == ["Ann"]
    await bot.asks(BOSS, "contest", STAFF, title="disqualify 1 1 bought votes")
    assert await winners(bot) == ["Bob"]
    assert "submission 1 is disqualified. Reason: bought votes" in bot.sends(LOBBY)[-1]
    lines = [line.detail for line in await bot.store.fairness.audits.page(bot.key, 10)]
    assert "contest 1 entry 1 disqualified: bought votes" in lines
    await bot.waits(days=4)
    assert await winners(bot) == []
    assert "a prize was not claimed in time" in bot.sends(LOBBY)[-1]


async def file_case(bot, who, sanction):
    number = await bot.store.cases.next_number(bot.key)
    case = Case(number, LOBBY.space, who.user, who.name, sanction, bot.clock.now())
    await bot.store.ledger.commit(bot.key, "", Decision(rows=(case,)), bot.clock.now())


@pytest.mark.long
async def test_who_left_was_banned_has_won_already_or_withdrew_her_data_is_passed_over(bot):
    await started(bot, f"{LINE} most:2 winners:3")
    for who, text in ((ANN, "a"), (ANN, "b"), (BOB, "c"), (CY, "d"), (MOD, "e")):
        await brings(bot, who, text)
    await freezes(bot)
    people = [replace(BOB, user=replace(BOB.user, native=str(n))) for n in range(100, 115)]
    for number, many in ((1, 5), (2, 4), (3, 3), (4, 2), (5, 1)):
        for voter in people[:many]:
            await votes(bot, voter, number)
        people = people[many:]
    await file_case(bot, BOB, Sanction.BAN)
    del bot.telegram.members[LOBBY.space, CY.user]
    await bot.waits(days=1)
    assert await winners(bot) == ["Ann", "Mo"]
    why = {one.code: one.why for one in (await contest(bot)).passed}
    assert why == {"2": "won with another account", "3": "banned", "4": "left"}
    assert "3 were passed over" in bot.sends(LOBBY)[-1]


async def test_who_asks_to_be_forgotten_takes_what_she_brought_along(bot):
    await started(bot)
    await brings(bot, ANN, "my secret river")
    await brings(bot, BOB, "two")
    await freezes(bot)
    await votes(bot, CY, 1)
    await bot.asks(ANN, "mydata", direct(ANN.user), what="delete")
    await bot.presses(ANN, "button-forget-me", direct(ANN.user))
    assert [one.by_name for one in await submissions(bot)] == ["Bob"]
    assert not [shown for shown in bot.standing(LOBBY) if "secret" in shown.words]
    await bot.waits(days=1)
    assert (await contest(bot)).standing == ()


async def test_nobody_brought_anything_and_it_is_over(bot):
    await started(bot)
    await bot.waits(hours=3)
    assert (await contest(bot)).state is ContestState.CLOSED
    assert "nobody wins" in bot.sends(LOBBY)[-1]


async def test_the_deadlines_count_while_the_bot_was_away_and_each_comes_once(bot):
    await started(bot)
    await brings(bot, ANN, "one")
    bot.clock.pass_by(hours=3)
    assert "takes no submissions now" in await brings(bot, BOB, "late")
    await bot.waits(seconds=1)
    await bot.waits(seconds=1)
    card = entry_card(bot, 1)
    bot.clock.pass_by(days=3)
    assert "not counted now" in await bot.presses_token(BOB, card.rows[0][0].token, LOBBY, card.ref)
    await bot.waits(seconds=1)
    await bot.waits(seconds=1)
    assert len([said for said in bot.sends(LOBBY) if "is decided" in said]) == 1


@pytest.mark.long
async def test_while_a_messenger_cannot_be_asked_nobody_is_taken_for_gone(bot, monkeypatch):
    async def away(space, user):
        raise ConnectionError("no Telegram today")

    await started(bot)
    await brings(bot, ANN, "one")
    await freezes(bot)
    await votes(bot, BOB, 1)
    with monkeypatch.context() as gone:
        gone.setattr(bot.telegram, "member", away)
        await bot.waits(days=1)
    assert (await contest(bot)).settled == frozenset()
    await bot.waits(seconds=10)
    assert await winners(bot) == ["Ann"]


@pytest.mark.long
async def test_counts_that_are_open_are_shown_as_they_come(bot):
    await started(bot, f"{LINE} counts:open")
    await brings(bot, ANN, "one")
    await freezes(bot)
    assert "0 votes" in entry_card(bot, 1).words
    await votes(bot, BOB, 1)
    await votes(bot, CY, 1)
    await bot.waits(seconds=6)
    assert "2 votes" in entry_card(bot, 1).words
    assert len(bot.did(Edit)) <= 4


async def test_conditions_are_asked_of_who_brings_and_newcomers_cannot_vote(bot):
    now = bot.clock.now()
    fresh = replace(CY, joined_at=now - timedelta(days=6))
    await started(bot, f"{LINE} member_for:7d")
    assert "You cannot enter" in await brings(bot, fresh)
    await bot.says(fresh, "https://example.org/a", LOBBY, reply_to=cards(bot)[0].ref)
    assert "You cannot enter" in bot.told(CY.user)[-1]
    await brings(bot, ANN)
    await freezes(bot)
    assert "You cannot vote" in await votes(bot, fresh, 1)
    assert "Your vote" in await votes(bot, BOB, 1)


FAULTS = (
    ("until:2h", "no title"),
    (f"River bring:{'x' * 1_000_000}", "1000000 characters"),
    ('River until:"2026-03-29 2:30"', "does not exist"),
    ("River jury:cats", "jury:cats"),
)


@pytest.mark.parametrize(("line", "why"), FAULTS, ids=[why for _, why in FAULTS])
async def test_what_cannot_be_a_contest_is_refused_and_the_form_comes_back_filled(bot, line, why):
    assert why in await started(bot, line)
    assert await contest(bot) is None
    await bot.presses(BOSS, "button-change-it")
    values = {field.name: field.value for field in bot.did(Ask)[-1].form.fields}
    assert any(value and value in line for value in values.values())
    await bot.fills(BOSS, title="The sea", bring="", until="2h", prize="", settings="most:2 claim:no")
    made = await contest(bot)
    assert (made.title, made.most, made.claim_within) == ("The sea", 2, timedelta(0))


@pytest.mark.long
async def test_options_of_the_slash_command_count_and_without_words_it_asks_by_a_form(bot):
    await started(bot, "The river", bring="a song", until="2h", prizes="A book", settings="linked:yes judged:jury")
    made = await contest(bot)
    assert (made.bring, made.prizes, made.conditions.linked, made.judged_by) == (
        "a song",
        "A book",
        True,
        JudgedBy.JURY,
    )
    await bot.asks(BOSS, "contest")
    await bot.fills(BOSS, title="The sea", bring="", until="", prize="", settings="")
    made = await contest(bot, 2)
    assert made.closes_at - made.opens_at == timedelta(days=7)
    assert made.judged_until - made.closes_at == timedelta(days=3)


async def test_who_may_start_one_and_how_it_is_judged_is_said_in_the_config(bot):
    assert "cannot hold contests" in await started(bot, who=MOD)
    jury = Judging(JudgedBy.JURY, timedelta(days=2), Law.SUM, 3, reviewed=True)
    bot.changes(contests=ContestPlan(Rank.MODERATOR, judging=jury))
    assert "is up" in await started(bot, "The river", who=MOD)
    made = await contest(bot)
    assert (made.judged_by, made.law, made.most, made.reviewed) == (JudgedBy.JURY, Law.SUM, 3, True)
    bot.changes(contests=ContestPlan(Rank.MANAGER))
    assert "cannot hold contests" in await bot.presses(MOD, "button-contest-csv")


async def test_staff_see_how_it_stands_get_it_as_a_table_and_cancel_it(bot):
    assert "no contest yet" in await bot.asks(BOSS, "contest", STAFF, title="list")
    assert "no contest 4" in await bot.asks(BOSS, "contest", STAFF, title="4")
    await started(bot)
    await brings(bot, ANN, "=one")
    assert "1 · open" in await bot.asks(BOSS, "contest", STAFF, title="list")
    assert "One submission so far" in await bot.asks(BOSS, "contest", STAFF, title="1")
    await bot.presses(BOSS, "button-contest-csv", STAFF)
    (file,) = [step for step in bot.did(Answer) if step.files][-1].files
    assert "1,Ann,telegram:7,'=one,,,in,,,,," in file.content
    await freezes(bot)
    card = entry_card(bot, 1)
    assert "is cancelled" in await bot.presses(BOSS, "button-contest-cancel", STAFF)
    assert "cannot be done now" in await bot.presses(BOSS, "button-contest-cancel", STAFF)
    assert not cards(bot, VoteForSubmission)
    assert "not counted now" in await bot.presses_token(BOB, card.rows[0][0].token, LOBBY, card.ref)
    await bot.waits(days=2)
    assert (await contest(bot)).won == ()


@pytest.mark.long
async def test_after_ninety_days_nobody_knows_who_brought_what_and_the_result_stands(bot):
    await started(bot, f"{LINE} claim:no")
    await brings(bot, ANN, "one")
    await freezes(bot)
    await votes(bot, BOB, 1)
    await bot.waits(days=1)
    await bot.waits(days=91)
    assert await submissions(bot) == ()
    assert [one async for one in bot.store.gatherings.entries(bot.key, "contest 1 votes")] == []
    assert "1. #1 with submission 1: one vote" in await bot.asks(BOSS, "contest", STAFF, title="1")


@pytest.mark.long
async def test_a_place_that_is_gone_is_told_to_whoever_started_it(bot):
    bot.discord.gone.add(D_LOBBY)
    await started(bot, f"{LINE} everywhere:yes")
    assert any("could not put contest 1 everywhere" in told for told in bot.told(BOSS.user))


@pytest.mark.long
async def test_who_cannot_be_told_in_private_hears_it_where_she_answered(bot):
    bot.telegram.unreachable.add(ANN.user)
    await started(bot)
    await bot.says(ANN, "https://example.org/a", LOBBY, reply_to=cards(bot)[0].ref)
    assert "submission 1" in bot.sends(LOBBY)[-1]
    await freezes(bot)
    await votes(bot, BOB, 1)
    await bot.waits(days=1)
    assert "Ann, you have won: A book" in bot.sends(LOBBY)[-1]
