"""Ordinary chat as it passes by all day: nothing in it breaks a guideline, so nothing may happen to it."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

LINES = (
    "good morning everyone",
    "has anybody tried the new belt sander yet?",
    "I'll be there around six, save me a seat",
    "that's exactly what I meant, thanks!",
    "lol no, the other one 😄",
    "The workshop is open on Saturday from ten to six. Bring gloves, the bench by the window has splinters.",
    "notes from the last meeting: https://example.org/notes/2026-03 (page 2 has the budget)",
    "ok",
    "Does the laser cutter take 4 mm plywood, or do I go down to 3? Last time it charred, and I sanded for an hour.",
    "two tickets left for the tour on the 14th, write to Ann if you want one",
    "happy birthday Mo!!! 🎉🎂",
    "I'd sort the screws by length first and by head second, otherwise nobody finds anything",
    "dzień dobry wszystkim",
    "ktoś wie, czy w sobotę będzie otwarte?",
    "wezmę ze sobą wiertarkę i dwa przedłużacze",
    "Świetnie wyszło! Jakiej bejcy użyłeś?",
    "Jutro nie dam rady, ale w czwartek po osiemnastej jestem wolny.",  # codespell:ignore rady
    "Spotkanie przełożone na środę, bo sala jest zajęta. Kto nie może, niech napisze, to nagramy.",
    "dzięki, już działa 👍",
    "ile zarobisz jako tokarz? pytam serio, zastanawiam się nad kursem",
    "no właśnie, też tak myślałam",
    "доброе утро!",
    "кто-нибудь уже пробовал новый станок?",
    "Я подойду к шести, займите мне место.",
    "спасибо, всё получилось с первого раза",
    "Встречу перенесли на среду: зал занят. Кто не может, напишите, мы сделаем запись.",
    "какой клей лучше для фанеры?",
    "ага, вечером посмотрю",
    "buenos días a todos",
    "¿alguien sabe si mañana abre el taller?",
    "Llevo yo el taladro y dos alargadores, no hace falta que compréis nada.",  # codespell:ignore hace
    "muchas gracias, me ha salido a la primera 😊",
    "La reunión pasa al miércoles porque la sala está ocupada; quien no pueda, que avise y la grabamos.",
    "jajaja qué bueno",
    "¿qué barniz usaste? ha quedado precioso",
    "mirëmëngjes të gjithëve",
    "a e di dikush nëse hapet punishtja të shtunën?",
    "Do ta sjell unë trapanin dhe dy zgjatues.",
    "faleminderit, më doli që në herën e parë",
    "Takimi shtyhet për të mërkurën, sepse salla është e zënë.",
)
NAMES = ("Ann", "Marek", "Ольга", "Inés", "Besa", "Tom", "Zofia", "Игорь", "Lucía", "Arben")
REPLIES = 0.2
"""The share of messages that answer another one."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message; ``number`` grows by one with each, and so do the seconds."""

    number: int
    author: int
    name: str
    text: str
    answers: int | None


def chatter(seed: int, authors: int = 200) -> Iterator[Said]:
    """Talk without end: the same seed says the same, and nobody talks so much that it is a flood."""
    chance = random.Random(seed)  # noqa: S311 - for a repeatable mix, not for secrets
    for number in count(1):
        author = chance.randrange(authors)
        answers = number - 1 if number > 1 and chance.random() < REPLIES else None
        yield Said(number, author, NAMES[author % len(NAMES)], chance.choice(LINES), answers)
