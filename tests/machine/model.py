"""What must hold of sanctions and appeals, said once more in the plainest way; it shares no code with the bot.

The law: of the acts that stand against an account (nobody took them back) the newest of a kind decides, until its time
is over. Who is banned is out; who is muted is silent whenever she is there. Everything else here is bookkeeping.
"""

from dataclasses import dataclass

MUTES = ("mute", "unmute")
BANS = ("ban", "softban", "unban")
RELIEF = ("unmute", "unban")
WINDOW = 10
"""Seconds in which a second moderator who does the same only hears who was first."""
DEADLINE = 3 * 86400
"""Seconds until an appeal goes to the managers, and once more until it expires."""
BUTTONS_LAST = 90 * 86400
"""Seconds until a button means nothing any more; the command that shows the case puts up another."""
RULE_MUTES_FOR = 3600


@dataclass
class Act:
    """A numbered entry of the record. Times are seconds since the beginning; ``until`` None means for good."""

    number: int
    account: str
    what: str
    at: int
    until: int | None = None
    by: str | None = None
    undoes: int | None = None
    undone: bool = False

    def row(self) -> tuple:
        return (self.number, self.account, self.what, self.until, self.by, self.undoes)


@dataclass
class Plea:
    """An appeal."""

    number: int
    case: int
    account: str
    due: int
    state: str = "filed"
    escalated: bool = False


class Model:
    """Everything that is so, as a moderator would keep it on paper."""

    def __init__(self, accounts: tuple[str, ...], *, propagate: bool) -> None:
        self.now = 0
        self.propagate = propagate
        self.present = dict.fromkeys(accounts, True)
        self.partner: dict[str, str] = {}
        self.acts: list[Act] = []
        self.spread: dict[int, int] = {}
        self.first: dict[tuple[str, str], Act] = {}
        self.pleas: list[Plea] = []

    # --- what holds

    def _newest(self, account: str, kinds: tuple[str, ...]) -> Act | None:
        return next((a for a in reversed(self.acts) if a.account == account and a.what in kinds and not a.undone), None)

    def _holds(self, account: str, kinds: tuple[str, ...]) -> bool:
        newest = self._newest(account, kinds)
        if newest is None or newest.what != kinds[0]:
            return False
        return newest.until is None or newest.until > self.now

    def banned(self, account: str) -> bool:
        return self._holds(account, BANS)

    def muted(self, account: str) -> bool:
        return self.present[account] and self._holds(account, MUTES)

    # --- what is done

    def act(self, what: str, account: str, by: str, lasts: int | None) -> bool:
        """Do it by hand; False when somebody else did it a moment ago."""
        before = self.first.get((what, account))
        if before and before.by != by and not before.undone and self.now < before.at + WINDOW:
            return False
        until = None if lasts is None else self.now + lasts
        ended, beside = self._ends(what, account)
        act = self._file(account, what, until, by)
        self._heard(ended)
        if what != "note":
            self.first[what, account] = act
        other = self.partner.get(account)
        if beside:
            self.spread[act.number] = self._file(beside.account, what, None, by).number
            self._heard(beside)
        if what == "ban" and self.propagate and other and not self._outlasted(other, until):
            self.spread[act.number] = self._file(other, "ban", until, by).number
        return True

    def _outlasted(self, account: str, until: int | None) -> bool:
        """A ban that spreads never cuts short what holds there already."""
        if not self.banned(account):
            return False
        held = self._newest(account, BANS).until
        return held is None or (until is not None and held >= until)

    def _ends(self, what: str, account: str) -> tuple[Act | None, Act | None]:
        """What this ends of what holds: the act itself, and the ban on the other messenger that came with it."""
        kinds = {"unmute": MUTES, "unban": BANS}.get(what)
        if kinds is None or not self._holds(account, kinds):
            return None, None
        here, other = self._newest(account, kinds), self.partner.get(account)
        if what == "unmute" or not self.propagate or not other or not self.banned(other):
            return here, None
        there = self._newest(other, BANS)
        pair = {here.number, there.number}
        return here, there if any({one, two} == pair for one, two in self.spread.items()) else None

    def rule_mutes(self, account: str) -> None:
        """A rule cuts short nothing that holds longer."""
        until: int | None = self.now + RULE_MUTES_FOR
        if self._holds(account, MUTES):
            held = self._newest(account, MUTES).until
            until = None if held is None else max(held, until)
        self._file(account, "mute", until, None)

    def edit(self, number: int, lasts: int | None) -> bool:
        """Let what holds last so long from its beginning; False where it does not hold, or would be over within 30 s."""
        act = self.acts[number - 1]
        kinds = MUTES if act.what == "mute" else BANS
        until = None if lasts is None else act.at + lasts
        if self._newest(act.account, kinds) is not act or not self._holds(act.account, kinds):
            return False
        if until is not None and until < self.now + 30:
            return False
        act.until = until
        return True

    def undo(self, number: int, by: str) -> bool:
        """Take back exactly that act; False when somebody did so before."""
        act = self.acts[number - 1]
        if act.undone:
            return False
        self._undone(act, by)
        beside = self.spread.pop(number, None)
        if beside and not self.acts[beside - 1].undone:
            self._undone(self.acts[beside - 1], by)
        return True

    def _undone(self, act: Act, by: str) -> None:
        act.undone = True
        self._file(act.account, "note", None, by).undoes = act.number
        self._heard(act)

    def _file(self, account: str, what: str, until: int | None, by: str | None) -> Act:
        act = Act(len(self.acts) + 1, account, what, self.now, until, by)
        self.acts.append(act)
        self._out(account, thrown=what in {"kick", "softban", "ban"})
        return act

    def _out(self, account: str, *, thrown: bool) -> None:
        if thrown or self.banned(account):
            self.present[account] = False

    # --- appeals

    def file(self, case: int, account: str) -> bool:
        act = self.acts[case - 1]
        if act.account not in {account, self.partner.get(account)} or act.what in {"note", *RELIEF} or act.undone:
            return False
        last = [plea for plea in self.pleas if plea.case == case][-1:]
        if last and last[0].state != "expired":
            return False
        self.pleas.append(Plea(len(self.pleas) + 1, case, account, self.now + DEADLINE))
        return True

    def _heard(self, act: Act | None) -> None:
        """Who waits for an answer about an act that is over has one."""
        for plea in self.pleas:
            if act and plea.case == act.number and plea.state == "filed":
                plea.state = "overturned"

    def judge(self, number: int, how: str, by: str) -> bool:
        """Overturn it, or let it stand; False when it is over already, or for whoever acted."""
        plea = self.pleas[number - 1]
        if plea.state != "filed" or self.acts[plea.case - 1].by == by:
            return False
        plea.state = {"overturn": "overturned", "stand": "upheld"}[how]
        if how == "overturn":
            self.undo(plea.case, by)
        return True

    # --- people and time

    def link(self, one: str, other: str) -> bool:
        if one in self.partner or other in self.partner:
            return False
        self.partner |= {one: other, other: one}
        return True

    def unlink(self, account: str) -> None:
        other = self.partner.pop(account, None)
        if other:
            del self.partner[other]

    def leave(self, account: str) -> None:
        self.present[account] = False

    def come_back(self, account: str) -> bool:
        self.present[account] = not self.banned(account)
        return self.present[account]

    def wait(self, seconds: int) -> None:
        self.now += seconds
        for plea in self.pleas:
            if plea.state == "filed" and self.now >= plea.due:
                if plea.escalated:
                    plea.state = "expired"
                plea.escalated, plea.due = True, self.now + DEADLINE
