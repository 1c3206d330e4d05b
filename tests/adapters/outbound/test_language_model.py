"""A language model on the loopback: it answers, and it is hostile in every way we know; none of it harms anybody."""

import json
from datetime import timedelta

import pytest
from pydantic import SecretStr

from bot.adapters.files.settings import Settings
from bot.adapters.outbound.language_model import LARGEST_REPLY
from bot.app import model_of
from bot.domain.care.phrased import Model
from tests.adapters.outbound.receiver import Receiver, babbles, hangs, hangs_up, says, stops_in_the_middle

MESSAGES = ({"role": "system", "content": "Answer."}, {"role": "user", "content": "{}"})


def completion(content):
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def http_model(**secrets):
    return model_of(Settings(secret={name: SecretStr(value) for name, value in secrets.items()}))


def named(url, **more):
    more.setdefault("within", timedelta(seconds=30))
    return Model(url, "small-one", allow_private=True, **more)


async def test_the_question_goes_out_with_the_key_and_the_answer_comes_back():
    async with Receiver([says(body=completion('{"answer": null}'))]) as receiver:
        answer = await http_model(MODEL="sk-7").answer(named(receiver.url, secret="model"), MESSAGES)
        ((head, body),) = receiver.got
    assert answer == '{"answer": null}'
    sent = json.loads(body)
    assert (sent["model"], sent["messages"], sent["temperature"]) == ("small-one", list(MESSAGES), 0)
    assert set(sent) == {"model", "messages", "temperature", "max_tokens", "response_format"}
    assert head["Authorization"] == "Bearer sk-7"


async def test_a_model_on_the_own_machine_needs_no_key():
    async with Receiver([says(body=completion("yes"))]) as receiver:
        assert await http_model().answer(named(receiver.url), MESSAGES) == "yes"
        ((head, _),) = receiver.got
    assert "Authorization" not in head


async def test_without_the_key_that_the_config_names_nothing_is_sent(caplog):
    async with Receiver([says()]) as receiver:
        assert await http_model().answer(named(receiver.url, secret="model"), MESSAGES) is None
        assert receiver.got == []
    assert "TOWNKEEPER_SECRET__MODEL is not set" in caplog.text


async def test_an_address_of_the_own_network_is_not_connected_to_unless_that_is_allowed():
    async with Receiver([says(body=completion("yes"))]) as receiver:
        assert await http_model().answer(Model(receiver.url, "small-one"), MESSAGES) is None
        assert receiver.got == []


@pytest.mark.parametrize(
    "hostile",
    [
        says(500, completion("yes")),
        says(302, completion("yes"), location="http://127.0.0.1:9/"),
        says(body=b""),
        says(body=b"\xff\xfe{"),
        says(body=b"[" * 60_000),
        says(body=b"[]"),
        says(body=b'{"choices": []}'),
        says(body=b'{"choices": [{"message": "yes"}]}'),
        says(body=b'{"choices": [{"message": {"content": {"answer": "yes"}}}]}'),
        says(body=completion("x" * 1_000_000)),
        says(body=completion("x" * LARGEST_REPLY)),
        babbles,
        hangs_up,
    ],
)
async def test_what_is_no_answer_is_none(hostile):
    async with Receiver([hostile]) as receiver:
        assert await http_model().answer(named(receiver.url), MESSAGES) is None


@pytest.mark.parametrize("slow", [hangs, stops_in_the_middle])
async def test_who_takes_too_long_is_not_waited_for(slow):
    async with Receiver([slow]) as receiver:
        brief = named(receiver.url, within=timedelta(milliseconds=30))
        assert await http_model().answer(brief, MESSAGES) is None


async def test_no_word_of_anybody_and_no_address_stands_in_the_log(caplog):
    async with Receiver([says(body=completion("x" * LARGEST_REPLY))]) as receiver:
        await http_model(MODEL="sk-7").answer(named(receiver.url, secret="model"), MESSAGES)
    assert "gave no answer" in caplog.text
    assert not any(one in caplog.text for one in ("127.0.0.1", "sk-7", "Answer.", "xxx"))
