"""Everything the record knows of one case, read together for whoever shows it."""

from bot.core.cases import Case
from bot.domain.cases.card import CardFacts
from bot.domain.cases.notice import Cite
from bot.runtime.community import Community
from bot.runtime.context import Scene
from bot.runtime.stores import Cases


async def facts_of(cases: Cases, scene: Scene, case: Case, *, asks: bool = False, again: int = 0) -> CardFacts:
    """What a card says beside the case: what was really done, whether it was taken back, what people added."""
    key = scene.community.key
    did = [(d.step, d.receipt) for d in await cases.receipts(key, case.number)]
    undone = await cases.undone_by(key, case.number)
    entries = await cases.entries(key, case.number)
    return CardFacts(cited(scene.community, case.guideline), did, undone, asks=asks, again=again, entries=entries)


def cited(community: Community, key: str) -> Cite | None:
    """The guideline of a case, if it still stands in the config."""
    guideline = community.guideline(key)
    return None if guideline is None else Cite(guideline.number, guideline.text)
