"""A giveaway on both messengers: entered on either, drawn while the bot was down, proved by the script of the docs."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import pytest_asyncio

from tests.wire.both import MIRA, TOWN
from tests.wire.telegram_state import Membership

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

ANA = 21
PAGE = Path(__file__).resolve().parents[2] / "docs" / "verify-a-draw.md"
CODE = re.compile(r"\b(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}\b")
CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true}
places:
  lobby: {telegram: "@riverside", discord: "#general"}
  staff: {telegram: "-1002", discord: "#staff"}
team:
  moderators: {telegram: chat-admins, discord: "@Moderators"}
  managers: ["telegram:13"]
contests: {everywhere: on}
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram(telegram):
    telegram.people.person(ANA, "Ana")
    telegram.state.chats[TOWN].members[ANA] = Membership("member")
    return telegram


def checked(file, commitment, tmp_path):
    """What the script of the docs says, which shares no line with the bot, and what the bot's own command says."""
    script = re.search(r"```python\n(import hashlib.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[1]
    proof = tmp_path / "proof.json"
    proof.write_bytes(file)
    own = [sys.executable, "-m", "bot", "verify-draw", str(proof), "--commitment", commitment]
    for command in ([sys.executable, "-c", script, str(proof)], own):
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(file)


async def test_it_is_entered_on_both_drawn_after_the_bot_was_down_and_proved(telegram, discord, town, bot, tmp_path):
    telegram.people.say(TOWN, MIRA, '/giveaway prize:"A signed book" winners:2 until:"2h"')
    (here, *_) = await telegram.until(lambda: [m for m in telegram.sent_to(TOWN) if "signed book" in m["text"]])
    (there, *_) = await discord.until(lambda: [m for m in town.by_bot("general") if "signed book" in m.content])
    commitment = re.search(r"[0-9a-f]{64}", here["text"])[0]
    assert commitment in there.content

    query = telegram.people.press(TOWN, here["message_id"], ANA, "I take part")
    answer = await telegram.until(lambda: telegram.state.callbacks[query])
    hers = CODE.search(answer["text"])[0]
    dana = town.member("Dana")
    pressed = await dana.press(there, "I take part")
    await discord.until(lambda: pressed.answered)
    assert pressed.private
    other = CODE.search(pressed.texts[0])[0]

    bot.kill()
    (seed,) = bot.rows("SELECT seed FROM giveaways")[0]
    assert seed not in bot.printed
    bot.comes_due("giveaway-close")
    bot.start()
    said = await telegram.until(lambda: [m for m in telegram.sent_to(TOWN) if "is drawn" in m.get("text", "")])
    assert seed in said[0]["text"]
    result = await discord.until(lambda: [m for m in town.by_bot("general") if "is drawn" in m.content])
    assert len(said) == len(result) == 1

    proof = await dana.press(result[0], "Proof")
    await discord.until(lambda: proof.answered)
    assert proof.private
    (file,) = proof.messages[0].attachments
    told = checked(discord.world.backend.cdn.get(file.url), commitment, tmp_path)
    assert told["entries"] == sorted([hers, other])
    assert sorted(told["winners"]) == sorted([hers, other])
    assert told["seed"] == seed

    claim = telegram.people.press(TOWN, said[0]["message_id"], ANA, "Claim the prize")
    answer = await telegram.until(lambda: telegram.state.callbacks[claim])
    assert "It is yours" in answer["text"]
