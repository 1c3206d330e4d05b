"""How people say when a post comes again, and the hours in which it waits."""

# ruff: noqa: DTZ001  # local times without a zone are what it is about

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.quiet import loud_again
from bot.domain.calendar.recurrence import NoRule
from bot.domain.calendar.wording import read_repeat

NOW = datetime(2026, 3, 4, 12)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "rule", "start"),
    [
        ("monday 10:00", "FREQ=WEEKLY;BYDAY=MO", "2026-03-09T10:00"),
        ("every Monday, 10:00", "FREQ=WEEKLY;BYDAY=MO", "2026-03-09T10:00"),
        ("mon, wed and fri 18:30", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-03-04T18:30"),
        ("every 2 weeks tuesday 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-03-10T18:00"),
        ("every other week on tue 9:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-03-10T09:00"),
        ("every other friday 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-03-06T18:00"),
        ("every third friday 18:00", "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", "2026-03-06T18:00"),
        ("daily 8:00", "FREQ=DAILY", "2026-03-05T08:00"),
        ("daily at 8.00", "FREQ=DAILY", "2026-03-05T08:00"),
        ("every 3 days at 13:00", "FREQ=DAILY;INTERVAL=3", "2026-03-04T13:00"),
        ("weekdays 9:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-03-05T09:00"),
        ("monthly on the 1st 9:00", "FREQ=MONTHLY;BYMONTHDAY=1", "2026-04-01T09:00"),
        ("on the 1st of every month 9:00", "FREQ=MONTHLY;BYMONTHDAY=1", "2026-04-01T09:00"),
        ("every 2 months 3 9:00", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=3", "2026-04-03T09:00"),
        ("every month on the last day 9:00", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-03-31T09:00"),
        ("last friday 17:00", "FREQ=MONTHLY;BYDAY=-1FR", "2026-03-27T17:00"),
        ("every first monday of the month 17:00", "FREQ=MONTHLY;BYDAY=1MO", "2026-04-06T17:00"),
        ("every second monday of the month 17:00", "FREQ=MONTHLY;BYDAY=2MO", "2026-03-09T17:00"),
        ("monthly on the second tue 17:00", "FREQ=MONTHLY;BYDAY=2TU", "2026-03-10T17:00"),
        ("freq=monthly;byday=-1fr 17:00", "FREQ=MONTHLY;BYDAY=-1FR", "2026-03-27T17:00"),
        ("FREQ=DAILY;COUNT=2 8:00", "FREQ=DAILY;COUNT=2", "2026-03-05T08:00"),
        ("FREQ=DAILY;UNTIL=20200101 8:00", "FREQ=DAILY;UNTIL=20200101", "2026-03-05T08:00"),
    ],
)
def test_repetitions_are_read(text, rule, start):
    found = read_repeat(text, NOW)
    assert (found.rule, found.start) == (rule, datetime.fromisoformat(start))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            "FREQ=WEEKLY;BYDAY=MO",
            (
                "mondays 9:00|w każdy poniedziałek o 9:00|co poniedzialek 9:00|w poniedziałki 9.00|каждый понедельник в 9:00|"
                "по понедельникам 9:00|cada lunes a las 9:00|todos los lunes 9:00|çdo të hënë në orën 9:00|e hëna 9:00"
            ),
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO,TH",
            (
                "monday and thursday 9:00|poniedziałek i czwartek 9:00|понедельник и четверг 9:00|"
                "los lunes y jueves 9:00|të hënën dhe të enjten 9:00"
            ),
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
            (
                "every second friday 9:00|co 2 tygodnie w piątek 9:00|co drugi piątek 9:00|каждые 2 недели в пятницу 9:00|"
                "каждую вторую пятницу 9:00|cada 2 semanas el viernes 9:00|çdo 2 javë të premten 9:00"
            ),
        ),
        (
            "FREQ=DAILY",
            "every day 9:00|codziennie 9:00|co dzień 9:00|ежедневно в 9:00|cada día a las 9:00|çdo ditë 9:00",
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            (
                "w dni robocze o godz. 9:00|по будням 9:00|по рабочим дням 9:00|entre semana 9:00|días laborables 9:00|"
                "ditë pune 9:00"
            ),
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=1",
            (
                "co miesiąc 1. 9:00|1 dnia każdego miesiąca 9:00|каждый месяц 1-го числа 9:00|1-го числа каждого месяца 9:00|"
                "cada mes el día 1 9:00|el 1 de cada mes 9:00|çdo muaj më 1 9:00"
            ),
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1FR",
            (
                "ostatni piątek miesiąca 9:00|в последнюю пятницу месяца 9:00|el último viernes de cada mes 9:00|"
                "e premtja e fundit 9:00|të premten e fundit të muajit 9:00"
            ),
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            (
                "ostatniego dnia każdego miesiąca 9:00|ежемесячно в последний день 9:00|el último día del mes 9:00|"
                "çdo muaj ditën e fundit 9:00"
            ),
        ),
    ],
)
def test_repetitions_are_read_in_every_language(rule, said):
    assert {text: read_repeat(text, NOW).rule for text in said.split("|")} == dict.fromkeys(said.split("|"), rule)


def test_every_second_one_counts_from_the_next_not_from_the_week_in_which_it_was_written():
    saturday = datetime(2026, 3, 7, 12)
    assert read_repeat("every 2 weeks friday 18:00", saturday).start == datetime(2026, 3, 13, 18)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("monday", "at what time"),
        ("monday 25:00", "at what time"),
        ("someday 10:00", "no repetition"),
        ("every month 10:00", "on which day"),
        ("weekly 10:00", "on which day"),
        ("monthly on the 32nd 10:00", "on which day"),
        ("every 2 weekdays 10:00", "on which day"),
        ("FREQ=HOURLY 10:00", "FREQ is one of"),
        ("every 2 years 10:00", "no repetition"),
        ("", "at what time"),
    ],
)
def test_what_is_none_is_refused_with_an_example(text, why):
    with pytest.raises(NoRule, match=why):
        read_repeat(text, NOW)


NIGHT, NOON = (time(22), time(8)), (time(12), time(14))


@pytest.mark.parametrize(
    ("at", "quiet", "zone", "loud"),
    [
        ("2026-01-05T21:30", NIGHT, "UTC", "2026-01-05T21:30"),
        ("2026-01-05T22:00", NIGHT, "UTC", "2026-01-06T08:00"),
        ("2026-01-06T07:59", NIGHT, "UTC", "2026-01-06T08:00"),
        ("2026-01-06T08:00", NIGHT, "UTC", "2026-01-06T08:00"),
        ("2026-01-06T13:00", NOON, "UTC", "2026-01-06T14:00"),
        ("2026-01-06T13:00", None, "UTC", "2026-01-06T13:00"),
        ("2026-01-06T13:00", NOON, "Europe/Warsaw", "2026-01-06T13:00"),
        ("2026-03-28T23:00", NIGHT, "Europe/Warsaw", "2026-03-29T06:00"),
    ],
)
def test_what_falls_into_quiet_hours_waits_for_their_end(at, quiet, zone, loud):
    found = loud_again(datetime.fromisoformat(at).replace(tzinfo=UTC), quiet, ZoneInfo(zone))
    assert f"{found:%Y-%m-%dT%H:%M}" == loud
