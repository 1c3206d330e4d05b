"""How far every rule that counts has come: what an explanation shows, whether the rule fired or not."""

from bot.core.why import Count
from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample, Source
from bot.domain.moderation.triggers import Duplicates, Flood, Mentions, Reactions, Trigger


def counted(trigger: Trigger, seen: Sample, history: History) -> Count | None:
    """Count what the trigger counts, as it does, up to this message; None for one that looks at single messages."""
    match trigger:
        case Flood(count=most, within=within, shorter_than=shorter):
            mine = history.by_author(seen, within)
            short = sum(not shorter or 0 < len(one.text) < shorter for one in mine)
            return Count(short, most, within)
        case Duplicates():
            return _copies(trigger, seen, history)
        case Mentions(people=most, within=within) if most and within:
            return Count(_named(trigger, seen, history), most, within)
        case Reactions(count=most, within=within):
            return Count(trigger.counted(seen, history), most, within)
        case _:
            return None


def _copies(trigger: Duplicates, seen: Sample, history: History) -> Count:
    author = seen.message.author
    copies = history.same_text(seen, trigger.within)
    if trigger.people == 1:
        mine = sum(one.author.user == author.user for one in copies)
        return Count(mine, trigger.same, trigger.within)
    counting = [one for one in copies if one.author.rank <= author.rank]
    people = len({one.author.user for one in counting})
    return Count(len(counting), trigger.same, trigger.within, people, trigger.people)


def _named(trigger: Mentions, seen: Sample, history: History) -> int:
    said = history.by_author(seen, trigger.within) if seen.source is Source.MESSAGE and not seen.is_edit else ()
    messages = said or (seen.message,)
    return len({user for m in messages for user in m.mentions}) + sum(m.unknown_mentions for m in messages)
