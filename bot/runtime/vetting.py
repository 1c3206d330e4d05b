"""What the bot says in a member's words is held to the same rules as what she says herself."""

from bot.core.ids import MessageRef, Place
from bot.core.messages import Message
from bot.core.people import Member
from bot.core.text import Localised, Say, say
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Rule
from bot.domain.moderation.sample import sample
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import judge
from bot.runtime.context import Context, Scene


def broken(scene: Scene, who: Member, text: str, place: Place) -> tuple[tuple[Rule, Hit], ...]:
    """The rules that these words of hers break, as if she had written them there and nothing before."""
    message = Message(MessageRef(place, ""), who, text, scene.now)
    history = History()
    history.crisis = scene.crisis
    return judge(sample(message, scene.directory.role_of(place)), history, scene.community.policy).hits


def objection(ctx: Context, text: str, place: Place | None = None) -> Say | None:
    """Why these words of hers may not be posted in this place, by the rules that are on; None where they may.

    Nothing is filed: words that were never posted have hurt nobody.
    """
    hits = broken(ctx.scene, ctx.actor, text, place or ctx.place)
    if not hits:
        return None
    cited = (ctx.community.guideline(rule.guideline) for rule, _ in hits)
    first = next((one for one in cited if one is not None), None)
    if first is None:
        return say("vetting-refused")
    return say("vetting-refused-by", number=first.number, guideline=Localised(first.text.texts))
