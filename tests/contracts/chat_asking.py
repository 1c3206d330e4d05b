"""Commands, buttons and forms: from a person's hand to the bot, and the answer back to that person."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Ask, Audience, Send, Whisper
from bot.core.capabilities import Capability
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted, Missing, Ticket, Unknown, Wrong
from bot.core.people import Rank
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import File, Rich, say
from bot.core.ui import Button, Field, Form, Press
from tests.contracts.chat import NotOffered
from tests.contracts.chat_offer import SPECS, PlainVoices

AGREE = Button(say("agree"), Press(), token="v1.agree-Token_0123456789")
FORM = Form(
    say("title"),
    (Field("what", say("what-happened"), long=True), Field("more", say("anything-else"), required=False)),
    Button(say("submit"), Press(), token="v1.form-Token_0123456789"),
)
ECHO = {"word": "one", "number": 3, "loud": True, "span": "1d12h", "language": "pl"}


def rich(*spans):
    return Rich(spans)


class Asking:
    """What people ask of the bot."""

    # ---- commands

    async def test_every_kind_of_value_arrives_typed(self, stage):
        ada = await stage.person()
        event = await stage.invoked(ada, "echo", **ECHO, words="and the rest")
        assert event.fault is None
        assert event.values == {**ECHO, "span": timedelta(hours=36), "words": "and the rest"}
        assert (event.path, event.place, event.actor.user, event.actor.rank) == (
            "echo",
            stage.place,
            ada.user,
            Rank.MEMBER,
        )
        assert event.key

    async def test_what_is_optional_may_be_left_out(self, stage):
        ada, bea = await stage.person(), await stage.person()
        assert "words" not in (await stage.invoked(ada, "echo", **ECHO)).values
        event = await stage.invoked(ada, "about", member=bea, words="being kind")
        assert event.fault is None
        assert set(event.values) == {"member", "words"}

    async def test_a_person_is_looked_up_in_the_space(self, stage):
        ada, mod = await stage.person(), await stage.person(Rank.MODERATOR)
        event = await stage.invoked(ada, "about", member=mod, span="10m")
        assert (event.values["member"].user, event.values["member"].rank) == (mod.user, Rank.MODERATOR)
        assert event.values["span"] == timedelta(minutes=10)

    async def test_a_message_is_given_whole(self, stage):
        ada, bea = await stage.person(), await stage.person()
        ref = await stage.post(bea, "look at this")
        event = await stage.invoked(ada, "look", message=ref, words="spam")
        message = event.values["message"]
        assert (message.ref, message.text, message.author.user) == (ref, "look at this", bea.user)
        assert event.values["words"] == "spam"
        if event.message is not None:  # where a command is a message itself, it can answer one
            assert event.reply_to == ref

    async def test_a_file_is_given_with_its_text(self, stage):
        ada = await stage.person()
        given = File("community.yaml", "name: Łódź\n")
        assert (await stage.invoked(ada, "take", file=given)).values == {"file": given}

    @pytest.mark.parametrize("content", ["x" * (256 * 1024 + 1), b"\xff\xfe\x00"], ids=["too large", "no text"])
    async def test_a_file_that_cannot_be_read_is_a_wrong_value(self, stage, content):
        ada = await stage.person()
        try:
            event = await stage.invoked(ada, "take", file=File("big.bin", content))
        except NotOffered:
            return
        assert isinstance(event.fault, Wrong)
        assert event.fault.param == "file"

    async def test_a_command_of_two_words_is_one_command(self, stage):
        ada = await stage.person()
        event = await stage.invoked(ada, "crew list", language="pl")
        assert (event.path, event.values) == ("crew list", {"language": "pl"})

    @pytest.mark.parametrize(
        ("path", "values", "fault"),
        [
            ("echo", {**ECHO, "span": "soon"}, Wrong("span", "soon")),
            ("echo", {**ECHO, "number": 99}, Wrong("number", "99")),
            ("echo", {**ECHO, "language": "tlh"}, Wrong("language", "tlh")),
            ("echo", {}, Missing("word")),
            ("about", {}, Missing("member")),
            ("look", {}, Missing("message")),
            ("take", {}, Missing("file")),
        ],
    )
    async def test_what_cannot_be_read_is_named(self, stage, path, values, fault):
        ada = await stage.person()
        try:
            event = await stage.invoked(ada, path, **values)
        except NotOffered:  # the app keeps people from it
            return
        assert (event.path, event.fault) == (path, fault)

    async def test_an_unknown_command_in_private_is_answered(self, stage):
        ada = await stage.person()
        try:
            await stage.invoke_in_private(ada, "nonsense")
        except NotOffered:
            return
        event = await stage.heard(CommandInvoked)
        assert event.fault == Unknown("nonsense")
        assert event.place == stage.direct(ada)

    async def test_people_are_offered_what_was_published_last(self, stage):
        ada = await stage.person()
        names = {spec.path.split()[0] for spec in SPECS}
        await stage.until(lambda: names <= stage.offered(ada), "the commands")
        try:
            stage.platform.publish(SPECS[-1:], PlainVoices())
            await stage.until(lambda: stage.offered(ada) == {"help"}, "fewer commands")
        finally:
            stage.platform.publish(SPECS, PlainVoices())
            await stage.until(lambda: names <= stage.offered(ada), "the commands")

    async def test_a_command_in_private_is_answered_there(self, stage):
        ada, bea = await stage.person(), await stage.person()
        given = (File("community.yaml", "name: Łódź\n"),)
        await stage.invoke_in_private(ada, "help")
        event = await stage.heard(CommandInvoked)
        assert (event.path, event.place, event.actor.user) == ("help", stage.direct(ada), ada.user)
        assert isinstance(await stage.answer(event, "here", rows=((AGREE,),), files=given), Done)
        told = stage.told(ada)
        assert [(seen.words, seen.buttons) for seen in told if seen.words] == [("here", ("agree",))]
        assert tuple(file for seen in told for file in seen.files) == given
        assert not stage.told(bea)

    # ---- answers

    async def test_a_private_answer_is_for_one_or_is_refused(self, stage):
        ada, bea = await stage.person(), await stage.person()
        event = await stage.invoked(ada, "help")
        receipt = await stage.answer(event, "secret", rows=((AGREE,),))
        assert "secret" not in [seen.words for seen in stage.standing(stage.place)]
        assert not stage.told(bea)
        if Capability.PRIVATE_ANSWER in await stage.can():
            assert isinstance(receipt, Done)
            (seen,) = stage.told(ada)
            assert (seen.words, seen.buttons) == ("secret", ("agree",))
        else:
            assert receipt.why is Refusal.UNSUPPORTED

    async def test_a_public_answer_is_for_all(self, stage):
        ada = await stage.person()
        event = await stage.invoked(ada, "tell")
        receipt = await stage.answer(event, "aloud", audience=Audience.EVERYONE)
        assert stage.seen(receipt.message).words == "aloud"

    async def test_a_second_answer_follows_the_first(self, stage):
        ada = await stage.person()
        event = await stage.invoked(ada, "tell")
        for words in ("one", "two"):
            assert isinstance(await stage.answer(event, words, audience=Audience.EVERYONE), Done)
        assert [seen.words for seen in stage.standing(stage.place)] == ["one", "two"]

    async def test_files_go_along_with_an_answer_in_private(self, stage):
        ada = await stage.person()
        given = (File("community.yaml", "name: Łódź\n"),)
        event = await stage.invoked(ada, "help")
        if Capability.PRIVATE_ANSWER not in await stage.can():
            assert (await stage.answer(event, "here", files=given)).why is Refusal.UNSUPPORTED
            return
        assert isinstance(await stage.answer(event, "here", files=given), Done)
        assert tuple(file for seen in stage.told(ada) for file in seen.files) == given

    async def test_a_ticket_of_a_former_life_is_gone(self, stage):
        ada = await stage.person()
        event = await self._pressed(stage, ada)
        stale = replace(event, ticket=Ticket(f"{event.ticket.native}0", is_press=True))
        assert (await stage.answer(stale, "late")).why is Refusal.GONE
        assert not stage.told(ada)

    # ---- buttons

    async def test_a_press_brings_its_token_and_is_acknowledged_without_an_answer(self, stage):
        ada, bea = await stage.person(), await stage.person()
        event = await self._pressed(stage, ada)
        assert (event.token, event.actor.user, event.place) == (AGREE.token, ada.user, stage.place)
        assert (event.message.place, event.ticket.is_press) == (stage.place, True)
        await stage.until(stage.acknowledged, "the acknowledgement")
        await stage.press(bea, event.message, "agree")
        second = await stage.heard(ButtonPressed, many=2)
        assert second.actor.user == bea.user
        assert second.key != event.key

    async def test_a_short_answer_to_a_press_is_seen_by_who_pressed(self, stage):
        ada, bea = await stage.person(), await stage.person()
        assert await stage.can() & {Capability.PRIVATE_ANSWER, Capability.ALERT}
        event = await self._pressed(stage, ada)
        assert isinstance(await stage.answer(event, "thank you"), Done)
        assert [seen.words for seen in stage.told(ada)] == ["thank you"]
        assert not stage.told(bea)
        assert stage.acknowledged()

    @pytest.mark.parametrize("words", ["long " * 60, "with a button"])
    async def test_more_than_a_pop_up_holds_is_private_or_refused(self, stage, words):
        ada = await stage.person()
        event = await self._pressed(stage, ada)
        rows = ((AGREE,),) if "button" in words else ()
        receipt = await stage.answer(event, words, rows=rows)
        assert len(stage.standing(stage.place)) == 1
        if Capability.PRIVATE_ANSWER in await stage.can():
            assert [seen.words.strip() for seen in stage.told(ada)] == [words.strip()]
        else:
            assert receipt.why is Refusal.UNSUPPORTED
            assert stage.acknowledged()

    async def test_a_button_in_private_answers_in_private(self, stage):
        ada = await stage.person()
        sent = await stage.perform(Whisper(ada.user, rich("well?"), ((AGREE,),)))
        await stage.press(ada, sent.message, "agree")
        event = await stage.heard(ButtonPressed)
        assert (event.place, event.token) == (stage.direct(ada), AGREE.token)
        assert isinstance(await stage.answer(event, "heard", rows=((AGREE,),)), Done)
        assert [seen.words for seen in stage.told(ada)] == ["well?", "heard"]

    async def test_a_deep_button_carries_its_token_into_the_private_chat(self, stage):
        ada = await stage.person(reachable=False)
        sent = await stage.perform(Send(stage.place, rich("more"), ((replace(AGREE, deep=True),),)))
        await stage.press(ada, sent.message, "agree")
        event = await stage.heard(ButtonPressed)
        assert (event.token, event.actor.user) == (AGREE.token, ada.user)
        if Capability.DEEP_LINK in await stage.can():
            assert event.place == stage.direct(ada)
            assert isinstance(await stage.perform(Whisper(ada.user, rich("reached"))), Done)

    # ---- forms

    @pytest.mark.parametrize("more", ["nothing", None], ids=["whole", "as far as required"])
    async def test_a_form_comes_back_filled_in(self, stage, more):
        ada = await stage.person()
        event = await stage.invoked(ada, "fill")
        assert Capability.FORM in await stage.can()
        assert isinstance(await stage.perform(Ask(event.ticket, event.place, ada.user, FORM)), Done)
        await stage.fill(ada, what="a bad word", more=more)
        form = await stage.heard(FormSubmitted)
        assert (form.token, form.actor.user) == (FORM.submit.token, ada.user)
        assert (form.values["what"], form.values.get("more") or None) == ("a bad word", more)
        assert not isinstance(await stage.answer(form, "thank you"), Refused) or not form.place.is_direct

    async def test_a_press_can_be_answered_with_a_form(self, stage):
        ada = await stage.person()
        event = await self._pressed(stage, ada)
        assert isinstance(await stage.perform(Ask(event.ticket, event.place, ada.user, FORM)), Done)
        assert stage.acknowledged()
        await stage.fill(ada, what="this", more=None)
        assert (await stage.heard(FormSubmitted)).values["what"] == "this"

    async def _pressed(self, stage, who):
        sent = await stage.perform(Send(stage.place, rich("?"), ((AGREE,),)))
        await stage.press(who, sent.message, "agree")
        return await stage.heard(ButtonPressed)
