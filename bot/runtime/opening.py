"""How a giveaway and a contest are begun: by one line or a form, which comes back as it was when something is wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.core.decisions import Decision
from bot.core.ids import Place
from bot.core.text import Body, Say, lines, say
from bot.core.ui import Button, Field, Form, Press
from bot.domain.gatherings.line import Grammar, Key, Typed
from bot.domain.gatherings.reading import House
from bot.runtime.community import Community
from bot.runtime.context import Context
from bot.runtime.vetting import objection


class Draft(Protocol):
    """What is in order."""

    @property
    def everywhere(self) -> bool: ...

    @property
    def words(self) -> str:
        """All that somebody wrote in it and everybody will read."""
        ...


DraftT = TypeVar("DraftT", bound=Draft)


@dataclass(frozen=True, slots=True)
class Opening:
    """The ``fields`` of the form are named as what can be set; the last takes everything that has none of its own."""

    grammar: Grammar
    title: Say
    fields: tuple[Field, ...]
    press: Callable[[Place], Press]
    nowhere: Say
    """Said when the config knows no place for it."""

    def typed(self, values: Mapping[str, str], line: str = "") -> Typed:
        """Read fields and the line: a field of its own counts before a setting, and that before the line."""
        single = Typed({key: values.get(key, "").strip() for key in self._keys})
        return single.over(self.grammar.read(values.get(self._rest, "")).over(self.grammar.read(line)))

    def form(self, here: Place) -> Form:
        """An empty one; ``here`` is where it was asked for."""
        return Form(self.title, self.fields, Button(say("button-send"), self.press(here)))

    def placed(
        self, ctx: Context, here: Place, typed: Typed, draft: DraftT | tuple[Body, ...]
    ) -> tuple[DraftT, tuple[Place, ...]] | Decision:
        """Where it is going to stand; or what to answer, which is all that is wrong where something is."""
        if isinstance(draft, tuple):
            return self._again(ctx, lines(*draft), here, typed)
        why = objection(ctx, draft.words, here)
        if why is not None:
            return self._again(ctx, why, here, typed)
        plan = ctx.community.contests
        places = ctx.scene.directory.stands(plan.place, here, everywhere=draft.everywhere)
        return (draft, places) if places else ctx.answer(self.nowhere)

    def _again(self, ctx: Context, why: Body, here: Place, typed: Typed) -> Decision:
        values = {**{str(key): typed[key] for key in self._keys}, self._rest: typed.besides(*self._keys)}
        return ctx.ask_again(why, self.form(here), values)

    @property
    def _keys(self) -> tuple[Key, ...]:
        return tuple(Key(field.name) for field in self.fields[:-1])

    @property
    def _rest(self) -> str:
        return self.fields[-1].name


def house(community: Community) -> House:
    """What the config decided about giveaways and contests."""
    plan = community.contests
    return House(plan.lasts, plan.member_for, plan.claim_within, plan.everywhere, community.zone)
