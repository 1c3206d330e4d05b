"""In which language the bot speaks to somebody."""

from typing import Annotated, ClassVar

from bot.core.commands import Suggest, command
from bot.core.decisions import Decision, decide
from bot.core.languages import LANGUAGES
from bot.core.record import Language as LanguageRow
from bot.core.text import say
from bot.domain.welcome.greeting import Speak, as_rows, language_row
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context


def _suggested(typed: str) -> tuple[str, ...]:
    return tuple(code for code in LANGUAGES if code.startswith(typed.lower()))


class Language(Cog):
    """Everybody chooses for herself, among the community's languages."""

    name: ClassVar[str] = "language"

    @command("language")
    async def language(self, ctx: Context, language: Annotated[str, Suggest(_suggested)] = "") -> Decision:
        """Choose the language the bot speaks to you."""
        offered = ctx.community.languages
        if not language:
            return ctx.answer(say("language-which"), as_rows(language_row(offered, ctx.actor.user)))
        code = language.lower()
        if code not in offered:
            return ctx.answer(say("language-unknown", given=language, offered=", ".join(offered)))
        return self._chosen(ctx, code)

    @pressed(Speak)
    async def speak(self, ctx: Context, press: Speak) -> Decision:
        """Take the language of the button."""
        return self._chosen(ctx, press.language)

    def _chosen(self, ctx: Context, code: str) -> Decision:
        # The row is written before the answer is spoken, so the answer comes in the new language.
        return decide(ctx.say(say("language-chosen")), rows=(LanguageRow(ctx.actor.user, code),))
