"""Files go along with what they hang on, whichever way; one that cannot is told to both sides, and nothing is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Send, Whisper
from bot.core.attachments import Attachment, Enclosure
from bot.core.capabilities import Capability
from bot.core.conversations import Fate
from bot.core.events import MessageEdited, MessagePosted
from bot.core.ids import DISCORD, TELEGRAM
from bot.core.receipts import Refusal, Refused, Trouble
from bot.runtime.community import Privacy
from tests.build import ANN, direct, post
from tests.cogs.forum import FORUM, HOME, WITH_FORUM, entries, thread
from tests.fakes.town import DORA, messengers

PHOTO = Enclosure(TELEGRAM, "photo:1", "photo-1.jpg", Attachment.PHOTO, 1_200_000)
PLAN = Enclosure(DISCORD, "77", "plan.txt", Attachment.FILE, 10, "https://cdn.example/77")
BYTES = b"\xff\xd8 bytes"


@pytest.fixture
async def bot(town):
    platforms = messengers()
    platforms[1].places["#inbox"] = FORUM
    for platform in platforms:
        platform.can = replace(platform.can, has=platform.can.has | {Capability.THREADS})
    return await town(places=WITH_FORUM, platforms=platforms)


def with_files(*files, text="Look", ref="p1"):
    message = post(text, by=ANN, place=HOME)
    return replace(
        message,
        ref=replace(message.ref, native=ref),
        enclosures=files,
        attachments=len(files),
        carries=frozenset(file.kind for file in files),
        also=tuple(file.name for file in files),
    )


def sent(platform, kind):
    return [e for e in platform.ledger if isinstance(e.action, kind) and e.action.enclosure is not None]


async def test_a_members_photo_stands_in_the_thread_behind_her_words(bot):
    bot.telegram.files["photo:1"] = BYTES
    await bot.take(MessagePosted("m/1", with_files(PHOTO)))
    (effect,) = sent(bot.discord, Send)
    assert (effect.content, effect.words) == (BYTES, "Ann sends: photo-1.jpg (1.2 MB)")
    assert effect.place == thread(bot)
    words = bot.sends(thread(bot))
    assert words.index("Ann sends: photo-1.jpg (1.2 MB)") > words.index(
        "Ann writes:\nLook\nWith it: photo-1.jpg (1.2 MB)"
    )
    (entry,) = await entries(bot)
    assert (entry.enclosures, entry.carries, entry.fate) == ((PHOTO,), (), Fate.DONE)


@pytest.mark.parametrize("path", ["ask", "complain", "report"])
async def test_a_file_goes_along_with_a_command_too_and_may_be_all_of_it(bot, path):
    bot.telegram.files["photo:1"] = BYTES
    await bot.asks(ANN, path, HOME, text="look at this", attachment=PHOTO)
    await bot.asks(ANN, path, HOME, attachment=PHOTO)
    assert [one.text for one in await entries(bot) if one.enclosures == (PHOTO,)] == ["look at this", ""]
    assert [effect.content for effect in sent(bot.discord, Send)] == [BYTES, BYTES]


async def test_thirty_files_all_arrive_in_order(bot):
    files = tuple(replace(PHOTO, native=f"photo:{n}", name=f"{n}.jpg", size=n + 1) for n in range(30))
    bot.telegram.files |= {file.native: bytes([n]) for n, file in enumerate(files)}
    await bot.take(MessagePosted("m/1", with_files(*files)))
    assert [effect.content for effect in sent(bot.discord, Send)] == [bytes([n]) for n in range(30)]


async def test_a_file_that_is_too_large_is_told_to_both_sides_and_keeps_no_other_from_going(bot):
    huge = replace(PHOTO, native="video:2", name="film.mp4", kind=Attachment.VIDEO, size=34_000_000)
    bot.telegram.files["photo:1"] = BYTES
    await bot.take(MessagePosted("m/1", with_files(huge, PHOTO)))
    assert [effect.content for effect in sent(bot.discord, Send)] == [BYTES]
    told = next(words for words in bot.sends(thread(bot)) if "did not arrive" in words)
    assert "too large" in told
    assert "film.mp4 (34.0 MB)" in told
    (member,) = (words for words in bot.told(ANN.user) if "film.mp4" in words)
    assert "too large" in member
    assert "10 MB" in member


async def test_a_download_that_fails_is_tried_again_and_a_file_that_is_gone_is_told(bot):
    tries = []

    async def flaky(enclosure, limit, into):
        tries.append(enclosure.native)
        if len(tries) == 1:
            return Trouble("reset", maybe_done=False)
        return Refused(Refusal.GONE)

    bot.telegram.fetch = flaky
    await bot.take(MessagePosted("m/1", with_files(PHOTO)))
    assert tries == ["photo:1", "photo:1"]
    assert any("no longer there" in words and "photo-1.jpg" in words for words in bot.sends(thread(bot)))
    assert any("photo-1.jpg" in words for words in bot.told(ANN.user))


async def test_a_file_that_did_not_arrive_is_sent_again_with_a_press(bot):
    await bot.take(MessagePosted("m/1", with_files(PHOTO)))
    assert any("no longer there" in words for words in bot.sends(thread(bot)))
    bot.telegram.files["photo:1"] = BYTES
    assert "trying" in (await bot.presses(DORA, "button-send-again", thread(bot))).lower()
    assert [effect.content for effect in sent(bot.discord, Send) if effect.worked] == [BYTES]
    await forgets_files(bot)
    assert "no longer" in await bot.presses(DORA, "button-send-again", thread(bot))


async def forgets_files(bot):
    """The words' time is over, and with it the files'."""
    await bot.asks(DORA, "resolve", thread(bot))
    await bot.store.purge(bot.key, bot.clock.now() + timedelta(days=31), Privacy())


async def test_a_moderators_file_reaches_the_member_without_her_name(bot):
    await bot.take(MessagePosted("m/1", with_files()))
    bot.discord.files["77"] = b"plan"
    await bot.asks(DORA, "reply", thread(bot), answer="Here", attachment=PLAN)
    await bot.waits(seconds=11)
    (effect,) = sent(bot.telegram, Whisper)
    assert (effect.content, effect.action.user) == (b"plan", ANN.user)
    assert "plan.txt (10 B)" in effect.words
    assert DORA.name not in effect.words


async def test_a_file_alone_is_an_answer_but_nothing_is_none(bot):
    await bot.take(MessagePosted("m/1", with_files()))
    bot.discord.files["77"] = b"plan"
    assert await bot.asks(DORA, "reply", thread(bot)) == "There was nothing to send. Please write a few words."
    await bot.asks(DORA, "reply", thread(bot), attachment=PLAN)
    await bot.waits(seconds=11)
    assert [effect.content for effect in sent(bot.telegram, Whisper)] == [b"plan"]
    assert (await entries(bot))[-1].enclosures == (PLAN,)


async def test_whom_the_answer_does_not_reach_no_file_is_tried(bot):
    await bot.take(MessagePosted("m/1", with_files()))
    bot.telegram.unreachable.add(ANN.user)
    await bot.asks(DORA, "reply", thread(bot), answer="Here", attachment=PLAN)
    await bot.waits(seconds=11)
    assert not sent(bot.telegram, Whisper)
    assert any("did not arrive" in words for words in bot.sends(thread(bot)))


async def test_a_moderators_file_that_does_not_arrive_is_told_to_both(bot):
    await bot.take(MessagePosted("m/1", with_files()))
    await bot.asks(DORA, "reply", thread(bot), answer="Here", attachment=PLAN)
    await bot.waits(seconds=11)
    assert any("plan.txt" in words and "did not arrive" in words for words in bot.sends(thread(bot)))
    assert any("wanted to send you" in words for words in bot.told(ANN.user))


async def test_a_file_put_in_by_an_edit_follows(bot):
    bot.telegram.files |= {"photo:1": BYTES, "photo:2": b"two"}
    await bot.take(MessagePosted("m/1", with_files(PHOTO)))
    other = replace(PHOTO, native="photo:2", name="photo-2.jpg", size=3)
    await bot.take(MessageEdited("m/2", with_files(replace(PHOTO, native="photo:again"), other)))
    assert [effect.content for effect in sent(bot.discord, Send)] == [BYTES, b"two"]


async def test_on_the_same_messenger_a_file_goes_by_its_id(bot):
    bot.discord.can = replace(bot.discord.can, has=bot.discord.can.has | {Capability.RESEND})
    dana = replace(ANN, user=replace(ANN.user, platform=DISCORD))
    message = replace(with_files(PLAN), author=dana)
    message = replace(message, ref=replace(message.ref, place=direct(dana.user)))
    await bot.take(MessagePosted("m/1", message))
    (effect,) = sent(bot.discord, Send)
    assert effect.content is None
    assert effect.worked
