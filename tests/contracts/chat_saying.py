"""What the bot says arrives: whole, in order, for the right people, and nobody's words become markup."""

from datetime import UTC, datetime

import pytest

from bot.core.actions import Delete, Edit, Send, Whisper
from bot.core.capabilities import Capability
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import Bold, Code, File, Link, Mention, Moment, Quote, Rich, say
from bot.core.ui import Button, LinkButton, Press, Tone

NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
NASTY = (
    "**bold** *it* _it_ __u__ ~~s~~ ||sp|| `code`",
    "```block```",
    "<b>&amp;</b> <script>alert(1)</script>",
    "[x](https://evil.example) [y](<https://evil.example>)",
    "@everyone @here <@1> <@&1> <#1> <t:1:f> </x:1> <:e:1> <id:home>",
    "# head\n- list\n> quote\n-# small\n1. one",
    "back \\ slash \\* \\` end \\",
    "łódź 😀 \u202e right \u200b to left",
    "https://example.org/a_b_c*d*?x=~~1~~ and _then_",
    "_", "*", "`", "``", "\\", "|", ">", "[", "<", "&",
)  # fmt: skip
_ALIKE = str.maketrans({"\u200b": None, "ˋ": "`", "［": "[", "］": "]", "<": None, ">": None})
SPANS = {
    "plain": lambda words: words,
    "bold": Bold,
    "code": Code,
    "quote": Quote,
    "link": lambda words: Link(words, "https://example.org/"),
}
LONG = {
    "prose": " ".join(f"word{number}" for number in range(1400)),
    "one word": "x" * 9000,
    "emoji": "😀" * 5000,
    "signs": "\\*_" * 2000,
    "lines": "*line*\n" * 1000,
}
LONG_ONES = (
    *((what, "plain") for what in LONG),
    *(("signs", span) for span in ("bold", "code", "quote", "link")),
    ("prose", "link"),
    ("lines", "quote"),
    ("lines", "bold"),
)


def rich(*spans):
    return Rich(spans)


def squeezed(words):
    """Networks fold white space and hide the brackets of addresses; an adapter may put in signs that look alike."""
    return " ".join(words.translate(_ALIKE).split())


class Saying:
    """Send, edit, delete, whisper."""

    async def test_a_message_is_sent_changed_and_taken_away(self, stage):
        sent = await stage.perform(Send(stage.place, rich("open")))
        assert isinstance(sent, Done)
        assert stage.seen(sent.message).words == "open"
        assert await stage.perform(Edit(sent.message, rich("closed"))) == Done(sent.message)
        assert stage.seen(sent.message).words == "closed"
        assert isinstance(await stage.perform(Edit(sent.message, rich("closed"))), Done)
        assert await stage.perform(Delete((sent.message,))) == Done()
        assert stage.seen(sent.message) is None
        assert (await stage.perform(Edit(sent.message, rich("again")))).why is Refusal.GONE

    async def test_deletion_takes_one_or_many_and_what_is_gone_is_done(self, stage):
        ada = await stage.person()
        spam = [await stage.post(ada, f"spam {number}") for number in range(5)]
        kept = await stage.post(ada, "kept")
        assert await stage.perform(Delete((spam[0],))) == Done()
        assert await stage.perform(Delete(tuple(spam))) == Done()
        assert await stage.perform(Delete(tuple(spam))) == Done()
        assert not any(map(stage.exists, spam))
        assert stage.exists(kept)

    async def test_every_kind_of_span_is_shown_as_what_it_is(self, stage):
        ada = await stage.person()
        spans = (
            "plain ", Bold("bold"), " ", Code("code"), " ", Link("label", "https://example.org/x"), " ",
            Mention(ada.user, ada.name), " ", Moment(NOON), "\n", Quote("their words"), "\n", "end",
        )  # fmt: skip
        sent = await stage.perform(Send(stage.place, rich(*spans)))
        seen = stage.seen(sent.message)
        marks = {kind: (words, target) for kind, words, target in seen.marks}
        assert set(marks) == {"bold", "code", "link", "mention", "moment", "quote"}
        assert [marks[kind][0] for kind in ("bold", "code", "quote")] == ["bold", "code", "their words"]
        assert marks["link"] == ("label", "https://example.org/x")
        assert marks["mention"][1] == ada.user.native
        assert int(marks["moment"][1]) == int(NOON.timestamp())
        assert squeezed(seen.words).startswith("plain bold code label ")
        assert squeezed(seen.words).endswith("their words end")

    @pytest.mark.parametrize("span", SPANS)
    async def test_nobodys_words_become_markup(self, stage, span):
        wrong = []
        for words in NASTY:
            sent = await stage.perform(Send(stage.place, rich("said: ", SPANS[span](words), " end")))
            seen = stage.seen(sent.message)
            kinds = {kind for kind, _, _ in seen.marks}
            if (
                squeezed(seen.words.replace(" (https://example.org/)", "")) != squeezed(f"said: {words} end")
                or not kinds <= {span}
                or seen.pings
            ):
                wrong.append((words, seen.words, seen.marks, seen.pings))
        assert not wrong

    async def test_a_name_is_only_a_name(self, stage):
        ada = await stage.person()
        body = rich(Mention(ada.user, "@everyone **x** <@1>"), " is called, ", "@everyone", " is not")
        seen = stage.seen((await stage.perform(Send(stage.place, body))).message)
        assert [kind for kind, _, _ in seen.marks] == ["mention"]
        assert seen.pings <= {ada.user}

    @pytest.mark.parametrize(("what", "span"), LONG_ONES)
    async def test_a_long_text_arrives_whole_and_in_order(self, stage, what, span):
        words = LONG[what]
        agree = Button(say("agree"), Press(), token="v1.agree")
        sent = await stage.perform(Send(stage.place, rich(SPANS[span](words)), ((agree,),)))
        parts = stage.standing(stage.place)
        assert "".join("".join(part.words for part in parts).split()) == "".join(words.split())
        assert not {kind for part in parts for kind, _, _ in part.marks} - {"bold", "code", "quote", "link"}
        assert [part.buttons for part in parts] == [()] * (len(parts) - 1) + [("agree",)]
        assert sent == Done(parts[-1].ref)

    async def test_as_much_as_is_promised_fits_into_one_message(self, stage):
        limits = (await stage.platform.capabilities(stage.place)).limits
        row = tuple(Button(rich(f"b{n}"), Press(), token=f"v1.{n}") for n in range(limits.buttons_per_row))
        many = tuple(
            tuple(Button(rich(f"{r}.{b.token}"), Press(), token=f"v1.{r}.{b.token}") for b in row)
            for r in range(limits.rows)
        )
        sent = await stage.perform(Send(stage.place, rich("x" * limits.text), many))
        assert isinstance(sent, Done)
        (seen,) = stage.standing(stage.place)
        assert len(seen.words) == limits.text
        assert len(seen.buttons) == limits.rows * limits.buttons_per_row

    async def test_a_reply_answers_and_one_to_what_is_gone_is_still_said(self, stage):
        ada = await stage.person()
        question = await stage.post(ada, "why?")
        sent = await stage.perform(Send(stage.place, rich("because"), reply_to=question))
        assert stage.seen(sent.message).answers == question.native
        await stage.perform(Delete((question,)))
        assert isinstance(await stage.perform(Send(stage.place, rich("anyway"), reply_to=question)), Done)

    async def test_links_and_buttons_stand_under_what_was_said(self, stage):
        rows = (
            (
                Button(say("yes"), Press(), Tone.GOOD, token="v1.y"),
                Button(say("no"), Press(), Tone.DANGER, token="v1.n"),
            ),
            (LinkButton(say("home"), "https://example.org/"),),
        )
        sent = await stage.perform(Send(stage.place, rich("well?"), rows))
        assert stage.seen(sent.message).buttons == ("yes", "no", "home")
        await stage.perform(Edit(sent.message, rich("settled")))
        assert stage.seen(sent.message).buttons == ()

    async def test_a_whisper_is_heard_by_one(self, stage):
        ada, bea = await stage.person(), await stage.person()
        assert Capability.WHISPER in await stage.can()
        sent = await stage.perform(Whisper(ada.user, rich("psst")))
        assert isinstance(sent, Done)
        assert sent.message.place == stage.direct(ada)
        assert [seen.words for seen in stage.told(ada)] == ["psst"]
        assert not stage.told(bea)
        assert not stage.standing(stage.place)

    async def test_what_was_whispered_can_be_changed_and_taken_back(self, stage):
        ada = await stage.person()
        sent = await stage.perform(Whisper(ada.user, rich("psst")))
        assert await stage.perform(Edit(sent.message, rich("hush"))) == Done(sent.message)
        assert [seen.words for seen in stage.told(ada)] == ["hush"]
        assert await stage.perform(Delete((sent.message,))) == Done()
        assert not stage.told(ada)

    async def test_who_cannot_be_reached_is_said_to_be_so(self, stage):
        ada = await stage.person(reachable=False)
        refused = await stage.perform(Whisper(ada.user, rich("psst")))
        assert isinstance(refused, Refused)
        assert refused.why is Refusal.UNREACHABLE

    async def test_files_go_along_with_a_whisper(self, stage):
        ada = await stage.person()
        given = (File("a.yaml", "name: Łódź\n"), File("b.txt", "two"))
        assert isinstance(await stage.perform(Whisper(ada.user, rich("here"), files=given)), Done)
        told = stage.told(ada)
        assert [seen.words for seen in told if seen.words] == ["here"]
        assert tuple(file for seen in told for file in seen.files) == given

    async def test_nothing_to_say_and_nowhere_to_say_it_are_refusals(self, stage):
        assert isinstance(await stage.perform(Send(stage.nowhere(), rich("hello?"))), Refused)
        assert isinstance(await stage.perform(Whisper(stage.nobody(), rich("hello?"))), Refused)

    async def test_a_nonce_counts_where_it_is_claimed(self, stage):
        ada = await stage.person()
        for place, action in (
            (stage.place, Send(stage.place, rich("once"))),
            (stage.direct(ada), Whisper(ada.user, rich("once"))),
        ):
            first, second = await stage.perform(action, "same"), await stage.perform(action, "same")
            assert first == second or Capability.NONCE not in await stage.can(place)
