"""What somebody has chosen, as one value, and what pressing an option makes of it."""

from typing import assert_never

from bot.core.polls import PollKind
from bot.domain.polls.run_off import Ranking


def packed(choice: Ranking) -> str:
    """A choice as it is kept with an entry: ``2,0``. In a ranked poll the order is that of liking."""
    return ",".join(map(str, choice))


def unpacked(value: str) -> Ranking:
    """Read what ``packed`` wrote."""
    return tuple(int(part) for part in value.split(",") if part)


def pressed(kind: PollKind, before: Ranking, option: int) -> Ranking:
    """The choice after an option was pressed; empty when nothing is left of it.

    What was chosen already is taken back. With one choice the new one replaces it, with several it joins them, in a
    ranked poll it comes last. Who has answered a quiz has answered it.
    """
    match kind:
        case PollKind.QUIZ:
            return before or (option,)
        case PollKind.ONE:
            return () if option in before else (option,)
        case PollKind.SEVERAL:
            return tuple(sorted({*before} ^ {option}))
        case PollKind.RANKED if option in before:
            return tuple(one for one in before if one != option)
        case PollKind.RANKED:
            return (*before, option)
    assert_never(kind)
