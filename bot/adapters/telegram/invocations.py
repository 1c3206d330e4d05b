"""Typed commands as events: arguments looked up, deep links as presses."""

from bot.adapters.telegram.arguments import AnyFile, Attached, Reading, Replied, Whom, read
from bot.adapters.telegram.chats import Chats, Raw
from bot.adapters.telegram.commands import CommandBook, Typed
from bot.adapters.telegram.enclosures import enclosed
from bot.adapters.telegram.files import document_of, taken
from bot.adapters.telegram.flood import Api
from bot.adapters.telegram.messages import Messages, Self, answered_message
from bot.adapters.telegram.rights import Rights
from bot.adapters.telegram.standing import moment
from bot.adapters.telegram.tickets import message_ticket
from bot.core.attachments import Enclosure
from bot.core.commands import CommandSpec
from bot.core.events import Event, MessagePosted
from bot.core.ids import Place
from bot.core.interactions import ButtonPressed, CommandInvoked, Fault, Unknown, Wrong
from bot.core.people import Member, Rank


class Invocations:
    """Reads a line that begins with a slash, if it is for this bot."""

    def __init__(self, bot: Api, me: Self, rights: Rights, chats: Chats, messages: Messages) -> None:
        self._bot = bot
        self._me = me
        self._rights = rights
        self._chats = chats
        self._messages = messages
        self._book = CommandBook(())

    def offer(self, book: CommandBook) -> None:
        """From now on these are the commands."""
        self._book = book

    async def events(self, update: Raw, raw: Raw, line: Typed) -> tuple[Event, ...] | None:
        """The events of a typed command; None when it is not for this bot."""
        private = raw["chat"]["type"] == "private"
        if line.bot not in {"", self._me.name.lower()}:
            return None
        if line.name == "start":
            return await self._started(update, raw, line.rest.strip() if private else "")
        found = self._book.find(line)
        if found is None:
            if not (private or line.bot):
                return None
            return (await self._invoked(update, raw, line.name, Reading({}, Unknown(line.name))),)
        spec, arguments = found
        has_file = document_of(raw) is not None
        replied, files = answered_message(raw) is not None, self._enclosed(raw)
        reading = read(spec, arguments, replied=replied, attached=has_file, encloses=bool(files))
        invoked = await self._invoked(update, raw, spec.path, reading)
        return (*await self._as_text(update, raw, spec, reading, invoked.actor), invoked)

    async def _as_text(
        self, update: Raw, raw: Raw, spec: CommandSpec, reading: Reading, actor: Member
    ) -> tuple[Event, ...]:
        """A command with words of one's own in it is also a message: ``/help buy cheap coins`` is read by all."""
        public = raw["chat"]["type"] != "private" and not spec.hides
        if not (public and reading.has_prose) or actor.rank >= Rank.MODERATOR:
            return ()
        return (MessagePosted(f"{self._messages.key(update, raw)}:text", await self._messages.read(raw)),)

    async def _started(self, update: Raw, raw: Raw, token: str) -> tuple[Event, ...]:
        """``/start <token>`` is a press of the button that the deep link stood for."""
        if not token:
            return (await self._invoked(update, raw, "help", Reading({})),)
        ref = self._chats.ref_of(raw)
        actor = await self._rights.actor(raw)
        ticket = message_ticket(int(raw["message_id"]))
        event = ButtonPressed(
            self._messages.key(update, raw), token, ref.place, actor, ticket, moment(int(raw["date"]))
        )
        return (event,)

    async def _invoked(self, update: Raw, raw: Raw, path: str, reading: Reading) -> CommandInvoked:
        ref = self._chats.ref_of(raw)
        values, fault = await self._looked_up(raw, ref.place, reading)
        replied = answered_message(raw)
        return CommandInvoked(
            self._messages.key(update, raw),
            path,
            ref.place,
            await self._rights.actor(raw),
            values,
            message_ticket(int(raw["message_id"])),
            moment(int(raw["date"])),
            ref,
            fault,
            None if replied is None else self._chats.ref_of(replied),
        )

    async def _looked_up(self, raw: Raw, place: Place, reading: Reading) -> tuple[dict[str, object], Fault | None]:
        """Put people and messages where the reading only names them."""
        values: dict[str, object] = {}
        fault = reading.fault
        for name, value in reading.values.items():
            match value:
                case Replied():
                    values[name] = await self._messages.read(raw["reply_to_message"])
                case Attached():
                    document = document_of(raw) or {}
                    file = await taken(self._bot, document)
                    if file is None:
                        fault = fault or Wrong(name, str(document.get("file_name", "")))
                    else:
                        values[name] = file
                case AnyFile():
                    values[name] = self._enclosed(raw)[0]
                case Whom():
                    found = await self._whom(raw, place, value)
                    if found is None:
                        fault = fault or Wrong(name, value.handle or str(value.number))
                    else:
                        values[name] = found
                case _:
                    values[name] = value
        return values, fault

    def _enclosed(self, raw: Raw) -> tuple[Enclosure, ...]:
        """The file it is the caption of, else the one on the message it replies to."""
        replied = answered_message(raw)
        own = enclosed(raw, self._chats.ref_of(raw))
        if own or replied is None or replied.get("from", {}).get("id") == self._me.number:
            # Whoever replies to what the bot shows of a member does not mean to send her own file back.
            return own
        return enclosed(replied, self._chats.ref_of(replied))

    async def _whom(self, raw: Raw, place: Place, whom: Whom) -> Member | None:
        number = whom.number or (await self._chats.who(whom.handle) if whom.handle else None)
        if number is None and not whom.handle:
            return await self._rights.actor(raw["reply_to_message"])
        if number is None:
            return None
        user = self._chats.user(number)
        if place.space is None:
            return Member(user, whom.handle or str(number), Rank.GUEST, whom.handle)
        return await self._rights.member(place.space, user)
