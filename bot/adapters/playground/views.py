"""Buttons and forms of the core as the world shows them."""

from typing import assert_never

from bot.adapters.playground.posts import Blank, Key, Sheet
from bot.core.text import Voice
from bot.core.ui import Button, Form, LinkButton, Rows


def keys(rows: Rows, voice: Voice) -> tuple[tuple[Key, ...], ...]:
    """Give the keys under a post, row by row."""
    return tuple(tuple(_key(item, voice) for item in row) for row in rows)


def sheet(form: Form, voice: Voice) -> Sheet:
    """Give the form as the page shows it."""
    blanks = (Blank(f.name, voice(f.label), f.long, f.required, f.longest) for f in form.fields)
    return Sheet(form.submit.token, voice(form.title), voice(form.submit.label), tuple(blanks))


def _key(item: Button | LinkButton, voice: Voice) -> Key:
    match item:
        case Button():
            return Key(voice(item.label), item.token, tone=item.tone.value, deep=item.deep)
        case LinkButton(label, url):
            return Key(voice(label), url=url)
    assert_never(item)
