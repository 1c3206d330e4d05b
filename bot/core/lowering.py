"""Turn an intent that a place cannot express into ones that it can.

Pure: no adapter repeats these fallbacks, and no two can disagree about them. Law: afterwards nothing needs what the
place lacks, and lowering ends.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain

from bot.core.actions import Action, Answer, Ask, Audience, CloseThread, Delete, Edit, OpenThread, Send, Whisper
from bot.core.capabilities import Capabilities, Capability
from bot.core.ids import MessageRef, Place, UserRef
from bot.core.receipts import Refusal, Refused
from bot.core.routing import where
from bot.core.text import Body, say
from bot.core.ui import Button, LinkButton, Reveal, Rows

VANISH = timedelta(seconds=60)
"""How long a short public line stays: long enough to be read and pressed."""


def lower(action: Action, can: Capabilities) -> tuple[Action, ...]:
    """Rewrite ``action``, as often as it takes, into what this place carries out natively.

    A step that moved to another place (an answer that became a whisper) is given back as it is: what it needs
    must be judged by the capabilities of that place. Nothing is left of a whisper where whispering is impossible.
    """
    steps = tuple(_step(action, can))
    if steps == (action,):
        return steps
    here = where(action)
    return tuple(chain.from_iterable((step,) if where(step) != here else lower(step, can) for step in steps))


def needs(action: Action) -> frozenset[Capability]:
    """The abilities of which ``action`` needs one to be carried out as it stands; empty when it needs none.

    Abilities that depend on rights (delete, mute, ban) are not lowered away: the platform refuses, and the
    refusal is told.
    """
    match action:
        case Answer(audience=Audience.ONLY_ACTOR) if action.ticket.is_press and not (action.rows or action.files):
            return frozenset({Capability.ALERT, Capability.PRIVATE_ANSWER})
        case Answer(audience=Audience.ONLY_ACTOR):
            return frozenset({Capability.PRIVATE_ANSWER})
        case Whisper():
            return frozenset({Capability.WHISPER})
        case Ask():
            return frozenset({Capability.FORM})
        case OpenThread() | CloseThread():
            return frozenset({Capability.THREADS})
        case _:
            return frozenset()


def after_refusal(action: Action, refused: Refused) -> Action | None:
    """What to try instead once the platform has said no; None when the refusal stands."""
    match action:
        case Answer(audience=Audience.ONLY_ACTOR, among_staff=True) if refused.why is Refusal.UNSUPPORTED:
            return replace(action, audience=Audience.EVERYONE)
        case Answer(audience=Audience.ONLY_ACTOR) if refused.why in _NOT_HERE:
            return Whisper(action.actor, action.body, action.rows, _short_line(action), files=action.files)
        case Answer(audience=Audience.EVERYONE) if refused.why in _NOT_HERE:
            return Send(action.place, action.body, action.rows)
        case Whisper(otherwise=Send() as line) if refused.why is Refusal.UNREACHABLE:
            return line
        case OpenThread(otherwise=Send() as line):
            return line
        case _:
            return None


_NOT_HERE = frozenset({Refusal.UNSUPPORTED, Refusal.GONE, Refusal.TOO_LATE})


def _step(action: Action, can: Capabilities) -> Iterator[Action]:
    match action:
        case Answer(audience=Audience.ONLY_ACTOR) if not needs(action) & can.has:
            yield _elsewhere(action)
        case Whisper() if Capability.WHISPER not in can:
            return
        case Ask(form=form) if Capability.FORM not in can:
            # Without a form, the first question is all that can be said; the answer comes as a command.
            yield Answer(action.ticket, action.place, action.actor, form.fields[0].label)
        case Delete():
            yield from _batches(action, can.limits.delete_batch)
        case OpenThread() if Capability.THREADS not in can:
            yield Send(action.place, action.body, action.rows, important=True)
        case CloseThread() if Capability.THREADS not in can:
            return
        case Send() | Answer() | Edit() | Whisper() | OpenThread():
            yield _buttons(action, can)
        case _:
            yield action


def _batches(delete: Delete, size: int) -> Iterator[Delete]:
    """Cut by place first: no platform deletes in two at once, and each has limits of its own."""
    by_place: dict[Place, list[MessageRef]] = {}
    for message in delete.messages:
        by_place.setdefault(message.place, []).append(message)
    if len(by_place) > 1:
        yield from (replace(delete, messages=tuple(here)) for here in by_place.values())
        return
    for start in range(0, len(delete.messages), size):
        yield replace(delete, messages=delete.messages[start : start + size])


def _elsewhere(answer: Answer) -> Action:
    if answer.among_staff:
        return replace(answer, audience=Audience.EVERYONE)
    return Whisper(answer.actor, answer.body, answer.rows, _short_line(answer), files=answer.files)


def _short_line(answer: Answer) -> Send | None:
    if answer.place.is_direct:
        return None
    return short_line(answer.place, answer.actor, say("line-something-for-you"), answer.body, answer.rows)


def short_line(place: Place, reader: UserRef, line: Body, content: Body, rows: Rows = ()) -> Send:
    """A public line without content that vanishes; its button opens ``content`` for ``reader`` alone."""
    open_it = Button(say("button-read"), Reveal(content, rows), only=reader, private=True)
    return Send(place, line, ((open_it,),), reader=reader, silent=True, vanish_after=VANISH)


def _buttons(action: Send | Answer | Edit | Whisper | OpenThread, can: Capabilities) -> Action:
    """Buttons whose answer must be private become deep links where the place cannot answer privately."""
    if not action.rows or Capability.DEEP_LINK not in can or Capability.PRIVATE_ANSWER in can:
        return action
    rows = tuple(tuple(_deep(b) for b in row) for row in action.rows)
    return action if rows == action.rows else replace(action, rows=rows)


def _deep(button: Button | LinkButton) -> Button | LinkButton:
    if isinstance(button, Button) and button.private and not button.deep:
        return replace(button, deep=True)
    return button
