"""The bot that really runs has something that carries, with the secrets of its host."""

from pydantic import SecretStr

from bot.adapters.files.settings import Settings
from bot.app import carriers_of
from bot.core.deliveries import Way
from bot.domain.care.department import Hook
from bot.runtime.deliveries import Taken, WebhookParcel
from tests.adapters.outbound.receiver import Receiver, says
from tests.adapters.outbound.test_signing import SECRET, verified
from tests.build import NOON


async def test_what_the_settings_hold_signs_what_leaves():
    carriers = carriers_of(Settings(secret={"SALES": SecretStr(SECRET)}))
    assert set(carriers) == set(Way)
    async with Receiver([says()]) as receiver:
        parcel = WebhookParcel("msg_1", Hook(receiver.url, "sales", allow_private=True), b"{}", NOON)
        assert await carriers[Way.WEBHOOK].carry(parcel) == Taken()
        ((head, body),) = receiver.got
    low = {name.lower(): text for name, text in head.items()}
    assert verified(low, body, SECRET, int(NOON.timestamp()))
