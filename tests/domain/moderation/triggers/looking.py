"""Messages in a row, looked at by one trigger."""

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import sample
from tests.build import post


def look(trigger, text="", **more):
    """What a trigger finds in one message without any before it."""
    return trigger.find(sample(post(text, **more)), History())


def follow(trigger, messages, *, history=None, edits=()):
    """What a trigger finds in each of some messages, one after the other; those at ``edits`` are edits."""
    history = history or History()
    found = []
    for at, message in enumerate(messages):
        seen = sample(message, is_edit=at in edits)
        if not seen.is_edit:
            history.remember(seen)
        found.append(trigger.find(seen, history))
    return found
