"""One person on both messengers: a code from the one, a yes from the other, one history, and the way out."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Answer, Pardon, Punish, Sanction, Whisper
from bot.core.appeals import AppealState
from bot.core.ids import TELEGRAM
from bot.core.people import Rank
from bot.core.terms import Term
from bot.domain.moderation.policy import Act, Do, Step
from bot.runtime.codes import Codes
from bot.runtime.community import Links as LinkPolicy
from tests.build import ANN, BOB, BOSS, MOD, NOON, direct
from tests.fakes.town import CY, D_LOBBY, D_STAFF, DANA, DORA, LOBBY, STAFF, words

CODE = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{7}\b")


async def code_of(bot, who):
    return CODE.search(await bot.asks(who, "link", direct(who.user)))[0]


async def linked(bot, there=DANA, here=ANN):
    await bot.asks(here, "link", direct(here.user), link_code=await code_of(bot, there))
    return await bot.presses(here, "button-link", direct(here.user))


async def accounts(bot, who):
    return set(await bot.store.fairness.links.accounts(bot.key, who.user))


async def test_a_code_from_the_one_and_a_yes_from_the_other_make_one_person(town):
    bot = await town()
    code = await code_of(bot, DANA)
    heard = await bot.asks(ANN, "link", direct(ANN.user), link_code=code.lower().replace("-", " "))
    assert "an account called Dana. Is it you?" in heard
    assert "moderators see one history" in heard
    assert await accounts(bot, ANN) == {ANN.user}
    assert "one person here now" in await bot.presses(ANN, "button-link", direct(ANN.user))
    assert await accounts(bot, ANN) == await accounts(bot, DANA) == {ANN.user, DANA.user}
    assert "linked now with Ann" in bot.told(DANA.user)[-1]


async def test_the_code_itself_is_nowhere_in_the_store(town, tmp_path):
    bot = await town(file=str(tmp_path / "b.db"))
    code = await code_of(bot, DANA)
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("b.db*"))
    assert code.encode() not in kept
    assert code.partition("-")[2].encode() not in kept


async def test_cases_strikes_and_history_are_one(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN)
    await bot.asks(DORA, "warn", member=DANA)
    await linked(bot)
    assert len(await bot.cases(ANN.user)) == len(await bot.cases(DANA.user)) == 2
    assert await bot.store.cases.strikes(bot.key, DANA.user, None) == 2


async def test_strikes_on_the_one_count_on_the_other(town):
    ladder = (Step(2, Sanction.MUTE, timedelta(hours=1)),)
    bot = await town(words(), ladder=ladder)
    await linked(bot)
    await bot.says(DANA, "blorp", D_LOBBY)
    await bot.says(ANN, "blorp")
    assert (await bot.cases(ANN.user))[0].sanction is Sanction.MUTE


async def test_unlinking_leaves_each_with_what_befell_it(town):
    bot = await town()
    await bot.asks(MOD, "warn", member=ANN)
    await linked(bot)
    assert "linked already" in await bot.asks(ANN, "link", direct(ANN.user))
    assert "two again" in await bot.presses(ANN, "button-unlink", direct(ANN.user))
    assert await accounts(bot, DANA) == {DANA.user}
    assert await bot.cases(DANA.user) == ()
    assert "not linked" in await bot.asks(DANA, "unlink", direct(DANA.user))


async def test_a_code_is_good_once_and_for_a_quarter_of_an_hour(town):
    bot = await town()
    code = await code_of(bot, DANA)
    await bot.asks(ANN, "link", direct(ANN.user), link_code=code)
    await bot.asks(BOB, "link", direct(BOB.user), link_code=code)
    button, _ = bot.button("button-link", direct(BOB.user))
    await bot.presses(ANN, "button-link", direct(ANN.user))
    assert "no longer valid" in await bot.presses_token(BOB, button.token, direct(BOB.user))
    late = await code_of(bot, DORA)
    bot.clock.pass_by(minutes=16)
    assert "no longer valid" in await bot.asks(BOB, "link", direct(BOB.user), link_code=late)


async def test_what_changed_between_the_question_and_the_yes_counts(town):
    bot = await town()
    code = await code_of(bot, DANA)
    await bot.asks(ANN, "link", direct(ANN.user), link_code=code)
    button, _ = bot.button("button-link", direct(ANN.user))
    await linked(bot, there=DORA, here=ANN)
    assert "linked with another" in await bot.presses_token(ANN, button.token, direct(ANN.user))


async def test_guessing_is_counted_and_ends_after_five(town):
    bot = await town()
    good = await code_of(bot, DANA)
    for wrong in ("AAAAA-BBBBBBB", good[:5] + "-2222222", "x", "99999", "0"):
        assert "no longer valid" in await bot.asks(ANN, "link", direct(ANN.user), link_code=wrong)
    assert "in an hour" in await bot.asks(ANN, "link", direct(ANN.user), link_code=good)
    bot.clock.pass_by(minutes=61)
    fresh = await code_of(bot, DANA)
    assert "Is it you?" in await bot.asks(ANN, "link", direct(ANN.user), link_code=fresh)


async def test_a_code_is_for_the_other_messenger(town):
    bot = await town()
    code = await code_of(bot, ANN)
    for who in (ANN, BOB):
        assert "for the other messenger" in await bot.asks(who, "link", direct(who.user), link_code=code)


async def test_the_anonymous_and_channels_are_nobody(town):
    bot = await town()
    heard = await bot.asks(replace(ANN, is_channel=True), "link")
    assert "Only a person" in heard


async def test_in_public_the_code_is_for_her_eyes_only(town):
    bot = await town()
    bot.telegram.unreachable.add(ANN.user)
    await bot.asks(ANN, "link")
    assert not any(CODE.search(words) for words in bot.sends(LOBBY))
    bot.telegram.unreachable.clear()
    await bot.presses(ANN, "button-read", LOBBY)
    assert any(CODE.search(e.words) for e in bot.ledger if isinstance(e.action, Whisper | Answer))


async def test_the_code_in_the_notice_of_a_ban_links_on_the_other_messenger(town):
    bot = await town(words())
    await bot.asks(MOD, "ban", member=ANN, reason="spam")
    code = CODE.search(bot.told(ANN.user)[0])[0]
    bot.clock.pass_by(days=3)
    del bot.discord.members[D_LOBBY.space, DANA.user]
    await bot.asks(DANA, "link", direct(DANA.user), link_code=code)
    await bot.presses(DANA, "button-link", direct(DANA.user))
    await bot.asks(DANA, "appeal", direct(DANA.user), text="it was not me", number=1)
    assert "Appeal 1" in bot.standing(STAFF)[-1].words


def test_codes_are_read_however_they_are_typed_and_only_if_they_were_made_here():
    mine, other = Codes((b"new", b"old")), Codes((b"another",))
    for _ in range(50):
        code = mine.new()
        spelt = mine.spelt(code)
        assert CODE.fullmatch(spelt)
        assert mine.read(spelt.lower()) == mine.read(spelt.replace("-", "")) == code.id
        assert mine.read(Codes((b"old",)).spelt(code)) == code.id
        assert other.read(spelt) is None
    assert mine.read("") is None
    assert mine.read("ABCDE") is None


@pytest.mark.parametrize("who", [CY, replace(CY, rank=Rank.GUEST)])
async def test_anybody_may_ask_for_a_code(town, who):
    bot = await town()
    assert await code_of(bot, who)


# --- a ban on both -----------------------------------------------------------------------------------------------


async def spreading(town, *rules, **more):
    bot = await town(*rules, links=LinkPolicy(propagate=True), **more)
    await linked(bot)
    return bot


async def test_off_by_default_a_ban_stays_on_its_messenger(town):
    bot = await town()
    await linked(bot)
    await bot.asks(MOD, "ban", member=ANN)
    assert bot.discord.sanctions == {}


async def test_where_the_community_wants_it_a_ban_counts_on_both_as_a_linked_case(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN, reason="spam")
    assert bot.discord.sanctions == {(D_LOBBY.space, DANA.user): Sanction.BAN}
    there = await bot.case(2)
    assert (there.user, there.space, there.reason, there.strikes) == (DANA.user, D_LOBBY.space, "spam (case 1)", 0)
    assert "You have been banned" in bot.told(DANA.user)[-1]
    assert "ban of Dana" in bot.standing(D_STAFF)[-1].words
    assert await bot.store.cases.strikes(bot.key, ANN.user, None) == 1


async def test_so_does_a_ban_by_a_rule(town):
    bot = await spreading(town, words(Do(Act.BAN)))
    await bot.says(ANN, "blorp")
    assert bot.discord.sanctions == {(D_LOBBY.space, DANA.user): Sanction.BAN}
    assert (await bot.store.whys.tallies(bot.key))["swearing"].verdicts == 1


async def test_taken_back_it_is_taken_back_on_both(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN)
    await bot.presses(MOD, "button-undo", STAFF)
    assert bot.discord.sanctions == bot.telegram.sanctions == {}


async def test_what_is_done_to_the_second_of_two_linked_bans_concerns_it_alone_and_whoever_does_it_hears_so(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN, reason="spam")
    here = "Case 1 on the other messenger, beside which this one was filed, stays as it is"
    assert here in await bot.asks(DORA, "case edit", D_STAFF, number="2", reason="scam")
    assert here in await bot.asks(DORA, "case edit", D_STAFF, number="2", lasts=Term(timedelta(days=2)))
    assert ((await bot.case(1)).reason, (await bot.case(1)).until) == ("spam", None)
    await bot.asks(DORA, "case", D_STAFF, which="2")
    assert here in await bot.presses(DORA, "button-undo", D_STAFF)
    assert bot.telegram.sanctions == {(LOBBY.space, ANN.user): Sanction.BAN}
    assert "other messenger" not in await bot.asks(MOD, "case edit", STAFF, number="1", reason="scam")


async def test_ended_by_hand_it_is_ended_on_both_and_banned_again_on_both_when_that_is_taken_back(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN)
    await bot.asks(MOD, "unban", member=ANN, reason="was a mix-up")
    assert bot.discord.sanctions == bot.telegram.sanctions == {}
    there = await bot.case(4)
    assert (there.user, there.sanction, there.reason) == (DANA.user, Sanction.UNBAN, "was a mix-up (case 3)")
    await bot.presses(MOD, "button-undo", STAFF)
    assert bot.discord.sanctions == {(D_LOBBY.space, DANA.user): Sanction.BAN}
    assert bot.telegram.sanctions == {(LOBBY.space, ANN.user): Sanction.BAN}


async def test_ended_there_it_is_ended_here_too(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN)
    await bot.asks(DORA, "unban", member=DANA)
    assert bot.discord.sanctions == bot.telegram.sanctions == {}


async def test_the_end_of_a_ban_ends_no_other_ban(town):
    bot = await spreading(town)
    await bot.asks(DANA, "unlink", direct(DANA.user))
    await bot.asks(DORA, "ban", member=DANA)
    await bot.asks(MOD, "ban", member=ANN)
    await linked(bot)
    await bot.asks(MOD, "unban", member=ANN)
    assert bot.discord.sanctions == {(D_LOBBY.space, DANA.user): Sanction.BAN}
    await bot.asks(MOD, "unban", member=ANN)
    assert (await bot.case(5)) is None


async def test_an_appeal_against_the_ban_there_is_settled_with_its_end(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN)
    await bot.asks(DANA, "appeal", direct(DANA.user), number=2, text="it was not me")
    await bot.asks(MOD, "unban", member=ANN)
    assert (await bot.store.fairness.appeals.find(bot.key, 1)).state is AppealState.OVERTURNED


async def test_other_sanctions_and_the_staff_of_the_other_messenger_are_left_alone(town):
    bot = await spreading(town)
    await bot.asks(MOD, "kick", member=ANN)
    assert bot.discord.sanctions == {}
    bot = await spreading(town)
    bot.discord.members[D_LOBBY.space, DANA.user] = replace(DANA, rank=Rank.MODERATOR)
    await bot.asks(MOD, "ban", member=ANN)
    assert bot.discord.sanctions == {}


async def test_who_is_not_there_cannot_come_either_and_without_a_lobby_there_is_nowhere(town):
    bot = await spreading(town)
    del bot.discord.members[D_LOBBY.space, DANA.user]
    await bot.asks(MOD, "ban", member=ANN)
    assert bot.discord.sanctions == {(D_LOBBY.space, DANA.user): Sanction.BAN}
    bot = await spreading(town, places={"lobby": {TELEGRAM: "#lobby"}})
    await bot.asks(MOD, "ban", member=ANN)
    assert bot.discord.sanctions == {}


async def test_what_was_taken_back_there_already_stays_as_it_is(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN)
    await bot.presses(DORA, "button-undo", D_STAFF)
    await bot.presses(MOD, "button-undo", STAFF)
    assert await bot.case(5) is None


@pytest.mark.parametrize(("there", "here", "cases"), [(None, 1, 2), (2, 1, 2), (1, 2, 3), (1, None, 3)])
async def test_what_holds_there_longer_is_not_cut_short(town, there, here, cases):
    bot = await spreading(town)
    await bot.asks(DANA, "unlink", direct(DANA.user))
    await bot.asks(DORA, "ban", member=DANA, lasts=_days(there))
    await linked(bot)
    await bot.asks(MOD, "ban", member=ANN, lasts=_days(here))
    assert await bot.case(cases) is not None
    assert await bot.case(cases + 1) is None
    await bot.waits(days=1, minutes=1)
    assert (D_LOBBY.space, DANA.user) in bot.discord.sanctions


async def test_what_is_corrected_about_a_ban_is_corrected_on_both(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN, lasts=_days(9), reason="spam")
    told = await bot.asks(MOD, "case edit", STAFF, number="1", lasts=_days(2), reason="kind: she shouted")
    assert "now lasts until" in told
    here, there = await bot.case(1), await bot.case(2)
    assert there.until == here.until == NOON + timedelta(days=2)
    assert (there.guideline, there.reason) == ("kind", "she shouted (case 1)")
    again = [act for act in bot.did(Punish) if act.user == DANA.user]
    assert [act.until for act in again] == [NOON + timedelta(days=9), NOON + timedelta(days=2)]
    assert "The team has changed how long this lasts." in bot.told(DANA.user)[-1]
    assert any(isinstance(did.step, Punish) and did.step.until == there.until for did in await _did(bot, 2))
    shown = await bot.asks(DORA, "case", D_STAFF, which="2")
    assert shown.count("Case 1, on the other messenger, was changed with it.") == 1
    assert "Time changed by Mo" in shown
    assert "Case 2, on the other messenger" in await bot.asks(MOD, "case", STAFF, which="1")
    assert all("Case 1, on" in shown.words for shown in bot.standing(D_STAFF) if "ban of Dana" in shown.words)
    await bot.waits(days=2, minutes=1)
    assert bot.discord.sanctions == bot.telegram.sanctions == {}


async def test_a_corrected_ban_is_taken_back_on_both(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN)
    await bot.asks(MOD, "case edit", STAFF, number="1", lasts=_days(2))
    await bot.presses(MOD, "button-undo", STAFF)
    assert bot.discord.sanctions == bot.telegram.sanctions == {}
    await bot.waits(days=3)
    assert len(bot.did(Pardon)) == 2, "no timer is left of either"
    assert "does not hold" in await bot.asks(MOD, "case edit", STAFF, number="1", lasts=_days(4))
    assert bot.discord.sanctions == {}


async def test_what_was_corrected_there_by_itself_or_stands_no_more_does_not_follow(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN, lasts=_days(9), reason="spam")
    await bot.asks(DORA, "case edit", D_STAFF, number="2", lasts=_days(5), reason="kind: more than that")
    assert (await bot.case(1)).until == NOON + timedelta(days=9), "nor does this one follow that"
    await bot.asks(MOD, "case edit", STAFF, number="1", lasts=_days(2), reason="shouting")
    there = await bot.case(2)
    assert (there.until, there.reason) == (NOON + timedelta(days=5), "more than that")
    await bot.asks(DORA, "unban", member=DANA)
    await bot.asks(MOD, "case edit", STAFF, number="1", reason="insult: shouting")
    assert "Case 2" not in await bot.asks(MOD, "case", STAFF, which="1")


async def test_who_is_of_the_staff_there_by_now_is_not_banned_for_longer(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN, lasts=_days(2))
    bot.discord.members[D_LOBBY.space, DANA.user] = replace(DANA, rank=Rank.MODERATOR)
    await bot.asks(MOD, "case edit", STAFF, number="1", lasts=_days(9))
    assert (await bot.case(2)).until == NOON + timedelta(days=2)
    await bot.asks(MOD, "case edit", STAFF, number="1", reason="shouting")
    assert (await bot.case(2)).reason == "shouting (case 1)", "what is on record is no punishment"


async def test_what_is_taken_back_there_is_not_corrected(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN, reason="spam")
    await bot.presses(DORA, "button-undo", D_STAFF)
    await bot.asks(MOD, "case edit", STAFF, number="1", lasts=_days(2), reason="shouting")
    assert ((await bot.case(2)).reason, bot.discord.sanctions) == ("spam (case 1)", {})


async def test_what_an_appeal_makes_milder_is_milder_on_both(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN)
    await bot.asks(ANN, "appeal", direct(ANN.user), text="so long?", number=1)
    await bot.presses(BOSS, "button-reduce", STAFF)
    await bot.fills(BOSS, lasts="2d")
    assert bot.discord.sanctions == {(D_LOBBY.space, DANA.user): Sanction.BAN}
    await bot.waits(days=2, minutes=1)
    assert bot.discord.sanctions == bot.telegram.sanctions == {}


async def _did(bot, number):
    return await bot.store.cases.receipts(bot.key, number)


def _days(many):
    return Term() if many is None else Term(timedelta(days=many))
