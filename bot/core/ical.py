"""iCalendar (RFC 5545) as far as we write it: events with their fields, and the text of a calendar."""

from collections.abc import Iterable, Mapping

from icalendar import Calendar, Component, Event


def event(fields: Mapping[str, object]) -> Event:
    """Make an event; what is empty is left out."""
    made = Event()
    for name, value in fields.items():
        if value != "":
            put(made, name, value)
    return made


def put(part: Component, name: str, value: object, marks: Mapping[str, str] | None = None) -> None:
    """Add one field; ``marks`` are its parameters."""
    part.add(name, value, parameters=dict(marks) if marks else None)  # type: ignore[arg-type]  # pyright: ignore[reportUnknownMemberType, reportArgumentType]


def name_of(part: Event) -> str:
    """Give what it is known by: its UID, and which one of a series it stands for; without these its title and time."""
    name, which = ("UID", "RECURRENCE-ID") if part.get("UID") else ("SUMMARY", "DTSTART")
    return f"{part.get(name, '')} {part.decoded(which, '')}".strip()


def text_of(events: Iterable[Event], about: str, heads: Mapping[str, object] | None = None) -> str:
    """Write a calendar with every time zone that its events name; ``about`` stands in its product id."""
    made = Calendar()
    for name, value in {"prodid": f"-//Townkeeper//{about}//EN", "version": "2.0", **(heads or {})}.items():
        put(made, name, value)
    for one in events:
        made.add_component(one)
    made.add_missing_timezones()
    return bytes(made.to_ical()).decode()


def events_in(text: str) -> tuple[Event, ...]:
    """Read every event of one or several calendars; raises ValueError for what is none."""
    try:
        calendars = Calendar.from_ical(text, multiple=True)
        return tuple(
            one
            for calendar in calendars
            for one in calendar.walk("VEVENT")  # pyright: ignore[reportUnknownMemberType] - a parameter has no type
            if isinstance(one, Event)
        )
    except (ValueError, KeyError, IndexError) as fault:
        raise ValueError(f"this is no calendar that can be read: {str(fault)[:120]}") from None
