"""What happens natively becomes events, each once, with a key of its own."""

import pytest

from bot.core.actions import Edit, Send
from bot.core.events import MemberJoined, MemberLeft, MessageDeleted, MessageEdited, MessagePosted
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted
from bot.core.people import Rank
from bot.core.text import Rich

RANKS = (Rank.MEMBER, Rank.MODERATOR, Rank.MANAGER, Rank.OWNER)


def by(who):
    return lambda event: event.message.author.user == who.user


class Hearing:
    """Messages, members and ranks."""

    async def test_what_people_write_arrives_whole(self, stage):
        ada, bea = await stage.person(), await stage.person()
        text = f"hello {stage.called(bea)}, see https://example.org/x?y=1"
        ref = await stage.post(ada, text)
        event = await stage.heard(MessagePosted)
        message = event.message
        assert event.key
        assert (message.ref, message.place, message.text) == (ref, stage.place, text)
        assert (message.author.user, message.author.handle) == (ada.user, ada.handle)
        assert (message.author.rank, message.author.is_bot, message.author.name) == (Rank.MEMBER, False, ada.name)
        assert message.mentions == (bea.user,)
        assert abs((stage.now() - message.sent_at).total_seconds()) < 60

    async def test_a_reply_names_what_it_answers(self, stage):
        ada = await stage.person()
        first = await stage.post(ada, "one")
        await stage.post(ada, "two", reply_to=first)
        assert (await stage.heard(MessagePosted, many=2)).message.reply_to == first

    async def test_an_edit_is_another_event_about_the_same_message(self, stage):
        ada = await stage.person()
        ref = await stage.post(ada, "nice")
        await stage.edit(ada, ref, "nasty")
        posted, edited = await stage.heard(MessagePosted), await stage.heard(MessageEdited)
        assert (edited.message.ref, edited.message.text, edited.message.author.user) == (ref, "nasty", ada.user)
        assert edited.key != posted.key

    async def test_the_same_words_twice_are_two_events(self, stage):
        ada = await stage.person()
        await stage.post(ada, "echo")
        await stage.post(ada, "echo")
        first, second = await stage.heard(MessagePosted), await stage.heard(MessagePosted, many=2)
        assert first.key != second.key

    async def test_events_of_one_space_keep_their_order(self, stage):
        ada, bea = await stage.person(), await stage.person()
        for number in range(6):
            await stage.post((ada, bea)[number % 2], f"word {number}")
        await stage.heard(MessagePosted, many=6)
        said = [event.message.text for event in stage.events if isinstance(event, MessagePosted)]
        assert said == [f"word {number}" for number in range(6)]

    async def test_who_joins_and_who_leaves_is_told(self, stage):
        ada = await stage.join()
        joined = await stage.heard(MemberJoined)
        assert (joined.space, joined.member.user, joined.member.name) == (stage.space, ada.user, ada.name)
        await stage.leave(ada)
        left = await stage.heard(MemberLeft)
        assert (left.space, left.user) == (stage.space, ada.user)
        assert joined.key != left.key

    async def test_the_bot_does_not_hear_itself(self, stage):
        sent = await stage.perform(Send(stage.place, Rich(("I say",))))
        await stage.perform(Edit(sent.message, Rich(("I said",))))
        ada = await stage.person()
        await stage.post(ada, "who is there?")
        await stage.heard(MessagePosted, by(ada))
        assert not [e for e in stage.events if isinstance(e, MessagePosted | MessageEdited) and not by(ada)(e)]

    @pytest.mark.parametrize("rank", RANKS, ids=lambda rank: rank.name.lower())
    async def test_native_rights_make_the_rank(self, stage, rank):
        who = stage.owner if rank is Rank.OWNER else await stage.person(rank)
        assert (await stage.platform.member(stage.space, who.user)).rank is rank
        await stage.post(who, "hello")
        assert (await stage.heard(MessagePosted, by(who))).message.author.rank is rank

    async def test_a_new_right_counts_from_the_next_word_on(self, stage):
        ada = await stage.person()
        await stage.post(ada, "before")
        await stage.heard(MessagePosted)
        await stage.promote(ada, Rank.MODERATOR)
        await stage.post(ada, "after")
        assert (await stage.heard(MessagePosted, many=2)).message.author.rank is Rank.MODERATOR
        assert (await stage.platform.member(stage.space, ada.user)).rank is Rank.MODERATOR
        assert stage.platform.seen(stage.space, ada.user).rank is Rank.MODERATOR

    async def test_somebody_never_seen_is_looked_up_and_nobody_is_none(self, stage):
        ada = await stage.person()
        found = await stage.platform.member(stage.space, ada.user)
        assert (found.user, found.name, found.handle, found.rank) == (ada.user, ada.name, ada.handle, Rank.MEMBER)
        assert await stage.platform.member(stage.space, stage.nobody()) is None
        assert stage.platform.seen(stage.space, stage.nobody()) is None

    async def test_who_left_is_no_member_any_more(self, stage):
        ada = await stage.join()
        await stage.heard(MemberJoined)
        await stage.leave(ada)
        await stage.heard(MemberLeft)
        found = await stage.platform.member(stage.space, ada.user)
        assert found is None or found.rank is Rank.GUEST

    async def test_what_it_claims_to_see_it_tells(self, stage):
        sees = (await stage.platform.capabilities(stage.place)).sees
        asked = {CommandInvoked, ButtonPressed, FormSubmitted}
        assert {MessagePosted, MessageEdited, MemberJoined, MemberLeft} | asked <= sees
        ada = await stage.person()
        ref = await stage.post(ada, "oops")
        await stage.heard(MessagePosted)
        await stage.take_back(ada, ref)
        if MessageDeleted in sees:
            assert (await stage.heard(MessageDeleted)).ref == ref

    async def test_a_place_is_found_again_by_what_a_manager_pastes(self, stage):
        assert await stage.platform.find_place(stage.platform.paste(stage.place)) == stage.place

    async def test_refs_carry_the_name_of_their_network(self, stage):
        ada = await stage.person()
        ref = await stage.post(ada, "hello")
        event = await stage.heard(MessagePosted)
        named = {event.message.author.user.platform, ref.place.platform, stage.space.platform}
        assert named == {stage.platform.name}
