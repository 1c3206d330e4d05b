import pytest

from bot.adapters.playground import scenes
from bot.adapters.playground.manners import Blocked
from bot.adapters.playground.scenes import SCENES, Played, Scenes
from bot.adapters.playground.world import GENERAL
from bot.core.actions import Punish, Sanction
from bot.core.commands import CommandSpec, Kind, Param
from bot.core.events import MemberJoined, MessagePosted
from bot.core.interactions import CommandInvoked
from bot.core.people import Rank
from tests.adapters.playground.stage import VOICE, Stage

REPORT = CommandSpec(
    "report",
    (Param("message", Kind.MESSAGE), Param("reason", Kind.REST, required=False)),
    Rank.MEMBER,
    True,
    lambda *_: None,
)


@pytest.fixture
async def stage():
    async with Stage(REPORT).playing() as stage:
        yield stage


@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("greeting", [MemberJoined]),
        ("spam-link", [MessagePosted]),
        ("bad-word", [MessagePosted]),
        ("complaint", [MessagePosted, CommandInvoked]),
    ],
)
async def test_a_scene_happens_on_both_sides_and_can_be_played_again(stage, name, events):
    play = Scenes(stage.platforms)
    for _ in range(2):
        stage.events.clear()
        assert isinstance(await play.play(name), Played)
        assert sorted(type(e).__name__ for e in stage.events) == sorted(e.__name__ for e in events * 2)


async def test_every_scene_with_a_button_can_be_played(stage):
    assert {s.name for s in SCENES} == set(Scenes(stage.platforms).names)


async def test_a_scene_goes_on_although_its_actor_was_punished_for_it(stage):
    async def answer(platform, event):
        if isinstance(event, MessagePosted):
            author = event.message.author.user
            await platform.perform(Punish(platform.side.space, author, Sanction.BAN), VOICE, "")

    stage.answer = answer
    play = Scenes(stage.platforms)
    for _ in range(3):
        assert isinstance(await play.play("bad-word"), Played)


async def test_the_reported_message_is_the_one_that_was_said(stage):
    await Scenes(stage.platforms).play("complaint")
    reports = [e for e in stage.events if isinstance(e, CommandInvoked)]
    assert [e.fault for e in reports] == [None, None]
    for event, platform in zip(reports, stage.platforms, strict=True):
        said = next(p for p in platform.side.posts.values() if p.chat == GENERAL)
        assert event.values["message"].ref.native == str(said.id)


async def test_a_scene_that_the_bot_cannot_play_says_why(monkeypatch):
    assert "still starting" in (await Scenes(Stage().platforms).play("complaint")).why
    stage = Stage(CommandSpec("help", (), Rank.MEMBER, True, lambda *_: None))
    assert "no command /report" in (await Scenes(stage.platforms).play("complaint")).why
    monkeypatch.setattr(scenes, "PATIENCE", 0.01)
    assert isinstance(await Scenes(stage.platforms).play("greeting"), Blocked)
