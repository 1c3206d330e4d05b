"""The library's calls over our own transport: files, deadlines, and errors without the token."""

import pytest
from telegram import InputFile
from telegram.error import NetworkError
from telegram.ext import ExtBot

from bot.adapters.telegram.transport import AiohttpRequest, NotSentError
from tests.adapters.telegram.desk import CREW
from tests.wire import telegram_faults as trouble
from tests.wire.telegram_server import TOKEN


@pytest.fixture
async def bot(server):
    request = AiohttpRequest(server.url)
    bot = ExtBot(
        TOKEN,
        base_url=f"{server.url}/bot",
        base_file_url=f"{server.url}/file/bot",
        request=request,
        get_updates_request=request,
    )
    async with bot:
        yield bot


async def test_files_go_out_and_come_back(server, bot):
    sent = await bot.send_document(CREW, InputFile(b"version: 1\n", "community.yaml"), caption="the file")
    assert sent.caption == "the file"
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"version: 1\n"


async def test_a_server_that_hangs_is_given_up_after_the_deadline(server, bot):
    server.trouble.add("getChat", trouble.Hang())
    with pytest.raises(NetworkError, match="TimeoutError") as failed:
        await bot.get_chat(CREW, read_timeout=0.05)
    assert TOKEN not in str(failed.value)


async def test_a_connection_is_used_again(server, bot):
    for _ in range(5):
        await bot.get_me()
    assert len(bot.request.session.connector._conns) == 1


async def test_a_closed_transport_sent_nothing(server, bot):
    await bot.request.shutdown()
    with pytest.raises(NotSentError):
        await bot.get_me()
    await bot.request.initialize()


@pytest.mark.parametrize(("url", "trusts"), [("https://api.telegram.org", True), ("http://127.0.0.1:1", False)])
async def test_a_proxy_is_for_the_way_out_only(url, trusts):
    assert AiohttpRequest(url)._trust_env is trusts
