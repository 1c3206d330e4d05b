"""Buttons and forms as Discord's components; the sealed token is the custom id, so they outlive a restart."""

import discord
from discord import ui

from bot.core.text import Body, Voice, plain
from bot.core.ui import Button, Form, LinkButton, Rows, Tone

LABEL = 80
TITLE = 45
_PER_ROW = 5
_ROWS = 5
_STYLES = {
    Tone.PLAIN: discord.ButtonStyle.secondary,
    Tone.GOOD: discord.ButtonStyle.success,
    Tone.DANGER: discord.ButtonStyle.danger,
}


def buttons(rows: Rows, voice: Voice) -> ui.View | None:
    """Rows of buttons; None when there are none.

    The view is stopped at once: presses come to us as plain interactions, and discord.py would otherwise keep every
    view in memory for good.
    """
    if not any(rows):
        return None
    view = ui.View(timeout=None)
    for number, row in enumerate(_fitted(rows)):
        for button in row:
            view.add_item(_button(button, voice, number))
    view.stop()
    return view


def modal(form: Form, voice: Voice) -> ui.Modal:
    """A form as a modal; stopped for the same reason."""
    window = ui.Modal(title=_short(form.title, voice, TITLE), custom_id=form.submit.token, timeout=None)
    for field in form.fields[:_ROWS]:
        box: ui.TextInput[ui.Modal] = ui.TextInput(
            custom_id=field.name,
            style=discord.TextStyle.paragraph if field.long else discord.TextStyle.short,
            required=field.required,
            default=field.value[: min(field.longest, 4000)] or None,
            max_length=min(field.longest, 4000),
        )
        window.add_item(ui.Label(text=_short(field.label, voice, TITLE), component=box))
    window.stop()
    return window


def _fitted(rows: Rows) -> list[tuple[Button | LinkButton, ...]]:
    """Break rows that are too long; what does not fit in five rows is left out."""
    fitted: list[tuple[Button | LinkButton, ...]] = []
    for row in rows:
        fitted += [row[start : start + _PER_ROW] for start in range(0, len(row), _PER_ROW)]
    return fitted[:_ROWS]


def _button(button: Button | LinkButton, voice: Voice, row: int) -> ui.Button[ui.View]:
    label = _short(button.label, voice, LABEL)
    if isinstance(button, LinkButton):
        return ui.Button(label=label, url=button.url, row=row)
    return ui.Button(label=label, custom_id=button.token, style=_STYLES[button.tone], row=row)


def _short(body: Body, voice: Voice, longest: int) -> str:
    text = plain(voice(body))
    return text if len(text) <= longest else text[: longest - 1] + "…"
