"""The queue of updates and the rules of ``getUpdates``: offsets, long polling, one poller at a time."""

import asyncio
import copy

from tests.wire.telegram_state import ApiError

ONLY_IF_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
ALL_KINDS = frozenset({
    "message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member",
    "chat_join_request", "poll", "poll_answer", *ONLY_IF_ASKED,
})  # fmt: skip


class Updates:
    """What the bot has not confirmed yet. Kinds it did not ask for are never even stored."""

    def __init__(self, first_id=500):
        self.waiting = []
        self.history = []
        self.allowed = ALL_KINDS - ONLY_IF_ASKED
        self.webhook = None
        self._last_id = first_id
        self._news = asyncio.Event()
        self._poller = None

    def push(self, kind, content):
        """Store one update if the bot asked for its kind; its id, or None."""
        if kind not in self.allowed:
            return None
        self._last_id += 1
        return self.push_raw({"update_id": self._last_id, kind: copy.deepcopy(content)})

    def push_raw(self, update):
        """Store exactly this, well formed or not; without an id it gets the next one."""
        if "update_id" not in update:
            self._last_id += 1
            update = {"update_id": self._last_id, **update}
        self.history.append(update)
        self.waiting.append(update)
        self._news.set()
        return update["update_id"]

    def repeat(self, update_id):
        """Deliver an old update once more, as Telegram does when a confirmation was lost."""
        self.waiting.append(next(u for u in self.history if u["update_id"] == update_id))
        self._news.set()

    def jump_to(self, update_id):
        """After a quiet week Telegram may number on from anywhere."""
        self._last_id = update_id

    async def get(self, offset=0, limit=100, timeout=0, allowed_updates=None):  # noqa: ASYNC109 - the API's word
        if self.webhook:
            raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active")
        if self._poller:
            self._poller.cancel()
        self._poller = mine = asyncio.get_running_loop().create_future()
        try:
            self._confirm(offset, allowed_updates)
            await self._wait(mine, timeout)
            return self.waiting[:limit]
        finally:
            if self._poller is mine:
                self._poller = None

    def _confirm(self, offset, allowed_updates):
        if allowed_updates is not None:
            self.allowed = frozenset(allowed_updates) or ALL_KINDS - ONLY_IF_ASKED
        if offset > 0:
            self.waiting = [u for u in self.waiting if u["update_id"] >= offset]
        elif offset < 0:
            self.waiting = self.waiting[offset:]

    async def _wait(self, mine, seconds):
        deadline = asyncio.get_running_loop().time() + seconds
        while not self.waiting:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                return
            self._news.clear()
            news = asyncio.ensure_future(self._news.wait())
            await asyncio.wait({news, mine}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            news.cancel()
            if mine.cancelled():
                raise ApiError(409, "Conflict: terminated by other getUpdates request")
