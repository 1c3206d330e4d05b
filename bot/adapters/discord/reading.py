"""Interactions as events of the core: which command with which values, which button, which form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import discord

from bot.adapters.discord import files, inbound
from bot.adapters.discord.commands import MESSAGE_MENU, SLASH, SUBCOMMAND, Offer, option_name
from bot.adapters.discord.line import Line, direct, place_of
from bot.adapters.discord.patience import Patience
from bot.adapters.discord.people import People, from_member, from_user
from bot.core.arguments import read_value
from bot.core.commands import CommandSpec, Kind, Param
from bot.core.events import Event
from bot.core.ids import MessageRef, Place
from bot.core.interactions import ButtonPressed, CommandInvoked, Fault, FormSubmitted, Missing, Ticket, Unknown, Wrong
from bot.core.people import Member, Rank

MESSAGE_LINK = re.compile(r"https?://(?:\w+\.)?discord(?:app)?\.com/channels/(\d+|@me)/(\d+)/(\d+)")
Data = Mapping[str, Any]


def data_of(interaction: discord.Interaction) -> Data:
    return cast("Data", interaction.data or {})


def spec_of(interaction: discord.Interaction, offer: Offer) -> CommandSpec | None:
    """The command that was used, if it is still offered."""
    data = data_of(interaction)
    if int(data.get("type", SLASH)) != SLASH:
        return offer.by_menu(int(data["type"]), data["name"])
    return offer.by_path(_path(data))


def focused(interaction: discord.Interaction, spec: CommandSpec) -> tuple[Param, str] | None:
    """The option somebody is typing into, and what stands there."""
    for option in _options(data_of(interaction)):
        if option.get("focused"):
            param = next((p for p in spec.params if option_name(p) == option["name"]), None)
            return None if param is None else (param, str(option.get("value", "")))
    return None


def place(interaction: discord.Interaction) -> Place:
    """Where it was used."""
    if interaction.guild_id is None:
        return direct(interaction.user.id)
    if interaction.channel is None:
        return place_of(interaction.channel_id or 0, interaction.guild_id)
    return inbound.place_in(interaction.channel, interaction.guild_id)


class Reader:
    """Turns interactions into events; may ask Discord for people and messages that it does not know."""

    def __init__(self, line: Line, people: People, patience: Patience) -> None:
        self._line = line
        self._people = people
        self._patience = patience

    async def command(
        self, interaction: discord.Interaction, spec: CommandSpec | None, ticket: Ticket
    ) -> CommandInvoked:
        values: dict[str, object] = {}
        fault: Fault | None = None
        if spec is None:
            fault = Unknown(" ".join(_path(data_of(interaction))))
        else:
            values, fault = await self._values(interaction, spec)
        return CommandInvoked(
            _key(interaction),
            spec.path if spec else "",
            place(interaction),
            self.actor(interaction),
            values,
            ticket,
            interaction.created_at,
            fault=fault,
        )

    def press(self, interaction: discord.Interaction, ticket: Ticket) -> ButtonPressed:
        here = place(interaction)
        message = MessageRef(here, str(interaction.message.id)) if interaction.message else None
        token = str(data_of(interaction)["custom_id"])
        actor = self.actor(interaction)
        return ButtonPressed(_key(interaction), token, here, actor, ticket, interaction.created_at, message)

    def form(self, interaction: discord.Interaction, ticket: Ticket) -> FormSubmitted:
        data = data_of(interaction)
        values = dict(_filled(cast("Sequence[Data]", data.get("components", ()))))
        token = str(data["custom_id"])
        actor = self.actor(interaction)
        return FormSubmitted(
            _key(interaction), token, place(interaction), actor, values, ticket, interaction.created_at
        )

    def actor(self, interaction: discord.Interaction) -> Member:
        """Who it was, in the language of their client."""
        user, locale = interaction.user, str(interaction.locale)
        if isinstance(user, discord.Member):
            return self._people.note(user.guild.id, from_member(user, locale))
        return from_user(user, Rank.MEMBER if interaction.guild_id is None else Rank.GUEST, locale)

    async def _values(
        self, interaction: discord.Interaction, spec: CommandSpec
    ) -> tuple[dict[str, object], Fault | None]:
        data = data_of(interaction)
        if int(data.get("type", SLASH)) != SLASH:
            given = _given_by_menu(data, spec)
        else:
            given = {str(option["name"]): option.get("value") for option in _options(data)}
        values: dict[str, object] = {}
        for param in spec.params:
            raw = given.get(option_name(param))
            if raw is None or raw == "":
                if param.required:
                    return values, Missing(param.name)
                continue
            value = await self._value(interaction, param, raw)
            if value is None:
                return values, Wrong(param.name, str(raw)[:100])
            values[param.name] = value
        return values, None

    async def _value(self, interaction: discord.Interaction, param: Param, raw: object) -> object | None:
        match param.kind:
            case Kind.MEMBER:
                return await self._member(interaction, str(raw))
            case Kind.MESSAGE:
                return await self._message(interaction, str(raw))
            case Kind.FILE:
                attachment = data_of(interaction)["resolved"]["attachments"][str(raw)]
                return await files.taken(self._line.client, attachment, self._patience.deadline)
            case Kind.ENCLOSURE:
                return files.enclosed(data_of(interaction)["resolved"]["attachments"][str(raw)])
            case Kind.FLAG | Kind.INTEGER if isinstance(raw, int):
                return raw
            case _:
                return read_value(param, str(raw))

    async def _member(self, interaction: discord.Interaction, user_id: str) -> Member | None:
        if interaction.guild is None:
            user = await self._line.client.fetch_user(int(user_id))
            return from_user(user, Rank.MEMBER)
        return await self._people.find_or_guest(interaction.guild, int(user_id))

    async def _message(self, interaction: discord.Interaction, raw: str) -> object | None:
        """The message of the menu, or the one that a link names in the same space."""
        resolved = data_of(interaction).get("resolved", {}).get("messages", {}).get(raw)
        if resolved is not None:
            state = interaction._state  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # as its own tree does
            channel = cast("discord.TextChannel", interaction.channel)
            return await inbound.message(discord.Message(state=state, channel=channel, data=resolved), self._people)
        link = MESSAGE_LINK.match(raw.strip())
        if link is None or link[1] != str(interaction.guild_id):
            return None
        spot = self._line.client.get_partial_messageable(int(link[2]), guild_id=interaction.guild_id)
        try:
            return await inbound.message(await spot.fetch_message(int(link[3])), self._people)
        except (discord.NotFound, discord.Forbidden):
            return None


def event_of(reader: Reader, interaction: discord.Interaction, ticket: Ticket) -> Event:
    """A press or a submitted form."""
    if interaction.type is discord.InteractionType.modal_submit:
        return reader.form(interaction, ticket)
    return reader.press(interaction, ticket)


def _key(interaction: discord.Interaction) -> str:
    return f"discord:{interaction.id}"


def _path(data: Data) -> list[str]:
    first = next(iter(data.get("options") or ()), None)
    nested = first is not None and first.get("type") == SUBCOMMAND
    return [data["name"], first["name"]] if nested and first else [data["name"]]


def _options(data: Data) -> Sequence[Data]:
    options: Sequence[Data] = data.get("options") or ()
    if options and options[0].get("type") == SUBCOMMAND:
        return options[0].get("options") or ()
    return options


def _given_by_menu(data: Data, spec: CommandSpec) -> dict[str, object]:
    """A menu names its target; a MEMBER menu fills the command's target, a MESSAGE menu its message."""
    wanted = Kind.MESSAGE if int(data["type"]) == MESSAGE_MENU else Kind.MEMBER
    named = next((p for p in spec.params if p.name == spec.target and p.kind is wanted), None)
    param = named or next((p for p in spec.params if p.kind is wanted), None)
    return {} if param is None else {option_name(param): data["target_id"]}


def _filled(components: Sequence[Data]) -> Iterator[tuple[str, str]]:
    """Every text field of a submitted modal, in whatever layout it stands."""
    for each in components:
        if "value" in each and "custom_id" in each:
            yield str(each["custom_id"]), str(each["value"])
        yield from _filled(each.get("components") or ())
        if each.get("component"):
            yield from _filled((each["component"],))
