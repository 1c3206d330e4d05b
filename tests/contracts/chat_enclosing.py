"""Files of any kind come by reference, are fetched within a limit, and are sent on."""

import io
from tempfile import SpooledTemporaryFile

from bot.core.actions import Send, Whisper
from bot.core.attachments import Enclosure
from bot.core.capabilities import Capability
from bot.core.events import MessagePosted
from bot.core.ids import Platform
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import Rich

PLAN = "Łódź, plan\n" * 100
ELSEWHERE = Enclosure(Platform("elsewhere"), "17", "plan.txt")


async def fetched(stage, enclosure, limit=10**6):
    into = io.BytesIO()
    return await stage.platform.fetch(enclosure, limit, into), into.getvalue()


async def posted_file(stage, name="plan.txt", content=PLAN):
    ada = await stage.person()
    ref = await stage.post_file(ada, name, content)
    event = await stage.heard(MessagePosted, lambda e: e.message.ref.native == ref.native)
    return event.message


async def sends(stage, action, data):
    """Perform it with what the runtime gives: a file without a name, perhaps not even on the disk."""
    with SpooledTemporaryFile(max_size=10**6) as content:
        content.write(data)
        content.seek(0)
        return await stage.perform(action, content=content)


class Enclosing:
    """What hangs on messages."""

    async def test_a_file_comes_by_reference_and_is_fetched_whole(self, stage):
        message = await posted_file(stage)
        (file,) = message.enclosures
        assert (file.platform, file.name, file.size) == (stage.platform.name, "plan.txt", len(PLAN.encode()))
        assert file.message == message.ref
        assert await fetched(stage, file) == (Done(), PLAN.encode())
        assert (message.attachments, message.carries) == (1, {file.kind})

    async def test_no_more_is_fetched_than_may_be(self, stage):
        (file,) = (await posted_file(stage)).enclosures
        attempt, _ = await fetched(stage, file, limit=100)
        assert isinstance(attempt, Refused)
        assert attempt.why is Refusal.TOO_LARGE

    async def test_a_file_nobody_has_any_more_is_gone(self, stage):
        (file,) = (await posted_file(stage)).enclosures
        await stage.lose_files()
        attempt, content = await fetched(stage, file)
        assert isinstance(attempt, Refused)
        assert attempt.why is Refusal.GONE
        assert content == b""

    async def test_a_file_from_elsewhere_is_sent_with_its_words(self, stage):
        ada = await stage.person()
        sent = await sends(stage, Send(stage.place, Rich(("the plan",)), enclosure=ELSEWHERE), PLAN.encode())
        assert isinstance(sent, Done)
        seen = stage.seen(sent.message)
        assert (seen.words, [(f.name, f.content) for f in seen.files]) == ("the plan", [("plan.txt", PLAN)])
        whispered = await sends(stage, Whisper(ada.user, Rich(("yours",)), enclosure=ELSEWHERE), PLAN.encode())
        assert isinstance(whispered, Done)
        assert [file.content for seen in stage.told(ada) for file in seen.files] == [PLAN]

    async def test_words_too_long_for_a_caption_come_whole_before_the_file(self, stage):
        words = " ".join(f"word{number}" for number in range(400))
        sent = await sends(stage, Send(stage.place, Rich((words,)), enclosure=ELSEWHERE), b"x")
        assert isinstance(sent, Done)
        standing = stage.standing(stage.place)
        assert "".join("".join(seen.words for seen in standing).split()) == words.replace(" ", "")
        assert [file.name for seen in standing for file in seen.files] == ["plan.txt"]
        assert standing[-1].files

    async def test_where_it_is_claimed_a_file_is_sent_again_without_its_bytes(self, stage):
        (file,) = (await posted_file(stage)).enclosures
        if Capability.RESEND not in await stage.can():
            return
        sent = await stage.perform(Send(stage.place, Rich(("again",)), enclosure=file))
        assert isinstance(sent, Done)
        assert [f.content for f in stage.seen(sent.message).files] == [PLAN]

    async def test_as_much_as_is_promised_may_be_sent(self, stage):
        limits = (await stage.platform.capabilities(stage.place)).limits
        assert limits.file >= 10 * 1024 * 1024
