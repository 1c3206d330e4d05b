"""What somebody has chosen, as one value, and what pressing an option makes of it."""

from typing import assert_never

from bot.core.native_polls import Manner
from bot.core.polls import PollKind
from bot.domain.polls.run_off import Ranking


def packed(choice: Ranking) -> str:
    """A choice as it is kept with an entry: ``2,0``. In a ranked poll the order is that of liking."""
    return ",".join(map(str, choice))


def unpacked(value: str) -> Ranking:
    """Read what ``packed`` wrote."""
    return tuple(int(part) for part in value.split(",") if part)


def voted(kind: PollKind, before: Ranking, options: Ranking, manner: Manner) -> Ranking:
    """The choice after a vote in a poll of a messenger's own, which may come twice, and late.

    Of one choice the added one replaces what was there; a quiz keeps the first answer, wherever it was given.
    """
    if kind is PollKind.QUIZ:
        return before or options[:1]
    match manner:
        case Manner.WHOLE:
            return tuple(sorted(options))
        case Manner.ADDED:
            return tuple(sorted({*before, *options})) if kind is PollKind.SEVERAL else options[:1]
        case Manner.TAKEN:
            return tuple(one for one in before if one not in options)
    assert_never(manner)


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
