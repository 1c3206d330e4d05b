"""The card on which an appeal is judged, and what the one who appealed hears."""

from dataclasses import replace

from bot.core.appeals import Appeal, AppealState
from bot.core.cases import Case
from bot.core.ids import UserRef
from bot.core.people import Rank
from bot.core.text import Body, Lines, Mention, Moment, Quote, Rich, lines, say
from bot.core.ui import Button, Field, Form, Rows, Tone
from bot.domain.cases.appeal import MOST_WORDS, Judged, Judging, Plead, Withdraw, is_open
from bot.domain.cases.card import SHOWN
from bot.domain.cases.notice import Disagree


def appeal_card(appeal: Appeal, case: Case) -> Lines:
    """What staff read; from which of her accounts she writes is nobody's business."""
    shown = case.evidence[0].text[:SHOWN] if case.evidence else ""
    return lines(
        say("appeal-title", number=appeal.number, case=case.number),
        say(f"card-title-{case.sanction}", case=case.number, who=Mention(case.user, case.user_name)),
        say("card-by", who=Mention(case.by, case.by_name)) if case.by is not None else None,
        say("appeal-by-rule", rule=case.rule) if case.rule else None,
        say("card-reason", reason=case.reason) if case.reason else None,
        Rich((Quote(shown),)) if shown else None,
        say("appeal-says"),
        Rich((Quote(appeal.text[:SHOWN]),)) if appeal.text else None,
        *_state(appeal),
    )


def appeal_rows(appeal: Appeal, case: Case, *, reducible: bool) -> Rows:
    """What can be done about it; rank is judged in the space where it happened."""
    if not is_open(appeal):
        return ()

    def button(how: str, tone: Tone) -> Button:
        return Button(say(f"button-{how}"), Judging(appeal.number, how), tone, Rank.MODERATOR, case.space)

    verdicts = [button("overturn", Tone.GOOD), button("stand", Tone.PLAIN)]
    if reducible:
        verdicts.insert(1, button("reduce", Tone.PLAIN))
    care = (button("take", Tone.PLAIN),) if appeal.state is AppealState.FILED else ()
    return tuple(row for row in (tuple(verdicts), care) if row)


def plea_form(press: Disagree, by: UserRef) -> Form:
    """The form in which somebody says why a case is a mistake; what she typed before stands in it again."""
    field = Field("text", say("appeal-form-text"), long=True, longest=MOST_WORDS, value=press.typed)
    return Form(say("appeal-form"), (field,), Button(say("button-send"), Plead(press.case), only=by))


def again(why: Body, press: Disagree | Judging, typed: str, button: Button) -> tuple[Body, Rows]:
    """A refusal that loses nothing: what was typed stands below it, and in the form that the button opens."""
    kept = replace(button, label=say("button-again"), press=replace(press, typed=typed))
    return lines(why, Rich((Quote(typed),)) if typed else None), ((kept,),)


def verdict_form(appeal: Appeal, case: Case, press: Judging) -> Form:
    """The form in which a judge says why, and for a milder sanction how long."""
    fields = [Field("answer", say("appeal-answer"), long=True, required=False, longest=MOST_WORDS)]
    if press.how == "reduce":
        fields.insert(0, Field("lasts", say("appeal-lasts"), longest=40, value=press.typed))
    submit = Button(say("button-send"), Judged(appeal.number, press.how), rank=Rank.MODERATOR, space=case.space)
    return Form(say(f"appeal-verdict-{press.how}"), tuple(fields), submit)


def standing(appeal: Appeal) -> tuple[Body, Rows]:
    """Where an open appeal stands, for the one who appealed."""
    back = Button(say("button-withdraw"), Withdraw(appeal.number), rank=Rank.GUEST, only=appeal.user)
    return say("appeal-filed", number=appeal.number, case=appeal.case, until=Moment(appeal.due)), ((back,),)


def outcome(appeal: Appeal, *, refused: bool = False) -> Lines:
    """What the one who appealed hears in the end."""
    return lines(
        say(f"appeal-outcome-{appeal.state}", number=appeal.number, case=appeal.case),
        say("appeal-not-lifted") if refused else None,
        Rich((Quote(appeal.answer),)) if appeal.answer else None,
    )


def _state(appeal: Appeal) -> tuple[Body | None, ...]:
    due = say("appeal-until", until=Moment(appeal.due)) if is_open(appeal) else None
    asked = say("appeal-escalated") if is_open(appeal) and appeal.escalated else None
    who = Mention(appeal.owner, appeal.owner_name) if appeal.owner is not None else ""
    answer = Rich((Quote(appeal.answer[:SHOWN]),)) if appeal.answer else None
    return say(f"appeal-state-{appeal.state}", who=who), asked, due, answer
