"""One complaint, one life: filed, taken, settled, told - and the reporter never named where she must not be."""

from dataclasses import replace

import pytest

from bot.core.actions import Ask, Delete, Edit, Punish, Sanction, Send, Whisper
from bot.core.complaints import Complaint, ComplaintState
from bot.core.decisions import decide
from bot.core.ids import ChannelRef, Place
from bot.core.people import Rank
from bot.core.receipts import Refusal, Refused
from bot.core.text import say
from bot.core.ui import Button
from bot.domain.care.complaint import Open, Work
from bot.runtime.community import Reports, Team
from tests.build import ANN, BOB, BOSS, MOD, person, post
from tests.fakes.town import CY, D_STAFF, DANA, DORA, LOBBY, MANAGERS, PLACES, STAFF, WITH_MANAGERS

BAD = post("you are stupid", by=BOB, place=LOBBY)
BY_MOD = post("go away all of you", by=MOD, place=LOBBY)
REPORTER = "Ann"


def direct(who):
    return Place(ChannelRef(who.user.platform, who.user.native))


async def reported(town, message=BAD, by=ANN, text="please look", **more):
    bot = await town(**more)
    await bot.asks(by, "report", message=message, text=text)
    return bot


async def filed_before(town, text):
    """A complaint about nobody, from before such were conversations."""
    bot = await town()
    old = Complaint(1, ANN.user, "Ann", bot.clock.now(), text, LOBBY.space)
    await bot.store.ledger.commit(bot.key, "", decide(rows=(old,)), bot.clock.now())
    return bot


async def test_a_reported_message_comes_before_the_moderators_with_buttons(town):
    bot = await reported(town)
    assert "The moderators have it as number 1" in bot.heard_by(ANN.user)
    (card,) = bot.standing(STAFF)
    assert "Complaint 1 about Bob" in card.words
    assert "you are stupid" in card.words
    assert "please look" in card.words
    keys = [[b.label.key for b in row] for row in card.rows]
    assert keys == [
        ["button-delete", "button-warn"],
        ["button-mute", "button-ban"],
        ["button-reply", "button-claim"],
        ["button-uphold", "button-decline"],
    ]


async def test_the_command_itself_is_taken_away_so_that_nobody_is_exposed(town):
    bot = await town()
    typed = post("/report", by=ANN).ref
    await bot.asks(ANN, "report", message=BAD, message_ref=typed)
    assert [d.messages for d in bot.did(Delete)] == [(typed,)]


async def test_moderators_do_not_learn_who_reported_unless_the_managers_want_it(town):
    bot = await reported(town)
    assert not any(REPORTER in words for words in bot.sends(STAFF))
    bot = await reported(town, reports=Reports(reporter_shown_to_moderators=True))
    assert "From Ann" in bot.standing(STAFF)[0].words


async def test_a_report_in_ones_own_words_needs_no_message(town):
    bot = await reported(town, message=None, text="somebody writes me at night")
    card, words = bot.standing(STAFF)
    assert "Conversation 1 with Ann" in card.words
    assert "somebody writes me at night" in words.words
    assert await bot.complaint() is None


async def test_without_words_and_message_a_form_asks(town):
    bot = await town()
    await bot.asks(DANA, "report")
    assert bot.did(Ask)
    assert "number 1" in await bot.fills(DANA, text="something is wrong")
    assert "something is wrong" in bot.standing(D_STAFF)[1].words


async def test_an_empty_form_is_not_filed(town):
    bot = await town()
    await bot.asks(DANA, "report")
    assert "nothing to send" in await bot.fills(DANA, text="  ")
    assert await bot.store.conversations.find(bot.key, 1) is None


async def test_nobody_can_report_herself(town):
    bot = await reported(town, message=BAD, by=BOB)
    assert "your own message" in bot.heard_by(BOB.user)
    assert await bot.complaint() is None


async def test_a_second_reporter_joins_with_her_words_and_hears_the_outcome_too(town):
    bot = await reported(town)
    await bot.asks(CY, "report", message=BAD, text="me too")
    assert await bot.complaint(2) is None
    (card,) = bot.standing(STAFF)
    assert "2 people reported it" in card.words
    assert "please look" in card.words
    assert "me too" in card.words
    await bot.presses(MOD, "button-decline", STAFF)
    for who in (ANN, CY):
        assert "decided not to act" in bot.told(who.user)[-1]


async def test_the_same_reporter_twice_is_one(town):
    bot = await reported(town)
    await bot.asks(ANN, "report", message=BAD)
    assert (await bot.complaint()).others == ()


async def test_from_a_private_chat_it_is_about_the_lobby_of_that_messenger(town):
    bot = await town()
    await bot.asks(ANN, "report", direct(ANN), message=BAD)
    assert (await bot.complaint()).space == LOBBY.space


async def test_without_a_lobby_it_is_about_some_space_of_that_messenger_or_none(town):
    bot = await town(places={"staff": PLACES["staff"]})
    bot.telegram.members[STAFF.space, ANN.user] = ANN
    await bot.asks(ANN, "report", direct(ANN), message=BAD)
    assert (await bot.complaint()).space == STAFF.space
    bot = await town(places={})
    await bot.asks(ANN, "report", direct(ANN), text="help")
    assert "Only the staff" in bot.heard_by(ANN.user)  # nobody knows her in any space


async def test_without_a_staff_place_the_complaint_is_filed_all_the_same(town):
    bot = await reported(town, places={"lobby": PLACES["lobby"]})
    assert (await bot.complaint()).state is ComplaintState.OPEN
    assert not bot.did(Send)


# --- what moderators do ------------------------------------------------------------------------------------------


async def test_taking_it_shows_on_the_card(town):
    bot = await reported(town)
    assert "Mo takes care of conversation 1" in await bot.presses(MOD, "button-claim", STAFF)
    card = bot.standing(STAFF)[0]
    assert "Mo takes care of it." in card.words
    assert "button-claim" not in [b.label.key for row in card.rows for b in row]


async def test_removing_the_message_settles_it(town):
    bot = await reported(town)
    assert "is settled" in await bot.presses(MOD, "button-delete", STAFF)
    assert [d.messages for d in bot.did(Delete)] == [(BAD.ref,)]
    assert (await bot.complaint()).state is ComplaintState.UPHELD
    assert "agreed and have acted" in bot.told(ANN.user)[-1]
    assert [b.label.key for row in bot.standing(STAFF)[0].rows for b in row] == ["button-reply"]


@pytest.mark.parametrize(
    ("label", "sanction"),
    [("button-warn", Sanction.WARN), ("button-mute", Sanction.MUTE), ("button-ban", Sanction.BAN)],
)
async def test_a_sanction_from_the_card_is_a_case_like_any_other(town, label, sanction):
    bot = await reported(town)
    await bot.presses(MOD, label, STAFF)
    case = await bot.case()
    assert (case.user, case.sanction, case.by, case.strikes) == (BOB.user, sanction, MOD.user, 1)
    assert (await bot.complaint()).case == 1
    assert [d.messages for d in bot.did(Delete)] == [(BAD.ref,)]
    assert "you are stupid" in bot.told(BOB.user)[0]
    assert bool(bot.did(Punish)) == (sanction is not Sanction.WARN)


async def test_the_reported_member_never_reads_who_reported_her(town):
    bot = await reported(town)
    await bot.presses(MOD, "button-warn", STAFF)
    assert not any(REPORTER in words for words in bot.told(BOB.user))


async def test_declining_is_told_too(town):
    bot = await reported(town)
    await bot.presses(MOD, "button-decline", STAFF)
    assert "decided not to act" in bot.told(ANN.user)[-1]
    assert "Settled by Mo: declined." in bot.standing(STAFF)[0].words


async def test_upholding_settles_what_is_about_nobody_known(town):
    bot = await filed_before(town, "it is loud here")
    await bot.presses_token(MOD, await offered(bot, Work(1, "uphold")), STAFF)
    assert (await bot.complaint()).state is ComplaintState.UPHELD


async def test_outcomes_are_not_told_where_the_managers_do_not_want_it(town):
    bot = await reported(town, reports=Reports(tell_outcome=False))
    await bot.presses(MOD, "button-decline", STAFF)
    assert "declin" not in " ".join(bot.told(ANN.user))


async def test_who_comes_second_hears_who_was_first(town):
    bot = await reported(town)
    button, shown = bot.button("button-ban", STAFF)
    await bot.presses(MOD, "button-decline", STAFF)
    assert "Mo was first" in await bot.presses_token(BOSS, button.token, STAFF, shown.ref)
    assert not bot.did(Punish)


async def test_a_sanction_that_was_refused_is_not_called_done(town):
    bot = await reported(town)
    bot.telegram.fails(Punish, Refused(Refusal.OUTRANKED))
    assert "Nothing happened to Bob" in await bot.presses(MOD, "button-ban", STAFF)


async def test_the_moderator_hears_when_the_member_could_not_be_told(town):
    bot = await reported(town)
    bot.telegram.unreachable.add(BOB.user)
    assert "could not reach the member" in await bot.presses(MOD, "button-warn", STAFF)


async def test_hierarchy_holds_on_the_card(town):
    bot = await reported(town)
    bot.telegram.members[LOBBY.space, BOB.user] = replace(BOB, rank=Rank.MODERATOR)
    assert "rank here is below yours" in await bot.presses(MOD, "button-ban", STAFF)
    assert (await bot.complaint()).state is ComplaintState.OPEN


async def test_who_left_is_sanctioned_all_the_same(town):
    bot = await reported(town)
    del bot.telegram.members[LOBBY.space, BOB.user]
    await bot.presses(MOD, "button-ban", STAFF)
    assert bot.did(Punish)


@pytest.mark.parametrize(
    "label", ["button-claim", "button-delete", "button-warn", "button-mute", "button-ban", "button-decline"]
)
async def test_no_button_of_the_card_is_for_members_or_for_the_other_messengers_moderators(town, label):
    bot = await reported(town)
    for who in (CY, DORA):
        assert "Only the staff" in await bot.presses(who, label, STAFF)
    assert (await bot.complaint()).version == 1


async def test_a_moderator_of_the_other_messenger_acts_when_config_maps_her(town):
    bot = await reported(town, team=Team(moderator_ids=frozenset({DORA.user})))
    await bot.presses(DORA, "button-decline", STAFF)
    assert (await bot.complaint()).owner == DORA.user


# --- about a moderator -------------------------------------------------------------------------------------------


async def test_a_complaint_about_a_moderator_goes_to_the_managers_place_only(town):
    bot = await reported(town, BY_MOD, places=WITH_MANAGERS)
    assert not bot.standing(STAFF)
    (card,) = bot.standing(MANAGERS)
    assert "From Ann" in card.words
    assert "Only the staff" in await bot.presses(MOD, "button-decline", MANAGERS)
    await bot.presses(BOSS, "button-decline", MANAGERS)
    assert (await bot.complaint()).state is ComplaintState.DECLINED


async def test_without_a_place_of_their_own_managers_hear_in_private(town):
    bot = await reported(town, BY_MOD)
    assert not bot.standing(STAFF)
    assert "Complaint 1 about Mo" in bot.told(BOSS.user)[0]


async def test_the_accused_manager_is_passed_over(town):
    other = person("Bo", "12", Rank.MANAGER)
    team = Team(managers=frozenset({BOSS.user, other.user}))
    bot = await reported(town, post("shut up", by=BOSS, place=LOBBY), team=team)
    assert not bot.told(BOSS.user)
    assert bot.told(other.user)


async def test_the_only_manager_cannot_settle_what_is_about_herself(town):
    bot = await reported(town, post("shut up", by=BOSS, place=LOBBY), places=WITH_MANAGERS)
    assert "to yourself" in await bot.presses(BOSS, "button-decline", MANAGERS)


async def test_when_no_manager_can_be_reached_staff_see_that_something_waits_and_nothing_of_what(town):
    bot = await town()
    bot.telegram.unreachable.add(BOSS.user)
    await bot.asks(ANN, "report", message=BY_MOD, text="please look")
    (line,) = bot.standing(STAFF)
    assert line.words == "Complaint 1 waits for a manager."
    assert "Only the staff" in await bot.presses(MOD, "button-open", STAFF)


@pytest.mark.parametrize("unreachable", [True, False], ids=["unreachable", "nobody is manager"])
async def test_the_waiting_line_never_turns_into_the_card_where_the_accused_reads_too(town, unreachable):
    owner = person("Ola", "13", Rank.OWNER)
    bot = await town(team=Team(managers=frozenset({BOSS.user}) if unreachable else frozenset()))
    bot.telegram.members[LOBBY.space, owner.user] = owner
    bot.telegram.unreachable.add(BOSS.user)
    await bot.asks(ANN, "report", message=BY_MOD, text="please look")
    bot.telegram.unreachable.clear()
    button, _ = bot.button("button-open", STAFF)
    await bot.presses_token(owner, button.token, direct(owner))
    await bot.presses(owner, "button-claim", direct(owner))
    assert (await bot.store.conversations.find(bot.key, 1)).owner == owner.user
    said = [e.words for e in bot.ledger if isinstance(e.action, Send | Edit) and e.worked]
    assert not any(REPORTER in words or "please look" in words or "go away" in words for words in said)


async def test_the_accused_cannot_open_what_waits(town):
    bot = await town(team=Team())
    await bot.asks(ANN, "report", message=post("shut up", by=BOSS, place=LOBBY), text="x")
    assert "I will not do this" in await bot.presses(BOSS, "button-open", STAFF)


async def test_without_managers_and_staff_place_it_waits_in_the_record(town):
    bot = await reported(town, BY_MOD, places={"lobby": PLACES["lobby"]}, team=Team())
    assert (await bot.complaint()).for_managers
    assert not bot.did(Send)


async def test_every_card_of_a_complaint_is_kept_up_to_date(town):
    other = person("Bo", "12", Rank.MANAGER)
    bot = await reported(town, BY_MOD, team=Team(managers=frozenset({BOSS.user, other.user})))
    await bot.presses(BOSS, "button-decline", direct(BOSS))
    for manager in (BOSS, other):
        assert "Settled by Bea: declined." in bot.standing(direct(manager))[0].words


async def test_two_at_once_are_decided_on_what_stands_then(town):
    import asyncio

    bot = await reported(town)
    decline, shown = bot.button("button-decline", STAFF)
    ban, _ = bot.button("button-ban", STAFF)
    await asyncio.gather(
        bot.presses_token(MOD, decline.token, STAFF, shown.ref), bot.presses_token(BOSS, ban.token, STAFF, shown.ref)
    )
    assert len([w for w in bot.answers() + bot.told(BOSS.user) if "was first" in w]) == 1
    assert not bot.did(Punish)
    assert Whisper


async def offered(bot, press, rank=Rank.MODERATOR):
    """A button that no card offers (any more)."""
    button = Button(say("plain", text="x"), press, rank=rank, space=LOBBY.space)
    queued = await bot.store.ledger.commit(
        bot.key, "", decide(Send(STAFF, say("plain", text="x"), ((button,),))), bot.clock.now()
    )
    bot.engine.outbox.accept(queued)
    await bot.engine.outbox.idle()
    return bot.button("x", STAFF)[0].token


@pytest.mark.parametrize(
    ("press", "said"), [(Work(99, "ban"), "no longer works"), (Open(99), "I will not do this")], ids=["work", "open"]
)
async def test_a_button_of_a_complaint_that_is_not_there_is_stale(town, press, said):
    bot = await town()
    assert said in await bot.presses_token(MOD, await offered(bot, press), STAFF)


async def test_nobody_is_sanctioned_over_what_is_about_nobody(town):
    bot = await filed_before(town, "loud")
    assert "cannot find that person" in await bot.presses_token(MOD, await offered(bot, Work(1, "ban")), STAFF)


async def test_a_reported_author_nobody_knows_any_more_is_reported_as_she_was(town):
    bot = await reported(town, post("bad", by=person("Gone", "99"), place=LOBBY))
    assert (await bot.complaint()).about_name == "Gone"
    bot = await town()
    await bot.asks(ANN, "report", direct(ANN), message=BAD)
    assert (await bot.complaint()).about == BOB.user
