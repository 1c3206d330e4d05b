"""Files go along with the words they hang on, one by one; one that does not get there is told to both sides."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self, cast

from bot.core.actions import Send, Whisper
from bot.core.attachments import Enclosure
from bot.core.conversations import Conversation, TalkEntry, TalkKind, files_of
from bot.core.decisions import Decision, Intent, Later, Report, decide, refusal
from bot.core.ids import MessageRef
from bot.core.receipts import Done, Refused
from bot.core.text import say
from bot.domain.care.desk import never_came, not_sent_on, not_sent_rows, sent_on, sent_to
from bot.domain.care.presses import SendFileAgain
from bot.runtime.cog import Cog, composes, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.services import Services


class Enclosing(Cog):
    """Each file is a step of its own, with a receipt of its own: one that fails keeps no other from going."""

    name: ClassVar[str] = "inbox"

    def __init__(self, talks: Conversations) -> None:
        self._talks = talks

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.conversations)

    @composes("inbox-files")
    async def files(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Send on the files of an entry whose words are there; of an edited one only the new ones."""
        talk, entry, home = await self._found(scene, args)
        if talk is None or entry is None or (entry.kind is TalkKind.MEMBER and home is None):
            return ()
        words = next((receipt for step, receipt in reversed(report) if isinstance(step, Whisper)), Done())
        if entry.kind is TalkKind.TEAM and isinstance(words, Refused):
            return ()
        steps: list[Intent] = []
        wanted = cast("Sequence[int] | None", args.get("files"))
        for at, file in enumerate(entry.enclosures):
            if wanted is not None and at not in wanted:
                continue
            carried = _carried(talk, entry, home, file, scene.community.name)
            steps.append(Intent(carried, conversation=talk.number, entry=files_of(entry.seq)))
            steps.append(Intent(Later("inbox-file-sent", {**args, "file": at})))
        return steps

    @composes("inbox-file-sent")
    async def sent(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Tell the team, where they look, and the member that a file did not arrive, and why."""
        talk, entry, home = await self._found(scene, args)
        receipt = report[-1][1] if report else Done()
        if talk is None or entry is None or not isinstance(receipt, Refused):
            return ()
        # Whatever was aged or forgotten meanwhile is told of no more.
        file = next(iter(entry.enclosures[int(args["file"]) :]), None)
        if file is None:
            return ()
        why, rows = refusal(receipt.why), not_sent_rows(entry, int(args["file"]))
        member = Intent(Whisper(talk.person, never_came(entry, file, why)))
        if home is None:
            return (member,)
        return (Intent(Send(home.place, not_sent_on(entry, file, why), rows, important=True)), member)

    @pressed(SendFileAgain)
    async def again(self, ctx: Context, press: SendFileAgain) -> Decision:
        """Try once more to send a file, which may have been too much for a network that is well again."""
        args = {"conversation": press.conversation, "entry": press.entry}
        talk, entry, _ = await self._found(ctx.scene, args)
        if talk is None or entry is None or press.file >= len(entry.enclosures):
            return ctx.answer(say("error-button-stale"))
        return decide(ctx.say(say("inbox-trying")), Later("inbox-files", {**args, "files": (press.file,)}))

    async def _found(
        self, scene: Scene, args: Mapping[str, Any]
    ) -> tuple[Conversation | None, TalkEntry | None, MessageRef | None]:
        key, number = scene.community.key, int(args["conversation"])
        talk, home = await self._talks.find(key, number), await self._talks.home(key, number)
        return talk, await self._talks.entry(key, number, int(args["entry"])), home


def _carried(
    talk: Conversation, entry: TalkEntry, home: MessageRef | None, file: Enclosure, community: str
) -> Send | Whisper:
    if entry.kind is TalkKind.TEAM or home is None:
        return Whisper(talk.person, sent_to(file, community), important=True, enclosure=file)
    answers = home if home.place.thread is None else None
    return Send(home.place, sent_on(entry, file), reply_to=answers, important=True, enclosure=file)
