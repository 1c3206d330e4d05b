"""Actions and their receipts in plain words: what was really done, and what was not and why."""

from typing import assert_never

from bot.adapters.playground.doors import WORDS
from bot.adapters.playground.telling import Line, Names, Tone
from bot.core.actions import (
    Action,
    Answer,
    Ask,
    Audience,
    CloseThread,
    Delete,
    Edit,
    OpenThread,
    Pardon,
    Punish,
    RemoveThread,
    Sanction,
    Schedule,
    Send,
    Whisper,
)
from bot.core.doors import Admit, DoorAction, GiveRole, Invite, SetPace, SetRights, Survey
from bot.core.native_filters import SetFilters
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.receipts import Receipt, Refusal, Refused

_WHY = {
    Refusal.FORBIDDEN: "the bot lacks the right",
    Refusal.OUTRANKED: "the messenger protects its administrators",
    Refusal.GONE: "it is not there any more",
    Refusal.UNREACHABLE: "the bot cannot write to them first",
    Refusal.UNSUPPORTED: "this messenger cannot do that here",
    Refusal.TOO_LATE: "it is too late for that",
}
_PUNISHED = {Sanction.MUTE: "muted", Sanction.KICK: "removed", Sanction.BAN: "banned"}


def deed(action: Action, receipt: Receipt, names: Names) -> Line:
    """Tell one action and how it went."""
    if isinstance(receipt, Refused):
        why = receipt.detail or _WHY[receipt.why]
        return Line(f"could not {_wish(action, names)}: {why}", Tone.REFUSED)
    if receipt.aloud and isinstance(action, Whisper | Answer):
        who = names.who(action.user if isinstance(action, Whisper) else action.actor)
        text = f"could not write to {who} first: said a short public line instead, without the content"
        return Line(text, Tone.DONE, post=names.post(receipt.message))
    return Line(_done(action, names), Tone.DONE, post=names.post(receipt.message))


def _done(  # noqa: C901, PLR0911  # one line for each member of a closed union
    action: Action, names: Names
) -> str:
    match action:
        case Send() | Answer() | Whisper() | Ask() | Edit():
            return _said(action, names)
        case Delete(messages=messages):
            many = "1 message" if len(messages) == 1 else f"{len(messages)} messages"
            return f"deleted {many} in {names.where(messages[0].place)}"
        case Punish(user=user, sanction=sanction, until=until):
            lasting = f" until {until:%Y-%m-%d %H:%M} UTC" if until is not None else ""
            return f"{_PUNISHED.get(sanction, sanction.value)} {names.who(user)}{lasting}"
        case Pardon(user=user, sanction=sanction):
            return f"lifted the {sanction.value} of {names.who(user)}"
        case OpenThread(title=title, place=place):
            return f"opened the thread {title!r} in {names.where(place)}"
        case CloseThread(place=place, reopen=reopen):
            return f"{'reopened' if reopen else 'closed'} the thread {names.where(place)}"
        case RemoveThread(place=place):
            return f"removed the thread {names.where(place)}"
        case SetFilters():
            return "set the messenger's own filter"
        case Schedule(title=title, off=off):
            return f"{'took' if off else 'put'} {title!r} {'off' if off else 'among'} the messenger's own events"
        case OpenPoll() | ClosePoll():
            return f"{'put up' if isinstance(action, OpenPoll) else 'ended'} a poll of the messenger's own"
        case Survey() | SetRights() | SetPace() | Admit() | GiveRole() | Invite():
            return _opened_or_shut(action, names)
    assert_never(action)


def _opened_or_shut(action: DoorAction, names: Names) -> str:
    match action:
        case Survey():
            return "wrote down what everybody may do"
        case SetRights(shut=shut):
            words = ", ".join(sorted(WORDS[right] for right in shut))
            return f"shut for everybody: {words}" if shut else "opened everything that was shut"
        case SetPace(every=every):
            return f"slow mode: one message in {every.total_seconds():.0f} s" if every else "no slow mode any more"
        case Admit(user=user, welcome=welcome):
            return f"{'let in' if welcome else 'sent away'} {names.who(user)}"
        case Invite():
            return "made a link by which people ask to join"
        case GiveRole(user=user, role=role, take=take):
            return f"took the role {role} from {names.who(user)}" if take else f"gave {names.who(user)} the role {role}"
    assert_never(action)


def _said(action: Send | Answer | Whisper | Ask | Edit, names: Names) -> str:
    match action:
        case Send(place=place):
            return f"wrote in {names.where(place)}"
        case Answer(actor=actor, audience=Audience.ONLY_ACTOR):
            return f"answered {names.who(actor)} in private"
        case Answer(actor=actor):
            return f"answered {names.who(actor)} for everybody to see"
        case Whisper(user=user):
            return f"told {names.who(user)} in private"
        case Ask(actor=actor):
            return f"put a form before {names.who(actor)}"
        case Edit(message=message):
            return f"updated its message in {names.where(message.place)}"
    assert_never(action)


_WISHES: dict[type[Action], str] = {
    Edit: "update its message",
    Delete: "delete a message",
    OpenThread: "open a thread",
    CloseThread: "close a thread",
    RemoveThread: "remove a thread",
    SetFilters: "set the messenger's own filter",
    Schedule: "change the messenger's own events",
    OpenPoll: "put up a poll of the messenger's own",
    ClosePoll: "end a poll of the messenger's own",
}


def _wish(action: Action, names: Names) -> str:
    match action:
        case Send(place=place):
            return f"write in {names.where(place)}"
        case Answer(actor=user) | Whisper(user=user) | Ask(actor=user):
            return f"write to {names.who(user)} in private"
        case Punish(user=user, sanction=sanction):
            return f"{sanction.value} {names.who(user)}"
        case Pardon(user=user, sanction=sanction):
            return f"lift the {sanction.value} of {names.who(user)}"
        case (
            Edit()
            | Delete()
            | OpenThread()
            | CloseThread()
            | RemoveThread()
            | SetFilters()
            | Schedule()
            | OpenPoll()
            | ClosePoll()
        ):
            return _WISHES[type(action)]
        case Survey() | SetRights() | SetPace() | Admit() | GiveRole() | Invite():
            return "change what people may do"
    assert_never(action)
