"""The stage on the loopback Discord, with the real discord.py."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import count

import discord
from simcord.backend import serializers
from simcord.backend.errors import SetupError
from simcord.components import walk_components

from bot.adapters.discord.patience import Patience
from bot.adapters.discord.platform import DiscordPlatform
from bot.core.capabilities import Capability
from bot.core.ids import DISCORD, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.text import File
from bot.runtime.clock import SystemClock
from tests.contracts.chat import NotOffered, Seen, Who, Wired
from tests.contracts.chat_markdown import read
from tests.contracts.chat_offer import SPECS, MemoryShelf, PlainVoices
from tests.wire import discord_faults as trouble
from tests.wire.discord_people import Outcome
from tests.wire.discord_server import discord_server
from tests.wire.slowness import slowness

QUICK = Patience(first_pause=0.05, settling=0.05, before_defer=0.5)
RIGHTS = {
    Capability.DELETE: "manage_messages",
    Capability.MUTE: "moderate_members",
    Capability.KICK: "kick_members",
    Capability.BAN: "ban_members",
    Capability.RIGHTS: "manage_roles",
    Capability.ROLES: "manage_roles",
    Capability.PACE: "manage_channels",
    Capability.SCHEDULE: "manage_events",
}
NATIVE = {
    Rank.MODERATOR: {"moderate_members": True},
    Rank.MANAGER: {"manage_guild": True},
}
# What is asked in passing (who added the bot) takes no trouble away from what a story is about.
ANYTHING = ("*", "(?!.*audit-logs).*")
ROOM = "general"


def adapter(server, token=None):
    # A second for each exchange: this Discord has to look through all commands in it, on the same, perhaps busy, core.
    patience = replace(QUICK, deadline=slowness())
    made = DiscordPlatform(
        token or server.token, MemoryShelf(), SystemClock(), server.api_url, server.gateway_url, patience
    )
    made.publish(SPECS, PlainVoices())
    return made


class OnDiscord(Wired):
    """Each test has a guild of its own."""

    def __init__(self, server):
        super().__init__(adapter(server))
        self.server = server
        self.backend = server.world.backend
        self._towns = count(1)
        self._outcomes = []
        self._last_event = ""

    def another(self):
        return adapter(self.server)

    def stranger_to_it(self):
        return adapter(self.server, "d2lyZQ.no.token")

    # ---- who is there

    async def fresh(self):
        self.town = self.server.town(f"Riverside {next(self._towns)}")
        self.space = SpaceRef(DISCORD, str(self.town.id))
        self.place = Place(ChannelRef(DISCORD, str(self.town.channel(ROOM).id)), self.space)
        self.owner = self._who(self.town.owner())
        self.server.rest.faults.clear()
        self._outcomes = []
        await self.until(lambda: self.platform.line.guild(self.space), "the guild")
        await self.until_it_can(lambda can: Capability.MUTE in can)
        self.events.clear()
        self.poison = ""

    async def person(self, rank=Rank.MEMBER, *, reachable=True):
        name, handle = self.someone()
        roles = [self.town.role(f"{rank.name} {handle}", **NATIVE[rank])] if rank in NATIVE else []
        person = self.town.person(handle, global_name=name)
        person.join(roles)
        if not reachable:
            person.close_dms()
        who = self._who(person)
        await self.until(lambda: self.platform.people.knows(self.town.id, person.id), "somebody's arrival")
        self._forget(who)
        return who

    def nobody(self):
        return UserRef(DISCORD, "999999999999999999")

    def nowhere(self):
        return Place(ChannelRef(DISCORD, "999999999999999998"), self.space)

    def direct(self, who):
        return Place(ChannelRef(DISCORD, who.user.native))

    # ---- what people do

    async def join(self):
        name, handle = self.someone()
        person = self.town.person(handle, global_name=name)
        person.join()
        self._last_event = "GUILD_MEMBER_ADD"
        return self._who(person)

    async def leave(self, who):
        who.native.leave()

    async def promote(self, who, rank):
        who.native.take_role(self.town.role(f"{rank.name} of {who.handle}", **NATIVE[rank]))

    async def post(self, who, text, reply_to=None):
        self._last_event = "MESSAGE_CREATE"
        made = who.native.reply(self._model(reply_to), text) if reply_to else who.native.post(ROOM, text)
        return MessageRef(self.place, str(made.id))

    async def post_file(self, who, name, content):
        made = who.native.post_file(ROOM, name, data=content.encode())
        return MessageRef(self.place, str(made.id))

    async def lose_files(self):
        self.backend.cdn._blobs.clear()
        for message in self.town.world.in_channel(self.town.channel(ROOM).id):
            self.backend.delete_message(message.channel_id, message.id)

    async def edit(self, who, ref, text):
        who.native.edit(self._model(ref), text)

    async def take_back(self, who, ref):
        who.native.delete(self._model(ref))

    def called(self, who):
        return f"<@{who.user.native}>"

    async def press(self, who, ref, label):
        self._last_event = "INTERACTION_CREATE"
        self._outcomes.append((who, await who.native.press(self._model(ref), label)))

    async def fill(self, who, **values):
        asked = [outcome for one, outcome in self._outcomes if one == who][-1]
        await self.until(lambda: asked.modal, "the form")
        given = {name: value for name, value in values.items() if value is not None}
        self._outcomes.append((who, await who.native.submit(asked, **given)))

    async def invoke(self, who, path, **values):
        await self.until(lambda: path.split()[0] in self.offered(who), f"/{path}")
        given = {name: self._option(value) for name, value in values.items()}
        try:
            self._outcomes.append((who, await who.native.invoke(ROOM, path, **given)))
        except SetupError as error:
            raise NotOffered(str(error)) from None

    async def invoke_in_private(self, who, path):
        try:
            self._outcomes.append((who, Outcome(await who.native.user.slash(path))))
        except SetupError as error:
            raise NotOffered(str(error)) from None

    # ---- what stands

    def standing(self, place):
        return [self._seen(m, place) for m in self._in(place) if m.author_id == self.backend.bot_user.id]

    def told(self, who):
        private = [self._seen(m, self.direct(who)) for m in who.native.dms if m.author_id != who.native.id]
        hidden = [
            self._seen(shown._message, self.place)
            for one, outcome in self._outcomes
            if one == who
            for shown in outcome.messages
            if shown.ephemeral
        ]
        return [*private, *hidden]

    def exists(self, ref):
        return any(str(message.id) == ref.native for message in self._in(ref.place))

    def acknowledged(self):
        return self._outcomes[-1][1].acknowledged

    def muted(self, who):
        return who.native.here and (who.native.muted_until or self.now()) > self.now()

    def present(self, who):
        return who.native.here

    def banned(self, who):
        return who.native.banned

    def may_speak(self, who):
        held = self.backend.compute_permissions(self.town.id, who.native.id, self.town.channel(ROOM).id)
        return discord.Permissions(held).send_messages

    def pace(self):
        return self.town.channel(ROOM)._channel.rate_limit_per_user

    def roles(self, who):
        return {self.town.model.roles[role].name for role in self.town.model.members[who.native.id].role_ids}

    def a_role(self):
        name = f"Neighbours {self.someone()[1]}"
        self.town.role(name)
        return name

    def knows_role(self, name):
        return self.platform._names.role(name, [self.space]) is not None

    def offered(self, who):
        return {name.split()[0] for name in who.native._actor.available_commands(self.town.channel(ROOM))}

    # ---- the wire

    async def again(self):
        self.server.gateway.repeat(self._last_event)

    async def shake(self):
        before = self.readies
        await self.server.gateway.drop()
        await self.until(lambda: self.readies > before, "a new connection")

    def scheduled(self):
        """What stands among the town's own events, by id: name and place."""
        open_ones = (e for e in self.town.model.scheduled_events.values() if int(e.status) <= 2)
        return {str(e.id): (e.name, e.entity_metadata["location"]) for e in open_ones}

    async def vote(self, who, ref, *options):
        self._last_event = "MESSAGE_POLL_VOTE_ADD"
        who.native.vote(self._model(ref), *options)

    def own_poll(self, ref):
        """Question, options, and whether it is over."""
        poll = self._model(ref).poll
        return poll.question, tuple(answer.text for answer in poll.answers), poll.finalized

    async def take_right(self, capability):
        self.town.bot_may(**{RIGHTS[capability]: False}, create_events=False)
        await self.until_it_can(lambda can: capability not in can)

    def order(self, name, times=1):
        self.server.fail(
            {
                "unavailable": lambda: trouble.broken(*ANYTHING, 503, times),
                "error": lambda: trouble.broken(*ANYTHING, 500, times),
                "page": lambda: trouble.html(*ANYTHING, 503, times),
                "garbled": lambda: trouble.garbled(*ANYTHING, times),
                "reset": lambda: trouble.aborted(*ANYTHING, times),
                "lost": lambda: trouble.answer_lost(*ANYTHING, times),
                "flood": lambda: trouble.rate_limited(*ANYTHING, 90, times=times),
                "short flood": lambda: trouble.rate_limited(*ANYTHING, 0.05, times=times),
            }[name]()
        )

    # ---- how it is done

    def _forget(self, who):
        """Arrivals that only set the scene are no part of the story, and nobody is remembered from them."""
        self.platform.people.forget(self.town.id, who.native.id)
        self.events[:] = [e for e in self.events if getattr(getattr(e, "member", None), "user", None) != who.user]

    def _who(self, person):
        user = self.backend.users[person.id]
        return Who(UserRef(DISCORD, str(person.id)), user.global_name or user.name, user.name, person)

    def _option(self, value):
        match value:
            case Who():
                return value.native
            case MessageRef():
                return f"https://discord.com/channels/{self.town.id}/{value.place.channel.native}/{value.native}"
            case File(name, content):
                return name, content if isinstance(content, bytes) else content.encode()
        return value

    def _model(self, ref):
        return next(message for message in self._in(ref.place) if str(message.id) == ref.native)

    def _in(self, place):
        if place.is_direct:
            channel = self.backend.dm_channels.get(int(place.channel.native))
            return [] if channel is None else self.server.world.in_channel(channel)
        return self.server.world.in_channel(int(place.channel.native))

    def _seen(self, message, place):
        words, marks = read(message.content)
        labels = tuple(c["label"] for c in walk_components(message.components) if c.get("type") == 2)
        files = tuple(File(a["filename"], self.backend.cdn.get(a["url"]).decode()) for a in message.attachments)
        shown = serializers.message_payload(self.backend, message)
        pings = frozenset(UserRef(DISCORD, str(user["id"])) for user in shown["mentions"])
        answers = str((message.reference or {}).get("message_id", ""))
        return Seen(MessageRef(place, str(message.id)), words, marks, pings, labels, files, answers)


@asynccontextmanager
async def on_discord():
    """The adapter connected to a Discord of its own."""
    async with discord_server() as server:
        stage = OnDiscord(server)
        server.town("Elsewhere")
        running = asyncio.create_task(stage.platform.run(stage.sink, stage.ready))
        try:
            await stage.until(lambda: running.done() or stage.readies, "a connection")
            yield stage
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
        assert server.gaps == []
