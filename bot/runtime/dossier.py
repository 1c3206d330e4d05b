"""Everything the record knows of one case, read together for whoever shows it."""

from bot.core.actions import Sanction
from bot.core.cases import Case
from bot.core.text import Say, say
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
    instead = None if undone is None else await cases.find(key, undone)
    entries = await cases.entries(key, case.number)
    cite = cited(scene.community, case.guideline)
    return CardFacts(cite, did, undone, _is_milder(instead), asks=asks, again=again, entries=entries)


def cited(community: Community, key: str) -> Cite | None:
    """The guideline of a case, if it still stands in the config."""
    guideline = community.guideline(key)
    return None if guideline is None else Cite(guideline.number, guideline.text)


async def undone_line(cases: Cases, community: str, number: int) -> Say | None:
    """That a case was taken back, or made milder, and by which; None where it stands as it was."""
    by = await cases.undone_by(community, number)
    instead = None if by is None else await cases.find(community, by)
    return None if by is None else say("card-milder" if _is_milder(instead) else "card-undone", case=by)


def _is_milder(instead: Case | None) -> bool:
    """Whether what took the place of a case holds itself."""
    return instead is not None and instead.sanction is not Sanction.NOTE
