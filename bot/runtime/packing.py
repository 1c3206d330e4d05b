"""A letter becomes a parcel when it is sent: what was said is read from the record, and never kept a second time."""

import json
from dataclasses import replace
from datetime import datetime

from bot.core.conversations import Conversation, TalkEntry
from bot.core.deliveries import Letter, Occasion, Way
from bot.core.text import Voices, lines, plain, say
from bot.domain.care.department import Department
from bot.domain.care.packet import Packet, packet, summary, transcript, values
from bot.runtime.communities import Communities
from bot.runtime.community import Community
from bot.runtime.conversations import Conversations
from bot.runtime.deliveries import Hopeless, MailParcel, Parcel, Posted, WebhookParcel
from bot.runtime.stores import Cases

LONGEST_SUBJECT = 150


class Packing:
    """Makes parcels of letters, by what the config says now."""

    def __init__(self, communities: Communities, talks: Conversations, cases: Cases, voices: Voices) -> None:
        self._communities = communities
        self._talks = talks
        self._cases = cases
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
        talk = await self._talks.find(key, letter.conversation)
        if talk is None:
            return None
        # Whom it was written to stays so, also when the conversation has gone on to somebody else.
        then = replace(talk, department=letter.department)
        cases = await self._cases.of(key, talk.person) if queue.cases else ()
        return packet(then, await self._entries(key, then, letter), cases, upto=letter.seq)

    async def _entries(self, key: str, talk: Conversation, letter: Letter) -> tuple[TalkEntry, ...]:
        if letter.occasion is not Occasion.MESSAGE:
            return await self._talks.entries(key, talk.number)
        entry = await self._talks.entry(key, talk.number, letter.seq)
        return () if entry is None else (entry,)

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
