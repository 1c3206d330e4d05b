"""Carry out what the bot decided, with the refusals of the real messenger."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import IO, assert_never

from bot.adapters.playground.doors import Doors
from bot.adapters.playground.posts import BOT, Kind, Post
from bot.adapters.playground.rights import is_out_of_reach
from bot.adapters.playground.tickets import Tickets
from bot.adapters.playground.views import keys, sheet
from bot.adapters.playground.world import Person, Side, Standing, is_private, person_of, private
from bot.core.actions import (
    Action,
    Answer,
    Ask,
    Audience,
    CloseThread,
    Delete,
    Edit,
    OpenThread,
    Pardon,
    Punish,
    RemoveThread,
    Sanction,
    Schedule,
    Send,
    Whisper,
)
from bot.core.doors import Admit, GiveRole, Invite, SetPace, SetRights, Survey
from bot.core.events import Event, MessageDeleted
from bot.core.ids import DISCORD
from bot.core.native_filters import SetFilters
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.receipts import Attempt, Done, Refusal, Refused
from bot.core.text import File, RichText, Voice, plain

ALERT = 200
"""Characters that fit into a Telegram pop-up (Bot API, answerCallbackQuery)."""
FOR_GOOD = datetime.max.replace(tzinfo=UTC)
MOST_NONCES = 500


class Outbound:
    """The bot's hands on one side."""

    def __init__(
        self, side: Side, tickets: Tickets, emit: Callable[[Event], None], left: Callable[[Person], None]
    ) -> None:
        self._side = side
        self._tickets = tickets
        self._emit = emit
        self._left = left
        self._done: dict[str, Done] = {}

    def perform(self, action: Action, voice: Voice, nonce: str, content: IO[bytes] | None = None) -> Attempt:
        """Carry out one lowered action; a second attempt with the same nonce gives back what the first one did."""
        if nonce and nonce in self._done:
            return self._done[nonce]
        receipt = self._perform(_unpacked(action, content), voice)
        if nonce and isinstance(receipt, Done):
            self._done[nonce] = receipt
            while len(self._done) > MOST_NONCES:
                del self._done[next(iter(self._done))]
        return receipt

    def _perform(self, action: Action, voice: Voice) -> Done | Refused:
        match action:
            case Send() | Whisper() | Edit():
                return self._speak(action, voice)
            case Answer():
                return self._answer(action, voice)
            case Ask():
                return self._ask(action, voice)
            case Delete() | Punish() | Pardon():
                return self._act(action)
            case OpenThread() | CloseThread() | RemoveThread() | SetFilters() | Schedule() | OpenPoll() | ClosePoll():
                return Refused(Refusal.UNSUPPORTED, "the playground has no threads, filters, events or polls")
            case Survey() | SetRights() | SetPace() | Admit() | GiveRole() | Invite():
                return Doors(self._side).carry_out(action)
        assert_never(action)

    def _speak(self, action: Send | Whisper | Edit, voice: Voice) -> Done | Refused:
        match action:
            case Send():
                return self._send(action, voice)
            case Whisper():
                return self._whisper(action, voice)
            case Edit():
                return self._edit(action, voice)
        assert_never(action)

    def _act(self, action: Delete | Punish | Pardon) -> Done | Refused:
        match action:
            case Delete():
                return self._delete(action)
            case Punish():
                return self._punish(action)
            case Pardon():
                return self._pardon(action)
        assert_never(action)

    def _send(self, action: Send, voice: Voice) -> Done | Refused:
        chat = self._side.chat(action.place)
        if chat is None:
            return Refused(Refusal.GONE, "no such place")
        if is_private(chat) and not self._reaches(person_of(chat)):
            return Refused(Refusal.UNREACHABLE)
        replied = self._side.post(action.reply_to)
        post = replace(self._post(chat, voice(action.body)), keys=keys(action.rows, voice), files=action.files)
        return self._add(replace(post, reply_to=replied.id if replied is not None else None))

    def _answer(self, action: Answer, voice: Voice) -> Done | Refused:
        asked = self._tickets.find(action.ticket)
        if asked is None:
            return Refused(Refusal.GONE, "the question is too old")
        post = replace(self._post(asked.chat, voice(action.body)), keys=keys(action.rows, voice), files=action.files)
        if action.over is not None and self._side.post(action.over) is not None:
            return self._edit(Edit(action.over, action.body, action.rows), voice)
        if action.audience is Audience.EVERYONE or is_private(asked.chat):
            return self._add(replace(post, reply_to=None if asked.is_press else asked.post))
        if self._side.dialect == DISCORD:
            return self._add(replace(post, only=asked.person))
        if asked.is_press and not (action.rows or action.files) and len(plain(post.text)) <= ALERT:
            return self._add(replace(post, only=asked.person, kind=Kind.POPUP))
        return Refused(Refusal.UNSUPPORTED, "a group has no messages for one reader")

    def _whisper(self, action: Whisper, voice: Voice) -> Done | Refused:
        if not self._reaches(action.user.native):
            return Refused(Refusal.UNREACHABLE)
        post = self._post(private(action.user.native), voice(action.body))
        return self._add(replace(post, keys=keys(action.rows, voice), files=action.files))

    def _ask(self, action: Ask, voice: Voice) -> Done | Refused:
        asked = self._tickets.find(action.ticket)
        if asked is None:
            return Refused(Refusal.GONE, "the question is too old")
        form = sheet(action.form, voice)
        return self._add(replace(self._post(asked.chat, form.title), sheet=form, only=asked.person))

    def _edit(self, action: Edit, voice: Voice) -> Done | Refused:
        post = self._side.post(action.message)
        if post is None or post.deleted_by:
            return Refused(Refusal.GONE)
        if not post.by_bot:
            return Refused(Refusal.FORBIDDEN, "not the bot's own message")
        text, buttons = voice(action.body), keys(action.rows, voice)
        self._side.change(replace(post, text=text, keys=buttons, edits=post.edits + 1))
        return Done(action.message)

    def _delete(self, action: Delete) -> Done:
        for ref in action.messages:
            post = self._side.post(ref)
            if post is None or post.deleted_by:
                continue
            self._side.change(replace(post, deleted_by=BOT))
            if self._side.dialect == DISCORD:  # Telegram never tells of deletions
                self._emit(MessageDeleted(f"{self._side.name}:gone:{post.id}", ref, self._side.now()))
        return Done()

    def _punish(self, action: Punish) -> Done | Refused:
        person = self._side.people.get(action.user.native)
        if person is None:
            return Refused(Refusal.GONE, "no such account")
        if is_out_of_reach(person.rank):
            return Refused(Refusal.OUTRANKED)
        match action.sanction:
            case Sanction.MUTE if person.standing is not Standing.INSIDE:
                return Refused(Refusal.GONE, "not a member any more")
            case Sanction.MUTE:
                self._side.update(replace(person, muted_until=action.until or FOR_GOOD))
            case Sanction.KICK:
                self._put_out(person, Standing.OUTSIDE)
            case Sanction.BAN:
                self._put_out(person, Standing.BANNED)
            case Sanction.NOTE | Sanction.WARN | Sanction.SOFTBAN | Sanction.UNMUTE | Sanction.UNBAN:
                pass  # they live in the record; a messenger knows nothing of them
        return Done()

    def _pardon(self, action: Pardon) -> Done | Refused:
        person = self._side.people.get(action.user.native)
        if person is None:
            return Refused(Refusal.GONE, "no such account")
        if action.sanction is Sanction.MUTE:
            self._side.update(replace(person, muted_until=None))
        elif person.standing is Standing.BANNED:
            self._side.update(replace(person, standing=Standing.OUTSIDE))
        return Done()

    def _put_out(self, person: Person, standing: Standing) -> None:
        was_inside = person.standing is Standing.INSIDE
        self._side.update(replace(person, standing=standing))
        if was_inside:
            self._left(person)

    def _reaches(self, native: str) -> bool:
        """Whether the bot may write to this person first."""
        person = self._side.people.get(native)
        if person is None:
            return False
        # Discord lets a bot write to whom it shares a server with, Telegram to whom has started it.
        return person.standing is Standing.INSIDE if self._side.dialect == DISCORD else person.reachable

    def _post(self, chat: str, text: RichText) -> Post:
        return Post(self._side.next_id(), chat, BOT, text, self._side.now())

    def _add(self, post: Post) -> Done:
        return Done(self._side.ref(self._side.add(post)))


def _unpacked(action: Action, content: IO[bytes] | None) -> Action:
    """What an action encloses, as a file to be shown."""
    if content is None or not isinstance(action, Send | Whisper) or action.enclosure is None:
        return action
    data = content.read()
    try:
        file = File(action.enclosure.name, data.decode())
    except UnicodeDecodeError:
        file = File(action.enclosure.name, b64encode(data).decode(), is_encoded=True)
    return replace(action, files=(*action.files, file))
