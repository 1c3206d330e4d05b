"""How a storm begins, gets worse, goes on and ends: what is written down and done, from nothing but its watch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.actions import Send
from bot.core.decisions import Decision, Later, Step, decide
from bot.core.doors import Survey
from bot.core.ids import Place, SpaceRef, UserRef
from bot.core.record import Note, Row, Timer, TimerOff
from bot.core.text import say
from bot.domain.storm import desk
from bot.domain.storm.incident import Incident
from bot.domain.storm.kept import pack_people, read_people
from bot.domain.storm.plan import Cause, Newcomers
from bot.domain.storm.watch import Watch
from bot.runtime.context import Scene
from bot.runtime.directory import LOBBY, MANAGERS, STAFF

RETURN, SIFT, ORDERED, FORGET = "storm-return", "storm-sift", "storm-ordered", "storm-forget"
BATCH, BATCH_EVERY = 20, timedelta(seconds=3)


def raised(
    scene: Scene,
    watch: Watch,
    level: int,
    cause: Cause,
    spaces: Sequence[SpaceRef],
    by: tuple[UserRef, str] | None = None,
    lasts: timedelta | None = None,
) -> Decision:
    """A storm begins, gets worse, or reaches one more space."""
    until = scene.now + (lasts or watch.plan.calm_after)
    incident = watch.incident
    is_new = incident is None
    if incident is None:
        who, name = by or (None, "")
        incident = Incident(watch.last + 1, level, cause, scene.now, until, tuple(spaces), who, name, peak=level)
        watch.begin(watch.just_before(scene.now, spaces))
    else:
        incident = desk.tallied(watch, incident.raised(level, until, spaces))
    rows: list[Row] = [
        desk.noted(incident),
        Note(desk.COG, desk.LAST, str(incident.number)),
        Timer(RETURN, scene.community.key, incident.until),
    ]
    known = [space for space in incident.spaces if space in watch.snapshots]
    steps = [step for space in incident.spaces for step in _first(scene, watch, incident, space)]
    rows += desk.snapshots(watch, incident, known)
    if is_new and watch.plan.newcomers in {Newcomers.GATE, Newcomers.MUTE, Newcomers.KICK}:
        rows.append(Timer(SIFT, scene.community.key, scene.now + BATCH_EVERY, {"how": watch.plan.newcomers.value}))
    return decide(*steps, *_said(scene, watch, incident, spaces), rows=rows)


def _first(scene: Scene, watch: Watch, incident: Incident, space: SpaceRef) -> list[Step]:
    """Survey first where nothing was surveyed: a crash in between must never lose how it was."""
    if space in watch.snapshots:
        return desk.shutting(watch, incident, [space], scene.now)
    places = tuple(
        place
        for (role, _), place in scene.directory.pins.items()
        if place.space == space and role not in {STAFF, MANAGERS}
    )
    return [Survey(space, tuple(dict.fromkeys(places))), Later(desk.SHUT, {"space": space})]


def _said(scene: Scene, watch: Watch, incident: Incident, spaces: Iterable[SpaceRef]) -> list[Step]:
    """The holding statement in the lobby, the card for staff."""
    playbook = watch.plan.playbook(incident.level)
    steps: list[Step] = []
    for staff, space in staff_of(scene, incident).items() if playbook.calls_staff else ():
        cause = say(f"storm-cause-{incident.cause}")
        card = say("storm-card", number=incident.number, level=incident.level, cause=cause, count=watch.came)
        steps.append(Send(staff, card, desk.buttons(incident, watch.plan, space), important=True))
    platforms = dict.fromkeys(space.platform for space in spaces)
    for platform in platforms:
        lobby = scene.directory.place(LOBBY, platform)
        if playbook.statement is not None and lobby is not None and lobby.platform == platform:
            steps.append(Send(lobby, playbook.statement))
    return steps


def staff_of(scene: Scene, incident: Incident) -> dict[Place, SpaceRef]:
    """Where staff hear of a storm, on each messenger it is on, with the space in which their rank there is judged."""
    found: dict[Place, SpaceRef] = {}
    for space in incident.spaces:
        place = scene.directory.staff_for(space.platform)
        if place is not None:
            found.setdefault(place, space)
    return found


def ordered(scene: Scene, people: str, order: Mapping[str, object]) -> tuple[Row, ...]:
    """What is to befall exactly these people, written down a batch at a time: whoever comes later is not among them.

    ``people`` are as ``pack_people`` wrote them; ``order`` has ``how``, by whom (``by``, ``name``) and which ``storm``.
    """
    them, name = read_people(people), f"{order['storm']}.{scene.now.timestamp():.3f}"
    pieces = [them[at : at + BATCH] for at in range(0, len(them), BATCH)]
    notes = [Note(desk.COG, order_name(name, at), pack_people(piece)) for at, piece in enumerate(pieces)]
    args = {**order, "order": name, "at": 0}
    return (*notes, Timer(ORDERED, f"{scene.community.key}/{name}", scene.now, args))


def order_name(order: str, at: int) -> str:
    """What the note of one batch of an order is called."""
    return f"order:{order}:{at}"


def goes_on(scene: Scene, watch: Watch, incident: Incident, *, changed: bool = False) -> Decision:
    incident = desk.tallied(watch, replace(incident, until=scene.now + watch.plan.calm_after))
    rows: list[Row] = [desk.noted(incident), Timer(RETURN, scene.community.key, incident.until)]
    if not changed:
        return Decision(rows=tuple(rows))
    known = [space for space in incident.spaces if space in watch.snapshots]
    rows += desk.snapshots(watch, incident, known)
    return decide(*desk.shutting(watch, incident, known, scene.now), rows=rows)


def ended(scene: Scene, watch: Watch, incident: Incident) -> Decision:
    over = desk.tallied(watch, replace(incident, ended=scene.now))
    number = over.number
    rows: tuple[Row, ...] = (
        Note(desk.COG, desk.CURRENT, None),
        desk.archived(over),
        TimerOff(RETURN, scene.community.key),
        Timer(FORGET, str(number), scene.now + scene.community.privacy.keep_evidence),
    )
    opened = desk.reopening(watch, list(watch.snapshots))
    calm = _calm(scene, watch, over)
    # Staff first: in a group that was just flooded, words may have to wait for minutes.
    return opened.and_then(decide(Later(desk.REPORT, {"number": number}), *calm, rows=rows))


def _calm(scene: Scene, watch: Watch, over: Incident) -> list[Step]:
    """Who was told that something is shut hears that it is open again."""
    if watch.plan.playbook(over.peak).statement is None:
        return []
    lobbies = [scene.directory.place(LOBBY, space.platform) for space in over.spaces]
    here = dict.fromkeys(lobby for lobby in lobbies if lobby is not None and lobby.space in over.spaces)
    return [Send(lobby, say("storm-over")) for lobby in here]


def open_spaces(scene: Scene) -> set[SpaceRef]:
    """Where members are: every space that has a place which is not the staff's own."""
    pins = scene.directory.pins.items()
    return {place.space for (role, _), place in pins if place.space is not None and role not in {STAFF, MANAGERS}}
