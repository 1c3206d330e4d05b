"""What goes on in the background of a bot at work: it outlives trouble that passes, and never ends in silence."""

import asyncio
from types import SimpleNamespace

from bot.runtime.stopping import Stopping
from bot.serving import Made, purge_all, serve
from tests.fakes.town import Silent
from tests.waiting import until


class FullDisk:
    """A store that can forget nothing for a while."""

    def __init__(self, store, failures):
        self._store = store
        self._failures = failures
        self.purged = []

    async def purge(self, community, now, privacy):
        self.purged.append(community)
        if self._failures:
            self._failures -= 1
            raise OSError("no space left on device")
        await self._store.purge(community, now, privacy)


async def test_what_could_not_be_forgotten_is_told_and_tried_again(town, caplog):
    bot = await town()
    made = Made(bot.engine, FullDisk(bot.store, failures=1), ())
    assert not await purge_all(made)
    assert "riverside: what is kept no longer could not be forgotten" in caplog.text
    assert await purge_all(made)
    assert made.store.purged == ["riverside", "riverside"]


async def test_what_ends_in_the_background_is_told_while_the_bot_goes_on(town, tmp_path, caplog):
    def breaks():
        raise RuntimeError("no such word list")

    bot = await town(ready=False)
    file = SimpleNamespace(current=SimpleNamespace(warm=breaks), path=tmp_path / "community.yaml")
    stop = Stopping()
    serving = asyncio.create_task(serve(Made(bot.engine, bot.store, (file,)), Silent(), stop))
    await until(lambda: "words: this has ended" in caplog.text)
    assert not serving.done()
    stop.event.set()
    assert await serving == 0
