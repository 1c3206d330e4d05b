"""Which case, report or appeal somebody asks about, in five languages; a letter, a price or a year asks about none."""

import pytest

from bot.domain.care.status import Matter, asked_about


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What about my case 12?", (Matter.CASE, 12)),
        ("status of case no. 7 please", (Matter.CASE, 7)),
        ("my report #3", (Matter.REPORT, 3)),
        ("what became of complaint number 3", (Matter.REPORT, 3)),
        ("my appeal 5?", (Matter.APPEAL, 5)),
        ("Co z moją sprawą nr 12?", (Matter.CASE, 12)),
        ("zgłoszenie numer 4", (Matter.REPORT, 4)),
        ("moje odwołanie 5", (Matter.APPEAL, 5)),
        ("Что с моим делом № 12?", (Matter.CASE, 12)),
        ("обращение номер 4", (Matter.REPORT, 4)),
        ("апелляция 5", (Matter.APPEAL, 5)),
        ("¿Qué pasa con mi caso número 12?", (Matter.CASE, 12)),
        ("mi denuncia 4", (Matter.REPORT, 4)),
        ("mi apelación 5", (Matter.APPEAL, 5)),
        ("Si shkon rasti im?", None),
        ("rasti numër 12", (Matter.CASE, 12)),
        ("ankesa 4", (Matter.REPORT, 4)),
        ("apeli 5", (Matter.APPEAL, 5)),
        ("how is #12 going", (Matter.ANY, 12)),
        ("just in case, it costs 12 euro", None),
        ("we met in 2026", None),
        ("the case is closed", None),
        ("case 1234567890", None),
        ("case 12 " + "and so on " * 40, None),
        ("", None),
    ],
)
def test_what_is_asked_about(text, asked):
    assert asked_about(text) == asked
