"""Events that people come to: read from what was typed, seats given in turn, shown, written as iCalendar."""
