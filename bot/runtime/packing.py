"""A letter becomes a parcel when it is sent: what was said is read from the record, and never kept a second time."""

import json
from dataclasses import replace
from datetime import datetime

from bot.core.deliveries import Letter, Occasion, Way
from bot.core.text import Voices, lines, plain, say
from bot.domain.care.department import Department
from bot.domain.care.packet import Packet, summary, transcript, values
from bot.runtime.communities import Communities
from bot.runtime.community import Community
from bot.runtime.deliveries import Hopeless, MailParcel, Parcel, Posted, WebhookParcel
from bot.runtime.packets import Packets

LONGEST_SUBJECT = 150


class Packing:
    """Makes parcels of letters, by what the config says now."""

    def __init__(self, communities: Communities, packets: Packets, voices: Voices) -> None:
        self._communities = communities
        self._packets = packets
        self._voices = voices

    async def __call__(self, posted: Posted, now: datetime) -> Parcel | Hopeless:
        """The parcel, or why there is nothing to send or nowhere to send it."""
        home = self._communities.get(posted.community)
        queue = None if home is None else home.community.departments.get(posted.letter.department)
        if home is None or queue is None:
            return Hopeless("the config no longer knows this department")
        made = await self._packet(posted, queue)
        if made is None:
            return Hopeless("the conversation is gone")
        if posted.letter.way is Way.WEBHOOK:
            return _for_hook(posted.letter, queue, home.community, made, now)
        return self._for_mail(posted.letter, queue, home.community, made, now)

    async def _packet(self, posted: Posted, queue: Department) -> Packet | None:
        key, letter = posted.community, posted.letter
        talk = await self._packets.find(key, letter.conversation)
        if talk is None:
            return None
        # Whom it was written to stays so, also when the conversation has gone on to somebody else.
        then = replace(talk, department=letter.department)
        if letter.occasion is Occasion.MESSAGE:
            return await self._packets.of_one(key, then, queue, letter.seq)
        return await self._packets.of(key, then, queue, upto=letter.seq)

    def _for_mail(
        self, letter: Letter, queue: Department, community: Community, made: Packet, now: datetime
    ) -> MailParcel | Hopeless:
        if community.mail is None or not queue.mail_to:
            return Hopeless("the config no longer says how mail leaves")
        voice = self._voices.of(community.language)
        head = lines(say(f"letter-{letter.occasion}", department=queue.title), summary(made))
        told = plain(voice(lines(head, say("packet-transcript"))))
        cut = f"\n{plain(voice(say('packet-cut')))}\n" if made.is_cut else ""
        talk = made.talk
        about = " · ".join(part for part in (f"#{talk.number}", talk.person_name, talk.category) if part)
        subject = f"[{community.name}] {about}"[:LONGEST_SUBJECT]
        text = f"{told}\n\n{transcript(made)}{cut}"
        return MailParcel(letter.id, community.mail, queue.mail_to, subject, text, now)


def _for_hook(
    letter: Letter, queue: Department, community: Community, made: Packet, now: datetime
) -> WebhookParcel | Hopeless:
    if queue.webhook is None:
        return Hopeless("the config no longer names an address")
    told = {
        "type": f"conversation.{letter.occasion}",
        "timestamp": letter.at.isoformat(),
        "data": {"community": community.key, **values(made)},
    }
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return WebhookParcel(letter.id, queue.webhook, body, now)
