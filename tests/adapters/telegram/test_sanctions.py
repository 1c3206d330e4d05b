"""Sanctions and deletions on Telegram, as its own calls."""

from datetime import timedelta

import pytest

from bot.core.actions import Delete, Pardon, Punish, Sanction, Send
from bot.core.receipts import Done, Refusal
from tests.adapters.telegram.desk import (
    ANA,
    BOB,
    CREW,
    MIRA,
    message_ref,
    now,
    place,
    space,
    text,
    user,
)


def status(server, person):
    return server.state.membership(server.state.chats[CREW], person).status


async def test_deleting_is_one_call_and_what_is_gone_is_done(server, desk):
    numbers = [server.people.say(CREW, ANA, "spam") for _ in range(5)]
    messages = tuple(message_ref(CREW, number) for number in (*numbers, 4000))
    assert await desk.perform(Delete(messages)) == Done()
    assert not any(server.exists(CREW, number) for number in numbers)
    assert len(server.calls_of("deleteMessages", "deleteMessage")) == 1
    assert await desk.perform(Delete(messages[:1])) == Done()


async def test_one_message_that_cannot_go_does_not_keep_the_others(server, desk):
    server.people.start(ANA)
    old, new = server.people.say(ANA, ANA, "old"), server.people.say(ANA, ANA, "new")
    server.state.chats[ANA].messages[old]["date"] -= 49 * 3600
    receipt = await desk.perform(Delete((message_ref(ANA, old), message_ref(ANA, new))))
    assert receipt.why is Refusal.TOO_LATE
    assert not server.exists(ANA, new)


async def test_without_the_right_deletion_is_forbidden_and_the_rights_are_looked_up_again(server, desk):
    number = server.people.say(CREW, ANA, "spam")
    server.state.chats[CREW].members[server.state.me.id].rights.clear()
    assert (await desk.perform(Delete((message_ref(CREW, number),)))).why is Refusal.FORBIDDEN


async def test_a_mute_lasts_as_decided_and_ends_by_pardon(server, desk):
    until = now() + timedelta(hours=1)
    assert await desk.perform(Punish(space(CREW), user(ANA), Sanction.MUTE, until=until)) == Done()
    held = server.state.membership(server.state.chats[CREW], ANA)
    assert (held.status, held.until) == ("restricted", int(until.timestamp()))
    assert not any(held.permissions.values())
    assert await desk.perform(Pardon(space(CREW), user(ANA), Sanction.MUTE)) == Done()
    assert status(server, ANA) == "member"


async def test_a_very_short_mute_never_becomes_one_for_ever(server, desk):
    await desk.perform(Punish(space(CREW), user(ANA), Sanction.MUTE, until=now() + timedelta(seconds=5)))
    assert server.state.membership(server.state.chats[CREW], ANA).until > 0
    await desk.perform(Punish(space(CREW), user(BOB), Sanction.MUTE, until=now() + timedelta(days=700)))
    assert server.state.membership(server.state.chats[CREW], BOB).until > 0


async def test_a_ban_of_more_than_a_year_does_not_end_too_early(server, desk):
    await desk.perform(Punish(space(CREW), user(BOB), Sanction.BAN, until=now() + timedelta(days=700)))
    assert server.state.membership(server.state.chats[CREW], BOB).until == 0


async def test_a_kick_lets_come_back_and_a_ban_does_not(server, desk):
    assert await desk.perform(Punish(space(CREW), user(ANA), Sanction.KICK)) == Done()
    assert status(server, ANA) == "left"
    assert await desk.perform(Punish(space(CREW), user(BOB), Sanction.BAN)) == Done()
    assert status(server, BOB) == "kicked"
    assert await desk.perform(Pardon(space(CREW), user(BOB), Sanction.MUTE)) == Done()
    assert status(server, BOB) == "kicked"
    assert await desk.perform(Pardon(space(CREW), user(BOB), Sanction.BAN)) == Done()
    assert status(server, BOB) == "left"


async def test_a_kick_ends_no_ban(server, desk):
    await desk.perform(Punish(space(CREW), user(BOB), Sanction.BAN))
    assert (await desk.perform(Punish(space(CREW), user(BOB), Sanction.KICK))).why is Refusal.GONE
    assert status(server, BOB) == "kicked"


@pytest.mark.parametrize("number", [777000, 1087968824, 136817688, CREW, 123456])
async def test_accounts_of_telegrams_own_are_never_punished(server, desk, number):
    assert (await desk.perform(Punish(space(CREW), user(number), Sanction.BAN))).why is Refusal.OUTRANKED
    assert not server.calls_of("banChatMember", "banChatSenderChat")


async def test_channels_are_banned_as_channels(server, desk):
    ban = Punish(space(CREW), user(-1666), Sanction.BAN, is_channel=True)
    assert await desk.perform(ban) == Done()
    assert server.state.chats[CREW].banned_channels == {-1666}
    assert (
        await desk.perform(Punish(space(CREW), user(-1666), Sanction.MUTE, is_channel=True))
    ).why is Refusal.UNSUPPORTED
    assert await desk.perform(Pardon(space(CREW), user(-1666), Sanction.BAN)) == Done()
    assert server.state.chats[CREW].banned_channels == set()


@pytest.mark.parametrize(
    ("person", "rights", "why"),
    [
        (MIRA, ("can_restrict_members",), Refusal.OUTRANKED),
        (ANA, (), Refusal.FORBIDDEN),
        (555, ("can_restrict_members",), Refusal.GONE),
    ],
)
async def test_a_ban_that_telegram_refuses_says_why(server, desk, person, rights, why):
    server.people.set_bot_rights(CREW, *rights, by=MIRA)
    assert (await desk.perform(Punish(space(CREW), user(person), Sanction.BAN))).why is why


async def test_a_mute_in_a_basic_group_is_unsupported(server, desk):
    server.people.group(-44, "Small", members=(ANA,), kind="group")
    assert (await desk.perform(Punish(space(-44), user(ANA), Sanction.MUTE))).why is Refusal.UNSUPPORTED


async def test_a_group_that_moved_is_followed(server, desk):
    server.people.group(-44, "Small", members=(ANA,), owner=MIRA, kind="group")
    server.state.chats[-44].migrated_to = -1001044
    server.people.group(-1001044, "Small", members=(ANA,), owner=MIRA)
    assert isinstance(await desk.perform(Send(place(-44), text("hi"))), Done)
    assert server.texts(-1001044) == ["hi"]
