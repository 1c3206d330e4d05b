"""What the bot says in a member's words is held to the same rules as what she says herself."""

from bot.core.events import Message
from bot.core.ids import MessageRef, Place
from bot.core.text import Localised, Say, say
from bot.domain.moderation.history import History
from bot.domain.moderation.sample import sample
from bot.domain.moderation.verdict import judge
from bot.runtime.context import Context


def objection(ctx: Context, text: str, place: Place | None = None) -> Say | None:
    """Why these words of hers may not be posted in this place, by the rules that are on; None where they may.

    Nothing is filed: words that were never posted have hurt nobody.
    """
    here = place or ctx.place
    message = Message(MessageRef(here, ""), ctx.actor, text, ctx.now)
    history = History()
    history.crisis = ctx.scene.crisis
    hits = judge(sample(message, ctx.scene.directory.role_of(here)), history, ctx.community.policy).hits
    if not hits:
        return None
    cited = (ctx.community.guideline(rule.guideline) for rule, _ in hits)
    broken = next((one for one in cited if one is not None), None)
    if broken is None:
        return say("vetting-refused")
    return say("vetting-refused-by", number=broken.number, guideline=Localised(broken.text.texts))
