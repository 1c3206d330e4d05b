"""How somebody who is about to be shut out can still be heard: what her notice carries beside its button."""

from datetime import timedelta

from bot.core.actions import Sanction
from bot.core.cases import Case
from bot.core.linking import LinkCode
from bot.core.record import Row
from bot.domain.cases.notice import NO_WAYS, Ways
from bot.runtime.codes import Codes
from bot.runtime.context import Scene

CODE_LASTS = timedelta(days=14)
"""Long enough for somebody who was banned on a holiday; the code is good once, and for her account alone."""


def ways_out(scene: Scene, case: Case, codes: Codes) -> tuple[Ways, tuple[Row, ...]]:
    """The public address, and a code for the other messenger if there is one; nothing for mild sanctions."""
    if case.sanction not in {Sanction.KICK, Sanction.SOFTBAN, Sanction.BAN}:
        return NO_WAYS, ()
    address = scene.community.appeals.address
    if all(space.platform == case.user.platform for space in scene.directory.spaces):
        return Ways(address), ()
    code = codes.new()
    return Ways(address, code), (LinkCode(code.id, case.user, case.user_name, scene.now + CODE_LASTS),)
