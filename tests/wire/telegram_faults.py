"""Named troubles a test can ask for, one method at a time."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Flood:
    """429 with ``retry_after``."""

    seconds: int


@dataclass(frozen=True)
class Answers:
    """An error that Telegram itself gives, in JSON."""

    code: int
    description: str
    parameters: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Html:
    """What a proxy in front of Telegram gives."""

    code: int = 502


@dataclass(frozen=True)
class Garbage:
    """200 with a body that is no JSON."""

    body: bytes = b'{"ok": tru'


@dataclass(frozen=True)
class Hang:
    """Nothing happens until the client gives up."""


@dataclass(frozen=True)
class Cut:
    """The connection is reset before anything was done."""


@dataclass(frozen=True)
class CutAfter:
    """The work is done, then the answer is lost."""


@dataclass(frozen=True)
class HangAfter:
    """The work is done, and the answer never comes."""


@dataclass
class _Ordered:
    method: str
    fault: object
    times: int
    when: object


class Faults:
    """Troubles in the order they were asked for; each is used up."""

    def __init__(self, clock):
        self._clock = clock
        self._ordered = []
        self._floods = {}

    def add(self, method, fault, times=1, when=lambda _params: True):
        """The next ``times`` calls of ``method`` ("*" for any) for which ``when`` holds go wrong."""
        self._ordered.append(_Ordered(method, fault, times, when))

    def flood_chat(self, chat_id, seconds):
        """Every call that names this chat is 429 until so many seconds are over."""
        self._floods[chat_id] = self._clock() + seconds

    def clear(self):
        self._ordered.clear()
        self._floods.clear()

    def take(self, method, params):
        """The trouble this call meets, if any."""
        left = self._floods.get(params.get("chat_id"), 0) - self._clock()
        if left > 0:
            return Flood(max(1, round(left)))
        for ordered in self._ordered:
            if ordered.method in {method, "*"} and ordered.when(params):
                ordered.times -= 1
                if not ordered.times:
                    self._ordered.remove(ordered)
                return ordered.fault
        return None
