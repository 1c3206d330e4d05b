"""People who do on Discord what people do: join, talk, press, fill in, command."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from simcord.actors import MemberActor
from simcord.backend.models import Message, Poll, PollAnswer
from simcord.builders import UserHandle
from simcord.results import InteractionResult, ResponseMessage


class Outcome:
    """How the bot reacts to one interaction; read it again whenever you like, it stays current."""

    def __init__(self, result: InteractionResult) -> None:
        self.result = result
        self.record = result._interaction

    @property
    def acknowledged(self) -> bool:
        return self.record.responded

    @property
    def answered(self) -> bool:
        """Whether there is something to see: more than "thinking ..."."""
        return self.record.responded and not self.record.loading

    @property
    def private(self) -> bool:
        return self.record.ephemeral

    @property
    def modal(self) -> dict[str, Any] | None:
        return self.result.modal

    @property
    def choices(self) -> list[str] | None:
        """What autocomplete offered."""
        found = self.result.autocomplete_choices
        return None if found is None else [choice["name"] for choice in found]

    @property
    def messages(self) -> list[ResponseMessage]:
        """The answer and its follow-ups."""
        first = self.result.response
        return [*([first] if first is not None and not self.record.loading else []), *self.result.followups]

    @property
    def texts(self) -> list[str]:
        return [message.content for message in self.messages]


class Person:
    """One account, seen from one town."""

    def __init__(self, town: Any, user: UserHandle) -> None:
        self.town = town
        self.user = user
        self.id = user.id
        self.name = user.name
        self._backend = town.world.backend
        self._env = town.world.env

    def __str__(self) -> str:
        return self.name

    # Coming and going

    def join(self, roles: Iterable[Any] = (), *, pending: bool = False) -> None:
        """Come in; ``pending`` while the town's own screening is not finished."""
        if not pending:
            self.town.handle.add_member(self.user, roles=tuple(roles))
            return
        member = self._backend.add_member(self.town.id, self.id, roles=[role.id for role in roles])
        member.pending = True
        self._announce("GUILD_MEMBER_ADD")

    def finish_screening(self) -> None:
        self._member.pending = False
        self._announce("GUILD_MEMBER_UPDATE")

    def leave(self) -> None:
        self.town.handle.remove_member(self.user)

    def take_role(self, role: Any) -> None:
        self._backend.add_member_role(self.town.id, self.id, role.id)

    def drop_role(self, role: Any) -> None:
        self._backend.remove_member_role(self.town.id, self.id, role.id)

    def close_dms(self) -> None:
        self.town.world.strict.closed_dms.add(self.id)

    # Talking

    def post(self, channel: str, text: str = "", **extras: Any) -> Message:
        """Say something; extras as simcord's ``create_message`` takes them (embeds, attachments, poll ...)."""
        return self._backend.create_message(self.town.channel(channel).id, self.id, text, **extras)

    def post_file(self, channel: str, name: str, text: str = "", data: bytes = b"x") -> Message:
        place = self.town.channel(channel).id
        return self.post(channel, text, attachments=self._backend.store_attachments(place, [(name, data)]))

    def vote(self, message: Message, *options: int) -> None:
        """Choose these options of a poll by their indices; none takes the vote back."""
        self._backend.set_poll_votes(message.channel_id, message.id, [option + 1 for option in options], self.id)

    def post_poll(self, channel: str, question: str, *answers: str) -> Message:
        made = [PollAnswer(number, text) for number, text in enumerate(answers, 1)]
        return self.post(channel, poll=Poll(question, made, self._backend.iso_after(3600)))

    def reply(self, to: Message, text: str) -> Message:
        reference = {"channel_id": str(to.channel_id), "message_id": str(to.id)}
        return self._backend.create_message(to.channel_id, self.id, text, reference=reference)

    def forward(self, message: Message, channel: str) -> Message:
        source = {"type": 1, "channel_id": str(message.channel_id), "message_id": str(message.id)}
        return self.post(channel, reference=source)

    def edit(self, message: Message, text: str) -> None:
        self._backend.edit_message(message.channel_id, message.id, {"content": text})

    def delete(self, message: Message) -> None:
        self._backend.delete_message(message.channel_id, message.id)

    def write_to_bot(self, text: str) -> Message:
        return self._backend.create_message(self._backend.get_dm_channel(self.id).id, self.id, text)

    # Interacting

    async def press(self, message: Message | ResponseMessage, label: str) -> Outcome:
        return Outcome(await self._actor_for(message).click(self._seen(message), label=label))

    async def submit(self, shown: Outcome, **values: str) -> Outcome:
        """Fill in the form that the bot showed, by the fields' custom ids."""
        return Outcome(await self._actor.submit_modal(shown.result, values))

    async def invoke(self, channel: str, path: str, /, **options: Any) -> Outcome:
        """Use a slash command; a person given as an option is meant as a member."""
        given = {name: v._actor if isinstance(v, Person) else v for name, v in options.items()}
        return Outcome(await self._actor.slash(self.town.channel(channel), path, **given))

    async def menu(self, channel: str, name: str, target: "Message | Person") -> Outcome:
        """Use a context-menu command on a message or a member."""
        on = target._actor if isinstance(target, Person) else self._seen(target)
        return Outcome(await self._actor.context_menu(self.town.channel(channel), name, on))

    async def type_into(self, channel: str, path: str, option: str, typed: str, /, **filled: Any) -> Outcome:
        """Type into an option with autocomplete; the choices come with the outcome."""
        from simcord.actors import _autocomplete_result

        place = self.town.channel(channel)
        return Outcome(await _autocomplete_result(self._actor, place, path, option, typed, filled))

    # What became of this person

    @property
    def here(self) -> bool:
        return self.id in self.town.model.members

    @property
    def banned(self) -> bool:
        return self.id in self.town.bans

    @property
    def muted_until(self) -> datetime | None:
        until = self._member.timed_out_until
        return None if until is None else datetime.fromisoformat(until)

    @property
    def dms(self) -> list[Message]:
        """What stands in the direct conversation with the bot."""
        channel = self._backend.dm_channels.get(self.id)
        return [] if channel is None else self.town.world.in_channel(channel)

    @property
    def told(self) -> list[str]:
        """What the bot said in private."""
        return [m.content for m in self.dms if m.author_id != self.id]

    @property
    def _member(self) -> Any:
        return self.town.model.members[self.id]

    @property
    def _actor(self) -> MemberActor:
        return MemberActor(self._env, self.town.handle, self.user)

    def _actor_for(self, message: Message | ResponseMessage) -> MemberActor | UserHandle:
        in_dm = message.channel_id == self._backend.dm_channels.get(self.id)
        return self.user if in_dm else self._actor

    def _seen(self, message: Message | ResponseMessage) -> ResponseMessage:
        return message if isinstance(message, ResponseMessage) else ResponseMessage(self._env, message)

    def _announce(self, event: str) -> None:
        from simcord.backend import serializers

        payload = dict(serializers.member_payload(self._backend, self.town.model, self._member))
        self._backend.emit(event, payload | {"guild_id": str(self.town.id)})
