"""Why a message was stopped or let through, in two tellings: everything for staff, what concerns her for the member."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.text import Body, Lines, lines, say
from bot.core.why import ABSTAINED, FAILED, HIT, Clue, Count, Explanation, RuleAnswer
from bot.domain.moderation.counted import counted
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Rule
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text.reading import Span
from bot.domain.moderation.text.words import WordHit
from bot.domain.moderation.triggers import Trained, Words
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import Finding, Passed, Verdict

MOST_CLUES = 5
"""Of one rule: enough to see why, and a bound on what a hostile message can put into the record."""
MOST_NAMES = 40
SHOWN = 120
HIDDEN = "•••"


@dataclass(frozen=True, slots=True)
class Facts:
    """What an explanation says beside the verdict: the config it was reached under, strikes before and added."""

    config: str = ""
    prior: int = 0
    added: int = 0


def explain(verdict: Verdict, facts: Facts, history: History) -> Explanation:
    """Put every rule's answer into plain values; ``history`` gives the counters, and is not changed."""
    secret = tuple(span for f in verdict.findings if isinstance(f.outcome, Hit) for span in f.outcome.conceals)
    answers = tuple(_answer(finding, verdict.seen, secret, history) for finding in verdict.findings)
    return Explanation(answers, facts.config, facts.prior, facts.added, history.crisis)


def clues_of(rule: Rule, hit: Hit, seen: Sample, secret: Iterable[Span] = ()) -> tuple[Clue, ...]:
    """What a rule found, with its place in the text; what lies in ``secret`` is not shown."""
    hidden = tuple(secret)
    if isinstance(rule.trigger, Words):
        words = rule.trigger.lexicon.find(
            seen.reading, rule.trigger.languages, rule.trigger.at_least, rule.trigger.except_
        )
        if words:
            return tuple(_concealed(_word(word), hidden) for word in words[:MOST_CLUES])
    return (_concealed(_stretch(hit, seen), hidden),)


def for_staff(why: Explanation) -> Lines:
    """Everything: what fired with its clues, then who passed for which reason, the strikes, and the config."""
    return lines(
        *(line for answer in why.fired for line in _fired(answer)),
        None if why.fired else say("why-none-fired"),
        *_passed(why.answers),
        say("why-strikes", prior=why.prior, added=why.added) if why.prior or why.added else None,
        say("why-crisis", level=why.crisis) if why.crisis else None,
        say("why-config", version=why.config) if why.config else None,
    )


def for_member(why: Explanation) -> Lines | None:
    """What was found in her own words; nothing that tells how the rules look for it."""
    acted = [answer for answer in why.fired if answer.mode == "on"]
    if not acted:
        return None
    written = dict.fromkeys(c.written for a in acted if a.count is None for c in a.clues if c.written)
    return lines(
        *(say("why-mine-found", found=_cut(found)) for found in written),
        say("why-mine-many") if any(answer.count is not None for answer in acted) else None,
        say("why-mine-held") if any(answer.outcome == FAILED for answer in acted) else None,
    )


def _answer(finding: Finding, seen: Sample, secret: tuple[Span, ...], history: History) -> RuleAnswer:
    rule, outcome = finding.rule, finding.outcome
    score = _score(rule, outcome, seen)
    return RuleAnswer(
        rule=rule.name,
        trigger=rule.trigger.kind,
        mode=rule.mode.value,
        outcome=_outcome(outcome) if isinstance(outcome, Hit) else _passed_by(rule, outcome, score),
        line=rule.line,
        guideline=rule.guideline,
        clues=clues_of(rule, outcome, seen, secret) if isinstance(outcome, Hit) and not outcome.failed else (),
        count=_count(rule, outcome, seen, history),
        score=score,
    )


def _score(rule: Rule, outcome: Hit | Passed, seen: Sample) -> float | None:
    """What a model gave, also where it was too little; None where it was not asked, or abstained."""
    if isinstance(outcome, Hit):
        return outcome.score
    return rule.trigger.score(seen) if outcome is Passed.CLEAN and isinstance(rule.trigger, Trained) else None


def _passed_by(rule: Rule, outcome: Passed, score: float | None) -> str:
    abstained = outcome is Passed.CLEAN and score is None and isinstance(rule.trigger, Trained)
    return ABSTAINED if abstained else outcome.value


def _outcome(hit: Hit) -> str:
    return FAILED if hit.failed else HIT


def _count(rule: Rule, outcome: Hit | Passed, seen: Sample, history: History) -> Count | None:
    """How far a rule that counts messages has come; not for one that was never asked."""
    if isinstance(outcome, Passed) and outcome is not Passed.CLEAN:
        return None
    return counted(rule.trigger, seen, history)


def _word(word: WordHit) -> Clue:
    return Clue(
        word.original,
        word.word,
        word.how,
        word.span.start,
        word.span.end,
        word.severity.name.lower(),
        word.language,
    )


def _stretch(hit: Hit, seen: Sample) -> Clue:
    if hit.score is not None:
        return Clue(hit.found, hit.read_as, score=hit.score)
    start = seen.text.find(hit.found) if hit.found else -1
    if start < 0:
        return Clue(hit.found, hit.read_as)
    return Clue(hit.found, hit.read_as, start=start, end=start + len(hit.found))


def _concealed(clue: Clue, hidden: tuple[Span, ...]) -> Clue:
    if clue.start is None or clue.end is None:
        return clue
    if all(clue.end <= span.start or span.end <= clue.start for span in hidden):
        return clue
    return Clue(HIDDEN, how=clue.how, start=clue.start, end=clue.end, severity=clue.severity, language=clue.language)


def _fired(answer: RuleAnswer) -> Iterator[Body]:
    head = "failed" if answer.outcome == FAILED else answer.mode
    yield say(f"why-fired-{head}", rule=answer.rule, trigger=answer.trigger, line=answer.line)
    for clue in answer.clues:
        yield from _told(clue, answer)
    if answer.count is not None:
        yield _counted(answer.count)


def _told(clue: Clue, answer: RuleAnswer) -> Iterator[Body]:
    if answer.count is not None:
        return
    if not clue.written:
        yield say("why-words-gone")
    elif clue.start is None or clue.end is None:
        yield say("why-found", found=_cut(clue.written))
    else:
        yield say("why-found-at", found=_cut(clue.written), start=clue.start + 1, end=clue.end)
    if clue.read_as and clue.read_as != clue.written:
        yield say("why-read-as", read=_cut(clue.read_as))
    if clue.how:
        yield say("why-word", how=say(f"why-how-{_key(clue.how)}"), strength=say(f"why-severity-{clue.severity}"))
    if clue.score is not None:
        yield say("why-score", score=f"{clue.score:.2f}")


def _counted(count: Count) -> Body:
    told = say("why-count", seen=count.seen, most=count.most, within=count.within)
    if not count.most_people:
        return told
    return lines(told, say("why-count-people", people=count.people, most=count.most_people))


def _passed(answers: Iterable[RuleAnswer]) -> Iterator[Body]:
    """One line for each reason, with the rules that gave it."""
    reasons: dict[str, list[str]] = {}
    for answer in answers:
        if not answer.fired:
            reasons.setdefault(answer.outcome, []).append(_named(answer))
    for reason, names in reasons.items():
        more = [f"… +{len(names) - MOST_NAMES}"] if len(names) > MOST_NAMES else []
        yield say(f"why-passed-{_key(reason)}", rules=", ".join(names[:MOST_NAMES] + more))


def _named(answer: RuleAnswer) -> str:
    if answer.score is not None:
        return f"{answer.rule} ({answer.score:.2f})"
    if answer.count is None or not answer.count.seen:
        return answer.rule
    people = f", {answer.count.people}/{answer.count.most_people}" if answer.count.most_people else ""
    return f"{answer.rule} ({answer.count.seen}/{answer.count.most}{people})"


def _key(value: str) -> str:
    return value.replace(" ", "-")


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
